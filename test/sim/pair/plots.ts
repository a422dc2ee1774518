/**
 * Several blows in one order between two, each where the one before has left somebody exposed: what it takes for one rule of theirs to
 * be the only thing that stands in the way.
 */
import type { Command } from "../../../consensus/ledger/types.ts";
import { readmit } from "../reforms.ts";
import { later } from "../rulefaults.ts";
import { block, type Fault, freeze, heldGroup, others, type Sky, victim } from "../sky.ts";
import type { SimulatedNode } from "../world.ts";
import type { PairRoom } from "./room.ts";
import type { PairScene } from "./scene.ts";

export const roomOf = ({ world }: Sky): PairRoom => world.room!;
export const sceneOf = ({ world }: Sky): PairScene => world.scene.pair!;
export const bothWays = (a: SimulatedNode, b: SimulatedNode): [string, string][] => [
  [a.name, b.name],
  [b.name, a.name],
];
export const theOther = (sky: Sky, node: SimulatedNode): SimulatedNode => others(sky, node)[0]!;

/** The two do not hear each other, on any way. */
function parted(sky: Sky, lasts: number): void {
  const [a, b] = sky.world.nodes;
  sky.world.judge.seen.partitions++;
  block(sky, bothWays(a!, b!), [0, 1], lasts);
  sky.lasting(lasts, roomOf(sky).line.cut(null));
}
/** It reaches none of these targets, for a while. */
function unreached(sky: Sky, { name }: SimulatedNode, targets: readonly string[], lasts: number): void {
  sky.lasting(lasts, roomOf(sky).targets.cut(name, targets));
}
function nap(sky: Sky, { machine, daemon }: SimulatedNode, lasts: number): void {
  if (!machine.powered || machine.suspended || daemon === null || daemon.loop.frozen) return;
  sky.world.judge.seen.suspends++;
  daemon.loop.freeze();
  machine.suspend();
  sky.lasting(lasts, () => {
    machine.resume();
    if (!machine.suspended) daemon.loop.thaw();
  });
}
/** A person who sees that a machine is off says so to the one that has lost it. */
function told(sky: Sky, node: SimulatedNode, down: SimulatedNode): void {
  const { daemon } = node;
  if (daemon === null || daemon.loop.frozen || down.machine.powered) return;
  sky.say(`a person says to ${node.name} that ${down.name} is down`);
  daemon.loop.arrive(() => {
    if (!down.machine.powered) daemon.confirm(down.name, () => {});
  });
}

/** As soon as it is so, within so long. */
function once(sky: Sky, within: number, so: () => boolean, deed: () => void): void {
  const step = sky.ttl / 20;
  if (so()) deed();
  else if (within > 0) later(sky, step, () => once(sky, within - step, so, deed));
}
const phase = ({ daemon }: SimulatedNode) => daemon?.replica.arbitration.phase;
/** One loses its power, and the other goes on alone, by a person's word where no switch says so. */
function leftAlone(sky: Sky, node: SimulatedNode, gone: SimulatedNode, then: () => void): void {
  sky.say(`${gone.name} loses its power, and ${node.name} goes on`);
  sky.world.judge.seen.powerCuts++;
  gone.powerCut();
  for (const after of [1.5, 3, 5]) later(sky, after * sky.ttl, () => told(sky, node, gone));
  once(sky, 8 * sky.ttl, () => phase(node) === "alone", then);
}

