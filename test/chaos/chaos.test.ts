/** A short share of the judge: new weather each time. Needs root. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { runChaos } from "./chaos.ts";

test("real daemons in bad weather keep what they promise, and are all there when it is over", async () => {
  const seed = randomInt(1, 2 ** 31);
  console.log(`seed ${seed} (npm run chaos -- --minutes 0.4 --seed ${seed})`);
  const said: string[] = [];
  const result = await runChaos({ seed, spanMs: 24_000, profile: "default", say: (line) => said.push(line) });
  console.log(JSON.stringify({ ...result, violations: result.violations.length }));
  const about = `seed ${seed}\n${said.join("\n")}\n${JSON.stringify(result)}`;
  assert.deepEqual(result.violations, [], about);
  assert.equal(result.two_owners_ms, 0, about);
  assert.ok(result.client_grants > 0, about);
  assert.ok(result.applied_documents > 0, about);
});
