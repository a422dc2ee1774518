/** What a simulated daemon finds around it when it starts: its machine and disk, the network, and who watches. */
import type { ClusterDocument } from "../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import type { Envelope } from "../../consensus/types.ts";
import type { HandedOver } from "../../services/types.ts";
import type { Disk } from "./disk.ts";
import type { Subject, Witness } from "./invariants/witness.ts";
import type { Judge } from "./judge.ts";
import type { Machine } from "./machine.ts";
import type { PairRoom } from "./pair/room.ts";
import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";
import type { System } from "./system.ts";
import type { Timeline } from "./timeline.ts";
import type { Wires } from "./wires.ts";

/** What goes wrong with services on one machine, while the weather says so. */
export interface ServiceTrouble {
  startFails: number;
  stopFails: number;
  addressFails: number;
  /** The kernel's answer about the gate is lost; what was asked may be done or not. */
  gateFails: number;
}
/** Everything a daemon finds around it. */
export interface Surroundings {
  readonly name: string;
  readonly scene: Scene;
  /** Numbers the processes of this node, whatever its disk says. */
  readonly processes: () => number;
  /** The document in this node's own file. */
  readonly file: ClusterDocument;
  readonly system: System;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly machine: Machine;
  readonly disk: Disk;
  readonly wires: Wires<Heartbeat, Envelope>;
  /** Of two: what they have beside the network. */
  readonly room: PairRoom | null;
  readonly judge: Judge;
  /** Watches what this process promises. */
  readonly witness: (subject: Subject) => Witness;
  readonly trouble: ServiceTrouble;
  /** Who would answer an ARP probe from here. */
  readonly answering: (ip: string) => string | null;
  readonly trace: ((text: string) => void) | null;
  /** The most starts of this node's disk that anybody's ledger knows of. */
  readonly remembered: () => number;
  /** From the daemon before, in the same boot (G4). */
  readonly handed: HandedOver | null;
}
