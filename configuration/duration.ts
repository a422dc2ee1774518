/** Times as people write them: whole milliseconds, or a number with its unit. */
import type { Millis } from "../consensus/core/types.ts";

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** The longest time a document may name, 24 h: fits every timer. */
export const LONGEST: Millis = 24 * UNITS.h;

/** Milliseconds, or null when it is neither whole milliseconds nor text such as 500ms, 10s, 2m, 1h. */
export function parseDuration(value: unknown): Millis | null {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : null;
  const match = typeof value === "string" ? /^(\d{1,9})(ms|s|m|h)$/.exec(value) : null;
  return match === null ? null : Number(match[1]) * UNITS[match[2] as keyof typeof UNITS];
}

/** The shortest text without a fraction; `parseDuration` reads it back. */
export function formatDuration(ms: Millis): string {
  const unit = (["h", "m", "s"] as const).find((u) => ms > 0 && ms % UNITS[u] === 0) ?? "ms";
  return `${ms / UNITS[unit]}${unit}`;
}
