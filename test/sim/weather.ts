/**
 * Faults: what may go wrong, drawn from the seed. Each fault begins and ends; calm comes between; at the end
 * everything heals. It never breaks what the rules do not allow for: clocks keep their rate bound, disks keep what
 * they acknowledged, machines are not paused as a whole.
 */
import type { GroupName } from "../../consensus/ledger/types.ts";
import { asNode } from "./judge.ts";
import type { Random } from "./random.ts";
import type { Link } from "./wires.ts";
import type { SimulatedNode, World } from "./world.ts";

export type FaultName = keyof typeof FAULTS;
/** How often each kind comes, relative to the others. */
export type Climate = Readonly<Partial<Record<FaultName, number>>>;
export interface Weather {
  /** Ends every fault and brings every node back; nothing new begins. */
  heal(): void;
}
interface Sky {
  readonly world: World;
  readonly say: (text: string) => void;
  /** Runs `end` after `duration`, or when everything heals. */
  lasting(duration: number, end: () => void): void;
  readonly ttl: number;
}
type Fault = (sky: Sky) => void;

const anyNode = ({ world }: Sky): SimulatedNode => world.random.pick(world.nodes);
/** Mostly the node that matters: a holder or the leader. */
function victim(sky: Sky): SimulatedNode {
  const { world } = sky;
  const { random } = world;
  const leader = world.leader();
  const draw = random.next();
  if (draw < 0.3 && leader !== null) return leader;
  if (draw < 0.75 && leader?.daemon != null) {
    const held = [...leader.daemon.replica.ledger.leases.values()].filter((l) => l.state === "held");
    const lease = held.length > 0 ? random.pick(held) : undefined;
    if (lease?.holder != null) return world.node(lease.holder.node);
  }
  return anyNode(sky);
}
function others(sky: Sky, node: SimulatedNode): readonly SimulatedNode[] {
  return sky.world.nodes.filter((n) => n !== node);
}
/** Blocks links for a while, all paths or one. */
function block(
  sky: Sky,
  pairs: readonly (readonly [string, string])[],
  paths: readonly number[],
  duration: number,
): void {
  const blocked: Link[] = [];
  for (const [from, to] of pairs) {
    for (const path of paths) {
      const link = sky.world.wires.link(from, to, path);
      link.blocked++;
      blocked.push(link);
    }
  }
  sky.lasting(duration, () => {
    for (const link of blocked) link.blocked--;
  });
}
const duration = ({ world, ttl }: Sky): number =>
  world.random.chance(0.5) ? world.random.between(0.05, 1) * ttl : world.random.between(1, 8) * ttl;
const paths = ({ world }: Sky): readonly number[] =>
  world.random.chance(0.75) ? [0, 1] : [world.random.integer(0, 1)];

function disturb(sky: Sky, change: (link: Link, sign: 1 | -1) => void): void {
  const { world } = sky;
  const touched: Link[] = [];
  const everywhere = world.random.chance(0.3);
  for (const a of world.scene.names) {
    for (const b of world.scene.names) {
      if (a === b || !(everywhere || world.random.chance(0.3))) continue;
      for (const path of [0, 1]) touched.push(world.wires.link(a, b, path));
    }
  }
  for (const link of touched) change(link, 1);
  sky.lasting(duration(sky), () => {
    for (const link of touched) change(link, -1);
  });
}
function down(sky: Sky, node: SimulatedNode, cut: boolean): void {
  const { judge, random } = sky.world;
  if (node.daemon === null) return;
  if (cut) {
    judge.seen.powerCuts++;
    node.powerCut();
  } else {
    judge.seen.crashes++;
    node.crash();
  }
  sky.lasting(cut ? random.between(0.5, 8) * sky.ttl : random.between(0.2, 6) * sky.ttl, () => {
    sky.say(`${node.name} starts again`);
    node.start();
  });
}
function freeze(sky: Sky, node: SimulatedNode, lasts: number): void {
  const daemon = node.daemon;
  if (daemon === null || daemon.loop.frozen) return;
  sky.world.judge.seen.freezes++;
  daemon.loop.freeze();
  sky.lasting(lasts, () => {
    sky.say(`${node.name} thaws`);
    daemon.loop.thaw();
  });
}
/** The first group that the leader knows to be held, and where. */
function heldGroup({ world }: Sky): { group: GroupName; node: SimulatedNode } | null {
  const { groups } = world.scene.document;
  const group = world.random.pick(groups).name;
  for (const node of world.nodes) {
    const holder = node.daemon?.replica.ledger.leases.get(group)?.holder ?? null;
    if (holder !== null) return { group, node: world.node(holder.node) };
  }
  return null;
}

