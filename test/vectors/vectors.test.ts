/** The outside vectors as part of `npm test`: each part that is there must agree. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { judgeScript, readExcuses } from "./interaction.ts";
import { judgeAll, PARTS } from "./judge.ts";
import { absence, partOf } from "./outside.ts";

for (const { folder, judge } of PARTS) {
  test(`the outside vectors of ${folder} agree`, (t) => {
    const at = partOf(folder);
    if (at === null) {
      t.diagnostic(absence(folder));
      return;
    }
    const outcomes = judge(at);
    assert.ok(outcomes.length > 0, "nothing was judged");
    assert.deepEqual(
      outcomes.filter(({ result }) => result === "failed"),
      [],
    );
    t.diagnostic(`${outcomes.length} judged`);
  });
}

const SCRIPTS = "etcd-raft/interaction";

test("at most ten differences are excused, each with its reason, none about term, vote or commit, none in vain", (t) => {
  const excuses = readExcuses();
  assert.ok(excuses.length <= 10, `${excuses.length} excuses`);
  for (const { difference, reason } of excuses) {
    assert.doesNotMatch(difference, /\b(term|vote|commit|entry|log) /i);
    assert.ok(reason.length > 20, difference);
  }
  if (partOf(SCRIPTS) === null) return t.diagnostic(absence(SCRIPTS));
  const excused = judgeAll().filter(({ result }) => result === "excused");
  assert.equal(excused.length, excuses.length, "an excuse for what does not differ any more");
});

test("a script that shows another term, vote, commit, role or entry than ours is noticed", (t) => {
  const folder = partOf(SCRIPTS);
  if (folder === null) return t.diagnostic(absence(SCRIPTS));
  const text = readFileSync(join(folder, "campaign.txt"), "utf8");
  const failures = (changed: string): string[] =>
    judgeScript("campaign.txt", changed, []).flatMap(({ result, detail }) =>
      result === "failed" ? [detail] : [],
    );
  assert.deepEqual(failures(text), []);
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ["HardState Term:1 Vote:1 Commit:3", "HardState Term:2 Vote:1 Commit:3", /term is 1, theirs 2/],
    ["HardState Term:1 Vote:1 Commit:3", "HardState Term:1 Vote:2 Commit:3", /vote is 1, theirs 2/],
    ["HardState Term:1 Vote:1 Commit:3", "HardState Term:1 Vote:1 Commit:4", /commit is 3, theirs 4/],
    [
      "Lead:1 State:StateLeader",
      "Lead:2 State:StateFollower",
      /role is leader, theirs follower; 1: leader is 1/,
    ],
    ['  1/3 EntryNormal ""', '  1/3 EntryNormal "x"', /entry 3 is 1 "", theirs 1 "x"/],
    ["1->2 MsgVote Term", "1->2 MsgSnap Term", /not sent: 1->2 snapshot/],
  ];
  for (const [found, replaced, noticed] of wrong) {
    assert.ok(text.includes(found), found);
    assert.match(failures(text.replaceAll(found, replaced)).join("\n"), noticed);
  }
});
