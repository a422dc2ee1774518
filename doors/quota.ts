/**
 * Who may come in, and when, while nobody has shown yet who he is. Pure. A handshake is some milliseconds of the one
 * loop, so those of strangers begin at a bounded pace and only so many are under way; the others wait, a few of each
 * address. Whoever comes from a known address is not held up by them. One that has been under way for long makes room
 * when others wait: an honest handshake is quick.
 */

export interface QuotaLimits {
  /** Connections at once from unknown addresses, all together. */
  readonly openMax: number;
  /** Connections at once from one address, known or not. */
  readonly openPerSource: number;
  /** Of unknown addresses, handshakes under way. */
  readonly pendingMax: number;
  /** Of those, new ones in the long run, and all at once. */
  readonly perSecond: number;
  readonly burst: number;
  /** Of unknown addresses, connections whose handshake has not begun: all together, and of one address. */
  readonly waitingMax: number;
  readonly waitingPerSource: number;
}

export type Arrival = "begin" | "wait" | "too-many" | "too-fast";

/** What is to be done now. */
export interface Calls {
  readonly begin: readonly string[];
  readonly evict: readonly string[];
  /** When to ask again, in milliseconds; null: when somebody comes or goes. */
  readonly againIn: number | null;
}

/** After this a handshake that others wait for is given up, milliseconds. */
const SLOW_MS = 500;

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

interface Open {
  readonly source: string;
  readonly known: boolean;
}

export class Quota {
  readonly #limits: QuotaLimits;
  readonly #pace: Allowance;
  /** Every open connection, by its name. */
  readonly #open = new Map<string, Open>();
  readonly #perSource = new Map<string, number>();
  /** Of unknown addresses, oldest first: not begun; and begun, with when. */
  readonly #waiting = new Map<string, string>();
  readonly #waitingPerSource = new Map<string, number>();
  readonly #pending = new Map<string, number>();
  #unknown = 0;

  constructor(limits: QuotaLimits) {
    this.#limits = limits;
    this.#pace = new Allowance(limits.perSecond, limits.burst);
  }

  get open(): number {
    return this.#open.size;
  }

  /** A connection. `name` is its own, `source` its address. Ask `next` when it is to wait. */
  arrive(name: string, source: string, known: boolean): Arrival {
    const { openMax, openPerSource, waitingMax, waitingPerSource } = this.#limits;
    if (count(this.#perSource, source) >= openPerSource) return "too-many";
    if (!known) {
      if (this.#unknown >= openMax) return "too-many";
      if (this.#waiting.size >= waitingMax || count(this.#waitingPerSource, source) >= waitingPerSource)
        return "too-fast";
      this.#unknown += 1;
      this.#waiting.set(name, source);
      add(this.#waitingPerSource, source, 1);
    }
    this.#open.set(name, { source, known });
    add(this.#perSource, source, 1);
    return known ? "begin" : "wait";
  }

  /** Whose handshake begins now, and whose is given up. Those given up have left. */
  next(now: number): Calls {
    const { pendingMax, perSecond } = this.#limits;
    const begin: string[] = [];
    const evict: string[] = [];
    for (const [name, source] of this.#waiting) {
      const [oldest] = this.#pending;
      if (this.#pending.size >= pendingMax && oldest !== undefined) {
        const [slow, since] = oldest;
        if (now - since < SLOW_MS) return { begin, evict, againIn: SLOW_MS - (now - since) };
        this.leave(slow);
        evict.push(slow);
      }
      if (!this.#pace.take(now)) return { begin, evict, againIn: 1000 / perSecond };
      this.#waiting.delete(name);
      add(this.#waitingPerSource, source, -1);
      this.#pending.set(name, now);
      begin.push(name);
    }
    return { begin, evict, againIn: null };
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
    if (this.#waiting.delete(name)) add(this.#waitingPerSource, gone.source, -1);
    if (!gone.known) this.#unknown -= 1;
    add(this.#perSource, gone.source, -1);
  }
}

const count = (of: ReadonlyMap<string, number>, source: string): number => of.get(source) ?? 0;

function add(to: Map<string, number>, source: string, change: number): void {
  const after = count(to, source) + change;
  if (after === 0) to.delete(source);
  else to.set(source, after);
}
