/** Somebody else's hands: addresses and tables changed under us are put right in the same turn, said, and counted. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../consensus/ledger/types.ts";
import { snapshot } from "../../services/holding.ts";
import { awaits, fails, phaseOf, serving } from "./serving.ts";
import { spec, TTL, WEB, World } from "./world.ts";

const stepsOf = (lines: readonly string[]) =>
  lines.filter((line) => /^(start|stop|kill|add|remove|announce|gate|arm|propose release)/.test(line));

test("an address that somebody takes away is put back and announced in the same turn", () => {
  const world = serving();
  world.take("10.0.0.10");
  assert.deepEqual(stepsOf(world.told()), ["add 10.0.0.10", "announce 10.0.0.10"]);
  assert.equal(phaseOf(world), "running");
  assert.ok(
    world.notes.some((text) => /somebody else took 10.0.0.10 away from lan0; putting it back/.test(text)),
  );
  assert.equal(snapshot(world.holding, world.now).hands, 1);
});

test("the kernel's word of our own acts is no news, in whatever order they were read", () => {
  const world = serving();
  world.echoes = false;
  const echo = (type: "address-added" | "address-gone") =>
    world.network({ type, card: "lan0", ip: "10.0.0.10", prefix: 24 });
  world.pass(TTL + 20, false);
  world.pass(20);
  assert.equal(phaseOf(world), "running");
  world.told();
  // Removed and added again before the first word was read.
  echo("address-gone");
  echo("address-added");
  assert.deepEqual(stepsOf(world.told()), []);
  assert.equal(snapshot(world.holding, world.now).hands, 0);
});

test("an address that is taken away again and again within a minute sends the group elsewhere", () => {
  const world = serving();
  for (let n = 0; n < 5; n++) {
    world.take("10.0.0.10");
    world.pass(1000);
  }
  assert.equal(phaseOf(world), "running");
  world.told();
  world.take("10.0.0.10");
  assert.deepEqual(stepsOf(world.told()), [
    "stop web",
    "remove 10.0.0.10",
    "gate close",
    "propose release web failed",
  ]);
});

test("once in a while is no reason to move", () => {
  const world = serving();
  for (let n = 0; n < 12; n++) {
    world.take("10.0.0.10");
    world.pass(13_000);
  }
  assert.equal(phaseOf(world), "running");
});

test("past the deadline nothing is put back (T4)", () => {
  const world = serving();
  world.freeze(TTL + 10);
  world.told();
  world.take("10.0.0.10");
  assert.ok(!world.told().some((line) => line.startsWith("add")));
});

test("a managed address that is not ours to have is removed, with the gate shut until it is gone (G3)", () => {
  const world = serving(spec("web"), spec("db"));
  const other = world.other();
  world.commit({ type: "want", group: world.lease("db").group, running: false, by: "ada" });
  world.commit({ type: "want", group: world.lease("db").group, running: true, by: "ada" });
  world.grant("db", other);
  world.pass(10);
  world.told();
  world.ending = awaits("remove-address");
  world.put("10.0.0.11");
  assert.deepEqual(stepsOf(world.told()), ["gate close", "remove 10.0.0.11"]);
  assert.deepEqual(world.machine.heard(world.now), []);
  world.finish();
  assert.deepEqual(stepsOf(world.told()), ["gate arm", "gate open", "announce 10.0.0.10"]);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
  assert.ok(world.notes.some((text) => /10.0.0.11\/24 was set on lan0 by somebody else/.test(text)));
});

test("an address that no document names is none of ours, until one does", () => {
  const world = serving();
  world.put("10.0.0.11");
  assert.deepEqual(stepsOf(world.told()), []);
  world.configure(spec("web"), spec("db"));
  const told = stepsOf(world.told());
  assert.ok(told.includes("remove 10.0.0.11"), told.join());
});

test("tables that somebody changed count as lost: shut, looked after, and opened again in two steps (G2)", () => {
  const world = serving();
  world.told();
  world.ending = awaits("arm-gate");
  world.network({ type: "gate-disturbed", detail: "a rule of leasehold-alfa was deleted" });
  assert.deepEqual(stepsOf(world.told()), ["gate close", "arm 10.0.0.10 (keep)"]);
  world.pass(30);
  assert.deepEqual(stepsOf(world.told()), []);
  world.finish();
  const told = stepsOf(world.told());
  assert.deepEqual(told.slice(-3), ["gate arm", "gate open", "announce 10.0.0.10"]);
  assert.equal(phaseOf(world), "running");
});

test("while the tables are in doubt no service is started", () => {
  const world = serving();
  world.ending = awaits("arm-gate");
  world.network({ type: "gate-disturbed", detail: "flushed" });
  world.told();
  world.exit();
  world.pass(60);
  assert.ok(!world.told().some((line) => line.startsWith("start")));
  world.finish();
  world.pass(10);
  assert.ok(world.told().includes("start web"));
});

test("what was on its way when the tables were changed proves nothing: they are looked after once more", () => {
  const world = World.ready();
  world.ending = awaits("arm-gate");
  world.configure(spec("web"), spec("db"));
  world.network({ type: "gate-disturbed", detail: "flushed" });
  assert.equal(world.told().filter((line) => line.startsWith("arm")).length, 2);
});

test("tables that cannot be put right within a TTL mean giving everything back, then the word that there is no guard", () => {
  const world = serving();
  world.ending = fails("arm-gate", "nft is broken");
  world.network({ type: "gate-disturbed", detail: "flushed" });
  world.pass(TTL);
  const told = world.told().filter((line) => line.startsWith("propose"));
  assert.deepEqual(told, ["propose release web failed", "propose ready guard=false"]);
});

test("when the kernel had more to say than was read, everything is looked at again", () => {
  const world = serving(spec("web"), spec("db"));
  world.told();
  world.machine.addresses.delete("10.0.0.10");
  world.network({ type: "overrun" });
  const told = stepsOf(world.told());
  assert.ok(told.includes("add 10.0.0.10") && told.includes("arm 10.0.0.10 10.0.0.11 (keep)"), told.join());
  assert.ok(!told.includes("gate close"), "what is as it should be stays open");
  assert.deepEqual(world.machine.heard(world.now).toSorted(), ["10.0.0.10", "10.0.0.11"]);
});

test("under maintenance an address that somebody takes away stays away until it ends", () => {
  const world = serving();
  world.commit({ type: "maintain", group: WEB, on: true, by: "ada" });
  world.told();
  world.take("10.0.0.10");
  world.pass(100);
  assert.ok(!world.told().some((line) => line.startsWith("add")));
  world.commit({ type: "maintain", group: WEB, on: false, by: "ada" });
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
});

test("what runs outside Leasehold makes the node unfit while it holds nothing, and is shown (R15)", () => {
  const world = World.ready();
  const finding = { group: null, text: "the unit web.service is enabled: it would start without a lease" };
  world.feed({ type: "foreign", findings: [finding] });
  assert.ok(world.told().includes("propose ready guard=false"));
  assert.deepEqual(snapshot(world.holding, world.now).foreign, [finding.text]);
  world.feed({ type: "foreign", findings: [] });
  assert.ok(world.told().includes("propose ready guard=true"));
  world.grant();
  world.told();
  world.feed({ type: "foreign", findings: [finding] });
  world.pass(2 * TTL);
  assert.ok(!world.told().some((line) => line.startsWith("propose ready")), "what is held keeps its proof");
});

test("R15: what runs of one group outside Leasehold speaks against that group alone, also while another is held", () => {
  const world = World.ready();
  world.grant();
  world.told();
  const finding = { group: WEB, text: "the unit web.service is enabled: it would start without a lease" };
  world.feed({ type: "foreign", findings: [finding] });
  const ready = () => {
    const said = world.proposals.flatMap(({ commands }) => commands).filter(({ type }) => type === "ready");
    return said.at(-1) as Extract<Command, { type: "ready" }>;
  };
  assert.equal(ready().guard, true, "the guard counts on");
  assert.deepEqual(ready().unfit, [{ group: WEB, reason: finding.text }]);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"], "what is held goes on");
  world.feed({ type: "foreign", findings: [] });
  assert.equal(ready().unfit, undefined);
});
