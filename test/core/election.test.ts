import assert from "node:assert/strict";
import test from "node:test";
import { createCore } from "../../consensus/core/core.ts";
import { step } from "../../consensus/core/step.ts";
import { type Entry, type LogIndex, type Message, nodeId, type Term } from "../../consensus/core/types.ts";
import { Cluster, hardState, logOf, OPTIONS, ofType, sent, TICK } from "./cluster.ts";

const voteRequest = (term: number, lastIndex = 0, lastTerm = 0, transfer = false): Message => ({
  type: "vote-request",
  term: term as Term,
  lastIndex: lastIndex as LogIndex,
  lastTerm: lastTerm as Term,
  transfer,
});
const preVoteRequest = (term: number, lastIndex = 0, lastTerm = 0): Message => ({
  type: "pre-vote-request",
  term: term as Term,
  lastIndex: lastIndex as LogIndex,
  lastTerm: lastTerm as Term,
});
const voteResponse = (term: number, granted: boolean): Message => ({
  type: "vote-response",
  term: term as Term,
  granted,
});
const preVoteResponse = (term: number, requestTerm: number, granted: boolean): Message => ({
  type: "pre-vote-response",
  term: term as Term,
  requestTerm: requestTerm as Term,
  granted,
});
const heartbeat = (term: number, round = 1): Message => ({
  type: "append-request",
  term: term as Term,
  prevIndex: 0 as LogIndex,
  prevTerm: 0 as Term,
  entries: [],
  commit: 0 as LogIndex,
  round,
});

/** Lets only this node's time pass until it campaigns; nothing is delivered. */
function untilPreCandidate(cluster: Cluster, name: string): void {
  while (cluster.core(name).role !== "pre-candidate") {
    cluster.now += TICK;
    cluster.step(name, { type: "tick" });
  }
}

test("three nodes elect one leader, and an idle cluster keeps it", () => {
  const cluster = new Cluster("a b c");
  cluster.runUntil(() => cluster.leader() !== null);
  const leader = cluster.leader()!;
  cluster.run(2000);
  assert.equal(cluster.leader(), leader);
  assert.equal(leader.term, 1);
  for (const { core } of cluster.nodes.values()) assert.equal(core!.leader, leader.options.self);
});

test("every change of role, term and leader is said once", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  const said = (name: string) =>
    ofType(cluster.node(name).effects, "role").map(({ role, term, leader }) => `${role} ${term} ${leader}`);
  assert.deepEqual(said("a"), ["pre-candidate 0 null", "candidate 1 null", "leader 1 a"]);
  assert.deepEqual(said("b"), ["follower 1 null", "follower 1 a"]);
});

test("checklist 1: a vote and a refusal leave only when term and vote are durable", () => {
  const cluster = new Cluster("a b c", { stored: { b: { hardState: hardState(2), entries: logOf(1, 2) } } });
  cluster.node("b").instantDisk = false;
  cluster.receive("b", "a", voteRequest(5, 2, 2));
  assert.deepEqual(cluster.heldTypes("b"), ["vote-response"]);
  assert.deepEqual(cluster.network, []);
  cluster.sync("b");
  assert.deepEqual(
    cluster.intercept().map(({ message }) => message),
    [voteResponse(5, true)],
  );
  assert.deepEqual(cluster.node("b").stored.hardState, hardState(5, "a"));

  cluster.receive("b", "c", voteRequest(6, 1, 1));
  assert.deepEqual(cluster.network, [], "the refusal tells of term 6, which is not durable");
  cluster.sync("b");
  assert.deepEqual(
    cluster.intercept().map(({ message }) => message),
    [voteResponse(6, false)],
  );
});

