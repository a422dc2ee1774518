/**
 * Who may come in while nobody has shown yet who he is. Pure. A stranger costs a handshake, so strangers are let in at a
 * bounded rate and only so many at once; whoever comes from a known address is not held up by them. When too many are
 * still at the door the one that has stood there longest goes: an honest handshake takes milliseconds.
 */

export interface QuotaLimits {
  /** Connections at once from addresses that are not known, all together. */
  readonly openMax: number;
  /** Connections at once from one address, known or not. */
  readonly openPerSource: number;
  /** Of those from unknown addresses, how many may still be in their handshake. */
  readonly pendingMax: number;
  /** New ones from unknown addresses, in the long run and all at once. */
  readonly perSecond: number;
  readonly burst: number;
}

export type Entry =
  /** `evicted`: the connection that has to make room. */
  | { readonly ok: true; readonly evicted: string | null }
  | { readonly ok: false; readonly reason: "too-many" | "too-fast" };

/** So much of something a second, and no more than `burst` of it at once. */
export class Allowance {
  readonly #perMs: number;
  readonly #burst: number;
  #left: number;
  #at = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number, burst: number) {
    this.#perMs = perSecond / 1000;
    this.#burst = burst;
    this.#left = burst;
  }

  /** Takes one, when there is one. `now` in milliseconds of a monotonic clock. */
  take(now: number): boolean {
    if (now > this.#at) {
      this.#left = Math.min(this.#burst, this.#left + (now - this.#at) * this.#perMs);
      this.#at = now;
    }
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

export class Quota {
  readonly #limits: QuotaLimits;
  readonly #arrivals: Allowance;
  /** Every open connection, by its name. */
  readonly #open = new Map<string, { readonly source: string; readonly known: boolean }>();
  readonly #perSource = new Map<string, number>();
  /** From unknown addresses and still unproven, oldest first. */
  readonly #pending = new Set<string>();
  #unknown = 0;

  constructor(limits: QuotaLimits) {
    this.#limits = limits;
    this.#arrivals = new Allowance(limits.perSecond, limits.burst);
  }

  get open(): number {
    return this.#open.size;
  }

  /** A connection arrives. `name` is its own, `source` its address. */
  enter(name: string, source: string, known: boolean, now: number): Entry {
    const { openMax, openPerSource, pendingMax } = this.#limits;
    if ((this.#perSource.get(source) ?? 0) >= openPerSource) return { ok: false, reason: "too-many" };
    let evicted: string | null = null;
    if (!known) {
      if (!this.#arrivals.take(now)) return { ok: false, reason: "too-fast" };
      if (this.#pending.size >= pendingMax || this.#unknown >= openMax) {
        const [oldest] = this.#pending;
        if (oldest === undefined) return { ok: false, reason: "too-many" };
        evicted = oldest;
        this.leave(oldest);
      }
      this.#unknown += 1;
      this.#pending.add(name);
    }
    this.#open.set(name, { source, known });
    this.#perSource.set(source, (this.#perSource.get(source) ?? 0) + 1);
    return { ok: true, evicted };
  }

  /** It has shown who it is. */
  prove(name: string): void {
    this.#pending.delete(name);
  }

  /** It is gone; a repetition means nothing. */
  leave(name: string): void {
    const gone = this.#open.get(name);
    if (gone === undefined) return;
    this.#open.delete(name);
    this.#pending.delete(name);
    if (!gone.known) this.#unknown -= 1;
    const left = (this.#perSource.get(gone.source) ?? 1) - 1;
    if (left === 0) this.#perSource.delete(gone.source);
    else this.#perSource.set(gone.source, left);
  }
}
