/**
 * What a leader owes the cluster, looked at on every tick and after every apply: admit sessions, suspect, clear,
 * expire, place groups, hand leadership to a better-placed voter. Each duty returns wishes; the replica proposes
 * them. A wish has a key, and is not made again while the entry that carries it is on its way.
 */
import type { Configuration, LogIndex, Millis, NodeId, Term } from "./core/types.ts";
import { currentSession, timingsInUse } from "./ledger/query.ts";
import { contradiction, hasForgotten } from "./ledger/stores.ts";
import {
  type ClusterDocument,
  type Command,
  compareSessions,
  type Ledger,
  type SessionId,
  sessionKey,
  type Timing,
} from "./ledger/types.ts";
import { longestWait } from "./sessions/arithmetic.ts";
import { type Hearing, heardOf, lastEchoable } from "./sessions/hearing.ts";
import { betterPlacedLeader, heardByMajority } from "./sessions/suspicion.ts";
import { keepOnly, silent, type Tallies } from "./sessions/tally.ts";
import type { StoreWord } from "./sessions/types.ts";
import { isSuspected, type OpenSuspects } from "./suspects.ts";
import type { Tail } from "./tail.ts";
import type { PlanContext, Planner } from "./types.ts";

export interface Wish {
  readonly key: string;
  readonly commands: readonly Command[];
}

/** Everything a duty may look at. */
export interface View {
  readonly self: NodeId;
  readonly ownSession: SessionId;
  readonly bootId: string;
  /** What this node says of its own disk; null: nothing is known of it. */
  readonly ownStore: StoreWord | null;
  readonly term: Term;
  readonly ledger: Ledger;
  readonly hearing: Hearing;
  readonly suspects: OpenSuspects;
  readonly tallies: Tallies;
  readonly tail: Tail;
  readonly configurations: readonly Configuration[];
  readonly timing: Timing;
  readonly planner: Planner;
  /** Up to here this leader's own log is on its disk. */
  readonly durableIndex: LogIndex;
  /** The document that the first leader of an empty ledger proposes. */
  readonly bootstrap: ClusterDocument;
  /** Everything known committed is applied. */
  readonly appliedAll: boolean;
  /** Every entry of earlier terms is applied here, and one of this term (checklist 23). */
  readonly caughtUp: boolean;
  /** This leader woke from a pause a moment ago: what it has not heard proves nothing until it has looked again. */
  readonly justWoke: boolean;
  readonly now: Millis;
}

/** How long and how often a session was cleared lately: a flapping one is cleared ever more slowly. */
export interface ClearHistory {
  count: number;
  lastSuspectedAt: Millis;
  heardSince: Millis | null;
}

export function planContext(view: View): PlanContext {
  return {
    alive: (session) =>
      heardByMajority(view.hearing, view.configurations, session, view.timing.suspectAfter, view.now),
    term: view.term,
    now: view.now,
  };
}

/** Sessions that a majority hears and that are not in the ledger yet: any other could not be valid anyway. */
export function admit(view: View): Wish[] {
  const wishes: Wish[] = [];
  const { ledger, hearing, configurations, timing, now } = view;
  for (const { name } of ledger.document?.nodes ?? []) {
    const heard = heardOf(hearing, name);
    const session = name === view.self ? view.ownSession : heard?.session;
    if (session === undefined) continue;
    const ended = ledger.ended.get(name);
    if (ended !== undefined && compareSessions(session, ended) <= 0) continue;
    const current = currentSession(ledger, name);
    if (current !== null && compareSessions(session, current.id) <= 0) continue;
    if (!heardByMajority(hearing, configurations, session, timing.suspectAfter, now)) continue;
    const bootId = name === view.self ? view.bootId : (heard?.newest.bootId ?? "");
    const store = name === view.self ? (view.ownStore ?? undefined) : heard?.newest.store;
    if (store !== undefined && !mayOpen(ledger, session, store)) continue;
    const generation = store === undefined ? {} : { generation: store.generation };
    const open: Command = { type: "open", session, bootId, ...generation };
    wishes.push({ key: `open ${sessionKey(session)}`, commands: [open] });
  }
  return wishes;
}

