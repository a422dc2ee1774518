/** PURE: the weather of a run: which fault falls when, on whom and for how long. One seed is one plan. */
import type { Net, NodeName } from "../lab/plan.ts";
import type { Random } from "../sim/random.ts";

export const KINDS = [
  "kill",
  "freeze",
  "partition",
  "one-way",
  "loss",
  "cable",
  "power-cut",
  "full-disk",
  "restart",
  "move",
] as const;
export type FaultKind = (typeof KINDS)[number];

/** Times in ms since the run began. */
export interface Fault {
  readonly kind: FaultKind;
  readonly at: number;
  /** When it is healed. Acts of an operator (`restart`, `move`) have no healing. */
  readonly until: number;
  readonly node: NodeName;
  /** Of `one-way`: who does not hear `node`. Else `node` again. */
  readonly to: NodeName;
  /** Of `cable`. */
  readonly net: Net;
  /** Of `loss`: of all frames between nodes, 1..100. */
  readonly percent: number;
}

export interface WeatherOptions {
  readonly nodes: readonly NodeName[];
  /** Whose disk is small. */
  readonly smallDisk: NodeName;
  /** How long faults may last; each is healed by then. */
  readonly spanMs: number;
}

/** Shortest and longest, ms; drawn so that short ones are as frequent as long ones. */
const LASTS: Readonly<Record<FaultKind, readonly [number, number]>> = {
  kill: [20, 5000],
  freeze: [20, 6000],
  partition: [200, 8000],
  "one-way": [300, 6000],
  loss: [1000, 6000],
  cable: [300, 6000],
  "power-cut": [500, 6000],
  "full-disk": [5000, 9000],
  restart: [0, 0],
  move: [0, 0],
};
const GAP_MEAN_MS = 1300;
const GAP_MIN_MS = 150;
/** A node counts as hurt for so long after its healing. */
const RECOVERY_MS = 1500;
/** How often more may be hurt at once than a majority survives. */
const BEYOND_SHARE = 0.15;
const OVERLAP_SHARE = 0.35;

/** Kinds that take nobody out of the majority. */
const HARMLESS: ReadonlySet<FaultKind> = new Set(["loss", "move"]);

/** All kinds come once before one comes again. Sorted by time. */
export function planWeather(random: Random, { nodes, smallDisk, spanMs }: WeatherOptions): Fault[] {
  const faults: Fault[] = [];
  let deck: FaultKind[] = [];
  for (let at = 500; ; at += GAP_MIN_MS + random.exponential(GAP_MEAN_MS)) {
    if (deck.length === 0) deck = shuffled(random, KINDS);
    const kind = deck.at(-1)!;
    const until = at + lasting(random, LASTS[kind]);
    if (at >= spanMs) return faults;
    deck.pop();
    if (until > spanMs) continue;
    const hurt = hurtAt(faults, at);
    const drawn = kind === "full-disk" ? smallDisk : victim(random, nodes, hurt);
    const allowed = HARMLESS.has(kind) || majorityHolds(nodes, hurt, drawn) || random.chance(BEYOND_SHARE);
    if (!allowed) {
      deck.unshift(kind);
      continue;
    }
    const others = nodes.filter((name) => name !== drawn);
    faults.push({
      kind,
      at: Math.round(at),
      until: Math.round(until),
      node: drawn,
      to: kind === "one-way" ? random.pick(others) : drawn,
      net: random.chance(0.7) ? "lan" : "hb",
      percent: random.integer(5, 40),
    });
  }
}

/** Who is out of the majority at that time, or has just come back. */
export function hurtAt(faults: readonly Fault[], at: number): ReadonlySet<NodeName> {
  const now = faults.filter((fault) => fault.at <= at && at < fault.until + RECOVERY_MS);
  return new Set(now.filter(({ kind }) => !HARMLESS.has(kind)).map(({ node }) => node));
}

/** Nothing else befell its node from a while before it to its end. */
export function isAlone(faults: readonly Fault[], fault: Fault): boolean {
  return !faults.some(
    (other) =>
      other !== fault &&
      !HARMLESS.has(other.kind) &&
      other.node === fault.node &&
      other.at <= fault.until &&
      other.until + RECOVERY_MS >= fault.at,
  );
}

function majorityHolds(nodes: readonly NodeName[], hurt: ReadonlySet<NodeName>, more: NodeName): boolean {
  return new Set([...hurt, more]).size <= Math.floor((nodes.length - 1) / 2);
}

/** Where a majority hangs by one more node: often one that is hurt already, so that faults overlap on it. */
function victim(random: Random, nodes: readonly NodeName[], hurt: ReadonlySet<NodeName>): NodeName {
  const drawn = random.pick(nodes);
  return !majorityHolds(nodes, hurt, drawn) && random.chance(OVERLAP_SHARE) ? random.pick([...hurt]) : drawn;
}

function lasting(random: Random, [shortest, longest]: readonly [number, number]): number {
  if (longest === 0) return 0;
  return shortest * (longest / shortest) ** random.next();
}

function shuffled<T>(random: Random, from: readonly T[]): T[] {
  const left = [...from];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(random.integer(0, left.length - 1), 1));
  return result;
}

/** One line for people. */
export function tellFault({ kind, node, to, net, percent, at, until }: Fault): string {
  const lasts = until > at ? ` for ${until - at} ms` : "";
  switch (kind) {
    case "kill":
      return `kills the daemon of ${node} (SIGKILL)${lasts}`;
    case "freeze":
      return `stops the daemon of ${node} (SIGSTOP)${lasts}`;
    case "partition":
      return `cuts ${node} off from the other nodes${lasts}`;
    case "one-way":
      return `lets nothing of ${node} come to ${to}${lasts}`;
    case "loss":
      return `loses ${percent} % of all frames between nodes${lasts}`;
    case "cable":
      return `pulls the ${net} cable of ${node}${lasts}`;
    case "power-cut":
      return `cuts the power of ${node}${lasts}`;
    case "full-disk":
      return `fills the disk of ${node}${lasts}`;
    case "restart":
      return `types: leasehold restart ${node}`;
    case "move":
      return `types: leasehold move web ${node}`;
  }
}
