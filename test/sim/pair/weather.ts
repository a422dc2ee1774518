/**
 * What goes wrong with two: the faults of any cluster, and those of switches, targets, the line and whole machines. Each
 * begins and ends; at the end everything heals. Clocks keep their rate bound, disks what they acknowledged.
 */

import type { Command } from "../../../consensus/ledger/types.ts";
import { gaveUpItself } from "../../../fencing/givingup.ts";

import { LINK_FAULTS } from "../linkfaults.ts";
import { NODE_FAULTS } from "../nodefaults.ts";
import type { Random } from "../random.ts";
import { readmit } from "../reforms.ts";
import { later } from "../rulefaults.ts";
import { block, duration, type Fault, freeze, type Sky, victim } from "../sky.ts";
import { WISHES } from "../wishes.ts";
import type { SimulatedNode, World } from "../world.ts";
import { bothWays, PAIR_PLOTS, roomOf, sceneOf, theOther } from "./plots.ts";
import type { PairKind, PairScene } from "./scene.ts";
import type { Character } from "./switches.ts";

/** Long enough for everything that a split leads to, or short. */
const long = (sky: Sky): number =>
  sky.world.random.chance(0.7) ? sky.world.random.between(1, 10) * sky.ttl : duration(sky);

/** What a switch may be like; a liar only where the seed gives up what rests on it, and mostly there. */
function drawCharacter(random: Random, { kind }: PairScene): Character {
  if (kind === "lied" && random.chance(0.85)) return "liar";
  return random.pick(["late", "slow", "dead", "idle", "deaf", "late", "self", "stray"] as const);
}

function lanCut(sky: Sky, node: SimulatedNode): void {
  const lasts = long(sky);
  const end = roomOf(sky).targets.cut(node.name, sceneOf(sky).arbitration.targets);
  sky.lasting(lasts, roomOf(sky).stacks.deafen(node.name));
  block(sky, bothWays(node, theOther(sky, node)), [0], lasts);
  sky.lasting(lasts, end);
}

