/** Clients that may speak, and speak badly: what they cost is bounded. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { type ClientHttp2Stream, connect as connectHttp2 } from "node:http2";
import { connect as connectNet, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { after, mock, test } from "node:test";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { asBytes } from "../../api/calls.ts";
import { StatusFeed } from "../../api/feed.ts";
import { Inflow } from "../../api/inflow.ts";
import { CLUSTER } from "../../api/methods.ts";
import { boundRequests } from "../../api/patience.ts";
import { Turns } from "../../api/turns.ts";
import { Valve } from "../../api/valve.ts";
import { connectCluster } from "../../client/cluster.ts";
import { frame } from "../../client/frames.ts";
import { closeAll, FixedView, folder, serve } from "../api/fixture.ts";

after(closeAll);

/** A pair of connected sockets. */
async function pair(name: string): Promise<{ here: Socket; there: Socket; close: () => void }> {
  const path = join(folder, name);
  const server = createServer({ allowHalfOpen: false });
  server.listen(path);
  await once(server, "listening");
  const there = connectNet(path);
  const [here] = (await once(server, "connection")) as [Socket];
  for (const each of [here, there]) each.on("error", () => {});
  const close = (): void => {
    for (const each of [here, there]) each.destroy();
    server.close();
  };
  return { here, there, close };
}

test("a job that asks for another has its turn, and the other the next", async () => {
  let clock = 0;
  const turns = new Turns({ budgetMs: 2, now: () => clock });
  let done = 0;
  const again = (): void => {
    done += 1;
    clock += 3;
    turns.run(again);
  };
  turns.run(again);
  for (let turn = 1; turn <= 20; turn++) {
    assert.equal(done, turn, "one in each");
    await new Promise((resolve) => setImmediate(resolve));
  }
  turns.close();
});

test("a change is told to hundreds of watchers in turns, to each once, and to nobody who has gone", () => {
  const view = new FixedView();
  const jobs: (() => void)[] = [];
  const feed = new StatusFeed(view, 1000, (job) => {
    jobs.push(job);
    return true;
  });
  const sent = [0, 0, 0];
  mock.timers.enable({ apis: ["setTimeout"] });
  const leave = sent.map((_, i) =>
    feed.join({ send: () => void sent[i]!++, end: () => {}, fail: () => {}, unread: 0 }),
  );
  assert.deepEqual(sent, [1, 1, 1]);
  view.change();
  mock.timers.tick(100);
  assert.deepEqual([sent, jobs.length], [[1, 1, 1], 3]);
  leave[1]?.();
  for (const job of jobs) job();
  assert.deepEqual(sent, [2, 1, 2]);
  feed.close();
  mock.timers.reset();
});

test("bytes that are dear to read come in a few in each turn, and others have their turns between", async () => {
  const { here, there, close } = await pair("dear");
  const inflow = new Inflow();
  const valve = new Valve(here, inflow, { client: "one" });
  const sent = 4_000;
  let turn = 0;
  let over = false;
  const spin = (): void => {
    turn += 1;
    if (!over) setImmediate(spin);
  };
  setImmediate(spin);
  const perTurn = new Map<number, number>();
  let got = 0;
  const all = new Promise<void>((resolve) => {
    valve.on("data", (chunk: Buffer) => {
      perTurn.set(turn, (perTurn.get(turn) ?? 0) + chunk.length);
      got += chunk.length;
      const until = performance.now() + 3;
      while (performance.now() < until);
      if (got === sent) resolve();
    });
  });
  there.write(Buffer.alloc(sent, 1));
  await all;
  over = true;
  const most = Math.max(...perTurn.values());
  assert.ok(most <= 1024, `${most} bytes in one turn`);
  inflow.close();
  close();
});

test("cheap bytes come in fast, all of them, in order, and the end after them", async () => {
  const { here, there, close } = await pair("cheap");
  const inflow = new Inflow();
  const valve = new Valve(here, inflow, { client: "one" });
  const sent = Buffer.alloc(3_000_000);
  for (let i = 0; i < sent.length; i += 4) sent.writeUInt32LE(i, i);
  const chunks: Buffer[] = [];
  valve.on("data", (chunk: Buffer) => chunks.push(chunk));
  there.end(sent);
  await once(valve, "end");
  assert.deepEqual(Buffer.concat(chunks).compare(sent), 0);
  inflow.close();
  close();
});

