/**
 * The scenarios: what is done to a cluster while a client measures. Each arranges who holds and who leads, breaks
 * something, waits until the client is served, and puts everything back while the client still measures, because a
 * node that comes back is as good an occasion for two owners as one that goes.
 */
import { bootNow } from "../../network/kernel/clock.ts";
import type { Cluster } from "./cluster.ts";
import { GROUP, SECOND } from "./documents.ts";
import { type NodeName, whoHas } from "./plan.ts";
import { PAUSE_LIMIT_MS, type Prober, type ProberResult, startProber } from "./probing.ts";
import type { Status } from "./reading.ts";
import { sleep, until } from "./shell.ts";
import type { PairKind } from "./twolab.ts";

/** Something the lab does, on the boot-time clock. */
export interface Deed {
  readonly at: number;
  readonly text: string;
}

export interface Stage {
  readonly cluster: Cluster;
  readonly prober: Prober;
  /** Holder and leader when the curtain rises. */
  readonly holder: NodeName;
  readonly leader: NodeName;
  /** When it rises, on the boot-time clock. */
  readonly began: number;
  /** The same in ms since 1970, for log lines. */
  readonly beganWall: number;
  /** How often a scenario that can repeat its fault does so. */
  readonly times: number;
  /** Notes what is about to be done, with its time. The first note is the fault. */
  did(text: string): void;
  /** Notes what was seen, for the result. */
  saw(text: string): void;
}

/** What an outage may take at most, by configuration. */
export interface Bound {
  readonly ms: number;
  /** How it adds up. */
  readonly words: string;
}

export interface Scenario {
  readonly name: string;
  /** One sentence for people. */
  readonly story: string;
  /** Where the leader is as the fault falls. */
  readonly leaderIs: "holder" | "another";
  readonly guard: "on" | "off";
  /** "pair": the second group runs on another node than the first as the curtain rises. */
  readonly groups?: "one" | "pair";
  /** Two machines that go by arbitration, and what they have beside their networks. */
  readonly pair?: PairKind;
  /** The client's numbers say nothing here, so that a pause of its prober voids no run. */
  readonly unmeasured?: boolean;
  /** Two machines answer at once here, and must: what was accepted, or the control. */
  readonly expects?: "two-owners";
  /** The switch does not do what it says, so that nothing can be concluded from what it did. */
  readonly deviceLies?: boolean;
  bound?(cluster: Cluster): Bound;
  /** Breaks, waits, and heals. */
  play(stage: Stage): Promise<void>;
}

export interface Run {
  readonly scenario: string;
  readonly outage_ms: number;
  readonly lost: number;
  readonly dual_active_ms: number;
  /** How the second group fared, where there is one. */
  readonly second: Pick<ProberResult, "lost" | "dual_active_ms" | "paused_ms_max" | "owners"> | null;
  /** Who held before and after, and who led as the fault fell. */
  readonly from: NodeName;
  readonly to: NodeName;
  readonly leader: NodeName;
  readonly token: string;
  readonly bound: Bound | null;
  readonly saw: readonly string[];
  /** The prober itself paused too long: the numbers say nothing. */
  readonly void: boolean;
  /** Raw: for the timeline. `fault` on the boot-time clock and, for log lines, in ms since 1970. */
  readonly fault: number;
  readonly faultWall: number;
  readonly deeds: readonly Deed[];
  readonly probe: ProberResult;
  readonly probeEvents: Prober["events"];
}

const HOUR_MS = 3_600_000;
const CUT_OFF_MS = 10_000;
const SERVED_WITHIN_MS = 60_000;
const SETTLED_WITHIN_MS = 60_000;

/** The client is served by somebody other than `not`, and has been for a while. */
async function servedByAnother(stage: Stage): Promise<void> {
  const { cluster, prober, holder } = stage;
  await until("the client to be served by another node", SERVED_WITHIN_MS, 20, () =>
    prober.serving() && owner(cluster, prober) !== holder && owner(cluster, prober) !== null ? true : null,
  );
  await sleep(800);
}

function owner(cluster: Cluster, prober: Prober): NodeName | null {
  const macs = prober.owners();
  return macs.length === 1 ? whoHas(cluster.lab.plan, macs[0]!) : null;
}

