// D3, R13, checklist 39, 45: damage to a snapshot, to the place where the log begins, and to what is left over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex } from "../../consensus/core/types.ts";
import { openOn } from "../../consensus/store/open.ts";
import { entryKey, HEAD_KEY, IDENTITY_KEY } from "../../consensus/store/records.ts";
import {
  CHUNK_BYTES,
  chunkKey,
  encodeChunk,
  encodeManifest,
  manifestKey,
} from "../../consensus/store/snapshotrecords.ts";
import type { ErrorCode } from "../../errors.ts";
import { CrashDisk, generator } from "./crashdisk.ts";
import {
  AT_ONCE,
  bytesOf,
  digestOf,
  entriesOf,
  inPieces,
  markBefore,
  markOf,
  OWNER,
  received,
  refusedWith,
  sealed,
  stateBytes,
  stateOf,
} from "./samples.ts";

type Surface = Awaited<ReturnType<CrashDisk["surface"]>>;
const BYTES = stateBytes(150_000, 2);

interface History {
  /** Ten entries, the second snapshot (at 8) current, the first one not yet removed. */
  readonly saved: Surface;
  /** Then the log compacted through 5, and what was left over removed. */
  readonly compacted: Surface;
}

async function history(): Promise<History> {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(1, "b", 8), entriesOf(1, 10, 1));
  const first = (await store.saveSnapshot(markOf(4, 1), inPieces(stateBytes(150_000, 1))))!;
  const release = first.hold();
  await store.saveSnapshot(markOf(8, 1), inPieces(BYTES));
  const saved = await disk.surface();
  release();
  await store.compact(logIndex(5));
  await swept(disk, 2);
  const compacted = await disk.surface();
  await store.close();
  return { saved, compacted };
}

/** So many things were left over, and are removed. */
async function swept(disk: CrashDisk, count: number): Promise<void> {
  while (disk.shrinks < count) await new Promise((resolve) => setImmediate(resolve));
}

const opened = (surface: Surface) => openOn(new CrashDisk(generator(1), surface), OWNER, AT_ONCE);
async function damaged(
  change: (records: Map<string, Uint8Array>, all: History) => void,
  code: ErrorCode = "store-corrupt",
): Promise<string> {
  const all = await history();
  const records = new Map(all.compacted.records);
  change(records, all);
  return refusedWith(code, () => opened({ records, mark: all.compacted.mark }));
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at]! ^= 0x10;
  return copy;
};
const CURRENT = 2;
const RECORDS = [
  IDENTITY_KEY,
  HEAD_KEY,
  entryKey(6),
  entryKey(10),
  manifestKey(CURRENT),
  ...[0, 1, 2].map((at) => chunkKey(CURRENT, at)),
];

test("nothing but what belongs to the store is left on the disk after a sweep", async () => {
  const { compacted } = await history();
  const entries = [6, 7, 8, 9, 10].map((index) => entryKey(index));
  const chunks = [0, 1, 2].map((at) => chunkKey(CURRENT, at));
  assert.deepEqual([...compacted.records.keys()].sort(), [
    IDENTITY_KEY,
    HEAD_KEY,
    ...entries,
    manifestKey(CURRENT),
    ...chunks,
  ]);
});

test("D3: one flipped bit in any record of a store with a snapshot is found", async () => {
  const random = generator(7);
  for (const key of RECORDS) {
    for (let round = 0; round < 4; round++)
      await damaged((records) => {
        const value = records.get(key)!;
        records.set(key, flipped(value, Math.floor(random() * value.length)));
      });
  }
});

test("D3, checklist 45: any record of a store with a snapshot that is missing is missed", async () => {
  for (const key of RECORDS) await damaged((records) => records.delete(key));
});

test("D3: chunks that are doubled, exchanged, of another snapshot or too many are found", async () => {
  await damaged((records) => records.set(chunkKey(CURRENT, 1), records.get(chunkKey(CURRENT, 0))!));
  await damaged((records) => records.set(chunkKey(CURRENT, 3), records.get(chunkKey(CURRENT, 2))!));
  await damaged((records, { saved }) =>
    records.set(chunkKey(CURRENT, 1), saved.records.get(chunkKey(1, 1))!),
  );
  await damaged((records, { saved }) =>
    records.set(manifestKey(CURRENT), saved.records.get(manifestKey(1))!),
  );
  await damaged((records) => records.set("3/snapshot/x", new Uint8Array(3)));
});

test("D3: a sound chunk or manifest under the right key, of an earlier snapshot with the same id, is found", async () => {
  const chunk = await damaged((records) =>
    records.set(chunkKey(CURRENT, 1), encodeChunk(CURRENT, 1, stateBytes(CHUNK_BYTES, 9))),
  );
  assert.match(chunk, /not those that were written/);
  const manifest = { id: CURRENT, mark: markOf(7, 1), size: BYTES.length, digest: digestOf(BYTES) };
  const other = await damaged((records) => records.set(manifestKey(CURRENT), encodeManifest(manifest)));
  assert.match(other, /manifest of its snapshot is damaged, or another one's/);
});

test("checklist 39: a log that does not begin where its head says is found", async () => {
  assert.match(await damaged((records) => records.delete(entryKey(6))), /after entry 5 comes entry 7/);
  const message = await damaged((records) => {
    for (const key of [manifestKey(CURRENT), ...[0, 1, 2].map((at) => chunkKey(CURRENT, at))])
      records.delete(key);
  });
  assert.match(message, /snapshot is missing/);
});

test("D3: a compaction whose head was lost is found: its entries are gone, or the mark is ahead", async () => {
  await damaged((records, { saved }) => records.set(HEAD_KEY, saved.records.get(HEAD_KEY)!));
  await damaged((records, { saved }) => {
    records.clear();
    for (const [key, value] of saved.records) records.set(key, value);
  }, "store-regressed");
});

test("an installation that was lost is found by the mark", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(1), entriesOf(1, 3, 1));
  const before = await disk.surface();
  await store.install(stateOf(2, null, 50), await received(store, markOf(50, 2), BYTES));
  const { mark } = await disk.surface();
  const message = await refusedWith("store-regressed", () => opened({ records: before.records, mark }));
  assert.match(message, /log up to entry 3.*log up to entry 50.*was acknowledged/);
});

