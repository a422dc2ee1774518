import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { QUEUE_MAX } from "../../consensus/transport/outgoing.ts";
import type { Envelope } from "../../consensus/types.ts";
import { decodeEnvelopes, encodeEnvelopes } from "../../proto/codec.ts";
import { openRelay } from "./relay.ts";
import type { Identities, TestNode } from "./support.ts";
import { freePort, freshAddress, isUp, makeIdentities, numbered, numberOf, openNode } from "./support.ts";

const n1 = nodeId("n1");
const n2 = nodeId("n2");
let ours: Identities;
before(async () => {
  ours = await makeIdentities();
});
after(() => ours.remove());

/** n1 and n2, one path each way, both streams up; closed when the body is done. */
async function pair(
  body: (a: TestNode, b: TestNode, at: { b: string; port: number }) => Promise<void>,
): Promise<void> {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b] });
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [a] });
  try {
    await Promise.all([isUp(one, "n2"), isUp(two, "n1")]);
    await body(one, two, { b, port });
  } finally {
    await Promise.all([one.streams.close(), two.streams.close()]);
  }
}

test("envelopes arrive in order, once, in both directions, with the name from the certificate", () =>
  pair(async (one, two) => {
    for (let n = 1; n <= 2000; n++) {
      one.streams.send(n2, numbered(n));
      if (n <= 50) two.streams.send(n1, numbered(n));
    }
    await two.received.until("the last", (e) => e.n === 2000);
    await one.received.until("the last", (e) => e.n === 50);
    const expected = (from: string, to: number) => Array.from({ length: to }, (_, i) => ({ from, n: i + 1 }));
    assert.deepEqual(two.received.all, expected("n1", 2000));
    assert.deepEqual(one.received.all, expected("n2", 50));
  }));

test("what is sent in one turn of the event loop leaves as one frame", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  const frames: number[] = [];
  const codec = {
    decodeEnvelopes,
    encodeEnvelopes: (envelopes: Parameters<typeof encodeEnvelopes>[0]) => {
      frames.push(envelopes.length);
      return encodeEnvelopes(envelopes);
    },
  };
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b] }, { codec });
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [a] });
  await isUp(one, "n2");
  for (let n = 1; n <= 100; n++) one.streams.send(n2, numbered(n));
  await two.received.until("the last", (e) => e.n === 100);
  assert.deepEqual(frames, [100]);
  await Promise.all([one.streams.close(), two.streams.close()]);
});

test("nothing is kept for a peer that has no stream, and sending to it never throws", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b] });
  one.streams.send(n2, numbered(1));
  one.streams.send(nodeId("nobody"), numbered(1));
  assert.equal(one.streams.dropped["no-stream"], 1);
  assert.deepEqual(one.streams.status().get(n2), { path: null, silent: false, queued: 0 });
  await one.streams.close();
  one.streams.send(n2, numbered(2));
});

test("a peer that is bound only on its second address is reached over path 1", async () => {
  const [a, b0, b1, port] = [freshAddress(), freshAddress(), freshAddress(), await freePort()];
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b0, b1] });
  const two = await openNode(ours, "n2", { addresses: [b1], port }, { n1: [a] });
  await isUp(one, "n2");
  assert.equal(one.streams.status().get(n2)?.path, 1);
  one.streams.send(n2, numbered(7));
  await two.received.until("it", (e) => e.n === 7);
  await Promise.all([one.streams.close(), two.streams.close()]);
});

test("a path that accepts and then says nothing does not hold up the next one", async () => {
  const [a, b0, b1, port] = [freshAddress(), freshAddress(), freshAddress(), await freePort()];
  const mute = await openRelay({ host: b0, port }, null);
  const two = await openNode(
    ours,
    "n2",
    { addresses: [b1], port },
    {
      n1: [a],
    },
  );
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b0, b1] });
  await isUp(one, "n2");
  assert.equal(one.streams.status().get(n2)?.path, 1);
  await Promise.all([one.streams.close(), two.streams.close(), mute.close()]);
});

