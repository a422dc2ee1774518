/**
 * What every record and frame has in common: the format version in front, checked numbers, and one way to say
 * what is wrong. Encoding and decoding check alike, so that nothing can be written that cannot be read again.
 */
import Long from "long";
import protobuf from "protobufjs/minimal.js";
import { type ErrorCode, LeaseholdError } from "../errors.ts";

/** The format this version writes, and the only one it reads (P0). 2: groups have members. */
export const FORMAT = 2;
/** Bound on one log entry, in bytes. */
export const MAX_ENTRY_BYTES = 8 * 1024 * 1024;
/** Bound on one frame of the peer stream, in bytes. */
export const MAX_FRAME_BYTES = 32 * 1024 * 1024;
/** Bound on a heartbeat's body, in bytes: it must fit a UDP datagram with its header and signature. */
export const MAX_HEARTBEAT_BYTES = 60_000;

/** Every record begins with field 1, a varint. */
const FORMAT_TAG = 0x08;
const UINT32 = 4294967296;

export function refuse(message: string): never {
  throw new LeaseholdError("codec", message);
}

/** A non-negative integer up to 2^53-1 as protobuf wants it (checklist 49). */
export function toUint64(value: number, what: string): Long {
  if (!Number.isSafeInteger(value) || value < 0)
    refuse(`${what} must be an integer from 0 to 2^53-1, not ${value}`);
  return Long.fromNumber(value, true);
}

/** The reverse; refuses what a number cannot hold exactly (checklist 49). */
export function fromUint64(value: Long, what: string): number {
  const high = value.high >>> 0;
  if (high > 0x1fffff)
    refuse(`${what} must be an integer from 0 to 2^53-1, not ${value.toUnsigned().toString()}`);
  return high * UINT32 + (value.low >>> 0);
}

export function toUint32(value: number, what: string): number {
  if (!Number.isInteger(value) || value < 0 || value >= UINT32)
    refuse(`${what} must be an integer from 0 to 2^32-1, not ${value}`);
  return value;
}

const MAX_TOKEN = 2n ** 63n - 1n;

/** A fencing token: 63 bits, so that it also fits a signed column of a database. */
export function toToken(value: bigint, what: string): Long {
  if (typeof value !== "bigint" || value < 0n || value > MAX_TOKEN)
    refuse(`${what} must be from 0 to 2^63-1, not ${value}`);
  return Long.fromBits(Number(value & 0xffffffffn) | 0, Number(value >> 32n) | 0, true);
}

export function fromToken(value: Long, what: string): bigint {
  if (value.high < 0) refuse(`${what} must be from 0 to 2^63-1, not ${value.toUnsigned().toString()}`);
  return (BigInt(value.high) << 32n) | BigInt(value.low >>> 0);
}

/** A double; used both ways. Nothing is rounded, so an age is never rounded up (N3). */
export function finite(value: number, what: string): number {
  if (!Number.isFinite(value)) refuse(`${what} must be a finite number, not ${value}`);
  return value;
}

/** A length of time in milliseconds; used both ways. */
export function duration(value: number, what: string): number {
  if (!Number.isFinite(value) || value < 0)
    refuse(`${what} must be a finite number of milliseconds, at least 0, not ${value}`);
  return value;
}

/** A name that may not be empty; used both ways. */
export function name(value: string, what: string): string {
  if (typeof value !== "string" || value === "") refuse(`${what} is missing`);
  return value;
}

/** A part of a message that must be there. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) refuse(`${what} is missing`);
  return value;
}

/** Names on our side, numbers of an enum on the wire; both directions refuse what they do not know, by name. */
export function enumeration<T extends string>(what: string, numbers: Readonly<Record<T, number>>) {
  const names = new Map<number, T>();
  for (const key of Object.keys(numbers) as T[]) names.set(numbers[key], key);
  const known = [...names.values()].join(", ");
  return {
    toWire(value: T): number {
      return Object.hasOwn(numbers, value)
        ? numbers[value]
        : refuse(`${what} "${value}" is unknown; known: ${known}`);
    },
    fromWire(value: number): T {
      return (
        names.get(value) ?? refuse(`${what} number ${value} is unknown to this version; known: ${known}`)
      );
    },
  };
}

/** Looks at the format before anything else; `code` is what an unknown one is refused with (P0). */
export function checkFormat(bytes: Uint8Array, what: string, limit: number, code: ErrorCode): void {
  if (bytes.length > limit)
    refuse(`${what} is too long: ${bytes.length} bytes, at most ${limit} are allowed`);
  if (bytes.length < 2 || bytes[0] !== FORMAT_TAG)
    refuse(`${what} is malformed: it does not begin with a format version`);
  let format = 0;
  for (let at = 1; ; at++) {
    const byte = bytes[at];
    if (byte === undefined || at > 5) refuse(`${what} is malformed: its format version does not end`);
    format += (byte & 0x7f) * 2 ** (7 * (at - 1));
    if (byte < 0x80) break;
  }
  if (format === FORMAT) return;
  throw new LeaseholdError(
    code,
    `${what} has format ${format}, but this version of Leasehold reads format ${FORMAT} only; run the version that wrote it, or a later one`,
  );
}

/** A reader that refuses fields it does not know: what one node skipped, another might act on. */
function strictReader(bytes: Uint8Array): protobuf.Reader {
  const reader = protobuf.Reader.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  reader.skipType = (wireType: number, _depth?: number, field?: number) =>
    refuse(`field ${field ?? "?"} (wire type ${wireType}) is unknown to this version, or of the wrong type`);
  return reader;
}

/** Decodes one record; whatever goes wrong comes out as one LeaseholdError that names the record. */
export function decodeRecord<Wire, T>(
  bytes: Uint8Array,
  record: { what: string; limit: number; unknownFormat: ErrorCode },
  decode: (reader: protobuf.Reader) => Wire,
  convert: (wire: Wire) => T,
): T {
  checkFormat(bytes, record.what, record.limit, record.unknownFormat);
  try {
    return convert(decode(strictReader(bytes)));
  } catch (error) {
    // A record inside this one has already been refused under a code of its own.
    const code = error instanceof LeaseholdError ? error.code : "codec";
    const why = error instanceof Error ? error.message : String(error);
    throw new LeaseholdError(code, `${record.what} is malformed: ${why}`, { cause: error });
  }
}

/** Decodes a part of `what`, whose format was looked at with its head. */
export function decodePart<Wire>(
  bytes: Uint8Array,
  what: string,
  decode: (reader: protobuf.Reader) => Wire,
): Wire {
  try {
    return decode(strictReader(bytes));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LeaseholdError("codec", `${what} is malformed: ${why}`, { cause: error });
  }
}

/** Ends an encoding; refuses what a reader would refuse for its length. */
export function finish(writer: protobuf.Writer, what: string, limit: number): Uint8Array {
  const bytes = writer.finish();
  if (bytes.length > limit)
    refuse(`${what} is too long: ${bytes.length} bytes, at most ${limit} are allowed`);
  return bytes;
}
