/**
 * Everything that reads bytes of strangers, given bytes that nobody should send: whatever they are it neither throws
 * out of its port nor takes long, and counts what it drops.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CLUSTER, LEASES } from "../../api/methods.ts";
import { FrameReader, frame } from "../../client/frames.ts";
import { nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import { readCertificateRole } from "../../consensus/transport/certificates.ts";
import { MessageReader } from "../../consensus/transport/framing.ts";
import { openHeartbeats } from "../../consensus/transport/heartbeats.ts";
import { PACKET_BYTES_MAX, PacketSeal } from "../../consensus/transport/packet.ts";
import type { DatagramSocket } from "../../consensus/transport/port.ts";
import { encodeHello, helloMismatch, readHello } from "../../consensus/transport/protocol.ts";
import type { Envelope } from "../../consensus/types.ts";
import { LeaseholdError } from "../../errors.ts";
import { makeHeartbeatKey } from "../../identity/authority.ts";
import { decodeEnvelopes, decodeHeartbeat, encodeEnvelopes, encodeHeartbeat } from "../../proto/codec.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const RUNS = { seed, numRuns: 1500 };
test(`the seed is ${seed}: SEED=${seed} repeats this run`, () => {});

const [n1, n2] = [nodeId("n1"), nodeId("n2")];
const beat = (seq: number): Heartbeat => ({
  from: n1,
  incarnation: incarnation(1),
  number: 1,
  seq,
  sentAt: 1000 + seq,
  bootId: "boot",
  reports: [
    {
      node: n2,
      incarnation: incarnation(3),
      number: 1,
      seq: 5,
      age: 2,
      hearsUs: true,
      echo: { number: 1, seq: 5, sentAt: 17 },
    },
  ],
});
const envelope: Envelope = { type: "raft", message: { type: "timeout-now", term: term(7) }, ages: [] };

/** Damage of one kind: cut, longer, flipped, stretched with a giant length, or not even like it. */
const damaged = (genuine: Buffer): fc.Arbitrary<Buffer> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    fc.nat(genuine.length).map((length) => genuine.subarray(0, length)),
    fc.uint8Array({ minLength: 1, maxLength: 64 }).map((more) => Buffer.concat([genuine, more])),
    fc.array(fc.nat(genuine.length * 8 - 1), { minLength: 1, maxLength: 8 }).map((bits) => {
      const bytes = Buffer.from(genuine);
      for (const bit of bits) bytes[bit >> 3]! ^= 1 << (bit & 7);
      return bytes;
    }),
    // lengths, tags and varints grow without bound
    fc.tuple(fc.nat(genuine.length - 1), fc.integer({ min: 1, max: 12 })).map(([at, length]) => {
      const bytes = Buffer.from(genuine);
      bytes.fill(0xff, at, Math.min(bytes.length, at + length));
      return bytes;
    }),
    // the same again and again, deeper and deeper
    fc
      .tuple(fc.nat(genuine.length - 1), fc.nat(genuine.length), fc.integer({ min: 2, max: 400 }))
      .map(([from, to, times]) =>
        Buffer.concat(Array<Buffer>(times).fill(genuine.subarray(from, Math.max(from + 1, to)))),
      ),
  );

/** Far more than any of it may take, far less than forever; of the processor, for this machine may stand still. */
const PATIENCE_MS = 1000;
function quickly<T>(what: () => T): T {
  const began = process.cpuUsage();
  const result = what();
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  assert.ok(took < PATIENCE_MS, `it took ${took} ms`);
  return result;
}

/** Runs `decode`; true when it was taken, false when it was refused with a reason. */
function taken(decode: () => unknown): boolean {
  try {
    quickly(decode);
    return true;
  } catch (error) {
    assert.ok(error instanceof LeaseholdError && error.code === "codec", String(error));
    return false;
  }
}

test("a heartbeat's body and a frame of envelopes are read, or refused by their code", () => {
  fc.assert(
    fc.property(
      damaged(Buffer.from(encodeHeartbeat(beat(1)))),
      (bytes) => void taken(() => decodeHeartbeat(bytes)),
    ),
    RUNS,
  );
  fc.assert(
    fc.property(
      damaged(Buffer.from(encodeEnvelopes([envelope, envelope]))),
      (bytes) => void taken(() => decodeEnvelopes(bytes)),
    ),
    RUNS,
  );
});

