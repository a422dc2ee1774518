/**
 * One node's disk: writes become durable in order, several by one sync (D4). A crash keeps a prefix of what was
 * not yet acknowledged, each write whole or not at all. The store's own format is tested with the store; here only what
 * survives matters.
 */
import type {
  Entry,
  HardState,
  LogIndex,
  Position,
  SnapshotMark,
  WriteSeq,
} from "../../consensus/core/types.ts";
import type { Ledger } from "../../consensus/ledger/types.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** A snapshot as it lies there; nobody asks for the bytes of most. */
export interface Stored {
  readonly mark: SnapshotMark;
  /** The state; never changed. */
  readonly ledger: Ledger;
  readonly bytes: () => Buffer;
  readonly digest: () => Uint8Array;
}
type Step =
  | {
      readonly type: "write";
      readonly seq: WriteSeq;
      readonly hardState: HardState | null;
      readonly entries: readonly Entry[];
    }
  | { readonly type: "install"; readonly hardState: HardState; readonly snapshot: Stored }
  | { readonly type: "snapshot"; readonly snapshot: Stored }
  | { readonly type: "compact"; readonly through: LogIndex }
  /** Somebody has vouched for this store (R13). */
  | { readonly type: "admit"; readonly incarnation: number };
export type DiskStep = Step;

/** What the disk tells whoever watches from outside. */
export interface DiskWatch {
  /** It was asked to keep the entry. */
  written(entry: Entry): void;
  durable(entry: Entry): void;
  /** Another term or vote than before is on it. */
  voted(hardState: HardState): void;
  /** Everything up to this index is on it, in a snapshot. */
  installed(mark: Position): void;
  /** Nothing of what was on it is there any more. */
  replaced(): void;
  /** A crash lost what had not been acknowledged; `torn`: and kept a part of it. */
  lost(torn: boolean): void;
}
/** All that a copy of the store has. */
export interface Image {
  readonly hardState: HardState;
  readonly base: Position;
  readonly entries: readonly Entry[];
  readonly snapshot: Stored | null;
  readonly generation: string;
  readonly starts: number;
  readonly blank: boolean;
  readonly vetted: number;
}
export interface Disk {
  hardState: HardState;
  /** The one before the first of `entries`. */
  base: Position;
  readonly entries: Entry[];
  /** The newest; null: none was made. */
  snapshot: Stored | null;
  /** Made with the store (R13). */
  generation: string;
  /** Counts the starts of daemons, and goes on where the store before this one was: greater on a later store. */
  starts: number;
  blank: boolean;
  /** The newest incarnation that was vouched for on it (R13.4). */
  vetted: number;
  /** What it holds is an old copy of itself, and no vote may rest on it (R13.4). */
  old: boolean;
  /** What the disk had that this one has taken the place of. */
  before: { readonly base: Position; readonly entries: readonly Entry[] } | null;
  /** Copies as of the last starts, oldest first. */
  readonly images: Image[];
  /** A sync failed: nothing is acknowledged until the next start (D2). */
  failed: boolean;
  /** No room: no start succeeds either. */
  full: boolean;
  /** What the store finds at a start, and refuses: a damaged middle, or an end before what was acknowledged (D3). */
  damage: "rotten" | "cut" | "gone" | null;
  /** Extra milliseconds of every sync, while the weather says so. */
  slow: number;
  /** `done(ok)`, later: durable. Of a snapshot, false: a later one is there. */
  put(step: Step, done: (ok: boolean) => void): void;
  /** What was not acknowledged is lost from a random point on; nothing is acknowledged any more. */
  crash(): void;
  /** Takes a copy. */
  copy(): void;
  /** An old copy is put back. */
  putBack(image: Image): void;
  /** An empty folder takes the store's place: the next start makes another one. */
  wipe(): void;
}

const START: Position = { index: 0 as LogIndex, term: 0 as Position["term"] };

