/** Groups of several ordered members: up in order, down in reverse, each with its own patience and limits. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { snapshot } from "../../services/holding.ts";
import { awaits, fails, phaseOf, serving } from "./serving.ts";
import { address, command, spec, World } from "./world.ts";

const five = spec("web", {
  members: [
    command("first"),
    address("ip", "10.0.0.10"),
    address("other", "10.0.0.20"),
    command("second", { stopTimeout: 700 }),
    command("third", { restarts: { limit: 1, window: 60_000 } }),
  ],
});
const stepsOf = (lines: readonly string[]) =>
  lines.filter((line) => /^(start|stop|kill|add|remove)/.test(line));
const states = (world: World) =>
  snapshot(world.holding, world.now).groups[0]?.members.map(({ name, state }) => `${name} ${state}`);

test("members come up in the order of the document, each when the one before is up; addresses side by side go together", () => {
  const world = World.ready(five);
  world.ending = (action) =>
    action.type === "start-service" || action.type === "add-address" ? "later" : { ok: true, detail: "" };
  world.grant();
  assert.deepEqual(stepsOf(world.told()), ["start web.first"]);
  world.finish();
  assert.deepEqual(stepsOf(world.told()), ["add 10.0.0.10", "add 10.0.0.20"]);
  world.finish();
  assert.deepEqual(stepsOf(world.told()), []);
  world.finish();
  assert.deepEqual(stepsOf(world.told()), ["start web.second"]);
  assert.deepEqual(states(world), [
    "first running",
    "ip running",
    "other running",
    "second starting",
    "third stopped",
  ]);
  world.finish();
  world.finish();
  assert.equal(phaseOf(world), "running");
});

test("a stop goes down in the exact reverse, one after the other, each with its own patience", () => {
  const world = serving(five);
  world.other();
  const patience: string[] = [];
  world.ending = (action) => {
    if (action.type === "stop-service") patience.push(`${action.member} ${action.timeout}`);
    return action.type === "stop-service" ? "later" : { ok: true, detail: "" };
  };
  world.move();
  assert.deepEqual(stepsOf(world.told()), ["stop web.third"]);
  world.finish();
  assert.deepEqual(stepsOf(world.told()), ["stop web.second"]);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10", "10.0.0.20"]);
  world.finish();
  assert.deepEqual(stepsOf(world.told()), ["remove 10.0.0.20", "remove 10.0.0.10", "stop web.first"]);
  assert.equal(world.lease().state, "held");
  world.finish();
  assert.equal(world.lease().state, "vacant");
  assert.deepEqual(patience, ["third 5000", "second 700", "first 5000"]);
});

test("a lost right ends all members at once, side by side", () => {
  const world = serving(five);
  world.pass(250, false);
  assert.deepEqual(stepsOf(world.told()), [
    "kill web.third",
    "kill web.second",
    "remove 10.0.0.20",
    "remove 10.0.0.10",
    "kill web.first",
  ]);
});

test("a member that exits is restarted alone: what comes after it goes on, addresses stay", () => {
  const world = serving(five);
  world.ending = awaits("start-service");
  world.exit("web", "second");
  assert.deepEqual(stepsOf(world.told()), ["start web.second"]);
  assert.deepEqual(states(world)?.slice(2), ["other running", "second restarting", "third running"]);
  assert.equal(phaseOf(world), "restarting");
  world.finish();
  assert.equal(phaseOf(world), "running");
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10", "10.0.0.20"]);
});

test("each member has its own limit of restarts; the first to pass it moves the group", () => {
  const world = serving(five);
  world.exit("web", "third");
  world.pass(300);
  world.exit("web", "second");
  world.pass(300);
  assert.equal(phaseOf(world), "running");
  world.told();
  world.exit("web", "third");
  world.pass(10);
  const told = world.told();
  assert.deepEqual(stepsOf(told).slice(0, 2), ["stop web.third", "stop web.second"]);
  assert.ok(told.includes("propose release web failed"));
});

test("a member that cannot be stopped takes the addresses with it, and what lies below waits; nothing is released", () => {
  const world = serving(five);
  world.other();
  world.ending = (action) =>
    "member" in action && action.type !== "start-service" && action.member === "second"
      ? { ok: false, detail: "the cgroup is not empty" }
      : { ok: true, detail: "" };
  world.move();
  world.pass(50);
  assert.deepEqual(stepsOf(world.told()), [
    "stop web.third",
    "stop web.second",
    "kill web.second",
    "remove 10.0.0.20",
    "remove 10.0.0.10",
  ]);
  assert.equal(world.lease().state, "held");
  assert.ok(world.machine.services.has("web.first"));
  world.ending = () => ({ ok: true, detail: "" });
  world.pass(1100);
  assert.deepEqual(stepsOf(world.told()), ["kill web.second", "stop web.first"]);
  assert.equal(world.lease().state, "vacant");
});

test("a group of services alone starts with the gate shut: nothing of it could be heard anyway", () => {
  const world = World.ready(spec("web", { members: [command("server")] }));
  world.grant();
  assert.deepEqual(world.told(), ["start web", "propose report web running"]);
});

test("a service that an earlier daemon left and no document names any more is killed before anything starts", () => {
  const world = serving(spec("web", { members: [address("ip", "10.0.0.10"), command("old")] }));
  world.configure(spec("web", { members: [address("ip", "10.0.0.10"), command("server")] }));
  world.machine.services.set("web.old", { token: world.lease().token, deadline: world.now + 150 });
  world.restart();
  world.told();
  world.contact();
  const told = stepsOf(world.told());
  assert.ok(
    told.includes("kill web.old") && told.indexOf("kill web.old") < told.indexOf("start web (adopt)"),
    told.join(),
  );
});

test("other limits and patience are taken up in place; another program or address is not", () => {
  const world = serving(five);
  const members = five.members.map((member) =>
    member.type === "command" ? { ...member, stopTimeout: 50, startTimeout: 70 } : member,
  );
  world.configure({ ...five, members });
  world.pass(20);
  assert.deepEqual(stepsOf(world.told()), []);
  world.configure({ ...five, members: [...members.slice(0, 3), command("second")] });
  world.pass(20);
  assert.equal(stepsOf(world.told())[0], "stop web.third");
  assert.equal(phaseOf(world), "running");
});

test("an address that cannot be added gives the group up after a few tries, whatever is up already", () => {
  const world = World.ready(five);
  world.ending = fails("add-address", "ENOBUFS");
  world.grant();
  world.pass(300);
  const told = world.told();
  assert.ok(told.includes("stop web.first") && told.includes("propose release web failed"), told.join());
});
