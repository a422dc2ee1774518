/** One run of chaos: a live cluster, its weather, clients that write everything down, and what the judges say of it. */

import { join } from "node:path";
import { connectLeases } from "../../client/leases.ts";
import { lastWords } from "../../configuration/lastwords.ts";
import type { ProfileName } from "../../configuration/profiles.ts";
import { bootNow } from "../../network/kernel/clock.ts";
import { Cluster } from "../lab/cluster.ts";
import { NODE_NAMES, type NodeName } from "../lab/plan.ts";
import { type Prober, type ProberResult, startProber } from "../lab/probing.ts";
import { sleep, until } from "../lab/shell.ts";
import { createRandom } from "../sim/random.ts";
import { Conditions } from "./conditions.ts";
import { daemonsOf } from "./daemons.ts";
import { keepEvidence } from "./evidence.ts";
import { judgeRecords, type Violation } from "./judge.ts";
import { Operator } from "./operator.ts";
import { type Recording, startRecording } from "./recording.ts";
import { type Fault, type FaultKind, isAlone, KINDS, planWeather, tellFault } from "./weather.ts";

export interface ChaosOptions {
  readonly seed: number;
  /** How long the weather lasts. */
  readonly spanMs: number;
  readonly profile: ProfileName;
  /** Hears each fault as it falls, and what the watch over the run finds. */
  readonly say: (line: string) => void;
}

export interface ChaosResult {
  readonly seed: number;
  readonly minutes: number;
  readonly faults: Readonly<Record<FaultKind, number>>;
  /** Calls of the recording clients. */
  readonly operations: number;
  readonly violations: readonly Violation[];
  readonly two_owners_ms: number;
  /** The longest silence of the address, faults of more than a majority included. */
  readonly longest_unavailable_ms: number;
  /** From the end of the last fault until everything was there again. */
  readonly healed_ms: number;
  /** Full disks whose daemon said so and left; the others had none at the time, or nothing to write. */
  readonly full_disks_said: number;
  readonly applied_documents: number;
  readonly client_grants: number;
  readonly client_untold: number;
}

const LEASES = ["ledger", "nightly", "leader"] as const;
const TTL_MS = 1200;
const SMALL_DISK_MB = 48;
const WATCH_EVERY_MS = 200;
/** P4, on a machine that does other things as well. */
const HEALED_WITHIN_MS = 120_000;
const FULL_DISK_NOTICED_WITHIN_MS = 30_000;
/** What a run takes beside its weather, at the longest. */
const AROUND_MS = 360_000;

export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const random = createRandom(options.seed);
  const smallDisk = random.pick(NODE_NAMES);
  const faults = planWeather(random.fork(), { nodes: NODE_NAMES, smallDisk, spanMs: options.spanMs });
  const seed = random.integer(1, 2 ** 31);
  const cluster = await Cluster.raise({
    profile: options.profile,
    smallDisk: { node: smallDisk, megabytes: SMALL_DISK_MB },
  });
  try {
    const longestMs = options.spanMs + AROUND_MS;
    const prober = await startProber(cluster.lab, cluster.lab.plan.floating, longestMs);
    const recording = startRecording(cluster.lab, {
      names: LEASES,
      ttlMs: TTL_MS,
      plain: 4,
      byClient: 3,
      seed,
    });
    const operator = new Operator(cluster, random.fork());
    const run = new Run(options, cluster, prober, recording, operator);
    return await run.play(faults);
  } finally {
    await cluster.close();
  }
}

class Run {
  readonly #options: ChaosOptions;
  readonly #cluster: Cluster;
  readonly #prober: Prober;
  readonly #recording: Recording;
  readonly #operator: Operator;
  readonly #conditions: Conditions;
  readonly #violations: Violation[] = [];
  readonly #began = bootNow();
  #watching = true;
  #fullDisksSaid = 0;

  constructor(
    options: ChaosOptions,
    cluster: Cluster,
    prober: Prober,
    recording: Recording,
    operator: Operator,
  ) {
    this.#options = options;
    this.#cluster = cluster;
    this.#prober = prober;
    this.#recording = recording;
    this.#operator = operator;
    this.#conditions = new Conditions(cluster, (text) => this.#violate("lab", text));
  }