test("what is left over is not believed, whatever it holds, and goes away", async () => {
  const { saved, compacted } = await history();
  const records = new Map(compacted.records);
  for (const index of [3, 5]) records.set(entryKey(index), flipped(saved.records.get(entryKey(index))!, 20));
  records.set(chunkKey(1, 1), flipped(saved.records.get(chunkKey(1, 1))!, 20));
  records.set(chunkKey(9, 0), new Uint8Array(10));
  const disk = new CrashDisk(generator(1), { records, mark: compacted.mark });
  const store = await openOn(disk, OWNER, AT_ONCE);
  assert.deepEqual(store.contents.entries, entriesOf(6, 5, 1));
  assert.deepEqual(Buffer.from(await bytesOf(store.contents.snapshot)), Buffer.from(BYTES));
  await swept(disk, 3);
  const keys = (surface: Surface) => [...surface.records.keys()].sort();
  assert.deepEqual(keys(await disk.surface()), keys(compacted));
  await store.close();
});

test("a chunk that goes bad while the store runs is found when it is read; a new snapshot takes its place", async () => {
  const { compacted } = await history();
  const disk = new CrashDisk(generator(1), compacted);
  const store = await openOn(disk, OWNER, AT_ONCE);
  const key = chunkKey(CURRENT, 1);
  await disk.commit([{ type: "put", key, value: flipped(compacted.records.get(key)!, 99) }], true);
  const message = await refusedWith("store-corrupt", () => bytesOf(store.snapshot));
  assert.match(message, /chunk 1 of its snapshot is damaged/);
  await disk.commit([{ type: "del", key }], true);
  await refusedWith("store-corrupt", () => bytesOf(store.snapshot));
  await store.saveSnapshot(markOf(9, 1), inPieces(BYTES));
  assert.deepEqual(Buffer.from(await bytesOf(store.snapshot)), Buffer.from(BYTES));
});

test("a snapshot that was replaced and that nobody held is gone, and says so", async () => {
  const { compacted } = await history();
  const disk = new CrashDisk(generator(1), compacted);
  const store = await openOn(disk, OWNER, AT_ONCE);
  const before = store.snapshot;
  await store.saveSnapshot(markOf(9, 1), inPieces(BYTES));
  assert.match(await refusedWith("not-found", () => bytesOf(before)), /replaced by a later one/);
});

test("R13: an old disk image opens with the same generation and fewer starts, which peers can tell", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.admit(7);
  await store.write(stateOf(1), entriesOf(1, 3, 1));
  const image = await disk.surface();
  await store.close();
  let surface = image;
  for (let start = 2; start <= 4; start++) {
    const running = new CrashDisk(generator(1), surface);
    const again = await openOn(running, OWNER, AT_ONCE);
    await again.write(stateOf(start), entriesOf(again.contents.last.index + 1, 2, start));
    surface = await running.surface();
  }
  const restored = await opened(image);
  const newest = await opened(surface);
  assert.equal(restored.identity.generation, newest.identity.generation);
  assert.deepEqual([restored.identity.starts, newest.identity.starts], [2, 5]);
  assert.deepEqual([restored.contents.last.index, newest.contents.last.index], [3, 9]);
});

test("R13: a crash between a new generation and its first mark leaves a store that opens", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  const { mark } = await disk.surface();
  const generation = await store.renew();
  const { records } = await disk.surface();
  const again = await opened({ records, mark });
  assert.equal(again.identity.generation, generation);
  assert.ok(again.identity.blank);
});

test("P0: a store of the format before, without snapshots, opens and is a known one", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(3, "b"), entriesOf(1, 4, 3));
  await disk.quiet();
  const { records } = await disk.surface();
  const before = (bytes: Uint8Array): Uint8Array => {
    const {
      base: _base,
      snapshot: _snapshot,
      blank: _blank,
      ...fields
    } = JSON.parse(Buffer.from(bytes).toString().slice(0, -33)) as Record<string, unknown>;
    return sealed({ ...fields, format: 1 });
  };
  for (const key of [IDENTITY_KEY, HEAD_KEY]) records.set(key, before(records.get(key)!));
  const { generation } = store.identity;
  const mark = markBefore(1, [
    { generation, write: 2, lastIndex: 4 },
    { generation, write: 1, lastIndex: 0 },
  ]);
  const old = new CrashDisk(generator(1), { records, mark });
  const again = await openOn(old, OWNER, AT_ONCE);
  assert.deepEqual(again.contents.entries, entriesOf(1, 4, 3));
  assert.deepEqual(again.contents.hardState, stateOf(3, "b"));
  assert.ok(!again.identity.blank);
  const { records: written } = await old.surface();
  for (const key of [IDENTITY_KEY, HEAD_KEY])
    assert.match(
      Buffer.from(written.get(key)!).toString(),
      /"format":4/,
      "an older version refuses it by name",
    );
});
