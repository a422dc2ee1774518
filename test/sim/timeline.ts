/** True time and what will happen in it: a binary heap ordered by (time, order of scheduling). */
export interface Timeline {
  /** True time in milliseconds. */
  readonly now: number;
  /** Happenings so far. */
  readonly count: number;
  /** `what`: handed to the happening, so that it need not be a function of its own each time. */
  at(time: number, happening: () => void): void;
  at<What>(time: number, happening: (what: What) => void, what: What): void;
  after(delay: number, happening: () => void): void;
  after<What>(delay: number, happening: (what: What) => void, what: What): void;
  /** The next happening; false when there is none at or before `until`, and then the time is `until`. */
  step(until: number): boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: each is given what it was scheduled with
type Happening = (what: any) => void;
interface Slot {
  readonly time: number;
  readonly order: number;
  readonly happening: Happening;
  readonly what: unknown;
}
const before = (a: Slot, b: Slot) => a.time < b.time || (a.time === b.time && a.order < b.order);

// A class, for what is asked all the time: an object literal with a getter is a dictionary to V8, in which each access is a search.
class HeapTimeline implements Timeline {
  now = 0;
  count = 0;
  readonly #heap: Slot[] = [];
  #order = 0;

  at(time: number, happening: Happening, what?: unknown): void {
    this.#push({ time: Math.max(time, this.now), order: this.#order++, happening, what });
  }
  after(delay: number, happening: Happening, what?: unknown): void {
    this.#push({ time: this.now + Math.max(delay, 0), order: this.#order++, happening, what });
  }
  step(until: number): boolean {
    const top = this.#heap[0];
    if (top === undefined || top.time > until) {
      this.now = Math.max(this.now, until);
      return false;
    }
    this.#pop();
    this.now = top.time;
    this.count++;
    top.happening(top.what);
    return true;
  }

  #push(slot: Slot): void {
    const heap = this.#heap;
    let hole = heap.length;
    heap.push(slot);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!before(slot, heap[parent]!)) break;
      heap[hole] = heap[parent]!;
      hole = parent;
    }
    heap[hole] = slot;
  }
  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[hole] = heap[child]!;
      hole = child;
    }
    heap[hole] = last;
  }
}

export const createTimeline = (): Timeline => new HeapTimeline();
