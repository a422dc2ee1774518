/** The operator's wishes about a group: move it, take that back, forgive a node its failure. */
import { currentSession, groupSpecOf, leaseOf, nodeSpecOf, unreadiness } from "./query.ts";
import { putLease } from "./records.ts";
import { type CommandOf, refuse } from "./refuse.ts";
import { unknownGroup, unwantedThere } from "./succession.ts";
import type { Ledger, LedgerEvent } from "./types.ts";

/**
 * Recorded on the lease; the holder then stops and releases. A target that could not take the group now is refused, for
 * the holder would stop for nothing. A failure of the target is forgiven: the operator knows.
 */
export function move(ledger: Ledger, command: CommandOf<"move">): LedgerEvent[] {
  const { group, to, requestId } = command;
  const lease = leaseOf(ledger, group);
  const spec = groupSpecOf(ledger, group);
  if (lease === null || spec === null) return unknownGroup(command, group);
  if (nodeSpecOf(ledger, to) === null) {
    return refuse(command, "unknown-node", `${to} is not a node of revision ${ledger.revision}.`);
  }
  if (lease.lastMoveRequest === requestId) {
    return refuse(command, "duplicate", `The request ${requestId} to move ${group} has been taken already.`);
  }
  const events: LedgerEvent[] = [];
  const replaced = lease.move;
  const dropReplaced = (): void => {
    if (replaced === null) return;
    const reason = `replaced by a newer wish, ${requestId}`;
    events.push({ type: "move-ended", group, requestId: replaced.requestId, reason });
  };
  if (lease.state === "held" && lease.holder?.node === to) {
    dropReplaced();
    putLease(ledger, { ...lease, move: null, lastMoveRequest: requestId });
    return [...events, { type: "move-ended", group, requestId, reason: `${to} has it already` }];
  }
  const unwanted = unwantedThere(ledger, command, group, to);
  if (unwanted !== null) return unwanted;
  const session = currentSession(ledger, to);
  if (session === null)
    return refuse(command, "not-ready", `${to} cannot take ${group}: it has no open session.`);
  if (session.suspect !== null) {
    const since = session.suspect.index;
    return refuse(command, "not-ready", `${to} cannot take ${group}: it is suspected since ${since}.`);
  }
  const unready = unreadiness(ledger, session, spec);
  if (unready !== null) return refuse(command, "not-ready", `${to} cannot take ${group}: it ${unready}.`);
  dropReplaced();
  const failures = new Map(lease.failures);
  if (failures.delete(to)) events.push({ type: "forgiven", group, node: to });
  putLease(ledger, { ...lease, move: { to, requestId }, lastMoveRequest: requestId, failures });
  return [...events, { type: "move-wanted", group, to, requestId }];
}

export function cancelMove(ledger: Ledger, command: CommandOf<"cancel-move">): LedgerEvent[] {
  const { group, requestId, reason } = command;
  const lease = leaseOf(ledger, group);
  if (lease === null) return unknownGroup(command, group);
  if (lease.move === null || lease.move.requestId !== requestId) {
    return refuse(command, "no-such-move", `No move ${requestId} of ${group} is under way.`);
  }
  putLease(ledger, { ...lease, move: null });
  return [{ type: "move-ended", group, requestId, reason }];
}

export function forgive(ledger: Ledger, command: CommandOf<"forgive">): LedgerEvent[] {
  const { group, node } = command;
  const lease = leaseOf(ledger, group);
  if (lease === null) return unknownGroup(command, group);
  const failures = new Map(lease.failures);
  if (!failures.delete(node)) {
    return refuse(command, "duplicate", `No failure of ${group} on ${node} is remembered.`);
  }
  putLease(ledger, { ...lease, failures });
  return [{ type: "forgiven", group, node }];
}
