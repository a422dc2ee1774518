/** Faults of machines, daemons, disks and services. */
import { asNode } from "./judge.ts";
import {
  anyNode,
  block,
  down,
  duration,
  type Fault,
  freeze,
  heldGroup,
  maySpare,
  others,
  victim,
} from "./sky.ts";
import type { SimulatedNode } from "./world.ts";

export const NODE_FAULTS = {
  crash: (sky) => {
    const node = victim(sky);
    sky.say(`crash of ${node.name}`);
    down(sky, node, false);
  },
  powerCut: (sky) => {
    const node = victim(sky);
    sky.say(`power cut of ${node.name}`);
    down(sky, node, true);
  },
  shutdown: (sky) => {
    const node = victim(sky);
    const { machine, daemon } = node;
    const { judge, random } = sky.world;
    if (daemon === null || daemon.loop.frozen) return;
    sky.say(`shutdown of ${node.name}`);
    judge.seen.shutdowns++;
    daemon.loop.arrive(() =>
      daemon.shutdown((clean) => {
        const left = machine.addresses.size - machine.foreign.size + machine.services.size;
        if (clean && left > 0) {
          judge.broken("drain", `${node.name} drained, and something is still there`);
        }
        if (node.daemon === daemon) node.crash();
      }),
    );
    sky.lasting(random.between(0.5, 8) * sky.ttl, () => {
      if (node.daemon === daemon) node.crash();
      node.start();
    });
  },
  blackout: (sky) => {
    const { world } = sky;
    sky.say("power cut of every node");
    world.judge.seen.coldStarts++;
    const missing = world.random.chance(0.7) ? anyNode(sky) : null;
    for (const node of world.nodes) down(sky, node, node === missing || world.random.chance(0.7));
    if (missing === null || missing.daemon !== null || missing.machine.suspended) return;
    sky.say(`${missing.name} does not come back`);
    missing.powerCut();
    world.absent = missing.name;
  },
  freeze: (sky) => {
    const node = victim(sky);
    const lasts = duration(sky);
    sky.say(`freeze of ${node.name} for ${lasts.toFixed(0)} ms`);
    freeze(sky, node, lasts);
  },
  /** The machine sleeps, and goes on as if nothing had been; its daemon has its first turn a moment later. */
  suspend: (sky) => {
    const { world } = sky;
    const node = victim(sky);
    const { machine } = node;
    if (!machine.powered || machine.suspended || node.daemon?.loop.frozen === true) return;
    const lasts = duration(sky);
    sky.say(`${node.name} is suspended for ${lasts.toFixed(0)} ms`);
    world.judge.seen.suspends++;
    node.daemon?.loop.freeze();
    machine.suspend();
    sky.lasting(lasts, () => {
      sky.say(`${node.name} resumes`);
      machine.resume();
      const { daemon } = node;
      world.timeline.after(world.random.between(0, 5), () => {
        if (!machine.suspended) daemon?.loop.thaw();
      });
    });
  },
  stalls: (sky) => {
    sky.say("short stalls everywhere");
    for (const node of sky.world.nodes) freeze(sky, node, sky.world.random.between(0, 0.5) * sky.ttl);
  },
  ambush: (sky) => {
    const { daemon, name } = victim(sky);
    if (daemon === null) return;
    const before = sky.world.random.pick([
      "gate",
      "gate",
      "gate",
      "add-address",
      "announce",
      "start-service",
      "extend-service",
      "arm-gate",
    ] as const);
    sky.say(`${name} will be stopped before it performs ${before}`);
    daemon.ambush = { before, lasts: duration(sky), left: Number.POSITIVE_INFINITY };
  },
  /** Cut off, and stopped in its last act before the deadline (G1). */
  lastAct: (sky) => {
    const { world, ttl } = sky;
    const node = victim(sky);
    if (node.daemon === null) return;
    const lasts = world.random.between(0.2, 0.5) * ttl;
    node.daemon.ambush = { before: "gate", lasts, left: world.random.between(0.4, 0.75) * ttl };
    sky.say(`${node.name} is cut off, and will be stopped for ${lasts.toFixed(0)} ms near its deadline`);
    world.judge.seen.partitions++;
    const pairs = others(sky, node).flatMap((other): [string, string][] => [
      [node.name, other.name],
      [other.name, node.name],
    ]);
    block(sky, pairs, [0, 1], world.random.between(2, 5) * ttl);
  },
  slowLoop: (sky) => {
    const { daemon, name } = victim(sky);
    if (daemon === null) return;
    const { loop } = daemon;
    loop.slow = sky.world.random.between(0.05, 0.006 * sky.ttl);
    sky.say(`${name} needs ${loop.slow.toFixed(2)} ms for everything`);
    sky.lasting(duration(sky), () => {
      loop.slow = 0;
    });
  },
  hiccups: (sky) => {
    const { daemon, name } = victim(sky);
    if (daemon === null) return;
    const { loop } = daemon;
    sky.say(`the loop of ${name} stops again and again`);
    loop.hiccups = sky.world.random.between(0.005, 0.05);
    sky.lasting(duration(sky) * 2, () => {
      loop.hiccups = 0;
    });
  },
  /** A full disk, or a sync that fails: nothing is acknowledged any more, and the daemon ends (D2). It may hang before it does. */
  poison: (sky) => {
    const node = victim(sky);
    const { random, judge } = sky.world;
    const { daemon, disk } = node;
    if (daemon === null) return;
    const full = random.chance(0.5);
    sky.say(`the disk of ${node.name} ${full ? "is full" : "fails a sync"}`);
    judge.seen.poisoned++;
    if (full) judge.seen.fullDisks++;
    else judge.seen.failedSyncs++;
    disk.failed = true;
    disk.full = full;
    if (full)
      sky.lasting(random.between(0.5, 6) * sky.ttl, () => {
        disk.full = false;
        node.start();
      });
    const ends = random.chance(0.7) ? 0 : random.between(0, 2) * sky.ttl;
    sky.world.timeline.after(ends, () => {
      if (node.daemon !== daemon) return;
      node.crash();
      sky.lasting(random.between(0.2, 6) * sky.ttl, node.start);
    });
  },
  /** A crash after which the store finds itself damaged, or shorter than it was: the daemon refuses to run on it. */
  rot: (sky) => {
    const { world } = sky;
    const node = victim(sky);
    if (node.daemon === null || !maySpare(world, node)) return;
    node.disk.damage = world.random.pick(["rotten", "cut", "gone"] as const);
    sky.say(`${node.name} crashes, and its disk is ${node.disk.damage}`);
    world.judge.seen.crashes++;
    node.crash();
    sky.lasting(world.random.between(0.2, 2) * sky.ttl, node.start);
  },
  /**
   * A crash after which an old copy of the disk is put back. Found for sure by those who remember a later start that counted (R13.4):
   * so only where all the others do. It may be started again and again, until its own count of starts is the greatest.
   */
  oldImage: (sky) => {
    const { world } = sky;
    const node = victim(sky);
    const image = node.disk.images[0];
    if (node.daemon === null || image === undefined || image.blank || !maySpare(world, node)) return;
    const remembers = ({ daemon }: SimulatedNode): boolean => {
      const fact = daemon?.replica.ledger.stores.get(asNode(node.name));
      return fact?.generation === image.generation && fact.incarnation > image.vetted;
    };
    if (!others(sky, node).every(remembers)) return;
    sky.say(`${node.name} crashes, and a copy of its disk from before start ${image.starts + 1} is put back`);
    world.judge.seen.oldImages++;
    node.crash();
    node.disk.putBack(image);
    sky.lasting(world.random.between(0.2, 2) * sky.ttl, node.start);
    for (let again = world.random.chance(0.5) ? world.random.integer(1, 5) : 0; again > 0; again--) {
      sky.lasting(world.random.between(2, 8) * sky.ttl, () => {
        if (node.disk.old) node.crash();
        node.start();
      });
    }
  },
  slowDisk: (sky) => {
    const { disk, name } = victim(sky);
    sky.say(`the disk of ${name} is slow`);
    disk.slow = sky.world.random.between(0.01, sky.world.random.chance(0.8) ? 0.5 : 2) * sky.ttl;
    sky.lasting(duration(sky), () => {
      disk.slow = 0;
    });
  },
  serviceDies: (sky) => {
    const found = heldGroup(sky);
    if (found === null) return;
    const { machine, daemon, name } = found.node;
    const running = [...machine.services].filter(([key]) => key.startsWith(`${found.group}.`));
    if (running.length === 0) return;
    const [key, service] = sky.world.random.pick(running);
    sky.say(`service ${key} on ${name} dies`);
    machine.kill(key);
    daemon?.serviceDied(key, service.life, "exit code 1");
  },
  /** A restart in place: the next incarnation starts at once, or after a while, and is handed what was held. */
  restart: (sky) => {
    const node = victim(sky);
    const { daemon } = node;
    const { random, judge } = sky.world;
    if (daemon === null || daemon.loop.frozen) return;
    sky.say(`restart of ${node.name} in place`);
    daemon.loop.arrive(() =>
      daemon.handOver((state) => {
        if (node.daemon !== daemon) return;
        judge.seen.handovers++;
        node.handOver(state);
        const lasts = random.chance(0.7) ? random.between(0, 0.3) : random.between(0.3, 1.5);
        sky.lasting(lasts * sky.ttl, node.start);
      }),
    );
  },
  serviceTrouble: (sky) => {
    const { trouble, name } = victim(sky);
    const { random } = sky.world;
    const kind = random.pick(["startFails", "stopFails", "addressFails", "gateFails"] as const);
    trouble[kind] = random.pick([0.3, 1]);
    sky.say(`${kind} on ${name}`);
    sky.lasting(duration(sky) * 2, () => {
      trouble[kind] = 0;
    });
  },
} satisfies Record<string, Fault>;
