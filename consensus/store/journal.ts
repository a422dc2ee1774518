/**
 * The high-water mark's file: a ring of slots that hold the newest writes themselves (docs/safety.md, J1 to J6). Two pages that say
 * how it is laid out come first; they are written once. Write number w lies in slot w modulo their number, as the mark, a line that a
 * person can read, and behind it what the write does to the database: nothing, when the database had it first (J6).
 */
import { LeaseholdError } from "../../errors.ts";
import type { Operation } from "./disk.ts";
import { PAGE_BYTES, pagesFor, pagesOf, recordsAmong } from "./pages.ts";
import { FORMAT, seal, unseal } from "./records.ts";
import { corrupt } from "./trouble.ts";

const LINE_FEED = "\n".charCodeAt(0);
const LAYOUT_PAGES = 2;
/** Before it the file was nothing but two pages, each with a mark, written in turn. */
const FIRST_WITH_SLOTS = 3;
/** Type, and the lengths of key and value. */
const OPERATION_BYTES = 7;

export interface JournalShape {
  readonly slots: number;
  readonly slotPages: number;
}
/** A megabyte. A slot takes writes of up to some 32 KB, and the database may be so many groups behind. */
export const SHAPE: JournalShape = { slots: 16, slotPages: 16 };

export interface Mark {
  readonly generation: string;
  /** Everything up to this write may have been acknowledged. */
  readonly write: number;
  readonly lastIndex: number;
  /** The database was known to have this write, synced, when the mark was written (J5). */
  readonly settled: number;
}

export interface Journal {
  readonly shape: JournalShape;
  /** The newest there is; `settled` is the greatest that any says. */
  readonly mark: Mark;
  /** What each write does, by its number; null: the database had it first. */
  readonly writes: ReadonlyMap<number, readonly Operation[] | null>;
  /** The file is as this version would lay it down; else it is to be replaced. */
  readonly sound: boolean;
}

