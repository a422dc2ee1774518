/** What the serial line brings to a daemon. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId, term } from "../../consensus/core/types.ts";
import type { Envelope } from "../../consensus/types.ts";
import { envelopesOf } from "../../daemon/fencing.ts";
import { decodeEnvelopes, encodeEnvelopes } from "../../proto/codec.ts";

const peer = nodeId("beta");
const envelope: Envelope = { type: "raft", message: { type: "timeout-now", term: term(7) }, ages: [] };

test("a message of the serial line that cannot be read delivers nothing, and never throws at whoever reads the line", () => {
  const delivered: unknown[] = [];
  const take = envelopesOf(decodeEnvelopes, (from, each) => delivered.push([from, each]));
  const whole = encodeEnvelopes([envelope, envelope]);
  assert.equal(take(peer, whole), true);
  assert.deepEqual(delivered, [
    [peer, envelope],
    [peer, envelope],
  ]);
  for (const bytes of [
    whole.subarray(0, whole.length - 1),
    Buffer.of(0xff, 0xff, 0xff),
    Buffer.alloc(40, 0x0a),
  ])
    assert.equal(take(peer, bytes), false, Buffer.from(bytes).toString("hex"));
  assert.equal(delivered.length, 2, "nor half of it");
});

test("what goes wrong behind the line is no unreadable message: it is thrown on", () => {
  const take = envelopesOf(decodeEnvelopes, () => {
    throw new Error("an assertion of the replica");
  });
  assert.throws(() => take(peer, encodeEnvelopes([envelope])), /assertion of the replica/);
});
