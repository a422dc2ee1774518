/** What nodes tell each other of the strangers at their ports (H7). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import type { Counter } from "../../consensus/types.ts";
import { intrusions, Telling } from "../../daemon/strangers.ts";
import { Told } from "../../daemon/told.ts";
import { decodeEnvelopes, encodeEnvelopes } from "../../proto/codec.ts";

const beta = nodeId("beta");
const counter = (count: number, addresses: readonly string[] = ["10.0.0.9"]): Counter => ({
  where: "heartbeats",
  reason: "bad-signature",
  count,
  agoMs: 20,
  from: addresses.map((address) => ({ address, count: 1 })),
});

test("H7: what has changed is told, what is known is told again now and then, and nothing is said of nothing", () => {
  const telling = new Telling();
  assert.equal(telling.next([], 0), null);
  assert.equal(telling.next([counter(1)], 0)?.counters[0]?.count, 1);
  assert.equal(telling.next([counter(1)], 5_000), null);
  assert.equal(telling.next([counter(2)], 10_000)?.counters[0]?.count, 2);
  assert.equal(telling.next([counter(2)], 69_000), null);
  assert.notEqual(telling.next([counter(2)], 70_000), null);
});

test("H7: what is told fits its bounds, whatever was counted", () => {
  const many = Array.from({ length: 16 }, (_, i) => `${i} ${"x".repeat(200)}`);
  const envelope = new Telling().next([counter(5, many)], 0);
  assert.ok(envelope !== null);
  assert.equal(envelope.counters[0]?.from.length, 3);
  assert.deepEqual(decodeEnvelopes(encodeEnvelopes([envelope])), [envelope]);
  const flood = Array.from({ length: 65 }, () => counter(1));
  assert.throws(() => encodeEnvelopes([{ type: "counters", counters: flood }]), /65 counters/);
});

test("H7: a node's newest word counts, grows older, and goes with the node; its warnings name it", () => {
  const told = new Told();
  told.take(beta, { type: "counters", counters: [counter(7)] }, 1_000);
  told.take(beta, { type: "counters", counters: [counter(9)] }, 2_000);
  const known = told.all(5_000);
  assert.deepEqual(
    known.map(({ node, count, agoMs }) => [node, count, agoMs]),
    [["beta", 9, 3_020]],
  );
  const [warning] = intrusions(known, "alpha");
  assert.match(
    warning ?? "",
    /^beta: 9 packets with a wrong signature came from 10\.0\.0\.9: somebody may be/,
  );
  assert.doesNotMatch(intrusions(known, "beta")[0] ?? "", /^beta: /);
  told.keep(new Set([nodeId("alpha")]));
  assert.deepEqual(told.all(6_000), []);
});
