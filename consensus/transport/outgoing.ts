/**
 * What this node sends to one peer: a short queue in front of the stream it dialled, and the dialling. A stream that
 * falls silent is kept until another path has answered; one that breaks is replaced at once.
 */
import type { SecureContext } from "node:tls";
import type { NodeId } from "../core/types.ts";
import type { Incarnation } from "../ledger/types.ts";
import type { Envelope } from "../types.ts";
import { DialledStream } from "./dial.ts";
import type { Note, Tally } from "./notes.ts";
import type { Peer } from "./port.ts";
import type { Hello } from "./protocol.ts";
import { ENVELOPES } from "./protocol.ts";
import type { StreamTiming } from "./timing.ts";

export interface OutgoingOptions {
  readonly self: Hello;
  readonly peer: Peer;
  readonly port: number;
  readonly timing: StreamTiming;
  /** The longest pause between two rounds of dials now, milliseconds. */
  readonly retryMax: () => number;
  /** Milliseconds since the peer's last heartbeat by a path. */
  readonly silence: (peer: NodeId, path: number) => number;
  readonly codec: { encodeEnvelopes(envelopes: readonly Envelope[]): Uint8Array };
  readonly secureContext: SecureContext;
  readonly tally: Tally;
  readonly note: Note;
}

export interface OutgoingStatus {
  /** The path in use; null: no stream. */
  readonly path: number | null;
  /** Up, and no longer answering. */
  readonly silent: boolean;
  readonly queued: number;
}

/** Envelopes waiting for the socket; beyond it the oldest is dropped: Raft sends again, and the newest says most. */
export const QUEUE_MAX = 4096;
const ENVELOPES_PER_FRAME = 256;
/** Bytes handed to the socket and not yet gone; beyond it envelopes wait here, where they can still be dropped. */
const UNSENT_BYTES_MAX = 1024 * 1024;
const COMPLAINTS_MAX = 8;

/** After so many dials that failed, on so many paths: milliseconds before the next. */
export function pauseAfter(failures: number, paths: number, retryMin: number, retryMax: number): number {
  if (failures % paths !== 0 || failures === 0) return 0;
  const round = Math.min(failures / paths, 16);
  return Math.min(retryMax, retryMin * 2 ** (round - 1));
}

interface Attempt {
  readonly stream: DialledStream;
  readonly path: number;
}

export class OutgoingStream {
  readonly #options: OutgoingOptions;
  #queue: Envelope[] = [];
  #flushing = false;
  #active: Attempt | null = null;
  /** The incarnation that the active stream's other end said. */
  #incarnation: Incarnation | null = null;
  #dialling: Attempt | null = null;
  #nextPath = 0;
  /** Dials that failed since a stream proved good. */
  #failures = 0;
  #retry: NodeJS.Timeout | null = null;
  /** A person was told that it is not up, so is told when it is; and of each way in which a path failed, once an outage. */
  #tell = true;
  readonly #complained = new Set<string>();
  #closed = false;

  constructor(options: OutgoingOptions) {
    this.#options = options;
  }

