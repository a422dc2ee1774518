/**
 * Opens a store: reads everything, believes nothing, and counts the start durably before it returns. What is
 * damaged stops the node with a clear message; it is never repaired by leaving something out (D3, checklist 45).
 */
import { randomBytes } from "node:crypto";
import { LeaseholdError } from "../../errors.ts";
import { decodeEntry } from "../../proto/codec.ts";
import { type Entry, type HardState, logIndex, term } from "../core/types.ts";
import { Chain } from "./chain.ts";
import type { Disk, MarkSlot, Operation } from "./disk.ts";
import { GroupStore } from "./groupstore.ts";
import { openLevelDisk } from "./leveldisk.ts";
import type { Store, StoreIdentity } from "./port.ts";
import {
  chainStart,
  corrupt,
  DIGEST_BYTES,
  decodeHead,
  decodeIdentity,
  decodeMarks,
  encodeIdentity,
  encodeMark,
  HEAD_KEY,
  type Head,
  IDENTITY_KEY,
  type Identity,
  indexOfKey,
  type Mark,
} from "./records.ts";

export interface Owner {
  readonly cluster: string;
  readonly node: string;
}

/**
 * Opens the store in the folder `path`, or makes one there. Throws `store-locked` when another process has it,
 * `store-identity` when it belongs to another node or cluster, `store-version` when another version wrote it,
 * `store-corrupt` when anything that was acknowledged is missing or damaged, `store-poisoned` when it cannot write.
 */
export async function openStore(path: string, owner: Owner): Promise<Store> {
  const disk = await openLevelDisk(path);
  try {
    return await openOn(disk, owner);
  } catch (error) {
    await disk.close();
    throw error;
  }
}

/** The same over any disk. */
export async function openOn(disk: Disk, owner: Owner): Promise<Store> {
  const slots = await disk.readMark();
  const marked = slots === null ? null : decodeMarks(disk.where, slots);
  const found = await readRecords(disk);
  if (found === null) return begin(disk, owner, marked);
  if (marked === null) throw corrupt(disk.where, "there are records, but its high-water mark is gone");
  checkOwner(disk.where, found.identity, owner);
  checkMark(disk.where, found, marked.mark);
  const identity = { ...found.identity, starts: found.head.starts + 1 };
  const { hardState, write } = found.head;
  return start(disk, identity, {
    hardState,
    entries: found.entries,
    chain: found.chain,
    write,
    slot: marked.next,
  });
}

/** The first start on a blank disk, or on one whose making a crash cut short: nothing was acknowledged yet. */
async function begin(
  disk: Disk,
  owner: Owner,
  marked: { mark: Mark; next: MarkSlot } | null,
): Promise<Store> {
  if (marked !== null && marked.mark.write > 0) {
    const { write, lastIndex } = marked.mark;
    throw corrupt(
      disk.where,
      `it is empty, but write ${write} (log up to entry ${lastIndex}) was acknowledged`,
    );
  }
  const generation = marked?.mark.generation ?? randomBytes(16).toString("hex");
  // The mark first: records without a mark are then never an unfinished beginning.
  if (marked === null) await disk.createMark(encodeMark({ generation, write: 0, lastIndex: 0 }));
  const identity = { cluster: owner.cluster, node: owner.node, generation, starts: 1 };
  const hardState: HardState = { term: term(0), vote: null, commit: logIndex(0) };
  const record: Operation = { type: "put", key: IDENTITY_KEY, value: encodeIdentity(bare(identity)) };
  const chain = new Chain(chainStart(identity));
  return start(disk, identity, { hardState, entries: [], chain, write: 0, slot: marked?.next ?? 0 }, record);
}

interface Beginning {
  readonly hardState: HardState;
  readonly entries: readonly Entry[];
  readonly chain: Chain;
  readonly write: number;
  readonly slot: MarkSlot;
}

