/**
 * A connection whose bytes come in as fast as the API's share of a turn allows. A few bytes of HTTP/2 can begin a call,
 * so that one buffer from the kernel may hold hundreds: without this they would all be begun before anything else.
 */
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import type { Turns } from "./turns.ts";

/** Bytes let in at once. More when they turn out to be cheap, as a large document is; fewer when they are dear. */
const SLICE_MIN = 32;
const SLICE_FIRST = 256;
const SLICE_MAX = 16_384;
const CHEAP_MS = 0.2;
const DEAR_MS = 1;
/** After our goodbye nobody is waited for. */
const GOODBYE_MS = 1000;

export class Valve extends Duplex {
  readonly #socket: Socket;
  readonly #turns: Turns;
  #wanted = false;
  #queued = false;
  #slice = SLICE_FIRST;

  constructor(socket: Socket, turns: Turns) {
    super();
    this.#socket = socket;
    this.#turns = turns;
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
    this.#socket.write(chunk, encoding, done);
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
    this.#turns.run(() => this.#let());
  }

  #let(): void {
    this.#queued = false;
    if (this.destroyed) return;
    const chunk = this.#socket.read(Math.min(this.#slice, this.#socket.readableLength)) as Buffer | null;
    if (chunk === null) return;
    const before = performance.now();
    this.push(chunk);
    const took = performance.now() - before;
    // Whoever reads has done its work within that call; else what it will cost is not known, and it asks when it reads.
    this.#wanted = this.readableLength === 0;
    if (!this.#wanted) return;
    if (took > DEAR_MS) this.#slice = Math.max(SLICE_MIN, this.#slice / 2);
    else if (took < CHEAP_MS) this.#slice = Math.min(SLICE_MAX, this.#slice * 2);
    this.#queue();
  }
}
