/** What a daemon costs when nothing happens. */
import type { ProfileName } from "../configuration/profiles.ts";
import { Cluster } from "../test/lab/cluster.ts";
import { sleep } from "../test/lab/shell.ts";
import { cpuSeconds, cpuSecondsWithChildren, residentMiB } from "./usage.ts";

/** A young process still compiles itself (daemon/engine.ts), and a daemon is old most of the time. */
const REST_MS = 120_000;
const MEASURE_MS = 20_000;

export interface Idle {
  /** Per daemon, when the measuring ended: "leader" or "follower", and "holder" where it serves the group. */
  readonly role: Readonly<Record<string, string>>;
  /** Per daemon: percent of one core over 20 s; of two machines with the pings' own processes. */
  readonly cpu_percent: Readonly<Record<string, number>>;
  readonly rss_mib: Readonly<Record<string, number>>;
  readonly cpu_percent_max: number;
  readonly rss_mib_max: number;
}

export async function measureIdle(
  profiles: readonly ProfileName[],
  note: (text: string) => void,
  machines: "three" | "two" = "three",
): Promise<Record<string, Idle>> {
  const used = machines === "two" ? cpuSecondsWithChildren : cpuSeconds;
  const results: Record<string, Idle> = {};
  for (const profile of profiles) {
    const cluster = await Cluster.raise({ profile, ...(machines === "two" && { pair: "calm" }) });
    try {
      await sleep(REST_MS);
      const before = new Map(cluster.names.map((node) => [node, used(cluster.pid(node))]));
      const began = performance.now();
      await sleep(MEASURE_MS);
      const seconds = (performance.now() - began) / 1000;
      const cpu = cluster.names.map((node): [string, number] => {
        const took = used(cluster.pid(node)) - before.get(node)!;
        return [node, Math.round((took / seconds) * 10_000) / 100];
      });
      const role = await rolesOf(cluster);
      const rss = cluster.names.map((node): [string, number] => [node, residentMiB(cluster.pid(node))]);
      const idle: Idle = {
        role,
        cpu_percent: Object.fromEntries(cpu),
        rss_mib: Object.fromEntries(rss),
        cpu_percent_max: Math.max(...cpu.map(([, value]) => value)),
        rss_mib_max: Math.max(...rss.map(([, value]) => value)),
      };
      for (const [node, percent] of cpu) note(`idle, ${profile}: ${node} (${role[node]}) ${percent} %`);
      note(
        `idle, ${profile}: at most ${idle.cpu_percent_max} % of a core and ${idle.rss_mib_max} MiB per daemon`,
      );
      results[profile] = idle;
    } finally {
      await cluster.close();
    }
  }
  return results;
}

async function rolesOf(cluster: Cluster): Promise<Record<string, string>> {
  const roles: Record<string, string> = {};
  for (const node of cluster.names) {
    const status = await cluster.status(node);
    const role = status?.leader === node ? "leader" : "follower";
    const holds = status?.groups.some(({ holder }) => holder === node) === true;
    roles[node] = holds ? `${role}, holder` : role;
  }
  return roles;
}
