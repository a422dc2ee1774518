import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { groupName } from "../../consensus/ledger/types.ts";
import { alpha, document, heldWorld, readyWorld, session, web } from "./world.ts";

const types = (events: readonly { readonly type: string }[]): string[] => events.map((e) => e.type);

test("a move is recorded and ends when its target is granted the group", () => {
  const world = heldWorld();
  assert.deepEqual(types(world.move("beta", "r1")), ["move-wanted"]);
  assert.deepEqual(world.lease().move, { to: "beta", requestId: "r1" });
  world.release(session("alpha"));
  assert.deepEqual(types(world.give(session("beta"))), ["claimed", "granted", "move-ended"]);
  assert.equal(world.lease().move, null);
});

test("a repeated request changes nothing, before and after the move has ended", () => {
  const world = heldWorld();
  const move = { type: "move", group: web, to: nodeId("beta"), requestId: "r1" } as const;
  world.done(move);
  world.refused(move, "duplicate");
  world.release(session("alpha"));
  world.give(session("beta"));
  world.refused(move, "duplicate");
});

test("a move to where the group is ends at once", () => {
  const world = heldWorld();
  const events = world.move("alpha", "r1");
  assert.deepEqual(events, [
    { type: "move-ended", group: web, requestId: "r1", reason: "alpha has it already" },
  ]);
  assert.equal(world.lease().move, null);
});

test("a move of an unknown group, to an unknown node, or to one that could not take it now, is refused", () => {
  const world = heldWorld();
  const move = { type: "move", group: web, to: nodeId("beta"), requestId: "r1" } as const;
  world.refused({ ...move, group: groupName("nothing") }, "unknown-group");
  world.refused({ ...move, to: nodeId("mallory") }, "unknown-node");
  world.ready(session("beta"), false);
  world.refused(move, "not-ready");
  world.ready(session("beta"), true);
  world.suspect(session("beta"));
  world.refused(move, "not-ready");
  world.expire(session("beta"));
  world.refused(move, "not-ready");
});

test("granting elsewhere ends a move with its reason", () => {
  const world = heldWorld();
  world.move("beta", "r1");
  world.release(session("alpha"));
  const ended = world.give(session("gamma")).at(-1);
  assert.ok(ended?.type === "move-ended" && ended.requestId === "r1");
  assert.match(ended.reason, /it went to gamma/);
  assert.equal(world.lease().move, null);
});

test("a newer move replaces an older one and says so", () => {
  const world = heldWorld();
  world.move("beta", "r1");
  assert.deepEqual(types(world.move("gamma", "r2")), ["move-ended", "move-wanted"]);
  assert.deepEqual(world.lease().move, { to: "gamma", requestId: "r2" });
  assert.deepEqual(types(world.move("alpha", "r3")), ["move-ended", "move-ended"]);
  assert.equal(world.lease().move, null);
});

test("a move is taken back by its own request id alone", () => {
  const world = heldWorld();
  const cancel = { type: "cancel-move", group: web, requestId: "r1", reason: "beta went away" } as const;
  world.refused(cancel, "no-such-move");
  world.move("beta", "r1");
  world.refused({ ...cancel, requestId: "r0" }, "no-such-move");
  world.refused({ ...cancel, group: groupName("nothing") }, "unknown-group");
  world.done(cancel);
  assert.equal(world.lease().move, null);
  world.refused(cancel, "no-such-move");
});

test("an operator's move forgives the target its failure", () => {
  const world = heldWorld();
  world.release(session("alpha"), web, true);
  world.give(session("beta"));
  assert.deepEqual(types(world.move("alpha", "r1")), ["forgiven", "move-wanted"]);
  assert.equal(world.lease().failures.has(alpha), false);
});

test("a move ends when its target leaves the configuration", () => {
  const world = readyWorld();
  world.move("gamma", "r1");
  const nodes = document().nodes.filter((n) => n.name !== "gamma");
  assert.deepEqual(types(world.configure(document({ nodes }))), ["configured", "move-ended", "closed"]);
  assert.equal(world.lease().move, null);
});
