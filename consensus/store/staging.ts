/**
 * A snapshot being written: its bytes cut into chunks, each durable before the next. So never more than one chunk
 * stands between the log and the disk, and none of them means anything before a head names them all.
 */
import { createHash } from "node:crypto";
import type { Operation } from "./disk.ts";
import { CHUNK_BYTES, chunkKey, encodeChunk } from "./snapshotrecords.ts";

/** Commits with sync; throws once the store is poisoned. */
export type Committed = (operations: readonly Operation[]) => Promise<void>;

export class Staging {
  readonly id: number;
  readonly #commit: Committed;
  readonly #hash = createHash("sha256");
  /** The chunk that is not full yet. */
  readonly #rest = Buffer.alloc(CHUNK_BYTES);
  #restBytes = 0;
  /** As many as may lie on the disk, a failed one included. */
  chunks = 0;
  /** Bytes taken, durable or not. */
  size = 0;

  constructor(id: number, commit: Committed) {
    this.id = id;
    this.#commit = commit;
  }

  /** Call again only after this has resolved. */
  async add(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.size += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + CHUNK_BYTES - this.#restBytes);
      this.#rest.set(part, this.#restBytes);
      this.#restBytes += part.length;
      at += part.length;
      if (this.#restBytes === CHUNK_BYTES) await this.#flush();
    }
  }

  /** The last chunk goes out. Resolves with the SHA-256 of the whole, all of which is durable. */
  async finish(): Promise<Uint8Array> {
    if (this.#restBytes > 0) await this.#flush();
    return this.#hash.digest();
  }

  async #flush(): Promise<void> {
    const at = this.chunks++;
    const value = encodeChunk(this.id, at, this.#rest.subarray(0, this.#restBytes));
    this.#restBytes = 0;
    // Synced each by itself: LevelDB changes its journal now and then, and a sync says nothing of the one before.
    await this.#commit([{ type: "put", key: chunkKey(this.id, at), value }]);
  }
}
