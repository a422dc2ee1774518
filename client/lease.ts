/**
 * One lease that is held: beats on a stream, counts its validity from when each confirmed beat was sent (T3), goes to
 * another node when one does not answer, and says that it is lost before it is.
 */
import { LEASES } from "../api/methods.ts";
import { LeaseholdError } from "../errors.ts";
import { earliestNow, latestNow } from "./clock.ts";
import type { Wire } from "./wire.ts";

export interface Lease {
  readonly name: string;
  /** Greater than that of every earlier holder: give it to whatever you write to, and let that refuse smaller ones. */
  readonly token: bigint;
  /** Milliseconds for which the owner may still act; 0 when it may not. */
  remaining(): number;
  /** Whether the owner may act now. Ask again after each wait, immediately before each act (T4). */
  readonly held: boolean;
  /** Aborts when the lease is lost: some time *before* its end, so that there is time to stop. Not at `release`. */
  readonly signal: AbortSignal;
  /**
   * Gives it back; true: the cluster has confirmed it, and somebody else may have it. False: it lapses by itself.
   * What rests on it must have stopped before.
   */
  release(): Promise<boolean>;
}

export interface Holding {
  readonly name: string;
  readonly owner: string;
  readonly token: string;
  /** Milliseconds. */
  readonly ttl: number;
  /** When the first Acquire of this owner was sent, by the clock of clock.ts. */
  readonly askedAt: number;
  /** Calls to the nodes of the cluster, one after the other. */
  readonly next: () => Wire;
  readonly onLost: (reason: string) => void;
}

/** Beats in one time to live, and how long an answer may take before another node is asked. */
const BEATS_PER_TTL = 3;
const ANSWERS_PER_TTL = 6;
/** The share of the time to live that is kept for stopping. */
const MARGIN_SHARE = 1 / 10;
const RETRY_MS = 50;
const RELEASE_TIMEOUT_MS = 5_000;

type Stream = { send(request: unknown): void; cancel(): void };

export class HeldLease implements Lease {
  readonly name: string;
  readonly token: bigint;
  readonly #holding: Holding;
  readonly #lost = new AbortController();
  readonly #sentAt = new Map<number, number>();
  #validUntil: number;
  #beat = 0;
  #stream: Stream | null = null;
  #over = false;
  #timer: NodeJS.Timeout | null = null;
  #end: NodeJS.Timeout | null = null;
  #answered: (() => void) | null = null;

  constructor(holding: Holding) {
    this.#holding = holding;
    this.name = holding.name;
    this.token = BigInt(holding.token);
    this.#validUntil = holding.askedAt + holding.ttl;
  }

  get held(): boolean {
    return this.remaining() > 0;
  }
  get signal(): AbortSignal {
    return this.#lost.signal;
  }
  remaining(): number {
    return this.#over ? 0 : Math.max(0, this.#validUntil - latestNow());
  }

  /**
   * Begins to beat; resolves once more than half of the time to live is left. A lease that was waited for long is
   * confirmed first. False: it was lost before that.
   */
  async begin(): Promise<boolean> {
    const { ttl } = this.#holding;
    const enough = (): boolean => this.#validUntil - latestNow() > ttl / 2;
    const first = new Promise<void>((resolve) => {
      this.#answered = () => {
        if (enough() || this.#over) resolve();
      };
    });
    this.#guard(enough() ? this.remaining() : ttl);
    this.#send();
    if (!enough()) await first;
    this.#answered = null;
    return !this.#over;
  }

  async release(): Promise<boolean> {
    const wasOver = this.#over;
    this.#finish();
    if (wasOver) return false;
    const { name, owner, token } = this.#holding;
    const until = latestNow() + Math.min(this.#holding.ttl, 2 * RELEASE_TIMEOUT_MS);
    do {
      const wire = this.#holding.next();
      try {
        const timeoutMs = RELEASE_TIMEOUT_MS;
        const { released } = await wire.unary(LEASES.release, { name, owner, token }, { timeoutMs });
        return released;
      } catch (error) {
        if (error instanceof LeaseholdError && error.code === "invalid-argument") throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      } finally {
        wire.close();
      }
    } while (latestNow() < until);
    return false;
  }

  #send(): void {
    if (this.#over) return;
    this.#stream ??= this.#connect();
    const { name, owner, token, ttl } = this.#holding;
    const beat = ++this.#beat;
    this.#sentAt.set(beat, earliestNow());
    this.#stream.send({ name, owner, token, beat });
    this.#after(ttl / ANSWERS_PER_TTL, () => this.#elsewhere());
  }

  #connect(): Stream {
    const wire = this.#holding.next();
    let current = true;
    const stream = wire.converse(
      LEASES.keepAlive,
      (reply) => {
        if (current) this.#take(reply);
      },
      () => {
        wire.close();
        if (!current || this.#over) return;
        current = false;
        this.#stream = null;
        this.#after(RETRY_MS, () => this.#send());
      },
    );
    return {
      send: (request) => stream.send(request as never),
      cancel: () => {
        current = false;
        stream.cancel();
        wire.close();
      },
    };
  }

  /** No answer in time: another node may be nearer to a leader. */
  #elsewhere(): void {
    this.#stream?.cancel();
    this.#stream = null;
    this.#send();
  }

  #take(reply: {
    readonly beat: number;
    readonly held: boolean;
    readonly ttlMs: number;
    readonly reason: string;
  }): void {
    const sentAt = this.#sentAt.get(reply.beat);
    if (this.#over || sentAt === undefined) return;
    if (!reply.held) {
      this.#lose(reply.reason === "" ? "the cluster says that somebody else may have it" : reply.reason);
      return;
    }
    for (const beat of this.#sentAt.keys()) if (beat <= reply.beat) this.#sentAt.delete(beat);
    if (reply.ttlMs === 0) {
      // Nobody could confirm it just now.
      this.#after(RETRY_MS, () => this.#elsewhere());
      return;
    }
    this.#validUntil = Math.max(this.#validUntil, sentAt + reply.ttlMs);
    this.#guard(this.remaining());
    this.#answered?.();
    this.#after(this.#holding.ttl / BEATS_PER_TTL, () => this.#send());
  }

  /** What the owner hears comes before the end. */
  #guard(remaining: number): void {
    if (this.#end !== null) clearTimeout(this.#end);
    const patience = Math.max(0, remaining - this.#holding.ttl * MARGIN_SHARE);
    this.#end = setTimeout(() => this.#lose("no node of the cluster confirmed it in time"), patience);
  }

  #after(ms: number, what: () => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // The machine may have slept: what has ended is not confirmed any more.
      if (this.#answered === null && this.remaining() <= 0)
        this.#lose("it ended while this machine stood still");
      else what();
    }, ms);
  }

  #lose(reason: string): void {
    if (this.#over) return;
    this.#finish();
    this.#lost.abort(new LeaseholdError("lease-lost", `${this.name}: ${reason}`));
    this.#holding.onLost(reason);
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#end !== null) clearTimeout(this.#end);
    this.#stream?.cancel();
    this.#stream = null;
    this.#answered?.();
  }
}
