// The store on a real file system: killed processes, damaged files, locks, a disk that takes no more.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  constants,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Level } from "level";
import { openLevelDisk } from "../../consensus/store/leveldisk.ts";
import { openStore } from "../../consensus/store/open.ts";
import { generator } from "./crashdisk.ts";
import { entriesOf, OWNER, refusedWith, stateOf } from "./samples.ts";

const WRITER = join(dirname(fileURLToPath(import.meta.url)), "writer.js");
const root = mkdtempSync(join(tmpdir(), "leasehold-level-"));
const children = new Set<ChildProcess>();
let places = 0;
const place = () => join(root, `store-${++places}`);

after(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

interface Writer {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Resolves with the first line that fits, old or new; rejects when the process ends without one. */
  line(fits: (line: string) => boolean): Promise<string>;
  ended: Promise<void>;
}

function startWriter(folder: string, atOnce: number, padding = 0, limit: string | null = null): Writer {
  const command = [process.execPath, WRITER, folder, String(atOnce), String(padding)];
  const [program, ...rest] =
    limit === null ? command : ["bash", "-c", `ulimit -f ${limit}; exec "$@"`, "-", ...command];
  const child = spawn(program!, rest, { stdio: ["ignore", "pipe", "inherit"] });
  children.add(child);
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  let rest_ = "";
  let over = false;
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest_ + text).split("\n");
    rest_ = parts.pop()!;
    lines.push(...parts);
    for (const watcher of [...watchers]) watcher();
  });
  const ended = new Promise<void>((resolve) => {
    child.on("close", () => {
      children.delete(child);
      over = true;
      for (const watcher of [...watchers]) watcher();
      resolve();
    });
  });
  const line = (fits: (line: string) => boolean) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find(fits);
        if (found === undefined && !over) return;
        watchers.delete(look);
        if (found === undefined) reject(new Error(`the writer ended after: ${lines.slice(-3).join(" | ")}`));
        else resolve(found);
      };
      watchers.add(look);
      look();
    });
  return { child, lines, line, ended };
}

/** What the log looked like, as [index, term], after each call that the writers announced. */
class Announced {
  #log: number[] = [];
  #upTo = 0;
  acknowledged = 0;
  readonly #calls = new Map<number, { first: number; count: number }>();

  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [word, k, first, count] = line.split(" ");
      if (word === "call") this.#calls.set(Number(k), { first: Number(first), count: Number(count) });
      if (word === "ack") this.acknowledged = Math.max(this.acknowledged, Number(k));
    }
  }
  /** Terms by position after call `k`; forgets the calls after it, which never happened. */
  rewindTo(k: number): readonly number[] {
    for (let call = this.#upTo + 1; call <= k; call++) {
      const { first, count } = this.#calls.get(call)!;
      this.#log = [...this.#log.slice(0, first - 1), ...new Array<number>(count).fill(call)];
    }
    this.#upTo = k;
    this.#calls.clear();
    return this.#log;
  }
}

test("P3: kill -9 under load, fifteen times on one store, loses nothing acknowledged", async () => {
  const seed = Date.now() % 1_000_000;
  const random = generator(seed);
  const folder = place();
  const announced = new Announced();
  for (let round = 1; round <= 15; round++) {
    const writer = startWriter(folder, round % 3 === 0 ? 1 : 16);
    const target = announced.acknowledged + 1 + Math.floor(random() * 150);
    await writer.line((line) => line.startsWith("ack ") && Number(line.slice(4)) >= target);
    writer.child.kill("SIGKILL");
    await writer.ended;
    announced.take(writer.lines);
    const store = await openStore(folder, OWNER);
    const { hardState, entries, identity } = store.contents;
    await store.close();
    const where = `seed ${seed}, round ${round}`;
    assert.ok(
      hardState.term >= announced.acknowledged,
      `${where}: ${hardState.term} < ${announced.acknowledged}`,
    );
    assert.deepEqual(
      entries.map((entry) => entry.term),
      announced.rewindTo(hardState.term),
      where,
    );
    assert.equal(identity.starts, round * 2, where);
  }
});

test("a store that another process holds is refused in plain words, and free once that process is dead", async () => {
  const folder = place();
  const writer = startWriter(folder, 1);
  await writer.line((line) => line.startsWith("ack "));
  const message = await refusedWith("store-locked", () => openStore(folder, OWNER));
  assert.match(message, /in use by another process/);
  writer.child.kill("SIGKILL");
  await writer.ended;
  await (await openStore(folder, OWNER)).close();
});

