/**
 * Removes what the head has given up, in the background: a few hundred records at a time, not synced, for what a crash
 * brings back is found to be left over again. Then LevelDB is asked to give the room back.
 */
import type { Disk, Operation } from "./disk.ts";
import type { Stretch } from "./logstate.ts";
import { entryKey } from "./records.ts";
import { chunkKey, manifestKey } from "./snapshotrecords.ts";

const BATCH = 256;

/** The records from `first` to `last`, one after the other. */
interface Remains {
  readonly first: string;
  readonly last: string;
  readonly keys: Iterable<string>;
}

export class Sweep {
  readonly #disk: Disk;
  /** Whether the disk may still be touched. */
  readonly #allowed: () => boolean;
  readonly #failed: (error: unknown) => void;
  #waiting: Remains[] = [];
  #running: Promise<void> | null = null;

  constructor(disk: Disk, allowed: () => boolean, failed: (error: unknown) => void) {
    this.#disk = disk;
    this.#allowed = allowed;
    this.#failed = failed;
  }

  entries({ first, last }: Stretch): void {
    if (first > last) return;
    this.#add({ first: entryKey(first), last: entryKey(last), keys: keysOf(first, last, entryKey) });
  }

  /** A snapshot by its id, with its chunks, as many as there may be. */
  snapshot(id: number, chunks: number): void {
    const keys = [manifestKey(id), ...keysOf(0, chunks - 1, (at) => chunkKey(id, at))];
    this.#add({ first: manifestKey(id), last: chunkKey(id, chunks), keys });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  #add(remains: Remains): void {
    this.#waiting.push(remains);
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
        await this.#remove(next);
    } catch (error) {
      this.#failed(error);
    }
    this.#running = null;
  }

  async #remove({ first, last, keys }: Remains): Promise<void> {
    let batch: Operation[] = [];
    for (const key of keys) {
      batch.push({ type: "del", key });
      if (batch.length < BATCH) continue;
      if (!(await this.#commit(batch))) return;
      batch = [];
    }
    if (!(await this.#commit(batch))) return;
    await this.#disk.shrink(first, last);
  }

  async #commit(batch: readonly Operation[]): Promise<boolean> {
    // Whatever waits in the event loop goes first.
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.#allowed()) return false;
    if (batch.length > 0) await this.#disk.commit(batch, false);
    return this.#allowed();
  }
}

function* keysOf(first: number, last: number, key: (at: number) => string): Iterable<string> {
  for (let at = first; at <= last; at++) yield key(at);
}
