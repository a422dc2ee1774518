/**
 * The heartbeat packet. Big endian:
 *   0  magic "LHhb"   4  format version   5  zero   6  key id (u32)   10  cluster (8 bytes)   18  body length (u16)
 *   20 body           then HMAC-SHA256 over all before it
 * No path in it: the receiver knows the path by the socket, so one signature serves all paths.
 */

import * as crypto from "node:crypto";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** A shared key. `id` (1 to 2^32-1) says which of two keys signed while they are being exchanged. */
export interface HeartbeatKey {
  readonly id: number;
  readonly secret: Uint8Array;
}

export const PACKET_VERSION = 2;
/** Far above the heartbeat of a large cluster (some 60 bytes for each peer); up to 1452 it is never fragmented. */
export const PACKET_BYTES_MAX = 8192;
export const MAGIC = 0x4c486862;
const HEADER = 20;
const SIGNATURE = 32;
export const BODY_BYTES_MAX = PACKET_BYTES_MAX - HEADER - SIGNATURE;

export type OpenedPacket =
  | { readonly ok: true; readonly body: Uint8Array }
  | {
      readonly ok: false;
      readonly reason:
        | "giant"
        | "malformed"
        | "wrong-version"
        | "foreign-cluster"
        | "unsigned"
        | "unknown-key"
        | "unexamined"
        | "bad-signature";
    };

/** HMAC-SHA256 of a header and a body. */
type Signer = (data: Buffer) => Buffer;

const BLOCK = 64;
const scratch = Buffer.alloc(BLOCK + PACKET_BYTES_MAX);

/**
 * RFC 2104 over one-shot hashes, which make no objects: on an idle machine an Hmac costs half as much again, and a
 * heartbeat is mostly its signature. An older Node.js has no one-shot hash.
 */
function signerOf(secret: Uint8Array): Signer {
  if (typeof crypto.hash !== "function") {
    const key = crypto.createSecretKey(secret);
    return (data) => createHmac("sha256", key).update(data).digest();
  }
  const padded = Buffer.alloc(BLOCK);
  padded.set(secret.length > BLOCK ? createHash("sha256").update(secret).digest() : secret);
  const inner = Buffer.from(padded.map((byte) => byte ^ 0x36));
  const outer = Buffer.alloc(BLOCK + SIGNATURE);
  outer.set(padded.map((byte) => byte ^ 0x5c));
  return (data) => {
    inner.copy(scratch);
    data.copy(scratch, BLOCK);
    crypto.hash("sha256", scratch.subarray(0, BLOCK + data.length), "buffer").copy(outer, BLOCK);
    return crypto.hash("sha256", outer, "buffer");
  };
}

/** Seals and opens packets of one cluster. Never throws on what came from outside. */
export class PacketSeal {
  readonly #keys = new Map<number, Signer>();
  readonly #signing: { readonly id: number; readonly sign: Signer };
  readonly #cluster: Buffer;

  /** `keys`: one or two; the first signs, all are accepted. Throws RangeError on an unusable key. */
  constructor(cluster: string, keys: readonly HeartbeatKey[]) {
    for (const { id, secret } of keys) {
      if (!Number.isInteger(id) || id < 1 || id > 0xffffffff || secret.length < 16) {
        throw new RangeError("a heartbeat key needs an id from 1 to 2^32-1 and at least 16 bytes of secret");
      }
      this.#keys.set(id, signerOf(secret));
    }
    const first = keys[0];
    if (first === undefined) throw new RangeError("heartbeats need a key to sign with");
    this.#signing = { id: first.id, sign: this.#keys.get(first.id)! };
    this.#cluster = createHash("sha256").update(`leasehold cluster ${cluster}`).digest().subarray(0, 8);
  }

  /** Null when the body is too large for one packet. */
  seal(body: Uint8Array): Buffer | null {
    if (body.length > BODY_BYTES_MAX) return null;
    const packet = Buffer.allocUnsafe(HEADER + body.length + SIGNATURE);
    packet.writeUInt32BE(MAGIC, 0);
    packet[4] = PACKET_VERSION;
    packet[5] = 0;
    packet.writeUInt32BE(this.#signing.id, 6);
    packet.set(this.#cluster, 10);
    packet.writeUInt16BE(body.length, 18);
    packet.set(body, HEADER);
    const signed = HEADER + body.length;
    packet.set(this.#signing.sign(packet.subarray(0, signed)), signed);
    return packet;
  }

  /**
   * The cheap checks come first, so that noise costs less than a signature. `mayExamine` is asked before a signature is
   * looked at: without its leave the packet is refused as it is.
   */
  open(packet: Buffer, mayExamine: () => boolean = () => true): OpenedPacket {
    if (packet.length > PACKET_BYTES_MAX) return refuse("giant");
    if (packet.length < HEADER + SIGNATURE) return refuse("malformed");
    if (packet.readUInt32BE(0) !== MAGIC) return refuse("malformed");
    if (packet[4] !== PACKET_VERSION) return refuse("wrong-version"); // P0
    if (packet.compare(this.#cluster, 0, 8, 10, 18) !== 0) return refuse("foreign-cluster");
    const signed = packet.length - SIGNATURE;
    if (packet[5] !== 0 || packet.readUInt16BE(18) !== signed - HEADER) return refuse("malformed");
    const keyId = packet.readUInt32BE(6);
    if (keyId === 0) return refuse("unsigned");
    const sign = this.#keys.get(keyId);
    if (sign === undefined) return refuse("unknown-key");
    if (!mayExamine()) return refuse("unexamined");
    const expected = sign(packet.subarray(0, signed));
    if (!timingSafeEqual(expected, packet.subarray(signed))) return refuse("bad-signature");
    return { ok: true, body: packet.subarray(HEADER, signed) };
  }
}

const refuse = (reason: Exclude<OpenedPacket, { ok: true }>["reason"]): OpenedPacket => ({
  ok: false,
  reason,
});
