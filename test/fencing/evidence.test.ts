import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import {
  afterContact,
  farewellEvidence,
  judgeProof,
  operatorEvidence,
  type PowerReport,
  powerEvidence,
  rebootEvidence,
  watchdogEvidence,
  watchdogWait,
} from "../../fencing/evidence.ts";
import { type Evidence, NEVER_SEEN } from "../../fencing/types.ts";

const B = nodeId("b");
const report = (changes: Partial<PowerReport>): PowerReport => ({
  node: B,
  device: "switch-1",
  action: "off",
  incarnation: incarnation(7),
  accepted: true,
  status: "off",
  offObserved: false,
  at: 100,
  ...changes,
});
const evidence = (of: number, kind: Evidence["kind"] = "fenced"): Evidence => ({
  kind,
  node: B,
  incarnation: incarnation(of),
  at: 0,
  words: "read as off",
});

test("R8: only a status read as off is evidence, whatever the device accepted", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom("off", "on", null),
      fc.constantFrom("off", "reboot"),
      fc.boolean(),
      (accepted, status, action, offObserved) => {
        const judged = powerEvidence(report({ accepted, status, action, offObserved }));
        assert.equal(judged.ok, action === "off" ? status === "off" : offObserved);
        if (!judged.ok) assert.match(judged.reason, /R8/);
      },
    ),
  );
});

test("R8: a reboot whose off phase nobody saw is no evidence, though the status reads off or on", () => {
  for (const status of ["off", "on", null] as const)
    assert.equal(powerEvidence(report({ action: "reboot", status })).ok, false);
  assert.ok(powerEvidence(report({ action: "reboot", status: "on", offObserved: true })).ok);
});

test("R1: evidence names the incarnation that was known when the status was asked for", () => {
  const judged = powerEvidence(report({ incarnation: incarnation(3) }));
  assert.ok(judged.ok);
  assert.equal(judged.value.incarnation, 3);
});

test("R1: evidence about an incarnation counts only while none newer is known", () => {
  const accepts = ["fenced"] as const;
  assert.ok(judgeProof(evidence(7), B, incarnation(7), accepts).ok);
  const stale = judgeProof(evidence(7), B, incarnation(8), accepts);
  assert.ok(!stale.ok);
  assert.match(stale.reason, /R1/);
});

test("R1: contact destroys evidence about that incarnation and earlier ones", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (of, heard) => {
      const left = afterContact(evidence(of), incarnation(heard));
      assert.equal(left === null, heard >= of);
    }),
  );
  assert.equal(afterContact(null, incarnation(1)), null);
});

test("a proof about another node, or of a kind that is not accepted, proves nothing", () => {
  assert.equal(judgeProof(evidence(7), nodeId("c"), incarnation(7), ["fenced"]).ok, false);
  assert.equal(judgeProof(evidence(7, "guard"), B, incarnation(7), ["fenced", "operator"]).ok, false);
  assert.equal(judgeProof(null, B, NEVER_SEEN, ["fenced"]).ok, false);
});

const watchdog = (acknowledgedAt: number) => ({
  node: B,
  incarnation: incarnation(7),
  mustDieOnSilence: { incarnation: incarnation(7), timeout: 1000 },
  acknowledgedAt,
  timing: { ttl: 200, rho: 0.01 },
  margin: 50,
});

test("R9: a watchdog is waited for as long as the slowest clock lets it run", () => {
  const wait = watchdogWait(1000, { ttl: 200, rho: 0.01 }, 50);
  assert.equal(wait, Math.ceil((1200 * 1.01) / 0.99) + 50);
  assert.equal(watchdogEvidence(watchdog(0), wait - 1).ok, false);
  assert.ok(watchdogEvidence(watchdog(0), wait).ok);
});

test("R9: whatever the two clocks do within rho, the watched node is dead when the wait is over", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 60_000 }),
      fc.integer({ min: 10, max: 5000 }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (timeout, ttl, rho, fast, slow) => {
        const waiter = 1 + rho * fast;
        const watched = 1 + rho * slow;
        const trueWait = watchdogWait(timeout, { ttl, rho }, 0) / waiter;
        // It serves for a TTL after the last acknowledged heartbeat, and feeds the watchdog until then at the latest.
        assert.ok((ttl + timeout) / watched <= trueWait + 1e-6);
      },
    ),
  );
});

test("R9: a node that need not die on silence, or an older incarnation that had to, gives no watchdog evidence", () => {
  const late = 1_000_000;
  assert.equal(watchdogEvidence({ ...watchdog(0), mustDieOnSilence: null }, late).ok, false);
  const before = { incarnation: incarnation(6), timeout: 1000 };
  const judged = watchdogEvidence({ ...watchdog(0), mustDieOnSilence: before }, late);
  assert.ok(!judged.ok);
  assert.match(judged.reason, /R9/);
});

test("an operator confirms by typing the name to the letter", () => {
  assert.equal(operatorEvidence(B, "B", "root", incarnation(7), 0).ok, false);
  const judged = operatorEvidence(B, "b", "root on a", incarnation(7), 0);
  assert.ok(judged.ok);
  assert.match(judged.value.words, /root on a/);
});

test("only a new boot id proves that the boot before has ended; the same one proves nothing", () => {
  const before = { incarnation: incarnation(7), bootId: "x" };
  assert.equal(rebootEvidence(B, before, { incarnation: incarnation(8), bootId: "x" }, 0).ok, false);
  assert.equal(rebootEvidence(B, before, { incarnation: incarnation(6), bootId: "y" }, 0).ok, false);
  const judged = rebootEvidence(B, before, { incarnation: incarnation(8), bootId: "y" }, 0);
  assert.ok(judged.ok);
  assert.equal(judged.value.incarnation, 7);
});

test("a farewell is evidence about its own incarnation, and only as long as nothing came after it and nothing is held (R1)", () => {
  const said = {
    node: B,
    incarnation: incarnation(5),
    saidBy: incarnation(5),
    saidAt: 100,
    contactAt: 100,
    holds: 0,
  };
  assert.ok(farewellEvidence(said, 200).ok);
  assert.ok(
    !farewellEvidence({ ...said, saidBy: incarnation(4) }, 200).ok,
    "it may have been under way for long",
  );
  assert.ok(!farewellEvidence({ ...said, contactAt: 101 }, 200).ok);
  assert.ok(!farewellEvidence({ ...said, saidAt: null }, 200).ok);
  assert.ok(!farewellEvidence({ ...said, holds: 1 }, 200).ok);
});
