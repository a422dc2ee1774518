/** The operator's words about nodes and groups, and what a node says of its cards. Each is idempotent. */

import { currentSession, leaseOf, nodeSpecOf } from "./query.ts";
import { putLease } from "./records.ts";
import { type CommandOf, liveOr, nameOf, refuse } from "./refuse.ts";
import { unknownGroup } from "./succession.ts";
import { type CardFact, type Ledger, type LedgerEvent, sameSession } from "./types.ts";

/** A node on standby is given nothing, and gives back what it holds (services/placement, services/). */
export function standby(ledger: Ledger, command: CommandOf<"standby">): LedgerEvent[] {
  const { node, on, by } = command;
  if (nodeSpecOf(ledger, node) === null) {
    return refuse(command, "unknown-node", `${node} is not a node of revision ${ledger.revision}.`);
  }
  const known = ledger.standby.get(node);
  if ((known !== undefined) === on) {
    const detail = known === undefined ? `${node} is online already.` : `${node} is on standby by ${known}.`;
    return refuse(command, "duplicate", detail);
  }
  if (on) ledger.standby.set(node, by);
  else ledger.standby.delete(node);
  return [{ type: "standby", node, on, by }];
}

/** A group that should not run is released by its holder and granted to nobody; a move of it is over. */
export function want(ledger: Ledger, command: CommandOf<"want">): LedgerEvent[] {
  const { group, running, by } = command;
  const lease = leaseOf(ledger, group);
  if (lease === null) return unknownGroup(command, group);
  const known = ledger.stopped.get(group);
  if ((known === undefined) === running) {
    const detail =
      known === undefined ? `${group} is wanted running already.` : `${group} was stopped by ${known}.`;
    return refuse(command, "duplicate", detail);
  }
  const events: LedgerEvent[] = [{ type: "wanted", group, running, by }];
  if (running) {
    ledger.stopped.delete(group);
    return events;
  }
  ledger.stopped.set(group, by);
  if (lease.move !== null) {
    events.push({
      type: "move-ended",
      group,
      requestId: lease.move.requestId,
      reason: `${group} was stopped by ${by}`,
    });
  }
  putLease(ledger, { ...lease, move: null, claim: null });
  return events;
}

/** Maintenance of one group, or with null of all; the two do not know each other. */
export function maintain(ledger: Ledger, command: CommandOf<"maintain">): LedgerEvent[] {
  const { group, on, by } = command;
  if (group !== null && leaseOf(ledger, group) === null) return unknownGroup(command, group);
  const known = ledger.maintained.get(group);
  const what = group ?? "every group";
  if ((known !== undefined) === on) {
    const detail =
      known === undefined
        ? `There is no maintenance of ${what} to end.`
        : `The maintenance of ${what} was begun by ${known}.`;
    return refuse(command, "duplicate", detail);
  }
  if (on) ledger.maintained.set(group, by);
  else ledger.maintained.delete(group);
  return [{ type: "maintained", group, on, by }];
}

/** The wish names the session that is to hand over, so that reading the log again restarts nobody again. */
export function restart(ledger: Ledger, command: CommandOf<"restart">): LedgerEvent[] {
  const { node, requestId, by } = command;
  if (nodeSpecOf(ledger, node) === null) {
    return refuse(command, "unknown-node", `${node} is not a node of revision ${ledger.revision}.`);
  }
  const known = ledger.restarts.get(node);
  if (known?.requestId === requestId) {
    return refuse(
      command,
      "duplicate",
      `The request ${requestId} to restart ${node} has been taken already.`,
    );
  }
  const current = currentSession(ledger, node);
  if (current === null) {
    return refuse(command, "not-ready", `${node} has no open session; there is no daemon to restart.`);
  }
  if (known !== undefined && known.session.incarnation === current.id.incarnation) {
    return refuse(command, "duplicate", `${node} is restarting already, as ${known.requestId} asked.`);
  }
  ledger.restarts.set(node, { requestId, session: current.id });
  return [{ type: "restart-wanted", node, session: current.id, requestId, by }];
}

export function cards(ledger: Ledger, command: CommandOf<"cards">): LedgerEvent[] {
  const live = liveOr(ledger, command, command.session);
  if ("refusal" in live) return live.refusal;
  const { id } = live.record;
  if (!sameSession(currentSession(ledger, id.node)?.id ?? null, id)) {
    return refuse(command, "session-not-current", `${nameOf(id)} has been superseded by a newer one.`);
  }
  const known = ledger.cards.get(id.node);
  if (known !== undefined && sameCards(known, command.cards)) {
    return refuse(command, "duplicate", `${id.node} has said so already.`);
  }
  ledger.cards.set(id.node, command.cards);
  const down = command.cards.filter((card) => !card.up).map((card) => card.name);
  return [{ type: "cards", session: id, down }];
}

const textOf = (card: CardFact): string =>
  JSON.stringify([card.name, card.role, card.up, card.addresses.map((a) => [a.ip, a.prefix])]);
const sameCards = (a: readonly CardFact[], b: readonly CardFact[]): boolean =>
  a.map(textOf).join() === b.map(textOf).join();
