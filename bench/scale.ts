/** A thousand groups: how long until they are in force and run, how late the daemons' loops are meanwhile, what they cost at rest. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProfileName } from "../configuration/profiles.ts";
import { Cluster } from "../test/lab/cluster.ts";
import type { NodeName } from "../test/lab/plan.ts";
import { ip, sleep } from "../test/lab/shell.ts";
import { cpuSeconds, residentMiB } from "./usage.ts";

/** More than the lab's own network has: the same one, made wider. */
const floating = (n: number): string => `10.77.${4 + (n >> 8)}.${n & 255}`;
const PREFIX = 16;
const REST_MS = 15_000;
const IDLE_MS = 15_000;
const RUN_MS = 180_000;

export interface Scale {
  readonly groups: number;
  readonly commands: number;
  readonly together: boolean;
  /** From the start of the CLI's process to its end. */
  readonly apply_ms: number;
  /** From the start of the apply until the last group runs, by its holder's log; and until the ledger shows it. */
  readonly running_ms: number;
  readonly reported_ms: number;
  /** Per daemon: what it worked for that, in seconds of a core. */
  readonly cpu_s: Readonly<Record<string, number>>;
  readonly status_ms: number;
  /** Per daemon: the longest that its loop was late; and, as "nobody", that of a process that does nothing. */
  readonly stall_ms: Readonly<Record<string, number>>;
  readonly suspected: number;
  readonly granted_again: number;
  readonly cpu_percent: Readonly<Record<string, number>>;
  readonly rss_mib: Readonly<Record<string, number>>;
  readonly load: readonly number[];
}

export interface ScaleOptions {
  readonly profile: ProfileName;
  readonly groups: number;
  /** How many of them have a command as well. */
  readonly commands: number;
  /** All on one node. */
  readonly together: boolean;
}

