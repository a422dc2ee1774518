import assert from "node:assert/strict";
import test from "node:test";
import { describeConfiguration } from "../../consensus/core/change.ts";
import type { Core } from "../../consensus/core/core.ts";
import { type LogIndex, nodeId, type Term } from "../../consensus/core/types.ts";
import { Cluster, type ClusterOptions, hardState, OPTIONS, ofType, placed, plain, sent } from "./cluster.ts";

const voters = (core: Core): string => describeConfiguration(core.configuration);
/** A cluster that `a` leads; nodes that are not among the voters wait outside. */
function led(names: string, members: string, learners = "", more: ClusterOptions = {}): Cluster {
  const cluster = new Cluster(names, { configuration: plain(members, learners), ...more });
  cluster.elect("a");
  cluster.settle();
  return cluster;
}
/** Makes the change and everything that follows from it, to the end of a joint one. */
function changeAll(cluster: Cluster, wish: string, more: { again?: boolean } = {}): void {
  assert.equal(cluster.change("a", wish, more), "proposed");
  for (let i = 0; i < 3; i += 1) {
    cluster.settle();
    const leader = cluster.leader()!.options.self;
    cluster.settleConfiguration(leader);
    cluster.settle();
  }
}

test("a cluster grows from one to five and shrinks to one, and loses nothing on the way", () => {
  const cluster = led("a b c d e", "a");
  const texts: string[] = [];
  const say = (): void => {
    texts.push(`${texts.length}`);
    cluster.propose(cluster.leader()!.options.self, texts.at(-1)!);
    cluster.run(50);
  };
  for (const wish of ["auto *b", "auto ^b", "auto *c", "auto ^c", "auto +d +e"]) {
    changeAll(cluster, wish);
    say();
  }
  assert.equal(voters(cluster.core("d")), "voters=(a b c d e)");
  for (const { applied } of cluster.nodes.values()) assert.deepEqual(applied, texts);
  changeAll(cluster, "auto -d -e");
  say();
  changeAll(cluster, "auto -b -c");
  say();
  assert.equal(voters(cluster.core("a")), "voters=(a)");
  assert.deepEqual(cluster.node("a").applied, texts);
});

test("checklist 10: a learner receives the log and is not counted", () => {
  const cluster = led("a b c d", "a b c");
  changeAll(cluster, "simple *d");
  assert.equal(voters(cluster.core("d")), "voters=(a b c) learners=(d)");
  cluster.isolate("b");
  cluster.isolate("c");
  cluster.propose("a", "x");
  cluster.settle();
  assert.equal(cluster.core("a").progressOf(nodeId("b"))!.match < cluster.core("a").lastIndex, true);
  assert.deepEqual(cluster.node("a").applied, [], "a and its learner are no majority");
  cluster.heal();
  cluster.run(100);
  assert.deepEqual(cluster.node("d").applied, ["x"]);
});

test("checklist 30: a configuration is in force where it is appended, and where it is truncated no more", () => {
  const cluster = led("a b c d", "a b c");
  cluster.isolate("a");
  assert.equal(cluster.change("a", "simple *d"), "proposed");
  assert.equal(voters(cluster.core("a")), "voters=(a b c) learners=(d)");
  assert.deepEqual(
    placed(cluster.core("a")).map(({ index }) => index),
    [0, 2],
    "the last committed one, and the newest",
  );
  cluster.runUntil(() => cluster.core("b").role === "leader" || cluster.core("c").role === "leader");
  cluster.heal();
  cluster.run(300);
  assert.equal(voters(cluster.core("a")), "voters=(a b c)");
  assert.equal(placed(cluster.core("a")).length, 1);
});

test("checklist 30: a follower acts on a configuration that it does not know to be committed", () => {
  const cluster = led("a b c d", "a b c");
  cluster.cut("b", "a");
  cluster.cut("c", "a");
  cluster.change("a", "simple +d");
  cluster.settle();
  assert.equal(voters(cluster.core("b")), "voters=(a b c d)");
  assert.equal(cluster.core("b").commit < cluster.core("b").configurationIndex, true);
});

test("checklist 31: while one change is not committed there is no other", () => {
  const cluster = led("a b c d e", "a b c");
  cluster.isolate("a");
  assert.equal(cluster.change("a", "simple *d"), "proposed");
  cluster.settleConfiguration("a");
  assert.equal(cluster.change("a", "simple *e"), "change-under-way");
  cluster.heal();
  cluster.run(100);
  assert.equal(cluster.change("a", "simple *e"), "proposed");
});

