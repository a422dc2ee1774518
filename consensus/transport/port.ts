/** The network between peers as the replica's driver sees it. */
import type { NodeId } from "../core/types.ts";
import type { Heartbeat } from "../sessions/types.ts";
import type { Envelope } from "../types.ts";

export interface Peer {
  readonly node: NodeId;
  /** One IP address per path; index 0 is path 0. */
  readonly addresses: readonly string[];
}

/** Envelopes over one mutually authenticated gRPC stream per peer, re-dialled over every path. */
export interface PeerStreams {
  /** Never blocks, never throws; drops when there is no stream or its buffer is full (Raft retries). */
  send(to: NodeId, envelope: Envelope): void;
  /** The process is awake: do now what a timer would wake it for soon. */
  poke(): void;
  /** From now on these are the other nodes: new ones are dialled, former ones are not spoken to any more. */
  setPeers(peers: readonly Peer[]): void;
  close(): Promise<void>;
}

/** A UDP socket bound to one address. Never waits; throws an error with `errno` when the kernel refuses. */
export interface DatagramSocket {
  send(packet: Buffer, to: Buffer): void;
  /** Null when none waits. The bytes are valid until the next call, of any socket. */
  receive(): { readonly bytes: Buffer; readonly from: () => string } | null;
  /** From now on the kernel drops unseen what does not look like this, for whatever is a flood; null: nothing. */
  admitOnly(like: PacketLooks | null): void;
  /** How many packets the kernel dropped unseen so far: not admitted, or no room for them. */
  shed(): number;
  close(): void;
}
/** What can be told of a packet without a key. */
export interface PacketLooks {
  readonly senders: readonly string[];
  /** The first four bytes. */
  readonly magic: number;
  readonly bytesMax: number;
}
export interface Datagrams {
  /**
   * Sockets that belong together: `readable` is called on the event loop while anything waits at any of them. `open` throws an
   * error with `errno` (EADDRINUSE …).
   */
  together(readable: () => void): { open(ip: string, port: number): DatagramSocket };
  /** An address as `send` takes it. */
  address(ip: string, port: number): Buffer;
}

/** Signed UDP heartbeats on every path. */
export interface HeartbeatSocket {
  /** From now on these are the other nodes; nobody else is heard. */
  setPeers(peers: readonly Peer[]): void;
  send(to: readonly NodeId[], heartbeat: Heartbeat): void;
  /** For status: per peer and path, milliseconds since the last genuine heartbeat (Infinity: never). */
  silence(now: number): ReadonlyMap<NodeId, readonly number[]>;
  /** Counters by reason of what was dropped (bad-signature, replayed, foreign-cluster, malformed, wrong-version). */
  readonly dropped: Readonly<Record<string, number>>;
  close(): Promise<void>;
}
