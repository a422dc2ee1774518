import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, term } from "../../consensus/core/types.ts";
import { applied, newProposals, placed, wait } from "../../consensus/proposals.ts";

const BATCH = { at: 0, commands: [] };
const outcomes = (effects: readonly { type: string }[]) =>
  effects.map((e) => (e as unknown as { result: { ok: boolean } }).result.ok);

test("a wish whose entry was applied before the leader's word of its place is answered by that entry", () => {
  const proposals = newProposals();
  wait(proposals, 1, 0);
  assert.deepEqual(applied(proposals, logIndex(7), term(2), BATCH, []), []);
  assert.deepEqual(outcomes(placed(proposals, 1, logIndex(7), term(2))), [true]);
});

test("a wish placed where another leader's entry has been applied already is answered at once: lost", () => {
  const proposals = newProposals();
  wait(proposals, 1, 0);
  applied(proposals, logIndex(27), term(4), null, []);
  assert.deepEqual(outcomes(placed(proposals, 1, logIndex(27), term(3))), [false]);
});

test("a wish placed far ahead by a deposed leader is lost with the first entry of a later term", () => {
  const proposals = newProposals();
  wait(proposals, 1, 0);
  assert.deepEqual(placed(proposals, 1, logIndex(30), term(3)), []);
  assert.deepEqual(applied(proposals, logIndex(26), term(3), BATCH, []), []);
  assert.deepEqual(outcomes(applied(proposals, logIndex(27), term(4), null, [])), [false]);
  assert.deepEqual(applied(proposals, logIndex(30), term(4), BATCH, []), [], "answered once");
});
