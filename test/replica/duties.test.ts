/** What a leader concludes, duty by duty, from a view made by hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Configuration, logIndex, type NodeId, nodeId, term } from "../../consensus/core/types.ts";
import { admit, handOver, settleSuspects, type View } from "../../consensus/duties.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
import {
  type ClusterDocument,
  type Command,
  incarnation,
  type SessionId,
} from "../../consensus/ledger/types.ts";
import { createHearing, hear } from "../../consensus/sessions/hearing.ts";
import { count, createTallies, keepOnly } from "../../consensus/sessions/tally.ts";
import type { PeerReport } from "../../consensus/sessions/types.ts";
import { newTail } from "../../consensus/tail.ts";

const nodes = ["n1", "n2", "n3", "n4", "n5"].map(nodeId);
const [n1, n2, n3, n4, n5] = nodes as [NodeId, NodeId, NodeId, NodeId, NodeId];
const five: Configuration = { voters: nodes, outgoing: null, learners: [] };
const document: ClusterDocument = {
  cluster: "test",
  timing: PROFILES.fast,
  nodes: nodes.map((name) => ({ name, addresses: [], voter: true })),
  groups: [],
};
const sessionOf = (node: NodeId, start = 5): SessionId => ({
  node,
  incarnation: incarnation(start),
  number: 1,
});

/** n1 leads; what `commands` did stands in its ledger from entry 1 on, one entry each. */
function viewOf(commands: readonly Command[], now: number): View {
  const ledger = createLedger();
  commands.forEach((command, i) => {
    const events = apply(ledger, logIndex(i + 1), term(3), { at: 0, commands: [command] });
    assert.ok(!events.some((event) => event.type === "refused"), JSON.stringify(events));
  });
  return {
    self: n1,
    ownSession: sessionOf(n1),
    bootId: "boot",
    ownStore: null,
    term: term(3),
    ledger,
    hearing: createHearing(n1, incarnation(5), 0),
    suspects: [],
    tallies: createTallies(term(3)),
    tail: newTail(),
    configurations: [five],
    timing: PROFILES.fast,
    planner: { plan: (_, first) => first },
    durableIndex: ledger.applied,
    bootstrap: document,
    appliedAll: true,
    caughtUp: true,
    justWoke: false,
    now,
  };
}

const suspected: readonly Command[] = [
  { type: "configure", baseRevision: 0, document, by: "", note: "" },
  { type: "open", session: sessionOf(n5), bootId: "boot" },
  { type: "suspect", session: sessionOf(n5), reason: "" },
];
const silence = (index: number, inTerm = 3) => [
  { session: sessionOf(n5), suspectIndex: logIndex(index), suspectTerm: term(inTerm), age: 500 },
];
const expiries = (view: View): number =>
  settleSuspects(view, new Map()).wishes.filter(({ key }) => key.startsWith("expire")).length;

test("N3: a leader counts its own silence only once the Suspect is on its own disk", () => {
  // Committed by n2, n3 and n5. Were n1 to crash now, it would echo n5 again, and n5 could live on by n1 and n4.
  const view = viewOf(suspected, 1000);
  for (const voter of [n2, n3]) count(view.tallies, voter, silence(3), 1000);
  assert.equal(expiries({ ...view, durableIndex: logIndex(2) }), 0);
  assert.equal(expiries({ ...view, durableIndex: logIndex(3) }), 1);
});

test("N2: a Suspect in a log that differs from the leader's hides none of the leader's own", () => {
  const view = viewOf(suspected, 1000);
  const open = [{ session: sessionOf(n5), index: logIndex(3), term: term(3) }];
  count(view.tallies, n2, silence(3), 1000);
  // n3 refuses its first append of this term: it holds what a deposed leader wrote, another Suspect of n5 in it.
  count(view.tallies, n3, silence(7, 2), 1000);
  keepOnly(view.tallies, open);
  assert.equal(expiries(view), 0, "and it counts for none of them");
  count(view.tallies, n3, silence(3), 1000);
  assert.equal(expiries(view), 1);
});

test("what a leader remembers of a session's flapping goes with the session", () => {
  const histories = new Map();
  settleSuspects(viewOf(suspected, 1000), histories);
  assert.equal(histories.size, 1);
  const expire: Command = {
    type: "expire",
    session: sessionOf(n5),
    suspectIndex: logIndex(3),
    term: term(3),
    evidence: "",
  };
  settleSuspects(viewOf([...suspected, expire], 2000), histories);
  assert.equal(histories.size, 0);
});

/** `by` heard `about` just now, and is heard by it. */
function report(about: NodeId, start = 5): PeerReport {
  return {
    node: about,
    incarnation: incarnation(start),
    number: 1,
    seq: 1,
    age: 0,
    hearsUs: true,
    echo: null,
  };
}

test("a leader that alone is deaf to a new session hands leadership to a voter that can have it admitted", () => {
  const opened = [n1, n2, n3, n4, n5].map(
    (node): Command => ({ type: "open", session: sessionOf(node), bootId: "boot" }),
  );
  const view = viewOf([{ type: "configure", baseRevision: 0, document, by: "", note: "" }, ...opened], 1000);
  for (const by of [n2, n3, n4]) {
    const reports = nodes.filter((node) => node !== by).map((node) => report(node, node === n5 ? 6 : 5));
    const beat = { from: by, incarnation: incarnation(5), number: 1, seq: 1, sentAt: 0, bootId: "", reports };
    hear(view.hearing, beat, () => true, 1, 1000);
  }
  assert.deepEqual(admit(view), [], "it has heard nothing of n5 itself");
  assert.deepEqual(handOver(view), { to: n2, deafTo: sessionOf(n5, 6) });
});
