/** Entries for tests of the store. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  type Entry,
  type HardState,
  logIndex,
  nodeId,
  type SnapshotMark,
  term,
} from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { Tuning } from "../../consensus/store/open.ts";
import type { IncomingSnapshot, Store, StoredSnapshot } from "../../consensus/store/port.ts";
import type { ErrorCode } from "../../errors.ts";

export const OWNER = { cluster: "alpha", node: "a" };
/** The database follows at once: what lies on the disk does not depend on time. */
export const AT_ONCE: Partial<Tuning> = { settleAfterMs: 0 };
/** The same with a journal whose slots are used again after three writes, and that takes no large one. */
export const TIGHT: Tuning = { shape: { slots: 3, slotPages: 4 }, settleAfterMs: 0 };

/** An entry whose content tells index and term; `padding` makes it larger. */
export function entryOf(index: number, of: number, padding = 0): Entry {
  const session = { node: nodeId("a"), incarnation: incarnation(2 ** 20 + index), number: 1 };
  const reason = `entry ${index} of term ${of}${".".repeat(padding)}`;
  const command = { at: 1000 + index, commands: [{ type: "suspect", session, reason }] };
  return {
    index: logIndex(index),
    term: term(of),
    bytes: 60 + padding,
    payload: { type: "command", command },
  };
}

export function entriesOf(first: number, count: number, of: number): Entry[] {
  return Array.from({ length: count }, (_, at) => entryOf(first + at, of));
}

export const stateOf = (of: number, vote: string | null = null, commit = 0): HardState => ({
  term: term(of),
  vote: vote === null ? null : nodeId(vote),
  commit: logIndex(commit),
});

export const markOf = (index: number, of: number): SnapshotMark => ({
  index: logIndex(index),
  term: term(of),
  configuration: { voters: [nodeId("a"), nodeId("b")], outgoing: null, learners: [nodeId("c")] },
  configurationIndex: logIndex(0),
});

/** Bytes that differ from chunk to chunk and from snapshot to snapshot. */
export function stateBytes(size: number, kind: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32LE((at * 31 + kind * 7919) >>> 0, at);
  return bytes;
}
export const digestOf = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

/** In pieces that fit no chunk. */
export async function* inPieces(bytes: Uint8Array, size = 50_000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function bytesOf(snapshot: StoredSnapshot | null, offset = 0): Promise<Uint8Array> {
  assert.ok(snapshot !== null, "there is a snapshot");
  const pieces: Uint8Array[] = [];
  for await (const piece of snapshot.read(offset)) pieces.push(piece);
  return Buffer.concat(pieces);
}

export async function received(
  store: Store,
  mark: SnapshotMark,
  bytes: Uint8Array,
): Promise<IncomingSnapshot> {
  const incoming = store.receive(mark, bytes.length, digestOf(bytes));
  for await (const piece of inPieces(bytes))
    assert.deepEqual(await incoming.add(incoming.wanted, piece), { ok: true });
  // An empty one comes in one empty piece.
  if (bytes.length === 0) await incoming.add(0, bytes);
  assert.ok(incoming.complete);
  return incoming;
}

/** A record with its checksum, as any format would write it. */
export function sealed(fields: object): Uint8Array {
  const text = JSON.stringify(fields);
  return Buffer.from(`${text} ${createHash("sha256").update(text).digest("hex").slice(0, 32)}`);
}

/** The mark's file before it had slots: two pages, written in turn. */
export function markBefore(format: number, marks: readonly [object, object]): Uint8Array {
  const file = Buffer.alloc(2 * 4096, "\n");
  for (const [at, mark] of marks.entries()) file.set(sealed({ kind: "mark", format, ...mark }), at * 4096);
  return file;
}

/** Rejects with this code; returns the message for a look at what it says. */
export async function refusedWith(code: ErrorCode, work: () => Promise<unknown>): Promise<string> {
  let message = "";
  await assert.rejects(work, (error: Error & { code?: string }) => {
    message = error.message;
    assert.equal(error.code, code, error.stack ?? message);
    return true;
  });
  return message;
}
