import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { REVISION_LIMIT } from "../../consensus/ledger/configure.ts";
import { revisionOf, timingsInUse } from "../../consensus/ledger/query.ts";
import { type AddressMember, type Command, NO_TOKEN, type UnitMember } from "../../consensus/ledger/types.ts";
import {
  address,
  configureCommand,
  db,
  document,
  gamma,
  groupSpec,
  heldWorld,
  prefer,
  readyWorld,
  session,
  World,
  web,
} from "./world.ts";

const configure = (world: World, doc = document(), baseRevision = world.ledger.revision) =>
  configureCommand(baseRevision, doc);

const unit = (name: string): UnitMember => ({
  type: "unit",
  name,
  unit: "nginx.service",
  startTimeout: 0,
  stopTimeout: 0,
  restarts: { limit: 0, window: 0 },
});
const six = (ip: string): AddressMember => ({ type: "address", name: "six", ip, prefix: 64 });

test("the first document makes revision 1 and a vacant lease for each group", () => {
  const world = new World();
  world.configure();
  assert.equal(world.ledger.revision, 1);
  assert.equal(world.lease().state, "vacant");
  assert.deepEqual(world.lease().stopped, { kind: "never-held" });
});

test("a document made from another revision is refused", () => {
  const world = readyWorld();
  world.refused(configure(world, document(), 0), "revision-mismatch");
  world.refused(configure(world, document(), 2), "revision-mismatch");
  world.configure();
  assert.equal(world.ledger.revision, 2);
});

test("a document that contradicts itself is refused", () => {
  const world = new World();
  const [alpha] = document().nodes;
  assert.ok(alpha !== undefined);
  const { timing } = document();
  for (const doc of [
    document({ nodes: [] }),
    document({ nodes: [{ ...alpha, voter: false }] }),
    document({ nodes: [alpha, alpha] }),
    document({ groups: [groupSpec("web", 1), groupSpec("web", 2)] }),
    document({ groups: [groupSpec("web", 1), groupSpec("db", 1)] }),
    document({ groups: [groupSpec("web", 1, { prefers: prefer(nodeId("mallory")) })] }),
    document({ groups: [groupSpec("web", 1, { members: [] })] }),
    document({ groups: [groupSpec("web", 1, { members: [address(1), address(1)] })] }),
    document({ groups: [groupSpec("web", 1, { members: [{ ...address(1), ip: "10.0.0.256" }] })] }),
    document({ groups: [groupSpec("web", 1, { members: [{ ...address(1), prefix: 33 }] })] }),
    document({ groups: [groupSpec("web", 1, { members: [address(1), { ...address(2), name: "ip-1" }] })] }),
    document({ groups: [groupSpec("web.db", 1)] }),
    document({ groups: [groupSpec("web", 1, { members: [{ ...address(1), name: "a.b" }] })] }),
    document({ groups: [groupSpec("web", 1, { members: [unit("a"), unit("b")] })] }),
    document({ groups: [groupSpec("web", 1, { members: [{ ...unit("a"), stopTimeout: -1 }] })] }),
    document({
      groups: [groupSpec("web", 1, { members: [six("fd00::1"), { ...six("fd00:0::1"), name: "b" }] })],
    }),
    document({ groups: [groupSpec("web", 1, { prefers: prefer(alpha.name, alpha.name) })] }),
    document({ groups: [groupSpec("web", 1, { prefers: [{ node: alpha.name, weight: Number.NaN }] })] }),
    document({ groups: [groupSpec("web", 1, { failback: { after: -1 } })] }),
    document({ timing: { ...timing, electionMax: timing.electionMin - 1 } }),
    document({ timing: { ...timing, ttl: 0 } }),
    document({ timing: { ...timing, ttl: Number.POSITIVE_INFINITY } }),
    document({ timing: { ...timing, rho: 1 } }),
    document({ timing: { ...timing, rho: -0.1 } }),
  ]) {
    world.refused(configure(world, doc), "document-invalid");
  }
});

test("a held group keeps its accepted proofs and its holder in the configuration; the rest may change", () => {
  const world = heldWorld();
  world.refused(configure(world, document({ groups: [] })), "group-held");
  const nodes = document().nodes.filter((n) => n.name !== "alpha");
  world.refused(configure(world, document({ nodes })), "group-held");
  world.configure(
    document({ groups: [groupSpec("web", 100, { failback: { after: 0 } }), groupSpec("db", 101)] }),
  );
  assert.equal(world.lease().state, "held");
  assert.equal(world.lease(db).state, "vacant");
});

test("a held group may change its addresses and keeps its lease", () => {
  const world = heldWorld();
  const { token } = world.lease();
  world.configure(document({ groups: [groupSpec("web", 99)] }));
  assert.equal(world.lease().token, token);
  assert.deepEqual(world.lease().mayAnswer, ["10.0.0.100", "10.0.0.99"]);
});

