/** A state with one node changed, and the names of what changes it. */
import type { Bridge } from "./bridge.ts";
import type { ModelEntry } from "./logs.ts";
import type { Index, Node, State } from "./world.ts";

export type Move =
  | { readonly type: "time"; readonly drift: readonly [number, number, number] }
  | { readonly type: "heard"; readonly by: 1 | 2; readonly sentAgo: number; readonly echoed: boolean }
  | { readonly type: "echo"; readonly from: 1 | 2; readonly sentAgo: number }
  | {
      readonly type: "append";
      readonly from: Index;
      readonly to: Index;
      /** What is taken; null: an empty one. */
      readonly entry: ModelEntry | null;
      readonly answered: boolean;
    }
  | { readonly type: "synced"; readonly at: Index }
  | { readonly type: "elected"; readonly node: Index; readonly by: readonly Index[]; readonly term: number }
  | { readonly type: "proposed"; readonly leader: Index; readonly entry: ModelEntry }
  | { readonly type: "restarted"; readonly node: Index; readonly forgot: boolean };

export interface Successor {
  readonly move: Move;
  readonly state: State;
}

export const withNode = (state: State, at: Index, node: Node, holder = state.holder): State => {
  const [a, b, c] = state.nodes;
  const { holderRestarts, voterRestarts } = state;
  const nodes: State["nodes"] = at === 0 ? [node, b, c] : at === 1 ? [a, node, c] : [a, b, node];
  return { nodes, holder, holderRestarts, voterRestarts };
};

/** A node whose log changed; for `a`, whether its own session is suspected there may have changed too (N4). */
export function setNode(bridge: Bridge, state: State, at: Index, node: Node): State {
  if (node === state.nodes[at]) return state;
  const { holder } = state;
  if (at !== 0) return withNode(state, at, node);
  const suspectedAgo = bridge.suspectedAgo(node, holder.session, holder.suspectedAgo);
  if (suspectedAgo === holder.suspectedAgo) return withNode(state, at, node);
  return withNode(state, at, node, bridge.holders.one({ ...holder, suspectedAgo }));
}

/** A node that has heard of this term. */
export const inTerm = (bridge: Bridge, node: Node, term: number): Node =>
  node.term === term
    ? node
    : { ...node, term, leads: false, match: [0, 0, 0], claims: bridge.claimsInTerm(node, term) };
