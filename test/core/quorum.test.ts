import assert from "node:assert/strict";
import test from "node:test";
import { quorumValue, tally } from "../../consensus/core/quorum.ts";
import { nodeId } from "../../consensus/core/types.ts";
import { absence, partOf } from "../vectors/outside.ts";
import { judgeQuorums, QUORUM_FILES } from "../vectors/quorum.ts";

const VECTORS = "etcd-raft/quorum/testdata";

for (const file of QUORUM_FILES) {
  test(`quorums agree with the outside vectors of ${file}`, (t) => {
    const folder = partOf(VECTORS);
    if (folder === null) {
      t.diagnostic(absence(VECTORS));
      return;
    }
    const outcomes = judgeQuorums(folder, file);
    assert.ok(outcomes.length > 10, `${outcomes.length} cases found`);
    assert.deepEqual(
      outcomes.filter(({ result }) => result !== "passed"),
      [],
    );
    t.diagnostic(`${outcomes.length} cases`);
  });
}

const ids = (names: string) => names.split(" ").filter(Boolean).map(nodeId);

test("a majority of five has reached the third highest value", () => {
  const configuration = { voters: ids("a b c d e"), outgoing: null, learners: [] };
  const reached = new Map(ids("a b c d e").map((id, i) => [id, [7, 3, 9, 1, 5][i]!]));
  assert.equal(
    quorumValue(configuration, (voter) => reached.get(voter)!),
    5,
  );
});

test("in a joint configuration both halves must agree, and one may refuse", () => {
  const configuration = { voters: ids("a b c"), outgoing: ids("c d e"), learners: ids("x") };
  const votes = (yes: string, no: string) =>
    tally(configuration, (voter) =>
      ids(yes).includes(voter) ? true : ids(no).includes(voter) ? false : undefined,
    );
  assert.equal(votes("a b", ""), "pending");
  assert.equal(votes("a b d e", ""), "won");
  assert.equal(votes("a b", "d e"), "lost");
  assert.equal(votes("a c x", "x"), "pending");
});
