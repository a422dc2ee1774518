/** The node's loop around a replica that does as it is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pino } from "pino";
import { nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { ReplicaEffect, ReplicaEvent } from "../../consensus/types.ts";
import { LeaseholdNode } from "../../daemon/node.ts";
import type { NodeParts } from "../../daemon/parts.ts";
import { createHolding } from "../../services/holding.ts";

const self = nodeId("n1");

function nodeWith(handle: (event: ReplicaEvent) => ReplicaEffect[], more: Partial<NodeParts> = {}) {
  const broken: unknown[] = [];
  const sent: string[] = [];
  const parts = {
    self,
    replica: { handle, wakeAt: Number.POSITIVE_INFINITY },
    holding: createHolding({ self, ttl: 200, cards: [] }),
    log: pino({ enabled: false }),
    now: () => 1000,
    wallClock: () => 0,
    replayedTo: 0,
    tickGapMax: 10,
    store: { write: () => Promise.resolve() },
    streams: { send: (_: unknown, { type }: { type: string }) => sent.push(type) },
    heartbeats: { send: () => sent.push("beat") },
    perform: () => {},
    snapshots: { perform: () => {} },
    audit: { note: () => {} },
    slept: () => 0,
    onBroken: (error: unknown) => broken.push(error),
    onPoisoned: () => {},
    ...more,
  } as unknown as NodeParts;
  return { node: new LeaseholdNode(parts), parts, broken, sent };
}
const beat: ReplicaEffect = {
  type: "beat",
  to: [],
  heartbeat: {
    from: self,
    incarnation: incarnation(1),
    number: 1,
    seq: 1,
    sentAt: 0,
    bootId: "",
    reports: [],
  },
};

test("an invariant that breaks in a caller that would survive it ends the node: no heartbeat leaves any more", () => {
  const { node, broken, sent } = nodeWith((event) => {
    if (event.type === "propose") throw new Error("term 3 is not before term 2");
    return [beat];
  });
  node.toReplica({ type: "read", id: 1 });
  assert.deepEqual(sent, ["beat"]);
  node.propose([], () => {});
  assert.equal(broken.length, 1);
  node.toReplica({ type: "read", id: 2 });
  assert.deepEqual(sent, ["beat"], "it would renew leases that nobody looks after");
});

test("T1: a suspend is told to the holder before whatever waited for it", () => {
  const told: string[] = [];
  let slept = 300;
  const { node, parts } = nodeWith(
    (event) => {
      told.push(`${event.type}, the gate being ${parts.holding.gating.guard.phase}`);
      return [];
    },
    {
      slept: () => {
        const ms = slept;
        slept = 0;
        return ms;
      },
    },
  );
  parts.holding.gating.guard = { phase: "open", dies: Number.POSITIVE_INFINITY };
  parts.log.warn = ((_: unknown, text: string) => told.push(text)) as never;
  node.toReplica({ type: "read", id: 1 });
  assert.deepEqual(told, [
    "clock-gap, the gate being unknown",
    "read, the gate being unknown",
    "this machine was suspended for 300 ms: shutting the gate before anything else",
  ]);
});
