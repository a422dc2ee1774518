/** `leasehold lease NAME -- CMD`: a command that lives no longer than its lease. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { connectLeases, type Lease } from "../client/leases.ts";
import type { Credentials } from "../client/wire.ts";
import { EXIT } from "./output.ts";

export interface LeaseRun {
  readonly target: string;
  readonly credentials: Credentials | null;
  readonly name: string;
  readonly command: readonly string[];
  readonly ttl: number;
  readonly wait: number;
  readonly note: string;
  readonly json: boolean;
}

/** Kills its child with it: a command must not outlive the process that keeps its lease alive. */
const SETPRIV = "/usr/bin/setpriv";
const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** As a shell says it. */
const KILLED = 128;
/** Before the lease ends, for the kill itself. */
const KILL_BEFORE_MS = 20;

/** Resolves with the command's exit code, or 1 when the lease was lost; rejects when it could not be had. */
export async function runWithLease(run: LeaseRun): Promise<number> {
  const say = (event: string, text: string, token?: string): void => {
    const line = run.json
      ? JSON.stringify({ event, name: run.name, token: token ?? null, text })
      : `leasehold: ${text}`;
    process.stderr.write(`${line}\n`);
  };
  const impatience = new AbortController();
  const giveUp = (): void => impatience.abort(new Error("interrupted while waiting"));
  for (const signal of FORWARDED) process.once(signal, giveUp);
  const leases = connectLeases({
    endpoints: [run.target],
    ...(run.credentials === null ? {} : { credentials: run.credentials }),
  });
  const lease = await leases.acquire(run.name, {
    ttl: run.ttl,
    wait: run.wait,
    note: run.note,
    signal: impatience.signal,
  });
  for (const signal of FORWARDED) process.removeListener(signal, giveUp);
  if (run.json) say("held", `${run.name} is held`, lease.token.toString());
  try {
    const code = await supervise(lease, run, say);
    return lease.signal.aborted ? EXIT.refused : code;
  } finally {
    await lease.release();
  }
}

function supervise(
  lease: Lease,
  { command, name }: LeaseRun,
  say: (event: string, text: string) => void,
): Promise<number> {
  const child = start(command, {
    ...process.env,
    LEASEHOLD_LEASE: name,
    LEASEHOLD_TOKEN: lease.token.toString(),
  });
  const forward = (signal: NodeJS.Signals): void => kill(child, signal);
  for (const signal of FORWARDED) process.on(signal, forward);
  let last: NodeJS.Timeout | null = null;
  lease.signal.addEventListener("abort", () => {
    say("lost", `the lease was lost (${lease.signal.reason?.message}); the command is stopped`);
    kill(child, "SIGTERM");
    last = setTimeout(() => kill(child, "SIGKILL"), Math.max(0, lease.remaining() - KILL_BEFORE_MS));
  });
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      if (last !== null) clearTimeout(last);
      for (const signal of FORWARDED) process.removeListener(signal, forward);
    };
    child.once("error", (error) => {
      finish();
      reject(new Error(`${command[0]} could not be started: ${error.message}`));
    });
    child.once("exit", (code, signal) => {
      finish();
      // What the command left behind goes with it.
      kill(child, "SIGKILL");
      resolve(code ?? KILLED + (constants.signals[signal ?? "SIGKILL"] ?? 9));
    });
  });
}

/** In a process group of its own, so that all of it can be stopped. */
function start(command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const [program = "", ...args] = existsSync(SETPRIV)
    ? [SETPRIV, "--pdeathsig", "KILL", "--", ...command]
    : command;
  return spawn(program, args, { stdio: "inherit", env, detached: true });
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has gone.
  }
}