export const PAIR_PLOTS = {
  /** First one is alone, then the other, and the disk of the first one is lost: what it is sent tells of its own time alone (R13). */
  turnabout: (sky) => {
    const { world, ttl } = sky;
    const node = victim(sky);
    const peer = theOther(sky, node);
    if (phase(node) !== "together") return;
    leftAlone(sky, node, peer, () => {
      roomOf(sky).switches.byHand(peer.name);
      peer.start();
      const ready = ({ daemon }: SimulatedNode) => daemon?.replica.arbitration.eligible.ok === true;
      const both = () => [node, peer].every((each) => phase(each) === "together" && ready(each));
      once(sky, 10 * ttl, both, () =>
        leftAlone(sky, peer, node, () => {
          if (node.daemon !== null || world.reform !== null) return;
          world.judge.seen.diskLosses++;
          readmit(world, node, sky.say);
        }),
      );
    });
  },
  /** Both see the network and not each other, and every switch takes its time: two shots could be under way at once. */
  dawn: (sky) => {
    sky.say("the two lose each other, and all switches are slow");
    const { characters } = roomOf(sky).switches;
    const lasts = sky.world.random.between(6, 12) * sky.ttl;
    for (const { name } of sceneOf(sky).devices) {
      characters.set(name, "slow");
      sky.lasting(lasts, () => {
        if (characters.get(name) === "slow") characters.delete(name);
      });
    }
    parted(sky, lasts);
  },
  /**
   * No target answers anybody, and the IP stack of one passes nothing, both ways or one. Of both, between the two alone, or for a moment, it
   * proves nothing (R10a).
   */
  ownStack: (sky) => {
    const { world, ttl } = sky;
    const { random, names } = world;
    const { arbitration, suspectAfter, serial } = sceneOf(sky);
    const { targets, stacks } = roomOf(sky);
    const held = heldGroup(sky);
    // One at a time, and of two that are at peace: else nobody could tell anything.
    const peaceful = world.nodes.every(
      (each) =>
        phase(each) === "together" &&
        stacks.hears(each.name) &&
        arbitration.targets.every((target) => targets.reaches(each.name, target)),
    );
    if (held === null || !peaceful || (!serial && random.chance(0.9))) return;
    const node = random.chance(0.8) ? held.node : victim(sky);
    const peer = theOther(sky, node);
    const { period, rounds, timeout } = arbitration;
    const sure = 4 * (period + suspectAfter) + 3 * rounds * timeout + 5 * ttl;
    const lasts = random.chance(0.25) ? random.between(0.3, 1) * (period + suspectAfter) : sure;
    const kind = random.pick(["both ways", "inbound", "outbound", "of both", "between", "between"] as const);
    sky.say(`no target answers, and the IP stack of ${node.name} is dead (${kind})`);
    sky.lasting(lasts + random.between(0, 2) * ttl, targets.cut(null, arbitration.targets));
    const within = random.chance(0.5) ? 0 : random.between(0, 2) * ttl;
    later(sky, within, () => {
      const [out, back] = bothWays(node, peer) as [[string, string], [string, string]];
      block(sky, kind === "inbound" ? [back] : kind === "outbound" ? [out] : [out, back], [0, 1], lasts);
      for (const name of names())
        if (kind === "of both" || ((kind === "both ways" || kind === "inbound") && name === node.name))
          sky.lasting(lasts, stacks.deafen(name));
    });
  },
  /** It asks whether it is up to date, and sleeps over the answer (R2, R7). */
  lateAnswer: (sky) => {
    const { random, wires } = sky.world;
    const leader = sky.world.leader();
    if (leader === null) return;
    const peer = theOther(sky, leader);
    const node = random.chance(0.3) ? leader : peer;
    const { heartbeat } = sceneOf(sky);
    const lag = random.between(0.2, 1) * heartbeat;
    const lasts = 8 * heartbeat;
    sky.say(`${node.name} sleeps for moments, also over what ${leader.name} answers`);
    const links = [0, 1].flatMap((path) =>
      bothWays(leader, peer).map(([from, to]) => wires.link(from, to, path)),
    );
    for (const link of links) link.lag += lag;
    sky.lasting(lasts, () => {
      for (const link of links) link.lag = Math.max(0, link.lag - lag);
    });
    for (let turn = 0; turn < 8; turn++)
      later(sky, (turn + random.between(0, 0.8)) * heartbeat, () => nap(sky, node, random.between(4, 20)));
  },
  /** The loop of one stands still for longer than anybody who is certified may, and nobody can shoot it meanwhile (R7). */
  standstill: (sky) => {
    const node = victim(sky);
    const { random } = sky.world;
    const lasts = random.between(10_100, 13_000);
    sky.say(`${node.name} stands still for ${lasts.toFixed(0)} ms`);
    unreached(sky, theOther(sky, node), sceneOf(sky).arbitration.targets, lasts + 2 * sky.ttl);
    freeze(sky, node, lasts);
  },
  /** It reaches fewer targets than the other said, and enough; then the other is off, and a person says so (R10). */
  outscored: (sky) => {
    const { random, judge, timeline } = sky.world;
    const { targets } = sceneOf(sky).arbitration;
    const node = victim(sky);
    const peer = theOther(sky, node);
    sky.say(`${node.name} loses a target, and ${peer.name} its power`);
    unreached(sky, node, targets.slice(0, Math.ceil(targets.length / 2) - 1), 14 * sky.ttl);
    later(sky, random.between(0, 0.7) * sky.ttl, () => {
      judge.seen.powerCuts++;
      peer.powerCut();
      sky.lasting(14 * sky.ttl, peer.start);
      for (const after of [2, 4, 6]) timeline.after(after * sky.ttl, () => told(sky, node, peer));
    });
  },
  /** Everything is under maintenance when the two lose each other. */
  laidUp: (sky) => {
    const daemon = sky.world.leader()?.daemon;
    if (daemon == null || daemon.loop.frozen) return;
    sky.say("everything is put under maintenance, and the two lose each other");
    const command: Command = { type: "maintain", group: null, on: true, by: "sim" };
    daemon.loop.arrive(() => daemon.propose([command], () => {}));
    later(sky, sky.world.random.between(0.1, 0.5) * sky.ttl, () => parted(sky, 8 * sky.ttl));
  },
  /**
   * One shoots, is cut off while the switch works, and the other is back before it reaches the network again: and is heard, though it
   * does not hear (R1).
   */
  phoenix: (sky) => {
    const { random, timeline } = sky.world;
    const node = victim(sky);
    const peer = theOther(sky, node);
    const { arbitration, devices } = sceneOf(sky);
    const room = roomOf(sky);
    sky.say(`${peer.name} is to be back while ${node.name}, which has shot it, is cut off`);
    for (const { name } of devices) {
      room.switches.characters.set(name, random.chance(0.5) ? "slow" : "deaf");
      sky.lasting(14 * sky.ttl, () => room.switches.characters.delete(name));
    }
    const lasts = random.between(8, 14) * sky.ttl;
    block(sky, [[node.name, peer.name]], [0, 1], lasts);
    sky.lasting(lasts, room.line.cut(null));
    // Only one of them has anything to shoot by.
    unreached(sky, peer, arbitration.targets, lasts);
    const { shots } = sky.world.judge.seen;
    const watch = (left: number) => {
      if (left === 0) return;
      if (sky.world.judge.seen.shots === shots) {
        later(sky, 3, () => watch(left - 1));
        return;
      }
      unreached(sky, node, arbitration.targets, random.between(1.5, 6) * sky.ttl);
      const light = (turns: number) => {
        if (turns === 0) return;
        if (room.dark(peer.name)) room.switches.byHand(peer.name);
        else timeline.after(10, () => light(turns - 1));
      };
      light(600);
    };
    watch(3_000);
  },
} satisfies Record<string, Fault>;
