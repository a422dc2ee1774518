/** The bytes of snapshots: between the ledger, the store and the peers. Everything here happens beside the node's loop. */
import { crc32 } from "node:zlib";
import type { Millis } from "../consensus/core/types.ts";
import type { IncomingSnapshot, Store, StoredSnapshot } from "../consensus/store/port.ts";
import type { ReplicaEffect, ReplicaEvent, SnapshotChunk } from "../consensus/types.ts";
import { assert } from "../errors.ts";
import { encodeLedger, LedgerReader } from "../proto/codec.ts";

/** What a restart reads again stays small, and a busy cluster does not write its whole ledger all the time. */
export const COMPACTION = { entries: 1000, bytes: 4 * 1024 * 1024, pause: 10_000 };

export type SnapshotEffect = Extract<
  ReplicaEffect,
  {
    readonly type:
      | "save-snapshot"
      | "compact"
      | "read-snapshot"
      | "close-snapshot"
      | "take-chunk"
      | "install-snapshot"
      | "discard-snapshot";
  }
>;
/** The node's loop does these; everything else of an effect goes elsewhere. */
export const isSnapshotEffect = (effect: ReplicaEffect): effect is SnapshotEffect => KINDS.has(effect.type);
const KINDS: ReadonlySet<string> = new Set([
  "save-snapshot",
  "compact",
  "read-snapshot",
  "close-snapshot",
  "take-chunk",
  "install-snapshot",
  "discard-snapshot",
] satisfies SnapshotEffect["type"][]);

export interface SnapshotOptions {
  readonly store: Store;
  readonly feed: (event: ReplicaEvent) => void;
  /** Before a snapshot stands for part of the log: what people may still ask of it is kept elsewhere. */
  readonly beforeSaving: () => Promise<void>;
  /** The disk failed, or what is on it cannot be: the node cannot go on (D2). */
  readonly failed: (error: unknown) => void;
  readonly note: (level: "info" | "warn", text: string) => void;
  readonly now: () => Millis;
}

interface Outgoing {
  readonly snapshot: StoredSnapshot;
  readonly release: () => void;
}

/** One on its way in, read as it comes. */
interface Incoming {
  readonly snapshot: IncomingSnapshot;
  readonly reader: LedgerReader;
}

export class Snapshots {
  readonly #options: SnapshotOptions;
  readonly #outgoing = new Map<number, Outgoing>();
  #incoming: Incoming | null = null;
  /** Chunks are taken one after the other. */
  #taking: Promise<void> = Promise.resolve();

  constructor(options: SnapshotOptions) {
    this.#options = options;
  }

  perform(effect: SnapshotEffect): void {
    const { store, failed, feed } = this.#options;
    switch (effect.type) {
      case "save-snapshot":
        this.#save(effect).catch(failed);
        return;
      case "compact":
        store.compact(effect.through).catch(failed);
        return;
      case "read-snapshot":
        void this.#read(effect);
        return;
      case "close-snapshot":
        this.#outgoing.get(effect.stream)?.release();
        this.#outgoing.delete(effect.stream);
        return;
      case "take-chunk":
        this.#taking = this.#taking.then(() => this.#take(effect)).catch(failed);
        return;
      case "install-snapshot": {
        const incoming = this.#incoming;
        assert(incoming?.snapshot.complete === true, "what is installed is here");
        this.#incoming = null;
        const written = store.install(effect.hardState, incoming.snapshot);
        written.then(() => feed({ type: "written", seq: effect.seq }), failed);
        return;
      }
      case "discard-snapshot":
        if (this.#incoming?.snapshot.mark.index !== effect.index) return;
        this.#incoming.snapshot.discard();
        this.#incoming = null;
        return;
    }
  }

  async #save({ mark, ledger }: Extract<SnapshotEffect, { type: "save-snapshot" }>): Promise<void> {
    const { store, feed, beforeSaving, note, now } = this.#options;
    const begunAt = now();
    await beforeSaving();
    const saved = await store.saveSnapshot(mark, pieces(encodeLedger(ledger)));
    if (saved !== null) {
      const took = Math.round(now() - begunAt);
      note(
        "info",
        `a snapshot stands for the log up to entry ${mark.index}: ${saved.size} bytes, in ${took} ms`,
      );
    }
    feed({ type: "snapshot-saved", index: mark.index, ok: saved !== null });
  }

