// docs/safety.md, J1 to J6: an acknowledgement waits for one sync, and forgets nothing for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Disk, Operation } from "../../consensus/store/disk.ts";
import { decodeJournal, encodeJournal, encodeSlot, SHAPE } from "../../consensus/store/journal.ts";
import { openOn } from "../../consensus/store/open.ts";
import { PAGE_BYTES } from "../../consensus/store/pages.ts";
import { HEAD_KEY } from "../../consensus/store/records.ts";
import { LeaseholdError } from "../../errors.ts";
import { CrashDisk, generator } from "./crashdisk.ts";
import {
  AT_ONCE,
  entriesOf,
  entryOf,
  inPieces,
  markBefore,
  markOf,
  OWNER,
  refusedWith,
  stateBytes,
  stateOf,
  TIGHT,
} from "./samples.ts";

const never = new Promise<void>(() => {});
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** A store whose database, from after the start on, syncs nothing more; writes are acknowledged as they come. */
async function stalled(count: number, seed = 1) {
  const disk = new CrashDisk(generator(seed));
  const store = await openOn(disk, OWNER, TIGHT);
  await disk.quiet();
  disk.stalled = never;
  const acknowledged = new Set<number>();
  for (let term = 1; term <= count; term++) {
    void store.write(stateOf(term, "b"), entriesOf(term, 1, term)).then(() => acknowledged.add(term));
    await turns(30);
  }
  return { disk, store, acknowledged };
}

test("J4: what was acknowledged while the database had synced nothing is there after the power went", async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { disk, acknowledged } = await stalled(3, seed);
    assert.deepEqual([...acknowledged], [1, 2, 3]);
    const again = await openOn(disk.crash("none", "none"), OWNER, TIGHT);
    assert.deepEqual(again.contents.hardState, stateOf(3, "b"), `seed ${seed}`);
    assert.deepEqual(
      again.contents.entries,
      [1, 2, 3].flatMap((term) => entriesOf(term, 1, term)),
    );
    await again.close();
  }
});

test("J3: a slot is not used again before the database has synced the write in it", async () => {
  const { disk, store, acknowledged } = await stalled(3);
  const full = (await disk.surface()).mark;
  let release = () => {};
  const fourth = store.write(stateOf(4), entriesOf(4, 1, 4)).then(() => acknowledged.add(4));
  await turns(100);
  assert.deepEqual([...acknowledged], [1, 2, 3]);
  assert.deepEqual((await disk.surface()).mark, full, "nothing is overwritten");
  const again = await openOn(disk.crash("none", "random"), OWNER, TIGHT);
  assert.equal(again.contents.entries.length, 3);

  const other = await stalled(0);
  other.disk.stalled = new Promise((resolve) => {
    release = resolve;
  });
  const all = [1, 2, 3, 4, 5].map((term) => other.store.write(stateOf(term), entriesOf(term, 1, term)));
  release();
  await Promise.all(all);
  void fourth;
});

test("J2: a write is not acknowledged before its slot is durable, though the database has it", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, TIGHT);
  disk.markStalled = never;
  let acknowledged = false;
  void store.write(stateOf(1), entriesOf(1, 1, 1)).then(() => {
    acknowledged = true;
  });
  await turns(200);
  assert.ok(disk.syncs >= 2 && !acknowledged);
  const again = await openOn(disk.crash("all", "none"), OWNER, TIGHT);
  assert.equal(again.contents.entries.length, 1, "a log that goes on above the mark opens");
});

test("J1: no slot is begun before the one before it is durable", async () => {
  const disk = new CrashDisk(generator(4));
  let [underWay, most, slots] = [0, 0, 0];
  const counting: Disk = Object.create(disk, {
    writeMark: {
      value: async (at: number, pages: Uint8Array, sync: boolean) => {
        most = Math.max(most, ++underWay);
        slots++;
        await disk.writeMark(at, pages, sync);
        underWay--;
      },
    },
    commit: { value: (operations: Operation[], sync: boolean) => disk.commit(operations, sync) },
    records: { value: () => disk.records() },
    readMark: { value: () => disk.readMark() },
    replaceMark: { value: (file: Uint8Array) => disk.replaceMark(file) },
  });
  const store = await openOn(counting, OWNER, TIGHT);
  for (let term = 1; term <= 40; term++) {
    void store.write(stateOf(term), entriesOf(term, 1, term));
    await turns(term % 5);
  }
  await store.write(stateOf(41), []);
  assert.ok(slots > 5);
  assert.equal(most, 1);
});

