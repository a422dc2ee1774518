import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { slicePath } from "../../services/agents/unit.ts";
import { bootSystemd, type SystemdMachine } from "../lab/systemd.ts";

const built = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const project = dirname(built.replace(/\/\.build\/[^/]+$/, "/.build"));
let machine: SystemdMachine;
const drivers: Driver[] = [];

/** `always`: systemd would start it again by itself. */
const UNIT = `[Service]
ExecStart=/bin/sh -c 'echo $LEASEHOLD_NODE $LEASEHOLD_GROUP $LEASEHOLD_TOKEN > /run/said; exec sleep 1000'
Restart=always
RestartSec=10ms
[Install]
WantedBy=multi-user.target
`;

class Driver {
  readonly process: ChildProcess;
  readonly exits: { readonly why: string; readonly byGuard: boolean }[] = [];
  readonly troubles: string[] = [];
  readonly #waiting = new Map<number, (answer: { ok: boolean; value: unknown }) => void>();
  readonly up: Promise<void>;
  #next = 1;
  constructor() {
    this.process = machine.spawn([process.execPath, `${built}/test/services/unitdriver.js`]);
    this.up = new Promise((resolve) => {
      createInterface({ input: this.process.stdout! }).on("line", (line) => {
        const said = JSON.parse(line);
        if (said.type === "up") resolve();
        else if (said.type === "exit") this.exits.push(said);
        else if (said.type === "trouble") this.troubles.push(said.text);
        else this.#waiting.get(said.id)?.(said);
      });
    });
  }
  async ask(op: string, more: object = {}): Promise<{ ok: boolean; value: unknown }> {
    await this.up;
    const id = this.#next++;
    const answer = new Promise<{ ok: boolean; value: unknown }>((resolve) => this.#waiting.set(id, resolve));
    this.process.stdin!.write(`${JSON.stringify({ id, op, ...more })}\n`);
    return answer;
  }
}
function newDriver(): Driver {
  const driver = new Driver();
  drivers.push(driver);
  return driver;
}
const property = async (name: string): Promise<string> =>
  (await machine.run(["systemctl", "show", "--value", `--property=${name}`, "demo.service"])).trim();

/** Waits for `condition`, which something outside brings about; fails after 20 s. */
async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await condition())) {
    assert.ok(performance.now() < end, `in vain: ${what}`);
    await wait(20);
  }
}

before(async () => {
  machine = await bootSystemd(project);
  await machine.write("/etc/systemd/system/demo.service", UNIT);
  await machine.run(["systemctl", "daemon-reload"]);
});
after(async () => {
  await machine.off();
});
afterEach(async () => {
  for (const driver of drivers.splice(0)) driver.process.kill("SIGKILL");
  await machine.tryRun(["pkill", "-KILL", "-f", "unitdriver"]);
  const last = newDriver();
  await last.ask("kill");
  await machine.tryRun(["systemctl", "stop", "demo.service"]);
  await machine.tryRun(["systemctl", "disable", "demo.service"]);
});

test("a unit is started under its token, and stopped so that systemd calls it inactive", async () => {
  const driver = newDriver();
  assert.deepEqual(await driver.ask("start", { unit: "demo.service" }), {
    type: "done",
    id: 1,
    ok: true,
    value: null,
  });
  assert.equal(await property("ActiveState"), "active");
  // systemd calls it active when it has forked: its shell may not have written yet.
  await until("its token", async () => {
    const said = await machine.tryRun(["cat", "/run/said"]);
    return said.stdout === "unit-test group 7\n";
  });
  assert.deepEqual((await driver.ask("running")).value, ["group.unit"]);
  assert.equal((await driver.ask("stop")).ok, true);
  assert.equal(await property("ActiveState"), "inactive");
  assert.deepEqual((await driver.ask("running")).value, []);
  assert.equal(await property("DropInPaths"), "", "the unit is its owner's again");
  assert.deepEqual(driver.exits, []);
});

