import assert from "node:assert/strict";
import { test } from "node:test";
import { Tally } from "../../consensus/transport/notes.ts";
import { streamTimingOf } from "../../consensus/transport/timing.ts";

test("one line per reason in ten seconds, and the next one says how many went unsaid; all are counted", () => {
  const said: string[] = [];
  let clock = 0;
  const tally = new Tally(
    ["a", "b"],
    (level, text) => said.push(`${level} ${text}`),
    () => clock,
  );
  for (let i = 0; i < 1000; i++) tally.record("a", "warn", () => `a ${i}`);
  tally.record("b", "info", () => "b");
  clock = 9_999;
  tally.record("a", "warn", () => "too early");
  clock = 10_000;
  tally.record("a", "warn", () => "later");
  assert.deepEqual(said, [
    "warn a 0",
    "info b",
    "warn later (and 1000 more like it since the last such line)",
  ]);
  assert.deepEqual(tally.counts, { a: 1002, b: 1 });
  assert.equal(
    tally.say("b", "info", () => "state"),
    true,
  );
  assert.equal(tally.counts.b, 1);
});

test("a dead path is replaced inside an election timeout, and no stream is doubted for one late heartbeat", () => {
  for (const timing of [
    { raftHeartbeat: 20, electionMin: 150, electionMax: 300 },
    { raftHeartbeat: 100, electionMin: 1000, electionMax: 2000 },
  ]) {
    const { silenceAfter, dialTimeout } = streamTimingOf(timing);
    assert.ok(silenceAfter < timing.electionMin && silenceAfter >= 3 * timing.raftHeartbeat);
    assert.ok(dialTimeout >= timing.electionMax);
  }
});
