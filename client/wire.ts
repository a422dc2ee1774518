/**
 * Calls to a daemon: gRPC's wire over node:http2, without a gRPC library. A command that is typed at a prompt starts in a
 * third of the time, and a program that takes leases carries no channel with a life of its own: a call uses the
 * connection that is there, or says at once that there is none.
 */
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect as connectHttp2,
  constants,
} from "node:http2";
import { connect as connectNet, type Socket } from "node:net";
import { checkServerIdentity, connect as connectTls, type PeerCertificate } from "node:tls";
import type { Method } from "../api/methods.ts";
import { LeaseholdError } from "../errors.ts";
import { FrameReader, frame } from "./frames.ts";
import { errorOf } from "./status.ts";

/** What a client shows and asks for: PEM, as `leasehold init` writes it. */
export interface Credentials {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}
export interface CallOptions {
  /** Bound on the whole call, milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const REPLY_BYTES_MAX = 64 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 3_000;
/** As in node certificates, see consensus/transport/certificates.ts. */
const NODE_ORGANIZATION = "leasehold-node";

/** One side of a call, opened. */
interface Call<Request> {
  send(request: Request): void;
  /** No more requests. */
  end(): void;
  cancel(): void;
}

export class Wire {
  readonly target: string;
  readonly #credentials: Credentials | null;
  #session: ClientHttp2Session | null = null;

  /** `target`: `unix:/path/of/api.sock`, or `address:port` with credentials. */
  constructor(target: string, credentials: Credentials | null = null) {
    this.target = target;
    this.#credentials = credentials;
    if (!target.startsWith("unix:") && credentials === null) {
      const text = `${target} is reached by TLS only; expected the directory with this client's certificate`;
      throw new LeaseholdError("invalid-argument", text);
    }
  }

  async unary<Request, Reply>(
    method: Method<Request, Reply>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Reply> {
    let reply: Reply | undefined;
    await this.stream(method, request, (one) => (reply = one), options);
    if (reply === undefined) throw new LeaseholdError("unreachable", `${this.target} answered nothing`);
    return reply;
  }

  /** Calls back with each reply; resolves when the server has ended the stream, rejects when it breaks. */
  stream<Request, Reply>(
    method: Method<Request, Reply>,
    request: Request,
    listener: (reply: Reply) => void,
    options: CallOptions = {},
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = this.converse(
        method,
        listener,
        (error) => (error === null ? resolve() : reject(error)),
        options,
      );
      call.send(request);
      call.end();
    });
  }

  /** Requests and replies as they come; `onEnd` is called once: null when the server ended it well. */
  converse<Request, Reply>(
    method: Method<Request, Reply>,
    onReply: (reply: Reply) => void,
    onEnd: (error: LeaseholdError | null) => void,
    { timeoutMs, signal }: CallOptions = {},
  ): Call<Request> {
    let timer: NodeJS.Timeout | null = null;
    let ended = false;
    let stream: ClientHttp2Stream | null = null;
    const finish = (error: LeaseholdError | null): void => {
      if (ended) return;
      ended = true;
      if (timer !== null) clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      if (error !== null) stream?.close(constants.NGHTTP2_CANCEL);
      onEnd(error);
    };
    const abort = (): void =>
      finish(new LeaseholdError("unavailable", `${this.target}: the call was given up`));
    const opened = this.#open(method.path, timeoutMs);
    stream = opened;
    this.#listen(opened, method, onReply, finish);
    if (timeoutMs !== undefined) {
      const late = `${this.target} did not answer within ${timeoutMs} ms; is the daemon there alive?`;
      timer = setTimeout(() => finish(new LeaseholdError("unreachable", late)), timeoutMs);
    }
    if (signal?.aborted) queueMicrotask(abort);
    else signal?.addEventListener("abort", abort);
    return {
      send: (request) => {
        if (!ended && !opened.destroyed && opened.writable)
          opened.write(frame(method.requestSerialize(request)));
      },
      end: () => {
        if (!opened.destroyed) opened.end();
      },
      cancel: abort,
    };
  }

