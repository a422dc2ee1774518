/** What claim, grant and promise ask alike. */
import type { NodeId } from "../core/types.ts";
import { currentSession, isWitness, maintainedBy, nodeSpecOf } from "./query.ts";
import { type CommandOf, liveOr, nameOf, refuse } from "./refuse.ts";
import {
  type Command,
  type GroupName,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type SessionId,
  type SessionRecord,
  sameSession,
  type Token,
} from "./types.ts";

export const unknownGroup = (command: Command, group: GroupName): LedgerEvent[] =>
  refuse(command, "unknown-group", `There is no group ${group} in the configuration.`);

export const staleToken = (command: Command, lease: Lease, named: Token): LedgerEvent[] =>
  refuse(command, "stale-token", `${lease.group} is at token ${lease.token}, not ${named}.`);

/** The record of a successor that is current, open, not suspected, and wanted there. */
export function successorFor(
  ledger: Ledger,
  command: CommandOf<"claim"> | CommandOf<"grant"> | CommandOf<"promise">,
  successor: SessionId,
): { readonly record: SessionRecord } | { readonly refusal: LedgerEvent[] } {
  if (nodeSpecOf(ledger, successor.node) === null) {
    const detail = `${successor.node} is not a node of revision ${ledger.revision}.`;
    return { refusal: refuse(command, "unknown-node", detail) };
  }
  const unwanted = unwantedThere(ledger, command, command.group, successor.node);
  if (unwanted !== null) return { refusal: unwanted };
  const live = liveOr(ledger, command, successor); // N5
  if ("refusal" in live) return live;
  if (!sameSession(currentSession(ledger, successor.node)?.id ?? null, successor)) {
    const detail = `${nameOf(successor)} has been superseded by a newer one.`;
    return { refusal: refuse(command, "session-not-current", detail) };
  }
  if (live.record.suspect !== null) {
    const detail = `${nameOf(successor)} is suspected since ${live.record.suspect.index}.`;
    return { refusal: refuse(command, "session-suspected", detail) };
  }
  return live;
}

/** The operator's words against this group's being given to this node; null when there are none. */
export function unwantedThere(
  ledger: Ledger,
  command: Command,
  group: GroupName,
  node: NodeId,
): LedgerEvent[] | null {
  const stopped = ledger.stopped.get(group);
  if (stopped !== undefined) return refuse(command, "stopped", `${group} was stopped by ${stopped}.`);
  const maintained = maintainedBy(ledger, group);
  if (maintained !== null) {
    return refuse(command, "maintained", `${group} is under maintenance by ${maintained}.`);
  }
  if (isWitness(ledger, node)) return refuse(command, "witness", `${node} is a witness: it holds nothing.`);
  const standby = ledger.standby.get(node);
  if (standby !== undefined) return refuse(command, "on-standby", `${node} is on standby by ${standby}.`);
  return null;
}
