/**
 * How much may begin in one moment: the loop that begins a thousand things in one turn is late for its heartbeats, and
 * loses the leases that it begins them for. Beginning is rationed; taking away never is. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";

/** An address asked for, added or announced; a service started. */
export type Beginning = "address" | "service";

export interface Ration {
  since: Millis;
  spent: number;
  /** Starts that have not ended, and when they began. */
  readonly starting: Map<number, Millis>;
}

/** About 5 ms of work in 10 ms. */
const WINDOW: Millis = 10;
const UNITS = 32;
const COST: Readonly<Record<Beginning, number>> = { address: 2, service: 8 };
/** Starts beside each other; one that takes longer than a moment (a slow unit) no longer counts. */
const STARTS = 8;
const MOMENT: Millis = 500;

export const newRation = (): Ration => ({ since: Number.NEGATIVE_INFINITY, spent: 0, starting: new Map() });

/** Whether one more may begin now. */
export function hasRoom(ration: Ration, what: Beginning, now: Millis): boolean {
  const spent = now - ration.since >= WINDOW ? 0 : ration.spent;
  if (spent + COST[what] > UNITS) return false;
  if (what === "address" || ration.starting.size < STARTS) return true;
  for (const [id, at] of ration.starting) if (now - at >= MOMENT) ration.starting.delete(id);
  return ration.starting.size < STARTS;
}

export function spend(ration: Ration, what: Beginning, now: Millis): void {
  if (now - ration.since >= WINDOW) {
    ration.since = now;
    ration.spent = 0;
  }
  ration.spent += COST[what];
}

/** When what has to wait may go on, as far as time alone decides it. */
export const nextRation = (ration: Ration): Millis => ration.since + WINDOW;
