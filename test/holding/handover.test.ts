/** G4: a restart in place. What was served goes on by right of the old session until its V, and no longer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { awaits, phaseOf, serving } from "./serving.ts";
import { address, command, spec, TTL } from "./world.ts";

const stepsOf = (lines: readonly string[]) =>
  lines.filter((line) =>
    /^(start|stop|kill|add|remove|announce|gate|arm|propose (release|ready|adopt))/.test(line),
  );

test("what is handed over is served on, the gate open, nothing touched; the Adopt keeps the token", () => {
  const world = serving();
  const { token } = world.lease();
  world.echo();
  world.handOver();
  assert.deepEqual(stepsOf(world.told()), ["start web (adopt)", "arm 10.0.0.10 (keep)"]);
  world.pass(TTL / 2, false);
  assert.deepEqual(stepsOf(world.told()), []);
  assert.deepEqual(
    world.machine.heard(world.now),
    ["10.0.0.10"],
    "renewed past the predecessor's last element",
  );
  world.contact();
  world.pass(20);
  const told = stepsOf(world.told());
  assert.deepEqual(told, ["propose ready guard=true, adopt web", "announce 10.0.0.10"]);
  assert.equal(phaseOf(world), "running");
  assert.equal(world.lease().token, token);
  world.pass(5 * TTL);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
  assert.ok(world.machine.services.has("web.server"));
});

test("when V passes before the Adopt is committed everything ends at once", () => {
  const world = serving();
  world.echo();
  const until = world.now + TTL;
  world.handOver();
  world.told();
  world.pass(TTL - 10, false);
  assert.ok(world.machine.sets.liveUntil <= until, `${world.machine.sets.liveUntil} is past ${until}`);
  assert.ok((world.machine.services.get("web.server")?.deadline ?? 0) <= until);
  world.pass(20, false);
  const told = stepsOf(world.told());
  assert.ok(told.includes("remove 10.0.0.10"), told.join());
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
});

test("until the Adopt nothing is begun: what exits stays down, what is taken away stays away", () => {
  const world = serving();
  world.echo();
  world.handOver();
  world.told();
  world.exit();
  world.take("10.0.0.10");
  world.pass(40, false);
  assert.deepEqual(stepsOf(world.told()), []);
  world.contact();
  const told = stepsOf(world.told());
  assert.ok(told.includes("add 10.0.0.10") && told.includes("start web"), told.join());
});

test("a gate that has lapsed is not opened by right of the predecessor, but by its own after the Adopt", () => {
  const world = serving();
  world.echo();
  world.ending = awaits("arm-gate");
  world.handOver();
  world.freeze(TTL / 2 + 30);
  world.ending = () => ({ ok: true, detail: "" });
  world.finish();
  world.pass(20, false);
  assert.ok(!stepsOf(world.told()).some((line) => line === "gate arm" || line === "gate open"));
  world.contact();
  assert.ok(stepsOf(world.told()).includes("gate open"));
});

test("tables that are not as they were are made anew, and the gate counts as shut", () => {
  const world = serving();
  world.echo();
  world.machine.managed = null;
  world.handOver();
  assert.deepEqual(world.machine.heard(world.now), []);
  world.contact();
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("whoever has handed over does nothing more, ever", () => {
  const world = serving();
  world.echo();
  world.feed({ type: "hand-over" });
  world.told();
  world.pass(3 * TTL);
  world.feed({ type: "shutdown" });
  world.exit();
  assert.deepEqual(
    world.told().filter((line) => !line.startsWith("machine")),
    [],
  );
});

test("what the ledger knows better ends the inheritance: a lease released meanwhile is not served", () => {
  const world = serving();
  world.echo();
  const { token } = world.lease();
  const { session } = world;
  world.feed({ type: "hand-over" });
  world.commit({ type: "release", group: world.lease().group, session, token, failed: false, evidence: "" });
  world.handOver();
  const told = stepsOf(world.told());
  assert.ok(told.includes("remove 10.0.0.10"), told.join());
});

test("a lease whose Release was proposed is not handed over", () => {
  const world = serving();
  world.other();
  world.commits = false;
  world.move();
  world.feed({ type: "hand-over" });
  assert.deepEqual(world.handed?.groups, []);
});

test("a group of which a part was on its way is handed over as it is, and completed after the Adopt", () => {
  const world = serving(
    spec("web", { members: [address("ip", "10.0.0.10"), command("server"), command("last")] }),
  );
  world.ending = awaits("start-service");
  world.exit("web", "last");
  world.echo();
  world.ending = () => ({ ok: true, detail: "" });
  world.told();
  world.handOver();
  assert.deepEqual(
    world.handed?.groups[0]?.members.map(({ name, up }) => `${name} ${up}`),
    ["ip true", "server true", "last false"],
  );
  assert.deepEqual(stepsOf(world.told()), ["start web (adopt)", "arm 10.0.0.10 (keep)"]);
  world.contact();
  assert.ok(world.told().includes("start web.last"));
  assert.equal(phaseOf(world), "running");
});

test("without a right there is nothing to hand over", () => {
  const world = serving();
  world.freeze(TTL + 10);
  world.feed({ type: "hand-over" });
  assert.equal(world.handed?.session, null);
  assert.deepEqual(world.handed?.groups, []);
});
