/**
 * Peer streams: each node dials every peer, sends on the stream it dialled, and receives on those dialled to it. So
 * whoever has something to say mends the way for it, and waits for nobody.
 */
import { createSecureContext } from "node:tls";
import { REFUSALS } from "../../doors/door.ts";
import type { NodeId } from "../core/types.ts";
import type { Incarnation } from "../ledger/types.ts";
import type { Envelope } from "../types.ts";
import { PeerListener } from "./listen.ts";
import type { Dropped, Note } from "./notes.ts";
import { Tally } from "./notes.ts";
import type { OutgoingStatus } from "./outgoing.ts";
import { OutgoingStream } from "./outgoing.ts";
import type { Peer, PeerStreams } from "./port.ts";
import type { StreamTiming } from "./timing.ts";

export interface StreamCodec {
  /** Throws on envelopes that cannot be written or do not fit one frame. */
  encodeEnvelopes(envelopes: readonly Envelope[]): Uint8Array;
  /** Throws on anything that `encodeEnvelopes` did not write. */
  decodeEnvelopes(bytes: Uint8Array): Envelope[];
}

export interface PeerStreamOptions {
  readonly self: NodeId;
  readonly cluster: string;
  readonly incarnation: Incarnation;
  /** Own IP addresses to listen on, one per path, all on `port`; peers listen on the same port. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** The other nodes; `self` among them is ignored. */
  readonly peers: readonly Peer[];
  /** PEM: the private authority, and this node's certificate and key. */
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string };
  /** See `streamTimingOf`. */
  readonly timing: StreamTiming;
  /**
   * Milliseconds since the peer's last heartbeat by a path: an idle stream says nothing, so a dead path shows there
   * first. Absent: nothing is known, and idle streams are asked seldom.
   */
  readonly silence?: (peer: NodeId, path: number) => number;
  readonly codec: StreamCodec;
  /** In the order sent, within one stream. Only from configured peers. What it throws is not caught. */
  readonly onEnvelope: (from: NodeId, envelope: Envelope) => void;
  readonly note: Note;
  /** Milliseconds of a monotonic clock; for the rate of notes alone. */
  readonly now: () => number;
}

/** The port, and what a status page wants to know. */
export interface OpenPeerStreams extends PeerStreams {
  /** Counters by reason: strangers and frames refused, envelopes dropped. */
  readonly dropped: Readonly<Record<string, number>>;
  /** The same with where it came from. */
  strangers(): readonly Dropped[];
  status(): ReadonlyMap<NodeId, OutgoingStatus>;
  /** From now on peers that cannot be reached are dialled seldom; one that dials us is still dialled at once. */
  seldom(): void;
}

/** Between two rounds of dials of a node that has left its cluster, milliseconds. */
export const SELDOM_MS = 30_000;

const DROP_REASONS = [
  "stranger",
  "foreign-cluster",
  "wrong-version",
  "malformed",
  ...REFUSALS,
  "no-stream",
  "overflow",
  "too-large",
];
/** Above MAX_FRAME_BYTES of the codec, which is the one that refuses with a reason. */
const FRAME_BYTES_MAX = 33 * 1024 * 1024;

/** Listens on every own address and dials every peer. Throws `unavailable` when it cannot listen. */
export async function openPeerStreams(options: PeerStreamOptions): Promise<OpenPeerStreams> {
  const { self: node, cluster, incarnation, note } = options;
  const self = { cluster, node, incarnation };
  const tally = new Tally(DROP_REASONS, note, options.now);
  const secrets = { ...options.tls, minVersion: "TLSv1.3" } as const;
  const secureContext = createSecureContext(secrets);
  const outgoing = new Map<NodeId, OutgoingStream>();
  const peers = new Set<NodeId>();
  const peerAddresses = new Set<string>();
  let listening = false;
  let { retryMax } = options.timing;
  const setPeers = (wanted: readonly Peer[]): void => {
    const { port, timing, codec, silence = () => 0 } = options;
    const others = new Map(wanted.filter((peer) => peer.node !== node).map((peer) => [peer.node, peer]));
    for (const [name, stream] of [...outgoing]) {
      if (others.has(name)) continue;
      stream.close();
      outgoing.delete(name);
      peers.delete(name);
    }
    peerAddresses.clear();
    for (const [name, peer] of others) {
      for (const address of peer.addresses) peerAddresses.add(address);
      if (outgoing.has(name)) continue;
      const stream = new OutgoingStream({
        self,
        peer,
        port,
        timing,
        retryMax: () => retryMax,
        silence,
        codec,
        secureContext,
        tally,
        note,
      });
      outgoing.set(name, stream);
      peers.add(name);
      if (listening) stream.start();
    }
  };
  setPeers(options.peers);
  const listener = new PeerListener({
    self,
    addresses: options.addresses,
    port: options.port,
    peers,
    peerAddresses,
    tls: options.tls,
    frameBytesMax: FRAME_BYTES_MAX,
    decodeEnvelopes: options.codec.decodeEnvelopes,
    onEnvelope: (from, envelope) => {
      const stream = outgoing.get(from);
      if (stream === undefined) return; // a former one, whose stream is still open
      if (isAnswer(envelope)) stream.peerAnswered();
      options.onEnvelope(from, envelope);
    },
    onHello: (hello, address) => outgoing.get(hello.node)?.peerCalled(hello.incarnation, address),
    tally,
    note,
    now: options.now,
  });
  try {
    await listener.bind();
  } catch (error) {
    await listener.close();
    throw error;
  }
  listening = true;
  for (const stream of outgoing.values()) stream.start();
  return {
    dropped: tally.counts,
    strangers: () => tally.dropped,
    send: (to, envelope) => outgoing.get(to)?.send(envelope),
    setPeers,
    poke: () => {
      for (const stream of outgoing.values()) stream.poke();
    },
    status: () => new Map([...outgoing].map(([to, stream]) => [to, stream.status])),
    seldom: () => {
      retryMax = SELDOM_MS;
    },
    close: async () => {
      for (const stream of outgoing.values()) stream.close();
      await listener.close();
    },
  };
}

/** Whether this was provoked by a message of ours. */
function isAnswer(envelope: Envelope): boolean {
  if (envelope.type !== "raft") return envelope.type === "proposed" || envelope.type === "snapshot-answer";
  const { type } = envelope.message;
  return type === "append-response" || type === "vote-response" || type === "pre-vote-response";
}
