/** Several blows in one order, as in `plots.ts`, for whoever holds something: a group, or a lease of an application. */
import { timingProblems } from "../../configuration/profiles.ts";
import type { Command } from "../../consensus/ledger/types.ts";
import { startClient } from "./clients.ts";
import { asNode } from "./judge.ts";
import { slow } from "./plots.ts";
import { around, both, later } from "./rulefaults.ts";
import { block, type Fault, heldGroup, others } from "./sky.ts";
import { scaled } from "./wishes.ts";

export const HOLD_PLOTS = {
  /** A shorter TTL that the holder does not hear of, and then it is not heard any more. */
  outdated: (sky) => {
    const { random } = sky.world;
    const found = heldGroup(sky);
    const leader = sky.world.leader();
    const ledger = leader?.daemon?.replica.ledger;
    if (found === null || leader === null || found.node === leader || ledger?.document == null) return;
    const { node } = found;
    const { daemon } = leader;
    sky.say(`the TTL becomes shorter, and ${node.name} does not hear of it`);
    const timing = scaled(sky.world.scene.document.timing, 0.5);
    if (timingProblems(timing).length > 0 || daemon === null || daemon.loop.frozen) return;
    const streams = others(sky, node).flatMap(({ name }) => both(node.name, name));
    block(sky, streams, [0, 1], 5 * sky.ttl, "muted");
    const { document, revision: baseRevision } = ledger;
    const command: Command = {
      type: "configure",
      baseRevision,
      document: { ...document, timing },
      by: "sim",
      note: "",
    };
    daemon.loop.arrive(() => daemon.propose([command], () => {}));
    sky.world.judge.seen.retimings++;
    later(sky, random.between(10, 60), () => block(sky, around(sky, node), [0, 1], 4 * sky.ttl, "deaf"));
  },
  /** It comes back with an address that it cannot get rid of, when its group is elsewhere; another group is to go there. */
  clinging: (sky) => {
    const found = heldGroup(sky);
    if (found === null || found.node.daemon === null) return;
    const { node } = found;
    const { random, scene, judge } = sky.world;
    const lasts = random.between(1.3, 2) * sky.ttl;
    sky.say(`${node.name} crashes and comes back with addresses that it cannot remove`);
    judge.seen.crashes++;
    node.crash();
    node.trouble.addressFails = 0.9;
    sky.lasting(lasts + 4 * sky.ttl, () => {
      node.trouble.addressFails = 0;
    });
    sky.lasting(lasts, node.start);
    for (const delay of [1.2, 1.8, 2.5])
      later(sky, lasts + delay * sky.ttl, () => {
        const { daemon } = sky.world.leader() ?? node;
        if (daemon === null || daemon.loop.frozen) return;
        const commands = scene.document.groups
          .filter(({ name }) => name !== found.group)
          .map(({ name }): Command => {
            const requestId = `c${random.integer(1, 1_000_000)}`;
            return { type: "move", group: name, to: asNode(node.name), requestId };
          });
        for (const command of commands) daemon.loop.arrive(() => daemon.propose([command], () => {}));
      });
  },
  /** A holder is asked away, its release is lost again and again, and then it is not asked away any more. */
  secondThoughts: (sky) => {
    const found = heldGroup(sky);
    const leader = sky.world.leader();
    if (found === null || leader === null || found.node === leader) return;
    const { node } = found;
    const { random, wires } = sky.world;
    const standby = (on: boolean) => {
      const daemon = sky.world.leader()?.daemon;
      if (daemon == null || daemon.loop.frozen) return;
      const command: Command = { type: "standby", node: asNode(node.name), on, by: "sim" };
      daemon.loop.arrive(() => daemon.propose([command], () => {}));
    };
    sky.say(`${node.name} is put on standby, its release is lost, and it is taken back`);
    standby(true);
    const lasts = random.between(60, 160);
    for (let at = random.between(3, 8); at < lasts; at += random.between(3, 12))
      later(sky, at, () => wires.breakStreams(node.name, false));
    later(sky, random.between(0.5, 0.9) * lasts, () => standby(false));
  },
  /** A restart in place of a node that is cut off: what it is handed it may keep, and no longer than it was said. */
  heirloom: (sky) => {
    const found = heldGroup(sky);
    const daemon = found?.node.daemon;
    if (found == null || daemon == null || daemon.loop.frozen) return;
    const { node } = found;
    const { random, judge } = sky.world;
    sky.say(`${node.name} is cut off and restarted in place`);
    judge.seen.partitions++;
    block(sky, around(sky, node), [0, 1], random.between(1, 3) * sky.ttl);
    later(sky, random.between(0, 0.3) * sky.ttl, () => {
      if (node.daemon !== daemon || daemon.loop.frozen) return;
      daemon.loop.arrive(() =>
        daemon.handOver((state) => {
          if (node.daemon !== daemon) return;
          judge.seen.handovers++;
          node.handOver(state);
          sky.lasting(random.between(0, 0.1) * sky.ttl, node.start);
        }),
      );
    });
  },
  /** Whoever keeps a lease is not heard for as long as it lasts, and again when its lapse is under way or just over. */
  lastGasp: (sky) => {
    const { world } = sky;
    const { random } = world;
    const leader = world.leader();
    if (leader === null || others(sky, leader).length === 0) return;
    const node = random.pick(others(sky, leader));
    const lock = random.pick(["backup", "import"]);
    startClient(world, { lock, owner: `client-${random.integer(1, 1e9)}`, node });
    later(sky, random.between(0.2, 0.6) * sky.ttl, () => {
      const lease = leader.daemon?.replica.ledger.appLeases.get(lock);
      if (lease === undefined) return;
      sky.say(`${leader.name} does not hear who keeps ${lock} on ${node.name}`);
      const lasts = lease.ttl * random.between(1.02, 1.4);
      block(sky, both(leader.name, node.name), [0, 1], lasts, "muted");
      // The lapse is long under way, or over at once.
      if (random.chance(0.3)) return;
      for (const each of world.nodes) slow(sky, each, 0.4 * lease.ttl, lasts + 0.6 * lease.ttl);
    });
  },
} satisfies Record<string, Fault>;
