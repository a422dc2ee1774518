/** The log of one process as its memory has it, followed from outside: from what it found on its disk and what it writes. */
import type { Entry, LogIndex, SnapshotMark, Term } from "../../../consensus/core/types.ts";

export class Journal {
  /** The last entry that is not here any more, and its term. */
  base: { readonly index: LogIndex; readonly term: Term };
  readonly #entries: Entry[];

  constructor(base: { readonly index: LogIndex; readonly term: Term }, entries: readonly Entry[]) {
    this.base = base;
    this.#entries = entries.filter(({ index }) => index > base.index);
  }

  get last(): LogIndex {
    return this.#entries.at(-1)?.index ?? this.base.index;
  }
  entryAt(index: number): Entry | undefined {
    return this.#entries[index - this.base.index - 1];
  }
  /** Undefined: beyond the end, or before what is kept. */
  termAt(index: number): number | undefined {
    return index === this.base.index ? this.base.term : this.entryAt(index)?.term;
  }
  /** Returns what stood there before. */
  replaceFrom(entries: readonly Entry[]): readonly Entry[] {
    const [first] = entries;
    if (first === undefined) return [];
    return this.#entries.splice(first.index - this.base.index - 1, Number.POSITIVE_INFINITY, ...entries);
  }
  compact(through: LogIndex): void {
    const term = this.termAt(through);
    if (term === undefined || through <= this.base.index) return;
    this.#entries.splice(0, through - this.base.index);
    this.base = { index: through, term: term as Term };
  }
  install({ index, term }: SnapshotMark): void {
    this.#entries.length = 0;
    this.base = { index, term };
  }
}
