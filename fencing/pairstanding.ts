/**
 * What one of two remembers about the other, and how the two stand by it: in contact or apart, behind the gate, eligible, with
 * what proof. Nothing here changes anything: `pair.ts` does.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { FenceAttempt, Incarnation, Outlet, ProofKind, StopKind } from "../consensus/ledger/types.ts";
import { EVEN, judgeGate, judgeTakeover, score } from "./arbitration.ts";
import { judgeProof } from "./evidence.ts";
import { judgeRisk, RISK_SENTENCE } from "./jeopardy.ts";
import type { IpHearing } from "./ownstack.ts";
import type { PairFacts, Standing } from "./pairfacts.ts";
import type { Shot } from "./policy.ts";
import { historyOf, type PingHistory, pingFindings, pingTargets } from "./rounds.ts";
import {
  type Eligibility,
  isPair,
  judgeEligibility,
  judgeSolo,
  type Question,
  SOLO_PROOFS,
  type Survivor,
} from "./solo.ts";
import type { Evidence, Verdict } from "./types.ts";

export interface Underway {
  readonly id: number;
  readonly action: "off" | "status" | "on";
  readonly outlets: readonly Outlet[];
}

/** Mutable; made by `createPair`, changed only by `pair.ts`. */
export interface Pair {
  pings: PingHistory;
  /** When the round under way began. */
  probing: Millis | null;
  rounds: number;
  comparison: { readonly own: typeof EVEN; readonly peers: typeof EVEN; readonly peersRound: number };
  goodSince: Millis | null;
  /** What came by IP, as it was last measured (R10a); null: it is not known. */
  hearing: IpHearing | null;
  /** When it was last asked for; null: it does not matter now. */
  listening: Millis | null;
  /** Since when it has been this node's own IP stack by R10a, turn by turn; null: it is not. */
  stackSince: Millis | null;
  eligibility: Eligibility | null;
  open: { readonly question: Question; readonly at: Millis } | null;
  clockGapAt: Millis | null;
  lateness: { readonly by: Millis; readonly at: Millis };
  /** Until when the loop last stood still for more than half a TTL: no silence counts that began before. */
  stoodStillUntil: Millis;
  /** The two have heard each other since this process started. */
  met: boolean;
  apartSince: Millis | null;
  evidence: Evidence | null;
  underway: Underway | null;
  readonly results: Map<string, "verified-off" | "failed">;
  /** A contact came after the status had been asked for: it is asked for once more (R1). */
  recheck: readonly Outlet[] | null;
  /** What the newest shot has shown to be off, and of which incarnation; it outlives a contact that was but a late packet. */
  shown: { readonly outlets: readonly Outlet[]; readonly incarnation: Incarnation } | null;
  shots: Shot[];
  attempts: FenceAttempt[];
  /** Established, and to be written into the ledger once this node can. */
  proven: { readonly kind: StopKind; readonly incarnation: Incarnation; readonly evidence: string } | null;
  /** Outlets to be switched on again, and tries left. */
  dark: { readonly outlets: readonly Outlet[]; tries: number } | null;
  acts: number;
}

export const createPair = (now: Millis): Pair => ({
  pings: historyOf([]),
  probing: null,
  rounds: 0,
  comparison: { own: EVEN, peers: EVEN, peersRound: 0 },
  goodSince: null,
  hearing: null,
  listening: null,
  stackSince: null,
  eligibility: null,
  open: null,
  clockGapAt: null,
  lateness: { by: 0, at: now },
  stoodStillUntil: now,
  met: false,
  apartSince: null,
  evidence: null,
  underway: null,
  results: new Map(),
  recheck: null,
  shown: null,
  shots: [],
  attempts: [],
  proven: null,
  dark: null,
  acts: 0,
});

/** How the two stand to each other at this moment. */
export function standingOf(pair: Pair, facts: PairFacts, now: Millis): Standing {
  const { heard, placed, self, timing } = facts;
  const { voters, outgoing } = placed.configuration;
  if (voters.length === 1 && voters[0] === self && outgoing === null) return "alone";
  if (!isPair(placed.configuration) || !voters.includes(self)) return "off"; // R12
  if (heard === null) return "waiting";
  if (now - heard.at < timing.suspectAfter && heard.hearsUs) return "together";
  return pair.met ? "apart" : "waiting";
}

/**
 * The ping gate: by probes sent after the peer was last heard, and of the newest rounds only: who was well connected when the
 * silence began may be cut off by now. As many rounds as it takes to surrender, so that one lost ping shuts nothing.
 */
