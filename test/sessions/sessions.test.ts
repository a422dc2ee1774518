/** The sums and promises of majority leases, rule by rule. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Configuration, logIndex, type NodeId, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation, type SessionId } from "../../consensus/ledger/types.ts";
import { byMajority, validUntil, waitFor } from "../../consensus/sessions/arithmetic.ts";
import {
  createHearing,
  hear,
  heardOf,
  lastEchoable,
  neverAgain,
  renumber,
  reportsOf,
  withdraw,
} from "../../consensus/sessions/hearing.ts";
import { betterPlacedLeader, heardByMajority } from "../../consensus/sessions/suspicion.ts";
import { count, createTallies, silent, startTerm } from "../../consensus/sessions/tally.ts";
import type { Heartbeat, PeerReport } from "../../consensus/sessions/types.ts";

const [a, b, c] = ["alpha", "beta", "gamma"].map(nodeId) as [NodeId, NodeId, NodeId];
const three: Configuration = { voters: [a, b, c], outgoing: null, learners: [] };
const sessionOf = (node: NodeId, start = 5, number = 1): SessionId => ({
  node,
  incarnation: incarnation(start),
  number,
});
const yes = (): boolean => true;

/** A report of `by` about `about`'s incarnation 5. */
function report(about: NodeId, more: Partial<PeerReport> = {}): PeerReport {
  return {
    node: about,
    incarnation: incarnation(5),
    number: 1,
    seq: 1,
    age: 0,
    hearsUs: true,
    echo: null,
    ...more,
  };
}
function beat(from: NodeId, seq: number, reports: PeerReport[], more: Partial<Heartbeat> = {}): Heartbeat {
  return {
    from,
    incarnation: incarnation(5),
    number: 1,
    seq,
    sentAt: 1000 + seq,
    bootId: "boot",
    reports,
    ...more,
  };
}

test("N1: W is TTL (1 + rho) / (1 - rho), rounded up", () => {
  assert.equal(waitFor(PROFILES.fast), 205);
  assert.equal(waitFor({ ...PROFILES.fast, ttl: 1000 }), 1021);
});

test("N1: whatever two clocks within rho do, W by the waiter's clock outlasts TTL by the holder's", () => {
  for (const ttl of [100, 200, 999, 1000]) {
    for (const rho of [0.001, 0.01, 0.05]) {
      const wait = waitFor({ ...PROFILES.fast, ttl, rho });
      // The waiter's clock as fast as it may be, the holder's as slow.
      assert.ok(wait / (1 + rho) >= ttl / (1 - rho) - 1e-9, `ttl ${ttl}, rho ${rho}`);
    }
  }
});

test("a session is valid until the send time that the second best of three voters echoed, plus the TTL", () => {
  const echoed = new Map([
    [a, 500],
    [b, 470],
    [c, 100],
  ]);
  assert.equal(
    validUntil([three], 200, (v) => echoed.get(v) ?? -Infinity),
    670,
  );
});

test("a non-voter never counts itself: it needs two of three voters", () => {
  const echoed = new Map([[a, 500]]);
  assert.equal(
    validUntil([three], 200, (v) => echoed.get(v) ?? -Infinity),
    -Infinity,
  );
});

test("N9: a session is valid only as far as every current configuration and each half of a joint one says", () => {
  const joint: Configuration = { voters: [a, b, c], outgoing: [c], learners: [] };
  const echoed = new Map([
    [a, 500],
    [b, 470],
    [c, 100],
  ]);
  assert.equal(
    validUntil([joint], 200, (v) => echoed.get(v) ?? -Infinity),
    300,
  );
  assert.equal(
    validUntil([three, { ...three, voters: [c] }], 200, (v) => echoed.get(v) ?? -Infinity),
    300,
  );
});

test("a majority of no voters is never reached", () => {
  assert.equal(byMajority({ voters: [], outgoing: null, learners: [] }, yes), false);
});

test("a heartbeat that does not show that its sender hears this incarnation is not heard (nothing replayed counts)", () => {
  const hearing = createHearing(a, incarnation(5), 0);
  assert.equal(hear(hearing, beat(b, 1, []), yes, 1, 10).heard, false);
  assert.equal(
    hear(hearing, beat(b, 2, [report(a, { incarnation: incarnation(4) })]), yes, 1, 20).heard,
    false,
  );
  assert.equal(heardOf(hearing, b), null);
  assert.equal(lastEchoable(hearing, sessionOf(b)), 0);
  // But it is named, so that it can prove itself; no promise goes with it.
  assert.deepEqual(
    reportsOf(hearing, 100, 20).map((r) => [r.node, r.incarnation, r.hearsUs, r.echo]),
    [[b, 5, false, null]],
  );
  assert.equal(hear(hearing, beat(b, 3, [report(a)]), yes, 1, 30).heard, true);
});