test("nesting without end is refused, not followed", () => {
  // field 2, length-delimited, inside itself, as deep as a frame allows
  let nested: Buffer = Buffer.alloc(0);
  const levels: Buffer[] = [];
  for (let i = 0; i < 100_000; i++) levels.push(Buffer.from([0x12, 0x80, 0x80, 0x04]));
  nested = Buffer.concat(levels);
  taken(() => decodeEnvelopes(nested));
  taken(() => decodeHeartbeat(nested));
  // groups that begin and never end
  for (const tag of [0x0b, 0x13, 0x1b, 0x7b]) {
    const groups = Buffer.alloc(500_000, tag);
    taken(() => decodeEnvelopes(Buffer.concat([Buffer.from([0x08, 0x02]), groups])));
    taken(() => decodeHeartbeat(Buffer.concat([Buffer.from([0x08, 0x02]), groups])));
    for (const method of [...Object.values(CLUSTER), ...Object.values(LEASES)]) {
      assert.throws(() => quickly(() => method.requestDeserialize(groups)), method.path);
    }
  }
});

test("a hello is read, or refused in words that fit a line of a log", () => {
  const genuine = encodeHello({ cluster: "test", node: n1, incarnation: incarnation(5) });
  fc.assert(
    fc.property(damaged(genuine), (bytes) => {
      const read = quickly(() => readHello(bytes));
      const words = read.ok ? helloMismatch(read.hello, "test", n1) : read.reason;
      assert.ok(words === null || /^[\x20-\x7e]{1,400}$/.test(words), words ?? "");
    }),
    RUNS,
  );
});

test("a stream of bytes becomes messages or is given up, and never holds more than one message may have", () => {
  fc.assert(
    fc.property(
      damaged(
        Buffer.concat([frame(Buffer.alloc(100, 1)), frame(Buffer.alloc(0)), frame(Buffer.alloc(900, 2))]),
      ),
      fc.integer({ min: 1, max: 700 }),
      (bytes, slice) => {
        for (const reader of [new MessageReader(1000), new FrameReader(1000)]) {
          let total = 0;
          for (let at = 0; at < bytes.length; at += slice) {
            const messages = quickly(() => reader.push(bytes.subarray(at, at + slice)));
            if (messages === null) break;
            for (const message of messages) {
              assert.ok(message.length <= 1000);
              total += message.length;
            }
          }
          assert.ok(total <= bytes.length);
        }
      },
    ),
    RUNS,
  );
});

test("a request of the API is read or refused, whatever it is, and what was read can be written again", () => {
  const methods = [...Object.values(CLUSTER), ...Object.values(LEASES)];
  const genuine = Buffer.from(
    LEASES.acquire.requestSerialize({ name: "job", owner: "me", ttlMs: 1000, waitMs: 5, note: "a note" }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...methods), damaged(genuine), (method, bytes) => {
      let request: unknown;
      try {
        request = quickly(() => method.requestDeserialize(bytes));
      } catch (error) {
        assert.ok(error instanceof Error);
        return;
      }
      (method.requestSerialize as (value: unknown) => Buffer)(request);
    }),
    RUNS,
  );
});

test("a certificate's names are read, whatever they are", () => {
  const part = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constant(undefined),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(part, part, fc.string({ maxLength: 300 }), (CN, O, subjectaltname) => {
      const role = readCertificateRole({ subject: { CN, O } as never, subjectaltname });
      if (role.type === "node") assert.ok(subjectaltname.includes(role.name));
    }),
    RUNS,
  );
});

