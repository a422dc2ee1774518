// D2, checklist 42 and 46: after one failed write nothing is acknowledged until the process restarts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openOn } from "../../consensus/store/open.ts";
import { CrashDisk, generator } from "./crashdisk.ts";
import { entriesOf, OWNER, refusedWith, stateOf } from "./samples.ts";

const failed = (code: string) => Object.assign(new Error(`${code}: write`), { code });

test("D2, checklist 42: one failed sync poisons the store, though the next would succeed", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER);
  await store.write(stateOf(1), entriesOf(1, 3, 1));
  disk.failure = failed("EIO");
  const [under, queued] = [store.write(stateOf(2), []), store.write(stateOf(3), [])];
  const message = await refusedWith("store-poisoned", () => under);
  assert.match(message, /EIO.*until this daemon restarts/);
  await refusedWith("store-poisoned", () => queued);
  disk.failure = null;
  const commits = disk.commits;
  await refusedWith("store-poisoned", () => store.write(stateOf(4), []));
  assert.equal(disk.commits, commits, "a poisoned store must not touch the disk again");
  await store.close();
});

test("D2: a failed sync of the high-water mark poisons the store just so", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER);
  disk.markFailure = failed("EIO");
  await refusedWith("store-poisoned", () => store.write(stateOf(2), []));
  disk.markFailure = null;
  await refusedWith("store-poisoned", () => store.write(stateOf(3), []));
  await store.close();
});

test("checklist 46: a full disk is a failed write like any other; what was acknowledged is there after a restart", async () => {
  const disk = new CrashDisk(generator(1));
  const store = await openOn(disk, OWNER);
  await store.write(stateOf(1), entriesOf(1, 3, 1));
  disk.failure = failed("ENOSPC");
  await refusedWith("store-poisoned", () => store.write(stateOf(9), entriesOf(4, 1, 9)));
  const again = await openOn(disk.crash(), OWNER);
  assert.deepEqual(again.contents.entries.slice(0, 3), entriesOf(1, 3, 1));
});

test("D2: an entry that cannot be written poisons, for later writes build on it", async () => {
  const store = await openOn(new CrashDisk(generator(1)), OWNER);
  const [entry] = entriesOf(1, 1, 1);
  const broken = { ...entry!, bytes: Number.NaN };
  await refusedWith("store-poisoned", () => store.write(null, [broken]));
  await refusedWith("store-poisoned", () => store.write(null, entriesOf(2, 1, 1)));
});

test("a store whose first write fails does not open", async () => {
  const disk = new CrashDisk(generator(1));
  disk.failure = failed("EROFS");
  await refusedWith("store-poisoned", () => openOn(disk, OWNER));
});
