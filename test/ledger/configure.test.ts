import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import {
  configureCommand,
  db,
  document,
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
  world.refused(
    configure(world, document({ groups: [groupSpec("web", 100, { accepts: ["released"] })] })),
    "group-held",
  );
  const nodes = document().nodes.filter((n) => n.name !== "alpha");
  world.refused(configure(world, document({ nodes })), "group-held");
  world.configure(
    document({ groups: [groupSpec("web", 100, { failback: { after: 0 } }), groupSpec("db", 101)] }),
  );
  assert.equal(world.lease().state, "held");
  assert.equal(world.lease(db).state, "vacant");
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
