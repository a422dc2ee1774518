import assert from "node:assert/strict";
import { test } from "node:test";
import type { NodeId } from "../../consensus/core/types.ts";
import { copyLedger } from "../../consensus/ledger/copy.ts";
import type { GroupSpec } from "../../consensus/ledger/types.ts";
import { assume, whatIf } from "../../services/placement/assume.ts";
import { type PlaceContext, type Placement, place } from "../../services/placement/place.ts";
import {
  alpha,
  beta,
  db,
  document,
  gamma,
  groupSpec,
  heldWorld,
  prefer,
  readyWorld,
  session,
  type World,
  web,
} from "../ledger/world.ts";

const everybody = { alive: () => true };
const without = (...dead: NodeId[]) => ({ alive: (s: { readonly node: NodeId }) => !dead.includes(s.node) });
const placeWeb = (world: World, context: PlaceContext = everybody): Placement =>
  place(world.ledger, web, context);
const one = (more: Partial<GroupSpec>) => document({ groups: [groupSpec("web", 100, more)] });

test("the most preferred node that is ready comes first", () => {
  const world = readyWorld(one({ prefers: prefer(beta, alpha) }));
  assert.deepEqual(placeWeb(world), { to: session("beta"), reason: "the most preferred node" });
});

test("the reason names each better-placed node and what speaks against it", () => {
  const world = readyWorld(one({ prefers: prefer(beta, alpha, gamma) }));
  const index = world.suspect(session("beta"));
  world.ready(session("alpha"), false);
  assert.deepEqual(placeWeb(world), {
    to: session("gamma"),
    reason:
      "first of the preferred nodes that is ready; " +
      `beta, better placed, is suspected since index ${index}; ` +
      "alpha, better placed, has no armed kernel guard (the kernel refused it)",
  });
});

test("without a preference: fewest held groups first, then the name", () => {
  const groups = [groupSpec("web", 100), groupSpec("db", 101)];
  const world = readyWorld(document({ groups }));
  assert.deepEqual(placeWeb(world), {
    to: session("alpha"),
    reason: "first by name of the nodes that are ready, all holding as few groups (0)",
  });
  world.give(session("alpha"), db);
  assert.deepEqual(placeWeb(world), {
    to: session("beta"),
    reason: "first by name of the nodes that are ready, all holding as few groups (0)",
  });
  const planned = new Map([[beta, 1]]);
  const next = place(world.ledger, web, { ...everybody, planned });
  assert.deepEqual(next, {
    to: session("gamma"),
    reason: "holds the fewest groups (0) of the nodes that are ready",
  });
});

test("preferred nodes come before emptier ones, and nodes not named come after them", () => {
  const groups = [groupSpec("web", 100, { prefers: prefer(gamma) }), groupSpec("db", 101)];
  const world = readyWorld(document({ groups }));
  world.give(session("gamma"), db);
  assert.deepEqual(placeWeb(world).to, session("gamma"));
  const index = world.suspect(session("gamma"));
  const { to, reason } = placeWeb(world);
  assert.deepEqual(to, session("alpha"));
  assert.match(reason, /of the other nodes that are ready/);
  assert.match(reason, new RegExp(`gamma, better placed, is suspected since index ${index}`));
});

test("greater weights come first, equal ones in the order of the document, nodes not named before unwanted ones", () => {
  const weights = (...pairs: [NodeId, number][]) => pairs.map(([node, weight]) => ({ node, weight }));
  const best = (prefers: GroupSpec["prefers"], ...dead: NodeId[]) =>
    placeWeb(readyWorld(one({ prefers })), without(...dead)).to?.node;
  assert.equal(best(weights([alpha, 10], [beta, 50], [gamma, 50])), beta);
  assert.equal(best(weights([alpha, 10], [beta, 50], [gamma, 50]), beta), gamma);
  assert.equal(best(weights([alpha, 10], [beta, 50], [gamma, 50]), beta, gamma), alpha);
  assert.equal(best(weights([gamma, 0])), gamma, "named at all, among those that weigh 0");
  assert.equal(best(weights([alpha, -5], [beta, -1])), gamma);
  assert.equal(best(weights([alpha, -5], [beta, -1]), gamma), beta);
});

