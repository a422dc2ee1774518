/**
 * Who should survive a split of two: scores by ping, the gate before shot and vote, and who shoots first. Pings tell
 * whether *we* are cut off; that the other has stopped they never tell (that is `evidence.ts`).
 */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import { allow, type PingTarget, refuse, type Verdict } from "./types.ts";

/** How many targets answered a probe sent after `since`. One that neither side reached before the split counts for nobody. */
export function score(targets: readonly PingTarget[], since: Millis): number {
  return targets.filter(
    ({ answeredProbeSentAt, reachedBefore }) =>
      reachedBefore && answeredProbeSentAt !== null && answeredProbeSentAt > since,
  ).length;
}

/** More than half of *all* that are configured, the dead ones included. */
export const strictMajority = (configured: number): number => Math.floor(configured / 2) + 1;

/** The ping gate: before a shot, before going solo, and for serving on. `peerHeardAt`: when the peer was last heard. */
export function judgeGate(targets: readonly PingTarget[], peerHeardAt: Millis): Verdict {
  if (targets.length === 0)
    return refuse("no ping target is configured: this node cannot tell whether it is itself cut off");
  const reached = score(targets, peerHeardAt);
  const needed = strictMajority(targets.length);
  const of = `${reached} of ${targets.length} ping targets answered since the peer fell silent`;
  return reached >= needed
    ? allow(of)
    : refuse(`${of}, ${needed} are needed: this node may itself be cut off`);
}

// ---------------------------------------------------------------- while a path to the peer lives

/** How many rounds in a row this node was the lower one. */
export interface Comparison {
  readonly roundsBehind: number;
}
export const EVEN: Comparison = { roundsBehind: 0 };

/** One round's scores; they must be of the same round. Equal scores: the current holder wins, so nobody is behind. */
export function compareRound(before: Comparison, own: number, peers: number): Comparison {
  return own < peers ? { roundsBehind: before.roundsBehind + 1 } : EVEN;
}

/** Several rounds in a row, so that one lost ping moves nothing. `rounds`: how many, at least 1. */
export function judgeSurrender({ roundsBehind }: Comparison, rounds: number): Verdict {
  return roundsBehind >= rounds
    ? allow(`this node reached fewer ping targets than its peer in ${roundsBehind} rounds in a row`)
    : refuse(`this node was the lower one in ${roundsBehind} rounds in a row; ${rounds} are needed`);
}

// ---------------------------------------------------------------- when the peer is silent

export interface LastScores {
  readonly own: number;
  /** What the peer last said of itself; null: nothing in this boot. */
  readonly peers: number | null;
  /** This node holds something, and so wins when both are equal. */
  readonly holds: boolean;
}

/**
 * Whether this node is the one to take over. R10: once the peer is verified off, its last score is not compared any
 * more, only the gate stays: a stale score would keep the only one alive from a lawful takeover.
 */
export function judgeTakeover(gate: Verdict, scores: LastScores, peerVerifiedOff: boolean): Verdict {
  if (!gate.ok) return gate;
  if (peerVerifiedOff) return gate; // R10
  const { own, peers } = scores;
  if (peers !== null && own < peers)
    return refuse(`the peer reached ${peers} ping targets when it was last heard, this node reaches ${own}`);
  return gate;
}

// ---------------------------------------------------------------- R11: never both

/** What each side of the race knows alike: from the ledger, and so the same on both. */
export interface RaceFacts {
  /** Groups that each of the two holds, by the ledger. */
  readonly holds: ReadonlyMap<NodeId, number>;
  /** Measured milliseconds of off plus status, of the device by which the first one shoots; newest last. */
  readonly measured: readonly Millis[];
  /** Taken while there are no measurements: the configured bound of off plus status. */
  readonly bound: Millis;
  /** By how much the two may differ in when they notice the split. */
  readonly detectionSkew: Millis;
}

/** The side that holds more shoots first; between equals the smaller name. Throws nothing. */
export function firstToShoot(a: NodeId, b: NodeId, holds: ReadonlyMap<NodeId, number>): NodeId {
  const [ofA, ofB] = [holds.get(a) ?? 0, holds.get(b) ?? 0];
  if (ofA !== ofB) return ofA > ofB ? a : b;
  return a < b ? a : b;
}

/** The value that 99 of 100 measurements do not exceed: the greatest, where there are fewer than 100. Null: none. */
export function p99(measured: readonly Millis[]): Millis | null {
  const sorted = measured.toSorted((x, y) => x - y);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? null;
}

/**
 * R11: how long this node waits between noticing the split and its shot: exactly one side 0; the other longer than the
 * first one's shot takes, plus the skew. So at the latest moment at which the first can have begun, it is done before
 * the second begins: never both off.
 */
export function shotDelay(self: NodeId, peer: NodeId, facts: RaceFacts): Millis {
  const { holds, measured, bound, detectionSkew } = facts;
  if (firstToShoot(self, peer, holds) === self) return 0;
  return (p99(measured) ?? bound) + detectionSkew + 1;
}
