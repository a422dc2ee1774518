/** Who waits for what the cluster answers: the holder's own proposals by their number, others by a callback. Each hears once. */
import type { KeepAliveResult, ReplicaEffect } from "../consensus/types.ts";

export type Outcome = Extract<ReplicaEffect, { type: "outcome" }>["result"];

export class Outcomes {
  private readonly own = new Map<number, number>();
  private readonly callers = new Map<number, (outcome: Outcome) => void>();
  private readonly keepAlives = new Map<number, (result: KeepAliveResult) => void>();
  private next = 1;

  /** Returns the wish's number. */
  ofCaller(done: (outcome: Outcome) => void): number {
    this.callers.set(this.next, done);
    return this.next++;
  }

  /** `id` is the holder's own number. */
  ofHolding(id: number): number {
    this.own.set(this.next, id);
    return this.next++;
  }

  ofLease(done: (result: KeepAliveResult) => void): number {
    this.keepAlives.set(this.next, done);
    return this.next++;
  }

  /** The holder's own number where the wish was its; else null, and the caller was called. */
  settle(id: number, outcome: Outcome): number | null {
    const own = this.own.get(id) ?? null;
    const done = this.callers.get(id);
    this.own.delete(id);
    this.callers.delete(id);
    done?.(outcome);
    return own;
  }

  kept(id: number, result: KeepAliveResult): void {
    const done = this.keepAlives.get(id);
    this.keepAlives.delete(id);
    done?.(result);
  }
}