test("never a node on standby, nor one whose card is down or missing", () => {
  const world = readyWorld();
  const cards = (node: string, ip: string, up: boolean) =>
    world.done({
      type: "cards",
      session: session(node),
      cards: [{ name: "eth0", role: "primary", addresses: [{ ip, prefix: 24 }], up }],
    });
  world.done({ type: "standby", node: alpha, on: true, by: "root" });
  cards("beta", "10.0.0.2", false);
  cards("gamma", "10.0.9.3", true);
  assert.deepEqual(placeWeb(world), {
    to: null,
    reason:
      "no node can take web: alpha is on standby by root; beta cannot take it: the card eth0 is down there; " +
      "gamma has no card in the subnet of 10.0.0.100",
  });
});

test("a wanted move's target comes before every preference", () => {
  const world = heldWorld(one({ prefers: prefer(beta) }));
  world.move("gamma", "r1");
  world.release(session("alpha"));
  assert.deepEqual(placeWeb(world), { to: session("gamma"), reason: "the move r1 asked for it" });
});

test("where a move's target cannot take the group, another node does, and the reason says so", () => {
  const world = heldWorld(one({ prefers: prefer(beta) }));
  world.move("gamma", "r1");
  world.release(session("alpha"));
  assert.deepEqual(place(world.ledger, web, without(gamma)), {
    to: session("beta"),
    reason: "the most preferred node; gamma, the target of a move, is not heard by a majority now",
  });
});

test("a session that gave the group up of its own accord comes last, but still counts", () => {
  const world = heldWorld(one({ prefers: prefer(alpha) }));
  world.release(session("alpha"));
  const { to, reason } = placeWeb(world);
  assert.deepEqual(to, session("beta"));
  assert.match(reason, /alpha, better placed, has just given it up/);
  assert.deepEqual(place(world.ledger, web, without(beta, gamma)).to, session("alpha"));
  world.join(session("alpha", 2));
  assert.deepEqual(placeWeb(world).to, session("alpha", 2));
});

test("the reason tells when what decided was that the other node gave the group up", () => {
  const world = heldWorld();
  world.release(session("alpha"));
  assert.deepEqual(place(world.ledger, web, without(gamma)), {
    to: session("beta"),
    reason: "ready, and alpha has just given it up",
  });
});

test("a move's target that is preferred too is told of once", () => {
  const world = heldWorld(one({ prefers: prefer(gamma, beta) }));
  world.move("gamma", "r1");
  world.release(session("alpha"));
  assert.equal(
    place(world.ledger, web, without(gamma)).reason,
    "first of the preferred nodes that is ready; gamma, the target of a move, is not heard by a majority now",
  );
});

test("never a node that is suspected, not open, not heard, not ready, without its guard, or on which the group failed", () => {
  const world = heldWorld();
  const { token } = world.lease();
  world.release(session("alpha"), web, true);
  world.expire(session("beta"));
  assert.deepEqual(place(world.ledger, web, without(gamma)), {
    to: null,
    reason:
      `no node can take web: alpha failed to run it with token ${token}; beta has no open session; ` +
      "gamma is not heard by a majority now",
  });
  world.open(session("beta", 2));
  assert.match(place(world.ledger, web, without(gamma)).reason, /beta has not said that it is ready/);
  world.ready(session("beta", 2), false);
  assert.match(place(world.ledger, web, without(gamma)).reason, /beta has no armed kernel guard/);
  world.ready(session("beta", 2), true);
  const index = world.suspect(session("beta", 2));
  assert.match(place(world.ledger, web, without(gamma)).reason, new RegExp(`suspected since index ${index}`));
  assert.deepEqual(placeWeb(world).to, session("gamma"));
  world.configure();
  assert.match(placeWeb(world).reason, /gamma is ready for revision 1, not yet for 2/);
});