export const gateOf = (pair: Pair, facts: PairFacts): Verdict =>
  judgeGate(targetsOf(pair, facts), gateSince(pair, facts));

export const gateSince = (pair: Pair, facts: PairFacts): Millis =>
  Math.max(facts.heard?.at ?? Number.POSITIVE_INFINITY, newestRounds(pair, facts));

export const newestRounds = ({ pings }: Pair, { arbitration }: PairFacts): Millis =>
  (pings.rounds.at(-arbitration.rounds)?.at ?? Number.NEGATIVE_INFINITY) - 1;

/** The same while the peer is in contact. */
export const gateInContact = (pair: Pair, facts: PairFacts): Verdict =>
  judgeGate(targetsOf(pair, facts), newestRounds(pair, facts));

/** The gate as it would stand if the peer fell silent now; for status. */
export const newestGate = (pair: Pair, facts: PairFacts): Verdict =>
  judgeGate(targetsOf(pair, facts), (pair.pings.rounds.at(-1)?.at ?? Number.POSITIVE_INFINITY) - 1);

export const targetsOf = (pair: Pair, { heard }: PairFacts): ReturnType<typeof pingTargets> =>
  pingTargets(pair.pings, heard?.at ?? null, new Set(heard?.report?.reached ?? []));

export const survivorOf = (pair: Pair, facts: PairFacts): Survivor => ({
  self: facts.self,
  peer: facts.peer,
  incarnation: facts.incarnation,
  eligibility: pair.eligibility,
  configuration: facts.placed,
  clockGapAt: pair.clockGapAt,
  storeCertified: facts.storeCertified,
  evidence: pair.evidence,
  peerIncarnation: facts.peerIncarnation,
});

export const eligibleNow = (pair: Pair, facts: PairFacts): Verdict =>
  judgeEligibility(survivorOf(pair, facts));

export const acceptedBy = (facts: PairFacts): readonly ProofKind[] =>
  judgeRisk(facts.risk).ok ? [...SOLO_PROOFS, "released", "guard"] : [...SOLO_PROOFS, "released"];

/** The gate, with R10 in it, as it stands in this turn. */
export function takeoverGate(pair: Pair, facts: PairFacts): Verdict {
  // The peer's is from before the silence: so may this node's be, and one lost ping after it does not cost the first turn.
  const own = score(targetsOf(pair, facts), newestRounds(pair, facts));
  const peers = facts.heard?.report?.reached.length ?? null;
  const holds = (facts.holds.get(facts.self) ?? 0) > 0;
  const proof = judgeProof(pair.evidence, facts.peer, facts.peerIncarnation, ["fenced", "operator"]);
  return judgeTakeover(gateOf(pair, facts), { own, peers, holds }, proof.ok);
}

/** Whether this node may go on alone now: immediately before the append. */
export const judgeNow = (pair: Pair, facts: PairFacts): Verdict =>
  judgeSolo(survivorOf(pair, facts), takeoverGate(pair, facts), acceptedBy(facts));

/** Sentences for status that hold now, whatever happens. */
export function pairWarnings(pair: Pair, facts: PairFacts): readonly string[] {
  const risk = judgeRisk(facts.risk);
  const none = facts.levels.length === 0 && !risk.ok;
  return [
    ...(facts.arbitration.acceptNonTransitiveRisk ? [RISK_SENTENCE] : []),
    ...(none
      ? [`nothing can prove that ${facts.peer} has stopped but a person's word: no takeover by itself`]
      : []),
    ...(pair.dark?.tries === 0
      ? [`${facts.peer} was shot, and could not be switched on again: do it by hand`]
      : []),
    ...pingFindings(pair.pings),
  ];
}

/** Targets that answered in the newest round. */
export const reachedLately = ({ pings }: Pair): readonly string[] =>
  pings.targets.filter(({ lately }) => lately.at(-1) === true).map(({ name }) => name);

/**
 * Whether the pings have said enough since the peer was last heard for a holder to take itself for cut off: as many rounds as
 * a surrender takes. Fewer may be lost on a busy machine.
 */
export const hasLooked = ({ pings }: Pair, { heard, arbitration }: PairFacts): boolean =>
  (pings.rounds.at(-arbitration.rounds)?.at ?? Number.NEGATIVE_INFINITY) >
  (heard?.at ?? Number.POSITIVE_INFINITY);
