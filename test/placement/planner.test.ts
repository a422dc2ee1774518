import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logIndex, type NodeId, term } from "../../consensus/core/types.ts";
import { type Command, sessionKey, token } from "../../consensus/ledger/types.ts";
import { assume } from "../../services/placement/assume.ts";
import { PLANNER_DEFAULTS } from "../../services/placement/planner.ts";
import {
  address,
  alpha,
  beta,
  bigints,
  db,
  document,
  gamma,
  groupSpec,
  heldWorld,
  prefer,
  readyWorld,
  session,
  World,
  web,
} from "../ledger/world.ts";
import { Leader, one } from "./leader.ts";

test("without a document there is nothing to plan", () => {
  const leader = new Leader(new World());
  assert.deepEqual(leader.plan(), []);
});

test("a group that nobody has held is claimed and granted in one entry", () => {
  const leader = new Leader(readyWorld());
  assert.deepEqual(leader.act(), ["claim", "grant"]);
  assert.equal(leader.holder, "alpha");
  assert.deepEqual(leader.plan(), []);
});

test("several groups are spread over the nodes within one plan", () => {
  const groups = ["a", "b", "c", "d"].map((name, i) => groupSpec(name, 100 + i));
  const leader = new Leader(readyWorld(document({ groups })));
  leader.act();
  const holders = [...leader.world.ledger.leases.values()].map((l) => l.holder?.node);
  assert.deepEqual(holders, ["alpha", "beta", "gamma", "alpha"]);
});

test("a release and its succession ride in one entry, a wanted move's target first", () => {
  // A group that must not be promised: its heir's guard would prove nothing.
  const accepts = ["released", "fenced"] as const;
  const leader = new Leader(heldWorld(one({ prefers: prefer(alpha, beta), accepts })));
  leader.world.move("gamma", "r1");
  assert.deepEqual(leader.plan(), [], "nothing before the holder has released");
  assert.deepEqual(leader.act(leader.world.releaseCommand(session("alpha"))), ["release", "claim", "grant"]);
  assert.equal(leader.holder, "gamma");
  assert.equal(leader.world.lease().move, null);
  assert.equal(leader.world.lease().reason, "the move r1 asked for it");
});

test("a move and its promise ride in one entry, and the release alone makes the heir the holder (S1, S4)", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(alpha, beta) })));
  const move: Command = { type: "move", group: web, to: gamma, requestId: "r1" };
  assert.deepEqual(leader.act(move), ["move", "promise"]);
  assert.equal(leader.holder, "alpha", "it goes on");
  assert.deepEqual(leader.later(1_000).plan(), [], "promised once");
  assert.deepEqual(leader.act(leader.world.releaseCommand(session("alpha"))), ["release"]);
  assert.equal(leader.holder, "gamma");
  assert.equal(leader.world.lease().move, null);
  assert.equal(leader.world.lease().reason, "the move r1 asked for it");
});

test("a wanted move is promised as soon as its target can take it", () => {
  const leader = new Leader(heldWorld());
  leader.world.move("beta", "r1");
  leader.dead.add(beta);
  assert.deepEqual(leader.plan(), []);
  leader.dead.delete(beta);
  assert.deepEqual(leader.later(1_000).act(), ["promise"]);
});

test("a release after a failure goes elsewhere, also where the node is preferred or the move's target", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(alpha, beta) })));
  leader.act(leader.world.releaseCommand(session("alpha"), web, true));
  assert.equal(leader.holder, "beta");
  leader.act(leader.world.releaseCommand(session("beta"), web, true));
  assert.equal(leader.holder, "gamma");
});

test("an expire and the succession ride in one entry where the guard is proof enough", () => {
  const leader = new Leader(heldWorld());
  leader.dead.add(alpha);
  const suspectIndex = logIndex(leader.world.suspect(session("alpha")));
  const expire: Command = {
    type: "expire",
    session: session("alpha"),
    suspectIndex,
    term: term(1),
    evidence: "",
  };
  assert.deepEqual(leader.plan(), [], "suspected is not ended");
  assert.deepEqual(leader.act(expire), ["expire", "claim", "grant"]);
  assert.equal(leader.holder, "beta");
  assert.equal(leader.world.lease().grantedOn?.kind, "guard");
});

