/** role: witness: it votes, and holds nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClusterDocument, NodeSpec } from "../../consensus/ledger/types.ts";
import { explain } from "../../services/placement/explain.ts";
import { place } from "../../services/placement/place.ts";
import {
  alpha,
  beta,
  configureCommand,
  document,
  gamma,
  groupSpec,
  heldWorld,
  prefer,
  readyWorld,
  session,
  web,
} from "../ledger/world.ts";

const everybody = { alive: () => true };
const witnessed = (name: string, more: Partial<ClusterDocument> = {}): ClusterDocument => {
  const plain = document(more);
  const nodes = plain.nodes.map(
    (node): NodeSpec => (node.name === name ? { ...node, role: "witness" } : node),
  );
  return { ...plain, nodes };
};

test("a witness is never a successor, and the reason says why", () => {
  const world = readyWorld(witnessed("alpha"));
  assert.deepEqual(place(world.ledger, web, everybody).to, session("beta"));
  const told = explain(world.ledger, web, everybody)?.candidates.find(({ node }) => node === alpha);
  assert.deepEqual([told?.eligible, told?.reason], [false, "is a witness: it votes, and holds nothing"]);
  world.suspect(session("beta"));
  world.suspect(session("gamma"));
  assert.equal(place(world.ledger, web, everybody).to, null, "also when nobody else is left");
});

test("the ledger grants a witness nothing, and moves nothing to it", () => {
  const world = readyWorld(witnessed("alpha"));
  const { token } = world.lease();
  const succession = { group: web, fromToken: token, reason: "" };
  world.refused({ type: "claim", ...succession, successor: session("alpha") }, "witness");
  world.done({ type: "claim", ...succession, successor: session("beta") });
  world.refused({ type: "grant", ...succession, session: session("alpha") }, "witness");
  world.refused({ type: "move", group: web, to: alpha, requestId: "m1" }, "witness");
});

test("a node that holds something cannot become a witness, and no group may prefer one", () => {
  const world = heldWorld();
  const holder = world.lease().holder?.node as string;
  const { revision } = world.ledger;
  world.refused(configureCommand(revision, witnessed(holder)), "group-held");
  const other = [alpha, beta, gamma].find((name) => name !== holder) as typeof alpha;
  const groups = [groupSpec("web", 100, { prefers: prefer(other) })];
  world.refused(configureCommand(revision, witnessed(other, { groups })), "document-invalid");
  world.done(configureCommand(revision, witnessed(other)));
});
