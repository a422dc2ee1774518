/**
 * What stands in this node's log and is not applied here, of that which a leader must not overlook: others may have
 * applied it already, or will. A timing that was appended counts at once (N1); a lapse that was, confirms nobody any more.
 */
import type { Entry, LogIndex, Millis } from "./core/types.ts";
import type { Batch, Token } from "./ledger/types.ts";

export interface Tail {
  timings: { readonly index: LogIndex; readonly ttl: Millis; readonly rho: number }[];
  lapses: { readonly index: LogIndex; readonly name: string; readonly token: Token }[];
}

export const newTail = (): Tail => ({ timings: [], lapses: [] });

/** The log changed from `from` on: what stood there is gone, `entries` came. */
export function followTail(tail: Tail, from: LogIndex, entries: readonly Entry[]): void {
  tail.timings = tail.timings.filter(({ index }) => index < from);
  tail.lapses = tail.lapses.filter(({ index }) => index < from);
  for (const { index, payload } of entries) {
    if (payload.type !== "command") continue;
    for (const command of (payload.command as Batch).commands) {
      if (command.type === "configure") {
        const { ttl, rho } = command.document.timing;
        tail.timings.push({ index, ttl, rho });
      } else if (command.type === "lapse") {
        tail.lapses.push({ index, name: command.name, token: command.token });
      }
    }
  }
}

/** The ledger has applied everything up to `applied`, and knows of it itself. */
export function settleTail(tail: Tail, applied: LogIndex): void {
  if (tail.timings.length > 0) tail.timings = tail.timings.filter(({ index }) => index > applied);
  if (tail.lapses.length > 0) tail.lapses = tail.lapses.filter(({ index }) => index > applied);
}
