/**
 * The path without IP: a line to one peer. It carries heartbeats, the same packets as every other path, and while no
 * stream is up also messages. Each frame begins with its kind:
 *   1 heartbeat   the sealed packet
 *   2 message     a sealed packet whose body is: incarnation of the sender, of the receiver, sequence (8 bytes each), the
 *                 sender's name (one byte of length before it), then the bytes
 * Messages are sealed for another cluster name than heartbeats, so that neither is ever taken for the other.
 */
import type { NodeId } from "../core/types.ts";
import type { Incarnation } from "../ledger/types.ts";
import { BODY_BYTES_MAX, type HeartbeatKey, type OpenedPacket, PacketSeal } from "./packet.ts";

/** What carries whole frames, and loses some. */
export interface Line {
  /** False: dropped. Never waits. */
  send(frame: Uint8Array): boolean;
  onFrame(listen: (frame: Uint8Array, receivedAt: number) => void): void;
}

/** What a node's own file says of its line, and what the daemon makes of it. */
export interface SerialOptions {
  readonly peer: NodeId;
  readonly line: Line;
  /** Genuine, of the peer, to this incarnation, each once and in order. False: it says nothing that we can read. */
  readonly onMessage: (from: NodeId, bytes: Uint8Array) => boolean;
}

export interface SerialPathOptions extends SerialOptions {
  readonly self: NodeId;
  readonly cluster: string;
  readonly keys: readonly HeartbeatKey[];
  /** A heartbeat packet, unexamined. */
  readonly onPacket: (packet: Buffer, receivedAt: number) => void;
  readonly onDropped: (reason: string) => void;
}

const HEARTBEAT = 1;
const MESSAGE = 2;
const HEADER = 24;

/** Largest message, bytes. */
export const MESSAGE_BYTES_MAX = BODY_BYTES_MAX - HEADER - 1 - 255;

type Refused = Extract<OpenedPacket, { ok: false }>["reason"] | "unknown-node" | "replayed";

export class SerialPath {
  readonly peer: NodeId;
  readonly #options: SerialPathOptions;
  readonly #seal: PacketSeal;
  readonly #name: Buffer;
  /** This process, and the newest of the peer that a genuine heartbeat showed; 0: none yet. */
  #own = 0;
  #peers = 0;
  /** Of the last message from that incarnation of the peer. */
  #received = 0;
  #sent = 0;

  constructor(options: SerialPathOptions) {
    this.peer = options.peer;
    this.#options = options;
    this.#seal = new PacketSeal(`${options.cluster} messages`, options.keys);
    this.#name = Buffer.from(options.self);
    options.line.onFrame((frame, receivedAt) => this.#arrived(Buffer.from(frame), receivedAt));
  }

  /** A heartbeat of this node, sealed. */
  sendHeartbeat(packet: Buffer, own: Incarnation): void {
    this.#own = own;
    this.#options.line.send(Buffer.concat([Buffer.of(HEARTBEAT), packet]));
  }

  /** False: dropped, because the line is busy or closed, the message too long, or no heartbeat has come or gone yet. */
  sendMessage(bytes: Uint8Array): boolean {
    if (this.#own === 0 || this.#peers === 0 || bytes.length > MESSAGE_BYTES_MAX) return false;
    const header = Buffer.alloc(HEADER + 1);
    header.writeBigUInt64BE(BigInt(this.#own), 0);
    header.writeBigUInt64BE(BigInt(this.#peers), 8);
    header.writeBigUInt64BE(BigInt(++this.#sent), 16);
    header[HEADER] = this.#name.length;
    const packet = this.#seal.seal(Buffer.concat([header, this.#name, bytes]));
    return packet !== null && this.#options.line.send(Buffer.concat([Buffer.of(MESSAGE), packet]));
  }

  /** The peer was heard, by whichever path. */
  heard(incarnation: Incarnation): void {
    if (incarnation <= this.#peers) return;
    this.#peers = incarnation;
    this.#received = 0;
  }

  #arrived(frame: Buffer, receivedAt: number): void {
    const kind = frame[0];
    const packet = frame.subarray(1);
    if (kind === HEARTBEAT) this.#options.onPacket(packet, receivedAt);
    else if (kind === MESSAGE) this.#message(packet);
    else this.#options.onDropped("malformed");
  }

  #message(packet: Buffer): void {
    const opened = this.#seal.open(packet);
    const read = opened.ok ? this.#read(Buffer.from(opened.body)) : opened.reason;
    if (typeof read === "string") this.#options.onDropped(read);
    else if (!this.#options.onMessage(this.peer, read)) this.#options.onDropped("malformed");
  }

  /** A message names both incarnations and a growing number: replayed, it fits no process, or comes too late. */
  #read(body: Buffer): Uint8Array | Refused {
    const length = body[HEADER];
    if (length === undefined || body.length < HEADER + 1 + length) return "malformed";
    const from = body.toString("utf8", HEADER + 1, HEADER + 1 + length);
    if (from !== this.peer) return "unknown-node"; // its own echo, too
    const [sender, receiver, seq] = [0, 8, 16].map((at) => Number(body.readBigUInt64BE(at)));
    if (sender === undefined || receiver === undefined || seq === undefined) return "malformed";
    // R1: of an incarnation that no heartbeat has shown, nothing is taken either: it may be an older one.
    if (this.#own === 0 || receiver !== this.#own || sender !== this.#peers) return "replayed";
    if (seq <= this.#received) return "replayed";
    this.#received = seq;
    return body.subarray(HEADER + 1 + length);
  }
}
