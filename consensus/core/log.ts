/** The log in memory: every entry from 1 on. Nothing here costs more than the entries it is given. */
import { assert } from "../../errors.ts";
import { type Entry, type LogIndex, logIndex, type Term } from "./types.ts";

/** A stretch of entries of one term: from `first` to the entry before the next run. Terms grow from run to run. */
interface Run {
  readonly term: Term;
  readonly first: LogIndex;
}

export class Log {
  readonly #entries: Entry[] = [];
  readonly #runs: Run[] = [];
  #configurationIndex = 0 as LogIndex;

  get lastIndex(): LogIndex {
    return this.#entries.length as LogIndex;
  }

  /** 0 for an empty log. */
  get lastTerm(): Term {
    return this.#runs.at(-1)?.term ?? (0 as Term);
  }

  /** Of the newest configuration entry; 0 when there is none. */
  get configurationIndex(): LogIndex {
    return this.#configurationIndex;
  }

  entryAt(index: LogIndex): Entry | undefined {
    return this.#entries[index - 1];
  }

  /** 0 before the log, undefined after it. */
  termAt(index: LogIndex): Term | undefined {
    return index === 0 ? (0 as Term) : this.#entries[index - 1]?.term;
  }

  /** The entries from `from` to `to`, both included. */
  slice(from: LogIndex, to: LogIndex): Entry[] {
    return this.#entries.slice(from - 1, to);
  }

  /** From `from` on, as many entries as fit in `maxBytes`, and at least one if there is one. */
  batch(from: LogIndex, maxBytes: number): Entry[] {
    let bytes = 0;
    let end = from - 1;
    for (; end < this.#entries.length; end += 1) {
      bytes += this.#entries[end]!.bytes;
      if (bytes > maxBytes && end >= from) break;
    }
    return this.#entries.slice(from - 1, end);
  }

  append(entries: readonly Entry[]): void {
    for (const entry of entries) {
      assert(entry.index === this.lastIndex + 1, `entry ${entry.index} follows entry ${this.lastIndex}`);
      assert(entry.term >= this.lastTerm, `term ${entry.term} follows term ${this.lastTerm} in the log`);
      if (entry.term !== this.lastTerm) this.#runs.push({ term: entry.term, first: entry.index });
      if (entry.payload.type === "configuration") this.#configurationIndex = entry.index;
      this.#entries.push(entry);
    }
  }

  /** Drops `from` and everything after it. */
  truncate(from: LogIndex): void {
    this.#entries.length = from - 1;
    while (this.#runs.length > 0 && this.#runs.at(-1)!.first >= from) this.#runs.pop();
    if (this.#configurationIndex >= from) this.#configurationIndex = this.#lastConfiguration();
  }

  /**
   * The last position at or before `index` whose term is not above `term`: nothing between it and `index` can
   * match a log that has `term` at `index`, so a whole run is skipped in one round trip (checklist 21).
   */
  lastNotAbove(index: LogIndex, term: Term): LogIndex {
    let end: number = Math.min(index, this.lastIndex);
    for (let i = this.#runs.length - 1; i >= 0; i -= 1) {
      const run = this.#runs[i]!;
      if (run.first > end) continue;
      if (run.term <= term) return logIndex(end);
      end = run.first - 1;
    }
    return 0 as LogIndex;
  }

  #lastConfiguration(): LogIndex {
    return logIndex(this.#entries.findLastIndex((entry) => entry.payload.type === "configuration") + 1);
  }
}
