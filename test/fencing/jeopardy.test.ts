import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, nodeId } from "../../consensus/core/types.ts";
import type { ProofKind } from "../../consensus/ledger/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import {
  courseOf,
  guardEvidence,
  judgeRisk,
  proofsInForce,
  type RiskFacts,
  whoGivesUp,
} from "../../fencing/jeopardy.ts";
import { allow, refuse } from "../../fencing/types.ts";

const jeopardy = (...proofs: readonly ProofKind[]) => ({ validUntil: 1000, proofs, gate: allow("gate") });

test("jeopardy: in contact it serves until its session's deadline", () => {
  assert.deepEqual(courseOf(jeopardy("guard"), true, 500), { type: "serve", until: 1000 });
});

test("jeopardy: it serves on only where every proof must end it first", () => {
  assert.equal(
    courseOf(jeopardy("released", "fenced", "rebooted", "operator"), false, 2000).type,
    "serve-on",
  );
  for (const soft of ["guard", "watchdog"] as const) {
    const course = courseOf(jeopardy("fenced", soft), false, 500);
    assert.equal(course.type, "stop");
    assert.ok(course.type === "stop" && course.by === 1000);
  }
});

test("jeopardy: below the ping threshold it stops at once, whatever the proofs", () => {
  const course = courseOf({ ...jeopardy("fenced"), gate: refuse("cut off") }, false, 500);
  assert.ok(course.type === "stop" && course.by <= 500);
});

test("jeopardy: the proofs of its own grant count until its session has acknowledged others (N10)", () => {
  assert.deepEqual(proofsInForce(["guard"], null), ["guard"]);
  assert.deepEqual(proofsInForce(["guard"], ["fenced"]), ["fenced"]);
});

const risk = (changes: Partial<RiskFacts> = {}): RiskFacts => ({
  accepted: true,
  fencingDevices: 0,
  thirdVoter: false,
  accepts: [["guard"]],
  ...changes,
});

test("risk: accepted by name only, without device and third voter, for groups that accept the guard's proof", () => {
  assert.ok(judgeRisk(risk()).ok);
  for (const changes of [
    { accepted: false },
    { fencingDevices: 1 },
    { thirdVoter: true },
    { accepts: [["guard"], ["fenced"]] as const },
  ])
    assert.equal(judgeRisk(risk(changes)).ok, false);
});

test("risk: guard evidence needs a guard on record and the whole wait of silence", () => {
  const peer = { node: nodeId("b"), incarnation: incarnation(7) };
  assert.equal(guardEvidence(peer, { guardOnRecord: false, silentFor: 300, wait: 205 }, 0).ok, false);
  assert.equal(guardEvidence(peer, { guardOnRecord: true, silentFor: 204, wait: 205 }, 0).ok, false);
  assert.ok(guardEvidence(peer, { guardOnRecord: true, silentFor: 205, wait: 205 }, 0).ok);
});

test("risk: when both have served, exactly the one with the smaller history gives up", () => {
  const history = (node: string, commit: number) => ({ node, commit: logIndex(commit) });
  for (const [a, b, loser] of [
    [history("a", 1), history("b", 9), "a"],
    [history("a", 9), history("b", 1), "b"],
    [history("a", 1), history("b", 1), "b"],
  ] as const) {
    assert.equal(whoGivesUp(a, b), loser);
    assert.equal(whoGivesUp(b, a), loser);
  }
});
