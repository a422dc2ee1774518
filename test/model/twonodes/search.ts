/** Breadth-first over every state of a world: the first violation found is one of the shortest. */
import { StateSet } from "../states.ts";
import type { Move } from "./change.ts";
import { Moves } from "./moves.ts";
import type { Production } from "./production.ts";
import type { State, World } from "./world.ts";

export interface Explored {
  readonly states: number;
  /** Every state that can be reached was looked at (false: stopped at a violation or at the limit). */
  readonly exhausted: boolean;
  readonly violation: { readonly moves: readonly Move[]; readonly detail: string } | null;
  /** Steps from the start to the farthest state. */
  readonly depth: number;
  /** What happened on the way: a model in which something never happens says nothing about it. */
  readonly happened: ReadonlySet<Move["type"]>;
}

type Row = readonly [number, number, number, number, number];
/** More than is ever counted of anything. */
const MANY = 8;
const rowOf = ({ nodes, committed, certificates, diskLosses, stalls, farewells }: State): Row => [
  nodes[0].id,
  nodes[1].id,
  committed,
  certificates,
  diskLosses + MANY * (stalls + MANY * farewells),
];

export function explore(production: Production, world: World, limit: number): Explored {
  const moves = new Moves(production, world);
  const seen = new StateSet();
  const stateOf = (row: readonly number[]): State => ({
    nodes: [moves.nodes.of(row[0] as number), moves.nodes.of(row[1] as number)],
    committed: row[2] as number,
    certificates: row[3] as number,
    diskLosses: (row[4] as number) % MANY,
    stalls: Math.floor((row[4] as number) / MANY) % MANY,
    farewells: Math.floor((row[4] as number) / MANY / MANY),
  });
  seen.add(rowOf(moves.start()), -1, 0);
  const happened = new Set<Move["type"]>();
  let depth = 0;
  let lastOfDepth = 0;
  for (let id = 0; id < seen.size; id++) {
    if (id > lastOfDepth) {
      depth++;
      lastOfDepth = seen.size - 1;
    }
    const next = moves.successors(stateOf(seen.row(id)));
    for (let which = 0; which < next.length; which++) {
      const { move, state, broken } = next[which]!;
      const fresh = seen.add(rowOf(state), id, which);
      if (fresh >= 0) happened.add(move.type);
      if (broken !== null) {
        const path = [...seen.path(id), which];
        return {
          states: seen.size,
          exhausted: false,
          violation: { moves: replay(moves, path), detail: broken },
          depth: depth + 1,
          happened,
        };
      }
      if (fresh >= 0 && seen.size >= limit)
        return { states: seen.size, exhausted: false, violation: null, depth, happened };
    }
  }
  return { states: seen.size, exhausted: true, violation: null, depth, happened };
}

/** The moves on a path from the start; each number says which successor was taken. */
function replay(moves: Moves, path: readonly number[]): Move[] {
  const taken: Move[] = [];
  let state = moves.start();
  for (const which of path) {
    const chosen = moves.successors(state)[which];
    if (chosen === undefined) throw new Error("the path leaves the model");
    taken.push(chosen.move);
    state = chosen.state;
  }
  return taken;
}
