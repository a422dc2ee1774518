import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import { createRandom } from "../../consensus/core/random.ts";
import type { Configuration } from "../../consensus/core/types.ts";
import { nodeId } from "../../consensus/core/types.ts";
import { Cluster, plain, TICK } from "./cluster.ts";

const ids = (names: string) => names.split(" ").filter(Boolean).map(nodeId);

const SHAPES: readonly { readonly nodes: string; readonly configuration: Configuration }[] = [
  { nodes: "a b c", configuration: plain("a b c") },
  { nodes: "a b c d e", configuration: plain("a b c d e") },
  { nodes: "a b", configuration: plain("a b") },
  { nodes: "a", configuration: plain("a") },
  { nodes: "a b c l", configuration: plain("a b c", "l") },
  { nodes: "a b c d", configuration: { voters: ids("a b c"), outgoing: ids("b c d"), learners: [] } },
];
/** What changes here are the members: some nodes wait outside at first. */
const CHANGING: typeof SHAPES = [
  { nodes: "a b c d", configuration: plain("a") },
  { nodes: "a b c d", configuration: plain("a b", "c") },
  { nodes: "a b c d e", configuration: plain("a b c") },
  { nodes: "a b c d e f", configuration: plain("a b c") },
];
const SEEDS = Number(process.env.LEASEHOLD_CORE_SEEDS ?? 60);
const FIRST = Number(process.env.LEASEHOLD_CORE_SEED ?? 1);
const STEPS = 3000;

interface Seen {
  elections: number;
  committed: number;
  crashes: number;
  reads: number;
}
interface SeenChanging extends Seen {
  configurations: number;
  joint: number;
  leadersVotedOut: number;
  compactions: number;
  snapshots: number;
  snapshotsLost: number;
}

/** One life of a cluster under loss, delay, reordering, duplication, slow disks, late ticks and crashes. */
function life(seed: number, seen: Seen): void {
  const random = createRandom(seed * 7919);
  const below = (n: number): number => Math.floor(random.next() * n);
  const shape = SHAPES[below(SHAPES.length)]!;
  const cluster = new Cluster(shape.nodes, {
    seed: seed * 31,
    configuration: shape.configuration,
    options: { maxAppendBytes: 25, maxUncommittedBytes: 300, maxInflightMessages: 3 },
  });
  const names = [...cluster.nodes.keys()];
  const any = (): string => names[below(names.length)]!;
  // A quiet cluster makes progress, a wild one does not: each life has its own measure of trouble.
  const trouble = random.next() ** 2;
  for (const node of cluster.nodes.values()) node.instantDisk = random.next() < 0.3;

  for (let i = 0; i < STEPS; i += 1) {
    const dice = random.next();
    if (dice < 0.5) {
      if (cluster.network.length > 0) {
        const at = random.next() < trouble ? below(cluster.network.length) : 0;
        const [flight] = cluster.network.splice(at, 1);
        if (random.next() < trouble * 0.2) cluster.network.push(flight!);
        if (random.next() >= trouble * 0.3) cluster.deliverOne(flight!);
      }
    } else if (dice < 0.65) {
      const node = cluster.node(any());
      if (node.core !== null) cluster.sync(node.name, 1 + below(3));
    } else if (dice < 0.8) {
      cluster.now += random.next() * 2 * TICK;
      const slow = random.next() < 0.2 ? any() : null;
      for (const node of cluster.nodes.values()) {
        if (node.core !== null && node.name !== slow) cluster.step(node.name, { type: "tick" });
      }
    } else if (dice < 0.9) {
      const leader = cluster.leader();
      const to = random.next() < 0.9 && leader !== null ? leader.options.self : any();
      if (cluster.node(to).core !== null) cluster.propose(to, `${seed}/${i}`, below(15));
    } else if (dice < 0.92) {
      const name = any();
      if (cluster.node(name).core !== null) cluster.step(name, { type: "read", id: i });
    } else if (dice < 0.93) {
      const name = any();
      if (cluster.node(name).core !== null) cluster.step(name, { type: "transfer", to: nodeId(any()) });
    } else if (random.next() < trouble * 0.5) {
      const victim = random.next() < 0.3 ? cluster.leader()?.options.self : undefined;
      const node = cluster.node(victim ?? any());
      if (node.core === null) cluster.restart(node.name);
      else {
        seen.crashes += 1;
        cluster.crash(node.name, below(node.writes.length + 1));
      }
    } else if (random.next() < trouble * 0.3) {
      if (random.next() < 0.5) cluster.heal();
      else cluster.cut(cluster.leader()?.options.self ?? any(), any());
    }
    if (i % 200 === 0) cluster.safety.checkLogs(cluster.nodes);
  }

  // The faults end: within a bounded time there is one leader, and all logs grow equal.
  cluster.heal();
  for (const node of cluster.nodes.values()) {
    node.instantDisk = true;
    if (node.core === null) cluster.restart(node.name);
    cluster.sync(node.name);
  }
  cluster.settle();
  cluster.runUntil(() => cluster.leader() !== null, 3000);
  cluster.run(500);
  const leader = cluster.leader();
  assert.ok(leader !== null, "a leader when the faults are over");
  cluster.propose(leader.options.self, "the last", 1);
  cluster.settle();
  for (const { core } of cluster.nodes.values()) {
    assert.equal(core!.commit, leader.lastIndex);
    assert.equal(core!.term, leader.term);
  }
  cluster.safety.checkLogs(cluster.nodes);

  seen.elections += cluster.safety.elections;
  seen.committed += cluster.safety.committed.length;
  seen.reads += cluster.safety.readsAnswered;
}