test("an expire without a guard is followed by nothing", () => {
  const leader = new Leader(heldWorld());
  leader.world.ready(session("alpha"), false);
  const suspectIndex = logIndex(leader.world.suspect(session("alpha")));
  const expire: Command = {
    type: "expire",
    session: session("alpha"),
    suspectIndex,
    term: term(1),
    evidence: "",
  };
  assert.deepEqual(leader.act(expire), ["expire"]);
  assert.equal(leader.holder, undefined);
  assert.deepEqual(leader.later(60_000).plan(), []);
});

test("what rides with an expire is planned again when the entry has to be proposed again", () => {
  const leader = new Leader(heldWorld());
  const first = leader.world.releaseCommand(session("alpha"));
  assert.deepEqual(leader.plan(first), leader.plan(first));
  assert.equal(leader.plan(first).length, 3);
});

test("`first` that the ledger would refuse is passed on alone", () => {
  const leader = new Leader(heldWorld());
  const first = { ...leader.world.releaseCommand(session("alpha")), token: token(1n) };
  assert.deepEqual(leader.plan(first), [first]);
});

test("the same is not planned twice while it is on its way, but again when it seems lost, or in another term", () => {
  const leader = new Leader(readyWorld());
  assert.equal(leader.plan().length, 2);
  assert.deepEqual(leader.plan(), []);
  assert.deepEqual(leader.later(PLANNER_DEFAULTS.retryAfter - 1).plan(), []);
  assert.equal(leader.later(1).plan().length, 2);
  assert.deepEqual(leader.plan(), []);
  leader.dead.add(alpha); // another successor is another plan
  assert.equal(leader.plan().length, 2);
  leader.world.term = 2;
  assert.equal(leader.plan().length, 2);
});

test("a claim that stands already is not made again", () => {
  const leader = new Leader(readyWorld());
  leader.world.claim(session("alpha"));
  assert.deepEqual(leader.act(), ["grant"]);
});

test("nothing is planned while no node can take the group, and it is as soon as one can", () => {
  const leader = new Leader(readyWorld());
  leader.dead = new Set([alpha, beta, gamma]);
  assert.deepEqual(leader.plan(), []);
  leader.dead.delete(gamma);
  assert.deepEqual(leader.act(), ["claim", "grant"]);
  assert.equal(leader.holder, "gamma");
});

test("by default a group stays where it runs when a better-placed node returns", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(beta, alpha) })));
  leader.running();
  assert.deepEqual(leader.later(600_000).plan(), []);
});

test("what a node on standby releases goes to the best of the others in the same entry, and the reason says why", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(alpha, gamma) })));
  leader.running();
  leader.world.done({ type: "standby", node: alpha, on: true, by: "root" });
  assert.deepEqual(leader.plan(), [], "its holder stops it first");
  assert.deepEqual(leader.act(leader.world.releaseCommand(session("alpha"))), ["release", "claim", "grant"]);
  assert.equal(leader.holder, "gamma");
  assert.equal(
    leader.world.lease().reason,
    "alpha is on standby by root; first of the preferred nodes that is ready",
  );
});

test("what a node on standby releases and no other node can take stays down until one can", () => {
  const leader = new Leader(heldWorld());
  leader.dead = new Set([beta, gamma]);
  leader.world.done({ type: "standby", node: alpha, on: true, by: "root" });
  assert.deepEqual(leader.act(leader.world.releaseCommand(session("alpha"))), ["release"]);
  assert.deepEqual(leader.later(60_000).plan(), []);
  leader.world.done({ type: "standby", node: alpha, on: false, by: "root" });
  assert.deepEqual(leader.act(), ["claim", "grant"]);
  assert.equal(leader.holder, "alpha");
});

