/** One of two goes on alone: what the core does with it, once somebody else has judged that it may. */
import assert from "node:assert/strict";
import test from "node:test";
import { describeConfiguration } from "../../consensus/core/change.ts";
import { logIndex, nodeId } from "../../consensus/core/types.ts";
import { Cluster, hardState } from "./cluster.ts";

const [a, b] = ["a", "b"].map(nodeId);
/** Both are in, "before" is committed, and a is gone. */
function bereaved(): Cluster {
  const cluster = new Cluster("a b");
  cluster.elect("a");
  cluster.propose("a", "before");
  cluster.run(60);
  cluster.crash("a");
  return cluster;
}
const solo = (cluster: Cluster, peer = a!) => cluster.step("b", { type: "solo", peer, why: "a is off" });

test("a survivor leads the next term alone, keeps all that was committed, and goes on", () => {
  const cluster = bereaved();
  const before = cluster.core("b").term;
  solo(cluster);
  const core = cluster.core("b");
  assert.equal(core.role, "leader");
  assert.equal(core.term, before + 1);
  assert.equal(describeConfiguration(core.configuration), "voters=(b) learners=(a)");
  cluster.propose("b", "after");
  cluster.run(1000);
  assert.equal(core.role, "leader", "nobody's silence deposes it");
  assert.deepEqual(cluster.node("b").applied, ["before", "after"]);
});

test("R5: nothing is committed alone, and nobody is told, before the configuration is on the disk", () => {
  const cluster = bereaved();
  cluster.node("b").instantDisk = false;
  cluster.network = [];
  const effects = solo(cluster);
  cluster.propose("b", "too early");
  const core = cluster.core("b");
  assert.ok(core.commit < core.configurationIndex);
  assert.equal(effects.length > 0, true);
  assert.deepEqual(cluster.network, [], "nothing has left");
  cluster.sync("b", 1);
  assert.ok(core.commit >= core.configurationIndex, "and then all of it");
  assert.ok(cluster.network.length > 0);
});

test("a survivor that crashes before the sync has never been alone", () => {
  const cluster = bereaved();
  cluster.node("b").instantDisk = false;
  solo(cluster);
  cluster.crash("b");
  cluster.restart("b");
  assert.equal(describeConfiguration(cluster.core("b").configuration), "voters=(a b)");
});

test("a survivor that restarts is still alone, and leads again at once", () => {
  const cluster = bereaved();
  solo(cluster);
  cluster.crash("b");
  cluster.restart("b");
  cluster.run(20);
  assert.equal(cluster.core("b").role, "leader");
});

test("the other comes back as a learner, takes the survivor's log for its own, and votes again when it is promoted", () => {
  const cluster = bereaved();
  // What a had written to its own disk alone is lost: nobody was told that it was committed.
  solo(cluster);
  cluster.propose("b", "alone");
  cluster.restart("a");
  cluster.run(300);
  assert.equal(cluster.core("b").role, "leader", "the old voter's campaigns move nothing");
  assert.deepEqual(cluster.node("a").applied, ["before", "alone"]);
  cluster.settleConfiguration("b");
  assert.equal(cluster.change("b", "simple ^a"), "proposed");
  cluster.run(100);
  assert.equal(describeConfiguration(cluster.core("a").configuration), "voters=(a b)");
  cluster.propose("b", "together");
  cluster.run(60);
  assert.deepEqual(cluster.node("a").applied, ["before", "alone", "together"]);
});

test("a power loss of both after that: who leads next finds three configurations in its log, and does not know yet that all are committed", () => {
  const cluster = bereaved();
  solo(cluster);
  cluster.restart("a");
  cluster.run(300);
  cluster.settleConfiguration("b");
  cluster.change("b", "simple ^a");
  cluster.run(100);
  for (const name of ["a", "b"]) {
    cluster.crash(name);
    // What is committed is a hint on the disk, and may be an old one.
    const { stored } = cluster.node(name);
    stored.hardState = { ...stored.hardState, commit: logIndex(0) };
    cluster.restart(name);
  }
  cluster.elect("a");
  assert.equal(cluster.core("a").role, "leader");
  cluster.propose("a", "on");
  cluster.run(60);
  assert.equal(describeConfiguration(cluster.core("b").configuration), "voters=(a b)");
  assert.equal(cluster.node("b").applied.at(-1), "on");
});

test("a candidate and a leader without its peer may go alone as a follower may", () => {
  const candidate = bereaved();
  candidate.run(400);
  solo(candidate);
  assert.equal(candidate.core("b").role, "leader");
  const leader = new Cluster("a b");
  leader.elect("b");
  leader.propose("b", "x");
  leader.run(60);
  leader.crash("a");
  leader.propose("b", "not acknowledged by a");
  solo(leader);
  assert.equal(leader.core("b").role, "leader");
  assert.deepEqual(leader.node("b").applied, ["x", "not acknowledged by a"]);
});

test("R12, R3, R13: three voters, a pair that is not committed, a disk that may have forgotten: the caller is broken", () => {
  const three = new Cluster("a b c");
  three.elect("a");
  three.run(60);
  assert.throws(() => solo(three), /exactly two/);
  const forgetful = new Cluster("a b", { stored: { b: { hardState: hardState(3), certified: false } } });
  assert.throws(() => solo(forgetful), /may have forgotten/);
  const growing = new Cluster("a b", { configuration: { voters: [b!], outgoing: null, learners: [a!] } });
  growing.elect("b");
  growing.run(60);
  growing.crash("a");
  growing.settleConfiguration("b");
  growing.change("b", "simple ^a");
  assert.throws(() => solo(growing), /is committed/);
});