const FAULTS = {
  crash: (sky) => {
    const node = victim(sky);
    sky.say(`crash of ${node.name}`);
    down(sky, node, false);
  },
  powerCut: (sky) => {
    const node = victim(sky);
    sky.say(`power cut of ${node.name}`);
    down(sky, node, true);
  },
  blackout: (sky) => {
    sky.say("power cut of every node");
    for (const node of sky.world.nodes) down(sky, node, sky.world.random.chance(0.7));
  },
  freeze: (sky) => {
    const node = victim(sky);
    const lasts = duration(sky);
    sky.say(`freeze of ${node.name} for ${lasts.toFixed(0)} ms`);
    freeze(sky, node, lasts);
  },
  stalls: (sky) => {
    sky.say("short stalls everywhere");
    for (const node of sky.world.nodes) freeze(sky, node, sky.world.random.between(0, 0.5) * sky.ttl);
  },
  ambush: (sky) => {
    const daemon = victim(sky).daemon;
    if (daemon === null) return;
    const before = sky.world.random.pick([
      "gate",
      "gate",
      "gate",
      "add-address",
      "announce",
      "start-service",
      "extend-service",
      "arm-gate",
    ] as const);
    daemon.ambush = { before, lasts: duration(sky), left: Number.POSITIVE_INFINITY };
  },
  /** Cut off, and stopped in its last act before the deadline (G1). */
  lastAct: (sky) => {
    const { world, ttl } = sky;
    const node = victim(sky);
    if (node.daemon === null) return;
    const lasts = world.random.between(0.2, 0.5) * ttl;
    node.daemon.ambush = { before: "gate", lasts, left: world.random.between(0.4, 0.75) * ttl };
    sky.say(`${node.name} is cut off, and will be stopped for ${lasts.toFixed(0)} ms near its deadline`);
    world.judge.seen.partitions++;
    const pairs = others(sky, node).flatMap((other): [string, string][] => [
      [node.name, other.name],
      [other.name, node.name],
    ]);
    block(sky, pairs, [0, 1], world.random.between(2, 5) * ttl);
  },
  slowLoop: (sky) => {
    const loop = victim(sky).daemon?.loop;
    if (loop === undefined) return;
    loop.slow = sky.world.random.between(0.05, 0.006 * sky.ttl);
    sky.lasting(duration(sky), () => {
      loop.slow = 0;
    });
  },
  hiccups: (sky) => {
    const loop = victim(sky).daemon?.loop;
    if (loop === undefined) return;
    loop.hiccups = sky.world.random.between(0.005, 0.05);
    sky.lasting(duration(sky) * 2, () => {
      loop.hiccups = 0;
    });
  },
  partition: (sky) => {
    const { world } = sky;
    const node = victim(sky);
    const side = new Set([node.name]);
    for (const other of others(sky, node)) if (world.random.chance(0.25)) side.add(other.name);
    const pairs: [string, string][] = [];
    for (const a of world.scene.names) {
      for (const b of world.scene.names) if (side.has(a) !== side.has(b)) pairs.push([a, b]);
    }
    const which = paths(sky);
    sky.say(`partition of ${[...side].join(" ")} on paths ${which.join(" ")}`);
    world.judge.seen.partitions++;
    block(sky, pairs, which, duration(sky));
  },
  cutPair: (sky) => {
    const node = victim(sky);
    const other = sky.world.random.pick(others(sky, node));
    sky.say(`${node.name} and ${other.name} cut off from each other`);
    sky.world.judge.seen.partitions++;
    block(
      sky,
      [
        [node.name, other.name],
        [other.name, node.name],
      ],
      paths(sky),
      duration(sky),
    );
  },
  oneWay: (sky) => {
    const node = victim(sky);
    const { random } = sky.world;
    const chosen = others(sky, node).filter(() => random.chance(0.6));
    const out = random.chance(0.5);
    sky.say(
      `one way: ${node.name} ${out ? "is not heard by" : "does not hear"} ${chosen.map((n) => n.name).join(" ")}`,
    );
    sky.world.judge.seen.oneWay++;
    block(
      sky,
      chosen.map((n) => (out ? [node.name, n.name] : [n.name, node.name])),
      paths(sky),
      duration(sky),
    );
  },
  flapping: (sky) => {
    const { random, wires, judge } = sky.world;
    const node = victim(sky);
    const other = random.pick(others(sky, node));
    const links = [0, 1].flatMap((path) => [
      wires.link(node.name, other.name, path),
      wires.link(other.name, node.name, path),
    ]);
    const oneWay = random.chance(0.3);
    const flapped = oneWay ? links.filter((_, index) => index % 2 === 0) : links;
    judge.seen.partitions++;
    sky.say(`the link between ${node.name} and ${other.name} flaps`);
    flapLinks(sky.world, flapped, random.between(0.05, 0.8) * sky.ttl, (end) =>
      sky.lasting(duration(sky) * 2, end),
    );
  },
  lossy: (sky) => {
    const loss = sky.world.random.between(0.05, 0.6);
    sky.say(`loss of ${(loss * 100).toFixed(0)} %`);
    disturb(sky, (link, sign) => {
      link.loss = Math.max(0, link.loss + sign * loss);
    });
  },
  laggy: (sky) => {
    const { random } = sky.world;
    const lag = (random.chance(0.8) ? random.between(0.005, 0.4) : random.between(0.4, 2)) * sky.ttl;
    sky.say(`lag of ${lag.toFixed(0)} ms`);
    disturb(sky, (link, sign) => {
      link.lag = Math.max(0, link.lag + sign * lag);
    });
  },
  doubling: (sky) => {
    const chance = sky.world.random.between(0.1, 1);
    disturb(sky, (link, sign) => {
      link.doubling = Math.max(0, link.doubling + sign * chance);
    });
  },
  breakStreams: (sky) => {
    const node = victim(sky);
    sky.say(`streams of ${node.name} break`);
    sky.world.wires.breakStreams(node.name, false);
  },
  slowDisk: (sky) => {
    const { disk } = victim(sky);
    disk.slow = sky.world.random.between(0.01, sky.world.random.chance(0.8) ? 0.5 : 2) * sky.ttl;
    sky.lasting(duration(sky), () => {
      disk.slow = 0;
    });
  },
  serviceDies: (sky) => {
    const found = heldGroup(sky);
    if (found === null) return;
    const service = found.node.machine.services.get(found.group);
    if (service === undefined) return;
    sky.say(`service ${found.group} on ${found.node.name} dies`);
    found.node.machine.kill(found.group);
    found.node.daemon?.serviceDied(found.group, service.life, "exit code 1");
  },
  serviceTrouble: (sky) => {
    const { trouble, name } = victim(sky);
    const { random } = sky.world;
    const kind = random.pick(["startFails", "stopFails", "addressFails"] as const);
    trouble[kind] = random.pick([0.3, 1]);
    sky.say(`${kind} on ${name}`);
    sky.lasting(duration(sky) * 2, () => {
      trouble[kind] = 0;
    });
  },
  move: (sky) => {
    const { random, scene } = sky.world;
    const daemon = anyNode(sky).daemon;
    if (daemon === null || daemon.loop.frozen) return;
    const to = random.pick(scene.names);
    const group = random.pick(scene.document.groups).name;
    const requestId = `r${random.integer(1, 1_000_000)}`;
    sky.say(`operator wants ${group} on ${to}`);
    daemon.loop.arrive(() => daemon.propose([{ type: "move", group, to: asNode(to), requestId }], () => {}));
  },
  transfer: (sky) => {
    const leader = sky.world.leader();
    const daemon = leader?.daemon;
    if (leader === null || daemon == null) return;
    const to = sky.world.random.pick(others(sky, leader)).name;
    sky.say(`leadership is to go to ${to}`);
    daemon.loop.arrive(() => daemon.transfer(to));
  },
  read: (sky) => {
    const { judge } = sky.world;
    const node = anyNode(sky);
    const daemon = node.daemon;
    if (daemon === null) return;
    daemon.loop.arrive(() => {
      const known = judge.committed;
      daemon.read((index) => {
        if (index === null) return;
        judge.seen.reads++;
        if (index < known)
          judge.broken("read", `${node.name} read at ${index} when ${known} was committed before`);
      });
    });
  },
} satisfies Record<string, Fault>;