test("a group that is held, orphaned, unknown, or free on too weak a proof is not placed", () => {
  const world = heldWorld();
  assert.deepEqual(placeWeb(world), { to: null, reason: "alpha holds web" });
  assert.equal(place(world.ledger, db, everybody).to, null);
  world.ready(session("alpha"), false);
  world.expire(session("alpha"));
  assert.deepEqual(placeWeb(world), { to: null, reason: "alpha is not proven to have stopped web" });

  const weak = heldWorld();
  weak.expire(session("alpha"));
  weak.configure(one({ accepts: ["released"] }));
  weak.ready(session("beta"), true);
  assert.deepEqual(placeWeb(weak), { to: null, reason: "web does not accept the proof there is (guard)" });
});

test("what-if tells where groups would go when nodes die, and touches nothing", () => {
  const groups = [
    groupSpec("web", 100, { prefers: prefer(alpha, beta) }),
    groupSpec("db", 101, { accepts: ["released"] }),
  ];
  const world = heldWorld(document({ groups }));
  world.give(session("alpha"), db);
  const before = structuredClone(world.ledger);
  assert.deepEqual(
    whatIf(world.ledger, { dead: [alpha] }).map(({ group, from, to }) => ({ group, from, to })),
    [
      { group: "web", from: "alpha", to: "beta" },
      { group: "db", from: "alpha", to: null },
    ],
  );
  assert.deepEqual(whatIf(world.ledger, { dead: [beta] }), []);
  assert.equal(whatIf(world.ledger, { dead: [alpha, beta] })[0]?.to, "gamma");
  assert.match(
    whatIf(world.ledger, { dead: [alpha, beta, gamma] })[0]?.reason ?? "",
    /^no node can take web/,
  );
  world.suspect(session("alpha"));
  assert.equal(whatIf(world.ledger, { dead: [alpha] })[0]?.to, "beta");
  assert.equal(before.leases.get(web)?.state, "held");
  assert.deepEqual(world.ledger.leases, before.leases);
});

test("what-if spreads what it places over the nodes that are left", () => {
  const groups = [groupSpec("web", 100), groupSpec("db", 101)];
  const world = heldWorld(document({ groups }));
  world.give(session("alpha"), db);
  assert.deepEqual(
    whatIf(world.ledger, { dead: [alpha] }).map(({ group, to }) => [group, to]),
    [
      ["web", "beta"],
      ["db", "gamma"],
    ],
  );
});

test("R15: a node that is unfit for one group is passed over for it, and may take the others", () => {
  const groups = [groupSpec("web", 100), groupSpec("db", 101)];
  const world = readyWorld(document({ groups }));
  const unfit = [{ group: web, reason: "10.0.0.100 is there already" }];
  const { revision } = world.ledger;
  world.done({ type: "ready", session: session("alpha"), revision, guard: true, reason: "", unfit });
  assert.equal(placeWeb(world).to?.node, beta);
  assert.equal(place(world.ledger, db, everybody).to?.node, alpha);
  const only = placeWeb(world, without(beta, gamma));
  assert.equal(only.to, null);
  assert.match(only.reason, /alpha must not have it: 10\.0\.0\.100 is there already/);
  world.done({ type: "ready", session: session("alpha"), revision, guard: true, reason: "" });
  assert.equal(placeWeb(world).to?.node, alpha);
});

test("what is assumed changes nothing of the ledger that is: they share no list that an entry can change", () => {
  const { ledger } = heldWorld();
  const before = copyLedger(ledger);
  const { incarnation } = session("alpha");
  const after = assume(
    ledger,
    [
      {
        type: "prove-stop",
        node: alpha,
        incarnation,
        kind: "operator",
        by: beta,
        evidence: "",
        attempts: [],
      },
      { type: "certify", node: beta, generation: "another", incarnation },
    ],
    ledger.appliedTerm,
  );
  assert.equal(after.stops.length, ledger.stops.length + 1);
  assert.deepEqual(ledger, before);
  const shared = Object.entries(ledger).filter(
    ([name, value]) =>
      (Array.isArray(value) || value instanceof Map || value instanceof Set) &&
      after[name as keyof typeof after] === value,
  );
  assert.deepEqual(shared, []);
});
