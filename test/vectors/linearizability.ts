/**
 * The project's linearizability checker. Given what clients asked and were told, and when, it looks for one order of
 * the operations that a sequential model would have answered alike and that never puts an operation before one that
 * had ended when it began. The search is that of Wing and Gong with the memory of Lowe: a set of operations done, in
 * the state it led to, is looked at once. A history over independent keys is judged key by key. Pure.
 */

/** A sequential object. States are values: `step` returns a new one and never changes the old. */
export interface SequentialModel<State, Input, Output> {
  readonly initial: State;
  /**
   * The state after `input`, or null where the object could not have answered `output`. With `output` undefined
   * (nobody was told) any answer is right.
   */
  step(state: State, input: Input, output: Output | undefined): State | null;
  /** Equal for equal states, and for no others. */
  keyOf(state: State): string;
}

/** One operation as its client saw it, by any clock that all clients share. */
export interface Operation<Input, Output> {
  readonly input: Input;
  /** Undefined: its client was never told; it may have happened at any moment since `called`, or never. */
  readonly output: Output | undefined;
  readonly called: number;
  /** Infinity when the client was never told. */
  readonly returned: number;
}

export type Verdict<Input, Output> =
  | { readonly verdict: "linearizable"; readonly steps: number }
  | {
      readonly verdict: "not-linearizable";
      readonly steps: number;
      /** The first operation, by its end, that none of the orders tried could take in. */
      readonly stuckAt: Operation<Input, Output>;
    }
  /** The limit of steps was reached first. */
  | { readonly verdict: "undecided"; readonly steps: number };

/** A moment of the history: an operation begins, or ends. In a list from which operations are lifted out. */
interface Moment {
  readonly operation: number;
  readonly begins: boolean;
  previous: Moment | null;
  next: Moment | null;
}

/** Steps of the search that the recorded histories need are thousands; this many take seconds. */
export const STEP_LIMIT = 5_000_000;

/** Judges the history of one object. At most `limit` steps of the model. */
export function checkHistory<State, Input, Output>(
  model: SequentialModel<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
  limit = STEP_LIMIT,
): Verdict<Input, Output> {
  const operations = history.toSorted((a, b) => a.called - b.called);
  const { head, ends } = timeline(operations);
  const done = new DoneSet(operations.length);
  const seen = new Set<string>();
  const taken: { readonly moment: Moment; readonly before: State }[] = [];
  let owed = operations.filter(({ returned }) => returned !== Number.POSITIVE_INFINITY).length;
  let state = model.initial;
  let steps = 0;
  let stuckAt: Moment | null = null;
  let at = head.next;
  while (owed > 0) {
    if (at === null) throw new Error("an operation that has ended has left the history before it was placed");
    if (at.begins) {
      const { input, output, returned } = operations[at.operation] as Operation<Input, Output>;
      const told = returned !== Number.POSITIVE_INFINITY;
      if (++steps > limit) return { verdict: "undecided", steps };
      const next = model.step(state, input, output);
      if (next !== null) {
        const key = model.keyOf(next);
        done.add(at.operation);
        const fresh = `${done.key()} ${key}`;
        // One that nobody was told of and that changes nothing might as well not have happened.
        if ((told || key !== model.keyOf(state)) && !seen.has(fresh)) {
          seen.add(fresh);
          taken.push({ moment: at, before: state });
          state = next;
          if (told) owed--;
          lift(at);
          const end = ends[at.operation];
          if (end !== undefined) lift(end);
          at = head.next;
          continue;
        }
        done.remove(at.operation);
      }
      at = at.next;
      continue;
    }
    // This one ends here and could not be placed before: the last choice was wrong.
    if (stuckAt === null || (operations[at.operation]?.returned ?? 0) > returnOf(operations, stuckAt))
      stuckAt = at;
    const last = taken.pop();
    if (last === undefined) {
      return {
        verdict: "not-linearizable",
        steps,
        stuckAt: operations[stuckAt.operation] as Operation<Input, Output>,
      };
    }
    const { moment, before } = last;
    const end = ends[moment.operation];
    if (end !== undefined) {
      putBack(end);
      owed++;
    }
    putBack(moment);
    done.remove(moment.operation);
    state = before;
    at = moment.next;
  }
  return { verdict: "linearizable", steps };
}

/** Judges a history over many objects: each key by itself, which is enough (P-compositionality). */
export function checkByKey<State, Input, Output>(
  model: SequentialModel<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
  keyOf: (input: Input) => string,
  limit = STEP_LIMIT,
): { readonly key: string; readonly verdict: Verdict<Input, Output> }[] {
  const byKey = new Map<string, Operation<Input, Output>[]>();
  for (const operation of history) {
    const key = keyOf(operation.input);
    const part = byKey.get(key);
    if (part === undefined) byKey.set(key, [operation]);
    else part.push(operation);
  }
  return [...byKey].map(([key, part]) => ({ key, verdict: checkHistory(model, part, limit) }));
}

const returnOf = (operations: readonly Operation<unknown, unknown>[], { operation }: Moment): number =>
  operations[operation]?.returned ?? 0;

function timeline(operations: readonly Operation<unknown, unknown>[]): {
  head: Moment;
  ends: (Moment | undefined)[];
} {
  const moments: (Moment & { readonly at: number })[] = [];
  const ends: (Moment | undefined)[] = [];
  for (const [operation, { called, returned }] of operations.entries()) {
    if (returned < called) throw new RangeError(`an operation that began at ${called} ended at ${returned}`);
    moments.push({ operation, begins: true, at: called, previous: null, next: null });
    if (returned === Number.POSITIVE_INFINITY) continue;
    const end = { operation, begins: false, at: returned, previous: null, next: null };
    moments.push(end);
    ends[operation] = end;
  }
  // What ends at the moment at which another begins was not certainly before it.
  moments.sort((a, b) => a.at - b.at || Number(b.begins) - Number(a.begins));
  const head: Moment = { operation: -1, begins: true, previous: null, next: null };
  let last = head;
  for (const moment of moments) {
    last.next = moment;
    moment.previous = last;
    last = moment;
  }
  return { head, ends };
}

function lift(moment: Moment): void {
  if (moment.previous !== null) moment.previous.next = moment.next;
  if (moment.next !== null) moment.next.previous = moment.previous;
}

/** Undoes the newest `lift` that is not undone. */
function putBack(moment: Moment): void {
  if (moment.previous !== null) moment.previous.next = moment;
  if (moment.next !== null) moment.next.previous = moment;
}

/** Which operations are done; its key is as long as the stretch in which done and open ones mix. */
class DoneSet {
  readonly #words: Uint16Array;
  #full = 0;

  constructor(size: number) {
    this.#words = new Uint16Array(Math.ceil(size / 16) + 1);
  }
  add(operation: number): void {
    const word = operation >> 4;
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (operation & 15));
    while (this.#words[this.#full] === 0xffff) this.#full++;
  }
  remove(operation: number): void {
    const word = operation >> 4;
    this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (operation & 15));
    this.#full = Math.min(this.#full, word);
  }
  key(): string {
    let end = this.#words.length;
    while (end > this.#full && this.#words[end - 1] === 0) end--;
    return `${this.#full}:${String.fromCharCode(...this.#words.subarray(this.#full, end))}`;
  }
}