test("a stopped group is placed nowhere, and again when it is wanted", () => {
  const leader = new Leader(heldWorld(one({ prefers: prefer(beta), failback: { after: 0 } })));
  leader.running();
  leader.world.done({ type: "want", group: web, running: false, by: "root" });
  assert.deepEqual(leader.plan(), [], "no failback of what is to stop");
  assert.deepEqual(leader.act(leader.world.releaseCommand(session("alpha"))), ["release"]);
  assert.deepEqual(leader.later(60_000).plan(), []);
  leader.world.done({ type: "want", group: web, running: true, by: "root" });
  assert.deepEqual(leader.act(), ["claim", "grant"]);
});

test("under maintenance nothing is placed or moved; what lost its holder stays down until it ends", () => {
  for (const group of [web, null]) {
    const leader = new Leader(heldWorld(one({ prefers: prefer(beta), failback: { after: 0 } })));
    leader.running();
    leader.world.done({ type: "maintain", group, on: true, by: "root" });
    assert.deepEqual(leader.later(60_000).plan(), []);
    leader.dead.add(alpha);
    const suspectIndex = logIndex(leader.world.suspect(session("alpha")));
    const id = session("alpha");
    assert.deepEqual(leader.act({ type: "expire", session: id, suspectIndex, term: term(1), evidence: "" }), [
      "expire",
    ]);
    assert.deepEqual(leader.later(60_000).plan(), []);
    leader.world.done({ type: "maintain", group, on: false, by: "root" });
    assert.deepEqual(leader.act(), ["claim", "grant"]);
    assert.equal(leader.holder, "beta");
  }
});

test("a leader with nothing to do looks at no group: 1,000 of them cost an idle tick nothing", () => {
  const groups = Array.from({ length: 1000 }, (_, i) =>
    groupSpec(`g${i}`, 0, { members: [{ ...address(0), ip: `10.1.${i >> 8}.${i & 255}` }] }),
  );
  const leader = new Leader(readyWorld(document({ groups })));
  for (let n = 0; n < 10; n++) assert.equal(leader.act().length, 200, "a hundred in one entry");
  const { ledger } = leader.world;
  assert.deepEqual(leader.later(1_000).plan(), []);
  const { leases } = ledger;
  let looked = 0;
  const values = leases.values.bind(leases);
  leases.values = () => {
    looked++;
    return values();
  };
  for (let i = 0; i < 100; i++) assert.deepEqual(leader.later(20).plan(), []);
  assert.equal(looked, 0);
  const spread = new Map<string, number>();
  for (const { holder } of values())
    spread.set(holder?.node ?? "", (spread.get(holder?.node ?? "") ?? 0) + 1);
  assert.deepEqual([...spread.values()].sort(), [333, 333, 334]);
});

const SEED = Number(process.env.LEASEHOLD_SEED ?? Date.now() % 2 ** 31);

