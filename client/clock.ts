/**
 * The clock that leases are counted by: monotonic, and going on while the machine is suspended, so that a program that
 * wakes does not believe in a lease that ended in its sleep. Node's own clock stands still then, so on Linux it is read
 * from the kernel's uptime, which comes in steps of 10 ms.
 */
import { readFileSync } from "node:fs";

const STEP_MS = 10;

/** Milliseconds since the machine started; never later than the truth. */
function uptime(): number | null {
  try {
    const seconds = Number(readFileSync("/proc/uptime", "latin1").split(" ", 1)[0]);
    return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
  } catch {
    return null;
  }
}
const useUptime = uptime() !== null;

/** No later than now: for the moment at which something is sent (T3). */
export const earliestNow = (): number =>
  useUptime ? (uptime() ?? Number.NEGATIVE_INFINITY) : performance.now();

/** No earlier than now: for asking whether something is over. */
export const latestNow = (): number =>
  useUptime ? (uptime() ?? Number.POSITIVE_INFINITY) + STEP_MS : performance.now();
