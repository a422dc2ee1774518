/**
 * What the disk has been asked to keep, and what it is known to hold. Writes are numbered, not indexed: a late
 * completion of entries that were overwritten since says nothing about the entries that replaced them (checklist 24).
 */
import { assert } from "../../errors.ts";
import { type LogIndex, type WriteSeq, writeSeq } from "./types.ts";

interface PendingWrite {
  readonly seq: WriteSeq;
  /** First entry written; Infinity when the write carries no entry. */
  readonly first: number;
  /** Last of the written entries that the log in memory still has; below `first` when it has none of them. */
  last: number;
}

export class Disk {
  /** The newest write asked for. */
  issued = 0 as WriteSeq;
  /** The newest write completed, and so are all before it. */
  durable = 0 as WriteSeq;
  /** Invariant: every entry of the log in memory up to here is on the disk as it is in memory. */
  durableIndex: LogIndex;
  /** The write that carried the current term and vote. */
  #hardState = 0 as WriteSeq;
  #pending: PendingWrite[] = [];

  constructor(lastIndex: LogIndex) {
    this.durableIndex = lastIndex;
  }

  get hardStateIsDurable(): boolean {
    return this.#hardState <= this.durable;
  }

  /** Numbers a write of the log from `first` to `last` (null: none). */
  issue(entries: { first: LogIndex; last: LogIndex } | null, termOrVoteChanged: boolean): WriteSeq {
    this.issued = writeSeq(this.issued + 1);
    this.#pending.push({
      seq: this.issued,
      first: entries?.first ?? Number.POSITIVE_INFINITY,
      last: entries?.last ?? 0,
    });
    if (termOrVoteChanged) this.#hardState = this.issued;
    return this.issued;
  }

  /** The log in memory dropped `from` and everything after it. */
  truncated(from: LogIndex): void {
    this.durableIndex = Math.min(this.durableIndex, from - 1) as LogIndex;
    for (const write of this.#pending) write.last = Math.min(write.last, from - 1);
  }

  completed(seq: WriteSeq): void {
    assert(seq <= this.issued, () => `write ${seq} was completed before it was asked for`);
    if (seq <= this.durable) return;
    this.durable = seq;
    while (this.#pending.length > 0 && this.#pending[0]!.seq <= seq) {
      const write = this.#pending.shift()!;
      if (write.last >= write.first && write.last > this.durableIndex)
        this.durableIndex = write.last as LogIndex;
    }
  }

  /** The write to wait for before telling anybody the current term or vote (D1); 0: none. */
  afterHardState(): WriteSeq {
    return this.hardStateIsDurable ? (0 as WriteSeq) : this.#hardState;
  }

  /** The write to wait for before telling anybody that the log up to `index` is kept; 0: none. */
  afterEntries(index: LogIndex): WriteSeq {
    const hardState = this.afterHardState();
    if (index <= this.durableIndex) return hardState;
    // The newest write that reaches back to `index` or before is the one that wrote what is there now.
    for (let i = this.#pending.length - 1; i >= 0; i -= 1) {
      const write = this.#pending[i]!;
      if (write.first <= index) return Math.max(hardState, write.seq) as WriteSeq;
    }
    assert(false, `entry ${index} is neither durable nor being written`);
  }
}
