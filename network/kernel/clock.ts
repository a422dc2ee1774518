/** The daemon's clocks. Decisions use `bootNow` only (T1). */
import type { Millis } from "../../consensus/core/types.ts";
import { CLOCK_BOOTTIME, CLOCK_MONOTONIC, readClock } from "./syscalls.ts";

/**
 * The daemon's one clock: CLOCK_BOOTTIME in milliseconds with fractions. It goes on through a suspend, so that a
 * lease does not outlive one, and it is the clock of /proc/uptime, which the service guard reads.
 */
export function bootNow(): Millis {
  return readClock(CLOCK_BOOTTIME);
}

/**
 * CLOCK_MONOTONIC: the clock of the kernel's own timers, which stands still through a suspend. Only its distance from
 * `bootNow` means anything here.
 */
export function timerNow(): Millis {
  return readClock(CLOCK_MONOTONIC);
}

/** Milliseconds since 1970, for people to read; no decision looks at it (T1). */
export function wallClock(): number {
  return Date.now();
}
