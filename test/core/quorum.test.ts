import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { quorumValue, tally } from "../../consensus/core/quorum.ts";
import { type Configuration, type NodeId, nodeId } from "../../consensus/core/types.ts";

/** The nearest folder above that holds package.json: compiled tests live deeper than their sources. */
function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "biome.json"))) folder = dirname(folder);
  return folder;
}
const VECTORS = join(
  process.env.LEASEHOLD_VECTORS ?? join(repositoryRoot(), "../shared/vectors"),
  "etcd-raft/quorum/testdata",
);

interface Case {
  readonly line: string;
  readonly command: string;
  readonly args: ReadonlyMap<string, readonly string[]>;
  readonly expected: string;
}

/** `command key=(value,value) ...`, a line of dashes, the expected output up to an empty line. */
function parse(text: string): Case[] {
  const cases: Case[] = [];
  const lines = text.split("\n");
  for (const [i, line] of lines.entries()) {
    if (lines[i + 1] !== "----") continue;
    const args = new Map<string, string[]>();
    for (const [, key, list, word] of line.matchAll(/(\w+)=(?:\(([^)]*)\)|(\S+))/g)) {
      args.set(
        key!,
        (list ?? word!).split(",").map((value) => value.trim()),
      );
    }
    const end = lines.indexOf("", i + 2);
    const expected = lines.slice(i + 2, end < 0 ? undefined : end).at(-1)!;
    cases.push({ line, command: line.split(" ")[0]!, args, expected });
  }
  return cases;
}

function run({ args, command }: Case): string {
  const voters = (args.get("cfg") ?? []).map(nodeId);
  const second = args.get("cfgj");
  const outgoing = second === undefined ? null : second[0] === "zero" ? [] : second.map(nodeId);
  const configuration: Configuration = { voters, outgoing, learners: [] };
  const ids = [...new Set([...voters, ...(outgoing ?? [])])];
  const given = new Map<NodeId, string>();
  (args.get("idx") ?? args.get("votes") ?? []).forEach((value, i) => {
    if (value !== "_") given.set(ids[i]!, value);
  });
  if (command === "committed") {
    const index = quorumValue(configuration, (voter) => Number(given.get(voter) ?? 0));
    return index === Number.POSITIVE_INFINITY ? "∞" : String(index);
  }
  const result = tally(configuration, (voter) => (given.has(voter) ? given.get(voter) === "y" : undefined));
  return { won: "VoteWon", lost: "VoteLost", pending: "VotePending" }[result];
}

for (const file of ["majority_commit", "majority_vote", "joint_commit", "joint_vote"]) {
  test(`quorums agree with the outside vectors of ${file}`, (t) => {
    const path = join(VECTORS, `${file}.txt`);
    if (!existsSync(path)) {
      t.diagnostic(`no vectors at ${path}: set LEASEHOLD_VECTORS to run them`);
      return;
    }
    const cases = parse(readFileSync(path, "utf8"));
    assert.ok(cases.length > 10, `${cases.length} cases found`);
    for (const one of cases) {
      const expected = one.expected.endsWith("∞") ? "∞" : one.expected;
      assert.equal(run(one), expected, one.line);
    }
    t.diagnostic(`${cases.length} cases`);
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
