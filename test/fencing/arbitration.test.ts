import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nodeId } from "../../consensus/core/types.ts";
import {
  compareRound,
  EVEN,
  firstToShoot,
  judgeGate,
  judgeSurrender,
  judgeTakeover,
  p99,
  score,
  shotDelay,
} from "../../fencing/arbitration.ts";
import { allow, type PingTarget, refuse } from "../../fencing/types.ts";

const [A, B] = [nodeId("a"), nodeId("b")];
const target = (answeredProbeSentAt: number | null, reachedBefore = true): PingTarget => ({
  name: `t${answeredProbeSentAt}`,
  answeredProbeSentAt,
  reachedBefore,
});

test("gate: a strict majority of all that are configured is needed, the dead ones counted", () => {
  const answers = (yes: number, all: number) =>
    Array.from({ length: all }, (_, i) => target(i < yes ? 20 : null));
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (yes, no) => {
      const all = yes + no;
      assert.equal(judgeGate(answers(yes, all), 10).ok, all > 0 && yes > all / 2);
    }),
  );
});

test("gate: half of the targets is not a majority", () => {
  assert.equal(judgeGate([target(20), target(null)], 10).ok, false);
});

test("gate: a probe sent before the peer was last heard, or in that moment, does not count", () => {
  assert.equal(judgeGate([target(9), target(10), target(10)], 10).ok, false);
  assert.ok(judgeGate([target(11), target(11), target(10)], 10).ok);
});

test("gate: a target that neither side reached before the split counts for nobody", () => {
  assert.equal(score([target(20, false), target(20)], 10), 1);
  assert.equal(judgeGate([target(20, false), target(20, false), target(20)], 10).ok, false);
});

test("gate: without any target nobody may conclude anything", () => {
  assert.equal(judgeGate([], 0).ok, false);
});

test("the lower one surrenders after several rounds in a row, and one good round starts the count anew", () => {
  let state = EVEN;
  state = compareRound(state, 1, 2);
  state = compareRound(state, 1, 2);
  assert.equal(judgeSurrender(state, 3).ok, false);
  state = compareRound(state, 2, 2);
  assert.deepEqual(state, EVEN);
  for (let i = 0; i < 3; i++) state = compareRound(state, 0, 1);
  assert.ok(judgeSurrender(state, 3).ok);
});

test("equal scores: neither side is ever behind, so the current holder stays", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 20 }), (rounds) => {
      const end = rounds.reduce((state, both) => compareRound(state, both, both), EVEN);
      assert.equal(judgeSurrender(end, 1).ok, false);
    }),
  );
});

test("the two are never both behind", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 20 }), (rounds) => {
      let [a, b] = [EVEN, EVEN];
      for (const [ofA, ofB] of rounds) {
        [a, b] = [compareRound(a, ofA, ofB), compareRound(b, ofB, ofA)];
        assert.ok(a.roundsBehind === 0 || b.roundsBehind === 0);
      }
    }),
  );
});

test("R10: once the peer is verified off its last score counts no more, and the gate alone decides", () => {
  const behind = { own: 2, peers: 3, holds: false };
  assert.equal(judgeTakeover(allow("gate"), behind, false).ok, false);
  assert.ok(judgeTakeover(allow("gate"), behind, true).ok);
  assert.equal(judgeTakeover(refuse("cut off"), behind, true).ok, false);
});

test("R11: exactly one side has delay 0, whatever each holds", () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(5), (ofA, ofB) => {
      const facts = {
        holds: new Map([
          [A, ofA],
          [B, ofB],
        ]),
        measured: [],
        bound: 500,
        detectionSkew: 40,
      };
      const delays = [shotDelay(A, B, facts), shotDelay(B, A, facts)].sort((x, y) => x - y);
      assert.equal(delays[0], 0);
      assert.ok(delays[1]! > 540);
    }),
  );
});

test("R11: the side that holds more goes first, the smaller name among equals", () => {
  assert.equal(firstToShoot(A, B, new Map([[B, 1]])), B);
  assert.equal(firstToShoot(B, A, new Map([[B, 1]])), B);
  assert.equal(firstToShoot(B, A, new Map()), A);
});

test("R11: with shots no longer than measured and detection no more apart than the skew, the second is hit before it shoots", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 50 }),
      fc.nat(200),
      fc.nat(200),
      fc.nat(1000),
      (measured, detectionSkew, late, pick) => {
        const facts = { holds: new Map([[A, 1]]), measured, bound: 1, detectionSkew };
        const firstNotices = Math.min(late, detectionSkew);
        const hit = firstNotices + measured[pick % measured.length]!;
        assert.ok(hit < shotDelay(B, A, facts));
      },
    ),
  );
});

test("p99 of a hundred is the one but greatest, of few the greatest, of none nothing", () => {
  assert.equal(p99(Array.from({ length: 100 }, (_, i) => i + 1)), 99);
  assert.equal(p99([3, 9, 4]), 9);
  assert.equal(p99([]), null);
});