test("a stream that is up but dead is replaced over the next path", async () => {
  const [a, b0, b1, port] = [freshAddress(), freshAddress(), freshAddress(), await freePort()];
  const two = await openNode(ours, "n2", { addresses: [b1], port }, { n1: [freshAddress()] });
  const relay = await openRelay({ host: b0, port }, { host: b1, port });
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b0, b1] });
  await isUp(one, "n2");
  assert.equal(one.streams.status().get(n2)?.path, 0);
  relay.freeze();
  await one.notes.until("path 1", (text) => text.startsWith("peer stream to n2 is up on path 1"));
  one.streams.send(n2, numbered(9));
  await two.received.until("it", (e) => e.n === 9);
  await Promise.all([one.streams.close(), two.streams.close(), relay.close()]);
});

test("a silent stream with no other path is kept, and used again when it is heard again", async () => {
  const [a, b, r, port] = [freshAddress(), freshAddress(), freshAddress(), await freePort()];
  // n2 lets n1 in, and looks for it where nobody is: it does not call back
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [freshAddress()] });
  const relay = await openRelay({ host: r, port }, { host: b, port });
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [r] });
  await isUp(one, "n2");
  relay.freeze();
  await one.notes.until("silence", (text) => text.includes("no longer answers on path 0"));
  one.streams.send(n2, numbered(1));
  relay.thaw();
  await two.received.until("it", (e) => e.n === 1);
  await Promise.all([one.streams.close(), two.streams.close(), relay.close()]);
});

test("a peer that starts anew is reached again, and a call from it cuts the back-off short", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  // a back-off so long that only the peer's own call can explain a quick return
  const timing = { silenceAfter: 90, dialTimeout: 60_000, retryMin: 60_000, retryMax: 60_000 };
  let clock = 0;
  const ever = () => (clock += 60_000); // so that no note is held back for its rate
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b] }, { timing, now: ever });
  await one.notes.until("a failed dial", (text) => text.startsWith("cannot reach n2"));
  for (const start of [1, 2, 3]) {
    const two = await openNode(
      ours,
      "n2",
      { addresses: [b], port },
      { n1: [a] },
      { incarnation: incarnation(start) },
    );
    await isUp(one, "n2");
    one.streams.send(n2, numbered(start));
    await two.received.until("it", (e) => e.n === start);
    one.notes.clear();
    await two.streams.close();
    while (one.streams.status().get(n2)?.path !== null) await new Promise((resolve) => setImmediate(resolve));
  }
  await one.streams.close();
});

test("a frozen path is noticed also where the peer's answers, by its own stream, have been the proof of life", async () => {
  const [a, b, r, port] = [freshAddress(), freshAddress(), freshAddress(), await freePort()];
  const answer: Envelope = {
    type: "raft",
    message: { type: "vote-response", term: term(1), granted: true },
    ages: [],
  };
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [a] });
  const relay = await openRelay({ host: r, port }, { host: b, port });
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [r] });
  await Promise.all([isUp(one, "n2"), isUp(two, "n1")]);
  let frozen = false;
  const answering = setInterval(() => {
    one.streams.send(n2, numbered(1));
    if (!one.streams.status().get(n2)?.silent && !frozen) two.streams.send(n1, answer);
  }, 5);
  await one.received.until("an answer", () => true);
  frozen = true; // a peer that hears nothing answers nothing
  relay.freeze();
  await one.notes.until("silence", (text) => text.includes("no longer answers on path 0"));
  clearInterval(answering);
  await Promise.all([one.streams.close(), two.streams.close(), relay.close()]);
});

test("an idle stream is asked at once when its path brings no heartbeats any more, and else seldom", async () => {
  const [b, r, port] = [freshAddress(), freshAddress(), await freePort()];
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [r], n3: [r] });
  const relay = await openRelay({ host: r, port }, { host: b, port });
  let frozen = false;
  const dial = (self: string, silence: () => number) =>
    openNode(ours, self, { addresses: [freshAddress()], port }, { n2: [r] }, { silence });
  const doubting = await dial("n1", () => (frozen ? Number.POSITIVE_INFINITY : 0));
  const trusting = await dial("n3", () => 0);
  await Promise.all([isUp(doubting, "n2"), isUp(trusting, "n2")]);
  let pokes = 0;
  const poking = setInterval(() => {
    pokes += 1;
    doubting.streams.poke();
    trusting.streams.poke();
  }, 5);
  // So many turns of the loop, and not milliseconds, are enough for the first ping of each, which every new stream sends and has answered.
  while (pokes < 40) await new Promise((resolve) => setTimeout(resolve, 5));
  frozen = true;
  relay.freeze();
  await doubting.notes.until("silence", (text) => text.includes("no longer answers on path 0"));
  assert.deepEqual(
    trusting.notes.all.filter((text) => text.includes("no longer answers")),
    [],
  );
  clearInterval(poking);
  await Promise.all([doubting.streams.close(), trusting.streams.close(), two.streams.close(), relay.close()]);
});

