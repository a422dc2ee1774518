/** The exhaustive model of the sessions, in the bound that `npm test` has the time for, and each rule switched off. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeRule, judgeWorlds } from "./judge.ts";
import { RULES } from "./rules.ts";
import { SMALL } from "./worlds.ts";

test("with every rule on, no reachable state of the small worlds has two that may serve (P1, P2)", async (t) => {
  const report = await judgeWorlds(SMALL);
  assert.deepEqual(report.violations, []);
  assert.ok(report.exhausted, "every reachable state was looked at");
  assert.ok(report.states > 50_000, `${report.states} states: the model has shrunk`);
  t.diagnostic(`${report.states} states`);
});

for (const rule of RULES) {
  test(`${rule.id} off: two may serve the same group (${rule.about})`, async () => {
    const report = await judgeRule(rule);
    assert.ok(report.violated_when_off, `nothing is broken in ${report.states} states`);
    assert.match(report.trace.at(-1) ?? "", /^P1 is broken/);
  });
}
