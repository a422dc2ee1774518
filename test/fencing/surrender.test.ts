import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judgeComeback, nextSurrenderStep, type Standing, shouldSurrender } from "../../fencing/surrender.ts";
import { allow, refuse } from "../../fencing/types.ts";

const standing = (changes: Partial<Standing> = {}): Standing => ({
  gate: allow("gate"),
  inContact: true,
  comparison: { roundsBehind: 0 },
  rounds: 3,
  told: null,
  ownNetworkUp: true,
  ...changes,
});

test("surrender: in contact, the one that was lower in several rounds; a missing ping alone moves nothing", () => {
  assert.equal(shouldSurrender(standing({ gate: refuse("cut off") })).ok, false);
  assert.equal(shouldSurrender(standing({ comparison: { roundsBehind: 2 } })).ok, false);
  assert.ok(shouldSurrender(standing({ comparison: { roundsBehind: 3 } })).ok);
});

test("surrender: out of contact, below the threshold, at once; above it, not", () => {
  assert.ok(shouldSurrender(standing({ inContact: false, gate: refuse("cut off") })).ok);
  assert.equal(shouldSurrender(standing({ inContact: false })).ok, false);
});

test("surrender: a node whose own IP stack is down, or that is told to, gives up whatever else holds", () => {
  assert.ok(shouldSurrender(standing({ ownNetworkUp: false })).ok);
  assert.ok(shouldSurrender(standing({ told: "the operator's word" })).ok);
});

test("surrender: everything is stopped in reverse order, then released, then standby", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 6 }),
      fc.boolean(),
      (groups, canCommit) => {
        let [running, stopped] = [[...groups], [] as string[]];
        const order: string[] = [];
        for (;;) {
          const step = nextSurrenderStep({ running, stopped, canCommit });
          if (step.type === "standby") break;
          if (step.type === "stop") {
            order.push(step.group);
            [running, stopped] = [running.slice(0, -1), [...stopped, step.group]];
          } else {
            assert.deepEqual(running, []);
            stopped = [];
          }
        }
        assert.deepEqual(order, groups.toReversed());
        assert.deepEqual(stopped.length > 0, groups.length > 0 && !canCommit);
      },
    ),
  );
});

test("comeback: after the score has been good for the configured time, or on the operator's word", () => {
  assert.equal(judgeComeback(null, 1000, false, 5000).ok, false);
  assert.equal(judgeComeback(4001, 1000, false, 5000).ok, false);
  assert.ok(judgeComeback(4000, 1000, false, 5000).ok);
  assert.ok(judgeComeback(null, 1000, true, 5000).ok);
});