/** The start is counted, and with it all that was found is marked, before anybody builds on it (R1). */
async function start(
  disk: Disk,
  identity: StoreIdentity,
  from: Beginning,
  record?: Operation,
): Promise<Store> {
  const { hardState, entries, chain, write, slot } = from;
  const store = new GroupStore({ identity, hardState, entries }, disk, chain, { write, slot });
  await store.writeWith(record === undefined ? [] : [record], null, []);
  return store;
}

const bare = ({ cluster, node, generation }: StoreIdentity): Identity => ({ cluster, node, generation });

function checkOwner(where: string, found: Identity, owner: Owner): void {
  if (found.cluster === owner.cluster && found.node === owner.node) return;
  throw new LeaseholdError(
    "store-identity",
    `the store in ${where} belongs to node ${found.node} of cluster ${found.cluster}, but this is node ${owner.node} ` +
      `of cluster ${owner.cluster}; give each node a folder of its own`,
  );
}

/** A log that goes on above the mark was written and never acknowledged: fine. One that ends below it lost something. */
function checkMark(where: string, found: Found, mark: Mark): void {
  if (found.identity.generation !== mark.generation) {
    throw corrupt(where, "its database and its high-water mark come from different stores");
  }
  const { head } = found;
  if (head.write >= mark.write) return;
  throw corrupt(
    where,
    `it ends with write ${head.write} (log up to entry ${head.lastIndex}), but write ${mark.write} (log up to entry ` +
      `${mark.lastIndex}) was acknowledged`,
  );
}

interface Found {
  readonly identity: Identity;
  readonly head: Head;
  readonly entries: readonly Entry[];
  readonly chain: Chain;
}

/** Everything on the disk, verified against itself; null: no record at all. */
async function readRecords(disk: Disk): Promise<Found | null> {
  const { where } = disk;
  let identity: Identity | null = null;
  let head: Head | null = null;
  let chain: Chain | null = null;
  const entries: Entry[] = [];
  let empty = true;
  for await (const { key, value } of disk.records()) {
    empty = false;
    if (key === IDENTITY_KEY) {
      identity = decodeIdentity(where, value);
      chain = new Chain(chainStart(identity));
    } else if (key === HEAD_KEY) head = decodeHead(where, value);
    else if (chain === null) throw corrupt(where, "its identity record is missing");
    else entries.push(verified(where, chain, key, value));
  }
  if (empty) return null;
  if (identity === null || chain === null) throw corrupt(where, "its identity record is missing");
  if (head === null) throw corrupt(where, "its head record is missing");
  const last = Buffer.from(chain.at(chain.last)).toString("hex");
  if (head.lastIndex !== chain.last || head.chain !== last) {
    throw corrupt(
      where,
      `its log ends at entry ${chain.last}, but its head says entry ${head.lastIndex}, or another one there`,
    );
  }
  if (head.hardState.commit > chain.last) {
    throw corrupt(where, `entry ${head.hardState.commit} was committed, but the log ends at ${chain.last}`);
  }
  return { identity, head, entries, chain };
}

/** The next entry, if it is the next one and its checksum fits the chain. */
function verified(where: string, chain: Chain, key: string, value: Uint8Array): Entry {
  const index = indexOfKey(key);
  if (index === null) throw corrupt(where, `it has a record "${key}" that does not belong there`);
  const expected = chain.last + 1;
  if (index !== expected) throw corrupt(where, `after entry ${chain.last} comes entry ${index}`);
  const bytes = value.subarray(DIGEST_BYTES);
  const checksum = chain.next(bytes);
  if (Buffer.compare(checksum, value.subarray(0, DIGEST_BYTES)) !== 0) {
    throw corrupt(where, `the checksum of entry ${index} does not fit the entry and those before it`);
  }
  const entry = readable(where, index, bytes);
  if (entry.index !== index) throw corrupt(where, `the record of entry ${index} holds entry ${entry.index}`);
  chain.append(checksum);
  return entry;
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
