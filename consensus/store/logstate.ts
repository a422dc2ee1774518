/**
 * What the log is once everything asked for is written: where it begins and ends, the hard state, the current snapshot.
 * Each change gives the records that make it so; the head that goes with them says the rest.
 */
import { assert } from "../../errors.ts";
import { encodeEntry } from "../../proto/codec.ts";
import { type Entry, type HardState, logIndex, type SnapshotMark } from "../core/types.ts";
import { Chain } from "./chain.ts";
import type { Operation } from "./disk.ts";
import { encodeIdentity, entryKey, type Head, hex, IDENTITY_KEY, type Identity } from "./records.ts";
import { checksumAfter, encodeManifest, type Manifest, manifestKey, sealOf } from "./snapshotrecords.ts";

export interface Change {
  readonly operations: readonly Operation[];
  readonly bytes: number;
}
/** Entries by index, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export interface LogStateStart {
  readonly identity: Identity;
  readonly starts: number;
  readonly blank: boolean;
  readonly vetted: number;
  readonly hardState: HardState;
  readonly chain: Chain;
  readonly snapshot: Manifest | null;
}

export class LogState {
  #identity: Identity;
  readonly #starts: number;
  #blank: boolean;
  #vetted: number;
  #hardState: HardState;
  #chain: Chain;
  #snapshot: { readonly mark: SnapshotMark; readonly id: number; readonly seal: string } | null;

  constructor({ identity, starts, blank, vetted, hardState, chain, snapshot }: LogStateStart) {
    this.#identity = identity;
    this.#starts = starts;
    this.#blank = blank;
    this.#vetted = vetted;
    this.#hardState = hardState;
    this.#chain = chain;
    this.#snapshot = snapshot === null ? null : referenceTo(snapshot, encodeManifest(snapshot));
  }

  get identity(): Identity {
    return this.#identity;
  }
  get blank(): boolean {
    return this.#blank;
  }
  get lastIndex(): number {
    return this.#chain.last;
  }
  get baseIndex(): number {
    return this.#chain.base.index;
  }
  /** 0: there is none. */
  get snapshotIndex(): number {
    return this.#snapshot?.mark.index ?? 0;
  }

  /** The head of a write that leaves everything as it is now. */
  head(): Omit<Head, "write"> {
    const { index, term, checksum } = this.#chain.base;
    return {
      starts: this.#starts,
      hardState: this.#hardState,
      lastIndex: logIndex(this.#chain.last),
      chain: hex(this.#chain.at(this.#chain.last)),
      base: { index, term, chain: hex(checksum) },
      snapshot: this.#snapshot === null ? null : { id: this.#snapshot.id, seal: this.#snapshot.seal },
      blank: this.#blank,
      vetted: this.#vetted,
    };
  }

  append(hardState: HardState | null, entries: readonly Entry[]): Change {
    const operations: Operation[] = [];
    let bytes = 0;
    const first = entries[0];
    if (first !== undefined) {
      const last = this.#chain.last;
      const from = Math.max(this.#chain.base.index, this.snapshotIndex);
      assert(
        first.index > from && first.index <= last + 1,
        `entry ${first.index} does not follow a log that ends at ${last} and is fixed up to ${from}`,
      );
      // What replaces and what is replaced go in one batch: no crash leaves a mixture.
      this.#chain.truncate(first.index - 1);
      for (const entry of entries) {
        assert(
          entry.index === this.#chain.last + 1,
          `entry ${entry.index} does not follow entry ${this.#chain.last}`,
        );
        const encoded = encodeEntry(entry);
        const checksum = this.#chain.next(encoded);
        operations.push({
          type: "put",
          key: entryKey(entry.index),
          value: Buffer.concat([checksum, encoded]),
        });
        this.#chain.append(checksum, entry.term);
        bytes += encoded.length;
      }
      operations.push(...deletionsOf(this.#chain.last + 1, last));
    }
    this.#take(hardState ?? this.#hardState);
    return { operations, bytes };
  }

  /** Makes a snapshot of this log's own state the current one. */
  save(manifest: Manifest): Change {
    const { mark } = manifest;
    assert(mark.index > this.snapshotIndex, `snapshot ${mark.index} is not after ${this.snapshotIndex}`);
    const term = this.#chain.termAt(mark.index);
    assert(term === mark.term, `entry ${mark.index} is of term ${term}, not ${mark.term}`);
    return this.#current(manifest, []);
  }

  /** A snapshot from elsewhere is the log from now on (checklist 37). */
  install(hardState: HardState, manifest: Manifest): Change {
    const { index, term } = manifest.mark;
    assert(index > this.snapshotIndex, `snapshot ${index} is not after ${this.snapshotIndex}`);
    // Entries after it would follow it in the order of the keys. Those before it are left over from now on.
    const beyond = deletionsOf(index + 1, this.#chain.last);
    this.#chain = new Chain({ index, term, checksum: checksumAfter(manifest) });
    this.#take(hardState);
    return this.#current(manifest, beyond);
  }

  /** The entries up to `through` are left over from now on. */
  compact(through: number): Change {
    assert(through <= this.snapshotIndex, `no snapshot stands for the log up to entry ${through}`);
    this.#chain.compact(through);
    return { operations: [], bytes: 0 };
  }

  admit(incarnation: number): Change {
    this.#blank = false;
    this.#vetted = incarnation;
    return { operations: [], bytes: 0 };
  }

  renew(generation: string): Change {
    const { cluster, node, generation: previous } = this.#identity;
    this.#identity = { cluster, node, generation, previous };
    this.#blank = true;
    this.#vetted = 0;
    return { operations: [identityRecord(this.#identity)], bytes: 0 };
  }

  #take(hardState: HardState): void {
    const { last } = this.#chain;
    assert(
      hardState.commit <= last,
      `commit index ${hardState.commit} is beyond the log, which ends at ${last}`,
    );
    this.#hardState = hardState;
  }

  #current(manifest: Manifest, more: readonly Operation[]): Change {
    const value = encodeManifest(manifest);
    this.#snapshot = referenceTo(manifest, value);
    const operations: Operation[] = [{ type: "put", key: manifestKey(manifest.id), value }, ...more];
    return { operations, bytes: value.length };
  }
}

export const identityRecord = (identity: Identity): Operation => ({
  type: "put",
  key: IDENTITY_KEY,
  value: encodeIdentity(identity),
});

const referenceTo = ({ id, mark }: Manifest, encoded: Uint8Array) => ({ id, mark, seal: sealOf(encoded) });

function deletionsOf(first: number, last: number): Operation[] {
  const operations: Operation[] = [];
  for (let index = first; index <= last; index++) operations.push({ type: "del", key: entryKey(index) });
  return operations;
}