/** The same, and its members change, and its logs begin with snapshots. */
function changingLife(seed: number, seen: SeenChanging): void {
  const random = createRandom(seed * 6271);
  const below = (n: number): number => Math.floor(random.next() * n);
  const shape = CHANGING[below(CHANGING.length)]!;
  const cluster = new Cluster(shape.nodes, {
    seed: seed * 37,
    configuration: shape.configuration,
    options: { maxAppendBytes: 25, maxUncommittedBytes: 300, maxInflightMessages: 3, maxInflightBytes: 40 },
  });
  const names = [...cluster.nodes.keys()];
  const any = (): string => names[below(names.length)]!;
  const trouble = random.next() ** 2;
  for (const node of cluster.nodes.values()) node.instantDisk = random.next() < 0.3;
  const wish = (): string => {
    const dice = random.next();
    if (dice < 0.15) return dice < 0.05 ? "back" : "leave";
    const words = Array.from({ length: 1 + below(3) }, () => `${"+-*^_"[below(5)]}${any()}`);
    return [["auto", "simple", "joint"][below(3)], ...new Set(words)].join(" ");
  };
  /** Two sides that do not hear each other. */
  const split = (): void => {
    const side = new Set(names.filter(() => random.next() < 0.5));
    for (const a of side) {
      for (const b of names.filter((name) => !side.has(name))) {
        cluster.cut(a, b);
        cluster.cut(b, a);
      }
    }
  };
  const told = (): void => {
    const leader = cluster.leader();
    if (leader !== null) cluster.settleConfiguration(leader.options.self);
  };

  for (let i = 0; i < STEPS; i += 1) {
    const dice = random.next();
    if (dice < 0.5) {
      if (cluster.network.length > 0) {
        const at = random.next() < trouble ? below(cluster.network.length) : 0;
        const [flight] = cluster.network.splice(at, 1);
        if (random.next() < trouble * 0.2) cluster.network.push(flight!);
        if (random.next() >= trouble * 0.3) cluster.deliverOne(flight!);
      }
      if (cluster.streams.length > 0 && random.next() < 0.2) {
        const [stream] = cluster.streams.splice(below(cluster.streams.length), 1);
        if (random.next() < trouble * 0.2) cluster.streams.push(stream!);
        if (random.next() >= trouble * 0.4) cluster.deliverSnapshot(stream!);
        else {
          seen.snapshotsLost += 1;
          cluster.loseSnapshot(stream!);
        }
      }
    } else if (dice < 0.65) {
      const node = cluster.node(any());
      if (node.core !== null) cluster.sync(node.name, 1 + below(3));
    } else if (dice < 0.8) {
      cluster.now += random.next() * 2 * TICK;
      const slow = random.next() < 0.2 ? any() : null;
      for (const node of cluster.nodes.values()) {
        if (node.core !== null && node.name !== slow) cluster.step(node.name, { type: "tick" });
      }
    } else if (dice < 0.87) {
      const leader = cluster.leader();
      const to = random.next() < 0.9 && leader !== null ? leader.options.self : any();
      if (cluster.node(to).core !== null) cluster.propose(to, `${seed}/${i}`, below(15));
    } else if (dice < 0.9) {
      const to = random.next() < 0.9 ? (cluster.leader()?.options.self ?? any()) : any();
      if (cluster.node(to).core !== null) {
        const answer = cluster.change(to, wish(), { again: true, autoLeave: random.next() < 0.7 });
        if (answer === "proposed" && cluster.core(to).configuration.outgoing !== null) seen.joint += 1;
      }
    } else if (dice < 0.92) {
      told();
    } else if (dice < 0.94) {
      const name = any();
      if (cluster.node(name).core !== null) cluster.compact(name, below(6));
    } else if (dice < 0.95) {
      const name = any();
      if (cluster.node(name).core !== null) cluster.step(name, { type: "read", id: i });
    } else if (dice < 0.955) {
      const name = any();
      if (cluster.node(name).core !== null) cluster.step(name, { type: "transfer", to: nodeId(any()) });
    } else if (random.next() < trouble * 0.5) {
      const victim = random.next() < 0.3 ? cluster.leader()?.options.self : undefined;
      const node = cluster.node(victim ?? any());
      if (node.core === null) cluster.restart(node.name);
      else {
        seen.crashes += 1;
        cluster.crash(node.name, below(node.writes.length + 1));
      }
    } else if (random.next() < trouble * 0.3) {
      const which = random.next();
      if (which < 0.4) cluster.heal();
      else if (which < 0.7) cluster.cut(cluster.leader()?.options.self ?? any(), any());
      else split();
    }
    if (i % 200 === 0) {
      cluster.safety.checkLogs(cluster.nodes);
      cluster.safety.checkStates(cluster.nodes);
    }
  }

  // The faults end: a leader, no joint configuration for ever, and all members with the same log.
  cluster.heal();
  for (const node of cluster.nodes.values()) {
    node.instantDisk = true;
    if (node.core === null) cluster.restart(node.name);
    cluster.sync(node.name);
  }
  cluster.settle();
  cluster.runUntil(() => cluster.leader() !== null, 3000);
  for (let i = 0; i < 20; i += 1) {
    told();
    cluster.run(50);
    const leader = cluster.leader();
    const joint = leader?.configuration;
    if (joint?.outgoing && joint.autoLeave !== true) cluster.change(leader!.options.self, "leave");
  }
  const leader = cluster.leader();
  assert.ok(leader !== null, "a leader when the faults are over");
  assert.equal(leader.configuration.outgoing, null, "joint for ever");
  cluster.propose(leader.options.self, "the last", 1);
  cluster.settle();
  const members: readonly string[] = [...leader.configuration.voters, ...leader.configuration.learners];
  for (const { name, core } of cluster.nodes.values()) {
    if (!members.includes(name)) continue;
    assert.equal(core!.commit, leader.lastIndex, `${name} has everything`);
    assert.equal(core!.term, leader.term);
  }
  cluster.safety.checkLogs(cluster.nodes);
  cluster.safety.checkStates(cluster.nodes);

  seen.elections += cluster.safety.elections;
  seen.committed += cluster.safety.committed.length;
  seen.reads += cluster.safety.readsAnswered;
  seen.configurations += cluster.safety.configurations;
  seen.leadersVotedOut += cluster.safety.leadersVotedOut;
  seen.compactions += cluster.safety.compactions;
  seen.snapshots += cluster.safety.installed;
}

