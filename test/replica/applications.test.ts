/** Leases of applications, as a real replica keeps their time (docs/safety.md, "Application leases"). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Entry, logIndex, term } from "../../consensus/core/types.ts";
import { type Command, type Token, token } from "../../consensus/ledger/types.ts";
import type { KeepAliveResult } from "../../consensus/types.ts";
import { documentOf, n2, n3, Play } from "./play.ts";

const TTL = 300;
/** W of it with rho 1 %. */
const W = 307;
const acquire: Command = { type: "acquire", name: "backup", owner: "me", ttl: TTL, note: "" };

function held(play: Play): Token {
  play.done(acquire);
  const lease = play.replica.ledger.appLeases.get("backup");
  assert.ok(lease !== undefined);
  return lease.token;
}
let ids = 1;
function keepAlive(play: Play, held: Token, owner = "me", name = "backup"): number {
  const id = ids++;
  play.give({ type: "keep-alive", id, name, owner, token: held });
  return id;
}
const answerOf = (play: Play, id: number): KeepAliveResult | undefined => {
  const kept = play.effects.find((e) => e.type === "kept" && e.id === id);
  return kept?.type === "kept" ? kept.result : undefined;
};

test("a keep-alive is confirmed by a round that began after it came, and by none before", () => {
  const play = new Play(PROFILES.fast).leading();
  const mine = held(play);
  play.live(100, false);
  const before = play.takeAsked();
  const id = keepAlive(play, mine);
  const after = play.takeAsked();
  play.answer(before);
  assert.equal(answerOf(play, id), undefined, "what was asked before it says nothing about now");
  play.answer(after);
  assert.deepEqual(answerOf(play, id), { ok: true, ttl: TTL });
});

test("many keep-alives ride on one barrier", () => {
  const play = new Play(PROFILES.fast).leading();
  const mine = held(play);
  const first = keepAlive(play, mine);
  const more = Array.from({ length: 100 }, () => keepAlive(play, mine));
  const rounds = new Set(
    play.takeAsked().map(({ message }) => message.type === "append-request" && message.round),
  );
  assert.equal(rounds.size, 1, "those that come while one is under way ride on the next");
  play.live(5);
  for (const id of [first, ...more]) assert.equal(answerOf(play, id), undefined, "the first round was lost");
  play.live(100);
  for (const id of [first, ...more]) assert.deepEqual(answerOf(play, id), { ok: true, ttl: TTL });
});

test("whose name, owner or token does not stand has lost it, by the ledger's own word", () => {
  const play = new Play(PROFILES.fast).leading();
  const mine = held(play);
  const wrong = [
    keepAlive(play, mine, "you"),
    keepAlive(play, token(mine - 1n)),
    keepAlive(play, mine, "me", "other"),
  ];
  for (const id of wrong) assert.equal(answerOf(play, id), undefined, "not before a majority has confirmed");
  play.answerAll();
  for (const id of wrong) assert.equal(answerOf(play, id)?.ok, false);
  for (const id of wrong) assert.ok((answerOf(play, id) as { lost: boolean }).lost);
});

test("N1: a lease lapses W after its owner was last confirmed, not before", () => {
  const play = new Play(PROFILES.fast).leading();
  const mine = held(play);
  play.live(200);
  const id = keepAlive(play, mine);
  play.answerAll();
  assert.ok(answerOf(play, id)?.ok);
  const confirmed = play.now;
  play.live(1000);
  const lapsed = play.wroteAt("lapse");
  assert.ok(lapsed !== undefined && lapsed - confirmed >= W, `${lapsed} after ${confirmed}`);
  assert.ok(lapsed - confirmed <= W + 10);
  assert.equal(play.replica.ledger.appLeases.size, 0);
  const late = keepAlive(play, mine);
  play.answerAll();
  assert.match((answerOf(play, late) as { reason: string }).reason, /nobody holds "backup" any more/);
});

test("a repeated acquire starts the lease anew, as its owner counts from its sending", () => {
  const play = new Play(PROFILES.fast).leading();
  held(play);
  play.live(200);
  play.done(acquire);
  const again = play.now;
  play.live(1000);
  assert.ok((play.wroteAt("lapse") ?? 0) - again >= W);
});

/** What an earlier leader left: the document and the lease, both committed, and `more` perhaps not. */
const left = (...more: Command[]): Entry[] =>
  [
    {
      type: "configure",
      baseRevision: 0,
      document: documentOf(PROFILES.fast),
      by: "",
      note: "",
    } as const,
    acquire,
    ...more,
  ].map((command, i) => ({
    index: logIndex(i + 1),
    term: term(3),
    payload: { type: "command", command: { at: 0, commands: [command] } },
    bytes: 100,
  }));

test("N1: a new leader starts every lease anew with its term", () => {
  const play = new Play(PROFILES.fast, left());
  while (play.replica.role !== "leader") play.live(5);
  const since = play.now;
  play.live(1000);
  const lapsed = play.wroteAt("lapse");
  assert.ok(lapsed !== undefined && lapsed - since >= W - 5, `${lapsed} after ${since}`);
});