/** A whole new file that holds this mark. */
export function encodeJournal(shape: JournalShape, mark: Mark): Uint8Array {
  const file = Buffer.alloc((LAYOUT_PAGES + shape.slots * shape.slotPages) * PAGE_BYTES);
  const layout = seal("mark", { generation: mark.generation, ...shape });
  for (let page = 0; page < LAYOUT_PAGES; page++) {
    file.fill(LINE_FEED, page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
    file.set(layout, page * PAGE_BYTES);
  }
  const { at, bytes } = encodeSlot(shape, mark, null);
  file.set(bytes, at);
  return file;
}

/** Where in the file it goes, in bytes, and what. */
export interface SlotWrite {
  readonly at: number;
  readonly bytes: Uint8Array;
}

export function encodeSlot(shape: JournalShape, mark: Mark, operations: null): SlotWrite;
/** Null: it does not fit. */
export function encodeSlot(
  shape: JournalShape,
  mark: Mark,
  operations: readonly Operation[] | null,
): SlotWrite | null;
export function encodeSlot(
  shape: JournalShape,
  mark: Mark,
  operations: readonly Operation[] | null,
): SlotWrite | null {
  const { slots, slotPages } = shape;
  const line = seal("mark", { ...mark, operations: operations?.length ?? null });
  const record = Buffer.concat([line, Buffer.of(LINE_FEED), ...(operations ?? []).flatMap(encodeOperation)]);
  if (pagesFor(record) > slotPages) return null;
  const page = LAYOUT_PAGES + (mark.write % slots) * slotPages;
  return { at: page * PAGE_BYTES, bytes: pagesOf(record, page) };
}

/** All that the file says. Throws `store-corrupt` when no mark is left whole, `store-version` when it is of a later format. */
export function decodeJournal(where: string, file: Uint8Array): Journal {
  const { newest, formats, failure } = readLayout(where, file);
  if (newest === null) throw corrupt(where, "its high-water mark is damaged", failure);
  if (newest.format < FIRST_WITH_SLOTS) {
    const mark = { ...newest.mark, settled: newest.mark.write };
    return { shape: SHAPE, mark, writes: new Map([[mark.write, null]]), sound: false };
  }
  const { slots, slotPages } = newest.shape;
  const pages = LAYOUT_PAGES + slots * slotPages;
  if (file.length !== pages * PAGE_BYTES) {
    throw corrupt(where, `its high-water mark is ${file.length} bytes long, not ${pages * PAGE_BYTES}`);
  }
  const writes = new Map<number, readonly Operation[] | null>();
  let mark: Mark | null = null;
  for (let page = LAYOUT_PAGES; page < pages; page += slotPages) {
    for (const record of recordsAmong(file, page, page + slotPages)) {
      const read = decodeRecord(where, record);
      writes.set(read.mark.write, read.operations);
      const settled = Math.max(mark?.settled ?? 0, read.mark.settled);
      mark = { ...(mark === null || read.mark.write > mark.write ? read.mark : mark), settled };
    }
  }
  if (mark === null) throw corrupt(where, "its high-water mark is damaged: no slot is whole", failure);
  return { shape: newest.shape, mark, writes, sound: formats.every((format) => format === FORMAT) };
}

interface Layout {
  readonly format: number;
  readonly mark: Omit<Mark, "settled">;
  readonly shape: JournalShape;
}

/** The first two pages; before format 3, the marks themselves: one of them may be torn by a crash, both damaged is corruption. */
function readLayout(where: string, file: Uint8Array) {
  let newest: Layout | null = null;
  let failure: unknown = null;
  const formats: (number | null)[] = [];
  for (let at = 0; at < LAYOUT_PAGES; at++) {
    try {
      const fields = unseal<keyof Mark | keyof JournalShape>(
        "mark",
        where,
        line(file.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES)),
      );
      const format = Number(fields.format);
      formats.push(format);
      const mark = markOf(fields);
      const shape = { slots: Number(fields.slots), slotPages: Number(fields.slotPages) };
      if (newest === null || mark.write > newest.mark.write) newest = { format, mark, shape };
    } catch (error) {
      if (error instanceof LeaseholdError && error.code === "store-version") throw error;
      formats.push(null);
      failure = error;
    }
  }
  return { newest, formats, failure };
}

function decodeRecord(where: string, record: Uint8Array): { mark: Mark; operations: Operation[] | null } {
  const text = line(record);
  const fields = unseal<keyof Mark | "operations">("mark", where, text);
  const mark = { ...markOf(fields), settled: Number(fields.settled) };
  if (fields.operations === null) return { mark, operations: null };
  const bytes = Buffer.from(record.subarray(text.length + 1));
  const operations: Operation[] = [];
  for (let at = 0; operations.length < Number(fields.operations); ) {
    const [keyLength, valueLength] = [bytes.readUInt16LE(at + 1), bytes.readUInt32LE(at + 3)];
    const value = at + OPERATION_BYTES + keyLength;
    const key = bytes.toString("utf8", at + OPERATION_BYTES, value);
    if (bytes[at] === 0) operations.push({ type: "del", key });
    else operations.push({ type: "put", key, value: bytes.subarray(value, value + valueLength) });
    at = value + valueLength;
  }
  return { mark, operations };
}

function encodeOperation(operation: Operation): Uint8Array[] {
  const key = Buffer.from(operation.key);
  const value = operation.type === "put" ? operation.value : new Uint8Array(0);
  const head = Buffer.alloc(OPERATION_BYTES);
  head.writeUInt8(operation.type === "put" ? 1 : 0);
  head.writeUInt16LE(key.length, 1);
  head.writeUInt32LE(value.length, 3);
  return [head, key, value];
}

const markOf = (fields: Partial<Record<keyof Mark, unknown>>): Omit<Mark, "settled"> => ({
  generation: String(fields.generation),
  write: Number(fields.write ?? 0),
  lastIndex: Number(fields.lastIndex ?? 0),
});

function line(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(LINE_FEED);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
