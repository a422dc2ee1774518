/** What people and tools ask for, at any time and of any node. */
import { timingProblems } from "../../configuration/profiles.ts";
import type { Command, Timing } from "../../consensus/ledger/types.ts";
import { startClient } from "./clients.ts";
import { asNode } from "./judge.ts";
import { beginReform, isLost } from "./reforms.ts";
import { anyNode, block, duration, type Fault, others, type Sky, victim } from "./sky.ts";
import type { World } from "./world.ts";

/** Asks some node; whether it is heard is another matter. */
function wish(sky: Sky, command: Command): void {
  const daemon = anyNode(sky).daemon;
  if (daemon === null || daemon.loop.frozen) return;
  daemon.loop.arrive(() => daemon.propose([command], () => {}));
}

/** A node whose disk is lost is replaced by somebody, in the end. */
export function replaceLost(world: World, tell: (text: string) => void): void {
  if (world.nodes.some(isLost)) beginReform(world, tell);
}

/** What is still on standby, stopped or under maintenance when everything heals is asked back, until the ledger shows it. */
export function takeBack(world: World): void {
  const daemon = world.leader()?.daemon;
  if (daemon == null) return;
  const { ledger } = daemon.replica;
  const by = "sim";
  const leaving = world.reform?.leaving ?? null;
  const commands: Command[] = [
    ...[...ledger.stopped.keys()].map((group): Command => ({ type: "want", group, running: true, by })),
    ...[...ledger.standby.keys()]
      .filter((node) => node !== leaving)
      .map((node): Command => ({ type: "standby", node, on: false, by })),
    ...[...ledger.maintained.keys()].map((group): Command => ({ type: "maintain", group, on: false, by })),
  ];
  if (commands.length > 0) daemon.loop.arrive(() => daemon.propose(commands, () => {}));
}

/** All times of it by this factor; the bound of the clocks stays what it is. */
export const scaled = (timing: Timing, factor: number): Timing => {
  const times = Object.entries(timing).map(([name, ms]) => [
    name,
    name === "rho" ? ms : Math.round(ms * factor),
  ]);
  return Object.fromEntries(times) as Timing;
};

export const WISHES = {
  move: (sky) => {
    const { random, scene } = sky.world;
    const daemon = anyNode(sky).daemon;
    if (daemon === null || daemon.loop.frozen) return;
    const to = random.pick(sky.world.names());
    const group = random.pick(scene.document.groups).name;
    const requestId = `r${random.integer(1, 1_000_000)}`;
    sky.say(`operator wants ${group} on ${to}`);
    daemon.loop.arrive(() => daemon.propose([{ type: "move", group, to: asNode(to), requestId }], () => {}));
  },
  /** Another environment (the service starts afresh), other preferences. Addresses stay. */
  reconfigure: (sky) => {
    const { random } = sky.world;
    const daemon = anyNode(sky).daemon;
    const ledger = daemon?.replica.ledger;
    if (daemon === null || daemon.loop.frozen || ledger?.document == null) return;
    const { nodes } = ledger.document;
    const groups = ledger.document.groups.map((group) =>
      random.chance(0.5)
        ? group
        : {
            ...group,
            members: group.members.map((member) =>
              member.type === "command" && random.chance(0.5)
                ? { ...member, environment: { VERSION: `${random.integer(1, 1_000)}` } }
                : member,
            ),
            prefers: random.chance(0.5)
              ? group.prefers
              : [{ node: random.pick(nodes).name, weight: random.integer(1, 10) }],
          },
    );
    sky.say(`operator changes the configuration after revision ${ledger.revision}`);
    const document = { ...ledger.document, groups };
    const baseRevision = ledger.revision;
    const command: Command = { type: "configure", baseRevision, document, by: "sim", note: "" };
    daemon.loop.arrive(() => daemon.propose([command], () => {}));
  },
  /** Another TTL, live, and all other times with it; the bound of the clocks stays what it is. */
  retime: (sky) => {
    const { random, scene } = sky.world;
    const daemon = anyNode(sky).daemon;
    const ledger = daemon?.replica.ledger;
    if (daemon === null || daemon.loop.frozen || ledger?.document == null) return;
    const factor = random.pick([0.5, 0.5, 0.7, 1.5, 2.5, 2.5]);
    const timing = scaled(scene.document.timing, factor);
    if (timingProblems(timing).length > 0) return;
    sky.say(`operator changes the TTL to ${timing.ttl} ms after revision ${ledger.revision}`);
    const document = { ...ledger.document, timing };
    const baseRevision = ledger.revision;
    const command: Command = { type: "configure", baseRevision, document, by: "sim", note: "" };
    daemon.loop.arrive(() => daemon.propose([command], () => {}));
    sky.world.judge.seen.retimings++;
    if (random.chance(0.4)) return;
    // Somebody who holds by the old TTL does not hear of it, or no more is heard of them when they have.
    const node = victim(sky);
    sky.world.timeline.after(random.chance(0.5) ? 0 : random.between(0, 0.7) * sky.ttl, () => {
      if (sky.healed()) return;
      sky.say(`${node.name} is cut off`);
      const pairs = others(sky, node).flatMap((other): [string, string][] => [
        [node.name, other.name],
        [other.name, node.name],
      ]);
      block(sky, pairs, [0, 1], random.between(1, 4) * sky.ttl);
    });
  },
  /** A group is stopped, and started again later (or at the latest when everything heals). */
  stopGroup: (sky) => {
    const { random, scene } = sky.world;
    const group = random.pick(scene.document.groups).name;
    sky.say(`operator stops ${group}`);
    wish(sky, { type: "want", group, running: false, by: "sim" });
    sky.lasting(duration(sky) * 2, () => wish(sky, { type: "want", group, running: true, by: "sim" }));
  },
  standby: (sky) => {
    const { random } = sky.world;
    const node = asNode(random.pick(sky.world.names()));
    sky.say(`operator puts ${node} on standby`);
    wish(sky, { type: "standby", node, on: true, by: "sim" });
    sky.lasting(duration(sky) * 2, () => wish(sky, { type: "standby", node, on: false, by: "sim" }));
  },
  maintain: (sky) => {
    const { random, scene } = sky.world;
    const group = random.chance(0.3) ? null : random.pick(scene.document.groups).name;
    sky.say(`operator puts ${group ?? "every group"} under maintenance`);
    wish(sky, { type: "maintain", group, on: true, by: "sim" });
    sky.lasting(duration(sky) * 2, () => wish(sky, { type: "maintain", group, on: false, by: "sim" }));
  },
  /** Nodes come, go, vote and do not: an operator pursues it to its end. */
  reform: (sky) => {
    beginReform(sky.world, sky.say);
  },
  transfer: (sky) => {
    const leader = sky.world.leader();
    const daemon = leader?.daemon;
    if (leader === null || daemon == null) return;
    const to = sky.world.random.pick(others(sky, leader)).name;
    sky.say(`leadership is to go to ${to}`);
    daemon.loop.arrive(() => daemon.transfer(to));
  },
  /** An application wants a lease of its own, keeps it a while, and gives it back or falls silent. */
  client: (sky) => {
    const { world } = sky;
    const { random, judge } = world;
    const lock = random.pick(["backup", "import"]);
    startClient(world, {
      lock,
      owner: `client-${judge.seen.locks}-${random.integer(1, 1e9)}`,
      node: anyNode(sky),
    });
  },
  read: (sky) => {
    const { judge } = sky.world;
    const { random } = sky.world;
    const node = (random.chance(0.7) ? sky.world.leader() : null) ?? anyNode(sky);
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