test("checklist 1: while an earlier write with the term is under way, a later answer waits for it too", () => {
  const cluster = new Cluster("a b c");
  cluster.node("b").instantDisk = false;
  cluster.receive("b", "a", heartbeat(3));
  cluster.receive("b", "a", heartbeat(3, 2));
  assert.deepEqual(cluster.heldTypes("b"), ["append-response", "append-response"]);
  cluster.sync("b");
  assert.equal(cluster.network.length, 2);
});

test("checklist 2: a candidate's own vote counts once it is durable, and only then does it ask for others", () => {
  const cluster = new Cluster("a b c");
  cluster.node("a").instantDisk = false;
  untilPreCandidate(cluster, "a");
  cluster.receive("a", "b", preVoteResponse(0, 1, true));
  assert.equal(cluster.core("a").role, "candidate");
  assert.deepEqual(cluster.heldTypes("a"), ["vote-request", "vote-request"]);
  cluster.receive("a", "b", voteResponse(1, true));
  assert.equal(cluster.core("a").role, "candidate", "one vote of three");
  cluster.sync("a");
  assert.equal(cluster.core("a").role, "leader");
});

test("checklist 2: the completion of an earlier write is not that of the own vote", () => {
  const cluster = new Cluster("a b c");
  cluster.node("a").instantDisk = false;
  cluster.receive("a", "b", heartbeat(1));
  untilPreCandidate(cluster, "a");
  cluster.receive("a", "b", preVoteResponse(1, 2, true));
  cluster.receive("a", "b", voteResponse(2, true));
  cluster.sync("a", 1);
  assert.equal(cluster.core("a").role, "candidate", "term 1 is durable, the vote of term 2 is not");
  cluster.sync("a", 1);
  assert.equal(cluster.core("a").role, "leader");
});

test("checklist 3: an answer carries the term of its request; a request of an earlier term gets no vote answer", () => {
  const cluster = new Cluster("a b c", { stored: { b: { hardState: hardState(5) } } });
  assert.deepEqual(sent(cluster.receive("b", "a", voteRequest(3)), "vote-response"), []);
  const [answer] = sent(cluster.receive("b", "a", voteRequest(5)), "vote-response");
  assert.deepEqual(answer?.message, voteResponse(5, true));
  const [asked] = sent(cluster.receive("b", "a", preVoteRequest(9)), "pre-vote-response");
  assert.equal(asked?.message.requestTerm, 9);
});

test("checklist 3: an answer to an append of an earlier term proves nothing to the same leader in a later term", () => {
  const cluster = new Cluster("a b c");
  const a = cluster.elect("a");
  cluster.run(200);
  cluster.now += OPTIONS.heartbeatInterval;
  cluster.step("a", { type: "tick" });
  const late = cluster.intercept(({ to }) => to === "b").at(-1)!;
  assert.ok(late.message.type === "append-request" && late.message.round > 5);
  cluster.receive("a", "c", voteRequest(7, 9, 9, true));
  cluster.intercept();
  cluster.elect("a");
  const [answer] = sent(cluster.receive("b", "a", late.message), "append-response");
  assert.equal(answer?.message.round, 0);
  const { contactAt, answeredRound } = a.progressOf(nodeId("b"))!;
  cluster.now += 30;
  cluster.receive("a", "b", answer!.message);
  assert.equal(a.progressOf(nodeId("b"))!.contactAt, contactAt);
  assert.equal(a.progressOf(nodeId("b"))!.answeredRound, answeredRound);
});

test("checklist 4: a pre-vote changes neither term nor vote, on neither side, and forgets the leader", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("c");
  cluster.isolate("c");
  untilPreCandidate(cluster, "a");
  const a = cluster.core("a");
  assert.deepEqual([a.term, a.vote, a.leader], [1, "c", null]);
  const timer = cluster.core("b").timerFrom;
  const effects = cluster.receive("b", "a", preVoteRequest(2, 1, 1));
  assert.equal(sent(effects, "pre-vote-response")[0]?.message.granted, true);
  assert.deepEqual(ofType(effects, "write"), []);
  const b = cluster.core("b");
  assert.deepEqual([b.term, b.vote, b.timerFrom], [1, "c", timer]);
});

