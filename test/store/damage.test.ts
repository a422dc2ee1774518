// D3, checklist 44, 45, 47, P0: damage is found and named, never repaired by leaving something out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openOn } from "../../consensus/store/open.ts";
import { PAGE_BYTES } from "../../consensus/store/pages.ts";
import { entryKey, HEAD_KEY, IDENTITY_KEY } from "../../consensus/store/records.ts";
import type { ErrorCode } from "../../errors.ts";
import { CrashDisk, generator } from "./crashdisk.ts";
import { AT_ONCE, entriesOf, entryOf, OWNER, refusedWith, sealed, stateOf } from "./samples.ts";

type Surface = Awaited<ReturnType<CrashDisk["surface"]>>;

/** A store with ten entries in ten writes; what each of the writes left behind. */
async function history(): Promise<Surface[]> {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  const surfaces: Surface[] = [await disk.surface()];
  for (let index = 1; index <= 10; index++) {
    await store.write(stateOf(index, "b"), entriesOf(index, 1, index));
    await disk.quiet();
    surfaces.push(await disk.surface());
  }
  return surfaces;
}

const opened = (surface: Surface) => openOn(new CrashDisk(generator(1), surface), OWNER, AT_ONCE);
const refused = (surface: Surface, code: ErrorCode = "store-corrupt") =>
  refusedWith(code, () => opened(surface));

async function damaged(
  change: (surface: Surface) => void,
  code: ErrorCode = "store-corrupt",
): Promise<string> {
  const surface = (await history()).at(-1)!;
  change(surface);
  return refused(surface, code);
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at]! ^= 0x10;
  return copy;
};

test("D3, checklist 47: a database that lost its tail is refused, with both positions named", async () => {
  const surfaces = await history();
  const message = await refused(
    { records: surfaces[7]!.records, mark: surfaces[10]!.mark },
    "store-regressed",
  );
  assert.match(message, /log up to entry 7.*log up to entry 10.*was acknowledged/);
});

test("D3: without the mark such a loss would go unseen", async () => {
  const surfaces = await history();
  const store = await opened(surfaces[7]!);
  assert.equal(store.contents.entries.length, 7);
});

test("checklist 44: a log that goes on above the mark was cut short by a crash, and opens", async () => {
  const surfaces = await history();
  const store = await opened({ records: surfaces[10]!.records, mark: surfaces[8]!.mark });
  assert.equal(store.contents.entries.length, 10);
});

test("D3: a mark of which no slot is whole is refused", async () => {
  const message = await damaged(({ mark }) => mark.fill(0, 2 * PAGE_BYTES));
  assert.match(message, /high-water mark is damaged/);
});

test("D3: a mark's file that was cut short is refused, wherever", async () => {
  for (const length of [0, 1, PAGE_BYTES, 2 * PAGE_BYTES, 30 * PAGE_BYTES, 40 * PAGE_BYTES + 1]) {
    const { records, mark } = (await history()).at(-1)!;
    await refused({ records, mark: mark.slice(0, length) });
  }
});

test("checklist 45: an empty database beside a mark is not a blank store", async () => {
  const message = await damaged(({ records }) => records.clear(), "store-regressed");
  assert.match(message, /empty.*write 11.*was acknowledged/);
});

test("checklist 45: records without a mark are not a blank store", async () => {
  const { records } = (await history()).at(-1)!;
  await refusedWith("store-corrupt", () =>
    openOn(new CrashDisk(generator(1), { records, mark: null }), OWNER, AT_ONCE),
  );
});

test("D3: one flipped bit in any record is found", async () => {
  const random = generator(7);
  const keys = [IDENTITY_KEY, HEAD_KEY, ...Array.from({ length: 10 }, (_, at) => entryKey(at + 1))];
  for (const key of keys) {
    for (let round = 0; round < 8; round++) {
      await damaged(({ records }) => {
        const value = records.get(key)!;
        records.set(key, flipped(value, Math.floor(random() * value.length)));
      });
    }
  }
});

test("D3: a damaged middle is fatal: missing, doubled, foreign and surplus entries are found", async () => {
  assert.match(await damaged(({ records }) => records.delete(entryKey(5))), /after entry 4 comes entry 6/);
  assert.match(await damaged(({ records }) => records.delete(entryKey(1))), /after entry 0 comes entry 2/);
  assert.match(await damaged(({ records }) => records.delete(entryKey(10))), /log ends at entry 9/);
  await damaged(({ records }) => records.set(entryKey(6), records.get(entryKey(5))!));
  await damaged(({ records }) => records.set(entryKey(11), records.get(entryKey(10))!));
  await damaged(({ records }) => records.set("2/entry/x", new Uint8Array(20)));
  await damaged(({ records }) => records.delete(HEAD_KEY));
  await damaged(({ records }) => records.delete(IDENTITY_KEY));
});

test("D3: a lost batch in the middle that only held a truncation is found", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(1), entriesOf(1, 6, 1));
  const before = await disk.surface();
  await store.write(stateOf(2), entriesOf(4, 1, 2));
  await store.write(stateOf(3), entriesOf(5, 1, 3));
  const after = await disk.surface();
  // The batch that replaced entry 4 and removed 5 and 6 is gone, the one after it is there.
  const records = new Map(before.records);
  records.set(entryKey(5), after.records.get(entryKey(5))!);
  records.set(HEAD_KEY, after.records.get(HEAD_KEY)!);
  await refused({ records, mark: after.mark });
});

test("D3, D1: the hard state cannot fall back alone, for it is part of the head", async () => {
  const surfaces = await history();
  const records = new Map(surfaces[10]!.records).set(HEAD_KEY, surfaces[9]!.records.get(HEAD_KEY)!);
  const message = await refused({ records, mark: surfaces[10]!.mark });
  assert.match(message, /log ends at entry 10, but its head says entry 9/);
});

test("D3: entries of another store do not fit the chain", async () => {
  const other = (await history()).at(-1)!;
  await damaged(({ records }) => records.set(entryKey(1), other.records.get(entryKey(1))!));
});

test("a database and a mark of different stores are refused", async () => {
  const [one, other] = [(await history()).at(-1)!, (await history()).at(-1)!];
  assert.match(await refused({ records: one.records, mark: other.mark }), /come from different stores/);
});

test("P0: records of an unknown format are refused by name", async () => {
  const changed = (bytes: Uint8Array): Uint8Array => {
    const text = Buffer.from(bytes).toString().split("\n")[0]!;
    return sealed({ ...JSON.parse(text.slice(0, -33)), format: 5 });
  };
  for (const key of [IDENTITY_KEY, HEAD_KEY]) {
    const surface = (await history()).at(-1)!;
    surface.records.set(key, changed(surface.records.get(key)!));
    const message = await refusedWith("store-version", () => opened(surface));
    assert.match(message, /has format 5 .* reads formats up to 4 only/);
  }
  const surface = (await history()).at(-1)!;
  surface.mark.set(changed(surface.mark.slice(0, PAGE_BYTES)));
  await refusedWith("store-version", () => opened(surface));
});

test("a commit index beyond the log is refused", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(1, null, 1), [entryOf(1, 1)]);
  await refusedWith("store-poisoned", () => store.write(stateOf(1, null, 2), []));
});