/** Blocks and frees links together, again and again, each state for a random time around `period`. */
export function flapLinks(
  world: World,
  links: readonly Link[],
  period: number,
  until: (end: () => void) => void,
): void {
  let blocked = false;
  let over = false;
  const toggle = () => {
    if (over) return;
    blocked = !blocked;
    for (const link of links) link.blocked += blocked ? 1 : -1;
    world.timeline.after(world.random.between(0.3, 1.7) * period, toggle);
  };
  toggle();
  until(() => {
    over = true;
    if (blocked) for (const link of links) link.blocked--;
  });
}

export const STORMY: Climate = {
  crash: 3,
  powerCut: 2,
  blackout: 0.3,
  freeze: 4,
  stalls: 1,
  ambush: 3,
  lastAct: 2,
  slowLoop: 1,
  hiccups: 2,
  partition: 4,
  cutPair: 2,
  oneWay: 3,
  flapping: 2,
  lossy: 2,
  laggy: 2,
  doubling: 1,
  breakStreams: 1,
  slowDisk: 1,
  serviceDies: 1.5,
  serviceTrouble: 1,
  move: 3,
  transfer: 1,
  read: 2,
};

/** What hits in the moment of a decision: short, and mostly the nodes that are part of it. */
const BLOWS: readonly Fault[] = [
  (sky) => {
    const node = victim(sky);
    if (node.daemon === null) return;
    sky.say(`short crash of ${node.name}`);
    sky.world.judge.seen.crashes++;
    node.crash();
    sky.lasting(sky.world.random.between(0.02, 0.4) * sky.ttl, node.start);
  },
  (sky) => {
    const node = victim(sky);
    const lasts = sky.world.random.between(0.05, 1.2) * sky.ttl;
    sky.say(`freeze of ${node.name} for ${lasts.toFixed(0)} ms`);
    freeze(sky, node, lasts);
  },
  (sky) => {
    const node = victim(sky);
    const other = sky.world.random.pick(others(sky, node));
    sky.say(`short cut between ${node.name} and ${other.name}`);
    const pairs: [string, string][] = [[node.name, other.name]];
    if (sky.world.random.chance(0.6)) pairs.push([other.name, node.name]);
    block(sky, pairs, [0, 1], sky.world.random.between(0.05, 1.5) * sky.ttl);
  },
  (sky) => FAULTS.transfer(sky),
  (sky) => FAULTS.breakStreams(sky),
];