test("two daemons with one name evict each other at the pace of the back-off, not of the network", async () => {
  const [b, port] = [freshAddress(), await freePort()];
  const timing = { silenceAfter: 60_000, dialTimeout: 5_000, retryMin: 60_000, retryMax: 60_000 };
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [freshAddress()] });
  const twins = [];
  for (const start of [1, 2]) {
    const where = { addresses: [freshAddress()], port };
    twins.push(await openNode(ours, "n1", where, { n2: [b] }, { timing, incarnation: incarnation(start) }));
    await isUp(twins.at(-1)!, "n2");
  }
  await twins[0]!.notes.until("the eviction", (text) => text.includes("is lost: the peer closed it"));
  assert.equal(twins[0]!.streams.status().get(n2)?.path, null);
  assert.equal(twins[1]!.streams.status().get(n2)?.path, 0);
  await Promise.all([...twins, two].map((node) => node.streams.close()));
});

test("a queue that overflows drops the oldest, counts them, and the newest still arrives", async () => {
  const [a, b, r, port] = [freshAddress(), freshAddress(), freshAddress(), await freePort()];
  const bulk = Buffer.alloc(64 * 1024);
  const codec = {
    decodeEnvelopes: (bytes: Uint8Array) => decodeEnvelopes(bytes.subarray(bulk.length)),
    encodeEnvelopes: (envelopes: Parameters<typeof encodeEnvelopes>[0]) =>
      Buffer.concat([bulk, encodeEnvelopes(envelopes)]),
  };
  const timing = { silenceAfter: 60_000, dialTimeout: 5_000, retryMin: 10, retryMax: 50 };
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [freshAddress()] }, { codec });
  const relay = await openRelay({ host: r, port }, { host: b, port });
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [r] }, { codec, timing });
  await isUp(one, "n2");
  relay.freeze();
  let n = 0;
  while (one.streams.dropped.overflow === 0) {
    for (let i = 0; i < 500; i++) one.streams.send(n2, numbered(++n));
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(one.streams.status().get(n2)?.queued, QUEUE_MAX);
  assert.ok(one.notes.all.some((text) => text.includes("the oldest is dropped")));
  relay.thaw();
  await two.received.until("the newest", (e) => e.n === n);
  const order = two.received.all.map((e) => e.n);
  assert.deepEqual(
    order,
    [...order].sort((x, y) => x - y),
  );
  assert.equal(order.length, n - one.streams.dropped.overflow!);
  await Promise.all([one.streams.close(), two.streams.close(), relay.close()]);
});

test("an envelope that cannot be written is dropped alone", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  const codec = {
    decodeEnvelopes,
    encodeEnvelopes: (envelopes: Parameters<typeof encodeEnvelopes>[0]) => {
      if (envelopes.some((e) => numberOf(e) === 5)) throw new Error("too large");
      return encodeEnvelopes(envelopes);
    },
  };
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b] }, { codec });
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [a] });
  await isUp(one, "n2");
  for (let n = 1; n <= 9; n++) one.streams.send(n2, numbered(n));
  await two.received.until("the last", (e) => e.n === 9);
  assert.deepEqual(
    two.received.all.map((e) => e.n),
    [1, 2, 3, 4, 6, 7, 8, 9],
  );
  assert.equal(one.streams.dropped["too-large"], 1);
  await Promise.all([one.streams.close(), two.streams.close()]);
});

test("a port that is taken is refused with what to look for, and closing frees it", () =>
  pair(async (_one, two, at) => {
    const again = () => openNode(ours, "n2", { addresses: [at.b], port: at.port }, {});
    await assert.rejects(again, { code: "unavailable", message: /is another daemon running/ });
    await two.streams.close();
    const third = await again();
    await third.streams.close();
  }));
