/** Whose disk counts (R13): founding, blank disks, old images, cold starts; replicas and stores in memory, wires between them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, nodeId } from "../../consensus/core/types.ts";
import { createLedger } from "../../consensus/ledger/apply.ts";
import { incarnation, startOf } from "../../consensus/ledger/types.ts";
import { createHearing, hear } from "../../consensus/sessions/hearing.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import { newTail } from "../../consensus/tail.ts";
import type { ReplicaEffect } from "../../consensus/types.ts";
import { doubtOf } from "../../consensus/vouching.ts";
import { recovery } from "../../daemon/recover.ts";
import { acquire, Group, type Member } from "./group.ts";

const BOUNDS = { entries: 10_000, bytes: 1 << 24, pause: 0 };
const NAMES = ["a", "b", "c"] as const;
const standing = ({ replica }: Member): string => replica.vouched.type;
const others = (name: string): readonly string[] => NAMES.filter((each) => each !== name);

async function founded(): Promise<Group> {
  const group = new Group(NAMES, BOUNDS);
  for (const name of NAMES) await group.start(name);
  await allIn(group);
  return group;
}

const allIn = (group: Group): Promise<void> =>
  group.until("all are in", () =>
    [...group.members.values()].every(
      ({ replica }) => replica.ledger.sessions.size >= group.members.size && replica.validUntil > group.now,
    ),
  );

const nobodyLeads = (group: Group): boolean =>
  [...group.members.values()].every(({ replica }) => replica.role !== "leader");

/** What this one says of itself in its newest heartbeat. */
function lastBeat({ effects }: Member): Extract<ReplicaEffect, { type: "beat" }>["heartbeat"] {
  const beat = effects.findLast((effect) => effect.type === "beat");
  assert.ok(beat?.type === "beat");
  return beat.heartbeat;
}

test("R13.3: nothing is founded before every founder is up, and then at once", async () => {
  const group = new Group(NAMES, BOUNDS);
  for (const name of ["a", "b"]) await group.start(name);
  await group.live(3000);
  assert.deepEqual(group.at("a").replica.vouched, { type: "founding", missing: ["c"], odd: null });
  assert.ok(nobodyLeads(group));
  await group.start("c");
  await allIn(group);
  assert.deepEqual(
    NAMES.map((name) => standing(group.at(name))),
    ["certified", "certified", "certified"],
  );
});

test("R13.3: founders whose files name different founders found nothing, and say who is odd", async () => {
  const group = new Group(NAMES, BOUNDS);
  const { document } = group;
  const more = { name: nodeId("d"), addresses: [], voter: true };
  for (const name of ["a", "b"]) await group.start(name);
  await group.start("c", { ...document, nodes: [...document.nodes, more] });
  await group.live(3000);
  assert.ok(nobodyLeads(group));
  assert.deepEqual(group.at("a").replica.vouched, { type: "founding", missing: ["c"], odd: "c" });
});

test("R13.3: a founder that has voted and is blank again before the first commit founds nothing; the leader certifies it", async () => {
  const group = new Group(NAMES, BOUNDS);
  for (const name of NAMES) await group.start(name);
  // Votes pass, entries do not: one leads, and nothing is committed.
  group.tamper = (_from, _to, envelope) =>
    envelope.type === "raft" && envelope.message.type === "append-request" ? null : envelope;
  await group.until("one leads", () => !nobodyLeads(group));
  const leader = group.leader.replica.self;
  const voter = others(leader)[0] as string;
  await group.stop(voter);
  group.wipe(voter);
  await group.start(voter);
  await group.live(200);
  assert.notEqual(standing(group.at(voter)), "certified");
  group.tamper = (_from, _to, envelope) => envelope;
  await allIn(group);
  await group.until("it counts", () => standing(group.at(voter)) === "certified");
});

test("R13.3: one founder of a cluster that has a log founds nothing when its disk is blank, whatever its file says", async () => {
  const group = await founded();
  for (const name of NAMES) await group.stop(name);
  group.wipe("a");
  for (const name of NAMES) await group.start(name);
  await group.until("the others go on", () => !nobodyLeads(group));
  await group.live(1000);
  assert.equal(standing(group.at("a")), "unknown-disk");
});