/** Heartbeats of n2 on a socket of our own: what is put is received at once; how often the kernel was asked to shed. */
async function receiver(now: () => number) {
  const waiting: { bytes: Buffer; from: string }[] = [];
  const admitted: (string | null)[] = [];
  const heard: Heartbeat[] = [];
  const notes: string[] = [];
  let wake = (): void => {};
  let shed = 0;
  const socket: DatagramSocket = {
    send: () => {},
    receive: () => {
      const next = waiting.shift();
      return next === undefined ? null : { bytes: next.bytes, from: () => next.from };
    },
    admitOnly: (like) => admitted.push(like === null ? null : like.senders.join(" ")),
    shed: () => shed,
    close: () => {},
  };
  const heartbeats = await openHeartbeats({
    self: n2,
    cluster: "test",
    addresses: ["10.0.0.2"],
    port: 1,
    peers: [{ node: n1, addresses: ["10.0.0.1"] }],
    keys: [key],
    codec: { encodeHeartbeat, decodeHeartbeat },
    datagrams: {
      together: (readable) => {
        wake = readable;
        return { open: () => socket };
      },
      address: () => Buffer.alloc(16),
    },
    onHeartbeat: (heartbeat) => heard.push(heartbeat),
    note: (_level, text) => notes.push(text),
    now,
  });
  const put = (bytes: Buffer, from = "10.0.0.9"): void => {
    waiting.push({ bytes, from });
    while (waiting.length > 0) wake();
  };
  const kernelSheds = (count: number): void => {
    shed += count;
  };
  return { heartbeats, heard, notes, admitted, put, kernelSheds };
}
const key = makeHeartbeatKey();
const seal = new PacketSeal("test", [key]);
const packed = (seq: number): Buffer => seal.seal(encodeHeartbeat(beat(seq)))!;

test("whatever comes to the heartbeat port is heard, or counted with where it came from; the notes stay few", async () => {
  let clock = 0;
  const node = await receiver(() => clock);
  const count = (): number => Object.values(node.heartbeats.dropped).reduce((sum, each) => sum + each, 0);
  let seq = 0;
  fc.assert(
    fc.property(damaged(packed(1)), fc.boolean(), (bytes, giant) => {
      clock += 50;
      const packet = giant ? Buffer.concat([bytes, Buffer.alloc(PACKET_BYTES_MAX)]) : bytes;
      const before = [node.heard.length, count()] as const;
      node.put(packet);
      assert.equal(node.heard.length + count(), before[0] + before[1] + 1);
    }),
    RUNS,
  );
  const genuine = node.heard.length;
  for (seq = 2; seq < 20; seq++) node.put(packed(seq), "10.0.0.1");
  assert.equal(node.heard.length, genuine + 18, "the genuine ones come through");
  const reasons = node.heartbeats.strangers();
  for (const { count: times, from } of reasons)
    assert.deepEqual(from, [{ address: "10.0.0.9", count: times }]);
  const windows = Math.ceil(clock / 10_000) + 1;
  assert.ok(node.notes.length <= windows * reasons.length, `${node.notes.length} notes`);
  await node.heartbeats.close();
});

test("many signatures from a stranger are not looked at, a member's always are", async () => {
  const node = await receiver(() => 5);
  const forged = (seq: number): Buffer => {
    const packet = packed(seq);
    packet[packet.length - 1]! ^= 1;
    return packet;
  };
  for (let i = 1; i <= 300; i++) node.put(forged(i));
  assert.deepEqual(
    [node.heartbeats.dropped["bad-signature"], node.heartbeats.dropped.unexamined],
    [200, 100],
  );
  for (let i = 1; i <= 50; i++) node.put(forged(i), "10.0.0.1");
  assert.equal(node.heartbeats.dropped["bad-signature"], 250);
  node.put(packed(1), "10.0.0.1");
  assert.equal(node.heard.length, 1);
  await node.heartbeats.close();
});

test("a flood is left to the kernel for a moment: only members are let in, what it kept out is counted", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let clock = 0;
  const node = await receiver(() => clock);
  for (let i = 0; i < 399; i++) node.put(Buffer.alloc(100, 1));
  assert.deepEqual(node.admitted, []);
  node.put(Buffer.alloc(100, 1));
  assert.deepEqual(node.admitted, ["10.0.0.1"]);
  node.kernelSheds(5000);
  node.put(packed(1), "10.0.0.1");
  assert.equal(node.heard.length, 1);
  clock = 1000;
  t.mock.timers.tick(1000);
  assert.deepEqual(node.admitted, ["10.0.0.1", null]);
  assert.equal(node.heartbeats.dropped.shed, 5000);
  for (let i = 0; i < 20; i++) node.put(Buffer.alloc(PACKET_BYTES_MAX + 1));
  assert.equal(node.admitted.length, 3, "a giant counts for many");
  await node.heartbeats.close();
});
