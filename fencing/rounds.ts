/**
 * What the rounds of pings have shown so far, bounded: who answers, who never did, and how this node's score went. Says
 * when the next round is due: seldom while all is well, without a pause while something is not.
 */
import type { Millis } from "../consensus/core/types.ts";
import { strictMajority } from "./arbitration.ts";
import type { PingAnswer } from "./port.ts";
import type { PingTarget } from "./types.ts";

/** Rounds that are kept, for status and for whoever asks how it has been lately. */
export const ROUNDS_KEPT = 60;

export interface TargetHistory {
  readonly name: string;
  /** When the newest probe that was answered had been sent; null: none ever was. */
  readonly answeredProbeSentAt: Millis | null;
  /** When the first one that was answered had been sent. */
  readonly firstAnsweredProbeSentAt: Millis | null;
  /** Probes sent in this life of the daemon, and how many of them were answered. */
  readonly probes: number;
  readonly answers: number;
  /** The newest probes, oldest first: answered or not. */
  readonly lately: readonly boolean[];
}

export interface RoundScore {
  /** When the round began. */
  readonly at: Millis;
  readonly score: number;
  /** What the peer had last said of its own newest round by the end of this one; null: nothing. */
  readonly peers: number | null;
}

export interface PingHistory {
  readonly targets: readonly TargetHistory[];
  /** Oldest first, at most `ROUNDS_KEPT`. */
  readonly rounds: readonly RoundScore[];
}

const blank = (name: string): TargetHistory => ({
  name,
  answeredProbeSentAt: null,
  firstAnsweredProbeSentAt: null,
  probes: 0,
  answers: 0,
  lately: [],
});

/** `before`: what is known of targets that stay, when the document changes. */
export function historyOf(targets: readonly string[], before: PingHistory | null = null): PingHistory {
  const known = new Map(before?.targets.map((target) => [target.name, target]));
  return {
    targets: targets.map((name) => known.get(name) ?? blank(name)),
    // A score counts targets: among others it means something else.
    rounds: before !== null && sameNames(before, targets) ? before.rounds : [],
  };
}

const sameNames = ({ targets }: PingHistory, names: readonly string[]): boolean =>
  targets.length === names.length && targets.every(({ name }) => names.includes(name));

/** One round has ended that began at `at`. A target that it does not mention had no probe. `peers`: the peer's own score by then. */
export function afterRound(
  history: PingHistory,
  at: Millis,
  answers: readonly PingAnswer[],
  peers: number | null = null,
): PingHistory {
  const of = new Map(answers.map((answer) => [answer.target, answer]));
  const targets = history.targets.map((target) => {
    const answer = of.get(target.name);
    return answer === undefined ? target : afterProbe(target, answer);
  });
  const score = answers.filter(({ answered }) => answered).length;
  return { targets, rounds: [...history.rounds, { at, score, peers }].slice(-ROUNDS_KEPT) };
}

function afterProbe(target: TargetHistory, { sentAt, answered }: PingAnswer): TargetHistory {
  const lately = [...target.lately, answered].slice(-ROUNDS_KEPT);
  const probes = target.probes + 1;
  if (!answered) return { ...target, probes, lately };
  const { answeredProbeSentAt, firstAnsweredProbeSentAt } = target;
  return {
    name: target.name,
    answeredProbeSentAt: Math.max(answeredProbeSentAt ?? sentAt, sentAt),
    firstAnsweredProbeSentAt: firstAnsweredProbeSentAt ?? sentAt,
    probes,
    answers: target.answers + 1,
    lately,
  };
}

/** How many targets answered in the newest round; null: there was none yet. */
export const newestScore = ({ rounds }: PingHistory): number | null => rounds.at(-1)?.score ?? null;

/**
 * The targets as the gate and the comparison take them. A target that neither side reached before `peerHeardAt` counts
 * for nobody. `reachedByPeer`: by the peer's own words; `peerHeardAt`: null while it has not been heard at all.
 */
export function pingTargets(
  { targets }: PingHistory,
  peerHeardAt: Millis | null,
  reachedByPeer: ReadonlySet<string> = new Set(),
): readonly PingTarget[] {
  return targets.map(({ name, answeredProbeSentAt, firstAnsweredProbeSentAt: first }) => ({
    name,
    answeredProbeSentAt,
    reachedBefore:
      reachedByPeer.has(name) || (first !== null && (peerHeardAt === null || first <= peerHeardAt)),
  }));
}

export interface Pace {
  /** From the begin of a round to the begin of the next, while nothing is wrong. */
  readonly period: Millis;
  /** Of one round: the shortest distance between two begins, too. */
  readonly timeout: Millis;
}

/**
 * When the next round is due. A process is made for every target of a round, so an idle node asks seldom; once the peer
 * is silent, a target is, or the peer's score is another, the answer must be fresh and the rounds follow each other.
 */
export function nextRoundAt(
  history: PingHistory,
  { period, timeout }: Pace,
  peer: { readonly silent: boolean; readonly score: number | null },
): Millis {
  const last = history.rounds.at(-1);
  if (last === undefined) return Number.NEGATIVE_INFINITY;
  const uneasy = peer.silent || wavers(history) || (peer.score !== null && peer.score !== last.score);
  return last.at + (uneasy ? Math.min(period, timeout) : period);
}

/** A target that answered lately did not answer this time. One that is silent for long is told, and hurries nobody. */
const wavers = ({ targets }: PingHistory): boolean =>
  targets.some(({ lately }) => lately.at(-1) === false && lately.slice(-5).includes(true));

/** Silent for so many probes that a person should look, although it answered once. */
const LONG_SILENT = 5;

/** What a person should know of the targets before they are needed, a sentence each; empty: all is well. */
export function pingFindings({ targets }: PingHistory): readonly string[] {
  const found: string[] = [];
  for (const { name, probes, answers, lately } of targets) {
    if (probes === 0) continue;
    if (answers === 0)
      found.push(
        `ping target ${name} has never answered this node: it counts among those that are needed, and for nobody`,
      );
    else if (lately.length >= LONG_SILENT && !lately.slice(-LONG_SILENT).includes(true))
      found.push(`ping target ${name} has stopped answering this node: look before it is needed`);
  }
  const alive = targets.filter(({ lately }) => lately.at(-1) === true).length;
  if (
    targets.length > 0 &&
    targets.every(({ probes }) => probes > 0) &&
    alive < strictMajority(targets.length)
  )
    found.push(
      `this node reaches ${alive} of ${targets.length} ping targets, ${strictMajority(targets.length)} are needed: it would not take over now`,
    );
  return found;
}
