/** What a ledger consists of, one record each: wire <-> core types. */
import { logIndex, nodeId, term } from "../consensus/core/types.ts";
import { putLease } from "../consensus/ledger/records.ts";
import {
  type AppLease,
  type DecidedEvent,
  type Decision,
  groupName,
  type Heir,
  incarnation,
  type Lease,
  type Ledger,
  type Revision,
  type SessionRecord,
  sessionKey,
  token,
} from "../consensus/ledger/types.ts";
import { groupState, unfitFromWire } from "./commands.ts";
import { documentFromWire, documentToWire, proofKind } from "./document.ts";
import { stopFromWire, stopToWire } from "./fencing.ts";
import type { leasehold } from "./generated/leasehold.js";
import { proofFromWire, proofToWire } from "./proofs.ts";
import { sessionFromWire, sessionToWire } from "./session.ts";
import {
  duration,
  enumeration,
  finite,
  fromToken,
  fromUint64,
  name,
  refuse,
  required,
  toToken,
  toUint64,
} from "./wire.ts";
import { cardFromWire, cardToWire } from "./wishes.ts";

type Wire = leasehold.v1.LedgerStateRecord;
export type RecordToWire = leasehold.v1.LedgerStateRecord.$Properties;

const leaseState = enumeration<Lease["state"]>("lease state", { held: 1, vacant: 2, orphaned: 3 });

/** Each record of a ledger but its revisions, which come first; made one by one, as they are asked for. */
export function* recordsOf(ledger: Ledger): Generator<RecordToWire> {
  yield* each(ledger.timings, timingToWire);
  yield* each(ledger.standby, standbyToWire);
  yield* each(ledger.stopped, stoppedToWire);
  yield* each(ledger.maintained, maintainedToWire);
  yield* each(ledger.cards, cardsToWire);
  yield* each(ledger.appLeases.values(), (lease) => ({ appLease: appLeaseToWire(lease) }));
  yield* each(ledger.restarts, restartToWire);
  yield* each(ledger.sessions.values(), (record) => ({ session: sessionStateToWire(record) }));
  yield* each(ledger.ended.values(), (session) => ({ ended: sessionToWire(session) }));
  yield* each(ledger.leases.values(), (lease) => ({ lease: leaseToWire(lease) }));
  yield* each(ledger.retired, (node) => ({ retired: name(node, "a former node's name") }));
  yield* each(ledger.stores, storeToWire);
  yield* each(ledger.stops, (stop) => ({ stop: stopToWire(stop) }));
  yield* each(ledger.history, (decision) => ({ decision: decisionToWire(decision) }));
}

function* each<T>(items: Iterable<T>, toWire: (item: T) => RecordToWire): Generator<RecordToWire> {
  for (const item of items) yield toWire(item);
}

/** Of a map in the ledger: one of its entries. */
type EntryOf<M> = M extends Map<infer K, infer V> ? readonly [K, V] : never;

const timingToWire = ({ revision, ttl, rho }: Ledger["timings"][number]): RecordToWire => ({
  timing: {
    revision: toUint64(revision, "a revision"),
    ttl: duration(ttl, "ttl"),
    rho: finite(rho, "rho"),
  },
});

const standbyToWire = ([node, by]: EntryOf<Ledger["standby"]>): RecordToWire => ({
  standby: { node: name(node, "a node on standby"), by },
});

const stoppedToWire = ([group, by]: EntryOf<Ledger["stopped"]>): RecordToWire => ({
  stopped: { group: name(group, "a group's name"), by },
});

const maintainedToWire = ([group, by]: EntryOf<Ledger["maintained"]>): RecordToWire => ({
  maintained: { group, by },
});

const cardsToWire = ([node, cards]: EntryOf<Ledger["cards"]>): RecordToWire => ({
  cards: { node, cards: cards.map(cardToWire) },
});

const restartToWire = ([node, { requestId, session }]: EntryOf<Ledger["restarts"]>): RecordToWire => ({
  restart: { node, requestId, session: sessionToWire(session) },
});

const storeToWire = ([node, fact]: EntryOf<Ledger["stores"]>): RecordToWire => ({
  store: {
    node,
    generation: fact.generation,
    incarnation: toUint64(fact.incarnation, "an incarnation"),
    index: toUint64(fact.index, "a log index"),
  },
});

/** The part that a oneof names is there. */
const body = <T>(part: T | null | undefined): T => required(part, "a record's body");

