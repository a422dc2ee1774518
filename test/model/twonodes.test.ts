/** The exhaustive model of the two nodes, in the bound that `npm test` has the time for, and each rule switched off. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeRaceRule, judgeTwoNodes, judgeTwoNodesRule } from "./twonodes/judge.ts";
import { RACE_RULES } from "./twonodes/race.ts";
import { RULES } from "./twonodes/rules.ts";
import { SMALL } from "./twonodes/worlds.ts";

test("with every rule on, no reachable state of the small worlds has two that govern, or loses what was acted on (P1, P3)", async (t) => {
  const report = await judgeTwoNodes(SMALL);
  assert.deepEqual(report.violations, []);
  assert.ok(report.exhausted, "every reachable state was looked at");
  assert.ok(report.states > 30_000, `${report.states} states: the model has shrunk`);
  t.diagnostic(`${report.states} states`);
});

for (const rule of RULES) {
  test(`${rule.id} off: a promise is broken (${rule.about})`, async () => {
    const report = await judgeTwoNodesRule(rule);
    assert.ok(report.violated_when_off, `nothing is broken in ${report.states} states`);
    assert.match(report.trace.at(-1) ?? "", /^P[13] is broken/);
  });
}
for (const rule of RACE_RULES) {
  test(`${rule.id} off: the race goes wrong (${rule.about})`, async () => {
    const report = await judgeRaceRule(rule);
    assert.ok(report.violated_when_off, `nothing is broken in ${report.states} races`);
  });
}