test(`whatever has happened, a plan is never refused, never grants to an unfit node, and ends (seed ${SEED})`, (t) => {
  t.diagnostic(`seed ${SEED}; LEASEHOLD_SEED repeats it`);
  const nodes: NodeId[] = [alpha, beta, gamma];
  const steps = fc.array(fc.tuple(fc.nat(10), fc.nat(2), fc.boolean()), { minLength: 10, maxLength: 60 });
  fc.assert(
    fc.property(steps, (sequence) => {
      const groups = [
        groupSpec("web", 100, { prefers: prefer(beta), failback: { after: 0 } }),
        groupSpec("db", 101),
      ];
      const leader = new Leader(readyWorld(document({ groups })));
      const { world } = leader;
      let newest = 1;
      for (const [kind, who, yes] of sequence) {
        const node = nodes[who] ?? alpha;
        const group = yes ? web : db;
        const lease = world.lease(group);
        const current = [...world.ledger.sessions.values()].filter((s) => s.id.node === node).at(-1)?.id;
        let first: Command[] = [];
        if (kind === 0) world.join(session(node, ++newest));
        if (kind === 1 && current !== undefined)
          world.ready(current, !world.ledger.sessions.get(`${node}/${current.incarnation}/1`)?.ready?.guard);
        if (kind === 2) yes ? leader.dead.add(node) : leader.dead.delete(node);
        if (kind === 3 && lease.state === "held" && lease.holder !== null) {
          first = [world.releaseCommand(lease.holder, group, who === 0)];
        }
        if (kind === 4 && current !== undefined) {
          const open = [...world.ledger.sessions.values()].find((s) => s.id === current)?.suspect;
          const suspectIndex = open?.index ?? logIndex(world.suspect(current));
          first = [{ type: "expire", session: current, suspectIndex, term: term(1), evidence: "" }];
        }
        if (kind === 5) world.entry({ type: "move", group, to: node, requestId: `r${world.ledger.applied}` });
        if (kind === 6) leader.later(who * 6_000 + 100);
        if (kind === 7)
          world.entry({ type: "standby", node, on: !world.ledger.standby.has(node), by: "root" });
        if (kind === 8) {
          world.entry({ type: "want", group, running: world.ledger.stopped.has(group), by: "root" });
        }
        if (kind === 9) {
          const about = who === 0 ? null : group;
          world.entry({
            type: "maintain",
            group: about,
            on: !world.ledger.maintained.has(about),
            by: "root",
          });
        }
        if (kind === 10 && current !== undefined) {
          const up = !(world.ledger.cards.get(node)?.[0]?.up ?? true);
          const addresses = [{ ip: "10.0.0.1", prefix: 24 }];
          const cards = [{ name: "eth0", role: "primary" as const, addresses, up }];
          world.entry({ type: "cards", session: current, cards });
        }
        const held = world.lease();
        if (held.state === "held" && held.report === null && first.length === 0) leader.running();
        let rounds = 0;
        for (let commands = leader.plan(...first); commands.length > 0; commands = leader.plan()) {
          assert.ok(++rounds < 10, "planning ends when nothing changes");
          const live = new Map(world.ledger.sessions);
          const heirs = [...world.ledger.leases.values()].flatMap(({ heir }) => heir ?? []);
          const promised = new Set(heirs.map((heir) => sessionKey(heir.session)));
          for (const event of world.entry(...commands)) {
            assert.notEqual(event.type, "refused", JSON.stringify(event, bigints));
            // An heir becomes the holder whatever has become of it (S4): it was looked at when the promise was made.
            if (event.type === "granted" && promised.has(sessionKey(event.session))) continue;
            if (event.type !== "granted" && event.type !== "promised") continue;
            const successor = event.type === "granted" ? event.session : event.successor;
            const { node: to, incarnation, number } = successor;
            assert.ok(!leader.dead.has(to), "granted to a node that is not heard");
            assert.equal(live.get(`${to}/${incarnation}/${number}`)?.suspect, null);
            assert.ok(!world.lease(event.group).failures.has(to), "granted where it failed");
            assert.ok(!world.ledger.standby.has(to), "granted to a node on standby");
            assert.ok(!world.ledger.stopped.has(event.group), "granted though stopped");
            assert.ok(world.ledger.cards.get(to)?.[0]?.up ?? true, "granted to a node whose card is down");
          }
        }
      }
    }),
    { seed: SEED, numRuns: 200, includeErrorInReport: true },
  );
});

test("planning touches nothing of the ledger that is: a stop that it only thinks of is not remembered", () => {
  const leader = new Leader(heldWorld(one({ accepts: ["released", "fenced"] })));
  const { ledger } = leader.world;
  const parts = () => Object.entries(ledger).filter(([, part]) => part !== null && typeof part === "object");
  const before = structuredClone(parts());
  const stop: Command = {
    type: "prove-stop",
    node: alpha,
    incarnation: session("alpha").incarnation,
    kind: "fenced",
    by: beta,
    evidence: "read as off",
    attempts: [],
  };
  assert.deepEqual(
    leader.plan(stop).map(({ type }) => type),
    ["prove-stop", "claim", "grant"],
  );
  assert.deepEqual(parts(), before);
  const copy = assume(ledger, [], term(leader.world.term));
  for (const [name, part] of parts())
    if (name !== "document") assert.notEqual(copy[name as keyof typeof copy], part, `${name} is shared`);
});
