/** The disk: a LevelDB folder `db` and the file `mark`, in one folder of the store's own. */
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, truncate } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Level } from "level";
import { assert, LeaseholdError } from "../../errors.ts";
import type { Disk, Operation, StoredRecord } from "./disk.ts";
import { decodeJournal } from "./journal.ts";
import { closed, corrupt, unreadable } from "./trouble.ts";

const READ_AHEAD = 512;
const PROBE_BYTES = 256 * 1024;
/** As the system counts them, whatever the file system does. */
const BLOCK_BYTES = 512;
const DIARY_BYTES_MAX = 256 * 1024;

type Database = Level<string, Uint8Array>;
/** What Level is on Node.js; its declaration leaves out what browsers lack. */
interface Compactable {
  compactRange(start: string, end: string): Promise<void>;
}

/** Opens or creates the folder; locks it against other processes until `close`. */
export async function openLevelDisk(path: string): Promise<Disk> {
  const where = resolve(path);
  const markPath = join(where, "mark");
  const mark = await prepared(where, markPath);
  const blank = mark === null || decodeJournal(where, mark).mark.write === 0;
  const database: Database = new Level(join(where, "db"), {
    valueEncoding: "view",
    compression: false,
    createIfMissing: blank,
  });
  try {
    await database.open();
  } catch (error) {
    throw openFailure(where, error);
  }
  return new LevelDisk(where, database, markPath);
}

/** The folder is there, with its mark or with nothing. */
async function prepared(where: string, markPath: string): Promise<Uint8Array | null> {
  try {
    await createFolder(join(where, "db"));
    // Before the database is touched: LevelDB would clear away the files of a database whose CURRENT is lost.
    const mark = await readWhole(markPath);
    if (mark === null) await refuseRemains(where);
    await readThrough(join(where, "db"));
    return mark;
  } catch (error) {
    if (error instanceof LeaseholdError) throw error;
    throw unreadable(where, "its folder or its high-water mark cannot be opened", error);
  }
}

class LevelDisk implements Disk {
  readonly where: string;
  readonly #database: Database;
  readonly #markPath: string;
  #mark: FileHandle | null = null;

  constructor(where: string, database: Database, markPath: string) {
    this.where = where;
    this.#database = database;
    this.#markPath = markPath;
  }

  async *records(): AsyncIterable<StoredRecord> {
    const iterator = this.#database.iterator();
    try {
      for (;;) {
        const chunk = await iterator.nextv(READ_AHEAD);
        if (chunk.length === 0) return;
        for (const [key, value] of chunk) yield { key, value };
      }
    } catch (error) {
      throw unreadable(this.where, "the database cannot be read", error);
    } finally {
      await iterator.close();
    }
  }

  async get(key: string): Promise<Uint8Array | null> {
    if (this.#database.status !== "open") throw closed(this.where);
    try {
      return (await this.#database.get(key)) ?? null;
    } catch (error) {
      throw unreadable(this.where, "the database cannot be read", error);
    }
  }

  commit(operations: readonly Operation[], sync: boolean): Promise<void> {
    return this.#database.batch([...operations], { sync });
  }

  async shrink(first: string, last: string): Promise<void> {
    // LevelDB compacts in a thread of its own, and lets what is written meanwhile go first.
    await (this.#database as unknown as Compactable).compactRange(first, last);
    await this.#shortenDiary();
  }

  /**
   * LevelDB keeps a diary of such work, two kilobytes each time, begins another one only when it is opened, and reads none.
   * It goes on writing where it was: what was before is a hole, which takes no room.
   */
  async #shortenDiary(): Promise<void> {
    const diary = join(this.where, "db", "LOG");
    const { blocks } = await stat(diary);
    if (blocks * BLOCK_BYTES > DIARY_BYTES_MAX) await truncate(diary, 0);
  }

  readMark(): Promise<Uint8Array | null> {
    return readWhole(this.#markPath);
  }

  async replaceMark(bytes: Uint8Array): Promise<void> {
    assert(this.#mark === null, "the mark's file is replaced before it is written to");
    const draft = `${this.#markPath}.new`;
    const file = await open(draft, "w", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#markPath);
    await syncFolder(this.where); // checklist 43
  }

  async writeMark(at: number, pages: Uint8Array, _sync: boolean): Promise<void> {
    // O_DSYNC: written and synced in one call, one way through the thread pool. Nothing but the data of blocks that are
    // there changes, so nothing else is to be synced.
    this.#mark ??= await open(this.#markPath, constants.O_WRONLY | constants.O_DSYNC);
    const { bytesWritten } = await this.#mark.write(pages, 0, pages.length, at);
    if (bytesWritten !== pages.length)
      throw new Error(`only ${bytesWritten} of ${pages.length} bytes of the high-water mark were written`);
  }

  async close(): Promise<void> {
    await this.#mark?.close();
    this.#mark = null;
    await this.#database.close();
  }
}

async function readWhole(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Makes the folder and its parents, each name synced in the folder above it (checklist 43). */
async function createFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let folder = path; ; folder = dirname(folder)) {
    await syncFolder(dirname(folder));
    if (folder === first) return;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * LevelDB maps its tables into memory: where the disk cannot read one, the process would be killed without a word.
 * So each file is read once, in the ordinary way, which says what is wrong.
 */
async function readThrough(folder: string): Promise<void> {
  const piece = Buffer.alloc(PROBE_BYTES);
  for (const name of await readdir(folder)) {
    let file: FileHandle;
    try {
      file = await open(join(folder, name), "r");
    } catch (error) {
      // A process that has the store open may have removed it just now.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") continue;
      throw error;
    }
    try {
      for (let at = 0, count = 1; count > 0; at += count)
        count = (await file.read(piece, 0, PROBE_BYTES, at)).bytesRead;
    } finally {
      await file.close();
    }
  }
}

/** Neither a mark nor a CURRENT: a new folder, unless files of a database lie in it. Corrupt is not absent (checklist 45). */
async function refuseRemains(where: string): Promise<void> {
  const files = await readdir(join(where, "db"));
  if (files.includes("CURRENT") || !files.some((file) => /\.(ldb|sst|log)$/.test(file))) return;
  throw corrupt(where, "there are files of a database, but its CURRENT and the high-water mark are gone");
}

function openFailure(where: string, error: unknown): LeaseholdError {
  const cause = (error as { cause?: { code?: string } }).cause ?? error;
  if ((cause as { code?: string }).code === "LEVEL_LOCKED") {
    return new LeaseholdError(
      "store-locked",
      `the store in ${where} is in use by another process: is a daemon already running on it? Stop that one first`,
      { cause: error },
    );
  }
  return unreadable(where, "the database cannot be opened", error);
}
