/**
 * Signed UDP heartbeats: one socket per own address, so that a packet leaves by the path it stands for, and what
 * arrives names its path by where it arrived. Bad input is dropped, counted and told at a bounded rate; a card that
 * is down costs a count, never an exception.
 */

import type { RemoteInfo, Socket } from "node:dgram";
import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";
import { LeaseholdError } from "../../errors.ts";
import type { NodeId } from "../core/types.ts";
import type { Heartbeat } from "../sessions/types.ts";
import type { Note } from "./notes.ts";
import { Tally } from "./notes.ts";
import type { HeartbeatKey } from "./packet.ts";
import { BODY_BYTES_MAX, PacketSeal } from "./packet.ts";
import type { HeartbeatSocket, Peer } from "./port.ts";
import { ReplayFilter } from "./replay.ts";

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
  /** Authentic, of this cluster, new: each (incarnation, seq) of a node once, growing, by whichever path is first. */
  readonly onHeartbeat: (heartbeat: Heartbeat, path: number, receivedAt: number) => void;
  readonly note: Note;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

const DROP_REASONS = [
  "malformed",
  "wrong-version",
  "foreign-cluster",
  "unknown-key",
  "bad-signature",
  "unknown-node",
  "replayed",
  "stale",
  "too-large",
  "send-failed",
];
/** One of each peer, and a few more: copies arrive close together. */
const RECENT_PACKETS = 8;
/** A socket that failed, or an address that is not there yet, is tried again this often. */
const REBIND_MS = 250;
/** A send buffer of the kernel that stays full must not pile packets up here: a late heartbeat is worth nothing. */
const PENDING_BYTES_MAX = 64 * 1024;

/**
 * Binds every own address and starts to listen. An address that is not there yet (a card that is down at boot) is
 * retried for ever; throws `unavailable` when a port is taken or no address at all can be bound.
 */