async function freezeAndThaw(stage: Stage): Promise<void> {
  const { cluster, holder, did } = stage;
  did(`stops the daemon of ${holder} (SIGSTOP); its kernel goes on`);
  cluster.freeze(holder);
  await sleep(CUT_OFF_MS);
  did(`lets the daemon of ${holder} go on (SIGCONT)`);
  cluster.thaw(holder);
  await sleep(500);
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "power-cut",
    story: "The machine that holds the address, which also leads the cluster, loses its power.",
    leaderIs: "holder",
    guard: "on",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`cuts the power of ${holder}: links first, then every process`);
      await cluster.powerCut(holder);
      await servedByAnother(stage);
      did(`switches ${holder} on again`);
      await cluster.powerOn(holder);
    },
  },
  {
    name: "leader-power-cut",
    story: "The machine that leads the cluster loses its power while another one holds the address.",
    leaderIs: "another",
    guard: "on",
    async play({ cluster, leader, did }) {
      did(`cuts the power of ${leader}, the leader: links first, then every process`);
      await cluster.powerCut(leader);
      await sleep(2000);
      did(`switches ${leader} on again`);
      await cluster.powerOn(leader);
    },
  },
  {
    name: "freeze",
    story: "The holder's daemon is stopped for ten seconds and then goes on as if nothing had happened.",
    leaderIs: "holder",
    guard: "on",
    play: freezeAndThaw,
  },
  {
    name: "kill",
    story: "The holder's daemon is killed and left dead; its machine and its kernel go on.",
    leaderIs: "holder",
    guard: "on",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`kills the daemon of ${holder} (SIGKILL) and leaves it dead`);
      await cluster.kill(holder);
      await servedByAnother(stage);
      await sleep(2000);
      did(`starts the daemon of ${holder} again`);
      await cluster.start(holder);
    },
  },
  {
    name: "partition",
    story: "The holder is cut off from both other nodes for ten seconds, while the client still reaches it.",
    leaderIs: "holder",
    guard: "on",
    async play({ cluster, holder, did }) {
      did(`cuts ${holder} off from the other nodes on both networks; the client still reaches it`);
      await cluster.lab.partition(holder);
      await sleep(CUT_OFF_MS);
      did("heals the networks");
      await cluster.lab.heal();
      await sleep(500);
    },
  },
  {
    name: "move",
    story: "A person moves the service to another machine.",
    leaderIs: "holder",
    guard: "on",
    async play(stage) {
      const { cluster, holder, did } = stage;
      const target = cluster.names[(cluster.names.indexOf(holder) + 1) % cluster.names.length]!;
      did(`types: leasehold move ${GROUP} ${target}`);
      await cluster.bring(target, holder);
      await servedByAnother(stage);
    },
  },
];

/** What people live through who run a cluster every day. */
export const EVERYDAY: readonly Scenario[] = [
  {
    name: "cable-pull",
    story: "Somebody pulls the holder's cable to the clients; its other network and its daemon are fine.",
    leaderIs: "holder",
    guard: "on",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`pulls the LAN cable of ${holder}`);
      await cluster.lab.pullCable(holder, "lan");
      await servedByAnother(stage);
      did(`plugs the LAN cable of ${holder} in again`);
      await cluster.lab.plugCable(holder, "lan");
    },
  },
  {
    name: "restart",
    story: "The holder's daemon, which also leads the cluster, is restarted in place, as after an upgrade.",
    leaderIs: "holder",
    guard: "on",
    async play({ cluster, holder, did }) {
      did(`types: leasehold restart ${holder}`);
      await cluster.restart(holder, holder);
    },
  },
  {
    name: "rolling-restart",
    story: "Every daemon is restarted in place, one after the other, while the client works.",
    leaderIs: "holder",
    guard: "on",
    async play({ cluster, did }) {
      for (const node of cluster.names) {
        did(`types: leasehold restart ${node}`);
        await cluster.restart(node, node);
        await cluster.settled(SETTLED_WITHIN_MS);
      }
    },
  },
  {
    name: "return",
    story: "A machine that holds nothing is cut off from everybody for ten seconds and comes back.",
    leaderIs: "holder",
    guard: "on",
    async play({ cluster, holder, did }) {
      const other = cluster.names.find((name) => name !== holder)!;
      did(`cuts ${other} off from the other nodes on both networks`);
      await cluster.lab.partition(other);
      await sleep(CUT_OFF_MS);
      did("heals the networks");
      await cluster.lab.heal();
      await sleep(1000);
    },
  },
  {
    name: "mutual-backup",
    story: "Two services on two machines, each machine the other's backup; one machine loses its power.",
    leaderIs: "holder",
    guard: "on",
    groups: "pair",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`cuts the power of ${holder}: links first, then every process`);
      await cluster.powerCut(holder);
      await servedByAnother(stage);
      did(`switches ${holder} on again`);
      await cluster.powerOn(holder);
    },
  },
  {
    name: "all-cut",
    story: "All three machines lose their power at once, and come back in every possible order.",
    leaderIs: "holder",
    guard: "on",
    async play({ cluster, did, prober }) {
      for (const order of orders(cluster.names)) {
        did(`cuts the power of all three, then switches on ${order.join(", then ")}`);
        await Promise.all(cluster.names.map((name) => cluster.powerCut(name)));
        for (const name of order) {
          await cluster.powerOn(name);
          await sleep(300);
        }
        await cluster.settled(SETTLED_WITHIN_MS);
        await until("the client to be served", SERVED_WITHIN_MS, 20, () => (prober.serving() ? true : null));
      }
    },
  },
];

