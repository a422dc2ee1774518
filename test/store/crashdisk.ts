/**
 * A disk that loses what was not synced. The database's journal and the mark's file are separate files: a sync of
 * one says nothing of the other. At the crash a random part of what was not synced survives, as it would in life: LevelDB
 * changes its journal now and then, so what was written without sync may go though later writes are there.
 */
import type { Disk, MarkSlot, Operation, StoredRecord } from "../../consensus/store/disk.ts";

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
  readonly slots: readonly [Uint8Array, Uint8Array] | null;
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
  #slots: [Uint8Array, Uint8Array] | null;
  /** Written, not yet synced. */
  #journal: Written[] = [];
  #marks: { readonly slot: MarkSlot; readonly mark: Uint8Array }[] = [];
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

  constructor(random: () => number, surface: Surface = { records: new Map(), slots: null }) {
    this.#random = random;
    this.gone = new Promise((resolve) => {
      this.#die = resolve;
    });
    this.#records = new Map(surface.records);
    this.#slots = surface.slots === null ? null : [...surface.slots];
  }

  async *records(): AsyncIterable<StoredRecord> {
    const seen = this.#seen();
    for (const key of [...seen.keys()].sort()) yield { key, value: seen.get(key)! };
  }

  async get(key: string): Promise<Uint8Array | null> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.#seen().get(key) ?? null;
  }

  async commit(operations: readonly Operation[], sync: boolean): Promise<void> {
    await this.#time();
    this.commits++;
    const written = { operations, sync, durable: false };
    this.#journal.push(written);
    if (sync) await this.#time();
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

  async readMark(): Promise<readonly Uint8Array[] | null> {
    if (this.#slots === null) return null;
    const slots = [...this.#slots];
    for (const { slot, mark } of this.#marks) slots[slot] = mark;
    return slots;
  }

  async createMark(mark: Uint8Array): Promise<void> {
    await this.#time();
    this.#slots = [mark, mark];
  }

  async writeMark(slot: MarkSlot, mark: Uint8Array, sync: boolean): Promise<void> {
    await this.#time();
    this.#marks.push({ slot, mark });
    if (sync) await this.#time();
    this.#fail("markFailure");
    if (!sync) return;
    for (const durable of this.#marks.splice(0)) this.#slots![durable.slot] = durable.mark;
  }

  async close(): Promise<void> {}

  /** The power goes. What comes back is another disk; nothing of this one is ever answered again. */
  crash(survivors: Survivors = "random"): CrashDisk {
    this.#dead = true;
    const records = new Map(this.#records);
    const share = survivors === "random" ? this.#random() : survivors === "all" ? 1 : 0;
    const kept = Math.floor(share * (this.#journal.length + 1));
    const inOrder = this.#random() < 0.5;
    for (const [at, { operations, sync, durable }] of this.#journal.entries()) {
      if (durable || (sync || inOrder ? at < kept : this.#random() < 0.5)) apply(records, operations);
    }
    const slots: [Uint8Array, Uint8Array] | null = this.#slots === null ? null : [...this.#slots];
    for (const { slot, mark } of this.#marks) {
      const fate = this.#random();
      if (fate < 0.4) slots![slot] = mark;
      // Torn: half of the new, half of the old.
      else if (fate < 0.7) slots![slot] = Buffer.concat([mark.subarray(0, 40), slots![slot].subarray(40)]);
    }
    return new CrashDisk(this.#random, { records, slots });
  }

  /** For damage: what lies there now, synced or not. */
  async surface(): Promise<{ records: Map<string, Uint8Array>; slots: [Uint8Array, Uint8Array] }> {
    const records = new Map<string, Uint8Array>();
    for await (const { key, value } of this.records()) records.set(key, value);
    const slots = await this.readMark();
    return { records, slots: [slots![0]!, slots![1]!] };
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
    createMark: (mark) => disk.createMark(mark),
    writeMark: (slot, mark, sync) =>
      disk.writeMark(slot, mark, what === "database" || what === "chunks" ? sync : false),
    close: () => disk.close(),
  };
}
