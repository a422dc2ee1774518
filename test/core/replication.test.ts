import assert from "node:assert/strict";
import test from "node:test";
import {
  type Entry,
  type LogIndex,
  type Message,
  nodeId,
  type Term,
  type WriteSeq,
} from "../../consensus/core/types.ts";
import { Cluster, command, hardState, logOf, noop, OPTIONS, ofType, sent, termsOf } from "./cluster.ts";

type AppendRequest = Extract<Message, { type: "append-request" }>;

const append = (
  term: number,
  [prevIndex, prevTerm]: [number, number],
  entries: Entry[],
  commit = 0,
): AppendRequest => ({
  type: "append-request",
  term: term as Term,
  prevIndex: prevIndex as LogIndex,
  prevTerm: prevTerm as Term,
  entries,
  commit: commit as LogIndex,
  round: 1,
});
const matched = (term: number, match: number): Message => ({
  type: "append-response",
  term: term as Term,
  round: 1,
  result: { ok: true, match: match as LogIndex },
});
/** A follower `b` that starts with this log; the messages to it are made up. */
const follower = (terms: number[], commit = 0): Cluster =>
  new Cluster("a b c", {
    checked: false,
    stored: { b: { hardState: hardState(terms.at(-1) ?? 0, null, commit), entries: logOf(...terms) } },
  });
/** Delivers one message after the other until `name` leads, and nothing after that. */
function electOnly(cluster: Cluster, name: string): void {
  while (cluster.core(name).role !== "leader") {
    const flight = cluster.network.shift();
    if (flight !== undefined) {
      cluster.deliverOne(flight);
    } else {
      cluster.now += 10;
      cluster.step(name, { type: "tick" });
    }
  }
}

test("what is proposed is committed everywhere one trip later, with no tick between", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  const [proposed] = ofType(cluster.propose("a", "x"), "proposed");
  assert.deepEqual([proposed?.term, proposed?.first, proposed?.last], [1, 2, 2]);
  cluster.settle();
  for (const node of cluster.nodes.values()) assert.deepEqual(node.applied, ["x"]);
});

test("the leader replicates while its own write is under way, and others may commit without it", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.node("a").instantDisk = false;
  const effects = cluster.propose("a", "x");
  assert.deepEqual(
    sent(effects, "append-request").map(({ to, after }) => [to, after]),
    [
      ["b", 0],
      ["c", 0],
    ],
  );
  cluster.settle();
  assert.equal(cluster.core("a").durableIndex, 1);
  assert.equal(cluster.core("a").commit, 2, "b and c have it on their disks");
});

test("the leader's own copy counts only when its disk has it", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.cut("a", "c");
  cluster.node("a").instantDisk = false;
  cluster.propose("a", "x");
  cluster.settle();
  assert.equal(cluster.core("a").commit, 1, "b alone has it");
  cluster.sync("a");
  assert.equal(cluster.core("a").commit, 2);
});

test("a follower confirms entries when its disk has them, and answers a heartbeat at once meanwhile", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.node("b").instantDisk = false;
  cluster.propose("a", "x");
  cluster.settle();
  assert.deepEqual(cluster.heldTypes("b"), ["append-response"]);
  const [answer] = sent(cluster.receive("b", "a", append(1, [2, 1], [])), "append-response");
  assert.deepEqual([answer?.after, answer?.message.result], [0, { ok: true, match: 1 }]);
  assert.equal(cluster.core("b").durableIndex, 1);
  cluster.sync("b");
  cluster.settle();
  assert.equal(cluster.core("a").progressOf(nodeId("b"))?.match, 2);
});

test("leader and follower say how their log changed", () => {
  const cluster = follower([1, 1, 1]);
  const [changed] = ofType(cluster.receive("b", "a", append(2, [1, 1], [noop(2, 2)])), "log-changed");
  assert.deepEqual([changed?.from, changed?.entries], [2, [noop(2, 2)]]);
  const other = new Cluster("a b c");
  other.elect("a");
  const [own] = ofType(other.propose("a", "x"), "log-changed");
  assert.equal(own?.entries.length, 1);
});

test("what the stored commit index covers is handed out once, in the first step", () => {
  const cluster = follower([1, 1, 1], 2);
  const [commit] = ofType(cluster.step("b", { type: "tick" }), "commit");
  assert.deepEqual(commit?.entries, logOf(1, 1));
  assert.deepEqual(ofType(cluster.step("b", { type: "tick" }), "commit"), []);
});

