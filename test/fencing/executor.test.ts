/** What is asked of power devices, in which order, and what counts as an answer (R8). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { carryOut, type ExecutorParts, type PowerOrder } from "../../fencing/edges/executor.ts";
import type { FenceDevice } from "../../fencing/port.ts";

const node = nodeId("a");

/** Devices in a time of their own: each question takes what its device says. */
class Bench {
  now = 0;
  readonly lines: object[] = [];
  readonly asked: string[] = [];
  readonly devices = new Map<string, FenceDevice>();
  journalFails = false;

  /** `offAfter`: how long its outlet stays on after it said yes; null: for ever. */
  add(name: string, takes: number, offAfter: number | null, answers = true): this {
    let goesOff = Number.POSITIVE_INFINITY;
    const wait = async (): Promise<void> => {
      await null;
      this.now += takes;
    };
    this.devices.set(name, {
      name,
      command: async (outlet, action) => {
        this.asked.push(`${name} ${action} ${outlet}`);
        await wait();
        if (answers && offAfter !== null) goesOff = this.now + offAfter;
        return answers;
      },
      status: async (outlet) => {
        this.asked.push(`${name} status ${outlet}`);
        await wait();
        return answers ? (this.now >= goesOff ? "off" : "on") : null;
      },
    });
    return this;
  }

  get parts(): ExecutorParts {
    return {
      device: (name) => {
        const device = this.devices.get(name);
        return device === undefined ? null : { device, timeout: 1000 };
      },
      now: () => this.now,
      journal: async (line) => {
        if (this.journalFails) throw new Error("the disk is full");
        this.lines.push(line);
      },
      sleep: async (ms) => {
        this.now += ms;
      },
    };
  }
}

const order = (devices: string[], more: Partial<PowerOrder> = {}): PowerOrder => ({
  node,
  action: "off",
  outlets: devices.map((device) => ({ device, outlet: "3" })),
  until: 100,
  ...more,
});

test("off is a command, then a status of its own until it reads off; all of it is told, with how long it took", async () => {
  const bench = new Bench().add("pdu", 40, 60);
  const { attempts, askedAt } = await carryOut(bench.parts, order(["pdu"]));
  assert.deepEqual(
    attempts.map(({ action, accepted, status }) => [action, accepted, status]),
    [
      ["off", true, null],
      ["status", true, "off"],
    ],
  );
  assert.equal(attempts[0]?.duration, 40);
  assert.ok(askedAt !== null && askedAt >= 40, "the query that was sent after the command");
  assert.equal(bench.asked[0], "pdu off 3");
  assert.equal(bench.lines.length, 2, "written down before, and after");
});

test("R8: a device that says yes and does nothing, one that does not answer, and one that is not there prove nothing", async () => {
  const bench = new Bench().add("liar", 10, null).add("dead", 10, null, false);
  for (const name of ["liar", "dead", "nowhere"]) {
    const { attempts, askedAt } = await carryOut(
      bench.parts,
      order([name], { until: Number.POSITIVE_INFINITY }),
    );
    assert.equal(askedAt, null, name);
    assert.ok(attempts.length > 0 && attempts.every(({ status }) => status !== "off"));
  }
});

test("two power supplies: both must read off", async () => {
  const bench = new Bench().add("left", 10, 0).add("right", 10, null);
  assert.equal((await carryOut(bench.parts, order(["left", "right"]))).askedAt, null);
  const good = new Bench().add("left", 10, 0).add("right", 10, 30);
  assert.notEqual((await carryOut(good.parts, order(["left", "right"]))).askedAt, null);
});

test("T4: a shot that would begin too late is not fired; nor is one that could not be written down", async () => {
  const bench = new Bench().add("pdu", 10, 0);
  bench.now = 101;
  assert.deepEqual(await carryOut(bench.parts, order(["pdu"])), { attempts: [], askedAt: null });
  bench.now = 0;
  bench.journalFails = true;
  assert.deepEqual(await carryOut(bench.parts, order(["pdu"])), { attempts: [], askedAt: null });
  assert.deepEqual(bench.asked, []);
});

test("a status alone asks nothing to change, and power is given back without a status", async () => {
  const bench = new Bench().add("pdu", 10, 0);
  assert.equal((await carryOut(bench.parts, order(["pdu"], { action: "status" }))).askedAt, null);
  assert.deepEqual(bench.asked, ["pdu status 3"]);
  const { attempts } = await carryOut(bench.parts, order(["pdu"], { action: "on" }));
  assert.deepEqual(
    attempts.map(({ action, accepted }) => [action, accepted]),
    [["on", true]],
  );
});
