import assert from "node:assert/strict";
import { test } from "node:test";
import { type Configuration, logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import {
  acceptCertificate,
  afterConfiguration,
  certify,
  certifySelf,
  judgeActing,
  judgeSolo,
  type LeaderView,
  type Question,
  type Survivor,
} from "../../fencing/solo.ts";
import { allow, refuse } from "../../fencing/types.ts";

const [A, B, C] = [nodeId("a"), nodeId("b"), nodeId("c")];
const voters = (...names: readonly (typeof A)[]): Configuration => ({
  voters: names,
  outgoing: null,
  learners: [],
});
const placed = (configuration: Configuration, index = 1) => ({ index: logIndex(index), configuration });
const view = (changes: Partial<LeaderView> = {}): LeaderView => ({
  self: A,
  term: term(3),
  firstIndex: logIndex(4),
  commit: logIndex(5),
  configuration: placed(voters(A, B)),
  acknowledged: { incarnation: incarnation(7), match: logIndex(5) },
  ...changes,
});
const question = (changes: Partial<Question> = {}): Question => ({
  node: B,
  incarnation: incarnation(7),
  challenge: 11,
  response: 12,
  ...changes,
});
const survivor = (changes: Partial<Survivor> = {}): Survivor => ({
  self: B,
  peer: A,
  incarnation: incarnation(7),
  eligibility: { incarnation: incarnation(7), configurationIndex: logIndex(1), at: 100 },
  configuration: placed(voters(A, B)),
  clockGapAt: null,
  storeCertified: true,
  evidence: { kind: "fenced", node: A, incarnation: incarnation(5), at: 200, words: "read as off" },
  peerIncarnation: incarnation(5),
  ...changes,
});
const refused = (judged: { ok: boolean; reason?: string }, rule: RegExp): void => {
  assert.equal(judged.ok, false);
  assert.match(judged.reason ?? "", rule);
};
const OPEN = allow("2 of 3 ping targets answered");

test("gate, proof and eligibility together let the survivor go on alone, and the verdict names each", () => {
  const judged = judgeSolo(survivor(), OPEN);
  assert.ok(judged.ok);
  assert.match(judged.why, /ping targets.*off.*certified/);
});

test("any one of the three missing keeps it from going on alone", () => {
  refused(judgeSolo(survivor(), refuse("cut off")), /cut off/);
  refused(judgeSolo(survivor({ evidence: null }), OPEN), /may be serving/);
  refused(judgeSolo(survivor({ eligibility: null }), OPEN), /R7/);
});

test("R1: evidence about an earlier incarnation of the peer does not let it go on alone", () => {
  refused(judgeSolo(survivor({ peerIncarnation: incarnation(6) }), OPEN), /R1/);
});

test("R2: a certificate counts only for the question that is open, number by number", () => {
  const given = certify(view(), question());
  assert.ok(given.ok);
  assert.ok(acceptCertificate(question(), given.value, 0).ok);
  refused(acceptCertificate(null, given.value, 0), /R2/);
  for (const changes of [{ incarnation: incarnation(8) }, { challenge: 1 }, { response: 1 }, { node: A }])
    refused(acceptCertificate(question(changes), given.value, 0), /R2/);
});

test("R3: nobody is certified before the configuration of the two is committed", () => {
  refused(certify(view({ configuration: placed(voters(A, B), 6) }), question()), /R3/);
  refused(certifySelf(view({ configuration: placed(voters(A, B), 6) }), incarnation(1), 0), /R3/);
});

test("R3: nobody is certified by a leader that has committed nothing of its own term", () => {
  refused(certify(view({ commit: logIndex(3) }), question()), /R3/);
  refused(certifySelf(view({ commit: logIndex(3) }), incarnation(1), 0), /R3/);
  assert.ok(certifySelf(view(), incarnation(1), 0).ok);
});

test("R3: only the incarnation that has acknowledged all that is committed is certified", () => {
  assert.ok(certify(view(), question()).ok);
  refused(certify(view({ acknowledged: null }), question()), /R3/);
  const behind = { incarnation: incarnation(7), match: logIndex(4) };
  refused(certify(view({ acknowledged: behind }), question()), /R3/);
  refused(certify(view(), question({ incarnation: incarnation(8) })), /R3/);
});

test("R4: eligibility under one configuration is void under another", () => {
  refused(judgeSolo(survivor({ configuration: placed(voters(A, B), 2) }), OPEN), /R4/);
});

test("R5: the survivor does not act on its configuration before that is on its disk and committed", () => {
  refused(judgeActing(logIndex(6), logIndex(5), logIndex(6)), /R5/);
  assert.equal(judgeActing(logIndex(6), logIndex(6), logIndex(5)).ok, false);
  assert.ok(judgeActing(logIndex(6), logIndex(6), logIndex(6)).ok);
});

test("R7: eligibility does not outlive a restart", () => {
  refused(judgeSolo(survivor({ incarnation: incarnation(8) }), OPEN), /R7/);
});

test("R7: eligibility does not outlive a gap of the clock", () => {
  refused(judgeSolo(survivor({ clockGapAt: 100 }), OPEN), /R7/);
  assert.ok(judgeSolo(survivor({ clockGapAt: 99 }), OPEN).ok);
});

test("R7: eligibility does not outlive the sight of a configuration without oneself", () => {
  const { eligibility } = survivor();
  assert.equal(afterConfiguration(eligibility, voters(A), B), null);
  assert.equal(afterConfiguration(eligibility, voters(A, B), B), eligibility);
});

test("R12: with more or fewer than two voters, or a change under way, nobody is certified to go on alone", () => {
  for (const configuration of [voters(A, B, C), voters(A), { ...voters(A), outgoing: [A, B] }]) {
    refused(certify(view({ configuration: placed(configuration) }), question()), /R12/);
    refused(certifySelf(view({ configuration: placed(configuration) }), incarnation(1), 0), /R12/);
  }
});

test("R13: a blank or regressed store does not go on alone before it is certified", () => {
  refused(judgeSolo(survivor({ storeCertified: false }), OPEN), /R13/);
});

test("guard proof alone never lets a node go on alone, unless the risk is accepted by name", () => {
  const { evidence } = survivor();
  const guard = survivor({ evidence: { ...evidence!, kind: "guard" } });
  assert.equal(judgeSolo(guard, OPEN).ok, false);
  assert.ok(judgeSolo(guard, OPEN, ["guard"]).ok);
});
