/**
 * The sockets of the API: a Unix socket for whoever may open it, TCP for whoever has a certificate of the cluster's
 * authority. TLS is done here, so that no stranger's byte reaches HTTP/2.
 */
import { chmodSync, rmSync } from "node:fs";
import { createServer as createNetServer, type Server as NetServer, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { BACKLOG, createDoor, type Refusal } from "../doors/door.ts";
import { LeaseholdError } from "../errors.ts";
import { greeter } from "./greeting.ts";

export interface ListenersOptions {
  readonly socket: string;
  readonly addresses: readonly string[];
  readonly port: number;
  /** PEM. */
  readonly tls: { readonly ca: string; readonly certificate: string; readonly key: string };
  /** `client`: whose it is, the same for all connections of one certificate, or of one process of this machine. */
  readonly onConnection: (socket: Socket, client: string) => void;
  readonly processBehind: (descriptor: number) => number | null;
  readonly note: (text: string) => void;
  /** Somebody was refused. At the rate of whoever knocks: whoever tells a person must bound it. */
  readonly onRefused: (reason: Refusal, from: string, why: string) => void;
}

/** Connections at once on the Unix socket: those that speak, those that do not yet. */
const LOCAL = { openMax: 256, silentMax: 64 } as const;
/** On one address. Each handshake is some milliseconds of the one loop, so few begin in one turn. */
const LIMITS = {
  openMax: 256,
  openPerSource: 128,
  pendingMax: 8,
  perSecond: 50,
  burst: 2,
  waitingMax: 128,
  waitingPerSource: 32,
} as const;
const REBIND_MS = 1_000;

export class Listeners {
  readonly #options: ListenersOptions;
  readonly #servers = new Set<NetServer>();
  readonly #sockets = new Set<Socket>();
  readonly #retries = new Set<NodeJS.Timeout>();
  #closed = false;
  #strangersHere = 0;

  constructor(options: ListenersOptions) {
    this.#options = options;
  }

  /** Throws `unavailable` when a port is taken; an address that no card has yet is tried again and again. */
  async open(): Promise<void> {
    const { socket, addresses, port } = this.#options;
    rmSync(socket, { force: true });
    const greet = greeter({
      ...LOCAL,
      onGreeted: (connection) => this.#options.onConnection(connection, this.#localName(connection)),
      onRefused: (reason, why) => this.#options.onRefused(reason, "this machine", why),
    });
    const local = createNetServer((connection) => {
      this.#sockets.add(connection);
      connection.once("close", () => this.#sockets.delete(connection));
      greet(connection);
    });
    const failure = await this.#listen(local, { path: socket });
    if (failure !== null) throw taken(socket, failure);
    chmodSync(socket, 0o600);
    for (const address of addresses) {
      const error = await this.#openTcp(address, port);
      if (error === null) continue;
      if (error.code !== "EADDRNOTAVAIL") throw taken(`${address}:${port}`, error);
      this.#options.note(
        `the API cannot listen on ${address}:${port} yet: no card has that address; trying again`,
      );
      this.#retry(address, port);
    }
  }

  /** No new connections; those that are there go on. */
  stop(): void {
    this.#closed = true;
    for (const timer of this.#retries) clearTimeout(timer);
    // Closing takes the Unix socket's path away as well; whoever comes next makes its own.
    for (const server of this.#servers) server.close();
  }

  destroy(): void {
    this.stop();
    for (const socket of this.#sockets) socket.destroy();
  }

  #openTcp(address: string, port: number): Promise<NodeJS.ErrnoException | null> {
    const { ca, certificate, key } = this.#options.tls;
    const server = createDoor({
      tls: { ca, cert: certificate, key },
      limits: LIMITS,
      isKnown: () => false,
      now: () => performance.now(),
      onAdmitted: (socket) => this.#admit(socket),
      onRefused: this.#options.onRefused,
    });
    return this.#listen(server, { host: address, port, backlog: BACKLOG });
  }

  #listen(
    server: NetServer,
    where:
      | { readonly path: string }
      | { readonly host: string; readonly port: number; readonly backlog: number },
  ): Promise<NodeJS.ErrnoException | null> {
    return new Promise((resolve) => {
      server.once("error", resolve);
      server.listen({ ...where, exclusive: true }, () => {
        server.removeListener("error", resolve);
        server.on("error", (error) => this.#options.note(`the API's listener: ${error.message}`));
        if (this.#closed) server.close();
        else this.#servers.add(server);
        resolve(null);
      });
    });
  }

  #retry(address: string, port: number): void {
    if (this.#closed) return;
    const timer = setTimeout(() => {
      this.#retries.delete(timer);
      void this.#openTcp(address, port).then((failure) => {
        if (failure !== null) this.#retry(address, port);
        else this.#options.note(`the API listens on ${address}:${port} now`);
      });
    }, REBIND_MS);
    this.#retries.add(timer);
  }

  /** A connection whose process cannot be told is a client by itself. */
  #localName(connection: Socket): string {
    const descriptor = (connection as unknown as { readonly _handle?: { readonly fd?: number } })._handle?.fd;
    const pid = descriptor === undefined ? null : this.#options.processBehind(descriptor);
    this.#strangersHere += 1;
    return pid === null
      ? `connection ${this.#strangersHere} of this machine`
      : `process ${pid} of this machine`;
  }

  #admit(socket: TLSSocket): void {
    socket.on("error", () => socket.destroy());
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    this.#options.onConnection(socket, clientName(socket));
  }
}

/** By its key, which nobody else has; by its name for people. */
function clientName(socket: TLSSocket): string {
  const { subject, fingerprint256 } = socket.getPeerCertificate();
  const name = (subject as { readonly CN?: unknown } | undefined)?.CN;
  return `client ${typeof name === "string" ? name : "without a name"}, certificate ${String(fingerprint256).slice(0, 23)}`;
}

function taken(where: string, error: Error): LeaseholdError {
  const text = `the API cannot listen on ${where}: ${error.message}; is another daemon running with the same file?`;
  return new LeaseholdError("unavailable", text, { cause: error });
}