/** Faults aimed at the moments that matter: a Suspect reaches a disk, a Clear or an Expire is applied, a leader rises. */
function aimAtDecisions(sky: Sky, active: ReadonlySet<() => void>, over: () => boolean): void {
  const { judge, random, timeline } = sky.world;
  const eagerness = random.between(0.05, 0.4);
  const decisive = new Set([
    "suspect-durable",
    "suspected",
    "cleared",
    "expired",
    "granted",
    "adopted",
    "elected",
  ]);
  judge.watch = (what) => {
    if (over() || !decisive.has(what) || !random.chance(eagerness)) return;
    timeline.after(random.chance(0.5) ? random.between(0, 3) : random.between(0, 0.3) * sky.ttl, () => {
      if (over()) return;
      // What ends early is as treacherous as what begins.
      if (active.size > 0 && random.chance(0.4)) random.pick([...active])();
      else random.pick(BLOWS)(sky);
    });
  };
}

/**
 * A seed's own climate: some kinds are missing, some prevail. Faults that always come together hide what one of them
 * alone would show.
 */
export function drawClimate(random: Random): Climate {
  if (random.chance(0.3)) return STORMY;
  const kinds = Object.entries(STORMY).filter(() => random.chance(0.5));
  const weighed = kinds.map(([kind, weight]) => [kind, weight * random.exponential(1)] as const);
  return weighed.length === 0 ? STORMY : Object.fromEntries(weighed);
}

/** Lets the climate's faults begin, one after another, until `heal`. */
export function startWeather(world: World, climate: Climate, tell: (text: string) => void): Weather {
  const { timeline, random } = world;
  const { ttl } = world.scene.document.timing;
  const active = new Set<() => void>();
  let healed = false;
  const sky: Sky = {
    world,
    say: tell,
    ttl,
    lasting: (lasts, end) => {
      const once = () => {
        if (active.delete(once)) end();
      };
      active.add(once);
      timeline.after(lasts, once);
    },
  };
  const kinds = Object.entries(climate) as [FaultName, number][];
  const spacing = random.pick([0.15, 0.6, 0.6, 1.5]) * ttl;
  const total = kinds.reduce((sum, [, weight]) => sum + weight, 0);
  const strike = () => {
    if (healed) return;
    let draw = random.next() * total;
    for (const [kind, weight] of kinds) {
      draw -= weight;
      if (draw >= 0) continue;
      FAULTS[kind](sky);
      break;
    }
    const calm = random.chance(0.2);
    timeline.after(calm ? random.between(2, 6) * ttl : random.exponential(spacing), strike);
  };
  timeline.after(random.between(0, 3) * ttl, strike);
  if (random.chance(0.5)) aimAtDecisions(sky, active, () => healed);
  return {
    heal: () => {
      healed = true;
      for (const end of [...active]) end();
      for (const node of world.nodes) {
        if (node.daemon !== null) node.daemon.ambush = null;
        node.daemon?.loop.resume();
        node.start();
      }
      world.wires.heal();
    },
  };
}