/** R13.5: a disk that contradicts what is known gets no session, nor does one that nobody has vouched for yet. */
function mayOpen({ stores }: Ledger, { node, incarnation }: SessionId, store: StoreWord): boolean {
  const fact = stores.get(node);
  const start = { generation: store.generation, incarnation, vetted: store.vetted };
  if (contradiction(fact, start) !== null || hasForgotten(fact, start)) return false;
  // What the ledger remembers as let in, the store itself knows of (R13.4).
  return store.standing === "certified" || fact?.incarnation === incarnation;
}

/**
 * Blank disks that have the log, nearly: Certify lets them in (R13.2). It is safe for any; whoever still takes the log would only wait
 * longer for what it waits for. `near`: whether the node has what is committed, but for a little.
 */
export function certify({ self, ledger, hearing }: View, near: (node: NodeId) => boolean): Wish[] {
  const wishes: Wish[] = [];
  for (const { name } of ledger.document?.nodes ?? []) {
    const newest = name === self ? undefined : heardOf(hearing, name)?.newest;
    if (newest?.store?.standing !== "blank" || !near(name)) continue;
    const { generation } = newest.store;
    const { incarnation } = newest;
    const fact = ledger.stores.get(name);
    if (fact?.incarnation === incarnation || contradiction(fact, { generation, incarnation }) !== null)
      continue;
    const command: Command = { type: "certify", node: name, generation, incarnation };
    wishes.push({ key: `certify ${name} ${generation} ${incarnation}`, commands: [command] });
  }
  return wishes;
}

/** Sessions that no majority hears any more. */
export function suspect(view: View): Wish[] {
  // T5, and "never because of a time-out of one's own making": first look again.
  if (view.justWoke) return [];
  const wishes: Wish[] = [];
  const { hearing, configurations, timing, now } = view;
  const newest = configurations.at(-1);
  const alone = newest?.outgoing === null && newest.voters.length === 1 && newest.voters[0] === view.self;
  for (const [key, { id }] of view.ledger.sessions) {
    if (isSuspected(view.suspects, id)) continue;
    // Whoever goes on alone hears itself; by the two of before it would only delay what it is about to take over.
    if (alone && id.node === view.self) continue;
    if (now - hearing.startedAt < timing.suspectAfter) continue;
    if (heardByMajority(hearing, configurations, id, timing.suspectAfter, now)) continue;
    const reason = `no majority has heard it and been heard by it for ${timing.suspectAfter} ms`;
    wishes.push({ key: `suspect ${key}`, commands: [{ type: "suspect", session: id, reason }] });
  }
  return wishes;
}

/**
 * For each committed open Suspect: Expire when silence is proven (N2, N3), else Clear when a majority hears the
 * session again, with a back-off for one that flaps. `wakeAt`: when the next silence becomes long enough.
 */
export function settleSuspects(
  view: View,
  histories: Map<string, ClearHistory>,
): { wishes: Wish[]; wakeAt: Millis } {
  const wishes: Wish[] = [];
  let wakeAt = Number.POSITIVE_INFINITY;
  const { hearing, configurations, timing, now } = view;
  forgetGone(histories, view.ledger);
  for (const [key, record] of view.ledger.sessions) {
    if (record.suspect === null) continue;
    const { index, term } = record.suspect;
    const history = historyOf(histories, key, now);
    // The leader is a witness like any other: a majority may have committed what its own disk does not have yet, and
    // after a crash it would echo the session again beside the successor (N3).
    const ownSince = index <= view.durableIndex ? lastEchoable(hearing, record.id) : null;
    // N1: by whichever revision it counts, one that only others have applied included.
    const wait = longestWait([...timingsInUse(view.ledger, record.id), ...view.tail.timings]);
    const verdict = silent(
      view.tallies,
      { session: record.id, index, term },
      configurations,
      view.self,
      ownSince,
      wait,
      now,
    );
    if (verdict.proven) {
      const expire: Command = {
        type: "expire",
        session: record.id,
        suspectIndex: index,
        term: view.term,
        evidence: verdict.evidence,
      };
      wishes.push({
        key: `expire ${key}`,
        commands: view.planner.plan(view.ledger, [expire], planContext(view)),
      });
      continue;
    }
    wakeAt = Math.min(wakeAt, verdict.dueAt);
    if (!heardByMajority(hearing, configurations, record.id, timing.suspectAfter, now)) {
      history.heardSince = null;
      continue;
    }
    history.heardSince ??= now;
    // First Clear at once; then 1, 2, 4 … heartbeats of being heard, at most a quarter of the TTL.
    const patience =
      history.count === 0 ? 0 : Math.min(timing.heartbeat * 2 ** (history.count - 1), timing.ttl / 4);
    if (now - history.heardSince < patience) continue;
    wishes.push({
      key: `clear ${key}`,
      commands: [
        {
          type: "clear",
          session: record.id,
          suspectIndex: index,
          reason: "a majority hears it again and is heard by it",
        },
      ],
    });
  }
  return { wishes, wakeAt };
}

