import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex } from "../../consensus/core/types.ts";
import { tokenOf } from "../../consensus/ledger/query.ts";
import { groupName, token } from "../../consensus/ledger/types.ts";
import { alpha, beta, document, groupSpec, heldWorld, readyWorld, session, web } from "./world.ts";

test("a token is the epoch, then the index of its grant, and fits a signed 64-bit column", () => {
  assert.equal(tokenOf(0, logIndex(7)), 7n);
  assert.equal(tokenOf(1, logIndex(0)), 1n << 48n);
  assert.equal(tokenOf(2 ** 15 - 1, logIndex(2 ** 48 - 1)), 2n ** 63n - 1n);
  assert.ok(tokenOf(1, logIndex(1)) > tokenOf(0, logIndex(2 ** 48 - 1)));
  assert.throws(() => tokenOf(2 ** 15, logIndex(1)), RangeError);
  assert.throws(() => tokenOf(-1, logIndex(1)), RangeError);
  assert.throws(() => tokenOf(0, logIndex(2 ** 48)), RangeError);
});

test("Claim then Grant: the first holder gets the token of its entry, on the proof that nobody held it before", () => {
  const world = readyWorld();
  const events = world.give(session("alpha"));
  assert.deepEqual(
    events.map((e) => e.type),
    ["claimed", "granted"],
  );
  const lease = world.lease();
  assert.equal(lease.state, "held");
  assert.deepEqual(lease.holder, session("alpha"));
  assert.equal(lease.token, tokenOf(0, world.ledger.applied));
  assert.deepEqual(lease.grantedOn, { kind: "never-held" });
  assert.equal(lease.claim, null);
  assert.equal(lease.stopped, null);
});

test("no Grant without a Claim, and none to another session than the claimed one", () => {
  const world = readyWorld();
  world.refused(world.grantCommand(session("alpha")), "not-claimed");
  world.claim(session("beta"));
  world.refused(world.grantCommand(session("alpha")), "not-claimed");
  world.done(world.grantCommand(session("beta")));
});

test("a Claim on a vacant lease replaces an older one; the same again changes nothing", () => {
  const world = readyWorld();
  world.claim(session("beta"));
  world.refused(
    { type: "claim", group: web, successor: session("beta"), fromToken: token(0n), reason: "x" },
    "duplicate",
  );
  world.claim(session("alpha"));
  world.refused(world.grantCommand(session("beta")), "not-claimed");
  world.done(world.grantCommand(session("alpha")));
});

test("P1: a held group is neither claimed nor granted, whoever asks", () => {
  const world = heldWorld();
  const fromToken = world.lease().token;
  for (const node of ["alpha", "beta"]) {
    world.refused(
      { type: "claim", group: web, successor: session(node), fromToken, reason: "" },
      "not-vacant",
    );
    world.refused(world.grantCommand(session(node)), "not-vacant");
  }
});

test("an orphaned group is neither claimed nor granted", () => {
  const world = heldWorld();
  world.ready(session("alpha"), false);
  world.expire(session("alpha"));
  const fromToken = world.lease().token;
  const claim = { type: "claim", group: web, successor: session("beta"), fromToken, reason: "" } as const;
  world.refused(claim, "not-vacant");
  world.refused(world.grantCommand(session("beta")), "not-vacant");
});

test("Claim and Grant name the lease's token: a stale one is refused", () => {
  const world = heldWorld();
  const stale = world.lease().token;
  world.release(session("alpha"));
  world.give(session("beta"));
  world.release(session("beta"));
  const claim = { type: "claim", group: web, successor: session("gamma"), reason: "" } as const;
  world.refused({ ...claim, fromToken: stale }, "stale-token");
  world.claim(session("gamma"));
  world.refused({ ...world.grantCommand(session("gamma")), fromToken: stale }, "stale-token");
  world.done(world.grantCommand(session("gamma")));
});

test("P2: within one entry a group is granted once, for a second grant would carry the same token", () => {
  const world = readyWorld();
  const fromToken = token(0n);
  const first = tokenOf(0, logIndex(world.ledger.applied + 1));
  const events = world.entry(
    { type: "claim", group: web, successor: session("alpha"), fromToken, reason: "" },
    { type: "grant", group: web, session: session("alpha"), fromToken, reason: "" },
    { type: "release", group: web, session: session("alpha"), token: first, failed: false, evidence: "" },
    { type: "claim", group: web, successor: session("beta"), fromToken: first, reason: "" },
    { type: "grant", group: web, session: session("beta"), fromToken: first, reason: "" },
  );
  const last = events.at(-1);
  assert.ok(last?.type === "refused" && last.code === "stale-token");
  assert.equal(world.lease().state, "vacant");
});

