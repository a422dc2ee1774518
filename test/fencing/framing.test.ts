import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { crc32, createDeframer, frame, PAYLOAD_BYTES_MAX } from "../../fencing/edges/framing.ts";

const seed = (Date.now() ^ process.pid) >>> 0;
console.log(`seed ${seed}`);
const framed = (payload: Uint8Array): Buffer => {
  const bytes = frame(payload);
  assert.ok(bytes !== null);
  return bytes;
};
const payloads = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 600 }),
  // runs of one value around the lengths at which the code changes
  fc
    .tuple(fc.integer({ min: 250, max: 520 }), fc.constantFrom(0, 1, 255))
    .map(([n, v]) => new Uint8Array(n).fill(v)),
);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

test("the checksum is the one that everybody calls CRC-32", () => {
  assert.equal(crc32(Buffer.from("123456789")), 0xcbf43926);
});

test("what goes in comes out, however the line cuts it, and no border stands inside a frame", () => {
  fc.assert(
    fc.property(fc.array(payloads, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (all, step) => {
      const wire = Buffer.concat(all.map(framed));
      for (const each of all) assert.equal(framed(each).subarray(1, -1).includes(0), false);
      const deframer = createDeframer();
      const out: string[] = [];
      for (let at = 0; at < wire.length; at += step)
        out.push(...deframer.push(wire.subarray(at, at + step)).map(hex));
      assert.deepEqual(out, all.map(hex));
      assert.equal(deframer.damaged, 0);
    }),
    { seed, numRuns: 300 },
  );
});

test("after any garbage, lost bytes or a listener that comes late, the next whole frame is heard", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      payloads,
      fc.nat(),
      fc.uint8Array({ maxLength: 9000 }),
      payloads,
      (before, lost, from, between, whole) => {
        const deframer = createDeframer();
        const cut = framed(lost).subarray(from % (framed(lost).length + 1));
        const out = deframer.push(Buffer.concat([before, cut, between, framed(whole)]));
        assert.equal(hex(out.at(-1) ?? new Uint8Array()), hex(whole));
      },
    ),
    { seed, numRuns: 300 },
  );
});

test("a frame in which one bit is wrong is dropped and counted", () => {
  const payload = Buffer.from("a heartbeat, or what looks like one");
  const clean = framed(payload);
  for (let bit = 8; bit < (clean.length - 1) * 8; bit++) {
    const wrong = Buffer.from(clean);
    wrong[bit >> 3]! ^= 1 << (bit & 7);
    const deframer = createDeframer();
    assert.deepEqual(deframer.push(wrong), [], `bit ${bit}`);
    assert.ok(deframer.damaged >= 1);
  }
});

test("noise alone is never taken for a frame, and nothing is kept of what is too long", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20_000 }), (noise) => {
      assert.deepEqual(createDeframer().push(noise), []);
    }),
    { seed, numRuns: 200 },
  );
  const deframer = createDeframer();
  for (let i = 0; i < 100; i++) assert.deepEqual(deframer.push(Buffer.alloc(65_536, 7)), []);
  assert.deepEqual(deframer.push(framed(Buffer.from("next"))).map(String), ["next"]);
  assert.equal(deframer.damaged, 1);
});

test("a payload over the limit is not framed", () => {
  assert.equal(frame(new Uint8Array(PAYLOAD_BYTES_MAX + 1)), null);
  const largest = new Uint8Array(PAYLOAD_BYTES_MAX).fill(255);
  assert.equal(createDeframer().push(framed(largest)).length, 1);
});

test("a frame of another version is dropped (P0)", () => {
  const plain = Buffer.concat([Buffer.of(9), Buffer.from("abc"), Buffer.alloc(4)]);
  plain.writeUInt32BE(crc32(plain.subarray(0, 4)), 4);
  assert.equal(plain.includes(0), false, "so that one run holds it all");
  const coded = Buffer.concat([Buffer.of(0, plain.length + 1), plain, Buffer.of(0)]);
  const deframer = createDeframer();
  assert.deepEqual(deframer.push(coded), []);
  assert.equal(deframer.damaged, 1);
});
