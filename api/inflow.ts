/**
 * What clients send, let in piece by piece. A piece has its turn of the loop, and then the loop has twice that turn for
 * everything else: heartbeats come first, however many clients there are and whatever they ask for. What a piece costs is
 * seen only when the loop comes round: a call that it begins, its answer and the garbage of both are dealt with after it was
 * read. Who has cost least comes next, so one client cannot hold up another.
 */

export interface InflowOptions {
  /** Pieces of one turn, and the time after which no other is begun, milliseconds. */
  readonly piecesMax?: number;
  readonly budgetMs?: number;
  /** What was let in before is still to be worked off. */
  readonly isBusy?: () => boolean;
  readonly now?: () => number;
  /**
   * Milliseconds that this process has worked: what others have taken of the processors meanwhile is no client's doing, and a
   * rest of twice that would shut the API on a busy machine. Absent: by the processor's time, or by `now` where that is given.
   */
  readonly worked?: () => number;
}

/** Of all threads, so it may say a little too much, and then the time that has passed is less. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** `cost`: its share of the turn of the loop that it was let in, milliseconds. */
export type Settled = (cost: number) => void;

interface Piece {
  readonly job: () => void;
  readonly settled: Settled;
}
interface Client {
  readonly pieces: Piece[];
  cost: number;
}

/** Milliseconds of rest for each of work. */
const REST = 2;
/** Less is not worth a timer; more than this nobody waits, or a busy node would answer nobody. */
const REST_MIN_MS = 2;
const REST_MAX_MS = 40;
/** After this a client's past is forgotten, with that of all others. */
const WINDOW_MS = 1000;
const nothing: Settled = () => {};

export class Inflow {
  readonly #options: Required<InflowOptions>;
  /** Those with something to let in, and those with a past. */
  readonly #clients = new Map<string, Client>();
  #waiting = 0;
  #debt = 0;
  #settledAt = Number.NEGATIVE_INFINITY;
  #windowEnds = Number.NEGATIVE_INFINITY;
  #next: { readonly cancel: () => void } | null = null;
  #closed = false;

  constructor(options: InflowOptions = {}) {
    this.#options = {
      piecesMax: 4,
      budgetMs: 1,
      isBusy: () => false,
      now: () => performance.now(),
      worked: options.now ?? processorTime,
      ...options,
    };
  }

  /** Never does it at once. */
  run(client: string, job: () => void, settled: Settled = nothing): void {
    if (this.#closed) return;
    let known = this.#clients.get(client);
    if (known === undefined) {
      known = { pieces: [], cost: 0 };
      this.#clients.set(client, known);
    }
    known.pieces.push({ job, settled });
    this.#waiting += 1;
    this.#schedule();
  }

  close(): void {
    this.#closed = true;
    this.#next?.cancel();
    this.#next = null;
    this.#clients.clear();
    this.#waiting = 0;
  }

  #schedule(): void {
    if (this.#next !== null || this.#waiting === 0 || this.#closed) return;
    // Idle time is rest.
    const idle = this.#options.now() - this.#settledAt;
    this.#debt = Math.max(0, this.#debt - idle / REST);
    this.#settledAt = this.#options.now();
    const rest = Math.min(REST_MAX_MS, this.#debt * REST);
    if (rest < REST_MIN_MS) {
      const soon = setImmediate(() => this.#turn());
      this.#next = { cancel: () => clearImmediate(soon) };
    } else {
      const later = setTimeout(() => this.#turn(), rest);
      this.#next = { cancel: () => clearTimeout(later) };
      this.#debt = 0;
    }
  }

  #turn(): void {
    const { piecesMax, budgetMs, isBusy, now, worked } = this.#options;
    const began = now();
    const workedBefore = worked();
    if (began >= this.#windowEnds) this.#forget(began);
    const served: { readonly client: Client; readonly piece: Piece }[] = [];
    while (served.length < piecesMax && !isBusy()) {
      const client = this.#cheapest(served.map((each) => each.client));
      const piece = client?.pieces.shift();
      if (client === null || piece === undefined) break;
      this.#waiting -= 1;
      served.push({ client, piece });
      piece.job();
      if (now() - began >= budgetMs) break;
    }
    const round = setImmediate(() => this.#settle(began, workedBefore, served));
    this.#next = { cancel: () => clearImmediate(round) };
  }

  #settle(
    began: number,
    workedBefore: number,
    served: readonly { readonly client: Client; readonly piece: Piece }[],
  ): void {
    this.#next = null;
    const { now, worked } = this.#options;
    this.#settledAt = now();
    const cost = Math.min(this.#settledAt - began, worked() - workedBefore);
    this.#debt += cost;
    const share = cost / Math.max(1, served.length);
    for (const { client, piece } of served) {
      client.cost += share;
      piece.settled(share);
    }
    this.#schedule();
  }

  /** Of those with something to say who has cost least; each once in a turn, while there are others. */
  #cheapest(served: readonly Client[]): Client | null {
    let best: Client | null = null;
    let bestTimes = 0;
    for (const client of this.#clients.values()) {
      if (client.pieces.length === 0) continue;
      const times = served.filter((each) => each === client).length;
      const better = best === null || times < bestTimes || (times === bestTimes && client.cost < best.cost);
      if (!better) continue;
      best = client;
      bestTimes = times;
    }
    return best;
  }

  #forget(now: number): void {
    this.#windowEnds = now + WINDOW_MS;
    for (const [name, client] of this.#clients) {
      if (client.pieces.length === 0) this.#clients.delete(name);
      else client.cost = 0;
    }
  }
}