test("checklist 4: the answers to one pre-vote are not counted in the next", () => {
  const cluster = new Cluster("a b c d e");
  untilPreCandidate(cluster, "a");
  cluster.receive("a", "b", preVoteResponse(0, 1, true));
  cluster.run(0);
  const first = cluster.core("a").standing;
  while (cluster.core("a").standing === first) {
    cluster.now += TICK;
    cluster.step("a", { type: "tick" });
  }
  cluster.receive("a", "c", preVoteResponse(0, 1, true));
  assert.equal(cluster.core("a").role, "pre-candidate", "two of five: its own and c's");
});

test("checklist 5: only answers to the current candidacy count", () => {
  const cluster = new Cluster("a b c");
  cluster.node("a").instantDisk = false;
  untilPreCandidate(cluster, "a");
  cluster.receive("a", "b", voteResponse(0, true));
  cluster.receive("a", "b", preVoteResponse(0, 7, true));
  assert.equal(cluster.core("a").role, "pre-candidate");
  cluster.receive("a", "b", preVoteResponse(0, 1, true));
  cluster.sync("a");
  assert.equal(cluster.core("a").role, "candidate");
  cluster.receive("a", "c", preVoteResponse(0, 1, true));
  cluster.receive("a", "c", preVoteResponse(1, 2, true));
  assert.equal(cluster.core("a").role, "candidate");
  cluster.receive("a", "c", voteResponse(1, true));
  assert.equal(cluster.core("a").role, "leader");
});

test("checklist 6: who heard the leader within an election timeout supports no other", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  for (const request of [preVoteRequest(2, 9, 9), voteRequest(2, 9, 9)]) {
    for (const name of ["a", "b"]) {
      const effects = cluster.receive(name, "c", request);
      assert.deepEqual(effects, [], `${name} ignores a ${request.type}`);
    }
  }
  cluster.now += OPTIONS.electionTimeoutMin;
  assert.equal(
    sent(cluster.receive("b", "c", voteRequest(2, 9, 9)), "vote-response")[0]?.message.granted,
    true,
  );
});

test("checklist 7: leadership transfer and the known leader itself are heard in spite of that", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  const b = cluster.receive("b", "c", voteRequest(2, 9, 9, true));
  assert.equal(sent(b, "vote-response")[0]?.message.granted, true);

  const other = new Cluster("a b c");
  other.elect("a");
  const restarted = other.receive("b", "a", preVoteRequest(2, 9, 9));
  assert.equal(sent(restarted, "pre-vote-response")[0]?.message.granted, true);
});

test("checklist 8: a node stuck in a higher term is freed by its answer to the stale leader", () => {
  const cluster = new Cluster("a b c", { stored: { c: { hardState: hardState(9, "c") } } });
  cluster.isolate("c");
  cluster.elect("a");
  cluster.heal();
  cluster.runUntil(() => (cluster.leader()?.term ?? 0) > 9 && cluster.core("c").leader !== null);
  assert.equal(cluster.core("c").term, cluster.leader()!.term);
});

test("checklist 9: a pre-candidate that is behind is told the term, else it would ask in vain", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  for (const name of ["a", "b"]) {
    const [answer] = sent(cluster.receive(name, "c", preVoteRequest(1)), "pre-vote-response");
    assert.deepEqual(answer?.message, preVoteResponse(1, 1, false));
  }
  const behind = new Cluster("a b c");
  untilPreCandidate(behind, "c");
  behind.receive("c", "b", preVoteResponse(4, 1, false));
  assert.deepEqual([behind.core("c").role, behind.core("c").term], ["follower", 4]);
});

