/**
 * The log in memory: every entry from `firstIndex` on, and of the one before it, dropped when a snapshot took its
 * place, index and term (checklist 39). Nothing here costs more than the entries it is given.
 */
import { assert } from "../../errors.ts";
import { Configurations } from "./config.ts";
import {
  type Entry,
  type LogIndex,
  logIndex,
  type PlacedConfiguration,
  type Position,
  type SnapshotMark,
  type Term,
} from "./types.ts";

/** A stretch of entries of one term: from `first` to the entry before the next run. Terms grow from run to run. */
interface Run {
  readonly term: Term;
  readonly first: LogIndex;
}

export class Log {
  /** The entry before the first one; (0, 0) while nothing has been dropped. */
  #base: Position;
  #entries: Entry[] = [];
  /** Invariant: the first one begins at the base. */
  #runs: Run[];
  #configurations: Configurations;

  constructor(base: Position, configuration: PlacedConfiguration) {
    this.#base = base;
    this.#runs = [runFrom(base)];
    this.#configurations = new Configurations(configuration);
  }

  get base(): Position {
    return this.#base;
  }
  get firstIndex(): LogIndex {
    return (this.#base.index + 1) as LogIndex;
  }
  get lastIndex(): LogIndex {
    return (this.#base.index + this.#entries.length) as LogIndex;
  }
  /** 0 for a log that never had an entry. */
  get lastTerm(): Term {
    return this.#runs.at(-1)!.term;
  }
  get configurations(): Configurations {
    return this.#configurations;
  }

  entryAt(index: LogIndex): Entry | undefined {
    return this.#entries[index - this.firstIndex];
  }

  /** Undefined before the base and after the log. */
  termAt(index: LogIndex): Term | undefined {
    return index === this.#base.index ? this.#base.term : this.entryAt(index)?.term;
  }

  /** The entries from `from` to `to`, both included, as far as they are here. */
  slice(from: LogIndex, to: LogIndex): Entry[] {
    const { firstIndex } = this;
    return this.#entries.slice(Math.max(0, from - firstIndex), Math.max(0, to + 1 - firstIndex));
  }

  /** From `from` to `to` at most, as many entries as fit in `maxBytes`, and at least one if there is one. */
  batch(from: LogIndex, to: LogIndex, maxBytes: number): Entry[] {
    const begin = from - this.firstIndex;
    const limit = Math.min(to + 1 - this.firstIndex, this.#entries.length);
    let bytes = 0;
    let end = begin;
    for (; end < limit; end += 1) {
      bytes += this.#entries[end]!.bytes;
      if (bytes > maxBytes && end > begin) break;
    }
    return this.#entries.slice(begin, Math.max(begin, end));
  }

  append(entries: readonly Entry[]): void {
    for (const entry of entries) {
      assert(
        entry.index === this.lastIndex + 1,
        () => `entry ${entry.index} follows entry ${this.lastIndex}`,
      );
      assert(
        entry.term >= this.lastTerm,
        () => `term ${entry.term} follows term ${this.lastTerm} in the log`,
      );
      if (entry.term !== this.lastTerm) this.#runs.push({ term: entry.term, first: entry.index });
      this.#configurations.appended(entry);
      this.#entries.push(entry);
    }
  }

  /** Drops `from` and everything after it. */
  truncate(from: LogIndex): void {
    assert(from > this.#base.index, `entry ${from} is in a snapshot`);
    this.#entries.length = from - this.firstIndex;
    while (this.#runs.at(-1)!.first >= from) this.#runs.pop();
    this.#configurations.truncated(from);
  }

  /** Drops everything up to `through`, but for its index and term. */
  compact(through: LogIndex): void {
    const term = this.termAt(through);
    assert(term !== undefined, `entry ${through} is in the log`);
    this.#entries.splice(0, through - this.#base.index);
    this.#base = { index: through, term };
    this.#runs = [runFrom(this.#base), ...this.#runs.filter((run) => run.first > through)];
  }

  /** A snapshot takes the place of everything. */
  replace(snapshot: SnapshotMark): void {
    this.#base = { index: snapshot.index, term: snapshot.term };
    this.#entries = [];
    this.#runs = [runFrom(this.#base)];
    const { configuration, configurationIndex } = snapshot;
    this.#configurations = new Configurations({ index: configurationIndex, configuration });
  }

  /**
   * The last position at or before `index` whose term is not above `term`: nothing between it and `index` can
   * match a log that has `term` at `index`, so a whole run is skipped in one round trip (checklist 21). Where the
   * answer lies before the base, so does the result.
   */
  lastNotAbove(index: LogIndex, term: Term): LogIndex {
    let end: number = Math.min(index, this.lastIndex);
    for (let i = this.#runs.length - 1; i >= 0; i -= 1) {
      const run = this.#runs[i]!;
      if (run.first > end) continue;
      if (run.term <= term) return logIndex(end);
      end = run.first - 1;
    }
    return logIndex(Math.max(0, end));
  }
}

const runFrom = (base: Position): Run => ({ term: base.term, first: base.index });
