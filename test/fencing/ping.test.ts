import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createPings } from "../../fencing/edges/ping.ts";
import type { PingProgram } from "../../fencing/edges/pingprogram.ts";

/** A program whose answers the test gives. */
function scripted() {
  const asked: { target: string; answer: (alive: boolean) => void; fail: (error: Error) => void }[] = [];
  const program: PingProgram = {
    probe: (target) =>
      new Promise((resolve, reject) => {
        process.env.LANG = "C"; // as the package does
        asked.push({ target, answer: (alive) => resolve({ alive }), fail: reject });
      }),
  };
  return { asked, program };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));
async function asks(asked: readonly unknown[], times: number): Promise<void> {
  const end = performance.now() + 20_000;
  while (asked.length < times) {
    assert.ok(performance.now() < end, `asked ${asked.length} times, not ${times}`);
    await turn();
  }
}

test("a target that is no plain IP address is never given to the program", () => {
  const { asked, program } = scripted();
  const pings = createPings({ now: () => 0, trouble: assert.fail, program });
  for (const target of ["-f", "--help", "gateway", "10.0.0.1 -f", "fe80::1%eth0", "", "10.0.0"])
    assert.throws(() => pings.probe(["10.0.0.1", target], 100), { code: "invalid-argument" }, target);
  assert.deepEqual(asked, []);
});

test("a round asks every target once, side by side, and says of each when its probe was sent", async () => {
  const { asked, program } = scripted();
  let at = 100;
  const pings = createPings({ now: () => at++, trouble: assert.fail, program });
  const round = pings.probe(["10.0.0.1", "10.0.0.2", "10.0.0.1"], 10_000);
  await asks(asked, 2);
  asked[1]?.answer(false);
  asked[0]?.answer(true);
  assert.deepEqual(await round, [
    { target: "10.0.0.1", sentAt: 100, answered: true },
    { target: "10.0.0.2", sentAt: 101, answered: false },
  ]);
  assert.equal(asked.length, 2);
});

test("who asks during a round gets that round: never are there two processes for one target", async () => {
  const { asked, program } = scripted();
  const pings = createPings({ now: () => 0, trouble: assert.fail, program });
  const rounds = [pings.probe(["10.0.0.1"], 10_000), pings.probe(["10.0.0.1"], 10_000)];
  await asks(asked, 1);
  asked[0]?.answer(true);
  const [first, second] = await Promise.all(rounds);
  assert.equal(first, second);
  assert.equal(asked.length, 1);
});

test("a ping that does not end ends its round all the same, and its target is not asked again before it has ended", async () => {
  const { asked, program } = scripted();
  let at = 0;
  const pings = createPings({ now: () => at, trouble: assert.fail, program });
  assert.deepEqual(await pings.probe(["10.0.0.1"], 5), [{ target: "10.0.0.1", sentAt: 0, answered: false }]);
  at = 50;
  assert.deepEqual(await pings.probe(["10.0.0.1"], 5), [{ target: "10.0.0.1", sentAt: 50, answered: false }]);
  assert.equal(asked.length, 1);
  asked[0]?.answer(true); // too late: it counts for no round
  await turn();
  const third = pings.probe(["10.0.0.1"], 10_000);
  await asks(asked, 2);
  asked[1]?.answer(true);
  assert.deepEqual(await third, [{ target: "10.0.0.1", sentAt: 50, answered: true }]);
});

test("where ping does not work nobody answers, and it is said once until it has worked again", async () => {
  const { asked, program } = scripted();
  const said: string[] = [];
  const pings = createPings({ now: () => 0, trouble: (text) => said.push(text), program });
  for (const works of [false, false, true, false]) {
    const before = asked.length;
    const round = pings.probe(["10.0.0.1"], 10_000);
    await asks(asked, before + 1);
    if (works) asked.at(-1)?.answer(true);
    else asked.at(-1)?.fail(new Error("no such program."));
    assert.equal((await round)[0]?.answered, works);
  }
  assert.equal(said.length, 2);
  assert.match(said[0] ?? "", /no such program.*is ping installed/i);
});

test("the language of this process stays what it was", async () => {
  const { asked, program } = scripted();
  const before = { ...process.env };
  const pings = createPings({ now: () => 0, trouble: assert.fail, program });
  process.env.LANG = "sq_AL.UTF-8";
  delete process.env.LC_ALL;
  try {
    const round = pings.probe(["10.0.0.1"], 10_000);
    await asks(asked, 1);
    assert.deepEqual([process.env.LANG, process.env.LC_ALL], ["sq_AL.UTF-8", undefined]);
    asked[0]?.answer(true);
    await round;
  } finally {
    for (const name of ["LANG", "LC_ALL"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
});

test("whatever a ping prints, it is no answer unless it says so, and this process lives on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "leasehold-ping-"));
  const { PATH } = process.env;
  const header = "PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.";
  const reply = "64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.031 ms";
  try {
    process.env.PATH = `${folder}:${PATH}`;
    for (const [printed, answered] of [
      [["Killed"], false],
      [["one two"], false],
      [["ping: x (y"], false],
      [["", " ", header, "time"], false],
      [["Killed", reply], false],
      [["warning", header, reply], true],
      [[header, reply], true],
    ] as const) {
      const lines = printed.map((line) => `echo '${line}'`);
      writeFileSync(join(folder, "ping"), ["#!/bin/sh", ...lines, ""].join("\n"));
      chmodSync(join(folder, "ping"), 0o755);
      const pings = createPings({ now: () => performance.now(), trouble: assert.fail });
      const [answer] = await pings.probe(["10.0.0.1"], 60_000);
      assert.equal(answer?.answered, answered, printed.join("|"));
    }
  } finally {
    process.env.PATH = PATH;
    rmSync(folder, { recursive: true });
  }
});

test("the real ping reaches this machine's own loopback, and not what it refuses to ask", async () => {
  const said: string[] = [];
  const pings = createPings({ now: () => performance.now(), trouble: (text) => said.push(text) });
  const answers = await pings.probe(["127.0.0.1", "255.255.255.255"], 20_000);
  assert.deepEqual(said, []);
  assert.deepEqual(
    answers.map(({ answered }) => answered),
    [true, false],
  );
});
