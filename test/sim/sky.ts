/** What faults are made of: whom they hit, how long they last, how links are blocked and daemons go down. */
import type { GroupName } from "../../consensus/ledger/types.ts";
import { asNode } from "./judge.ts";
import type { Link } from "./wires.ts";
import type { SimulatedNode, World } from "./world.ts";

export interface Sky {
  readonly world: World;
  readonly say: (text: string) => void;
  /** Runs `end` after `duration`, or when everything heals. */
  lasting(duration: number, end: () => void): void;
  /** Everything has healed: nothing begins any more. */
  readonly healed: () => boolean;
  readonly ttl: number;
  /** The node that just did something decisive, for what is aimed at the moment. */
  near: string | null;
}
export type Fault = (sky: Sky) => void;

export const anyNode = ({ world }: Sky): SimulatedNode => world.random.pick(world.nodes);
/** Mostly the node that matters: a holder or the leader. */
export function victim(sky: Sky): SimulatedNode {
  const { world } = sky;
  const { random } = world;
  const leader = world.leader();
  if (sky.near !== null && random.chance(0.5)) return world.node(sky.near);
  const draw = random.next();
  if (draw < 0.3 && leader !== null) return leader;
  if (draw < 0.75 && leader?.daemon != null) {
    const held = [...leader.daemon.replica.ledger.leases.values()].filter((l) => l.state === "held");
    const lease = held.length > 0 ? random.pick(held) : undefined;
    if (lease?.holder != null) return world.node(lease.holder.node);
  }
  return anyNode(sky);
}
export function others(sky: Sky, node: SimulatedNode): readonly SimulatedNode[] {
  return sky.world.nodes.filter((n) => n !== node);
}
/** Blocks links for a while, all paths or one; `what`: all of it, streams only, datagrams only. */
export function block(
  sky: Sky,
  pairs: readonly (readonly [string, string])[],
  paths: readonly number[],
  duration: number,
  what: "blocked" | "muted" | "deaf" = "blocked",
): void {
  const blocked: Link[] = [];
  for (const [from, to] of pairs) {
    for (const path of paths) {
      const link = sky.world.wires.link(from, to, path);
      link[what]++;
      blocked.push(link);
    }
  }
  sky.lasting(duration, () => {
    for (const link of blocked) link[what] = Math.max(0, link[what] - 1);
  });
}
export const duration = ({ world, ttl }: Sky): number =>
  world.random.chance(0.5) ? world.random.between(0.05, 1) * ttl : world.random.between(1, 8) * ttl;
export const paths = ({ world }: Sky): readonly number[] =>
  world.random.chance(0.75) ? [0, 1] : [world.random.integer(0, 1)];

export function disturb(sky: Sky, change: (link: Link, sign: 1 | -1) => void): void {
  const { world } = sky;
  const touched: Link[] = [];
  const everywhere = world.random.chance(0.3);
  for (const a of world.names()) {
    for (const b of world.names()) {
      if (a === b || !(everywhere || world.random.chance(0.3))) continue;
      for (const path of [0, 1]) touched.push(world.wires.link(a, b, path));
    }
  }
  for (const link of touched) change(link, 1);
  sky.lasting(duration(sky), () => {
    for (const link of touched) change(link, -1);
  });
}
/** Nobody waits for its disk. One that is down counts as it did. */
export const counts = ({ disk, daemon }: SimulatedNode): boolean =>
  !disk.blank && !disk.old && (daemon === null || daemon.replica.vouched.type !== "unknown-disk");

/**
 * Whether the disk of this node may be lost for good: no other is, nobody is changing who votes, and the other voters are a
 * majority without it. More than that no protocol survives.
 */
export function maySpare(world: World, node: SimulatedNode): boolean {
  const replica = world.leader()?.daemon?.replica;
  if (replica === undefined || world.reform !== null) return false;
  if (world.nodes.some((other) => other.disk.damage !== null || !counts(other))) return false;
  return replica.configurations.every(({ voters, outgoing }) => {
    const name = asNode(node.name);
    return outgoing === null && (!voters.includes(name) || voters.length >= 3);
  });
}
/** Whether everybody but the node that never comes back can go on without it: else somebody fetches it. */
export function canMiss(world: World, name: string): boolean {
  const node = world.nodes.find((each) => each.name === name);
  if (node === undefined || node.daemon !== null || world.reform !== null) return false;
  if (world.nodes.some(({ disk }) => disk.damage !== null || disk.old || disk.blank)) return false;
  const running = world.nodes.flatMap(({ daemon }) => (daemon === null ? [] : [daemon.replica]));
  return (
    running.length > 0 &&
    running.every(({ configurations }) =>
      configurations.every(
        ({ voters, outgoing }) =>
          outgoing === null && (!voters.includes(asNode(name)) || voters.length >= 3) && voters.length > 1,
      ),
    )
  );
}
export function down(sky: Sky, node: SimulatedNode, cut: boolean): void {
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
export function freeze(sky: Sky, node: SimulatedNode, lasts: number): void {
  const daemon = node.daemon;
  if (daemon === null || daemon.loop.frozen) return;
  sky.world.judge.seen.freezes++;
  daemon.loop.freeze();
  const watchdog = sky.world.scene.pair?.watchdog ?? null;
  if (watchdog !== null && watchdog < lasts) unfed(sky, node, watchdog);
  sky.lasting(lasts, () => {
    sky.say(`${node.name} thaws`);
    daemon.loop.thaw();
  });
}
/** What feeds the machine's watchdog is the loop of its daemon: when that stands still for so long, the machine is reset. */
function unfed(sky: Sky, node: SimulatedNode, timeout: number): void {
  const { judge, random, timeline } = sky.world;
  const { daemon } = node;
  timeline.after(timeout, () => {
    if (daemon === null || node.daemon !== daemon || !daemon.loop.frozen) return;
    sky.say(`the watchdog of ${node.name} resets it`);
    judge.seen.watchdogResets++;
    node.powerCut();
    sky.lasting(random.between(0.1, 2) * sky.ttl, node.start);
  });
}
/** The first group that the leader knows to be held, and where. */
export function heldGroup({ world }: Sky): { group: GroupName; node: SimulatedNode } | null {
  const { groups } = world.scene.document;
  const group = world.random.pick(groups).name;
  for (const node of world.nodes) {
    const holder = node.daemon?.replica.ledger.leases.get(group)?.holder ?? null;
    if (holder !== null) return { group, node: world.node(holder.node) };
  }
  return null;
}

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
