/** Two nodes without any device, the risk of a split accepted: what then happens, and what is lost. */
import assert from "node:assert/strict";
import test from "node:test";
import { b, group, leaseOn, Pair, votersOf } from "./pair.ts";

const RISKY = {
  arbitration: { acceptNonTransitiveRisk: true },
  groups: [group("web", ["released", "guard", "operator"])],
  power: () => [],
};

test("risk: the holder dies, and the other takes over on the guard's proof after W, and says all the time what it accepted", async () => {
  const pair = await new Pair(RISKY).together();
  assert.match(pair.at("a").replica.arbitration.warnings.join(), /both will serve/);
  const at = pair.now;
  await pair.stop("a");
  await pair.until("b holds it", () => pair.holder("b") === b);
  assert.equal(leaseOn(pair, "b").grantedOn?.kind, "guard");
  assert.ok(pair.now - at >= 409 - 30, "not before W from the last heartbeat");
  await pair.boot("a");
  await pair.until("they are two again", () => votersOf(pair, "a") === "a b");
});

test("risk: both went alone and meet again: nothing of the one overwrites the other, and the one with the smaller history serves nothing any more", async () => {
  const pair = await new Pair(RISKY).together();
  pair.cut();
  await pair.until("both are alone", () => votersOf(pair, "a") === "a" && votersOf(pair, "b") === "b");
  await pair.live(500);
  pair.heal();
  await pair.live(3000);
  const gaveUp = [...pair.members.values()].filter(
    ({ replica }) => replica.validUntil === Number.NEGATIVE_INFINITY,
  );
  assert.equal(gaveUp.length, 1);
  assert.match(gaveUp[0]!.replica.arbitration.doing, /begun anew/);
  const other = [...pair.members.values()].find((member) => member !== gaveUp[0])!;
  assert.ok(other.replica.validUntil > pair.now);
  assert.equal(other.replica.role, "leader");
});
