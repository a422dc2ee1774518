/** Runs a program to its end and says what it said. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Never throws for a failing program; `status` is 128 when it died of a signal or could not start. */
export function tryRun(
  command: readonly string[],
  options: { readonly input?: string; readonly timeoutMs?: number } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command[0]!, command.slice(1), { stdio: ["pipe", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), options.timeoutMs ?? 30_000);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ status: 128, stdout, stderr: `${stderr}${error.message}` });
    });
    child.on("close", (status) => {
      clearTimeout(timer);
      resolve({ status: status ?? 128, stdout, stderr });
    });
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** Like `tryRun`, but a failing program throws with its words. Returns its stdout. */
export async function run(
  command: readonly string[],
  options: { readonly input?: string; readonly timeoutMs?: number } = {},
): Promise<string> {
  const ran = await tryRun(command, options);
  if (ran.status !== 0) {
    throw new Error(`${command.slice(0, 6).join(" ")}: ${ran.stderr.trim() || `exit status ${ran.status}`}`);
  }
  return ran.stdout;
}

/** `ip -batch`, in a namespace when one is given. */
export async function ip(lines: readonly string[], namespace?: string): Promise<void> {
  const where = namespace === undefined ? [] : ["-n", namespace];
  await run(["ip", ...where, "-batch", "-"], { input: `${lines.join("\n")}\n` });
}

/** The same, for undoing: goes on past lines that fail. */
export async function ipForce(lines: readonly string[], namespace?: string): Promise<void> {
  const where = namespace === undefined ? [] : ["-n", namespace];
  await tryRun(["ip", ...where, "-force", "-batch", "-"], { input: `${lines.join("\n")}\n` });
}

/** Prefix of a command that runs inside a network namespace. `ip netns exec` would remount /sys and hide cgroup v2. */
export function inside(namespace: string, command: readonly string[]): string[] {
  return ["nsenter", `--net=/run/netns/${namespace}`, "--", ...command];
}

/** Resolves when a process that was sent SIGSTOP stands still: it may have been in the middle of something. */
export async function stopped(pid: number): Promise<void> {
  await until(`process ${pid} to stand still`, 30_000, 5, () => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("T") ? true : null;
  });
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Polls until `question` returns something other than null, or throws after `timeoutMs` naming `what`. */
export async function until<T>(
  what: string,
  timeoutMs: number,
  everyMs: number,
  question: () => Promise<T | null> | T | null,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await question();
    if (answer !== null) return answer;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await sleep(everyMs);
  }
}
