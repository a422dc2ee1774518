/**
 * The keep-alives of all leases of one client, on one stream to one node. A node that does not answer, or cannot confirm, is
 * left for the next; what was not answered by then is sent anew there. Whoever sent it does not notice.
 */
import { LEASES } from "../api/methods.ts";
import { earliestNow, latestNow } from "./clock.ts";
import type { Endpoints } from "./endpoints.ts";
import type { Wire } from "./wire.ts";

export interface Beat {
  readonly name: string;
  readonly owner: string;
  readonly token: string;
}
/** `sentAt`: when the beat left that is answered here (T3). `by`: names the node's stream, for `doubt`. */
export interface Answer {
  readonly held: boolean;
  readonly ttlMs: number;
  readonly reason: string;
  readonly sentAt: number;
  readonly by: number;
}
/** A beat until it is answered. */
export interface Sent {
  /**
   * Its node is no good when it has not answered this very beat for so long, milliseconds; returns after how many to ask
   * again. Beats that were sent anew are not doubted by the age of what they say.
   */
  doubtAfter(patience: number): number;
  /** Nobody wants the answer any more. */
  forget(): void;
}

interface Waiting {
  readonly beat: Beat;
  readonly answered: (answer: Answer) => void;
  sentAt: number;
  on: number | null;
}
interface Stream {
  readonly number: number;
  readonly wire: Wire;
  send(beat: Beat & { readonly beat: number }): void;
  cancel(): void;
}

/** Beats on their way at once; a node takes 1024 on a stream. */
const UNDERWAY_MAX = 256;
/** Between a node that failed and the next; longer after each time that all of them did. */
const RETRY_MS = 50;
/** Leases may live for a second. */
const RETRY_MAX_MS = 250;

export class BeatLine {
  readonly #endpoints: Endpoints;
  readonly #queue = new Set<Waiting>();
  /** By the number of the beat, in their order. */
  readonly #underway = new Map<number, Waiting>();
  #place: number;
  #stream: Stream | null = null;
  #streams = 0;
  #beats = 0;
  /** Nodes in a row that said nothing useful. */
  #failures = 0;
  #retry: NodeJS.Timeout | null = null;
  #users = 0;

  constructor(endpoints: Endpoints) {
    this.#endpoints = endpoints;
    this.#place = endpoints.first;
  }

  /** A lease begins; returns how to end. The line is open while there is one. */
  join(): () => void {
    this.#users += 1;
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      this.#users -= 1;
      if (this.#users === 0) this.#close();
    };
  }

  /** Calls back at most once, with the answer of whichever node gives one. */
  send(beat: Beat, answered: (answer: Answer) => void): Sent {
    const waiting: Waiting = { beat, answered, sentAt: Number.NEGATIVE_INFINITY, on: null };
    this.#queue.add(waiting);
    this.#flush();
    return {
      doubtAfter: (patience) => {
        if (waiting.on === null) return patience;
        const age = latestNow() - waiting.sentAt;
        if (age < patience) return patience - age;
        this.doubt(waiting.on);
        return patience;
      },
      forget: () => {
        this.#queue.delete(waiting);
        for (const [number, each] of this.#underway) if (each === waiting) this.#underway.delete(number);
      },
    };
  }

  /** The node behind that stream is no good; a repetition, when another has been turned to, means nothing. */
  doubt(stream: number): void {
    if (this.#stream?.number !== stream) return;
    this.#stream.cancel();
    this.#failed(stream);
  }

  #flush(): void {
    if (this.#queue.size === 0 || this.#retry !== null) return;
    this.#stream ??= this.#connect();
    for (const waiting of this.#queue) {
      if (this.#underway.size >= UNDERWAY_MAX || this.#stream === null) return;
      this.#queue.delete(waiting);
      const beat = ++this.#beats;
      this.#underway.set(beat, waiting);
      waiting.on = this.#stream.number;
      waiting.sentAt = earliestNow();
      this.#stream.send({ ...waiting.beat, beat });
    }
  }

  #connect(): Stream {
    const number = ++this.#streams;
    const wire = this.#endpoints.open(this.#place);
    const call = wire.converse(
      LEASES.keepAlive,
      (reply) => {
        if (this.#stream?.number === number) this.#take(reply);
      },
      () => {
        wire.close();
        this.#failed(number);
      },
    );
    const cancel = (): void => {
      call.cancel();
      wire.close();
    };
    return { number, wire, send: (beat) => call.send(beat), cancel };
  }

  #take(reply: {
    readonly beat: number;
    readonly held: boolean;
    readonly ttlMs: number;
    readonly reason: string;
  }): void {
    const waiting = this.#underway.get(reply.beat);
    if (waiting === undefined) return;
    this.#underway.delete(reply.beat);
    const { held, ttlMs, reason } = reply;
    if (held && ttlMs > 0) {
      this.#failures = 0;
      this.#endpoints.answered(this.#place);
    }
    waiting.answered({ held, ttlMs, reason, sentAt: waiting.sentAt, by: waiting.on ?? 0 });
    this.#flush();
  }

  /** Everything that was not answered waits for the next node's stream. */
  #failed(stream: number): void {
    if (this.#stream?.number !== stream) return;
    this.#stream = null;
    this.#place += 1;
    const again = [...this.#underway.values(), ...this.#queue];
    this.#underway.clear();
    this.#queue.clear();
    for (const waiting of again) {
      waiting.on = null;
      this.#queue.add(waiting);
    }
    const rounds = Math.floor(this.#failures / this.#endpoints.count);
    this.#failures += 1;
    const pause = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** Math.min(rounds, 10));
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      this.#flush();
    }, pause);
  }

  #close(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    const stream = this.#stream;
    this.#stream = null;
    stream?.cancel();
    this.#queue.clear();
    this.#underway.clear();
  }
}
