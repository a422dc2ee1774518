/** The checksum chain over the log: each entry's checksum covers its bytes and the checksum before it (D3). */
import { assert } from "../../errors.ts";
import { DIGEST_BYTES, digest } from "./records.ts";

const ROOM = 1024;

/** What the first entry is chained to: the entry before it, whether it was dropped or never was (checklist 39). */
export interface ChainBase {
  readonly index: number;
  readonly term: number;
  readonly checksum: Uint8Array;
}

export class Chain {
  /** Checksums of the base and of the entries after it, one behind the other: sixteen bytes an entry. */
  #digests: Uint8Array;
  /** Their terms. */
  #terms: Float64Array;
  #base: number;
  #last: number;

  constructor(base: ChainBase) {
    this.#digests = new Uint8Array(ROOM * DIGEST_BYTES);
    this.#digests.set(base.checksum);
    this.#terms = new Float64Array(ROOM);
    this.#terms[0] = base.term;
    this.#base = base.index;
    this.#last = base.index;
  }

  get base(): ChainBase {
    const index = this.#base;
    return { index, term: this.termAt(index), checksum: this.at(index) };
  }
  /** Index of the last entry; the base's when there is none after it. */
  get last(): number {
    return this.#last;
  }

  at(index: number): Uint8Array {
    const slot = this.#slot(index);
    return this.#digests.subarray(slot * DIGEST_BYTES, (slot + 1) * DIGEST_BYTES);
  }
  termAt(index: number): number {
    return this.#terms[this.#slot(index)]!;
  }

  /** The checksum that the next entry must carry, if it has these bytes. */
  next(entry: Uint8Array): Uint8Array {
    return digest(this.at(this.#last), entry);
  }

  append(checksum: Uint8Array, term: number): void {
    const slot = this.#last + 1 - this.#base;
    if (slot === this.#terms.length) this.#move(0, 2 * slot);
    this.#last++;
    this.#digests.set(checksum, slot * DIGEST_BYTES);
    this.#terms[slot] = term;
  }

  /** Forgets every entry after `index`. */
  truncate(index: number): void {
    this.#slot(index);
    this.#last = index;
  }

  /** Forgets every entry before `index`, which becomes the base. */
  compact(index: number): void {
    const slot = this.#slot(index);
    this.#move(slot, Math.max(ROOM, 2 * (this.#last + 1 - index)));
    this.#base = index;
  }

  #slot(index: number): number {
    assert(
      index >= this.#base && index <= this.#last,
      `the chain has no entry ${index}, it goes from ${this.#base} to ${this.#last}`,
    );
    return index - this.#base;
  }

  #move(fromSlot: number, room: number): void {
    const [digests, terms] = [this.#digests, this.#terms];
    const end = this.#last + 1 - this.#base;
    this.#digests = new Uint8Array(room * DIGEST_BYTES);
    this.#digests.set(digests.subarray(fromSlot * DIGEST_BYTES, end * DIGEST_BYTES));
    this.#terms = new Float64Array(room);
    this.#terms.set(terms.subarray(fromSlot, end));
  }
}
