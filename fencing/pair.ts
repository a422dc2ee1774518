/**
 * One node of two, and what it does about the other: it keeps its right to go on alone certified, compares what the two
 * reach, and when they lose each other it asks, in this order: am I cut off (the gate), may I go on (eligibility), is it my
 * turn (R11), is the other off (the proof), and only then goes on alone. Facts in, acts out; it remembers what happened.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { FenceAttempt, Incarnation, Outlet } from "../consensus/ledger/types.ts";
import { compareRound } from "./arbitration.ts";
import {
  afterContact,
  type Farewell,
  farewellEvidence,
  operatorEvidence,
  powerEvidence,
} from "./evidence.ts";
import { givingUpActs, listenAct } from "./givingup.ts";
import { guardEvidence, judgeRisk } from "./jeopardy.ts";
import type { PairAct, PairFacts, Standing } from "./pairfacts.ts";
import { eligibleNow, judgeNow, type Pair, standingOf, takeoverGate, type Underway } from "./pairstanding.ts";
import { judgeShot, judgeStart, nextStep } from "./policy.ts";
import type { PingAnswer } from "./port.ts";
import { afterRound, historyOf, newestScore, nextRoundAt } from "./rounds.ts";
import {
  acceptCertificate,
  afterConfiguration,
  type Certificate,
  certifySelf,
  isPair,
  type Question,
} from "./solo.ts";
import { turnAt } from "./turns.ts";
import { allow, NEVER_SEEN, refuse, type Verdict } from "./types.ts";

/** Shots at one node, then a person is called. */
const LIMITS = { shots: 3, window: 600_000 };
/** For so long a peer may be silent whose restart was asked for, or whose farewell proves nothing. */
const RETURN_PATIENCE: Millis = 15_000;

/** R7: nobody sees a node silent, makes sure that it is down, and types its name in less. */
const FROZEN: Millis = 10_000;

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
  pair.stackSince = null;
}

/**
 * The loop was late. R7: what voids a certificate is a stall in which the other could have gone on without this node, and have left it
 * alive: on a person's word, who takes a frozen node for a dead one.
 */
export function lateCame(pair: Pair, by: Millis, ttl: Millis, now: Millis): void {
  pair.lateness = { by, at: now };
  if (by <= ttl / 2) return;
  pair.stackSince = null;
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
  const report = facts.heard?.report ?? null;
  pair.pings = afterRound(pair.pings, began, answers, report?.reached.length ?? null);
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

/** All that is to be done now, in order. Call it after each event that may matter, and at every tick. */
export function considerPair(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  const standing = standingOf(pair, facts, now);
  pair.pings = historyOf(facts.arbitration.targets, pair.pings);
  // R7: by its own word it has decided things without this node.
  if (facts.heard?.report?.alone != null) pair.eligibility = null;
  if (standing !== "apart") settleApart(pair, standing);
  const acts =
    standing === "off" ? [] : [...probeAct(pair, facts, standing, now), ...listenAct(pair, facts, now)];
  if (standing !== "together") pair.stackSince = null;
  switch (standing) {
    case "off":
    case "waiting":
      return acts;
    case "together":
      pair.met = true;
      return [...acts, ...certifyAct(pair, facts, now), ...givingUpActs(pair, facts, now)];
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
  // Shown after the last contact, for any would have destroyed it (R1): the silence is only too short yet to be called a split.
  if (standing === "together" && pair.evidence !== null) return;
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
export function certifyAct(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
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
  const saidBy = heard?.incarnation ?? NEVER_SEEN;
  return { node, incarnation, saidBy, saidAt, contactAt, holds };
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
