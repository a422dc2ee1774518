/** T1: a suspend is noticed, by nothing but the distance of two clocks, and shuts the gate before anything else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { watchForSuspend } from "../../daemon/suspend.ts";
import { gateAfterSuspend, gateAnswered, newGuard, nextGateOperation } from "../../network/guard.ts";

/** Two clocks; each reading may take a while. */
class Clocks {
  real = 5000;
  asleep = 1_000_000;
  pauses: number[] = [];
  private read(value: () => number): number {
    this.real += this.pauses.shift() ?? 0.001;
    return value();
  }
  boot = (): number => this.read(() => this.real + this.asleep);
  timers = (): number => this.read(() => this.real);
}

test("T1: a suspend shows as the time by which the boot-time clock ran ahead of the kernel's timers", () => {
  const clocks = new Clocks();
  const slept = watchForSuspend(clocks.boot, clocks.timers);
  clocks.real += 60_000;
  assert.equal(slept(), 0);
  clocks.asleep += 300;
  assert.ok(Math.abs(slept() - 300) < 0.1);
  assert.equal(slept(), 0, "told once");
});

test("a process that is stopped between two readings of its clocks was not suspended", () => {
  const clocks = new Clocks();
  clocks.pauses = [0, 40, 0];
  const slept = watchForSuspend(clocks.boot, clocks.timers);
  for (const pauses of [
    [500, 0.001, 0.001],
    [0.001, 500, 0.001],
    [0.001, 0.001, 500],
    [0.001, 0.001, 0.001],
  ]) {
    clocks.pauses = pauses;
    assert.equal(slept(), 0, pauses.join());
  }
});

test("after a suspend an open gate is shut at once, and opened afresh where it is still wanted", () => {
  const right = { now: 1000, validUntil: 1190, ttl: 200, wanted: true };
  const open = gateAnswered(newGuard(), { type: "open", timeout: 100 }, { ok: true }, 1000, 200);
  for (const wanted of [true, false]) {
    const guard = gateAfterSuspend(open, 1050);
    assert.deepEqual(nextGateOperation(guard, { ...right, now: 1050, wanted }), { type: "close" });
    const shut = gateAnswered(guard, { type: "close" }, { ok: true }, 1050, 200);
    const next = nextGateOperation(shut, { ...right, now: 1050, wanted });
    assert.equal(next?.type, wanted ? "arm" : undefined);
  }
});
