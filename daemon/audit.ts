/**
 * The audit file: every decision of the group that this node has applied, one JSON object a line, also when ledger and log have
 * long forgotten it. It is a book for people and decides nothing; it is written before a snapshot takes the place of log.
 */
import { appendFile, open, rename, stat } from "node:fs/promises";
import type { LedgerEvent } from "../consensus/ledger/types.ts";

export interface AuditLine {
  readonly index: number;
  readonly term: number;
  /** The proposer's wall clock. */
  readonly at: number;
  readonly text: string;
  /** Null where only the sentence is known: it came with a snapshot. */
  readonly event: LedgerEvent | null;
}

/** Beyond `bytes` the file is put aside as `FILE.1`, the one before as `FILE.2` …; of these so many are kept. */
export interface AuditBounds {
  readonly bytes: number;
  readonly kept: number;
}
const BOUNDS: AuditBounds = { bytes: 32 * 1024 * 1024, kept: 4 };
/** Lines that wait in memory: they are in the log as well, until they are written. */
const LINES_MAX = 2000;

/** How much of its end is looked at for the last whole line. */
const TAIL_BYTES = 256 * 1024;

/** Opens the file, or begins one. `failed`: it cannot be written (a full disk); what it misses is said there. */
export async function openAudit(
  path: string,
  failed: (error: unknown) => void,
  bounds: AuditBounds = BOUNDS,
): Promise<Audit> {
  const last = Math.max(await lastIndex(path), await lastIndex(`${path}.1`));
  return new Audit(path, last, failed, bounds);
}

/** Of the last line that is whole; 0 where there is none. */
async function lastIndex(path: string): Promise<number> {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return 0;
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const lines = buffer.subarray(0, bytesRead).toString("utf8").split("\n");
    for (const line of lines.reverse()) {
      try {
        const { index } = JSON.parse(line) as { index?: unknown };
        if (Number.isSafeInteger(index)) return index as number;
      } catch {
        // cut short by a crash, or where we began to read
      }
    }
    return 0;
  } finally {
    await file.close();
  }
}

/** What comes and goes all the time is no evidence: what the holder says of itself, and leases of applications. */
const worthKeeping = ({ type }: LedgerEvent): boolean =>
  type !== "refused" && type !== "reported" && type !== "acquired" && type !== "yielded" && type !== "cards";

export class Audit {
  readonly #path: string;
  readonly #failed: (error: unknown) => void;
  #waiting: string[] = [];
  /** The last entry that the file tells of: a log that is read again at a start is not told again. */
  #last: number;
  #newest: number;
  #writing: Promise<void> = Promise.resolve();
  readonly #bounds: AuditBounds;

  constructor(path: string, last: number, failed: (error: unknown) => void, bounds: AuditBounds) {
    this.#path = path;
    this.#bounds = bounds;
    this.#last = last;
    this.#newest = last;
    this.#failed = failed;
  }

  /** Takes down what an entry decided. */
  note(line: AuditLine): void {
    if (line.index <= this.#last || (line.event !== null && !worthKeeping(line.event))) return;
    this.#newest = line.index;
    this.#waiting.push(
      `${JSON.stringify(line, (_key, value) => (typeof value === "bigint" ? `${value}` : value))}\n`,
    );
    // What an operator forced must be there when the next thing goes wrong.
    if (this.#waiting.length >= LINES_MAX || line.event?.type === "recovered") void this.flush();
  }

  /** Resolves when everything noted so far is on the disk, or could not be written: then that was said, and the node goes on. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write()).catch(this.#failed);
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const lines = this.#waiting.join("");
    this.#waiting = [];
    this.#last = this.#newest;
    await appendFile(this.#path, lines, { mode: 0o600 });
    const file = await open(this.#path, "r+");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    if ((await stat(this.#path)).size >= this.#bounds.bytes) await this.#putAside();
  }

  async #putAside(): Promise<void> {
    for (let i = this.#bounds.kept - 1; i >= 1; i--) {
      await rename(`${this.#path}.${i}`, `${this.#path}.${i + 1}`).catch(() => {});
    }
    await rename(this.#path, `${this.#path}.1`);
  }
}
