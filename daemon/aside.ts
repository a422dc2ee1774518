/**
 * Where clients meet the node's loop: what they cause runs aside from it, in a later turn, and once for all that happened
 * in one. No listener of theirs can hold up a heartbeat, and none that fails can break the loop.
 */
import type { Command } from "../consensus/ledger/types.ts";
import type { Wisher } from "./wishing.ts";

export class Aside implements Wisher {
  readonly ledger: Wisher["ledger"];
  readonly #wisher: Wisher;
  readonly #failed: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  #scheduled = false;
  #stop: (() => void) | null = null;

  /** `failed`: a listener has thrown, which should not have happened. */
  constructor(wisher: Wisher, failed: (error: unknown) => void) {
    this.#wisher = wisher;
    this.#failed = failed;
    this.ledger = wisher.ledger;
  }

  propose(commands: readonly Command[], done: Parameters<Wisher["propose"]>[1]): void {
    this.#wisher.propose(commands, (outcome) => setImmediate(() => this.#guarded(() => done(outcome))));
  }

  onChange(listener: () => void): () => void {
    // Each registration is its own, also of one function twice.
    const own = (): void => listener();
    this.#listeners.add(own);
    this.#stop ??= this.#wisher.onChange(() => this.#changed());
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  }

  #changed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      for (const listener of [...this.#listeners]) this.#guarded(listener);
    });
  }

  #guarded(what: () => void): void {
    try {
      what();
    } catch (error) {
      this.#failed(error);
    }
  }
}