test("messages are pipelined: bounded in number, and in bytes each; a large entry travels alone", () => {
  const cluster = new Cluster("a b c", { options: { maxInflightMessages: 3, maxAppendBytes: 100 } });
  cluster.elect("a");
  for (let i = 0; i < 10; i += 1) cluster.propose("a", `${i}`, 60);
  assert.equal(cluster.intercept(({ to }) => to === "b").length, 3);
  cluster.propose("a", "large", 5000);
  cluster.run(100);
  assert.equal(cluster.core("b").commit, cluster.core("a").lastIndex);
  const entries = cluster.node("b").applied;
  assert.deepEqual(entries, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "large"]);
});

test("bytes in flight: a follower is paused when they are too many, and the others are not", () => {
  const cluster = new Cluster("a b c", { options: { maxInflightBytes: 200, maxAppendBytes: 100 } });
  cluster.elect("a");
  cluster.cut("a", "b");
  for (let i = 0; i < 10; i += 1) {
    cluster.propose("a", `${i}`, 90);
    cluster.settle();
  }
  const progress = cluster.core("a").progressOf(nodeId("b"));
  assert.deepEqual([progress?.inflight.length, progress?.inflightBytes], [3, 270]);
  assert.equal(cluster.node("c").applied.length, 10);
  cluster.heal();
  cluster.run(3 * OPTIONS.heartbeatInterval);
  assert.equal(cluster.node("b").applied.length, 10);
  assert.equal(progress?.inflightBytes, 0);
});

test("checklist 16: entries that are here already are skipped, and an old message truncates nothing", () => {
  const cluster = follower([1, 1, 1, 1, 1]);
  const effects = cluster.receive("b", "a", append(1, [1, 1], logOf(1, 1, 1).slice(1)));
  assert.deepEqual([ofType(effects, "log-changed"), ofType(effects, "write")], [[], []]);
  assert.deepEqual(sent(effects, "append-response")[0]?.message.result, { ok: true, match: 3 });
  assert.equal(cluster.core("b").lastIndex, 5);
});

test("checklist 16: only from the first real conflict on is the log replaced", () => {
  const cluster = follower([1, 1, 1, 1, 1]);
  const entries = [...logOf(1, 1, 1).slice(1), command(4, 2, "new")];
  const effects = cluster.receive("b", "a", append(2, [1, 1], entries));
  assert.equal(ofType(effects, "log-changed")[0]?.from, 4);
  assert.deepEqual(ofType(effects, "write")[0]?.entries, [command(4, 2, "new")]);
  assert.deepEqual(termsOf(cluster.core("b")), [1, 1, 1, 2]);
});

test("checklist 17: a follower commits no further than the last entry proven equal", () => {
  const cluster = follower([1, 1, 1, 1, 1]);
  cluster.receive("b", "a", append(2, [2, 1], [logOf(1, 1, 1)[2]!], 5));
  assert.equal(cluster.core("b").commit, 3);
});

test("checklist 18: a heartbeat commits no further than the entry it names", () => {
  const cluster = follower([1, 1, 1, 1, 1]);
  cluster.receive("b", "a", append(2, [2, 1], [], 5));
  assert.equal(cluster.core("b").commit, 2);
  cluster.receive("b", "a", append(2, [5, 2], [], 5));
  assert.equal(cluster.core("b").commit, 2, "a refused one commits nothing");
});

test("checklist 19: a conflict at or below the commit index stops the process", () => {
  const conflicting = follower([1, 1, 1], 2);
  assert.throws(
    () => conflicting.receive("b", "a", append(2, [1, 1], [command(2, 2, "other")])),
    /entry 2 is committed here, and the leader's differs/,
  );
  const before = follower([1, 1, 1], 2);
  assert.throws(() => before.receive("b", "a", append(2, [2, 2], [])), /committed here/);
});

test("checklist 20: a message that begins below the commit index is answered with the commit index", () => {
  const cluster = follower([1, 1, 1, 1], 4);
  const [answer] = sent(cluster.receive("b", "a", append(1, [1, 1], [logOf(1, 1)[1]!])), "append-response");
  assert.deepEqual(answer?.message.result, { ok: true, match: 4 });
});

