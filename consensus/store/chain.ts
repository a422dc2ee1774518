/** The checksum chain over the log: each entry's checksum covers its bytes and the checksum before it (D3). */
import { assert } from "../../errors.ts";
import { DIGEST_BYTES, digest } from "./records.ts";

export class Chain {
  /** Checksums of entries 0 (the start), 1, 2 …, one behind the other: sixteen bytes an entry. */
  #digests: Uint8Array;
  #last = 0;

  constructor(start: Uint8Array) {
    this.#digests = new Uint8Array(1024 * DIGEST_BYTES);
    this.#digests.set(start);
  }

  /** Index of the last entry; 0 when the log is empty. */
  get last(): number {
    return this.#last;
  }

  at(index: number): Uint8Array {
    assert(index >= 0 && index <= this.#last, `the chain has no entry ${index}, it ends at ${this.#last}`);
    return this.#digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES);
  }

  /** The checksum that the next entry must carry, if it has these bytes. */
  next(entry: Uint8Array): Uint8Array {
    return digest(this.at(this.#last), entry);
  }

  append(checksum: Uint8Array): void {
    const end = (this.#last + 2) * DIGEST_BYTES;
    if (end > this.#digests.length) {
      const larger = new Uint8Array(this.#digests.length * 2);
      larger.set(this.#digests);
      this.#digests = larger;
    }
    this.#last++;
    this.#digests.set(checksum, this.#last * DIGEST_BYTES);
  }

  /** Forgets every entry after `index`. */
  truncate(index: number): void {
    assert(index >= 0 && index <= this.#last, `cannot cut a log that ends at ${this.#last} back to ${index}`);
    this.#last = index;
  }
}
