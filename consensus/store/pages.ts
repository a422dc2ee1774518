/**
 * Pages that say for themselves what they are. A record is cut into parts, a page each, and every part is written twice, on
 * two pages: the power tears a record that was being written, but what lies there whole outlives any one page. Each page carries its own
 * place, so a page that the disk put elsewhere is not taken for the one that belongs there.
 */
import { assert } from "../../errors.ts";
import { DIGEST_BYTES, digest } from "./records.ts";

export const PAGE_BYTES = 4096;
/** Checksum of the page, digest of the record, its length, part and number of parts. */
const HEAD_BYTES = 2 * DIGEST_BYTES + 8;
const ROOM = PAGE_BYTES - HEAD_BYTES;
const COPIES = 2;

const partsOf = (record: Uint8Array): number => Math.max(1, Math.ceil(record.length / ROOM));
export const pagesFor = (record: Uint8Array): number => COPIES * partsOf(record);

/** `first`: the number of the page in the file at which they will lie. */
export function pagesOf(record: Uint8Array, first: number): Uint8Array {
  const parts = partsOf(record);
  const id = digest(record);
  const pages = Buffer.alloc(COPIES * parts * PAGE_BYTES);
  for (let at = 0; at < COPIES * parts; at++) {
    const page = pages.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES);
    const part = at % parts;
    page.set(id, DIGEST_BYTES);
    page.writeUInt32LE(record.length, 2 * DIGEST_BYTES);
    page.writeUInt16LE(part, 2 * DIGEST_BYTES + 4);
    page.writeUInt16LE(parts, 2 * DIGEST_BYTES + 6);
    page.set(record.subarray(part * ROOM, (part + 1) * ROOM), HEAD_BYTES);
    page.set(checksum(first + at, page));
  }
  return pages;
}

interface Gathered {
  readonly length: number;
  readonly parts: (Uint8Array | undefined)[];
}

/** Every record of which each part is whole on one page at least, among the pages from `first` to before `end`. */
export function recordsAmong(file: Uint8Array, first: number, end: number): Uint8Array[] {
  const gathered = new Map<string, Gathered>();
  for (let at = first; at < end; at++) {
    const page = Buffer.from(file.buffer, file.byteOffset + at * PAGE_BYTES, PAGE_BYTES);
    // Most were never written, or lie behind a short record.
    if (page.readUInt16LE(2 * DIGEST_BYTES + 6) === 0) continue;
    if (Buffer.compare(checksum(at, page), page.subarray(0, DIGEST_BYTES)) !== 0) continue;
    const id = page.toString("hex", DIGEST_BYTES, 2 * DIGEST_BYTES);
    const parts = page.readUInt16LE(2 * DIGEST_BYTES + 6);
    const of = gathered.get(id) ?? {
      length: page.readUInt32LE(2 * DIGEST_BYTES),
      parts: new Array<undefined>(parts).fill(undefined),
    };
    of.parts[page.readUInt16LE(2 * DIGEST_BYTES + 4)] = page.subarray(HEAD_BYTES);
    gathered.set(id, of);
  }
  return [...gathered].flatMap(([id, { length, parts }]) => {
    if (parts.includes(undefined)) return [];
    const record = Buffer.concat(parts as Uint8Array[]).subarray(0, length);
    assert(Buffer.from(digest(record)).toString("hex") === id, "parts of one record make that record");
    return [record];
  });
}

const place = Buffer.alloc(4);
function checksum(at: number, page: Uint8Array): Uint8Array {
  place.writeUInt32LE(at);
  return digest("leasehold page ", place, page.subarray(DIGEST_BYTES));
}
