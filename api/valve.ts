/**
 * A connection whose bytes come in as fast as the API's share of a turn allows. A few bytes of HTTP/2 can begin a call,
 * so that one buffer from the kernel may hold hundreds: without this they would all be begun before anything else.
 */
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import type { Inflow } from "./inflow.ts";

/** Bytes let in at once. More when they turn out to be cheap, as a large document is; fewer when they are dear. */
const SLICE_MIN = 32;
const SLICE_FIRST = 256;
const SLICE_MAX = 16_384;
/** Of a turn of the loop. */
const CHEAP_MS = 0.5;
const DEAR_MS = 2;
/** After our goodbye nobody is waited for. */
const GOODBYE_MS = 1000;

export interface ValveOptions {
  /** Whose connection it is. */
  readonly client: string;
  /** It was cut off, since its other end read nothing. */
  readonly onUnread?: (why: string) => void;
  /** For how long that may be, milliseconds. */
  readonly unreadMs?: number;
}

export class Valve extends Duplex {
  readonly #socket: Socket;
  readonly #inflow: Inflow;
  readonly client: string;
  readonly #onUnread: (why: string) => void;
  readonly #unreadMs: number;
  #wanted = false;
  #queued = false;
  #slice = SLICE_FIRST;

  constructor(
    socket: Socket,
    inflow: Inflow,
    { client, onUnread = () => {}, unreadMs = 10_000 }: ValveOptions,
  ) {
    super();
    this.#socket = socket;
    this.#inflow = inflow;
    this.client = client;
    this.#onUnread = onUnread;
    this.#unreadMs = unreadMs;
    socket.on("readable", () => this.#queue());
    socket.once("end", () => this.push(null));
    socket.once("close", () => this.destroy());
  }

  override _read(): void {
    this.#wanted = true;
    // Never from here: what is pushed within this call is read later, and its cost would not be seen.
    if (this.#socket.readableLength > 0) setImmediate(() => this.#queue());
    else this.#socket.read(0);
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#socket.write(chunk, encoding)) {
      done();
      return;
    }
    const impatience = setTimeout(() => {
      this.#onUnread(`nothing that it was sent was read for ${this.#unreadMs} ms`);
      this.destroy();
    }, this.#unreadMs);
    const settle = (): void => {
      clearTimeout(impatience);
      this.#socket.removeListener("drain", settle);
      this.#socket.removeListener("close", settle);
      done();
    };
    this.#socket.once("drain", settle);
    this.#socket.once("close", settle);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(() => done());
    const impatience = setTimeout(() => this.#socket.destroy(), GOODBYE_MS);
    this.#socket.once("close", () => clearTimeout(impatience));
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }

  #queue(): void {
    if (this.#queued || !this.#wanted || this.destroyed) return;
    if (this.#socket.readableLength === 0) {
      this.#socket.read(0); // to be told of more, or of the end
      return;
    }
    this.#queued = true;
    this.#inflow.run(
      this.client,
      () => this.#let(),
      (cost) => this.#settled(cost),
    );
  }

  #let(): void {
    if (this.destroyed) return;
    const chunk = this.#socket.read(Math.min(this.#slice, this.#socket.readableLength)) as Buffer | null;
    if (chunk === null) return;
    this.push(chunk);
    // Else whoever reads asks for more when it has read this.
    this.#wanted = this.readableLength === 0;
  }

  #settled(cost: number): void {
    this.#queued = false;
    if (cost > DEAR_MS) this.#slice = Math.max(SLICE_MIN, this.#slice / 2);
    else if (cost < CHEAP_MS) this.#slice = Math.min(SLICE_MAX, this.#slice * 2);
    this.#queue();
  }
}
