/** Leases for applications, from the client's side through sockets to three real nodes in memory. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { LeaseState } from "../../api/messages.ts";
import { LEASES } from "../../api/methods.ts";
import { listLeases } from "../../cli/leasewatch.ts";
import { connectLeases, type Leases } from "../../client/leases.ts";
import { Wire } from "../../client/wire.ts";
import { LeaseholdError } from "../../errors.ts";
import { closeAll, FixedView, serve } from "./fixture.ts";
import { documentOf, eventually, facade, type InMemory, openNodes } from "./nodes.ts";

let nodes: ReadonlyMap<string, InMemory>;
const sockets: string[] = [];
let leases: Leases;

before(async () => {
  nodes = openNodes(documentOf(["alpha", "beta", "gamma"], []));
  for (const { view } of nodes.values()) sockets.push((await serve(facade(view))).socket);
  leases = connectLeases({ endpoints: sockets.map((socket) => `unix:${socket}`) });
  const alpha = nodes.get("alpha")!;
  await eventually(alpha, () => alpha.parts.replica.leader !== null, "there is a leader");
});
after(async () => {
  await closeAll();
  for (const one of nodes.values()) one.stop();
});

const withCode = (code: string) => (error: unknown) => error instanceof LeaseholdError && error.code === code;
const unlessCalled = (reason: string): void => assert.fail(reason);

test("a lease has one owner at a time, and each next one a greater token", async () => {
  const first = await leases.acquire("job", { note: "the first", onLost: unlessCalled });
  assert.ok(first.held);
  assert.ok(first.remaining() > 5000);
  await assert.rejects(leases.acquire("job"), (error: unknown) => {
    assert.ok(withCode("lease-held")(error));
    return /held by the first/.test(String(error));
  });
  const waiting = leases.acquire("job", { wait: Number.POSITIVE_INFINITY });
  assert.equal(await first.release(), true);
  assert.equal(first.held, false);
  const second = await waiting;
  assert.ok(second.token > first.token);
  await second.release();
});

test("who came first gets it first, and nobody who has given up", async () => {
  const held = await leases.acquire("queue");
  const one = connectLeases({ endpoints: [`unix:${sockets[0]}`] });
  const order: string[] = [];
  const impatient = new AbortController();
  const a = one.acquire("queue", { wait: 60_000, signal: impatient.signal });
  const refused = assert.rejects(a);
  const b = one.acquire("queue", { wait: 60_000 }).then(async (lease) => {
    order.push("b");
    await lease.release();
  });
  impatient.abort(new Error("not today"));
  await refused;
  await held.release();
  await b;
  assert.deepEqual(order, ["b"]);
});

test("a lease that nobody keeps alive lapses, and the next owner is told a greater token", async () => {
  const wire = new Wire(`unix:${sockets[0]}`);
  const request = { name: "dead", owner: "someone-who-dies", ttlMs: 1000, waitMs: 0, note: "" };
  const dead = await wire.unary(LEASES.acquire, request);
  assert.equal(dead.acquired, true);
  const again = await wire.unary(LEASES.acquire, request);
  assert.equal(again.token, dead.token, "a repeat by the same owner is the same lease");
  const next = await leases.acquire("dead", { wait: 60_000 });
  assert.ok(next.token > BigInt(dead.token));
  const late = await wire.unary(LEASES.release, { name: "dead", owner: request.owner, token: dead.token });
  assert.equal(late.released, false);
  await next.release();
  wire.close();
});

test("a watch tells what is held, then each change", async () => {
  const kept = await leases.acquire("watched", { note: "why" });
  const enough = new AbortController();
  const seen: LeaseState[] = [];
  const released = new Promise<void>((resolve) => {
    void leases.watch(
      "watched",
      (state) => {
        seen.push(state);
        if (seen.length === 1) void kept.release();
        if (!state.held) resolve();
      },
      enough.signal,
    );
  });
  await released;
  enough.abort();
  assert.deepEqual(
    seen.map(({ held, event }) => [held, event]),
    [
      [true, "held"],
      [false, "released"],
    ],
  );
  assert.equal(seen[0]?.note, "why");
});

test("all leases are listed, and the list has an end", async () => {
  const held = await Promise.all(["l-1", "l-2", "l-3"].map((name) => leases.acquire(name)));
  // A node that did not take part knows them as soon as it has applied them.
  const gamma = nodes.get("gamma")!;
  await eventually(gamma, () => gamma.parts.replica.ledger.appLeases.has("l-3"), "gamma knows");
  const listed = await listLeases(`unix:${sockets[2]}`, null);
  assert.deepEqual(
    listed.map(({ name }) => name).filter((name) => name.startsWith("l-")),
    ["l-1", "l-2", "l-3"],
  );
  await Promise.all(held.map((lease) => lease.release()));
});

test("what an application may not ask for is refused in words", async () => {
  await assert.rejects(leases.acquire("fast", { ttl: 10 }), /10 ms; expected 1000 to/);
  await assert.rejects(leases.acquire(""), withCode("invalid-argument"));
  await assert.rejects(leases.acquire("a\u0000b"), withCode("invalid-argument"));
  assert.throws(() => connectLeases({ endpoints: [] }), withCode("invalid-argument"));
});

test("T3: the right to act ends with what was confirmed, counted from the sending; the loss is told before", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const own = connectLeases({ endpoints: [`unix:${socket}`] });
  let lost = "";
  const before = performance.now();
  const lease = await own.acquire("job", { ttl: 2000, onLost: (reason) => (lost = reason) });
  // From here on nobody confirms anything, and nothing is refuted either.
  view.keepAlive = async ({ name, beat }) => ({ name, beat, held: true, ttlMs: 0, reason: "no leader" });
  await once(lease.signal, "abort");
  assert.match(lost, /no node of the cluster confirmed it in time/);
  assert.ok(withCode("lease-lost")(lease.signal.reason));
  assert.equal(lease.held, false);
  const lasted = performance.now() - before;
  assert.ok(lasted < 20_000, `${lasted} ms: at most one confirmed beat and its time to live`);
});

test("T3: a beat whose answer took its time counts from when it was sent", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const own = connectLeases({ endpoints: [`unix:${socket}`] });
  const [ttl, delay] = [2000, 250];
  let lease: Awaited<ReturnType<Leases["acquire"]>> | null = null;
  const more = new Promise<number>((resolve) => {
    let newest = 0;
    let answered = false;
    view.keepAlive = async ({ name, beat }) => {
      const at = performance.now();
      // Whatever was confirmed by now was sent before the newest of the beats before this one came here.
      if (answered && lease !== null) resolve(lease.remaining() - (newest + ttl - at));
      newest = at;
      await new Promise((later) => setTimeout(later, delay));
      answered = true;
      return { name, beat, held: true, ttlMs: ttl, reason: "" };
    };
  });
  lease = await own.acquire("job", { ttl });
  const excess = await more;
  assert.ok(excess < 1, `it says that ${excess} ms more are left than were confirmed`);
  await lease.release();
});

test("T3: who waited longer than the time to live has the lease confirmed before it is handed over", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const own = connectLeases({ endpoints: [`unix:${socket}`] });
  const granted = view.acquire.bind(view);
  view.acquire = async (request, signal) => {
    await new Promise((later) => setTimeout(later, 1500));
    return granted(request, signal);
  };
  let beats = 0;
  view.keepAlive = async ({ name, beat }) => {
    beats++;
    return { name, beat, held: true, ttlMs: 1000, reason: "" };
  };
  const lease = await own.acquire("job", { ttl: 1000, wait: 10_000 });
  assert.ok(beats > 0);
  assert.ok(lease.held);
  await lease.release();
});

test("a lease that the cluster says is gone is lost at once", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const own = connectLeases({ endpoints: [`unix:${socket}`] });
  const lease = await own.acquire("job", { ttl: 2000 });
  view.free = false;
  await once(lease.signal, "abort");
  assert.match(String(lease.signal.reason), /it has lapsed/);
  assert.equal(await lease.release(), false);
});

test("when one node goes away the lease goes on through another", async () => {
  const views = [new FixedView(), new FixedView()];
  const served = await Promise.all(views.map((view) => serve(view)));
  let beats = 0;
  const own = connectLeases({ endpoints: served.map(({ socket }) => `unix:${socket}`) });
  const lease = await own.acquire("job", { ttl: 3000, onLost: unlessCalled });
  const other = new Promise<void>((resolve) => {
    for (const view of views) {
      view.keepAlive = async ({ name, beat }) => {
        beats++;
        if (beats > 3) resolve();
        return { name, beat, held: true, ttlMs: 3000, reason: "" };
      };
    }
  });
  await served[0]!.api.close();
  await other;
  assert.ok(lease.held);
  await lease.release();
});

const CLI = fileURLToPath(new URL("../../cli/main.js", import.meta.url));

/** What a command says and how it ends. */
async function run(...args: string[]): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { out, err, code };
}

