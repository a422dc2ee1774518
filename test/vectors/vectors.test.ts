/** The outside vectors as part of `npm test`: each part that is there must agree. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PARTS } from "./judge.ts";
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
