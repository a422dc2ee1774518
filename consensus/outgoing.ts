/** Raft's messages on their way out: what waits for a write (D1), and what may ride in a heartbeat of this turn. */
import type { LogIndex, Message, NodeId, WriteSeq } from "./core/types.ts";
import { commonRound, mayRide, type Riding, soleAnswer } from "./riders.ts";
import type { IdleAnswer, IdleRound } from "./sessions/types.ts";
import type { ReplicaEffect } from "./types.ts";

export interface Held {
  readonly to: NodeId;
  readonly message: Message;
  readonly after: WriteSeq;
}

export interface Outgoing {
  held: Held[];
  /** Null while no heartbeat is about to leave. */
  riding: Riding[] | null;
}
export const newOutgoing = (): Outgoing => ({ held: [], riding: null });

/** Those whose write is durable now. */
export function takeDurable(outgoing: Outgoing, durable: number): readonly Held[] {
  if (outgoing.held.length === 0) return [];
  const ready = outgoing.held.filter((h) => h.after <= durable);
  if (ready.length > 0) outgoing.held = outgoing.held.filter((h) => h.after > durable);
  return ready;
}

/** Whether it waits for the heartbeat now. */
export function mount({ riding }: Outgoing, to: NodeId, message: Message, lastIndex: LogIndex): boolean {
  if (riding === null || !mayRide(message, lastIndex)) return false;
  riding.push({ to, message });
  return true;
}

/** What the heartbeat to `to` takes along. */
export function board(
  outgoing: Outgoing,
  to: readonly NodeId[],
): { readonly round: IdleRound | null; readonly answer: IdleAnswer | null } {
  const riding = outgoing.riding ?? [];
  const [round, answer] = [commonRound(riding, to), soleAnswer(riding)];
  if (round !== null || answer !== null) outgoing.riding = [];
  return { round, answer };
}

/** The turn is over: what no heartbeat took along goes by itself. */
export function dismount(outgoing: Outgoing): ReplicaEffect[] {
  const left = outgoing.riding ?? [];
  outgoing.riding = null;
  return left.map(({ to, message }) => ({
    type: "send",
    to,
    envelope: { type: "raft", message, ages: [] },
  }));
}
