/** Everything that can happen next in a state of a world. What depends on one or two nodes alone is worked out once. */
import type { AgeReport } from "../../consensus/sessions/types.ts";
import { type Bridge, idAt } from "./bridge.ts";
import { inTerm, type Move, type Successor, setNode, withNode } from "./change.ts";
import { advance } from "./commit.ts";
import { elections, restarts } from "./elections.ts";
import { GROUP, type LogNode } from "./logs.ts";
import { type Proposal, proposals } from "./proposals.ts";
import {
  type Holder,
  INDEXES,
  type Index,
  Interned,
  Memory,
  type Node,
  type State,
  VOTERS,
} from "./world.ts";

interface Heard {
  readonly move: Move;
  readonly node: Node;
  readonly holder: Holder;
}
/** What an append makes of a follower, and what it answers; null: nothing comes back. */
interface Appended {
  readonly move: Move;
  readonly follower: Node;
  readonly report: Report | null;
}
/** An acknowledgement: so much of the log is durable there, and these are the ages (N3). */
interface Report {
  readonly id: number;
  readonly from: Index;
  readonly match: number;
  readonly ages: readonly AgeReport[];
}
/** All that a follower sees of a leader. */
interface Letter {
  readonly id: number;
  readonly term: number;
  readonly log: number;
  readonly applied: number;
}

/** What was worked out already, by the numbers of nodes and holders. */
interface Memories {
  readonly aged: Memory<Node>;
  readonly agedHolders: Memory<Holder>;
  readonly heard: Memory<readonly Heard[]>;
  readonly letters: Interned<Letter>;
  readonly reports: Interned<Report>;
  readonly appended: Memory<readonly Appended[]>;
  readonly answered: Memory<Node>;
  readonly proposed: Memory<readonly Proposal[]>;
}
const memories = new WeakMap<Bridge, Memories>();
function memoriesOf(bridge: Bridge): Memories {
  let known = memories.get(bridge);
  if (known === undefined) {
    known = {
      aged: new Memory(),
      agedHolders: new Memory(),
      heard: new Memory(),
      letters: new Interned(({ term, log, applied }) => `${term},${log},${applied}`),
      reports: new Interned(({ from, match, ages }) => JSON.stringify([from, match, ages])),
      appended: new Memory(),
      answered: new Memory(),
      proposed: new Memory(),
    };
    memories.set(bridge, known);
  }
  return known;
}

/** Nothing more can come of it: the holder itself knows that the group is another's. */
function settled(bridge: Bridge, { nodes: [own] }: State): boolean {
  const lease = bridge.logs.ledger(own.log, own.applied).leases.get(GROUP);
  return lease?.state !== "held" || lease.holder?.node !== idAt(0);
}

/** The longest prefix that any node knows to be committed. */
export function committed(bridge: Bridge, { nodes: [a, b, c] }: State): LogNode {
  const best = a.applied >= b.applied ? a : b;
  const most = best.applied >= c.applied ? best : c;
  return bridge.logs.prefix(most.log, most.applied);
}

export function successors(bridge: Bridge, state: State): Successor[] {
  if (settled(bridge, state)) return [];
  const found: Successor[] = [];
  const handedOver = committed(bridge, state).ledger.leases.get(GROUP)?.holder?.node !== idAt(0);
  time(bridge, state, found);
  heartbeats(bridge, state, found);
  for (const leader of INDEXES) {
    if (!state.nodes[leader].leads) continue;
    for (const to of INDEXES) if (to !== leader) appends(bridge, state, leader, to, found);
    // Once the group is another's, nothing that is proposed brings it back: only what is on its way matters.
    if (!handedOver) propose(bridge, state, leader, found);
  }
  for (const at of INDEXES) {
    const node = state.nodes[at];
    if (node.durable < bridge.logs.of(node.log).length)
      found.push({ move: { type: "synced", at }, state: synced(bridge, state, at) });
    elections(bridge, state, at, found);
    restarts(bridge, state, at, found);
  }
  return found;
}

// ---------------------------------------------------------------- time and heartbeats