test("R13.1: a blank disk of a voter counts for no commit and echoes nobody, and says so", async () => {
  const group = await founded();
  const leader = group.leader.replica.self;
  const [blank, other] = others(leader) as [string, string];
  await group.stop(blank);
  group.wipe(blank);
  await group.start(blank);
  await group.until("it has the log", () => group.at(blank).replica.ledger.document !== null);
  await group.live(200);
  const { store, reports } = lastBeat(group.at(blank));
  assert.equal(store?.standing, "blank");
  assert.deepEqual(
    reports.filter(({ echo }) => echo !== null),
    [],
  );
  await group.stop(other);
  const { commit } = group.at(leader).replica;
  group.give(group.at(leader), { type: "propose", id: 9000, commands: [acquire(1)] });
  await group.live(3000);
  assert.equal(group.at(leader).replica.commit, commit, "its confirmation is no voter's word");
  assert.notEqual(group.at(leader).replica.role, "leader", "and proves no majority");
  assert.ok(group.at(leader).replica.validUntil < group.now, "nor does it renew the session of another");
  await group.start(other);
  await group.led();
});

test("a node with an empty disk comes back although its file names nobody who is left: it answers whoever beats to it", async () => {
  const group = await founded();
  const name = others(group.leader.replica.self)[0] as string;
  await group.stop(name);
  group.wipe(name);
  await group.live(2000);
  const { document } = group;
  const former = ["y", "z", name].map((each) => ({ name: nodeId(each), addresses: [], voter: true }));
  await group.start(name, { ...document, nodes: former });
  await group.until("it has the log", () => standing(group.at(name)) === "unknown-disk");
  const generation = lastBeat(group.at(name)).store?.generation ?? "";
  await group.decide({ type: "readmit", node: nodeId(name), generation, by: "root" });
  await group.until("it counts", () => standing(group.at(name)) === "certified");
  await allIn(group);
});

test("a wiped node whose file names fewer founders counts majorities of those that the log names, not of its file's", async () => {
  const group = await founded();
  const [name, other] = others(group.leader.replica.self) as [string, string];
  await group.stop(name);
  group.wipe(name);
  const { document } = group;
  const fewer = document.nodes.filter((node) => [name, other].includes(node.name));
  await group.start(name, { ...document, nodes: fewer });
  assert.deepEqual(group.at(name).replica.configurations[0]?.voters, [name, other].sort());
  await group.until("it has the log", () => group.at(name).replica.ledger.document !== null);
  assert.deepEqual(group.at(name).replica.configurations[0]?.voters, ["a", "b", "c"]);
});

test("R13.5: another disk under a known name waits for an operator's word, which names it; then the leader certifies it", async () => {
  const group = await founded();
  const name = others(group.leader.replica.self)[0] as string;
  const node = nodeId(name);
  await group.stop(name);
  group.wipe(name);
  await group.start(name);
  await group.live(3000);
  assert.equal(standing(group.at(name)), "unknown-disk");
  assert.equal(
    [...group.leader.replica.ledger.sessions.values()].some(({ id }) => id.node === node),
    false,
  );
  const generation = lastBeat(group.at(name)).store?.generation ?? "";
  const stranger = await group.decide({ type: "readmit", node, generation: "another", by: "root" });
  assert.equal(stranger?.type, "readmitted");
  await group.live(1000);
  assert.equal(standing(group.at(name)), "unknown-disk", "the word was about another disk");
  assert.equal((await group.decide({ type: "readmit", node, generation, by: "root" }))?.type, "readmitted");
  await group.until("it counts", () => standing(group.at(name)) === "certified");
  await allIn(group);
  // It votes again: it and one more are a majority.
  await group.stop(group.leader.replica.self);
  await group.led();
  await group.done(5, acquire);
});

test("R13.5: while a session of the name lives, no other disk may bear it", async () => {
  const group = await founded();
  const event = await group.decide({ type: "readmit", node: nodeId("a"), generation: "x", by: "root" });
  assert.ok(event?.type === "refused" && event.code === "node-alive");
});

test("R13.2: a certificate for an earlier start, or for another disk, certifies nobody", async () => {
  const group = await founded();
  const leader = group.leader.replica.self;
  const name = others(leader)[0] as string;
  await group.stop(name);
  group.wipe(name);
  const blank = await group.start(name);
  await group.until("its session is over", () => group.leader.replica.ledger.sessions.size === 2);
  const { generation = "" } = lastBeat(blank).store ?? {};
  await group.decide({ type: "readmit", node: nodeId(name), generation, by: "root" });
  // The certificate is on its way and its disk never says that it has it: the next start needs another one.
  blank.store.admit = () => new Promise(() => {});
  await group.until(
    "it is certified by the log",
    () =>
      group.leader.replica.ledger.stores.get(nodeId(name))?.incarnation === blank.replica.session.incarnation,
  );
  await group.level();
  await group.stop(name);
  group.tamper = (_from, to, envelope) =>
    to === name && envelope.type === "raft" && envelope.message.type === "append-request" ? null : envelope;
  const again = await group.start(name);
  await group.live(500);
  assert.equal(standing(again), "taking-log", "its own log has the certificate of the start before");
  group.tamper = (_from, _to, envelope) => envelope;
  await group.until("it counts", () => standing(again) === "certified");
});

