/** A snapshot on the disk, read piece by piece; it stays while somebody holds it. */
import { assert, LeaseholdError } from "../../errors.ts";
import type { SnapshotMark } from "../core/types.ts";
import type { Disk } from "./disk.ts";
import type { StoredSnapshot } from "./port.ts";
import { CHUNK_BYTES, chunkKey, chunksOf, decodeChunk, type Manifest } from "./snapshotrecords.ts";
import { corrupt } from "./trouble.ts";

export class SnapshotOnDisk implements StoredSnapshot {
  readonly id: number;
  readonly mark: SnapshotMark;
  readonly size: number;
  readonly digest: Uint8Array;
  readonly #disk: Disk;
  #holds = 0;
  /** Set once another snapshot is current: removes the bytes. */
  #remove: (() => void) | null = null;
  #removed = false;

  constructor(disk: Disk, { id, mark, size, digest }: Manifest) {
    this.#disk = disk;
    this.id = id;
    this.mark = mark;
    this.size = size;
    this.digest = digest;
  }

  async *read(offset = 0): AsyncIterable<Uint8Array> {
    assert(offset >= 0 && offset <= this.size, `a snapshot of ${this.size} bytes has no offset ${offset}`);
    const release = this.hold();
    try {
      let skip = offset % CHUNK_BYTES;
      for (let at = Math.floor(offset / CHUNK_BYTES); at < chunksOf(this.size); at++) {
        const value = await this.#disk.get(chunkKey(this.id, at));
        if (value === null) throw corrupt(this.#disk.where, `chunk ${at} of its snapshot is missing`);
        yield decodeChunk(this.#disk.where, this.id, at, value).subarray(skip);
        skip = 0;
      }
    } finally {
      release();
    }
  }

  hold(): () => void {
    if (this.#removed) {
      throw new LeaseholdError(
        "not-found",
        `the snapshot up to entry ${this.mark.index} was replaced by a later one and is gone; take the current one`,
      );
    }
    this.#holds++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds--;
      this.#removeIfFree();
    };
  }

  /** Another snapshot is current: `remove` is called once nobody holds this one. */
  retire(remove: () => void): void {
    this.#remove = remove;
    this.#removeIfFree();
  }

  #removeIfFree(): void {
    if (this.#remove === null || this.#holds > 0 || this.#removed) return;
    this.#removed = true;
    this.#remove();
  }
}
