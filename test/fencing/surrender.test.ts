import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeComeback, type Standing, shouldSurrender } from "../../fencing/surrender.ts";
import { allow, refuse } from "../../fencing/types.ts";

const standing = (changes: Partial<Standing> = {}): Standing => ({
  gate: allow("gate"),
  inContact: true,
  comparison: { roundsBehind: 0 },
  rounds: 3,
  told: null,
  ...changes,
});

test("surrender: in contact, the one that was lower in several rounds; a missing ping alone moves nothing", () => {
  assert.equal(shouldSurrender(standing({ gate: refuse("cut off") })).ok, false);
  assert.equal(shouldSurrender(standing({ comparison: { roundsBehind: 2 } })).ok, false);
  assert.ok(shouldSurrender(standing({ comparison: { roundsBehind: 3 } })).ok);
});

test("surrender: out of contact, below the threshold, at once; above it, not", () => {
  assert.ok(shouldSurrender(standing({ inContact: false, gate: refuse("cut off") })).ok);
  assert.equal(shouldSurrender(standing({ inContact: false })).ok, false);
});

test("surrender: a node that is told to gives up whatever else holds", () => {
  assert.ok(shouldSurrender(standing({ told: "the operator's word" })).ok);
});

test("comeback: after the score has been good for the configured time, or on the operator's word", () => {
  assert.equal(judgeComeback(null, 1000, false, 5000).ok, false);
  assert.equal(judgeComeback(4001, 1000, false, 5000).ok, false);
  assert.ok(judgeComeback(4000, 1000, false, 5000).ok);
  assert.ok(judgeComeback(null, 1000, true, 5000).ok);
});
