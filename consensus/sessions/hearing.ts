/**
 * What this node has heard of each peer, and what it therefore says and echoes.
 *
 * Two things are kept apart. *Heard* is a fact (a genuine heartbeat came, so long ago). *Echo* is a promise: a
 * holder counts its lease on it, so it is given only while support for that session is not withdrawn, and the
 * moment of the last heartbeat that could have been echoed is remembered for N3.
 */
import type { Millis, NodeId } from "../core/types.ts";
import { compareSessions, type Incarnation, type SessionId } from "../ledger/types.ts";
import type { Heartbeat, PeerReport, StoreDoubt } from "./types.ts";

interface Echoable {
  readonly session: SessionId;
  at: Millis;
}

/** One peer as this node hears it. */
export interface Heard {
  readonly newest: Heartbeat;
  readonly session: SessionId;
  readonly receivedAt: Millis;
  /** What that heartbeat said of us, if it meant this incarnation of ours. */
  readonly ofUs: PeerReport | null;
  readonly reports: readonly PeerReport[];
}

/** What that heartbeat said of one node; the last word where it said several. */
export function reportOf(reports: readonly PeerReport[], node: NodeId): PeerReport | undefined {
  for (let at = reports.length - 1; at >= 0; at -= 1) if (reports[at]!.node === node) return reports[at];
  return undefined;
}

interface PeerRecord {
  heard: Heard | null;
  /**
   * The newest incarnation of the peer that has shown that it hears this incarnation of ours. A recording of an
   * earlier conversation cannot show that, so nothing replayed after our restart counts as heard.
   */
  proven: Incarnation | null;
  /** The newest start of its disk that it was heard to count on (R13.4). */
  counted: { readonly generation: string; readonly incarnation: Incarnation } | null;
  /** The newest heartbeat of an incarnation that has proven nothing yet: it is named in our reports, so that it can. */
  unproven: Heartbeat | null;
  echo: {
    readonly incarnation: Incarnation;
    readonly number: number;
    readonly seq: number;
    readonly sentAt: Millis;
  } | null;
  /** Per session, oldest first: when the last heartbeat that could have been echoed came (N3). */
  echoable: Echoable[];
  /** The latest such moment among sessions no longer listed. */
  echoableBefore: Millis;
}

export interface Hearing {
  readonly self: NodeId;
  readonly incarnation: Incarnation;
  readonly startedAt: Millis;
  readonly peers: Map<NodeId, PeerRecord>;
  /** Own heartbeats as voters echoed them: the latest own send time per voter, for the present session number. */
  readonly echoes: Map<NodeId, Millis>;
  /** Grows whenever `echoes` changes. */
  echoed: number;
  /** How many of the newest heartbeats heard say something against this node's disk (R13.4). */
  objections: number;
  /** Who has heard a later incarnation of this very node: it runs on an old image of its disk, or twice (R13.4). */
  laterSelf: NodeId | null;
}

/** The age reported for an incarnation that has proven nothing yet: far beyond any timing. */
const NEVER_HEARD: Millis = 1e9;
/** How many sessions of one peer are listed before the oldest are folded together. */
const SESSIONS_LISTED = 8;

export function createHearing(self: NodeId, incarnation: Incarnation, now: Millis): Hearing {
  return {
    self,
    incarnation,
    startedAt: now,
    peers: new Map(),
    echoes: new Map(),
    echoed: 0,
    objections: 0,
    laterSelf: null,
  };
}

function recordOf(hearing: Hearing, node: NodeId): PeerRecord {
  let record = hearing.peers.get(node);
  if (record === undefined) {
    record = {
      heard: null,
      proven: null,
      counted: null,
      unproven: null,
      echo: null,
      echoable: [],
      echoableBefore: hearing.startedAt,
    };
    hearing.peers.set(node, record);
  }
  return record;
}