test("a successor must be current, open, of the configuration and not suspected, for a Claim and for a Grant", () => {
  const world = readyWorld();
  const claim = { type: "claim", group: web, fromToken: token(0n), reason: "" } as const;
  world.claim(session("beta"));

  world.refused({ ...claim, successor: session("mallory") }, "unknown-node");
  world.refused({ ...claim, successor: session("alpha", 9) }, "unknown-session");

  const suspectIndex = logIndex(world.suspect(session("beta")));
  world.refused({ ...claim, successor: session("beta") }, "session-suspected");
  world.refused(world.grantCommand(session("beta")), "session-suspected");
  world.done({ type: "clear", session: session("beta"), suspectIndex, reason: "" });
  world.suspect(session("beta"));
  world.expire(session("beta"));
  world.refused({ ...claim, successor: session("beta") }, "session-ended");
  world.refused(world.grantCommand(session("beta")), "session-ended");
});

test("a superseded session that still holds something gets nothing more", () => {
  const groups = [groupSpec("web", 100), groupSpec("db", 101)];
  const world = heldWorld(document({ groups }));
  const db = groupName("db");
  world.claim(session("alpha"), db);
  world.open(session("alpha", 2));
  const claim = {
    type: "claim",
    group: db,
    successor: session("alpha"),
    fromToken: token(0n),
    reason: "",
  } as const;
  world.refused(claim, "session-not-current");
  world.refused(world.grantCommand(session("alpha"), db), "session-not-current");
});

test("a Grant asks for readiness at the revision in force, with an armed guard where the group leans on it", () => {
  const world = readyWorld();
  world.open(session("alpha", 2));
  world.claim(session("alpha", 2));
  world.refused(world.grantCommand(session("alpha", 2)), "not-ready");
  world.ready(session("alpha", 2), false);
  world.refused(world.grantCommand(session("alpha", 2)), "not-ready");
  world.ready(session("alpha", 2), true);
  world.configure(document({ groups: [groupSpec("web", 100), groupSpec("db", 101)] }));
  world.refused(world.grantCommand(session("alpha", 2)), "not-ready");
  world.ready(session("alpha", 2), true);
  world.done(world.grantCommand(session("alpha", 2)));
});

test("a group that does not accept guard may be held without one", () => {
  const world = readyWorld(document({ groups: [groupSpec("web", 100, { accepts: ["released"] })] }));
  world.ready(session("alpha"), false);
  world.give(session("alpha"));
  assert.equal(world.lease().state, "held");
});

test("a Grant asks for a proof that the group accepts", () => {
  const world = heldWorld();
  world.expire(session("alpha"));
  assert.equal(world.lease().stopped?.kind, "guard");
  world.configure(document({ groups: [groupSpec("web", 100, { accepts: ["released"] })] }));
  world.ready(session("beta"));
  world.claim(session("beta"));
  world.refused(world.grantCommand(session("beta")), "proof-too-weak");
});

test("a Release frees the lease with its proof; the token stays until the next Grant", () => {
  const world = heldWorld();
  const { token: held } = world.lease();
  world.release(session("alpha"));
  const lease = world.lease();
  assert.equal(lease.state, "vacant");
  assert.equal(lease.token, held);
  assert.deepEqual(lease.stopped, {
    kind: "released",
    session: session("alpha"),
    token: held,
    index: world.ledger.applied,
    evidence: "verified",
  });
  assert.equal(lease.failures.size, 0);
  world.give(session("beta"));
  assert.ok(world.lease().token > held);
  assert.equal(world.lease().grantedOn?.kind, "released");
});

test("N6: a Release must name the lease's session and token exactly", () => {
  const world = heldWorld();
  const command = world.releaseCommand(session("alpha"));
  world.refused({ ...command, token: token(command.token - 1n) }, "stale-token");
  world.refused({ ...command, session: session("beta") }, "not-holder");
  world.refused({ ...command, session: session("alpha", 1, 2) }, "not-holder");
  world.refused({ ...command, group: groupName("nothing") }, "unknown-group");
  world.done(command);
  world.refused(command, "duplicate");
});

test("nobody releases a group that was never granted", () => {
  const world = readyWorld();
  world.refused(world.releaseCommand(session("alpha")), "not-holder");
});

test("a failed Release remembers the node with the token of the attempt, until forgiven", () => {
  const world = heldWorld();
  const { token: held } = world.lease();
  world.release(session("alpha"), web, true);
  assert.deepEqual([...world.lease().failures], [[alpha, held]]);
  world.refused({ type: "forgive", group: web, node: beta }, "duplicate");
  world.refused({ type: "forgive", group: groupName("nothing"), node: alpha }, "unknown-group");
  world.done({ type: "forgive", group: web, node: alpha });
  assert.equal(world.lease().failures.size, 0);
});