function time(bridge: Bridge, { nodes, holder, ...counts }: State, found: Successor[]): void {
  const { aged, agedHolders } = memoriesOf(bridge);
  for (const [which, drift] of bridge.world.drifts.entries()) {
    const older = (at: Index): Node =>
      aged.get(nodes[at].id, which * 3 + at, () => age(bridge, nodes[at], drift[at], drift[0]));
    const later = agedHolders.get(holder.id, which, () => ageHolder(bridge, holder, drift[0]));
    const state: State = { nodes: [older(0), older(1), older(2)], holder: later, ...counts };
    found.push({ move: { type: "time", drift }, state });
  }
}

function age(bridge: Bridge, node: Node, own: number, holders: number): Node {
  const { ttl } = bridge.world;
  const older = (ago: number): number => bridge.clamp(ago + own);
  const { newest, flying } = node;
  return bridge.nodes.one({
    ...node,
    startedAgo: older(node.startedAgo),
    echoable: node.echoable.map(({ session, ago }) => ({ session, ago: older(ago) })),
    claims: node.claims.map((claim) => ({ ...claim, ago: older(claim.ago) })),
    newest: newest === null ? null : { ...newest, sentAgo: Math.min(ttl, newest.sentAgo + holders) },
    flying:
      flying === null || flying.sentAgo + holders >= ttl
        ? null
        : { ...flying, sentAgo: flying.sentAgo + holders },
  });
}

function ageHolder(bridge: Bridge, holder: Holder, own: number): Holder {
  const { ttl } = bridge.world;
  const echo = (ago: number | null): number | null => (ago === null || ago + own >= ttl ? null : ago + own);
  return bridge.holders.one({
    ...holder,
    sessionAgo: Math.min(ttl, holder.sessionAgo + own),
    previous: holder.sessionAgo + own >= ttl ? null : holder.previous,
    echoes: [null, echo(holder.echoes[1]), echo(holder.echoes[2])],
    suspectedAgo: holder.suspectedAgo === null ? null : Math.min(ttl, holder.suspectedAgo + own),
  });
}

/** `a` beats at every step to everybody, on several paths: any of its heartbeats may come now, later, or not at all. */
function heartbeats(bridge: Bridge, state: State, found: Successor[]): void {
  const { holder, nodes } = state;
  const { heard } = memoriesOf(bridge);
  for (const by of VOTERS) {
    const all = heard.get(nodes[by].id * 2 + by - 1, holder.id, () =>
      hearings(bridge, by, nodes[by], holder),
    );
    for (const { move, node, holder: after } of all)
      found.push({ move, state: withNode(state, by, node, after) });
  }
}

function hearings(bridge: Bridge, by: 1 | 2, voter: Node, holder: Holder): Heard[] {
  const found: Heard[] = [];
  for (let sentAgo = 0; sentAgo <= bridge.world.delay; sentAgo++) {
    const sessions = [];
    if (sentAgo <= holder.sessionAgo) sessions.push(holder.session);
    if (sentAgo >= holder.sessionAgo && holder.previous !== null) sessions.push(holder.previous);
    for (const session of sessions) {
      const heard = bridge.hear(by, voter, { session, sentAgo });
      if (heard === null) continue;
      const { node, echo } = heard;
      const move: Move = { type: "heard", by, sentAgo, echoed: echo !== null };
      if (echo === null || !bridge.world.promptEchoes) found.push({ move, node, holder });
      else {
        const after = bridge.takeEcho(holder, by, echo);
        found.push({ move, node: bridge.nodes.one({ ...node, flying: null }), holder: after });
      }
    }
  }
  const { flying } = voter;
  if (flying !== null) {
    const move: Move = { type: "echo", from: by, sentAgo: flying.sentAgo };
    const node = bridge.nodes.one({ ...voter, flying: null });
    found.push({ move, node, holder: bridge.takeEcho(holder, by, flying) });
  }
  return found;
}

// ---------------------------------------------------------------- the log

function appends(bridge: Bridge, state: State, from: Index, to: Index, found: Successor[]): void {
  const leader = state.nodes[from];
  const follower = state.nodes[to];
  if (follower.term > leader.term) return;
  const { appended, letters } = memoriesOf(bridge);
  const letter = letters.one({ id: -1, term: leader.term, log: leader.log, applied: leader.applied });
  const { holder } = state;
  // What a holder reports of itself depends on its session, and on when it appended the Suspect of it (N4).
  const own = to === 0 ? 1 + holder.session * 4 + (holder.suspectedAgo ?? 3) : 0;
  const key = letter.id * 9 + from * 3 + to;
  for (const one of appended.get(key, follower.id * 64 + own, () =>
    exchanges(bridge, state, letter, from, to),
  )) {
    const after = setNode(bridge, state, to, one.follower);
    const told = one.report === null ? leader : answered(bridge, leader, from, one.report);
    found.push({ move: one.move, state: setNode(bridge, after, from, told) });
  }
}

