import assert from "node:assert/strict";
import { test } from "node:test";
import { findGaps, findOwnership } from "./measure.ts";

test("a gap runs from the first lost request to the next answered one", () => {
  const sent = Float64Array.from([0, 1, 2, 3, 4, 5]);
  assert.deepEqual(findGaps(sent, Uint8Array.from([1, 0, 0, 1, 1, 1]), 6), [
    { from: 1, to: 3, lost: 2, open: false },
  ]);
  assert.deepEqual(findGaps(sent, Uint8Array.from([1, 1, 1, 1, 1, 1]), 6), []);
});

test("a gap that never ends is open and reaches to the last request", () => {
  const sent = Float64Array.from([0, 1, 2, 3]);
  assert.deepEqual(findGaps(sent, Uint8Array.from([1, 1, 0, 0]), 4), [
    { from: 2, to: 3, lost: 2, open: true },
  ]);
});

test("a slot with answers of two machines is two-owner time, a slot with none or one is not", () => {
  const ownership = findOwnership(Uint8Array.from([1, 1, 3, 2, 0, 2]), 6, 5);
  assert.equal(ownership.dualSlots, 1);
  assert.deepEqual(ownership.stretches, [
    { from: 0, to: 10, owners: [0] },
    { from: 10, to: 15, owners: [0, 1] },
    { from: 15, to: 20, owners: [1] },
    { from: 20, to: 25, owners: [] },
    { from: 25, to: 30, owners: [1] },
  ]);
});