test("checklist 10: a learner votes when asked, and never campaigns", () => {
  const configuration = { voters: [nodeId("a"), nodeId("b")], outgoing: null, learners: [nodeId("l")] };
  const cluster = new Cluster("a b l", { configuration });
  const [answer] = sent(cluster.receive("l", "a", voteRequest(1)), "vote-response");
  assert.equal(answer?.message.granted, true);
  for (let i = 0; i < 100; i += 1) {
    cluster.now += TICK;
    cluster.step("l", { type: "tick" });
  }
  assert.equal(cluster.core("l").role, "follower");
  cluster.receive("l", "a", { type: "timeout-now", term: 1 as Term });
  assert.equal(cluster.core("l").role, "follower");
});

test("checklist 11: no campaign while a committed configuration is not applied", () => {
  const configuration = { voters: [nodeId("a"), nodeId("b")], outgoing: null, learners: [] };
  const change: Entry = {
    index: 1 as LogIndex,
    term: 1 as Term,
    payload: { type: "configuration", configuration },
    bytes: 10,
  };
  const start = { hardState: hardState(1, null, 1), entries: [change], configuration };
  const core = createCore({ ...OPTIONS, self: nodeId("a") }, start, 1, 0);
  let now = 0;
  const pass = (ms: number) => {
    for (const end = now + ms; now < end; ) {
      now += TICK;
      step(core, { type: "tick" }, now);
    }
  };
  pass(1000);
  step(core, { type: "receive", from: nodeId("b"), message: { type: "timeout-now", term: 1 as Term } }, now);
  assert.equal(core.role, "follower");
  step(core, { type: "applied", index: 1 as LogIndex }, now);
  pass(2 * OPTIONS.electionTimeoutMax);
  assert.equal(core.role, "pre-candidate");
});

test("checklist 12: the election timeout is drawn anew at each change of role, within its bounds", () => {
  const cluster = new Cluster("a b c");
  const a = cluster.core("a");
  const drawn = new Set([a.timerTimeout]);
  for (let term = 1; term <= 10; term += 1) {
    untilPreCandidate(cluster, "a");
    drawn.add(a.timerTimeout);
    cluster.receive("a", "b", voteRequest(term, 9, 9));
    drawn.add(a.timerTimeout);
  }
  assert.equal(drawn.size, 21);
  for (const timeout of drawn) {
    assert.ok(timeout >= OPTIONS.electionTimeoutMin && timeout < OPTIONS.electionTimeoutMax);
  }
});

test("checklist 13: a follower that hears nobody, and is heard, disturbs nobody", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.cut("a", "c");
  cluster.cut("b", "c");
  cluster.run(2000);
  assert.equal(cluster.leader(), cluster.core("a"));
  assert.equal(cluster.core("a").term, 1);
  cluster.heal();
  cluster.run(300);
  assert.deepEqual([cluster.core("c").term, cluster.core("c").leader], [1, "a"]);
});

test("checklist 13: a leader that is heard, and hears nobody, gives way", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.cut("b", "a");
  cluster.cut("c", "a");
  cluster.runUntil(() => cluster.leader() !== null && cluster.leader() !== cluster.core("a"), 1000);
  assert.notEqual(cluster.core("a").role, "leader");
});

test("checklist 14: a vote request that is not granted does not put off the own campaign", () => {
  const cluster = new Cluster("a b c", { stored: { b: { hardState: hardState(1), entries: logOf(1, 1) } } });
  const began = cluster.now;
  for (let term = 2; cluster.core("b").role === "follower"; term += 1) {
    cluster.now += TICK;
    cluster.step("b", { type: "tick" });
    if (cluster.core("b").role === "follower") cluster.receive("b", "a", voteRequest(term));
    assert.ok(cluster.now - began < OPTIONS.electionTimeoutMax + TICK, "b is kept from campaigning");
  }
});

