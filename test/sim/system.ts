/** The code under test: production's own, as the real daemon composes it. */
import type { Configuration, Millis, NodeId } from "../../consensus/core/types.ts";
import type { ClusterDocument, Ledger, SessionId, Timing } from "../../consensus/ledger/types.ts";
import { createReplica } from "../../consensus/replica.ts";
import type {
  ArbitrationState,
  Planner,
  ReplicaEffect,
  ReplicaEvent,
  ReplicaOptions,
  ReplicaStart,
} from "../../consensus/types.ts";
import type { Vouched } from "../../consensus/vouching.ts";
import type { Card } from "../../network/port.ts";
import { advance, createHolding } from "../../services/holding.ts";
import { createPlanner } from "../../services/placement/planner.ts";
import type { HoldingAction, HoldingEvent } from "../../services/types.ts";

export interface SimulatedReplica {
  readonly ledger: Ledger;
  readonly role: string;
  readonly term: number;
  /** Whether its disk counts (R13). */
  readonly vouched: Vouched;
  readonly commit: number;
  /** Oldest first: the last one known committed, and every one that follows it in the log. */
  readonly configurations: readonly Configuration[];
  readonly leader: NodeId | null;
  readonly session: SessionId;
  readonly validUntil: Millis;
  readonly timing: Timing;
  /** How it stands to the other of two. */
  readonly arbitration: ArbitrationState;
  dueAt(now: Millis): Millis;
  mayCall(caller: NodeId): boolean;
  handle(event: ReplicaEvent, now: Millis): ReplicaEffect[];
}
export interface HoldingStart {
  readonly self: NodeId;
  readonly document: ClusterDocument;
  readonly cards: readonly Card[];
}
export interface System {
  createReplica(options: ReplicaOptions, start: ReplicaStart, now: Millis): SimulatedReplica;
  createPlanner(): Planner;
  createHolding(start: HoldingStart): (event: HoldingEvent, now: Millis) => readonly HoldingAction[];
}

export const production: System = {
  createReplica,
  createPlanner,
  createHolding: (start) => {
    const holding = createHolding({
      self: start.self,
      ttl: start.document.timing.ttl,
      cards: start.cards,
    });
    return (event, now) => advance(holding, event, now);
  },
};
