/**
 * While a path between the two lives: whoever is worse off gives up in good order, by its score or by what comes to it by IP (R10a), and
 * comes back when it is well again. Giving up is always safe; it is a standby in the ledger, told apart by who said so.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { IpWord } from "../consensus/sessions/types.ts";
import { strictMajority } from "./arbitration.ts";
import {
  type IpHearing,
  ipWordOf,
  judgeOwnStack,
  judgeStackWell,
  letGoAfter,
  listenEvery,
  type StackFacts,
  spansOf,
} from "./ownstack.ts";
import type { PairAct, PairFacts } from "./pairfacts.ts";
import { gateOf, type Pair } from "./pairstanding.ts";
import { newestScore } from "./rounds.ts";
import { judgeComeback, shouldSurrender } from "./surrender.ts";
import { refuse, type Verdict } from "./types.ts";

/** Who says so in the ledger when a node gave up by its score. */
export const SURRENDERED = "ping arbitration";
/** The same, when it let go by R10a. */
export const LET_GO = "own IP stack";
/** Only what a node did by itself is taken back by itself. */
export const gaveUpItself = (by: string | null): boolean => by === SURRENDERED || by === LET_GO;

/** Rounds that the peer may be the lower one without giving up, before it is asked to. */
const ASK_AFTER = 2;

export function givingUpActs(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  const { standby } = facts;
  const comesBack = gaveUpItself(standby) ? backActs(pair, facts, now) : null;
  if (comesBack !== null) return comesBack;
  pair.goodSince = null;
  if (standby !== null || facts.peerTakesNothing) {
    pair.stackSince = null;
    return [];
  }
  return [...surrenderActs(pair, facts), ...letGoActs(pair, facts, now)].slice(0, 1);
}

/**
 * Back when it has been well for long enough: by its score, or, where no target answers (so that the score that it gave up by says nothing any
 * more), by what comes to it by IP. Who holds something keeps it; this node may be given something again.
 */
function backActs(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  const { arbitration, standby } = facts;
  const even = pair.comparison.own.roundsBehind === 0;
  const scoresWell = even && (newestScore(pair.pings) ?? 0) >= strictMajority(arbitration.targets.length);
  const byIp = standby === LET_GO || (even && allDark(pair, facts));
  const passes = byIp ? judgeStackWell(stackFactsOf(pair, facts, now)) : refuse("the scores decide");
  pair.goodSince = scoresWell || passes.ok ? (pair.goodSince ?? now) : null;
  pair.stackSince = null;
  if (arbitration.returnAfter === null || standby === null) return [];
  const back = judgeComeback(pair.goodSince, arbitration.returnAfter, false, now);
  if (!back.ok) return [];
  const why = scoresWell || !passes.ok ? back.why : passes.why;
  return [{ type: "standby", on: false, by: standby, why }];
}

function surrenderActs(pair: Pair, facts: PairFacts): PairAct[] {
  const { arbitration, heard, peer } = facts;
  const { own } = pair.comparison;
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
  });
  return verdict.ok ? [{ type: "standby", on: true, by: SURRENDERED, why: verdict.why }] : [];
}

/** What goes on this node's heartbeats as "surrender, please". */
export const asksSurrender = (pair: Pair, { arbitration }: PairFacts): boolean =>
  pair.comparison.peers.roundsBehind >= arbitration.rounds + ASK_AFTER;

// ---------------------------------------------------------------- R10a

/** In as many of the newest rounds as a surrender takes, no target answered: only then is anything but the score asked. */
const allDark = ({ pings }: Pair, { arbitration }: PairFacts): boolean => {
  const newest = pings.rounds.slice(-arbitration.rounds);
  return newest.length === arbitration.rounds && newest.every(({ score }) => score === 0);
};

const holdsAnything = ({ holds, self }: PairFacts): boolean => (holds.get(self) ?? 0) > 0;

const stackFactsOf = (
  pair: Pair,
  { peer, heard, timing, arbitration }: PairFacts,
  now: Millis,
): StackFacts => ({
  peer,
  own: ipWordOf(pair.hearing, spansOf(timing, arbitration), now),
  peers: heard?.report?.byIp ?? null,
});

/** What this node says of itself on its heartbeats; null: nothing. */
export const ownIpWord = (pair: Pair, { timing, arbitration }: PairFacts, now: Millis): IpWord | null =>
  ipWordOf(pair.hearing, spansOf(timing, arbitration), now);

/** Asked for only while it could matter: while no target answers, and until one that has let go is back. */
export function listenAct(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  if (!allDark(pair, facts) && facts.standby !== LET_GO) {
    pair.hearing = null;
    pair.listening = null;
    return [];
  }
  // Asked once more where no answer came: whoever listens was restarted.
  if (pair.listening !== null && now - pair.listening < listenEvery(facts.timing)) return [];
  const anew = pair.listening === null;
  pair.listening = now;
  return [{ type: "listen", anew }];
}

/** What came by IP, as it was measured just now; null: it could not be. */
export function heardByIp(pair: Pair, hearing: Omit<IpHearing, "at"> | null, now: Millis): void {
  if (pair.listening === null) return;
  pair.hearing =
    hearing === null
      ? null
      : { since: hearing.since, at: now, othersAt: hearing.othersAt, peerAt: hearing.peerAt };
}

function letGoActs(pair: Pair, facts: PairFacts, now: Millis): PairAct[] {
  const verdict =
    holdsAnything(facts) && allDark(pair, facts)
      ? judgeOwnStack(stackFactsOf(pair, facts, now))
      : refuse("nothing is to be let go");
  if (!verdict.ok) {
    pair.stackSince = null;
    return [];
  }
  pair.stackSince ??= now;
  if (now - pair.stackSince < letGoAfter(spansOf(facts.timing, facts.arbitration), facts.arbitration))
    return [];
  return [{ type: "standby", on: true, by: LET_GO, why: verdict.why }];
}

/** One sentence for status, while no ping target answers or this node has let go; null: there is nothing to say. */
export function stackSentence(pair: Pair, facts: PairFacts, now: Millis): string | null {
  const { standby, peerTakesNothing, peer } = facts;
  if (standby === LET_GO)
    return "has let go of what it held, because its own IP stack passed nothing (R10a); comes back when it hears others by IP again";
  if (!allDark(pair, facts) || standby !== null || !holdsAnything(facts)) return null;
  const dark = "no ping target answers";
  if (peerTakesNothing) return `${dark}, and ${peer} would take nothing: this node keeps what it holds`;
  const verdict: Verdict = judgeOwnStack(stackFactsOf(pair, facts, now));
  return verdict.ok
    ? `${dark}; ${verdict.why}: this node lets go of what it holds if that lasts (R10a)`
    : `${dark}; ${verdict.reason}: this node keeps what it holds (R10a)`;
}