/**
 * Takes in one genuine heartbeat. `supported` says whether this node supports the session now (no open Suspect of
 * it in our log, not ended); `ownNumber` is our own session's number, for the echoes it may carry.
 * Returns what changed: `heard` false means the heartbeat was older than what we have, or proves nothing yet. `met`:
 * an incarnation showed itself, or proved itself, for the first time; whoever answers at once saves it a period each.
 */
export function hear(
  hearing: Hearing,
  heartbeat: Heartbeat,
  supported: (session: SessionId) => boolean,
  ownNumber: number,
  now: Millis,
): { readonly heard: boolean; readonly echoed: boolean; readonly met: boolean } {
  const nothing = { heard: false, echoed: false, met: false };
  if (heartbeat.from === hearing.self) return nothing;
  const record = recordOf(hearing, heartbeat.from);
  const previous = record.heard?.newest;
  if (previous !== undefined) {
    if (heartbeat.incarnation < previous.incarnation) return nothing;
    if (heartbeat.incarnation === previous.incarnation && heartbeat.seq <= previous.seq) return nothing;
  }
  const { reports } = heartbeat;
  const about = reportOf(reports, hearing.self);
  if (about !== undefined && about.incarnation > hearing.incarnation) hearing.laterSelf = heartbeat.from; // R13.4
  const ofUs = about !== undefined && about.incarnation === hearing.incarnation ? about : null;
  if (ofUs !== null) record.proven = heartbeat.incarnation;
  if (record.proven !== heartbeat.incarnation) {
    const met = record.unproven === null || record.unproven.incarnation < heartbeat.incarnation;
    if (met || record.unproven?.incarnation === heartbeat.incarnation) record.unproven = heartbeat;
    return { ...nothing, met };
  }
  record.unproven = null;
  const met = previous?.incarnation !== heartbeat.incarnation;
  const session: SessionId = {
    node: heartbeat.from,
    incarnation: heartbeat.incarnation,
    number: heartbeat.number,
  };
  noteCounted(record, heartbeat);
  if (record.heard?.ofUs?.doubt !== undefined) hearing.objections -= 1;
  if (ofUs?.doubt !== undefined) hearing.objections += 1;
  record.heard = { newest: heartbeat, session, receivedAt: now, ofUs, reports };
  if (supported(session)) {
    record.echo = {
      incarnation: heartbeat.incarnation,
      number: heartbeat.number,
      seq: heartbeat.seq,
      sentAt: heartbeat.sentAt,
    };
    noteEchoable(record, session, now);
  } else {
    record.echo = null;
  }
  return { heard: true, echoed: takeEcho(hearing, heartbeat.from, ofUs, ownNumber), met };
}

function noteCounted(record: PeerRecord, { incarnation, store }: Heartbeat): void {
  if (store?.standing !== "certified" || record.counted?.incarnation === incarnation) return;
  record.counted = { generation: store.generation, incarnation };
}

function noteEchoable(record: PeerRecord, session: SessionId, now: Millis): void {
  const last = record.echoable.at(-1);
  if (last !== undefined && compareSessions(last.session, session) === 0) {
    last.at = now;
    return;
  }
  record.echoable.push({ session, at: now });
  if (record.echoable.length > SESSIONS_LISTED) {
    const oldest = record.echoable.shift();
    if (oldest !== undefined) record.echoableBefore = Math.max(record.echoableBefore, oldest.at);
  }
}

function takeEcho(hearing: Hearing, from: NodeId, ofUs: PeerReport | null, ownNumber: number): boolean {
  const echo = ofUs?.echo ?? null;
  if (echo === null || echo.number !== ownNumber) return false;
  const before = hearing.echoes.get(from) ?? Number.NEGATIVE_INFINITY;
  if (echo.sentAt <= before) return false;
  hearing.echoes.set(from, echo.sentAt);
  hearing.echoed += 1;
  return true;
}

