/** What is given up when clocks are worse than the cluster was told: what docs/safety.md states, and nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { playSeed } from "./seed.ts";

test("clocks beyond rho lose P1, as stated, and nothing else; true ones lose nothing with the same seed", () => {
  let lost: number | null = null;
  for (let seed = 1; seed <= 40 && (lost === null || seed <= 3); seed++) {
    const played = playSeed(seed, { profile: "beyond-rho", timing: PROFILES.fast, events: 3_000 });
    assert.deepEqual(played.violations, [], `seed ${seed}`);
    if (played.lost.P1 !== undefined) lost = seed;
  }
  assert.ok(lost !== null, "40 seeds in which no clock did any harm");
  assert.deepEqual(playSeed(lost, { timing: PROFILES.fast, events: 3_000 }).violations, [], `seed ${lost}`);
});

test("R10: a person's word that comes while a device is being asked waits for its answer, and no longer", () => {
  // The person says so 209 ms after this seed's first shot, which a stray device has not answered yet.
  assert.deepEqual(playSeed(482_871_576, { profile: "two-nodes" }).violations, []);
});
