/**
 * PURE: what recorded clients may not have seen. The calls about each lease are one history, judged against the lock
 * with fencing tokens; beliefs of two workers in one lease may not overlap.
 */
import { checkHistory, type Operation, type SequentialModel } from "../vectors/linearizability.ts";
import { type LockInput, type LockOutput, lock } from "../vectors/objects.ts";
import type { Belief, Call, Recorded, Sighting } from "./records.ts";

export interface Violation {
  readonly invariant: string;
  readonly detail: string;
}

type LockState = typeof lock extends SequentialModel<infer State, LockInput, LockOutput> ? State : never;
/** `forget`: the cluster ends a grant that nobody was told of. */
type Input = LockInput | { readonly type: "forget"; readonly owner: string };
type Step = Operation<Input, LockOutput>;

export const lease: SequentialModel<LockState, Input, LockOutput> = {
  initial: lock.initial,
  step(state, input, output) {
    if (input.type !== "forget") return lock.step(state, input, output);
    return state.unnamed && state.owner === input.owner ? { ...state, owner: null, unnamed: false } : state;
  },
  keyOf: lock.keyOf,
};

export function judgeRecords(records: readonly Recorded[]): Violation[] {
  const calls = records.filter((each) => each.record === "call");
  const sightings = records.filter((each) => each.record === "sighting");
  const beliefs = records.filter((each) => each.record === "belief");
  const odd = records.filter((each) => each.record === "oddity");
  const names = new Set(calls.map(({ name }) => name));
  return [
    ...[...names].flatMap((name) => [
      ...judgeHistory(
        name,
        calls.filter((each) => each.name === name),
        sightings.filter((each) => each.name === name),
      ),
      ...judgeBeliefs(beliefs.filter((each) => each.name === name)),
    ]),
    ...judgeSightings(sightings),
    ...[...new Set(odd.map(({ text }) => text))].map((text) => ({ invariant: "odd-answer", detail: text })),
  ];
}

