/**
 * Numbered writes over a disk: group commit with one sync under way and everything queued meanwhile in the next (D4).
 *
 * A group goes into a slot of the journal, and is acknowledged when that is durable (J2): an acknowledgement waits for one sync, and
 * the mark is never below what was acknowledged (D3). The database follows soon, with several groups at once. What must not or
 * cannot go into a slot waits for the database first, and then for a slot that only says so (J6).
 */
import { assert, type LeaseholdError } from "../../errors.ts";
import type { Disk, Operation } from "./disk.ts";
import { encodeSlot, type JournalShape } from "./journal.ts";
import { encodeHead, HEAD_KEY, type Head } from "./records.ts";
import { closed, poisoned } from "./trouble.ts";

/** A group is at most this many bytes of records (and at least one write), so that no sync takes for ever. */
const GROUP_BYTES_MAX = 4 * 1024 * 1024;
/**
 * The database follows the journal after so many milliseconds, with all that came meanwhile: a second write on the heels of the first, as in
 * a planned move, does not find the disk busy with what nobody waits for.
 */
export const SETTLE_AFTER_MS = 20;

export interface Prepared {
  readonly operations: readonly Operation[];
  readonly bytes: number;
  readonly head: Omit<Head, "write">;
  readonly generation: string;
  /** The journal alone may acknowledge it. */
  readonly journaled: boolean;
}
interface Waiting extends Prepared {
  readonly resolve: () => void;
  readonly reject: (error: LeaseholdError) => void;
}
/** A group on its way into the database. */
interface Unsettled {
  readonly write: number;
  readonly operations: readonly Operation[];
  readonly bytes: number;
}

export interface GroupCommitStart {
  /** The number of the last write on the disk. */
  readonly write: number;
  readonly shape: JournalShape;
  readonly settleAfterMs: number;
}

export class GroupCommit {
  readonly #disk: Disk;
  readonly #shape: JournalShape;
  /** The number of the last group that was made up. */
  #write: number;
  /** The database has every write up to this one, synced. */
  #settled: number;
  #queue: Waiting[] = [];
  #unsettled: Unsettled[] = [];
  /** Every write not yet answered. */
  readonly #unanswered = new Set<Waiting>();
  #acknowledging: Promise<void> | null = null;
  #settling: Promise<void> | null = null;
  /** Somebody waits until the database has this write. */
  #wanted = 0;
  readonly #settleAfterMs: number;
  #soon: NodeJS.Timeout | null = null;
  readonly #staging = new Set<Promise<void>>();
  #poison: LeaseholdError | null = null;
  /** Resolves with what poisoned it; a store that was closed is as good as poisoned, but did not fail. */
  readonly failed: Promise<LeaseholdError>;
  #fail: (error: LeaseholdError) => void = () => {};

  constructor(disk: Disk, { write, shape, settleAfterMs }: GroupCommitStart) {
    this.#disk = disk;
    this.#shape = shape;
    this.#settleAfterMs = settleAfterMs;
    this.#write = write;
    this.#settled = write;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
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
      this.#acknowledging ??= this.#acknowledgeAll();
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
    while (this.#acknowledging !== null) await this.#acknowledging;
    await this.#settledUpTo(this.#write);
    await this.#settling;
    this.#poison ??= closed(this.#disk.where);
    await Promise.allSettled(this.#staging);
  }

  async #acknowledgeAll(): Promise<void> {
    // Whatever is written in the same turn of the event loop shares the first sync.
    await null;
    try {
      while (this.#queue.length > 0 && this.#poison === null) await this.#acknowledge(this.#takeGroup());
    } catch (error) {
      this.poisonWith(error);
    }
    this.#acknowledging = null;
  }

  #takeGroup(): readonly Waiting[] {
    return this.#queue.splice(0, countUpTo(this.#queue));
  }

  /** One at a time: the slot before is durable when the next is begun (J1). */
  async #acknowledge(group: readonly Waiting[]): Promise<void> {
    const newest = group.at(-1);
    assert(newest !== undefined, "a group holds at least one write");
    const write = ++this.#write;
    const head = encodeHead({ write, ...newest.head });
    const operations: Operation[] = group.flatMap((waiting) => waiting.operations);
    operations.push({ type: "put", key: HEAD_KEY, value: head });
    const bytes = group.reduce((sum, waiting) => sum + waiting.bytes, head.length);
    this.#unsettled.push({ write, operations, bytes });
    this.#settleSoon();
    const { generation } = newest;
    const mark = () => ({ generation, write, lastIndex: newest.head.lastIndex, settled: this.#settled });
    const journaled = group.every((waiting) => waiting.journaled);
    const whole = journaled ? encodeSlot(this.#shape, mark(), operations) : null;
    // The slot's last content is in the database (J3), or, without it, this write is.
    await this.#settledUpTo(whole === null ? write : write - this.#shape.slots);
    if (this.#poison !== null) return;
    const slot = whole ?? encodeSlot(this.#shape, mark(), null);
    await this.#disk.writeMark(slot.at, slot.bytes, true);
    for (const waiting of group) {
      this.#unanswered.delete(waiting);
      waiting.resolve();
    }
  }

  /** Now when somebody waits or half of the slots are in use, else soon. */
  #settleSoon(): void {
    if (this.#unsettled.length === 0 || this.#settling !== null || this.#poison !== null) return;
    const pressing = this.#wanted > this.#settled || 2 * this.#unsettled.length >= this.#shape.slots;
    if (pressing || this.#settleAfterMs === 0) this.#settleNow();
    else this.#soon ??= setTimeout(() => this.#settleNow(), this.#settleAfterMs);
  }

  #settleNow(): void {
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.#soon = null;
    this.#settling ??= this.#settle(this.#unsettled.splice(0, countUpTo(this.#unsettled)));
  }

  /** All that has come meanwhile goes in one batch, in the order of the numbers. */
  async #settle(batch: readonly Unsettled[]): Promise<void> {
    try {
      await this.#disk.commit(
        batch.flatMap(({ operations }) => operations),
        true,
      );
      this.#settled = Math.max(this.#settled, ...batch.map(({ write }) => write));
    } catch (error) {
      this.poisonWith(error);
    }
    this.#settling = null;
    this.#settleSoon();
  }

  /** Returns earlier when the store is poisoned. */
  async #settledUpTo(write: number): Promise<void> {
    this.#wanted = Math.max(this.#wanted, write);
    while (this.#settled < write && this.#poison === null) {
      this.#settleSoon();
      assert(this.#settling !== null, `write ${write} is on its way into the database`);
      await this.#settling;
    }
  }

  /**
   * After a failed sync nobody can say what the disk holds: the kernel may have marked pages clean that never got
   * there, and a second sync would succeed (D2, checklist 42). So nothing more is acknowledged until a restart has
   * read the disk again. A full disk is the same (checklist 46).
   */
  poisonWith(cause: unknown): LeaseholdError {
    if (this.#poison === null) {
      this.#poison = poisoned(this.#disk.where, cause);
      this.#fail(this.#poison);
    }
    for (const waiting of this.#unanswered) waiting.reject(this.#poison);
    this.#unanswered.clear();
    this.#queue = [];
    this.#unsettled = [];
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.#soon = null;
    return this.#poison;
  }
}

/** How many of them, from the first on, make a group. */
function countUpTo(queue: readonly { readonly bytes: number }[]): number {
  let bytes = 0;
  let count = 0;
  for (const waiting of queue) {
    bytes += waiting.bytes;
    if (count > 0 && bytes > GROUP_BYTES_MAX) break;
    count++;
  }
  return count;
}