  async play(faults: readonly Fault[]): Promise<ChaosResult> {
    const watch = this.#watch();
    this.#operator.begin();
    await Promise.all(faults.map((fault) => this.#fall(fault, isAlone(faults, fault))));
    await this.#at(this.#options.spanMs);
    const healedMs = await this.#heal();
    this.#watching = false;
    await watch;
    if (!(await this.#recording.stop()))
      this.#violate("lab", "the recording clients did not end by themselves");
    await this.#leasesComeAgain();
    await this.#try("operator", async () => {
      this.#violations.push(...(await this.#operator.finish()));
    });
    const probe = await this.#prober.stop();
    this.#violations.push(...judgeRecords(this.#recording.records), ...judgeProbe(probe));
    if (this.#violations.length > 0) this.#tellWhere();
    return this.#result(faults, probe, healedMs);
  }

  async #at(ms: number): Promise<void> {
    await sleep(Math.max(0, this.#began + ms - bootNow()));
  }

  async #fall(fault: Fault, alone: boolean): Promise<void> {
    await this.#at(fault.at);
    const since = Date.now();
    this.#say(tellFault(fault));
    await this.#conditions.begin(fault);
    if (fault.until === fault.at) return;
    await this.#at(fault.until);
    if (fault.kind === "full-disk") await this.#judgeFullDisk(fault, since, alone);
    await this.#conditions.end(fault);
  }

  /** A node whose disk is full says so and leaves. `since`: ms since 1970. `alone`: nothing else can have ended its daemon. */
  async #judgeFullDisk(fault: Fault, since: number, alone: boolean): Promise<void> {
    const { lab } = this.#cluster;
    const end = bootNow() + FULL_DISK_NOTICED_WITHIN_MS;
    while (this.#conditions.othersOn(fault) === 0 && daemonsOf(lab, fault.node).length > 0) {
      if (bootNow() > end) {
        this.#violate("full-disk", `the disk of ${fault.node} is full, and its daemon goes on`);
        return;
      }
      await sleep(100);
    }
    const said = this.#cluster.log(fault.node, since).some(({ msg }) => msg.startsWith("the store failed"));
    if (said) this.#fullDisksSaid += 1;
    // Whoever asks that machine is told, too.
    const words = lastWords(join(lab.disk(fault.node), "run"));
    if (said && alone && !words?.includes("the store failed"))
      this.#violate("full-disk", `the daemon of ${fault.node} left its full disk, and status says: ${words}`);
    if (!said && alone)
      this.#violate("full-disk", `the daemon of ${fault.node} left its full disk without a word`);
  }

  /** A daemon that ended, though nobody ended it. */
  async #watch(): Promise<void> {
    const gone = (node: NodeName): boolean =>
      this.#cluster.lab.isOn(node) &&
      !this.#conditions.excuses(node) &&
      daemonsOf(this.#cluster.lab, node).length === 0;
    while (this.#watching) {
      await sleep(WATCH_EVERY_MS);
      for (const node of this.#cluster.names) {
        if (!gone(node)) continue;
        await sleep(WATCH_EVERY_MS);
        if (!gone(node)) continue;
        this.#violate(
          "daemon-ended",
          `the daemon of ${node} ended by itself: ${this.#cluster.lastWordsOf(node)}`,
        );
        await this.#conditions.revive(node);
      }
    }
  }

  /** P4: with all faults gone, everything is there again. */
  async #heal(): Promise<number> {
    const began = bootNow();
    this.#say("everything heals");
    await this.#conditions.endAll();
    await this.#try("P4", async () => {
      await this.#cluster.settled(HEALED_WITHIN_MS);
      const left = Math.max(1000, HEALED_WITHIN_MS - (bootNow() - began));
      await until("the client to be served", left, 20, () =>
        this.#prober.serving() && this.#prober.owners().length === 1 ? true : null,
      );
    });
    return bootNow() - began;
  }

  async #leasesComeAgain(): Promise<void> {
    const endpoints = this.#cluster.names.map(
      (node) => `unix:${join(this.#cluster.lab.disk(node), "run", "api.sock")}`,
    );
    const leases = connectLeases({ endpoints });
    for (const name of LEASES) {
      await this.#try("P4", async () => {
        const lease = await leases.acquire(name, { ttl: TTL_MS, wait: 20_000 });
        if (!(await lease.release())) throw new Error(`${name} could not be given back`);
      });
    }
  }

  async #try(invariant: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#violate(invariant, error instanceof Error ? error.message : String(error));
    }
  }

  #violate(invariant: string, detail: string): void {
    this.#say(`VIOLATION ${invariant}: ${detail}`);
    this.#violations.push({ invariant, detail });
  }

  #say(line: string): void {
    this.#options.say(`${((bootNow() - this.#began) / 1000).toFixed(2).padStart(8)} s  ${line}`);
  }

  #tellWhere(): void {
    const folder = keepEvidence(this.#cluster, this.#options.seed, this.#recording.records, this.#violations);
    this.#say(`what the daemons and the clients wrote is kept in ${folder}`);
  }

  #result(faults: readonly Fault[], probe: ProberResult, healedMs: number): ChaosResult {
    const calls = this.#recording.records.filter((each) => each.record === "call");
    const counted = KINDS.map((kind) => [kind, faults.filter((fault) => fault.kind === kind).length]);
    return {
      seed: this.#options.seed,
      minutes: this.#options.spanMs / 60_000,
      faults: Object.fromEntries(counted) as Record<FaultKind, number>,
      operations: calls.length,
      violations: this.#violations,
      two_owners_ms: probe.dual_active_ms,
      longest_unavailable_ms: probe.outage_ms,
      healed_ms: Math.round(healedMs),
      full_disks_said: this.#fullDisksSaid,
      applied_documents: this.#operator.acknowledged,
      client_grants: calls.filter(({ answer }) => answer?.type === "granted").length,
      client_untold: calls.filter(({ answer }) => answer === null).length,
    };
  }
}

/** A prober that paused says less about silence, and no less about who answered what it asked. */
function judgeProbe(probe: ProberResult): Violation[] {
  if (probe.dual_active_ms === 0) return [];
  const both = probe.owners.filter(({ owners }) => owners.length > 1);
  return [{ invariant: "P1", detail: `two owners for ${probe.dual_active_ms} ms: ${JSON.stringify(both)}` }];
}
