/** Fair shares between clients, and what one of them may have at once. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { type ClientHttp2Session, type ClientHttp2Stream, connect as connectHttp2 } from "node:http2";
import { connect as connectNet, type Socket } from "node:net";
import { after, test } from "node:test";
import { Inflow } from "../../api/inflow.ts";
import { CLUSTER } from "../../api/methods.ts";
import { connectCluster } from "../../client/cluster.ts";
import { frame } from "../../client/frames.ts";
import { processBehind } from "../../network/kernel/syscalls.ts";
import { closeAll, FixedView, serve } from "./fixture.ts";

after(closeAll);

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("who has cost least comes next: a client with a hundred pieces does not hold up one with three", async () => {
  let clock = 0;
  const inflow = new Inflow({ piecesMax: 1, now: () => clock });
  const done: string[] = [];
  const piece = (client: string, cost: number): void =>
    inflow.run(client, () => {
      done.push(client);
      clock += cost;
    });
  for (let i = 0; i < 100; i++) piece("greedy", 0.5);
  for (let i = 0; i < 3; i++) piece("modest", 0.1);
  while (done.filter((name) => name === "modest").length < 3) await turn();
  assert.ok(done.length <= 5, done.join());
  inflow.close();
});

test("for each turn of work the loop has twice that for everything else", async () => {
  let clock = 0;
  const inflow = new Inflow({ piecesMax: 4, budgetMs: 1, now: () => clock });
  const at: number[] = [];
  const all = new Promise<void>((resolve) => {
    for (let i = 0; i < 20; i++) {
      inflow.run("one", () => {
        at.push(clock);
        clock += 10;
        if (at.length === 20) resolve();
      });
    }
  });
  // The clock of the test is the loop's: it goes on while nothing is let in.
  const real = performance.now();
  let last = real;
  const ticking = setInterval(() => {
    clock += performance.now() - last;
    last = performance.now();
  }, 1);
  await all;
  clearInterval(ticking);
  const rested = at.at(-1)! - 19 * 10;
  assert.ok(rested >= 19 * 10, `${rested} ms of rest for 190 ms of work`);
  inflow.close();
});

test("while what was let in before is not worked off, nothing is let in", async () => {
  let busy = true;
  const inflow = new Inflow({ isBusy: () => busy });
  let done = 0;
  inflow.run("one", () => (done += 1));
  for (let i = 0; i < 20; i++) await turn();
  assert.equal(done, 0);
  busy = false;
  while (done === 0) await turn();
  inflow.close();
});

function speak(socket: string): { session: ClientHttp2Session; raw: Socket } {
  const raw = connectNet(socket);
  const session = connectHttp2("http://test", { createConnection: () => raw });
  session.on("error", () => {});
  return { session, raw };
}
const call = (path: string) => ({
  ":method": "POST",
  ":path": path,
  "content-type": "application/grpc",
  te: "trailers",
});
const empty = frame(Buffer.alloc(0));

interface Refused {
  readonly reason: string;
  readonly from: string;
  readonly why: string;
}

test("a client has so many connections, whoever else has room, and it is counted", async () => {
  const refused: Refused[] = [];
  const { socket } = await serve(new FixedView(), {
    processBehind,
    limits: { connectionsMax: 2 },
    onRefused: (reason, from, why) => refused.push({ reason, from, why }),
  });
  const two = [speak(socket), speak(socket)];
  await Promise.all(two.map(({ session }) => once(session, "remoteSettings")));
  const third = speak(socket);
  await once(third.raw, "close");
  assert.deepEqual(
    refused.map(({ reason, from }) => `${reason} ${from}`),
    [`too-many process ${process.pid} of this machine`],
  );
  two[0]!.raw.destroy();
  await once(two[0]!.raw, "close");
  for (;;) {
    const client = connectCluster(`unix:${socket}`);
    const answered = await client.status().then(
      ({ node }) => node,
      () => null,
    );
    client.close();
    if (answered !== null) break;
  }
  two[1]!.raw.destroy();
});

test("a client has so many calls under way, over all its connections, and the next is refused in words", async () => {
  const { socket } = await serve(new FixedView(), { processBehind, limits: { callsMax: 3 } });
  const [one, two] = [speak(socket), speak(socket)];
  const watch = async (session: ClientHttp2Session) => {
    const stream = session.request(call(CLUSTER.watchStatus.path));
    stream.on("error", () => {});
    stream.end(empty);
    const [headers] = (await once(stream, "response")) as [Record<string, unknown>];
    return { stream, headers };
  };
  const first = await watch(one.session);
  await watch(one.session);
  await watch(two.session);
  const { headers } = await watch(two.session);
  assert.equal(headers["grpc-status"], "8");
  assert.match(decodeURIComponent(String(headers["grpc-message"])), /has 3 calls under way already/);
  first.stream.close();
  for (;;) {
    const again = await watch(two.session);
    if (again.headers["grpc-status"] === undefined) break;
  }
  for (const { session } of [one, two]) session.destroy();
});

test("answers that a client does not read are bounded over all its calls: the oldest is cut off, and counted", async () => {
  const view = new FixedView();
  const long = { index: 1, term: 1, at: 5, text: "x".repeat(200_000), type: "granted" };
  view.log = () => ({ decisions: [long] });
  const refused: Refused[] = [];
  const { socket } = await serve(view, {
    processBehind,
    limits: { unreadMax: 500_000 },
    onRefused: (reason, from, why) => refused.push({ reason, from, why }),
  });
  const { session } = speak(socket);
  const streams = Array.from({ length: 6 }, () => {
    const stream = session.request(call(CLUSTER.log.path));
    stream.on("error", () => {});
    stream.end(empty);
    return stream;
  });
  const gone = (stream: ClientHttp2Stream) =>
    new Promise<ClientHttp2Stream>((resolve) => stream.once("close", () => resolve(stream)));
  const cut = await Promise.race(streams.map(gone));
  assert.equal(cut, streams[0], "the oldest");
  const [first] = refused;
  assert.equal(`${first?.reason} ${first?.from}`, `unread process ${process.pid} of this machine`);
  assert.match(first?.why ?? "", /bytes of answers to it wait to be read, more than 500000/);
  // Whoever reads is served meanwhile.
  const client = connectCluster(`unix:${socket}`);
  assert.equal((await client.log(0)).decisions[0]?.text.length, 200_000);
  client.close();
  session.destroy();
});
