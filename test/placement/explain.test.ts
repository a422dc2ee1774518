import assert from "node:assert/strict";
import { test } from "node:test";
import type { GroupSpec } from "../../consensus/ledger/types.ts";
import { explain } from "../../services/placement/explain.ts";
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

const one = (more: Partial<GroupSpec>) => document({ groups: [groupSpec("web", 100, more)] });
const told = (world: World, dead: readonly string[] = []) => {
  const explanation = explain(world.ledger, web, { alive: (s) => !dead.includes(s.node) });
  assert.ok(explanation !== null);
  for (const line of explanation.lines) assert.match(line, /^[a-zI].*\.$/);
  return explanation;
};

test("where it is and why, and of each other node why not there", () => {
  const world = heldWorld(one({ prefers: prefer(beta, alpha) }));
  const { token } = world.lease();
  world.done({ type: "report", group: web, session: session("alpha"), token, state: "running", reason: "" });
  world.done({ type: "standby", node: gamma, on: true, by: "root" });
  assert.deepEqual(told(world), {
    lines: [
      `web is held by alpha with token ${token}.`,
      "It went there for this reason: first.",
      "It could be given, since nobody has held it before.",
      "Its holder says that it is running.",
    ],
    candidates: [
      { node: "alpha", eligible: true, reason: "has it; preferred with weight 100" },
      {
        node: "beta",
        eligible: true,
        reason:
          "could take it; preferred with weight 100; better placed than alpha, but the group has no failback",
      },
      { node: "gamma", eligible: false, reason: "is on standby by root" },
    ],
  });
  assert.equal(explain(world.ledger, db, { alive: () => true }), null);
});

test("why it does not move back: a person put it there, or the wait is not over", () => {
  const world = heldWorld(one({ prefers: prefer(beta), failback: { after: 5000 } }));
  const beside = () => told(world).candidates.find((c) => c.node === beta)?.reason ?? "";
  assert.match(beside(), /moves back once this node has been ready for 5000 ms and the group runs/);
  world.move("gamma", "r1");
  assert.match(beside(), /the move r1 is under way/);
  world.release(session("alpha"));
  const fromToken = world.lease().token;
  const reason = "the move r1 asked for it";
  world.entry(
    { type: "claim", group: web, successor: session("gamma"), fromToken, reason },
    { type: "grant", group: web, session: session("gamma"), fromToken, reason },
  );
  assert.match(beside(), /better placed than gamma, but a person put it there \(r1\)/);
  assert.match(
    told(world).candidates.find((c) => c.node === alpha)?.reason ?? "",
    /no better placed than gamma/,
  );
});

test("why it is down: stopped, under maintenance, orphaned, or nobody can take it", () => {
  const world = readyWorld();
  assert.match(told(world).lines[0] ?? "", /^web is on its way to alpha: first by name/);
  assert.match(
    told(world, [alpha, beta, gamma]).lines[0] ?? "",
    /^web is down: no node can take web: alpha is not heard/,
  );
  world.done({ type: "want", group: web, running: false, by: "root" });
  assert.deepEqual(told(world).lines, [
    "web is down: web was stopped by root.",
    "web was stopped by root, and stays down until it is started.",
  ]);
  world.done({ type: "want", group: web, running: true, by: "root" });
  world.done({ type: "maintain", group: null, on: true, by: "root" });
  assert.match(told(world).lines[1] ?? "", /under maintenance by root: it is neither placed nor moved/);

  const orphaned = heldWorld();
  orphaned.ready(session("alpha"), false);
  orphaned.expire(session("alpha"));
  assert.match(told(orphaned).lines[0] ?? "", /nothing proves that it has stopped web/);

  const failed = heldWorld();
  failed.release(session("alpha"), web, true);
  assert.match(
    told(failed).lines[1] ?? "",
    /web failed on alpha with token \d+, and that is not forgiven yet/,
  );
});
