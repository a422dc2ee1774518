/** Clients that write at once, each a process of its own, and what came of a stretch of their work. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Stretch } from "./writer.ts";

export interface Written {
  /** Acknowledged. */
  readonly writes: number;
  readonly writes_per_s: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly failed: number;
}

export class Writers {
  readonly #children: readonly { readonly child: ChildProcess; readonly lines: Interface }[];

  /** So many clients of one daemon, by its Unix socket, each with so many calls at once. */
  constructor(socket: string, name: string, clients: number, inflight: number) {
    const program = fileURLToPath(new URL("./writer.js", import.meta.url));
    this.#children = Array.from({ length: clients }, (_, i) => {
      const words = [program, socket, `${name}-${i}`, String(inflight)];
      const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
      return { child, lines: createInterface({ input: child.stdout! }) };
    });
  }

  async write(ms: number): Promise<Written> {
    const stretches = await Promise.all(
      this.#children.map(async ({ child, lines }) => {
        const answer = new Promise<string>((resolve, reject) => {
          lines.once("line", resolve);
          lines.once("close", () => reject(new Error("a writing client has ended")));
        });
        child.stdin!.write(`${ms}\n`);
        return JSON.parse(await answer) as Stretch;
      }),
    );
    const all = stretches.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
    const at = (share: number): number => rounded(all[Math.floor(share * (all.length - 1))] ?? Number.NaN);
    return {
      writes: all.length,
      writes_per_s: Math.round((all.length * 1000) / ms),
      p50_ms: at(0.5),
      p99_ms: at(0.99),
      failed: stretches.reduce((sum, { failed }) => sum + failed, 0),
    };
  }

  close(): void {
    for (const { child } of this.#children) child.kill();
  }
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
