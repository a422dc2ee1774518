/** What one seed plays: the cluster, its timing, how true the clocks are, what is sabotaged. */

import { PROFILES, timingProblems } from "../../configuration/profiles.ts";
import {
  type Configuration,
  type CoreOptions,
  type HardState,
  logIndex,
  type NodeId,
  term,
} from "../../consensus/core/types.ts";
import {
  type ClusterDocument,
  type GroupSpec,
  groupName,
  type MemberSpec,
  type NodeSpec,
  type ServiceMember,
  type Timing,
} from "../../consensus/ledger/types.ts";
import type { Compaction } from "../../consensus/types.ts";
import type { Card } from "../../network/port.ts";
import { asNode } from "./judge.ts";
import type { KernelSabotage } from "./machine.ts";
import type { PairScene } from "./pair/scene.ts";
import type { Random } from "./random.ts";

/** Rules switched off on the machine's side, to show that the judge is not blind. */
export interface Sabotage extends KernelSabotage {
  /** The disk acknowledges before anything is durable. */
  readonly lyingDisk: boolean;
  /** Clocks drift this much (0.2 = 20 %) while the cluster believes its rho. */
  readonly drift: number | null;
}
/** beyond-rho: clocks are worse than the cluster was told. two-nodes: two voters that switch each other off (`pair/`). */
export type Profile = "ordinary" | "beyond-rho" | "two-nodes";
export const PROFILE_NAMES: readonly Profile[] = ["ordinary", "beyond-rho", "two-nodes"];
const STATED: Readonly<Record<Profile, ReadonlySet<string>>> = {
  ordinary: new Set(),
  "beyond-rho": new Set(["P1", "P1 right", "N", "G", "lock", "locks"]),
  "two-nodes": new Set(),
};

export const NO_SABOTAGE: Sabotage = {
  gateOpen: false,
  plainCreate: false,
  serviceGuardDead: false,
  lyingDisk: false,
  drift: null,
};
/** Milliseconds of a daemon's clock between its ticks, at most. */
export const tickGapMax = ({ heartbeat, electionMin }: Timing): number =>
  Math.min(1.25 * heartbeat, electionMin / 2);

export interface Scene {
  readonly names: readonly string[];
  /** The cards of each node, as its file names them. */
  readonly cards: ReadonlyMap<string, readonly Card[]>;
  readonly document: ClusterDocument;
  readonly configuration: Configuration;
  readonly drift: number;
  readonly sabotage: Sabotage;
  /** What breaks beyond the stated bound of the clocks, and nothing else does: P1, and what holders and owners believe. */
  readonly stated: ReadonlySet<string>;
  readonly emptyDisk: HardState;
  /** When logs are given up for snapshots, and the bytes of one piece of those. */
  readonly compaction: Compaction;
  readonly piece: number;
  coreOptions(self: NodeId): CoreOptions;
  /** Absent: no pair. */
  readonly pair?: PairScene;
}

/** Two cards on every node, in two subnets. */
export const cardsOf = (index: number): readonly Card[] =>
  [0, 1].map((net) => {
    const stationary = { ip: `10.0.${net}.${index + 1}`, prefix: 24 };
    return { name: `lan${net}`, role: "primary", stationary, addresses: [stationary] };
  });

/** What a group is made of, in order: addresses and services, each kind before and after the other. */
const SHAPES = ["a", "a", "as", "as", "as", "sa", "aa", "ass", "sas", "aas", "s"] as const;

export const service = (name: string, group: string, random: Random): ServiceMember => {
  const timing = {
    startTimeout: 5_000,
    stopTimeout: 100,
    restarts: { limit: random.integer(0, 3), window: 10_000 },
  };
  return random.chance(0.2)
    ? { type: "unit", name, unit: `${group}-${name}.service`, ...timing }
    : { type: "command", name, command: ["/bin/serve", name], environment: {}, ...timing };
};

