/**
 * Signed UDP heartbeats: one socket per own address, so that a packet leaves by the path it stands for, and what
 * arrives names its path by where it arrived. Bad input is dropped, counted and told at a bounded rate; a card that
 * is down costs a count, never an exception.
 */

import { Allowance } from "../../doors/quota.ts";
import { LeaseholdError } from "../../errors.ts";
import type { NodeId } from "../core/types.ts";
import type { Heartbeat } from "../sessions/types.ts";
import { Floodgate } from "./floodgate.ts";
import type { Dropped, Note } from "./notes.ts";
import { Tally } from "./notes.ts";
import type { HeartbeatKey } from "./packet.ts";
import { BODY_BYTES_MAX, MAGIC, PACKET_BYTES_MAX, PacketSeal } from "./packet.ts";
import type { DatagramSocket, Datagrams, HeartbeatSocket, Peer } from "./port.ts";
import { ReplayFilter } from "./replay.ts";
import { type SerialOptions, SerialPath } from "./serialpath.ts";

export interface HeartbeatCodec {
  encodeHeartbeat(heartbeat: Heartbeat): Uint8Array;
  /** Throws on anything that `encodeHeartbeat` did not write. */
  decodeHeartbeat(body: Uint8Array): Heartbeat;
}

export interface HeartbeatOptions {
  readonly self: NodeId;
  readonly cluster: string;
  /** Own IP addresses, one per path; index 0 is path 0. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** The other nodes; `self` among them is ignored. A peer with fewer addresses is not sent to on the rest. */
  readonly peers: readonly Peer[];
  /** One or two; the first signs, all are accepted. */
  readonly keys: readonly HeartbeatKey[];
  readonly codec: HeartbeatCodec;
  readonly datagrams: Datagrams;
  /** Authentic, of this cluster, new: each (incarnation, seq) of a node once, growing, by whichever path is first. */
  readonly onHeartbeat: (heartbeat: Heartbeat, path: number, receivedAt: number) => void;
  /** An authentic one of this cluster came by this path from a node that is no peer here; it is dropped all the same. */
  readonly onCaller?: (node: NodeId, path: number, ip: string) => void;
  readonly note: Note;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** A line without IP to one of the peers: the path after the last of `addresses`. Absent: there is none. */
  readonly serial?: SerialOptions;
}

/** What a socket could not do; `errno` by name. */
type Refusal = Error & { readonly errno?: string };

const DROP_REASONS = [
  "malformed",
  "giant",
  "wrong-version",
  "foreign-cluster",
  "unsigned",
  "unknown-key",
  "bad-signature",
  "unknown-node",
  "replayed",
  "stale",
  "unexamined",
  "shed",
  "too-large",
  "send-failed",
];
/** One of each peer, and a few more: copies arrive close together. */
const RECENT_PACKETS = 8;
/** A socket that failed, or an address that is not there yet, is tried again this often. */
const REBIND_MS = 250;
/** Signatures a second that are looked at for addresses which no member has. */
const EXAMINED_PER_SECOND = 200;
/** Packets read in one turn from one socket: a flood must not hold the event loop. */
const PACKETS_PER_TURN = 64;

/** The port, and what the peer streams want to know. */
export interface OpenHeartbeats extends HeartbeatSocket {
  /** Milliseconds since the peer's last genuine heartbeat by a path; Infinity: never. */
  silenceOf(peer: NodeId, path: number): number;
  /** What was dropped, and where it came from. */
  strangers(): readonly Dropped[];
  /** Over the serial line, at most `MESSAGE_BYTES_MAX` bytes; false: dropped, or there is no line to that node. */
  sendMessage(to: NodeId, bytes: Uint8Array): boolean;
}

/**
 * Binds every own address and starts to listen. An address that is not there yet (a card that is down at boot) is
 * retried for ever; throws `unavailable` when a port is taken or no address at all can be bound.
 */
export async function openHeartbeats(options: HeartbeatOptions): Promise<OpenHeartbeats> {
  const beats = new Heartbeats(options);
  try {
    beats.bind();
  } catch (error) {
    await beats.close();
    throw error;
  }
  return beats;
}

