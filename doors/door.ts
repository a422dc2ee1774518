/**
 * A TCP port behind TLS with certificates on both sides. What has not shown a certificate of the authority reaches
 * nothing behind it, costs a bounded amount, and is named to whoever counts.
 */
import { createServer as createNetServer, type Server as NetServer, type Socket } from "node:net";
import {
  createServer as createTlsServer,
  type TLSSocket,
  type TlsOptions,
  type Server as TlsServer,
} from "node:tls";
import { Quota, type QuotaLimits } from "./quota.ts";

/** Why a connection was refused. */
export const REFUSALS = [
  "no-certificate",
  "foreign-certificate",
  "handshake-failed",
  "handshake-abandoned",
  "handshake-slow",
  "too-many",
  "too-fast",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface DoorOptions {
  readonly tls: Pick<TlsOptions, "ca" | "cert" | "key">;
  readonly limits: QuotaLimits;
  /** Whether strangers must not get in this address's way. */
  readonly isKnown: (address: string) => boolean;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** The certificate is one of the authority; whose, is for the callee to see. */
  readonly onAdmitted: (socket: TLSSocket) => void;
  readonly onRefused: (reason: Refusal, from: string, why: string) => void;
}

const HANDSHAKE_TIMEOUT_MS = 5_000;
const TCP_KEEPALIVE_MS = 10_000;
/** Connections that the kernel keeps for us: all of them are taken in one turn of the loop. */
export const BACKLOG = 64;

const GONE = "an address that has gone";
const TOLD: Readonly<Record<"too-many" | "too-fast", string>> = {
  "too-many": "it, or strangers together, have too many connections",
  "too-fast": "it, or strangers together, come too fast",
};

/** Not listening yet. Closing it ends no connection. */
export function createDoor(options: DoorOptions): NetServer {
  const { isKnown, onRefused } = options;
  const hall = new Hall(options);
  // What waits is not read: it costs a descriptor. A peer whose power was cut never says goodbye: keep-alive.
  return createNetServer(
    { noDelay: true, keepAlive: true, keepAliveInitialDelay: TCP_KEEPALIVE_MS, pauseOnConnect: true },
    (raw) => {
      raw.on("error", () => raw.destroy());
      const from = raw.remoteAddress;
      if (from !== undefined) {
        hall.arrive(raw, from, isKnown(from));
        return;
      }
      raw.destroy();
      onRefused("handshake-abandoned", GONE, "it had gone before it was greeted");
    },
  );
}

/** Where connections are between the kernel and whoever they came for. */
class Hall {
  readonly #options: DoorOptions;
  readonly #quota: Quota;
  readonly #tls: TlsServer;
  /** Without a proof of who they are. */
  readonly #unproven = new Map<string, Socket>();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#quota = new Quota(options.limits);
    this.#tls = createTlsServer({
      ...options.tls,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: "TLSv1.3",
      ALPNProtocols: ["h2"],
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    });
    this.#tls.on("secureConnection", (socket) => {
      const name = nameOf(socket);
      this.#quota.prove(name);
      this.#unproven.delete(name);
      this.#options.onAdmitted(socket);
      this.#proceed();
    });
    this.#tls.on("tlsClientError", (error, socket) => {
      const from = socket.remoteAddress ?? GONE;
      const [reason, why] = faultOf(error, socket);
      socket.destroy();
      this.#options.onRefused(reason, from, why);
    });
  }

  arrive(raw: Socket, from: string, known: boolean): void {
    const name = nameOf(raw);
    const arrival = this.#quota.arrive(name, from, known);
    if (arrival === "too-many" || arrival === "too-fast") {
      raw.resetAndDestroy();
      this.#options.onRefused(arrival, from, TOLD[arrival]);
      return;
    }
    this.#unproven.set(name, raw);
    raw.once("close", () => {
      if (this.#unproven.get(name) === raw) this.#unproven.delete(name);
      this.#quota.leave(name);
      this.#proceed();
    });
    if (arrival === "begin") this.#tls.emit("connection", raw);
    else this.#proceed();
  }

  /** Begins what may begin now. */
  #proceed(): void {
    if (this.#timer !== null) return;
    const { begin, evict, againIn } = this.#quota.next(this.#options.now());
    // Not before they are due: a timer that is set is not in a hurry.
    if (againIn !== null) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#proceed();
      }, againIn);
    }
    for (const name of evict) {
      const slow = this.#unproven.get(name);
      this.#options.onRefused("handshake-slow", slow?.remoteAddress ?? GONE, "others wait behind it");
      slow?.resetAndDestroy();
    }
    for (const name of begin) {
      const raw = this.#unproven.get(name);
      if (raw !== undefined) this.#tls.emit("connection", raw);
    }
  }
}

const nameOf = (socket: Socket): string => `${socket.remoteAddress} ${socket.remotePort}`;

/** Read before the socket is gone; the certificate's fault is known even where the error only says "hang up". */
function faultOf(error: Error, socket: TLSSocket): [Refusal, string] {
  const { code, reason } = error as NodeJS.ErrnoException & { reason?: string };
  if (code === "ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE") return ["no-certificate", "it has none"];
  const fault: unknown = socket.authorizationError;
  if (fault !== null && fault !== undefined) return ["foreign-certificate", String(fault)];
  if (code === "ERR_TLS_HANDSHAKE_TIMEOUT") return ["handshake-slow", "it took too long"];
  if (code === "ECONNRESET") return ["handshake-abandoned", "it went away"]; // a dial given up, a port scan
  return ["handshake-failed", reason ?? error.message];
}
