import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cgroupMount } from "../../services/agents/cgroup.ts";
import { identify, isAlive } from "../../services/agents/exec.ts";
import { guardDeadline } from "../../services/agents/guard.ts";
import { lineReader } from "../../services/agents/output.ts";

test("the cgroup mount is found alone, beside version 1, and with a space in its path", () => {
  assert.equal(cgroupMount("cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\n"), "/sys/fs/cgroup");
  const hybrid = "tmpfs /sys/fs/cgroup tmpfs rw 0 0\ncgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\n";
  assert.equal(
    cgroupMount(`${hybrid}cgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0\n`),
    "/sys/fs/cgroup/unified",
  );
  assert.equal(cgroupMount("x /a\\040b cgroup2 rw 0 0"), "/a b");
  assert.throws(() => cgroupMount(hybrid), { code: "service", message: /nsenter --net=/ });
});

test("the guard is never told a later deadline than the lease's", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e10, noNaN: true }), (deadline) => {
      const told = guardDeadline(deadline) * 10;
      assert.ok(told <= deadline && deadline - told < 10);
    }),
  );
});

test("lines come out the same however the text is cut", () => {
  const text = fc.array(
    fc.string({ maxLength: 8 }).map((s) => s.replaceAll(/[\r\n]/g, ".")),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(text, fc.array(fc.nat(100)), (lines, cuts) => {
      const whole = lines.map((line) => `${line}\n`).join("");
      const said: string[] = [];
      const feed = lineReader((line) => said.push(line));
      let at = 0;
      for (const cut of cuts) {
        feed(whole.slice(at, at + cut), 0);
        at += cut;
      }
      feed(whole.slice(at), 0);
      assert.deepEqual(said, lines);
    }),
  );
});

test("a long line is cut and a flood is counted, not logged", () => {
  const said: string[] = [];
  const feed = lineReader((line) => said.push(line));
  feed("x".repeat(10_000), 0);
  feed(`${"x".repeat(10_000)}\nnext\n`, 0);
  assert.equal(said.length, 2);
  assert.match(said[0]!, /^x{4096} \(line cut\)$/);
  assert.equal(said[1], "next");
  feed("y\n".repeat(5000), 10);
  assert.equal(said.length, 200);
  feed("after\n", 1500);
  assert.deepEqual(said.slice(200), ["(4802 more lines left out)", "after"]);
});

test("a process is known by its number and its start", () => {
  const own = identify(process.pid);
  assert.ok(own !== null && isAlive(own));
  assert.equal(isAlive({ ...own, startedAt: "1" }), false);
  assert.equal(identify(2 ** 22 + 1), null);
});
