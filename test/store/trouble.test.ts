// D2, D3, checklist 45, 46: every kind of disk trouble ends in a state with a name, and in words that say what to do.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  closeSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { logIndex } from "../../consensus/core/types.ts";
import { openStore } from "../../consensus/store/open.ts";
import type { Store } from "../../consensus/store/port.ts";
import { poisoned, unreadable } from "../../consensus/store/trouble.ts";
import type { LeaseholdError } from "../../errors.ts";
import { bytesOf, entriesOf, inPieces, markOf, OWNER, refusedWith, stateBytes, stateOf } from "./samples.ts";

const root = mkdtempSync(join(tmpdir(), "leasehold-trouble-"));
let places = 0;
const place = () => join(root, `store-${++places}`);
after(() => rmSync(root, { recursive: true, force: true }));

interface Told {
  readonly failed: { readonly code: string; readonly message: string };
  readonly then: { readonly code: string };
  readonly acknowledged: number;
  readonly found: { term: number; last: number; base: number; snapshot: number; whole: boolean };
}

function tell(story: string): Told {
  const program = join(dirname(fileURLToPath(import.meta.url)), "fulldisk.js");
  const folder = place();
  mkdirSync(folder);
  const command = ["--mount", "--map-root-user", process.execPath, program, folder, story];
  const { status, stdout, stderr } = spawnSync("unshare", command, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Told;
}

for (const [story, words] of [
  ["writesUntilFull", /disk is full: free some space/],
  ["savesUntilFull", /disk is full: free some space/],
  ["opensFull", /disk is full: free some space/],
  ["beginsFull", /disk is full: free some space/],
  ["opensReadOnly", /read-only; .*dmesg/],
] as const) {
  test(`checklist 46: a disk that takes no more (${story}) poisons, and gives back all that was acknowledged`, () => {
    const { failed, then, acknowledged, found } = tell(story);
    assert.equal(failed.code, "store-poisoned", failed.message);
    assert.match(failed.message, words);
    assert.equal(then.code, "store-poisoned");
    assert.ok(found.term >= acknowledged && found.last >= 19 + acknowledged, JSON.stringify(found));
    assert.deepEqual([found.base, found.snapshot, found.whole], [5, 10, true]);
  });
}

/** A closed store with a log, a snapshot and a compacted beginning, all of it in LevelDB's tables. */
async function filled(): Promise<string> {
  const folder = place();
  const store = await openStore(folder, OWNER);
  await store.write(stateOf(1, "b", 30), entriesOf(1, 60, 1));
  await store.saveSnapshot(markOf(30, 1), inPieces(stateBytes(400_000, 1)));
  await store.compact(logIndex(20));
  await store.close();
  await (await openStore(folder, OWNER)).close();
  return folder;
}

const inDatabase = (folder: string, fits: RegExp): string[] =>
  readdirSync(join(folder, "db"))
    .filter((file) => fits.test(file))
    .map((file) => join(folder, "db", file))
    .filter((file) => statSync(file).size > 0);

test("checklist 45: files of a store that are missing, empty or cut short are named, and never a blank store", async () => {
  const sound = await filled();
  const cases: Readonly<Record<string, (folder: string) => void>> = {
    "no CURRENT": (folder) => rmSync(join(folder, "db/CURRENT")),
    "an empty CURRENT": (folder) => truncateSync(join(folder, "db/CURRENT")),
    "no MANIFEST": (folder) => rmSync(inDatabase(folder, /^MANIFEST/)[0]!),
    "an empty MANIFEST": (folder) => truncateSync(inDatabase(folder, /^MANIFEST/)[0]!),
    "half a MANIFEST": (folder) => {
      const [file] = inDatabase(folder, /^MANIFEST/);
      truncateSync(file!, Math.floor(statSync(file!).size / 2));
    },
    "no tables": (folder) => {
      for (const file of inDatabase(folder, /\.ldb$/)) rmSync(file);
    },
    "a table cut short": (folder) => {
      const [file] = inDatabase(folder, /\.ldb$/);
      truncateSync(file!, Math.floor(statSync(file!).size / 2));
    },
    "no journal": (folder) => {
      for (const file of inDatabase(folder, /\.log$/)) rmSync(file);
    },
    "no database": (folder) => rmSync(join(folder, "db"), { recursive: true }),
    "no mark": (folder) => rmSync(join(folder, "mark")),
    "an empty mark": (folder) => truncateSync(join(folder, "mark")),
  };
  for (const [name, harm] of Object.entries(cases)) {
    const folder = place();
    cpSync(sound, folder, { recursive: true });
    harm(folder);
    const refusal: LeaseholdError | null = await openStore(folder, OWNER).then(
      () => null,
      (error) => error,
    );
    assert.ok(refusal !== null, `${name}: the store opened`);
    assert.match(refusal.code, /^store-(corrupt|regressed)$/, `${name}: ${refusal.message}`);
    assert.match(refusal.message, /(corrupt|gone back): .*must not .*join again with an empty folder/, name);
  }
});

test("something else in the place of a store is unreadable, not corrupt, and is left alone", async () => {
  const sound = await filled();
  const cases: readonly ((folder: string) => void)[] = [
    (folder) => {
      rmSync(join(folder, "mark"));
      mkdirSync(join(folder, "mark"));
    },
    (folder) => {
      rmSync(join(folder, "db"), { recursive: true });
      writeFileSync(join(folder, "db"), "");
    },
    (folder) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, "");
    },
  ];
  for (const change of cases) {
    const folder = place();
    cpSync(sound, folder, { recursive: true });
    change(folder);
    const message = await refusedWith("store-unreadable", () => openStore(folder, OWNER));
    assert.match(message, /Nothing is known to be lost.*check the path/);
  }
});

