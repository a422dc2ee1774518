/** What one seed of the two-node profile plays: two machines, how they are switched off, and what they are told to ping. */
import { PROFILES, timingProblems } from "../../../configuration/profiles.ts";
import type { Millis } from "../../../consensus/core/types.ts";
import type {
  Arbitration,
  FenceDeviceSpec,
  GroupSpec,
  NodeSpec,
  Outlet,
  ProofKind,
  Timing,
} from "../../../consensus/ledger/types.ts";
import type { Random } from "../random.ts";
import { drawScene, type Sabotage, type Scene } from "../scene.ts";
import { Stated } from "./stated.ts";

/**
 * switched: each can be switched off, by devices whose status is true whatever else they do. lied: a status may say off of what is
 * on. person: nothing but a person's word. risk: nothing, and the guard's proof is accepted.
 */
export type PairKind = "switched" | "lied" | "person" | "risk";

export interface SimulatedDevice extends FenceDeviceSpec {
  /** Whose power it switches: one of its supplies, or all of it. */
  readonly node: string;
  readonly kind: "supply" | "controller";
}
export interface PairScene {
  readonly kind: PairKind;
  readonly names: readonly string[];
  readonly devices: readonly SimulatedDevice[];
  readonly arbitration: Arbitration;
  readonly serial: boolean;
  /** A watchdog resets a machine whose daemon stands still for so long; null: there is none. */
  readonly watchdog: Millis | null;
  readonly ttl: Millis;
  readonly heartbeat: Millis;
  readonly suspectAfter: Millis;
  readonly rho: number;
  /** What this seed gives up once what it assumes has been broken. */
  readonly stated: Stated;
}

const HARD: readonly ProofKind[] = ["released", "fenced", "rebooted", "operator"];
const SOFT: readonly ProofKind[] = [...HARD, "guard"];

function drawPairTiming(random: Random): Timing {
  const draw = random.next();
  if (draw < 0.55) return PROFILES.default;
  if (draw < 0.7) return PROFILES.fast;
  const ttl = random.integer(300, 2_000);
  const heartbeat = Math.floor(ttl * random.between(0.1, 0.2));
  const electionMin = Math.ceil(heartbeat * random.between(2.1, 4));
  const timing: Timing = {
    ttl,
    rho: random.pick([0.001, 0.01, 0.05]),
    heartbeat,
    suspectAfter: Math.floor(random.between(3 * heartbeat, 0.8 * ttl)),
    raftHeartbeat: heartbeat,
    electionMin,
    electionMax: Math.ceil(electionMin * random.between(1.3, 2)),
  };
  return timingProblems(timing).length === 0 ? timing : PROFILES.default;
}

/** One device, two side by side (two supplies), or a second level that switches all of the machine. */
function drawDevices(random: Random, names: readonly string[], ttl: Millis): SimulatedDevice[] {
  const shape = random.pick(["one", "one", "one", "two supplies", "two levels"] as const);
  const bound = Math.round(random.pick([0.2, 0.5, 1, 2]) * ttl);
  const timeout = Math.round(bound * random.between(1, 1.5));
  return names.flatMap((node) => {
    const device = (part: string, kind: SimulatedDevice["kind"]): SimulatedDevice => ({
      name: `${part}-${node}`,
      type: "lab",
      socket: `/run/${part}-${node}`,
      bound,
      timeout,
      node,
      kind,
    });
    if (shape === "two supplies") return [device("a", "supply"), device("b", "supply")];
    if (shape === "two levels") return [device("a", "supply"), device("c", "controller")];
    return [device("a", random.chance(0.7) ? "supply" : "controller")];
  });
}

function levelsOf(devices: readonly SimulatedDevice[], node: string): (readonly Outlet[])[] {
  const own = devices.filter((device) => device.node === node);
  const outlet = ({ name }: SimulatedDevice): Outlet => ({ device: name, outlet: "1" });
  const mixed = own.some(({ kind }) => kind !== own[0]?.kind);
  return mixed ? own.map((each) => [outlet(each)]) : [own.map(outlet)];
}

function drawKind(random: Random): PairKind {
  const draw = random.next();
  if (draw < 0.55) return "switched";
  if (draw < 0.7) return "lied";
  return draw < 0.8 ? "person" : "risk";
}

/** `apart`: what came to the world later is drawn from it, so that earlier seeds stay what they were. */
export function drawPairScene(
  random: Random,
  sabotage: Sabotage,
  apart: Random,
): Scene & { readonly pair: PairScene } {
  const timing = drawPairTiming(random);
  const kind = drawKind(random);
  const drawn = drawScene(random, { timing, sabotage, profile: "ordinary", size: 2 });
  const { names } = drawn;
  const switched = kind === "switched" || kind === "lied";
  const devices = switched ? drawDevices(random, names, timing.ttl) : [];
  const targets = Array.from({ length: random.pick([1, 2, 3, 3]) }, (_, i) => `10.0.0.${250 + i}`);
  const arbitration: Arbitration = {
    targets,
    period: random.integer(1, 5) * timing.ttl,
    timeout: Math.round(random.between(0.1, 0.5) * timing.ttl),
    rounds: random.integer(1, 3),
    returnAfter: random.pick([0, 2, 5]) * timing.ttl,
    switchOn: random.chance(0.8),
    acceptNonTransitiveRisk: kind === "risk",
  };
  // Mostly all of them wait for hard proofs, so that a holder may serve on; sometimes one does not.
  const accepts = (): readonly ProofKind[] => (kind === "risk" ? SOFT : random.chance(0.85) ? HARD : SOFT);
  const nodes = drawn.document.nodes.map((node): NodeSpec => {
    return switched ? { ...node, power: levelsOf(devices, node.name) } : node;
  });
  const groups = drawn.document.groups.map((group): GroupSpec => ({ ...group, accepts: accepts() }));
  const specs = devices.map(({ node: _, kind: __, ...spec }): FenceDeviceSpec => spec);
  const stated = new Stated();
  return {
    ...drawn,
    document: {
      ...drawn.document,
      nodes,
      groups,
      arbitration,
      ...(specs.length === 0 ? {} : { devices: specs }),
    },
    stated,
    pair: {
      kind,
      names,
      devices,
      arbitration,
      serial: random.chance(0.4),
      // What pairs with a liar are for ends with a reset.
      watchdog: kind !== "lied" && apart.chance(0.25) ? apart.between(0.2, 0.8) * timing.ttl : null,
      ttl: timing.ttl,
      heartbeat: timing.heartbeat,
      suspectAfter: timing.suspectAfter,
      rho: timing.rho,
      stated,
    },
  };
}
