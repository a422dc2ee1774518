import assert from "node:assert/strict";
import test from "node:test";
import { createCore } from "../../consensus/core/core.ts";
import { step } from "../../consensus/core/step.ts";
import {
  type LogIndex,
  nodeId,
  type Position,
  type SnapshotMark,
  type Term,
  type WriteSeq,
} from "../../consensus/core/types.ts";
import {
  Cluster,
  type ClusterOptions,
  hardState,
  logOf,
  OPTIONS,
  ofType,
  plain,
  type Stream,
  sent,
} from "./cluster.ts";

const b = nodeId("b");
const mark = (index: number, term: number): SnapshotMark => ({
  index: index as LogIndex,
  term: term as Term,
  configuration: plain("a b c"),
  configurationIndex: 0 as LogIndex,
});
const position = (index: number, term: number): Position => ({
  index: index as LogIndex,
  term: term as Term,
});
/** A core by itself, `b` of a, b and c, with this log; nothing is applied or synced unless the test says so. */
function alone(terms: number[], commit = 0, more: { snapshot?: SnapshotMark; base?: Position } = {}) {
  const entries = logOf(...terms).slice(more.base?.index ?? more.snapshot?.index ?? 0);
  const start = {
    hardState: hardState(terms.at(-1) ?? 0, null, commit),
    entries,
    configuration: plain("a b c"),
    ...more,
  };
  return createCore({ ...OPTIONS, self: b }, start, 1, 1000);
}
const received = (snapshot: SnapshotMark, term: number, from = "a") =>
  ({ type: "snapshot-received", from: nodeId(from), term: term as Term, snapshot }) as const;

