/**
 * What one bad follower of three costs the others: acknowledged writes in a second and their latency while all are well, while
 * one is slow (held up, or behind a thin link), and while one comes and goes. In turn, so that what else the machine does
 * hits all of them.
 */
import { loadavg } from "node:os";
import type { ProfileName } from "../configuration/profiles.ts";
import { Cluster } from "../test/lab/cluster.ts";
import { type NodeName, nodeOf } from "../test/lab/plan.ts";
import { inside, run, sleep } from "../test/lab/shell.ts";
import { medians, socketOf } from "./api.ts";
import { residentMiB } from "./usage.ts";
import { median, rounded, Writers, type Written } from "./writers.ts";

const STRETCH_MS = 6000;
const WARM_MS = 3000;
const INFLIGHT = 16;
/** Of each 100 ms. */
const HELD_UP_MS = 70;
const THIN_BYTES_PER_S = 20_000;
const FLAP_MS = 1000;
const CAUGHT_UP_MS = 60_000;

type Fault = (cluster: Cluster, follower: NodeName, isOver: () => boolean) => Promise<void>;

async function heldUp(cluster: Cluster, follower: NodeName, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    cluster.freeze(follower);
    await sleep(HELD_UP_MS);
    cluster.thaw(follower);
    await sleep(100 - HELD_UP_MS);
  }
}

/** What comes to it over TCP, on every path, goes through a bucket of so many bytes in a second; heartbeats pass. */
async function thinLink({ lab }: Cluster, follower: NodeName, isOver: () => boolean): Promise<void> {
  const { cards } = nodeOf(lab.plan, follower);
  const nft = (input: string) => run(inside(lab.plan.switchNamespace, ["nft", "-f", "-"]), { input });
  const rules = [cards.lan, cards.hb].map(
    ({ port }) => `oifname "${port}" ip protocol tcp limit rate over ${THIN_BYTES_PER_S} bytes/second drop`,
  );
  const chain = ["chain forward {", "type filter hook forward priority 10;", ...rules, "}"];
  await nft(["table bridge thin {", ...chain, "}", ""].join("\n"));
  try {
    while (!isOver()) await sleep(50);
  } finally {
    await nft("delete table bridge thin\n");
  }
}

async function flapping({ lab }: Cluster, follower: NodeName, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await lab.partition(follower);
    await sleep(FLAP_MS);
    await lab.faults([]);
    await sleep(FLAP_MS);
  }
}

const FAULTS: Readonly<Record<string, Fault>> = {
  "all well": async () => {},
  "one held up": heldUp,
  "one behind a thin link": thinLink,
  "one flapping": flapping,
};

export interface Follower extends Written {
  /** Of what is written while all are well, in the same round: medians. */
  readonly ratio: number;
  readonly p99_ratio: number;
  /** How far it was behind the leader at the end of a stretch, entries. */
  readonly behind: number;
  /** Terms that passed: elections. */
  readonly terms: number;
}
export interface Followers {
  readonly conditions: Readonly<Record<string, Follower>>;
  readonly leader_rss_mib: { readonly before: number; readonly after: number };
  readonly load: readonly number[];
}

interface Seen {
  readonly written: Written;
  readonly behind: number;
  readonly terms: number;
  /** What the daemons said of them. */
  readonly elections: readonly string[];
}

export async function measureFollowers(
  profile: ProfileName,
  runs: number,
  note: (text: string) => void,
): Promise<Followers> {
  const cluster = await Cluster.raise({ profile });
  const seen = new Map<string, Seen[]>(Object.keys(FAULTS).map((name) => [name, []]));
  let writers: Writers | null = null;
  try {
    const { leader, groups } = await cluster.settled(30_000);
    const led = leader as NodeName;
    const follower = cluster.names.find((name) => name !== leader && name !== groups[0]?.holder)!;
    writers = new Writers(socketOf(cluster, led), "writer", 1, INFLIGHT);
    await writers.write(WARM_MS);
    const before = residentMiB(cluster.pid(led));
    for (let round = 1; round <= runs; round++) {
      for (const [name, fault] of Object.entries(FAULTS)) {
        const stretch = await underFault(cluster, { led, follower }, writers, fault);
        seen.get(name)!.push(stretch);
        const { written, behind, terms, elections } = stretch;
        note(`followers: round ${round}, ${name}: ${JSON.stringify({ ...written, behind, terms })}`);
        for (const line of elections) note(`  ${line}`);
        await caughtUp(cluster, led, follower);
      }
    }
    const after = residentMiB(cluster.pid(led));
    const well = seen.get("all well")!;
    const judged = [...seen].map(([name, stretches]): [string, Follower] => [
      name,
      compared(stretches, well),
    ]);
    return {
      conditions: Object.fromEntries(judged),
      leader_rss_mib: { before, after },
      load: loadavg().map(rounded),
    };
  } finally {
    writers?.close();
    await cluster.close();
  }
}

async function underFault(
  cluster: Cluster,
  { led, follower }: { readonly led: NodeName; readonly follower: NodeName },
  writers: Writers,
  fault: Fault,
): Promise<Seen> {
  const since = Date.now();
  const from = await place(cluster, led);
  let over = false;
  const bad = fault(cluster, follower, () => over);
  const written = await writers.write(STRETCH_MS);
  const to = await place(cluster, led);
  over = true;
  await bad;
  const its = await place(cluster, follower);
  const lines = cluster.names.flatMap((node) => cluster.log(node, since).map(({ msg }) => `${node} ${msg}`));
  const elections = lines.filter((line) => /\b(leads in term \d|handing leadership)/.test(line));
  return { written, behind: Math.max(0, to.applied - its.applied), terms: to.term - from.term, elections };
}

async function place(cluster: Cluster, node: NodeName): Promise<{ term: number; applied: number }> {
  return JSON.parse(await cluster.order(node, ["status", "--json"])) as { term: number; applied: number };
}

/** The next stretch begins with everybody well. */
async function caughtUp(cluster: Cluster, led: NodeName, follower: NodeName): Promise<void> {
  await cluster.settled(CAUGHT_UP_MS);
  for (const end = performance.now() + CAUGHT_UP_MS; ; await sleep(200)) {
    const [ahead, its] = [await place(cluster, led), await place(cluster, follower)];
    if (its.applied >= ahead.applied - 5) return;
    if (performance.now() > end)
      throw new Error(`${follower} does not catch up: ${its.applied} of ${ahead.applied}`);
  }
}

function compared(stretches: readonly Seen[], well: readonly Seen[]): Follower {
  const ratios = (of: (written: Written) => number): number =>
    rounded(median(stretches.map(({ written }, i) => of(written) / of(well[i]!.written))));
  return {
    ...medians(stretches.map(({ written }) => written)),
    ratio: ratios((written) => written.writes_per_s),
    p99_ratio: ratios((written) => written.p99_ms),
    behind: median(stretches.map(({ behind }) => behind)),
    terms: stretches.reduce((sum, { terms }) => sum + terms, 0),
  };
}