/** Puts one record into the ledger that is being read. */
export function takeRecord(ledger: Ledger, wire: Wire): void {
  switch (wire.body) {
    case "revision":
      ledger.revisions.push(revisionFromWire(body(wire.revision)));
      return;
    case "timing": {
      const { revision, ttl, rho } = body(wire.timing);
      const since = fromUint64(revision, "a revision");
      ledger.timings.push({ revision: since, ttl: duration(ttl, "ttl"), rho: finite(rho, "rho") });
      return;
    }
    case "standby": {
      const { node, by } = body(wire.standby);
      ledger.standby.set(nodeId(name(node, "a node on standby")), by);
      return;
    }
    case "stopped": {
      const { group, by } = body(wire.stopped);
      ledger.stopped.set(groupName(name(required(group, "a group"), "a group's name")), by);
      return;
    }
    case "maintained": {
      const { group, by } = body(wire.maintained);
      const named = group === null || group === undefined ? null : groupName(name(group, "a group's name"));
      ledger.maintained.set(named, by);
      return;
    }
    case "cards": {
      const { node, cards } = body(wire.cards);
      ledger.cards.set(nodeId(name(node, "a node's name")), cards.map(cardFromWire));
      return;
    }
    case "appLease": {
      const lease = appLeaseFromWire(body(wire.appLease));
      ledger.appLeases.set(lease.name, lease);
      return;
    }
    case "restart": {
      const { node, requestId, session } = body(wire.restart);
      ledger.restarts.set(nodeId(name(node, "a node's name")), {
        requestId,
        session: sessionFromWire(session),
      });
      return;
    }
    case "session": {
      const record = sessionStateFromWire(body(wire.session));
      ledger.sessions.set(sessionKey(record.id), record);
      return;
    }
    case "ended": {
      const session = sessionFromWire(wire.ended);
      ledger.ended.set(session.node, session);
      return;
    }
    case "lease": {
      const lease = leaseFromWire(body(wire.lease));
      putLease(ledger, lease);
      return;
    }
    case "retired":
      ledger.retired.add(nodeId(name(body(wire.retired), "a former node's name")));
      return;
    case "store": {
      const { node, generation, incarnation: last, index } = body(wire.store);
      const newest = incarnation(fromUint64(last, "an incarnation"));
      const at = logIndex(fromUint64(index, "a log index"));
      ledger.stores.set(nodeId(name(node, "a node's name")), { generation, incarnation: newest, index: at });
      return;
    }
    case "stop":
      ledger.stops.push(stopFromWire(body(wire.stop)));
      return;
    case "decision":
      ledger.history.push(decisionFromWire(body(wire.decision)));
      return;
    default:
      refuse("a record of the ledger is of no kind that this version knows");
  }
}

/** A document never changes, so neither do its bytes. */
export function revisionToWire(known: Revision): leasehold.v1.LedgerStateRecord.Revision.$Properties {
  const { by, note } = known;
  return {
    revision: toUint64(known.revision, "a revision"),
    index: toUint64(known.index, "a revision's index"),
    at: finite(known.at, "a revision's date"),
    by,
    note,
    document: documentToWire(known.document),
  };
}

function revisionFromWire(wire: leasehold.v1.LedgerStateRecord.Revision): Revision {
  const { by, note } = wire;
  return {
    revision: fromUint64(wire.revision, "a revision"),
    index: logIndex(fromUint64(wire.index, "a revision's index")),
    at: finite(wire.at, "a revision's date"),
    by,
    note,
    document: documentFromWire(required(wire.document, "a document")),
  };
}

const appLeaseToWire = (lease: AppLease): leasehold.v1.LedgerStateRecord.AppLease.$Properties => ({
  name: lease.name,
  owner: lease.owner,
  token: toToken(lease.token, "a token"),
  ttl: duration(lease.ttl, "a lease's ttl"),
  note: lease.note,
});

const appLeaseFromWire = (wire: leasehold.v1.LedgerStateRecord.AppLease): AppLease => ({
  name: wire.name,
  owner: wire.owner,
  token: token(fromToken(wire.token, "a token")),
  ttl: duration(wire.ttl, "a lease's ttl"),
  note: wire.note,
});

function sessionStateToWire(record: SessionRecord): leasehold.v1.LedgerStateRecord.SessionState.$Properties {
  const { id, bootId, openedAt, ready, suspect } = record;
  return {
    session: sessionToWire(id),
    bootId,
    openedAt: toUint64(openedAt, "a session's index"),
    ready:
      ready === null
        ? null
        : { ...ready, revision: toUint64(ready.revision, "a revision"), unfit: [...(ready.unfit ?? [])] },
    suspect:
      suspect === null
        ? null
        : {
            index: toUint64(suspect.index, "a Suspect's index"),
            term: toUint64(suspect.term, "a Suspect's term"),
            reason: suspect.reason,
          },
  };
}

function sessionStateFromWire(wire: leasehold.v1.LedgerStateRecord.SessionState): SessionRecord {
  const { ready, suspect } = wire;
  return {
    id: sessionFromWire(wire.session),
    bootId: wire.bootId,
    openedAt: logIndex(fromUint64(wire.openedAt, "a session's index")),
    ready: ready
      ? {
          revision: fromUint64(ready.revision, "a revision"),
          guard: ready.guard,
          reason: ready.reason,
          ...(ready.unfit.length === 0 ? {} : { unfit: ready.unfit.map(unfitFromWire) }),
        }
      : null,
    suspect: suspect
      ? {
          index: logIndex(fromUint64(suspect.index, "a Suspect's index")),
          term: term(fromUint64(suspect.term, "a Suspect's term")),
          reason: suspect.reason,
        }
      : null,
  };
}

