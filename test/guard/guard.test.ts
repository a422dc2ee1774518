/** G1 and G2: whatever pauses this process, the kernel's gate is shut at the session's deadline. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Guard, gateAnswered, gateIsLive, newGuard, nextGateOperation } from "../../network/guard.ts";
import type { GateOperation } from "../../network/port.ts";
import { KernelSets } from "./kernel.ts";

const TTL = 200;
const ok = { ok: true } as const;
const expired = { ok: false, reason: "expired", detail: "ENOENT" } as const;

/** What a careless guard would do instead. */
interface Faults {
  readonly plainCreate: boolean;
  /** B from a clock read before the batch was sent. */
  readonly earlyClock: boolean;
  /** The timeout counted from now instead of from B. */
  readonly fromNow: boolean;
}
const none: Faults = { plainCreate: false, earlyClock: false, fromNow: false };

/** One round of the daemon: what happens around one batch. */
interface Round {
  /** Since the round before. */
  readonly idle: number;
  /** How much V has grown over the clock since; 0: no echo came. */
  readonly echo: number;
  readonly wanted: boolean;
  readonly computeToSend: number;
  readonly sendToExecute: number;
  readonly executeToAck: number;
  readonly ackToClock: number;
  readonly early: number;
  readonly lost: boolean;
}
const pause = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 500 }) },
);
const round: fc.Arbitrary<Round> = fc.record({
  idle: fc.oneof(fc.integer({ min: 1, max: 25 }), pause),
  echo: fc.oneof(fc.constant(0), fc.integer({ min: 100, max: TTL })),
  wanted: fc.integer({ min: 0, max: 15 }).map((n) => n > 0),
  computeToSend: pause,
  sendToExecute: pause,
  executeToAck: pause,
  ackToClock: pause,
  early: fc.integer({ min: 0, max: 8 }),
  lost: fc.integer({ min: 0, max: 15 }).map((n) => n === 0),
});

/**
 * Runs the guard against the model; the true moments at which `live` was left alive past V. `inherited`: when the element
 * that a predecessor left ends, lawfully by its own V.
 */
function violations(rounds: readonly Round[], faults: Faults, inherited = 0): string[] {
  const kernel = new KernelSets(faults);
  kernel.liveUntil = inherited;
  const found: string[] = [];
  let guard: Guard = newGuard();
  let at = 1000;
  let validUntil = Number.NEGATIVE_INFINITY;
  for (const r of rounds) {
    at += r.idle;
    if (r.echo > 0) validUntil = Math.max(validUntil, at + r.echo);
    let operation = nextGateOperation(guard, { now: at, validUntil, ttl: TTL, wanted: r.wanted });
    if (operation === null) continue;
    if (faults.fromNow && (operation.type === "renew" || operation.type === "open")) {
      operation = { ...operation, timeout: Math.floor(Math.min(TTL / 2, validUntil - at)) };
    }
    const sent = at;
    at += r.computeToSend + r.sendToExecute;
    let answer = kernel.perform(operation, at, r.early);
    // The batch was executed and its acknowledgement was not: the guard must not build on either.
    if (r.lost) answer = { ok: false, reason: "failed", detail: "ENOBUFS" };
    if (kernel.liveUntil > Math.max(validUntil, inherited)) {
      found.push(`${operation.type} at ${at}: live until ${kernel.liveUntil}, V ${validUntil}`);
    }
    at += r.executeToAck + r.ackToClock;
    guard = gateAnswered(guard, operation, answer, faults.earlyClock ? sent : at, TTL);
  }
  return found;
}

const rounds = fc.array(round, { minLength: 5, maxLength: 60 });
const seed = Number(process.env.SEED ?? 20_407);

test(`an element never outlives the deadline, whatever pauses compute, send, execution and clock (seed ${seed})`, () => {
  fc.assert(
    fc.property(rounds, (list) => {
      assert.deepEqual(violations(list, none), []);
    }),
    { numRuns: 4000, seed },
  );
});

test(`nor when a predecessor left one that still lives (seed ${seed})`, () => {
  fc.assert(
    fc.property(rounds, fc.integer({ min: 900, max: 1200 }), (list, inherited) => {
      assert.deepEqual(violations(list, none, inherited), []);
    }),
    { numRuns: 4000, seed },
  );
});

for (const [name, faults] of [
  ["without the two steps of G2", { ...none, plainCreate: true }],
  ["with a clock read before the acknowledgement (G1)", { ...none, earlyClock: true }],
  ["with a timeout counted from now instead of B (G1)", { ...none, fromNow: true }],
] as const) {
  test(`${name} an element outlives the deadline (seed ${seed})`, () => {
    const result = fc.check(
      fc.property(rounds, (list) => violations(list, faults).length === 0),
      { numRuns: 4000, seed },
    );
    assert.ok(result.failed, "the model did not see the fault that was put in");
  });
}

/** Drives the guard with an exact kernel and no pauses; true times at which the gate was shut. */
function steady(options: { readonly lag: number; readonly tick: number; readonly rounds: number }): {
  readonly shut: number;
  readonly batches: number;
  readonly least: number;
} {
  const kernel = new KernelSets(none);
  let guard: Guard = newGuard();
  let shut = 0;
  let batches = 0;
  let least = TTL;
  for (let n = 0; n < options.rounds; n++) {
    const now = 1000 + n * options.tick;
    const validUntil = now + TTL - options.lag;
    if (n > 0 && now >= kernel.liveUntil) shut++;
    if (n > 5) least = Math.min(least, kernel.liveUntil - now);
    for (let i = 0; i < 4; i++) {
      const operation = nextGateOperation(guard, { now, validUntil, ttl: TTL, wanted: true });
      if (operation === null) break;
      batches++;
      guard = gateAnswered(guard, operation, kernel.perform(operation, now, 0), now, TTL);
    }
  }
  return { shut, batches, least };
}

