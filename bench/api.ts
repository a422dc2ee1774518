/** Acknowledged leases of applications: how many in a second, and how long each takes, by one client and by sixteen. */
import { loadavg } from "node:os";
import { join } from "node:path";
import type { ProfileName } from "../configuration/profiles.ts";
import { Cluster } from "../test/lab/cluster.ts";
import type { NodeName } from "../test/lab/plan.ts";
import { cpuSeconds } from "./usage.ts";
import { median, rounded, Writers, type Written } from "./writers.ts";

const KINDS = {
  "one client, one call at a time": [1, 1],
  "one client, 16 calls at once": [1, 16],
  "16 clients, one call at a time each": [16, 1],
} as const;
const STRETCH_MS = 4000;
const WARM_MS = 2000;

interface Costed extends Written {
  /** What the leader, and a follower, worked for one write: milliseconds of a core. It depends less on what else runs. */
  readonly leader_cpu_ms: number;
  readonly follower_cpu_ms: number;
}
export interface ApiWrites {
  /** By kind of load: medians over the runs. Each acquire and each release is one write, synced on a majority. */
  readonly kinds: Readonly<Record<string, Costed>>;
  readonly load: readonly number[];
}

export const socketOf = (cluster: Cluster, node: NodeName): string =>
  join(cluster.lab.disk(node), "run", "api.sock");

export async function measureApi(
  profile: ProfileName,
  runs: number,
  note: (text: string) => void,
): Promise<ApiWrites> {
  const cluster = await Cluster.raise({ profile });
  const all: { readonly kind: string; readonly writers: Writers; readonly runs: Costed[] }[] = [];
  try {
    const { leader } = await cluster.settled(30_000);
    const socket = socketOf(cluster, leader as NodeName);
    for (const [kind, [clients, inflight]] of Object.entries(KINDS)) {
      const writers = new Writers(socket, kind.replaceAll(" ", "-"), clients, inflight);
      all.push({ kind, writers, runs: [] });
      await writers.write(WARM_MS);
    }
    for (let run = 1; run <= runs; run++) {
      for (const { kind, writers, runs: done } of all) {
        done.push(await costed(cluster, leader as NodeName, () => writers.write(STRETCH_MS)));
        note(`api: run ${run}, ${kind}: ${JSON.stringify(done.at(-1))}`);
      }
    }
  } finally {
    for (const { writers } of all) writers.close();
    await cluster.close();
  }
  return {
    kinds: Object.fromEntries(
      all.map(({ kind, runs: done }) => [
        kind,
        {
          ...medians(done),
          leader_cpu_ms: median(done.map((run) => run.leader_cpu_ms)),
          follower_cpu_ms: median(done.map((run) => run.follower_cpu_ms)),
        },
      ]),
    ),
    load: loadavg().map(rounded),
  };
}

async function costed(cluster: Cluster, leader: NodeName, write: () => Promise<Written>): Promise<Costed> {
  const used = (): number[] => cluster.names.map((node) => cpuSeconds(cluster.pid(node)));
  const before = used();
  const written = await write();
  const each = used().map((seconds, i) => ((seconds - before[i]!) * 1000) / Math.max(1, written.writes));
  const own = each[cluster.names.indexOf(leader)]!;
  const others = (each.reduce((sum, ms) => sum + ms, 0) - own) / Math.max(1, each.length - 1);
  return { ...written, leader_cpu_ms: rounded(own), follower_cpu_ms: rounded(others) };
}

export const medians = (runs: readonly Written[]): Written => ({
  writes: runs.reduce((sum, run) => sum + run.writes, 0),
  writes_per_s: median(runs.map((run) => run.writes_per_s)),
  p50_ms: median(runs.map((run) => run.p50_ms)),
  p99_ms: median(runs.map((run) => run.p99_ms)),
  failed: runs.reduce((sum, run) => sum + run.failed, 0),
});