test("R13.4: an old image of a disk is found, by those who run and after a cold start, and never counts", async () => {
  const group = await founded();
  const name = others(group.leader.replica.self)[0] as string;
  await group.stop(name);
  const restore = group.image(name);
  for (const _ of [1, 2]) {
    await group.start(name);
    await allIn(group);
    await group.stop(name);
  }
  restore();
  await group.start(name);
  await group.live(1000);
  assert.equal(standing(group.at(name)), "old-image");
  assert.equal(group.at(name).replica.role, "follower");
  // Everybody starts anew: nobody remembers by ear, the log does.
  for (const each of NAMES) await group.stop(each);
  restore();
  const witness = others(name)[0] as string;
  await group.start(name);
  await group.live(50);
  assert.equal(standing(group.at(name)), "vetting", "nobody is there who could know");
  await group.start(witness);
  await group.live(5000);
  assert.equal(standing(group.at(name)), "old-image");
  assert.ok(nobodyLeads(group), "it and one other are no majority");
  await group.start(others(name)[1] as string);
  await group.led();
  await group.until("its log has caught up", () => group.at(name).replica.ledger.applied > 5);
  await group.live(1000);
  assert.equal(standing(group.at(name)), "old-image", "also when it knows all that was decided since");
});

test("R13.4: an old image that is started until its own count is the greatest is found all the same, by ear and by the log", async () => {
  const group = await founded();
  const name = others(group.leader.replica.self)[0] as string;
  const remembered = () => group.leader.replica.ledger.stores.get(nodeId(name))?.incarnation ?? 0;
  await group.stop(name);
  const restore = group.image(name);
  await group.start(name);
  await allIn(group);
  await group.stop(name);
  restore();
  for (let start = 1; start <= 4; start++) {
    await group.start(name);
    await group.live(1000);
    assert.equal(standing(group.at(name)), "old-image", `start ${start}`);
    if (start < 4) await group.stop(name);
  }
  assert.ok(startOf(group.at(name).replica.session.incarnation) > startOf(incarnation(remembered())) + 1);
  // By the log alone: everybody starts anew.
  for (const each of NAMES) await group.stop(each);
  for (const each of others(name)) await group.start(each);
  await group.led();
  await group.start(name);
  await group.live(2000);
  assert.equal(standing(group.at(name)), "old-image", "nobody has heard of the later start since");
});

test("R13.4: an old image that no log tells of is found by whoever has heard that a later start counted", () => {
  const self = nodeId("b");
  const hearing = createHearing(self, incarnation(7), 0);
  const beat = (start: number, vetted: number, standing: "certified" | "vetting"): Heartbeat => ({
    from: nodeId("a"),
    incarnation: incarnation(start),
    number: 1,
    seq: 1,
    sentAt: 0,
    bootId: "",
    reports: [
      { node: self, incarnation: incarnation(7), number: 1, seq: 1, age: 0, hearsUs: true, echo: null },
    ],
    store: { generation: "g", standing, vetted: incarnation(vetted) },
  });
  const doubt = (heartbeat: Heartbeat) =>
    doubtOf(createLedger(), newTail(), hearing, heartbeat)?.kind ?? null;
  hear(hearing, beat(2 * 2 ** 20, 2 ** 20, "vetting"), () => true, 1, 0);
  const image = beat(9 * 2 ** 20, 2 ** 20, "vetting");
  assert.equal(doubt(image), null, "that start never counted: nothing was promised by it");
  hear(hearing, { ...beat(2 * 2 ** 20, 2 ** 20, "certified"), seq: 2 }, () => true, 1, 0);
  assert.equal(doubt(image), "older");
  assert.equal(doubt(beat(9 * 2 ** 20, 2 * 2 ** 20, "vetting")), null, "the disk itself knows of that start");
  const { store, ...rest } = image;
  assert.equal(
    doubt({ ...rest, store: { generation: "other", standing: "blank" } }),
    null,
    `not of ${store?.generation}`,
  );
});

