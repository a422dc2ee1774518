/**
 * A machine that systemd runs: a container on an overlay of this machine's root, with a network of its own. Nothing it
 * writes stays: the overlay lives in its own mount namespace, and it ends with the process that started it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Ran, run, tryRun } from "./shell.ts";

/** When whoever holds the other end of stdin is gone, the machine loses its power. */
const BOOT = `
set -e
mount -t tmpfs tmpfs "$1"
mkdir "$1/up" "$1/work" "$1/tree"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/up,workdir=$1/work" "$1/tree"
rm -f "$1/tree/etc/machine-id"
: > "$1/tree/etc/machine-id"
exec 3<&0
systemd-nspawn -D "$1/tree" --register=no --keep-unit --private-network --boot --console=pipe \\
  --link-journal=no --bind-ro="$2" --machine="$3" < /dev/null > /dev/null 2>&1 3<&- &
machine=$!
( cat <&3 > /dev/null; pkill -KILL -P $machine; kill -KILL $machine ) 2> /dev/null &
wait $machine
`;

/** What a program inside may take at most. */
const PATIENCE_MS = 120_000;

export interface SystemdMachine {
  /** Runs a program inside. */
  tryRun(command: readonly string[]): Promise<Ran>;
  run(command: readonly string[]): Promise<string>;
  /** Starts a program inside and leaves it running; its stdin and stdout are pipes. */
  spawn(command: readonly string[]): ChildProcess;
  /** Writes a file inside. */
  write(path: string, text: string): Promise<void>;
  /** Cuts its power. */
  off(): Promise<void>;
}

/** Boots one; `readable`: a folder of this machine that it sees at the same place. Throws when it does not come up. */
export async function bootSystemd(readable: string): Promise<SystemdMachine> {
  const folder = mkdtempSync(join(tmpdir(), "leasehold-systemd-"));
  const name = `lh${process.pid}`;
  const words = ["-m", "--propagation", "private", "sh", "-c", BOOT, "boot", folder, readable, name];
  const host = spawn("unshare", words, { stdio: ["pipe", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => {
    host.once("exit", () => resolve());
  });
  let said = "";
  host.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  let init = 0;
  const off = async (): Promise<void> => {
    host.stdin.end();
    await ended;
    while (init !== 0 && commandOf(init) !== "") await wait(5);
    rmSync(folder, { recursive: true, force: true });
  };
  init = await firstProcess(host, () => said);
  const inside = ["nsenter", "-t", String(init), "-m", "-u", "-i", "-n", "-p", "-C", "--"];
  const within = (command: readonly string[]) => [...inside, ...command];
  for (let i = 0; ; i++) {
    const { stdout } = await tryRun(within(["systemctl", "is-system-running"]));
    if (["running", "degraded"].includes(stdout.trim())) break;
    if (i === 1200) {
      await off();
      throw new Error(`systemd did not come up: ${stdout} ${said}`);
    }
    await wait(100);
  }
  return {
    tryRun: (command) => tryRun(within(command), { timeoutMs: PATIENCE_MS }),
    run: (command) => run(within(command), { timeoutMs: PATIENCE_MS }),
    spawn: (command) =>
      spawn(inside[0]!, [...inside.slice(1), ...command], { stdio: ["pipe", "pipe", "inherit"] }),
    write: async (path, text) => {
      await run(within(["sh", "-c", 'cat > "$1"', "write", path]), { input: text });
    },
    off,
  };
}

async function firstProcess(host: ChildProcess, said: () => string): Promise<number> {
  for (let i = 0; i < 1200; i++) {
    if (host.exitCode !== null) break;
    const nspawn = childrenOf(host.pid!).find((pid) => commandOf(pid).startsWith("systemd-nspawn"));
    const init = nspawn === undefined ? undefined : childrenOf(nspawn)[0];
    if (init !== undefined && commandOf(init).includes("systemd") && !commandOf(init).includes("nspawn"))
      return init;
    await wait(50);
  }
  throw new Error(`no machine came up under systemd-nspawn: ${said() || "it said nothing"}`);
}

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
};

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
        .trim()
        .split(" ")
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return [];
  }
}
