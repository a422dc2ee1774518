/** One cluster in one simulated room: machines, disks, wires, daemons and the judge, on one timeline. */
import { addressesOf, type ClusterDocument, servicesOf, startOf } from "../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import type { Envelope } from "../../consensus/types.ts";
import type { Card } from "../../network/port.ts";
import type { HandedOver } from "../../services/types.ts";
import { type Daemon, startDaemon } from "./daemon.ts";
import { createDisk, type Disk } from "./disk.ts";
import { createWitnesses } from "./invariants/witness.ts";
import { asNode, createJudge, type Judge } from "./judge.ts";
import { createMachine, type Machine } from "./machine.ts";
import { createRoom, type PairRoom } from "./pair/room.ts";
import { createPairRules } from "./pair/rules.ts";
import type { Random } from "./random.ts";
import type { Reform } from "./reforms.ts";
import { cardsOf, type Scene } from "./scene.ts";
import type { ServiceTrouble } from "./surroundings.ts";
import type { System } from "./system.ts";
import { createTimeline, type Timeline } from "./timeline.ts";
import { createWires, type Wires } from "./wires.ts";

export interface SimulatedNode {
  readonly name: string;
  readonly machine: Machine;
  readonly disk: Disk;
  readonly trouble: ServiceTrouble;
  daemon: Daemon | null;
  /** The daemon ends, and the next one of this boot is given `state`. */
  handOver(state: HandedOver): void;
  /** No effect while faults keep its daemon down, or when it has left. */
  start(): void;
  crash(): void;
  powerCut(): void;
}
export interface World {
  readonly scene: Scene;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly wires: Wires<Heartbeat, Envelope>;
  /** Every node that somebody wants to run. */
  readonly nodes: readonly SimulatedNode[];
  names(): readonly string[];
  readonly judge: Judge;
  /** What two machines have beside their networks; null: no pair. */
  readonly room: PairRoom | null;
  /** Addresses that a stranger in the network answers for. */
  readonly strangers: Set<string>;
  /** Its machine stays off, although nobody took it out; null: none. */
  absent: string | null;
  /** The change of members that operators pursue; null: none. */
  reform: Reform | null;
  /** A name that nobody has had. */
  nextName(): string;
  /** Also one that has left. */
  node(name: string): SimulatedNode;
  /** A machine with a name that nobody has had; its daemon, once it is started, has `file` for its document. */
  add(name: string, file: ClusterDocument): SimulatedNode;
  /** Nobody wants this node any more: its daemon ends, its machine is switched off. */
  retire(node: SimulatedNode): void;
  /** The leader of the highest term; null when nobody leads. */
  leader(): SimulatedNode | null;
  /** Runs the timeline for this many milliseconds of true time, or until `enough` (asked every 10 ms). */
  run(duration: number, enough?: () => boolean): boolean;
}
export type Trace = (time: number, node: string, text: string) => void;

/** What a new node is made of, beside the world that it comes into. */
interface Birth {
  readonly name: string;
  readonly cards: readonly Card[];
  readonly file: ClusterDocument;
}

