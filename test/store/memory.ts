/**
 * The store in memory, for tests of what drives a store: same contract, no disk. `MemoryMedium` outlives a store,
 * as a disk outlives a process; `crash` forgets what was not acknowledged.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Entry, HardState, LogIndex, Position, SnapshotMark } from "../../consensus/core/types.ts";
import { logIndex, term } from "../../consensus/core/types.ts";
import type {
  IncomingResult,
  IncomingSnapshot,
  Store,
  StoreContents,
  StoredSnapshot,
  StoreIdentity,
} from "../../consensus/store/port.ts";
import { assert, LeaseholdError } from "../../errors.ts";

const PIECE = 64 * 1024;

/** What a log is at one time. Never changed; a write puts another in its place. */
interface Log {
  readonly generation: string;
  readonly blank: boolean;
  readonly vetted: number;
  readonly hardState: HardState;
  readonly snapshot: MemorySnapshot | null;
  readonly base: Position;
  readonly entries: readonly Entry[];
}

export class MemoryMedium {
  owner: { readonly cluster: string; readonly node: string } | null = null;
  starts = 0;
  log: Log = {
    generation: randomBytes(16).toString("hex"),
    blank: true,
    vetted: 0,
    hardState: { term: term(0), vote: null, commit: logIndex(0) },
    snapshot: null,
    base: { index: logIndex(0), term: term(0) },
    entries: [],
  };
  locked = false;
}

class MemorySnapshot implements StoredSnapshot {
  readonly mark: SnapshotMark;
  readonly digest: Uint8Array;
  readonly #bytes: Uint8Array;

  constructor(mark: SnapshotMark, bytes: Uint8Array) {
    this.mark = mark;
    this.#bytes = bytes;
    this.digest = digestOf(bytes);
  }
  get size(): number {
    return this.#bytes.length;
  }
  async *read(offset = 0): AsyncIterable<Uint8Array> {
    for (let at = offset; at < this.size; at += PIECE) yield this.#bytes.subarray(at, at + PIECE);
  }
  hold(): () => void {
    return () => {};
  }
}

class MemoryIncoming implements IncomingSnapshot {
  readonly mark: SnapshotMark;
  readonly size: number;
  readonly digest: Uint8Array;
  #bytes = Buffer.alloc(0);
  #state: "open" | "complete" | "discarded" = "open";

  constructor(mark: SnapshotMark, size: number, digest: Uint8Array) {
    this.mark = mark;
    this.size = size;
    this.digest = digest;
  }
  get wanted(): number {
    return this.#bytes.length;
  }
  get complete(): boolean {
    return this.#state === "complete";
  }
  get open(): boolean {
    return this.#state !== "discarded";
  }
  async add(offset: number, piece: Uint8Array): Promise<IncomingResult> {
    if (!this.open) return { ok: false, reason: "discarded" };
    if (offset + piece.length > this.size) return { ok: false, reason: "beyond-the-end" };
    if (offset <= this.wanted)
      this.#bytes = Buffer.concat([this.#bytes, piece.subarray(this.wanted - offset)]);
    if (this.wanted < this.size || this.complete) return { ok: true };
    if (Buffer.compare(digestOf(this.#bytes), this.digest) === 0) this.#state = "complete";
    else this.#bytes = Buffer.alloc(0);
    return this.complete ? { ok: true } : { ok: false, reason: "digest-differs" };
  }
  discard(): void {
    this.#state = "discarded";
  }
  take(): MemorySnapshot {
    assert(this.complete, "only a complete snapshot, and only once, can be installed");
    this.#state = "discarded";
    return new MemorySnapshot(this.mark, this.#bytes);
  }
}

interface Pending {
  readonly log: Log;
  readonly resolve: () => void;
  readonly reject: (error: LeaseholdError) => void;
}

export class MemoryStore implements Store {
  readonly contents: StoreContents;
  readonly #medium: MemoryMedium;
  /** How long one sync takes: the group that waits meanwhile becomes durable with it. */
  readonly #sync: () => Promise<void>;
  /** As of the last call, durable or not. */
  #log: Log;
  #pending: Pending[] = [];
  #incoming: MemoryIncoming | null = null;
  #running: Promise<void> | null = null;
  #refusal: LeaseholdError | null = null;
  readonly failed: Promise<LeaseholdError>;
  #fail: (error: LeaseholdError) => void = () => {};

  private constructor(medium: MemoryMedium, contents: StoreContents, sync: () => Promise<void>) {
    this.#medium = medium;
    this.contents = contents;
    this.#sync = sync;
    this.#log = medium.log;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
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
    const { generation, blank, vetted, ...log } = medium.log;
    const identity = { ...owner, generation, starts: medium.starts, blank, vetted };
    return new MemoryStore(medium, { identity, ...log, last: lastOf(medium.log) }, sync);
  }

  get identity(): StoreIdentity {
    const { generation, blank, vetted } = this.#medium.log;
    return { ...this.contents.identity, generation, blank, vetted };
  }
  get snapshot(): StoredSnapshot | null {
    return this.#medium.log.snapshot;
  }

  write(hardState: HardState | null, entries: readonly Entry[]): Promise<void> {
    return this.#change((log) => written(log, hardState, entries));
  }

  async saveSnapshot(mark: SnapshotMark, bytes: AsyncIterable<Uint8Array>): Promise<StoredSnapshot | null> {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(Uint8Array.from(piece));
    if (this.#refusal === null && mark.index <= (this.#log.snapshot?.mark.index ?? 0)) return null;
    const snapshot = new MemorySnapshot(mark, Buffer.concat(pieces));
    await this.#change((log) => {
      const at = termAt(log, mark.index);
      assert(at === mark.term, `entry ${mark.index} is of term ${at}, not ${mark.term}`);
      return { ...log, snapshot };
    });
    return snapshot;
  }

  compact(through: LogIndex): Promise<void> {
    if (this.#refusal === null && through <= this.#log.base.index) return Promise.resolve();
    return this.#change((log) => {
      assert(through <= (log.snapshot?.mark.index ?? 0), `no snapshot stands for the log up to ${through}`);
      const base = { index: through, term: termAt(log, through)! };
      return { ...log, base, entries: log.entries.filter(({ index }) => index > through) };
    });
  }

  receive(mark: SnapshotMark, size: number, digest: Uint8Array): IncomingSnapshot {
    const before = this.#incoming;
    if (before?.open && sameSnapshot(before, mark, size, digest)) return before;
    if (before !== null && !before.complete) before.discard();
    this.#incoming = new MemoryIncoming(mark, size, digest);
    return this.#incoming;
  }

  install(hardState: HardState, incoming: IncomingSnapshot): Promise<void> {
    return this.#change((log) => {
      assert(incoming instanceof MemoryIncoming, "it was received here");
      const snapshot = incoming.take();
      const { index, term: of } = snapshot.mark;
      return written({ ...log, snapshot, base: { index, term: of }, entries: [] }, hardState, []);
    });
  }

