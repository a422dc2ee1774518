/** What the operator says: stop, start, standby, maintenance. And cards, which say it themselves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { snapshot } from "../../services/holding.ts";
import { awaits, phaseOf, serving } from "./serving.ts";
import { OTHER, SELF, spec, TTL, WEB, World } from "./world.ts";

const stepsOf = (lines: readonly string[]) =>
  lines.filter((line) => /^(start|stop|kill|add|remove|propose release)/.test(line));
const link = (up: boolean, gone = false) => ({ type: "link", card: "lan0", up, gone }) as const;
/** The last release that was proposed, in its own words. */
const evidence = (world: World) =>
  world.proposals
    .flatMap(({ commands }) => commands)
    .flatMap((command) => (command.type === "release" ? [command.evidence] : []))
    .at(-1) ?? "";

test("a group that the operator stops goes down in order and is released; who said so is in the evidence", () => {
  const world = serving();
  world.commit({ type: "want", group: WEB, running: false, by: "ada on node-1" });
  assert.deepEqual(stepsOf(world.told()), ["stop web", "remove 10.0.0.10", "propose release web"]);
  assert.match(evidence(world), /stopped by ada on node-1/);
});

test("a node on standby gives back everything it holds, also when nobody else is there", () => {
  const world = serving(spec("web"), spec("db"));
  world.commit({ type: "standby", node: SELF, on: true, by: "ada" });
  world.pass(10);
  assert.equal(world.lease("web").state, "vacant");
  assert.equal(world.lease("db").state, "vacant");
  assert.match(evidence(world), /on standby by ada/);
});

test("under maintenance an exit is noted and reported and not answered; afterwards it is started again", () => {
  const world = serving();
  world.commit({ type: "maintain", group: WEB, on: true, by: "ada" });
  world.told();
  world.exit();
  world.pass(500);
  assert.deepEqual(stepsOf(world.told()), []);
  assert.equal(world.lease().report?.state, "restarting");
  assert.match(world.lease().report?.reason ?? "", /not started again: under maintenance by ada/);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
  world.commit({ type: "maintain", group: WEB, on: false, by: "ada" });
  assert.deepEqual(stepsOf(world.told()), ["start web"]);
  assert.equal(phaseOf(world), "running");
});

test("under maintenance of every group a stop waits, that is said once, and the lease is renewed", () => {
  const world = serving();
  world.commit({ type: "maintain", group: null, on: true, by: "ada" });
  world.commit({ type: "want", group: WEB, running: false, by: "bob" });
  world.pass(2 * TTL);
  assert.deepEqual(stepsOf(world.told()), []);
  assert.equal(
    world.notes.filter((text) => /web was stopped by bob; not done: under maintenance by ada/.test(text))
      .length,
    1,
  );
  assert.ok((world.machine.services.get("web.server")?.deadline ?? 0) > world.now);
  assert.deepEqual(world.machine.heard(world.now), ["10.0.0.10"]);
  world.commit({ type: "maintain", group: null, on: false, by: "ada" });
  assert.equal(world.lease().state, "vacant");
});

test("maintenance is no holiday from safety: a lost right ends everything, and a shutdown stops and releases", () => {
  const lost = serving();
  lost.commit({ type: "maintain", group: WEB, on: true, by: "ada" });
  lost.pass(TTL + 20, false);
  assert.equal(lost.machine.addresses.size + lost.machine.services.size, 0);
  const ended = serving();
  ended.commit({ type: "maintain", group: WEB, on: true, by: "ada" });
  ended.feed({ type: "shutdown" });
  assert.equal(ended.drained, true);
  assert.equal(ended.lease().state, "vacant");
});

test("a daemon that comes back under maintenance takes over what is there, and starts nothing that is not", () => {
  const world = serving();
  world.commit({ type: "maintain", group: WEB, on: true, by: "ada" });
  world.restart();
  world.told();
  world.contact();
  assert.deepEqual(stepsOf(world.told()), ["start web (adopt)", "add 10.0.0.10"]);
  assert.equal(phaseOf(world), "running");
  world.machine.services.clear();
  world.machine.addresses.clear();
  world.restart();
  world.told();
  world.contact();
  world.pass(100);
  assert.deepEqual(stepsOf(world.told()), []);
});