  get status(): OutgoingStatus {
    const active = this.#active;
    return { path: active?.path ?? null, silent: active?.stream.silent ?? false, queued: this.#queue.length };
  }

  start(): void {
    this.#dial();
  }

  /** Goes out when the current callback returns, together with all that was sent beside it. */
  send(envelope: Envelope): void {
    if (this.#active === null) {
      this.#options.tally.count("no-stream");
      return;
    }
    this.#queue.push(envelope);
    if (this.#queue.length > QUEUE_MAX) {
      this.#queue.shift();
      this.#options.tally.record(
        "overflow",
        "warn",
        () => `too much waits for ${this.#name}: the oldest is dropped`,
      );
    }
    if (this.#flushing || this.#active.stream.unsent >= UNSENT_BYTES_MAX) return;
    this.#flushing = true;
    queueMicrotask(() => this.#flush());
  }

  /** The peer dialled us, so it lives, and is reached at that address: no time to sit out a back-off. */
  peerCalled(incarnation: Incarnation, address: string): void {
    if (this.#closed) return;
    const outdated = this.#active !== null && this.#incarnation !== incarnation;
    if (outdated) this.#lose("the peer has started anew");
    if ((this.#active !== null && !this.#active.stream.silent) || this.#dialling !== null) return;
    const path = this.#options.peer.addresses.indexOf(address);
    if (path >= 0) this.#nextPath = path;
    this.#failures = 0;
    this.#dial();
  }

  /** The peer answered something that we sent, by whichever way: so what we sent got through. */
  peerAnswered(): void {
    this.#active?.stream.prove();
  }

  /** See `DialledStream.poke`. */
  poke(): void {
    const active = this.#active;
    if (active === null) return;
    const { silence, timing, peer } = this.#options;
    active.stream.poke(silence(peer.node, active.path) > timing.silenceAfter);
  }

  close(): void {
    this.#closed = true;
    this.#queue = [];
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#active?.stream.close();
    this.#dialling?.stream.close();
  }

  get #name(): string {
    return this.#options.peer.node;
  }

  #flush(): void {
    this.#flushing = false;
    const stream = this.#active?.stream;
    if (stream === undefined) return;
    while (this.#queue.length > 0 && stream.unsent < UNSENT_BYTES_MAX) {
      this.#sendFrame(stream, this.#queue.splice(0, ENVELOPES_PER_FRAME));
    }
  }

  #sendFrame(stream: DialledStream, envelopes: readonly Envelope[]): void {
    let body: Uint8Array;
    try {
      body = this.#options.codec.encodeEnvelopes(envelopes);
    } catch (error) {
      if (envelopes.length > 1) {
        const half = envelopes.length >> 1;
        this.#sendFrame(stream, envelopes.slice(0, half));
        this.#sendFrame(stream, envelopes.slice(half));
        return;
      }
      const text = () => `a message to ${this.#name} could not be written: ${(error as Error).message}`;
      this.#options.tally.record("too-large", "warn", text);
      return;
    }
    const frame = Buffer.allocUnsafe(1 + body.length);
    frame[0] = ENVELOPES;
    frame.set(body, 1);
    stream.send(frame);
  }

  #dial(): void {
    if (this.#closed || this.#dialling !== null) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    const { self, peer, port, secureContext, timing } = this.#options;
    const path = this.#nextPath % peer.addresses.length;
    const address = peer.addresses[path];
    if (address === undefined) return;
    const stream = new DialledStream({
      self,
      peer: peer.node,
      address,
      port,
      secureContext,
      silenceAfter: timing.silenceAfter,
      dialTimeout: timing.dialTimeout,
      onUp: (hello) => this.#up(attempt, hello),
      onSilent: () => this.#silent(attempt),
      onRevived: () => this.#revived(attempt),
      onDrain: () => {
        if (this.#active === attempt && this.#queue.length > 0) this.#flush();
      },
      onDown: (reason) => this.#down(attempt, reason),
    });
    const attempt: Attempt = { stream, path };
    this.#dialling = attempt;
  }

  #up(attempt: Attempt, hello: Hello): void {
    const before = this.#active;
    this.#dialling = null;
    this.#active = attempt;
    this.#incarnation = hello.incarnation;
    this.#nextPath = attempt.path;
    before?.stream.close();
    this.#complained.clear();
    if (this.#tell) {
      const address = this.#options.peer.addresses[attempt.path];
      this.#options.note("info", `peer stream to ${this.#name} is up on path ${attempt.path} (${address})`);
      this.#tell = false;
    }
    if (this.#queue.length > 0) this.#flush();
  }

  #silent(attempt: Attempt): void {
    if (attempt !== this.#active) return;
    const text = () => `${this.#name} no longer answers on path ${attempt.path}; dialling the next path`;
    if (this.#options.tally.say(`silent ${this.#name}`, "info", text)) this.#tell = true;
    this.#nextPath = attempt.path + 1;
    this.#dial();
  }

  #revived(attempt: Attempt): void {
    if (attempt !== this.#active) return;
    this.#dialling?.stream.close();
    this.#dialling = null;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#nextPath = attempt.path;
    this.#failures = 0;
    if (this.#tell) this.#options.note("info", `${this.#name} answers again on path ${attempt.path}`);
    this.#tell = false;
  }

  #down(attempt: Attempt, reason: string): void {
    if (attempt === this.#active) {
      this.#lose(reason);
      // a stream that broke before it proved good is a failed dial: two daemons with one name must not race for ever
      if (attempt.stream.answered) this.#failures = 0;
      else this.#failures += 1;
      if (this.#dialling === null) this.#dialAfter(this.#pause());
      return;
    }
    if (attempt !== this.#dialling) return;
    this.#dialling = null;
    this.#failures += 1;
    this.#nextPath = attempt.path + 1;
    const complaint = `${attempt.path} ${reason}`;
    if (!this.#complained.has(complaint) && this.#complained.size < COMPLAINTS_MAX) {
      this.#complained.add(complaint);
      this.#options.tally.say(
        `dial ${this.#name} ${complaint}`,
        "info",
        () => `cannot reach ${this.#name} on path ${attempt.path}: ${reason}; trying again`,
      );
    }
    this.#dialAfter(this.#pause());
  }

  /** Each path in turn without a pause, then a pause, longer with every round. */
  #pause(): number {
    const { peer, timing, retryMax } = this.#options;
    return pauseAfter(this.#failures, peer.addresses.length, timing.retryMin, retryMax());
  }

  #dialAfter(pause: number): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    if (pause === 0) this.#dial();
    else this.#retry = setTimeout(() => this.#dial(), pause);
  }

  #lose(reason: string): void {
    const lost = this.#active;
    if (lost === null) return;
    this.#active = null;
    this.#incarnation = null;
    for (let i = this.#queue.length; i > 0; i--) this.#options.tally.count("no-stream");
    this.#queue = [];
    lost.stream.close();
    const text = () => `peer stream to ${this.#name} on path ${lost.path} is lost: ${reason}`;
    if (this.#options.tally.say(`lost ${this.#name}`, "info", text)) this.#tell = true;
  }
}
