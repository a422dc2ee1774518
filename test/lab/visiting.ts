/** Keeps what the visitor of the web service says. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Lab } from "./lab.ts";
import { inside } from "./shell.ts";

/** An answer that differs from the one before; `from`: the serving machine's stationary address, null: no answer. */
export interface Visit {
  /** Boot-time clock, ms. */
  readonly at: number;
  readonly from: string | null;
  readonly token: string | null;
}

export interface Visitor {
  readonly visits: readonly Visit[];
  now(): Visit | null;
}

/** Runs until the lab closes. */
export function startVisitor(lab: Lab, url: string): Visitor {
  const script = fileURLToPath(new URL("./visitor.js", import.meta.url));
  const [program, ...rest] = inside(lab.plan.clientNamespace, [process.execPath, script, url]);
  const child = spawn(program!, rest, { stdio: ["pipe", "pipe", "inherit"], detached: true });
  lab.adopt(child);
  const visits: Visit[] = [];
  createInterface({ input: child.stdout! }).on("line", (line) => visits.push(JSON.parse(line) as Visit));
  return { visits, now: () => visits.at(-1) ?? null };
}