test("checklist 32: a leader changes nothing before an entry of its own term is committed", () => {
  const cluster = new Cluster("a b c d", { configuration: plain("a b c") });
  while (cluster.core("a").role !== "leader") {
    const flight = cluster.network.shift();
    if (flight !== undefined) cluster.deliverOne(flight);
    else {
      cluster.now += 10;
      cluster.step("a", { type: "tick" });
    }
  }
  assert.equal(cluster.change("a", "simple -b"), "no-commit-in-term");
  cluster.run(100);
  assert.equal(cluster.change("a", "simple -b"), "proposed");
});

test("checklist 33: the dead one of two can be voted out by the other alone", () => {
  const cluster = led("a b", "a b");
  cluster.crash("b");
  cluster.propose("a", "x");
  cluster.settle();
  assert.deepEqual(cluster.node("a").applied, []);
  assert.equal(cluster.change("a", "simple -b"), "proposed");
  cluster.settle();
  assert.deepEqual(cluster.node("a").applied, ["x"]);
  cluster.run(1000);
  assert.equal(cluster.core("a").role, "leader");
});

test("checklist 33: who is voted out by an entry that it alone has can be elected, to pass it on", () => {
  const cluster = led("a b", "a b");
  cluster.isolate("a");
  assert.equal(cluster.change("a", "simple -a"), "proposed");
  cluster.intercept();
  cluster.crash("a");
  cluster.restart("a");
  cluster.heal();
  cluster.runUntil(() => voters(cluster.core("b")) === "voters=(b)" && cluster.core("b").role === "leader");
  assert.equal(cluster.core("a").role, "follower");
});

test("checklist 34: a leader that is voted out leads until that is committed, uncounted, and then hands over", () => {
  for (const wish of ["simple -a", "simple _a"]) {
    const cluster = led("a b c", "a b c");
    cluster.isolate("c");
    cluster.change("a", wish);
    cluster.settle();
    assert.equal(cluster.core("a").role, "leader", "b has it; a, which has it too, does not count");
    cluster.heal();
    cluster.run(2 * OPTIONS.heartbeatInterval);
    assert.equal(cluster.core("a").role, "follower");
    assert.notEqual(cluster.leader(), null, "its heir did not wait for an election timeout");
    assert.ok(cluster.core("a").commit >= cluster.core("a").configurationIndex, "it knows that it is out");
    const { term } = cluster.leader()!;
    cluster.run(2000);
    assert.equal(cluster.leader()?.term, term, "and never campaigns again");
  }
});

test("checklist 35: a former member's name comes back only by an operator's word, and with nothing from before", () => {
  const cluster = led("a b c", "a b c");
  cluster.propose("a", "x");
  cluster.settle();
  changeAll(cluster, "simple -c");
  cluster.run(1000);
  assert.equal(cluster.change("a", "simple *c"), "retired-name");
  cluster.cut("a", "c");
  assert.equal(cluster.change("a", "simple *c", { again: true }), "proposed");
  const c = cluster.core("a").progressOf(nodeId("c"));
  assert.equal(c?.match, 0);
  cluster.receive("a", "c", {
    type: "append-response",
    term: 1 as Term,
    round: 2,
    result: { ok: true, match: 3 as LogIndex },
  });
  assert.equal(c?.match, 0, "an answer of the one that bore the name before");
  assert.deepEqual(cluster.core("a").configuration.retired, undefined);
});

test("R5: a configuration is on the leader's disk before anybody hears of it, and so is what follows", () => {
  const cluster = led("a b c d", "a b c");
  cluster.node("a").instantDisk = false;
  cluster.change("a", "simple *d");
  cluster.propose("a", "x");
  cluster.run(3 * OPTIONS.heartbeatInterval);
  const at = cluster.core("a").configurationIndex;
  assert.equal(cluster.core("b").lastIndex, at - 1);
  cluster.sync("a");
  cluster.settle();
  assert.equal(cluster.core("b").lastIndex, at + 1);
  assert.deepEqual(cluster.node("a").applied, ["x"]);
});

