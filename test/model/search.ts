/** Breadth-first over every state of a world: the first violation found is one of the shortest. */
import { Bridge, PRODUCTION_SEAMS, type Seams } from "./bridge.ts";
import type { Move, Successor } from "./change.ts";
import { Encoder } from "./encode.ts";
import { GROUP, Logs } from "./logs.ts";
import { committed, successors } from "./moves.ts";
import type { Production } from "./production.ts";
import { StateSet } from "./states.ts";
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
