/**
 * The receiving half of the peer streams: TLS in front, which lets in nobody but a configured peer with a certificate
 * of the private authority, and a gRPC server behind it.
 */

import type { Server as NetServer } from "node:net";
import type { TLSSocket } from "node:tls";
import type { ServerDuplexStream } from "@grpc/grpc-js";
import { status as grpcStatus, Server, ServerCredentials } from "@grpc/grpc-js";
import { BACKLOG, createDoor, type DoorOptions, type Refusal } from "../../doors/door.ts";
import { LeaseholdError } from "../../errors.ts";
import type { NodeId } from "../core/types.ts";
import type { Incarnation } from "../ledger/types.ts";
import type { Envelope } from "../types.ts";
import { readCertificateRole } from "./certificates.ts";
import type { Note, Tally } from "./notes.ts";
import type { Hello } from "./protocol.ts";
import { ENVELOPES, EXCHANGE_PATH, encodeHello, helloMismatch, printable, readHello } from "./protocol.ts";

export interface ListenOptions {
  readonly self: Hello;
  readonly addresses: readonly string[];
  readonly port: number;
  /** The nodes that may connect. */
  readonly peers: ReadonlySet<NodeId>;
  /** Where they usually come from: strangers must not get in their way. */
  readonly peerAddresses: ReadonlySet<string>;
  readonly tls: DoorOptions["tls"];
  readonly frameBytesMax: number;
  readonly decodeEnvelopes: (bytes: Uint8Array) => Envelope[];
  readonly onEnvelope: (from: NodeId, envelope: Envelope) => void;
  /** A peer said hello on a stream that it dialled from this address. */
  readonly onHello: (peer: Hello, address: string) => void;
  readonly tally: Tally;
  readonly note: Note;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** On one address: far above what peers need, far below what hurts. Each handshake is a millisecond or two of the one loop, so few begin in one turn. */
const LIMITS = {
  openMax: 64,
  openPerSource: 64,
  pendingMax: 8,
  perSecond: 50,
  burst: 2,
  waitingMax: 128,
  waitingPerSource: 32,
} as const;
const REBIND_MS = 250;
/** While a peer moves to another path, its old stream and the new one live side by side. */
const STREAMS_PER_PEER = 3;

type Call = ServerDuplexStream<Buffer, Buffer>;
const asIs = (bytes: Buffer): Buffer => bytes;

export class PeerListener {
  readonly #options: ListenOptions;
  readonly #server: Server;
  readonly #inject: (socket: TLSSocket) => void;
  readonly #listening = new Map<string, NetServer>();
  readonly #sockets = new Set<TLSSocket>();
  readonly #inbound = new Map<NodeId, { call: Call; incarnation: Incarnation }[]>();
  readonly #retries = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(options: ListenOptions) {
    this.#options = options;
    this.#server = new Server({
      "grpc.max_receive_message_length": options.frameBytesMax,
      "grpc.max_concurrent_streams": 8,
      "grpc.enable_channelz": 0,
    });
    const exchange = {
      path: EXCHANGE_PATH,
      requestStream: true,
      responseStream: true,
      requestSerialize: asIs,
      requestDeserialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    } as const;
    this.#server.addService({ exchange }, { exchange: (call: Call) => this.#serve(call) });
    // TLS has been done by then, and the certificate looked at: no stranger's byte gets to HTTP/2
    const injector = this.#server.createConnectionInjector(ServerCredentials.createInsecure());
    this.#inject = (socket) => injector.injectConnection(socket);
  }

  /** Throws `unavailable` when a port is taken or no address can be bound; a missing address is retried for ever. */
  async bind(): Promise<void> {
    const { addresses, port } = this.#options;
    const failures = await Promise.all(addresses.map((address) => this.#listen(address)));
    for (const [at, failure] of failures.entries()) {
      if (failure?.code === "EADDRINUSE") {
        throw new LeaseholdError(
          "unavailable",
          `peer streams: TCP port ${port} of ${addresses[at]} is taken: is another daemon running on this node?`,
        );
      }
    }
    if (failures.every((failure) => failure !== null)) {
      const why = failures.map((failure, at) => `${addresses[at]}: ${failure?.code}`).join(", ");
      throw new LeaseholdError(
        "unavailable",
        `peer streams: none of this node's addresses can be bound (${why}); expected addresses that its cards have`,
      );
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#retries) clearTimeout(timer);
    const closing = [...this.#listening.values()].map(
      (server) => new Promise<void>((resolve) => server.close(() => resolve())),
    );
    this.#server.forceShutdown();
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closing);
  }

  #listen(address: string): Promise<NodeJS.ErrnoException | null> {
    const { tls, peerAddresses, now } = this.#options;
    const server = createDoor({
      tls,
      limits: LIMITS,
      isKnown: (from) => peerAddresses.has(from),
      now,
      onAdmitted: (socket) => this.#admit(socket),
      onRefused: (reason, from, why) => this.#refused(reason, from, why),
    });
    return new Promise((resolve) => {
      server.on("error", (error: NodeJS.ErrnoException) => {
        server.close();
        this.#listening.delete(address);
        this.#retry(address, error);
        resolve(error);
      });
      const where = { host: address, port: this.#options.port, backlog: BACKLOG, exclusive: true };
      server.listen(where, () => {
        if (this.#closed) server.close();
        else this.#listening.set(address, server);
        resolve(null);
      });
    });
  }

  #retry(address: string, error: NodeJS.ErrnoException): void {
    if (this.#closed) return;
    this.#options.tally.say(
      `listen ${address}`,
      "warn",
      () => `peer streams on ${address}: ${error.message}; trying again`,
    );
    const timer = setTimeout(() => {
      this.#retries.delete(timer);
      void this.#listen(address).then((failure) => {
        if (failure === null && !this.#closed)
          this.#options.note("info", `peer streams on ${address} work again`);
      });
    }, REBIND_MS);
    this.#retries.add(timer);
  }

  #refused(reason: Refusal, from: string, why: string): void {
    const { tally } = this.#options;
    if (reason === "handshake-abandoned") tally.count(reason, from);
    else if (reason === "no-certificate" || reason === "foreign-certificate") {
      const text = () =>
        `refused a stranger at ${from}: its certificate is not of this cluster's authority (${why})`;
      tally.record(reason, "warn", text, from);
    } else if (reason === "handshake-failed") {
      tally.record(reason, "warn", () => `a TLS handshake from ${from} failed: ${why}`, from);
    } else {
      tally.record(reason, "warn", () => `refused a connection of ${from} to the peer port: ${why}`, from);
    }
  }

  #admit(socket: TLSSocket): void {
    socket.on("error", () => socket.destroy());
    const role = readCertificateRole(socket.getPeerCertificate());
    if (role.type !== "node" || !this.#options.peers.has(role.name as NodeId)) {
      const who =
        role.type === "unknown" ? role.reason : `${role.type} "${printable(role.name)}" is no peer here`;
      const from = socket.remoteAddress ?? "an address that has gone";
      this.#options.tally.record(
        "stranger",
        "warn",
        () => `refused a peer stream from ${from}: ${who}`,
        from,
      );
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    this.#inject(socket);
  }

  #serve(call: Call): void {
    const certificate = call.getAuthContext().sslPeerCertificate;
    const role = certificate === undefined ? null : readCertificateRole(certificate);
    if (role?.type !== "node") {
      refuse(call, grpcStatus.UNAUTHENTICATED, "this is no connection of a peer");
      return;
    }
    const peer = role.name as NodeId;
    let greeted = false;
    call.once("cancelled", () => this.#forget(peer, call));
    call.once("end", () => {
      this.#forget(peer, call);
      call.end();
    });
    call.on("data", (frame: Buffer) => {
      if (call.cancelled || call.writableEnded) return;
      if (greeted) this.#receive(peer, call, frame);
      else greeted = this.#greet(peer, call, frame);
    });
  }

  #greet(peer: NodeId, call: Call, frame: Buffer): boolean {
    const read = readHello(frame);
    if (!read.ok) {
      this.#refuse(call, peer, read.kind, read.reason);
      return false;
    }
    const mismatch = helloMismatch(read.hello, this.#options.self.cluster, peer);
    if (mismatch !== null) {
      this.#refuse(
        call,
        peer,
        read.hello.cluster === this.#options.self.cluster ? "stranger" : "foreign-cluster",
        mismatch,
      );
      return false;
    }
    call.write(encodeHello(this.#options.self));
    const { incarnation } = read.hello;
    const streams = this.#inbound.get(peer) ?? [];
    streams.push({ call, incarnation });
    while (streams.length > STREAMS_PER_PEER || streams[0]?.incarnation !== incarnation) {
      streams.shift()?.call.end();
    }
    this.#inbound.set(peer, streams);
    this.#options.onHello(read.hello, addressOf(call.getPeer()));
    return true;
  }

  #receive(peer: NodeId, call: Call, frame: Buffer): void {
    let envelopes: Envelope[];
    try {
      if (frame[0] !== ENVELOPES) throw new Error(`frame kind ${frame[0]} is unknown here`);
      envelopes = this.#options.decodeEnvelopes(frame.subarray(1));
    } catch (error) {
      this.#refuse(call, peer, "malformed", (error as Error).message);
      return;
    }
    for (const envelope of envelopes) this.#options.onEnvelope(peer, envelope);
  }

  #refuse(call: Call, peer: NodeId, reason: string, text: string): void {
    this.#forget(peer, call);
    this.#options.tally.record(reason, "warn", () => `refused a peer stream of ${peer}: ${text}`);
    refuse(call, grpcStatus.FAILED_PRECONDITION, text);
  }

  #forget(peer: NodeId, call: Call): void {
    const streams = this.#inbound.get(peer)?.filter((stream) => stream.call !== call) ?? [];
    this.#inbound.set(peer, streams);
  }
}

function refuse(call: Call, code: grpcStatus, details: string): void {
  call.emit("error", Object.assign(new Error(details), { code, details }));
}

/** "10.0.0.1:4711" or "[fd00::1]:4711" without the port. */
function addressOf(peer: string): string {
  const host = peer.slice(0, peer.lastIndexOf(":"));
  return host.startsWith("[") ? host.slice(1, -1) : host;
}
