// P3, D3, checklist 36-39: the power goes at every point of snapshots, compaction and installation; what is found is what was
// acknowledged, or more of what was asked for, whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Disk } from "../../consensus/store/disk.ts";
import { openOn } from "../../consensus/store/open.ts";
import type { Store } from "../../consensus/store/port.ts";
import { LeaseholdError } from "../../errors.ts";
import { CrashDisk, generator, type Survivors, withoutSync } from "./crashdisk.ts";
import { type Act, checkBytes, expected, lineOf, perform, randomActs } from "./lives.ts";
import { entriesOf, markOf, OWNER, stateOf, TIGHT } from "./samples.ts";

const SURVIVORS: readonly Survivors[] = ["none", "all", "random"];

const ACTS: readonly Act[] = [
  { type: "write", hardState: stateOf(1), entries: entriesOf(1, 6, 1), together: true },
  { type: "write", hardState: stateOf(1, "b", 5), entries: [] },
  { type: "save", index: 4, term: 1, size: 150_000 },
  { type: "compact", through: 3 },
  { type: "admit" },
  { type: "write", hardState: stateOf(2), entries: entriesOf(7, 2, 1), together: true },
  { type: "write", hardState: stateOf(2), entries: entriesOf(6, 1, 2) },
  { type: "save", index: 6, term: 2, size: 70_000 },
  { type: "compact", through: 6 },
  { type: "write", hardState: null, entries: entriesOf(7, 6, 2), together: true },
  { type: "install", index: 10, term: 3, size: 100_000 },
  { type: "write", hardState: null, entries: entriesOf(11, 1, 3) },
  { type: "renew" },
  { type: "install", index: 40, term: 4, size: 0 },
  { type: "write", hardState: null, entries: entriesOf(41, 1, 4), together: true },
  { type: "save", index: 41, term: 4, size: 66_000 },
  { type: "compact", through: 41 },
];

interface Ending {
  /** Acts acknowledged, and acts begun, when the power went; with all of them done, nothing went. */
  readonly acknowledged: number;
  readonly begun: number;
  readonly complete: boolean;
}

/** Does the acts until the power goes. */
async function live(disk: CrashDisk, through: Disk, acts: readonly Act[]): Promise<Ending> {
  let [acknowledged, begun] = [0, 0];
  const life = async () => {
    const store = await openOn(through, OWNER, TIGHT);
    for (const act of acts) {
      const number = ++begun;
      const done = perform(store, act).then(() => {
        acknowledged = Math.max(acknowledged, number);
      });
      if (act.type !== "write" || act.together !== true) await done;
    }
    await store.close();
  };
  let complete = false;
  const whole = life().then(() => {
    complete = true;
  });
  await Promise.race([whole, disk.gone]);
  return { acknowledged, begun, complete };
}

/** Opens what is left; returns what is wrong with it, in words. */
async function judge(
  disk: CrashDisk,
  { acknowledged, begun }: Ending,
  lines: readonly string[],
): Promise<string | null> {
  let store: Store;
  try {
    store = await openOn(disk, OWNER, TIGHT);
  } catch (error) {
    assert.ok(error instanceof LeaseholdError, String(error));
    return error.code;
  }
  const found = lineOf(store.contents);
  if (!lines.slice(acknowledged, begun + 1).includes(found)) return "lost";
  // It goes on from there, and what was left over takes nothing along that belongs to it.
  await checkBytes(store);
  const { last, identity } = store.contents;
  const next = entriesOf(last.index + 1, 1, 99);
  await store.write(stateOf(99, null, last.index + 1), next);
  await store.close();
  const again = await openOn(disk, OWNER, TIGHT);
  assert.deepEqual(again.contents.entries, [...store.contents.entries, ...next]);
  assert.deepEqual(again.contents.snapshot?.mark, store.contents.snapshot?.mark);
  assert.equal(again.contents.identity.starts, identity.starts + 1);
  assert.equal(again.contents.identity.generation, identity.generation);
  await again.close();
  return null;
}

/**
 * The power goes at step 1, then at step 2 …, until all acts are done before it goes, or until `enough` has been seen. Gathers
 * the steps by what was wrong.
 */
async function atEveryStep(
  seed: number,
  through: (disk: CrashDisk) => Disk,
  enough: string | null = null,
): Promise<Map<string, number[]>> {
  const lines = await expected(ACTS);
  const wrong = new Map<string, number[]>();
  for (let step = 1; ; step++) {
    const disk = new CrashDisk(generator(seed));
    disk.dieAt = step;
    const ending = await live(disk, through(disk), ACTS);
    if (ending.complete || (enough !== null && wrong.has(enough))) break;
    for (const survivors of SURVIVORS) {
      const what = await judge(disk.crash(survivors), ending, lines);
      if (what !== null) wrong.set(what, [...(wrong.get(what) ?? []), step]);
    }
  }
  return wrong;
}

for (const seed of [1, 2]) {
  test(`P3: the power goes at every single step, timing ${seed}: the old state or the new one is there, whole`, async () => {
    assert.deepEqual(await atEveryStep(seed, (disk) => disk), new Map());
  });
}

test("with the chunks of a snapshot not synced, the test above sees it", async () => {
  const wrong = await atEveryStep(1, (disk) => withoutSync(disk, "chunks"), "store-corrupt");
  assert.ok(wrong.has("store-corrupt"), JSON.stringify([...wrong]));
});

test("with batches that are not whole, the test above sees it", async () => {
  const torn = (disk: CrashDisk): Disk => ({
    where: disk.where,
    records: () => disk.records(),
    get: (key) => disk.get(key),
    commit: async (operations, sync) => {
      for (const operation of [...operations].reverse()) await disk.commit([operation], sync);
    },
    shrink: () => disk.shrink(),
    readMark: () => disk.readMark(),
    replaceMark: (file) => disk.replaceMark(file),
    writeMark: (at, pages, sync) => disk.writeMark(at, pages, sync),
    close: () => disk.close(),
  });
  const wrong = await atEveryStep(1, torn, "store-corrupt");
  assert.ok(wrong.has("store-corrupt"), JSON.stringify([...wrong]));
});

test("P3: random lives with snapshots, cut at random", async () => {
  const base = Date.now() % 1_000_000;
  for (let round = 0; round < 60; round++) {
    const seed = base + round;
    const random = generator(seed);
    const acts = randomActs(20, (below) => Math.floor(random() * below));
    const disk = new CrashDisk(random);
    disk.dieAt = 1 + Math.floor(random() * 120);
    const ending = await live(disk, disk, acts);
    if (ending.complete) continue;
    assert.equal(await judge(disk.crash(), ending, await expected(acts)), null, `seed ${seed}`);
  }
});

test("D2: a failed sync of a snapshot's chunk poisons the store, and the snapshot before is there afterwards", async () => {
  const disk = new CrashDisk(generator(5));
  const store = await openOn(disk, OWNER, TIGHT);
  for (const act of ACTS.slice(0, 4)) await perform(store, act);
  const broken = async function* () {
    yield new Uint8Array(70_000);
    disk.failure = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    yield new Uint8Array(70_000);
  };
  await assert.rejects(
    () => store.saveSnapshot(markOf(6, 1), broken()),
    (error: LeaseholdError) => error.code === "store-poisoned" && /disk is full/.test(error.message),
  );
  disk.failure = null;
  await assert.rejects(() => store.write(stateOf(9), []), { code: "store-poisoned" });
  const again = await openOn(disk.crash(), OWNER, TIGHT);
  assert.equal(lineOf(again.contents), (await expected(ACTS.slice(0, 4))).at(-1));
  await checkBytes(again);
});