test("J4: a write that is missing among those to be done again is not left out", async () => {
  const { disk } = await stalled(3);
  const { mark } = await disk.surface();
  const slot = (write: number) => (2 + (write % TIGHT.shape.slots) * TIGHT.shape.slotPages) * PAGE_BYTES;
  // The start was write 1.
  for (const [write, left] of [
    [2, null],
    [3, null],
    [4, 2],
  ] as const) {
    const left_ = disk.crash("none", "none");
    const { records } = await left_.surface();
    const damaged = Uint8Array.from(mark).fill(0, slot(write), slot(write) + 2 * PAGE_BYTES);
    const opening = () => openOn(new CrashDisk(generator(1), { records, mark: damaged }), OWNER, TIGHT);
    // The newest one cannot be told from one that was torn while it was written.
    if (left === null) assert.match(await refusedWith("store-regressed", opening), /was acknowledged/);
    else assert.equal((await opening()).contents.entries.length, left);
  }
});

test("J5: a database that has lost what it had synced is refused, though the journal could fill it", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  const surfaces = [await disk.surface()];
  for (let term = 1; term <= 6; term++) {
    await store.write(stateOf(term), entriesOf(term, 1, term));
    await disk.quiet();
    surfaces.push(await disk.surface());
  }
  const { mark } = surfaces[6]!;
  const opened = (at: number) =>
    openOn(new CrashDisk(generator(1), { records: surfaces[at]!.records, mark }), OWNER, AT_ONCE);
  assert.equal((await opened(5)).contents.entries.length, 6);
  await refusedWith("store-regressed", () => opened(4));
  await refusedWith("store-regressed", () => opened(0));
});

test("J6: a start, a snapshot, a compaction, a new generation and a large write are in the database before they are marked", async () => {
  const disk = new CrashDisk(generator(2));
  const seen: string[] = [];
  const watched: Disk = {
    where: disk.where,
    records: () => disk.records(),
    get: (key) => disk.get(key),
    commit: async (operations, sync) => {
      await disk.commit(operations, sync);
      if (operations.some(({ key }) => key === HEAD_KEY)) seen.push("database");
    },
    shrink: () => disk.shrink(),
    readMark: () => disk.readMark(),
    replaceMark: (file) => disk.replaceMark(file),
    writeMark: async (at, pages, sync) => {
      seen.push("mark");
      await disk.writeMark(at, pages, sync);
    },
    close: () => disk.close(),
  };
  const store = await openOn(watched, OWNER, TIGHT);
  const all: [string, () => Promise<unknown>][] = [
    ["a large write", () => store.write(stateOf(1), [entryOf(1, 1, 9000), ...entriesOf(2, 4, 1)])],
    ["a snapshot", () => store.saveSnapshot(markOf(4, 1), inPieces(stateBytes(10_000, 1)))],
    ["a compaction", () => store.compact(markOf(3, 1).index)],
    ["admit", () => store.admit(7)],
    ["renew", () => store.renew()],
  ];
  assert.deepEqual(seen.splice(0), ["database", "mark"], "the start");
  for (const [what, act] of all) {
    await act();
    assert.deepEqual(seen.splice(0), ["database", "mark"], what);
  }
  await store.write(stateOf(2), []);
  assert.equal(seen[0], "mark", "a small write does not wait for the database");
  await store.close();
});

test("a newest slot that is torn, wherever, falls back to the one before it, and nothing acknowledged is lost", async () => {
  const random = generator(9);
  for (let round = 0; round < 60; round++) {
    const disk = new CrashDisk(random);
    const store = await openOn(disk, OWNER, TIGHT);
    const acknowledged = new Set<number>();
    disk.stalled = never;
    for (let term = 1; term <= 2; term++)
      await store.write(stateOf(term), entriesOf(term, 1, term)).then(() => acknowledged.add(term));
    disk.markStalled = never;
    void store.write(stateOf(3), [entryOf(3, 3, round * 100)]);
    await turns(30);
    const again = await openOn(disk.crash("none", "random"), OWNER, TIGHT);
    const { length } = again.contents.entries;
    assert.ok(length === 2 || length === 3, `round ${round}: ${length} entries`);
    await again.write(stateOf(9), entriesOf(length + 1, 1, 9));
    await again.close();
  }
});

