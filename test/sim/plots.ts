/**
 * Several blows in one order, each where the one before has left somebody exposed: what it takes for one rule of Raft, or of sessions, to
 * be the only thing that stands in the way.
 */
import type { Command } from "../../consensus/ledger/types.ts";
import { asNode } from "./judge.ts";
import { beginReform, readmit } from "./reforms.ts";
import { around, ask, both, later, type Pair } from "./rulefaults.ts";
import { block, type Fault, maySpare, others, type Sky } from "./sky.ts";
import type { SimulatedNode } from "./world.ts";

const electionMax = ({ world }: Sky): number => world.scene.document.timing.electionMax;

/** The leader and two others that run. */
function three(sky: Sky): readonly [SimulatedNode, SimulatedNode, SimulatedNode] | null {
  const { world } = sky;
  const leader = world.leader();
  if (leader === null) return null;
  const voters = leader.daemon!.replica.configurations.at(-1)!.voters;
  const running = others(sky, leader).filter(
    ({ daemon, name }) => daemon?.loop.frozen === false && voters.includes(asNode(name)),
  );
  const first = running.length === 0 ? null : world.random.pick(running);
  const rest = running.filter((node) => node !== first);
  return first === null || rest.length === 0 ? null : [leader, first, world.random.pick(rest)];
}
const transfer = ({ daemon }: SimulatedNode, to: SimulatedNode): void => {
  if (daemon !== null && !daemon.loop.frozen) daemon.loop.arrive(() => daemon.transfer(to.name));
};
function lag(sky: Sky, pairs: readonly Pair[], by: number, lasts: number): void {
  const links = pairs.flatMap(([from, to]) => [0, 1].map((path) => sky.world.wires.link(from, to, path)));
  for (const link of links) link.lag += by;
  sky.lasting(lasts, () => {
    for (const link of links) link.lag = Math.max(0, link.lag - by);
  });
}
export function slow(sky: Sky, { disk }: SimulatedNode, by: number, lasts: number): void {
  disk.slow = by;
  sky.lasting(lasts, () => {
    disk.slow = 0;
  });
}

/** So many wishes within so long, each an entry. */
function press(sky: Sky, node: SimulatedNode, times: number, lasts: number): void {
  const { random, scene, names } = sky.world;
  for (let turn = 0; turn < times; turn++) {
    later(sky, random.between(0, lasts), () => {
      const { daemon } = node;
      if (daemon === null || daemon.loop.frozen) return;
      const group = random.pick(scene.document.groups).name;
      const requestId = `p${random.integer(1, 1_000_000)}`;
      const command: Command = { type: "move", group, to: asNode(random.pick(names())), requestId };
      daemon.loop.arrive(() => daemon.propose([command], () => {}));
    });
  }
}