  admit(incarnation: number): Promise<void> {
    return this.#change((log) => ({ ...log, blank: false, vetted: incarnation }));
  }

  async renew(): Promise<string> {
    const generation = randomBytes(16).toString("hex");
    await this.#change((log) => ({ ...log, generation, blank: true, vetted: 0 }));
    return generation;
  }

  async close(): Promise<void> {
    while (this.#running !== null) await this.#running;
    this.#refusal ??= new LeaseholdError("store-poisoned", "the store in memory is closed");
    this.#medium.locked = false;
  }

  /** A failed sync: this and every later write is refused (D2). */
  fail(why: string): LeaseholdError {
    this.#refusal ??= new LeaseholdError("store-poisoned", `the store in memory failed to write: ${why}`);
    this.#fail(this.#refusal);
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

  #change(change: (log: Log) => Log): Promise<void> {
    if (this.#refusal !== null) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      try {
        this.#log = change(this.#log);
      } catch (error) {
        reject(this.fail(String(error)));
        return;
      }
      this.#pending.push({ log: this.#log, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    while (this.#pending.length > 0) {
      const group = this.#pending;
      await this.#sync();
      // What came in meanwhile waits for the next sync; after a failure or a crash nothing is left here.
      const done = this.#refusal === null ? group.splice(0) : [];
      for (const { log, resolve } of done) {
        this.#medium.log = log;
        resolve();
      }
    }
    this.#running = null;
  }
}

const digestOf = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

const lastOf = ({ base, entries }: Log): Position => {
  const { index, term: of } = entries.at(-1) ?? base;
  return { index, term: of };
};

const termAt = ({ base, entries }: Log, index: number): Position["term"] | undefined =>
  index === base.index ? base.term : entries[index - base.index - 1]?.term;

const sameSnapshot = (one: IncomingSnapshot, mark: SnapshotMark, size: number, digest: Uint8Array): boolean =>
  one.mark.index === mark.index &&
  one.mark.term === mark.term &&
  one.size === size &&
  Buffer.compare(one.digest, digest) === 0;

function written(log: Log, hardState: HardState | null, entries: readonly Entry[]): Log {
  const first = entries[0];
  const last = lastOf(log).index;
  const from = Math.max(log.base.index, log.snapshot?.mark.index ?? 0);
  if (first !== undefined) {
    assert(first.index > from && first.index <= last + 1, `entry ${first.index} does not follow ${last}`);
    for (const [at, entry] of entries.entries())
      assert(entry.index === first.index + at, `entry ${entry.index} leaves a gap`);
  }
  const kept = first === undefined ? log.entries : log.entries.slice(0, first.index - 1 - log.base.index);
  const after = { ...log, hardState: hardState ?? log.hardState, entries: [...kept, ...entries] };
  assert(after.hardState.commit <= lastOf(after).index, "the commit index is within the log");
  return after;
}
