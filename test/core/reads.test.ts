import assert from "node:assert/strict";
import test from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { Cluster, OPTIONS, ofType, TICK } from "./cluster.ts";

const answers = (cluster: Cluster, name: string) => [
  ...ofType(cluster.node(name).effects, "read-ready").map(({ id, index }) => `${id} at ${index}`),
  ...ofType(cluster.node(name).effects, "read-refused").map(({ id, reason }) => `${id} ${reason}`),
];

test("a read is answered when a majority has confirmed the leader in a round that began after it", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.step("a", { type: "read", id: 1 });
  assert.deepEqual(answers(cluster, "a"), []);
  cluster.settle();
  assert.deepEqual(answers(cluster, "a"), ["1 at 1"]);
  cluster.step("b", { type: "read", id: 2 });
  assert.deepEqual(answers(cluster, "b"), ["2 not-leader"]);
});

test("checklist 40: an answer to a round that began before the read does not confirm it", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.now += OPTIONS.heartbeatInterval;
  cluster.step("a", { type: "tick" });
  const before = cluster.intercept();
  for (const flight of before) cluster.deliverOne(flight);
  const earlier = cluster.intercept();
  assert.equal(earlier.length, 2);
  cluster.step("a", { type: "read", id: 1 });
  for (const flight of earlier) cluster.deliverOne(flight);
  assert.deepEqual(answers(cluster, "a"), []);
  cluster.settle();
  assert.deepEqual(answers(cluster, "a"), ["1 at 1"]);
});

test("checklist 40: a leader that was deposed without knowing answers no read", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.isolate("a");
  cluster.step("a", { type: "read", id: 1 });
  cluster.run(150);
  cluster.runUntil(() => cluster.leader() !== null && cluster.leader() !== cluster.core("a"));
  cluster.propose(cluster.leader()!.options.self, "new");
  cluster.run(300);
  assert.deepEqual(answers(cluster, "a"), ["1 not-leader"]);
});

test("reads that come while a round is out share the next one", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  for (let id = 1; id <= 100; id += 1) cluster.step("a", { type: "read", id });
  assert.equal(cluster.network.length, 2, "one round for the first");
  cluster.settle();
  assert.equal(answers(cluster, "a").length, 100);
});

test("a single voter answers reads from its own commit", () => {
  const cluster = new Cluster("a");
  cluster.runUntil(() => cluster.leader() !== null);
  cluster.step("a", { type: "read", id: 1 });
  assert.deepEqual(answers(cluster, "a"), ["1 at 1"]);
});

test("checklist 41: contact counts from when the round was sent, not from when its answer came", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.run(5 * TICK);
  while (cluster.network.length === 0) {
    cluster.now += TICK;
    cluster.step("a", { type: "tick" });
  }
  const sentAt = cluster.now;
  for (const flight of cluster.intercept()) cluster.deliverOne(flight);
  const late = cluster.intercept();
  assert.equal(late.length, 2);
  const wait = (until: number) => {
    while (cluster.now < until) {
      cluster.now += TICK;
      cluster.step("a", { type: "tick" });
      cluster.intercept();
    }
  };
  wait(sentAt + OPTIONS.electionTimeoutMax / 2);
  for (const flight of late) cluster.deliverOne(flight);
  wait(sentAt + OPTIONS.electionTimeoutMax - TICK);
  assert.equal(cluster.core("a").role, "leader");
  wait(sentAt + OPTIONS.electionTimeoutMax);
  assert.equal(cluster.core("a").role, "follower");
});

test("leadership is handed over in one trip, with no tick between", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.propose("a", "x");
  cluster.step("a", { type: "transfer", to: nodeId("c") });
  cluster.settle();
  assert.deepEqual(cluster.roles(), { a: "follower", b: "follower", c: "leader" });
  assert.equal(cluster.core("a").leader, "c");
  assert.deepEqual(cluster.node("c").applied, ["x"]);
});

test("the target of a transfer first gets the whole log", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.isolate("c");
  for (let i = 0; i < 20; i += 1) cluster.propose("a", `${i}`);
  cluster.settle();
  cluster.heal();
  cluster.step("a", { type: "transfer", to: nodeId("c") });
  assert.deepEqual(cluster.network, []);
  cluster.run(5 * TICK);
  assert.equal(cluster.core("c").role, "leader");
  assert.equal(cluster.core("c").term, 2);
});

test("while it transfers, a leader takes no proposals; after an election timeout it gives up and goes on", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.isolate("c");
  cluster.step("a", { type: "transfer", to: nodeId("c") });
  const outcome = () => ofType(cluster.propose("a", "x"), "refused")[0]?.reason ?? "proposed";
  assert.equal(outcome(), "transferring");
  cluster.run(OPTIONS.electionTimeoutMax + TICK);
  assert.equal(outcome(), "proposed");
  assert.equal(cluster.core("a").role, "leader");
});

test("a lost hand-over is repeated at the next answer", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  cluster.step("a", { type: "transfer", to: nodeId("b") });
  assert.equal(cluster.intercept(({ message }) => message.type === "timeout-now").length, 1);
  cluster.run(3 * OPTIONS.heartbeatInterval);
  assert.equal(cluster.core("b").role, "leader");
});

test("a transfer to oneself, to a stranger, or at a follower does nothing", () => {
  const cluster = new Cluster("a b c");
  cluster.elect("a");
  assert.deepEqual(cluster.step("a", { type: "transfer", to: nodeId("a") }), []);
  assert.deepEqual(cluster.step("a", { type: "transfer", to: nodeId("z") }), []);
  assert.deepEqual(cluster.step("b", { type: "transfer", to: nodeId("c") }), []);
});
