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
  /** Proposals that nothing is known of yet: which asks ride in each, and how long it counts as under way. */
  readonly flying: Map<number, { readonly keys: readonly string[]; readonly until: Millis }>;
}

export const newAsks = (): Asks => ({ open: new Map(), flying: new Map() });

/** One of several wishes that ride in one entry. */
export interface Wording {
  readonly key: string;
  /** Names the wish in full. */
  readonly said: string;
  readonly commands: readonly Command[];
}
interface Asking {
  readonly now: Millis;
  readonly patience: Millis;
  readonly nextId: () => number;
}

/** The same was proposed under this key not long ago: it is not repeated yet. */
export function isAsked(asks: Asks, key: string, said: string, now: Millis): boolean {
  const before = asks.open.get(key);
  return before !== undefined && before.said === said && now < before.again;
}

/**
 * Propose, unless the same was proposed under this key less than `patience` ms ago. `said` names the wish in full.
 */
export function ask(
  asks: Asks,
  key: string,
  said: string,
  commands: readonly Command[],
  asking: Asking,
): HoldingAction[] {
  return isAsked(asks, key, said, asking.now) ? [] : askTogether(asks, [{ key, said, commands }], asking);
}

/** Propose all of them in one entry. */
export function askTogether(asks: Asks, wishes: readonly Wording[], asking: Asking): HoldingAction[] {
  const { now, patience, nextId } = asking;
  for (const [id, { until }] of asks.flying) if (now >= until) asks.flying.delete(id);
  const id = nextId();
  const again = now + patience;
  for (const { key, said } of wishes) asks.open.set(key, { said, id, again });
  asks.flying.set(id, { keys: wishes.map(({ key }) => key), until: again });
  return [{ type: "propose", id, commands: wishes.flatMap(({ commands }) => commands) }];
}

/** How many proposals are under way whose first wish has a key that begins so. */
export function underWay(asks: Asks, prefix: string, now: Millis): number {
  let count = 0;
  for (const { keys, until } of asks.flying.values()) {
    if (now < until && keys[0]?.startsWith(prefix) === true) count += 1;
  }
  return count;
}

/** The ledger shows it, or nobody wishes it any more. */
export function settled(asks: Asks, key: string): void {
  asks.open.delete(key);
}

/** A proposal known to be lost may be repeated sooner than one that is merely silent. Returns the keys that rode in it. */
export function askEnded(
  asks: Asks,
  id: number,
  ok: boolean,
  now: Millis,
  patience: Millis,
): readonly string[] {
  const flown = asks.flying.get(id);
  if (flown === undefined) return [];
  asks.flying.delete(id);
  for (const key of flown.keys) {
    const open = asks.open.get(key);
    if (open?.id === id && !ok) open.again = Math.min(open.again, now + patience / 4);
  }
  return flown.keys;
}
