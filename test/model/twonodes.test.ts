/** The exhaustive model of the two nodes, in the bound that `npm test` has the time for, and each rule switched off. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { GRID_RULES, judgeGridRule, judgeTwoNodes, judgeTwoNodesRule } from "./twonodes/judge.ts";
import { loadProduction } from "./twonodes/production.ts";
import { RULES } from "./twonodes/rules.ts";
import { explore } from "./twonodes/search.ts";
import { SMALL } from "./twonodes/worlds.ts";

test("with every rule on, no reachable state of the small worlds has two that govern, or loses what was acted on (P1, P3)", async (t) => {
  const report = await judgeTwoNodes(SMALL);
  assert.deepEqual(report.violations, []);
  assert.ok(report.exhausted, "every reachable state was looked at");
  assert.ok(report.states > 30_000, `${report.states} states: the model has shrunk`);
  t.diagnostic(`${report.states} states`);
});

test("everything that the model knows of does happen in it, but for a shot that is believed unseen", async () => {
  const production = await loadProduction();
  const happened = new Set(SMALL.flatMap((world) => [...explore(production, world, 1_000_000).happened]));
  assert.deepEqual([...happened].sort(), [
    "boot",
    "certificate",
    "certify",
    "crash",
    "elect",
    "farewell",
    "farewell heard",
    "freeze",
    "hear",
    "late answer",
    "leave",
    "off heard",
    "promote",
    "propose",
    "read off",
    "remove",
    "replicate",
    "solo",
    "sync",
    "wake",
    "word",
  ]);
});

for (const rule of RULES) {
  test(`${rule.id} off: a promise is broken (${rule.about})`, async () => {
    const report = await judgeTwoNodesRule(rule);
    assert.ok(report.violated_when_off, `nothing is broken in ${report.states} states`);
    assert.match(report.trace.at(-1) ?? "", /^P[13] is broken/);
  });
}
for (const rule of GRID_RULES) {
  test(`${rule.id} off: the grid shows what it is for (${rule.about})`, async () => {
    const report = await judgeGridRule(rule);
    assert.ok(report.violated_when_off, `nothing is broken in ${report.states} cases`);
  });
}