test("checklist 46: a disk that takes no more poisons the store; what was acknowledged is there afterwards", async () => {
  const folder = place();
  // The limit is on the size of a file, in blocks of 1 KiB: LevelDB's journal reaches it after some writes.
  const writer = startWriter(folder, 4, 4000, "1536");
  assert.equal(await writer.line((line) => line.startsWith("failed ")), "failed store-poisoned");
  assert.equal(await writer.line((line) => line.startsWith("then ")), "then store-poisoned");
  await writer.ended;
  const announced = new Announced();
  announced.take(writer.lines);
  assert.ok(announced.acknowledged > 0);
  const store = await openStore(folder, OWNER);
  assert.ok(store.contents.hardState.term >= announced.acknowledged);
  await store.close();
});

/** A closed store of sixty entries; `settled`: opened again, so that LevelDB has moved them to a table. */
async function filled(settled: boolean): Promise<string> {
  const folder = place();
  const store = await openStore(folder, OWNER);
  for (let index = 1; index <= 60; index++)
    await store.write(stateOf(index, "b"), entriesOf(index, 1, index));
  await store.close();
  if (settled) await (await openStore(folder, OWNER)).close();
  return folder;
}

const filesOf = (folder: string, ending: string) =>
  readdirSync(join(folder, "db"))
    .filter((file) => file.endsWith(ending) && statSync(join(folder, "db", file)).size > 0)
    .map((file) => join(folder, "db", file));

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 0x20;
  writeFileSync(path, bytes);
}

for (const settled of [false, true]) {
  const kind = settled ? "table" : "journal";
  test(`D3, checklist 47: one flipped byte in LevelDB's ${kind} is never read as another log`, async () => {
    const seed = Date.now() % 1_000_000;
    const random = generator(seed);
    const sound = await filled(settled);
    let refusals = 0;
    for (let round = 0; round < 25; round++) {
      const folder = place();
      cpSync(sound, folder, { recursive: true });
      const files = filesOf(folder, settled ? ".ldb" : ".log");
      const file = files[Math.floor(random() * files.length)]!;
      const at = Math.floor(random() * statSync(file).size);
      flip(file, at);
      const where = `seed ${seed}: byte ${at} of ${file}`;
      try {
        const store = await openStore(folder, OWNER);
        // A byte of an index or a filter that was not needed: then everything must be there.
        assert.deepEqual(
          store.contents.entries,
          [...Array(60)].flatMap((_, i) => entriesOf(i + 1, 1, i + 1)),
          where,
        );
        assert.deepEqual(store.contents.hardState, stateOf(60, "b"), where);
        await store.close();
      } catch (error) {
        const { code } = error as { code?: string };
        assert.ok(code === "store-corrupt" || code === "store-regressed", `${where}: ${error}`);
        refusals++;
      }
      rmSync(folder, { recursive: true });
    }
    assert.ok(refusals > 0, `seed ${seed}: no flip was refused`);
  });
}

test("D3: an acknowledged tail that was cut off LevelDB's journal is refused, again and again", async () => {
  const folder = await filled(false);
  const [journal] = filesOf(folder, ".log");
  truncateSync(journal!, Math.floor(statSync(journal!).size / 2));
  for (let attempt = 0; attempt < 2; attempt++) {
    const message = await refusedWith("store-regressed", () => openStore(folder, OWNER));
    assert.match(message, /log up to entry [23]\d\b.*log up to entry 60.*was acknowledged/);
  }
});

test("J4, J5: a tail that LevelDB had not synced when the power went comes back from the journal, a longer one is refused", async () => {
  const sound = await filled(false);
  const outcomes: string[] = [];
  // Half of it is more than all slots together hold; how much of a short tail was known synced depends on the disk's mood.
  for (const part of [0, 0.001, 0.02, 0.04, 0.5]) {
    const folder = place();
    cpSync(sound, folder, { recursive: true });
    const [journal] = filesOf(folder, ".log");
    truncateSync(journal!, Math.floor(statSync(journal!).size * (1 - part)));
    try {
      const store = await openStore(folder, OWNER);
      assert.equal(store.contents.entries.length, 60);
      await store.close();
      outcomes.push("whole");
    } catch (error) {
      outcomes.push((error as { code: string }).code);
    }
  }
  assert.deepEqual(outcomes, [...outcomes].sort().reverse(), `${outcomes}`);
  assert.deepEqual([outcomes[0], outcomes.at(-1)], ["whole", "store-regressed"]);
});

