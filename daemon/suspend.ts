/**
 * Notices that the machine was suspended (T1): the boot-time clock has gone on, the clock of the kernel's timers has
 * not, and nothing else moves the two apart. Pure but for the two clocks it is given.
 */
import type { Millis } from "../consensus/core/types.ts";

/** Below this nothing is concluded: the kernel accounts for a suspend in parts of a millisecond. */
const LEAST: Millis = 1;

/**
 * Each call tells for how long, at least, the machine slept since the call before; 0: not at all. Two clocks cannot be
 * read at once, so the timers' one is read on both sides: a pause between the readings is never taken for a suspend.
 */
export function watchForSuspend(boot: () => Millis, timers: () => Millis): () => Millis {
  /** The distance between the clocks is at most this, as of the last call. */
  let most = Number.POSITIVE_INFINITY;
  const look = (): Millis => {
    const before = timers();
    const at = boot();
    const after = timers();
    const slept = at - after - most;
    if (slept < LEAST) {
      most = Math.min(most, at - before);
      return 0;
    }
    most = at - before;
    return slept;
  };
  look();
  return look;
}
