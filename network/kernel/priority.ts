/** Heartbeats come before everything: the daemon's own scheduling. */
import { readdirSync } from "node:fs";
import { setRealtime } from "./syscalls.ts";

/** The lowest real-time priority: before every ordinary process, behind whatever the administrator made real-time. */
const PRIORITY = 1;

/**
 * Puts all threads of this process before ordinary ones; what it starts (services, agents) stays ordinary. The kernel
 * keeps a share of each processor for others however busy a real-time thread is. Throws KernelError where it is not
 * allowed.
 */
export function raisePriority(): void {
  for (const thread of readdirSync("/proc/self/task")) setRealtime(Number(thread), PRIORITY, false);
}
