/** A cgroup (version 2) per service: what started in it cannot leave its count, however often it forks. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LeaseholdError } from "../../errors.ts";

/** Where cgroup v2 is mounted, also beside version 1. Throws LeaseholdError "service". */
export function cgroupMount(mounts = readFileSync("/proc/mounts", "utf8")): string {
  for (const line of mounts.split("\n")) {
    const [, place, type] = line.split(" ");
    if (type === "cgroup2" && place !== undefined) return place.replaceAll("\\040", " ");
  }
  throw new LeaseholdError(
    "service",
    "no cgroup v2 is mounted here, so services cannot be contained. `ip netns exec` hides it: " +
      "start with `nsenter --net=/run/netns/NAME` instead, or mount it: mount -t cgroup2 none /sys/fs/cgroup",
  );
}

export function createCgroup(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new LeaseholdError("service", `cannot make the cgroup ${path}: ${String(cause)}`, { cause });
  }
}

/** Whether a process is alive in it or below. A cgroup that is not there has none. */
export function isPopulated(path: string): boolean {
  try {
    return /^populated 1$/m.test(readFileSync(join(path, "cgroup.events"), "utf8"));
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ENODEV"; // ENODEV: removed while the file was open
}

/** Processes in it and below that this PID namespace can see. */
export function processesIn(path: string): number[] {
  try {
    const here = readFileSync(join(path, "cgroup.procs"), "utf8").split("\n").map(Number);
    // 0 stands for a process of another PID namespace; as a target of kill it would mean ourselves.
    return [...here.filter((pid) => pid > 0), ...childrenOf(path).flatMap(processesIn)];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function childrenOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(path, entry.name));
}

/** Sends a signal to each process in it and below. */
export function signalAll(path: string, signal: NodeJS.Signals): void {
  for (const pid of processesIn(path)) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/** Kills everything in it and below; `waitEmpty` tells when that is done. */
export function killAll(path: string): void {
  const file = join(path, "cgroup.kill");
  try {
    if (existsSync(file)) writeFileSync(file, "1");
    else signalAll(path, "SIGKILL"); // kernels before 5.14
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** True once nothing lives in it any more, false when that does not come within `timeout` ms. */
export function waitEmpty(path: string, timeout: number, again: () => void = () => {}): Promise<boolean> {
  if (!isPopulated(path)) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    const stopWatching = watchEvents(path, () => look(false));
    const poll = setInterval(() => {
      try {
        again();
      } catch (error) {
        return end(() => reject(error));
      }
      look(false);
    }, 20);
    const timer = setTimeout(() => look(true), timeout);
    const end = (settle: () => void): void => {
      clearInterval(poll);
      clearTimeout(timer);
      stopWatching();
      settle();
    };
    const look = (last: boolean): void => {
      try {
        if (!isPopulated(path)) end(() => resolve(true));
        else if (last) end(() => resolve(false));
      } catch (error) {
        end(() => reject(error));
      }
    };
  });
}

/** Calls back when the cgroup becomes empty or populated; returns how to end that. */
export function watchEvents(path: string, changed: () => void): () => void {
  try {
    const watcher = watch(join(path, "cgroup.events"), { persistent: false }, () => changed());
    watcher.on("error", () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {}; // gone, or out of inotify watches: callers look from time to time anyway
  }
}

/** Removes an empty cgroup and what is below; one that is in use stays. */
export function removeCgroup(path: string): void {
  try {
    for (const child of childrenOf(path)) removeCgroup(child);
    rmdirSync(path);
  } catch {
    // In use again, or gone already.
  }
}
