/** Cables, and the hands of somebody else who is root on a machine. */
import { addressesOf } from "../../consensus/ledger/types.ts";
import { anyNode, block, duration, type Fault, heldGroup, others, victim } from "./sky.ts";

export const HAND_FAULTS = {
  /** The cable of one card is pulled; sometimes it carries heartbeats too, and sometimes it flaps. */
  cable: (sky) => {
    const { random, judge } = sky.world;
    const node = victim(sky);
    const net = random.chance(0.8) ? 0 : 1;
    const card = `lan${net}`;
    const lasts = duration(sky);
    sky.say(`the cable of ${card} on ${node.name} is pulled for ${lasts.toFixed(0)} ms`);
    judge.seen.cables++;
    if (random.chance(0.5)) {
      const pairs = others(sky, node).flatMap((other): [string, string][] => [
        [node.name, other.name],
        [other.name, node.name],
      ]);
      block(sky, pairs, [net], lasts);
    }
    let over = false;
    node.machine.plug(card, false);
    sky.lasting(lasts, () => {
      over = true;
      node.machine.plug(card, true);
    });
    for (let flap = random.chance(0.3) ? random.integer(1, 4) : 0; flap > 0; flap--) {
      const at = random.between(0, lasts);
      for (const [up, wait] of [
        [true, 0],
        [false, random.between(0, 0.5) * sky.ttl],
      ] as const) {
        sky.world.timeline.after(at + wait, () => {
          if (!over) node.machine.plug(card, up);
        });
      }
    }
  },
  takeAddress: (sky) => {
    const found = heldGroup(sky);
    if (found === null) return;
    const { machine, name } = found.node;
    const [ip] = [...machine.addresses.keys()].filter((each) => !machine.foreign.has(each));
    if (ip === undefined) return;
    sky.say(`somebody takes ${ip} from ${name}`);
    sky.world.judge.seen.taken++;
    machine.removeAddress(ip);
  },
  setAddress: (sky) => {
    const { random, scene, judge } = sky.world;
    const spec = random.pick(scene.document.groups);
    const ips = addressesOf(spec).map(({ ip }) => ip);
    // Where no daemon looks after it, it answers on.
    const unwatched = sky.world.nodes.filter(({ daemon }) => daemon === null || daemon.loop.frozen);
    const chosen = unwatched.length > 0 && random.chance(0.7) ? random.pick(unwatched) : null;
    const { machine, name } = chosen ?? (random.chance(0.5) ? anyNode(sky) : victim(sky));
    if (ips.length === 0 || !machine.powered) return;
    const ip = random.pick(ips);
    if (machine.addresses.has(ip)) return;
    sky.say(`somebody sets ${ip} on ${name}`);
    judge.seen.set++;
    machine.addAddress(ip, 24, true);
  },
  /** Some other machine of the network has one of our addresses for a while. */
  stranger: (sky) => {
    const { random, scene, strangers } = sky.world;
    const ips = scene.document.groups.flatMap((spec) => addressesOf(spec).map(({ ip }) => ip));
    if (ips.length === 0) return;
    const ip = random.pick(ips);
    sky.say(`a stranger answers for ${ip}`);
    strangers.add(ip);
    sky.lasting(duration(sky) * 2, () => strangers.delete(ip));
  },
  flushGate: (sky) => {
    const { machine, name } = victim(sky);
    if (!machine.powered) return;
    sky.say(`somebody flushes the tables of ${name}`);
    sky.world.judge.seen.flushed++;
    machine.disturbGate();
  },
  overrun: (sky) => {
    const { machine, name } = victim(sky);
    sky.say(`the kernel's words to ${name} are lost`);
    sky.world.judge.seen.overruns++;
    machine.overrun(sky.world.random.integer(1, 4));
  },
} satisfies Record<string, Fault>;
