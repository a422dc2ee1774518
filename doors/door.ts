/**
 * A TCP port behind TLS with certificates on both sides. What has not shown a certificate of the authority reaches
 * nothing behind it, costs a bounded amount, and is named to whoever counts.
 */
import { createServer as createNetServer, type Server as NetServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from "node:tls";
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
  "too-fast": "strangers come too fast",
};

/** Not listening yet. Closing it ends no connection. */
export function createDoor(options: DoorOptions): NetServer {
  const { limits, isKnown, now, onRefused } = options;
  const quota = new Quota(limits);
  const waiting = new Map<string, Socket>();
  const tls = createTlsServer({
    ...options.tls,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.3",
    ALPNProtocols: ["h2"],
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  });
  tls.on("secureConnection", (socket) => {
    const name = nameOf(socket);
    quota.prove(name);
    waiting.delete(name);
    options.onAdmitted(socket);
  });
  tls.on("tlsClientError", (error, socket) => {
    const from = socket.remoteAddress ?? GONE;
    const [reason, why] = faultOf(error, socket);
    socket.destroy();
    onRefused(reason, from, why);
  });
  // a peer whose power was cut never says goodbye
  const door = createNetServer(
    { noDelay: true, keepAlive: true, keepAliveInitialDelay: TCP_KEEPALIVE_MS },
    (raw) => {
      raw.on("error", () => raw.destroy());
      const from = raw.remoteAddress;
      if (from === undefined) {
        raw.destroy();
        onRefused("handshake-abandoned", GONE, "it had gone before it was greeted");
        return;
      }
      const name = nameOf(raw);
      const entry = quota.enter(name, from, isKnown(from), now());
      if (!entry.ok) {
        raw.resetAndDestroy();
        onRefused(entry.reason, from, TOLD[entry.reason]);
        return;
      }
      if (entry.evicted !== null) {
        const slow = waiting.get(entry.evicted);
        waiting.delete(entry.evicted);
        onRefused("handshake-slow", slow?.remoteAddress ?? GONE, "others wait behind it");
        slow?.resetAndDestroy();
      }
      waiting.set(name, raw);
      raw.once("close", () => {
        if (waiting.get(name) === raw) waiting.delete(name);
        quota.leave(name);
      });
      tls.emit("connection", raw);
    },
  );
  return door;
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
