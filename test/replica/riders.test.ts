/** Raft's idle rounds ride in heartbeats, and everything that may not be lost does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { logIndex, type Message, type NodeId, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { createReplica, type Replica } from "../../consensus/replica.ts";
import { answerMessage, commonRound, mayRide, roundMessage, soleAnswer } from "../../consensus/riders.ts";
import type { Envelope, ReplicaEvent } from "../../consensus/types.ts";

const [a, b, c] = ["a", "b", "c"].map(nodeId) as [NodeId, NodeId, NodeId];
const voters = [a, b, c];
const timing = PROFILES.fast;
const round = { term: term(3), prevIndex: logIndex(7), prevTerm: term(2), commit: logIndex(7), round: 9 };
const asked = roundMessage(round) as Extract<Message, { type: "append-request" }>;
const answer = { to: a, term: term(3), round: 9, match: logIndex(7) };

test("what rides comes back as the message it was", () => {
  assert.deepEqual(
    commonRound(
      [b, c].map((to) => ({ to, message: asked })),
      [b, c],
    ),
    round,
  );
  assert.deepEqual(soleAnswer([{ to: a, message: answerMessage(answer) }]), answer);
});

test("only an idle round and an accepting answer may ride", () => {
  const last = logIndex(7);
  assert.equal(mayRide(asked, last), true);
  assert.equal(mayRide({ ...asked, commit: logIndex(6) }, last), false, "not all is committed");
  assert.equal(mayRide({ ...asked, prevIndex: logIndex(6) }, last), false, "the peer is behind");
  assert.equal(mayRide(asked, logIndex(8)), false, "the log has more");
  const entry = { index: logIndex(8), term: term(3), payload: { type: "noop" }, bytes: 0 } as const;
  assert.equal(mayRide({ ...asked, entries: [entry] }, last), false, "it carries entries");
  assert.equal(mayRide(answerMessage(answer), last), true);
  const refusal = { ok: false, rejected: last, hintIndex: logIndex(1), hintTerm: term(1) } as const;
  assert.equal(
    mayRide({ type: "append-response", term: term(3), round: 9, result: refusal }, last),
    false,
    "a refusal",
  );
  assert.equal(mayRide({ type: "timeout-now", term: term(3) }, last), false);
});

test("a round rides only when it is the same for everybody the heartbeat goes to", () => {
  const both = [b, c].map((to) => ({ to, message: asked }));
  assert.equal(commonRound([], []), null);
  assert.equal(commonRound(both, [b, c, nodeId("d")]), null, "somebody who was not asked would hear it");
  assert.equal(commonRound(both.slice(1), [b, c]), null);
  assert.equal(commonRound([both[0]!, { to: c, message: { ...asked, round: 10 } }], [b, c]), null);
  assert.equal(soleAnswer([...both]), null);
});

/** Three replicas with faultless disks and wires; what is said is heard ten milliseconds later. */
class Trio {
  now = 1000;
  readonly streamed: { readonly from: NodeId; readonly envelope: Envelope }[] = [];
  beats = 0;
  losesBeats = false;
  private readonly replicas = new Map<NodeId, Replica>();
  private wire: { readonly to: NodeId; readonly event: ReplicaEvent }[] = [];

  constructor() {
    const nodes = voters.map((name) => ({ name, addresses: [], voter: true }));
    for (const [i, self] of voters.entries()) {
      const core = {
        self,
        electionTimeoutMin: timing.electionMin,
        electionTimeoutMax: timing.electionMax,
        heartbeatInterval: timing.raftHeartbeat,
        maxInflightMessages: 64,
        maxAppendBytes: 1 << 18,
        maxUncommittedBytes: 1 << 26,
        maxTickLateness: timing.electionMin / 2,
      };
      const options = {
        core,
        incarnation: incarnation(5),
        bootId: "boot",
        bootstrap: { cluster: "test", timing, nodes, groups: [] },
        planner: { plan: (_: unknown, first: readonly never[]) => first },
        seed: 1 + i,
      };
      const start = {
        hardState: { term: term(0), vote: null, commit: logIndex(0) },
        entries: [],
        configuration: { voters, outgoing: null, learners: [] },
      };
      this.replicas.set(self, createReplica(options as never, start as never, this.now));
    }
  }

  get leader(): Replica | undefined {
    return [...this.replicas.values()].find((replica) => replica.role === "leader");
  }

  live(ms: number): void {
    for (const end = this.now + ms; this.now < end; this.now += 10) {
      const heard = this.wire;
      this.wire = [];
      for (const { to, event } of heard) this.give(to, event);
      for (const self of voters) this.give(self, { type: "tick", wallClock: 0 });
    }
  }

  private give(to: NodeId, event: ReplicaEvent): void {
    for (const effect of this.replicas.get(to)!.handle(event, this.now)) {
      if (effect.type === "write") this.give(to, { type: "written", seq: effect.seq });
      if (effect.type === "send") {
        this.streamed.push({ from: to, envelope: effect.envelope });
        this.wire.push({
          to: effect.to,
          event: { type: "envelope", from: to, envelope: effect.envelope },
        });
      }
      if (effect.type === "beat" && !this.losesBeats) {
        this.beats += 1;
        for (const peer of effect.to)
          this.wire.push({ to: peer, event: { type: "heartbeat", heartbeat: effect.heartbeat } });
      }
    }
  }
}

test("an idle cluster says nothing on its streams, and its leader goes on leading", () => {
  const trio = new Trio();
  trio.live(2000);
  const { leader } = trio;
  assert.ok(leader);
  const before = leader.term;
  trio.streamed.length = 0;
  trio.beats = 0;
  trio.live(3000);
  assert.deepEqual(trio.streamed, []);
  assert.ok(trio.beats > 0);
  assert.equal(trio.leader?.term, before);
});

test("a leader whose heartbeats are lost is followed no longer, and steps down (checklist 8)", () => {
  const trio = new Trio();
  trio.live(2000);
  const before = trio.leader!;
  const { term: led } = before;
  trio.losesBeats = true;
  trio.live(10 * timing.electionMax);
  assert.ok(before.role !== "leader" || before.term > led);
});
