/** Two nodes, one of which goes in order: what its last word lets the other do, and when it is worth nothing. */
import assert from "node:assert/strict";
import test from "node:test";
import { logIndex } from "../../consensus/core/types.ts";
import type { Command } from "../../consensus/ledger/types.ts";
import { a, b, leaseOn, Pair, votersOf, web } from "./pair.ts";

test("an orderly shutdown is no reason to shoot: its last word lets the other go on alone, and it comes back as a learner", async () => {
  const pair = await new Pair().together();
  const give = (member = pair.at("b")): void => {
    pair.give(member, { type: "farewell" });
  };
  give();
  await pair.stop("b");
  await pair.until("a goes on alone", () => votersOf(pair, "a") === "a");
  assert.deepEqual(pair.asked, []);
  assert.equal(leaseOn(pair, "a").state, "held");
  await pair.boot("b");
  await pair.until("they are two again", () => votersOf(pair, "a") === "a b");
  assert.deepEqual(pair.at("a").replica.ledger.stops, []);
});

test("R1: a farewell of one that still holds something, or that was heard after it, lets nobody go alone", async () => {
  const pair = await new Pair().together();
  pair.give(pair.at("a"), { type: "farewell" });
  await pair.stop("a");
  await pair.live(2000);
  assert.equal(votersOf(pair, "b"), "a b", "a holds the group by the ledger");
  assert.match(pair.at("b").replica.arbitration.doing, /in order/);
  assert.deepEqual(pair.asked, []);
  await pair.until("its time to come back is over, and b holds it", () => pair.holder("b") === b);
  assert.equal(pair.asked[0], "b: off a", "a word that proves nothing protects nobody from a shot");
});

test("a farewell whose release is in this node's log, and not known committed yet, lets it go alone and take over", async () => {
  const pair = await new Pair().together();
  if (pair.at("a").replica.role !== "leader") {
    pair.give(pair.at("b"), { type: "transfer", to: a });
    await pair.until("a leads", () => pair.at("a").replica.role === "leader");
    await pair.live(500);
  }
  const { session } = pair.at("a").replica;
  const { token } = leaseOn(pair, "a");
  const commit = pair.at("a").replica.ledger.applied;
  pair.tamper = (from, _to, envelope) =>
    from === a && envelope.type === "raft" && envelope.message.type === "append-request"
      ? { ...envelope, message: { ...envelope.message, commit: logIndex(commit) } }
      : envelope;
  const stopped: Command[] = [
    { type: "standby", node: a, on: true, by: "root" },
    { type: "release", group: web, session, token, failed: false, evidence: "stopped" },
  ];
  pair.give(pair.at("a"), { type: "propose", id: 77, commands: stopped });
  await pair.until(
    "a has released it",
    () => leaseOn(pair, "a").token !== token || pair.holder("a") === null,
  );
  assert.equal(pair.holder("b"), a, "b does not know yet");
  pair.give(pair.at("a"), { type: "farewell" });
  await pair.live(5);
  await pair.stop("a");
  await pair.until("b holds it", () => pair.holder("b") === b);
  assert.deepEqual(pair.asked, [], "nobody is shot");
});

test("R1: a farewell after which something came proves nothing, and a stray packet of its process does not leave the other stuck for ever", async () => {
  const pair = await new Pair().together();
  pair.give(pair.at("b"), { type: "farewell" });
  await pair.live(5);
  const { term } = pair.at("a").replica;
  await pair.stop("b");
  await pair.live(5);
  const refused = { ok: false, rejected: logIndex(1), hintIndex: logIndex(1), hintTerm: term } as const;
  const message = { type: "append-response", term, round: 0, result: refused } as const;
  pair.give(pair.at("a"), { type: "envelope", from: b, envelope: { type: "raft", message, ages: [] } });
  await pair.until("a goes on alone", () => votersOf(pair, "a") === "a");
  assert.equal(pair.asked[0], "a: off b");
});
