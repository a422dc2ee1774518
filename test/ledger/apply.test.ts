import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, term } from "../../consensus/core/types.ts";
import { advance, apply, createLedger, HISTORY_LIMIT } from "../../consensus/ledger/apply.ts";
import { describe } from "../../consensus/ledger/describe.ts";
import { type Command, groupName, type LedgerEvent, token } from "../../consensus/ledger/types.ts";
import { document, heldWorld, readyWorld, session, snapshot, web } from "./world.ts";

test("a refused command leaves the others of its batch standing, in order", () => {
  const world = readyWorld();
  const fromToken = token(0n);
  const claim = { type: "claim", group: web, successor: session("alpha"), fromToken, reason: "" } as const;
  const events = world.entry(
    claim,
    { type: "grant", group: groupName("nothing"), session: session("alpha"), fromToken, reason: "" },
    { type: "grant", group: web, session: session("alpha"), fromToken, reason: "" },
  );
  assert.deepEqual(
    events.map((e) => e.type),
    ["claimed", "refused", "granted"],
  );
});

test("entries come in order, or the process stops", () => {
  const ledger = createLedger();
  advance(ledger, logIndex(3), term(2));
  assert.throws(() => advance(ledger, logIndex(3), term(2)), /invariant/);
  assert.throws(() => apply(ledger, logIndex(2), term(2), { at: 0, commands: [] }), /invariant/);
  assert.throws(() => advance(ledger, logIndex(4), term(1)), /invariant/);
  assert.deepEqual([ledger.applied, ledger.appliedTerm], [3, 2]);
});

test("history keeps the newest thousand decisions with their sentences, and no refusals", () => {
  const world = heldWorld();
  const { token: held } = world.lease();
  for (let i = 0; i < HISTORY_LIMIT + 20; i++) {
    const reason = `round ${i}`;
    world.done({
      type: "report",
      group: web,
      session: session("alpha"),
      token: held,
      state: "running",
      reason,
    });
  }
  assert.equal(world.ledger.history.length, HISTORY_LIMIT);
  assert.equal(world.ledger.history.at(-1)?.text, `web is running on alpha: round ${HISTORY_LIMIT + 19}.`);
  world.refused({ type: "forgive", group: web, node: session("alpha").node }, "duplicate");
  assert.ok(world.ledger.history.every((d) => d.event.type !== "refused"));
});

test("history carries the wall clock of the batch, and nothing is decided by it", () => {
  const run = (at: number) => {
    const ledger = createLedger();
    apply(ledger, logIndex(1), term(1), {
      at,
      commands: [{ type: "configure", baseRevision: 0, document: document(), by: "root", note: "" }],
    });
    return ledger;
  };
  assert.equal(run(5).history[0]?.at, 5);
  assert.equal(run(5).revisions[0]?.at, 5);
  const { history: _a, revisions: _r, ...early } = run(5);
  const { history: _b, revisions: _s, ...late } = run(50_000);
  assert.deepEqual(early, late);
});

test("the same entries make the same ledger, and leave another ledger alone", () => {
  const a = heldWorld();
  const before = snapshot(a.ledger);
  const b = heldWorld();
  assert.deepEqual(a.ledger, b.ledger);
  b.release(session("alpha"));
  assert.deepEqual(snapshot(a.ledger), before);
});

test("every event is told in one calm sentence", () => {
  const world = heldWorld();
  const s = session("alpha");
  const proofs = [
    { kind: "never-held" },
    { kind: "released", session: s, token: token(1n), index: logIndex(4), evidence: "" },
    {
      kind: "guard",
      session: s,
      token: token(1n),
      suspectIndex: logIndex(4),
      expireIndex: logIndex(5),
      evidence: "",
    },
  ] as const;
  const command: Command["type"] = "grant";
  const base = { group: web, session: s, token: token(9n), reason: "the most preferred node." };
  const events: LedgerEvent[] = [
    { type: "configured", revision: 1 },
    { type: "opened", session: s },
    { type: "readied", session: s, revision: 1, guard: true },
    { type: "readied", session: s, revision: 1, guard: false },
    { type: "suspected", session: s, index: logIndex(4), reason: "silent" },
    { type: "cleared", session: s, index: logIndex(4), reason: "" },
    { type: "expired", session: s, index: logIndex(5), evidence: "beta 210 ms, gamma 206 ms of 205" },
    { type: "closed", session: s },
    { type: "claimed", group: web, successor: s, reason: "x" },
    ...proofs.map((proof) => ({ type: "granted", ...base, proof }) as const),
    { type: "released", ...base, failed: true },
    { type: "released", ...base, failed: false },
    { type: "adopted", ...base, from: s, to: session("alpha", 2) },
    { type: "orphaned", ...base },
    { type: "reported", ...base, state: "running" },
    { type: "move-wanted", group: web, to: s.node, requestId: "r1" },
    { type: "move-ended", group: web, requestId: "r1", reason: "alpha has it" },
    { type: "forgiven", group: web, node: s.node },
    { type: "refused", command, group: web, code: "not-vacant", detail: "web is held." },
    { type: "refused", command: "open", group: null, code: "duplicate", detail: "" },
  ];
  for (const event of events) {
    assert.match(describe(event, world.ledger), /^[A-Za-z].*[^.:]\.$/, event.type);
  }
  assert.equal(
    describe({ type: "granted", ...base, proof: proofs[1] }, world.ledger),
    "web goes to alpha with token 9, since alpha stopped it and released it: the most preferred node.",
  );
});
