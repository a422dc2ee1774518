import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { playSeeds } from "./pool.ts";
import { playSeed } from "./seed.ts";

function transcript(seed: number): string {
  const hash = createHash("sha256");
  playSeed(seed, {
    events: 3_000,
    trace: (time, node, text) => void hash.update(`${time} ${node} ${text}\n`),
  });
  return hash.digest("hex");
}

test("one seed is one run, to the last byte of its transcript", () => {
  for (const seed of [1, 2, 3, 77, 4711]) assert.equal(transcript(seed), transcript(seed), `seed ${seed}`);
  assert.notEqual(transcript(1), transcript(2));
});

test("looking on changes nothing: a traced run has the same events as an untraced one", () => {
  const { events, time, seen } = playSeed(5, { events: 3_000 });
  const traced = playSeed(5, { events: 3_000, trace: () => {} });
  assert.deepEqual({ events, time, seen }, { events: traced.events, time: traced.time, seen: traced.seen });
});

test("the report does not depend on how many threads played the seeds", async () => {
  const { seconds: _, ...alone } = await playSeeds({ from: 50, count: 12, jobs: 1, events: 2_000 });
  const { seconds: __, ...together } = await playSeeds({ from: 50, count: 12, jobs: 2, events: 2_000 });
  assert.deepEqual(together, alone);
});
