/**
 * One stream that this node dials. It speaks gRPC's wire over node:http2 rather than through a gRPC channel, for
 * three things a channel does not give: a dial that can be abandoned at any stage (a frozen peer accepts TCP and then
 * says nothing for ever), an HTTP/2 ping at will (the other end's library answers it natively, so silence is noticed
 * without traffic of our own), and bytes that leave in the turn of the event loop in which they were written.
 */

import type { ClientHttp2Session, ClientHttp2Stream } from "node:http2";
import { connect as connectHttp2 } from "node:http2";
import type { SecureContext, TLSSocket } from "node:tls";
import { connect as connectTls } from "node:tls";
import type { NodeId } from "../core/types.ts";
import { readCertificateRole, tlsNameOf } from "./certificates.ts";
import { frameMessage, MessageReader } from "./framing.ts";
import type { Hello } from "./protocol.ts";
import { EXCHANGE_PATH, encodeHello, helloMismatch, readHello } from "./protocol.ts";

export interface DialOptions {
  readonly self: Hello;
  readonly peer: NodeId;
  readonly address: string;
  readonly port: number;
  readonly secureContext: SecureContext;
  readonly silenceAfter: number;
  readonly dialTimeout: number;
  /** Hellos were exchanged: `send` works from now on. */
  readonly onUp: (peer: Hello) => void;
  /** Silent for `silenceAfter`; called once per silence. `onRevived` when it is heard again after all. */
  readonly onSilent: () => void;
  readonly onRevived: () => void;
  /** Room for more: bytes that were written have left. */
  readonly onDrain: () => void;
  /** Called exactly once, unless `close` was called before. */
  readonly onDown: (reason: string) => void;
}

/** Pings without an answer after which a stream is silent, and after which it is given up. */
const SILENT_PINGS = 3;
const DEAD_PINGS = 15;
/** A stream on which nothing is sent is asked only in every so many periods: nobody waits for it. */
const QUIET_PERIODS = 20;
/** One on which only answers are sent, which nobody answers, in every so many. */
const ANSWERS_PERIODS = 3;
const WELCOME_BYTES_MAX = 1024;

export class DialledStream {
  /** Bytes handed over and not yet written to the socket. */
  unsent = 0;
  /** It has answered a ping since the hellos. */
  answered = false;
  readonly #options: DialOptions;
  readonly #socket: TLSSocket;
  readonly #reader = new MessageReader(WELCOME_BYTES_MAX);
  #session: ClientHttp2Session | null = null;
  #stream: ClientHttp2Stream | null = null;
  #dialTimer: NodeJS.Timeout | null;
  #pingTimer: NodeJS.Timeout | null = null;
  #pinging = false;
  #unanswered = 0;
  /** Since the last period: something was sent; the peer answered something that came this way. */
  #sent = false;
  #proved = false;
  /** The peer answered something that came this way, and no ping has had to ask since. */
  #answerable = false;
  #doubted = false;
  /** Since the last ping. */
  #periods = QUIET_PERIODS;
  #checkedAt = 0;
  #welcomed = false;
  #over = false;

