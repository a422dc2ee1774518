import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkByKey, checkHistory, type Operation, type SequentialModel } from "./linearizability.ts";
import {
  type LockInput,
  type LockOutput,
  lock,
  type RegisterInput,
  type RegisterOutput,
  register,
} from "./objects.ts";

type RegisterOperation = Operation<RegisterInput, RegisterOutput>;
const NEVER = Number.POSITIVE_INFINITY;

const wrote = (value: string, called: number, returned: number): RegisterOperation => ({
  input: { type: "write", value },
  output: returned === NEVER ? undefined : { type: "written" },
  called,
  returned,
});
const read = (value: string | null, called: number, returned: number): RegisterOperation => ({
  input: { type: "read" },
  output: { type: "value", value },
  called,
  returned,
});
const swapped = (
  from: string,
  to: string,
  done: boolean,
  called: number,
  returned: number,
): RegisterOperation => ({
  input: { type: "cas", from, to },
  output: { type: "swapped", swapped: done },
  called,
  returned,
});
const verdictOf = (history: readonly RegisterOperation[]): string => checkHistory(register, history).verdict;

test("a read that overlaps a write may see either value", () => {
  assert.equal(verdictOf([wrote("a", 1, 4), read(null, 2, 3)]), "linearizable");
  assert.equal(verdictOf([wrote("a", 1, 4), read("a", 2, 3)]), "linearizable");
});

test("a read after a write has ended may not see what was before", () => {
  const stale = read(null, 3, 4);
  const found = checkHistory(register, [wrote("a", 1, 2), stale]);
  assert.deepEqual(found.verdict === "not-linearizable" ? found.stuckAt : found, stale);
});

test("two reads may not see a write come and go", () => {
  assert.equal(verdictOf([wrote("a", 1, 9), read("a", 2, 3), read(null, 4, 5)]), "not-linearizable");
});

test("a write that nobody was told of may take effect at any later time, or never", () => {
  assert.equal(verdictOf([wrote("a", 1, NEVER), read(null, 2, 3), read("a", 7, 8)]), "linearizable");
  assert.equal(verdictOf([wrote("a", 1, NEVER), read(null, 7, 8)]), "linearizable");
  assert.equal(verdictOf([read("a", 1, 2), wrote("a", 3, NEVER)]), "not-linearizable");
});

test("of two compare-and-sets of one value one fails", () => {
  const both = [wrote("a", 1, 2), swapped("a", "b", true, 3, 6), swapped("a", "c", true, 4, 5)];
  assert.equal(verdictOf(both), "not-linearizable");
  assert.equal(verdictOf([...both.slice(0, 2), swapped("a", "c", false, 4, 5)]), "linearizable");
});

test("each key is judged by itself", () => {
  type Keyed = { readonly key: string; readonly input: RegisterInput };
  const keyed: SequentialModel<{ readonly value: string | null }, Keyed, RegisterOutput> = {
    ...register,
    step: (state, { input }, output) => register.step(state, input, output),
  };
  const at = (key: string, one: RegisterOperation): Operation<Keyed, RegisterOutput> => ({
    ...one,
    input: { key, input: one.input },
  });
  const verdicts = checkByKey(
    keyed,
    [at("x", wrote("a", 1, 2)), at("y", read(null, 3, 4)), at("x", read(null, 3, 4))],
    ({ key }) => key,
  );
  assert.deepEqual(
    verdicts.map(({ key, verdict }) => `${key} ${verdict.verdict}`),
    ["x not-linearizable", "y linearizable"],
  );
});

test("a search that reaches its limit says that it has not decided", () => {
  const history = Array.from({ length: 8 }, (_, i) => wrote(String(i), 1, 20));
  assert.equal(checkHistory(register, [...history, read("none", 2, 19)], 50).verdict, "undecided");
});