for (const [what, leaderTerms, followerTerms] of [
  ["the follower's term is skipped by the leader", [1, 1, 3, 3, 3, 3, 3], [1, 1, 2, 2, 2, 2]],
  ["the leader's term is skipped by the follower", [1, 1, 2, 2, 2, 2], [1, 1, 3, 3, 3, 3, 3, 3]],
  ["the follower's log is short", [1, 1, 2, 2, 2, 2], [1]],
  ["the follower's log is long", [1, 1, 2], [1, 1, 1, 1, 1, 1, 1]],
] as const) {
  test(`checklist 21: where ${what}, one refusal finds the place where the logs meet`, () => {
    const cluster = new Cluster("a b c", {
      stored: {
        a: { hardState: hardState(3), entries: logOf(...leaderTerms) },
        b: { hardState: hardState(3), entries: logOf(...followerTerms) },
        c: { hardState: hardState(3), entries: logOf(...leaderTerms) },
      },
    });
    cluster.elect("a");
    cluster.run(100);
    const refusals = sent(cluster.node("b").effects, "append-response").filter(
      ({ message }) => !message.result.ok,
    );
    assert.equal(refusals.length, 1);
    assert.deepEqual(termsOf(cluster.core("b")), [...leaderTerms, 4]);
  });
}

test("checklist 22: an entry of an earlier term is not committed by counting, only under one of the own term", () => {
  const cluster = new Cluster("a b c", {
    checked: false,
    stored: {
      a: { hardState: hardState(2), entries: logOf(1, 2) },
      b: { hardState: hardState(2), entries: logOf(1, 2) },
    },
  });
  electOnly(cluster, "a");
  cluster.receive("a", "b", matched(3, 2));
  assert.equal(cluster.core("a").commit, 0, "entry 2 is on a majority's disks and can still be overwritten");
  cluster.receive("a", "b", matched(3, 3));
  assert.equal(cluster.core("a").commit, 3);
});

test("checklist 23: a term begins with a no-op, and before it is committed no read is answered", () => {
  const cluster = new Cluster("a b c");
  electOnly(cluster, "a");
  assert.deepEqual(cluster.core("a").entryAt(1 as LogIndex), noop(1, 1));
  cluster.intercept();
  cluster.step("a", { type: "read", id: 1 });
  assert.deepEqual(sent(cluster.node("a").effects, "append-request").slice(2), [], "no round for it yet");
  assert.deepEqual(ofType(cluster.node("a").effects, "read-ready"), []);
  cluster.run(50);
  assert.deepEqual(ofType(cluster.node("a").effects, "read-ready"), [
    { type: "read-ready", id: 1, index: 1 },
  ]);
});

test("checklist 24: a late completion of entries that were overwritten since confirms nothing of the new ones", () => {
  const cluster = follower([]);
  cluster.node("b").instantDisk = false;
  cluster.receive("b", "a", append(1, [0, 0], [command(1, 1, "x"), command(2, 1, "y"), command(3, 1, "z")]));
  cluster.receive("b", "c", append(2, [0, 0], [command(1, 2, "X"), command(2, 2, "Y")]));
  cluster.sync("b", 1);
  assert.equal(cluster.core("b").durableIndex, 0, "the disk has x, y, z; the log has X, Y");
  assert.deepEqual(
    cluster.node("b").held.map(({ to, after }) => [to, after]),
    [["c", 2]],
  );
  cluster.sync("b");
  assert.equal(cluster.core("b").durableIndex, 2);
});

test("checklist 25: a fresh leader trusts no match of an earlier term", () => {
  const cluster = new Cluster("a b c");
  const a = cluster.elect("a");
  cluster.propose("a", "x");
  cluster.settle();
  assert.equal(a.progressOf(nodeId("b"))?.match, 2);
  cluster.receive("a", "c", { type: "vote-response", term: 5 as Term, granted: false });
  cluster.now += OPTIONS.electionTimeoutMax;
  electOnly(cluster, "a");
  assert.equal(a.progressOf(nodeId("b"))?.match, 0);
  cluster.receive("a", "b", matched(1, 2));
  assert.equal(a.progressOf(nodeId("b"))?.match, 0, "an answer of the earlier term");
});

test("checklist 26: a full pipeline of lost messages does not stall for ever", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.cut("a", "b");
  for (let i = 0; i < 10; i += 1) cluster.propose("a", `${i}`);
  cluster.settle();
  assert.equal(cluster.core("a").progressOf(nodeId("b"))?.inflight.length, OPTIONS.maxInflightMessages);
  cluster.heal();
  cluster.run(3 * OPTIONS.heartbeatInterval);
  assert.equal(cluster.core("b").commit, 11);
});

