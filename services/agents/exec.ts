/** Runs one command in the foreground inside a cgroup, and knows its main process again after a restart. */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";
import { LeaseholdError } from "../../errors.ts";

/**
 * The shell enters the cgroup before it becomes the command, so nothing of the command ever runs outside. Then it
 * looks at the clock: inside the cgroup and before the deadline, the guard is there to end it; a shell that was
 * held up longer gives up (T4). Descriptor 3 tells the daemon that it is inside: before that, an empty cgroup
 * would not mean that nothing runs. With the daemon dead, writing to it ends the shell.
 */
const ENTER = `
cgroup=$1 deadline=$2
shift 2
echo 0 > "$cgroup/cgroup.procs" || exit 126
read -r up rest < /proc/uptime
[ "\${up%.*}\${up#*.}" -lt "$deadline" ] || exit 124
echo >&3 && exec 3>&- && exec "$@"
`;

/** The daemon's own business with its service manager is not the service's. */
const NOT_INHERITED = [
  "NOTIFY_SOCKET",
  "WATCHDOG_PID",
  "WATCHDOG_USEC",
  "LISTEN_FDS",
  "LISTEN_FDNAMES",
  "LISTEN_PID",
  "NODE_CHANNEL_FD",
];

export interface Start {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly cgroup: string;
  /** The guard's deadline, centiseconds of the boot-time clock. */
  readonly deadline: number;
  /** For stdout and stderr. */
  readonly output: number;
}

/** Resolves once the process is inside its cgroup. Throws LeaseholdError "service" when it cannot be run. */
export function startCommand(start: Start): Promise<ChildProcess> {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const name of NOT_INHERITED) delete environment[name];
  Object.assign(environment, start.environment);
  const program = findProgram(start.command[0] ?? "", environment.PATH ?? "/usr/bin:/bin");
  const child = spawn(
    "/bin/sh",
    [
      "-c",
      ENTER,
      "leasehold-start",
      start.cgroup,
      String(start.deadline),
      program,
      ...start.command.slice(1),
    ],
    {
      detached: true, // a session of its own
      stdio: ["ignore", start.output, start.output, "pipe"],
      env: environment,
      cwd: "/",
    },
  );
  return inside(child, program);
}

function inside(child: ChildProcess, program: string): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string): void =>
      reject(new LeaseholdError("service", `${program} was not started: ${why}`));
    const signal = child.stdio[3] as Readable;
    const failed = (code: number | null, killed: NodeJS.Signals | null): void => {
      if (code === 124) refuse("its deadline has passed");
      else if (code === 126) refuse("it could not enter its cgroup");
      else refuse(`the shell that starts it ended (${killed ?? `status ${code}`})`);
    };
    child.once("error", (error) => refuse(error.message));
    child.once("exit", failed);
    signal.on("error", () => {}); // the exit tells
    signal.once("data", () => {
      child.off("exit", failed);
      signal.destroy();
      resolve(child);
    });
  });
}

/** The file that `name` means. Throws LeaseholdError "service" in words that name the remedy. */
export function findProgram(name: string, path: string): string {
  const places = name.includes("/")
    ? [name]
    : path.split(delimiter).map((folder) => join(folder || ".", name));
  for (const place of name === "" ? [] : places) {
    try {
      accessSync(place, constants.X_OK);
      if (statSync(place).isFile()) return place;
    } catch {
      // Not here.
    }
  }
  const where = name.includes("/") ? "is not there or not executable" : `is in no folder of PATH (${path})`;
  throw new LeaseholdError("service", `the command "${name}" ${where}; give its full path`);
}

/** Why a command ended, for a person. */
export function endOf(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal !== null) return `ended by ${signal}`;
  if (code === 126) return "could not be executed (status 126)";
  return `exited with status ${code}`;
}

// ---------------------------------------------------------------- the main process, across daemon restarts

/** A process: its number alone may have been given to another one meanwhile. */
export interface MainProcess {
  readonly pid: number;
  /** Ticks since boot. */
  readonly startedAt: string;
}

/** Null when there is no such process, or it has ended and only awaits its parent. */
export function identify(pid: number): MainProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold anything; fields count from behind its last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const startedAt = fields[19];
    return fields[0] === "Z" || fields[0] === "X" || startedAt === undefined ? null : { pid, startedAt };
  } catch {
    return null;
  }
}

export const isAlive = (main: MainProcess): boolean => identify(main.pid)?.startedAt === main.startedAt;

export function recordMain(file: string, main: MainProcess): void {
  writeFileSync(file, `${main.pid} ${main.startedAt}\n`, { mode: 0o600 });
}

/** What `recordMain` wrote, if that process is still alive. */
export function recallMain(file: string): MainProcess | null {
  try {
    const [pid, startedAt] = readFileSync(file, "utf8").trim().split(" ");
    const main = { pid: Number(pid), startedAt: startedAt ?? "" };
    return Number.isInteger(main.pid) && main.pid > 0 && isAlive(main) ? main : null;
  } catch {
    return null;
  }
}

export function forgetMain(file: string): void {
  rmSync(file, { force: true });
}
