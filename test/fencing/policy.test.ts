import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { judgeShot, judgeStart, nextStep, type Shot, type ShotFacts } from "../../fencing/policy.ts";
import { allow, refuse } from "../../fencing/types.ts";

const [A, B] = [nodeId("a"), nodeId("b")];
const facts = (changes: Partial<ShotFacts> = {}): ShotFacts => ({
  self: A,
  target: B,
  targetIncarnation: incarnation(7),
  targetHeardAt: 900,
  gate: allow("gate"),
  lateness: { by: 0, at: 0 },
  ttl: 200,
  executor: A,
  shots: [],
  limits: { shots: 3, window: 60_000 },
  shootUnseen: false,
  ...changes,
});
const shot = (at: number, verifiedOff: boolean, of = 7): Shot => ({
  target: B,
  at,
  incarnation: incarnation(of),
  verifiedOff,
});
const refusedShot = (changes: Partial<ShotFacts>, words: RegExp, now = 1000): void => {
  const judged = judgeShot(facts(changes), now);
  assert.ok(!judged.ok, "it may not shoot");
  assert.match(judged.reason, words);
};

test("shot: with the gate, the fence lease and nothing against it, a node may shoot its peer", () => {
  assert.ok(judgeShot(facts(), 1000).ok);
});

test("shot: never oneself", () => refusedShot({ target: A }, /itself/));

test("shot: only the holder of the fence lease shoots", () => {
  refusedShot({ executor: null }, /fence lease/);
  refusedShot({ executor: B }, /b holds the fence lease/);
});

test("shot: an isolated node does not shoot", () => refusedShot({ gate: refuse("cut off") }, /cut off/));

test("shot: not because of a stall of one's own", () => {
  refusedShot({ lateness: { by: 101, at: 950 } }, /stood still/);
  assert.ok(judgeShot(facts({ lateness: { by: 100, at: 950 } }), 1000).ok, "half the TTL is no stall");
  assert.ok(judgeShot(facts({ lateness: { by: 500, at: 700 } }), 1000).ok, "it has looked again for a TTL");
  assert.ok(judgeShot(facts({ lateness: { by: 500, at: 850 } }), 1000).ok, "the peer was heard since");
});

test("shot: a node that was shot, verified off and has not been back is not shot again", () => {
  refusedShot({ shots: [shot(500, true)] }, /not been back/);
  const back = facts({ shots: [shot(500, true)], targetIncarnation: incarnation(8) });
  assert.ok(judgeShot(back, 1000).ok);
});

test("shot: so many within the window, then a person must look", () => {
  const three = [shot(100, false), shot(200, false), shot(300, false)];
  refusedShot({ shots: three }, /person/);
  assert.ok(judgeShot(facts({ shots: three }), 60_100).ok, "the first has left the window");
});

test("shot: a peer that was never heard in this boot is waited for, unless configuration says otherwise and the gate holds", () => {
  refusedShot({ targetHeardAt: null }, /wait for all/);
  assert.ok(judgeShot(facts({ targetHeardAt: null, shootUnseen: true }), 1000).ok);
  refusedShot({ targetHeardAt: null, shootUnseen: true, gate: refuse("cut off") }, /cut off/);
});

test("start: a node waits for its peer and says for whom", () => {
  const waiting = judgeStart(B, false, false, allow("gate"));
  assert.ok(!waiting.ok);
  assert.match(waiting.reason, /waiting for b/);
  assert.ok(judgeStart(B, true, false, refuse("cut off")).ok);
  assert.equal(judgeStart(B, false, true, refuse("cut off")).ok, false);
});

const levels = [
  { level: 2, devices: ["pdu-1", "pdu-2"] },
  { level: 1, devices: ["ipmi"] },
];

test("levels: the lowest is tried first, and is enough when all its devices show the node off", () => {
  assert.deepEqual(nextStep(B, levels, new Map()), { type: "run", level: 1, devices: ["ipmi"] });
  assert.deepEqual(nextStep(B, levels, new Map([["ipmi", "verified-off"]])), { type: "done", level: 1 });
});

test("levels: one failed device fails its level, and the next one begins", () => {
  const failed = new Map([["ipmi", "failed"]] as const);
  assert.deepEqual(nextStep(B, levels, failed), { type: "run", level: 2, devices: ["pdu-1", "pdu-2"] });
  const half = new Map([
    ["ipmi", "failed"],
    ["pdu-1", "verified-off"],
  ] as const);
  assert.deepEqual(nextStep(B, levels, half), { type: "run", level: 2, devices: ["pdu-2"] });
  const step = nextStep(B, levels, new Map([...half, ["pdu-2", "failed"]]));
  assert.equal(step.type, "failed");
});

test("levels: no device at all is a failure, not a success", () => {
  assert.equal(nextStep(B, [], new Map()).type, "failed");
  assert.equal(nextStep(B, [{ level: 1, devices: [] }], new Map()).type, "failed");
});
