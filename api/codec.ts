/**
 * Protocol Buffers for the messages of the API, by a table of their fields instead of code for each: a command that is typed at a prompt
 * loads a few kilobytes, and one loop that reads every message is soon compiled, where a thousand groups would else be read by
 * code that never ran before. Only what api.proto uses is there; `generate.mjs` refuses the rest.
 *
 * A field that is not set reads as nothing of its kind (0, "", false, an empty list; null for a message); what is unknown is passed over.
 */
import type { Field, Tables } from "../proto/generated/api.js";

type Message = Record<string, unknown>;
type Kind = "bool" | "double" | "string" | "uint32" | "uint64" | "sint32" | "message";

interface Known {
  readonly id: number;
  readonly name: string;
  readonly kind: Kind;
  readonly repeated: boolean;
  /** Of a message; set once every message is known. */
  shape: Shape | null;
}
interface Shape {
  readonly fields: readonly Known[];
  readonly byId: readonly (Known | undefined)[];
  /** The names of its single texts, by the byte that announces them; those with a number below 16 have one. */
  readonly texts: readonly (string | undefined)[];
  /** A message in which nothing is set; lists are each message's own. */
  readonly blank: Message;
  readonly lists: readonly string[];
}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
const wireOf = (kind: Kind): number =>
  kind === "double" ? FIXED64 : kind === "string" || kind === "message" ? BYTES : VARINT;

const SCALARS = new Set<string>(["bool", "double", "string", "uint32", "uint64", "sint32"]);

export interface Codec<T> {
  serialize(value: T): Buffer;
  /** Throws on bytes that are no such message. */
  deserialize(bytes: Buffer): T;
}

/** A codec for each message of the tables, by its name. */
export function codecs<Name extends string>(tables: Tables<Name>): <T>(name: Name) => Codec<T> {
  const shapes = new Map<string, Shape>();
  const entries: [string, readonly Field[]][] = Object.entries(tables);
  for (const [name, fields] of entries) shapes.set(name, shapeOf(fields));
  for (const [name, fields] of entries)
    for (const [at, [, , type]] of fields.entries())
      shapes.get(name)!.fields[at]!.shape = shapes.get(type) ?? null;
  return <T>(name: Name) => {
    const shape = shapes.get(name)!;
    return {
      serialize: (value) => new Writer().finish(shape, value as Message),
      deserialize: (bytes) => new Reader(bytes).message(shape, bytes.length) as T,
    };
  };
}

function shapeOf(fields: readonly Field[]): Shape {
  const known = fields.map(
    ([id, name, type, repeated]): Known => ({
      id,
      name,
      kind: SCALARS.has(type) ? (type as Kind) : "message",
      repeated: repeated === 1,
      shape: null,
    }),
  );
  const byId: (Known | undefined)[] = [];
  for (const field of known) byId[field.id] = field;
  const texts: (string | undefined)[] = new Array(128).fill(undefined);
  for (const { id, name, kind, repeated } of known)
    if (kind === "string" && !repeated && id < 16) texts[id * 8 + BYTES] = name;
  const blank: Message = {};
  for (const field of known) blank[field.name] = nothing(field);
  return { fields: known, byId, texts, blank, lists: known.filter((f) => f.repeated).map((f) => f.name) };
}