/** `lying`: acknowledges before anything is durable, as a disk without syncs does: the judge must notice. */
export function createDisk(
  timeline: Timeline,
  random: Random,
  start: HardState,
  lying: boolean,
  watch: DiskWatch,
): Disk {
  let pending: { step: Step; done: (ok: boolean) => void }[] = [];
  let syncing = 0;
  let generation = 0;
  let newest = 0;
  const newGeneration = () => random.integer(0, 2 ** 40).toString(16);

  const write = (entries: readonly Entry[]) => {
    const [first] = entries;
    if (first === undefined) return;
    const kept = first.index - disk.base.index - 1;
    if (kept < 0 || kept > disk.entries.length)
      throw new Error(
        `disk from ${disk.base.index} with ${disk.entries.length}: no place for ${first.index}`,
      );
    disk.entries.length = kept;
    for (const entry of entries) {
      disk.entries.push(entry);
      watch.durable(entry);
    }
  };
  const keep = (hardState: HardState) => {
    const { term, vote } = disk.hardState;
    disk.hardState = hardState;
    if (term !== hardState.term || vote !== hardState.vote) watch.voted(hardState);
  };
  /** Makes it so; false: there is a later snapshot. */
  const land = (step: Step): boolean => {
    switch (step.type) {
      case "write":
        if (step.hardState !== null) keep(step.hardState);
        write(step.entries);
        return true;
      case "admit":
        disk.blank = false;
        disk.vetted = step.incarnation;
        return true;
      case "install":
        keep(step.hardState);
        disk.snapshot = step.snapshot;
        disk.base = step.snapshot.mark;
        disk.entries.length = 0;
        watch.installed(step.snapshot.mark);
        return true;
      case "snapshot":
        if (step.snapshot.mark.index <= (disk.snapshot?.mark.index ?? 0)) return false;
        disk.snapshot = step.snapshot;
        return true;
      case "compact": {
        const drop = step.through - disk.base.index;
        if (drop <= 0) return true;
        const last = disk.entries[drop - 1];
        if (last === undefined || last.index > (disk.snapshot?.mark.index ?? 0))
          throw new Error(`disk from ${disk.base.index}: cannot be dropped up to ${step.through}`);
        disk.entries.splice(0, drop);
        disk.base = { index: last.index, term: last.term };
        return true;
      }
    }
  };
  const sync = () => {
    syncing = pending.length;
    const delay = random.chance(0.01) ? 30 : random.between(0.2, random.chance(0.9) ? 1 : 5);
    const mine = generation;
    timeline.after(delay + disk.slow + (lying ? 50 : 0), () => {
      if (mine !== generation || disk.failed) return;
      const landed = pending.splice(0, syncing).map(({ step, done }) => ({ done, ok: land(step) }));
      syncing = 0;
      if (pending.length > 0) sync();
      if (!lying) for (const { done, ok } of landed) done(ok);
    });
  };
  const disk: Disk = {
    hardState: start,
    base: START,
    entries: [],
    snapshot: null,
    generation: newGeneration(),
    starts: 0,
    blank: true,
    vetted: 0,
    old: false,
    before: null,
    images: [],
    failed: false,
    full: false,
    damage: null,
    slow: 0,
    put: (step, done) => {
      pending.push({ step, done });
      if (step.type === "write") for (const entry of step.entries) watch.written(entry);
      if (syncing === 0) sync();
      if (lying) timeline.after(0, () => done(true));
    },
    crash: () => {
      generation++;
      disk.failed = false;
      const kept = random.integer(0, pending.length);
      if (kept < pending.length) watch.lost(kept > 0);
      for (const { step } of pending.slice(0, kept)) land(step);
      pending = [];
      syncing = 0;
    },
    copy: () => {
      const { hardState, base, entries, snapshot, blank, vetted, starts } = disk;
      disk.images.push({
        generation: disk.generation,
        hardState,
        base,
        entries: [...entries],
        snapshot,
        blank,
        vetted,
        starts,
      });
      if (disk.images.length > 3) disk.images.shift();
    },
    putBack: (image) => {
      disk.before = { base: disk.base, entries: [...disk.entries] };
      const { entries, ...rest } = image;
      Object.assign(disk, rest);
      disk.entries.splice(0, disk.entries.length, ...entries);
      disk.old = true;
      watch.replaced();
      watch.installed(disk.base);
      for (const entry of entries) watch.durable(entry);
    },
    wipe: () => {
      disk.before = { base: disk.base, entries: [...disk.entries] };
      disk.hardState = start;
      disk.base = START;
      disk.entries.length = 0;
      disk.snapshot = null;
      disk.generation = newGeneration();
      // As the clock in a generation does it, whatever images there were.
      disk.starts = newest += 1_000;
      disk.blank = true;
      disk.vetted = 0;
      disk.old = false;
      disk.damage = null;
      disk.images.length = 0;
      watch.replaced();
    },
  };
  return disk;
}
