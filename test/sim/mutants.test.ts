/** A share of the mutation gate (`npm run sim -- --mutants`): other mutants each time, each with the seed that is known first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MUTANTS } from "./mutants/all.ts";
import { KILLERS } from "./mutants/killers.ts";
import { patchesOf, runGate, share } from "./mutation.ts";

const turn = Number(process.env.LEASEHOLD_TURN ?? Math.floor(Math.random() * 10_000));

test("each broken rule still applies to the code, and has a recorded seed that has shown it", () => {
  for (const mutant of MUTANTS) {
    const patches = patchesOf(mutant);
    if (typeof patches === "string") assert.fail(`${mutant.id}: ${patches}`);
    assert.ok(KILLERS[mutant.id] !== undefined, `${mutant.id}: no recorded seed`);
  }
  const ids = new Set(MUTANTS.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(KILLERS).filter((id) => !ids.has(id)),
    [],
  );
});

test(`five rules broken where they are loaded are noticed (turn ${turn})`, async (t) => {
  const verdicts = await runGate(share(5, turn), { from: 1, seeds: 20, jobs: 1, known: true });
  for (const { id, killed, how } of verdicts) {
    t.diagnostic(`${id}: ${how}`);
    assert.ok(killed, `turn ${turn}, ${id}: ${how} (known seed ${KILLERS[id] ?? "none"})`);
  }
});
