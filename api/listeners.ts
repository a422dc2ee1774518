/**
 * The sockets of the API: a Unix socket for whoever may open it, TCP for whoever has a certificate of the cluster's
 * authority. TLS is done here, so that no stranger's byte reaches HTTP/2.
 */
import { chmodSync, rmSync } from "node:fs";
import { createServer as createNetServer, type Server as NetServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket } from "node:tls";
import { LeaseholdError } from "../errors.ts";

export interface ListenersOptions {
  readonly socket: string;
  readonly addresses: readonly string[];
  readonly port: number;
  /** PEM. */
  readonly tls: { readonly ca: string; readonly certificate: string; readonly key: string };
  readonly onConnection: (socket: Socket) => void;
  readonly note: (text: string) => void;
}

/** Connections at once on one socket. */
const CONNECTIONS_MAX = 256;
const HANDSHAKE_TIMEOUT_MS = 5_000;
const TCP_KEEPALIVE_MS = 10_000;
const REBIND_MS = 1_000;
const STRANGERS_NOTED_PER_MINUTE = 6;

export class Listeners {
  readonly #options: ListenersOptions;
  readonly #servers = new Set<NetServer>();
  readonly #sockets = new Set<Socket>();
  readonly #retries = new Set<NodeJS.Timeout>();
  #closed = false;
  #strangers = 0;
  #strangersSince = 0;

  constructor(options: ListenersOptions) {
    this.#options = options;
  }

  /** Throws `unavailable` when a port is taken; an address that no card has yet is tried again and again. */
  async open(): Promise<void> {
    const { socket, addresses, port } = this.#options;
    rmSync(socket, { force: true });
    const local = createNetServer((connection) => this.#admit(connection));
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
    const server = createTlsServer(
      {
        ca,
        cert: certificate,
        key,
        requestCert: true,
        rejectUnauthorized: true,
        minVersion: "TLSv1.3",
        ALPNProtocols: ["h2"],
        handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: TCP_KEEPALIVE_MS,
      },
      (socket) => this.#admit(socket),
    );
    server.on("tlsClientError", (error, socket) => this.#refused(error, socket));
    return this.#listen(server, { host: address, port });
  }

  #listen(
    server: NetServer,
    where: { readonly path: string } | { readonly host: string; readonly port: number },
  ): Promise<NodeJS.ErrnoException | null> {
    server.maxConnections = CONNECTIONS_MAX;
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

  #admit(socket: Socket): void {
    socket.on("error", () => socket.destroy());
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    this.#options.onConnection(socket);
  }

  /** A scanner must not fill the log. */
  #refused(error: Error, socket: TLSSocket): void {
    const from = socket.remoteAddress ?? "an address that has gone";
    socket.destroy();
    const now = performance.now();
    if (now - this.#strangersSince > 60_000) {
      this.#strangersSince = now;
      this.#strangers = 0;
    }
    this.#strangers += 1;
    if (this.#strangers > STRANGERS_NOTED_PER_MINUTE) return;
    this.#options.note(`the API refused ${from}, which has no certificate of this cluster: ${error.message}`);
  }
}

function taken(where: string, error: Error): LeaseholdError {
  const text = `the API cannot listen on ${where}: ${error.message}; is another daemon running with the same file?`;
  return new LeaseholdError("unavailable", text, { cause: error });
}