test("a gate in steady contact stays open with most of half a TTL left, and does not renew at every tick", () => {
  const run = steady({ lag: 20, tick: 5, rounds: 400 });
  assert.equal(run.shut, 0);
  assert.ok(run.least >= TTL / 2 - TTL / 10 - 5, `at times only ${run.least} ms were left`);
  // 2 s at ten batches in a TTL, and the opening.
  assert.ok(run.batches <= 104, `${run.batches} batches`);
});

test("a gate whose echoes come late never renews for less than it has, and stays open", () => {
  for (const lag of [60, 100, 120]) {
    assert.equal(steady({ lag, tick: 5, rounds: 400 }).shut, 0, `lag ${lag}`);
  }
});

test("without any further echo the gate stays open almost to the deadline, and never past it", () => {
  const kernel = new KernelSets(none);
  let guard: Guard = newGuard();
  const validUntil = 1190;
  let last = 0;
  for (let now = 1000; now < 1300; now += 2) {
    for (let i = 0; i < 4; i++) {
      const operation = nextGateOperation(guard, { now, validUntil, ttl: TTL, wanted: true });
      if (operation === null) break;
      guard = gateAnswered(guard, operation, kernel.perform(operation, now, 0), now, TTL);
    }
    if (now < kernel.liveUntil) last = now;
  }
  assert.ok(last < validUntil, `open at ${last}, V ${validUntil}`);
  assert.ok(last > validUntil - TTL / 8, `shut since ${last}, V ${validUntil}`);
});

const right = (now: number, validUntil = now + 190, wanted = true) => ({ now, validUntil, ttl: TTL, wanted });

/** The operation, given that one is due. */
function due(guard: Guard, r: ReturnType<typeof right>): GateOperation {
  const operation = nextGateOperation(guard, r);
  assert.ok(operation, "nothing was due");
  return operation;
}

test("opening is close, arm, open, one answer after the other (G2)", () => {
  let guard = newGuard();
  const said: string[] = [];
  for (let operation = nextGateOperation(guard, right(1000)); operation !== null; ) {
    said.push(operation.type);
    guard = gateAnswered(guard, operation, ok, 1000, TTL);
    operation = nextGateOperation(guard, right(1000));
  }
  assert.deepEqual(said, ["close", "arm", "open"]);
  assert.ok(gateIsLive(guard, 1000));
});

test("a renewal answered as expired means shut, and opening anew from the first step (G2)", () => {
  const guard = gateAnswered(
    { phase: "open", dies: 1100 },
    { type: "renew", timeout: 100 },
    expired,
    1050,
    TTL,
  );
  assert.ok(!gateIsLive(guard, 1050));
  assert.equal(due(guard, right(1050)).type, "arm");
});

test("a timeout near zero is never sent: the kernel would take zero for no timeout at all", () => {
  assert.equal(nextGateOperation({ phase: "armed", dies: 1190 }, right(1100, 1190.9)), null);
  assert.equal(nextGateOperation({ phase: "armed", dies: 1180 }, right(1100, 1190)), null);
  assert.equal(nextGateOperation({ phase: "open", dies: 1190 }, right(1100, 1190.9)), null);
});

test("timeouts are whole milliseconds, rounded down", () => {
  assert.deepEqual(due({ phase: "armed", dies: 1050.3 }, right(1001, 1100.9)), { type: "open", timeout: 50 });
});

test("a gate that is no longer wanted is closed, also when the last batch failed", () => {
  assert.equal(due({ phase: "open", dies: 1100 }, right(1000, 1190, false)).type, "close");
  const failed = { ok: false, reason: "failed", detail: "ENOBUFS" } as const;
  const guard = gateAnswered({ phase: "open", dies: 1100 }, { type: "close" }, failed, 1001, TTL);
  assert.equal(due(guard, right(1030, 1190, false)).type, "close");
});

test("after a renewal that failed without expiring, B covers both elements that may live", () => {
  const failed = { ok: false, reason: "failed", detail: "ENOBUFS" } as const;
  const guard = gateAnswered(
    { phase: "open", dies: 1090 },
    { type: "renew", timeout: 40 },
    failed,
    1020,
    TTL,
  );
  assert.deepEqual(guard, { phase: "open", dies: 1090 });
});

test("a predecessor's element is left to its own deadline until this process wants the gate itself", () => {
  assert.equal(nextGateOperation(newGuard(), right(1000, 1190, false)), null);
  assert.equal(due(newGuard(), right(1000)).type, "close");
});

test("a close that the kernel refused, an element lapsing under it, has shut nothing: it is asked for again", () => {
  const open = gateAnswered(newGuard(), { type: "open", timeout: 100 }, ok, 1000, TTL);
  const guard = gateAnswered(open, { type: "close" }, expired, 1010, TTL);
  const right = { now: 1010, validUntil: 1190, ttl: TTL, wanted: false };
  assert.deepEqual(nextGateOperation(guard, right), { type: "close" });
});