test("an orphaned lease is freed by its last holder's node, once that is back with a newer session", () => {
  const world = heldWorld();
  world.ready(session("alpha"), false);
  world.expire(session("alpha"));
  const command = world.releaseCommand(session("alpha"));
  world.refused(command, "session-ended");
  world.open(session("alpha", 2));
  world.refused({ ...command, session: session("alpha", 2) }, "not-holder");
  world.done(command);
  assert.equal(world.lease().state, "vacant");
  assert.equal(world.lease().stopped?.kind, "released");
  world.refused(command, "duplicate");
});

test("a later Release strengthens a guard proof while nobody has been granted on it", () => {
  const world = heldWorld();
  world.expire(session("alpha"));
  world.open(session("alpha", 1, 2));
  world.release(session("alpha", 1, 1));
  assert.equal(world.lease().stopped?.kind, "released");
});

test("N6: Adopt swaps the session under the same token, once", () => {
  const world = heldWorld();
  const { token: held } = world.lease();
  world.join(session("alpha", 2));
  const adopt = {
    type: "adopt",
    group: web,
    token: held,
    from: session("alpha", 1),
    to: session("alpha", 2),
  } as const;
  const events = world.done(adopt);
  assert.deepEqual(
    events.map((e) => e.type),
    ["adopted", "closed"],
  );
  assert.deepEqual(world.lease().holder, session("alpha", 2));
  assert.equal(world.lease().token, held);
  world.refused(adopt, "not-holder");
});

test("N6: Adopt is refused on another token, another holder, another node, and to a session that is not current and open", () => {
  const world = heldWorld();
  const { token: held } = world.lease();
  const adopt = {
    type: "adopt",
    group: web,
    token: held,
    from: session("alpha", 1),
    to: session("alpha", 2),
  } as const;
  world.refused(adopt, "unknown-session");
  world.open(session("alpha", 2));
  world.refused(adopt, "not-ready");
  world.ready(session("alpha", 2), false);
  world.refused(adopt, "not-ready");
  world.ready(session("alpha", 2));
  world.refused({ ...adopt, group: groupName("nothing") }, "unknown-group");
  world.refused({ ...adopt, token: token(held + 1n) }, "stale-token");
  world.refused({ ...adopt, from: session("alpha", 0) }, "not-holder");
  world.refused({ ...adopt, to: session("beta") }, "not-holder");
  world.done(adopt);
  world.refused({ ...adopt, from: session("alpha", 2) }, "duplicate");
  world.open(session("alpha", 3));
  world.open(session("alpha", 4));
  world.refused({ ...adopt, from: session("alpha", 2), to: session("alpha", 3) }, "unknown-session");
});

test("N6: Adopt never goes back to an older session that is still open", () => {
  const groups = [groupSpec("web", 100), groupSpec("db", 101)];
  const world = heldWorld(document({ groups }));
  const db = groupName("db");
  world.join(session("alpha", 2)); // session 1 lives on, it holds web
  world.give(session("alpha", 2), db);
  const { token: held } = world.lease(db);
  world.refused(
    { type: "adopt", group: db, token: held, from: session("alpha", 2), to: session("alpha", 1) },
    "session-not-current",
  );
});

test("an adopted lease survives the Expire of the session it came from", () => {
  const groups = [groupSpec("web", 100), groupSpec("db", 101)];
  const world = heldWorld(document({ groups }));
  world.give(session("alpha"), groupName("db"));
  world.join(session("alpha", 2));
  const { token: held } = world.lease();
  world.done({ type: "adopt", group: web, token: held, from: session("alpha", 1), to: session("alpha", 2) });
  world.expire(session("alpha", 1));
  assert.equal(world.lease().state, "held");
  assert.equal(world.lease(groupName("db")).state, "vacant");
});

test("nothing is adopted or reported once the lease is released", () => {
  const world = heldWorld();
  const { token: held } = world.lease();
  world.release(session("alpha"));
  world.open(session("alpha", 2));
  world.refused(
    { type: "adopt", group: web, token: held, from: session("alpha", 1), to: session("alpha", 2) },
    "not-holder",
  );
  world.refused(
    { type: "report", group: web, session: session("alpha"), token: held, state: "running", reason: "" },
    "not-holder",
  );
});

test("a report is the holder's, names its token, and says each thing once", () => {
  const world = heldWorld();
  const { token: held } = world.lease();
  const report = {
    type: "report",
    group: web,
    session: session("alpha"),
    token: held,
    state: "running",
    reason: "",
  } as const;
  world.refused({ ...report, session: session("beta") }, "not-holder");
  world.refused({ ...report, token: token(held - 1n) }, "stale-token");
  world.refused({ ...report, group: groupName("nothing") }, "unknown-group");
  world.done(report);
  assert.deepEqual(world.lease().report, { state: "running", reason: "" });
  world.refused(report, "duplicate");
  world.done({ ...report, state: "restarting", reason: "exited with 1" });
  world.release(session("alpha"));
  assert.equal(world.lease().report, null);
});
