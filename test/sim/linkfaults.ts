/** Faults of the network. */
import { block, disturb, duration, type Fault, flapLinks, others, paths, victim } from "./sky.ts";

export const LINK_FAULTS = {
  partition: (sky) => {
    const { world } = sky;
    const node = victim(sky);
    const side = new Set([node.name]);
    for (const other of others(sky, node)) if (world.random.chance(0.25)) side.add(other.name);
    const pairs: [string, string][] = [];
    for (const a of world.names()) {
      for (const b of world.names()) if (side.has(a) !== side.has(b)) pairs.push([a, b]);
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
    sky.say("datagrams are doubled");
    disturb(sky, (link, sign) => {
      link.doubling = Math.max(0, link.doubling + sign * chance);
    });
  },
  breakStreams: (sky) => {
    const node = victim(sky);
    sky.say(`streams of ${node.name} break`);
    sky.world.wires.breakStreams(node.name, false);
  },
} satisfies Record<string, Fault>;
