/** Snapshots in the life of a group: replicas, stores and the daemon's edge are the real ones; wires and time are not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { acquire, Group, kept, type Member } from "./group.ts";

const BOUNDS = { entries: 50, bytes: 1 << 20, pause: 0 };

async function three(bounds = BOUNDS): Promise<Group> {
  const group = new Group(["a", "b", "c"], bounds);
  for (const name of ["a", "b", "c"]) await group.start(name);
  await group.until("all are in", () => {
    const all = [...group.members.values()];
    return all.every(({ replica }) => replica.ledger.sessions.size === 3);
  });
  return group;
}
const count = ({ effects }: Member, type: string): number => effects.filter((e) => e.type === type).length;

test("the log stays short on every node, whatever happens in it", async () => {
  const group = await three();
  await group.done(700, acquire);
  await group.level();
  await group.live(200);
  for (const member of group.members.values()) {
    assert.ok(count(member, "save-snapshot") >= 8);
    assert.ok(kept(member) <= 200, `${kept(member)} entries are kept`);
    assert.equal(member.store.contents.entries.length, 0, "as it was opened");
    assert.deepEqual(member.replica.ledger, group.leader.replica.ledger);
  }
});

test("a node starts again from its snapshot and the entries after it", async () => {
  const group = await three();
  await group.done(300, acquire);
  await group.level();
  const name = [...group.members.keys()].find((each) => group.at(each) !== group.leader) as string;
  const before = group.at(name).replica.ledger.appLeases.size;
  await group.stop(name);
  const again = await group.start(name);
  assert.ok(again.store.contents.snapshot !== null);
  assert.ok(again.store.contents.entries.length <= 150);
  assert.ok(again.replica.ledger.appLeases.size > 0, "before anything was heard");
  await group.level();
  assert.equal(again.replica.ledger.appLeases.size, before);
  assert.equal(count(again, "install-snapshot"), 0, "nothing was sent that it had");
  await group.until("it is in again", () => again.replica.validUntil > group.now);
});

test("a node that is too far behind takes the leader's snapshot in pieces, and goes on with entries", async () => {
  const group = await three();
  const name = [...group.members.keys()].find((each) => group.at(each) !== group.leader) as string;
  await group.stop(name);
  await group.until("it is gone", () => group.leader.replica.ledger.sessions.size === 2);
  await group.done(600, acquire);
  const { leader } = group;
  let pieces = 0;
  group.tamper = (_from, _to, envelope) => {
    if (envelope.type === "snapshot-chunk") pieces += 1;
    return envelope;
  };
  const again = await group.start(name);
  await group.until("it took it", () => count(again, "restored") > 0);
  assert.ok(pieces > 1, `${pieces} pieces`);
  await group.done(30, acquire);
  await group.level();
  assert.deepEqual(again.replica.ledger, leader.replica.ledger);
  assert.equal(count(again, "restored"), 1);
  await group.until("it is in again", () => leader.replica.ledger.sessions.size === 3);
  await group.stop(name);
  const third = await group.start(name);
  await group.level();
  assert.equal(count(third, "restored"), 0, "it was on its disk");
});

test("pieces that are lost, doubled or spoilt on the wire are asked for again, and leases are renewed meanwhile", async () => {
  const group = await three();
  const name = [...group.members.keys()].find((each) => group.at(each) !== group.leader) as string;
  await group.stop(name);
  await group.until("it is gone", () => group.leader.replica.ledger.sessions.size === 2);
  await group.done(600, acquire);
  let seen = 0;
  group.tamper = (_from, _to, envelope) => {
    if (envelope.type === "snapshot-answer" && envelope.result.type === "wanted" && ++seen % 3 === 0)
      return null;
    if (envelope.type !== "snapshot-chunk") return envelope;
    seen += 1;
    if (seen % 4 === 0) return null;
    if (seen % 5 !== 0) return envelope;
    const data = Uint8Array.from(envelope.data);
    data[0] = (data[0] ?? 0) ^ 1;
    return { ...envelope, data };
  };
  const { leader } = group;
  const { term } = leader.replica;
  const again = await group.start(name);
  let silent = 0;
  await group.until("it took it", () => {
    if (leader.replica.validUntil < group.now) silent += 1;
    return count(again, "restored") > 0;
  });
  assert.equal(silent, 0, "the leader's own session went on");
  assert.equal(leader.replica.term, term, "nobody campaigned");
  await group.level();
  assert.deepEqual(again.replica.ledger, leader.replica.ledger);
});

test("a sender that dies is followed by another, whose snapshot is taken", async () => {
  const group = await three();
  const name = [...group.members.keys()].find((each) => group.at(each) !== group.leader) as string;
  await group.stop(name);
  await group.done(600, acquire);
  let cut = true;
  group.tamper = (_from, _to, envelope) =>
    cut && envelope.type === "snapshot-chunk" && envelope.offset > 0 ? null : envelope;
  const again = await group.start(name);
  await group.until("it has a piece", () => count(again, "take-chunk") > 0);
  const first = group.leader.replica.self;
  await group.stop(first);
  cut = false;
  await group.start(first);
  await group.until("it took it", () => count(again, "restored") > 0);
  await group.until("somebody leads", () =>
    [...group.members.values()].some((m) => m.replica.role === "leader"),
  );
  await group.done(1, acquire);
  await group.level();
  assert.deepEqual(again.replica.ledger, group.leader.replica.ledger);
});

test("N5: a node whose session was expired among entries that it never saw opens a newer one", async () => {
  const group = await three();
  const name = [...group.members.keys()].find((each) => group.at(each) !== group.leader) as string;
  const cutOff = group.at(name);
  // It lives, and hears nothing.
  group.members.delete(nodeId(name));
  await group.until("it is expired", () => group.leader.replica.ledger.sessions.size === 2);
  await group.done(600, acquire);
  assert.equal(cutOff.replica.session.number, 1);
  group.members.set(nodeId(name), cutOff);
  await group.until("it took it", () => count(cutOff, "restored") > 0);
  assert.equal(cutOff.replica.session.number, 2);
  await group.until("it is in again", () => cutOff.replica.validUntil > group.now);
});

test("N5, N8: what the snapshot's ledger holds suspected is not echoed by who takes it", async () => {
  const group = await three();
  const [, other, third] = [group.leader, ...group.members.values()]
    .filter((member, i, all) => all.indexOf(member) === i)
    .map((member) => member.replica.self);
  assert.ok(other !== undefined && third !== undefined);
  await group.stop(third);
  await group.until("it is gone", () => group.leader.replica.ledger.sessions.size === 2);
  await group.done(600, acquire);
  const session = group.at(other).replica.session;
  const { leader } = group;
  group.give(leader, {
    type: "propose",
    id: 1_000_000,
    commands: [{ type: "suspect", session, reason: "a test" }],
  });
  const again = await group.start(third);
  await group.until("it took it", () => count(again, "restored") > 0);
  const suspected = again.replica.ledger.sessions.get(
    `${other}/${session.incarnation}/${session.number}`,
  )?.suspect;
  const list = (again.replica as unknown as { suspects: readonly { index: number }[] }).suspects;
  assert.deepEqual(
    list.map(({ index }) => index),
    suspected ? [suspected.index] : [],
  );
});

test("checklist 36: a piece of a snapshot of what is committed here is not kept, and its sender hears that it is done", async () => {
  const group = await three();
  await group.done(120, acquire);
  await group.level();
  const { leader } = group;
  const follower = [...group.members.values()].find((each) => each !== leader) as Member;
  const { snapshot } = leader.store;
  assert.ok(snapshot !== null && snapshot.mark.index <= follower.replica.commit);
  const from = follower.effects.length;
  const about = { term: leader.replica.term, snapshot: snapshot.mark, size: snapshot.size };
  const piece = { offset: 0, data: new Uint8Array(1), checksum: 0, digest: snapshot.digest };
  const envelope = { type: "snapshot-chunk", ...about, ...piece } as const;
  group.give(follower, { type: "envelope", from: leader.replica.self, envelope });
  const came = follower.effects.slice(from);
  assert.ok(!came.some(({ type }) => type === "take-chunk"));
  const answers = came.flatMap((effect) => (effect.type === "send" ? [effect.envelope] : []));
  const result = { type: "done" };
  assert.deepEqual(answers, [
    { type: "snapshot-answer", term: leader.replica.term, index: snapshot.mark.index, result },
  ]);
});
