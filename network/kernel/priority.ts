/** Heartbeats come before everything: the daemon's own scheduling. */
import { readdirSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { resetPriorityOnFork } from "./syscalls.ts";

/**
 * Puts all threads of this process before ordinary ones (nice -20); what it starts (services, agents) is ordinary.
 * Not real-time on purpose: V8's main thread polls while its helpers sweep, and under SCHED_FIFO two daemons on two
 * processors kept their own helpers, and everybody else, from running for seconds. Throws where it is not allowed.
 */
export function raisePriority(): void {
  for (const thread of readdirSync("/proc/self/task")) {
    resetPriorityOnFork(Number(thread));
    setPriority(Number(thread), constants.priority.PRIORITY_HIGHEST);
  }
}