test("an older heartbeat and an older incarnation change nothing", () => {
  const hearing = createHearing(a, incarnation(5), 0);
  hear(hearing, beat(b, 7, [report(a)]), yes, 1, 10);
  assert.equal(hear(hearing, beat(b, 7, [report(a)]), yes, 1, 20).heard, false);
  assert.equal(hear(hearing, beat(b, 6, [report(a)]), yes, 1, 20).heard, false);
  assert.equal(
    hear(hearing, beat(b, 9, [report(a)], { incarnation: incarnation(4) }), yes, 1, 20).heard,
    false,
  );
  assert.equal(heardOf(hearing, b)?.receivedAt, 10);
});

test("a voter echoes the send time of the newest heartbeat, and a holder counts from it (T3)", () => {
  const voter = createHearing(a, incarnation(5), 0);
  hear(voter, beat(b, 7, [report(a)]), yes, 1, 10);
  const [said] = reportsOf(voter, 100, 30);
  assert.deepEqual(said?.echo, { number: 1, seq: 7, sentAt: 1007 });
  assert.equal(said?.age, 20);

  const holder = createHearing(b, incarnation(5), 0);
  hear(holder, beat(a, 1, [said as PeerReport]), yes, 1, 1040);
  assert.equal(holder.echoes.get(a), 1007);
});

test("an echo of another session number, or of another incarnation, is worth nothing", () => {
  const holder = createHearing(b, incarnation(5), 0);
  const echo = { number: 1, seq: 7, sentAt: 1007 };
  assert.equal(hear(holder, beat(a, 1, [report(b, { echo })]), yes, 2, 10).echoed, false);
  assert.equal(
    hear(holder, beat(a, 2, [report(b, { echo, incarnation: incarnation(4) })]), yes, 1, 20).echoed,
    false,
  );
  assert.equal(holder.echoes.size, 0);
  // Whoever keeps the sum of the echoes goes by this count.
  assert.equal(holder.echoed, 0);
  assert.equal(hear(holder, beat(a, 3, [report(b, { echo })]), yes, 1, 30).echoed, true);
  assert.equal(holder.echoed, 1);
  renumber(holder);
  assert.equal(holder.echoes.size, 0);
  assert.equal(holder.echoed, 2);
});

test("N5: a voter that withdrew stops echoing at once, and does not echo what comes afterwards", () => {
  const voter = createHearing(a, incarnation(5), 0);
  hear(voter, beat(b, 7, [report(a)]), yes, 1, 10);
  withdraw(voter, sessionOf(b));
  assert.equal(reportsOf(voter, 100, 20)[0]?.echo, null);
  hear(voter, beat(b, 8, [report(a)]), () => false, 1, 30);
  assert.equal(reportsOf(voter, 100, 40)[0]?.echo, null);
  assert.equal(reportsOf(voter, 100, 40)[0]?.age, 10, "it is still heard, and said to be");
});

test("N3: heartbeats after the withdrawal do not count as echoable, and support returns with the next one only", () => {
  const voter = createHearing(a, incarnation(5), 0);
  hear(voter, beat(b, 7, [report(a)]), yes, 1, 10);
  withdraw(voter, sessionOf(b));
  hear(voter, beat(b, 8, [report(a)]), () => false, 1, 50);
  assert.equal(lastEchoable(voter, sessionOf(b)), 10);
  assert.equal(reportsOf(voter, 100, 60)[0]?.echo, null, "what came while withdrawn is never echoed later");
  hear(voter, beat(b, 9, [report(a)]), yes, 1, 70);
  assert.equal(lastEchoable(voter, sessionOf(b)), 70);
});

test("N3: a later incarnation's heartbeats do not make an earlier session younger", () => {
  const voter = createHearing(a, incarnation(5), 0);
  hear(voter, beat(b, 7, [report(a)]), yes, 1, 10);
  hear(voter, beat(b, 1, [report(a)], { incarnation: incarnation(6) }), yes, 1, 90);
  assert.equal(lastEchoable(voter, sessionOf(b, 5)), 10);
  assert.equal(lastEchoable(voter, sessionOf(b, 6)), 90);
});

test("N3: sessions too old to be listed leave the latest of their moments behind", () => {
  const voter = createHearing(a, incarnation(5), 0);
  for (let start = 5; start < 30; start++) {
    hear(voter, beat(b, 1, [report(a)], { incarnation: incarnation(start) }), yes, 1, start * 10);
  }
  assert.ok(lastEchoable(voter, sessionOf(b, 6)) >= 60, "never earlier than it was");
  assert.equal(lastEchoable(voter, sessionOf(b, 29)), 290);
});

test("N3: a voter that has heard nothing counts from its own start", () => {
  const voter = createHearing(a, incarnation(5), 1234);
  assert.equal(lastEchoable(voter, sessionOf(b)), 1234);
});

const suspectOfA = { session: sessionOf(a), index: logIndex(10), term: term(3) };
const age = (ms: number, index = 10, suspectTerm = 3) => [
  { session: sessionOf(a), suspectIndex: logIndex(index), suspectTerm: term(suspectTerm), age: ms },
];

