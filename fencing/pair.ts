/**
 * One node of two, and what it does about the other: it keeps its right to go on alone certified, compares what the two
 * reach, and when they lose each other it asks, in this order: am I cut off (the gate), may I go on (eligibility), is it my
 * turn (R11), is the other off (the proof), and only then goes on alone. Facts in, acts out; it remembers what happened.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { FenceAttempt, Incarnation, Outlet, ProofKind, StopKind } from "../consensus/ledger/types.ts";
import { compareRound, EVEN, judgeGate, judgeTakeover, score, strictMajority } from "./arbitration.ts";
import {
  afterContact,
  type Farewell,
  farewellEvidence,
  judgeProof,
  operatorEvidence,
  powerEvidence,
} from "./evidence.ts";
import { guardEvidence, judgeRisk, RISK_SENTENCE } from "./jeopardy.ts";
import type { PairAct, PairFacts, Standing } from "./pairfacts.ts";
import { judgeShot, judgeStart, nextStep, type Shot } from "./policy.ts";
import type { PingAnswer } from "./port.ts";
import { afterRound, historyOf, newestScore, nextRoundAt, type PingHistory, pingTargets } from "./rounds.ts";
import {
  acceptCertificate,
  afterConfiguration,
  type Certificate,
  certifySelf,
  type Eligibility,
  isPair,
  judgeEligibility,
  judgeSolo,
  type Question,
  SOLO_PROOFS,
  type Survivor,
} from "./solo.ts";
import { judgeComeback, shouldSurrender } from "./surrender.ts";
import { turnAt } from "./turns.ts";
import { allow, type Evidence, refuse, type Verdict } from "./types.ts";

/** Who says so in the ledger when a node gave up by itself: only that is taken back by itself. */
export const SURRENDERED = "ping arbitration";
/** Shots at one node, then a person is called. */
const LIMITS = { shots: 3, window: 600_000 };
/** Rounds that the peer may be the lower one without giving up, before it is asked to. */
const ASK_AFTER = 2;
/** For so long a peer may be silent whose restart was asked for, or whose farewell proves nothing. */
const RETURN_PATIENCE: Millis = 15_000;

/** R7: nobody sees a node silent, makes sure that it is down, and types its name in less. */
const FROZEN: Millis = 10_000;

interface Underway {
  readonly id: number;
  readonly action: "off" | "status" | "on";
  readonly outlets: readonly Outlet[];
}

