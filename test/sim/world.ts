/** One cluster in one simulated room: machines, disks, wires, daemons and the judge, on one timeline. */
import { addressesOf, servicesOf } from "../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import type { Envelope } from "../../consensus/types.ts";
import type { HandedOver } from "../../services/types.ts";
import { type Daemon, type ServiceTrouble, startDaemon } from "./daemon.ts";
import { createDisk, type Disk } from "./disk.ts";
import { createWitnesses } from "./invariants/witness.ts";
import { createJudge, type Judge } from "./judge.ts";
import { createMachine, type Machine } from "./machine.ts";
import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";
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
  /** Faults that keep its daemon down. */
  start(): void;
  crash(): void;
  powerCut(): void;
}
export interface World {
  readonly scene: Scene;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly wires: Wires<Heartbeat, Envelope>;
  readonly nodes: readonly SimulatedNode[];
  readonly judge: Judge;
  node(name: string): SimulatedNode;
  /** The leader of the highest term; null when nobody leads. */
  leader(): SimulatedNode | null;
  /** Runs the timeline for this many milliseconds of true time, or until `enough` (asked every 10 ms). */
  run(duration: number, enough?: () => boolean): boolean;
}
export type Trace = (time: number, node: string, text: string) => void;

export function createWorld(scene: Scene, system: System, random: Random, trace: Trace | null): World {
  const timeline = createTimeline();
  const byName = new Map<string, SimulatedNode>();
  const chronicle = (node: string, text: string) => trace?.(timeline.now, node, text);

  const machines: Machine[] = scene.names.map((name) =>
    createMachine({
      name,
      cards: scene.cards.get(name) ?? [],
      timeline,
      random: random.fork(),
      drift: scene.drift,
      sabotage: scene.sabotage,
      lasts: (what, until) => judge.lasts(name, what, until),
      changed: () => judge.machinesChanged(),
      trace: (text) => chronicle(name, text),
      rang: () => judge.seen.timers++,
      died: (service, life, why) => {
        if (why.includes("guard")) judge.seen.serviceGuardKills++;
        byName.get(name)?.daemon?.serviceDied(service, life, why);
      },
    }),
  );
  const groups = scene.document.groups.map((spec) => ({
    name: spec.name as string,
    ips: addressesOf(spec).map(({ ip }) => ip),
    services: servicesOf(spec).map((member) => `${spec.name}.${member.name}`),
  }));
  const judge = createJudge({
    timeline,
    machines,
    groups,
    voters: scene.configuration.voters,
    trace: chronicle,
  });
  const witness = createWitnesses(timeline, judge.broken);
  const wires = createWires<Heartbeat, Envelope>({
    names: scene.names,
    paths: 2,
    timeline,
    random: random.fork(),
    listening: (name) => {
      const daemon = byName.get(name)?.daemon ?? null;
      return daemon !== null && !daemon.loop.frozen;
    },
    onDatagram: (_from, to, _path, heartbeat) => byName.get(to)?.daemon?.hear(heartbeat),
    onLetter: (from, to, envelope) => byName.get(to)?.daemon?.receive(from, envelope),
  });

  scene.names.forEach((name, index) => {
    const machine = machines[index]!;
    const disk = createDisk(timeline, random.fork(), scene.emptyDisk, scene.sabotage.lyingDisk, {
      written: (entry) => judge.written(name, entry),
      durable: (entry) => judge.durable(name, entry),
    });
    const trouble: ServiceTrouble = { startFails: 0, stopFails: 0, addressFails: 0 };
    let handed: { readonly state: HandedOver; readonly boot: number } | null = null;
    const node: SimulatedNode = {
      name,
      machine,
      disk,
      trouble,
      daemon: null,
      start: () => {
        if (node.daemon !== null) return;
        if (!machine.powered) machine.powerOn();
        const inheritance = handed?.boot === machine.boot ? handed.state : null;
        handed = null;
        node.daemon = startDaemon({
          name,
          scene,
          system,
          timeline,
          random: random.fork(),
          machine,
          disk,
          wires,
          judge,
          witness,
          trouble,
          handed: inheritance,
          answering: (ip) =>
            machines.find((m) => m !== machine && m.answers(ip) && wires.reaches(name, m.name)) ?? null,
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
  });

  const world: World = {
    scene,
    timeline,
    random,
    wires,
    judge,
    nodes: [...byName.values()],
    node: (name) => byName.get(name)!,
    leader: () => {
      let best: SimulatedNode | null = null;
      for (const node of world.nodes) {
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
  return world;
}
