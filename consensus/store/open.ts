/**
 * Opens a store: reads everything, believes nothing, and counts the start durably before it returns. What is
 * damaged stops the node with a clear message; it is never repaired by leaving something out (D3, checklist 45).
 */
import { LeaseholdError } from "../../errors.ts";
import { type Entry, type HardState, logIndex, type Position, term } from "../core/types.ts";
import { Chain } from "./chain.ts";
import type { Disk } from "./disk.ts";
import { SETTLE_AFTER_MS } from "./groupcommit.ts";
import { GroupStore, type Remains } from "./groupstore.ts";
import {
  decodeJournal,
  encodeJournal,
  type Journal,
  type JournalShape,
  type Mark,
  SHAPE,
} from "./journal.ts";
import { openLevelDisk } from "./leveldisk.ts";
import { LogState } from "./logstate.ts";
import type { Store } from "./port.ts";
import { readRecords } from "./read.ts";
import { chainStart, type Identity, newGeneration } from "./records.ts";
import { redone } from "./redo.ts";
import type { Manifest } from "./snapshotrecords.ts";
import { SnapshotOnDisk } from "./snapshots.ts";
import { corrupt, poisoned, regressed } from "./trouble.ts";

export interface Owner {
  readonly cluster: string;
  readonly node: string;
}

/**
 * Opens the store in the folder `path`, or makes one there. Throws `store-locked` when another process has it,
 * `store-identity` when it belongs to another node or cluster, `store-version` when another version wrote it,
 * `store-corrupt` when anything is damaged or missing, `store-regressed` when it ends before what was acknowledged,
 * `store-unreadable` when the system does not let it be read, `store-poisoned` when it cannot write.
 */
export async function openStore(path: string, owner: Owner): Promise<Store> {
  const disk = await openLevelDisk(path);
  try {
    return await openOn(disk, owner);
  } catch (error) {
    await disk.close();
    throw error;
  }
}

export interface Tuning {
  /** Of the journal, where one is to be laid down. */
  readonly shape: JournalShape;
  /** How long the database may lag behind the journal, in milliseconds. */
  readonly settleAfterMs: number;
}

/** The same over any disk. */
export async function openOn(disk: Disk, owner: Owner, tuning: Partial<Tuning> = {}): Promise<Store> {
  const { shape = SHAPE, settleAfterMs = SETTLE_AFTER_MS } = tuning;
  const file = await disk.readMark();
  const journal = file === null ? null : decodeJournal(disk.where, file);
  const lying = await readRecords(disk);
  if (lying === null) return begin(disk, owner, journal, { shape, settleAfterMs });
  if (journal === null) throw corrupt(disk.where, "there are records, but its high-water mark is gone");
  checkOwner(disk.where, lying.identity, owner);
  checkGeneration(disk.where, lying.identity, journal.mark);
  const found = await redone(disk, lying, journal);
  const { identity, head, entries, chain, snapshot, remains } = found;
  const { starts, hardState, blank, vetted, write } = head;
  if (!journal.sound) await layDown(disk, journal.shape, { ...journal.mark, settled: write });
  return start(disk, {
    identity,
    starts,
    blank,
    vetted,
    hardState,
    entries,
    chain,
    snapshot,
    remains,
    write,
    shape: journal.shape,
    settleAfterMs,
  });
}

async function layDown(disk: Disk, shape: JournalShape, mark: Mark): Promise<void> {
  try {
    await disk.replaceMark(encodeJournal(shape, mark));
  } catch (error) {
    throw poisoned(disk.where, error);
  }
}

/** The first start on a blank disk, or on one whose making a crash cut short: nothing was acknowledged yet. */
async function begin(
  disk: Disk,
  owner: Owner,
  journal: Journal | null,
  { shape, settleAfterMs }: Tuning,
): Promise<Store> {
  if (journal !== null && journal.mark.write > 0) {
    const { write, lastIndex } = journal.mark;
    throw regressed(
      disk.where,
      `it is empty, but write ${write} (log up to entry ${lastIndex}) was acknowledged`,
    );
  }
  const generation = journal?.mark.generation ?? newGeneration();
  // The mark first: records without a mark are then never an unfinished beginning.
  if (journal?.sound !== true)
    await layDown(disk, journal?.shape ?? shape, { generation, write: 0, lastIndex: 0, settled: 0 });
  const identity = { cluster: owner.cluster, node: owner.node, generation };
  return start(disk, {
    identity,
    starts: 0,
    blank: true,
    vetted: 0,
    hardState: { term: term(0), vote: null, commit: logIndex(0) },
    entries: [],
    chain: new Chain({ index: 0, term: 0, checksum: chainStart(identity) }),
    snapshot: null,
    remains: { entries: null, snapshots: new Map() },
    write: 0,
    shape: journal?.shape ?? shape,
    settleAfterMs,
  });
}

interface Beginning extends Tuning {
  readonly identity: Identity;
  /** Before this one. */
  readonly starts: number;
  readonly blank: boolean;
  readonly vetted: number;
  readonly hardState: HardState;
  readonly entries: readonly Entry[];
  readonly chain: Chain;
  readonly snapshot: Manifest | null;
  readonly remains: Remains;
  readonly write: number;
}

/** The start is counted, and with it all that was found is marked, before anybody builds on it (R1, R13). */
async function start(disk: Disk, from: Beginning): Promise<Store> {
  const { identity, blank, vetted, hardState, entries, chain, remains, write, shape, settleAfterMs } = from;
  const starts = from.starts + 1;
  const snapshot = from.snapshot === null ? null : new SnapshotOnDisk(disk, from.snapshot);
  const { cluster, node, generation } = identity;
  const store = new GroupStore(disk, {
    contents: {
      identity: { cluster, node, generation, starts, blank, vetted },
      hardState,
      snapshot,
      base: positionAt(chain, chain.base.index),
      entries,
      last: positionAt(chain, chain.last),
    },
    snapshot,
    state: new LogState({ identity, starts, blank, vetted, hardState, chain, snapshot: from.snapshot }),
    write,
    shape,
    settleAfterMs,
    nextSnapshot: Math.max(0, from.snapshot?.id ?? 0, ...remains.snapshots.keys()) + 1,
  });
  await store.start(remains);
  return store;
}

const positionAt = (chain: Chain, index: number): Position => ({
  index: logIndex(index),
  term: term(chain.termAt(index)),
});

function checkOwner(where: string, found: Identity, owner: Owner): void {
  if (found.cluster === owner.cluster && found.node === owner.node) return;
  throw new LeaseholdError(
    "store-identity",
    `the store in ${where} belongs to node ${found.node} of cluster ${found.cluster}, but this is node ${owner.node} ` +
      `of cluster ${owner.cluster}; give each node a folder of its own`,
  );
}

function checkGeneration(where: string, { generation, previous }: Identity, mark: Mark): void {
  // A crash may come between a new generation and its first mark.
  if (mark.generation === generation || mark.generation === previous) return;
  throw corrupt(where, "its database and its high-water mark come from different stores");
}