function group(index: number, names: readonly string[], random: Random): GroupSpec {
  const members = [...random.pick(SHAPES)].map((kind, part): MemberSpec => {
    const name = `m${part}`;
    if (kind === "s") return service(name, `g${index}`, random);
    const net = random.chance(0.8) ? 0 : 1;
    return { type: "address", name, ip: `10.0.${net}.${100 + 10 * index + part}`, prefix: 24 };
  });
  return {
    name: groupName(`g${index}`),
    members,
    prefers: random.chance(0.6) ? [{ node: asNode(random.pick(names)), weight: random.integer(1, 10) }] : [],
    failback: random.chance(0.3) ? { after: random.pick([0, 100, 1_000]) } : null,
    accepts: ["released", "guard", "fenced", "watchdog", "rebooted", "operator"],
  };
}

/** Mostly the profiles that people use; sometimes any timing that the configuration lets through. */
export function drawTiming(random: Random): Timing {
  if (random.chance(0.5)) return PROFILES.fast;
  if (random.chance(0.5)) return PROFILES.default;
  const ttl = random.integer(100, 600);
  const heartbeat = Math.floor(ttl * random.between(0.06, 0.2));
  const raftHeartbeat = random.integer(15, Math.max(16, ttl / 4));
  const electionMin = Math.ceil(raftHeartbeat * random.between(2, 5));
  const timing: Timing = {
    ttl,
    rho: random.pick([0.001, 0.01, 0.1]),
    heartbeat,
    suspectAfter: Math.floor(random.between(3 * heartbeat, 0.8 * ttl)),
    raftHeartbeat,
    electionMin,
    electionMax: Math.ceil(electionMin * random.between(1.2, 2)),
  };
  return timingProblems(timing).length === 0 ? timing : PROFILES.fast;
}

/** In some runs an append carries an entry or two, and few are on their way at once. */
const NARROW = { maxInflightMessages: 3, maxAppendBytes: 300 };
const WIDE = { maxInflightMessages: 64, maxAppendBytes: 256 * 1024 };

/** Mostly three; five come with duels too. */
function drawSize(random: Random): number {
  const draw = random.next();
  if (draw < 0.1) return draw < 0.03 ? 5 : draw < 0.05 ? 1 : 7;
  // What was made commoner later has bands of its own: other seeds stay what they were.
  if (draw < 0.12) return 1;
  if (draw >= 0.15 && draw < 0.16) return 7;
  return random.chance(0.1) ? 4 : 3;
}

export interface SceneChoice {
  readonly timing: Timing;
  readonly sabotage: Sabotage;
  readonly profile: Profile;
  /** Null: drawn. */
  readonly size: number | null;
}
export function drawScene(random: Random, { timing, sabotage, profile, size }: SceneChoice): Scene {
  const flow = random.chance(0.3) ? NARROW : WIDE;
  const count = size ?? drawSize(random);
  const names = Array.from({ length: count }, (_, index) => `n${index + 1}`);
  const nodes: NodeSpec[] = names.map((name, index) => ({
    name: asNode(name),
    addresses: [`10.0.0.${index + 1}`, `10.0.1.${index + 1}`],
    // Of four, one does not vote.
    voter: count !== 4 || index < 3,
  }));
  const groups = Array.from({ length: random.integer(1, 3) }, (_, index) => group(index + 1, names, random));
  return {
    names,
    cards: new Map(names.map((name, index) => [name, cardsOf(index)])),
    document: { cluster: "sim", timing, nodes, groups },
    configuration: {
      voters: nodes.filter((n) => n.voter).map((n) => n.name),
      outgoing: null,
      learners: nodes.filter((n) => !n.voter).map((n) => n.name),
    },
    drift: sabotage.drift ?? (profile === "ordinary" ? timing.rho : timing.rho + random.between(0.1, 0.4)),
    sabotage,
    stated: STATED[profile],
    // Small, so that it happens often; now and then so rarely that a start reads a long log.
    compaction: {
      entries: random.pick([5, 15, 40, 40, 150]),
      bytes: random.pick([4_000, 1_000_000]),
      pause: random.pick([0, 1, 5, 50]) * timing.ttl,
    },
    piece: random.pick([500, 3_000, 64 * 1024]),
    emptyDisk: { term: term(0), vote: null, commit: logIndex(0) },
    coreOptions: (self) => ({
      self,
      electionTimeoutMin: timing.electionMin,
      electionTimeoutMax: timing.electionMax,
      heartbeatInterval: timing.raftHeartbeat,
      ...flow,
      maxUncommittedBytes: 4 * 1024 * 1024,
      maxTickLateness: 0.6 * timing.electionMin,
    }),
  };
}