test("checklist 15: stepping down does not forget the vote", () => {
  const cluster = new Cluster("a b c");
  untilPreCandidate(cluster, "a");
  cluster.receive("a", "b", preVoteResponse(0, 1, true));
  assert.equal(cluster.core("a").role, "candidate");
  cluster.receive("a", "b", voteResponse(1, false));
  cluster.receive("a", "c", voteResponse(1, false));
  assert.deepEqual([cluster.core("a").role, cluster.core("a").vote], ["follower", "a"]);
  const [answer] = sent(cluster.receive("a", "c", voteRequest(1, 9, 9)), "vote-response");
  assert.equal(answer?.message.granted, false);
});

test("a vote survives a crash, and is repeated to the same candidate only", () => {
  const cluster = new Cluster("a b c");
  cluster.receive("b", "a", voteRequest(1));
  cluster.crash("b");
  cluster.restart("b");
  const granted = (from: string) =>
    sent(cluster.receive("b", from, voteRequest(1, 9, 9)), "vote-response")[0]?.message.granted;
  assert.equal(granted("c"), false);
  assert.equal(granted("a"), true);
});

test("a candidate with an older log is refused, by last term first, then by length", () => {
  const cluster = new Cluster("a b c", { stored: { b: { hardState: hardState(2), entries: logOf(1, 2) } } });
  const granted = (lastIndex: number, lastTerm: number) =>
    sent(cluster.receive("b", "a", preVoteRequest(3, lastIndex, lastTerm)), "pre-vote-response")[0]?.message
      .granted;
  assert.equal(granted(9, 1), false);
  assert.equal(granted(1, 2), false);
  assert.equal(granted(2, 2), true);
  assert.equal(granted(1, 3), true);
});

test("checklist 48: a follower whose tick is late waits for the leader once more before it campaigns", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.now += 500;
  cluster.step("b", { type: "tick" });
  assert.equal(cluster.core("b").role, "follower");
  cluster.now += OPTIONS.electionTimeoutMin - TICK - 1;
  cluster.step("b", { type: "tick" });
  assert.equal(cluster.core("b").role, "follower", "that tick was late too");
  for (let i = 0; i < OPTIONS.electionTimeoutMax / TICK + 1; i += 1) {
    cluster.now += TICK;
    cluster.step("b", { type: "tick" });
  }
  assert.equal(cluster.core("b").role, "pre-candidate");
});

test("checklist 48: a leader whose tick is late hears its followers before it doubts itself", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.run(100);
  cluster.now += 500;
  for (const name of ["b", "c"]) cluster.core(name).lastTickAt = cluster.now;
  cluster.step("a", { type: "tick" });
  assert.equal(cluster.core("a").role, "leader");
  cluster.settle();
  cluster.run(1000);
  assert.deepEqual(cluster.roles(), { a: "leader", b: "follower", c: "follower" });
});

test("the survivors of a dead leader do not split the vote, and are quick", (t) => {
  let secondTerms = 0;
  let slowest = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const cluster = new Cluster("a b c", { seed: seed * 17 });
    cluster.elect("abc"[seed % 3]!);
    cluster.run(100);
    cluster.crash(cluster.leader()!.options.self);
    const died = cluster.now;
    cluster.runUntil(() => cluster.leader() !== null);
    if (cluster.leader()!.term > 2) secondTerms += 1;
    slowest = Math.max(slowest, cluster.now - died);
  }
  t.diagnostic(`second terms: ${secondTerms} of 200; slowest ${slowest} ms`);
  assert.ok(secondTerms <= 4, `${secondTerms} of 200 elections took a second term`);
  assert.ok(slowest < OPTIONS.electionTimeoutMax, `the slowest took ${slowest} ms of the cluster's time`);
});

test("a lone voter campaigns at once when it starts: there is nobody it could hear", () => {
  const start = {
    hardState: hardState(0),
    entries: [],
    configuration: { voters: [nodeId("a")], outgoing: null, learners: [] },
  };
  const lone = createCore({ ...OPTIONS, self: nodeId("a") }, start, 1, 1000);
  assert.ok(lone.nextDeadline <= 1000);
});
