/** Breadth-first over every state of a world: the first violation found is one of the shortest. */
import { Bridge, PRODUCTION_SEAMS, type Seams } from "./bridge.ts";
import type { Move, Successor } from "./change.ts";
import { Encoder, type Row } from "./encode.ts";
import { GROUP, Logs } from "./logs.ts";
import { committed, successors } from "./moves.ts";
import type { Production } from "./production.ts";
import { type Node, type State, sessionCode, type World } from "./world.ts";

export interface Violation {
  readonly promise: "P1" | "P2";
  readonly detail: string;
  readonly moves: readonly Move[];
}
export interface Explored {
  readonly states: number;
  /** Every state that can be reached was looked at (false: stopped at a violation or at the limit). */
  readonly exhausted: boolean;
  readonly violation: Violation | null;
  /** Steps from the start to the farthest state. */
  readonly depth: number;
}

/** The start: `a` holds the group, everybody has just heard everything, and `leader` leads term 1. */
export function start(bridge: Bridge): State {
  const { world } = bridge;
  const node = (leads: boolean): Node =>
    bridge.nodes.one({
      id: -1,
      term: 1,
      leads,
      log: 1,
      durable: 1,
      applied: 1,
      startedAgo: bridge.cap,
      match: [0, 0, 0],
      claims: [],
      echoable: [],
      newest: null,
      flying: null,
    });
  return {
    nodes: [node(world.leader === 0), node(world.leader === 1), node(world.leader === 2)],
    holder: bridge.holders.one({
      id: -1,
      session: sessionCode(1, 1),
      sessionAgo: world.ttl,
      previous: null,
      echoes: [null, null, null],
      suspectedAgo: null,
      stopped: false,
    }),
    holderRestarts: 0,
    voterRestarts: 0,
  };
}

export const bridgeFor = (production: Production, world: World, seams: Seams = PRODUCTION_SEAMS): Bridge =>
  new Bridge(production, world, new Logs(production, world), seams);

/** What is broken in this state, if anything. */
export function broken(bridge: Bridge, state: State): { promise: "P1" | "P2"; detail: string } | null {
  const { ledger, brokenTokens } = committed(bridge, state);
  if (brokenTokens !== null) return { promise: "P2", detail: brokenTokens };
  const lease = ledger.leases.get(GROUP);
  if (lease?.state !== "held" || lease.holder?.node === "a" || !bridge.believes(state)) return null;
  return {
    promise: "P1",
    detail: `the group is granted to ${lease.holder?.node} with token ${lease.token}, and a's session is still valid and holds it by a's own ledger`,
  };
}

/** Looks at every reachable state, at most `limit` of them. `swapping`: see the encoder. */
export function explore(bridge: Bridge, limit: number, swapping: boolean): Explored {
  const encoder = new Encoder(bridge, swapping);
  const seen = new StateSet();
  const initial = start(bridge);
  seen.add(encoder.encode(initial), -1, 0);
  let depth = 0;
  let lastOfDepth = 0;
  for (let id = 0; id < seen.size; id++) {
    if (id > lastOfDepth) {
      depth++;
      lastOfDepth = seen.size - 1;
    }
    const next = successors(bridge, encoder.decode(seen.row(id)));
    for (let which = 0; which < next.length; which++) {
      const { state } = next[which] as Successor;
      const fresh = seen.add(encoder.encode(state), id, which);
      if (fresh < 0) continue;
      const found = broken(bridge, state);
      if (found !== null) {
        const moves = swapping ? [] : replay(bridge, initial, seen.path(fresh)).map(({ move }) => move);
        return { states: seen.size, exhausted: false, violation: { ...found, moves }, depth: depth + 1 };
      }
      if (seen.size >= limit) return { states: seen.size, exhausted: false, violation: null, depth };
    }
  }
  return { states: seen.size, exhausted: true, violation: null, depth };
}

/** The states on a path from the start; each number says which successor was taken. */
export function replay(bridge: Bridge, initial: State, path: readonly number[]): Successor[] {
  const taken: Successor[] = [];
  let state = initial;
  for (const which of path) {
    const chosen = successors(bridge, state)[which];
    if (chosen === undefined) throw new Error("the path leaves the model");
    taken.push(chosen);
    state = chosen.state;
  }
  return taken;
}

const WIDTH = 5;

/** The states seen, in the order in which they were found, each whole (five numbers), and how it was reached. */
class StateSet {
  size = 0;
  #mask = (1 << 16) - 1;
  #slots = new Int32Array(1 << 16).fill(-1);
  #rows = new Int32Array(WIDTH << 15);
  #parent = new Int32Array(1 << 15);
  #which = new Uint16Array(1 << 15);

  /** The new state's number, or -1 when it is known. */
  add(row: Row, parent: number, which: number): number {
    let slot = this.#hash(row, 0) & this.#mask;
    for (let id = this.#slots[slot] as number; id >= 0; id = this.#slots[slot] as number) {
      if (this.#same(id * WIDTH, row)) return -1;
      slot = (slot + 1) & this.#mask;
    }
    const id = this.size++;
    if (id >= this.#parent.length) this.#grow();
    this.#slots[slot] = id;
    this.#rows.set(row, id * WIDTH);
    this.#parent[id] = parent;
    this.#which[id] = which;
    if (this.size * 2 > this.#mask) this.#rehash();
    return id;
  }

  row(id: number): readonly number[] {
    return [...this.#rows.subarray(id * WIDTH, (id + 1) * WIDTH)];
  }

  /** Which successor was taken at each step from the start. */
  path(id: number): number[] {
    const path: number[] = [];
    for (let at = id; at > 0; at = this.#parent[at] as number) path.push(this.#which[at] as number);
    return path.reverse();
  }

  #same(at: number, row: Row): boolean {
    for (let i = 0; i < WIDTH; i++) if (this.#rows[at + i] !== row[i]) return false;
    return true;
  }

  #hash(row: ArrayLike<number>, at: number): number {
    let hash = 0x3c6ef372;
    for (let i = 0; i < WIDTH; i++) {
      hash = Math.imul(hash ^ (row[at + i] as number), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    return Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13);
  }

  #grow(): void {
    const wider = <T extends Int32Array | Uint16Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    const length = this.#parent.length * 2;
    this.#rows = wider(new Int32Array(length * WIDTH), this.#rows);
    this.#parent = wider(new Int32Array(length), this.#parent);
    this.#which = wider(new Uint16Array(length), this.#which);
  }

  #rehash(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1).fill(-1);
    for (let id = 0; id < this.size; id++) {
      let slot = this.#hash(this.#rows, id * WIDTH) & this.#mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id;
    }
  }
}
