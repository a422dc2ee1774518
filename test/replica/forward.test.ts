/** Wishes that go through another node, the leader. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Entry, logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { createReplica, type Replica } from "../../consensus/replica.ts";
import type { Envelope, ReplicaEffect } from "../../consensus/types.ts";

const [n1, n2] = ["n1", "n2"].map(nodeId) as [ReturnType<typeof nodeId>, ReturnType<typeof nodeId>];
const timing = PROFILES.fast;

/** n1, one start of it, which follows n2 in term 1 and has made its first wish; with what it asked of n2. */
function follower(start: number): { replica: Replica; asked: Envelope & { type: "propose" } } {
  const voters = [n1, n2, nodeId("n3")];
  const replica = createReplica(
    {
      core: {
        self: n1,
        electionTimeoutMin: timing.electionMin,
        electionTimeoutMax: timing.electionMax,
        heartbeatInterval: timing.raftHeartbeat,
        maxInflightMessages: 64,
        maxAppendBytes: 1 << 18,
        maxUncommittedBytes: 1 << 26,
        maxTickLateness: timing.electionMin / 2,
      },
      incarnation: incarnation(start * 2 ** 20 + 77),
      bootId: "boot",
      bootstrap: { cluster: "test", timing, nodes: [], groups: [] },
      planner: { plan: (_, first) => first },
      seed: 1,
    },
    {
      hardState: { term: term(1), vote: n2, commit: logIndex(0) },
      entries: [],
      configuration: { voters, outgoing: null, learners: [] },
    },
    1000,
  );
  append(replica, [], 0);
  const effects = replica.handle({ type: "propose", id: 1, commands: [] }, 1000);
  const asked = effects.flatMap((e) =>
    e.type === "send" && e.envelope.type === "propose" ? [e.envelope] : [],
  );
  assert.equal(asked.length, 1);
  return { replica, asked: asked[0]! };
}

function append(replica: Replica, entries: readonly Entry[], commit: number): ReplicaEffect[] {
  const message = {
    type: "append-request",
    term: term(1),
    prevIndex: logIndex(0),
    prevTerm: term(0),
    entries,
    commit: logIndex(commit),
    round: 1,
  } as const;
  return replica.handle({ type: "envelope", from: n2, envelope: { type: "raft", message, ages: [] } }, 1000);
}

test("P3: a leader's late answer to the incarnation before acknowledges nothing that this one asked", () => {
  const before = follower(1);
  const after = follower(2);
  const result = { ok: true, index: logIndex(1), term: term(1) } as const;
  const answer = (id: number): ReplicaEffect[] =>
    after.replica.handle({ type: "envelope", from: n2, envelope: { type: "proposed", id, result } }, 1000);
  answer(before.asked.id);
  const command = { at: 0, commands: [] };
  const entry = {
    index: logIndex(1),
    term: term(1),
    payload: { type: "command", command },
    bytes: 0,
  } as const;
  assert.deepEqual(
    append(after.replica, [entry], 1).filter(({ type }) => type === "outcome"),
    [],
  );
  const outcome = answer(after.asked.id).find(({ type }) => type === "outcome");
  assert.ok(outcome?.type === "outcome" && outcome.id === 1 && outcome.result.ok, "its own answer does");
});
