/**
 * Proposals by level, not by edge: a wish is proposed, and proposed again, until the ledger shows it. What became of
 * one proposal may stay unknown for good; every command here is a no-op when repeated.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { Command } from "../consensus/ledger/types.ts";
import type { HoldingAction } from "./types.ts";

interface Ask {
  /** What was asked, to tell a repeat from a new wish under the same key. */
  readonly said: string;
  readonly id: number;
  again: Millis;
}

export interface Asks {
  readonly open: Map<string, Ask>;
}

export const newAsks = (): Asks => ({ open: new Map() });

/**
 * Propose, unless the same was proposed under this key less than `patience` ms ago. `said` names the wish in full.
 */
export function ask(
  asks: Asks,
  key: string,
  said: string,
  commands: readonly Command[],
  context: { readonly now: Millis; readonly patience: Millis; readonly nextId: () => number },
): HoldingAction[] {
  const before = asks.open.get(key);
  if (before !== undefined && before.said === said && context.now < before.again) return [];
  const id = context.nextId();
  asks.open.set(key, { said, id, again: context.now + context.patience });
  return [{ type: "propose", id, commands }];
}

/** The ledger shows it, or nobody wishes it any more. */
export function settled(asks: Asks, key: string): void {
  asks.open.delete(key);
}

/** A proposal known to be lost may be repeated sooner than one that is merely silent. */
export function askEnded(asks: Asks, id: number, ok: boolean, now: Millis, patience: Millis): void {
  for (const open of asks.open.values()) {
    if (open.id === id && !ok) open.again = Math.min(open.again, now + patience / 4);
  }
}
