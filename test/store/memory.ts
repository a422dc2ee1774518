/**
 * The store in memory, for tests of what drives a store: same contract, no disk. `MemoryMedium` outlives a store,
 * as a disk outlives a process; `crash` forgets what was not acknowledged.
 */
import { randomBytes } from "node:crypto";
import type { Entry, HardState } from "../../consensus/core/types.ts";
import { logIndex, term } from "../../consensus/core/types.ts";
import type { Store, StoreContents } from "../../consensus/store/port.ts";
import { assert, LeaseholdError } from "../../errors.ts";

export class MemoryMedium {
  owner: { readonly cluster: string; readonly node: string } | null = null;
  readonly generation = randomBytes(16).toString("hex");
  starts = 0;
  hardState: HardState = { term: term(0), vote: null, commit: logIndex(0) };
  entries: readonly Entry[] = [];
  locked = false;
}

interface Pending {
  readonly hardState: HardState | null;
  readonly entries: readonly Entry[];
  readonly resolve: () => void;
  readonly reject: (error: LeaseholdError) => void;
}

export class MemoryStore implements Store {
  readonly contents: StoreContents;
  readonly #medium: MemoryMedium;
  /** How long one sync takes: the group that waits meanwhile becomes durable with it. */
  readonly #sync: () => Promise<void>;
  #pending: Pending[] = [];
  #last: number;
  #running: Promise<void> | null = null;
  #refusal: LeaseholdError | null = null;

  private constructor(medium: MemoryMedium, contents: StoreContents, sync: () => Promise<void>) {
    this.#medium = medium;
    this.contents = contents;
    this.#sync = sync;
    this.#last = contents.entries.length;
  }

  static async open(
    medium: MemoryMedium,
    owner: { cluster: string; node: string },
    sync: () => Promise<void> = () => new Promise((resolve) => setImmediate(resolve)),
  ): Promise<MemoryStore> {
    if (medium.locked) throw new LeaseholdError("store-locked", "the store in memory is in use");
    medium.owner ??= owner;
    if (medium.owner.cluster !== owner.cluster || medium.owner.node !== owner.node) {
      throw new LeaseholdError("store-identity", `the store in memory belongs to ${medium.owner.node}`);
    }
    medium.locked = true;
    medium.starts++;
    await sync();
    const identity = { ...owner, generation: medium.generation, starts: medium.starts };
    return new MemoryStore(medium, { identity, hardState: medium.hardState, entries: medium.entries }, sync);
  }

  write(hardState: HardState | null, entries: readonly Entry[]): Promise<void> {
    if (this.#refusal !== null) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      try {
        this.#last = lastAfter(this.#last, entries);
      } catch (error) {
        reject(this.fail(String(error)));
        return;
      }
      this.#pending.push({ hardState, entries, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async close(): Promise<void> {
    while (this.#running !== null) await this.#running;
    this.#refusal ??= new LeaseholdError("store-poisoned", "the store in memory is closed");
    this.#medium.locked = false;
  }

  /** A failed sync: this and every later write is refused (D2). */
  fail(why: string): LeaseholdError {
    this.#refusal ??= new LeaseholdError("store-poisoned", `the store in memory failed to write: ${why}`);
    for (const write of this.#pending) write.reject(this.#refusal);
    this.#pending = [];
    return this.#refusal;
  }

  /** The process dies: what was not acknowledged never is, and the medium can be opened again. */
  crash(): void {
    this.#refusal = new LeaseholdError("store-poisoned", "the process has crashed");
    this.#pending = [];
    this.#medium.locked = false;
  }

  async #run(): Promise<void> {
    while (this.#pending.length > 0) {
      const group = this.#pending;
      await this.#sync();
      // What came in meanwhile waits for the next sync; after a failure or a crash nothing is left here.
      const done = this.#refusal === null ? group.splice(0) : [];
      for (const write of done) {
        this.#apply(write);
        write.resolve();
      }
    }
    this.#running = null;
  }

  #apply({ hardState, entries }: Pending): void {
    if (hardState !== null) this.#medium.hardState = hardState;
    const first = entries[0];
    if (first !== undefined)
      this.#medium.entries = [...this.#medium.entries.slice(0, first.index - 1), ...entries];
  }
}

function lastAfter(last: number, entries: readonly Entry[]): number {
  const first = entries[0];
  if (first === undefined) return last;
  assert(
    first.index >= 1 && first.index <= last + 1,
    `entry ${first.index} does not follow a log that ends at ${last}`,
  );
  for (const [at, entry] of entries.entries())
    assert(entry.index === first.index + at, `entry ${entry.index} leaves a gap`);
  return first.index + entries.length - 1;
}
