/** Up and down in order, as readable transcripts: what the machine was told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { awaits, fails, phaseOf, serving } from "./serving.ts";
import { spec, TTL, World } from "./world.ts";

test("a node arms its guard for every address of the configuration and then says that it is ready", () => {
  const world = new World();
  world.configure(spec("web"), spec("db"));
  world.start();
  assert.deepEqual(world.told(), ["arm 10.0.0.10 10.0.0.11"]);
  world.contact();
  assert.deepEqual(world.told(), ["propose ready guard=true", "propose cards lan0 up"]);
});

test("a node whose kernel has no guard says so and arms nothing", () => {
  const world = new World();
  world.configure(spec("web"));
  world.start({ ok: false, detail: "no nftables" });
  world.contact();
  assert.deepEqual(world.told(), ["propose ready guard=false", "propose cards lan0 up"]);
});

test("tables that cannot be made are reported, and tried again", () => {
  const world = new World();
  world.configure(spec("web"));
  world.ending = fails("arm-gate");
  world.start();
  world.contact();
  assert.deepEqual(world.told(), ["arm 10.0.0.10", "propose ready guard=false", "propose cards lan0 up"]);
  world.ending = () => ({ ok: true, detail: "" });
  world.pass(1100);
  assert.deepEqual(world.told(), ["arm 10.0.0.10", "propose ready guard=true"]);
});

test("from the grant to the announcement is one turn when no probe is needed, the gate first", () => {
  const world = World.ready();
  world.grant();
  assert.deepEqual(world.told(), [
    "gate close",
    "gate arm",
    "gate open",
    "add 10.0.0.10",
    "announce 10.0.0.10",
    "start web",
    "propose report web running",
  ]);
  assert.equal(phaseOf(world), "running");
  assert.ok(world.machine.services.has("web.server"));
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("a takeover on a guard proof asks the wire before it adds the address", () => {
  const world = World.ready();
  const other = world.other();
  world.grant("web", other);
  world.expire(other);
  world.told();
  world.grant();
  assert.deepEqual(world.told().slice(0, 6), [
    "gate close",
    "gate arm",
    "gate open",
    "probe 10.0.0.10",
    "add 10.0.0.10",
    "announce 10.0.0.10",
  ]);
  const story = world.notes.join("\n");
  assert.match(story, /granted token \d+ \(proof guard/);
  assert.match(story, /up and announced 0 ms after the grant/);
});

test("an address that somebody answers for is not taken; after a few probes the group is released as failed", () => {
  const world = World.ready();
  const other = world.other();
  world.grant("web", other);
  world.expire(other);
  world.told();
  world.ending = fails("probe", "02:00:00:00:00:0b");
  world.grant();
  assert.deepEqual(world.told(), ["gate close", "gate arm", "gate open", "probe 10.0.0.10"]);
  world.pass(400);
  const told = world.told();
  assert.equal(told.filter((line) => line === "probe 10.0.0.10").length, 4);
  assert.ok(told.includes("propose release web failed"));
  assert.ok(!told.some((line) => line.startsWith("add")));
});

test("a conflict that ends in time is only the old holder's last gasp", () => {
  const world = World.ready();
  const other = world.other();
  world.grant("web", other);
  world.expire(other);
  world.ending = fails("probe", "02:00:00:00:00:0b");
  world.grant();
  world.pass(60);
  world.ending = () => ({ ok: true, detail: "" });
  world.pass(60);
  assert.equal(phaseOf(world), "running");
});

test("a wanted move stops the service while the address stays, then removes it and releases at once", () => {
  const world = serving();
  world.other();
  world.ending = awaits("stop-service");
  world.move();
  assert.deepEqual(world.told(), ["stop web"]);
  world.pass(30);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
  world.finish();
  assert.deepEqual(world.told(), ["remove 10.0.0.10", "gate close", "propose release web"]);
  assert.equal(world.lease().state, "vacant");
  assert.match(
    JSON.stringify(
      world.lease().stopped,
      (_, v) => (`${v}` && v?.evidence) || (typeof v === "bigint" ? "" : v),
    ),
    /removed and read back/,
  );
});

test("a service that ends is restarted in place, and after the limit given up: stopped, released as failed", () => {
  const world = serving();
  for (const restarts of [1, 2]) {
    world.exit();
    world.pass(300);
    assert.ok(world.told().includes("start web"), `restart ${restarts}`);
    assert.equal(phaseOf(world), "running");
  }
  world.exit();
  assert.deepEqual(world.told(), [
    "stop web",
    "remove 10.0.0.10",
    "gate close",
    "propose release web failed",
  ]);
});

test("a service that its guard killed, because word of a later deadline came too late, is started again and not blamed", () => {
  const world = serving(spec("web", { restarts: { limit: 1, window: 60_000 } }));
  for (let n = 0; n < 4; n++) {
    world.exit("web", "server", "its guard killed it at the deadline", true);
    world.pass(300);
    assert.equal(phaseOf(world), "running");
  }
});

test("the service's guard is given a deadline that leaves time to kill before the right ends", () => {
  const world = serving();
  world.echo();
  const until = world.machine.services.get("web.server")?.deadline;
  assert.ok(
    until !== undefined && until < world.now + TTL,
    `${until} is before the right's end ${world.now + TTL}`,
  );
});

test("restarts long ago do not count against the limit", () => {
  const world = serving(spec("web", { restarts: { limit: 1, window: 1000 } }));
  for (let n = 0; n < 4; n++) {
    world.exit();
    world.pass(1500);
    assert.equal(phaseOf(world), "running");
  }
});

test("a failed stop is never a release: the address goes, the kill is repeated slowly, and it is said", () => {
  const world = serving();
  world.other();
  world.ending = (action) =>
    action.type === "stop-service" || action.type === "kill-service"
      ? { ok: false, detail: "the cgroup is not empty" }
      : { ok: true, detail: "" };
  world.move();
  assert.deepEqual(world.told(), [
    "stop web",
    "kill web",
    "remove 10.0.0.10",
    "propose report web stop-failed",
    "gate close",
  ]);
  world.pass(3200);
  const told = world.told().filter((line) => !line.startsWith("machine"));
  assert.ok(told.length >= 2 && told.length <= 4, told.join());
  assert.ok(
    told.every((line) => line === "kill web"),
    told.join(),
  );
  assert.equal(world.lease().state, "held");
  world.ending = () => ({ ok: true, detail: "" });
  world.pass(1100);
  assert.deepEqual(world.told(), ["kill web", "propose release web"]);
});

test("an address that cannot be removed is no release either", () => {
  const world = serving(spec("web", { command: null }));
  world.other();
  world.ending = fails("remove-address");
  world.move();
  world.pass(500);
  assert.equal(world.lease().state, "held");
  assert.deepEqual(world.told(), ["remove 10.0.0.10", "propose report web stop-failed"]);
  world.ending = () => ({ ok: true, detail: "" });
  world.pass(1100);
  assert.equal(world.lease().state, "vacant");
});