const heirToWire = (heir: Heir): leasehold.v1.LedgerStateRecord.Heir.$Properties => ({
  session: sessionToWire(heir.session),
  token: toToken(heir.token, "a token"),
  reason: heir.reason,
  accepts: heir.accepts.map(proofKind.toWire),
  lost: heir.lost,
});

const heirFromWire = (wire: leasehold.v1.LedgerStateRecord.Heir): Heir => ({
  session: sessionFromWire(wire.session),
  token: token(fromToken(wire.token, "a token")),
  reason: wire.reason,
  accepts: wire.accepts.map(proofKind.fromWire),
  lost: wire.lost,
});

function leaseToWire(lease: Lease): leasehold.v1.LedgerStateRecord.LeaseState.$Properties {
  const { holder, grantedOn, stopped, claim, move, report } = lease;
  return {
    group: name(lease.group, "a group's name"),
    state: leaseState.toWire(lease.state),
    token: toToken(lease.token, "a token"),
    holder: holder === null ? null : sessionToWire(holder),
    reason: lease.reason,
    grantedOn: grantedOn === null ? null : proofToWire(grantedOn),
    stopped: stopped === null ? null : proofToWire(stopped),
    claim:
      claim === null
        ? null
        : {
            successor: sessionToWire(claim.successor),
            index: toUint64(claim.index, "a Claim's index"),
            reason: claim.reason,
          },
    mayAnswer: [...lease.mayAnswer],
    move: move === null ? null : { to: name(move.to, "a move's target"), requestId: move.requestId },
    lastMoveRequest: lease.lastMoveRequest,
    report: report === null ? null : { state: groupState.toWire(report.state), reason: report.reason },
    failures: [...lease.failures].map(([node, at]) => ({ node, token: toToken(at, "a token") })),
    ...(lease.accepts === undefined ? {} : { accepts: { kinds: lease.accepts.map(proofKind.toWire) } }),
    heir: lease.heir === null ? null : heirToWire(lease.heir),
    promised: lease.promised,
  };
}

function leaseFromWire(wire: leasehold.v1.LedgerStateRecord.LeaseState): Lease {
  const { holder, grantedOn, stopped, claim, move, report } = wire;
  const failures = wire.failures.map(
    (each) => [nodeId(name(each.node, "a node's name")), token(fromToken(each.token, "a token"))] as const,
  );
  return {
    group: groupName(name(wire.group, "a group's name")),
    state: leaseState.fromWire(wire.state),
    token: token(fromToken(wire.token, "a token")),
    holder: holder ? sessionFromWire(holder) : null,
    reason: wire.reason,
    grantedOn: grantedOn ? proofFromWire(grantedOn) : null,
    stopped: stopped ? proofFromWire(stopped) : null,
    claim: claim
      ? {
          successor: sessionFromWire(claim.successor),
          index: logIndex(fromUint64(claim.index, "a Claim's index")),
          reason: claim.reason,
        }
      : null,
    mayAnswer: wire.mayAnswer,
    move: move ? { to: nodeId(name(move.to, "a move's target")), requestId: move.requestId } : null,
    lastMoveRequest: wire.lastMoveRequest ?? null,
    report: report ? { state: groupState.fromWire(report.state), reason: report.reason } : null,
    failures: new Map(failures),
    heir: wire.heir ? heirFromWire(wire.heir) : null,
    promised: wire.promised,
    ...(wire.accepts ? { accepts: wire.accepts.kinds.map(proofKind.fromWire) } : {}),
  };
}

function decisionToWire(decision: Decision): leasehold.v1.LedgerStateRecord.Decision.$Properties {
  const { event, text } = decision;
  const ofLease = event.type === "acquired" || event.type === "yielded";
  return {
    index: toUint64(decision.index, "a decision's index"),
    term: toUint64(decision.term, "a decision's term"),
    at: finite(decision.at, "a decision's date"),
    text,
    type: name(event.type, "a decision's kind"),
    group: ofLease ? null : event.group,
    acquired: event.type === "acquired" ? appLeaseToWire(event.lease) : null,
    yielded:
      event.type === "yielded"
        ? { name: event.name, token: toToken(event.token, "a token"), lapsed: event.how === "lapsed" }
        : null,
  };
}

const decisionFromWire = (wire: leasehold.v1.LedgerStateRecord.Decision): Decision => ({
  index: logIndex(fromUint64(wire.index, "a decision's index")),
  term: term(fromUint64(wire.term, "a decision's term")),
  at: finite(wire.at, "a decision's date"),
  text: wire.text,
  event: decidedFromWire(wire),
});

function decidedFromWire(wire: leasehold.v1.LedgerStateRecord.Decision): DecidedEvent {
  const type = name(wire.type, "a decision's kind") as DecidedEvent["type"];
  if (type === "acquired") {
    // A repeat is no decision.
    return { type, lease: appLeaseFromWire(required(wire.acquired, "a lease")), repeated: false };
  }
  if (type === "yielded") {
    const given = required(wire.yielded, "a lease");
    const how = given.lapsed ? "lapsed" : "released";
    return { type, name: given.name, token: token(fromToken(given.token, "a token")), how };
  }
  // Its kind is for people: one that only another version knows harms nobody.
  return { type, group: wire.group ? groupName(wire.group) : null };
}
