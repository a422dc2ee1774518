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

/** Some milliseconds of work between two ticks, which are in turns of the loop of their own and at least so far apart. */
const WINDOW: Millis = 10;
const UNITS = 32;
const COST: Readonly<Record<Beginning, number>> = { address: 2, service: 8 };
/** Starts beside each other; one that takes longer than a moment (a slow unit) no longer counts. */
const STARTS = 8;
const MOMENT: Millis = 500;

export const newRation = (): Ration => ({ since: Number.NEGATIVE_INFINITY, spent: 0, starting: new Map() });

/**
 * Another turn of the loop has begun. Time alone does not make room: what is begun answers in the same turn, and a slow
 * machine would never come to its end.
 */
export function renew(ration: Ration, now: Millis): void {
  if (ration.starting.size > 0)
    for (const [id, at] of ration.starting) if (now - at >= MOMENT) ration.starting.delete(id);
  if (now - ration.since < WINDOW) return;
  ration.since = now;
  ration.spent = 0;
}

/** Whether one more may begin now. */
export const hasRoom = ({ spent, starting }: Ration, what: Beginning): boolean =>
  spent + COST[what] <= UNITS && (what === "address" || starting.size < STARTS);

export function spend(ration: Ration, what: Beginning): void {
  ration.spent += COST[what];
}

/** When what has to wait may go on, as far as time alone decides it. */
export const nextRation = (ration: Ration): Millis => ration.since + WINDOW;
