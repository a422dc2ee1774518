import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../sim/random.ts";
import { hurtAt, KINDS, planWeather, tellFault } from "./weather.ts";

const nodes = ["alpha", "beta", "gamma"];
const plan = (seed: number, minutes: number) =>
  planWeather(createRandom(seed), { nodes, smallDisk: "beta", spanMs: minutes * 60_000 });

test("one seed is one plan, another seed another", () => {
  assert.deepEqual(plan(7, 1), plan(7, 1));
  assert.notDeepEqual(plan(7, 1), plan(8, 1));
});

test("each kind of fault comes, each is healed before the end, and only the small disk is filled", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const faults = plan(seed, 2);
    assert.deepEqual(new Set(faults.map(({ kind }) => kind)), new Set(KINDS), `seed ${seed}`);
    for (const fault of faults) {
      assert.ok(fault.at <= fault.until && fault.until <= 120_000, tellFault(fault));
      if (fault.kind === "full-disk") assert.equal(fault.node, "beta");
      if (fault.kind === "one-way") assert.notEqual(fault.to, fault.node);
    }
  }
});

test("a majority is untouched most of the time, and not always", () => {
  let beyond = 0;
  let faults = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const planned = plan(seed, 2);
    faults += planned.length;
    beyond += planned.filter(({ at }) => hurtAt(planned, at).size > 1).length;
  }
  assert.ok(beyond > 0 && beyond < faults * 0.35, `${beyond} of ${faults}`);
});
