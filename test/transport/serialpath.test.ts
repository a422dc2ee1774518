import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import { type HeartbeatOptions, openHeartbeats } from "../../consensus/transport/heartbeats.ts";
import { type Line, MESSAGE_BYTES_MAX } from "../../consensus/transport/serialpath.ts";
import { openSerialLine } from "../../fencing/edges/serial.ts";
import { makeHeartbeatKey } from "../../identity/authority.ts";
import { datagramsOf, socketAddress } from "../../network/kernel/datagrams.ts";
import { decodeHeartbeat, encodeHeartbeat } from "../../proto/codec.ts";
import { plugNullModem } from "../lab/nullmodem.ts";
import { Events, freePort, freshAddress, now } from "./support.ts";

const key = makeHeartbeatKey();
const [n1, n2, n3] = [nodeId("n1"), nodeId("n2"), nodeId("n3")];

const beat = (from: typeof n1, seq: number, start = 1): Heartbeat => ({
  from,
  incarnation: incarnation(start),
  number: 1,
  seq,
  sentAt: seq,
  bootId: "boot",
  reports: [],
});

/** Genuine, and nothing that this build can read. */
const UNREADABLE = "unreadable";

/** The two ends of a line within this process. What is sent is kept, and arrives unless `cut`. */
function wire() {
  const sent: Uint8Array[][] = [[], []];
  const listeners: ((frame: Uint8Array, at: number) => void)[] = [];
  const state = { cut: false };
  const end = (side: 0 | 1): Line => ({
    send(frame) {
      sent[side]?.push(frame);
      if (!state.cut) listeners[1 - side]?.(frame, 0);
      return true;
    },
    onFrame(listen) {
      listeners[side] = listen;
    },
  });
  return {
    ends: [end(0), end(1)] as const,
    sent,
    state,
    put: (side: 0 | 1, frame: Uint8Array) => listeners[side]?.(frame, 0),
  };
}

/** Two nodes without any way between them but the line: each knows a wrong address of the other. */
async function open(self: typeof n1, peer: typeof n1, line: Line, change: Partial<HeartbeatOptions> = {}) {
  const heard = new Events<{ heartbeat: Heartbeat; path: number }>();
  const messages = new Events<string>();
  const socket = await openHeartbeats({
    self,
    cluster: "test",
    addresses: [freshAddress()],
    port: await freePort(),
    peers: [
      { node: peer, addresses: [freshAddress()] },
      { node: n3, addresses: [freshAddress()] },
    ],
    keys: [key],
    codec: { encodeHeartbeat, decodeHeartbeat },
    datagrams: { together: datagramsOf, address: socketAddress },
    onHeartbeat: (heartbeat, path) => heard.push({ heartbeat, path }),
    note: () => {},
    now,
    serial: {
      peer,
      line,
      onMessage: (_, bytes) => {
        const text = Buffer.from(bytes).toString();
        if (text === UNREADABLE) return false;
        messages.push(text);
        return true;
      },
    },
    ...change,
  });
  return { socket, heard, messages };
}

async function pair(change: Partial<HeartbeatOptions> = {}) {
  const line = wire();
  const one = await open(n1, n2, line.ends[0]);
  const two = await open(n2, n1, line.ends[1], change);
  const close = (): Promise<unknown> => Promise.all([one.socket.close(), two.socket.close()]);
  return { line, one, two, close };
}
/** Both have heard each other, so that messages know whom they are for. */
function acquaint(
  { one, two }: Awaited<ReturnType<typeof pair>>,
  seq = 1,
  starts: [number, number] = [1, 1],
): void {
  one.socket.send([n2], beat(n1, seq, starts[0]));
  two.socket.send([n1], beat(n2, seq, starts[1]));
}

test("heartbeats go over the line as one more path, to the peer alone, and count for its silence", async () => {
  const both = await pair();
  const { one, two, line, close } = both;
  assert.deepEqual(two.socket.silence(now()).get(n1), [Infinity, Infinity]);
  assert.deepEqual(two.socket.silence(now()).get(n3), [Infinity], "no line goes there");
  one.socket.send([n2, n3], beat(n1, 1));
  assert.equal(line.sent[0]?.length, 1);
  const [{ heartbeat, path } = assert.fail()] = two.heard.all;
  assert.deepEqual([heartbeat, path], [beat(n1, 1), 1]);
  assert.ok((two.socket.silence(now()).get(n1)?.[1] ?? Infinity) < 60_000);
  assert.equal(two.socket.silenceOf(n1, 0), Infinity, "nothing came by IP");
  await close();
});

test("a heartbeat that is played again on the line is dropped, and so is one of an earlier incarnation (R1)", async () => {
  const { one, two, line, close } = await pair();
  one.socket.send([n2], beat(n1, 1, 1));
  one.socket.send([n2], beat(n1, 1, 2));
  for (const frame of line.sent[0] ?? []) line.put(1, frame);
  assert.equal(two.heard.all.length, 2);
  assert.equal(two.socket.dropped.replayed, 2);
  await close();
});