/** Every order of these. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((first, i) => orders(items.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

/** The control: with the guard switched off the same freeze must show two owners, or the prober is blind. */
export const CONTROL: Scenario = {
  name: "freeze-without-guard",
  story: "The same freeze with the kernel guard switched off: what happens without Leasehold's guard.",
  leaderIs: "holder",
  guard: "off",
  expects: "two-owners",
  play: freezeAndThaw,
};

const SHOTS_COUNT_FOR_MS = 600_000;
/**
 * Three shots in ten minutes call for a person. Whoever plays on is one, and restarts the daemon that has shot twice already; else the
 * shots of one run would be held against the next.
 */
async function seenBySomebody(cluster: Cluster): Promise<void> {
  for (const node of cluster.names) {
    const log = cluster.log(node, Date.now() - SHOTS_COUNT_FOR_MS);
    const start = log.findLastIndex(({ msg }) => /^leaseholdd \S+ is up/.test(msg));
    const shots = log.slice(start + 1).filter(({ msg }) => /^power off of \S+ is asked/.test(msg));
    if (shots.length < 2) continue;
    await cluster.restart(node, node);
    await cluster.settled(SETTLED_WITHIN_MS);
  }
}

/** Plays one scenario once on a cluster that has settled, and leaves it settled. */
export async function playScenario(cluster: Cluster, scenario: Scenario, times = 1): Promise<Run> {
  if (scenario.pair !== undefined) await seenBySomebody(cluster);
  const { holder, leader, prober, second } = await onStage(cluster, scenario);
  await sleep(300);
  const deeds: Deed[] = [];
  let faultWall = 0;
  const did = (text: string): void => {
    if (deeds.length === 0) faultWall = Date.now();
    deeds.push({ at: bootNow(), text });
  };
  const seen: string[] = [];
  const saw = (text: string): void => void seen.push(text);
  const [began, beganWall] = [bootNow(), Date.now()];
  await scenario.play({ cluster, prober, holder, leader, began, beganWall, times, did, saw });
  if (scenario.pair !== undefined && scenario.deviceLies !== true) cluster.pair.neverBothOff(began);
  const after = await cluster.settled(SETTLED_WITHIN_MS);
  await until("the client to be served", SERVED_WITHIN_MS, 20, () =>
    prober.serving() && prober.owners().length === 1 ? true : null,
  );
  await sleep(300);
  const probe = await prober.stop();
  const other = (await second?.stop()) ?? null;
  const group = webOf(after);
  return {
    scenario: scenario.name,
    outage_ms: probe.outage_ms,
    lost: probe.lost,
    dual_active_ms: Math.max(probe.dual_active_ms, other?.dual_active_ms ?? 0),
    second: other,
    from: holder,
    to: group.holder ?? "nobody",
    leader,
    token: group.token,
    bound: scenario.bound?.(cluster) ?? null,
    saw: seen,
    void: scenario.unmeasured !== true && probe.paused_ms_max > PAUSE_LIMIT_MS,
    fault: deeds[0]!.at,
    faultWall,
    deeds,
    probe,
    probeEvents: prober.events,
  };
}

/** The cluster as the scenario needs it, and a client whom the holder answers. Another may have taken over meanwhile. */
async function onStage(cluster: Cluster, scenario: Scenario) {
  for (let tries = 1; ; tries++) {
    const { holder, leader } = await arrange(cluster, scenario);
    const longest = scenario.unmeasured === true ? HOUR_MS : undefined;
    const prober = await startProber(cluster.lab, undefined, longest);
    const second =
      scenario.groups === "pair" ? await startProber(cluster.lab, cluster.lab.plan.second) : null;
    try {
      await until(`${holder} to answer the client`, 10_000, 10, () =>
        owner(cluster, prober) === holder ? true : null,
      );
      return { holder, leader, prober, second };
    } catch (error) {
      await Promise.all([prober.stop(), second?.stop()]);
      if (tries === 5) throw error;
    }
  }
}

/** Brings the group to the leader, or away from it, and lets the cluster rest. */
async function arrange(
  cluster: Cluster,
  scenario: Scenario,
): Promise<{ holder: NodeName; leader: NodeName }> {
  for (let tries = 0; tries < 5; tries++) {
    const status = await cluster.settled(SETTLED_WITHIN_MS);
    const leader = status.leader!;
    const holder = webOf(status).holder!;
    if ((holder === leader) === (scenario.leaderIs === "holder")) {
      const second = status.groups.find((each) => each.name === SECOND)?.holder;
      if (second === holder) {
        await cluster.bring(cluster.names.find((name) => name !== holder)!, leader, SECOND);
        continue;
      }
      await sleep(700);
      return { holder, leader };
    }
    const target = scenario.leaderIs === "holder" ? leader : cluster.names.find((name) => name !== leader)!;
    await cluster.bring(target, leader);
  }
  throw new Error(`could not arrange ${scenario.name}: holder and leader do not come to stand as it needs`);
}

function webOf(status: Status): Status["groups"][number] {
  const group = status.groups.find((each) => each.name === GROUP);
  if (group === undefined) throw new Error(`the status names no group "${GROUP}"`);
  return group;
}