  async #read({ stream, offset }: Extract<SnapshotEffect, { type: "read-snapshot" }>): Promise<void> {
    const { feed } = this.#options;
    try {
      const { snapshot } = this.#open(stream);
      let data: Uint8Array = new Uint8Array(0);
      for await (const piece of snapshot.read(offset)) {
        data = piece;
        break;
      }
      const { mark, size, digest } = snapshot;
      const chunk = { snapshot: mark, size, digest, offset, data, checksum: crc32(data) };
      feed({ type: "snapshot-read", stream, chunk, reason: "" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.note("warn", `a snapshot could not be read for a peer: ${reason}`);
      feed({ type: "snapshot-read", stream, chunk: null, reason });
    }
  }

  #open(stream: number): Outgoing {
    const known = this.#outgoing.get(stream);
    if (known !== undefined) return known;
    const { snapshot } = this.#options.store;
    assert(snapshot !== null, "a snapshot that is to be sent was made");
    const opened = { snapshot, release: snapshot.hold() };
    this.#outgoing.set(stream, opened);
    return opened;
  }

  async #take({ from, chunk }: Extract<SnapshotEffect, { type: "take-chunk" }>): Promise<void> {
    const { feed } = this.#options;
    const incoming = this.#receive(chunk);
    const { snapshot, reader } = incoming;
    const about = { type: "chunk-taken", from, term: chunk.term, mark: chunk.snapshot } as const;
    const refuse = (reason: string): void => {
      snapshot.discard();
      if (this.#incoming === incoming) this.#incoming = null;
      feed({ ...about, result: { type: "refused", reason } });
    };
    // What the wire has spoilt is asked for again.
    if (crc32(chunk.data) === chunk.checksum && !snapshot.complete) {
      const before = snapshot.wanted;
      const added = await snapshot.add(chunk.offset, chunk.data);
      if (!added.ok) return refuse(added.reason);
      if (snapshot.wanted > before) {
        try {
          reader.take(chunk.data.subarray(before - chunk.offset));
        } catch (error) {
          return refuse(error instanceof Error ? error.message : String(error));
        }
      }
    }
    if (this.#incoming !== incoming) return; // another one came meanwhile
    if (!snapshot.complete) {
      feed({ ...about, result: { type: "wanted", offset: snapshot.wanted } });
      return;
    }
    const { index } = chunk.snapshot;
    let ledger: ReturnType<LedgerReader["finish"]>;
    try {
      ledger = reader.finish();
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
    if (ledger.applied !== index) return refuse(`it is of entry ${ledger.applied}, not of ${index}`);
    feed({ ...about, result: { type: "whole", ledger } });
  }

  /** The one under way if this is a piece of it. Resumable within this process: the store keeps the bytes, we what was read of them. */
  #receive({ snapshot: mark, size, digest }: SnapshotChunk): Incoming {
    const known = this.#incoming;
    const same =
      known !== null &&
      known.snapshot.mark.index === mark.index &&
      known.snapshot.mark.term === mark.term &&
      known.snapshot.size === size &&
      Buffer.compare(known.snapshot.digest, digest) === 0;
    if (same) return known;
    let snapshot = this.#options.store.receive(mark, size, digest);
    if (snapshot.wanted > 0) {
      // Begun by somebody who has not told us what it said so far.
      snapshot.discard();
      snapshot = this.#options.store.receive(mark, size, digest);
    }
    this.#incoming = { snapshot, reader: new LedgerReader() };
    return this.#incoming;
  }
}

/** Between two pieces the loop turns: a large ledger holds up no heartbeat. */
async function* pieces(from: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of from) {
    yield piece;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
