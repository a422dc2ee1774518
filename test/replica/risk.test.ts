/** Two nodes without any device, the risk of a split accepted: what then happens, and what is lost. */
import assert from "node:assert/strict";
import test from "node:test";
import { logIndex, type Message, term } from "../../consensus/core/types.ts";
import type { ReplicaEffect } from "../../consensus/types.ts";
import { acquire, type Member } from "./group.ts";
import { a, b, group, leaseOn, Pair, votersOf } from "./pair.ts";

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

test("risk: both went on alone: who gives up is the same one after a restart behind a snapshot, and the other never does", async () => {
  const compaction = { entries: 4, bytes: 1e9, pause: 0 };
  const pair = await new Pair({ ...RISKY, compaction }).together();
  pair.cut();
  await pair.until("both are alone", () => votersOf(pair, "a") === "a" && votersOf(pair, "b") === "b");
  for (let i = 0; i < 20; i++) {
    for (const member of pair.members.values())
      pair.give(member, { type: "propose", id: 1000 + i, commands: [acquire(i)] });
    await pair.live(5);
  }
  pair.heal();
  const gaveUp = () =>
    ["a", "b"].filter((each) => /begun anew/.test(pair.at(each).replica.arbitration.doing));
  await pair.until("one gives up", () => gaveUp().length > 0);
  const [loser] = gaveUp();
  await pair.stop(loser!);
  await pair.start(loser!);
  await pair.until("it leads again, and gives up again", () => gaveUp().length > 0);
  await pair.live(1500);
  assert.deepEqual(gaveUp(), [loser]);
});

test("risk: a silence that was slept through counts for nothing, whatever comes first after the pause (T5)", async () => {
  const pair = await new Pair(RISKY).together();
  await pair.stop("a");
  await pair.until("b has lost a, and is not cut off", () => {
    const { phase, gate } = pair.at("b").replica.arbitration;
    return phase === "apart" && gate.ok;
  });
  pair.now += 450;
  pair.give(pair.at("b"), { type: "probed", answers: [] });
  assert.equal(votersOf(pair, "b"), "a b");
  const from = pair.now;
  await pair.until("b is alone", () => votersOf(pair, "b") === "b");
  assert.ok(pair.now - from >= 409);
});

test("risk: both take the same term, and one hears of the other's before its own is on its disk: neither ends, nor takes anything", async () => {
  let told = false;
  class Meeting extends Pair {
    protected override also(member: Member, effect: ReplicaEffect): void {
      super.also(member, effect);
      if (told || effect.type !== "note" || !effect.text.startsWith("goes on alone")) return;
      told = true;
      const { self, term, commit } = member.replica;
      const from = self === a ? b : a;
      const message: Message = {
        type: "append-request",
        term,
        prevIndex: commit,
        prevTerm: term,
        entries: [],
        commit,
        round: 1,
      };
      this.give(member, { type: "envelope", from, envelope: { type: "raft", message, ages: [] } });
      assert.equal(member.replica.role, "leader");
    }
  }
  const pair = await new Meeting(RISKY).together();
  pair.cut();
  await pair.until("both are alone", () => votersOf(pair, "a") === "a" && votersOf(pair, "b") === "b");
  assert.ok(told);
});

test("risk: both went alone, and a snapshot of the other's history is not taken either", async () => {
  const pair = await new Pair(RISKY).together();
  pair.cut();
  await pair.until("both are alone", () => votersOf(pair, "a") === "a" && votersOf(pair, "b") === "b");
  await pair.live(100);
  const { replica, effects } = pair.at("b");
  const index = logIndex(replica.commit + 100);
  const configuration = { voters: [a], outgoing: null, learners: [b] };
  const snapshot = { index, term: replica.term, configuration, configurationIndex: index };
  const data = Buffer.from("a");
  const rest = { size: 1, digest: new Uint8Array(32), offset: 0, data, checksum: 0 };
  const envelope = { type: "snapshot-chunk", term: term(replica.term + 1), snapshot, ...rest } as const;
  pair.give(pair.at("b"), { type: "envelope", from: a, envelope });
  assert.ok(!effects.some(({ type }) => type === "take-chunk"));
});

test("R7, R13.1: a leader whose clock has jumped is certified again by no word of an empty disk", async () => {
  const pair = await new Pair(RISKY).together();
  const { self } = pair.leader.replica;
  const other = self === a ? "b" : "a";
  await pair.stop(other);
  pair.wipe(other);
  pair.give(pair.at(self), { type: "clock-gap" });
  await pair.boot(other);
  await pair.until("they hear each other", () => pair.at(self).replica.arbitration.phase === "together");
  await pair.live(500);
  assert.equal(pair.at(other).replica.vouched.type === "certified", false);
  assert.equal(pair.at(self).replica.arbitration.eligible.ok, false);
});
