/** What a node is made of: the core and the holder's life, and every edge they act through. */
import type { Logger } from "pino";
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { Replica } from "../consensus/replica.ts";
import type { Store } from "../consensus/store/port.ts";
import type { Dropped } from "../consensus/transport/notes.ts";
import type { HeartbeatSocket, PeerStreams } from "../consensus/transport/port.ts";
import type { Envelope } from "../consensus/types.ts";
import type { DeviceFacts } from "../fencing/outlook.ts";
import type { Alarm } from "../network/kernel/alarm.ts";
import type { Holding } from "../services/holding.ts";
import type { AuditLine } from "./audit.ts";
import type { Fencing } from "./fencing.ts";
import type { MachineAction } from "./machine.ts";
import type { SnapshotEffect } from "./snapshots.ts";
import type { Told } from "./told.ts";

export interface NodeParts {
  readonly self: NodeId;
  readonly replica: Replica;
  readonly holding: Holding;
  readonly store: Store;
  readonly log: Logger;
  readonly now: () => Millis;
  readonly wallClock: () => number;
  /** The last index of the log at this start: what is applied up to there happened before. */
  readonly replayedTo: number;
  /** Ticks come when something is due, and never further apart than this, milliseconds. */
  readonly tickGapMax: Millis;
  /** The alarm that rings for ticks. */
  readonly createAlarm: (ring: () => void) => Alarm;
  readonly streams: PeerStreams;
  readonly heartbeats: HeartbeatSocket;
  /** What was dropped or refused, by the door where it knocked. Absent: nothing is counted. */
  readonly strangers?: () => readonly { readonly where: string; readonly dropped: readonly Dropped[] }[];
  /** The devices that can switch nodes off, and when each was last known to answer. Absent: there are none. */
  readonly devices?: () => readonly DeviceFacts[];
  /** What the others have told of theirs (H7). */
  readonly told?: Told;
  readonly perform: (action: MachineAction) => void;
  /** What is to be done with snapshots. */
  readonly snapshots: { perform(effect: SnapshotEffect): void };
  /** Takes down what the group has decided, for people. */
  readonly audit: { note(line: AuditLine): void };
  /** Pings, power and the state of two nodes. */
  readonly fencing: Fencing;
  /** An envelope that the streams were given, where there is another way. */
  readonly alsoSend?: (to: NodeId, envelope: Envelope) => void;
  /** For how long the machine was suspended since the last call, milliseconds (T1). */
  readonly slept: () => Millis;
  /** Something that cannot be has happened: the node must not go on, and must not look as if it did. */
  readonly onBroken: (error: unknown) => void;
  /** The store failed: the node cannot go on (D2). */
  readonly onPoisoned: (why: string) => void;
}