test("R13.4: an old image whose build noted nothing, or that is blank, is found by its count of starts", () => {
  const ledger = createLedger();
  const node = nodeId("a");
  ledger.stores.set(node, { generation: "g", incarnation: incarnation(5 * 2 ** 20), index: logIndex(3) });
  const doubt = (start: number) => {
    const store = { generation: "g", standing: "vetting" } as const;
    const beat = { from: node, incarnation: incarnation(start * 2 ** 20 + 1), store };
    return doubtOf(ledger, newTail(), createHearing(nodeId("b"), incarnation(1), 0), beat)?.kind ?? null;
  };
  assert.deepEqual([doubt(4), doubt(5), doubt(6)], ["older", "older", null]);
});

test("R13.4: a disk remembers the incarnation that is vouched for before that one counts, and no session opens before", async () => {
  const group = await founded();
  const name = others(group.leader.replica.self)[0] as string;
  await group.stop(name);
  const node = await group.start(name);
  const { incarnation: own } = node.replica.session;
  const note = node.store.admit.bind(node.store);
  let write = (): void => {};
  node.store.admit = (noted) => {
    assert.equal(noted, own);
    return new Promise((resolve) => {
      write = () => void note(noted).then(resolve);
    });
  };
  await group.live(1000);
  assert.equal(standing(node), "vetting", "everybody vouches for it, and its disk does not know yet");
  const { sessions, stores } = group.leader.replica.ledger;
  assert.ok([...sessions.values()].every(({ id }) => id.incarnation !== own));
  assert.notEqual(stores.get(nodeId(name))?.incarnation, own);
  write();
  await group.until("it counts", () => standing(node) === "certified");
  assert.equal(node.store.identity.vetted, own);
  await allIn(group);
  await group.stop(name);
  const next = await group.start(name);
  await group.until("it counts again", () => standing(next) === "certified");
  assert.equal(lastBeat(next).store?.vetted, own, "and says who it was");
});

test("a cold start succeeds in every order, with one node that never returns, and nothing that was acknowledged is lost", async () => {
  const group = await founded();
  let count = 0;
  for (const missing of NAMES) {
    for (const order of [others(missing), [...others(missing)].reverse()]) {
      await group.led();
      await group.done(3, acquire);
      count += 3;
      for (const name of [...group.members.keys()]) await group.stop(name);
      for (const name of order) {
        await group.start(name);
        await group.live(300);
      }
      await group.led();
      await group.level();
      assert.equal(group.leader.replica.ledger.appLeases.size, count, `without ${missing}`);
      await group.start(missing);
      await group.level();
    }
  }
});

test("R13.2: a learner votes only once its disk is vouched for", async () => {
  const group = await founded();
  const learner = await group.start("d");
  // It never hears from its own disk that it has been vouched for.
  learner.store.admit = () => new Promise(() => {});
  await group.nodes({ a: true, b: true, c: true, d: true });
  await group.live(2000);
  assert.equal(learner.replica.ledger.document?.nodes.length, 4, "it has the log");
  assert.equal(group.leader.replica.configurations.at(-1)?.voters.length, 3);
  await group.stop("d");
  await group.start("d");
  await group.voting("a", "b", "c", "d");
});

test("R14: recovered by force one survivor goes on alone with greater tokens, and those given up count no more if they return", async () => {
  const group = await founded();
  await group.done(5, acquire);
  await group.level();
  const { document, leases: _, appLeases } = group.at("a").replica.ledger;
  const before = Math.max(...[...appLeases.values()].map(({ token }) => Number(token)));
  const [configuration] = group.at("a").replica.configurations;
  assert.ok(document !== null && configuration !== undefined);
  for (const name of NAMES) await group.stop(name);
  const survivor = { node: nodeId("a"), nodes: document.nodes };
  await group.writeBehind("a", recovery(survivor, configuration, [nodeId("b"), nodeId("c")], "root", 0));
  const alone = await group.start("a");
  await group.until("it leads", () => alone.replica.role === "leader");
  await group.done(1, acquire);
  const { ledger } = alone.replica;
  assert.equal(ledger.epoch, 1);
  assert.deepEqual([...ledger.retired].sort(), ["b", "c"]);
  assert.deepEqual(
    ledger.document?.nodes.map(({ name }) => name),
    ["a"],
  );
  const newest = Math.max(...[...ledger.appLeases.values()].map(({ token }) => Number(token)));
  assert.ok(newest >= 2 ** 48 && newest > before, "P2");
  // A majority of the old voters, each with its old disk.
  for (const name of ["b", "c"]) await group.start(name);
  await group.live(5000);
  for (const name of ["b", "c"]) {
    assert.deepEqual(group.at(name).replica.vouched, { type: "left-behind", by: "a" });
    assert.notEqual(group.at(name).replica.role, "leader");
  }
  assert.equal(alone.replica.role, "leader");
});
