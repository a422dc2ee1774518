import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  BODY_BYTES_MAX,
  PACKET_BYTES_MAX,
  PACKET_VERSION,
  PacketSeal,
} from "../../consensus/transport/packet.ts";
import { makeHeartbeatKey } from "../../identity/authority.ts";

const key = makeHeartbeatKey();
const seal = new PacketSeal("test", [key]);
const body = createHash("sha256").update("a body").digest();
const good = (): Buffer => seal.seal(body)!;

test("what was sealed opens to the same body", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: BODY_BYTES_MAX }), (bytes) => {
      const opened = seal.open(seal.seal(bytes)!);
      assert.ok(opened.ok);
      assert.deepEqual(Buffer.from(opened.body), Buffer.from(bytes));
    }),
  );
});

test("the signature is HMAC-SHA256 as everybody computes it, with short and long secrets", () => {
  for (const length of [16, 32, 64, 65, 200]) {
    const secret = Buffer.alloc(length, length);
    const packet = new PacketSeal("test", [{ id: 1, secret }]).seal(body)!;
    const signed = packet.subarray(0, -32);
    assert.deepEqual(packet.subarray(-32), createHmac("sha256", secret).update(signed).digest(), `${length}`);
  }
});

test("every single flipped bit is refused", () => {
  for (let bit = 0; bit < good().length * 8; bit++) {
    const packet = good();
    packet[bit >> 3]! ^= 1 << (bit & 7);
    assert.equal(seal.open(packet).ok, false, `bit ${bit}`);
  }
});

test("every shortened or lengthened packet is refused", () => {
  for (let length = 0; length < good().length; length++)
    assert.equal(seal.open(good().subarray(0, length)).ok, false);
  assert.deepEqual(seal.open(Buffer.concat([good(), Buffer.of(0)])), { ok: false, reason: "malformed" });
  assert.deepEqual(seal.open(Buffer.alloc(PACKET_BYTES_MAX + 1)), { ok: false, reason: "giant" });
  assert.equal(seal.seal(Buffer.alloc(BODY_BYTES_MAX + 1)), null);
});

test("random bytes are refused, whatever they start with", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.uint8Array({ maxLength: 2000 }), (keep, noise) => {
      const packet = Buffer.concat([good().subarray(0, keep), noise]);
      assert.equal(seal.open(packet).ok, false);
    }),
  );
});

test("another cluster, another key and another version are each refused by name (P0)", () => {
  const open = (other: PacketSeal) => other.open(good());
  assert.deepEqual(open(new PacketSeal("other", [key])), { ok: false, reason: "foreign-cluster" });
  assert.deepEqual(open(new PacketSeal("test", [makeHeartbeatKey()])), { ok: false, reason: "unknown-key" });
  const impostor = new PacketSeal("test", [{ id: key.id, secret: makeHeartbeatKey().secret }]);
  assert.deepEqual(open(impostor), { ok: false, reason: "bad-signature" });
  const future = good();
  future[4] = PACKET_VERSION + 1;
  assert.deepEqual(seal.open(future), { ok: false, reason: "wrong-version" });
});

test("while keys are exchanged, packets of either key are accepted by who knows both", () => {
  const next = makeHeartbeatKey();
  const first = new PacketSeal("test", [key, next]);
  const second = new PacketSeal("test", [next, key]);
  for (const [from, to] of [
    [seal, first],
    [first, second],
    [second, first],
  ] as const) {
    assert.ok(to.open(from.seal(body)!).ok);
  }
  assert.deepEqual(seal.open(second.seal(body)!), { ok: false, reason: "unknown-key" });
});

test("an unusable key is refused at the start", () => {
  assert.throws(() => new PacketSeal("test", []), RangeError);
  assert.throws(() => new PacketSeal("test", [{ id: 0, secret: key.secret }]), RangeError);
  assert.throws(() => new PacketSeal("test", [{ id: 1, secret: Buffer.alloc(4) }]), RangeError);
});
