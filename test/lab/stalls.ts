/**
 * What the machine itself stood still: one idle process on each processor, before all ordinary work as daemons are, that does
 * nothing but wake up. Where even it comes late, what others missed says nothing about them.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Lab } from "./lab.ts";

export interface StallWatch {
  /** Ends it; the longest any of them came late, milliseconds. */
  stop(): Promise<number>;
}

export async function watchStalls(lab: Lab): Promise<StallWatch> {
  const script = fileURLToPath(new URL("./waker.js", import.meta.url));
  const wakers = Array.from({ length: availableParallelism() }, (_, cpu) => {
    const command = [
      "-c",
      String(cpu),
      "nice",
      "-n",
      "-20",
      process.execPath,
      "--single-threaded-gc",
      script,
    ];
    const child = spawn("taskset", command, { stdio: ["pipe", "pipe", "inherit"] });
    lab.adopt(child);
    return child;
  });
  await Promise.all(wakers.map((child) => once(child.stdout!, "data")));
  return {
    stop: async () => {
      const said = wakers.map(async (child) => {
        const answer = once(child.stdout!, "data");
        child.stdin!.end();
        const [text] = (await answer) as [Buffer];
        return Number(text.toString());
      });
      return Math.max(...(await Promise.all(said)));
    },
  };
}