export async function openHeartbeats(options: HeartbeatOptions): Promise<HeartbeatSocket> {
  const beats = new Heartbeats(options);
  try {
    await beats.bind();
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
  readonly #kept: { packet: Buffer; heartbeat: Heartbeat }[] = [];
  #next = 0;

  find(packet: Buffer): Heartbeat | null {
    for (const recent of this.#kept) if (recent.packet.equals(packet)) return recent.heartbeat;
    return null;
  }

  keep(packet: Buffer, heartbeat: Heartbeat): void {
    this.#kept[this.#next] = { packet, heartbeat };
    this.#next = (this.#next + 1) % RECENT_PACKETS;
  }
}

class Heartbeats implements HeartbeatSocket {
  readonly dropped: Readonly<Record<string, number>>;
  readonly #options: HeartbeatOptions;
  readonly #seal: PacketSeal;
  readonly #tally: Tally;
  readonly #filter: ReplayFilter;
  readonly #peers = new Map<NodeId, Peer>();
  /** When the newest packet of a path came, per peer; -Infinity: never. */
  readonly #heardAt = new Map<NodeId, number[]>();
  readonly #recent = new RecentPackets();
  readonly #sockets: (Socket | null)[];
  readonly #retries = new Map<number, NodeJS.Timeout>();
  readonly #sent: (error: Error | null) => void;
  #closed = false;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#seal = new PacketSeal(options.cluster, options.keys);
    this.#tally = new Tally(DROP_REASONS, options.note, options.now);
    this.dropped = this.#tally.counts;
    this.#filter = new ReplayFilter(options.addresses.length);
    this.#sockets = options.addresses.map(() => null);
    for (const peer of options.peers) {
      if (peer.node === options.self) continue;
      this.#peers.set(peer.node, peer);
      this.#heardAt.set(
        peer.node,
        options.addresses.map(() => Number.NEGATIVE_INFINITY),
      );
    }
    this.#sent = (error) => {
      if (error !== null) this.#sendFailed(error);
    };
  }

  async bind(): Promise<void> {
    const { addresses, port } = this.#options;
    const failures = await Promise.all(addresses.map((_, path) => this.#open(path)));
    for (const [path, failure] of failures.entries()) {
      if (failure?.code === "EADDRINUSE") {
        throw new LeaseholdError(
          "unavailable",
          `heartbeats: UDP port ${port} of ${addresses[path]} is taken: is another daemon running on this node?`,
        );
      }
    }
    if (failures.every((failure) => failure !== null)) {
      const why = failures.map((failure, path) => `${addresses[path]}: ${failure?.code}`).join(", ");
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
      const peer = this.#peers.get(node);
      if (peer === undefined) continue;
      for (let path = 0; path < this.#sockets.length; path++) {
        const address = peer.addresses[path];
        if (address === undefined) break;
        this.#sendOne(path, address, packet);
      }
    }
  }

  #sendOne(path: number, address: string, packet: Buffer): void {
    const socket = this.#sockets[path];
    if (socket === null || socket === undefined || socket.getSendQueueSize() > PENDING_BYTES_MAX) {
      this.#tally.count("send-failed");
      return;
    }
    try {
      socket.send(packet, this.#options.port, address, this.#sent);
    } catch (error) {
      this.#sendFailed(error as Error);
    }
  }

  #sendFailed(error: Error): void {
    if (this.#closed) return;
    this.#tally.record("send-failed", "warn", () => `a heartbeat could not be sent: ${error.message}`);
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

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#retries.values()) clearTimeout(timer);
    this.#retries.clear();
    const open = this.#sockets.filter((socket) => socket !== null);
    this.#sockets.fill(null);
    await Promise.all(open.map((socket) => new Promise<void>((resolve) => socket.close(() => resolve()))));
  }

  /** Binds one path's socket. Resolves with null, or with why not (a retry is then under way). */
  #open(path: number): Promise<NodeJS.ErrnoException | null> {
    const address = this.#options.addresses[path]!;
    const family = isIPv6(address) ? 6 : 4;
    const socket = createSocket({
      type: family === 6 ? "udp6" : "udp4",
      // our addresses are literals: no resolver, no extra turn of the event loop for each packet
      lookup: (host, _options, callback) => callback(null, host, family),
    });
    socket.on("message", (packet, from) => this.#receive(packet, path, from));
    return new Promise((resolve) => {
      socket.on("error", (error: NodeJS.ErrnoException) => {
        // before the bind, or a socket that broke: either way it is of no more use
        if (this.#sockets[path] === socket) this.#sockets[path] = null;
        try {
          socket.close();
        } catch {
          // it was closed by its own failure
        }
        this.#retry(path, error);
        resolve(error);
      });
      socket.bind({ address, port: this.#options.port, exclusive: true }, () => {
        if (this.#closed) {
          socket.close();
        } else {
          this.#sockets[path] = socket;
        }
        resolve(null);
      });
    });
  }

  #retry(path: number, error: NodeJS.ErrnoException): void {
    if (this.#closed || this.#retries.has(path)) return;
    const address = this.#options.addresses[path];
    this.#tally.say(
      `bind path ${path}`,
      "warn",
      () => `heartbeats on path ${path} (${address}): ${error.message}; trying again`,
    );
    const timer = setTimeout(() => {
      this.#retries.delete(path);
      void this.#open(path).then((failure) => {
        if (failure === null)
          this.#options.note("info", `heartbeats on path ${path} (${address}) work again`);
      });
    }, REBIND_MS);
    this.#retries.set(path, timer);
  }

  #receive(packet: Buffer, path: number, source: RemoteInfo): void {
    if (this.#closed) return;
    let heartbeat = this.#recent.find(packet);
    if (heartbeat === null) {
      const opened = this.#seal.open(packet);
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
    if (heardAt === undefined) {
      this.#drop("unknown-node", path, source);
      return;
    }
    const freshness = this.#filter.judge(heartbeat.from, heartbeat.incarnation, heartbeat.seq, path);
    const receivedAt = this.#options.now();
    if (freshness.latestOnPath) heardAt[path] = receivedAt;
    switch (freshness.type) {
      case "new":
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

  #drop(reason: string, path: number, source: RemoteInfo): void {
    this.#tally.record(
      reason,
      "warn",
      () => `dropped a heartbeat packet on path ${path} from ${source.address}: ${reason}`,
    );
  }
}
