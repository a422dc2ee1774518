/** Which states count as one: equal ones, and, where nothing tells `b` and `c` apart, those with the two swapped. */
import type { Bridge } from "./bridge.ts";
import type { Holder, Index, Node, State } from "./world.ts";

/** The numbers of a state's parts; they are the state. */
export type Row = readonly [number, number, number, number, number];

const other: readonly Index[] = [0, 2, 1];

export class Encoder {
  readonly #bridge: Bridge;
  readonly #symmetric: boolean;
  readonly #nodes: (number | undefined)[] = [];
  readonly #holders: (number | undefined)[] = [];

  /** `swapping`: a path through swapped states would change names on the way, so traces are looked for without it. */
  constructor(bridge: Bridge, swapping: boolean) {
    this.#bridge = bridge;
    const { drifts, configurations } = bridge.world;
    const swapped = (drift: readonly number[]): boolean =>
      drifts.some((one) => one[0] === drift[0] && one[1] === drift[2] && one[2] === drift[1]);
    this.#symmetric = swapping && configurations.length === 1 && drifts.every(swapped);
  }

  encode({ nodes, holder, holderRestarts, voterRestarts }: State): Row {
    const counts = holderRestarts * 16 + voterRestarts;
    const row: Row = [nodes[0].id, nodes[1].id, nodes[2].id, holder.id, counts];
    if (!this.#symmetric) return row;
    const swapped: Row = [
      this.#node(nodes[0]),
      this.#node(nodes[2]),
      this.#node(nodes[1]),
      this.#holder(holder),
      counts,
    ];
    for (let i = 0; i < row.length; i++) {
      const difference = (row[i] as number) - (swapped[i] as number);
      if (difference !== 0) return difference < 0 ? row : swapped;
    }
    return row;
  }

  decode(row: readonly number[]): State {
    const [a = 0, b = 0, c = 0, holder = 0, counts = 0] = row;
    const { nodes, holders } = this.#bridge;
    return {
      nodes: [nodes.of(a), nodes.of(b), nodes.of(c)],
      holder: holders.of(holder),
      holderRestarts: counts >> 4,
      voterRestarts: counts & 15,
    };
  }

  #node(node: Node): number {
    let swapped = this.#nodes[node.id];
    if (swapped === undefined) {
      const claims = node.claims
        .map((claim) => ({ ...claim, voter: other[claim.voter] as Index }))
        .sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : x.voter - y.voter));
      const match = [node.match[0], node.match[2], node.match[1]] as const;
      swapped = this.#bridge.nodes.one({ ...node, claims, match }).id;
      this.#nodes[node.id] = swapped;
    }
    return swapped;
  }

  #holder(holder: Holder): number {
    let swapped = this.#holders[holder.id];
    if (swapped === undefined) {
      const echoes = [holder.echoes[0], holder.echoes[2], holder.echoes[1]] as const;
      swapped = this.#bridge.holders.one({ ...holder, echoes }).id;
      this.#holders[holder.id] = swapped;
    }
    return swapped;
  }
}
