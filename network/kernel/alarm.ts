/** One alarm that can be moved for nothing: an event loop's own timers wake it also for what was put off. */
import type { Millis } from "../../consensus/core/types.ts";
import { acknowledgeTimer, closeSocket, openTimer, setTimer, watchReadable } from "./syscalls.ts";

export interface Alarm {
  /** Rings once at `at` of the boot-time clock, to the tenth of a millisecond; replaces an earlier setting. */
  set(at: Millis): void;
  close(): void;
}

/** Rings on the event loop. Throws KernelError. */
export function createAlarm(ring: () => void): Alarm {
  const fd = openTimer();
  const watch = watchReadable(fd, false, () => {
    acknowledgeTimer(fd);
    ring();
  });
  return {
    set: (at) => setTimer(fd, at),
    close: () => {
      watch.close();
      closeSocket(fd);
    },
  };
}
