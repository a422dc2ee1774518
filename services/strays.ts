/**
 * Managed addresses on this node's cards that no group of this process put there, until they are taken over or removed:
 * left by a predecessor, or set by somebody else's hands. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { HoldingAction } from "./types.ts";

export interface Stray {
  readonly ip: string;
  readonly prefix: number;
  /** How it came, for people: "left by an earlier daemon". */
  readonly origin: string;
  removing: number | null;
  retryAt: Millis;
}

/** Between tries of a removal that failed. */
const AGAIN: Millis = 1000;

export const newStray = (ip: string, prefix: number, origin: string): Stray => ({
  ip,
  prefix,
  origin,
  removing: null,
  retryAt: Number.NEGATIVE_INFINITY,
});

/** Remove all of `strays` but those that `keep` says wait for their owner. */
export function removeStrays(
  strays: readonly Stray[],
  keep: (stray: Stray) => boolean,
  now: Millis,
  nextId: () => number,
): HoldingAction[] {
  const actions: HoldingAction[] = [];
  for (const stray of strays) {
    if (stray.removing !== null || now < stray.retryAt || keep(stray)) continue;
    stray.removing = nextId();
    const { ip, prefix, origin } = stray;
    const text = `${ip}/${prefix}, ${origin}, is not this node's to serve: removing it`;
    actions.push({ type: "note", level: "info", group: null, text });
    actions.push({ type: "remove-address", id: stray.removing, ip, prefix });
  }
  return actions;
}

/** Take the end of the removal of `stray`; returns the strays that are left. */
export function strayEnded(
  strays: readonly Stray[],
  stray: Stray,
  end: { readonly ok: boolean },
  now: Millis,
): readonly Stray[] {
  if (end.ok) return strays.filter((other) => other !== stray);
  stray.removing = null;
  stray.retryAt = now + AGAIN;
  return strays;
}
