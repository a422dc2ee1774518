/**
 * What a run leaves on this system is written down before it is made, so that the next run can clean up after a
 * crash. A run is dead when its process is: pid and start time together, because pids come again.
 */
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sweepCgroup } from "./machine.ts";
import { ipForce, tryRun } from "./shell.ts";
import { namespacesOf } from "./wires.ts";

export interface RunRecord {
  readonly run: string;
  readonly pid: number;
  /** Field 22 of /proc/<pid>/stat: clock ticks since boot. */
  readonly started: string;
  readonly folder: string;
  readonly cgroup: string;
}

export function runsFolder(): string {
  return join(tmpdir(), "leasehold-lab");
}

export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

export function recordRun(record: RunRecord): void {
  for (let tries = 1; ; tries++) {
    mkdirSync(runsFolder(), { recursive: true });
    try {
      writeFileSync(join(runsFolder(), `${record.run}.json`), JSON.stringify(record));
      return;
    } catch (error) {
      // The last of the other runs has just ended, and took the empty folder away.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || tries === 10) throw error;
    }
  }
}

export function forgetRun(run: string): void {
  rmSync(join(runsFolder(), `${run}.json`), { force: true });
  try {
    rmdirSync(runsFolder());
  } catch {
    // another run is still there
  }
}

/** Small disks of a run, still mounted. */
function mountedBelow(folder: string): string[] {
  const places = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[1] ?? "");
  return places.filter((place) => place.startsWith(`${folder}/`));
}

/** Undoes everything a run made. Safe to call twice, and for a run that got only half way. */
export async function sweepRun(record: RunRecord): Promise<void> {
  await sweepCgroup(record.cgroup);
  const namespaces = await namespacesOf(record.run);
  await ipForce(namespaces.map((name) => `netns del ${name}`));
  for (const folder of mountedBelow(record.folder)) await tryRun(["umount", "--lazy", folder]);
  rmSync(record.folder, { recursive: true, force: true });
  forgetRun(record.run);
}

/** Cleans what dead runs left; returns their names. Runs whose process lives are left alone. */
export async function sweepDeadRuns(): Promise<string[]> {
  const swept: string[] = [];
  let files: string[];
  try {
    files = readdirSync(runsFolder()).filter((name) => name.endsWith(".json"));
  } catch {
    return swept;
  }
  for (const file of files) {
    let record: RunRecord;
    try {
      record = JSON.parse(readFileSync(join(runsFolder(), file), "utf8")) as RunRecord;
    } catch {
      continue; // being written or removed by another run just now
    }
    if (startTime(record.pid) === record.started) continue;
    await sweepRun(record);
    swept.push(record.run);
  }
  return swept;
}