export const PAIR_FAULTS = {
  /** Not the other's heartbeats, and everything else: only a switch settles that. */
  heartbeatsCut: (sky) => {
    const [a, b] = sky.world.nodes;
    sky.say("the two do not hear each other, and see the network");
    sky.world.judge.seen.partitions++;
    if (sky.world.random.chance(0.7)) cutLine(sky, null);
    block(sky, bothWays(a!, b!), [0, 1], long(sky));
  },
  lanCut: (sky) => {
    const node = victim(sky);
    sky.say(`${node.name} is cut off from the network`);
    lanCut(sky, node);
  },
  /** Its network, and every path to the other. */
  isolated: (sky) => {
    const node = victim(sky);
    sky.say(`${node.name} is alone, but for the line`);
    const { line } = roomOf(sky);
    if (line.up()) sky.world.judge.seen.serialOnly++;
    const lasts = long(sky);
    sky.lasting(lasts, roomOf(sky).targets.cut(node.name, sceneOf(sky).arbitration.targets));
    sky.lasting(lasts, roomOf(sky).stacks.deafen(node.name));
    block(sky, bothWays(node, theOther(sky, node)), [0, 1], lasts);
  },
  someTargets: (sky) => {
    const { random } = sky.world;
    const who = random.chance(0.6) ? victim(sky).name : null;
    const targets = sceneOf(sky).arbitration.targets.filter(() => random.chance(0.6));
    sky.say(`${who ?? "nobody"} ${who === null ? "reaches" : "does not reach"} ${targets.join(" ")}`);
    sky.lasting(long(sky), roomOf(sky).targets.cut(who, targets));
  },
  lineCut: (sky) => {
    const from = sky.world.random.chance(0.4) ? victim(sky).name : null;
    sky.say(`the line carries nothing from ${from ?? "anybody"}`);
    cutLine(sky, from);
  },
  badSwitch: (sky) => {
    const { random } = sky.world;
    const scene = sceneOf(sky);
    if (scene.devices.length === 0) return;
    const { name } = random.pick(scene.devices);
    const character = drawCharacter(random, scene);
    sky.say(`${name} is ${character}`);
    const { characters } = roomOf(sky).switches;
    characters.set(name, character);
    sky.lasting(random.between(2, 25) * sky.ttl, () => {
      if (characters.get(name) === character) characters.delete(name);
    });
  },
  /** A node dies in whatever way, and comes back early or late. */
  die: (sky) => {
    const node = victim(sky);
    const cut = sky.world.random.chance(0.6);
    sky.say(`${node.name} ${cut ? "loses its power" : "crashes"}`);
    downFor(sky, node, cut, sky.world.random.chance(0.5) ? 8 : 2);
  },
  /** Both lose their power, and come back in either order, or one long after the other. */
  blackout: (sky) => {
    sky.say("both lose their power");
    sky.world.judge.seen.totalPowerLosses++;
    for (const node of sky.world.nodes) downFor(sky, node, true, sky.world.random.chance(0.5) ? 1 : 12);
  },
  /** The one of two that a split leaves, and dies as well. */
  bothInTurn: (sky) => {
    const { random } = sky.world;
    const node = victim(sky);
    const rest = theOther(sky, node);
    sky.say(`${node.name} loses its power, and ${rest.name} in a while`);
    downFor(sky, node, true, 8);
    later(sky, random.between(0.5, 4) * sky.ttl, () => downFor(sky, rest, random.chance(0.6), 8));
  },
  farewell: (sky) => {
    const node = victim(sky);
    const { daemon, machine } = node;
    const { judge, random, timeline } = sky.world;
    if (daemon === null || daemon.loop.frozen) return;
    sky.say(`orderly shutdown of ${node.name}`);
    judge.seen.shutdowns++;
    const ends = () => {
      if (node.daemon !== daemon) return;
      node.crash();
      if (random.chance(0.4)) machine.powerCut();
    };
    daemon.loop.arrive(() =>
      daemon.shutdown((clean) => {
        if (!clean) {
          ends();
          return;
        }
        // What else is on its way arrives before the last word.
        timeline.after(50, () =>
          daemon.loop.arrive(() => {
            daemon.farewell();
            daemon.loop.follow(ends);
          }),
        );
      }),
    );
    sky.lasting(random.between(1, 10) * sky.ttl, () => {
      if (node.daemon === daemon) node.crash();
      node.start();
    });
  },
  /** A person looks at the machines, and says what is so. */
  person: (sky) => {
    for (const node of sky.world.nodes) {
      const peer = theOther(sky, node);
      const { daemon } = node;
      if (daemon === null || daemon.loop.frozen || peer.machine.powered) continue;
      if (daemon.replica.arbitration.phase !== "apart") continue;
      sky.say(`a person says to ${node.name} that ${peer.name} is down`);
      daemon.loop.arrive(() => {
        if (!peer.machine.powered) daemon.confirm(peer.name, () => {});
      });
    }
  },
  /** Somebody gives a machine its power back, whatever the other is about to conclude. */
  byHand: (sky) => {
    for (const { name } of sky.world.nodes) roomOf(sky).switches.byHand(name);
  },
  /** What was shot is back before anybody could conclude anything, and is heard by the one that cannot make itself heard. */
  revived: (sky) => {
    const { random, timeline } = sky.world;
    const node = sky.near === null ? victim(sky) : sky.world.node(sky.near);
    const peer = theOther(sky, node);
    const lasts = random.between(2, 7) * sky.ttl;
    sky.say(`${peer.name} gets its power back, and does not hear ${node.name}, which is cut off for a while`);
    const ends = roomOf(sky).targets.cut(node.name, sceneOf(sky).arbitration.targets);
    sky.lasting(lasts * random.between(0.3, 1), ends);
    block(sky, [[node.name, peer.name]], [0, 1], lasts);
    sky.lasting(lasts, roomOf(sky).line.cut(null));
    timeline.after(random.between(0, 0.5) * sky.ttl, () => PAIR_FAULTS.byHand(sky));
  },
  /** While the other is alone, the disk of the one that is down goes: an empty one, by a person's word. */
  diskLost: (sky) => {
    const { world } = sky;
    for (const node of world.nodes) {
      const rest = theOther(sky, node).daemon?.replica;
      if (node.daemon !== null || rest === undefined || world.reform !== null) continue;
      if (rest.arbitration.phase !== "alone" || rest.configurations.length > 1) continue;
      world.judge.seen.diskLosses++;
      readmit(world, node, sky.say);
    }
  },
  /** The machine sleeps over the moment at which the other does what it may. */
  doze: (sky) => {
    const node = victim(sky);
    sky.say(`freeze of ${node.name} over a split`);
    block(sky, bothWays(node, theOther(sky, node)), [0, 1], long(sky));
    freeze(sky, node, sky.world.random.between(0.1, 1.5) * sky.ttl);
  },
} satisfies Record<string, Fault>;

