/** Sessions in the ledger: admitted, ready, suspected, cleared, ended (N2, N5, N7). */
import type { LogIndex, NodeId } from "../core/types.ts";
import { dropClaims, forgetTimings } from "./forget.ts";
import { afterHolder, endHeirs } from "./heirs.ts";
import {
  acceptedFor,
  currentSession,
  groupSpecOf,
  hasEnded,
  heldBy,
  nodeSpecOf,
  promisedTo,
  sameUnfit,
  sessionOf,
} from "./query.ts";
import { putLease } from "./records.ts";
import { type CommandOf, liveOr, nameOf, type Place, refuse } from "./refuse.ts";
import { contradiction, contradictionWords } from "./stores.ts";
import {
  compareSessions,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type Proof,
  type SessionId,
  type SessionRecord,
  sameSession,
  sessionKey,
} from "./types.ts";

/** Put a changed record in the place of the old one. */
export const putSession = (ledger: Ledger, record: SessionRecord): void => {
  const { id, bootId, openedAt, ready, suspect } = record;
  // Written out: read at each event, and whatever copy of whatever copy came here, all records have one layout.
  ledger.sessions.set(sessionKey(id), { id, bootId, openedAt, ready, suspect });
};

export function open(ledger: Ledger, at: Place, command: CommandOf<"open">): LedgerEvent[] {
  const id = command.session;
  if (nodeSpecOf(ledger, id.node) === null) {
    return refuse(command, "unknown-node", `${id.node} is not a node of revision ${ledger.revision}.`);
  }
  if (sessionOf(ledger, id) !== null) return refuse(command, "duplicate", `${nameOf(id)} is open already.`);
  if (hasEnded(ledger, id)) {
    // N5: never again, or a node that was expired could serve beside its successor.
    return refuse(command, "session-ended", `${nameOf(id)} has ended; the node must open a newer one.`);
  }
  const before = currentSession(ledger, id.node);
  if (before !== null && compareSessions(id, before.id) < 0) {
    return refuse(command, "session-not-current", `${nameOf(before.id)} is newer than ${nameOf(id)}.`);
  }
  const { generation = "" } = command;
  const start = { generation, incarnation: id.incarnation };
  const against = generation === "" ? null : contradiction(ledger.stores.get(id.node), start);
  if (against !== null)
    return refuse(command, "store-contradicted", `${id.node}: ${contradictionWords(against)}.`);
  if (generation !== "")
    ledger.stores.set(id.node, { generation, incarnation: id.incarnation, index: at.index });
  putSession(ledger, { id, bootId: command.bootId, openedAt: at.index, ready: null, suspect: null });
  // What a process said of the cards ends with it; a new number of the same one has seen no others.
  if (before?.id.incarnation !== id.incarnation) ledger.cards.delete(id.node);
  return [{ type: "opened", session: id }, ...closeSuperseded(ledger, id.node)];
}

/** Older sessions of a node live on only while they hold leases. Call after anything that may have emptied one. */
export function closeSuperseded(ledger: Ledger, node: NodeId): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  const current = currentSession(ledger, node);
  const older = [...ledger.sessions.values()]
    .filter((r) => r.id.node === node && !sameSession(r.id, current?.id ?? null))
    .sort((a, b) => compareSessions(a.id, b.id));
  if (older.length === 0) return events;
  let noneOlder = true;
  for (const { id } of older) {
    if (heldBy(ledger, id).length > 0 || promisedTo(ledger, id).length > 0) {
      // `ended` covers everything older than what it names, so it stays below each session that lives.
      noneOlder = false;
      continue;
    }
    ledger.sessions.delete(sessionKey(id));
    if (noneOlder) ledger.ended.set(node, id);
    events.push({ type: "closed", session: id });
  }
  dropClaims(ledger);
  forgetTimings(ledger);
  return events;
}

export function ready(ledger: Ledger, command: CommandOf<"ready">): LedgerEvent[] {
  const live = liveOr(ledger, command, command.session);
  if ("refusal" in live) return live.refusal;
  const { record } = live;
  if (!sameSession(currentSession(ledger, record.id.node)?.id ?? null, record.id)) {
    return refuse(command, "session-not-current", `${nameOf(record.id)} has been superseded by a newer one.`);
  }
  // Only the revision in force, which is the one that a grant asks for: so a recorded guard covers the addresses of
  // every lease that was granted on it. An address that a held group gets later comes up behind a guard or not at all.
  if (command.revision !== ledger.revision) {
    return refuse(
      command,
      "revision-mismatch",
      `${record.id.node} is ready for revision ${command.revision}; revision ${ledger.revision} is in force.`,
    );
  }
  const { revision, guard, reason, unfit = [] } = command;
  const known = record.ready;
  const same =
    known !== null && known.revision === revision && known.guard === guard && known.reason === reason;
  if (same && sameUnfit(known.unfit ?? [], unfit)) {
    return refuse(command, "duplicate", `${record.id.node} has said so already.`);
  }
  const said = unfit.length === 0 ? {} : { unfit };
  putSession(ledger, { ...record, ready: { revision, guard, reason, ...said } });
  for (const lease of heldBy(ledger, record.id)) {
    // N10: from here on its holder goes by the proofs of the document that it has said it is ready for.
    const spec = groupSpecOf(ledger, lease.group);
    if (spec !== null) putLease(ledger, { ...lease, accepts: spec.accepts });
  }
  for (const { heir, ...lease } of promisedTo(ledger, record.id)) {
    const spec = groupSpecOf(ledger, lease.group);
    if (spec !== null && heir !== null)
      putLease(ledger, { ...lease, heir: { ...heir, accepts: spec.accepts } }); // N10
  }
  forgetTimings(ledger);
  return [{ type: "readied", session: record.id, revision, guard }];
}

