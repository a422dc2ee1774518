/** The daemons of a machine as its kernel lists them: also one that is being replaced, and its successor. */
import { readFileSync } from "node:fs";
import type { Lab } from "../lab/lab.ts";
import { childrenOf } from "../lab/machine.ts";
import type { NodeName } from "../lab/plan.ts";
import { until } from "../lab/shell.ts";

/** Pids as this system sees them. */
export function daemonsOf(lab: Lab, node: NodeName): number[] {
  return lab.isOn(node) ? below(lab.machine(node).init).filter(isDaemon) : [];
}

function below(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...below(child)]);
}

function isDaemon(pid: number): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const dead = stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
    return !dead && words.some((word) => word.endsWith("daemon/main.js"));
  } catch {
    return false; // it ended while we looked
  }
}

/** SIGKILL, until none is left: one that is dying is no daemon that runs, and one that is being replaced has a successor. */
export async function killDaemons(lab: Lab, node: NodeName): Promise<void> {
  await until(`the daemons of ${node} to be dead`, 30_000, 5, () => {
    signalDaemons(lab, node, "SIGKILL");
    return daemonsOf(lab, node).length === 0 ? true : null;
  });
}

/** Sends a signal to each that is still there. */
export function signalDaemons(lab: Lab, node: NodeName, signal: NodeJS.Signals): void {
  for (const pid of daemonsOf(lab, node)) {
    try {
      process.kill(pid, signal);
    } catch {
      // it ended meanwhile
    }
  }
}