test("a connection whose other end reads nothing at all is cut off after a while, and says so", async () => {
  const { here, there, close } = await pair("deaf");
  there.pause();
  const inflow = new Inflow();
  const why = await new Promise<string>((onUnread) => {
    const valve = new Valve(here, inflow, { client: "one", onUnread, unreadMs: 100 });
    valve.on("error", () => {});
    valve.write(Buffer.alloc(10_000_000));
  });
  assert.match(why, /nothing that it was sent was read for 100 ms/);
  if (!here.destroyed) await once(here, "close");
  inflow.close();
  close();
});

/** A call that has begun and whose request does not come; resolves with its status. */
function begun(stream: ClientHttp2Stream): Promise<string> {
  stream.on("error", () => {});
  stream.resume();
  return new Promise((resolve) => {
    const look = (headers: Record<string, unknown>): void => {
      if (headers["grpc-status"] !== undefined) resolve(String(headers["grpc-status"]));
    };
    stream.on("response", look);
    stream.on("trailers", look);
  });
}

const headers = {
  ":method": "POST",
  ":path": CLUSTER.status.path,
  "content-type": "application/grpc",
  te: "trailers",
};

test("of calls whose request does not come the oldest goes when there are too many, and each after a while", async () => {
  const server = new Server({ interceptors: [boundRequests({ waitingMax: 2, patienceMs: 1500 })] });
  const service = { status: asBytes(CLUSTER.status) };
  server.addService(service, {
    status: (_call: unknown, reply: (error: null, bytes: Buffer) => void) => reply(null, Buffer.alloc(0)),
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, at) =>
      error === null ? resolve(at) : reject(error),
    ),
  );
  const session = connectHttp2(`http://127.0.0.1:${port}`);
  const half = frame(Buffer.alloc(1000)).subarray(0, 500);
  const statuses: Promise<string>[] = [];
  for (let i = 0; i < 3; i++) {
    const stream = session.request(headers);
    stream.write(half);
    statuses.push(begun(stream));
  }
  assert.equal(await statuses[0], "8", "the oldest made room");
  const honest = session.request(headers);
  honest.end(frame(Buffer.alloc(0)));
  assert.equal(await begun(honest), "0");
  // The honest one took the place of another, or of none, as they arrived; the last one ran out of time.
  assert.equal(await statuses[2], "4");
  session.destroy();
  server.forceShutdown();
});

test("a connection that speaks no HTTP/2 is closed, also when its other end does not close", async () => {
  const { socket } = await serve(new FixedView());
  const rude = connectNet({ path: socket, allowHalfOpen: true });
  const failed = once(rude, "error") as Promise<[NodeJS.ErrnoException]>;
  rude.resume();
  rude.write("GET / HTTP/1.1\r\nHost: leasehold\r\n\r\n");
  await once(rude, "end");
  const timer = setInterval(() => rude.write("x"), 50);
  const [error] = await failed;
  clearInterval(timer);
  assert.match(error.code ?? "", /EPIPE|ECONNRESET/);
  rude.destroy();
});

test("connections that say nothing do not take the place of those that speak, and drip or lie in vain", async () => {
  const { socket } = await serve(new FixedView());
  const mute: Socket[] = [];
  for (let i = 0; i < 300; i++) {
    const each = connectNet(socket);
    each.on("error", () => {});
    if (i % 2 === 1) each.write("PRI");
    mute.push(each);
  }
  const liar = connectNet(socket);
  liar.on("error", () => {});
  liar.resume();
  liar.write(Buffer.alloc(100, 1));
  await once(liar, "close");
  const client = connectCluster(`unix:${socket}`);
  assert.equal((await client.status()).node, "alpha");
  client.close();
  for (const each of mute) each.destroy();
});
