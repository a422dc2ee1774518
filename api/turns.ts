/**
 * The API's share of the one event loop. Heartbeats live in the same loop and must not wait for a client: the API works
 * for at most a few milliseconds of a turn, and lets sockets and timers be served before it goes on.
 */

export interface TurnsOptions {
  /** Work of one turn, milliseconds; the job that exceeds it is finished. */
  readonly budgetMs?: number;
  /** Jobs that may wait; more are refused. */
  readonly waitingMax?: number;
  readonly now?: () => number;
}

export class Turns {
  readonly #budget: number;
  readonly #waitingMax: number;
  readonly #now: () => number;
  readonly #waiting: (() => void)[] = [];
  #spent = 0;
  #working = false;
  #nextTurn: NodeJS.Immediate | null = null;

  constructor({ budgetMs = 2, waitingMax = 1024, now = () => performance.now() }: TurnsOptions = {}) {
    this.#budget = budgetMs;
    this.#waitingMax = waitingMax;
    this.#now = now;
  }

  /** Jobs that wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Does the job now or in a later turn, in order; false: too much is waiting, and it will not be done. */
  run(job: () => void): boolean {
    if (this.#waiting.length >= this.#waitingMax) return false;
    // What a job asks for has its turn after it: until it has returned nobody knows what it cost.
    if (!this.#working && this.#waiting.length === 0 && this.#spent < this.#budget) this.#work(job);
    else this.#waiting.push(job);
    this.#nextTurn ??= setImmediate(() => this.#turn());
    return true;
  }

  close(): void {
    if (this.#nextTurn !== null) clearImmediate(this.#nextTurn);
    this.#nextTurn = null;
    this.#waiting.length = 0;
  }

  #turn(): void {
    this.#nextTurn = null;
    this.#spent = 0;
    while (this.#spent < this.#budget) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#work(job);
    }
    // A job may have asked for one already.
    this.#nextTurn ??= setImmediate(() => this.#turn());
  }

  #work(job: () => void): void {
    const before = this.#now();
    this.#working = true;
    try {
      job();
    } finally {
      this.#working = false;
      this.#spent += this.#now() - before;
    }
  }
}
