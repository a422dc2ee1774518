/**
 * What stands in this node's log and is not applied here, of that which a leader must not overlook: others may have
 * applied it already, or will. A timing that was appended counts at once (N1); a lapse that was, confirms nobody any more.
 * A store that was let in is known, by whoever has that on its disk (R13.4).
 */
import type { Entry, LogIndex, Millis, NodeId } from "./core/types.ts";
import type { Batch, Command, Incarnation, Ledger, StoreFact, Token } from "./ledger/types.ts";

export interface Tail {
  timings: { readonly index: LogIndex; readonly ttl: Millis; readonly rho: number }[];
  lapses: { readonly index: LogIndex; readonly name: string; readonly token: Token }[];
  /** Stores that were let in (R13.5), oldest first. */
  stores: (StoreFact & { readonly node: NodeId })[];
}

export const newTail = (): Tail => ({ timings: [], lapses: [], stores: [] });

/** The log changed from `from` on: what stood there is gone, `entries` came. */
export function followTail(tail: Tail, from: LogIndex, entries: readonly Entry[]): void {
  tail.timings = tail.timings.filter(({ index }) => index < from);
  tail.lapses = tail.lapses.filter(({ index }) => index < from);
  tail.stores = tail.stores.filter(({ index }) => index < from);
  for (const { index, payload } of entries) {
    if (payload.type !== "command") continue;
    for (const command of (payload.command as Batch).commands) {
      if (command.type === "configure") {
        const { ttl, rho } = command.document.timing;
        tail.timings.push({ index, ttl, rho });
      } else if (command.type === "lapse") {
        tail.lapses.push({ index, name: command.name, token: command.token });
      } else {
        const start = startIn(command);
        if (start !== null)
          tail.stores.push({
            node: start.node,
            generation: start.generation,
            incarnation: start.incarnation,
            index,
          });
      }
    }
  }
}

/** The store that a command lets in. */
function startIn(command: Command): Omit<Tail["stores"][number], "index"> | null {
  switch (command.type) {
    case "open": {
      const { node, incarnation } = command.session;
      return command.generation === undefined ? null : { node, generation: command.generation, incarnation };
    }
    case "certify":
      return { node: command.node, generation: command.generation, incarnation: command.incarnation };
    case "readmit":
      return { node: command.node, generation: command.generation, incarnation: 0 as Incarnation };
    default:
      return null;
  }
}

/** What this node knows of the disk that bears a name, by its whole log. */
export const storeOf = (ledger: Ledger, tail: Tail, node: NodeId): StoreFact | undefined =>
  (tail.stores.length === 0 ? undefined : tail.stores.findLast((store) => store.node === node)) ??
  ledger.stores.get(node);

/** The ledger has applied everything up to `applied`, and knows of it itself. */
export function settleTail(tail: Tail, applied: LogIndex): void {
  if (tail.timings.length > 0) tail.timings = tail.timings.filter(({ index }) => index > applied);
  if (tail.lapses.length > 0) tail.lapses = tail.lapses.filter(({ index }) => index > applied);
  if (tail.stores.length > 0) tail.stores = tail.stores.filter(({ index }) => index > applied);
}