function nothing({ kind }: Known): unknown {
  switch (kind) {
    case "bool":
      return false;
    case "string":
      return "";
    case "message":
      return null;
    default:
      return 0;
  }
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  message(shape: Shape, end: number): Message {
    const message = { ...shape.blank };
    for (const name of shape.lists) message[name] = [];
    const bytes = this.#bytes;
    while (this.#at < end) {
      // A short text, as most fields are: read right here, since in a process that has just started each call is dear.
      const text = shape.texts[bytes[this.#at]!];
      const from = this.#at + 2;
      const last = from + bytes[from - 1]!;
      if (text !== undefined && last < from + 0x80 && last <= end) {
        message[text] = bytes.toString("utf8", from, last);
        this.#at = last;
        continue;
      }
      const tag = this.#varint(end);
      const field = shape.byId[tag >>> 3];
      const wire = tag & 7;
      if (field === undefined) this.#skip(wire, end);
      else this.#field(message, field, wire, end);
    }
    return message;
  }

  #field(message: Message, field: Known, wire: number, end: number): void {
    const expected = wireOf(field.kind);
    if (wire === expected) {
      const value = this.#value(field, end);
      if (field.repeated) (message[field.name] as unknown[]).push(value);
      else message[field.name] = value;
    } else if (field.repeated && wire === BYTES) {
      // Numbers may come packed: many in one field.
      const last = this.#length(end);
      while (this.#at < last) (message[field.name] as unknown[]).push(this.#value(field, last));
    } else throw new RangeError(`field ${field.name} comes as wire type ${wire}`);
  }

  #value(field: Known, end: number): unknown {
    switch (field.kind) {
      case "bool":
        return this.#varint(end) !== 0;
      case "uint32":
        return this.#varint(end) >>> 0;
      case "uint64":
        return this.#varint(end);
      case "sint32": {
        // Zigzag: 0, -1, 1, -2 ...
        const folded = this.#varint(end) >>> 0;
        return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
      }
      case "double": {
        this.#need(8, end);
        this.#at += 8;
        return this.#bytes.readDoubleLE(this.#at - 8);
      }
      case "string": {
        const last = this.#length(end);
        const from = this.#at;
        this.#at = last;
        return this.#bytes.toString("utf8", from, last);
      }
      case "message":
        return this.message(field.shape!, this.#length(end));
    }
  }

  #skip(wire: number, end: number): void {
    if (wire === VARINT) this.#varint(end);
    else if (wire === BYTES) this.#at = this.#length(end);
    else if (wire === FIXED64 || wire === FIXED32) {
      this.#need(wire === FIXED64 ? 8 : 4, end);
      this.#at += wire === FIXED64 ? 8 : 4;
    } else throw new RangeError(`wire type ${wire} is not used by this API`); // groups would nest without end
  }

  /** Where what follows ends. */
  #length(end: number): number {
    const length = this.#varint(end);
    this.#need(length, end);
    return this.#at + length;
  }

  #need(bytes: number, end: number): void {
    if (bytes > end - this.#at) throw new RangeError("the message breaks off");
  }

  /** Exact up to 2^53: indexes, terms, incarnations. */
  #varint(end: number): number {
    const first = this.#at < end ? this.#bytes[this.#at]! : 0x80;
    if (first < 0x80) {
      this.#at++;
      return first;
    }
    let value = 0;
    let unit = 1;
    for (let count = 0; count < 10; count++) {
      if (this.#at >= end) throw new RangeError("the message breaks off");
      const byte = this.#bytes[this.#at++]!;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 128;
    }
    throw new RangeError("a number goes on without end");
  }
}

class Writer {
  #bytes = Buffer.allocUnsafe(256);
  #at = 0;

  finish(shape: Shape, message: Message): Buffer {
    this.#message(shape, message);
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  #message(shape: Shape, message: Message): void {
    for (const field of shape.fields) {
      const value = message[field.name];
      if (value === undefined || value === null) continue;
      if (!field.repeated) this.#field(field, value, false);
      else if (field.kind === "string" || field.kind === "message")
        for (const one of value as readonly unknown[]) this.#field(field, one, true);
      else if ((value as readonly unknown[]).length > 0) {
        this.#varint(field.id * 8 + BYTES);
        this.#counted(() => {
          for (const one of value as readonly unknown[]) this.#value(field, one);
        });
      }
    }
  }

  /** What is nothing of its kind is not written, except in a list. */
  #field(field: Known, value: unknown, always: boolean): void {
    if (!always && (value === false || value === 0 || value === "")) return;
    this.#varint(field.id * 8 + wireOf(field.kind));
    this.#value(field, value);
  }

  #value(field: Known, value: unknown): void {
    switch (field.kind) {
      case "bool":
        this.#varint(value === true ? 1 : 0);
        return;
      case "uint32":
        this.#varint(wholeOf(value) >>> 0);
        return;
      case "uint64":
        this.#varint(wholeOf(value));
        return;
      case "sint32": {
        const number = Number(value) | 0;
        this.#varint(number < 0 ? -2 * number - 1 : 2 * number);
        return;
      }
      case "double":
        this.#room(8);
        this.#at = this.#bytes.writeDoubleLE(Number(value), this.#at);
        return;
      case "string": {
        const text = String(value);
        this.#room(6 + 3 * text.length);
        const from = ++this.#at;
        this.#at += this.#bytes.write(text, from, "utf8");
        this.#count(from);
        return;
      }
      case "message":
        this.#counted(() => this.#message(field.shape!, value as Message));
        return;
    }
  }

  #counted(write: () => void): void {
    this.#room(1);
    const from = ++this.#at;
    write();
    this.#count(from);
  }

  /** The length of what was written from there on goes before it: one byte was left for it, and room is made where that is too little. */
  #count(from: number): void {
    const length = this.#at - from;
    const more = sizeOf(length) - 1;
    if (more > 0) {
      this.#room(more);
      this.#bytes.copyWithin(from + more, from, this.#at);
    }
    this.#at = from - 1;
    // Not with room for it: that is there already, and larger bytes would be given nothing of what follows.
    this.#put(length);
    this.#at += length;
  }

  #varint(value: number): void {
    this.#room(10);
    this.#put(value);
  }

  #put(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#at++] = rest;
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function sizeOf(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** As a number of the wire: whole, not negative, exact. */
function wholeOf(value: unknown): number {
  const number = Math.trunc(Number(value));
  return number > 0 ? Math.min(number, Number.MAX_SAFE_INTEGER) : 0;
}
