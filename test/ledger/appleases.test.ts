/** Leases of applications in the ledger. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logIndex, term } from "../../consensus/core/types.ts";
import { APP_HISTORY_LIMIT, apply, createLedger, HISTORY_LIMIT } from "../../consensus/ledger/apply.ts";
import { type Command, type Token, token } from "../../consensus/ledger/types.ts";
import { readyWorld, type World, web } from "./world.ts";

const acquire = (owner = "me", name = "backup"): Command => ({
  type: "acquire",
  name,
  owner,
  ttl: 5000,
  note: "backup job on web-2",
});
function held(world: World, owner = "me"): Token {
  const event = world.done(acquire(owner))[0];
  assert.ok(event?.type === "acquired");
  return event.lease.token;
}

test("a name has one owner; a repeat is answered with the same token", () => {
  const world = readyWorld();
  const first = held(world);
  assert.deepEqual(world.done(acquire()), [
    { type: "acquired", lease: world.ledger.appLeases.get("backup"), repeated: true },
  ]);
  assert.equal(held(world), first);
  world.refused(acquire("you"), "held-by-another");
  const said = world.ledger.history.filter(({ event }) => event.type === "acquired");
  assert.equal(said.length, 1, "a repeat is no decision");
  assert.equal(said[0]?.text, `The lease "backup" was granted with token ${first}: backup job on web-2.`);
});

test("only its owner gives it back, with its token; P2: the next grant has a greater one", () => {
  const world = readyWorld();
  const first = held(world);
  const give = (owner: string, named: Token): Command => ({
    type: "yield",
    name: "backup",
    owner,
    token: named,
  });
  world.refused(give("you", first), "not-owner");
  world.refused(give("me", token(first - 1n)), "stale-token");
  assert.deepEqual(world.done(give("me", first)), [
    { type: "yielded", name: "backup", token: first, how: "released" },
  ]);
  world.refused(give("me", first), "duplicate");
  assert.ok(held(world, "you") > first);
});

test("N7: a lapse is the word of a leader in its own term, on one token", () => {
  const world = readyWorld();
  const first = held(world);
  const lapse = (named: Token, inTerm: number): Command => ({
    type: "lapse",
    name: "backup",
    token: named,
    term: term(inTerm),
  });
  world.refused(lapse(first, 2), "term-mismatch");
  world.refused(lapse(token(first - 1n), 1), "stale-token");
  world.done(lapse(first, 1));
  world.refused(lapse(first, 1), "duplicate");
});

test("names, owners, notes and times that make no sense are refused", () => {
  const world = readyWorld();
  for (const wrong of [
    { name: "" },
    { name: "x".repeat(256) },
    { name: "a\nb" },
    { owner: "" },
    { note: "\u0000" },
    { ttl: 0 },
    { ttl: Number.NaN },
  ]) {
    world.refused({ ...acquire(), ...wrong } as Command, "invalid");
  }
  world.done({ ...acquire(), name: "x".repeat(255) } as Command);
});

test("P2: whatever is asked, a name's tokens grow with each grant and it has one owner at a time", () => {
  const step = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2), fc.boolean());
  const run = fc.property(
    fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 60 }),
    (entries) => {
      const ledger = createLedger();
      const newest = new Map<string, Token>();
      const owners = new Map<string, string>();
      entries.forEach((steps, i) => {
        const commands = steps.map(([kind, n, o, wild]): Command => {
          const [name, owner] = [`n${n}`, `o${o}`];
          const named = wild ? token(1n) : (newest.get(name) ?? token(1n));
          if (kind < 2) return { type: "acquire", name, owner, ttl: 1000, note: "" };
          if (kind === 2) return { type: "yield", name, owner, token: named };
          return { type: "lapse", name, token: named, term: term(1) };
        });
        for (const event of apply(ledger, logIndex(i + 1), term(1), { at: 0, commands })) {
          if (event.type === "acquired") {
            const { name, owner, token: given } = event.lease;
            if (event.repeated) assert.deepEqual([owners.get(name), newest.get(name)], [owner, given]);
            else assert.ok(!owners.has(name) && given > (newest.get(name) ?? 0n), `${name} ${given}`);
            owners.set(name, owner);
            newest.set(name, given);
          } else if (event.type === "yielded") {
            assert.equal(event.token, newest.get(event.name));
            owners.delete(event.name);
          }
        }
      });
    },
  );
  fc.assert(run, { numRuns: 200 });
});

test("a busy application does not drive what happened to groups out of the history", () => {
  const world = readyWorld();
  world.claim({ ...[...world.ledger.sessions.values()][0]!.id });
  for (let i = 0; i < HISTORY_LIMIT; i++) world.done(acquire("me", `name-${i}`));
  const { history } = world.ledger;
  assert.ok(history.some(({ event }) => event.type === "claimed" && event.group === web));
  assert.equal(history.filter(({ event }) => event.type === "acquired").length, APP_HISTORY_LIMIT);
});
