/**
 * The store over a disk: group commit with one sync under way and everything queued meanwhile in the next (D4).
 *
 * A write passes two syncs, one after the other: its records, then the high-water mark above them. Only then is it
 * acknowledged, so the mark never stands above records that a crash could still take, and never below one that was
 * acknowledged (D3). The mark of one group is synced while the records of the next are.
 */
import { assert, LeaseholdError } from "../../errors.ts";
import { encodeEntry } from "../../proto/codec.ts";
import { type Entry, type HardState, logIndex } from "../core/types.ts";
import type { Chain } from "./chain.ts";
import type { Disk, MarkSlot, Operation } from "./disk.ts";
import type { Store, StoreContents } from "./port.ts";
import { encodeHead, encodeMark, entryKey, HEAD_KEY } from "./records.ts";

/** A group is at most this many bytes of records (and at least one write), so that no sync takes for ever. */
const GROUP_BYTES_MAX = 4 * 1024 * 1024;

interface Waiting {
  readonly operations: readonly Operation[];
  readonly bytes: number;
  readonly hardState: HardState;
  readonly lastIndex: number;
  readonly chain: string;
  readonly resolve: () => void;
  readonly reject: (error: LeaseholdError) => void;
}

export class GroupStore implements Store {
  readonly contents: StoreContents;
  readonly #disk: Disk;
  readonly #chain: Chain;
  /** As of the last call of write, durable or not. */
  #hardState: HardState;
  #write: number;
  #slot: MarkSlot;
  #queue: Waiting[] = [];
  /** Their records are durable, their mark is not. */
  #unmarked: Waiting[] = [];
  /** Every write not yet answered. */
  readonly #unanswered = new Set<Waiting>();
  #committing: Promise<void> | null = null;
  #marking: Promise<void> | null = null;
  #poison: LeaseholdError | null = null;

  /** `chain` becomes the store's own. `write` is the number of the last write on the disk. */
  constructor(contents: StoreContents, disk: Disk, chain: Chain, at: { write: number; slot: MarkSlot }) {
    this.contents = contents;
    this.#disk = disk;
    this.#chain = chain;
    this.#hardState = contents.hardState;
    this.#write = at.write;
    this.#slot = at.slot;
  }

  write(hardState: HardState | null, entries: readonly Entry[]): Promise<void> {
    return this.writeWith([], hardState, entries);
  }

  /** A write that carries more records: opening a blank store puts its identity there. */
  writeWith(
    more: readonly Operation[],
    hardState: HardState | null,
    entries: readonly Entry[],
  ): Promise<void> {
    if (this.#poison !== null) return Promise.reject(this.#poison);
    return new Promise((resolve, reject) => {
      try {
        const waiting = { ...this.#prepare(more, hardState, entries), resolve, reject };
        this.#queue.push(waiting);
        this.#unanswered.add(waiting);
      } catch (error) {
        // Later writes build on this one.
        reject(this.#poisonWith(error));
        return;
      }
      this.#committing ??= this.#commitAll();
    });
  }

  /** Waits for what is under way; later writes are refused. */
  async close(): Promise<void> {
    const closed = new LeaseholdError("store-poisoned", `the store in ${this.#disk.where} is closed`);
    while (this.#committing !== null || this.#marking !== null) await (this.#committing ?? this.#marking);
    this.#poison ??= closed;
    await this.#disk.close();
  }

  #prepare(more: readonly Operation[], hardState: HardState | null, entries: readonly Entry[]) {
    const operations: Operation[] = [...more];
    let bytes = 0;
    const first = entries[0];
    if (first !== undefined) {
      const last = this.#chain.last;
      assert(
        first.index >= 1 && first.index <= last + 1,
        `entry ${first.index} does not follow a log that ends at ${last}`,
      );
      // What replaces and what is replaced go in one batch: no crash leaves a mixture.
      this.#chain.truncate(first.index - 1);
      for (const entry of entries) {
        assert(
          entry.index === this.#chain.last + 1,
          `entry ${entry.index} does not follow entry ${this.#chain.last}`,
        );
        const encoded = encodeEntry(entry);
        const checksum = this.#chain.next(encoded);
        operations.push({
          type: "put",
          key: entryKey(entry.index),
          value: Buffer.concat([checksum, encoded]),
        });
        this.#chain.append(checksum);
        bytes += encoded.length;
      }
      for (let index = this.#chain.last + 1; index <= last; index++)
        operations.push({ type: "del", key: entryKey(index) });
    }
    const lastIndex = this.#chain.last;
    const state = hardState ?? this.#hardState;
    assert(
      state.commit <= lastIndex,
      `commit index ${state.commit} is beyond the log, which ends at ${lastIndex}`,
    );
    this.#hardState = state;
    return {
      operations,
      bytes,
      hardState: state,
      lastIndex,
      chain: Buffer.from(this.#chain.at(lastIndex)).toString("hex"),
    };
  }

  async #commitAll(): Promise<void> {
    // Whatever is written in the same turn of the event loop shares the first sync.
    await null;
    try {
      while (this.#queue.length > 0 && this.#poison === null) await this.#commitGroup(this.#takeGroup());
    } catch (error) {
      this.#poisonWith(error);
    }
    this.#committing = null;
  }

  #takeGroup(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const waiting of this.#queue) {
      bytes += waiting.bytes;
      if (count > 0 && bytes > GROUP_BYTES_MAX) break;
      count++;
    }
    return this.#queue.splice(0, count);
  }

  async #commitGroup(group: readonly Waiting[]): Promise<void> {
    const newest = newestOf(group);
    const { starts } = this.contents.identity;
    const { hardState, chain } = newest;
    const write = this.#write + 1;
    const head = encodeHead({ write, starts, hardState, lastIndex: logIndex(newest.lastIndex), chain });
    const operations = group.flatMap((waiting) => waiting.operations);
    await this.#disk.commit([...operations, { type: "put", key: HEAD_KEY, value: head }], true);
    this.#write = write;
    this.#unmarked.push(...group);
    this.#marking ??= this.#markAll();
  }

  async #markAll(): Promise<void> {
    await null;
    try {
      while (this.#unmarked.length > 0 && this.#poison === null) {
        const covered = this.#unmarked;
        this.#unmarked = [];
        const { generation } = this.contents.identity;
        const mark = encodeMark({ generation, write: this.#write, lastIndex: newestOf(covered).lastIndex });
        await this.#disk.writeMark(this.#slot, mark, true);
        this.#slot = this.#slot === 0 ? 1 : 0;
        for (const waiting of covered) {
          this.#unanswered.delete(waiting);
          waiting.resolve();
        }
      }
    } catch (error) {
      this.#poisonWith(error);
    }
    this.#marking = null;
  }

  /**
   * After a failed sync nobody can say what the disk holds: the kernel may have marked pages clean that never got
   * there, and a second sync would succeed (D2, checklist 42). So nothing more is acknowledged until a restart has
   * read the disk again. A full disk is the same (checklist 46).
   */
  #poisonWith(cause: unknown): LeaseholdError {
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#poison ??= new LeaseholdError(
      "store-poisoned",
      `the store in ${this.#disk.where} failed to write (${why}); nothing more is accepted until this daemon restarts. ` +
        "Check the disk and its free space",
      { cause },
    );
    for (const waiting of this.#unanswered) waiting.reject(this.#poison);
    this.#unanswered.clear();
    this.#queue = [];
    this.#unmarked = [];
    return this.#poison;
  }
}

function newestOf(group: readonly Waiting[]): Waiting {
  const newest = group.at(-1);
  assert(newest !== undefined, "a group holds at least one write");
  return newest;
}