  close(): void {
    this.#session?.destroy();
    this.#session = null;
  }

  #listen<Reply>(
    stream: ClientHttp2Stream,
    method: { responseDeserialize(bytes: Buffer): Reply },
    onReply: (reply: Reply) => void,
    finish: (error: LeaseholdError | null) => void,
  ): void {
    const reader = new FrameReader(REPLY_BYTES_MAX);
    const verdict = (headers: Record<string, unknown>): void => {
      const code = headers["grpc-status"];
      if (code !== undefined) finish(errorOf(this.target, Number(code), headers["grpc-message"]));
    };
    stream.on("response", (headers) => {
      if (headers[":status"] !== 200) {
        const text = `${this.target} answered with HTTP status ${headers[":status"]}; is that port leaseholdd's API?`;
        finish(new LeaseholdError("unreachable", text));
      } else if (headers["grpc-status"] !== undefined && headers["grpc-status"] !== "0") {
        verdict(headers);
      }
    });
    stream.on("data", (chunk: Buffer) => {
      const messages = reader.push(chunk);
      if (messages === null) {
        finish(
          new LeaseholdError("unreachable", `${this.target} sent something that is no message of this API`),
        );
        return;
      }
      for (const message of messages) {
        try {
          onReply(method.responseDeserialize(message));
        } catch (cause) {
          const text = `${this.target} sent a message of another version`;
          finish(
            cause instanceof LeaseholdError ? cause : new LeaseholdError("unreachable", text, { cause }),
          );
        }
      }
    });
    stream.on("trailers", verdict);
    stream.on("error", (error) => finish(this.#unreachable(error)));
    stream.once("close", () => finish(this.#unreachable(new Error("the connection was closed"))));
  }

  #open(path: string, timeoutMs: number | undefined): ClientHttp2Stream {
    const session = this.#connected();
    return session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
      ...(timeoutMs === undefined ? {} : { "grpc-timeout": `${Math.ceil(timeoutMs)}m` }),
    });
  }

  #connected(): ClientHttp2Session {
    if (this.#session !== null && !this.#session.closed && !this.#session.destroyed) return this.#session;
    const socket = this.#dial();
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => {
      if (socket.connecting) socket.destroy(new Error(`no connection within ${CONNECT_TIMEOUT_MS} ms`));
    });
    const session = connectHttp2("http://leasehold", {
      createConnection: () => socket,
      settings: { enablePush: false },
    });
    // Each call hears of it by its own stream.
    session.on("error", () => session.destroy());
    session.once("goaway", () => session.close());
    this.#session = session;
    return session;
  }

  #dial(): Socket {
    if (this.target.startsWith("unix:")) return connectNet(this.target.slice("unix:".length));
    const at = this.target.lastIndexOf(":");
    const { ca, cert, key } = this.#credentials!;
    return connectTls({
      host: this.target.slice(0, at).replace(/^\[|\]$/g, ""),
      port: Number(this.target.slice(at + 1)),
      ca,
      cert,
      key,
      ALPNProtocols: ["h2"],
      // A node proves that it is a node of this cluster; by which address it is reached says nothing.
      checkServerIdentity: (host, certificate) =>
        organizationOf(certificate) === NODE_ORGANIZATION
          ? undefined
          : checkServerIdentity(host, certificate),
    }).setNoDelay(true);
  }

  #unreachable(error: Error): LeaseholdError {
    // A stream that never left only says that it was cancelled; why, says what cancelled it.
    const why = error.cause instanceof Error ? error.cause.message : error.message;
    const text = `${this.target}: ${why}; is leaseholdd running there, and may you open it?`;
    return new LeaseholdError("unreachable", text, { cause: error });
  }
}

const organizationOf = (certificate: PeerCertificate): unknown =>
  (certificate.subject as { O?: unknown } | undefined)?.O;