test("messages pass both ways, each once and in order", async () => {
  const both = await pair();
  const { one, two, close } = both;
  assert.equal(one.socket.sendMessage(n2, Buffer.from("too early")), false, "nobody has been heard yet");
  acquaint(both);
  for (const text of ["a", "b", "c"]) assert.equal(one.socket.sendMessage(n2, Buffer.from(text)), true);
  assert.equal(two.socket.sendMessage(n1, Buffer.from("back")), true);
  assert.deepEqual([two.messages.all, one.messages.all], [["a", "b", "c"], ["back"]]);
  assert.equal(one.socket.sendMessage(n3, Buffer.from("x")), false, "there is no line to that node");
  assert.equal(one.socket.sendMessage(n2, new Uint8Array(MESSAGE_BYTES_MAX + 1)), false);
  assert.equal(one.socket.sendMessage(n2, new Uint8Array(MESSAGE_BYTES_MAX)), true);
  await close();
});

test("a genuine message that cannot be read is dropped and counted, and the next one arrives", async () => {
  const both = await pair();
  const { one, two, close } = both;
  acquaint(both);
  for (const text of [UNREADABLE, "readable"]) one.socket.sendMessage(n2, Buffer.from(text));
  assert.deepEqual(two.messages.all, ["readable"]);
  assert.equal(two.socket.dropped.malformed, 1);
  await close();
});

test("a message that is played again is dropped: at once, after its sender's restart, and after its receiver's", async () => {
  const both = await pair();
  const { one, two, line, close } = both;
  acquaint(both);
  one.socket.sendMessage(n2, Buffer.from("solo"));
  const frame = line.sent[0]?.at(-1) ?? assert.fail();
  line.put(1, frame);
  assert.deepEqual(two.messages.all, ["solo"]);
  assert.equal(two.socket.dropped.replayed, 1);
  two.socket.send([n1], beat(n2, 1, 2)); // the receiver is another process now
  line.put(1, frame);
  assert.deepEqual(two.messages.all, ["solo"]);
  assert.equal(two.socket.dropped.replayed, 2);
  acquaint(both, 2, [3, 2]); // and the sender
  line.put(1, frame);
  assert.deepEqual(two.messages.all, ["solo"]);
  assert.equal(one.socket.sendMessage(n2, Buffer.from("anew")), true);
  assert.deepEqual(two.messages.all, ["solo", "anew"]);
  await close();
});

test("a message is never taken for a heartbeat, nor a heartbeat for a message", async () => {
  const both = await pair();
  const { one, two, line, close } = both;
  acquaint(both);
  one.socket.sendMessage(n2, encodeHeartbeat(beat(n1, 2)));
  for (const [i, kind] of [2, 1].entries()) {
    const frame = Buffer.from(line.sent[0]?.[i] ?? assert.fail());
    frame[0] = kind;
    line.put(1, frame);
  }
  assert.equal(two.socket.dropped["foreign-cluster"], 2);
  assert.deepEqual([two.heard.all.length, two.messages.all.length], [1, 1]);
  await close();
});

test("noise, an echo of our own and another node's heartbeat on the line are dropped, and heartbeats by IP go on", async () => {
  const both = await pair();
  const { one, two, line, close } = both;
  acquaint(both);
  for (const frame of line.sent[1] ?? []) line.put(1, frame); // the plug in the wrong hole
  line.put(1, Buffer.of());
  line.put(1, Buffer.of(7, 1, 2));
  line.put(1, Buffer.of(2, ...Buffer.alloc(80)));
  const third = wire();
  const stranger = await open(n3, n2, third.ends[0]);
  stranger.socket.send([n2], beat(n3, 1));
  line.put(1, third.sent[0]?.[0] ?? assert.fail());
  assert.equal(two.heard.all.length, 1);
  assert.deepEqual([two.socket.dropped["unknown-node"], two.socket.dropped.malformed], [2, 3]);
  assert.equal(one.heard.all.length, 1);
  await Promise.all([close(), stranger.socket.close()]);
});

test("on a real line two nodes without any network hear each other", { timeout: 120_000 }, async () => {
  const modem = await plugNullModem();
  const [a, b] = await Promise.all(
    modem.ports.map((device) => openSerialLine({ device, baud: 115_200, now, note: () => {} })),
  );
  assert.ok(a !== undefined && b !== undefined);
  const one = await open(n1, n2, a);
  const two = await open(n2, n1, b);
  let seq = 0;
  const timer = setInterval(() => {
    seq += 1;
    one.socket.send([n2], beat(n1, seq));
    two.socket.send([n1], beat(n2, seq));
    one.socket.sendMessage(n2, Buffer.from(`said ${seq}`));
  }, 40);
  await two.messages.until("a message", () => true);
  await one.heard.until("a heartbeat", ({ path }) => path === 1);
  clearInterval(timer);
  assert.match(two.messages.all[0] ?? "", /^said \d+$/);
  await Promise.all([one.socket.close(), two.socket.close(), a.close(), b.close()]);
  await modem.close();
});
