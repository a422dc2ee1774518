/** A daemon that was taken out of its cluster and runs on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { createLedger } from "../../consensus/ledger/apply.ts";
import { pauseAfter } from "../../consensus/transport/outgoing.ts";
import { SELDOM_MS } from "../../consensus/transport/streams.ts";
import { followRemoval } from "../../daemon/removal.ts";

const self = nodeId("alpha");

test("a removal is noticed once, at the change that tells it or at the start, and then nobody listens any more", () => {
  const ledger = createLedger();
  const listeners = new Set<() => void>();
  let told = 0;
  const follow = () =>
    followRemoval(
      self,
      () => ledger,
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      () => (told += 1),
    );
  follow();
  for (const listener of [...listeners]) listener();
  assert.deepEqual([told, listeners.size], [0, 1]);
  ledger.retired.add(nodeId("beta"));
  for (const listener of [...listeners]) listener();
  assert.equal(told, 0, "another node's removal is no news of this kind");
  ledger.retired.add(self);
  for (const listener of [...listeners, ...listeners]) listener();
  assert.deepEqual([told, listeners.size], [1, 0]);
  follow();
  assert.deepEqual([told, listeners.size], [2, 0], "a start later, too");
});

test("dials of peers that are never reached come ever more seldom, up to a bound", () => {
  const pauses = Array.from({ length: 40 }, (_, i) => pauseAfter(i, 2, 50, SELDOM_MS));
  assert.deepEqual(pauses.slice(0, 7), [0, 0, 50, 0, 100, 0, 200]);
  assert.equal(Math.max(...pauses), SELDOM_MS);
  assert.equal(pauseAfter(10_000, 2, 50, SELDOM_MS), SELDOM_MS, "for ever");
  assert.equal(pauseAfter(10_000, 2, 50, 500), 500, "a node of the cluster asks on");
});
