/**
 * A client of its own process that takes leases and gives them back, each an acknowledged write. A line "MILLISECONDS" on
 * its input is a stretch of work, answered by one line of JSON.
 */
import { createInterface } from "node:readline";
import { LEASES } from "../api/methods.ts";
import { Wire } from "../client/wire.ts";

/** Of one stretch; latencies in milliseconds. */
export interface Stretch {
  readonly writes: number;
  readonly failed: number;
  readonly latencies: readonly number[];
}

const [socket, owner, inflight] = process.argv.slice(2) as [string, string, string];
const wire = new Wire(`unix:${socket}`);
const CALL = { timeoutMs: 10_000 };
let made = 0;

async function work(end: number, latencies: number[], failures: unknown[]): Promise<void> {
  while (performance.now() < end) {
    const name = `${owner}/${++made}`;
    try {
      let began = performance.now();
      const request = { name, owner, ttlMs: 60_000, waitMs: 0, note: "" };
      const { token } = await wire.unary(LEASES.acquire, request, CALL);
      latencies.push(performance.now() - began);
      began = performance.now();
      await wire.unary(LEASES.release, { name, owner, token }, CALL);
      latencies.push(performance.now() - began);
    } catch (error) {
      failures.push(error);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const latencies: number[] = [];
  const failures: unknown[] = [];
  const end = performance.now() + Number(line);
  await Promise.all(Array.from({ length: Number(inflight) }, () => work(end, latencies, failures)));
  const stretch: Stretch = { writes: latencies.length, failed: failures.length, latencies };
  process.stdout.write(`${JSON.stringify(stretch)}\n`);
}
wire.close();
