/** Reads everything on a disk, and believes nothing: each record is checked against those it belongs with (D3). */
import { createHash, type Hash } from "node:crypto";
import { LeaseholdError } from "../../errors.ts";
import { decodeEntry } from "../../proto/codec.ts";
import type { Entry } from "../core/types.ts";
import { Chain } from "./chain.ts";
import type { Disk } from "./disk.ts";
import type { Stretch } from "./logstate.ts";
import {
  chainStart,
  DIGEST_BYTES,
  decodeHead,
  decodeIdentity,
  HEAD_KEY,
  type Head,
  hex,
  IDENTITY_KEY,
  type Identity,
  indexOfKey,
} from "./records.ts";
import {
  chunksOf,
  decodeChunk,
  decodeManifest,
  type Manifest,
  placeOfKey,
  sealOf,
} from "./snapshotrecords.ts";
import { corrupt } from "./trouble.ts";

export interface Found {
  readonly identity: Identity;
  readonly head: Head;
  readonly entries: readonly Entry[];
  readonly chain: Chain;
  readonly snapshot: Manifest | null;
  readonly remains: {
    readonly entries: Stretch | null;
    /** By id: how many chunks there may be. */
    readonly snapshots: ReadonlyMap<number, number>;
  };
}

/** Everything on the disk, verified against itself; null: no record at all. */
export async function readRecords(disk: Disk): Promise<Found | null> {
  const { where } = disk;
  let identity: Identity | null = null;
  let reading: Reading | null = null;
  let empty = true;
  for await (const { key, value } of disk.records()) {
    empty = false;
    if (key === IDENTITY_KEY) identity = decodeIdentity(where, value);
    else if (identity === null) throw corrupt(where, "its identity record is missing");
    else if (key === HEAD_KEY)
      reading = new Reading(where, identity, decodeHead(where, value, chainStart(identity)));
    else if (reading === null) throw corrupt(where, "its head record is missing");
    else reading.take(key, value);
  }
  if (empty) return null;
  if (identity === null) throw corrupt(where, "its identity record is missing");
  if (reading === null) throw corrupt(where, "its head record is missing");
  return reading.found();
}

/** The records behind the head, which come in order of their keys: entries, then snapshots. */
class Reading {
  readonly #where: string;
  readonly #identity: Identity;
  readonly #head: Head;
  readonly #chain: Chain;
  readonly #entries: Entry[] = [];
  #leftEntries: Stretch | null = null;
  readonly #leftSnapshots = new Map<number, number>();
  #snapshot: { readonly manifest: Manifest; readonly hash: Hash; chunks: number; size: number } | null = null;

  constructor(where: string, identity: Identity, head: Head) {
    this.#where = where;
    this.#identity = identity;
    this.#head = head;
    const { index, term, chain } = head.base;
    this.#chain = new Chain({ index, term, checksum: Buffer.from(chain, "hex") });
  }