test("N9: no configuration follows one that is not settled, neither another step nor leaving a joint one", () => {
  const cluster = led("a b c d", "a b c");
  assert.equal(cluster.change("a", "simple *d"), "proposed");
  cluster.settle();
  assert.equal(cluster.change("a", "joint ^d -c"), "not-settled");
  cluster.step("a", { type: "configuration-settled", index: 1 as LogIndex });
  assert.equal(cluster.change("a", "joint ^d -c"), "not-settled", "an older one was meant");
  cluster.settleConfiguration("a");
  assert.equal(cluster.change("a", "joint ^d -c"), "proposed");
  cluster.run(500);
  assert.equal(voters(cluster.core("a")), "voters=(a b d)&&(a b c) autoleave");
  assert.equal(cluster.change("a", "leave"), "not-settled");
  cluster.settleConfiguration("a");
  cluster.settle();
  assert.equal(voters(cluster.core("b")), "voters=(a b d)");
});

test("N9: what one leader was told of settled configurations the next one is told anew", () => {
  const cluster = led("a b c d", "a b c");
  changeAll(cluster, "simple *d");
  cluster.step("a", { type: "transfer", to: nodeId("b") });
  cluster.settle();
  assert.equal(cluster.change("b", "simple ^d"), "not-settled");
});

/** The disk of `name` is replaced by a blank one. */
function blank(cluster: Cluster, name: string): void {
  cluster.crash(name);
  cluster.node(name).stored = { hardState: hardState(0), entries: [], certified: false };
  cluster.restart(name);
}

test("R13: a blank disk takes the log, and neither votes nor campaigns before it is certified", () => {
  const cluster = led("a b c", "a b c");
  cluster.isolate("c");
  cluster.propose("a", "x");
  cluster.settle();
  cluster.crash("a");
  blank(cluster, "b");
  cluster.heal();
  cluster.run(3000);
  assert.equal(cluster.leader(), null, "b might have voted for, and confirmed to, the one that is gone");
  assert.deepEqual(sent(cluster.node("b").effects, "pre-vote-request"), []);
  const last = { term: 7 as Term, lastIndex: 9 as LogIndex, lastTerm: 6 as Term };
  const asked = [
    cluster.receive("b", "c", { type: "pre-vote-request", ...last }),
    cluster.receive("b", "c", { type: "vote-request", ...last, transfer: true }),
  ];
  assert.deepEqual(asked.flat(), []);
  cluster.restart("a");
  cluster.runUntil(() => cluster.leader()?.options.self === "a");
});

test("R13: of a peer with another disk the leader forgets what the old one confirmed", () => {
  const cluster = led("a b c", "a b c", "", { checked: false });
  cluster.propose("a", "x");
  cluster.settle();
  const { round, match } = { round: 1, match: 2 as LogIndex };
  blank(cluster, "b");
  cluster.cut("a", "b");
  cluster.step("a", { type: "forget", peer: nodeId("b") });
  const late = { type: "append-response", term: 1 as Term, round, result: { ok: true, match } } as const;
  cluster.receive("a", "b", late);
  assert.equal(cluster.core("a").progressOf(nodeId("b"))?.match, 0);
  cluster.heal();
  cluster.run(100);
  assert.deepEqual(cluster.node("b").applied, ["x"]);
  cluster.step("b", { type: "certified" });
  cluster.crash("a");
  cluster.runUntil(() => cluster.leader() !== null);
});

test("R13: a blank disk that is put in the place of another blank one gets the log, though nothing but its answers tells of it", () => {
  const cluster = led("a b c", "a b c", "", { checked: false });
  blank(cluster, "b");
  cluster.propose("a", "x");
  cluster.settle();
  assert.equal(cluster.core("a").progressOf(nodeId("b"))?.match, cluster.core("a").lastIndex);
  blank(cluster, "b");
  cluster.run(100);
  assert.deepEqual(cluster.node("b").applied, ["x"]);
});

test("R13: what a blank disk confirms commits nothing, settles no read, and keeps no leader in office", () => {
  const cluster = led("a b c", "a b c");
  cluster.crash("c");
  blank(cluster, "b");
  cluster.settle();
  const { commit } = cluster.core("a");
  cluster.propose("a", "x");
  cluster.settle();
  assert.equal(
    cluster.core("a").progressOf(nodeId("b"))?.match,
    cluster.core("a").lastIndex,
    "it has the log",
  );
  assert.equal(cluster.core("a").commit, commit);
  assert.deepEqual(ofType(cluster.step("a", { type: "read", id: 1 }), "read-ready"), []);
  cluster.intercept();
  cluster.settle();
  assert.deepEqual(ofType(cluster.node("a").effects, "read-ready"), []);
  cluster.run(3 * OPTIONS.electionTimeoutMax);
  assert.equal(cluster.leader(), null);
});

