/**
 * Linearizable reads without a log entry: the commit index of a leader that, after the read came, heard from a
 * majority that it still leads. One confirming round is under way at a time; later reads ride in the next one.
 */
import type { LogIndex } from "./types.ts";

export interface Reads {
  /** Reads for which no round has begun. */
  waiting: number[];
  /** Invariant: `round` began after each of `ids` came, and `index` was committed then. */
  confirming: { readonly round: number; readonly index: LogIndex; readonly ids: readonly number[] } | null;
}

export const newReads = (): Reads => ({ waiting: [], confirming: null });

/** Whether a round should begin now. `ownTermCommitted`: else the commit index may be behind (checklist 23, 40). */
export const wantsRound = (reads: Reads, ownTermCommitted: boolean): boolean =>
  ownTermCommitted && reads.confirming === null && reads.waiting.length > 0;

export function beginConfirming(reads: Reads, round: number, commit: LogIndex): void {
  reads.confirming = { round, index: commit, ids: reads.waiting };
  reads.waiting = [];
}

/** The reads that a majority's answers to `round` settle, with the index to have applied; null: none yet. */
export function takeConfirmed(
  reads: Reads,
  round: number,
): { readonly index: LogIndex; readonly ids: readonly number[] } | null {
  const { confirming } = reads;
  if (confirming === null || round < confirming.round) return null;
  reads.confirming = null;
  return confirming;
}

/** All reads not answered yet, when leadership ends. */
export const unanswered = (reads: Reads): readonly number[] => [
  ...(reads.confirming?.ids ?? []),
  ...reads.waiting,
];
