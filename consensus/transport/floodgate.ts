/**
 * Tells a flood from a stray packet. Bad packets are looked at one by one, and counted by kind and sender, as long as
 * they are few; beyond that the gate is shut for a moment, and what it keeps out is counted only.
 */

/** Bad packets within the window that make a flood. */
const FLOOD = 400;
const WINDOW_MS = 1000;
/** A giant takes the room of as many small ones. */
const GIANT = 20;
const SHUT_MS = 1000;

export class Floodgate {
  readonly #onTurn: (shut: boolean) => void;
  #windowEnds = Number.NEGATIVE_INFINITY;
  #seen = 0;
  #timer: NodeJS.Timeout | null = null;

  /** `onTurn` is called when the gate is shut, and when it is opened again. */
  constructor(onTurn: (shut: boolean) => void) {
    this.#onTurn = onTurn;
  }

  get isShut(): boolean {
    return this.#timer !== null;
  }

  /** A packet was bad. `now` in milliseconds of a monotonic clock. */
  dropped(giant: boolean, now: number): void {
    if (now >= this.#windowEnds) {
      this.#windowEnds = now + WINDOW_MS;
      this.#seen = 0;
    }
    this.#seen += giant ? GIANT : 1;
    if (this.#seen < FLOOD || this.isShut) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#seen = 0;
      this.#onTurn(false);
    }, SHUT_MS);
    this.#onTurn(true);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
