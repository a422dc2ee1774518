/** N1, while the timing changes live: who waits, waits long enough for whatever TTL the other may be using. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { logIndex, term } from "../../consensus/core/types.ts";
import type { Timing } from "../../consensus/ledger/types.ts";
import { n1, n2, n3, Play, sessionOf } from "./play.ts";

const short: Timing = PROFILES.fast;
const long: Timing = { ...short, ttl: 1000 };
/** W of each, rounded up. */
const [W_SHORT, W_LONG] = [205, 1021];

/** n3 falls silent: from now on only n2 beats and answers; n2 says how long it has not heard n3. */
function silence(play: Play): number {
  const since = play.now;
  play.beating = [n2];
  play.ages = (node) => {
    const record = play.replica.ledger.sessions.get("n3/5/1");
    if (node !== n2 || record?.suspect == null) return [];
    const { index, term } = record.suspect;
    return [{ session: sessionOf(n3), suspectIndex: index, suspectTerm: term, age: play.now - since }];
  };
  return since;
}

/** How long n1 waited before it ended n3. */
function waited(play: Play, since: number): number {
  play.live(1500);
  const at = play.wroteAt("expire");
  assert.ok(at !== undefined, "it was ended at last");
  return at - since;
}

test("N1: with one timing for all, a session is ended after W of it", () => {
  const play = new Play(short).leading();
  play.done(play.ready(n3));
  const ms = waited(play, silence(play));
  assert.ok(ms >= W_SHORT && ms < W_SHORT + 50, `${ms} ms`);
});

test("N1: a shorter TTL is not waited by before the node has said that it is ready for it", () => {
  const lagging = new Play(long).leading();
  for (const node of [n1, n2, n3]) lagging.done(lagging.ready(node));
  lagging.done(lagging.configure(short));
  const ms = waited(lagging, silence(lagging));
  assert.ok(ms >= W_LONG && ms < W_LONG + 50, `${ms} ms`);

  const ready = new Play(long).leading();
  for (const node of [n1, n2, n3]) ready.done(ready.ready(node));
  ready.done(ready.configure(short));
  ready.live(1200);
  for (const node of [n1, n2, n3]) ready.done(ready.ready(node));
  assert.equal(ready.replica.ledger.timings.length, 1, "nobody uses the longer one any more");
  const after = waited(ready, silence(ready));
  assert.ok(after >= W_SHORT && after < W_SHORT + 50, `${after} ms`);
});

test("N1: a session that has said nothing yet may use any timing that is remembered", () => {
  const play = new Play(long).leading();
  play.done(play.configure(short));
  const ms = waited(play, silence(play));
  assert.ok(ms >= W_LONG, `${ms} ms`);
});

test("N1: a node believes in its session, whatever is echoed, only once its own ledger has the Open of it", () => {
  const play = new Play(short);
  play.cap = 0;
  play.echoing = true;
  play.live(500);
  assert.equal(play.replica.hearing.echoes.size, 2, "it is echoed");
  assert.equal(play.replica.validUntil, Number.NEGATIVE_INFINITY);
  play.cap = Number.POSITIVE_INFINITY;
  play.live(500);
  assert.ok(play.replica.ledger.sessions.has("n1/5/1"));
  assert.ok(play.replica.validUntil > play.now);
});

test("N1: a longer TTL counts from when it is in the leader's log, committed or not", () => {
  const play = new Play(short).leading();
  for (const node of [n1, n2, n3]) play.done(play.ready(node));
  const since = silence(play);
  play.live(180);
  assert.notEqual(play.replica.ledger.sessions.get("n3/5/1")?.suspect, null, "suspected, committed");
  // From here on nothing more is acknowledged: another leader could commit it, and n3 apply it, without n1's hearing of it.
  play.cap = play.replica.commit;
  play.propose(play.configure(long));
  assert.equal(play.replica.timing.ttl, short.ttl, "not applied here");
  const ms = waited(play, since);
  assert.ok(ms >= W_LONG, `${ms} ms`);
});

test("N1: a longer TTL that was truncated away counts no more", () => {
  const play = new Play(short).leading();
  for (const node of [n1, n2, n3]) play.done(play.ready(node));
  play.cap = play.replica.commit;
  play.propose(play.configure(long));
  const prevIndex = play.replica.commit;
  const prevTerm = term(play.replica.term);
  const next = term(play.replica.term + 1);
  const message = {
    type: "append-request",
    term: next,
    prevIndex,
    prevTerm,
    entries: [{ index: logIndex(prevIndex + 1), term: next, payload: { type: "noop" }, bytes: 0 }],
    commit: logIndex(prevIndex + 1),
    round: 1,
  } as const;
  play.give({ type: "envelope", from: n2, envelope: { type: "raft", message, ages: [] } });
  play.takeAsked();
  play.cap = Number.POSITIVE_INFINITY;
  play.beating = [];
  play.live(400);
  play.beating = [n2, n3];
  play.live(200);
  assert.equal(play.replica.role, "leader");
  const ms = waited(play, silence(play));
  assert.ok(ms >= W_SHORT && ms < W_SHORT + 100, `${ms} ms`);
});

test("N1: a node says that it is ready for a shorter TTL only when what was armed under the longer one has run out", () => {
  const play = new Play(long).leading();
  for (const node of [n1, n2, n3]) play.done(play.ready(node));
  play.done(play.configure(short));
  const applied = play.now;
  assert.equal(play.replica.timing.ttl, short.ttl, "it counts by the shorter one itself, at once");
  const refused = play.propose(play.ready(n1));
  const outcome = play.effects.find((e) => e.type === "outcome" && e.id === refused);
  assert.ok(outcome?.type === "outcome" && !outcome.result.ok);
  assert.match(outcome.result.reason, /TTL of 1000 ms may be alive for 1000 ms more/);
  play.live(applied + long.ttl - 5 - play.now);
  const still = play.propose(play.ready(n1));
  assert.ok(play.effects.some((e) => e.type === "outcome" && e.id === still && !e.result.ok));
  play.live(5);
  play.done(play.ready(n1));
});

test("N1: a longer TTL needs no such wait", () => {
  const play = new Play(short).leading();
  play.done(play.ready(n1));
  play.done(play.configure(long));
  play.done(play.ready(n1));
});

test("the core's timers follow the document's timing", () => {
  const play = new Play(short).leading();
  play.done(play.configure({ ...PROFILES.default, electionMin: 2000, electionMax: 3000 }));
  const rounds = (): number =>
    play.takeAsked().filter(({ message }) => message.type === "append-request").length;
  play.live(400);
  play.takeAsked();
  play.live(1000, false);
  const sent = rounds();
  assert.ok(sent >= 2 * 4 && sent <= 2 * 6, `${sent} rounds of 200 ms to two peers within a second`);
  assert.equal(play.replica.role, "leader", "a majority may be silent for longer now");
  play.live(2600, false);
  assert.notEqual(play.replica.role, "leader");
});