/** `a` leads a, b and c; b was away while `count` commands were committed and their entries dropped, but for the last `keep`. */
function leftBehind(count = 10, more: ClusterOptions = {}, keep = 0): Cluster {
  const cluster = new Cluster("a b c", more);
  cluster.elect("a");
  cluster.settle();
  cluster.isolate("b");
  for (let i = 0; i < count; i += 1) cluster.propose("a", `${i}`);
  cluster.settle();
  cluster.compact("a", keep);
  return cluster;
}
/** Lets time pass until a snapshot goes out, and takes it; none when none goes out for a long while. */
function untilSent(cluster: Cluster): Stream[] {
  for (let i = 0; i < 1000 && cluster.streams.length === 0; i += 1) {
    const flight = cluster.network.shift();
    if (flight !== undefined) cluster.deliverOne(flight);
    else {
      cluster.now += 10;
      cluster.tickAll();
    }
  }
  return cluster.streams.splice(0);
}
const commands = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i}`);

test("a follower whose entries are gone gets a snapshot, and entries from there on", () => {
  const cluster = leftBehind();
  cluster.heal();
  cluster.propose("a", "10");
  cluster.run(3 * OPTIONS.heartbeatInterval);
  assert.equal(cluster.safety.installed, 1);
  assert.deepEqual(cluster.node("b").applied, commands(11));
  cluster.crash("b");
  cluster.restart("b");
  cluster.run(100);
  assert.deepEqual(cluster.node("b").applied, commands(11), "and after a restart");
});

test("the log is dropped up to a snapshot but for a tail, and never what is not applied or not durable here", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  for (const text of commands(10)) cluster.propose("a", text);
  cluster.settle();
  const [compacted] = ofType(cluster.compact("a", 4), "compacted");
  assert.deepEqual([compacted?.snapshot.index, compacted?.base], [11, position(7, 1)]);
  assert.equal(cluster.core("a").firstIndex, 8);
  cluster.node("a").instantDisk = false;
  cluster.propose("a", "late");
  cluster.settle();
  assert.equal(cluster.core("a").applied, 12);
  assert.equal(cluster.core("a").compactable, 11, "b and c have it on their disks, a has not");
  assert.throws(() => cluster.core("a").markAt(12 as LogIndex), /can be the last of a snapshot/);
});

test("a follower that a kept tail still serves needs no snapshot", () => {
  const cluster = leftBehind(10, {}, 10);
  cluster.heal();
  cluster.run(100);
  assert.deepEqual(cluster.node("b").applied, commands(10));
  assert.equal(cluster.safety.installed, 0);
});

test("while a peer takes a snapshot, it gets heartbeats and no entries, and what follows it stays in the log", () => {
  const cluster = leftBehind();
  cluster.heal();
  const [taken] = untilSent(cluster);
  assert.equal(cluster.core("a").progressOf(b)?.state, "snapshot");
  for (const text of ["x", "y"]) cluster.propose("a", text);
  for (let i = 0; i < 30; i += 1) {
    cluster.now += 10;
    cluster.tickAll();
    const requests = cluster.intercept(({ to }) => to === "b");
    for (const { message } of requests) {
      assert.ok(message.type === "append-request" && message.entries.length === 0);
    }
    if (i % 2 === 1) assert.ok(requests.length > 0, "a heartbeat");
    for (const flight of requests) cluster.deliverOne(flight);
    cluster.settle();
  }
  assert.equal(cluster.core("b").leader, "a", "it did not campaign");
  cluster.compact("a");
  assert.equal(cluster.core("a").firstIndex, taken!.mark.index + 1);
  cluster.deliverSnapshot(taken!);
  cluster.run(100);
  assert.equal(cluster.safety.installed, 1, "no second one was needed");
  assert.deepEqual(cluster.node("b").applied, [...commands(10), "x", "y"]);
});

test("checklist 11: no campaign while a received snapshot is not applied", () => {
  const core = alone([]);
  step(core, received(mark(4, 2), 2), 1000);
  step(core, { type: "written", seq: 1 as WriteSeq }, 1000);
  const quiet = (now: number) => sent(step(core, { type: "tick" }, now), "pre-vote-request").length === 0;
  for (let now = 1050; now <= 1500; now += 50) assert.ok(quiet(now), "the state is not there yet");
  step(core, { type: "applied", index: 4 as LogIndex }, 1500);
  assert.ok(!quiet(1550) || !quiet(1600) || !quiet(1650) || !quiet(1700));
});

test("checklist 26: a snapshot that was lost is sent again, to a peer that answers, and only to one that does", () => {
  const cluster = leftBehind();
  cluster.heal();
  const [first] = untilSent(cluster);
  cluster.cut("b", "a");
  cluster.loseSnapshot(first!);
  assert.deepEqual(untilSent(cluster), [], "b may be gone");
  cluster.heal();
  const [again] = untilSent(cluster);
  cluster.deliverSnapshot(again!);
  cluster.run(100);
  assert.deepEqual(cluster.node("b").applied, commands(10));
});

test("checklist 36: a snapshot of what is committed here changes nothing, and one of what is in the log commits it", () => {
  const core = alone([1, 1, 1, 1, 1], 3);
  for (const [snapshot, why, commit] of [
    [mark(2, 1), "committed", 3],
    [mark(3, 1), "committed", 3],
    [mark(4, 1), "in-the-log", 4],
  ] as const) {
    const effects = step(core, received(snapshot, 2), 1000);
    assert.deepEqual(
      ofType(effects, "snapshot-skipped").map((skipped) => skipped.why),
      [why],
    );
    assert.deepEqual(ofType(effects, "install-snapshot"), []);
    assert.equal(core.commit, commit);
    assert.equal(core.lastIndex, 5);
  }
});

test("checklist 37: where the logs differ, a snapshot takes the place of all of it, and claims nothing before it is durable", () => {
  const core = alone([1, 1, 1, 1, 1, 1], 2);
  const effects = step(core, received(mark(4, 2), 2), 1000);
  const [install] = ofType(effects, "install-snapshot");
  assert.deepEqual(install?.hardState, hardState(2, null, 4));
  assert.deepEqual([core.lastIndex, core.commit, core.firstIndex], [4, 4, 5]);
  assert.equal(core.entryAt(5 as LogIndex), undefined);
  assert.equal(core.durableIndex, 2);
  const heartbeat = (prevIndex: number) => ({
    type: "append-request" as const,
    term: 2 as Term,
    prevIndex: prevIndex as LogIndex,
    prevTerm: 2 as Term,
    entries: [],
    commit: 4 as LogIndex,
    round: 1,
  });
  const answer = () => {
    const effects = step(core, { type: "receive", from: nodeId("a"), message: heartbeat(4) }, 1000);
    return sent(effects, "append-response")[0];
  };
  assert.deepEqual(answer()?.message.result, { ok: true, match: 2 });
  step(core, { type: "written", seq: install!.seq }, 1000);
  assert.deepEqual(answer()?.message.result, { ok: true, match: 4 });
});

test("checklist 38: whatever lets entries follow ends the wait for a snapshot", () => {
  const cluster = leftBehind(10, { checked: false });
  cluster.heal();
  untilSent(cluster);
  const core = cluster.core("a");
  assert.equal(core.progressOf(b)?.state, "snapshot");
  const matched = (match: number) =>
    cluster.receive("a", "b", {
      type: "append-response",
      term: core.term,
      round: 1,
      result: { ok: true, match: match as LogIndex },
    });
  assert.deepEqual(ofType(matched(core.firstIndex - 2), "send-snapshot"), [], "one is on its way");
  assert.equal(core.progressOf(b)?.state, "snapshot", "the entry after that is gone");
  matched(core.firstIndex - 1);
  assert.equal(core.progressOf(b)?.state, "replicate");
});

test("checklist 38: an older snapshot than the one that was asked for is enough where the log reaches back to it", () => {
  const cluster = leftBehind(10, { checked: false }, 4);
  cluster.heal();
  untilSent(cluster);
  const core = cluster.core("a");
  const progress = core.progressOf(b);
  assert.equal(progress?.state, "snapshot");
  const reached = core.firstIndex - 1;
  assert.ok(reached < progress.snapshotIndex, "a tail was kept");
  const result = { ok: true, match: reached as LogIndex } as const;
  const answer = { type: "append-response", term: core.term, round: 1, result } as const;
  const effects = cluster.receive("a", "b", answer);
  assert.equal(core.progressOf(b)?.state, "replicate");
  assert.equal(sent(effects, "append-request")[0]?.message.entries[0]?.index, core.firstIndex);
});

test("checklist 39: the entry before the first keeps its index and term, for appends and for votes", () => {
  const core = alone([1, 1, 2, 2], 4, { snapshot: mark(4, 2) });
  assert.deepEqual([core.firstIndex, core.lastIndex], [5, 4]);
  const vote = (lastIndex: number, lastTerm: number) => {
    const message = { type: "vote-request", term: 3, lastIndex, lastTerm, transfer: false } as never;
    const effects = step(core, { type: "receive", from: nodeId("c"), message }, 1000);
    return sent(effects, "vote-response")[0]?.message.granted;
  };
  assert.equal(vote(9, 1), false, "an older log, however long");
  assert.equal(vote(3, 2), false, "a shorter one");
  assert.equal(vote(4, 2), true);

  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.propose("a", "x");
  cluster.settle();
  cluster.compact("a");
  cluster.propose("a", "y");
  cluster.settle();
  assert.deepEqual(cluster.node("b").applied, ["x", "y"]);
  const refusals = sent(cluster.node("b").effects, "append-response").filter((r) => !r.message.result.ok);
  assert.deepEqual(refusals, []);
});

test("a kept tail reaches back before the snapshot after a restart too", () => {
  const core = alone([1, 1, 2, 2, 2], 3, { snapshot: mark(4, 2), base: position(2, 1) });
  assert.deepEqual([core.firstIndex, core.lastIndex, core.commit, core.applied], [3, 5, 4, 4]);
  assert.throws(() => alone([1, 1], 0, { base: position(1, 1) }), /has a snapshot in their place/);
  assert.throws(
    () => alone([1, 1, 2], 3, { snapshot: mark(3, 1), base: position(1, 1) }),
    /the log fits its snapshot/,
  );
});

test("an append that begins before a follower's log is answered with what is committed there", () => {
  const core = alone([1, 1, 1, 1], 4, { snapshot: mark(4, 1) });
  const entries = logOf(1, 1, 1, 1, 1).slice(1);
  const message = {
    type: "append-request",
    term: 1,
    prevIndex: 1,
    prevTerm: 1,
    entries,
    commit: 4,
    round: 1,
  } as never;
  const effects = step(core, { type: "receive", from: nodeId("a"), message }, 1000);
  assert.deepEqual(sent(effects, "append-response")[0]?.message.result, { ok: true, match: 5 });
  assert.deepEqual(ofType(effects, "write")[0]?.entries, entries.slice(3));
});

test("a snapshot brings its configuration, and a stale one from a leader of before is refused", () => {
  const core = alone([1], 0);
  const configuration = { ...plain("b d"), learners: [nodeId("a")] };
  step(core, received({ ...mark(6, 3), configuration, configurationIndex: 5 as LogIndex }, 3), 1000);
  assert.deepEqual(core.configurations, [{ index: 5, configuration }]);
  const [skipped] = ofType(step(core, received(mark(9, 2), 2), 1000), "snapshot-skipped");
  assert.equal(skipped?.why, "stale-term");
  assert.equal(core.commit, 6);
});