/**
 * The last genuine packets, byte for byte. A copy that came by another path needs no second look at its signature;
 * whether it is a replay is judged after this, for it as for any other.
 */
class RecentPackets {
  readonly #kept: { readonly packet: Buffer; length: number; heartbeat: Heartbeat | null }[] = [];
  #next = 0;

  constructor() {
    for (let i = 0; i < RECENT_PACKETS; i++)
      this.#kept.push({ packet: Buffer.alloc(PACKET_BYTES_MAX), length: -1, heartbeat: null });
  }

  find(packet: Buffer): Heartbeat | null {
    for (const { packet: kept, length, heartbeat } of this.#kept) {
      if (length === packet.length && packet.compare(kept, 0, length) === 0) return heartbeat;
    }
    return null;
  }

  keep(packet: Buffer, heartbeat: Heartbeat): void {
    const slot = this.#kept[this.#next]!;
    packet.copy(slot.packet);
    slot.length = packet.length;
    slot.heartbeat = heartbeat;
    this.#next = (this.#next + 1) % RECENT_PACKETS;
  }
}

/** Whom a beat goes to on one path: `to` as the kernel takes it, encoded once. */
interface Route {
  readonly path: number;
  readonly to: Buffer;
}

class Heartbeats implements OpenHeartbeats {
  readonly dropped: Readonly<Record<string, number>>;
  readonly #options: HeartbeatOptions;
  readonly #seal: PacketSeal;
  readonly #tally: Tally;
  readonly #filter: ReplayFilter;
  readonly #routes = new Map<NodeId, readonly Route[]>();
  /** When the newest packet of a path came, per peer; -Infinity: never. */
  readonly #heardAt = new Map<NodeId, number[]>();
  readonly #recent = new RecentPackets();
  readonly #opened: ReturnType<Datagrams["together"]>;
  readonly #sockets: (DatagramSocket | null)[];
  readonly #retries = new Map<number, NodeJS.Timeout>();
  readonly #members = new Set<string>();
  /** What each socket's kernel counter said last. */
  readonly #shed = new WeakMap<DatagramSocket, number>();
  readonly #examined = new Allowance(EXAMINED_PER_SECOND, EXAMINED_PER_SECOND);
  readonly #floodgate: Floodgate;
  readonly #serial: SerialPath | null;
  #closed = false;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#serial = this.#openSerial();
    this.#seal = new PacketSeal(options.cluster, options.keys);
    this.#tally = new Tally(DROP_REASONS, options.note, options.now);
    this.dropped = this.#tally.counts;
    this.#filter = new ReplayFilter(options.addresses.length + (options.serial === undefined ? 0 : 1));
    this.#opened = options.datagrams.together(() => this.#drain());
    this.#sockets = options.addresses.map(() => null);
    this.#floodgate = new Floodgate((shut) => this.#admit(shut));
    this.setPeers(options.peers);
  }

  setPeers(peers: readonly Peer[]): void {
    const { self, addresses, datagrams, port } = this.#options;
    this.#members.clear();
    this.#routes.clear();
    for (const { node, addresses: own } of peers) {
      if (node === self) continue;
      for (const ip of own) this.#members.add(ip);
      const paths = own.slice(0, addresses.length);
      this.#routes.set(
        node,
        paths.map((ip, path) => ({ path, to: datagrams.address(ip, port) })),
      );
      if (this.#heardAt.has(node)) continue;
      const count = addresses.length + (node === this.#serial?.peer ? 1 : 0);
      this.#heardAt.set(node, new Array<number>(count).fill(Number.NEGATIVE_INFINITY));
    }
    for (const node of [...this.#heardAt.keys()]) if (!this.#routes.has(node)) this.#heardAt.delete(node);
    if (this.#floodgate.isShut) this.#admit(true);
  }

  bind(): void {
    const { addresses, port } = this.#options;
    const failures = addresses.map((_, path) => this.#open(path));
    for (const [path, failure] of failures.entries()) {
      if (failure?.errno === "EADDRINUSE") {
        throw new LeaseholdError(
          "unavailable",
          `heartbeats: UDP port ${port} of ${addresses[path]} is taken: is another daemon running on this node?`,
        );
      }
    }
    if (failures.every((failure) => failure !== null)) {
      const why = failures.map((failure, path) => `${addresses[path]}: ${failure?.errno}`).join(", ");
      throw new LeaseholdError(
        "unavailable",
        `heartbeats: none of this node's addresses can be bound (${why}); expected addresses that its cards have`,
      );
    }
  }

  send(to: readonly NodeId[], heartbeat: Heartbeat): void {
    if (this.#closed) return;
    const packet = this.#seal.seal(this.#options.codec.encodeHeartbeat(heartbeat));
    if (packet === null) {
      this.#tally.record(
        "too-large",
        "warn",
        () => `a heartbeat is over ${BODY_BYTES_MAX} bytes and was not sent`,
      );
      return;
    }
    for (const node of to) {
      for (const route of this.#routes.get(node) ?? []) this.#sendOne(route, packet);
      if (node === this.#serial?.peer) this.#serial.sendHeartbeat(packet, heartbeat.incarnation);
    }
  }

  sendMessage(to: NodeId, bytes: Uint8Array): boolean {
    return !this.#closed && to === this.#serial?.peer && this.#serial.sendMessage(bytes);
  }

  #openSerial(): SerialPath | null {
    const { serial, self, cluster, keys, addresses } = this.#options;
    if (serial === undefined) return null;
    const where = (): string => "the serial line";
    return new SerialPath({
      ...serial,
      self,
      cluster,
      keys,
      onPacket: (packet) => this.#receive(packet, addresses.length, where),
      onMessage: (from, bytes) => this.#closed || serial.onMessage(from, bytes),
      onDropped: (reason) => this.#drop(reason, addresses.length, where),
    });
  }

  /** Slow, and nobody's but the peer's: no flood comes this way. */
  #isSerial(path: number): boolean {
    return path === this.#options.addresses.length;
  }

  #sendOne({ path, to }: Route, packet: Buffer): void {
    const socket = this.#sockets[path];
    if (socket === null || socket === undefined) {
      this.#tally.count("send-failed");
      return;
    }
    try {
      socket.send(packet, to);
    } catch (error) {
      this.#sendFailed(error as Error);
    }
  }

  #sendFailed(error: Error): void {
    if (this.#closed) return;
    this.#tally.record("send-failed", "warn", () => `a heartbeat could not be sent: ${error.message}`);
  }

  silenceOf(peer: NodeId, path: number): number {
    return this.#options.now() - (this.#heardAt.get(peer)?.[path] ?? Number.NEGATIVE_INFINITY);
  }

  silence(now: number): ReadonlyMap<NodeId, readonly number[]> {
    const silence = new Map<NodeId, readonly number[]>();
    for (const [node, heardAt] of this.#heardAt) {
      silence.set(
        node,
        heardAt.map((at) => now - at),
      );
    }
    return silence;
  }

  strangers(): readonly Dropped[] {
    return this.#tally.dropped;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#floodgate.close();
    for (const timer of this.#retries.values()) clearTimeout(timer);
    this.#retries.clear();
    for (const socket of this.#sockets) socket?.close();
    this.#sockets.fill(null);
  }

  /** Binds one path's socket. Null, or why not (a retry is then under way). */
  #open(path: number): Refusal | null {
    try {
      const { addresses, port } = this.#options;
      const socket = this.#opened.open(addresses[path]!, port);
      this.#sockets[path] = socket;
      if (this.#floodgate.isShut) this.#admitAt(socket, true);
      return null;
    } catch (error) {
      this.#retry(path, error as Refusal);
      return error as Refusal;
    }
  }

  /** One waking for all paths: copies of a packet arrive together, by each path on a socket of its own. */
  #drain(): void {
    for (let path = 0; path < this.#sockets.length; path++) {
      try {
        for (let i = 0; i < PACKETS_PER_TURN; i++) {
          const datagram = this.#sockets[path]?.receive() ?? null;
          if (datagram === null) break;
          this.#receive(datagram.bytes, path, datagram.from);
        }
      } catch (error) {
        if ((error as Refusal).errno === undefined) throw error;
        this.#broke(path, error as Refusal);
      }
    }
  }

  /** A socket that failed is of no more use. */
  #broke(path: number, error: Refusal): void {
    this.#sockets[path]?.close();
    this.#sockets[path] = null;
    this.#retry(path, error);
  }

  #retry(path: number, error: Refusal): void {
    if (this.#closed || this.#retries.has(path)) return;
    const address = this.#options.addresses[path];
    this.#tally.say(
      `bind path ${path}`,
      "warn",
      () => `heartbeats on path ${path} (${address}): ${error.message}; trying again`,
    );
    const timer = setTimeout(() => {
      this.#retries.delete(path);
      if (this.#open(path) === null)
        this.#options.note("info", `heartbeats on path ${path} (${address}) work again`);
    }, REBIND_MS);
    this.#retries.set(path, timer);
  }

  #receive(packet: Buffer, path: number, source: () => string): void {
    if (this.#closed) return;
    let heartbeat = this.#recent.find(packet);
    if (heartbeat === null) {
      const mayExamine = (): boolean =>
        this.#isSerial(path) || this.#members.has(source()) || this.#examined.take(this.#options.now());
      const opened = this.#seal.open(packet, mayExamine);
      if (!opened.ok) {
        this.#drop(opened.reason, path, source);
        return;
      }
      try {
        heartbeat = this.#options.codec.decodeHeartbeat(opened.body);
      } catch {
        this.#drop("malformed", path, source);
        return;
      }
      this.#recent.keep(packet, heartbeat);
    }
    const heardAt = this.#heardAt.get(heartbeat.from);
    if (heardAt === undefined || (this.#isSerial(path) && heartbeat.from !== this.#serial?.peer)) {
      this.#drop("unknown-node", path, source);
      if (!this.#isSerial(path) && heartbeat.from !== this.#options.self)
        this.#options.onCaller?.(heartbeat.from, path, source());
      return;
    }
    const freshness = this.#filter.judge(heartbeat.from, heartbeat.incarnation, heartbeat.seq, path);
    const receivedAt = this.#options.now();
    if (freshness.latestOnPath) heardAt[path] = receivedAt;
    switch (freshness.type) {
      case "new":
        if (heartbeat.from === this.#serial?.peer) this.#serial.heard(heartbeat.incarnation);
        this.#options.onHeartbeat(heartbeat, path, receivedAt);
        return;
      case "copy":
        return;
      case "stale":
        this.#tally.count("stale");
        return;
      case "replayed":
        this.#drop("replayed", path, source);
    }
  }

  #drop(reason: string, path: number, source: () => string): void {
    const from = source();
    if (!this.#isSerial(path)) this.#floodgate.dropped(reason === "giant", this.#options.now());
    this.#tally.record(
      reason,
      "warn",
      () => `dropped a heartbeat packet on path ${path} from ${from}: ${reason}`,
      from,
    );
  }

  /** During a flood the kernel lets in only what looks like a member's packet: the rest costs nothing, and no room. */
  #admit(shut: boolean): void {
    let shed = 0;
    for (const socket of this.#sockets) shed += socket === null ? 0 : this.#admitAt(socket, shut);
    if (shut)
      this.#tally.say(
        "flood",
        "warn",
        () => "heartbeats: a flood of packets; only members are heard for now",
      );
    if (shed > 0) this.#tally.count("shed", null, shed);
  }

  /** Returns how many the kernel kept out since it was asked last. */
  #admitAt(socket: DatagramSocket, shut: boolean): number {
    const senders = [...this.#members];
    try {
      socket.admitOnly(shut ? { senders, magic: MAGIC, bytesMax: PACKET_BYTES_MAX } : null);
      const before = this.#shed.get(socket) ?? 0;
      const now = socket.shed();
      this.#shed.set(socket, now);
      return now - before;
    } catch (error) {
      this.#tally.say("floodgate", "warn", () => `heartbeats: ${(error as Error).message}`);
      return 0;
    }
  }
}