test("N1: also one that has known of the lease for long: what it last saw as a follower counts for nothing", () => {
  const play = new Play(PROFILES.fast, left(), [], 2);
  play.beating = [];
  play.live(500, false);
  assert.equal(play.replica.ledger.appLeases.size, 1);
  play.beating = [n2, n3];
  while (play.replica.role !== "leader") play.live(5);
  const since = play.now;
  play.live(1000);
  const lapsed = play.wroteAt("lapse");
  assert.ok(lapsed !== undefined && lapsed - since >= W - 5, `${lapsed} after ${since}`);
});

test("a leader confirms nothing before what it was left is applied: a lapse of an earlier term stands", () => {
  const play = new Play(
    PROFILES.fast,
    left({ type: "lapse", name: "backup", token: token(2n), term: term(3) }),
  );
  play.cap = 3;
  while (play.replica.role !== "leader") play.live(5);
  const id = keepAlive(play, token(2n));
  play.live(50);
  assert.equal(answerOf(play, id), undefined);
  play.cap = Number.POSITIVE_INFINITY;
  play.live(100);
  assert.deepEqual(answerOf(play, id)?.ok, false);
});

test("a lease whose lapse stands in the log is not confirmed; its owner hears what came of it", () => {
  const play = new Play(PROFILES.fast).leading();
  const mine = held(play);
  play.live(290);
  play.cap = play.replica.commit;
  play.live(30);
  assert.ok(play.wroteAt("lapse") !== undefined, "appended");
  assert.equal(play.replica.ledger.appLeases.size, 1, "and not committed");
  const id = keepAlive(play, mine);
  play.live(50);
  assert.equal(answerOf(play, id), undefined);
  play.cap = Number.POSITIVE_INFINITY;
  play.live(100);
  const answer = answerOf(play, id);
  assert.ok(answer !== undefined && !answer.ok && answer.lost);
});

test("a deposed leader confirms nothing, and takes nothing away either", () => {
  const play = new Play(PROFILES.fast).leading();
  const mine = held(play);
  play.takeAsked();
  const id = keepAlive(play, mine);
  const later = keepAlive(play, mine);
  const message = {
    type: "append-request",
    term: term(play.replica.term + 1),
    prevIndex: play.replica.commit,
    prevTerm: term(play.replica.term),
    entries: [],
    commit: play.replica.commit,
    round: 1,
  } as const;
  play.give({ type: "envelope", from: n2, envelope: { type: "raft", message, ages: [] } });
  play.answerAll();
  for (const each of [id, later]) {
    const answer = answerOf(play, each);
    assert.ok(answer !== undefined && !answer.ok && !answer.lost, JSON.stringify(answer));
  }
});

test("T5: a leader that was stopped lets nothing lapse before it has read what waited", () => {
  const play = new Play(PROFILES.fast).leading();
  const mine = held(play);
  play.now += 1000;
  play.tick();
  assert.equal(play.wroteAt("lapse"), undefined);
  const id = keepAlive(play, mine);
  play.live(100);
  assert.deepEqual(answerOf(play, id), { ok: true, ttl: TTL });
});

/** n1 follows n2. */
function follower(): Play {
  const play = new Play(PROFILES.fast);
  const message = {
    type: "append-request",
    term: term(1),
    prevIndex: logIndex(0),
    prevTerm: term(0),
    entries: [],
    commit: logIndex(0),
    round: 1,
  } as const;
  play.give({ type: "envelope", from: n2, envelope: { type: "raft", message, ages: [] } });
  return play;
}

test("a follower passes a keep-alive on to the leader, once, and the answer back", () => {
  const play = follower();
  const id = keepAlive(play, token(7n));
  const sent = play.effects.flatMap((e) =>
    e.type === "send" && e.envelope.type === "keep-alive" ? [e] : [],
  );
  assert.equal(sent.length, 1);
  const { to, envelope } = sent[0]!;
  assert.equal(to, n2);
  assert.ok(envelope.type === "keep-alive");
  const result = { ok: true, ttl: TTL } as const;
  play.give({ type: "envelope", from: n2, envelope: { type: "kept", id, result } });
  assert.equal(answerOf(play, id), undefined, "an answer to another incarnation's question");
  play.give({ type: "envelope", from: n2, envelope: { type: "kept", id: envelope.id, result } });
  assert.deepEqual(answerOf(play, id), result);
  // What a follower is asked by a peer it does not pass on: it could go round for ever.
  play.give({
    type: "envelope",
    from: n3,
    envelope: { type: "keep-alive", id: 4, name: "backup", owner: "me", token: token(7n) },
  });
  const back = play.effects.at(-1);
  assert.ok(
    back?.type === "send" && back.to === n3 && back.envelope.type === "kept" && !back.envelope.result.ok,
  );
});

test("a keep-alive that no leader answers is given up, and nothing is lost by that", () => {
  const play = follower();
  const id = keepAlive(play, token(7n));
  play.beating = [];
  play.live(2 * PROFILES.fast.electionMax + 10, false);
  assert.deepEqual(answerOf(play, id), { ok: false, lost: false, reason: "no leader answered in time" });
  const none = keepAlive(new Play(PROFILES.fast), token(7n));
  assert.ok(none > 0);
});
