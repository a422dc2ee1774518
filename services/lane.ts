/**
 * One thing a group has on the machine, its address or its service: what we know of it, from nothing but the verified
 * ends of actions. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";

/**
 * `left`: there from before this process, not yet taken over. `unknown`: something was begun and did not end well, or
 * was overtaken; only a verified undoing says `absent` again.
 */
export type Presence = "absent" | "present" | "left" | "unknown";

export interface Lane {
  presence: Presence;
  /** Makings (add, start) that have not ended; true: an undoing was begun after it, so its end says nothing. */
  readonly making: Map<number, boolean>;
  undoing: { readonly id: number; readonly how: "orderly" | "kill" } | null;
  /** Failures in a row of what is being tried. */
  failures: number;
  /** The next try is not before this. */
  retryAt: Millis;
  /** Why the last try failed. */
  detail: string;
}

export const emptyLane = (): Lane => ({
  presence: "absent",
  making: new Map(),
  undoing: null,
  failures: 0,
  retryAt: Number.NEGATIVE_INFINITY,
  detail: "",
});

/** Verified gone, with nothing under way that could bring it back. */
export const isGone = (lane: Lane): boolean =>
  lane.presence === "absent" && lane.making.size === 0 && lane.undoing === null;

/** May a making begin? */
export const isQuiet = (lane: Lane): boolean => lane.making.size === 0 && lane.undoing === null;

/** Is there anything an undoing begun now would change that one begun earlier has not already covered? */
export const needsUndoing = (lane: Lane): boolean =>
  lane.making.size === 0 ? lane.presence !== "absent" : [...lane.making.values()].includes(false);

export function beginMaking(lane: Lane, id: number): void {
  lane.making.set(id, false);
}

/** An undoing may overtake a making, and another undoing (a kill an orderly stop): only its own end counts. */
export function beginUndoing(lane: Lane, id: number, how: "orderly" | "kill"): void {
  for (const key of lane.making.keys()) lane.making.set(key, true);
  lane.undoing = { id, how };
}

export type LaneEnd = "made" | "not-made" | "overtaken" | "undone" | "not-undone";

/** Take the end of an action; null when it is none of this lane's. */
export function laneEnded(lane: Lane, id: number, ok: boolean, detail: string): LaneEnd | null {
  const overtaken = lane.making.get(id);
  if (overtaken !== undefined) {
    lane.making.delete(id);
    lane.presence = ok && !overtaken ? "present" : "unknown";
    if (overtaken) return "overtaken";
    return count(lane, ok, detail) ? "made" : "not-made";
  }
  if (lane.undoing?.id !== id) return null;
  lane.undoing = null;
  lane.presence = ok ? "absent" : "unknown";
  return count(lane, ok, detail) ? "undone" : "not-undone";
}

function count(lane: Lane, ok: boolean, detail: string): boolean {
  lane.failures = ok ? 0 : lane.failures + 1;
  lane.detail = ok ? "" : detail;
  if (ok) lane.retryAt = Number.NEGATIVE_INFINITY;
  return ok;
}
