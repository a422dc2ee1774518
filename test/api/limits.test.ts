/** What protects the daemon's one loop from its clients. */
import assert from "node:assert/strict";
import { connect } from "node:http2";
import { connect as connectNet } from "node:net";
import { after, test } from "node:test";
import fc from "fast-check";
import { StatusFeed } from "../../api/feed.ts";
import { LogFeed } from "../../api/logfeed.ts";
import { CLUSTER, LEASES } from "../../api/methods.ts";
import { Turns } from "../../api/turns.ts";
import { connectCluster } from "../../client/cluster.ts";
import { frame } from "../../client/frames.ts";
import { Wire } from "../../client/wire.ts";
import { LeaseholdError } from "../../errors.ts";
import { closeAll, FixedView, serve } from "./fixture.ts";

after(closeAll);

/** One call with these bytes as its message; resolves with gRPC's status and sentence. */
function rawCall(socket: string, path: string, message: Buffer): Promise<{ code: string; text: string }> {
  return new Promise((resolve, reject) => {
    const session = connect("http://test", { createConnection: () => connectNet(socket) });
    session.on("error", reject);
    const stream = session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
    });
    const done = (headers: Record<string, unknown>): void => {
      if (headers["grpc-status"] === undefined) return;
      resolve({
        code: String(headers["grpc-status"]),
        text: decodeURIComponent(String(headers["grpc-message"] ?? "")),
      });
      session.destroy();
    };
    stream.on("response", done);
    stream.on("trailers", done);
    stream.on("error", reject);
    stream.resume();
    stream.end(frame(message));
  });
}

test("a request that is too large is refused with its bound, also where a document may be large", async () => {
  const { socket } = await serve(new FixedView());
  const wire = new Wire(`unix:${socket}`);
  await assert.rejects(
    wire.unary(CLUSTER.explain, { group: "x".repeat(100_000) }),
    (e: unknown) =>
      e instanceof LeaseholdError && e.code === "invalid-argument" && /at most 65536/.test(e.message),
  );
  const document = {
    yaml: "x".repeat(4 * 1024 * 1024 + 1),
    file: "",
    dryRun: true,
    baseRevision: 0,
    by: "",
    note: "",
  };
  await assert.rejects(wire.unary(CLUSTER.apply, document), /expected at most 4194304/);
  await assert.rejects(wire.unary(CLUSTER.apply, { ...document, yaml: "x".repeat(5_000_000) }));
  wire.close();
});

test("names with control characters or of endless length are refused in words", async () => {
  const { socket } = await serve(new FixedView());
  const client = connectCluster(`unix:${socket}`);
  await assert.rejects(client.explain("we\nb"), /control characters/);
  await assert.rejects(client.explain("x".repeat(256)), /256 characters; expected at most 255/);
  client.close();
});

test("bytes that are no message are refused, whatever they are, and others are served on", async () => {
  const { socket } = await serve(new FixedView());
  const paths = [...Object.values(CLUSTER), ...Object.values(LEASES)].map((method) => method.path);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 200 }), async (path, bytes) => {
      // A keep-alive waits for more, and a watch goes on: those have no end of their own.
      if (/Watch|KeepAlive/.test(path)) return;
      const { code, text } = await rawCall(socket, path, Buffer.from(bytes));
      assert.notEqual(code, "13", `${path}: ${text}`);
    }),
    { numRuns: 60 },
  );
  const { code, text } = await rawCall(
    socket,
    "/leasehold.v1.Cluster/Explain",
    Buffer.from([0xff, 0xff, 0xff]),
  );
  assert.equal(code, "3");
  assert.match(text, /is no message of \/leasehold\.v1\.Cluster\/Explain/);
  const client = connectCluster(`unix:${socket}`);
  assert.equal((await client.status()).node, "alpha");
  client.close();
});

