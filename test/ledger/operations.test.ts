/** The operator's words about nodes and groups, and what nodes say of their cards. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardFault, unwantedOn } from "../../consensus/ledger/query.ts";
import type { CardFact, Command } from "../../consensus/ledger/types.ts";
import {
  address,
  alpha,
  beta,
  document,
  gamma,
  groupSpec,
  heldWorld,
  readyWorld,
  session,
  type World,
  web,
} from "./world.ts";

const by = "root on alpha";
const standby = (node = alpha, on = true): Command => ({ type: "standby", node, on, by });
const want = (running: boolean, group = web): Command => ({ type: "want", group, running, by });
const maintain = (on: boolean, group: typeof web | null = web): Command => ({
  type: "maintain",
  group,
  on,
  by,
});
const texts = (world: World): string[] => world.ledger.history.map(({ text }) => text);

test("standby is said once, told in words, and taken back", () => {
  const world = heldWorld();
  world.done(standby());
  world.refused(standby(), "duplicate");
  assert.equal(unwantedOn(world.ledger, web, alpha), "alpha is on standby by root on alpha");
  assert.equal(unwantedOn(world.ledger, web, beta), null);
  world.done(standby(alpha, false));
  world.refused(standby(alpha, false), "duplicate");
  world.refused(standby("mallory" as never), "unknown-node");
  assert.deepEqual(texts(world).slice(-2), [
    "alpha is on standby, by root on alpha: it is to hold nothing.",
    "alpha is online again, by root on alpha.",
  ]);
});

test("a node on standby is neither claimed for, nor granted, nor moved to anything", () => {
  const world = readyWorld();
  world.claim(session("alpha"));
  world.done(standby());
  world.refused(world.grantCommand(session("alpha")), "on-standby");
  const fromToken = world.lease().token;
  const claim = { type: "claim", group: web, successor: session("alpha"), fromToken, reason: "" } as const;
  world.refused(claim, "on-standby");
  world.give(session("beta"));
  world.refused({ type: "move", group: web, to: alpha, requestId: "r1" }, "on-standby");
  world.move("gamma", "r2");
});

test("a stopped group is granted to nobody, its move is over, and it may be started again", () => {
  const world = heldWorld();
  world.move("beta", "r1");
  const events = world.done(want(false));
  assert.deepEqual(
    events.map((e) => e.type),
    ["wanted", "move-ended"],
  );
  assert.equal(world.lease().move, null);
  assert.equal(unwantedOn(world.ledger, web, alpha), "web was stopped by root on alpha");
  world.release(session("alpha"));
  const fromToken = world.lease().token;
  const claim = { type: "claim", group: web, successor: session("beta"), fromToken, reason: "" } as const;
  world.refused(claim, "stopped");
  world.refused({ type: "move", group: web, to: beta, requestId: "r2" }, "stopped");
  world.refused(want(false), "duplicate");
  world.done(want(true));
  world.refused(want(true), "duplicate");
  world.give(session("beta"));
  world.refused(want(false, "nothing" as never), "unknown-group");
});

test("under maintenance, of a group or of all, nothing is granted, moved or unwanted", () => {
  for (const group of [web, null]) {
    const world = heldWorld();
    world.done(want(false));
    world.done(standby());
    world.done(maintain(true, group));
    assert.equal(unwantedOn(world.ledger, web, alpha), null);
    world.done(want(true));
    world.refused(maintain(true, group), "duplicate");
    world.refused({ type: "move", group: web, to: beta, requestId: "r1" }, "maintained");
    world.release(session("alpha"));
    const fromToken = world.lease().token;
    const claim = { type: "claim", group: web, successor: session("beta"), fromToken, reason: "" } as const;
    world.refused(claim, "maintained");
    world.done(maintain(false, group));
    world.refused(maintain(false, group), "duplicate");
    world.give(session("beta"));
  }
  heldWorld().refused(maintain(true, "nothing" as never), "unknown-group");
});

test("a restart names the session that is to hand over, and the same request is taken once", () => {
  const world = heldWorld();
  const restart = (requestId: string, node = alpha): Command => ({ type: "restart", node, requestId, by });
  assert.deepEqual(world.done(restart("r1")), [
    { type: "restart-wanted", node: alpha, session: session("alpha"), requestId: "r1", by },
  ]);
  world.refused(restart("r1"), "duplicate");
  world.refused(restart("r2"), "duplicate");
  world.open(session("alpha", 2));
  world.refused(restart("r1"), "duplicate");
  world.done(restart("r2"));
  world.refused(restart("r3", "mallory" as never), "unknown-node");
  world.expire(session("beta"));
  world.refused(restart("r4", beta), "not-ready");
});

const eth0 = (up = true, ip = "10.0.0.1"): CardFact => ({
  name: "eth0",
  role: "primary",
  addresses: [
    { ip, prefix: 24 },
    { ip: "fd00::1", prefix: 64 },
  ],
  up,
});
const cards = (...facts: CardFact[]): Command => ({ type: "cards", session: session("alpha"), cards: facts });

test("cards are facts of a node's newest session, and a new process starts without any", () => {
  const world = heldWorld();
  world.done(cards(eth0()));
  world.refused(cards(eth0()), "duplicate");
  assert.deepEqual(world.done(cards(eth0(false))).at(0), {
    type: "cards",
    session: session("alpha"),
    down: ["eth0"],
  });
  assert.equal(texts(world).at(-1), "On alpha the card eth0 is down.");
  world.open(session("alpha", 1, 2));
  assert.ok(world.ledger.cards.has(alpha), "another session of the same process");
  world.refused(cards(eth0()), "session-not-current");
  world.open(session("alpha", 2));
  assert.equal(world.ledger.cards.has(alpha), false);
  world.refused({ ...cards(eth0()), session: session("gamma", 9) } as Command, "unknown-session");
});

test("an address needs a card in its subnet that is up, IPv4 or IPv6; a node that has said nothing is believed", () => {
  const six = { type: "address", name: "six", ip: "fd00::100", prefix: 64 } as const;
  const spec = groupSpec("web", 100, { members: [address(100), six] });
  const world = heldWorld(document({ groups: [spec] }));
  assert.equal(cardFault(world.ledger, spec, alpha), null);
  world.done(cards(eth0()));
  assert.equal(cardFault(world.ledger, spec, alpha), null);
  world.done(cards(eth0(false)));
  assert.equal(cardFault(world.ledger, spec, alpha), "cannot take it: the card eth0 is down there");
  world.done(cards(eth0(true, "10.0.1.1")));
  assert.equal(cardFault(world.ledger, spec, alpha), "has no card in the subnet of 10.0.0.100");
  world.done(cards({ ...eth0(), addresses: [{ ip: "10.0.0.1", prefix: 24 }] }));
  assert.equal(cardFault(world.ledger, spec, alpha), "has no card in the subnet of fd00::100");
});

test("what was said of a node or a group that is no longer configured is forgotten", () => {
  const world = readyWorld(document({ groups: [groupSpec("web", 100), groupSpec("db", 101)] }));
  world.done(want(false));
  world.done(maintain(true));
  world.done({ type: "standby", node: gamma, on: true, by });
  const nodes = document().nodes.filter((n) => n.name !== gamma);
  world.configure(document({ nodes, groups: [groupSpec("db", 101)] }));
  assert.equal(world.ledger.stopped.size + world.ledger.maintained.size + world.ledger.standby.size, 0);
});