export function createWorld(scene: Scene, system: System, random: Random, trace: Trace | null): World {
  const timeline = createTimeline();
  const byName = new Map<string, SimulatedNode>();
  const present: SimulatedNode[] = [];
  const machines: Machine[] = [];
  const strangers = new Set<string>();
  const chronicle = (node: string, text: string) => trace?.(timeline.now, node, text);

  const groups = scene.document.groups.map((spec) => ({
    name: spec.name as string,
    ips: addressesOf(spec).map(({ ip }) => ip),
    services: servicesOf(spec).map((member) => `${spec.name}.${member.name}`),
  }));
  const judge = createJudge({
    timeline,
    machines,
    groups,
    configuration: scene.configuration,
    trace: chronicle,
    stated: scene.stated,
  });
  const room =
    scene.pair === undefined
      ? null
      : createRoom({
          scene: scene.pair,
          timeline,
          random: random.fork(),
          seen: judge.seen,
          tell: chronicle,
          machine: (name) => {
            const node = byName.get(name)!;
            const { machine } = node;
            return { name, powered: () => machine.powered, cut: node.powerCut, boot: node.start };
          },
          hear: (name, heartbeat) => {
            const node = byName.get(name);
            if (node?.machine.suspended === false) node.daemon?.hear(heartbeat);
          },
          receive: (from, to, envelope) => byName.get(to)?.daemon?.receive(from, envelope),
        });
  const { pair } = scene;
  const witnesses = createWitnesses(
    timeline,
    groups,
    judge,
    pair === undefined || room === null
      ? null
      : (known) => createPairRules(known, pair, room, judge.seen, (what, node) => judge.watch?.(what, node)),
  );
  const wires = createWires<Heartbeat, Envelope>({
    paths: 2,
    timeline,
    random: random.fork(),
    listening: (name) => {
      const daemon = byName.get(name)?.daemon ?? null;
      return daemon !== null && !daemon.loop.frozen;
    },
    onDatagram: (_from, to, path, heartbeat) => {
      room?.heard(to, path, heartbeat);
      const node = byName.get(to);
      if (node?.machine.suspended === false) node.daemon?.hear(heartbeat);
    },
    onLetter: (from, to, envelope) => byName.get(to)?.daemon?.receive(from, envelope),
  });

  const bear = ({ name, cards, file }: Birth): SimulatedNode => {
    const machine = createMachine({
      name,
      cards,
      timeline,
      random: random.fork(),
      drift: scene.drift,
      sabotage: scene.sabotage,
      lasts: (what, until) => judge.lasts(name, what, until),
      changed: () => {
        judge.machinesChanged();
        witnesses.machinesChanged();
      },
      trace: (text) => chronicle(name, text),
      lapsed: () => judge.seen.gateLapses++,
      rang: () => judge.seen.timers++,
      died: (service, life, why) => {
        if (why.includes("guard")) judge.seen.serviceGuardKills++;
        byName.get(name)?.daemon?.serviceDied(service, life, why);
      },
    });
    machines.push(machine);
    const disk = createDisk(timeline, random.fork(), scene.emptyDisk, scene.sabotage.lyingDisk, {
      written: (entry) => judge.written(name, entry),
      durable: (entry) => judge.durable(name, entry),
      voted: (hardState) => judge.voted(name, hardState),
      installed: (mark) => judge.installed(name, mark),
      replaced: () => judge.wiped(name),
      lost: (torn) => {
        judge.seen.lostWrites++;
        if (torn) judge.seen.tornTails++;
      },
    });
    const trouble: ServiceTrouble = { startFails: 0, stopFails: 0, addressFails: 0, gateFails: 0 };
    let processes = 0;
    let handed: { readonly state: HandedOver; readonly boot: number } | null = null;
    const node: SimulatedNode = {
      name,
      machine,
      disk,
      trouble,
      daemon: null,
      start: () => {
        if (node.daemon !== null || !present.includes(node) || disk.full || world.absent === name) return;
        if (room?.dark(name) === true) return;
        if (machine.suspended) {
          machine.resumed = node.start;
          return;
        }
        if (disk.damage !== null) {
          judge.seen.refusedStarts++;
          chronicle(name, `does not start: the store is ${disk.damage}`);
          return;
        }
        if (!machine.powered) machine.powerOn();
        if (!disk.old) disk.copy();
        const inheritance = handed?.boot === machine.boot ? handed.state : null;
        handed = null;
        node.daemon = startDaemon({
          name,
          scene,
          processes: () => ++processes,
          file,
          system,
          timeline,
          random: random.fork(),
          machine,
          disk,
          wires,
          room,
          judge,
          witness: witnesses.watch,
          trouble,
          remembered: () =>
            Math.max(
              ...present.map((other) => {
                const fact = other.daemon?.replica.ledger.stores.get(asNode(name));
                return fact?.generation === disk.generation ? startOf(fact.incarnation) : 0;
              }),
            ),
          handed: inheritance,
          answering: (ip) =>
            strangers.has(ip)
              ? "a stranger"
              : (machines.find((m) => m !== machine && m.answersProbe(ip) && wires.reaches(name, m.name))
                  ?.name ?? null),
          trace: trace === null ? null : (text) => chronicle(name, text),
        });
      },
      handOver: (state) => {
        node.crash();
        handed = { state, boot: machine.boot };
        const { gateLapses, boot } = machine;
        judge.handedOver.set(name, () => {
          judge.handedOver.delete(name);
          return machine.live() && machine.gateLapses === gateLapses && machine.boot === boot;
        });
      },
      crash: () => {
        node.daemon?.kill();
        node.daemon = null;
        judge.handedOver.delete(name);
      },
      powerCut: () => {
        node.crash();
        machine.powerCut();
      },
    };
    byName.set(name, node);
    present.push(node);
    return node;
  };

  const world: World = {
    scene,
    timeline,
    random,
    wires,
    judge,
    room,
    nodes: present,
    names: () => present.map(({ name }) => name),
    strangers,
    absent: null,
    reform: null,
    nextName: () => `n${byName.size + 1}`,
    node: (name) => byName.get(name)!,
    add: (name, file) => bear({ name, cards: cardsOf(byName.size), file }),
    retire: (node) => {
      node.powerCut();
      present.splice(present.indexOf(node), 1);
      machines.splice(machines.indexOf(node.machine), 1);
    },
    leader: () => {
      let best: SimulatedNode | null = null;
      for (const node of present) {
        const replica = node.daemon?.replica;
        if (replica?.role !== "leader") continue;
        if (best === null || replica.term > best.daemon!.replica.term) best = node;
      }
      return best;
    },
    run: (duration, enough) => {
      const end = timeline.now + duration;
      let look = timeline.now;
      while (timeline.now < end) {
        if (enough !== undefined && timeline.now >= look) {
          if (enough()) return true;
          look = timeline.now + 10;
        }
        if (!timeline.step(end)) break;
        if (judge.violations.length > 0 && enough === undefined) return false;
      }
      return enough?.() ?? true;
    },
  };
  for (const [name, cards] of scene.cards) bear({ name, cards, file: scene.document });
  return world;
}
