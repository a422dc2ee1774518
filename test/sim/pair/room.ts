/**
 * What two machines have beside their networks: switches on each other's power, targets to ping, a serial line. The edges
 * of `fencing/edges` at simulated time: they promise what those promise, and what lies behind them may do anything.
 */
import type { Millis } from "../../../consensus/core/types.ts";
import type { Heartbeat } from "../../../consensus/sessions/types.ts";
import type { Envelope, ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import type { Loop } from "../loop.ts";
import type { Random } from "../random.ts";
import type { Seen } from "../seen.ts";
import type { Timeline } from "../timeline.ts";
import { createLine, type Line } from "./line.ts";
import type { PairScene } from "./scene.ts";
import { createStacks, type Stacks } from "./stacks.ts";
import { createSwitches, type Switches } from "./switches.ts";
import { createTargets, type Targets } from "./targets.ts";

/** One daemon as its edges see it. */
export interface Asker {
  readonly name: string;
  readonly loop: Loop;
  /** By its machine's clock. */
  readonly now: () => Millis;
  readonly handle: (event: ReplicaEvent) => void;
}
/** A machine whose power is somebody's to switch. */
export interface Powered {
  readonly name: string;
  readonly powered: () => boolean;
  readonly cut: () => void;
  /** Its daemon comes up when the machine has. */
  readonly boot: () => void;
}
export interface PairRoom {
  readonly switches: Switches;
  readonly targets: Targets;
  readonly line: Line;
  readonly stacks: Stacks;
  probe(asker: Asker, effect: Extract<ReplicaEffect, { type: "probe" }>): void;
  listen(asker: Asker, effect: Extract<ReplicaEffect, { type: "listen" }>): void;
  power(asker: Asker, effect: Extract<ReplicaEffect, { type: "power" }>): void;
  /** A heartbeat of `from` leaves, by the line as by every other path. */
  beat(from: string, to: string, heartbeat: Heartbeat): void;
  /** An envelope leaves; also by the line while no other path carries anything. */
  letter(from: string, to: string, envelope: Envelope): void;
  /** A datagram came by this path. */
  heard(node: string, path: number, heartbeat: Heartbeat): void;
  /** No outlet feeds the machine: it cannot start. */
  dark(node: string): boolean;
  /** Every device is right, every target answers, the line is whole, and somebody has switched everything on. */
  heal(): void;
}
export interface RoomOptions {
  readonly scene: PairScene;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly seen: Seen;
  readonly tell: (node: string, text: string) => void;
  readonly machine: (name: string) => Powered;
  readonly hear: (node: string, heartbeat: Heartbeat) => void;
  readonly receive: (from: string, to: string, envelope: Envelope) => void;
}

export function createRoom(options: RoomOptions): PairRoom {
  const { timeline, random } = options;
  const switches = createSwitches({ ...options, random: random.fork() });
  const targets = createTargets(timeline, random.fork());
  const line = createLine({ ...options, random: random.fork() });
  const stacks = createStacks(timeline, random.fork());
  return {
    switches,
    targets,
    line,
    stacks,
    probe: (asker, { targets: asked, timeout }) => targets.probe(asker, asked, timeout),
    listen: (asker, effect) => stacks.listen(asker, effect),
    power: (asker, effect) => switches.carryOut(asker, effect),
    beat: (from, to, heartbeat) => line.beat(from, to, heartbeat),
    letter: (from, to, envelope) => line.letter(from, to, envelope),
    heard: (node, path, heartbeat) => {
      stacks.heard(node);
      line.heard(node, path, heartbeat);
    },
    dark: (node) => switches.dark(node),
    heal: () => {
      switches.heal();
      targets.heal();
      line.heal();
      stacks.heal();
    },
  };
}
