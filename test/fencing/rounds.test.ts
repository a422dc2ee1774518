import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeGate } from "../../fencing/arbitration.ts";
import type { PingAnswer } from "../../fencing/port.ts";
import {
  afterRound,
  historyOf,
  newestScore,
  nextRoundAt,
  type PingHistory,
  pingFindings,
  pingTargets,
  ROUNDS_KEPT,
} from "../../fencing/rounds.ts";

const A = "10.0.0.1";
const B = "10.0.0.2";
const C = "10.0.0.3";
const ALL = [A, B, C];

const round = (at: number, ...reached: string[]): PingAnswer[] =>
  ALL.map((target) => ({ target, sentAt: at, answered: reached.includes(target) }));
const after = (...rounds: [number, ...string[]][]): PingHistory =>
  rounds.reduce(
    (history, [at, ...reached]) => afterRound(history, at, round(at, ...reached)),
    historyOf(ALL),
  );

test("the gate takes only answers to probes sent after the peer was last heard", () => {
  const history = after([100, A, B, C], [200, A]);
  const targets = pingTargets(history, 150);
  assert.deepEqual(
    targets.map(({ answeredProbeSentAt }) => answeredProbeSentAt),
    [200, 100, 100],
  );
  assert.equal(judgeGate(targets, 150).ok, false);
  assert.equal(judgeGate(pingTargets(history, 90), 90).ok, false, "none was reached before 90");
  assert.equal(judgeGate(pingTargets(after([50, A, B, C], [100, A, B, C], [200, A]), 90), 90).ok, true);
});

test("a target that neither side reached before the split counts for nobody", () => {
  const history = after([100, A], [300, A, B]);
  const mine = pingTargets(history, 200);
  assert.deepEqual(
    mine.map(({ reachedBefore }) => reachedBefore),
    [true, false, false],
  );
  const byPeer = pingTargets(history, 200, new Set([B]));
  assert.deepEqual(
    byPeer.map(({ reachedBefore }) => reachedBefore),
    [true, true, false],
  );
});

test("an answer that was overtaken by a later one takes nothing back", () => {
  let history = after([100, A]);
  history = afterRound(history, 110, [{ target: A, sentAt: 90, answered: true }]);
  assert.equal(pingTargets(history, 0)[0]?.answeredProbeSentAt, 100);
});

test("an idle pair asks once a period; it hurries while the peer is silent, the scores differ, or a target falters", () => {
  const pace = { period: 5000, timeout: 500 };
  const calm = { silent: false, score: 3 };
  assert.equal(nextRoundAt(historyOf(ALL), pace, calm), Number.NEGATIVE_INFINITY);
  const well = after([0, A, B, C], [100, A, B, C]);
  assert.equal(nextRoundAt(well, pace, calm), 5100);
  assert.equal(nextRoundAt(well, pace, { silent: false, score: null }), 5100);
  assert.equal(nextRoundAt(well, pace, { silent: true, score: 3 }), 600);
  assert.equal(nextRoundAt(well, pace, { silent: false, score: 2 }), 600);
  const faltering = after([0, A, B, C], [100, A, B]);
  assert.equal(nextRoundAt(faltering, pace, { silent: false, score: 2 }), 600);
});

test("a target that is silent for good hurries nobody", () => {
  const dead = after(...Array.from({ length: 6 }, (_, i): [number, ...string[]] => [i * 100, A, B]));
  assert.equal(nextRoundAt(dead, { period: 5000, timeout: 500 }, { silent: false, score: 2 }), 5500);
  const died = after(
    [0, A, B, C],
    ...Array.from({ length: 6 }, (_, i): [number, string, string] => [100 + i * 100, A, B]),
  );
  assert.equal(nextRoundAt(died, { period: 5000, timeout: 500 }, { silent: false, score: 2 }), 5600);
});

test("what is kept stays bounded", () => {
  let history = historyOf(ALL);
  for (let i = 0; i < 10 * ROUNDS_KEPT; i++) history = afterRound(history, i, round(i, A));
  assert.equal(history.rounds.length, ROUNDS_KEPT);
  for (const { lately } of history.targets) assert.equal(lately.length, ROUNDS_KEPT);
  assert.equal(history.targets[0]?.answers, 10 * ROUNDS_KEPT);
  assert.equal(newestScore(history), 1);
});

test("a target that never answered is told before it is needed, and one that has stopped to answer", () => {
  assert.deepEqual(pingFindings(historyOf(ALL)), [], "nothing was asked yet");
  const [never] = pingFindings(after([0, A, B]));
  assert.match(never ?? "", /10\.0\.0\.3 has never answered/);
  const stopped = after([0, A, B, C], ...[1, 2, 3, 4, 5].map((at): [number, string, string] => [at, A, B]));
  assert.match(pingFindings(stopped)[0] ?? "", /10\.0\.0\.3 has stopped answering this node/);
  assert.deepEqual(pingFindings(after([0, A, B, C])), []);
});

test("a node that reaches too few to take over says so", () => {
  assert.match(
    pingFindings(after([0, A, B, C], [1, A])).at(-1) ?? "",
    /reaches 1 of 3 ping targets, 2 are needed/,
  );
});

test("another list of targets keeps what is known of those that stay, and no score", () => {
  const history = historyOf([A, "10.0.0.9"], after([0, A, B, C]));
  assert.deepEqual(
    history.targets.map(({ answers }) => answers),
    [1, 0],
  );
  assert.equal(newestScore(history), null);
  assert.equal(newestScore(historyOf([C, B, A], after([0, A, B, C]))), 3);
});
