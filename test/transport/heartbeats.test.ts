import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import type { HeartbeatOptions } from "../../consensus/transport/heartbeats.ts";
import { openHeartbeats } from "../../consensus/transport/heartbeats.ts";
import { PACKET_VERSION, PacketSeal } from "../../consensus/transport/packet.ts";
import { makeHeartbeatKey } from "../../identity/authority.ts";
import { datagramsOf, socketAddress } from "../../network/kernel/datagrams.ts";
import { decodeHeartbeat, encodeHeartbeat } from "../../proto/codec.ts";
import { Events, freePort, freshAddress, now } from "./support.ts";

const key = makeHeartbeatKey();
const [n1, n2] = [nodeId("n1"), nodeId("n2")];

const beat = (seq: number, from = n1, start = 1): Heartbeat => ({
  from,
  incarnation: incarnation(start),
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

async function open(
  self: string,
  addresses: string[],
  port: number,
  peers: Record<string, string[]>,
  change: Partial<HeartbeatOptions> = {},
) {
  const heard = new Events<{ heartbeat: Heartbeat; path: number }>();
  const notes = new Events<string>();
  const socket = await openHeartbeats({
    self: nodeId(self),
    cluster: "test",
    addresses,
    port,
    peers: Object.entries(peers).map(([node, at]) => ({ node: nodeId(node), addresses: at })),
    keys: [key],
    codec: { encodeHeartbeat, decodeHeartbeat },
    datagrams: { together: datagramsOf, address: socketAddress },
    onHeartbeat: (heartbeat, path) => heard.push({ heartbeat, path }),
    note: (_level, text) => notes.push(text),
    now,
    ...change,
  });
  return { socket, heard, notes };
}
type Receiver = Awaited<ReturnType<typeof open>>;

/** n2 on one path, and a way to throw raw packets at it. */
async function withReceiver(
  body: (n2: Receiver, put: (packet: Buffer) => Promise<void>) => Promise<void>,
): Promise<void> {
  const [address, port] = [freshAddress(), await freePort()];
  const receiver = await open("n2", [address], port, { n1: [freshAddress()], n3: [freshAddress()] });
  const thrower = createSocket("udp4");
  const put = (packet: Buffer) =>
    new Promise<void>((resolve, reject) =>
      thrower.send(packet, port, address, (error) => (error === null ? resolve() : reject(error))),
    );
  try {
    await body(receiver, put);
  } finally {
    thrower.close();
    await receiver.socket.close();
  }
}
const seal = new PacketSeal("test", [key]);
const packed = (heartbeat: Heartbeat): Buffer => seal.seal(encodeHeartbeat(heartbeat))!;

test("a heartbeat is heard once, and counts for the silence of every path it came by", async () => {
  const [a, b, port] = [[freshAddress(), freshAddress()], [freshAddress(), freshAddress()], await freePort()];
  const one = await open("n1", a, port, { n2: b });
  const two = await open("n2", b, port, { n1: a });
  assert.deepEqual(two.socket.silence(now()).get(n1), [Infinity, Infinity]);
  for (let seq = 1; seq <= 20; seq++) one.socket.send([n2, n1, nodeId("nobody")], beat(seq));
  await two.heard.until("the last", (e) => e.heartbeat.seq === 20);
  // a second beat on both paths, so that path 1 has certainly been read
  two.socket.send([n1], beat(1, n2));
  await one.heard.until("the answer", () => true);
  assert.deepEqual(
    two.heard.all.map((e) => e.heartbeat.seq),
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  assert.deepEqual(two.heard.all[0]?.heartbeat, beat(1));
  const silence = two.socket.silence(now()).get(n1) ?? [];
  assert.ok(
    silence.every((ms) => ms >= 0 && ms < 60_000),
    String(silence),
  );
  assert.equal(two.socket.dropped.replayed, 0);
  await Promise.all([one.socket.close(), two.socket.close()]);
});

test("an authentic heartbeat of a node that is no peer is not handed on, but told with the address that it came from", async () => {
  const [address, port] = [freshAddress(), await freePort()];
  const callers = new Events<string>();
  const node = await open(
    "n2",
    [address],
    port,
    { n1: [freshAddress()] },
    {
      onCaller: (from, path, ip) => callers.push(`${from} ${path} ${ip}`),
    },
  );
  const thrower = createSocket("udp4");
  const forged = new PacketSeal("test", [makeHeartbeatKey()]);
  thrower.send(forged.seal(encodeHeartbeat(beat(1, nodeId("n8"))))!, port, address);
  thrower.send(packed(beat(1, nodeId("n9"))), port, address);
  await callers.until("it is told", () => true);
  assert.deepEqual([callers.all, node.heard.all], [["n9 0 127.0.0.1"], []]);
  thrower.close();
  await node.socket.close();
});

test("a packet sent again is dropped as replayed, counted each time and noted once", () =>
  withReceiver(async (node, put) => {
    const packet = packed(beat(1));
    for (let i = 0; i < 3; i++) await put(packet);
    await put(packed(beat(2)));
    await node.heard.until("the next", (e) => e.heartbeat.seq === 2);
    assert.equal(node.heard.all.length, 2);
    assert.equal(node.socket.dropped.replayed, 2);
    assert.equal(node.notes.all.length, 1);
    assert.match(node.notes.all[0]!, /dropped a heartbeat packet on path 0 from 127\.0\.0\.1: replayed/);
  }));

test("a packet of an earlier incarnation is dropped as replayed (R1)", () =>
  withReceiver(async (node, put) => {
    await put(packed(beat(1, n1, 2)));
    await put(packed(beat(99, n1, 1)));
    await put(packed(beat(2, n1, 2)));
    await node.heard.until("the last", (e) => e.heartbeat.seq === 2);
    assert.deepEqual(
      node.heard.all.map((e) => e.heartbeat.seq),
      [1, 2],
    );
    assert.equal(node.socket.dropped.replayed, 1);
  }));

test("a packet that was overtaken is stale: not heard, and no attack", () =>
  withReceiver(async (node, put) => {
    for (const seq of [1, 3, 2, 4]) await put(packed(beat(seq)));
    await node.heard.until("the last", (e) => e.heartbeat.seq === 4);
    assert.deepEqual(
      node.heard.all.map((e) => e.heartbeat.seq),
      [1, 3, 4],
    );
    assert.deepEqual([node.socket.dropped.stale, node.socket.dropped.replayed], [1, 0]);
    assert.deepEqual(node.notes.all, []);
  }));

test("whatever is not a genuine heartbeat of a peer is dropped by its reason, and the genuine ones still come through", () =>
  withReceiver(async (node, put) => {
    const flipped = packed(beat(1));
    flipped[30]! ^= 1;
    const future = packed(beat(1));
    future[4] = PACKET_VERSION + 1;
    const cases: [string, Buffer][] = [
      ["bad-signature", flipped],
      ["wrong-version", future],
      ["malformed", Buffer.alloc(0)],
      ["giant", Buffer.alloc(60_000, 7)],
      ["malformed", Buffer.from("who goes there? who goes there? who goes there? who goes there?")],
      ["malformed", seal.seal(Buffer.from("signed, and yet no heartbeat"))!],
      ["foreign-cluster", new PacketSeal("other", [key]).seal(encodeHeartbeat(beat(1)))!],
      ["unknown-key", new PacketSeal("test", [makeHeartbeatKey()]).seal(encodeHeartbeat(beat(1)))!],
      ["unknown-node", packed(beat(1, nodeId("n9")))],
      ["unknown-node", packed(beat(1, n2))], // its own, thrown back at it
    ];
    const expected: Record<string, number> = {};
    for (const [reason, packet] of cases) {
      expected[reason] = (expected[reason] ?? 0) + 1;
      await put(packet);
    }
    await put(packed(beat(1)));
    await node.heard.until("the genuine one", (e) => e.heartbeat.seq === 1);
    const counted = Object.fromEntries(Object.entries(node.socket.dropped).filter(([, count]) => count > 0));
    assert.deepEqual(counted, expected);
    assert.equal(node.heard.all.length, 1);
    assert.equal(node.notes.all.length, Object.keys(expected).length);
  }));

test("an address that no card has is retried while the other paths work", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  const one = await open("n1", ["192.0.2.1", a], port, { n2: ["192.0.2.2", b] });
  const two = await open("n2", [freshAddress(), b], port, { n1: [freshAddress(), a] });
  assert.match(one.notes.all[0] ?? "", /heartbeats on path 0 \(192\.0\.2\.1\).*trying again/);
  one.socket.send([n2], beat(1));
  await two.heard.until("it", (e) => e.path === 1);
  assert.ok(one.socket.dropped["send-failed"]! >= 1);
  await Promise.all([one.socket.close(), two.socket.close()]);
});

test("a send that the kernel refuses is counted and never thrown", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  // a socket bound to loopback may not leave the machine: EINVAL or ENETUNREACH
  const one = await open("n1", [a, freshAddress()], port, { n2: ["203.0.113.7", b] });
  const two = await open("n2", [freshAddress(), b], port, { n1: [a, a] });
  for (let seq = 1; seq <= 3; seq++) one.socket.send([n2], beat(seq));
  await two.heard.until("the last on the other path", (e) => e.heartbeat.seq === 3 && e.path === 1);
  await one.notes.until("a note", (text) => text.startsWith("a heartbeat could not be sent"));
  assert.equal(one.socket.dropped["send-failed"], 3);
  await Promise.all([one.socket.close(), two.socket.close()]);
});

test("a taken port, or no address at all, is refused with what to look for", async () => {
  const [a, port] = [freshAddress(), await freePort()];
  const one = await open("n1", [a], port, {});
  await assert.rejects(open("n1", [a], port, {}), {
    code: "unavailable",
    message: /is another daemon running/,
  });
  await assert.rejects(open("n1", ["192.0.2.1"], port, {}), {
    code: "unavailable",
    message: /192\.0\.2\.1: EADDRNOTAVAIL/,
  });
  await one.socket.close();
  const again = await open("n1", [a], port, {});
  await again.socket.close();
  again.socket.send([n2], beat(1));
});
