/**
 * Frames on a line that carries bytes and loses some. Each is COBS between zero bytes, so that a zero is always a border
 * and whoever listens from the middle, or after garbage, is right again at the next one:
 *   0x00, COBS(version, payload, CRC-32 of both, big endian), 0x00
 * The checksum finds noise. Whether a frame is genuine is for its signature to say.
 */

export const LINE_VERSION = 1;
/** Largest payload: the largest packet of a heartbeat or a message, and room for what is put in front of it. */
export const PAYLOAD_BYTES_MAX = 8192 + 64;
const CHECK = 4;
const PLAIN_BYTES_MAX = 1 + PAYLOAD_BYTES_MAX + CHECK;
/** One more byte for every 254, and one. */
const CODED_BYTES_MAX = PLAIN_BYTES_MAX + Math.ceil(PLAIN_BYTES_MAX / 254) + 1;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 0 ? c >>> 1 : (c >>> 1) ^ 0xedb88320;
  return c >>> 0;
});

/** CRC-32 as Ethernet and zip have it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

/** The bytes to write for one payload; null when it is too large. */
export function frame(payload: Uint8Array): Buffer | null {
  if (payload.length > PAYLOAD_BYTES_MAX) return null;
  const plain = Buffer.alloc(1 + payload.length + CHECK);
  plain[0] = LINE_VERSION;
  plain.set(payload, 1);
  plain.writeUInt32BE(crc32(plain.subarray(0, -CHECK)), plain.length - CHECK);
  const out = Buffer.alloc(plain.length + Math.ceil(plain.length / 254) + 3);
  let to = 1; // a border in front: it ends whatever noise came before
  let code = to++;
  let run = 1;
  for (const byte of plain) {
    if (byte !== 0) {
      out[to++] = byte;
      run += 1;
    }
    if (byte === 0 || run === 0xff) {
      out[code] = run;
      code = to++;
      run = 1;
    }
  }
  out[code] = run;
  out[to++] = 0;
  return out.subarray(0, to);
}

export interface Deframer {
  /** What has arrived, cut in any way; returns the payloads that are whole, copied. */
  push(bytes: Uint8Array): readonly Buffer[];
  /** Frames that were damaged, cut short, too long, or of a version that is not known. */
  readonly damaged: number;
}

/** Keeps no more than one frame. Never throws on what came from outside. */
export function createDeframer(): Deframer {
  const coded = Buffer.alloc(CODED_BYTES_MAX);
  let length = 0;
  let overlong = false;
  let damaged = 0;
  const finish = (): Buffer | null => {
    const payload = overlong ? null : openFrame(coded.subarray(0, length));
    if (payload === null && (overlong || length > 0)) damaged += 1;
    overlong = false;
    length = 0;
    return payload;
  };
  return {
    get damaged() {
      return damaged;
    },
    push(bytes) {
      const whole: Buffer[] = [];
      for (const byte of bytes) {
        if (byte === 0) {
          const payload = finish();
          if (payload !== null) whole.push(payload);
        } else if (length === coded.length) overlong = true;
        else coded[length++] = byte;
      }
      return whole;
    },
  };
}

/** What stood between two borders; null when it is no frame of ours. */
function openFrame(coded: Buffer): Buffer | null {
  const plain = Buffer.alloc(coded.length);
  let to = 0;
  for (let at = 0; at < coded.length; ) {
    const run = coded[at] ?? 0;
    if (at + run > coded.length) return null;
    to += coded.copy(plain, to, at + 1, at + run);
    at += run;
    if (run < 0xff && at < coded.length) plain[to++] = 0;
  }
  const end = to - CHECK;
  if (end < 1 || plain[0] !== LINE_VERSION) return null; // P0
  if (plain.readUInt32BE(end) !== crc32(plain.subarray(0, end))) return null;
  return Buffer.from(plain.subarray(1, end));
}
