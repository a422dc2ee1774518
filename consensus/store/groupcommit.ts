/**
 * Numbered writes over a disk: group commit with one sync under way and everything queued meanwhile in the next (D4).
 *
 * A write passes two syncs, one after the other: its records, then the high-water mark above them. Only then is it
 * acknowledged, so the mark never stands above records that a crash could still take, and never below one that was
 * acknowledged (D3). The mark of one group is synced while the records of the next are.
 */
import { assert, type LeaseholdError } from "../../errors.ts";
import type { Disk, MarkSlot, Operation } from "./disk.ts";
import { encodeHead, encodeMark, HEAD_KEY, type Head } from "./records.ts";
import { closed, poisoned } from "./trouble.ts";

/** A group is at most this many bytes of records (and at least one write), so that no sync takes for ever. */
const GROUP_BYTES_MAX = 4 * 1024 * 1024;

export interface Prepared {
  readonly operations: readonly Operation[];
  readonly bytes: number;
  readonly head: Omit<Head, "write">;
  readonly generation: string;
}
interface Waiting extends Prepared {
  readonly resolve: () => void;
  readonly reject: (error: LeaseholdError) => void;
}

export class GroupCommit {
  readonly #disk: Disk;
  #write: number;
  #slot: MarkSlot;
  #queue: Waiting[] = [];
  /** Their records are durable, their mark is not. */
  #unmarked: Waiting[] = [];
  /** Every write not yet answered. */
  readonly #unanswered = new Set<Waiting>();
  #committing: Promise<void> | null = null;
  #marking: Promise<void> | null = null;
  readonly #staging = new Set<Promise<void>>();
  #poison: LeaseholdError | null = null;

  /** `write` is the number of the last write on the disk. */
  constructor(disk: Disk, at: { readonly write: number; readonly slot: MarkSlot }) {
    this.#disk = disk;
    this.#write = at.write;
    this.#slot = at.slot;
  }

  /** Why nothing more is accepted; null while it is. */
  get poison(): LeaseholdError | null {
    return this.#poison;
  }

  /** `prepare` is called at once: writes are done in the order of the calls. */
  enqueue(prepare: () => Prepared): Promise<void> {
    if (this.#poison !== null) return Promise.reject(this.#poison);
    return new Promise((resolve, reject) => {
      try {
        const waiting = { ...prepare(), resolve, reject };
        this.#queue.push(waiting);
        this.#unanswered.add(waiting);
      } catch (error) {
        // Later writes build on this one.
        reject(this.poisonWith(error));
        return;
      }
      this.#committing ??= this.#commitAll();
    });
  }

  /** Synced records that no head names yet; they go beside the queue. */
  async stage(operations: readonly Operation[]): Promise<void> {
    if (this.#poison !== null) throw this.#poison;
    const commit = this.#disk.commit(operations, true);
    this.#staging.add(commit);
    try {
      await commit;
    } catch (error) {
      throw this.poisonWith(error);
    } finally {
      this.#staging.delete(commit);
    }
    if (this.#poison !== null) throw this.#poison;
  }

  /** Waits for what is under way; later writes are refused. */
  async close(): Promise<void> {
    while (this.#committing !== null || this.#marking !== null) await (this.#committing ?? this.#marking);
    this.#poison ??= closed(this.#disk.where);
    await Promise.allSettled(this.#staging);
  }

  async #commitAll(): Promise<void> {
    // Whatever is written in the same turn of the event loop shares the first sync.
    await null;
    try {
      while (this.#queue.length > 0 && this.#poison === null) await this.#commitGroup(this.#takeGroup());
    } catch (error) {
      this.poisonWith(error);
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
    const write = this.#write + 1;
    const head = encodeHead({ write, ...newestOf(group).head });
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
        const { generation, head } = newestOf(covered);
        const mark = encodeMark({ generation, write: this.#write, lastIndex: head.lastIndex });
        await this.#disk.writeMark(this.#slot, mark, true);
        this.#slot = this.#slot === 0 ? 1 : 0;
        for (const waiting of covered) {
          this.#unanswered.delete(waiting);
          waiting.resolve();
        }
      }
    } catch (error) {
      this.poisonWith(error);
    }
    this.#marking = null;
  }

  /**
   * After a failed sync nobody can say what the disk holds: the kernel may have marked pages clean that never got
   * there, and a second sync would succeed (D2, checklist 42). So nothing more is acknowledged until a restart has
   * read the disk again. A full disk is the same (checklist 46).
   */
  poisonWith(cause: unknown): LeaseholdError {
    this.#poison ??= poisoned(this.#disk.where, cause);
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