function cutLine(sky: Sky, from: string | null): void {
  sky.lasting(long(sky), roomOf(sky).line.cut(from));
}
function downFor(sky: Sky, node: SimulatedNode, cut: boolean, ttls: number): void {
  const { judge, random } = sky.world;
  if (node.daemon === null && !node.machine.powered) return;
  if (cut) {
    judge.seen.powerCuts++;
    node.powerCut();
    // Somebody may be there who sees it.
    if (random.chance(0.4))
      sky.world.timeline.after(random.between(1, 4) * sky.ttl, () => PAIR_FAULTS.person(sky));
  } else {
    judge.seen.crashes++;
    node.crash();
  }
  sky.lasting(random.between(0.1, ttls) * sky.ttl, () => {
    sky.say(`${node.name} starts again`);
    node.start();
  });
}

const FAULTS = { ...NODE_FAULTS, ...LINK_FAULTS, ...WISHES, ...PAIR_FAULTS, ...PAIR_PLOTS } satisfies Record<
  string,
  Fault
>;
export type PairFaultName = keyof typeof FAULTS;
export type PairClimate = Readonly<Partial<Record<PairFaultName, number>>>;

const STORM: PairClimate = {
  heartbeatsCut: 5,
  lanCut: 3,
  isolated: 2,
  someTargets: 2,
  lineCut: 1,
  badSwitch: 3,
  die: 5,
  blackout: 1,
  bothInTurn: 1.5,
  farewell: 1.5,
  person: 3,
  byHand: 2,
  diskLost: 2,
  doze: 1,
  freeze: 1,
  stalls: 0.7,
  suspend: 0.7,
  ambush: 1,
  lastAct: 0.5,
  slowLoop: 0.5,
  hiccups: 1,
  slowDisk: 0.7,
  poison: 0.5,
  serviceDies: 0.5,
  serviceTrouble: 0.5,
  restart: 1,
  cutPair: 1.5,
  oneWay: 2,
  flapping: 1,
  lossy: 1,
  laggy: 1,
  doubling: 0.7,
  breakStreams: 0.5,
  move: 2,
  transfer: 1,
  standby: 0.7,
  maintain: 0.4,
  client: 1,
  read: 1,
  dawn: 0.4,
  lateAnswer: 0.7,
  standstill: 0.3,
  outscored: 0.4,
  laidUp: 0.3,
  phoenix: 0.4,
  turnabout: 0.4,
  ownStack: 3,
};
/** One plot, again and again, each time played to its end. */
const DRILLS: readonly PairClimate[] = Object.keys(PAIR_PLOTS).map((plot) => ({
  [plot]: 6,
  die: 0.5,
  person: 1,
  byHand: 1,
  move: 0.5,
}));
export const isDrill = (climate: PairClimate): boolean => DRILLS.includes(climate);

/** Both live on and lose sight of each other: only then does a switch lie that says off and does nothing. */
const SPLITS: PairClimate = { heartbeatsCut: 6, isolated: 1, die: 0.5, byHand: 0.5, move: 1 };

/** A seed's own: some kinds are missing, some prevail; one act in six is a drill. Where switches may lie, most acts are splits. */
export function drawPairClimate(random: Random, kind: PairKind): PairClimate {
  if (kind === "lied" && random.chance(0.7)) return SPLITS;
  if (random.chance(1 / 6)) return random.pick(DRILLS);
  if (random.chance(0.3)) return STORM;
  const kinds = Object.entries(STORM).filter(() => random.chance(0.5));
  const weighed = kinds.map(([kind, weight]) => [kind, weight * random.exponential(1)] as const);
  return weighed.length === 0 ? STORM : Object.fromEntries(weighed);
}

/** What hits when one has just gone alone, shot, or proven something: the moments between which R1 to R8 stand. */
const BLOWS: readonly Fault[] = [
  (sky) => downFor(sky, victim(sky), sky.world.random.chance(0.5), 4),
  (sky) => {
    const node = victim(sky);
    freeze(sky, node, sky.world.random.between(0.05, 1.2) * sky.ttl);
  },
  (sky) => {
    for (const node of sky.world.nodes) if (node.daemon === null) node.start();
  },
  (sky) => PAIR_FAULTS.byHand(sky),
  (sky) => PAIR_FAULTS.revived(sky),
  (sky) => PAIR_FAULTS.revived(sky),
  (sky) => PAIR_FAULTS.diskLost(sky),
  (sky) => PAIR_FAULTS.lanCut(sky),
  (sky) => PAIR_FAULTS.heartbeatsCut(sky),
];
const DECISIVE: ReadonlySet<string> = new Set([
  "alone",
  "shot",
  "proven",
  "stopped",
  "granted",
  "adopted",
  "elected",
  "standby",
]);

