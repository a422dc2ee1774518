/** Each thing that recorded clients may not have seen is found, and what they may see is not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeBeliefs, judgeHistory, judgeRecords } from "./judge.ts";
import type { Answer, Asked, Belief, Call, Sighting } from "./records.ts";

const call = (
  asked: Asked,
  answer: Answer | null,
  called: number,
  returned: number | null,
  repeated = false,
): Call => ({
  record: "call",
  name: "x",
  asked,
  answer,
  called,
  returned,
  repeated,
});
const acquired = (owner: string, token: string, called: number, returned: number): Call =>
  call({ type: "acquire", owner }, { type: "granted", token }, called, returned);
const refused = (owner: string, called: number, returned: number): Call =>
  call({ type: "acquire", owner }, { type: "refused" }, called, returned);
const untold = (owner: string, called: number): Call => call({ type: "acquire", owner }, null, called, null);
const kept = (owner: string, token: string, called: number, returned: number): Call =>
  call({ type: "keep", owner, token }, { type: "done" }, called, returned);
const lost = (owner: string, token: string, called: number, returned: number): Call =>
  call({ type: "keep", owner, token }, { type: "refused" }, called, returned);
const released = (owner: string, token: string, called: number, returned: number): Call =>
  call({ type: "release", owner, token }, { type: "done" }, called, returned);
const sighted = (owner: string, token: string, at: number): Sighting => ({
  record: "sighting",
  via: "alpha",
  name: "x",
  token,
  owner,
  at,
});
const belief = (worker: string, token: string, from: number, until: number): Belief => ({
  record: "belief",
  worker,
  name: "x",
  token,
  from,
  until,
});
const wrong = (calls: readonly Call[], sightings: readonly Sighting[] = []): string[] =>
  judgeHistory("x", calls, sightings).map(({ invariant }) => invariant);

test("taken, kept, given back and taken by the next", () => {
  const calls = [
    acquired("a", "3", 0, 10),
    refused("b", 11, 20),
    kept("a", "3", 21, 30),
    released("a", "3", 31, 40),
    acquired("b", "9", 41, 50),
    lost("a", "3", 51, 60),
  ];
  assert.deepEqual(wrong(calls), []);
});

test("a lease lapses between the last confirmed keep-alive and the next grant, and not before", () => {
  assert.deepEqual(
    wrong([acquired("a", "3", 0, 10), kept("a", "3", 20, 30), acquired("b", "4", 40, 50)]),
    [],
  );
  const keptByBoth = [acquired("a", "3", 0, 10), acquired("b", "4", 40, 50), kept("a", "3", 60, 70)];
  assert.deepEqual(wrong(keptByBoth), ["linearizable"]);
});

test("a token that is not greater is found", () => {
  const calls = [acquired("a", "5", 0, 10), released("a", "5", 20, 30), acquired("b", "4", 40, 50)];
  assert.deepEqual(wrong(calls), ["linearizable"]);
});

test("a refusal while nobody can have it is found", () => {
  assert.deepEqual(wrong([acquired("a", "5", 0, 10), released("a", "5", 20, 30), refused("b", 40, 50)]), [
    "linearizable",
  ]);
});

test("a grant that its client was never told of explains refusals, until it is forgotten", () => {
  const calls = [untold("a", 0), refused("b", 40, 50), acquired("c", "4", 60, 70)];
  assert.deepEqual(wrong(calls), []);
  assert.deepEqual(wrong(calls, [sighted("a", "3", 30)]), []);
  assert.deepEqual(wrong(calls, [sighted("a", "5", 30)]), ["linearizable"], "seen with a greater token");
});

test("a keep-alive is not confirmed after a sighted grant of somebody else", () => {
  const calls = [acquired("a", "3", 0, 10), untold("b", 20), kept("a", "3", 50, 60)];
  assert.deepEqual(wrong(calls), []);
  assert.deepEqual(wrong(calls, [sighted("b", "4", 40)]), ["linearizable"]);
});

test("a repeat that takes effect after the owner gave the lease back is no violation", () => {
  const calls = [
    untold("a", 0),
    acquired("a", "3", 10, 20),
    released("a", "3", 30, 40),
    refused("b", 50, 60),
    acquired("b", "7", 70, 80),
  ];
  assert.deepEqual(wrong(calls), []);
  assert.deepEqual(wrong(calls, [sighted("a", "3", 25), sighted("a", "5", 45)]), []);
});

test("two workers that both believe, and a belief by an old token, are found", () => {
  assert.deepEqual(judgeBeliefs([belief("v", "3", 0, 10), belief("w", "4", 10, 20)]), []);
  assert.deepEqual(
    judgeBeliefs([belief("v", "3", 0, 12), belief("w", "4", 10, 20)]).map(({ invariant }) => invariant),
    ["two-believers"],
  );
  assert.deepEqual(
    judgeBeliefs([belief("v", "4", 0, 8), belief("w", "3", 10, 20)]).map(({ invariant }) => invariant),
    ["token-grows"],
  );
});

test("two owners of one token, and an answer that no fault explains, are found", () => {
  const invariants = judgeRecords([
    sighted("a", "3", 0),
    sighted("b", "3", 1),
    { record: "oddity", text: "refused" },
  ]).map(({ invariant }) => invariant);
  assert.deepEqual(invariants, ["token-unique", "odd-answer"]);
});
