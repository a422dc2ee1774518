/** A group that is handed on by word (S2 to S6), as its holder and as its heir. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import type { Word } from "../../consensus/ledger/types.ts";
import { type Command, groupName, incarnation, type SessionId } from "../../consensus/ledger/types.ts";
import { phaseOf, serving } from "./serving.ts";
import { OTHER, TTL, WEB, World } from "./world.ts";

const promise = (world: World, successor: SessionId): Command => ({
  type: "promise",
  group: WEB,
  successor,
  fromToken: world.lease().token,
  reason: "the move m1 asked for it",
});
const steps = (lines: readonly string[]) =>
  lines.filter((line) => /^(start|stop|kill|add|remove|let-go|probe|announce|propose release)/.test(line));

/** This node serves web, and the other is its heir. */
function holder(): { world: World; heir: SessionId } {
  const world = serving();
  const heir = world.other();
  world.told();
  world.commit(promise(world, heir));
  return { world, heir };
}

/** The other node holds web, this one is its heir; `word`: what the holder would say. */
function heir(): { world: World; word: Word } {
  const world = World.ready();
  const other = world.other();
  world.grant("web", other);
  world.commit(promise(world, world.session));
  const lease = world.lease();
  const release = {
    type: "release",
    group: WEB,
    session: other,
    token: lease.token,
    failed: false,
    evidence: "verified",
  } as const;
  world.told();
  return { world, word: { release, successor: world.session, token: lease.heir!.token } };
}
const tell = (world: World, word: Word, from = OTHER) => world.feed({ type: "let-go", from, word });

test("S2: the holder of a promised group stops it in order, verified, and then gives its word and releases", () => {
  const { world, heir: to } = holder();
  assert.deepEqual(steps(world.told()), [
    "stop web",
    "remove 10.0.0.10",
    `let-go web to ${OTHER}`,
    "propose release web",
  ]);
  const { word } = world.words[0]!;
  assert.deepEqual(word.successor, to);
  assert.deepEqual(word.release.session, world.session);
  assert.deepEqual([world.lease().holder, world.lease().token], [to, word.token]);
});

test("S2: no word before the stop is verified, and none when it fails", () => {
  const world = serving();
  const to = world.other();
  world.ending = (action) =>
    action.type === "stop-service" || action.type === "kill-service"
      ? { ok: false, detail: "the cgroup is not empty" }
      : { ok: true, detail: "" };
  world.commit(promise(world, to));
  world.pass(2 * TTL);
  assert.equal(world.words.length, 0);
  world.ending = () => ({ ok: true, detail: "" });
  world.pass(5 * TTL);
  assert.equal(world.words.length, 1);
});

test("S2: whoever has given the word never serves under that token again, whatever becomes of the Release", () => {
  const world = serving();
  const to = world.other();
  world.commits = false;
  world.commit(promise(world, to));
  assert.equal(world.words.length, 1);
  world.expire(to);
  world.told();
  world.pass(3 * TTL);
  assert.deepEqual(
    steps(world.told()).filter((line) => !line.startsWith("propose")),
    [],
  );
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
});