test("checklist 27: a single voter commits only what its disk has", () => {
  const cluster = new Cluster("a");
  cluster.runUntil(() => cluster.leader() !== null);
  cluster.node("a").instantDisk = false;
  cluster.propose("a", "x");
  assert.deepEqual(cluster.node("a").applied, []);
  cluster.sync("a");
  assert.deepEqual(cluster.node("a").applied, ["x"]);
});

test("checklist 28: the uncommitted tail is bounded; nothing empty is refused, nor the first, however large", () => {
  const cluster = new Cluster("a b c", { options: { maxUncommittedBytes: 100 } });
  cluster.elect("a");
  const outcome = (bytes: number) => {
    const [refused] = ofType(cluster.propose("a", "x", bytes), "refused");
    return refused?.reason ?? "proposed";
  };
  cluster.isolate("a");
  assert.equal(outcome(500), "proposed");
  assert.equal(outcome(1), "too-much-uncommitted");
  assert.equal(outcome(0), "proposed");
  cluster.heal();
  cluster.run(100);
  assert.equal(cluster.core("a").commit, 3);
  assert.deepEqual([outcome(60), outcome(60), outcome(40)], ["proposed", "too-much-uncommitted", "proposed"]);
});

test("checklist 28: a new leader counts the uncommitted tail that it found", () => {
  const cluster = new Cluster("a b c", {
    options: { maxUncommittedBytes: 100 },
    stored: { a: { hardState: hardState(1), entries: [command(1, 1, "x", 90)] } },
  });
  electOnly(cluster, "a");
  assert.equal(ofType(cluster.propose("a", "y", 20), "refused")[0]?.reason, "too-much-uncommitted");
  cluster.run(100);
  assert.equal(ofType(cluster.propose("a", "y", 20), "refused")[0], undefined);
});

test("checklist 29: a proposal meant for one term does not land in another, nor anywhere but at the leader", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  const propose = (name: string, term: number) => {
    const payloads = [{ payload: { type: "noop" } as const, bytes: 0 }];
    const effects = cluster.step(name, { type: "propose", id: 7, term: term as Term, payloads });
    return ofType(effects, "refused")[0]?.reason ?? "proposed";
  };
  assert.deepEqual(
    [propose("a", 1), propose("a", 2), propose("b", 1)],
    ["proposed", "term-changed", "not-leader"],
  );
});

test("checklist 49: terms and indexes that a double does not hold exactly are refused at the door", () => {
  for (const bad of [2 ** 53, -1, 1.5, Number.NaN]) {
    const cluster = follower([]);
    assert.throws(() => cluster.receive("b", "a", append(bad, [0, 0], [])), RangeError);
    assert.throws(() => cluster.receive("b", "a", append(1, [bad, 0], [])), RangeError);
    assert.throws(() => cluster.receive("b", "a", append(1, [0, bad], [])), RangeError);
    assert.throws(() => cluster.receive("b", "a", append(1, [0, 0], [], bad)), RangeError);
    assert.throws(() => cluster.receive("b", "a", matched(1, bad)), RangeError);
  }
});

test("a configuration is not proposed like a command, but changed", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  const configuration = { voters: [nodeId("a")], outgoing: null, learners: [] };
  const payloads = [{ payload: { type: "configuration", configuration } as const, bytes: 10 }];
  assert.throws(
    () => cluster.step("a", { type: "propose", id: 1, term: null, payloads }),
    /a configuration is not proposed, but changed/,
  );
});

test("a completion of a write that was never asked for stops the process", () => {
  const cluster = follower([]);
  assert.throws(() => cluster.step("b", { type: "written", seq: 1 as WriteSeq }), /before it was asked for/);
});

test("a joint configuration commits and elects only with a majority of each half", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map(nodeId) as [never, never, never, never];
  const configuration = { voters: [a, b, c], outgoing: [b, c, d], learners: [] };
  const cluster = new Cluster("a b c d", { configuration });
  cluster.isolate("c");
  cluster.isolate("d");
  cluster.run(1000);
  assert.equal(cluster.leader(), null, "a and b are a majority of one half only");
  cluster.heal();
  cluster.isolate("c");
  cluster.runUntil(() => cluster.leader() !== null);
});
