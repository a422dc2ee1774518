/** The outside vectors of majorities and joint majorities: `vote` and `committed`, to match exactly. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { quorumValue, tally } from "../../consensus/core/quorum.ts";
import { type Configuration, type NodeId, nodeId } from "../../consensus/core/types.ts";
import type { Outcome } from "./outside.ts";

export const QUORUM_FILES = ["majority_commit", "majority_vote", "joint_commit", "joint_vote"];

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

/** Every case of one file of `folder`. */
export function judgeQuorums(folder: string, file: string): Outcome[] {
  return parse(readFileSync(join(folder, `${file}.txt`), "utf8")).map((one) => {
    const expected = one.expected.endsWith("∞") ? "∞" : one.expected;
    const found = run(one);
    const name = `quorum/${file}: ${one.line}`;
    return found === expected
      ? { name, result: "passed", detail: "" }
      : { name, result: "failed", detail: `found ${found}, expected ${expected}` };
  });
}
