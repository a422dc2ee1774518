/** P1 on one node, under everything: and each rule that keeps it, switched off, lets it be broken. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Chaos } from "./chaos.ts";
import { type Faults, nothingSeen } from "./draws.ts";

const first = Number(process.env.SEED ?? 1);
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 80) }, (_, n) => first + n);
/** A broken rule must show; some show rarely, so the search goes further, and ends at the first. */
const search = Array.from({ length: 10 * seeds.length }, (_, n) => first + n);
const STEPS = 1500;

test(`nothing is heard or runs without the lease and past the deadline (seeds ${first} to ${seeds.at(-1)})`, () => {
  const seen = nothingSeen();
  for (const seed of seeds) {
    const chaos = new Chaos(seed);
    chaos.run(STEPS);
    assert.deepEqual(chaos.violations, [], `seed ${seed}\n${chaos.trace.slice(-40).join("\n")}`);
    for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += chaos.seen[key];
  }
  for (const [what, count] of Object.entries(seen)) assert.ok(count > 0, `no run saw any ${what}`);
});

test(`when the faults end, what is held is served (seeds ${first} to ${seeds.at(-1)})`, () => {
  for (const seed of seeds.filter((_, n) => n % 3 === 0)) {
    const chaos = new Chaos(seed);
    chaos.run(STEPS / 3);
    assert.deepEqual(chaos.recover(), [], `seed ${seed}\n${chaos.trace.slice(-60).join("\n")}`);
    assert.deepEqual(chaos.violations, [], `seed ${seed}`);
  }
});

const rules: readonly [string, Faults][] = [
  ["G3: addresses left by a predecessor are not looked for", { blindToLeftovers: true }],
  ["the session's deadline is ignored", { endless: true }],
  ["an address counts as removed before it is read back", { unverifiedRemoval: true }],
  ["a stop counts as done before it is verified", { unverifiedStop: true }],
  ["a Release under way is forgotten", { forgetsRelease: true }],
  ["what an earlier session held is served without Adopt (N6)", { noAdopt: true }],
  ["G4: what was handed over outlasts the predecessor's V", { endlessInheritance: true }],
];
for (const [rule, faults] of rules) {
  test(`switched off, it is broken: ${rule} (from seed ${first})`, () => {
    const broken = search.some((seed) => {
      const chaos = new Chaos(seed, faults);
      chaos.run(STEPS);
      return chaos.violations.length > 0;
    });
    assert.ok(broken, "no run was broken by the fault that was put in");
  });
}
