/** The members of a group follow its document, while it works; N9. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { acquire, Group } from "./group.ts";

const BOUNDS = { entries: 60, bytes: 1 << 20, pause: 0 };

test("one, two, three, five, three, one: the voters change under load, and nothing that was acknowledged is lost", async () => {
  const group = new Group(["a"], BOUNDS);
  await group.start("a");
  await group.until("it leads", () => group.at("a").replica.ledger.document !== null);
  const taken: number[] = [];
  const work = async (): Promise<void> => {
    await group.led();
    await group.done(40, (i) => {
      taken.push(i);
      return acquire(i);
    });
  };
  const steps: readonly (readonly string[])[] = [
    ["a", "b"],
    ["a", "b", "c"],
    ["a", "b", "c", "d", "e"],
    ["c", "d", "e"],
    ["e"],
  ];
  for (const names of steps) {
    await work();
    for (const name of names) if (!group.members.has(nodeId(name))) await group.start(name);
    await group.nodes(Object.fromEntries(names.map((name) => [name, true])));
    await work();
    await group.voting(...names);
    for (const name of [...group.members.keys()]) if (!names.includes(name)) await group.stop(name);
    await group.led();
    await work();
    await group.until("all are in", () =>
      names.every((name) => group.at(name).replica.validUntil > group.now),
    );
  }
  const { ledger } = group.at("e").replica;
  const missing = taken.filter(
    (i) => ![...ledger.appLeases.values()].some(({ owner }) => owner === `owner ${i}`),
  );
  assert.deepEqual(missing, []);
  assert.deepEqual([...ledger.retired].sort(), ["a", "b", "c", "d"]);
  await assert.rejects(group.nodes({ e: true, b: true }), /b was a node of this cluster/, "checklist 35");
});

test("N9: no configuration follows while a session that lives does not know the one before", async () => {
  const group = new Group(["a", "b", "c"], BOUNDS);
  for (const name of ["a", "b", "c"]) await group.start(name);
  await group.until("all are in", () =>
    [...group.members.values()].every(({ replica }) => replica.ledger.sessions.size === 3),
  );
  const { leader } = group;
  const [deaf, other] = [...group.members.keys()].filter((name) => name !== leader.replica.self);
  assert.ok(deaf !== undefined && other !== undefined);
  // Its heartbeats come and go, so its session lives; the log does not reach it.
  group.tamper = (_from, to, envelope) =>
    to === deaf && envelope.type === "raft" && envelope.message.type === "append-request" ? null : envelope;
  await group.start("d");
  await group.nodes({ a: true, b: true, c: true, d: true });
  await group.until("it is a learner", () => leader.replica.configurations.at(-1)?.learners.length === 1);
  await group.live(2000);
  assert.equal(leader.replica.configurations.at(-1)?.learners.length, 1, "it may not vote yet");
  group.tamper = (_from, _to, envelope) => envelope;
  await group.voting("a", "b", "c", "d");
});

test("a node that is not named any more holds no session, and the names of those that are give theirs", async () => {
  const group = new Group(["a", "b", "c"], BOUNDS);
  for (const name of ["a", "b", "c"]) await group.start(name);
  await group.until("all are in", () =>
    [...group.members.values()].every(({ replica }) => replica.ledger.sessions.size === 3),
  );
  const leader = group.leader.replica.self;
  const others = ["a", "b", "c"].filter((name) => name !== leader);
  await group.nodes(Object.fromEntries(others.map((name) => [name, true])));
  await group.voting(...others);
  await group.until(
    "another leads",
    () => group.members.size === 3 && group.at(leader).replica.role !== "leader",
  );
  await group.until("one of them does", () =>
    others.some((name) => group.at(name).replica.role === "leader"),
  );
  await group.live(2000);
  const { ledger } = group.leader.replica;
  assert.deepEqual([...ledger.sessions.values()].map(({ id }) => id.node).sort(), others);
  assert.ok(group.at(leader).replica.validUntil < group.now || !ledger.sessions.has(leader));
});

test("a voter is not let go while those who would vote without it do not answer: the leader would go back and forth", async () => {
  const group = new Group(["a", "b", "c"], BOUNDS);
  for (const name of ["a", "b", "c"]) await group.start(name);
  await group.until("all are in", () =>
    [...group.members.values()].every(({ replica }) => replica.ledger.sessions.size === 3),
  );
  const { leader } = group;
  const [down, goes] = [...group.members.keys()].filter((name) => name !== leader.replica.self);
  assert.ok(down !== undefined && goes !== undefined);
  await group.stop(down);
  await group.until("it is gone", () => leader.replica.ledger.sessions.size === 2);
  await group.nodes({ [leader.replica.self]: true, [down]: true });
  await group.live(3_000);
  const placed = leader.effects.flatMap((effect) =>
    effect.type === "write" ? effect.entries.filter(({ payload }) => payload.type === "configuration") : [],
  );
  assert.deepEqual(placed, []);
  await group.start(down);
  await group.voting(leader.replica.self, down);
});