export function judgeHistory(
  name: string,
  calls: readonly Call[],
  sightings: readonly Sighting[],
  limit?: number,
): Violation[] {
  const checked = checkHistory(lease, historyOf(calls, sightings), limit);
  if (checked.verdict === "linearizable") return [];
  if (checked.verdict === "undecided")
    return [{ invariant: "undecided", detail: `${name}: no verdict in ${checked.steps} steps` }];
  const { input, output, called, returned } = checked.stuckAt;
  const words = JSON.stringify({ input, output, called, returned }, (_, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return [{ invariant: "linearizable", detail: `${name}: no order explains ${words}` }];
}

/** One token that was given out: since when it may have ended, and by when it must have. */
interface Life {
  since: number;
  by: number;
}

/**
 * What the calls come to for the lock. A grant ends once, whoever ended it: not before the last keep-alive that was
 * confirmed was sent, and before anybody was told that it had ended, or was given the next token.
 */
export function historyOf(calls: readonly Call[], sightings: readonly Sighting[]): Step[] {
  const lives = new Map<bigint, Life>();
  const named = (token: string, called: number): void => {
    const life = lives.get(BigInt(token));
    if (life === undefined) lives.set(BigInt(token), { since: called, by: Number.POSITIVE_INFINITY });
    else life.since = Math.max(life.since, called);
  };
  const firstAsked = new Map<string, number>();
  for (const { asked, called } of calls) {
    if (asked.type === "acquire" && called < (firstAsked.get(asked.owner) ?? Number.POSITIVE_INFINITY))
      firstAsked.set(asked.owner, called);
  }
  for (const { asked, answer, called } of calls) {
    if (asked.type === "acquire" && answer?.type === "granted") named(answer.token, called);
    if (asked.type === "keep" && answer?.type === "done") named(asked.token, called);
  }
  const steps: Step[] = [];
  const seen = earliestSightings(sightings, firstAsked);
  for (const { token, owner, at } of seen.values()) {
    if (lives.has(BigInt(token))) continue;
    const called = firstAsked.get(owner)!;
    named(token, called);
    steps.push(granted(owner, token, called, at));
  }
  for (const call of calls) steps.push(...stepsOf(call));
  return [...steps, ...endings(lives, calls, steps)];
}

/** A client that has had no answer for so long may have asked again. */
const REPEATS_AFTER_MS = 150;

function stepsOf({ asked, answer, called, returned, repeated }: Call): Step[] {
  const until = returned ?? Number.POSITIVE_INFINITY;
  const { owner } = asked;
  if (asked.type === "acquire") {
    const input = { type: "acquire", owner } as const;
    const untold = { called, returned: Number.POSITIVE_INFINITY, output: undefined };
    const ghost: Step[] = [
      { ...untold, input },
      { ...untold, input: { type: "forget", owner } },
    ];
    if (answer === null) return ghost;
    const told: Step =
      answer.type === "granted"
        ? granted(owner, answer.token, called, until)
        : { input, output: { type: "refused" }, called, returned: until };
    return repeated && until - called > REPEATS_AFTER_MS ? [told, ...ghost] : [told];
  }
  if (answer === null || (asked.type === "release" && answer.type === "done")) return [];
  const input = {
    type: asked.type === "keep" ? "keep" : "yield",
    owner,
    token: BigInt(asked.token),
  } as const;
  return [{ input, output: answer as LockOutput, called, returned: until }];
}

const granted = (owner: string, token: string, called: number, returned: number): Step => ({
  input: { type: "acquire", owner },
  output: { type: "granted", token: BigInt(token) },
  called,
  returned,
});

/** When each token ended, at the latest. */
function endings(lives: ReadonlyMap<bigint, Life>, calls: readonly Call[], steps: readonly Step[]): Step[] {
  for (const { asked, answer, returned } of calls) {
    if (asked.type === "acquire" || answer === null || returned === null) continue;
    const over = asked.type === "release" || answer.type === "refused";
    const life = lives.get(BigInt(asked.token));
    if (over && life !== undefined) life.by = Math.min(life.by, returned);
  }
  const grants = new Map<bigint, number>();
  for (const { output, returned } of steps) {
    if (output?.type !== "granted") continue;
    grants.set(output.token, Math.min(returned, grants.get(output.token) ?? Number.POSITIVE_INFINITY));
  }
  let next = Number.POSITIVE_INFINITY;
  return [...lives]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([token, life]): Step => {
      const by = Math.min(life.by, next);
      next = Math.min(next, grants.get(token) ?? Number.POSITIVE_INFINITY);
      const certain = by !== Number.POSITIVE_INFINITY;
      // One that had to end before it could is a violation; the search finds it with the shortest of intervals.
      const since = Math.min(life.since, by);
      return {
        input: { type: "lapse", token },
        output: certain ? { type: "done" } : undefined,
        called: since,
        returned: by,
      };
    });
}

function earliestSightings(
  sightings: readonly Sighting[],
  firstAsked: ReadonlyMap<string, number>,
): Map<string, Sighting> {
  const earliest = new Map<string, Sighting>();
  for (const each of sightings) {
    const known = earliest.get(each.token);
    if (firstAsked.has(each.owner) && (known === undefined || each.at < known.at))
      earliest.set(each.token, each);
  }
  return earliest;
}

/** All watchers are told the same of one token. */
export function judgeSightings(sightings: readonly Sighting[]): Violation[] {
  const owners = new Map<string, string>();
  const violations: Violation[] = [];
  for (const { name, token, owner } of sightings) {
    const key = `${name} ${token}`;
    const known = owners.get(key);
    if (known === undefined) owners.set(key, owner);
    else if (known !== owner)
      violations.push({ invariant: "token-unique", detail: `${key} was given to ${known} and to ${owner}` });
  }
  return violations;
}

/** Two workers that may act at once, by what each was told, on the one clock of the machine. */
export function judgeBeliefs(beliefs: readonly Belief[]): Violation[] {
  const violations: Violation[] = [];
  let before: Belief | null = null;
  for (const belief of beliefs.toSorted((a, b) => a.from - b.from)) {
    if (before !== null && belief.from < before.until) {
      const both = Math.min(before.until, belief.until) - belief.from;
      violations.push({
        invariant: "two-believers",
        detail: `${belief.name}: ${before.worker} (token ${before.token}) and ${belief.worker} (token ${belief.token}) both for ${both.toFixed(1)} ms`,
      });
    }
    if (before !== null && belief.from > before.from && BigInt(belief.token) <= BigInt(before.token))
      violations.push({
        invariant: "token-grows",
        detail: `${belief.name}: token ${belief.token} of ${belief.worker} after ${before.token} of ${before.worker}`,
      });
    if (before === null || belief.until >= before.until) before = belief;
  }
  return violations;
}
