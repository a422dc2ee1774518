/**
 * One node's disk: writes become durable in order, several by one sync (D4). A crash keeps a prefix of what was
 * not yet acknowledged. The store's own format is tested with the store; here only what survives matters.
 */
import type { Entry, HardState, WriteSeq } from "../../consensus/core/types.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

interface Write {
  readonly seq: WriteSeq;
  readonly hardState: HardState | null;
  readonly entries: readonly Entry[];
}
export interface Disk {
  hardState: HardState;
  /** Durable entries; `entries[0]` has index 1. */
  readonly entries: Entry[];
  /** Daemon starts on this store. */
  starts: number;
  /** A sync failed: nothing is acknowledged until the next start (D2). */
  failed: boolean;
  /** Extra milliseconds of every sync, while the weather says so. */
  slow: number;
  write(write: Write, written: (seq: WriteSeq) => void): void;
  /** What was not acknowledged is lost from a random point on; nothing is acknowledged any more. */
  crash(): void;
}

/** `lying`: acknowledges before anything is durable, as a disk without syncs does: the judge must notice. */
export function createDisk(
  timeline: Timeline,
  random: Random,
  start: HardState,
  lying: boolean,
  judge: { readonly written: (entry: Entry) => void; readonly durable: (entry: Entry) => void },
): Disk {
  let pending: { write: Write; written: (seq: WriteSeq) => void }[] = [];
  let syncing = 0;
  let generation = 0;

  const land = ({ hardState, entries }: Write) => {
    if (hardState !== null) disk.hardState = hardState;
    const first = entries[0];
    if (first === undefined) return;
    if (first.index > disk.entries.length + 1)
      throw new Error(`disk ${disk.entries.length}: a hole before ${first.index}`);
    disk.entries.length = first.index - 1;
    for (const entry of entries) {
      disk.entries.push(entry);
      judge.durable(entry);
    }
  };
  const sync = () => {
    syncing = pending.length;
    const delay = random.chance(0.01) ? 30 : random.between(0.2, random.chance(0.9) ? 1 : 5);
    const mine = generation;
    timeline.after(delay + disk.slow + (lying ? 50 : 0), () => {
      if (mine !== generation || disk.failed) return;
      const done = pending.splice(0, syncing);
      syncing = 0;
      for (const { write } of done) land(write);
      const last = done.at(-1)!;
      if (pending.length > 0) sync();
      if (!lying) last.written(last.write.seq);
    });
  };
  const disk: Disk = {
    hardState: start,
    entries: [],
    starts: 0,
    failed: false,
    slow: 0,
    write: (write, written) => {
      pending.push({ write, written });
      for (const entry of write.entries) judge.written(entry);
      if (syncing === 0) sync();
      if (lying) timeline.after(0, () => written(write.seq));
    },
    crash: () => {
      generation++;
      disk.failed = false;
      const kept = random.integer(0, pending.length);
      for (const { write } of pending.slice(0, kept)) land(write);
      pending = [];
      syncing = 0;
    },
  };
  return disk;
}
