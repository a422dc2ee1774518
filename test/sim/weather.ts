/**
 * Faults: what may go wrong, drawn from the seed. Each fault begins and ends; calm comes between; at the end
 * everything heals. It never breaks what the rules do not allow for: clocks keep their rate bound, disks keep what
 * they acknowledged, machines are not paused as a whole.
 */
import { DUEL_FAULTS } from "./duel.ts";
import { HAND_FAULTS } from "./handfaults.ts";
import { HOLD_PLOTS } from "./holdplots.ts";
import { LINK_FAULTS } from "./linkfaults.ts";
import { NODE_FAULTS } from "./nodefaults.ts";
import { PLOTS } from "./plots.ts";
import type { Random } from "./random.ts";
import { RULE_FAULTS } from "./rulefaults.ts";
import { block, canMiss, type Fault, freeze, others, type Sky, victim } from "./sky.ts";
import { replaceLost, takeBack, WISHES } from "./wishes.ts";
import type { World } from "./world.ts";

const FAULTS = {
  ...NODE_FAULTS,
  ...LINK_FAULTS,
  ...HAND_FAULTS,
  ...DUEL_FAULTS,
  ...RULE_FAULTS,
  ...PLOTS,
  ...HOLD_PLOTS,
  ...WISHES,
} satisfies Record<string, Fault>;
export type FaultName = keyof typeof FAULTS;
/** How often each kind comes, relative to the others. */
export type Climate = Readonly<Partial<Record<FaultName, number>>>;
export interface Weather {
  /** Ends every fault and brings every node back; nothing new begins. */
  heal(): void;
  /** One more fault, of a kind that the climate may not have. */
  strike(kind: FaultName): void;
  /** What people asked for is not taken back any more. */
  end(): void;
}
export const STORMY: Climate = {
  crash: 3,
  powerCut: 2,
  shutdown: 1.5,
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
  restart: 3,
  cable: 3,
  takeAddress: 1,
  stranger: 1.5,
  setAddress: 1,
  flushGate: 0.7,
  overrun: 0.7,
  stopGroup: 1.2,
  standby: 0.7,
  maintain: 0.7,
  move: 3,
  reconfigure: 1,
  retime: 1.5,
  poison: 1,
  rot: 0.7,
  oldImage: 1.2,
  suspend: 1.5,
  client: 2,
  deafen: 1,
  muffle: 1,
  sides: 0.7,
  drag: 0.5,
  blip: 1,
  transfer: 1,
  read: 2,
  reform: 2,
  seesaw: 1,
  askDeposed: 1,
  lostHeir: 1,
  sluggish: 0.5,
  overtaken: 1,
  scramble: 1.5,
  boomerang: 1,
  usurper: 1,
  unfinished: 1,
  forgetful: 0.7,
  recount: 0.7,
  outdated: 0.7,
  clinging: 0.7,
  secondThoughts: 0.7,
  heirloom: 1,
  pileup: 1,
  stalled: 0.7,
  belated: 1,
  hearsay: 0.7,
  changeling: 0.7,
};

/** Sessions that are suspected again and again while leaders come and go and entries reach few: the rules N. */
export const DUEL: Climate = {
  deafen: 6,
  muffle: 3,
  sides: 4,
  drag: 2.5,
  blip: 3,
  retime: 1,
  freeze: 0.5,
  transfer: 3,
  laggy: 0.5,
  breakStreams: 0.5,
  seesaw: 2,
  sluggish: 2,
  overtaken: 0.5,
};

/** Holders that are cut off and go on, by their own clocks: where those are wrong, it shows. */
export const ISOLATION: Climate = {
  partition: 5,
  lastAct: 3,
  deafen: 2,
  freeze: 0.5,
  powerCut: 0.5,
  move: 1,
  client: 2,
  suspend: 0.5,
};

/** One kind of trouble, again and again, each time played to its end: what single rules are for. */
const DRILLS: readonly Climate[] = [
  { belated: 6, transfer: 0.3 },
  { forgetful: 6 },
  { hearsay: 6, transfer: 0.3 },
  { outdated: 6, move: 0.5 },
  { secondThoughts: 6, move: 0.5 },
  { boomerang: 6, blip: 0.5 },
  { blip: 4, oldImage: 3, move: 0.5 },
  { sluggish: 6, deafen: 0.5 },
  { serviceTrouble: 6, lastAct: 1, partition: 1 },
  { reform: 6, boomerang: 1, transfer: 1, blip: 1 },
  { recount: 3, deafen: 3, transfer: 1 },
  { move: 6, blip: 3, standby: 0.5 },
  { unfinished: 6 },
  { pileup: 6, blip: 0.5 },
  { changeling: 6 },
  { lastGasp: 6, client: 1 },
  { lateBallot: 6 },
  { parcel: 6 },
  { relay: 6, reform: 1 },
];
/** One seed in ten is such a drill. */
export const drillOf = (seed: number): Climate | null =>
  seed % 10 === 7 ? DRILLS[Math.floor(seed / 10) % DRILLS.length]! : null;

/** What picks a node beside another one. */
const AMONG_SEVERAL: ReadonlySet<FaultName> = new Set([
  "transfer",
  "sides",
  "muffle",
  "deafen",
  "blip",
  "partition",
  "cutPair",
  "oneWay",
  "flapping",
  "breakStreams",
  "seesaw",
  "askDeposed",
  "lostHeir",
  "sluggish",
  "overtaken",
  "scramble",
]);