/** Each seed's life; every kind of event is seen. */
function lives<S extends object>(t: TestContext, seen: S, life: (seed: number, seen: S) => void): void {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    try {
      life(seed, seen);
    } catch (cause) {
      throw new Error(`LEASEHOLD_CORE_SEED=${seed} LEASEHOLD_CORE_SEEDS=1 shows it: ${cause}`, { cause });
    }
  }
  t.diagnostic(`seeds ${FIRST} to ${FIRST + SEEDS - 1}: ${JSON.stringify(seen)}`);
  if (SEEDS >= 20) for (const [what, count] of Object.entries(seen)) assert.ok(count > 0, `no ${what} seen`);
}

test("random lives of a cluster that changes: the same, whoever comes and goes, and with logs that begin late", (t) => {
  const seen: SeenChanging = {
    elections: 0,
    committed: 0,
    crashes: 0,
    reads: 0,
    configurations: 0,
    joint: 0,
    leadersVotedOut: 0,
    compactions: 0,
    snapshots: 0,
    snapshotsLost: 0,
  };
  lives(t, seen, changingLife);
});

test("random lives of a cluster: one leader a term, equal logs, nothing committed is lost, and it ends well", (t) => {
  const seen: Seen = { elections: 0, committed: 0, crashes: 0, reads: 0 };
  lives(t, seen, life);
});