  constructor(options: DialOptions) {
    this.#options = options;
    const { address, port, peer } = options;
    this.#dialTimer = setTimeout(() => this.#fail("no answer in time"), options.dialTimeout);
    this.#socket = connectTls({
      host: address,
      port,
      secureContext: options.secureContext,
      servername: tlsNameOf(peer),
      ALPNProtocols: ["h2"],
      // by name, whatever the address (TLS has verified the chain before this is asked)
      checkServerIdentity: (_host, certificate) => {
        const role = readCertificateRole(certificate);
        if (role.type === "node" && role.name === peer) return undefined;
        return new Error(
          role.type === "unknown" ? role.reason : `its certificate is of ${role.type} "${role.name}"`,
        );
      },
    });
    this.#socket.setNoDelay(true);
    this.#socket.on("error", (error) => this.#fail(error.message));
    this.#socket.once("close", () => this.#fail("the connection was closed"));
    this.#socket.once("secureConnect", () => this.#open());
  }

  get #period(): number {
    return this.#options.silenceAfter / SILENT_PINGS;
  }

  get silent(): boolean {
    return this.#unanswered >= SILENT_PINGS;
  }

  send(frame: Uint8Array): void {
    if (this.#stream === null || this.#over) return;
    this.#sent = true;
    this.unsent += frame.length;
    this.#stream.write(frameMessage(frame), () => {
      this.unsent -= frame.length;
      if (!this.#over) this.#options.onDrain();
    });
  }

  /** The peer answered a message that had come by this stream: as good as a pong, and for nothing. */
  prove(): void {
    this.#proved = true;
    this.#answerable = true;
    this.#hear();
  }

  /**
   * The process is awake anyway: what is due is done now. From the first time on the caller is the clock, and no timer
   * of our own wakes an idle node (putting one off would wake it as well). `doubted`: the peer's heartbeats no longer
   * come by this path, so it is asked in every period, whether anything is sent or not.
   */
  poke(doubted: boolean): void {
    if (!this.#welcomed || this.#over) return;
    this.#doubted = doubted;
    if (this.#pingTimer !== null) clearInterval(this.#pingTimer);
    this.#pingTimer = null;
    if (performance.now() - this.#checkedAt >= 0.75 * this.#period) this.#ping();
  }

  /** Ends it at once, with nothing more reported. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#dialTimer !== null) clearTimeout(this.#dialTimer);
    if (this.#pingTimer !== null) clearInterval(this.#pingTimer);
    this.#session?.destroy();
    this.#socket.destroy();
  }

  #fail(reason: string): void {
    if (this.#over) return;
    this.close();
    this.#options.onDown(reason);
  }

  #open(): void {
    if (this.#over) return;
    const name = tlsNameOf(this.#options.peer);
    const session = connectHttp2(`https://${name}`, {
      createConnection: () => this.#socket,
      settings: { enablePush: false },
    });
    this.#session = session;
    session.on("error", (error) => this.#fail(error.message));
    session.once("close", () => this.#fail("the connection was closed"));
    session.once("goaway", () => this.#fail("the peer is going away"));
    const stream = session.request({
      ":method": "POST",
      ":path": EXCHANGE_PATH,
      "content-type": "application/grpc",
      te: "trailers",
    });
    this.#stream = stream;
    stream.on("error", (error) => this.#fail(error.message));
    stream.on("response", (headers) => this.#checkStatus(headers));
    stream.on("trailers", (trailers) => this.#checkStatus(trailers));
    stream.once("close", () => this.#fail("the stream was closed"));
    stream.on("data", (chunk: Buffer) => this.#receive(chunk));
    stream.write(frameMessage(encodeHello(this.#options.self)));
  }

  /** gRPC's verdict, in trailers or, for a call refused at once, in the headers. */
  #checkStatus(headers: Record<string, unknown>): void {
    const status = headers["grpc-status"];
    if (status === undefined && headers[":status"] === 200) return;
    if (status === undefined && headers[":status"] === undefined) return;
    if (status === "0") {
      this.#fail("the peer closed it");
      return;
    }
    const message = headers["grpc-message"];
    this.#fail(
      typeof message === "string" ? `refused: ${decoded(message)}` : `refused with gRPC status ${status}`,
    );
  }

  #receive(chunk: Buffer): void {
    const messages = this.#reader.push(chunk);
    if (messages === null) {
      this.#fail("it sent something that is no message");
      return;
    }
    for (const message of messages) {
      if (this.#welcomed) continue; // nothing else is said in this direction in this version
      const read = readHello(message);
      const mismatch = read.ok
        ? helloMismatch(read.hello, this.#options.self.cluster, this.#options.peer)
        : read.reason;
      if (!read.ok || mismatch !== null) {
        this.#fail(`refused here: ${mismatch}`);
        return;
      }
      this.#welcomed = true;
      if (this.#dialTimer !== null) clearTimeout(this.#dialTimer);
      this.#dialTimer = null;
      this.#checkedAt = performance.now();
      this.#pingTimer = setInterval(() => this.#ping(), this.#period);
      this.#options.onUp(read.hello);
      if (this.#over) return;
    }
  }

  /**
   * Counts periods in which a ping stayed unanswered, not milliseconds: a process that was stopped itself runs this
   * once when it wakes, and then reads the answer that has long been there (T5).
   */
  #ping(): void {
    this.#checkedAt = performance.now();
    if (this.#pinging) {
      this.#unanswered += 1;
      if (this.#unanswered >= DEAD_PINGS) this.#fail("it no longer answers");
      else if (this.#unanswered === SILENT_PINGS) this.#options.onSilent();
      return;
    }
    this.#periods = this.#sent && this.#proved ? 0 : this.#periods + 1;
    const patience = this.#doubted ? 1 : !this.#sent ? QUIET_PERIODS : this.#answerable ? 1 : ANSWERS_PERIODS;
    this.#sent = false;
    this.#proved = false;
    if (this.#periods < patience) return;
    this.#periods = 0;
    this.#answerable = false;
    this.#pinging = true;
    const accepted = this.#session?.ping((error: Error | null) => {
      this.#pinging = false;
      if (error === null && !this.#over) this.#hear();
    });
    if (accepted !== true) this.#fail("a ping could not be sent");
  }

  #hear(): void {
    const revived = this.silent;
    this.answered = true;
    this.#unanswered = 0;
    if (revived) this.#options.onRevived();
  }
}

function decoded(message: string): string {
  try {
    return decodeURIComponent(message).slice(0, 300);
  } catch {
    return message.slice(0, 300);
  }
}
