/** The keep-alives of many leases of one client, while nodes come, go, stand still and know no leader. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectNet, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { connectLeases, type Lease, type Leases } from "../../client/leases.ts";
import { closeAll, FixedView, folder, serve } from "./fixture.ts";

const doors: Door[] = [];
after(async () => {
  for (const door of doors) door.close();
  await closeAll();
});

/** A socket in front of a node's own: counts who comes, and can stand still or go away as a node does. */
class Door {
  readonly path: string;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  most = 0;
  #frozen = false;

  private constructor(path: string, behind: string) {
    this.path = path;
    this.#server = createServer((socket) => {
      const inner = connectNet(behind);
      this.#open.add(socket);
      this.most = Math.max(this.most, this.#open.size);
      for (const each of [socket, inner]) each.on("error", () => {});
      socket.on("data", (chunk) => this.#frozen || inner.write(chunk));
      inner.on("data", (chunk) => this.#frozen || socket.write(chunk));
      socket.once("close", () => {
        this.#open.delete(socket);
        inner.destroy();
      });
      inner.once("close", () => this.#frozen || socket.destroy());
    });
  }
  static async before(behind: string): Promise<Door> {
    const door = new Door(join(folder, `door-${doors.length}.sock`), behind);
    doors.push(door);
    door.#server.listen(door.path);
    await once(door.#server, "listening");
    return door;
  }
  /** Connections stay, and nothing passes. */
  freeze(): void {
    this.#frozen = true;
  }
  close(): void {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
  }
}

/** A node whose view counts the beats of each lease, and who can be waited for. */
class Node extends FixedView {
  readonly beats = new Map<string, number>();
  confirms = true;
  onBeat: (() => void) | null = null;

  constructor(ttl: number) {
    super();
    this.keepAlive = async ({ name, beat }) => {
      if (!this.confirms) return { name, beat, held: true, ttlMs: 0, reason: "there is no leader now" };
      this.beats.set(name, (this.beats.get(name) ?? 0) + 1);
      this.onBeat?.();
      return { name, beat, held: true, ttlMs: ttl, reason: "" };
    };
  }
  /** Resolves when each of so many leases has been confirmed so often here. */
  async heard(leases: number, times: number): Promise<void> {
    await beatsMake([this], () => [...this.beats.values()].filter((n) => n >= times).length >= leases);
  }
}

/** Resolves when it is so, which a beat that is heard by any of these brings about. */
function beatsMake(nodes: readonly Node[], so: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (so()) resolve();
    };
    for (const node of nodes) node.onBeat = look;
    look();
  });
}

/** Leases that outlive a pause of this machine. */
const TTL = 10_000;
/** What hangs has failed. */
const BOUND = { timeout: 60_000 };
async function node(ttl = TTL): Promise<{ view: Node; door: Door }> {
  const view = new Node(ttl);
  const { socket } = await serve(view);
  return { view, door: await Door.before(socket) };
}

async function take(leases: Leases, count: number, lost: string[], ttl = TTL): Promise<Lease[]> {
  const names = Array.from({ length: count }, (_, i) => `job-${i}`);
  const onLost = (reason: string): unknown => lost.push(reason);
  return Promise.all(names.map((name) => leases.acquire(name, { ttl, wait: 50_000, onLost })));
}
/** So many leases of one program that knows two nodes; the first has confirmed each of them once. */
async function heldByTwo(count: number) {
  const [one, two] = [await node(), await node()];
  const lost: string[] = [];
  const endpoints = [`unix:${one.door.path}`, `unix:${two.door.path}`];
  const held = await take(connectLeases({ endpoints }), count, lost);
  await one.view.heard(count, 1);
  return { one, two, lost, held };
}
const give = (held: readonly Lease[]) => Promise.all(held.map((lease) => lease.release()));

test(
  "three hundred leases of one program are a handful of connections to a node, and all live on",
  BOUND,
  async () => {
    const ttl = 30_000;
    const { view, door } = await node(ttl);
    const lost: string[] = [];
    const held = await take(connectLeases({ endpoints: [`unix:${door.path}`] }), 300, lost, ttl);
    await view.heard(300, 1);
    assert.deepEqual(lost, []);
    assert.ok(door.most <= 10, `${door.most} connections at once`);
    assert.ok(held.every((lease) => lease.held));
    await give(held);
  },
);

test(
  "of five nodes four are gone, and as many leases as are a multiple of five find the one that is left, each",
  BOUND,
  async () => {
    const one = await node();
    const two = await node();
    const gone = (i: number): string => `unix:${join(folder, `gone-${i}.sock`)}`;
    const endpoints = [`unix:${one.door.path}`, gone(1), gone(2), gone(3), `unix:${two.door.path}`];
    const lost: string[] = [];
    const held = await take(connectLeases({ endpoints }), 40, lost);
    one.door.close();
    await two.view.heard(40, 2);
    assert.deepEqual(lost, []);
    await give(held);
  },
);

test("a node that stands still is left by all, once, and nothing is lost", BOUND, async () => {
  const { one, two, lost, held } = await heldByTwo(40);
  one.door.freeze();
  await two.view.heard(40, 2);
  assert.deepEqual(lost, []);
  assert.ok(
    two.door.most <= 2,
    `${two.door.most} connections: the beats that moved are not doubted by their age`,
  );
  await give(held);
});

test(
  "a node that knows no leader, or is removed and knows none for good, is left for one that does",
  BOUND,
  async () => {
    const { one, two, lost, held } = await heldByTwo(40);
    one.view.confirms = false;
    await two.view.heard(40, 3);
    assert.deepEqual(lost, []);
    await give(held);
  },
);

test(
  "when no node knows a leader for a while all are asked again and again, and the leases outlive it",
  BOUND,
  async () => {
    const { one, two, lost, held } = await heldByTwo(20);
    const both = [one.view, two.view];
    for (const view of both) view.confirms = false;
    let asked = 0;
    await new Promise<void>((resolve) => {
      for (const view of both) {
        const keepAlive = view.keepAlive.bind(view);
        view.keepAlive = (request) => {
          asked += 1;
          if (asked === 60) resolve();
          return keepAlive(request);
        };
      }
    });
    for (const view of both) {
      view.confirms = true;
      view.beats.clear();
    }
    await beatsMake(both, () => new Set(both.flatMap(({ beats }) => [...beats.keys()])).size === 20);
    assert.deepEqual(lost, []);
    await give(held);
  },
);