test("a unit that does not stop in order is killed, and what systemctl said of it is told", async () => {
  await machine.run(["mkdir", "-p", "/run/systemd/system/demo.service.d"]);
  await machine.write(
    "/run/systemd/system/demo.service.d/stop.conf",
    "[Service]\nExecStop=/bin/sleep 1000\n",
  );
  const driver = newDriver();
  await driver.ask("start", { unit: "demo.service" });
  assert.equal((await driver.ask("stop", { timeout: 300 })).ok, true);
  await until("systemd to know", async () => (await property("MainPID")) === "0");
  assert.match(
    driver.troubles.join(),
    /^demo\.service was not stopped in order and is killed: .*no answer in 300 ms/,
  );
  await machine.run(["rm", "/run/systemd/system/demo.service.d/stop.conf"]);
  await machine.run(["systemctl", "daemon-reload"]);
});

test("a frozen daemon's unit is ended at its deadline, and systemd does not start it again", async () => {
  const driver = newDriver();
  assert.equal((await driver.ask("start", { unit: "demo.service", deadline: 5000 })).ok, true);
  await machine.run(["pkill", "-STOP", "-f", "unitdriver"]);
  await until("its end", async () => /^(failed|inactive)$/.test(await property("ActiveState")));
  await until(
    "its guard's end",
    async () =>
      (await machine.tryRun(["pgrep", "--runstates", "R,S,D", "-f", "leasehold-guard"])).status !== 0,
  );
  assert.match(await property("ActiveState"), /^(failed|inactive)$/);
  assert.equal(await property("MainPID"), "0");
});

test("a unit whose start takes longer than its lease never runs without it (T4)", async () => {
  await machine.run(["mkdir", "-p", "/run/systemd/system/demo.service.d"]);
  await machine.write(
    "/run/systemd/system/demo.service.d/slow.conf",
    "[Service]\nExecStartPre=/bin/sleep 3\n",
  );
  await machine.run(["rm", "-f", "/run/said"]);
  const driver = newDriver();
  const answer = await driver.ask("start", { unit: "demo.service", deadline: 800 });
  assert.equal(answer.ok, false);
  // One that is let go on would be active, and say so, when what delays it is over.
  await until("its end", async () => /^(failed|inactive)$/.test(await property("ActiveState")));
  assert.notEqual((await machine.tryRun(["cat", "/run/said"])).status, 0);
  await machine.run(["rm", "/run/systemd/system/demo.service.d/slow.conf"]);
  await machine.run(["systemctl", "daemon-reload"]);
});

test("an enabled unit, one that runs already and one that is not there are refused in plain words (R15)", async () => {
  const driver = newDriver();
  await machine.run(["systemctl", "enable", "demo.service"]);
  assert.match(
    String((await driver.ask("start", { unit: "demo.service" })).value),
    /is enabled: .*systemctl disable/,
  );
  await machine.run(["systemctl", "disable", "demo.service"]);
  await machine.run(["systemctl", "start", "demo.service"]);
  assert.match(
    String((await driver.ask("start", { unit: "demo.service" })).value),
    /runs already, started by somebody/,
  );
  assert.match(
    String((await driver.ask("start", { unit: "nosuch.service" })).value),
    /is not known to systemd/,
  );
});

test("a restarted daemon adopts the unit: the same process goes on, under a new guard", async () => {
  const first = newDriver();
  await first.ask("start", { unit: "demo.service" });
  const main = await property("MainPID");
  await machine.run(["pkill", "-KILL", "-f", "unitdriver"]);
  const second = newDriver();
  assert.deepEqual((await second.ask("running")).value, ["group.unit"]);
  assert.equal((await second.ask("start", { unit: "demo.service", adopt: true })).ok, true);
  assert.equal(await property("MainPID"), main);
  // The one before may not have been reaped yet.
  const alive = ["pgrep", "-c", "--runstates", "R,S,D", "-f", "leasehold-guard"];
  await until("one guard", async () => (await machine.tryRun(alive)).stdout === "1\n");
});

test("a unit that dies by itself is told, with systemd's word for it", async () => {
  const driver = newDriver();
  await driver.ask("start", { unit: "demo.service" });
  await machine.run(["systemctl", "kill", "--signal=KILL", "demo.service"]);
  await until("the word of its end", () => driver.exits.length > 0);
  assert.match(driver.exits[0]!.why, /its unit failed \(signal\)/);
  assert.equal(driver.exits[0]!.byGuard, false);
});

test("a slice's folder lies in those its name is made of", () => {
  assert.equal(slicePath("system.slice"), "/system.slice");
  assert.equal(slicePath("a-b.slice"), "/a.slice/a-b.slice");
  assert.equal(slicePath("-.slice"), "");
});