test("whoever watches and does not read is dropped with a reason, and costs a bounded number of replies", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const session = connect("http://test", { createConnection: () => connectNet(socket) });
  const stream = session.request({
    ":method": "POST",
    ":path": LEASES.watch.path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  stream.end(frame(LEASES.watch.requestSerialize({ name: "" })));
  await new Promise((resolve) => stream.once("response", resolve));
  const [listener] = view.watchers;
  const state = { name: "job", held: true, token: "5", note: "n".repeat(200), event: "held" } as const;
  for (let sent = 0; sent < 40_000 && view.watchers.size > 0; sent++) listener?.(state);
  assert.equal(view.watchers.size, 0, "the watcher was let go");
  const status = new Promise<string>((resolve) =>
    stream.once("trailers", (headers) => resolve(`${headers["grpc-status"]} ${headers["grpc-message"]}`)),
  );
  stream.resume();
  assert.match(decodeURIComponent(await status), /^8 16384 replies wait to be read/);
  session.destroy();
});

test("work of the API takes a few milliseconds of a turn, keeps its order, and is refused when too much waits", async () => {
  let clock = 0;
  const turns = new Turns({ budgetMs: 2, waitingMax: 5, now: () => clock });
  const done: number[] = [];
  const job = (n: number) => () => {
    done.push(n);
    clock += 1.5;
  };
  const taken = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => turns.run(job(n)));
  assert.deepEqual(done, [1, 2], "the budget of this turn");
  assert.deepEqual(taken, [true, true, true, true, true, true, true, false]);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(done, [1, 2, 3, 4]);
  while (done.length < 7) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(done, [1, 2, 3, 4, 5, 6, 7]);
  turns.close();
});

test("a watcher that is behind gets the newest status later, and is dropped when it reads nothing for long", async () => {
  const view = new FixedView();
  const feed = new StatusFeed(view, 300);
  let unread = 0;
  const failure = new Promise<unknown>((resolve) => {
    const out = {
      send: () => unread++,
      end: () => {},
      fail: resolve,
      get unread() {
        return unread;
      },
    };
    feed.join(out);
  });
  assert.equal(unread, 1, "one at once");
  view.change();
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.equal(unread, 1, "no second one while the first is unread");
  unread = 0;
  while (unread === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  view.change();
  assert.match(String(await failure), /nothing was read for 300 ms/);
  feed.close();
});

test("a log is made once for everybody who asks for as much of it, until something changes", () => {
  const view = new FixedView();
  let made = 0;
  const log = view.log.bind(view);
  view.log = (newest) => {
    made++;
    return log(newest);
  };
  const logs = new LogFeed(view, () => 0);
  for (let asked = 0; asked < 1000; asked++) logs.newest(asked % 2);
  assert.equal(made, 2);
  assert.equal(CLUSTER.log.responseDeserialize(logs.newest(1)).decisions.length, 1);
  assert.equal(CLUSTER.log.responseDeserialize(logs.newest(0)).decisions.length, 3);
  view.change();
  logs.newest(0);
  assert.equal(made, 3);
  logs.close();
  assert.equal(view.listeners.size, 0);
});

test("who asks for ever other logs while everything changes has a share of the loop, and no more", () => {
  const view = new FixedView();
  let [now, made] = [0, 0];
  const log = view.log.bind(view);
  view.log = (newest) => {
    made++;
    now += 5;
    return log(newest);
  };
  const logs = new LogFeed(view, () => now);
  const first = logs.newest(1);
  let refused = 0;
  for (let asked = 2; asked < 100; asked++) {
    view.change();
    try {
      logs.newest(asked);
    } catch (error) {
      assert.ok(error instanceof LeaseholdError && error.code === "busy");
      refused++;
    }
  }
  assert.equal(made, 4, "four of five milliseconds each are the share");
  assert.equal(refused, 95);
  assert.equal(logs.newest(1), first, "one of a moment ago has to do");
  now += 100;
  logs.newest(50);
  assert.equal(made, 5);
  logs.close();
});

test("the askers of a moment share a status, and making them takes a third of the time at most", async () => {
  const view = new FixedView();
  let made = 0;
  const status = view.status();
  view.status = () => {
    made++;
    // As a large cluster would.
    const until = performance.now() + 5;
    while (performance.now() < until);
    return status;
  };
  const { socket } = await serve(view);
  const client = connectCluster(`unix:${socket}`, null, 30_000);
  const began = performance.now();
  await Promise.all(Array.from({ length: 100 }, () => client.status()));
  // Of 5 ms each, six are a third of a tenth of a second.
  const bound = 7 * (1 + Math.ceil((performance.now() - began) / 100));
  assert.ok(made <= bound && made < 100, `${made} were made for 100 askers; expected at most ${bound}`);
  client.close();
});
