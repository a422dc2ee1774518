/** What the other nodes have said of the ports where strangers knock (H7). */
import type { Dropped } from "../api/messages.ts";
import type { NodeId } from "../consensus/core/types.ts";
import type { Counter, Envelope } from "../consensus/types.ts";

/** The newest word of each. */
export class Told {
  readonly #told = new Map<NodeId, { readonly counters: readonly Counter[]; readonly at: number }>();

  take(from: NodeId, { counters }: Extract<Envelope, { type: "counters" }>, now: number): void {
    this.#told.set(from, { counters, at: now });
  }

  all(now: number): Dropped[] {
    return [...this.#told].flatMap(([node, { counters, at }]) =>
      counters.map((counter) => ({ ...counter, agoMs: counter.agoMs + (now - at), node })),
    );
  }

  /** Only these are nodes still. */
  keep(nodes: ReadonlySet<NodeId>): void {
    for (const node of [...this.#told.keys()]) if (!nodes.has(node)) this.#told.delete(node);
  }
}
