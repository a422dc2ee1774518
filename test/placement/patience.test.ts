/** What the planner waits for: failback, moves whose target is away, failures that are forgiven. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../consensus/ledger/types.ts";
import { PLANNER_DEFAULTS } from "../../services/placement/planner.ts";
import { alpha, beta, gamma, heldWorld, prefer, session, web } from "../ledger/world.ts";
import { Leader, one } from "./leader.ts";

test("with failback the group is moved to the best preferred node, once it runs and that node can take it", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(gamma, beta), failback: { after: 0 } })));
  leader.dead.add(gamma);
  leader.dead.add(beta);
  leader.running();
  assert.deepEqual(leader.plan(), []);
  leader.dead.delete(beta);
  const [move, promise, ...more] = leader.plan();
  assert.deepEqual(more, []);
  assert.ok(move?.type === "move" && move.to === beta);
  assert.ok(promise?.type === "promise" && promise.successor.node === beta);
  assert.equal(move.requestId, `failback-web-${leader.world.ledger.applied}`);
  assert.deepEqual(leader.plan(), [], "asked for once");
  leader.world.done(move);
  leader.world.done(promise);
  assert.deepEqual(leader.later(1_000).plan(), [], "under way");
  leader.act(leader.world.releaseCommand(session("alpha")));
  assert.equal(leader.holder, "beta");
  leader.running();
  leader.dead.delete(gamma);
  assert.deepEqual(leader.act(), ["move", "promise"]);
  leader.act(leader.world.releaseCommand(session("beta")));
  assert.equal(leader.holder, "gamma");
  leader.running();
  assert.deepEqual(leader.later(600_000).plan(), []);
});

test("failback waits until the group runs, and leaves out a node on which it failed", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(beta), failback: { after: 0 } })));
  assert.deepEqual(leader.plan(), [], "not running yet");
  leader.running();
  assert.deepEqual(leader.act(), ["move", "promise"]);
  leader.act(leader.world.releaseCommand(session("alpha")));
  leader.act(leader.world.releaseCommand(session("beta"), web, true));
  leader.running();
  assert.deepEqual(leader.plan(), []);
});

test("failback waits until the better node has been ready for as long as was asked, and starts anew when it goes", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(beta), failback: { after: 30_000 } })));
  leader.running();
  assert.deepEqual(leader.plan(), []);
  assert.deepEqual(leader.later(29_999).plan(), []);
  leader.dead.add(beta);
  assert.deepEqual(leader.plan(), []);
  leader.dead.delete(beta);
  assert.deepEqual(leader.later(1).plan(), []);
  assert.deepEqual(leader.later(29_999).plan(), []);
  assert.deepEqual(leader.later(1).act(), ["move", "promise"]);
});

test("a group that left a node whose card went down comes back only when the card is up", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(alpha), failback: { after: 0 } })));
  const cards = (up: boolean): Command => ({
    type: "cards",
    session: session("alpha"),
    cards: [{ name: "eth0", role: "primary", addresses: [{ ip: "10.0.0.1", prefix: 24 }], up }],
  });
  leader.world.done(cards(false));
  leader.act(leader.world.releaseCommand(session("alpha")));
  assert.equal(leader.holder, "beta");
  assert.match(
    leader.world.lease().reason,
    /alpha, better placed, cannot take it: the card eth0 is down there/,
  );
  leader.running();
  assert.deepEqual(leader.plan(), []);
  leader.world.done(cards(true));
  assert.deepEqual(leader.act(), ["move", "promise"]);
});

test("failback leaves a group where a person put it", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(alpha), failback: { after: 0 } })));
  leader.running();
  leader.world.move("beta", "r1");
  leader.act(leader.world.releaseCommand(session("alpha")));
  leader.running();
  assert.deepEqual(leader.later(1_000).plan(), []);
});

test("a move whose target went away is taken back after some patience, not before", () => {
  const leader = new Leader(heldWorld(one({ accepts: ["released", "fenced"] })));
  leader.world.move("beta", "r1");
  leader.dead.add(beta);
  assert.deepEqual(leader.plan(), []);
  leader.dead.delete(beta);
  assert.deepEqual(leader.later(4_000).plan(), [], "back: the patience starts again");
  leader.dead.add(beta);
  assert.deepEqual(leader.later(1_000).plan(), []);
  assert.deepEqual(leader.later(4_999).plan(), []);
  const [cancel, ...more] = leader.later(1).plan();
  assert.deepEqual(more, []);
  assert.ok(cancel?.type === "cancel-move" && cancel.requestId === "r1");
  assert.equal(cancel.reason, "beta is not heard by a majority now, for 5 s now");
  assert.deepEqual(leader.plan(), [], "on its way");
  leader.world.done(cancel);
  assert.deepEqual(leader.plan(), []);
});

test("a new term waits anew for a move's target", () => {
  const leader = new Leader(heldWorld());
  leader.world.move("beta", "r1");
  leader.dead.add(beta);
  leader.plan();
  leader.world.term = 2;
  assert.deepEqual(leader.later(6_000).plan(), []);
  assert.equal(leader.later(5_000).plan().length, 1);
});

test("a failure is forgiven after its time", () => {
  const leader = new Leader(heldWorld());
  leader.act(leader.world.releaseCommand(session("alpha"), web, true));
  assert.deepEqual(leader.plan(), []);
  assert.deepEqual(leader.later(PLANNER_DEFAULTS.forgiveAfter - 1).plan(), []);
  const commands = leader.later(1).plan();
  assert.deepEqual(commands, [{ type: "forgive", group: web, node: alpha }]);
  assert.deepEqual(leader.plan(), [], "on its way");
  leader.world.entry(...commands);
  assert.equal(leader.world.lease().failures.size, 0);
  assert.deepEqual(leader.plan(), []);
});

test("a new term does not make a failure young again", () => {
  const leader = new Leader(heldWorld());
  leader.act(leader.world.releaseCommand(session("alpha"), web, true));
  leader.plan();
  leader.world.term = 2;
  assert.deepEqual(leader.later(PLANNER_DEFAULTS.forgiveAfter).act(), ["forgive"]);
});

test("a group that failed on every ready node tries the oldest failure again after ten seconds", () => {
  const leader = new Leader(heldWorld());
  leader.dead.add(gamma);
  leader.act(leader.world.releaseCommand(session("alpha"), web, true));
  leader.plan();
  leader.later(5_000).act(leader.world.releaseCommand(session("beta"), web, true));
  assert.deepEqual(leader.plan(), []);
  assert.deepEqual(leader.later(4_999).plan(), []);
  const commands = leader.later(1).plan();
  assert.deepEqual(commands, [{ type: "forgive", group: web, node: alpha }]);
  leader.world.entry(...commands);
  assert.deepEqual(leader.act(), ["claim", "grant"]);
  assert.equal(leader.holder, "alpha");
});

test("a failure on a node that could not take the group anyway is not the one to be forgiven early", () => {
  const leader = new Leader(heldWorld());
  leader.act(leader.world.releaseCommand(session("alpha"), web, true));
  leader.act(leader.world.releaseCommand(session("beta"), web, true));
  leader.act(leader.world.releaseCommand(session("gamma"), web, true));
  leader.dead.add(alpha);
  leader.plan();
  assert.deepEqual(leader.later(10_000).plan(), [{ type: "forgive", group: web, node: beta }]);
});

test("while another node may still take the group, no failure is forgiven early", () => {
  const leader = new Leader(heldWorld());
  leader.world.release(session("alpha"), web, true);
  const types = () => leader.plan().map((c) => c.type);
  assert.deepEqual(types(), ["claim", "grant"]);
  leader.later(20_000);
  assert.deepEqual(types(), ["claim", "grant"]);
});

test("while the group is held, no failure is forgiven early, not even when its holder is in doubt", () => {
  const leader = new Leader(heldWorld());
  leader.dead.add(gamma);
  leader.act(leader.world.releaseCommand(session("alpha"), web, true));
  assert.equal(leader.holder, "beta");
  leader.world.suspect(session("beta"));
  assert.deepEqual(leader.plan(), []);
  assert.deepEqual(leader.later(20_000).plan(), []);
});
