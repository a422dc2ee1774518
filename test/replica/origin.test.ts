import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Entry, logIndex, nodeId, term } from "../../consensus/core/types.ts";
import type { ClusterDocument, Command } from "../../consensus/ledger/types.ts";
import { firstConfiguration, newestDocument } from "../../consensus/origin.ts";

const documentOf = (voters: string, others = ""): ClusterDocument => ({
  cluster: "test",
  timing: PROFILES.fast,
  groups: [],
  nodes: [...voters, ...others].map((name) => ({
    name: nodeId(name),
    addresses: [],
    voter: voters.includes(name),
  })),
});
function entryOf(index: number, document: ClusterDocument | null): Entry {
  const base = { index: logIndex(index), term: term(1), bytes: 0 };
  if (document === null) return { ...base, payload: { type: "noop" } };
  const configure: Command = { type: "configure", baseRevision: 0, document, by: "", note: "" };
  return { ...base, payload: { type: "command", command: { at: 0, commands: [configure] } } };
}

test("two nodes restarted behind a document that names fewer voters do not take it for a configuration (N9)", () => {
  // a and b restart when d and e are to be demoted: taking the document's word, two of three would be a majority beside c, d, e.
  const log = [entryOf(1, null), entryOf(2, documentOf("abcde")), entryOf(3, documentOf("abc", "de"))];
  assert.deepEqual(firstConfiguration(log, documentOf("abc", "de")), {
    voters: ["a", "b", "c", "d", "e"],
    outgoing: null,
    learners: [],
  });
});

test("a log without a document rests on the node's own file", () => {
  assert.deepEqual(firstConfiguration([entryOf(1, null)], documentOf("ab", "c")).learners, ["c"]);
});

test("the newest document in a log counts for everything else, committed or not", () => {
  const log = [entryOf(1, documentOf("abc")), entryOf(2, documentOf("ab", "c")), entryOf(3, null)];
  assert.deepEqual(newestDocument(log), documentOf("ab", "c"));
  assert.equal(newestDocument([entryOf(1, null)]), null);
});
