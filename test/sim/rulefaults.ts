/**
 * Faults that make each rule of Raft and of leases matter: entries that reach one voter and then another leader's, a leader
 * that is asked while it is cut off, a transfer whose target vanishes, a leader whose disk lags, messages that come late.
 */
import type { Command } from "../../consensus/ledger/types.ts";
import { startClient } from "./clients.ts";
import { asNode } from "./judge.ts";
import { block, type Fault, others, type Sky, victim } from "./sky.ts";
import type { SimulatedNode } from "./world.ts";

export type Pair = readonly [string, string];
export const both = (a: string, b: string): Pair[] => [
  [a, b],
  [b, a],
];
export const around = (sky: Sky, node: SimulatedNode): Pair[] =>
  others(sky, node).flatMap((other) => both(node.name, other.name));

/** After a while, unless it is ended before: when everything heals nothing new begins. */
export function later(sky: Sky, delay: number, deed: () => void): void {
  const { timeline } = sky.world;
  const due = timeline.now + delay;
  sky.lasting(delay, () => {
    if (timeline.now >= due - 1e-6) deed();
  });
}

/** Asks this node for a read and for something to be done, so often. */
export function ask(sky: Sky, node: SimulatedNode, times: number, every: number): void {
  const { random, scene, judge } = sky.world;
  for (let turn = 0; turn < times; turn++) {
    later(sky, random.between(turn, turn + 1) * every, () => {
      const { daemon } = node;
      if (daemon === null || daemon.loop.frozen) return;
      const group = random.pick(scene.document.groups).name;
      const requestId = `a${random.integer(1, 1_000_000)}`;
      const command: Command = { type: "move", group, to: asNode(random.pick(sky.world.names())), requestId };
      daemon.loop.arrive(() => {
        if (random.chance(0.3)) daemon.propose([command], () => {});
        const known = judge.committed;
        daemon.read((index) => {
          if (index === null) return;
          judge.seen.reads++;
          if (index < known)
            judge.broken("read", `${node.name} read at ${index}, ${known} was committed before`);
        });
      });
    });
  }
}

export const RULE_FAULTS = {
  /** What a leader appends reaches one other; then it is cut off, and whoever leads next reaches another one; and so on. */
  seesaw: (sky) => {
    const { random, scene } = sky.world;
    const { electionMax } = scene.document.timing;
    const swing = (left: number) => {
      const leader = sky.world.leader();
      if (leader === null || left === 0) return;
      const peers = others(sky, leader);
      if (peers.length === 0) return;
      const reached = random.pick(peers);
      const lasts = random.between(0.3, 2) * electionMax;
      sky.say(`seesaw: what ${leader.name} says reaches ${reached.name} only`);
      const pairs = peers.filter((peer) => peer !== reached).flatMap(({ name }) => both(leader.name, name));
      block(sky, pairs, [0, 1], lasts, random.chance(0.5) ? "muted" : "blocked");
      ask(sky, leader, 4, 0.25 * electionMax);
      const isolated = random.between(0.2, 1) * lasts;
      later(sky, isolated, () => {
        block(sky, around(sky, leader), [0, 1], random.between(1, 4) * electionMax);
        if (random.chance(0.3)) leader.daemon?.loop.pause(random.between(0.5, 2) * electionMax);
      });
      later(sky, isolated + random.between(0.5, 3) * electionMax, () => swing(left - 1));
    };
    swing(random.integer(2, 5));
  },
  /** The leader is cut off, and does not know it yet: it is asked for reads and wishes. */
  askDeposed: (sky) => {
    const leader = sky.world.leader();
    if (leader === null) return;
    const { random, scene } = sky.world;
    const { electionMax } = scene.document.timing;
    sky.say(`${leader.name}, which leads, is cut off and asked`);
    sky.world.judge.seen.partitions++;
    block(sky, around(sky, leader), [0, 1], random.between(1, 4) * electionMax);
    ask(sky, leader, 10, 0.3 * electionMax);
    for (const other of others(sky, leader)) ask(sky, other, 4, electionMax);
  },
  /** Leadership is handed over, and the heir vanishes in the middle of it: it may be in a term that nobody else knows. */
  lostHeir: (sky) => {
    const leader = sky.world.leader();
    const daemon = leader?.daemon;
    if (leader === null || daemon == null || others(sky, leader).length === 0) return;
    const { random, scene } = sky.world;
    const heir = random.pick(others(sky, leader));
    sky.say(`${heir.name} is to lead, and vanishes`);
    daemon.loop.arrive(() => daemon.transfer(heir.name));
    later(sky, random.between(0, 6), () => {
      const pairs = others(sky, heir).flatMap(({ name }): Pair[] =>
        random.chance(0.5) ? [[heir.name, name]] : both(heir.name, name),
      );
      block(sky, pairs, [0, 1], random.between(1, 5) * scene.document.timing.electionMax);
    });
  },
  /** The leader's disk lags behind the others' while somebody falls silent. */
  sluggish: (sky) => {
    const leader = sky.world.leader();
    if (leader === null) return;
    const { random } = sky.world;
    const silent = victim(sky);
    sky.say(`the disk of ${leader.name}, which leads, is slow while ${silent.name} falls silent`);
    leader.disk.slow = random.between(0.2, 1.5) * sky.ttl;
    sky.lasting(random.between(1, 3) * sky.ttl, () => {
      leader.disk.slow = 0;
    });
    block(sky, around(sky, silent), [0, 1], random.between(0.6, 3) * sky.ttl, "deaf");
  },
  /** What a node had sent comes late, over the new stream's words. */
  overtaken: (sky) => {
    const { random, wires } = sky.world;
    const node = victim(sky);
    sky.say(`what ${node.name} has sent comes late`);
    const links = others(sky, node).flatMap(({ name }) =>
      [0, 1].map((path) => wires.link(node.name, name, path)),
    );
    const lag = random.between(0.02, 0.5) * sky.ttl;
    for (const link of links) link.lag += lag;
    sky.lasting(random.between(0.3, 1.5) * sky.ttl, () => {
      for (const link of links) link.lag = Math.max(0, link.lag - lag);
      wires.breakStreams(node.name, true);
    });
  },
  /** Several want the same lease while leaders come and go. */
  scramble: (sky) => {
    const { world } = sky;
    const { random } = world;
    for (let n = random.integer(2, 4); n > 0; n--) {
      const node = random.pick(world.nodes);
      const owner = `client-${random.integer(1, 1e9)}`;
      world.timeline.after(random.between(0, 3) * sky.ttl, () =>
        startClient(world, { lock: "import", owner, node }),
      );
    }
    const leader = world.leader();
    if (leader === null || random.chance(0.5)) return;
    later(sky, random.between(0.2, 2) * sky.ttl, () => {
      sky.say(`${leader.name} is cut off while others want its leases`);
      block(sky, around(sky, leader), [0, 1], random.between(0.5, 3) * sky.ttl);
    });
  },
} satisfies Record<string, Fault>;