function exchanges(bridge: Bridge, state: State, leader: Letter, from: Index, to: Index): Appended[] {
  const { logs, world } = bridge;
  const follower = state.nodes[to];
  const found: Appended[] = [];
  const before = inTerm(bridge, follower, leader.term);
  const matched = logs.common(before.log, leader.log);
  const length = logs.of(leader.log).length;
  for (const take of [0, 1]) {
    const proven = matched + take;
    if (proven > length) continue;
    if (take === 1 && matched < before.applied)
      throw new Error("an entry that is committed would be replaced");
    const node = bridge.nodes.one({
      ...before,
      log: take === 1 ? logs.prefix(leader.log, proven).id : before.log,
      durable: take === 0 ? before.durable : world.promptDisks ? proven : Math.min(before.durable, matched),
      applied: Math.max(before.applied, Math.min(leader.applied, proven)),
    });
    const entry = take === 1 ? logs.prefix(leader.log, proven).entry : null;
    const move = { type: "append", from, to, entry } as const;
    const answers = take === 0 || world.promptDisks;
    if (answers) {
      const report = reportOf(bridge, state, to, node, proven);
      found.push({ move: { ...move, answered: true }, follower: node, report });
    }
    if (!answers || (world.lossyAnswers && node !== follower))
      found.push({ move: { ...move, answered: false }, follower: node, report: null });
  }
  return found;
}

function reportOf(bridge: Bridge, state: State, from: Index, node: Node, proven: number): Report {
  const match = Math.min(Math.max(proven, node.applied), node.durable);
  const { session, suspectedAgo } = state.holder;
  const own = from === 0 ? bridge.suspectedAgo(node, session, suspectedAgo) : null;
  return memoriesOf(bridge).reports.one({ id: -1, from, match, ages: bridge.ages(from, node, own) });
}

/** The acknowledgement has arrived. */
function answered(bridge: Bridge, leader: Node, at: Index, report: Report): Node {
  return memoriesOf(bridge).answered.get(leader.id * 3 + at, report.id, () => {
    const match: [number, number, number] = [...leader.match];
    match[report.from] = Math.max(match[report.from], report.match);
    const counted = bridge.count({ ...leader, match }, report.from, report.ages);
    return bridge.nodes.one(advance(bridge, at, counted));
  });
}

function synced(bridge: Bridge, state: State, at: Index): State {
  const node = { ...state.nodes[at], durable: bridge.logs.of(state.nodes[at].log).length };
  if (node.leads) return setNode(bridge, state, at, bridge.nodes.one(advance(bridge, at, node)));
  const kept = bridge.nodes.one(node);
  const next = setNode(bridge, state, at, kept);
  const leader = INDEXES.find((one) => state.nodes[one].leads && state.nodes[one].term === node.term);
  if (leader === undefined) return next;
  const proven = bridge.logs.common(node.log, state.nodes[leader].log);
  const report = reportOf(bridge, state, at, kept, proven);
  return setNode(bridge, next, leader, answered(bridge, state.nodes[leader], leader, report));
}

function propose(bridge: Bridge, state: State, at: Index, found: Successor[]): void {
  const leader = state.nodes[at];
  const { logs } = bridge;
  const [own] = state.nodes;
  const { proposed } = memoriesOf(bridge);
  // Of `a`, what it knows to be committed is all that matters here.
  const known = logs.prefix(own.log, own.applied).id;
  const wishes = proposed.get(leader.id * 3 + at, known * 2 ** 13 + state.holder.id, () =>
    proposals(bridge, state, at),
  );
  for (const { entry, leader: after, stops } of wishes) {
    const next = setNode(bridge, state, at, after);
    const holder = stops ? bridge.holders.one({ ...next.holder, stopped: true }) : next.holder;
    found.push({ move: { type: "proposed", leader: at, entry }, state: { ...next, holder } });
  }
}