test("whatever a register really did is linearizable, and the checker agrees with trying every order", () => {
  const operation = fc.record({
    input: fc.oneof(
      fc.constant<RegisterInput>({ type: "read" }),
      fc.record({ type: fc.constant("write" as const), value: fc.constantFrom("a", "b") }),
      fc.record({
        type: fc.constant("cas" as const),
        from: fc.constantFrom("a", "b"),
        to: fc.constantFrom("a", "b"),
      }),
    ),
    called: fc.integer({ min: 0, max: 8 }),
    lasts: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(NEVER)),
    value: fc.constantFrom(null, "a", "b"),
    swapped: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 6 }), (made) => {
      const history = made.map(({ input, called, lasts, value, swapped: did }): RegisterOperation => {
        const told: RegisterOutput =
          input.type === "read"
            ? { type: "value", value }
            : input.type === "write"
              ? { type: "written" }
              : { type: "swapped", swapped: did };
        return { input, called, returned: called + lasts, output: lasts === NEVER ? undefined : told };
      });
      assert.equal(verdictOf(history), someOrderFits(history) ? "linearizable" : "not-linearizable");
    }),
    { numRuns: 400 },
  );
});

/** The definition itself: some order of all told operations and some of the others that the register allows. */
function someOrderFits(history: readonly RegisterOperation[]): boolean {
  const place = (open: readonly RegisterOperation[], state: { readonly value: string | null }): boolean => {
    if (open.every(({ returned }) => returned === NEVER)) return true;
    return open.some((next) => {
      if (open.some((other) => other !== next && other.returned < next.called)) return false;
      const after = register.step(state, next.input, next.output);
      return (
        after !== null &&
        place(
          open.filter((other) => other !== next),
          after,
        )
      );
    });
  };
  return place(history, register.initial);
}

// ---------------------------------------------------------------- locks

const act = (
  input: LockInput,
  output: LockOutput | undefined,
  called: number,
  returned: number,
): Operation<LockInput, LockOutput> => ({ input, output, called, returned });
const granted = (owner: string, token: bigint, called: number, returned: number) =>
  act({ type: "acquire", owner }, { type: "granted", token }, called, returned);
const lockVerdict = (history: readonly Operation<LockInput, LockOutput>[]): string =>
  checkHistory(lock, history).verdict;

test("a lock has one owner until it is yielded or has lapsed", () => {
  const first = granted("a", 5n, 1, 2);
  const second = granted("b", 9n, 5, 6);
  assert.equal(lockVerdict([first, second]), "not-linearizable");
  const lapse = act({ type: "lapse", token: 5n }, { type: "done" }, 3, 4);
  assert.equal(lockVerdict([first, lapse, second]), "linearizable");
  const late = act({ type: "keep", owner: "a", token: 5n }, { type: "done" }, 7, 8);
  assert.equal(lockVerdict([first, lapse, second, late]), "not-linearizable");
});

test("a lock's tokens grow, and its owner who asks again is told the same one (P2)", () => {
  const yielded = act({ type: "yield", owner: "a", token: 5n }, { type: "done" }, 3, 4);
  assert.equal(lockVerdict([granted("a", 5n, 1, 2), yielded, granted("b", 5n, 5, 6)]), "not-linearizable");
  assert.equal(lockVerdict([granted("a", 5n, 1, 2), granted("a", 5n, 3, 4)]), "linearizable");
  assert.equal(lockVerdict([granted("a", 5n, 1, 2), granted("a", 6n, 3, 4)]), "not-linearizable");
});

test("a grant that nobody was told of has the token that a later answer names", () => {
  const untold = act({ type: "acquire", owner: "a" }, undefined, 1, NEVER);
  assert.equal(lockVerdict([untold, granted("a", 7n, 5, 6)]), "linearizable");
  const refused = act({ type: "acquire", owner: "b" }, { type: "refused" }, 3, 4);
  assert.equal(lockVerdict([untold, refused, granted("a", 7n, 5, 6)]), "linearizable");
  assert.equal(lockVerdict([refused, granted("a", 7n, 5, 6)]), "not-linearizable");
});
