/** Looking at what an event is about does what looking at everything would: both run beside each other, action by action. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Chaos } from "./chaos.ts";
import { World } from "./world.ts";

const first = Number(process.env.SEED ?? 1);
const count = Number(process.env.SEEDS ?? 20);

function play(seed: number, crowd: number, steps: number): void {
  const chaos = new Chaos(seed, {}, { crowd, beside: true });
  chaos.run(steps);
  if (chaos.violations.length === 0 && seed % 4 === 0) chaos.recover();
  assert.deepEqual(chaos.violations, [], `seed ${seed}\n${chaos.trace.slice(-30).join("\n")}`);
}

test(`two groups: the same is done as by looking at everything (seeds ${first} to ${first + count - 1})`, () => {
  for (let seed = first; seed < first + count; seed++) play(seed, 0, 1500);
});

const crowded = Math.ceil(count / 5);
test(`seventy groups: the same is done as by looking at everything (seeds ${first} to ${first + crowded - 1})`, () => {
  for (let seed = first; seed < first + crowded; seed++) play(seed, 70, 600);
});

test("an address that is not this node's and could not be removed is tried again, also where nothing else is to be done", () => {
  const world = World.ready();
  let tries = 0;
  world.ending = (action) =>
    action.type === "remove-address" && ++tries === 1
      ? { ok: false, detail: "busy" }
      : { ok: true, detail: "" };
  world.put("10.0.0.10");
  world.pass(900);
  assert.equal(tries, 1);
  assert.ok(world.machine.addresses.has("10.0.0.10"));
  world.pass(300);
  assert.equal(tries, 2);
  assert.ok(!world.machine.addresses.has("10.0.0.10"));
});
