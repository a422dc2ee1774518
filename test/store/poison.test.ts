// D2, checklist 42 and 46: after one failed write nothing is acknowledged until the process restarts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openOn } from "../../consensus/store/open.ts";
import { CrashDisk, generator } from "./crashdisk.ts";
import { AT_ONCE, entriesOf, OWNER, refusedWith, stateOf, TIGHT } from "./samples.ts";

const failed = (code: string) => Object.assign(new Error(`${code}: write`), { code });

test("D2, checklist 42: one failed sync of the database poisons the store, though the next would succeed", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(1), entriesOf(1, 3, 1));
  await disk.quiet();
  disk.failure = failed("EIO");
  // Its slot may be durable, and it acknowledged, before the database fails.
  const acknowledged = await store.write(stateOf(2), []).then(
    () => true,
    () => false,
  );
  const error = await store.failed;
  assert.equal(error.code, "store-poisoned");
  assert.match(error.message, /EIO.*until this daemon restarts/);
  disk.failure = null;
  const commits = disk.commits;
  await refusedWith("store-poisoned", () => store.write(stateOf(4), []));
  assert.equal(disk.commits, commits, "a poisoned store must not touch the disk again");
  await store.close();
  const again = await openOn(disk.crash("none"), OWNER, AT_ONCE);
  assert.ok(again.contents.hardState.term >= (acknowledged ? 2 : 1));
});

test("D2, J3: what was acknowledged before the database failed is there after the restart, power cut or not", async () => {
  let early = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const disk = new CrashDisk(generator(seed));
    const store = await openOn(disk, OWNER, TIGHT);
    await disk.quiet();
    disk.failure = failed("ENOSPC");
    let acknowledged = 0;
    for (let term = 1; term <= 8; term++) {
      const done = await store.write(stateOf(term), entriesOf(term, 1, term)).then(
        () => true,
        () => false,
      );
      if (done) acknowledged = term;
    }
    await store.failed;
    early += acknowledged;
    await store.close();
    const again = await openOn(disk.crash("none"), OWNER, TIGHT);
    assert.ok(again.contents.entries.length >= acknowledged, `seed ${seed}: ${acknowledged}`);
  }
  assert.ok(early > 0, "no seed acknowledged anything before the database failed");
});

test("D2: a failed sync of the high-water mark poisons the store just so", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  disk.markFailure = failed("EIO");
  await refusedWith("store-poisoned", () => store.write(stateOf(2), []));
  disk.markFailure = null;
  await refusedWith("store-poisoned", () => store.write(stateOf(3), []));
  await store.close();
});

test("checklist 46: a full disk is a failed write like any other; what was acknowledged is there after a restart", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER, AT_ONCE);
  await store.write(stateOf(1), entriesOf(1, 3, 1));
  disk.failure = failed("ENOSPC");
  const late = store.write(stateOf(9), entriesOf(4, 1, 9)).catch(() => {});
  assert.match((await store.failed).message, /disk is full/);
  await late;
  await refusedWith("store-poisoned", () => store.write(stateOf(10), []));
  const again = await openOn(disk.crash(), OWNER, AT_ONCE);
  assert.deepEqual(again.contents.entries.slice(0, 3), entriesOf(1, 3, 1));
});

test("D2: an entry that cannot be written poisons, for later writes build on it", async () => {
  const store = await openOn(new CrashDisk(generator(1)), OWNER, AT_ONCE);
  const [entry] = entriesOf(1, 1, 1);
  const broken = { ...entry!, bytes: Number.NaN };
  await refusedWith("store-poisoned", () => store.write(null, [broken]));
  await refusedWith("store-poisoned", () => store.write(null, entriesOf(2, 1, 1)));
});

test("a store whose first write fails does not open", async () => {
  const disk = new CrashDisk(generator(1));
  disk.failure = failed("EROFS");
  await refusedWith("store-poisoned", () => openOn(disk, OWNER, AT_ONCE));
});
