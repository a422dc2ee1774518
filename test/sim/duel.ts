/**
 * Faults that make sessions be suspected while the streams that would settle it stall: what is said of one node reaches
 * some voters and not others, and the next leader may have seen other entries than the one before.
 */
import { block, type Fault, others, type Sky, victim } from "./sky.ts";

type Pair = readonly [string, string];
const both = (a: string, b: string): Pair[] => [
  [a, b],
  [b, a],
];
const moment = ({ world, ttl }: Sky): number =>
  world.random.chance(0.5) ? world.random.between(0.02, 0.4) * ttl : world.random.between(0.4, 2) * ttl;

export const DUEL_FAULTS = {
  /** Most voters do not hear a node, or are not heard by it, for about as long as it takes to suspect it. */
  deafen: (sky) => {
    const { random } = sky.world;
    const node = victim(sky);
    const share = random.pick([0.3, 0.6, 0.9]);
    const chosen = others(sky, node).filter(() => random.chance(share));
    const way = random.integer(0, 2);
    const pairs = chosen.flatMap(({ name }): Pair[] => {
      if (way === 0) return both(node.name, name);
      return way === 1 ? [[node.name, name]] : [[name, node.name]];
    });
    sky.say(`heartbeats stop between ${node.name} and ${chosen.map((n) => n.name).join(" ")}`);
    block(sky, pairs, [0, 1], random.between(0.6, 2) * sky.ttl, random.chance(0.7) ? "deaf" : "blocked");
  },
  /** Streams to or from one node stall, heartbeats pass. */
  muffle: (sky) => {
    const { random } = sky.world;
    const node = victim(sky);
    const chosen = others(sky, node).filter(() => random.chance(0.7));
    sky.say(`streams between ${node.name} and ${chosen.map((n) => n.name).join(" ")} stall`);
    block(
      sky,
      chosen.flatMap(({ name }) => both(node.name, name)),
      [0, 1],
      moment(sky),
      "muted",
    );
  },
  /** Two sides, drawn anew each time; mostly only the streams between them stall. */
  sides: (sky) => {
    const { random } = sky.world;
    const here = new Set(sky.world.names().filter(() => random.chance(0.5)));
    const pairs: Pair[] = [];
    for (const a of sky.world.names()) {
      for (const b of sky.world.names()) if (here.has(a) !== here.has(b)) pairs.push([a, b]);
    }
    sky.say(`sides: ${[...here].join(" ") || "nobody"} and the others`);
    sky.world.judge.seen.partitions++;
    block(sky, pairs, [0, 1], moment(sky), random.chance(0.7) ? "muted" : "blocked");
  },
  /** A daemon dies and is back before it is missed, or just when it is. */
  blip: (sky) => {
    const node = victim(sky);
    if (node.daemon === null) return;
    sky.say(`${node.name} crashes for a moment`);
    sky.world.judge.seen.crashes++;
    node.crash();
    sky.lasting(sky.world.random.between(0.02, 0.9) * sky.ttl, node.start);
  },
  /** Every disk is slow in its own way. */
  drag: (sky) => {
    const { random, nodes } = sky.world;
    sky.say("slow disks everywhere");
    for (const { disk } of nodes) {
      disk.slow = random.chance(0.6) ? random.between(0.01, 0.5) * sky.ttl : 0;
    }
    sky.lasting(random.between(1, 6) * sky.ttl, () => {
      for (const { disk } of nodes) disk.slow = 0;
    });
  },
} satisfies Record<string, Fault>;
