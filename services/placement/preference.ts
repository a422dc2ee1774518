/** How much a group would like to be on a node: pure. */
import type { NodeId } from "../../consensus/core/types.ts";
import type { GroupSpec, Preference } from "../../consensus/ledger/types.ts";

interface Ranking {
  /** Best first. */
  readonly sorted: readonly Preference[];
  readonly ranks: ReadonlyMap<NodeId, number>;
}
/** A spec never changes, so what is derived from it may be kept as long as it is. */
const rankings = new WeakMap<GroupSpec, Ranking>();

/** Nodes not named weigh 0: after those named with at least that, before those with less. */
const UNNAMED = 1e6;

function rankingOf(spec: GroupSpec): Ranking {
  let ranking = rankings.get(spec);
  if (ranking === undefined) {
    // Sorting is stable: among equal weights the order of the document decides.
    const sorted = [...spec.prefers].sort((a, b) => b.weight - a.weight);
    const ranks = new Map(sorted.map(({ node, weight }, i) => [node, weight < 0 ? 2 * UNNAMED + i : i]));
    ranking = { sorted, ranks };
    rankings.set(spec, ranking);
  }
  return ranking;
}

/** Smaller is better; equal for nodes that are not named. */
export const rankOf = (spec: GroupSpec, node: NodeId): number => rankingOf(spec).ranks.get(node) ?? UNNAMED;

/** Wanted there, rather than only not unwanted. */
export const isPreferred = (rank: number): boolean => rank < UNNAMED;

/** The named nodes that come before this rank, best first. */
export const betterThan = (spec: GroupSpec, rank: number): NodeId[] =>
  rankingOf(spec)
    .sorted.map(({ node }) => node)
    .filter((node) => rankOf(spec, node) < rank);

/** "weight 100" or "not among its preferred nodes", for people. */
export function preferenceText(spec: GroupSpec, node: NodeId): string {
  const named = spec.prefers.find((preference) => preference.node === node);
  if (named !== undefined) return `preferred with weight ${named.weight}`;
  return spec.prefers.length === 0 ? "no node is preferred" : "not among its preferred nodes";
}
