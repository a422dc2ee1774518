/**
 * The newest decisions, made and encoded once for everybody who asks for as many until something changes. Who asks for ever
 * other numbers while much changes has only a share of the loop: then an answer of a moment ago has to do, or none.
 */
import { LeaseholdError } from "../errors.ts";
import { CLUSTER } from "./methods.ts";
import type { ClusterView } from "./port.ts";

const PERIOD_MS = 100;
/** Of each period, at most so much goes into making answers. */
const SHARE_MS = 20;
/** Answers of different lengths that are kept. */
const KEPT = 16;

export class LogFeed {
  readonly #view: ClusterView;
  readonly #now: () => number;
  /** By how many were asked for; the first was asked for longest ago. */
  readonly #made = new Map<number, { readonly bytes: Buffer; readonly change: number }>();
  #change = 0;
  #spent = 0;
  #periodEnds = 0;
  readonly #stop: () => void;

  constructor(view: ClusterView, now: () => number = () => performance.now()) {
    this.#view = view;
    this.#now = now;
    this.#stop = view.onChange(() => this.#change++);
  }

  /** The newest decisions, encoded; 0: all that are kept. Throws `busy` when too much was asked of late. */
  newest(count: number): Buffer {
    const before = this.#made.get(count);
    if (before?.change === this.#change) return before.bytes;
    const at = this.#now();
    if (at >= this.#periodEnds) {
      this.#periodEnds = at + PERIOD_MS;
      this.#spent = 0;
    }
    if (this.#spent >= SHARE_MS) {
      if (before !== undefined) return before.bytes;
      throw new LeaseholdError(
        "busy",
        "this node has been asked for its log too often; ask again a little later, or another node",
      );
    }
    const change = this.#change;
    const bytes = CLUSTER.log.responseSerialize(this.#view.log(count));
    this.#spent += this.#now() - at;
    this.#made.delete(count);
    this.#made.set(count, { bytes, change });
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= KEPT) break;
      this.#made.delete(oldest);
    }
    return bytes;
  }

  close(): void {
    this.#stop();
    this.#made.clear();
  }
}
