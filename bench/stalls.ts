/**
 * Preloaded into a daemon (`--import`): how long the longest turn of its loop takes. SIGWINCH begins to measure; each
 * later one writes what was seen since, in ms, to the file that LEASEHOLD_STALLS names with the process's number.
 */
import { writeFileSync } from "node:fs";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const RESOLUTION_MS = 2;

/** Run by itself it does nothing else: what it sees is the machine's share. */
const alone = process.argv[1]?.endsWith("bench/stalls.js") === true;
if (alone) setInterval(() => {}, 60_000);

if (isMainThread && (alone || process.argv[1]?.endsWith("daemon/main.js") === true)) {
  let histogram: IntervalHistogram | null = null;
  process.on("SIGWINCH", () => {
    if (histogram !== null) {
      const longest = Math.max(0, histogram.max / 1e6 - RESOLUTION_MS);
      writeFileSync(`${process.env.LEASEHOLD_STALLS}.${process.pid}`, `${longest}\n`);
      histogram.reset();
      return;
    }
    histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    histogram.enable();
  });
}