test("P1: an address that a held group had under its grant goes to no other group before that grant has ended", () => {
  const world = heldWorld();
  const swapped = document({ groups: [groupSpec("web", 99), groupSpec("db", 100)] });
  world.refused(configure(world, swapped), "group-held");
  world.configure(document({ groups: [groupSpec("web", 99)] }));
  world.refused(configure(world, swapped), "group-held"); // alpha may lag by a revision, and still answer for it
  world.configure(document({ groups: [groupSpec("web", 100)] }));
  world.refused(
    configure(world, document({ groups: [groupSpec("web", 98), groupSpec("db", 99)] })),
    "group-held",
  );
  world.configure(document({ groups: [groupSpec("web", 99)] }));
  world.release(session("alpha"));
  world.configure(swapped);
  world.ready(session("beta"));
  world.give(session("beta"));
  assert.deepEqual(world.lease().mayAnswer, ["10.0.0.99"]);
});

test("R13.4: what is known of a removed node's disk stays: its vote may still be asked for, and an old copy of it must not count", () => {
  const world = new World();
  world.configure();
  const generation = "0a";
  world.done({ type: "open", session: session("gamma"), bootId: "b", generation });
  const known = world.ledger.stores.get(gamma);
  assert.equal(known?.generation, generation);
  world.configure(document({ nodes: document().nodes.filter(({ name }) => name !== gamma) }));
  assert.deepEqual(world.ledger.stores.get(gamma), known);
});

test("the newest revisions are remembered with who made them and why", () => {
  const world = new World();
  for (let i = 0; i < REVISION_LIMIT + 5; i++) {
    world.done({ ...configure(world), note: `change ${i}` });
  }
  const { revisions } = world.ledger;
  assert.equal(revisions.length, REVISION_LIMIT);
  assert.equal(revisions.at(-1)?.revision, world.ledger.revision);
  assert.equal(revisions.at(-1)?.document, world.ledger.document);
  assert.equal(revisionOf(world.ledger, 7)?.note, "change 6");
  assert.equal(revisionOf(world.ledger, 5), null);
  assert.match(
    world.ledger.history.at(-1)?.text ?? "",
    /^The configuration is now revision 25 \(3 nodes, 1 group\), by root on alpha: change 24\.$/,
  );
});

test("N1: the timings that some live session may be using are remembered, and no others", () => {
  const known = (world: World) => world.ledger.timings.map(({ ttl }) => ttl);
  const { timing } = document();
  const withTtl = (ttl: number) => document({ timing: { ...timing, ttl } });
  const world = readyWorld();
  for (const ttl of [100, 300]) world.configure(withTtl(ttl));
  assert.deepEqual(known(world), [200, 100, 300]);
  for (const node of ["alpha", "beta"]) world.ready(session(node));
  assert.deepEqual(known(world), [200, 100, 300], "gamma may count by the first still");
  assert.deepEqual(
    timingsInUse(world.ledger, session("alpha")).map(({ ttl }) => ttl),
    [300],
  );
  world.expire(session("gamma"));
  assert.deepEqual(known(world), [300]);
  world.open(session("gamma", 2));
  world.configure(withTtl(200));
  world.ready(session("alpha"));
  world.ready(session("beta"));
  assert.deepEqual(known(world), [300, 200], "gamma has said nothing yet");
});

test("N1: an older session that holds something still counts by its own timings", () => {
  const { timing } = document();
  const world = heldWorld();
  world.configure(document({ timing: { ...timing, ttl: 100 } }));
  world.join(session("alpha", 2));
  const ttls = (id = session("alpha", 2)) => timingsInUse(world.ledger, id).map(({ ttl }) => ttl);
  assert.deepEqual(ttls(), [200, 100]);
  world.release(session("alpha"));
  assert.deepEqual(ttls(), [100]);
});

test("a document of 1,000 groups is taken in a few milliseconds, and what holds them all up does not grow with their square", () => {
  const groups = Array.from({ length: 1000 }, (_, i) =>
    groupSpec(`g${i}`, 0, { members: [{ ...address(0), ip: `10.1.${i >> 8}.${i & 255}` }] }),
  );
  const world = new World();
  world.configure(document({ groups }));
  assert.equal(world.ledger.leases.size, 1000);
  world.join(session("alpha"));
  const commands = groups.flatMap(({ name: group }): Command[] => {
    const common = { group, fromToken: NO_TOKEN, reason: "" };
    return [
      { type: "claim", successor: session("alpha"), ...common },
      { type: "grant", session: session("alpha"), ...common },
    ];
  });
  const events = world.entry(...commands);
  assert.ok(events.every((e) => e.type !== "refused"));
  assert.ok(world.ledger.history.length <= 1000);
  world.configure(document({ groups }));
});

test("an orphaned group may still be served, so it stays as it is too", () => {
  const world = heldWorld();
  world.ready(session("alpha"), false);
  world.expire(session("alpha"));
  world.refused(configure(world, document({ groups: [] })), "group-held");
});

test("a group that nobody holds goes with its lease", () => {
  const world = heldWorld();
  world.release(session("alpha"));
  world.configure(document({ groups: [groupSpec("db", 101)] }));
  assert.equal(world.ledger.leases.has(web), false);
  assert.equal(world.ledger.leases.has(db), true);
});
