/** A lease that is promised, S1 to S6: who becomes the holder, and who does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { servesOn } from "../../consensus/jeopardy.ts";
import { type Command, incarnation, type SessionId } from "../../consensus/ledger/types.ts";
import { alpha, beta, document, groupSpec, heldWorld, session, type World, web } from "./world.ts";

const [A, B, C] = [session("alpha"), session("beta"), session("gamma")];

const promiseTo = (world: World, successor: SessionId): Extract<Command, { type: "promise" }> => ({
  type: "promise",
  group: web,
  successor,
  fromToken: world.lease().token,
  reason: "asked for",
});

function promised(doc = document()): World {
  const world = heldWorld(doc);
  world.done(promiseTo(world, B));
  return world;
}

const stop = (node: SessionId, kind: "fenced" | "operator" = "operator"): Command => ({
  type: "prove-stop",
  node: node.node,
  incarnation: node.incarnation,
  kind,
  by: alpha,
  evidence: "typed",
  attempts: [],
});

test("S1: a promise names the heir and its token, of its own entry, and the holder goes on", () => {
  const world = promised();
  const { state, holder, heir, token } = world.lease();
  assert.deepEqual([state, holder], ["held", A]);
  assert.deepEqual(heir?.session, B);
  assert.equal(heir?.token, BigInt(world.ledger.applied));
  assert.ok(heir.token > token);
});

test("S1: a promise is made by the rules of a grant", () => {
  const refusals: [(world: World) => void, Parameters<World["refused"]>[1]][] = [
    [(world) => world.done({ type: "standby", node: beta, on: true, by: "ada" }), "on-standby"],
    [(world) => world.done({ type: "want", group: web, running: false, by: "ada" }), "stopped"],
    [(world) => world.done({ type: "maintain", group: web, on: true, by: "ada" }), "maintained"],
    [(world) => world.suspect(B), "session-suspected"],
    [(world) => world.expire(B), "session-ended"],
    [(world) => world.open(session("beta", 2)), "session-ended"],
    [(world) => world.ready(B, false), "not-ready"],
    [(world) => world.release(A), "not-held"],
    [(world) => world.configure(document({ groups: [groupSpec("web", 100)] })), "not-ready"],
    [(world) => world.done(promiseTo(world, C)), "promised"],
  ];
  for (const [first, code] of refusals) {
    const world = heldWorld();
    first(world);
    world.refused(promiseTo(world, B), code);
  }
  const world = heldWorld();
  world.refused(promiseTo(world, A), "not-ready");
  world.refused({ ...promiseTo(world, B), fromToken: 0n as never }, "stale-token");
});

test("S1: only a group that accepts both released and the guard is promised", () => {
  for (const accepts of [
    ["released", "fenced"],
    ["guard", "fenced"],
  ] as const) {
    const world = heldWorld(document({ groups: [groupSpec("web", 100, { accepts })] }));
    world.refused(promiseTo(world, B), "proof-too-weak");
  }
});

test("S4: the Release makes the heir the holder with the promised token, and ends the move", () => {
  const world = heldWorld();
  world.move("beta", "r1");
  world.done(promiseTo(world, B));
  const token = world.lease().heir?.token;
  const events = world.release(A);
  assert.deepEqual(
    events.map(({ type }) => type),
    ["released", "granted", "move-ended"],
  );
  const lease = world.lease();
  assert.deepEqual([lease.state, lease.holder, lease.token], ["held", B, token]);
  assert.equal(lease.grantedOn?.kind, "released");
  assert.deepEqual([lease.heir, lease.promised, lease.move], [null, false, null]);
});

test("S4: the holder's end by its guard makes the heir the holder too, suspected or not", () => {
  const world = promised();
  world.suspect(B);
  world.expire(A);
  const { state, holder, grantedOn } = world.lease();
  assert.deepEqual([state, holder, grantedOn?.kind], ["held", B, "guard"]);
});

test("S4: a proven stop of the holder's node makes the heir the holder, where that proof is accepted", () => {
  const accepts = ["released", "guard", "operator"] as const;
  const world = promised(document({ groups: [groupSpec("web", 100, { accepts })] }));
  world.done(stop(A));
  assert.deepEqual([world.lease().state, world.lease().holder], ["held", B]);
});

test("S4: an heir whose session ends behind its guard is none any more, and the group is free when its holder goes", () => {
  const world = promised();
  const events = world.expire(B);
  assert.ok(events.some(({ type }) => type === "promise-ended"));
  assert.equal(world.lease().heir, null);
  world.release(A);
  assert.equal(world.lease().state, "vacant");
});

test("S4: an heir whose end nobody proves keeps the group closed once the holder has gone, until somebody proves it", () => {
  const accepts = ["released", "guard", "operator"] as const;
  const world = promised(document({ groups: [groupSpec("web", 100, { accepts })] }));
  world.ready(B, false);
  world.expire(B);
  assert.equal(world.lease().heir?.lost, true);
  assert.equal(world.lease().state, "held", "its holder goes on");
  const events = world.release(A);
  assert.ok(events.some(({ type }) => type === "orphaned"));
  assert.deepEqual([world.lease().state, world.lease().holder], ["orphaned", B]);
  world.refused(
    { type: "claim", group: web, successor: C, fromToken: world.lease().token, reason: "" },
    "not-vacant",
  );
  world.done(stop(B));
  assert.equal(world.lease().state, "vacant");
  world.give(C);
});

test("S4: an heir's proven stop ends the promise, also one whose end nobody had proven", () => {
  const accepts = ["released", "guard", "operator"] as const;
  for (const lost of [false, true]) {
    const world = promised(document({ groups: [groupSpec("web", 100, { accepts })] }));
    if (lost) {
      world.ready(B, false);
      world.expire(B);
    }
    world.done(stop(B));
    assert.equal(world.lease().heir, null);
    assert.deepEqual([world.lease().state, world.lease().holder], ["held", A]);
  }
});

test("S4: an heir's session lives on beside a newer one of its node, for it may be serving", () => {
  const world = promised();
  world.join(session("beta", 2));
  assert.deepEqual(world.lease().heir?.session, B);
  assert.equal(world.ledger.ended.get(beta), undefined);
  world.release(A);
  assert.deepEqual(world.lease().holder, B);
  world.done({ type: "adopt", group: web, token: world.lease().token, from: B, to: session("beta", 2) });
});

test("S5: a token under which a promise was made is never adopted, also when the heir is gone", () => {
  for (const heirGoes of [false, true]) {
    const world = promised();
    const next = session("alpha", 2);
    world.join(next);
    if (heirGoes) world.expire(B);
    const { token } = world.lease();
    world.refused({ type: "adopt", group: web, token, from: A, to: next }, "promised");
    world.release(A);
    assert.equal(world.lease().state, heirGoes ? "vacant" : "held");
  }
});

test("S6: the holder's Release counts from whoever brings it, also after the holder has ended without a proof", () => {
  const world = heldWorld();
  world.ready(A, false);
  world.done(promiseTo(world, B));
  const release = world.releaseCommand(A);
  world.expire(A);
  assert.equal(world.lease().state, "orphaned");
  world.done(release);
  assert.deepEqual([world.lease().state, world.lease().holder], ["held", B]);
});

test("N10: the proofs that count against an heir are those that it goes by: of the promise, then of what it is ready for", () => {
  const hard = document({ groups: [groupSpec("web", 100, { accepts: ["released", "fenced"] })] });
  const world = promised();
  world.configure(hard);
  assert.deepEqual(world.lease().heir?.accepts, ["released", "guard"]);
  world.ready(B);
  assert.deepEqual(world.lease().heir?.accepts, ["released", "fenced"]);
  world.expire(B);
  assert.equal(world.lease().heir?.lost, true, "the guard proves nothing of it now");
});

test("jeopardy: an heir may be serving what the guard ends, so it serves on past its session with nothing", () => {
  const groups = [groupSpec("web", 100), groupSpec("db", 101, { accepts: ["released", "fenced"] })];
  const world = heldWorld(document({ groups }));
  world.give(B, groups[1]!.name);
  const gate = { ok: true } as const;
  const on = () => servesOn(world.ledger, B, 100, gate as never, 50);
  const before = on();
  world.done(promiseTo(world, B));
  assert.deepEqual([before, on()], [true, false]);
});

test("a node to which a group is promised stays in the configuration, and no witness", () => {
  const world = promised();
  const base = document();
  const nodes = base.nodes.filter(({ name }) => name !== beta);
  const configure = (doc: typeof base): Command => ({
    type: "configure",
    baseRevision: world.ledger.revision,
    document: doc,
    by: "ada",
    note: "",
  });
  world.refused(configure({ ...base, nodes }), "group-held");
  const witness = base.nodes.map((n) => (n.name === beta ? { ...n, role: "witness" as const } : n));
  world.refused(configure({ ...base, nodes: witness }), "group-held");
});

test("P2: a promise in the entry of a grant would carry its token, and is refused", () => {
  const world = heldWorld();
  world.release(A);
  const fromToken = world.lease().token;
  const token = BigInt(world.ledger.applied + 1);
  const events = world.entry(
    { type: "claim", group: web, successor: A, fromToken, reason: "" },
    { type: "grant", group: web, session: A, fromToken, reason: "" },
    { type: "promise", group: web, successor: B, fromToken: token as never, reason: "" },
  );
  assert.equal(events.at(-1)?.type, "refused");
});

test("a promise counts for the incarnation that it names and no other", () => {
  const world = promised();
  const next = session("beta", 2);
  world.open(next);
  world.expire(B);
  assert.equal(world.lease().heir, null);
  assert.equal(world.ledger.sessions.get("beta/2/1")?.id.incarnation, incarnation(2));
  world.release(A);
  assert.equal(world.lease().state, "vacant");
});