/**
 * A session that is gone never comes back (N5), so what a leader has seen of its flapping is of no use. Nothing rests on it but the
 * leader's own patience.
 */
function forgetGone(histories: Map<string, ClearHistory>, { sessions }: Ledger): void {
  for (const key of histories.keys()) if (!sessions.has(key)) histories.delete(key);
}

function historyOf(histories: Map<string, ClearHistory>, key: string, now: Millis): ClearHistory {
  let history = histories.get(key);
  if (history === undefined) {
    history = { count: 0, lastSuspectedAt: now, heardSince: null };
    histories.set(key, history);
  }
  return history;
}

/** A Clear was committed: the next one takes longer, unless there was long quiet in between. */
export function noteCleared(
  histories: Map<string, ClearHistory>,
  session: SessionId,
  timing: Timing,
  now: Millis,
): void {
  const history = historyOf(histories, sessionKey(session), now);
  history.count = now - history.lastSuspectedAt > 10 * timing.ttl ? 1 : history.count + 1;
  history.lastSuspectedAt = now;
  history.heardSince = null;
}

/** Groups to place: vacant ones, wanted moves. */
export function place(view: View): Wish[] {
  const commands = view.planner.plan(view.ledger, [], planContext(view));
  return commands.length === 0 ? [] : [{ key: "plan", commands }];
}

/** The voter that should lead instead, because this leader alone is deaf to a session. */
export function handOver(view: View): { readonly to: NodeId; readonly deafTo: SessionId } | null {
  const configuration = view.configurations[0];
  if (view.justWoke || configuration === undefined) return null;
  const better = (id: SessionId): NodeId | null =>
    betterPlacedLeader(view.hearing, configuration, id, view.timing.suspectAfter, view.now);
  for (const { id } of view.ledger.sessions.values()) {
    const to = better(id);
    if (to !== null) return { to, deafTo: id };
  }
  // New sessions that this leader knows by the word of voters only: unheard by itself, it could never admit them.
  for (const voter of configuration.voters) {
    for (const { node, incarnation, number } of heardOf(view.hearing, voter)?.reports ?? []) {
      const session: SessionId = { node, incarnation, number };
      const to = better(session);
      if (to !== null && isUnadmitted(view.ledger, session)) return { to, deafTo: session };
    }
  }
  return null;
}

function isUnadmitted(ledger: Ledger, session: SessionId): boolean {
  const { node } = session;
  const known = currentSession(ledger, node)?.id ?? ledger.ended.get(node);
  const member = ledger.document?.nodes.some(({ name }) => name === node) === true;
  return member && (known === undefined || compareSessions(session, known) > 0);
}

/**
 * All that the leader wishes now. `planUnderway`: placements are on their way, and what the ledger says is about to
 * change. `wakeAt`: when to look again without being asked.
 */
export function owed(
  view: View,
  clears: Map<string, ClearHistory>,
  planUnderway: boolean,
): { readonly wishes: readonly Wish[]; readonly wakeAt: Millis } {
  const none = Number.POSITIVE_INFINITY;
  // A Suspect may ride with a new leader's first entries; everything else waits for what went before it.
  const suspected = view.appliedAll ? suspect(view) : [];
  if (!view.caughtUp) return { wishes: suspected, wakeAt: none };
  if (view.ledger.document === null) {
    const configure: Command = {
      type: "configure",
      baseRevision: 0,
      document: view.bootstrap,
      by: view.self,
      note: "",
    };
    return { wishes: [...suspected, { key: "configure", commands: [configure] }], wakeAt: none };
  }
  keepOnly(view.tallies, view.suspects);
  const settled = settleSuspects(view, clears);
  const placed = planUnderway ? [] : place(view);
  return { wishes: [...suspected, ...admit(view), ...settled.wishes, ...placed], wakeAt: settled.wakeAt };
}
