/** What a process has used, from /proc. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** CPU time of all threads so far, in seconds, user and system. */
export const cpuSeconds = (pid: number): number => timesOf(pid)[0];

/** The same, with that of its children that have ended: a pair makes a process for each ping. */
export const cpuSecondsWithChildren = (pid: number): number => timesOf(pid)[0] + timesOf(pid)[1];

function timesOf(pid: number): readonly [number, number] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const sum = (from: number): number => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / TICKS_PER_SECOND;
  return [sum(11), sum(13)];
}

/** Resident memory in MiB. */
export function residentMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kib ?? 0) / 102.4) / 10;
}
