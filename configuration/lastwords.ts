/**
 * Why the last daemon of a node ended by itself, for whoever asks when none answers. It lies in the runtime folder, beside the
 * socket: the disk may be what failed.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "last-words";

/** Never throws: it is said on the way out. `at`: wall clock, for people. */
export function leaveLastWords(runtime: string, why: string, at: Date): void {
  try {
    writeFileSync(join(runtime, FILE), `${at.toISOString()} ${why.replace(/\s+/g, " ").trim()}\n`);
  } catch {
    // It stands in the log as well.
  }
}

/** A daemon is up again. */
export function forgetLastWords(runtime: string): void {
  rmSync(join(runtime, FILE), { force: true });
}

/** One sentence; null when the last daemon of that runtime folder did not end by itself. */
export function lastWords(runtime: string): string | null {
  let text: string;
  try {
    text = readFileSync(join(runtime, FILE), "utf8").trim();
  } catch {
    return null;
  }
  const gap = text.indexOf(" ");
  return gap < 0
    ? null
    : `The last daemon here ended by itself at ${text.slice(0, gap)}: ${text.slice(gap + 1)}`;
}