test("R13: a leader whose disk is in doubt leads no more, and does not vote", () => {
  const cluster = led("a b c", "a b c");
  cluster.step("a", { type: "doubted" });
  assert.equal(cluster.core("a").role, "follower");
  const last = { term: 9 as Term, lastIndex: 9 as LogIndex, lastTerm: 8 as Term };
  assert.deepEqual(cluster.receive("a", "b", { type: "vote-request", ...last, transfer: true }), []);
  cluster.runUntil(() => cluster.leader() !== null);
  assert.notEqual(cluster.leader()?.options.self, "a");
});

test("the way back from a joint configuration is always open", () => {
  const cluster = led("a b c d e f", "a b c");
  for (const dead of ["d", "e", "f"]) cluster.crash(dead);
  assert.equal(cluster.change("a", "joint -a -b -c +d +e +f"), "proposed");
  cluster.settle();
  assert.equal(cluster.change("a", "leave"), "change-under-way");
  assert.equal(cluster.change("a", "back"), "proposed");
  cluster.settle();
  assert.equal(voters(cluster.core("b")), "voters=(a b c) learners=(d e f)");
  cluster.propose("a", "x");
  cluster.settle();
  assert.deepEqual(cluster.node("b").applied, ["x"]);
});

test("a leader goes back by itself when only the incoming voters of a joint configuration are silent", () => {
  const cluster = led("a b c d e f", "a b c");
  for (const dead of ["d", "e", "f"]) cluster.crash(dead);
  cluster.change("a", "joint -b -c +d +e +f");
  cluster.run(3 * OPTIONS.electionTimeoutMax);
  assert.equal(cluster.core("a").role, "leader");
  assert.equal(voters(cluster.core("b")), "voters=(a b c) learners=(d e f)");
});

test("a joint configuration commits with a majority of each half only", () => {
  const cluster = led("a b c d e", "a b c");
  cluster.crash("d");
  cluster.crash("e");
  cluster.change("a", "joint -b -c +d +e");
  cluster.settle();
  assert.equal(cluster.core("a").commit < cluster.core("a").configurationIndex, true);
  cluster.restart("d");
  cluster.run(100);
  assert.ok(cluster.core("a").commit >= cluster.core("a").configurationIndex);
});

test("whoever was voted out is told, and is sent nothing more then", () => {
  const cluster = led("a b c", "a b c");
  changeAll(cluster, "simple -c");
  cluster.run(3 * OPTIONS.heartbeatInterval);
  assert.ok(cluster.core("c").commit >= cluster.core("c").configurationIndex);
  assert.equal(cluster.core("a").progressOf(nodeId("c")), undefined);
  cluster.intercept();
  cluster.run(2000);
  assert.deepEqual(sent(cluster.node("c").effects, "pre-vote-request"), []);
});

test("whoever was voted out without hearing of it disturbs nobody", () => {
  const cluster = led("a b c", "a b c");
  cluster.isolate("c");
  changeAll(cluster, "simple -c");
  cluster.run(1000);
  cluster.heal();
  cluster.run(2000);
  assert.equal(cluster.core("a").role, "leader");
  assert.equal(cluster.core("a").term, 1);
  assert.equal(cluster.core("c").term, 1, "a pre-vote that nobody answers raises no term");
});

test("a change is refused with the reason, and says where it was appended", () => {
  const cluster = led("a b c", "a b c");
  assert.equal(cluster.change("b", "simple *d"), "not-leader");
  assert.equal(cluster.change("a", "simple +a"), "changes-nothing");
  assert.equal(cluster.change("a", "simple -a -b -c"), "no-voters-left");
  const event = { type: "change", id: 9, kind: "simple", changes: [] } as const;
  const refused = ofType(cluster.step("a", { ...event, term: 7 as Term }), "change-refused");
  assert.deepEqual(refused, [{ type: "change-refused", id: 9, reason: "term-changed" }]);
  const changes = [{ type: "add-learner", node: nodeId("d") }] as const;
  const [proposed] = ofType(cluster.step("a", { ...event, term: null, changes }), "proposed");
  assert.deepEqual([proposed?.first, proposed?.last, proposed?.id], [2, 2, 9]);
  cluster.step("a", { type: "transfer", to: nodeId("b") });
  assert.equal(cluster.change("a", "simple *e"), "transferring");
});