export const PLOTS = {
  /** Leadership goes there and back, while what was said in the terms before is still on its way to a third node, and from it. */
  boomerang: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, heir, third] = chosen;
    const { random } = sky.world;
    sky.say(
      `leadership goes from ${leader.name} to ${heir.name} and back, and ${third.name} hears late of it`,
    );
    const by = random.between(0.1, 0.6) * electionMax(sky);
    lag(sky, [[heir.name, third.name]], by, electionMax(sky));
    lag(sky, [[third.name, leader.name]], by, electionMax(sky));
    ask(sky, third, 6, random.between(2, 8));
    later(sky, random.between(0, 10), () => transfer(leader, heir));
    later(sky, random.between(14, 30), () => transfer(heir, leader));
    if (random.chance(0.5)) later(sky, random.between(35, 60), () => transfer(leader, third));
  },
  /** The leader hands over, is cut off in that moment, and is asked: it does not know that another one leads. */
  usurper: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, heir] = chosen;
    const { random } = sky.world;
    sky.say(`${leader.name} hands over to ${heir.name}, is cut off, and is asked`);
    if (random.chance(0.5)) {
      for (const node of others(sky, leader))
        slow(sky, node, random.between(0.1, 0.5) * electionMax(sky), electionMax(sky));
    }
    ask(sky, leader, 8, 0.2 * electionMax(sky));
    ask(sky, heir, 12, 0.1 * electionMax(sky));
    transfer(leader, heir);
    later(sky, random.between(0.6, 3), () =>
      block(sky, around(sky, leader), [0, 1], random.between(0.5, 3) * electionMax(sky)),
    );
  },
  /** What the leader appends is on the others' disks, it does not hear so, and is lost; whoever leads next begins on slow disks. */
  unfinished: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader] = chosen;
    const { random } = sky.world;
    const lasts = random.between(0.3, 0.8) * electionMax(sky);
    sky.say(`${leader.name} hears no answers to what it appends, and is cut off`);
    const peers = others(sky, leader);
    lag(
      sky,
      peers.map(({ name }): Pair => [name, leader.name]),
      2 * electionMax(sky),
      lasts,
    );
    ask(sky, leader, 6, lasts / 8);
    later(sky, lasts, () => {
      block(sky, around(sky, leader), [0, 1], random.between(2, 5) * electionMax(sky));
      for (const peer of peers)
        slow(sky, peer, random.between(0.5, 1.5) * electionMax(sky), 3 * electionMax(sky));
    });
  },
  /** A leader loses what it is still writing, and so does nobody else: another one's entries take the place of those. */
  forgetful: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, reached, rival] = chosen;
    const { random } = sky.world;
    sky.say(`${leader.name} forgets what only ${reached.name} is writing too`);
    slow(sky, leader, 6 * electionMax(sky), 0.5 * electionMax(sky));
    // What takes the place of those is as long under way.
    slow(sky, reached, random.between(1.5, 4) * electionMax(sky), 8 * electionMax(sky));
    const cut = others(sky, leader).filter((node) => node !== reached);
    block(
      sky,
      cut.flatMap(({ name }) => both(leader.name, name)),
      [0, 1],
      0.4 * electionMax(sky),
      "muted",
    );
    ask(sky, leader, 5, 0.06 * electionMax(sky));
    later(sky, 0.4 * electionMax(sky), () => {
      if (leader.daemon === null) return;
      sky.world.judge.seen.crashes++;
      leader.crash();
      leader.disk.slow = 0;
      // It runs again and votes, before whoever has more than that asks.
      block(sky, around(sky, reached), [0, 1], 1.5 * electionMax(sky), "muted");
      sky.lasting(random.between(5, 20), leader.start);
      later(sky, random.between(25, 60), () => ask(sky, rival, 4, 0.5 * electionMax(sky)));
    });
  },
  /** One leader's entries stay with it; two others lead after it, and what stands before the last one's first entry is not what it has. */
  pileup: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader] = chosen;
    const { random } = sky.world;
    sky.say(`${leader.name} piles up what nobody hears, while two others lead one after the other`);
    const lasts = random.between(1.6, 2.4) * electionMax(sky);
    block(sky, around(sky, leader), [0, 1], lasts);
    press(sky, leader, random.integer(2, 12), 0.5 * electionMax(sky));
    for (const share of [0.75, 0.85, 0.95])
      later(sky, share * lasts, () => {
        const next = sky.world.leader();
        if (next === null || next === leader) return;
        const heirs = others(sky, next).filter((node) => node !== leader);
        if (heirs.length > 0) transfer(next, random.pick(heirs));
      });
    later(sky, 0.7 * lasts, () => {
      const next = sky.world.leader();
      if (next !== null && next !== leader) press(sky, next, random.integer(0, 6), 0.2 * electionMax(sky));
    });
  },
  /** One node's streams stall while the leader has much to say. */
  stalled: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, peer] = chosen;
    const { random } = sky.world;
    const lasts = random.between(2, 4) * electionMax(sky);
    sky.say(`streams between ${leader.name}, which leads, and ${peer.name} stall`);
    press(sky, leader, 8, random.between(0.3, 1) * electionMax(sky));
    later(sky, random.between(0, 0.3) * electionMax(sky), () =>
      block(sky, both(leader.name, peer.name), [0, 1], lasts, "muted"),
    );
  },
  /** The leader's words come late, and those of its next stream before them; nobody else hears it, so little is committed. */
  belated: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, peer] = chosen;
    const { random, wires } = sky.world;
    sky.say(`what ${leader.name}, which leads, says to ${peer.name} comes late`);
    const lasts = random.between(0.2, 0.5) * electionMax(sky);
    lag(sky, [[leader.name, peer.name]], random.between(0.15, 0.5) * electionMax(sky), lasts);
    const deaf = others(sky, leader).filter((node) => node !== peer);
    block(
      sky,
      deaf.flatMap(({ name }) => both(leader.name, name)),
      [0, 1],
      2 * electionMax(sky),
      "muted",
    );
    slow(sky, peer, random.between(0.2, 0.8) * electionMax(sky), 2 * electionMax(sky));
    press(sky, leader, 10, lasts);
    later(sky, lasts, () => {
      wires.breakStreams(leader.name, true);
      press(sky, leader, 4, random.between(0.2, 1) * electionMax(sky));
    });
  },
  /** Where a leader put the wishes of another node is heard when a later leader's entries stand there. */
  hearsay: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, heir, asker] = chosen;
    const { random } = sky.world;
    sky.say(`${leader.name}, which leads, is heard by ${asker.name} alone, and late`);
    const lasts = 3 * electionMax(sky);
    const cut = others(sky, leader).filter((node) => node !== asker);
    block(
      sky,
      cut.flatMap(({ name }) => both(leader.name, name)),
      [0, 1],
      lasts,
    );
    lag(sky, [[leader.name, asker.name]], random.between(1.5, 3) * electionMax(sky), lasts);
    block(sky, [[leader.name, asker.name]], [0, 1], lasts, "deaf");
    press(sky, asker, random.integer(3, 10), 0.3 * electionMax(sky));
    for (const share of [1, 1.3, 1.6])
      later(sky, share * electionMax(sky), () => {
        const next = sky.world.leader();
        if (next !== null && next !== leader) press(sky, heir, 4, 0.2 * electionMax(sky));
      });
  },
  /** An empty disk takes the place of one, an operator wants it let in at once, and leaders come and go meanwhile. */
  changeling: (sky) => {
    const { world } = sky;
    const { random } = world;
    const chosen = three(sky);
    if (chosen === null || world.reform !== null) return;
    const [leader, heir, node] = chosen;
    if (!maySpare(world, node)) return;
    world.judge.seen.crashes++;
    node.crash();
    node.disk.damage = "gone";
    readmit(world, node, sky.say);
    for (const at of [0.1, 0.5, 0.9, 1.3, 1.7, 2.1])
      later(sky, at * random.between(0.7, 1) * sky.ttl, () => {
        const next = world.leader();
        if (next !== null) transfer(next, next === leader ? heir : leader);
      });
    if (random.chance(0.5)) return;
    slow(sky, node, random.between(0.1, 0.5) * sky.ttl, 6 * sky.ttl);
    for (let turn = 0; turn < 5; turn++)
      later(sky, random.between(0.5, 5) * sky.ttl, () => {
        if (node.daemon === null || !node.disk.blank) return;
        sky.say(`${node.name} crashes before its disk counts`);
        node.crash();
        sky.lasting(random.between(1, 20), node.start);
      });
  },
  /** A node is suspected, leadership goes there and back, and one of those who were asked about it is not heard any more. */
  recount: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const { random, scene } = sky.world;
    const { ttl, suspectAfter } = scene.document.timing;
    const [leader, silent, voter] = chosen;
    sky.say(`${silent.name} falls silent, and ${leader.name} leads again when ${voter.name} says no more`);
    block(sky, around(sky, silent), [0, 1], 3 * ttl, "deaf");
    const over = suspectAfter + random.between(0.15, 0.5) * ttl;
    later(sky, over, () => transfer(leader, silent));
    later(sky, over + random.between(15, 30), () => {
      const streams = others(sky, voter).flatMap(({ name }) => both(voter.name, name));
      block(sky, streams, [0, 1], random.between(1, 2) * ttl, "muted");
      transfer(silent, leader);
    });
  },
  /** Who wants to lead is answered when it wants to in a later term: another one has led between (checklist 5). */
  lateBallot: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, candidate, voter] = chosen;
    const { random } = sky.world;
    sky.say(`${leader.name} is cut off, and what ${voter.name} answers ${candidate.name} comes late`);
    const alone = random.between(1.1, 1.6) * electionMax(sky);
    block(sky, around(sky, leader), [0, 1], alone);
    lag(sky, [[voter.name, candidate.name]], 2.2 * electionMax(sky), alone);
    later(sky, alone + random.between(0.3, 0.8) * electionMax(sky), () => {
      const deaf = others(sky, candidate).filter((node) => node !== voter);
      const pairs = deaf.flatMap(({ name }) => both(candidate.name, name));
      block(sky, pairs, [0, 1], 3 * electionMax(sky));
    });
  },
  /** Members change while leadership goes round and every disk is slow: who leads next has committed nothing yet (checklist 32). */
  relay: (sky) => {
    const { world } = sky;
    const { random } = world;
    sky.say("leadership goes round while an operator changes the members, and disks are slow");
    if (world.reform === null) beginReform(world, sky.say);
    for (const node of world.nodes) slow(sky, node, random.between(0.02, 0.3) * sky.ttl, 5 * sky.ttl);
    for (let turn = 0; turn < 16; turn++)
      later(sky, (turn + random.next()) * 0.3 * sky.ttl, () => {
        const leader = world.leader();
        const heirs = leader === null ? [] : others(sky, leader).filter(({ daemon }) => daemon !== null);
        if (leader !== null && heirs.length > 0) transfer(leader, random.pick(heirs));
      });
  },
  /** It was down while the log was given up; that it has the snapshot is not heard, again and again (checklist 36). */
  parcel: (sky) => {
    const chosen = three(sky);
    if (chosen === null) return;
    const [leader, node] = chosen;
    const { world } = sky;
    const { seen } = world.judge;
    sky.say(
      `${node.name} is down while ${leader.name} writes much, and is not heard when it has the snapshot`,
    );
    seen.crashes++;
    node.crash();
    press(sky, leader, 80, 2 * sky.ttl);
    sky.lasting(2.2 * sky.ttl, node.start);
    const before = seen.installs;
    const watch = (left: number) => {
      if (left === 0) return;
      if (seen.installs === before) {
        later(sky, 1, () => watch(left - 1));
        return;
      }
      for (let at = 0; at < 40; at++) later(sky, at, () => world.wires.breakStreams(node.name, false));
    };
    later(sky, 2.2 * sky.ttl, () => watch(Math.ceil(3 * sky.ttl)));
  },
} satisfies Record<string, Fault>;
