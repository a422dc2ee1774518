// The API's own codec against an independent reader and writer of the same .proto file.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import protobuf from "protobufjs";
import { codecs } from "../../api/codec.ts";
import { api, type Name } from "../../proto/generated/api.js";

let root = dirname(fileURLToPath(import.meta.url));
while (!existsSync(join(root, "proto/leasehold/v1/api.proto"))) root = dirname(root);
const reference = protobuf.loadSync(join(root, "proto/leasehold/v1/api.proto"));
const codec = codecs(api);
const names = Object.keys(api) as Name[];

const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  bool: fc.boolean(),
  // Minus zero is zero to us, and no number of the API may be without value.
  double: fc.double({ noNaN: true }).map((value) => value + 0),
  string: fc.oneof(fc.string({ unit: "binary" }), fc.string({ maxLength: 400 })),
  uint32: fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
  uint64: fc.oneof(fc.nat(300), fc.maxSafeNat()),
  sint32: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer()),
};

/** A message as the API's types have it: every field is there, a message may be null. */
function messageOf(name: Name): fc.Arbitrary<Record<string, unknown>> {
  const fields = api[name].map(([, field, type, repeated]) => {
    const one = scalars[type] ?? messageOf(type as Name);
    const value = repeated === 1 ? fc.array(one, { maxLength: 4 }) : type in scalars ? one : fc.option(one);
    return [field, value] as const;
  });
  return fc.record(Object.fromEntries(fields), { noNullPrototype: true });
}
const any = fc.constantFrom(...names).chain((name) => messageOf(name).map((value) => ({ name, value })));
const typeOf = (name: Name) => reference.lookupType(`leasehold.v1.${name}`);

test("what we write, another reads, and what another writes, we read: every message, any values", () => {
  fc.assert(
    fc.property(any, ({ name, value }) => {
      const { serialize, deserialize } = codec<object>(name);
      const type = typeOf(name);
      const options = { longs: Number, defaults: true, arrays: true };
      const ours = serialize(value);
      assert.deepEqual(type.toObject(type.decode(ours), options), value);
      const theirs = Buffer.from(type.encode(type.fromObject(value)).finish());
      assert.deepEqual(deserialize(theirs), value);
      assert.deepEqual(deserialize(ours), value);
    }),
    { numRuns: 1500 },
  );
});

test("a text of any length is whole, wherever in the writer's bytes it comes to lie", () => {
  const { serialize } = codec<object>("StatusReply");
  const type = typeOf("StatusReply");
  for (let before = 100; before < 260; before++)
    for (const node of ["", "n"])
      for (const text of ["", "S", "€", "ab", "abcd", "🐢"]) {
        // Two bytes for each of nothing: no room is made for them that the next could use.
        const value = { node, warnings: [...new Array<string>(before).fill(""), text] };
        const theirs = type.encode(type.fromObject(value)).finish();
        assert.ok(serialize(value).equals(theirs), `"${text}" after ${before} texts`);
      }
});

test("a field of a later version is passed over, and what is not there is nothing of its kind", () => {
  const { deserialize } = codec<object>("StatusReply");
  const blank = deserialize(Buffer.alloc(0));
  const type = typeOf("StatusReply");
  const options = { longs: Number, defaults: true, arrays: true };
  assert.deepEqual(blank, type.toObject(type.decode(Buffer.alloc(0)), options));
  const writer = protobuf.Writer.create();
  writer
    .uint32(8 * 900 + 0)
    .uint64(7)
    .uint32(8 * 901 + 1)
    .double(1.5);
  writer
    .uint32(8 * 902 + 2)
    .string("later")
    .uint32(8 * 903 + 5)
    .float(2);
  assert.deepEqual(deserialize(Buffer.from(writer.finish())), blank);
});

test("bytes that are no message are refused, wherever they break off, and never read beyond the end", () => {
  fc.assert(
    fc.property(any, fc.nat(), fc.uint8Array({ maxLength: 30 }), ({ name, value }, cut, noise) => {
      const { serialize, deserialize } = codec<object>(name);
      const whole = serialize(value);
      for (const bytes of [whole.subarray(0, cut % (whole.length + 1)), Buffer.from(noise)]) {
        try {
          serialize(deserialize(bytes));
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }
    }),
    { numRuns: 1000 },
  );
  const { deserialize } = codec<object>("StatusReply");
  for (const bytes of [[0x0a], [0x0a, 5, 65], [0x80], new Array(12).fill(0xff), [0x0b], [0x0d]]) {
    assert.throws(() => deserialize(Buffer.from(bytes)), RangeError, `${bytes}`);
  }
});

test("numbers that the wire cannot say are brought to those it can", () => {
  const { serialize, deserialize } = codec<{ ttlMs: number }>("AcquireRequest");
  for (const [said, heard] of [
    [1.9, 1],
    [-5, 0],
    [Number.NaN, 0],
  ] as const)
    assert.equal(deserialize(serialize({ ttlMs: said })).ttlMs, heard);
});
