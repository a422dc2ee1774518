/** Starts the recording clients in the client's namespace and keeps what they write down. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Lab } from "../lab/lab.ts";
import { inside } from "../lab/shell.ts";
import type { Recorded, WorkerOptions } from "./records.ts";

const API_PORT = 7411;
/** Calls under way end within their own bounds. */
const ENDS_WITHIN_MS = 60_000;

export interface Recording {
  readonly records: readonly Recorded[];
  /** Resolves when the last call has ended; false: it had to be killed, and what it held on to is not told. */
  stop(): Promise<boolean>;
}

export function startRecording(lab: Lab, options: Omit<WorkerOptions, "endpoints" | "secrets">): Recording {
  const whole: WorkerOptions = {
    ...options,
    endpoints: lab.plan.nodes.map(({ cards }) => `${cards.lan.ip}:${API_PORT}`),
    secrets: join(lab.folder, "secrets", "client-admin"),
  };
  const script = fileURLToPath(new URL("./worker.js", import.meta.url));
  const [program, ...rest] = inside(lab.plan.clientNamespace, [
    process.execPath,
    script,
    JSON.stringify(whole),
  ]);
  const child = spawn(program!, rest, { stdio: ["pipe", "pipe", "inherit"], detached: true });
  lab.adopt(child);
  child.stdin.on("error", () => {});
  const records: Recorded[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => records.push(JSON.parse(line) as Recorded));
  const ended = once(child, "close").then(() => child.exitCode === 0);
  return {
    records,
    async stop() {
      child.stdin.end();
      const patience = setTimeout(() => child.kill("SIGKILL"), ENDS_WITHIN_MS);
      const well = await ended;
      clearTimeout(patience);
      return well;
    },
  };
}
