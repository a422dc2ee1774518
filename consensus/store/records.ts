/**
 * What lies on the disk. `0/identity`: whose store this is. `1/head`: rewritten by every write, with the number of that
 * write, the hard state, where the log begins and ends, and which snapshot is current. `2/entry/<index>`: one log entry
 * behind the checksum that chains it to the entry before. `3/snapshot/<id>/…`: see snapshotrecords.ts. Beside them,
 * outside the database, the high-water mark: see journal.ts. What the head gives up (entries at or before its base, other snapshots) is
 * left over, and is removed in its own time.
 *
 * Every write has a number; the mark says which number was acknowledged. LevelDB may drop records that it finds
 * damaged without a word (checklist 47): a dropped tail leaves a head below the mark, a dropped middle breaks the
 * chain, and the hard state cannot fall back alone because it is part of the head (D3).
 */
import { createHash, randomBytes } from "node:crypto";
import { LeaseholdError } from "../../errors.ts";
import { decodeHardState, encodeHardState } from "../../proto/codec.ts";
import type { HardState, LogIndex } from "../core/types.ts";
import { corrupt } from "./trouble.ts";

/** Layout of the records and the mark. Entries carry their own format besides (P0). 1 had no snapshots, 2 no journal, 3 forgot who was vetted. */
export const FORMAT = 4;
const READABLE: readonly unknown[] = [1, 2, 3, FORMAT];
export const DIGEST_BYTES = 16;
const SEAL = 2 * DIGEST_BYTES;

/** In this order: the format of the store is known before anything else is read. */
export const IDENTITY_KEY = "0/identity";
export const HEAD_KEY = "1/head";
const ENTRY_PREFIX = "2/entry/";

/** Fourteen hexadecimal digits hold every index, so that keys sort as indices do. */
export const entryKey = (index: number): string => ENTRY_PREFIX + index.toString(16).padStart(14, "0");
/** The index of an entry's key; null for any other key. */
export function indexOfKey(key: string): number | null {
  return /^2\/entry\/[0-9a-f]{14}$/.test(key) ? Number.parseInt(key.slice(ENTRY_PREFIX.length), 16) : null;
}

export interface Identity {
  readonly cluster: string;
  readonly node: string;
  readonly generation: string;
  /** The generation before, when an operator gave the store another one: a mark may still have it. */
  readonly previous?: string;
}
/** A snapshot by its id, and what its manifest must be. */
export interface SnapshotReference {
  readonly id: number;
  readonly seal: string;
}
export interface Head {
  /** The number of the write that left this head. */
  readonly write: number;
  readonly starts: number;
  readonly hardState: HardState;
  readonly lastIndex: LogIndex;
  /** Checksum of the last entry; with an empty log, what the chain begins with. */
  readonly chain: string;
  /** The last entry dropped, with its checksum: what the chain begins with (checklist 39). */
  readonly base: { readonly index: number; readonly term: number; readonly chain: string };
  readonly snapshot: SnapshotReference | null;
  /** Nobody has vouched for this store yet (R13). */
  readonly blank: boolean;
  /** The newest incarnation that was vouched for; 0: none yet. */
  readonly vetted: number;
}
export function digest(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, DIGEST_BYTES);
}
/** The seconds in a generation, in hexadecimal digits. */
const SECONDS_DIGITS = 8;

/**
 * Random, behind the second in which the store was made by the wall clock. Nobody decides anything by that: it only makes
 * the incarnations on a later store greater, so that they are heard at once. A store made under a wrong clock is refused by name.
 */
export function newGeneration(): string {
  const seconds = Math.floor(Date.now() / 1000) % 16 ** SECONDS_DIGITS;
  return seconds.toString(16).padStart(SECONDS_DIGITS, "0") + hex(randomBytes(12));
}

/** Counts the starts of all stores of a name: greater on a later store, greater at a later start. At least 1, below 2^33. */
export const countOf = (identity: { readonly generation: string; readonly starts: number }): number =>
  Number.parseInt(identity.generation.slice(0, SECONDS_DIGITS), 16) + identity.starts;

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What the first entry is chained to: entries of another store never fit. */
export const chainStart = (identity: Identity): Uint8Array =>
  digest("leasehold log", JSON.stringify([identity.cluster, identity.node, identity.generation]));

/** Text that a person can read, its checksum behind it. Every format keeps this envelope. */
export function seal(kind: string, fields: object): Uint8Array {
  const text = JSON.stringify({ kind, format: FORMAT, ...fields });
  return Buffer.from(`${text} ${hex(digest(text))}`);
}

/** Of any kind, and of any format: nothing is known of them yet. */
type SealedFields<Name extends string> = Partial<Record<"kind" | "format" | Name, unknown>>;

export function unseal<Name extends string>(
  kind: string,
  where: string,
  bytes: Uint8Array,
): SealedFields<Name> {
  const text = Buffer.from(bytes).toString();
  const body = text.slice(0, -SEAL - 1);
  if (hex(digest(body)) !== text.slice(-SEAL)) throw corrupt(where, `its ${kind} record is damaged`);
  const fields = JSON.parse(body) as SealedFields<Name>;
  if (fields.kind !== kind) throw corrupt(where, `its ${kind} record is of kind ${String(fields.kind)}`);
  if (!READABLE.includes(fields.format)) {
    throw new LeaseholdError(
      "store-version",
      `the store in ${where} has format ${String(fields.format)} (${kind}), but this version of Leasehold reads ` +
        `formats up to ${FORMAT} only; run the version that wrote it, or a later one`,
    );
  }
  return fields;
}

export const encodeIdentity = (identity: Identity): Uint8Array => seal("identity", identity);
export function decodeIdentity(where: string, bytes: Uint8Array): Identity {
  const fields = unseal<keyof Identity>("identity", where, bytes);
  return {
    cluster: String(fields.cluster),
    node: String(fields.node),
    generation: String(fields.generation),
    ...(fields.previous === undefined ? {} : { previous: String(fields.previous) }),
  };
}

export const encodeHead = (head: Head): Uint8Array =>
  seal("head", { ...head, hardState: hex(encodeHardState(head.hardState)) });
/** `start`: what the chain began with in format 1, which dropped nothing and took every store for a known one. */
export function decodeHead(where: string, bytes: Uint8Array, start: Uint8Array): Head {
  const fields = unseal<keyof Head>("head", where, bytes);
  return {
    write: Number(fields.write),
    starts: Number(fields.starts),
    hardState: decodeHardState(Buffer.from(String(fields.hardState), "hex")),
    lastIndex: Number(fields.lastIndex) as LogIndex,
    chain: String(fields.chain),
    base: (fields.base as Head["base"] | undefined) ?? { index: 0, term: 0, chain: hex(start) },
    snapshot: (fields.snapshot as SnapshotReference | null | undefined) ?? null,
    blank: fields.blank === true,
    vetted: Number(fields.vetted ?? 0),
  };
}
