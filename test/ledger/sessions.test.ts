import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, term } from "../../consensus/core/types.ts";
import { currentSession, hasEnded, heldBy, openSuspects, sessionOf } from "../../consensus/ledger/query.ts";
import { alpha, beta, document, groupSpec, heldWorld, readyWorld, session, World, web } from "./world.ts";

test("a node of the configuration opens a session; it is the current one and not ready yet", () => {
  const world = new World();
  world.configure();
  world.open(session("alpha"));
  const record = currentSession(world.ledger, alpha);
  assert.deepEqual(record, {
    id: session("alpha"),
    bootId: "boot-alpha-1",
    openedAt: 2,
    ready: null,
    suspect: null,
  });
});

test("a stranger opens nothing, nor does anybody before there is a configuration", () => {
  const world = new World();
  world.refused({ type: "open", session: session("alpha"), bootId: "b" }, "unknown-node");
  world.configure();
  world.refused({ type: "open", session: session("mallory"), bootId: "b" }, "unknown-node");
});

test("opening the same session again changes nothing", () => {
  const world = heldWorld();
  world.refused({ type: "open", session: session("alpha"), bootId: "other" }, "duplicate");
});

test("N5: an ended session never opens again, nor any older one; a newer one does", () => {
  const world = readyWorld();
  world.expire(session("alpha", 1, 1));
  assert.ok(hasEnded(world.ledger, session("alpha", 1, 1)));
  world.refused({ type: "open", session: session("alpha", 1, 1), bootId: "b" }, "session-ended");
  world.refused({ type: "open", session: session("alpha", 0, 9), bootId: "b" }, "session-ended");
  world.open(session("alpha", 1, 2));
  assert.deepEqual(currentSession(world.ledger, alpha)?.id, session("alpha", 1, 2));
});

test("N5: what an ended session says is refused by name", () => {
  const world = readyWorld();
  world.expire(session("alpha"));
  const ended = session("alpha");
  world.refused({ type: "ready", session: ended, revision: 1, guard: true, reason: "" }, "session-ended");
  world.refused({ type: "suspect", session: ended, reason: "" }, "session-ended");
  world.refused({ type: "clear", session: ended, suspectIndex: logIndex(1), reason: "" }, "session-ended");
  world.refused(
    { type: "expire", session: ended, suspectIndex: logIndex(1), term: term(1), evidence: "" },
    "session-ended",
  );
  world.refused({ type: "suspect", session: session("alpha", 7), reason: "" }, "unknown-session");
});

test("a newer session supersedes: the older one is closed when it holds nothing, and cannot come back", () => {
  const world = readyWorld();
  const events = world.done({ type: "open", session: session("alpha", 2), bootId: "b" });
  assert.deepEqual(
    events.map((e) => e.type),
    ["opened", "closed"],
  );
  assert.equal(sessionOf(world.ledger, session("alpha", 1)), null);
  world.refused({ type: "open", session: session("alpha", 1), bootId: "b" }, "session-ended");
});

test("a superseded session lives on while it holds a lease, and is closed with its release", () => {
  const world = heldWorld();
  world.open(session("alpha", 2));
  assert.notEqual(sessionOf(world.ledger, session("alpha", 1)), null);
  assert.equal(heldBy(world.ledger, session("alpha", 1)).length, 1);
  world.refused({ type: "open", session: session("alpha", 1, 2), bootId: "b" }, "session-not-current");
  const ready = {
    type: "ready",
    session: session("alpha", 1),
    revision: 1,
    guard: false,
    reason: "",
  } as const;
  world.refused(ready, "session-not-current");
  const events = world.release(session("alpha", 1));
  assert.deepEqual(
    events.map((e) => e.type),
    ["released", "closed"],
  );
  assert.ok(hasEnded(world.ledger, session("alpha", 1)));
});

test("what `ended` names is older than every live session of its node", () => {
  const world = heldWorld();
  world.open(session("alpha", 2));
  world.open(session("alpha", 3)); // closes 2, which holds nothing; 1 holds web and lives
  assert.equal(sessionOf(world.ledger, session("alpha", 2)), null);
  assert.notEqual(sessionOf(world.ledger, session("alpha", 1)), null);
  assert.equal(hasEnded(world.ledger, session("alpha", 1)), false);
  world.refused({ type: "open", session: session("alpha", 2), bootId: "b" }, "session-not-current");
});

test("readiness counts for the revision in force alone", () => {
  const world = new World();
  world.configure();
  world.open(session("alpha"));
  const ready = { type: "ready", session: session("alpha"), guard: true, reason: "" } as const;
  world.refused({ ...ready, revision: 0 }, "revision-mismatch");
  world.refused({ ...ready, revision: 2 }, "revision-mismatch");
  world.done({ ...ready, revision: 1 });
  world.refused({ ...ready, revision: 1 }, "duplicate");
});

test("a second Suspect on a suspected session is refused; after a Clear it may be suspected again", () => {
  const world = readyWorld();
  const first = world.suspect(session("beta"));
  world.refused({ type: "suspect", session: session("beta"), reason: "again" }, "suspect-already-open");
  assert.deepEqual(
    openSuspects(world.ledger).map((s) => [s.id.node, s.suspect?.index, s.suspect?.term]),
    [["beta", first, 1]],
  );
  world.done({ type: "clear", session: session("beta"), suspectIndex: logIndex(first), reason: "heard" });
  assert.deepEqual(openSuspects(world.ledger), []);
  assert.ok(world.suspect(session("beta")) > first);
});

