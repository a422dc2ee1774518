/**
 * The store over a disk. Everything that changes what the log is goes through the group commit, in the order of the
 * calls: one head says at every instant where the log begins and ends and which snapshot is current. A snapshot's
 * bytes are written beside that, before a head names them; what a head has given up is removed after it.
 */
import { assert, type LeaseholdError } from "../../errors.ts";
import type { Entry, HardState, LogIndex, SnapshotMark } from "../core/types.ts";
import type { Disk } from "./disk.ts";
import { GroupCommit } from "./groupcommit.ts";
import { Incoming } from "./incoming.ts";
import type { JournalShape } from "./journal.ts";
import { type Change, identityRecord, type LogState, type Stretch } from "./logstate.ts";
import type { IncomingSnapshot, Store, StoreContents, StoredSnapshot, StoreIdentity } from "./port.ts";
import { newGeneration } from "./records.ts";
import { chunksOf } from "./snapshotrecords.ts";
import { SnapshotOnDisk } from "./snapshots.ts";
import { Staging } from "./staging.ts";
import { Sweep } from "./sweep.ts";

/** What lies on the disk and belongs to nothing. */
export interface Remains {
  readonly entries: Stretch | null;
  /** Other snapshots than the current one, by id: how many chunks there may be. */
  readonly snapshots: ReadonlyMap<number, number>;
}
export interface GroupStoreStart {
  readonly contents: StoreContents;
  readonly snapshot: SnapshotOnDisk | null;
  /** Becomes the store's own. */
  readonly state: LogState;
  /** The number of the last write on the disk. */
  readonly write: number;
  readonly shape: JournalShape;
  readonly settleAfterMs: number;
  /** Above every id that lies on the disk. */
  readonly nextSnapshot: number;
}

export class GroupStore implements Store {
  readonly contents: StoreContents;
  readonly #disk: Disk;
  /** As of the last call, durable or not. */
  readonly #state: LogState;
  readonly #commits: GroupCommit;
  readonly #sweep: Sweep;
  #closing = false;
  #identity: StoreIdentity;
  #snapshot: SnapshotOnDisk | null;
  #nextSnapshot: number;
  #incoming: Incoming | null = null;

  constructor(disk: Disk, start: GroupStoreStart) {
    const { contents, snapshot, state, nextSnapshot } = start;
    this.contents = contents;
    this.#disk = disk;
    this.#state = state;
    this.#identity = contents.identity;
    this.#snapshot = snapshot;
    this.#nextSnapshot = nextSnapshot;
    this.#commits = new GroupCommit(disk, start);
    this.#sweep = new Sweep(
      disk,
      () => !this.#closing && this.#commits.poison === null,
      (error) => this.#commits.poisonWith(error),
    );
  }

  get identity(): StoreIdentity {
    return this.#identity;
  }
  get failed(): Promise<LeaseholdError> {
    return this.#commits.failed;
  }
  get snapshot(): StoredSnapshot | null {
    return this.#snapshot;
  }

  /** The first write: the start is counted, and all that was found is marked with it. Then `remains` go. */
  async start(remains: Remains): Promise<void> {
    await this.#change(() => ({ operations: [identityRecord(this.#state.identity)], bytes: 0 }));
    if (remains.entries !== null) this.#sweep.entries(remains.entries);
    for (const [id, chunks] of remains.snapshots) this.#sweep.snapshot(id, chunks);
  }

  write(hardState: HardState | null, entries: readonly Entry[]): Promise<void> {
    return this.#change(() => this.#state.append(hardState, entries), true);
  }

  async saveSnapshot(mark: SnapshotMark, bytes: AsyncIterable<Uint8Array>): Promise<StoredSnapshot | null> {
    const staging = this.#begin();
    let digest: Uint8Array;
    try {
      for await (const piece of bytes) await staging.add(piece);
      digest = await staging.finish();
    } catch (error) {
      this.#drop(staging);
      throw error;
    }
    if (this.#commits.poison === null && mark.index <= this.#state.snapshotIndex) {
      this.#drop(staging);
      return null;
    }
    const manifest = { id: staging.id, mark, size: staging.size, digest };
    await this.#change(() => this.#state.save(manifest));
    return this.#becomes(new SnapshotOnDisk(this.#disk, manifest));
  }

  async compact(through: LogIndex): Promise<void> {
    const { baseIndex } = this.#state;
    if (this.#commits.poison === null && through <= baseIndex) return;
    await this.#change(() => this.#state.compact(through));
    this.#sweep.entries({ first: baseIndex + 1, last: through });
  }

  receive(mark: SnapshotMark, size: number, digest: Uint8Array): IncomingSnapshot {
    if (this.#incoming?.isOf(mark, size, digest)) return this.#incoming;
    if (this.#incoming !== null && !this.#incoming.complete) this.#incoming.discard();
    const stages = { begin: () => this.#begin(), drop: (staging: Staging) => this.#drop(staging) };
    this.#incoming = new Incoming({ mark, size, digest }, stages);
    return this.#incoming;
  }

  async install(hardState: HardState, snapshot: IncomingSnapshot): Promise<void> {
    const { baseIndex, lastIndex } = this.#state;
    const { index } = snapshot.mark;
    let installed: SnapshotOnDisk | null = null;
    await this.#change(() => {
      assert(snapshot instanceof Incoming, "only a snapshot that this store has received can be installed");
      const manifest = snapshot.take();
      if (this.#incoming === snapshot) this.#incoming = null;
      installed = new SnapshotOnDisk(this.#disk, manifest);
      return this.#state.install(hardState, manifest);
    });
    if (installed !== null) this.#becomes(installed);
    this.#sweep.entries({ first: baseIndex + 1, last: Math.min(lastIndex, index) });
  }

  async admit(incarnation: number): Promise<void> {
    await this.#change(() => this.#state.admit(incarnation));
    this.#identity = { ...this.#identity, blank: false, vetted: incarnation };
  }

  async renew(): Promise<string> {
    const generation = newGeneration();
    await this.#change(() => this.#state.renew(generation));
    this.#identity = { ...this.#identity, generation, blank: true, vetted: 0 };
    return generation;
  }

  /** Waits for what is under way; later writes are refused. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#commits.close();
    await this.#sweep.idle();
    await this.#disk.close();
  }

  /** `journaled`: it gives up nothing that is then removed beside the queue (J6). */
  #change(change: () => Change, journaled = false): Promise<void> {
    return this.#commits.enqueue(() => ({
      ...change(),
      journaled,
      head: this.#state.head(),
      generation: this.#state.identity.generation,
    }));
  }

  #begin(): Staging {
    return new Staging(this.#nextSnapshot++, (operations) => this.#commits.stage(operations));
  }

  #drop({ id, chunks }: Staging): void {
    this.#sweep.snapshot(id, chunks);
  }

  /** Durable: the one before is given up, once nobody reads it any more. */
  #becomes(snapshot: SnapshotOnDisk): StoredSnapshot {
    const before = this.#snapshot;
    this.#snapshot = snapshot;
    before?.retire(() => this.#sweep.snapshot(before.id, chunksOf(before.size)));
    return snapshot;
  }
}