for (const { shape, size, stride } of [
  { shape: { slots: 2, slotPages: 2 }, size: 300, stride: 1 },
  { shape: TIGHT.shape, size: 5000, stride: 29 },
]) {
  const what = stride === 1 ? "byte of any slot" : "byte or page of a write of several pages";
  test(`D3: no damaged ${what} changes what the journal says, or hides its newest write`, () => {
    const mark = { generation: "g", write: 7, lastIndex: 70, settled: 5 };
    const operations: Operation[] = [
      { type: "put", key: "2/entry/a", value: stateBytes(size, 1) },
      { type: "del", key: "2/entry/b" },
    ];
    const file = encodeJournal(shape, { ...mark, write: 6, lastIndex: 60, settled: 4 });
    const slot = encodeSlot(shape, mark, operations);
    assert.ok(slot !== null && slot.bytes.length === shape.slotPages * PAGE_BYTES);
    file.set(slot.bytes, slot.at);
    const said = (bytes: Uint8Array) => {
      const journal = decodeJournal("there", bytes);
      return { mark: journal.mark, newest: journal.writes.get(7), before: journal.writes.get(6) };
    };
    const sound = said(file);
    assert.deepEqual(sound, { mark, newest: operations.map(plain), before: null });
    const same = JSON.stringify(sound);
    const random = generator(3);
    for (let at = 0; at < file.length; at += stride) {
      const kept = file[at]!;
      file[at] = kept ^ (1 << Math.floor(random() * 8));
      assert.equal(JSON.stringify(said(file)), same, `byte ${at}`);
      file[at] = kept;
    }
    // A whole page that holds the bytes of another place.
    for (let page = 0; page < file.length / PAGE_BYTES; page++) {
      const damaged = Uint8Array.from(file);
      const other = (page + 3) % (file.length / PAGE_BYTES);
      damaged.copyWithin(page * PAGE_BYTES, other * PAGE_BYTES, (other + 1) * PAGE_BYTES);
      assert.equal(JSON.stringify(said(damaged)), same, `page ${page}`);
    }
  });
}

const plain = (operation: Operation): Operation =>
  operation.type === "put" ? { ...operation, value: Buffer.from(operation.value) } : operation;

test("P0: a mark of the format before is read, and its file grown, whatever step the power goes at", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(3, "b"), entriesOf(1, 4, 3));
  await disk.quiet();
  const { records } = await disk.surface();
  const { generation } = store.identity;
  const mark = markBefore(2, [
    { generation, write: 2, lastIndex: 4 },
    { generation, write: 1, lastIndex: 0 },
  ]);
  const torn = Uint8Array.from(mark).fill(0, 20, PAGE_BYTES);
  assert.equal(decodeJournal("there", torn).mark.write, 1);
  await refusedWith("store-corrupt", () =>
    openOn(new CrashDisk(generator(1), { records, mark: torn.fill(0, PAGE_BYTES + 20) }), OWNER, AT_ONCE),
  );
  let steps = 0;
  for (let complete = false; !complete; ) {
    const old = new CrashDisk(generator(1), { records, mark });
    old.dieAt = ++steps;
    const opening = openOn(old, OWNER, AT_ONCE);
    await Promise.race([opening, old.gone]);
    complete = old.steps < old.dieAt;
    old.dieAt = Number.POSITIVE_INFINITY;
    const left = complete ? old : old.crash();
    const again = await openOn(left, OWNER, AT_ONCE);
    assert.deepEqual(again.contents.entries, entriesOf(1, 4, 3), `step ${steps}`);
    await again.close();
    const grown = decodeJournal("there", (await left.surface()).mark);
    assert.ok(grown.sound);
    assert.deepEqual(grown.shape, SHAPE);
  }
  assert.ok(steps > 3);
});

test("J4: the power goes at any step of doing again what was missing, and then again", async () => {
  for (let step = 1; ; step++) {
    const { disk } = await stalled(3, step);
    const first = disk.crash("none", "none");
    first.dieAt = step;
    const opening = openOn(first, OWNER, TIGHT).catch((error: LeaseholdError) => error);
    const outcome = await Promise.race([opening, first.gone]);
    if (outcome !== undefined) {
      assert.ok(!(outcome instanceof LeaseholdError), String(outcome));
      assert.ok(step > 4);
      return;
    }
    for (const survivors of ["none", "all", "random"] as const) {
      const again = await openOn(first.crash(survivors), OWNER, TIGHT);
      assert.equal(again.contents.entries.length, 3, `step ${step}, ${survivors}`);
      assert.deepEqual(again.contents.hardState, stateOf(3, "b"));
    }
  }
});

test("a disk that fails while the missing writes are done again is told as such, and nothing is forgotten", async () => {
  const { disk } = await stalled(2);
  const left = disk.crash("none", "none");
  left.failure = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  await refusedWith("store-poisoned", () => openOn(left, OWNER, TIGHT));
  const again = await openOn(left.crash(), OWNER, TIGHT);
  assert.equal(again.contents.entries.length, 2);
});
