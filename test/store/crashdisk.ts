/**
 * A disk that loses what was not synced. The database's journal and the mark's file are separate files: a sync of
 * one says nothing of the other, and either may survive without the other. At the crash a random part of what was not synced survives, as it would in life: LevelDB
 * changes its journal now and then, so what was written without sync may go though later writes are there.
 */
import type { Disk, Operation, StoredRecord } from "../../consensus/store/disk.ts";
import { PAGE_BYTES } from "../../consensus/store/pages.ts";

/** A small generator of known seed (mulberry32), so that one seed is one run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Surface {
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** The file of the high-water mark. */
  readonly mark: Uint8Array | null;
}

interface Written {
  readonly operations: readonly Operation[];
  readonly sync: boolean;
  durable: boolean;
}
/** Of what was asked for with sync and is not synced yet. */
export type Survivors = "none" | "all" | "random";

export class CrashDisk implements Disk {
  readonly where = "a disk of the test";
  readonly #random: () => number;
  /** What a power cut leaves for sure. */
  readonly #records: Map<string, Uint8Array>;
  #mark: Uint8Array | null;
  /** Written, not yet synced. */
  #journal: Written[] = [];
  #pages: { readonly at: number; readonly pages: Uint8Array }[] = [];
  #dead = false;
  commits = 0;
  syncs = 0;
  shrinks = 0;
  /** Every point at which the power can go: before a write, between a write and its sync. */
  steps = 0;
  /** The step at which the power goes by itself; `gone` resolves then. */
  dieAt = Number.POSITIVE_INFINITY;
  readonly gone: Promise<void>;
  #die: () => void = () => {};
  /** Set: the next commit fails with this, as a failed sync does. */
  failure: Error | null = null;
  /** Set: the next write of the mark fails with this. */
  markFailure: Error | null = null;
  /** Set: commits with sync are written, and not synced before this resolves. */
  stalled: Promise<void> | null = null;
  /** The same for the mark's file. */
  markStalled: Promise<void> | null = null;
  #underWay = 0;

  constructor(random: () => number, surface: Surface = { records: new Map(), mark: null }) {
    this.#random = random;
    this.gone = new Promise((resolve) => {
      this.#die = resolve;
    });
    this.#records = new Map(surface.records);
    this.#mark = surface.mark === null ? null : Uint8Array.from(surface.mark);
  }

  async *records(): AsyncIterable<StoredRecord> {
    const seen = this.#seen();
    for (const key of [...seen.keys()].sort()) yield { key, value: seen.get(key)! };
  }