export interface PairWeather {
  heal(): void;
  end(): void;
}

export function startPairWeather(
  world: World,
  climate: PairClimate,
  tell: (text: string) => void,
): PairWeather {
  const { timeline, random, judge } = world;
  const { ttl } = world.scene.document.timing;
  const active = new Set<() => void>();
  let healed = false;
  let over = false;
  const sky: Sky = {
    world,
    say: (text) => {
      judge.seen.faults++;
      tell(text);
    },
    healed: () => healed,
    ttl,
    near: null,
    lasting: (lasts, end) => {
      const once = () => {
        if (!active.delete(once)) return;
        judge.seen.faults++;
        end();
      };
      active.add(once);
      timeline.after(lasts, once);
    },
  };
  // What a switch is worth shows only when it is needed: some are bad for the whole act.
  const { room } = world;
  const { pair } = world.scene;
  for (const { name } of pair?.devices ?? []) {
    const character = random.chance(pair?.kind === "lied" ? 0.7 : 0.3) ? drawCharacter(random, pair!) : null;
    if (character === null) continue;
    sky.say(`${name} is ${character}`);
    room?.switches.characters.set(name, character);
  }
  const kinds = Object.entries(climate) as [PairFaultName, number][];
  const total = kinds.reduce((sum, [, weight]) => sum + weight, 0);
  // Mostly one thing at a time, so that what it leads to is played to its end.
  const spacing = random.pick(isDrill(climate) ? [3, 5] : [0.3, 1.5, 3, 5]) * ttl;
  const strike = () => {
    if (healed) return;
    let draw = random.next() * total;
    for (const [kind, weight] of kinds) {
      draw -= weight;
      if (draw >= 0) continue;
      FAULTS[kind](sky);
      break;
    }
    const calm = random.chance(0.25);
    timeline.after(calm ? random.between(3, 10) * ttl : random.exponential(spacing), strike);
  };
  timeline.after(random.between(0, 3) * ttl, strike);
  const eagerness = random.chance(0.6) ? random.between(0.05, 0.35) : 0;
  judge.watch = (what, node) => {
    if (healed || !DECISIVE.has(what) || !random.chance(eagerness)) return;
    timeline.after(random.chance(0.5) ? random.between(0, 5) : random.between(0, 1) * ttl, () => {
      if (healed) return;
      if (active.size > 0 && random.chance(0.4)) {
        random.pick([...active])();
        return;
      }
      sky.near = node;
      random.pick(BLOWS)(sky);
      sky.near = null;
    });
  };
  return {
    heal: () => {
      healed = true;
      for (const end of [...active]) end();
      world.room?.heal();
      world.wires.heal();
      for (const node of world.nodes) {
        if (node.daemon !== null) node.daemon.ambush = null;
        node.daemon?.loop.resume();
        if (node.disk.failed) node.crash();
        node.disk.full = false;
        node.start();
      }
      const again = () => {
        if (over) return;
        takeBack(world);
        // Who is not to be switched on by the other is by a person.
        if (world.scene.pair?.arbitration.switchOn === false)
          for (const { name } of world.nodes) world.room?.switches.byHand(name);
        timeline.after(2 * ttl, again);
      };
      again();
    },
    end: () => {
      over = true;
    },
  };
}

/** What people asked for is asked back, until the ledger shows it. Who gave up by itself comes back by itself. */
function takeBack(world: World): void {
  const daemon = world.leader()?.daemon;
  if (daemon == null) return;
  const { ledger } = daemon.replica;
  const commands: Command[] = [
    ...[...ledger.standby]
      .filter(([, by]) => !gaveUpItself(by))
      .map(([node]): Command => ({ type: "standby", node, on: false, by: "sim" })),
    ...[...ledger.maintained.keys()].map(
      (group): Command => ({
        type: "maintain",
        group,
        on: false,
        by: "sim",
      }),
    ),
  ];
  if (commands.length > 0) daemon.loop.arrive(() => daemon.propose(commands, () => {}));
}
