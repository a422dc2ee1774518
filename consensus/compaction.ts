/** When the log is long enough to be given up for a snapshot of the ledger, and how much of it stays for slow followers. */
import type { LogIndex, Millis } from "./core/types.ts";
import type { Compaction } from "./types.ts";

export interface Growth {
  /** Applied since the newest snapshot. */
  entries: number;
  bytes: number;
  /** Of the newest snapshot, and when it was begun. */
  index: LogIndex;
  begunAt: Millis;
  /** How many entries before the newest one a slow follower may still need. */
  keep: number;
  /** One is being written. */
  saving: boolean;
}

export const newGrowth = (index: LogIndex): Growth => ({
  entries: 0,
  bytes: 0,
  index,
  begunAt: Number.NEGATIVE_INFINITY,
  keep: 0,
  saving: false,
});

export function grew(growth: Growth, bytes: number): void {
  growth.entries += 1;
  growth.bytes += bytes;
}

/** A busy log is not given up more often than every `pause`, unless it grows out of hand. */
const OUT_OF_HAND = 16;

export function snapshotDue(growth: Growth, bounds: Compaction | undefined, now: Millis): boolean {
  if (bounds === undefined || growth.saving) return false;
  const size = Math.max(growth.entries / bounds.entries, growth.bytes / bounds.bytes);
  return size >= OUT_OF_HAND || (size >= 1 && now - growth.begunAt >= bounds.pause);
}

/** A snapshot of the state at `index` is being written. About as much stays as came since the one before. */
export function begun(growth: Growth, bounds: Compaction, index: LogIndex, now: Millis): void {
  growth.saving = true;
  growth.begunAt = now;
  growth.keep = Math.min(bounds.entries, index - growth.index);
  growth.entries = 0;
  growth.bytes = 0;
  growth.index = index;
}

/** A snapshot came from elsewhere and stands for the log up to `index`. */
export function replaced(growth: Growth, index: LogIndex): void {
  growth.entries = 0;
  growth.bytes = 0;
  growth.index = index;
}