test("N7: Clear and Expire are refused unless the Suspect they name is open", () => {
  const world = readyWorld();
  const beta1 = session("beta");
  const stale = world.suspect(beta1);
  world.done({ type: "clear", session: beta1, suspectIndex: logIndex(stale), reason: "heard" });
  const named = { session: beta1, suspectIndex: logIndex(stale) };
  const expire = { type: "expire", ...named, term: term(1), evidence: "" } as const;
  world.refused({ type: "clear", ...named, reason: "" }, "suspect-not-open");
  world.refused(expire, "suspect-not-open");
  const open = world.suspect(beta1);
  world.refused({ type: "clear", ...named, reason: "" }, "suspect-not-open");
  world.refused(expire, "suspect-not-open");
  world.done({ ...expire, suspectIndex: logIndex(open) });
});

test("N7: an Expire proposed in another term than its entry's is refused", () => {
  const world = readyWorld();
  const suspectIndex = logIndex(world.suspect(session("beta")));
  world.term = 2;
  const expire = { type: "expire", session: session("beta"), suspectIndex, evidence: "" } as const;
  world.refused({ ...expire, term: term(1) }, "term-mismatch");
  world.refused({ ...expire, term: term(3) }, "term-mismatch");
  world.done({ ...expire, term: term(2) });
});

test("an Expire frees the lease on guard proof where the guard was recorded and the group accepts it", () => {
  const world = heldWorld();
  const { token } = world.lease();
  const suspectIndex = world.suspect(session("alpha"));
  const events = world.expire(session("alpha"));
  assert.deepEqual(
    events.map((e) => e.type),
    ["expired"],
  );
  assert.equal(world.lease().state, "vacant");
  assert.deepEqual(world.lease().stopped, {
    kind: "guard",
    session: session("alpha"),
    token,
    suspectIndex,
    expireIndex: world.ledger.applied,
    evidence: "205 ms",
  });
  assert.match(world.ledger.history.at(-1)?.text ?? "", /web is free to be taken/);
});

test("an Expire orphans the lease where no guard was recorded", () => {
  const world = heldWorld();
  world.ready(session("alpha"), false);
  const events = world.expire(session("alpha"));
  assert.deepEqual(
    events.map((e) => e.type),
    ["expired", "orphaned"],
  );
  assert.equal(world.lease().state, "orphaned");
  assert.equal(world.lease().stopped, null);
});

test("an Expire orphans the lease of a group that does not accept guard", () => {
  const world = heldWorld(document({ groups: [groupSpec("web", 100, { accepts: ["released"] })] }));
  world.expire(session("alpha"));
  assert.equal(world.lease().state, "orphaned");
});

test("an Adopt whose readiness was refused beside it, for another revision, does not leave the group without a proof", () => {
  const world = heldWorld();
  const { token } = world.lease();
  world.open(session("alpha", 2));
  const { revision } = world.ledger;
  world.configure();
  const events = world.entry(
    { type: "ready", session: session("alpha", 2), revision, guard: true, reason: "" },
    { type: "adopt", group: web, token, from: session("alpha", 1), to: session("alpha", 2) },
  );
  assert.deepEqual(
    events.map((e) => e.type === "refused" && e.code),
    ["revision-mismatch", "not-ready"],
  );
  world.expire(session("alpha", 2));
  assert.equal(world.lease().state, "vacant", "by the guard of the session that still held it");
});

test("N3, N5: an Expire ends the older sessions of its node too, and a newer one stays", () => {
  const world = heldWorld();
  world.join(session("alpha", 2));
  world.expire(session("alpha", 2));
  assert.equal(currentSession(world.ledger, alpha), null);
  assert.equal(world.lease().state, "vacant");

  const other = heldWorld();
  other.join(session("alpha", 2));
  other.expire(session("alpha", 1));
  assert.deepEqual(currentSession(other.ledger, alpha)?.id, session("alpha", 2));
  assert.equal(other.lease().state, "vacant");
});

test("an Expire takes back the claims of the ended session and leaves those of others", () => {
  const world = readyWorld(document({ groups: [groupSpec("web", 100), groupSpec("db", 101)] }));
  world.claim(session("alpha"));
  const other = world.ledger.document?.groups[1]?.name ?? web;
  world.claim(session("beta"), other);
  world.expire(session("alpha"));
  assert.equal(world.lease().claim, null);
  assert.equal(world.lease(other).claim?.successor.node, beta);
});

test("a claim goes with its session when that is superseded and closed", () => {
  const world = readyWorld();
  world.claim(session("alpha", 1));
  world.open(session("alpha", 2));
  assert.equal(world.lease().claim, null);
});

test("the current session is the newest, in whatever order the ledger lists them", () => {
  const world = heldWorld();
  world.open(session("alpha", 2));
  const listed = [...world.ledger.sessions];
  world.ledger.sessions.clear();
  for (const [key, record] of listed.reverse()) world.ledger.sessions.set(key, record);
  assert.deepEqual(currentSession(world.ledger, alpha)?.id, session("alpha", 2));
});
