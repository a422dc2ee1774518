/**
 * One status for everybody who asks or watches: made and encoded once, however many clients there are. A watcher that is
 * behind gets the newest when it has read the last, and is dropped when it reads nothing for long.
 */
import { LeaseholdError } from "../errors.ts";
import type { Outflow } from "./calls.ts";
import { CLUSTER } from "./methods.ts";
import type { ClusterView } from "./port.ts";

/** A change is passed on at most this often, so that a storm of changes is one status. */
const PERIOD_MS = 100;
const WATCHERS_MAX = 256;
/** A status serves every asker of the next moments, unless something has changed. */
const FRESH_MS = 20;
/** Of each period, at most so much goes into making it; then the last one has to do. */
const SHARE_MS = 30;

const atOnce = (job: () => void): boolean => {
  job();
  return true;
};

interface Watcher {
  readonly out: Outflow<Buffer>;
  /** Since when it owes reading; null when it has read all. */
  behindSince: number | null;
}

export class StatusFeed {
  readonly #view: ClusterView;
  readonly #patience: number;
  readonly #run: (job: () => void) => boolean;
  readonly #watchers = new Set<Watcher>();
  #made: { readonly bytes: Buffer; readonly at: number } | null = null;
  #changedSince = false;
  /** What was spent on making it in this period. */
  #spent = 0;
  #periodEnds = 0;
  #timer: NodeJS.Timeout | null = null;
  readonly #stop: () => void;

  /**
   * `patienceMs`: how long a watcher may read nothing. `run` does a job when it is its turn, or says that too much
   * waits: a change is told to hundreds, and each costs a little.
   */
  constructor(view: ClusterView, patienceMs = 10_000, run = atOnce) {
    this.#view = view;
    this.#patience = patienceMs;
    this.#run = run;
    this.#stop = view.onChange(() => this.#changed());
  }

  /** The status now, encoded. */
  now(): Buffer {
    const at = performance.now();
    if (at >= this.#periodEnds) {
      this.#periodEnds = at + PERIOD_MS;
      this.#spent = 0;
    }
    if (this.#made !== null) {
      if (this.#spent >= SHARE_MS) return this.#made.bytes;
      if (!this.#changedSince && at - this.#made.at < FRESH_MS) return this.#made.bytes;
    }
    this.#changedSince = false;
    const bytes = CLUSTER.status.responseSerialize(this.#view.status());
    this.#made = { bytes, at };
    this.#spent += performance.now() - at;
    return bytes;
  }

  /** A status at once, then after changes; returns how to stop. */
  join(out: Outflow<Buffer>): () => void {
    if (this.#watchers.size >= WATCHERS_MAX) {
      throw new LeaseholdError("busy", `${WATCHERS_MAX} clients watch this node already; ask another one`);
    }
    const watcher: Watcher = { out, behindSince: null };
    this.#watchers.add(watcher);
    this.#give(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  close(): void {
    this.#stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #changed(): void {
    this.#changedSince = true;
    if (this.#watchers.size > 0) this.#tellSoon();
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      for (const watcher of [...this.#watchers]) {
        const taken = this.#run(() => {
          if (this.#watchers.has(watcher)) this.#give(watcher);
        });
        if (taken) continue;
        this.#tellSoon();
        return;
      }
    }, PERIOD_MS);
  }

  /** The newest status; or, to one that has not read the last yet, a little later. */
  #give(watcher: Watcher): void {
    if (watcher.out.unread === 0) {
      watcher.behindSince = null;
      watcher.out.send(this.now());
      return;
    }
    const at = performance.now();
    watcher.behindSince ??= at;
    if (at - watcher.behindSince < this.#patience) {
      this.#tellSoon();
      return;
    }
    const text = `nothing was read for ${this.#patience} ms; dropped: read what you watch, and call again`;
    watcher.out.fail(new LeaseholdError("busy", text));
  }
}