  take(key: string, value: Uint8Array): void {
    const index = indexOfKey(key);
    if (index !== null) {
      if (index > this.#head.base.index) this.#entries.push(this.#entry(index, value));
      else this.#leftEntries = { first: this.#leftEntries?.first ?? index, last: index };
      return;
    }
    const place = placeOfKey(key);
    if (place === null) throw corrupt(this.#where, `it has a record "${key}" that does not belong there`);
    const { id, chunk } = place;
    if (id !== this.#head.snapshot?.id)
      this.#leftSnapshots.set(id, Math.max(this.#leftSnapshots.get(id) ?? 0, (chunk ?? -1) + 1));
    else if (chunk === null) this.#manifest(value);
    else this.#chunk(id, chunk, value);
  }

  found(): Found {
    this.#checkLog();
    this.#checkSnapshot();
    return {
      identity: this.#identity,
      head: this.#head,
      entries: this.#entries,
      chain: this.#chain,
      snapshot: this.#snapshot?.manifest ?? null,
      remains: { entries: this.#leftEntries, snapshots: this.#leftSnapshots },
    };
  }

  /** The next entry, if it is the next one and its checksum fits the chain. */
  #entry(index: number, value: Uint8Array): Entry {
    const chain = this.#chain;
    if (index !== chain.last + 1)
      throw corrupt(this.#where, `after entry ${chain.last} comes entry ${index}`);
    const bytes = value.subarray(DIGEST_BYTES);
    const checksum = chain.next(bytes);
    if (Buffer.compare(checksum, value.subarray(0, DIGEST_BYTES)) !== 0)
      throw corrupt(this.#where, `the checksum of entry ${index} does not fit the entry and those before it`);
    const entry = readable(this.#where, index, bytes);
    if (entry.index !== index)
      throw corrupt(this.#where, `the record of entry ${index} holds entry ${entry.index}`);
    chain.append(checksum, entry.term);
    return entry;
  }

  #manifest(value: Uint8Array): void {
    if (sealOf(value) !== this.#head.snapshot?.seal)
      throw corrupt(this.#where, "the manifest of its snapshot is damaged, or another one's");
    const manifest = decodeManifest(this.#where, value);
    this.#snapshot = { manifest, hash: createHash("sha256"), chunks: 0, size: 0 };
  }

  #chunk(id: number, at: number, value: Uint8Array): void {
    const snapshot = this.#snapshot;
    if (snapshot === null) throw corrupt(this.#where, "the manifest of its snapshot is missing");
    if (at !== snapshot.chunks)
      throw corrupt(this.#where, `in its snapshot, chunk ${at} comes where ${snapshot.chunks} should be`);
    const data = decodeChunk(this.#where, id, at, value);
    snapshot.hash.update(data);
    snapshot.chunks++;
    snapshot.size += data.length;
  }

  #checkLog(): void {
    const { lastIndex, chain: stated, hardState } = this.#head;
    const chain = this.#chain;
    if (lastIndex !== chain.last || stated !== hex(chain.at(chain.last))) {
      throw corrupt(
        this.#where,
        `its log ends at entry ${chain.last}, but its head says entry ${lastIndex}, or another one there`,
      );
    }
    if (hardState.commit > chain.last)
      throw corrupt(
        this.#where,
        `entry ${hardState.commit} was committed, but the log ends at ${chain.last}`,
      );
  }

  #checkSnapshot(): void {
    const { base, snapshot: reference } = this.#head;
    const snapshot = this.#snapshot;
    if (snapshot === null) {
      if (reference !== null) throw corrupt(this.#where, "its snapshot is missing");
      if (base.index > 0)
        throw corrupt(this.#where, `its log begins after entry ${base.index}, and there is no snapshot`);
      return;
    }
    const { manifest, hash, chunks, size } = snapshot;
    if (chunks !== chunksOf(manifest.size) || size !== manifest.size)
      throw corrupt(this.#where, `its snapshot has ${size} of ${manifest.size} bytes`);
    if (Buffer.compare(hash.digest(), manifest.digest) !== 0)
      throw corrupt(this.#where, "the bytes of its snapshot are not those that were written");
    const { index, term } = manifest.mark;
    const chain = this.#chain;
    if (index < base.index || index > chain.last || chain.termAt(index) !== term)
      throw corrupt(this.#where, `its snapshot of entry ${index}, term ${term}, does not fit its log`);
  }
}

/** An unknown format keeps its own code: the entry is sound, this version is too old for it (P0). */
function readable(where: string, index: number, bytes: Uint8Array): Entry {
  try {
    return decodeEntry(bytes);
  } catch (error) {
    if (error instanceof LeaseholdError && error.code === "store-version") throw error;
    throw corrupt(
      where,
      `entry ${index} cannot be read: ${error instanceof Error ? error.message : error}`,
      error,
    );
  }
}