test("a disk that cannot read one of the files: the store says so before LevelDB maps it into memory", async () => {
  const sound = await filled();
  for (const kind of [/\.ldb$/, /^MANIFEST/]) {
    const folder = place();
    cpSync(sound, folder, { recursive: true });
    const [file] = inDatabase(folder, kind);
    rmSync(file!);
    // Reading what no process has mapped at address 0 is an input/output error.
    symlinkSync("/proc/self/mem", file!);
    const message = await refusedWith("store-unreadable", () => openStore(folder, OWNER));
    assert.match(message, /EIO.*Nothing is known to be lost.*see `dmesg`/);
    assert.ok(lstatSync(file!).isSymbolicLink(), "nothing was changed");
  }
});

test("tables that go bad while the store runs: reading the snapshot says so, and never gives other bytes", async () => {
  const folder = await filled();
  const store: Store = await openStore(folder, OWNER);
  for (const file of inDatabase(folder, /\.ldb$/)) {
    const opened = openSync(file, "r+");
    for (let at = 1000; at < statSync(file).size - 1000; at += 1000) writeSync(opened, "x", at);
    closeSync(opened);
  }
  await refusedWith("store-corrupt", () => bytesOf(store.snapshot));
  await store.close();
});

test("a snapshot that is read after the store was closed is not taken for a corrupt one", async () => {
  const store = await openStore(await filled(), OWNER);
  await store.close();
  assert.match(await refusedWith("store-poisoned", () => bytesOf(store.snapshot)), /is closed/);
});

test("what the system says decides: who may not, a failing disk, a full one, or damage", () => {
  const said = (text: string, code?: string) =>
    Object.assign(new Error("Database failed to open", { cause: new Error(text) }), code ? { code } : {});
  const table = [
    ["IO error: x/LOCK: Permission denied", "store-unreadable", /give the folder to the user/],
    ["IO error: x/000005.ldb: Input/output error", "store-unreadable", /see `dmesg`/],
    ["IO error: x/000005.ldb: Too many open files", "store-unreadable", /ulimit -n/],
    ["IO error: x/000007.log: No space left on device", "store-poisoned", /disk is full/],
    ["IO error: x/000007.log: Disk quota exceeded", "store-poisoned", /quota/],
    ["IO error: x/000007.log: Read-only file system", "store-poisoned", /read-only/],
    ["Corruption: 1 missing files; e.g.: x/000005.ldb", "store-corrupt", /must not run on it/],
  ] as const;
  for (const [text, code, advice] of table) {
    const error = unreadable("a folder", "the database cannot be opened", said(text));
    assert.equal(error.code, code, text);
    assert.match(error.message, advice);
    assert.ok(error.message.includes(text), "the system's own words are passed on");
  }
  assert.match(poisoned("a folder", said("write failed", "EFBIG")).message, /EFBIG.*ulimit -f/);
  assert.match(poisoned("a folder", new Error("?")).message, /Check the disk and its free space/);
});

/** Bytes of all files of a store. */
const sizeOf = (folder: string): number =>
  readdirSync(join(folder, "db"))
    // LevelDB may have removed it just now.
    .map((file) => statSync(join(folder, "db", file), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);

test("the store stays bounded: what compaction and later snapshots give up is really given back", {
  timeout: 120_000,
}, async () => {
  const folder = place();
  const store = await openStore(folder, OWNER);
  let written = 0;
  for (let round = 1; round <= 30; round++) {
    const last = round * 100;
    await store.write(
      stateOf(1, "b", last),
      entriesOf(last - 99, 100, 1).map((entry) => ({ ...entry, bytes: 100 })),
    );
    await store.saveSnapshot(markOf(last, 1), inPieces(stateBytes(1_000_000, round)));
    await store.compact(logIndex(last - 50));
    written += 1_000_000;
  }
  // One snapshot, what LevelDB has not yet merged, and its journal of at most 4 MiB. The room is given back in the background.
  while (sizeOf(folder) >= written / 4) await new Promise((resolve) => setTimeout(resolve, 50));
  await store.close();
});