test("a promise whose heir has gone before the word leaves the group where it is", () => {
  const world = serving();
  const to = world.other();
  world.ending = (action) => (action.type === "stop-service" ? "later" : { ok: true, detail: "" });
  world.commit(promise(world, to));
  world.expire(to);
  world.finish();
  assert.equal(world.words.length, 0);
  world.pass(TTL);
  assert.equal(phaseOf(world), "running");
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("S3: the heir serves from the word on, in the same turn, without a probe, and brings the Release to the ledger (S6)", () => {
  const { world, word } = heir();
  world.commits = false;
  tell(world, word);
  const told = steps(world.told());
  assert.ok(told.includes("add 10.0.0.10"));
  assert.ok(!told.some((line) => line.startsWith("probe")));
  assert.ok(told.includes("propose release web"), "S6");
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
  assert.equal(world.machine.services.get("web.server")?.token ?? word.token, word.token);
  world.commit(word.release);
  world.told();
  world.pass(TTL);
  const later = steps(world.told()).filter((line) => !line.startsWith("announce"));
  assert.deepEqual(later, [], "the ledger agrees: nothing changes");
  assert.deepEqual([world.lease().holder, world.lease().token], [world.session, word.token]);
});

test("S3: a word that does not fit the promise to the letter permits nothing", () => {
  const stranger: SessionId = { node: OTHER, incarnation: incarnation(7), number: 1 };
  const wrong: ((word: Word) => Word)[] = [
    (word) => ({ ...word, token: (word.token + 1n) as never }),
    (word) => ({ ...word, release: { ...word.release, token: 0n as never } }),
    (word) => ({ ...word, release: { ...word.release, session: stranger } }),
    (word) => ({ ...word, successor: { ...word.successor, number: 2 } }),
    (word) => ({ ...word, release: { ...word.release, group: groupName("none") } }),
  ];
  for (const change of wrong) {
    const { world, word } = heir();
    tell(world, change(word));
    world.pass(TTL);
    assert.deepEqual(steps(world.told()), []);
    assert.equal(world.machine.addresses.size, 0);
  }
});

test("S2: a word counts from the holder's own node alone", () => {
  const { world, word } = heir();
  tell(world, word, nodeId("third"));
  world.pass(TTL);
  assert.equal(world.machine.addresses.size, 0);
});

test("S3: the promise to an earlier session of this node is none to this one, whatever the word says", () => {
  const { world, word } = heir();
  world.commits = false;
  world.session = { ...world.session, number: 2 };
  world.contact();
  tell(world, { ...word, successor: world.session });
  world.pass(TTL);
  assert.equal(world.machine.addresses.size, 0);
});

test("S3: a word that is here before its promise waits for it", () => {
  const { word } = heir();
  const world = World.ready();
  const other = world.other();
  world.grant("web", other);
  tell(world, word);
  world.pass(50);
  assert.equal(world.machine.addresses.size, 0);
  world.commit(promise(world, world.session));
  assert.deepEqual([world.lease().holder, world.lease().token], [world.session, word.token]);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("S3: without V of its own session the heir serves nothing, word or not", () => {
  const { world, word } = heir();
  world.commits = false;
  world.pass(TTL + 5, false);
  tell(world, word);
  world.pass(TTL, false);
  assert.equal(world.machine.addresses.size, 0);
});

test("S3: an heir whose V passes falls silent as any holder does", () => {
  const { world, word } = heir();
  world.commits = false;
  tell(world, word);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
  world.pass(TTL + 20, false);
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
});

test("S3: another session of this node is no heir", () => {
  const { world, word } = heir();
  world.commits = false;
  tell(world, word);
  world.session = { ...world.session, number: 2 };
  world.contact();
  world.pass(TTL);
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
});

test("without a word the Release alone makes the heir serve", () => {
  const { world, word } = heir();
  world.commit(word.release);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("S5: a daemon that comes back to a promised lease adopts nothing: it stops what is left, releases, and the heir has it", () => {
  const world = serving();
  const to = world.other();
  world.ending = (action) => (action.type === "stop-service" ? "never" : { ok: true, detail: "" });
  world.commit(promise(world, to));
  world.ending = () => ({ ok: true, detail: "" });
  world.restart();
  world.told();
  world.contact();
  world.pass(TTL);
  const told = world.told();
  assert.ok(!told.some((line) => line.startsWith("propose adopt")));
  assert.ok(told.includes("propose release web"));
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
  assert.deepEqual(world.lease().holder, to);
});

test("S5: a daemon that takes over in place hands a promised group on, and does not keep it", () => {
  const world = serving();
  const to = world.other();
  world.commit({ type: "maintain", group: WEB, on: true, by: "ada" });
  world.commit({ type: "maintain", group: WEB, on: false, by: "ada" });
  world.ending = (action) => (action.type === "stop-service" ? "never" : { ok: true, detail: "" });
  world.commit(promise(world, to));
  world.ending = () => ({ ok: true, detail: "" });
  world.handOver();
  world.contact();
  world.pass(TTL);
  assert.deepEqual(world.lease().holder, to);
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
});

test("an heir that serves by word and is restarted in place goes on under the same token", () => {
  const { world, word } = heir();
  world.commits = false;
  tell(world, word);
  world.pass(50);
  world.commits = true;
  world.handOver();
  world.commit(word.release);
  world.contact();
  world.pass(50);
  assert.deepEqual([world.lease().holder, world.lease().token], [world.session, word.token]);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});