// ---------------------------------------------------------------- cards

test("a cable that is pulled: the card is said down first, everything is given back, and the reason is in the words", () => {
  const world = serving();
  world.other();
  world.told();
  world.network(link(false));
  const told = world.told();
  assert.deepEqual(
    told.filter((line) => /^(propose|stop|remove)/.test(line)),
    ["stop web", "propose cards lan0 down", "remove 10.0.0.10", "propose release web"],
  );
  assert.match(evidence(world), /lan0 has no carrier/);
});

test("the release waits until the ledger knows of the card: it would come straight back", () => {
  const world = serving();
  world.other();
  world.commits = false;
  world.network(link(false));
  world.pass(50);
  assert.ok(!world.told().includes("propose release web"));
  const cards = world.proposals.flatMap(({ commands }) => commands).findLast(({ type }) => type === "cards");
  world.commit(cards!);
  assert.ok(world.told().includes("propose release web"));
});

test("where nobody else can take it the group stays, and that is said; it goes when somebody can", () => {
  const world = serving();
  world.network(link(false));
  world.pass(100);
  assert.deepEqual(stepsOf(world.told()), []);
  assert.ok(world.notes.some((text) => /lan0 has no carrier, and no other node can take it/.test(text)));
  const other = world.other();
  assert.deepEqual(stepsOf(world.told()), ["stop web", "remove 10.0.0.10", "propose release web"]);
  assert.equal(other.node, OTHER);
});

test("a node whose cards are down, that is on standby or where the group has failed cannot take it", () => {
  const world = serving();
  const other = world.other();
  const cards = [
    { name: "lan0", role: "primary", addresses: [{ ip: "10.0.0.2", prefix: 24 }], up: false },
  ] as const;
  world.commit({ type: "cards", session: other, cards });
  world.network(link(false));
  world.pass(50);
  assert.deepEqual(stepsOf(world.told()), []);
  world.commit({ type: "standby", node: OTHER, on: true, by: "ada" });
  world.commit({ type: "cards", session: other, cards: [{ ...cards[0], up: true }] });
  assert.deepEqual(stepsOf(world.told()), []);
  world.commit({ type: "standby", node: OTHER, on: false, by: "ada" });
  assert.equal(world.lease().state, "vacant");
});

test("down counts at once, up only after it has lasted: a flapping link does not make groups flap", () => {
  const world = World.ready();
  const said = () => world.told().filter((line) => line.startsWith("propose cards"));
  world.network(link(false));
  assert.deepEqual(said(), ["propose cards lan0 down"]);
  for (let n = 0; n < 5; n++) {
    world.network(link(true));
    world.pass(TTL);
    world.network(link(false));
    world.pass(TTL / 2);
  }
  assert.deepEqual(said(), []);
  world.network(link(true));
  world.pass(2 * TTL - 10);
  assert.deepEqual(said(), []);
  world.pass(20);
  assert.deepEqual(said(), ["propose cards lan0 up"]);
});

test("a card that is gone says so, and status shows it", () => {
  const world = serving();
  world.network(link(false, true));
  assert.equal(snapshot(world.holding, world.now).cards[0]?.words, "lan0 is gone");
});

test("the cards are said anew to a ledger that knows otherwise, and not before every card has been seen", () => {
  const world = World.ready();
  world.commit({ type: "cards", session: world.session, cards: [] });
  world.pass(TTL + 10);
  assert.ok(world.told().includes("propose cards lan0 up"));
});

test("an urgent stop does not wait for a card's word", () => {
  const world = serving();
  world.other();
  world.ending = awaits("stop-service");
  world.network(link(false));
  world.pass(TTL + 20, false);
  assert.ok(world.told().includes("kill web"));
});