test("silence needs a majority without the session's node, each of them for W", () => {
  const tallies = createTallies(term(3));
  // The leader b withdrew and last could have echoed at 0; c says 190 ms at time 200.
  count(tallies, c, age(190), 200);
  const at = (now: number) => silent(tallies, suspectOfA, [three], b, 0, 205, now).proven;
  assert.equal(at(205), false);
  assert.equal(at(214.9), false);
  assert.equal(at(215), true);
});

test("silence: the suspected node's own word never counts, and one voter is no majority", () => {
  const tallies = createTallies(term(3));
  count(tallies, a, age(10_000), 200);
  assert.equal(silent(tallies, suspectOfA, [three], b, 0, 205, 5000).proven, false);
});

test("N2: a tally is empty again with a new term", () => {
  const tallies = createTallies(term(3));
  count(tallies, c, age(10_000), 200);
  assert.equal(silent(tallies, suspectOfA, [three], b, 0, 205, 5000).proven, true);
  startTerm(tallies, term(4));
  assert.equal(silent(tallies, suspectOfA, [three], b, 0, 205, 5000).proven, false);
});

test("N2: ages counted for another Suspect prove nothing about this one", () => {
  const tallies = createTallies(term(3));
  count(tallies, c, age(10_000, 9), 200);
  assert.equal(silent(tallies, suspectOfA, [three], b, 0, 205, 5000).proven, false);
  count(tallies, c, age(10_000, 10, 2), 200);
  assert.equal(silent(tallies, suspectOfA, [three], b, 0, 205, 5000).proven, false);
});

test("silence tells when it will be long enough, so that nobody has to poll for it", () => {
  const tallies = createTallies(term(3));
  count(tallies, c, age(190), 200);
  assert.equal(silent(tallies, suspectOfA, [three], b, 0, 205, 200).dueAt, 205);
  assert.equal(silent(tallies, suspectOfA, [three], b, 0, 205, 206).dueAt, 215);
});

/** The leader `b` at time 1000: what it heard of `from` just now. */
function leaderHears(
  hearing: ReturnType<typeof createHearing>,
  from: NodeId,
  reports: PeerReport[],
  at = 1000,
): void {
  hear(hearing, beat(from, at, [report(b), ...reports]), yes, 1, at);
}

test("one leader's deafness is no reason to suspect: a majority hears the session and is heard by it", () => {
  const hearing = createHearing(b, incarnation(5), 0);
  leaderHears(hearing, c, [report(a, { age: 5 })]);
  assert.equal(heardByMajority(hearing, [three], sessionOf(a), 140, 1000), true);
  assert.equal(betterPlacedLeader(hearing, three, sessionOf(a), 140, 1000), c);
});

test("a session that hears nobody back is not heard by a majority (one-way links count as deaf)", () => {
  const hearing = createHearing(b, incarnation(5), 0);
  leaderHears(hearing, c, [report(a, { age: 5, hearsUs: false })]);
  assert.equal(heardByMajority(hearing, [three], sessionOf(a), 140, 1000), false);
});

test("a voter silent to the leader counts as deaf", () => {
  const hearing = createHearing(b, incarnation(5), 0);
  leaderHears(hearing, c, [report(a, { age: 5 })], 800);
  assert.equal(heardByMajority(hearing, [three], sessionOf(a), 140, 1000), false);
  assert.equal(betterPlacedLeader(hearing, three, sessionOf(a), 140, 1000), null);
});

test("a restarted node's new session is heard, its old one is not", () => {
  const hearing = createHearing(b, incarnation(5), 0);
  hear(hearing, beat(a, 1, [report(b)], { incarnation: incarnation(6) }), yes, 1, 990);
  leaderHears(hearing, c, [report(a, { incarnation: incarnation(6) })]);
  assert.equal(heardByMajority(hearing, [three], sessionOf(a, 5), 140, 1000), false);
  assert.equal(heardByMajority(hearing, [three], sessionOf(a, 6), 140, 1000), true);
});

test("a leader that hears the session itself hands nothing over", () => {
  const hearing = createHearing(b, incarnation(5), 0);
  leaderHears(hearing, a, []);
  leaderHears(hearing, c, [report(a)]);
  assert.equal(betterPlacedLeader(hearing, three, sessionOf(a), 140, 1000), null);
});

test("N5: with an expired session the echo of an earlier one of its node ends too, and one of a later one goes on", () => {
  for (const [heard, echoed] of [
    [4, false],
    [5, false],
    [6, true],
  ] as const) {
    const hearing = createHearing(a, incarnation(5), 0);
    const later = { incarnation: incarnation(heard) };
    hear(hearing, beat(b, 1, [report(a)], later), yes, 1, 10);
    assert.ok(reportsOf(hearing, 100, 20)[0]?.echo, "it was heard, and supported");
    neverAgain(hearing, sessionOf(b));
    assert.equal(reportsOf(hearing, 100, 20)[0]?.echo !== null, echoed, `incarnation ${heard}`);
  }
});