test("a command runs with the token in its environment, and its exit code is the answer", async () => {
  const socket = sockets[1]!;
  const ran = await run(
    "--socket",
    socket,
    "lease",
    "cli",
    "--ttl",
    "30s",
    "--",
    "sh",
    "-c",
    "echo $LEASEHOLD_TOKEN; exit 7",
  );
  assert.equal(ran.code, 7, ran.err);
  assert.match(ran.out, /^[0-9]+\n$/);
  const held = await leases.acquire("cli");
  assert.ok(held.token > BigInt(ran.out.trim()), "it was released, and given again");
  const late = await run("--socket", socket, "lease", "cli", "--wait", "10ms", "--", "true");
  assert.equal(late.code, 1);
  assert.match(late.err, /cli is held by/);
  await held.release();
});

test("a command whose lease is lost is killed", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  let beats = 0;
  view.keepAlive = async ({ name, beat }) => ({
    name,
    beat,
    held: ++beats < 2,
    ttlMs: 3000,
    reason: "it has lapsed",
  });
  const ran = await run(
    "--socket",
    socket,
    "lease",
    "job",
    "--ttl",
    "3s",
    "--",
    "sh",
    "-c",
    "trap '' TERM; sleep 600",
  );
  assert.equal(ran.code, 1);
  assert.match(ran.err, /the lease was lost .*it has lapsed.*; the command is stopped/);
});
