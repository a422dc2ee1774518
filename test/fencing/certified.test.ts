/** R7: which of two may go on alone, and by what; and what voids it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { certificateCame, gapCame, judgeShotNow, lateCame } from "../../fencing/pair.ts";
import { eligibleNow } from "../../fencing/pairstanding.ts";
import { a, Scene } from "./scene.ts";

const reasonOf = (verdict: ReturnType<typeof judgeShotNow>): string => (verdict.ok ? "" : verdict.reason);

test("R7, R3: certified only by what it has committed under both, by a certificate, and never across a restart", () => {
  const scene = new Scene().heard();
  scene.consider();
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
  scene.set({ leader: a });
  const [asked] = scene.consider();
  assert.ok(asked?.type === "ask");
  const certificate = { question: asked.question, leader: a, term: term(3), configurationIndex: logIndex(2) };
  certificateCame(scene.pair, { ...certificate, question: { ...asked.question, response: 41 } }, scene.now); // R2
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
  certificateCame(scene.pair, certificate, scene.now);
  assert.ok(eligibleNow(scene.pair, scene.facts).ok);
  assert.equal(eligibleNow(scene.pair, { ...scene.facts, incarnation: incarnation(8) }).ok, false);
});

test("R7: a certificate that was on its way over a gap of the clock is worth nothing", () => {
  const scene = new Scene().heard().set({ leader: a });
  const [asked] = scene.consider();
  assert.ok(asked?.type === "ask");
  gapCame(scene.pair, scene.now);
  scene.now += 1;
  const { question } = asked;
  certificateCame(
    scene.pair,
    { question, leader: a, term: term(3), configurationIndex: logIndex(2) },
    scene.now,
  );
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
});

test("R7: after a gap a leader certifies itself only once its peer has confirmed its term anew", () => {
  const scene = new Scene().heard().leading();
  scene.consider();
  gapCame(scene.pair, scene.now + 1);
  scene.now += 2;
  scene.consider();
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
  scene.set({ confirmedAt: scene.now }).consider();
  assert.ok(eligibleNow(scene.pair, scene.facts).ok);
});

test("R7: a loop that stood still for as long as a person needs to be wrong about it voids a certificate, a shorter stall does not", () => {
  for (const [by, kept] of [
    [9_999, true],
    [10_001, false],
  ] as const) {
    const scene = new Scene().heard().leading();
    scene.consider();
    lateCame(scene.pair, by, 200, scene.now);
    assert.equal(eligibleNow(scene.pair, scene.facts).ok, kept, `${by}`);
  }
});

test("R7: whoever hears that the other has gone on alone may not do so by an earlier certificate", () => {
  const scene = new Scene().lost();
  assert.ok(eligibleNow(scene.pair, scene.facts).ok);
  const { heard } = scene.facts;
  const alone = { term: term(4), commit: logIndex(12) };
  scene.set({ heard: { ...heard!, report: { ...heard!.report!, alone } } }).consider();
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
});

test("T5: a certificate that was on its way while the loop stood still is worth nothing, and a stall shoots nobody", () => {
  const asking = new Scene().heard().set({ leader: a });
  const [ask] = asking.consider();
  assert.ok(ask?.type === "ask");
  lateCame(asking.pair, 101, 200, asking.now);
  const answer = { question: ask.question, leader: a, term: term(3), configurationIndex: logIndex(2) };
  certificateCame(asking.pair, answer, asking.now);
  assert.equal(eligibleNow(asking.pair, asking.facts).ok, false);

  const stalled = new Scene().lost();
  lateCame(stalled.pair, 101, 200, stalled.now);
  const judged = () => judgeShotNow(stalled.pair, stalled.facts, stalled.now);
  assert.match(reasonOf(judged()), /stood still for 101 ms/);
  stalled.now += 201;
  stalled.pinged();
  assert.ok(judged().ok, "it has looked again");
});

test("who is not certified shoots nobody: nobody could go on after it", () => {
  const scene = new Scene().heard();
  scene.consider();
  scene.pinged().consider();
  scene.now += 150;
  scene.consider();
  assert.equal(scene.pinged().shoots(), undefined);
});
