import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { describeConfiguration, enterJoint, nextConfiguration } from "../../consensus/core/change.ts";
import { checkConfiguration, membersOf } from "../../consensus/core/config.ts";
import type { Change, ChangeKind, Configuration } from "../../consensus/core/types.ts";
import { nodeId } from "../../consensus/core/types.ts";
import { plain } from "./cluster.ts";

const TYPES = { "-": "remove", "+": "add-voter", "*": "add-learner", "^": "promote", _: "demote" } as const;
const wish = (words: string): Change[] =>
  words
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ type: TYPES[word[0] as keyof typeof TYPES], node: nodeId(word.slice(1)) }));
const after = (current: Configuration, kind: ChangeKind, words = ""): Configuration => {
  const next = nextConfiguration(current, kind, wish(words), true);
  assert.ok(next.ok, JSON.stringify(next));
  return next.configuration;
};
const said = (current: Configuration, kind: ChangeKind, words = ""): string => {
  const next = nextConfiguration(current, kind, wish(words), false);
  return next.ok ? describeConfiguration(next.configuration) : next.reason;
};

test("one step changes at most one voter, and any number of learners", () => {
  assert.equal(said(plain("a b c"), "simple", "+d *e *f"), "voters=(a b c d) learners=(e f)");
  assert.equal(said(plain("a b c"), "simple", "-a *e"), "voters=(b c) learners=(e)");
  assert.equal(said(plain("a b c"), "simple", "-a +d"), "more-than-one-voter");
  assert.equal(said(plain("a b c", "d e"), "simple", "^d ^e"), "more-than-one-voter");
  assert.equal(said(plain("a"), "simple", "-a"), "no-voters-left");
});

test("a joint configuration keeps the voters it came from as its outgoing half, and either half can be left for", () => {
  const joint = after(plain("a b c", "d"), "joint", "-a _b ^d +e");
  const text = "voters=(c d e)&&(a b c) learners_next=(b) autoleave";
  assert.equal(describeConfiguration(joint), text);
  assert.equal(said(joint, "leave"), "voters=(c d e) learners=(b)");
  assert.equal(said(joint, "back"), "voters=(a b c) learners=(d e)");
  assert.deepEqual(
    [said(joint, "joint", "+x"), said(joint, "simple", "+x"), said(joint, "auto", "+x")],
    ["already-joint", "already-joint", "already-joint"],
  );
  assert.deepEqual([said(plain("a"), "leave"), said(plain("a"), "back")], ["not-joint", "not-joint"]);
});

test("R6: left to itself, a change takes one step only where nobody loses a vote", () => {
  assert.equal(said(plain("a b"), "auto", "+c"), "voters=(a b c)");
  assert.equal(said(plain("a b", "c"), "auto", "^c"), "voters=(a b c)");
  assert.equal(said(plain("a b", "c"), "auto", "-c"), "voters=(a b)");
  assert.equal(said(plain("a b"), "auto", "-b"), "voters=(a)&&(a b)");
  assert.equal(said(plain("a b c"), "auto", "_c"), "voters=(a b)&&(a b c) learners_next=(c)");
  assert.equal(said(plain("a b c"), "auto", "+d +e"), "voters=(a b c d e)&&(a b c)");
});

test("only a member is promoted or demoted; to remove a stranger changes nothing", () => {
  assert.equal(said(plain("a b"), "simple", "^c"), "not-a-member");
  assert.equal(said(plain("a b"), "simple", "_c"), "not-a-member");
  assert.equal(said(plain("a b"), "simple", "-c"), "voters=(a b)");
});

test("who begins from nothing is named: new members, and those that were removed and added again", () => {
  const fresh = (words: string): readonly string[] => {
    const next = enterJoint(plain("a b", "c"), wish(words), false);
    assert.ok(next.ok);
    return next.fresh;
  };
  assert.deepEqual(fresh("+d *e"), ["d", "e"]);
  assert.deepEqual(fresh("-c *c"), ["c"]);
  assert.deepEqual(fresh("-a +a ^c"), [], "a votes in the outgoing half throughout");
});

test("whatever is wished, the result is sound, and its majorities meet those of the configuration before", () => {
  const names = fc.constantFrom(..."abcdefg".split("").map(nodeId));
  const changes = fc.array(
    fc.record({ type: fc.constantFrom(...Object.values(TYPES)), node: names }, { noNullPrototype: true }),
    { maxLength: 5 },
  );
  const kinds = fc.constantFrom<ChangeKind>("auto", "simple", "joint", "leave", "back");
  const steps = fc.array(fc.record({ kind: kinds, changes }), { maxLength: 8 });
  fc.assert(
    fc.property(steps, (wishes) => {
      let current: Configuration = plain("a b c", "d");
      for (const { kind, changes } of wishes) {
        const next = nextConfiguration(current, kind, changes, true);
        if (!next.ok) continue;
        checkConfiguration(next.configuration);
        assert.ok(meet(current, next.configuration), `${kind} from ${describeConfiguration(current)}`);
        current = next.configuration;
      }
    }),
  );
});

/** Whether every majority of `a` (of both halves) meets every one of `b`, by trying them all. */
function meet(a: Configuration, b: Configuration): boolean {
  const all = [...new Set([...membersOf(a), ...membersOf(b)])];
  const decides = ({ voters, outgoing }: Configuration, set: readonly string[]): boolean =>
    [voters, outgoing ?? []].every(
      (half) => half.length === 0 || 2 * half.filter((v) => set.includes(v)).length > half.length,
    );
  for (let bits = 0; bits < 2 ** all.length; bits += 1) {
    const inside = all.filter((_, i) => (bits >> i) % 2 === 1);
    const outside = all.filter((_, i) => (bits >> i) % 2 === 0);
    if (decides(a, inside) && decides(b, outside)) return false;
  }
  return true;
}