export async function measureScale(options: ScaleOptions, note: (text: string) => void): Promise<Scale> {
  const folder = mkdtempSync("/tmp/leasehold-scale-");
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --import=${fileURLToPath(new URL("./stalls.js", import.meta.url))}`;
  process.env.LEASEHOLD_STALLS = join(folder, "stalls");
  const cluster = await Cluster.raise({ profile: options.profile });
  try {
    await widen(cluster);
    delete process.env.NODE_OPTIONS;
    return await measure(cluster, options, folder, note);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${cluster.lastWords()}`);
  } finally {
    delete process.env.NODE_OPTIONS;
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the clients' network wide enough for all addresses. */
async function widen(cluster: Cluster): Promise<void> {
  for (const { name, namespace, cards } of cluster.lab.plan.nodes) {
    const { card, ip: own, prefix } = cards.lan;
    const lines = [`address del ${own}/${prefix} dev ${card}`, `address add ${own}/${PREFIX} dev ${card}`];
    await cluster.end(name);
    await ip(lines, namespace);
    const file = cluster.configOf(name);
    writeFileSync(file, readFileSync(file, "utf8").replace(`${own}/${prefix}`, `${own}/${PREFIX}`));
    await cluster.start(name);
  }
  await cluster.settled(60_000);
}

const clusterText = (before: string, { groups, commands, together }: ScaleOptions, node: NodeName): string =>
  [
    before.trimEnd(),
    ...Array.from({ length: groups }, (_, n) =>
      [
        `  - name: g${n}`,
        `    address: ${floating(n)}/${PREFIX}`,
        ...(together ? [`    prefers: [${node}]`] : []),
        ...(n < commands ? ['    command: [sleep, "1000000"]'] : []),
      ].join("\n"),
    ),
    "",
  ].join("\n");

async function measure(
  cluster: Cluster,
  options: ScaleOptions,
  folder: string,
  note: (text: string) => void,
): Promise<Scale> {
  const { names } = cluster;
  const via = names[0]!;
  const stalls = new Stalls(cluster, join(folder, "stalls"));
  const document = join(folder, "cluster.yaml");
  writeFileSync(document, clusterText(await cluster.order(via, ["config"]), options, via));
  await sleep(3000);
  await stalls.begin();
  const before = names.map((node) => cpuSeconds(cluster.pid(node)));
  const since = Date.now();
  const began = performance.now();
  await cluster.order(via, ["apply", "-f", document]);
  const apply_ms = Math.round(performance.now() - began);
  note(`scale: applied in ${apply_ms} ms`);
  const last = await lastOf(cluster, options.groups, since);
  const running_ms = last - since;
  const cpu = names.map((node, index): [string, number] => {
    return [node, Math.round((cpuSeconds(cluster.pid(node)) - before[index]!) * 100) / 100];
  });
  await cluster.settled(RUN_MS);
  const reported_ms = Math.round(performance.now() - began);
  const stall_ms = await stalls.read();
  stalls.close();
  const load = loadavg().map((each) => Math.round(each * 10) / 10);
  note(`scale: all run after ${running_ms} ms; longest stalls ${JSON.stringify(stall_ms)} ms; load ${load}`);
  const lines = names.flatMap((node) => cluster.log(node, since));
  const suspected = new Set(lines.filter(({ msg }) => / is suspected/.test(msg)).map(({ msg }) => msg)).size;
  const tokens = new Set(
    lines.flatMap(({ msg }) => /^(\S+ goes to \S+ with token \d+)/.exec(msg)?.[1] ?? []),
  );
  const asked = performance.now();
  await cluster.status(via);
  const status_ms = Math.round(performance.now() - asked);
  await sleep(REST_MS);
  const cpu_percent = await idle(cluster);
  const rss = names.map((node): [string, number] => [node, residentMiB(cluster.pid(node))]);
  return {
    groups: options.groups,
    commands: options.commands,
    together: options.together,
    apply_ms,
    running_ms,
    reported_ms,
    cpu_s: Object.fromEntries(cpu),
    status_ms,
    stall_ms,
    suspected,
    granted_again: tokens.size - options.groups,
    cpu_percent,
    rss_mib: Object.fromEntries(rss),
    load,
  };
}

/** When the last of the groups came to run, ms since 1970. */
async function lastOf(cluster: Cluster, groups: number, since: number): Promise<number> {
  const end = Date.now() + RUN_MS;
  for (;;) {
    // Whoever asks the daemons gives them work, and a poll is a process of its own.
    await sleep(500);
    const up = new Map<string, number>();
    for (const { msg, time } of cluster.names.flatMap((node) => cluster.log(node, since))) {
      const name = /^(g\d+): (address up|service running)/.exec(msg)?.[1];
      if (name !== undefined) up.set(name, time);
    }
    if (up.size === groups) return Math.max(...up.values());
    if (Date.now() > end)
      throw new Error(`${up.size} of ${groups} run after ${RUN_MS} ms\n${cluster.lastWords()}`);
  }
}

async function idle(cluster: Cluster): Promise<Record<string, number>> {
  const before = cluster.names.map((node) => cpuSeconds(cluster.pid(node)));
  const began = performance.now();
  await sleep(IDLE_MS);
  const seconds = (performance.now() - began) / 1000;
  const used = cluster.names.map((node, index): [string, number] => {
    const share = (cpuSeconds(cluster.pid(node)) - before[index]!) / seconds;
    return [node, Math.round(share * 10_000) / 100];
  });
  return Object.fromEntries(used);
}

/** What `stalls.ts` saw inside the daemons. */
class Stalls {
  readonly #cluster: Cluster;
  readonly #file: string;

  readonly #nobody: ChildProcess;

  constructor(cluster: Cluster, file: string) {
    this.#cluster = cluster;
    this.#file = file;
    const alone = fileURLToPath(new URL("./stalls.js", import.meta.url));
    this.#nobody = spawn(process.execPath, [alone], { stdio: "ignore" });
  }

  close(): void {
    this.#nobody.kill();
  }

  async begin(): Promise<void> {
    await this.#signal();
  }

  async read(): Promise<Record<string, number>> {
    await this.#signal();
    const seen = this.#cluster.names.map((node): [string, number] => [node, this.#of(node)]);
    return Object.fromEntries([...seen, ["nobody", this.#read(this.#nobody.pid)]]);
  }

  async #signal(): Promise<void> {
    this.#nobody.kill("SIGWINCH");
    for (const node of this.#cluster.names) process.kill(this.#cluster.pid(node), "SIGWINCH");
    await sleep(500);
  }

  #of(node: NodeName): number {
    const inner = /^NSpid:\s+(.*)$/m.exec(
      readFileSync(`/proc/${this.#cluster.pid(node)}/status`, "utf8"),
    )?.[1];
    return this.#read(inner?.split(/\s+/).at(-1));
  }

  #read(process: string | number | undefined): number {
    return Math.round(Number(readFileSync(`${this.#file}.${process}`, "utf8")));
  }
}
