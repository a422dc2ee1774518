/** A proven stop in the ledger, and which proofs count against a lease while the document changes (N10). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { type Command, incarnation, type ProofKind, type StopKind } from "../../consensus/ledger/types.ts";
import { alpha, beta, document, groupSpec, heldWorld, session, type World, web } from "./world.ts";

const stop = (kind: StopKind, more: Partial<Extract<Command, { type: "prove-stop" }>> = {}): Command => ({
  type: "prove-stop",
  node: alpha,
  incarnation: incarnation(1),
  kind,
  by: beta,
  evidence: "the switch says so",
  attempts: [{ device: "pdu", outlet: "1", action: "status", duration: 50, accepted: true, status: "off" }],
  ...more,
});
const accepting = (...accepts: ProofKind[]) => document({ groups: [groupSpec("web", 100, { accepts })] });

test("a proven stop ends every session of the node up to that incarnation at once, and frees what it held, with its evidence", () => {
  const world = heldWorld(accepting("released", "fenced"));
  const [proven] = world.done(stop("fenced"));
  assert.ok(proven?.type === "stop-proven" && proven.freed.join() === web);
  assert.equal(world.ledger.sessions.has("alpha/1/1"), false);
  assert.deepEqual(world.ledger.ended.get(alpha), session("alpha"));
  world.refused({ type: "open", session: session("alpha"), bootId: "x" }, "session-ended"); // N5
  const { state, stopped } = world.lease();
  assert.equal(state, "vacant");
  assert.ok(stopped?.kind === "fenced" && stopped.evidence === "the switch says so");
  assert.equal(world.ledger.stops[0]?.attempts.length, 1, "every attempt is kept");
  world.give(session("beta"));
  assert.equal(world.lease().grantedOn?.kind, "fenced");
});

test("it says nothing of a newer incarnation, which lives on with what it holds", () => {
  const world = heldWorld(accepting("released", "fenced"));
  world.open(session("alpha", 2));
  world.ready(session("alpha", 2));
  world.done({
    type: "adopt",
    group: web,
    token: world.lease().token,
    from: session("alpha"),
    to: session("alpha", 2),
  });
  world.done(stop("fenced"));
  assert.equal(world.lease().state, "held");
  assert.ok(world.ledger.sessions.has("alpha/2/1"));
});

test("a group that does not accept the proof is orphaned, and a stronger one frees it later; what is free already stays as it is", () => {
  const world = heldWorld(accepting("released", "operator"));
  const events = world.done(stop("watchdog"));
  assert.ok(events.some((event) => event.type === "orphaned"));
  assert.equal(world.lease().state, "orphaned");
  world.refused(stop("watchdog"), "duplicate");
  world.done(stop("operator"));
  assert.equal(world.lease().state, "vacant");
  world.refused(stop("operator"), "duplicate");
});

test("only a node of the cluster can be proven stopped", () => {
  heldWorld().refused(stop("fenced", { node: nodeId("omega") }), "unknown-node");
});

test("N10: what a newer document accepts does not count against a lease before its holder has said that it follows", () => {
  const world = heldWorld(accepting("released", "fenced"));
  world.configure(accepting("released", "guard"));
  assert.deepEqual(world.lease().accepts, ["released", "fenced"]);
  world.expire(session("alpha"));
  assert.equal(world.lease().state, "orphaned", "the holder of a hard lease may be serving on");
});

test("N10: once the holder is ready for the document, that one's proofs count", () => {
  const world = heldWorld(accepting("released", "fenced"));
  world.configure(accepting("released", "guard"));
  world.ready(session("alpha"));
  assert.deepEqual(world.lease().accepts, ["released", "guard"]);
  world.expire(session("alpha"));
  assert.equal(world.lease().stopped?.kind, "guard");
});

test("N10: an adopted lease goes by the document that the adopting session has followed", () => {
  const world = heldWorld(accepting("released", "fenced"));
  world.configure(accepting("released", "fenced", "operator"));
  world.open(session("alpha", 2));
  world.ready(session("alpha", 2));
  adopt(world);
  assert.deepEqual(world.lease().accepts, ["released", "fenced", "operator"]);
});

test("N10: a lease of an older ledger keeps the proofs of the document that it was granted under", () => {
  const world = heldWorld(accepting("released", "fenced"));
  const { accepts: _, ...old } = world.lease();
  world.ledger.leases.set(web, old);
  world.configure(accepting("released", "guard"));
  world.expire(session("alpha"));
  assert.equal(world.lease().state, "orphaned");
});

function adopt(world: World): void {
  const { token } = world.lease();
  world.done({ type: "adopt", group: web, token, from: session("alpha"), to: session("alpha", 2) });
}