export function suspect(ledger: Ledger, at: Place, command: CommandOf<"suspect">): LedgerEvent[] {
  const live = liveOr(ledger, command, command.session);
  if ("refusal" in live) return live.refusal;
  const { record } = live;
  if (record.suspect !== null) {
    // A second one would start the tally of ages again while the first still counts (N2).
    return refuse(
      command,
      "suspect-already-open",
      `${nameOf(record.id)} is suspected since ${record.suspect.index}.`,
    );
  }
  putSession(ledger, { ...record, suspect: { index: at.index, term: at.term, reason: command.reason } });
  return [{ type: "suspected", session: record.id, index: at.index, reason: command.reason }];
}

/** N7: Clear and Expire speak of one Suspect; any other says that the proposer saw another state. */
function suspectMismatch(record: SessionRecord, named: LogIndex): string | null {
  if (record.suspect === null) return `${nameOf(record.id)} is not suspected; suspect ${named} is not open.`;
  if (record.suspect.index !== named) {
    return `The open suspect on ${nameOf(record.id)} is ${record.suspect.index}, not ${named}.`;
  }
  return null;
}

export function clear(ledger: Ledger, command: CommandOf<"clear">): LedgerEvent[] {
  const live = liveOr(ledger, command, command.session);
  if ("refusal" in live) return live.refusal;
  const { record } = live;
  const mismatch = suspectMismatch(record, command.suspectIndex); // N7
  if (mismatch !== null) return refuse(command, "suspect-not-open", mismatch);
  putSession(ledger, { ...record, suspect: null });
  return [{ type: "cleared", session: record.id, index: command.suspectIndex, reason: command.reason }];
}

/**
 * Ends a session and every older one of its node: the ages that allowed it count heartbeats "of this or an earlier
 * incarnation" (N3), so all of them have lapsed.
 */
export function expire(ledger: Ledger, at: Place, command: CommandOf<"expire">): LedgerEvent[] {
  const live = liveOr(ledger, command, command.session);
  if ("refusal" in live) return live.refusal;
  const { record } = live;
  const mismatch = suspectMismatch(record, command.suspectIndex); // N7
  if (mismatch !== null) return refuse(command, "suspect-not-open", mismatch);
  if (command.term !== at.term) {
    // N7: what one leader counted is no evidence in another's term (N2: the tally starts empty with each term).
    return refuse(
      command,
      "term-mismatch",
      `The silence was counted in term ${command.term}, the entry is of term ${at.term}.`,
    );
  }
  const ending = [...ledger.sessions.values()]
    .filter((r) => r.id.node === record.id.node && compareSessions(r.id, record.id) <= 0)
    .sort((a, b) => compareSessions(b.id, a.id));
  ledger.ended.set(record.id.node, record.id); // N5; greater than what it replaces, for `record` was live.
  const events: LedgerEvent[] = [];
  for (const session of ending) {
    ledger.sessions.delete(sessionKey(session.id));
    events.push({ type: "expired", session: session.id, index: at.index, evidence: command.evidence });
  }
  const armed = (id: SessionId): boolean =>
    ending.some((session) => sameSession(session.id, id) && session.ready?.guard === true);
  const isEnding = (id: SessionId): boolean => ending.some((session) => sameSession(session.id, id));
  events.push(...endHeirs(ledger, isEnding, "guard", armed));
  for (const session of ending) {
    for (const lease of heldBy(ledger, session.id))
      events.push(...vacate(ledger, at, command, session, lease));
  }
  dropClaims(ledger);
  forgetTimings(ledger);
  return events;
}

/** A lease whose session ended: free where the guard proves silence and that is enough, orphaned otherwise. */
function vacate(
  ledger: Ledger,
  at: Place,
  command: CommandOf<"expire">,
  session: SessionRecord,
  lease: Lease,
): LedgerEvent[] {
  const proof: Proof = {
    kind: "guard",
    session: session.id,
    token: lease.token,
    suspectIndex: command.suspectIndex,
    expireIndex: at.index,
    evidence: command.evidence,
  };
  const armed = session.ready?.guard === true;
  const enough = acceptedFor(lease, groupSpecOf(ledger, lease.group)).includes(proof.kind);
  if (armed && enough) {
    return afterHolder(ledger, lease, proof);
  }
  putLease(ledger, { ...lease, state: "orphaned", stopped: null, claim: null, report: null });
  const reason = enough
    ? `no armed kernel guard was recorded for ${session.id.node}, so its silence is not proven`
    : `${lease.group} does not accept the kernel guard as proof that ${session.id.node} has stopped`;
  return [{ type: "orphaned", group: lease.group, session: session.id, reason }];
}
