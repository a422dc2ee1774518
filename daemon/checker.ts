/**
 * Work on documents in a thread of its own: reading, checking and writing one of a thousand groups takes longer than a
 * heartbeat may wait. The thread is started when it is needed, and ends when it has had nothing to do for a while.
 */
import { Worker } from "node:worker_threads";
import type { ApplyVerdict } from "../configuration/apply.ts";
import type { NodeId } from "../consensus/core/types.ts";
import type { CardFact, ClusterDocument } from "../consensus/ledger/types.ts";
import { LeaseholdError } from "../errors.ts";

export interface Ports {
  readonly peer: number;
  readonly heartbeat: number;
  readonly api: number;
}

export type Job =
  | {
      readonly type: "check";
      readonly file: string;
      readonly yaml: string;
      readonly current: ClusterDocument | null;
      readonly cards: ReadonlyMap<NodeId, readonly CardFact[]>;
      readonly ports: Ports;
    }
  | { readonly type: "render"; readonly document: ClusterDocument }
  | { readonly type: "diff"; readonly before: ClusterDocument | null; readonly after: ClusterDocument };

export interface Answers {
  readonly check: ApplyVerdict;
  readonly render: string;
  readonly diff: readonly string[];
}
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };

const IDLE_MS = 10_000;
const JOB_MS = 30_000;
/** Documents are large; more than these do not wait in memory. */
const WAITING_MAX = 16;
const HEAP_MB = 256;

interface Waiting {
  readonly job: Job;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

export class Checker {
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** Rejects with `busy` when too much waits, with `refused` when the thread could not do it. */
  run<T extends Job["type"]>(job: Extract<Job, { type: T }>): Promise<Answers[T]> {
    if (this.#waiting.length >= WAITING_MAX) {
      return Promise.reject(
        new LeaseholdError("busy", "too many documents are being looked at; ask again a little later"),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  close(): void {
    this.#end(new LeaseholdError("unavailable", "this daemon is ending"));
    for (const { reject } of this.#waiting.splice(0))
      reject(new LeaseholdError("unavailable", "this daemon is ending"));
  }

  #next(): void {
    if (this.#current !== null) return;
    this.#setTimer(null);
    const next = this.#waiting.shift();
    if (next === undefined) {
      if (this.#worker !== null) this.#setTimer(setTimeout(() => this.#end(null), IDLE_MS));
      return;
    }
    this.#current = next;
    this.#worker ??= this.#begin();
    this.#worker.postMessage(next.job);
    const late = new LeaseholdError("refused", `the document took longer than ${JOB_MS / 1000} s to look at`);
    this.#setTimer(setTimeout(() => this.#end(late), JOB_MS));
  }

  #begin(): Worker {
    const worker = new Worker(new URL("./checking.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.on("message", (answer: Answer) => {
      const current = this.#current;
      this.#current = null;
      if (answer.ok) current?.resolve(answer.value as never);
      else current?.reject(new LeaseholdError("refused", answer.error));
      this.#next();
    });
    worker.on("error", (error) => {
      if (worker === this.#worker)
        this.#end(new LeaseholdError("refused", `the document could not be looked at: ${error.message}`));
    });
    worker.unref();
    return worker;
  }

  /** The thread ends; whoever waited for it is told why. */
  #end(error: Error | null): void {
    this.#setTimer(null);
    const worker = this.#worker;
    const current = this.#current;
    this.#worker = null;
    this.#current = null;
    worker?.removeAllListeners("message");
    void worker?.terminate();
    if (error === null) return;
    current?.reject(error);
    this.#next();
  }

  #setTimer(timer: NodeJS.Timeout | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = timer;
    timer?.unref();
  }
}