/** Mutable; made by `createPair`, changed only by the functions below. */
export interface Pair {
  pings: PingHistory;
  /** When the round under way began. */
  probing: Millis | null;
  rounds: number;
  comparison: { readonly own: typeof EVEN; readonly peers: typeof EVEN; readonly peersRound: number };
  goodSince: Millis | null;
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

// ---------------------------------------------------------------- what happens

/** Any sign of the peer, on any way: what was known of its stop is void (R1). */
export function contactCame(pair: Pair, heard: Incarnation): void {
  const before = pair.evidence;
  pair.evidence = afterContact(before, heard);
  // The same one: the switch was wrong, or a packet late. A newer one has booted, and there is nothing to ask.
  if (before?.kind === "fenced" && pair.evidence === null && heard === before.incarnation) {
    pair.recheck = keysOf(pair.results);
  }
}

const keyOf = ({ device, outlet }: Outlet): string => JSON.stringify([device, outlet]);
function keysOf(results: Pair["results"]): readonly Outlet[] {
  return [...results].flatMap(([key, result]) => {
    const [device = "", outlet = ""] = JSON.parse(key) as string[];
    return result === "verified-off" ? [{ device, outlet }] : [];
  });
}

/** The clock jumped: the machine was suspended, and anybody may have concluded anything from its silence (R7, T1). */
export function gapCame(pair: Pair, now: Millis): void {
  pair.clockGapAt = now;
  pair.open = null;
}

/**
 * The loop was late. R7: what voids a certificate is a stall in which the other could have gone on without this node, and have left it
 * alive: on a person's word, who takes a frozen node for a dead one.
 */
export function lateCame(pair: Pair, by: Millis, ttl: Millis, now: Millis): void {
  pair.lateness = { by, at: now };
  if (by <= ttl / 2) return;
  pair.stoodStillUntil = now;
  // An answer that waited in a socket while this node stood still says how things were before.
  pair.open = null;
  if (by > FROZEN) gapCame(pair, now);
}

export function configurationCame(pair: Pair, placed: PairFacts["placed"], self: PairFacts["self"]): void {
  pair.eligibility = afterConfiguration(pair.eligibility, placed.configuration, self); // R7
}

export function certificateCame(pair: Pair, certificate: Certificate, now: Millis): void {
  const judged = acceptCertificate(pair.open?.question ?? null, certificate, now); // R2
  if (!judged.ok) return;
  pair.eligibility = judged.value;
  pair.open = null;
}

/** A round of pings is over: this node's score is compared with the newest of the peer's that was not compared yet. */
export function probesCame(pair: Pair, answers: readonly PingAnswer[], facts: PairFacts): void {
  const began = pair.probing;
  if (began === null) return;
  pair.probing = null;
  pair.rounds += 1;
  pair.pings = afterRound(pair.pings, began, answers);
  const report = facts.heard?.report ?? null;
  const own = newestScore(pair.pings) ?? 0;
  if (report === null || report.round === pair.comparison.peersRound) return;
  const peers = report.reached.length;
  pair.comparison = {
    own: compareRound(pair.comparison.own, own, peers),
    peers: compareRound(pair.comparison.peers, peers, own),
    peersRound: report.round,
  };
}

/** What the devices did. `askedAt`: when the status that reads off was asked for; null where it does not read so. */
export function powerCame(
  pair: Pair,
  answer: {
    readonly id: number;
    readonly attempts: readonly FenceAttempt[];
    readonly askedAt: Millis | null;
  },
  facts: PairFacts,
  now: Millis,
): void {
  const { underway } = pair;
  if (underway?.id !== answer.id) return;
  pair.underway = null;
  if (underway.action === "on") {
    if (pair.dark !== null && answer.attempts.every(({ accepted }) => accepted)) pair.dark = null;
    return;
  }
  // Too late to begin (T4), or it could not be written down: no device was asked, so nothing was tried.
  if (answer.attempts.length === 0) return;
  pair.attempts.push(...answer.attempts);
  const off = (outlet: Outlet): boolean =>
    answer.attempts.some((a) => keyOf(a) === keyOf(outlet) && a.action === "status" && a.status === "off");
  for (const outlet of underway.outlets)
    pair.results.set(keyOf(outlet), off(outlet) ? "verified-off" : "failed");
  const { askedAt } = answer;
  const incarnation = facts.peerIncarnation;
  const verifiedOff = askedAt !== null && underway.outlets.every(off);
  if (underway.action === "off") {
    pair.shots.push({ target: facts.peer, at: now, incarnation, verifiedOff });
    if (pair.shots.length > 50) pair.shots.shift();
    pair.shown = verifiedOff ? { outlets: underway.outlets, incarnation } : null;
  }
  // What was read as off and is not any more was not off, or has been switched on: it may be shot again.
  if (underway.action === "status" && !verifiedOff) {
    pair.shots = pair.shots.map((shot) => ({ ...shot, verifiedOff: false }));
    pair.shown = null;
  }
  if (!verifiedOff) return;
  if (facts.contactAt !== null && facts.contactAt > askedAt) {
    pair.recheck = underway.outlets; // R1
    return;
  }
  const device = underway.outlets.map((each) => `${each.device} (${each.outlet})`).join(" and ");
  const judged = powerEvidence({
    node: facts.peer,
    device,
    action: "off",
    incarnation,
    accepted: true,
    status: "off",
    offObserved: true,
    at: now,
  }); // R8
  if (judged.ok) pair.evidence = judged.value;
}

/** A person's word. Refused while the peer is heard: then it is not down. */
export function wordCame(pair: Pair, typed: string, by: string, facts: PairFacts, now: Millis): Verdict {
  const { peer, peerIncarnation } = facts;
  if (standingOf(pair, facts, now) === "together") return refuse(`${peer} is heard: it is not down`);
  const judged = operatorEvidence(peer, typed, by, peerIncarnation, now);
  if (!judged.ok) return judged;
  const before = pair.evidence;
  pair.evidence = judged.value;
  const solo = judgeNow(pair, facts);
  // Nothing stays in force that a person believes refused.
  if (!solo.ok) pair.evidence = before;
  return solo;
}

// ---------------------------------------------------------------- what follows

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

const gateSince = (pair: Pair, facts: PairFacts): Millis =>
  Math.max(facts.heard?.at ?? Number.POSITIVE_INFINITY, newestRounds(pair, facts));

const newestRounds = ({ pings }: Pair, { arbitration }: PairFacts): Millis =>
  (pings.rounds.at(-arbitration.rounds)?.at ?? Number.NEGATIVE_INFINITY) - 1;

/** The same while the peer is in contact. */
export const gateInContact = (pair: Pair, facts: PairFacts): Verdict =>
  judgeGate(targetsOf(pair, facts), newestRounds(pair, facts));

/** The gate as it would stand if the peer fell silent now; for status. */
export const newestGate = (pair: Pair, facts: PairFacts): Verdict =>
  judgeGate(targetsOf(pair, facts), (pair.pings.rounds.at(-1)?.at ?? Number.POSITIVE_INFINITY) - 1);

export const targetsOf = (pair: Pair, { heard }: PairFacts): ReturnType<typeof pingTargets> =>
  pingTargets(pair.pings, heard?.at ?? null, new Set(heard?.report?.reached ?? []));

const survivorOf = (pair: Pair, facts: PairFacts): Survivor => ({
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

const acceptedBy = (facts: PairFacts): readonly ProofKind[] =>
  judgeRisk(facts.risk).ok ? [...SOLO_PROOFS, "released", "guard"] : [...SOLO_PROOFS, "released"];

/** The gate, with R10 in it, as it stands in this turn. */
function takeoverGate(pair: Pair, facts: PairFacts): Verdict {
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

/** All that is to be done now, in order. Call it after each event that may matter, and at every tick. */
export function considerPair(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  const standing = standingOf(pair, facts, now);
  pair.pings = historyOf(facts.arbitration.targets, pair.pings);
  // R7: by its own word it has decided things without this node.
  if (facts.heard?.report?.alone != null) pair.eligibility = null;
  if (standing !== "apart") settleApart(pair, standing);
  const acts = standing === "off" ? [] : probeAct(pair, facts, standing, now);
  switch (standing) {
    case "off":
    case "waiting":
      return acts;
    case "together":
      pair.met = true;
      return [...acts, ...certifyAct(pair, facts, now), ...surrenderActs(pair, facts, now)];
    case "apart":
      pair.apartSince ??= Math.min(now, noticedAt(facts, now));
      return [...acts, ...apartActs(pair, facts, now)];
    case "alone":
      return [...acts, ...aloneActs(pair, facts)];
  }
}

function noticedAt({ heard, timing }: PairFacts, now: Millis): Millis {
  if (heard === null || !heard.hearsUs) return now;
  return heard.at + timing.suspectAfter;
}

/** A split that is over leaves nothing behind that could be taken for the next one's. */
function settleApart(pair: Pair, standing: Standing): void {
  pair.apartSince = null;
  if (standing === "alone") return;
  pair.results.clear();
  pair.recheck = null;
  pair.attempts = [];
  if (standing === "together") {
    pair.evidence = null;
    pair.proven = null;
    pair.dark = null;
  }
}

function probeAct(
  pair: Pair,
  { arbitration, heard, timing }: PairFacts,
  standing: Standing,
  now: Millis,
): PairAct[] {
  const { targets, timeout } = arbitration;
  // A round that was never answered is given up: whoever makes them was restarted.
  if (pair.probing !== null && now - pair.probing < 3 * timeout + timing.heartbeat) return [];
  const silent =
    standing === "apart" ||
    (standing === "together" && heard !== null && now - heard.at > 2 * timing.heartbeat);
  const score = heard?.report?.reached.length ?? null;
  if (targets.length === 0 || now < nextRoundAt(pair.pings, arbitration, { silent, score })) return [];
  pair.probing = now;
  return [{ type: "probe", targets, timeout }];
}

/** R2, R3: a leader certifies itself by what it has committed; a follower asks. */
function certifyAct(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  if (!isPair(facts.placed.configuration) || eligibleNow(pair, facts).ok || !facts.storeCertified) return [];
  if (facts.leads !== null) {
    // What it committed before a gap it may have lost the right to meanwhile: the peer confirms its term first (R7).
    if (pair.clockGapAt !== null && facts.confirmedAt <= pair.clockGapAt) return [];
    const judged = certifySelf(facts.leads, facts.incarnation, now);
    if (judged.ok) pair.eligibility = judged.value;
    return [];
  }
  // Asked only once the configuration of the two is known committed here as well: what is certified then stays so (R3).
  if (facts.leader !== facts.peer || facts.heard === null || facts.commit < facts.placed.index) return [];
  if (pair.open !== null && now - pair.open.at < 4 * facts.timing.heartbeat) return [];
  const { self: node, incarnation } = facts;
  const question: Question = { node, incarnation, challenge: facts.heard.seq, response: facts.random() };
  pair.open = { question, at: now };
  return [{ type: "ask", question }];
}

/** While a path lives: the one that is lower for long gives up in good order, and comes back when it is well again. */
function surrenderActs(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  const { arbitration, standby, heard, peer } = facts;
  const { own } = pair.comparison;
  const reached = newestScore(pair.pings) ?? 0;
  const good = reached >= strictMajority(arbitration.targets.length) && own.roundsBehind === 0;
  pair.goodSince = good ? (pair.goodSince ?? now) : null;
  if (standby === SURRENDERED) {
    const { returnAfter } = arbitration;
    if (returnAfter === null) return [];
    const back = judgeComeback(pair.goodSince, returnAfter, false, now);
    return back.ok ? [{ type: "standby", on: false, by: SURRENDERED, why: back.why }] : [];
  }
  if (standby !== null || facts.peerTakesNothing) return [];
  const told =
    heard?.report?.surrenderPlease === true && own.roundsBehind > 0
      ? `${peer} reaches more ping targets and asks for it`
      : null;
  const verdict = shouldSurrender({
    gate: gateOf(pair, facts),
    inContact: true,
    comparison: own,
    rounds: arbitration.rounds,
    told,
    ownNetworkUp: true,
  });
  return verdict.ok ? [{ type: "standby", on: true, by: SURRENDERED, why: verdict.why }] : [];
}

/** What goes on this node's heartbeats as "surrender, please". */
export const asksSurrender = (pair: Pair, { arbitration }: PairFacts): boolean =>
  pair.comparison.peers.roundsBehind >= arbitration.rounds + ASK_AFTER;

// ---------------------------------------------------------------- apart

function apartActs(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  if (pair.underway !== null) return [];
  if (pair.evidence === null) {
    const left = farewellEvidence(farewellOf(facts), now);
    if (left.ok) pair.evidence = left.value;
  }
  if (pair.evidence === null) {
    const risk = judgeRisk(facts.risk);
    const { peer: node, peerIncarnation: incarnation } = facts;
    const silentFor = Math.min(facts.risk.silentFor, now - pair.stoodStillUntil); // T5
    const judged = risk.ok ? guardEvidence({ node, incarnation }, { ...facts.risk, silentFor }, now) : null;
    if (judged?.ok === true) pair.evidence = judged.value;
  }
  if (pair.evidence !== null) {
    const verdict = judgeNow(pair, facts);
    if (!verdict.ok) return [];
    const { kind, incarnation, words } = pair.evidence;
    const stop = kind === "guard" || kind === "released" ? null : { kind, incarnation, evidence: words };
    pair.proven = stop;
    if (kind === "fenced" && facts.arbitration.switchOn) {
      pair.dark = { outlets: facts.levels.flat().filter((each) => pair.results.has(keyOf(each))), tries: 3 };
    }
    return [{ type: "solo", why: verdict.why }];
  }
  if (pair.recheck !== null) {
    const outlets = pair.recheck;
    pair.recheck = null;
    return [power(pair, "status", outlets, now + facts.timing.ttl)];
  }
  // A packet that came late looked like a meeting, and took the evidence with it (R1): the switch can show it once more.
  if (pair.shown !== null && pair.shown.incarnation >= facts.peerIncarnation)
    return [power(pair, "status", pair.shown.outlets, now + facts.timing.ttl)];
  return shotActs(pair, facts, now);
}

function farewellOf({
  peer: node,
  peerIncarnation: incarnation,
  heard,
  contactAt,
  peerStillHolds: holds,
}: PairFacts): Farewell {
  const saidAt = heard?.report?.farewell === true ? heard.at : null;
  return { node, incarnation, saidAt, contactAt, holds };
}

function shotActs(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  const verdict = judgeShotNow(pair, facts, now);
  if (!verdict.ok) return [];
  const turn = turnOf(pair, facts, now);
  if (!turn.mine) return [];
  const step = nextStep(facts.peer, plansOf(facts), pair.results);
  if (step.type === "run") {
    const outlets = facts.levels.flat().filter((each) => step.devices.includes(keyOf(each)));
    return [power(pair, "off", outlets, turn.at)];
  }
  // All levels were tried: from the first again, in the next turn, until the limit calls for a person.
  if (step.type === "failed") pair.results.clear();
  return [];
}

const plansOf = ({ levels }: PairFacts) =>
  levels.map((outlets, i) => ({ level: i + 1, devices: outlets.map(keyOf) }));

/** Whether this node may and should shoot, but for whose turn it is. A shot after which nobody could go on helps nobody. */
export function judgeShotNow(pair: Pair, facts: PairFacts, now: Millis): Verdict {
  const { self, peer, timing, heard, peerIncarnation, levels } = facts;
  if (levels.length === 0)
    return refuse(
      `no device can switch ${peer} off: a person must say that it is down (fence confirm ${peer})`,
    );
  const start = judgeStart(peer, heard !== null, false, allow(""));
  if (!start.ok) return start;
  const left = farewellEvidence(farewellOf(facts), now);
  if (left.ok) return refuse(`${peer} has shut down in order, and is not shot for that`);
  if (facts.maintained) return refuse("the cluster is under maintenance: nobody is shot");
  const patient = pair.apartSince !== null && now - pair.apartSince < RETURN_PATIENCE;
  if (heard?.report?.farewell === true && patient)
    return refuse(`${peer} has shut down in order, and gets time to come back: ${left.reason}`);
  if (facts.restarting && patient)
    return refuse(`${peer} restarts by an operator's word: it gets time to come back`);
  const eligible = eligibleNow(pair, facts);
  if (!eligible.ok) return eligible;
  const gate = takeoverGate(pair, facts);
  return judgeShot(
    {
      self,
      target: peer,
      targetIncarnation: peerIncarnation,
      targetHeardAt: heard?.at ?? null,
      gate,
      lateness: pair.lateness,
      ttl: timing.ttl,
      executor: self, // R11 stands in for the fence lease: it can be committed by neither
      shots: pair.shots,
      limits: LIMITS,
      shootUnseen: false,
    },
    now,
  );
}

export const turnOf = (pair: Pair, facts: PairFacts, now: Millis): ReturnType<typeof turnAt> =>
  turnAt(
    {
      ...facts,
      agreed: facts.heard?.report?.race === facts.race,
      outlets: [...facts.levels, ...facts.ownLevels].flat(),
      window: Math.max(facts.arbitration.timeout, facts.timing.heartbeat),
    },
    pair.apartSince ?? now,
    now,
  );

function power(pair: Pair, action: Underway["action"], outlets: readonly Outlet[], until: Millis): PairAct {
  pair.acts += 1;
  pair.underway = { id: pair.acts, action, outlets };
  return { type: "power", id: pair.acts, action, outlets, until };
}

// ---------------------------------------------------------------- alone

/** What was proven is written down first; then the other is given its power back. */
function aloneActs(pair: Pair, facts: PairFacts): PairAct[] {
  const { proven, dark } = pair;
  if (proven !== null) {
    const known = facts.stops.some(
      ({ node, incarnation, kind }) =>
        node === facts.peer && incarnation >= proven.incarnation && kind === proven.kind,
    );
    if (!known) return [{ type: "commit", ...proven, attempts: pair.attempts }];
    pair.proven = null;
    pair.attempts = [];
    pair.results.clear();
    pair.evidence = null;
  }
  if (dark === null || dark.tries === 0 || pair.underway !== null) return [];
  dark.tries -= 1;
  return [power(pair, "on", dark.outlets, Number.MAX_SAFE_INTEGER)];
}

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