  async get(key: string): Promise<Uint8Array | null> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.#seen().get(key) ?? null;
  }

  commit(operations: readonly Operation[], sync: boolean): Promise<void> {
    return this.#counted(this.#commit(operations, sync));
  }

  writeMark(at: number, pages: Uint8Array, sync: boolean): Promise<void> {
    return this.#counted(this.#writeMark(at, pages, sync));
  }

  /** Resolves when nothing is under way. */
  async quiet(): Promise<void> {
    for (let turns = 0; turns < 3; turns = this.#underWay === 0 ? turns + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  }

  async #counted(work: Promise<void>): Promise<void> {
    this.#underWay++;
    try {
      await work;
    } finally {
      this.#underWay--;
    }
  }

  async #commit(operations: readonly Operation[], sync: boolean): Promise<void> {
    await this.#time();
    this.commits++;
    const written = { operations, sync, durable: false };
    this.#journal.push(written);
    if (sync) await this.#time();
    if (sync) await this.stalled;
    this.#fail("failure");
    if (!sync) return;
    this.syncs++;
    for (const before of this.#journal.slice(0, this.#journal.indexOf(written) + 1))
      before.durable ||= before.sync;
    while (this.#journal[0]?.durable) apply(this.#records, this.#journal.shift()!.operations);
  }

  async shrink(): Promise<void> {
    await this.#time();
    this.shrinks++;
  }

  async readMark(): Promise<Uint8Array | null> {
    if (this.#mark === null) return null;
    const file = Uint8Array.from(this.#mark);
    for (const { at, pages } of this.#pages) file.set(pages, at);
    return file;
  }

  async replaceMark(file: Uint8Array): Promise<void> {
    await this.#time();
    this.#mark = Uint8Array.from(file);
    this.#pages = [];
  }

  async #writeMark(at: number, pages: Uint8Array, sync: boolean): Promise<void> {
    await this.#time();
    this.#pages.push({ at, pages });
    if (sync) await this.#time();
    if (sync) await this.markStalled;
    this.#fail("markFailure");
    if (!sync) return;
    for (const durable of this.#pages.splice(0)) this.#mark!.set(durable.pages, durable.at);
  }

  async close(): Promise<void> {}

  /**
   * The power goes. What comes back is another disk; nothing of this one is ever answered again. `slots`: what is left of the
   * writes to the mark's file that were under way.
   */
  crash(survivors: Survivors = "random", slots: Survivors = "random"): CrashDisk {
    this.#dead = true;
    const records = new Map(this.#records);
    const share = survivors === "random" ? this.#random() : survivors === "all" ? 1 : 0;
    const kept = Math.floor(share * (this.#journal.length + 1));
    const inOrder = this.#random() < 0.5;
    for (const [at, { operations, sync, durable }] of this.#journal.entries()) {
      if (durable || (sync || inOrder ? at < kept : this.#random() < 0.5)) apply(records, operations);
    }
    return new CrashDisk(this.#random, { records, mark: this.#pagesLeft(slots) });
  }

  /** Of a write under way all pages may be there, none, or each as it comes: new, old, or half and half. */
  #pagesLeft(survivors: Survivors): Uint8Array | null {
    if (this.#mark === null) return null;
    const file = Uint8Array.from(this.#mark);
    for (const { at, pages } of this.#pages) {
      const whole = this.#random();
      for (let page = 0; page < pages.length; page += PAGE_BYTES) {
        const fate =
          survivors === "all" ? 0 : survivors === "none" ? 1 : whole < 0.6 ? whole : this.#random();
        const bytes = fate < 0.3 ? PAGE_BYTES : fate < 0.6 ? 0 : fate < 0.8 ? PAGE_BYTES / 2 : 0;
        file.set(pages.subarray(page, page + bytes), at + page);
      }
    }
    return file;
  }

  /** For damage: what lies there now, synced or not. */
  async surface(): Promise<{ records: Map<string, Uint8Array>; mark: Uint8Array }> {
    const records = new Map<string, Uint8Array>();
    for await (const { key, value } of this.records()) records.set(key, value);
    return { records, mark: (await this.readMark())! };
  }

  #seen(): Map<string, Uint8Array> {
    const seen = new Map(this.#records);
    for (const { operations } of this.#journal) apply(seen, operations);
    return seen;
  }

  /** Takes its time, and never comes back once the power is gone. */
  async #time(): Promise<void> {
    if (++this.steps === this.dieAt) {
      this.#dead = true;
      this.#die();
    }
    const turns = Math.floor(this.#random() * 4);
    for (let turn = 0; turn <= turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (this.#dead) await new Promise(() => {});
  }

  #fail(which: "failure" | "markFailure"): void {
    const failure = this[which];
    if (failure !== null) throw failure;
  }
}

function apply(records: Map<string, Uint8Array>, operations: readonly Operation[]): void {
  for (const operation of operations) {
    if (operation.type === "put") records.set(operation.key, operation.value);
    else records.delete(operation.key);
  }
}

/** The same disk, never synced: what the rule protects from must show. */
export function withoutSync(disk: Disk, what: "database" | "mark" | "both" | "chunks"): Disk {
  const keeps = (operations: readonly Operation[]) =>
    what === "mark" || (what === "chunks" && !operations.some(({ key }) => /^3\/.*\/1\//.test(key)));
  return {
    where: disk.where,
    records: () => disk.records(),
    get: (key) => disk.get(key),
    commit: (operations, sync) => disk.commit(operations, keeps(operations) ? sync : false),
    shrink: (first, last) => disk.shrink(first, last),
    readMark: () => disk.readMark(),
    replaceMark: (file) => disk.replaceMark(file),
    writeMark: (at, pages, sync) =>
      disk.writeMark(at, pages, what === "database" || what === "chunks" ? sync : false),
    close: () => disk.close(),
  };
}
