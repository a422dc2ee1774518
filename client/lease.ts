/**
 * One lease that is held: beats, counts its validity from when each confirmed beat was sent (T3), doubts a node that does not
 * answer, and says that it is lost before it is.
 */
import { LEASES } from "../api/methods.ts";
import { LeaseholdError } from "../errors.ts";
import type { Answer, BeatLine, Sent } from "./beatline.ts";
import { latestNow } from "./clock.ts";
import type { Endpoints } from "./endpoints.ts";

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
  readonly endpoints: Endpoints;
  readonly line: BeatLine;
  readonly onLost: (reason: string) => void;
}

/** Beats in one time to live, and how long an answer may take before another node is asked. */
const BEATS_PER_TTL = 3;
const ANSWERS_PER_TTL = 6;
/** The share of the time to live that is kept for stopping. */
const MARGIN_SHARE = 1 / 10;
/** Before a beat that nobody could confirm is repeated; twice as long each time. */
const RETRY_MS = 50;
const RETRY_MAX_MS = 1_000;
const RELEASE_TIMEOUT_MS = 5_000;

export class HeldLease implements Lease {
  readonly name: string;
  readonly token: bigint;
  readonly #holding: Holding;
  readonly #lost = new AbortController();
  readonly #leave: () => void;
  #validUntil: number;
  #sent: Sent | null = null;
  #unconfirmed = 0;
  #over = false;
  #timer: NodeJS.Timeout | null = null;
  #end: NodeJS.Timeout | null = null;
  #answered: (() => void) | null = null;

  constructor(holding: Holding) {
    this.#holding = holding;
    this.name = holding.name;
    this.token = BigInt(holding.token);
    this.#validUntil = holding.askedAt + holding.ttl;
    this.#leave = holding.line.join();
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
    const { endpoints } = this.#holding;
    const timeoutMs = RELEASE_TIMEOUT_MS;
    let place = endpoints.first;
    do {
      try {
        const { released } = await endpoints.unary(
          place,
          LEASES.release,
          { name, owner, token },
          { timeoutMs },
        );
        return released;
      } catch (error) {
        if (error instanceof LeaseholdError && error.code === "invalid-argument") throw error;
        place += 1;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    } while (latestNow() < until);
    return false;
  }

  #send(): void {
    if (this.#over) return;
    const { name, owner, token, line } = this.#holding;
    this.#sent?.forget();
    this.#sent = line.send({ name, owner, token }, (answer) => this.#take(answer));
    this.#await(this.#holding.ttl / ANSWERS_PER_TTL);
  }

  /** No answer in time: another node may be nearer to a leader. */
  #await(ms: number): void {
    const patience = this.#holding.ttl / ANSWERS_PER_TTL;
    this.#after(ms, () => this.#await(this.#sent?.doubtAfter(patience) ?? patience));
  }

  #take({ held, ttlMs, reason, sentAt, by }: Answer): void {
    if (this.#over) return;
    this.#sent = null;
    if (!held) {
      this.#lose(reason === "" ? "the cluster says that somebody else may have it" : reason);
      return;
    }
    const { ttl, line } = this.#holding;
    if (ttlMs === 0) {
      // Nobody could confirm it just now.
      const pause = Math.min(
        RETRY_MS * 2 ** Math.min(this.#unconfirmed, 10),
        RETRY_MAX_MS,
        ttl / ANSWERS_PER_TTL,
      );
      this.#unconfirmed += 1;
      this.#after(pause, () => {
        line.doubt(by);
        this.#send();
      });
      return;
    }
    this.#unconfirmed = 0;
    this.#validUntil = Math.max(this.#validUntil, sentAt + ttlMs);
    this.#guard(this.remaining());
    this.#answered?.();
    this.#after(ttl / BEATS_PER_TTL, () => this.#send());
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
    this.#sent?.forget();
    this.#leave();
    this.#answered?.();
  }
}
