/**
 * One machine of the lab: a PID namespace in a network namespace, with a part of the cgroup tree of its own. Its init
 * is a shell that starts what it is told on stdin; killing init kills everything at once, as a power cut does, and
 * the end of the lab's process (stdin closes) ends the machine.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./shell.ts";

const INIT = [
  // The machine sees its part of the tree where a whole machine sees the root.
  'mount --bind "$CGROUP" "$CGROUP_ROOT"',
  "unset CGROUP CGROUP_ROOT",
  "echo up",
  'while IFS= read -r line; do eval "$line"; done',
].join("\n");

/** Where cgroup v2 is mounted: /sys/fs/cgroup, or beside v1. */
export function cgroupRoot(): string {
  for (const line of readFileSync("/proc/mounts", "utf8").split("\n")) {
    const [, where, kind] = line.split(" ");
    if (kind === "cgroup2" && where !== undefined) return where;
  }
  throw new Error("this system has no cgroup v2 mounted");
}

export interface Machine {
  /** Drawn at each power-on, as a kernel does. */
  readonly bootId: string;
  /** The pid of its init, as this system sees it. */
  readonly init: number;
  /** Starts a program in the background; resolves with its pid as this system sees it. Output goes to `logFile`. */
  start(command: readonly string[], logFile: string, environment?: Record<string, string>): Promise<number>;
  /** The pid as this system sees it of a process of the machine, by its own number there; null when there is none. */
  outerPid(inner: number): number | null;
  /** SIGKILL to init: the kernel kills every process of the machine. Resolves when all are gone. */
  kill(): Promise<void>;
}

/** `network` is the path of a network namespace, `cgroup` the folder to make for the machine's processes. */
export async function powerOn(network: string, cgroup: string): Promise<Machine> {
  const root = cgroupRoot();
  mkdirSync(cgroup, { recursive: true });
  const bootId = randomUUID();
  const shell = spawn(
    "sh",
    [
      "-c",
      'echo $$ > "$CGROUP/cgroup.procs" && exec nsenter "--net=$0" -- unshare --pid --cgroup --mount --fork --mount-proc --kill-child bash --norc --noprofile -c "$1"',
      network,
      INIT,
    ],
    {
      stdio: ["pipe", "pipe", "pipe"],
      detached: true, // Ctrl-C in the terminal is for the lab, not for the machines
      env: { ...process.env, CGROUP: cgroup, CGROUP_ROOT: root, LEASEHOLD_BOOT_ID: bootId },
    },
  );
  shell.stdin.on("error", () => {}); // the machine may die between two lines
  let said = "";
  shell.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-2000);
  });
  const gone = once(shell, "exit").then(() => {});
  const lines = lineReader(shell);
  const first = await lines().catch(() => "");
  if (first !== "up") throw new Error(`a machine in ${network} did not come up: ${said.trim()}`);
  const init = childrenOf(shell.pid!)[0];
  if (init === undefined) throw new Error(`the init of the machine in ${network} is gone`);
  return {
    bootId,
    init,
    async start(command, logFile, environment = {}) {
      const assignments = Object.entries(environment).map(([name, value]) => `${name}=${quote(value)}`);
      const program = [...assignments, ...command.map(quote)].join(" ");
      // Whoever looks for words in it finds it: the program's number is known before its shell has opened it.
      writeFileSync(logFile, "", { flag: "a" });
      shell.stdin.write(`${program} </dev/null >>${quote(logFile)} 2>&1 & echo $!\n`);
      const inner = Number(await lines());
      return await until("a started program's pid", 30_000, 5, () => outerPid(init, inner));
    },
    outerPid: (inner) => outerPid(init, inner),
    async kill() {
      try {
        process.kill(init, "SIGKILL");
      } catch {
        // already gone
      }
      await gone;
      removeTree(cgroup);
    },
  };
}

/** Kills what is left in a machine's cgroup and removes it; for what a crashed run left behind. */
export async function sweepCgroup(cgroup: string): Promise<void> {
  if (!existsSync(cgroup)) return;
  try {
    writeFileSync(join(cgroup, "cgroup.kill"), "1");
  } catch {
    // an old kernel without cgroup.kill: the processes died with their init
  }
  await until(`the cgroup ${cgroup} to empty`, 30_000, 20, () => (removeTree(cgroup) ? true : null));
}

/** Removes a cgroup and its children; false while a process is still in one of them. */
function removeTree(cgroup: string): boolean {
  if (!existsSync(cgroup)) return true;
  try {
    for (const entry of readdirSync(cgroup, { withFileTypes: true })) {
      if (entry.isDirectory()) removeTree(join(cgroup, entry.name));
    }
    rmdirSync(cgroup);
    return true;
  } catch {
    return false;
  }
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Resolves line by line with what a child says on stdout; rejects once it has ended. */
function lineReader(child: ChildProcess): () => Promise<string> {
  const ready: string[] = [];
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let rest = "";
  let ended = false;
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    rest += text;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const next = waiting.shift();
      if (next === undefined) ready.push(line);
      else next.resolve(line);
    }
  });
  child.on("close", () => {
    ended = true;
    for (const each of waiting.splice(0)) each.reject(new Error("the machine is off"));
  });
  return () => {
    const line = ready.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (ended) return Promise.reject(new Error("the machine is off"));
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
}

export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

/** The pid in this namespace of a child of `init` that has pid `inner` in the machine's own. */
function outerPid(init: number, inner: number): number | null {
  for (const pid of descendantsOf(init)) {
    try {
      const ids =
        /^NSpid:\s+(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]?.split(/\s+/) ?? [];
      if (Number(ids.at(-1)) === inner) return pid;
    } catch {
      // it ended while we looked
    }
  }
  return null;
}

/** A restarted daemon is the child of the one before it, until that one has ended. */
function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}