test("checklist 44: a torn last record that was never acknowledged is dropped, and the store opens", async () => {
  const folder = await filled(false);
  const [journal] = filesOf(folder, ".log");
  // A journal record's header says more than follows: the crash came in the middle of the write.
  appendFileSync(journal!, Buffer.from([1, 2, 3, 4, 200, 0, 1, 9, 9, 9]));
  const store = await openStore(folder, OWNER);
  assert.equal(store.contents.entries.length, 60);
  await store.close();
});

test("checklist 45: a database without CURRENT, or without its mark, is corrupt and not blank", async () => {
  const folder = await filled(true);
  const without = (name: string) => {
    const copy = place();
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, name));
    return copy;
  };
  const noCurrent = without("db/CURRENT");
  await refusedWith("store-corrupt", () => openStore(noCurrent, OWNER));
  assert.ok(filesOf(noCurrent, ".ldb").length > 0, "the files are kept for inspection");
  await refusedWith("store-corrupt", () => openStore(without("mark"), OWNER));
  const neither = without("mark");
  rmSync(join(neither, "db/CURRENT"));
  await refusedWith("store-corrupt", () => openStore(neither, OWNER));
});

test("checklist 43: a new folder and the renamed mark are synced in the folder above them", async () => {
  const probe = await open(root, "r");
  const prototype = Object.getPrototypeOf(probe) as { sync(this: FileHandle): Promise<void> };
  await probe.close();
  const original = prototype.sync;
  const synced: string[] = [];
  prototype.sync = function (this: FileHandle) {
    synced.push(readlinkSync(`/proc/self/fd/${this.fd}`));
    return original.call(this);
  };
  const folder = join(place(), "deeper", "store");
  try {
    await (await openStore(folder, OWNER)).close();
  } finally {
    prototype.sync = original;
  }
  for (const above of [
    dirname(dirname(dirname(folder))),
    dirname(dirname(folder)),
    dirname(folder),
    folder,
  ]) {
    assert.ok(synced.includes(above), `${above} was not synced; synced: ${synced.join(", ")}`);
  }
  assert.equal(synced.at(-1), folder, "the folder is synced after the mark was renamed into it");
});

test("D1, J2: every batch goes to LevelDB with sync, and the mark is synced before the acknowledgement", async () => {
  const probe = await open(root, "r");
  const files = Object.getPrototypeOf(probe) as {
    write(this: FileHandle, ...rest: unknown[]): Promise<unknown>;
  };
  await probe.close();
  const databases = Level.prototype as unknown as {
    batch(this: unknown, operations: unknown[], options: { sync?: boolean }): Promise<void>;
  };
  const [write, batch] = [files.write, databases.batch];
  const seen: string[] = [];
  files.write = async function (this: FileHandle, ...rest: unknown[]) {
    const written = await write.apply(this, rest);
    // The file's flags, in octal; O_DSYNC makes each write wait for the disk.
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${this.fd}`, "utf8"))![1]!;
    seen.push((Number.parseInt(flags, 8) & constants.O_DSYNC) !== 0 ? "mark synced" : "mark NOT synced");
    return written;
  };
  databases.batch = async function (this: unknown, operations: unknown[], options: { sync?: boolean }) {
    await batch.call(this, operations, options);
    seen.push(options.sync === true ? "records synced" : "records NOT synced");
  };
  try {
    const store = await openStore(place(), OWNER);
    seen.length = 0;
    await store.write(stateOf(1), entriesOf(1, 1, 1)).then(() => seen.push("acknowledged"));
    await store.close();
  } finally {
    files.write = write;
    databases.batch = batch;
  }
  assert.deepEqual([...seen].sort(), ["acknowledged", "mark synced", "records synced"]);
  assert.ok(seen.indexOf("mark synced") < seen.indexOf("acknowledged"), `${seen}`);
});

test("LevelDB's diary takes no more room the longer a store is open", async () => {
  const folder = place();
  const disk = await openLevelDisk(folder);
  const diary = join(folder, "db", "LOG");
  const takes = (): number => 512 * statSync(diary).blocks;
  // As after some hundred snapshots: LevelDB itself writes at the place where it was.
  appendFileSync(diary, "x".repeat(1 << 20));
  assert.ok(takes() >= 1 << 20);
  await disk.shrink("a", "b");
  assert.ok(takes() <= 64 * 1024, `${takes()} bytes`);
  await disk.commit([{ type: "put", key: "a", value: Buffer.from("1") }], true);
  await disk.close();
});
