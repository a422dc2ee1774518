/** When this node beats, and what it says. */
import type { Millis, NodeId } from "./core/types.ts";
import type { SessionId, Timing } from "./ledger/types.ts";
import { type Hearing, heardOf, reportsOf } from "./sessions/hearing.ts";
import type {
  ArbitrationReport,
  Heartbeat,
  IdleAnswer,
  IdleRound,
  StoreDoubt,
  StoreWord,
} from "./sessions/types.ts";

export interface Beats {
  readonly bootId: string;
  lastAt: Millis;
  /** Grows over the whole incarnation. */
  seq: number;
}

export const createBeats = (bootId: string): Beats => ({ bootId, lastAt: Number.NEGATIVE_INFINITY, seq: 0 });

/**
 * A leader beats by its clock, and whoever hears it beats in answer: one waking serves both, and its echoes are fresh.
 * A follower's own clock is a little slower, so that it only counts when the leader is not heard.
 */
export function beatDue(
  beats: Beats,
  hearing: Hearing,
  leader: NodeId | null,
  { heartbeat }: Timing,
  now: Millis,
): Millis {
  const heard = leader === null ? null : heardOf(hearing, leader);
  const led = heard !== null && now - heard.receivedAt < 2 * heartbeat;
  return beats.lastAt + heartbeat * (led ? 1.25 : 1);
}

/** Who beats: with what session, what disk, and what it remembers against the disks of others (R13). */
export interface Speaker {
  readonly session: SessionId;
  readonly store?: StoreWord | undefined;
  readonly doubtOf?: ((newest: Heartbeat) => StoreDoubt | null) | undefined;
}

/** The heartbeat that leaves now. `now` is read before the send, so what is counted from it ends early, never late. */
export function nextBeat(
  beats: Beats,
  { session, store, doubtOf }: Speaker,
  hearing: Hearing,
  timing: Timing,
  now: Millis,
  round: IdleRound | null = null,
  answer: IdleAnswer | null = null,
  arbitration: ArbitrationReport | null = null,
): Heartbeat {
  beats.lastAt = now;
  beats.seq += 1;
  // Whatever rides in it or not, all heartbeats have one layout: nothing is read more often.
  return {
    from: session.node,
    incarnation: session.incarnation,
    number: session.number,
    seq: beats.seq,
    sentAt: now,
    bootId: beats.bootId,
    reports: reportsOf(hearing, timing.suspectAfter, now, doubtOf),
    round: round ?? undefined,
    answer: answer ?? undefined,
    arbitration: arbitration ?? undefined,
    store,
  };
}
