/** R11 for a whole split: whenever the two notice, and however often they try, never do both have a shot under way. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logIndex, type NodeId, nodeId } from "../../consensus/core/types.ts";
import { incarnation, type StopRecord } from "../../consensus/ledger/types.ts";
import { detectionSkew, measuredShots, type TurnFacts, turnAt } from "../../fencing/turns.ts";

const SEED = Date.now() % 2 ** 31;
const [a, b] = ["a", "b"].map(nodeId) as [NodeId, NodeId];
const timing = { suspectAfter: 140, heartbeat: 40 };

const factsOf = (self: typeof a, more: Partial<TurnFacts> = {}): TurnFacts => ({
  self,
  peer: self === a ? b : a,
  holds: new Map([[b, 1]]),
  stops: [],
  devices: [{ name: "pdu", type: "lab", socket: "/s", bound: 300, timeout: 1000 }],
  outlets: [{ device: "pdu", outlet: "1" }],
  timing,
  window: 100,
  agreed: true,
  ...more,
});

test("R11: the one that holds more has the first turn, at once; the other's begins later than that one's shot can end", () => {
  assert.deepEqual(turnAt(factsOf(b), 1000, 1000), { mine: true, at: 1100 });
  const other = turnAt(factsOf(a), 1000, 1000);
  assert.equal(other.mine, false);
  assert.ok(other.at > 1000 + 100 + 300 + detectionSkew(timing));
  assert.equal(turnAt(factsOf(a), 1000, other.at).mine, true);
});

test(`R11: no two shots overlap, whenever each notices, however often they try (seed ${SEED})`, () => {
  const skew = detectionSkew(timing);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: skew }),
      fc.integer({ min: 0, max: 6000 }),
      fc.integer({ min: -7000, max: 7000 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom<readonly [NodeId[], NodeId[]]>(
        [[a], [a]],
        [[b], [b]],
        [[a], []],
        [[b], []],
        [[], [a]],
        [[], [b]],
        [[], []],
      ),
      (later, at, distance, took, [ofA, ofB]) => {
        // Each by its own notice and its own ledger (nobody: it has not heard the other agree), whenever each may begin.
        const view = (holder: NodeId | undefined): Partial<TurnFacts> =>
          holder === undefined ? { agreed: false } : { holds: new Map([[holder, 1]]) };
        const [first, second] = [at, Math.max(0, at + distance)];
        const mine = turnAt(factsOf(a, view(ofA[0])), 0, first).mine;
        const theirs = second >= later && turnAt(factsOf(b, view(ofB[0])), later, second).mine;
        if (!mine || !theirs) return;
        assert.ok(
          first + took <= second || second + took <= first,
          `${first} and ${second} (${took} ms each)`,
        );
      },
    ),
    { seed: SEED, numRuns: 20_000 },
  );
});

test("both know the same bound: the slowest device that is used, until ten shots have been measured", () => {
  const shot = (duration: number): StopRecord => ({
    index: logIndex(5),
    at: 0,
    node: a,
    incarnation: incarnation(1),
    kind: "fenced",
    by: b,
    evidence: "",
    attempts: [
      { device: "pdu", outlet: "1", action: "off", duration, accepted: true, status: null },
      { device: "pdu", outlet: "1", action: "status", duration: 20, accepted: true, status: "off" },
      { device: "pdu", outlet: "1", action: "on", duration: 9999, accepted: true, status: null },
    ],
  });
  assert.deepEqual(measuredShots([shot(80), { ...shot(1), kind: "operator" }]), [100]);
  const waits = (stops: readonly StopRecord[]): number => turnAt(factsOf(a, { stops }), 0, 0).at;
  assert.equal(waits([shot(80)]), waits([]));
  assert.equal(waits(Array.from({ length: 10 }, () => shot(80))), waits([]) - 200);
});

test("R11: whoever has not heard the other agree takes neither the first turn nor the second", () => {
  const length = turnAt(factsOf(a), 0, 0).at;
  for (const self of [a, b]) {
    const { mine, at } = turnAt(factsOf(self, { agreed: false }), 0, 0);
    assert.equal(mine, false);
    assert.equal(at, (self === a ? 2 : 3) * length);
  }
});

test("R11: whoever misses its window waits three turns at most for the next, not a whole round", () => {
  const length = turnAt(factsOf(a), 0, 0).at;
  for (const self of [a, b]) {
    for (let from = 0; from < 4; from++) {
      const missed = turnAt(factsOf(self), 0, from * length);
      const after = missed.mine ? missed.at + 1 : missed.at;
      const next = turnAt(factsOf(self), 0, after);
      assert.ok(
        (next.mine ? next.at - 100 : next.at) - from * length <= 3 * length,
        `${self} from turn ${from}`,
      );
    }
  }
});