/** Support withdrawn: the echo stops at once, on append (N5). */
export function withdraw(hearing: Hearing, session: SessionId): void {
  const record = hearing.peers.get(session.node);
  if (record?.echo == null) return;
  if (record.echo.incarnation === session.incarnation && record.echo.number === session.number)
    record.echo = null;
}

/** Expired: neither this session nor an earlier one of its node is echoed again (N5), whichever was heard last. */
export function neverAgain(hearing: Hearing, session: SessionId): void {
  const record = hearing.peers.get(session.node);
  if (record?.echo == null) return;
  const { incarnation, number } = record.echo;
  if (compareSessions({ node: session.node, incarnation, number }, session) <= 0) record.echo = null;
}

/**
 * N3: when the last heartbeat of `session` or an earlier session of its node came that this node could have
 * echoed; else this node's own start.
 */
export function lastEchoable(hearing: Hearing, session: SessionId): Millis {
  const record = hearing.peers.get(session.node);
  if (record === undefined) return hearing.startedAt;
  let at = record.echoableBefore;
  for (const listed of record.echoable) {
    if (compareSessions(listed.session, session) <= 0) at = Math.max(at, listed.at);
  }
  return at;
}

/** What this node's next heartbeat says of every peer it has heard, or half heard. `doubtOf`: what contradicts its disk. */
export function reportsOf(
  hearing: Hearing,
  suspectAfter: Millis,
  now: Millis,
  doubtOf: (newest: Heartbeat) => StoreDoubt | null = () => null,
): PeerReport[] {
  const reports: PeerReport[] = [];
  for (const [node, { heard, unproven, echo }] of hearing.peers) {
    let report: PeerReport & { doubt?: StoreDoubt };
    if (unproven !== null) {
      const { incarnation, number, seq } = unproven;
      report = { node, incarnation, number, seq, age: NEVER_HEARD, hearsUs: false, echo: null };
    } else if (heard !== null) {
      const { incarnation, number, seq } = heard.newest;
      const current = echo !== null && echo.incarnation === incarnation && echo.number === number;
      report = {
        node,
        incarnation,
        number,
        seq,
        age: now - heard.receivedAt,
        hearsUs: hearsUs(heard, suspectAfter, now),
        echo: current ? { number: echo.number, seq: echo.seq, sentAt: echo.sentAt } : null,
      };
    } else continue;
    const doubt = doubtOf(unproven ?? heard!.newest);
    if (doubt !== null) report.doubt = doubt;
    reports.push(report);
  }
  return reports;
}

/** Whether the peer's newest heartbeat said that it heard us, and that is recent. */
export function hearsUs(heard: Heard, suspectAfter: Millis, now: Millis): boolean {
  return heard.ofUs !== null && heard.ofUs.age + (now - heard.receivedAt) < suspectAfter;
}

export function heardOf(hearing: Hearing, node: NodeId): Heard | null {
  return hearing.peers.get(node)?.heard ?? null;
}

/** The newest incarnation of which anything genuine has come, whether it has proven that it hears us or not; null: none. */
export function newestOf(hearing: Hearing, node: NodeId): Incarnation | null {
  const record = hearing.peers.get(node);
  const [heard, half] = [record?.heard?.newest.incarnation, record?.unproven?.incarnation];
  if (heard === undefined) return half ?? null;
  return half === undefined || half < heard ? heard : half;
}

/** Whoever beats to this node now: heard within `recently`, or half heard, not knowing of us yet. */
export function callersIn(hearing: Hearing, recently: Millis, now: Millis): NodeId[] {
  const callers: NodeId[] = [];
  for (const [node, { heard, unproven }] of hearing.peers) {
    if (unproven !== null || (heard !== null && now - heard.receivedAt < recently)) callers.push(node);
  }
  return callers;
}

/** Our own session has a new number: echoes of the old one are worth nothing. */
export function renumber(hearing: Hearing): void {
  hearing.echoes.clear();
  hearing.echoed += 1;
}
