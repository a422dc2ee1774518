/** What a holder does when its right ends, comes back, or belongs to an earlier daemon: readable transcripts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { incarnation } from "../../consensus/ledger/types.ts";
import { awaits, fails, phaseOf, serving } from "./serving.ts";
import { newHolding, OTHER, spec, TTL, WEB, World } from "./world.ts";

test("at the deadline everything goes at once, and nothing is said: there is no majority to say it to", () => {
  const world = serving();
  world.pass(TTL - 5, false);
  assert.deepEqual(
    world.told().filter((line) => line.startsWith("kill") || line.startsWith("stop")),
    [],
  );
  world.pass(10, false);
  const told = world.told();
  assert.ok(told.includes("kill web") && told.includes("remove 10.0.0.10"), told.join());
  assert.ok(!told.some((line) => line.startsWith("propose")));
  assert.equal(world.machine.addresses.size, 0);
  assert.equal(phaseOf(world), "idle");
});

test("a daemon that was frozen past its deadline finds itself shut, and takes everything away", () => {
  const world = serving();
  world.freeze(5000);
  assert.deepEqual(world.machine.heard(world.now), []);
  assert.deepEqual(world.told(), ["machine: service guard kills web"]);
  world.feed({ type: "tick" });
  assert.deepEqual(world.told(), ["gate close", "kill web", "remove 10.0.0.10"]);
});

test("a session that is valid again, its lease never expired, starts again under the same token", () => {
  const world = serving();
  const { token } = world.lease();
  world.pass(TTL + 20, false);
  world.told();
  world.pass(20);
  assert.equal(phaseOf(world), "running");
  assert.equal(world.machine.services.get("web.server")?.token, token);
  assert.deepEqual(world.told(), [
    "gate arm",
    "gate open",
    "add 10.0.0.10",
    "announce 10.0.0.10",
    "start web",
  ]);
});

test("a pause that only cost the gate is followed by a new opening and a new announcement", () => {
  const world = serving();
  world.echo();
  world.freeze(TTL / 2 + 20);
  world.echo();
  assert.deepEqual(world.told(), ["gate arm", "gate open", "announce 10.0.0.10"]);
  assert.equal(phaseOf(world), "running");
});

test("in jeopardy nothing is begun; what waited for its end begins with the word that it is over, though nothing else has changed", () => {
  const world = serving();
  world.freeze(2 * TTL);
  world.feed({ type: "session", session: world.session, validUntil: Number.NEGATIVE_INFINITY });
  world.pass(100, false);
  assert.equal(phaseOf(world), "idle");
  world.feed({ type: "session", session: world.session, validUntil: world.now + TTL, beyond: true });
  world.feed({ type: "tick" });
  world.told();
  world.feed({ type: "session", session: world.session, validUntil: world.now + TTL, beyond: true });
  assert.deepEqual(world.told(), []);
  assert.equal(phaseOf(world), "idle");
  world.echo();
  assert.notEqual(phaseOf(world), "idle");
  assert.ok(world.told().includes("add 10.0.0.10"));
});

test("a restarted daemon adopts the lease and the running service, and opens the gate only then (N6)", () => {
  const world = serving();
  const { token } = world.lease();
  world.freeze(100);
  world.restart();
  assert.deepEqual(world.told(), ["arm 10.0.0.10"]);
  world.feed({ type: "session", session: world.session, validUntil: world.now + TTL });
  world.feed({ type: "tick" });
  assert.deepEqual(world.told(), []);
  world.contact();
  // The guard is recorded in the entry of the Adopt: a lease of a session without one would be orphaned.
  assert.deepEqual(world.told(), [
    "propose ready guard=true, adopt web",
    "propose cards lan0 up",
    "gate close",
    "gate arm",
    "gate open",
    "add 10.0.0.10",
    "announce 10.0.0.10",
    "start web (adopt)",
  ]);
  assert.equal(world.lease().token, token);
  assert.equal(phaseOf(world), "running");
});

test("a restarted daemon that finds nothing left adopts all the same, and starts everything", () => {
  const world = serving();
  world.machine.addresses.clear();
  world.machine.services.clear();
  world.restart();
  world.contact();
  const told = world.told();
  assert.ok(told.includes("propose ready guard=true, adopt web") && told.includes("start web"), told.join());
  assert.equal(phaseOf(world), "running");
});

test("a restarted daemon without a guard stops what was left, and releases it for the session that held it", () => {
  const world = serving();
  world.holding = newHolding();
  world.session = { ...world.session, incarnation: incarnation(2) };
  world.start({ ok: false, detail: "no nftables" });
  world.contact();
  assert.deepEqual(world.told(), [
    "remove 10.0.0.10",
    "stop web",
    "propose ready guard=false",
    "propose cards lan0 up",
    "propose release web failed",
  ]);
  assert.equal(world.lease().state, "vacant");
});

test("tables that were taken away are made again, and the gate opens anew", () => {
  const world = serving();
  world.machine.managed = null;
  world.pass(100);
  assert.ok(world.told().includes("arm 10.0.0.10 (keep)"));
  assert.equal(phaseOf(world), "running");
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("tables that stay away mean giving up what is held, and only then the word that there is no guard", () => {
  const world = serving();
  world.machine.managed = null;
  world.ending = fails("arm-gate", "nft is broken");
  world.pass(TTL / 2);
  assert.ok(!world.told().some((line) => line.startsWith("propose")));
  world.pass(TTL);
  assert.deepEqual(
    world.told().filter((line) => /^(stop|remove|propose)/.test(line)),
    ["stop web", "remove 10.0.0.10", "propose release web failed", "propose ready guard=false"],
  );
  assert.ok(world.notes.filter((text) => text.includes("did not")).length <= 4, world.notes.join("\n"));
});

test("a restarted daemon whose lease was given to another cleans up, with the gate shut", () => {
  const world = serving();
  const other = world.other();
  const old = world.session;
  world.freeze(TTL / 4);
  world.restart();
  world.told();
  world.expire(old);
  world.grant("web", other);
  assert.deepEqual(world.told(), []);
  world.contact();
  const told = world.told();
  assert.ok(told.includes("remove 10.0.0.10") && told.includes("kill web"), told.join());
  assert.ok(!told.some((line) => line.startsWith("gate") || line.startsWith("propose adopt")), told.join());
});

test("a lease that went elsewhere and comes back by a new grant was not kept over the restart: the wire is asked first", () => {
  const world = serving();
  const other = world.other();
  const old = world.session;
  world.restart();
  world.expire(old);
  world.grant("web", other);
  world.contact();
  world.told();
  world.expire(other);
  world.grant("web");
  assert.ok(world.told().some((line) => line.startsWith("probe 10.0.0.10")));
  assert.ok(!world.notes.some((text) => text.includes("kept over a restart")), world.notes.join());
});

test("leftovers without contact are left alone: they are silent, and the service guard ends them", () => {
  const world = serving();
  world.restart();
  world.told();
  world.pass(TTL + 50, false);
  assert.deepEqual(world.told(), ["machine: service guard kills web"]);
  assert.deepEqual(world.machine.heard(world.now), []);
});

test("an address left by an earlier daemon is removed before the gate opens for another (G3)", () => {
  const world = new World();
  world.configure(spec("web"), spec("db"));
  world.machine.addresses.set("10.0.0.11", 24);
  world.start();
  world.ending = awaits("remove-address");
  world.contact();
  world.grant();
  world.pass(20);
  assert.ok(!world.told().some((line) => line.startsWith("gate")));
  world.finish();
  assert.deepEqual(world.told().slice(0, 4), ["gate close", "gate arm", "gate open", "add 10.0.0.10"]);
});

test("shutdown stops in reverse, releases, and says drained", () => {
  const world = serving(spec("web"), spec("db"));
  world.feed({ type: "shutdown" });
  const told = world.told();
  assert.deepEqual(told.slice(0, 2), ["stop web", "stop db"]);
  assert.deepEqual(
    told.slice(2).filter((line) => !line.startsWith("gate")),
    ["remove 10.0.0.10", "remove 10.0.0.11", "propose release web", "propose release db", "drained clean"],
  );
  assert.equal(world.drained, true);
});

test("a group that comes back during the shutdown goes back untouched, and does not come again", () => {
  const world = serving(spec("web"), spec("db"));
  world.ending = (action) =>
    action.type === "stop-service" && action.group !== "web" ? "later" : { ok: true, detail: "" };
  world.feed({ type: "shutdown" });
  world.grant("web");
  world.told();
  world.pass(300);
  assert.deepEqual(world.told(), ["propose report db stopping"]);
  world.finish();
  world.pass(10);
  assert.deepEqual(
    world.told().filter((line) => !line.startsWith("gate")),
    ["remove 10.0.0.11", "propose release db", "propose ready guard=false, release web", "drained clean"],
  );
});

test("without a majority a shutdown cleans the machine and says that it is not clean", () => {
  const world = serving();
  world.commits = false;
  world.feed({ type: "shutdown" });
  world.pass(TTL + 20, false);
  assert.equal(world.drained, false);
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
});

test("a proposal that gets lost is made again until the ledger shows it, and no oftener than once in a TTL", () => {
  const world = serving();
  world.other();
  world.commits = false;
  world.move();
  world.pass(5 * TTL);
  const releases = world.told().filter((line) => line === "propose release web").length;
  assert.ok(releases >= 4 && releases <= 7, `${releases} proposals`);
});

test("a release that was proposed is never served under that token again, also when the move is taken back", () => {
  const world = serving();
  world.other();
  world.commits = false;
  world.move();
  world.commit({ type: "cancel-move", group: WEB, requestId: "m1", reason: "target gone" });
  world.pass(50);
  assert.ok(!world.told().some((line) => line.startsWith("add") || line.startsWith("start")));
  assert.equal(phaseOf(world), "idle");
});

test("a new revision is guarded before it is ready, and does not cut a live gate", () => {
  const world = serving();
  world.configure(spec("web"), spec("db"));
  assert.deepEqual(world.told(), ["arm 10.0.0.10 10.0.0.11 (keep)", "propose ready guard=true"]);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("an address is not added before the kernel manages it, the gate being open or not", () => {
  const world = World.ready(spec("web"));
  world.ending = awaits("arm-gate");
  world.holding.gating.armed = new Set(["10.0.0.11"]);
  world.grant();
  world.pass(20);
  assert.deepEqual(world.told(), ["gate close", "arm 10.0.0.10 (keep)", "gate arm", "gate open"]);
  assert.equal(world.machine.addresses.size, 0);
  world.finish();
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("a changed command is taken up in order, in place, under the same token", () => {
  const world = serving();
  const { token } = world.lease();
  world.configure(spec("web", { command: ["/usr/bin/web", "--new"] }));
  world.pass(20);
  const told = world.told();
  assert.deepEqual(
    told.filter((line) => /^(stop|remove|add|start)/.test(line)),
    ["stop web", "remove 10.0.0.10", "add 10.0.0.10", "start web"],
  );
  assert.equal(world.lease().token, token);
});

test("nothing new is started in the last quarter of a TTL", () => {
  const world = World.ready();
  world.pass(TTL - TTL / 8, false);
  world.told();
  world.grant();
  assert.deepEqual(world.told(), []);
});

test("the service guard learns of later deadlines while the service runs and while it stops", () => {
  const world = serving();
  world.other();
  world.ending = awaits("stop-service");
  world.pass(1000);
  assert.ok((world.machine.services.get("web.server")?.deadline ?? 0) > world.now);
  world.move();
  world.pass(1000);
  assert.ok((world.machine.services.get("web.server")?.deadline ?? 0) > world.now);
});

test("a start that ends after the right was lost is killed once more before the group counts as stopped", () => {
  const world = World.ready();
  world.ending = awaits("start-service");
  world.grant();
  world.pass(TTL + 10, false);
  assert.ok(world.told().includes("kill web"));
  assert.equal(phaseOf(world), "stopping");
  world.finish();
  assert.deepEqual(world.told(), ["kill web"]);
  assert.equal(phaseOf(world), "idle");
  assert.equal(world.machine.services.size, 0);
});

test("announcements follow at 0, 100, 300 ms, 1, 3, 10 s and then each minute", () => {
  const world = World.ready(spec("web", { command: null }));
  const at: number[] = [];
  const base = world.now;
  world.grant();
  for (let ms = 0; ms < 140_000; ms += 5) {
    if (world.told().includes("announce 10.0.0.10")) at.push(Math.round((world.now - base) / 10) * 10);
    world.pass(5);
  }
  assert.deepEqual(at, [0, 100, 300, 1000, 3000, 10_000, 70_000, 130_000]);
});

test("a takeover tells its story in a few lines", () => {
  const world = World.ready();
  world.notes.length = 0;
  world.grant();
  world.pass(500);
  assert.equal(world.notes.length, 3, world.notes.join("\n"));
  world.other();
  world.move();
  assert.match(world.notes.join("\n"), new RegExp(`a move to ${OTHER} is wanted`));
});

test("when the session has ended, what it covered goes at once, before the next session is admitted (N5)", () => {
  const world = serving();
  world.freeze(TTL - 20);
  world.expire();
  world.session = { ...world.session, number: 2 };
  world.feed({ type: "session", session: world.session, validUntil: Number.NEGATIVE_INFINITY });
  const told = world.told();
  assert.ok(told.includes("kill web") && told.includes("remove 10.0.0.10"), told.join());
  assert.equal(world.machine.addresses.size + world.machine.services.size, 0);
});
