/** A simulator that finds nothing proves nothing: each of these breaks one rule, and the judge must see it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import type { ReplicaEffect } from "../../consensus/types.ts";
import type { HoldingAction } from "../../services/types.ts";
import { NO_SABOTAGE, type Sabotage } from "./scene.ts";
import { playSeed, type SeedOptions } from "./seed.ts";
import { production, type System } from "./system.ts";
import { STORMY } from "./weather.ts";

/** The first seed that shows a violation of one of `invariants`. */
function foundBy(invariants: readonly string[], changes: Partial<SeedOptions>, seeds = 150): number | null {
  for (let seed = 1; seed <= seeds; seed++) {
    const { violations } = playSeed(seed, {
      timing: PROFILES.fast,
      climate: STORMY,
      events: 1_000,
      ...changes,
    });
    if (violations.some((violation) => invariants.includes(violation.invariant))) return seed;
  }
  return null;
}
const without = (rule: Partial<Sabotage>): Partial<SeedOptions> => ({
  sabotage: { ...NO_SABOTAGE, ...rule },
});

/** Production's replica with every effect passed through `change`. */
const replicaThat = (change: (effect: ReplicaEffect) => ReplicaEffect): System => ({
  ...production,
  createReplica: (options, start, now) => {
    const replica = production.createReplica(options, start, now);
    return new Proxy(replica, {
      get: (target, name) =>
        name === "handle"
          ? (...event: Parameters<typeof replica.handle>) => target.handle(...event).map(change)
          : Reflect.get(target, name, target),
    });
  },
});
const holdingThat = (change: (action: HoldingAction) => HoldingAction): System => ({
  ...production,
  createHolding: (start) => {
    const advance = production.createHolding(start);
    return (event, now) => advance(event, now).map(change);
  },
});

test("a gate that lets everything through shows as two owners", () => {
  assert.notEqual(foundBy(["P1"], without({ gateOpen: true })), null);
});

test("without G2's delete-and-add, a paused daemon reopens an address long since taken", () => {
  assert.notEqual(foundBy(["P1"], without({ plainCreate: true })), null);
});

test("without G1, a timeout that is not cut at the session's deadline lets the old holder answer on", () => {
  const system = holdingThat((action) =>
    action.type === "gate" && (action.operation.type === "renew" || action.operation.type === "open")
      ? {
          ...action,
          operation: { ...action.operation, timeout: action.operation.timeout + PROFILES.fast.ttl },
        }
      : action,
  );
  assert.notEqual(foundBy(["P1", "V"], { system }), null);
});

/** Mostly restarts in place, and cuts that keep the next incarnation from its Adopt. */
const RESTARTS = { restart: 4, partition: 3, lastAct: 1, move: 1, freeze: 1 };

test("without G4's end at the predecessor's V, what was handed over goes on beside the successor", () => {
  const system: System = {
    ...production,
    createHolding: (start) => {
      const advance = production.createHolding(start);
      return (event, now) => {
        if (event.type !== "inherit") return advance(event, now);
        const validUntil = event.handed.validUntil + 2 * PROFILES.fast.ttl;
        return advance({ ...event, handed: { ...event.handed, validUntil } }, now);
      };
    },
  };
  assert.notEqual(foundBy(["P1", "V"], { system, climate: RESTARTS }), null);
});

test("without the service's guard, two nodes run one service", () => {
  assert.notEqual(foundBy(["P1"], without({ serviceGuardDead: true })), null);
});

test("clocks worse than rho make W too short (N1)", () => {
  assert.notEqual(foundBy(["N", "P1"], without({ drift: 0.08 })), null);
});

test("ages that claim more silence than there was end a living session (N3)", () => {
  const system = replicaThat((effect) =>
    effect.type === "send" && effect.envelope.type === "raft" && effect.envelope.ages.length > 0
      ? {
          ...effect,
          envelope: {
            ...effect.envelope,
            ages: effect.envelope.ages.map((age) => ({ ...age, age: age.age + 150 })),
          },
        }
      : effect,
  );
  assert.notEqual(foundBy(["N", "N3", "P1"], { system }), null);
});

test("a holder that counts from receipt instead of from its send outlives its lease (T3)", () => {
  const system = replicaThat((effect) =>
    effect.type === "session" ? { ...effect, validUntil: effect.validUntil + 60 } : effect,
  );
  assert.notEqual(foundBy(["N", "N9", "P1"], { system }), null);
});

test("a disk that acknowledges before it has synced loses what was promised", () => {
  assert.notEqual(foundBy(["P3", "D1", "ack", "R13.1"], without({ lyingDisk: true }), 3), null);
});