/** What hits in the moment of a decision: short, and mostly the nodes that are part of it. */
const BLOWS: readonly Fault[] = [
  (sky) => FAULTS.blip(sky),
  (sky) => {
    const node = victim(sky);
    const lasts = sky.world.random.between(0.05, 1.2) * sky.ttl;
    sky.say(`freeze of ${node.name} for ${lasts.toFixed(0)} ms`);
    freeze(sky, node, lasts);
  },
  (sky) => {
    const node = victim(sky);
    if (others(sky, node).length === 0) return;
    const other = sky.world.random.pick(others(sky, node));
    sky.say(`short cut between ${node.name} and ${other.name}`);
    const pairs: [string, string][] = [[node.name, other.name]];
    if (sky.world.random.chance(0.6)) pairs.push([other.name, node.name]);
    block(sky, pairs, [0, 1], sky.world.random.between(0.05, 1.5) * sky.ttl);
  },
  (sky) => FAULTS.transfer(sky),
  (sky) => FAULTS.breakStreams(sky),
  (sky) => FAULTS.sides(sky),
  (sky) => FAULTS.muffle(sky),
];

/** Faults aimed at the moments that matter: a Suspect reaches a disk, a Clear or an Expire is applied, a leader rises. */
function aimAtDecisions(
  sky: Sky,
  active: ReadonlySet<() => void>,
  eagerness: number,
  over: () => boolean,
): void {
  const { judge, random, timeline } = sky.world;
  const decisive = new Set([
    "suspect-written",
    "suspect-durable",
    "clear-written",
    "clear-durable",
    "expire-written",
    "expire-durable",
    "readied",
    "suspected",
    "cleared",
    "expired",
    "granted",
    "adopted",
    "elected",
  ]);
  judge.watch = (what, node) => {
    if (over() || !decisive.has(what) || !random.chance(eagerness)) return;
    timeline.after(random.chance(0.5) ? random.between(0, 3) : random.between(0, 0.3) * sky.ttl, () => {
      if (over()) return;
      // What ends early is as treacherous as what begins.
      if (active.size > 0 && random.chance(0.4)) random.pick([...active])();
      else if (sky.world.nodes.length > 1) {
        sky.near = node;
        random.pick(BLOWS)(sky);
        sky.near = null;
      }
    });
  };
}

/**
 * A seed's own climate: some kinds are missing, some prevail. Faults that always come together hide what one of them
 * alone would show.
 */
export function drawClimate(random: Random): Climate {
  if (random.chance(0.2)) return STORMY;
  const all = Object.entries(STORMY);
  // Of every kind a little shows what meets by chance; a few kinds, again and again, what one of them can do.
  const share = random.chance(0.5) ? random.between(3, 6) / all.length : 0.5;
  const kinds = all.filter(() => random.chance(share));
  const weighed = kinds.map(([kind, weight]) => [kind, weight * random.exponential(1)] as const);
  return weighed.length === 0 ? STORMY : Object.fromEntries(weighed);
}

/** Lets the climate's faults begin, one after another, until `heal`. */
export function startWeather(world: World, climate: Climate, tell: (text: string) => void): Weather {
  const { timeline, random } = world;
  const { ttl } = world.scene.document.timing;
  const active = new Set<() => void>();
  let healed = false;
  let over = false;
  const { seen } = world.judge;
  const sky: Sky = {
    world,
    say: (text) => {
      seen.faults++;
      tell(text);
    },
    healed: () => healed,
    ttl,
    near: null,
    lasting: (lasts, end) => {
      const once = () => {
        if (!active.delete(once)) return;
        seen.faults++;
        end();
      };
      active.add(once);
      timeline.after(lasts, once);
    },
  };
  const kinds = Object.entries(climate) as [FaultName, number][];
  const spacing = random.pick(DRILLS.includes(climate) ? [1.5, 2, 3] : [0.15, 0.6, 0.6, 1.5]) * ttl;
  const total = kinds.reduce((sum, [, weight]) => sum + weight, 0);
  const strike = () => {
    if (healed) return;
    let draw = random.next() * total;
    for (const [kind, weight] of kinds) {
      draw -= weight;
      if (draw >= 0) continue;
      if (world.nodes.length > 1 || !AMONG_SEVERAL.has(kind)) FAULTS[kind](sky);
      break;
    }
    const calm = random.chance(0.2);
    timeline.after(calm ? random.between(2, 6) * ttl : random.exponential(spacing), strike);
  };
  timeline.after(random.between(0, 3) * ttl, strike);
  const duel = climate === DUEL;
  if (duel || random.chance(0.5)) {
    aimAtDecisions(sky, active, duel ? random.between(0.1, 0.4) : random.between(0.05, 0.4), () => healed);
  }
  return {
    strike: (kind) => {
      if (!healed) FAULTS[kind](sky);
    },
    heal: () => {
      healed = true;
      for (const end of [...active]) end();
      if (world.absent !== null && !canMiss(world, world.absent)) world.absent = null;
      for (const node of world.nodes) {
        if (node.daemon !== null) node.daemon.ambush = null;
        node.daemon?.loop.resume();
        if (node.disk.failed) node.crash();
        node.disk.full = false;
        node.start();
      }
      world.wires.heal();
      const again = () => {
        if (over) return;
        takeBack(world);
        replaceLost(world, tell);
        timeline.after(2 * ttl, again);
      };
      again();
    },
    end: () => {
      over = true;
    },
  };
}
