import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, afterEach, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bootNow } from "../../network/kernel/clock.ts";
import {
  cgroupMount,
  isPopulated,
  killAll,
  processesIn,
  removeCgroup,
} from "../../services/agents/cgroup.ts";
import { identify } from "../../services/agents/exec.ts";
import { createRunner } from "../../services/runner.ts";
import { stopped } from "../lab/shell.ts";

const NODE = `lhed-${process.pid}`;
const home = join(cgroupMount(), "leasehold", NODE);
const web = join(home, "web");
const guards = join(home, "@guards");
const runtimeDirectory = mkdtempSync(join(tmpdir(), "lhed-"));
const drivers: ChildProcess[] = [];
const output: string[] = [];
const exits: string[] = [];
const troubles: string[] = [];
const runner = newRunner();

function newRunner() {
  const made = createRunner({
    node: NODE,
    runtimeDirectory,
    onOutput: (group, line) => output.push(`${group}: ${line}`),
    onTrouble: (group, text) => troubles.push(`${group}: ${text}`),
    now: bootNow,
  });
  made.onExit((name, why) => exits.push(`${name} ${why}`));
  return made;
}

afterEach(async () => {
  for (const driver of drivers.splice(0)) driver.kill("SIGKILL");
  await runner.kill("web");
  output.length = 0;
  exits.length = 0;
  troubles.length = 0;
});
after(() => {
  runner.close();
  rmSync(runtimeDirectory, { recursive: true });
});
process.on("exit", () => {
  for (const driver of drivers) driver.kill("SIGKILL");
  for (const place of [web, guards]) if (existsSync(place)) killAll(place);
  removeCgroup(home);
});

/** Waits for `condition`, which something outside brings about; fails after 20 s. */
async function until(what: string, condition: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!condition()) {
    assert.ok(performance.now() < end, `in vain: ${what}`);
    await wait(5);
  }
}

const FAR = 60_000;
/** Ends soon, and not for a pause of this machine. */
const WINDOW = 2500;
const COMMAND = { type: "command", name: "web", startTimeout: 10_000 } as const;
const sh = (script: string) => ({
  ...COMMAND,
  command: ["sh", "-c", script],
  environment: { COLOUR: "blue" },
});
const SLEEP = { ...COMMAND, command: ["sleep", "1000"], environment: {} };
const start = (spec: typeof SLEEP | ReturnType<typeof sh>, deadline = FAR, adopt = false) =>
  runner.start(spec, 7n, bootNow() + deadline, adopt);

/** A daemon of its own, which holds the service for `window` ms beyond each extension. */
async function startDriver(
  window: number,
  adopt = "fresh",
): Promise<{ child: ChildProcess; said: string[] }> {
  const script = fileURLToPath(new URL("./driver.js", import.meta.url));
  const args = [script, NODE, runtimeDirectory, adopt, String(window), "sleep", "1000"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  drivers.push(child);
  const said: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => said.push(line));
  await until("the driver's start", () => said.some((line) => line.includes("started")));
  return { child, said };
}

test("a service runs in its own cgroup with its token, and its output comes line by line", async () => {
  process.env.NOTIFY_SOCKET = "/nowhere";
  await start(
    sh('echo "$LEASEHOLD_NODE $LEASEHOLD_GROUP $LEASEHOLD_TOKEN $COLOUR $NOTIFY_SOCKET"; sleep 1000'),
  );
  await until("its output", () => output.length > 0);
  assert.deepEqual(output, [`web: ${NODE} web 7 blue `]);
  assert.deepEqual(await runner.running(), ["web"]);
  assert.ok(processesIn(web).length > 0);
  assert.deepEqual(
    processesIn(web).filter((pid) => processesIn(guards).includes(pid)),
    [],
  );
});

test("stop leaves the cgroup empty, calls nobody and ends the guard", async () => {
  await start(SLEEP);
  const [pid] = processesIn(web);
  await runner.stop("web", FAR);
  assert.equal(identify(pid!), null);
  assert.deepEqual(await runner.running(), []);
  assert.deepEqual(processesIn(guards), []);
  assert.deepEqual([exits, troubles], [[], []]);
  await runner.stop("web", FAR);
});

test("a service that ignores SIGTERM is killed when its time to stop is over, and that is told", async () => {
  await start(sh("trap '' TERM; echo up; while :; do sleep 1; done"));
  await until("its trap", () => output.includes("web: up"));
  await runner.stop("web", 50);
  assert.deepEqual(await runner.running(), []);
  assert.deepEqual(troubles, ["web: it did not end within 50 ms of SIGTERM and is killed"]);
});

test("children that daemonise and fork on are caught with the rest", async () => {
  await start(
    sh(
      "(setsid sh -c 'trap \"\" TERM; echo away; while :; do sleep 0.02 & sleep 0.01; done' &) ; sleep 1000",
    ),
  );
  await until("the child that went away", () => output.includes("web: away"));
  await until("what it forks", () => processesIn(web).length >= 3);
  await runner.stop("web", 50);
  assert.equal(isPopulated(web), false);
  assert.deepEqual(processesIn(web), []);
});

test("a kill does not wait for an orderly stop that is under way", async () => {
  await start(sh("trap '' TERM; echo up; while :; do sleep 1; done"));
  await until("its trap", () => output.includes("web: up"));
  const stopped = runner.stop("web", FAR);
  await runner.kill("web");
  await stopped;
  assert.deepEqual(await runner.running(), []);
});

test("the end of the main process is told once, with its status", async () => {
  await start(sh("sleep 1000 & exit 3"));
  await until("the call", () => exits.length > 0);
  assert.deepEqual(exits, ["web exited with status 3"]);
  assert.deepEqual(await runner.running(), ["web"], "what it left behind is still there");
  await start(SLEEP);
  assert.equal(processesIn(web).length, 1, "a start clears it away");
  assert.deepEqual(exits.length, 1);
});

test("the guard kills at the deadline, and extensions move the deadline", async () => {
  await start(SLEEP, WINDOW);
  const first = bootNow() + WINDOW;
  while (bootNow() < first + 300) {
    runner.extend("web", bootNow() + WINDOW);
    runner.extend("web", bootNow() - 1000); // an earlier deadline never counts
    await wait(20);
  }
  assert.deepEqual(await runner.running(), ["web"], "alive past the first deadline");
  await until("the kill", () => exits.length > 0);
  assert.deepEqual(exits, ["web its guard killed it at the deadline"]);
  assert.deepEqual(await runner.running(), []);
});

test("a daemon that is killed leaves a service that ends at its deadline", async () => {
  const { child } = await startDriver(WINDOW);
  assert.ok(isPopulated(web));
  child.kill("SIGKILL");
  await until("the kill", () => !isPopulated(web));
});

test("a daemon that is frozen leaves a service that ends at its deadline, and learns of it when thawed", async () => {
  const { child, said } = await startDriver(WINDOW);
  child.kill("SIGSTOP");
  await until("the kill", () => !isPopulated(web));
  assert.equal(
    said.some((line) => line.includes("exit")),
    false,
  );
  child.kill("SIGCONT");
  await until("the news", () => said.some((line) => line.includes("exit")));
});

test("without its guard the service of a killed daemon would live on, so the tests above are not blind", async () => {
  const { child } = await startDriver(1000);
  child.kill("SIGSTOP"); // so that it does not notice
  await stopped(child.pid!);
  for (const pid of processesIn(guards)) process.kill(pid, "SIGKILL");
  child.kill("SIGKILL");
  await wait(1300);
  assert.ok(isPopulated(web));
});

test("a guard shrugs off signals; when it is killed, its service is killed and the daemon told", async () => {
  await start(SLEEP);
  const [guard] = processesIn(guards);
  assert.ok(guard);
  for (const signal of ["SIGTERM", "SIGHUP", "SIGINT", "SIGPIPE"] as const) process.kill(guard, signal);
  await wait(50);
  assert.deepEqual(processesIn(guards), [guard]);
  process.kill(guard, "SIGKILL");
  await until("the call", () => exits.length > 0);
  assert.deepEqual(exits, ["web its guard ended by itself (SIGKILL)"]);
  await until("the kill", () => !isPopulated(web));
});

test("a restarted daemon adopts: same process, new guard, no gap, and its end is still noticed", async () => {
  const { child } = await startDriver(3000);
  const [pid] = processesIn(web);
  const [oldGuard] = processesIn(guards);
  child.kill("SIGKILL");
  const oldDeadline = bootNow() + 3000;
  await start(SLEEP, FAR, true);
  assert.deepEqual(processesIn(web), [pid]);
  assert.equal(processesIn(guards).length, 1);
  assert.notEqual(processesIn(guards)[0], oldGuard);
  while (bootNow() < oldDeadline + 200) await wait(50);
  assert.deepEqual(processesIn(web), [pid], "the old guard's deadline means nothing any more");
  assert.deepEqual(exits, []);
  process.kill(pid!, "SIGKILL");
  await until("the call", () => exits.length > 0);
  assert.match(exits[0]!, /^web ended \(it was adopted/);
});

test("adopting starts afresh when the main process is gone, whatever else it left", async () => {
  await start(sh("sleep 1000 & exit 0"));
  await until("the call", () => exits.length > 0);
  const [stray] = processesIn(web);
  await start(SLEEP, FAR, true);
  assert.equal(processesIn(web).length, 1);
  assert.notEqual(processesIn(web)[0], stray);
});

test("a start that does not adopt kills what a predecessor left, and its guard", async () => {
  const { child } = await startDriver(FAR);
  const [pid] = processesIn(web);
  child.kill("SIGKILL");
  assert.deepEqual(await runner.running(), ["web"]);
  await start(SLEEP);
  assert.equal(identify(pid!), null);
  assert.equal(processesIn(guards).length, 1);
});

test("a service whose daemon died survives writing output, so that it can be adopted", async () => {
  const script = "i=0; while :; do i=$((i+1)); echo line $i; sleep 0.02; done";
  await start(sh(script));
  await until("output", () => output.length > 3);
  const second = newRunner();
  runner.close();
  await second.start(sh(script), 7n, bootNow() + FAR, true);
  output.length = 0;
  await until("output to the next daemon", () => output.length > 3);
  assert.doesNotMatch(output.join(), /line 1,/, "it is the same process");
  await second.kill("web");
  second.close();
});

test("nothing is started after the deadline (T4)", async () => {
  await assert.rejects(start(SLEEP, -5), { code: "service", message: /its deadline has passed/ });
  assert.deepEqual(await runner.running(), []);
  assert.deepEqual(processesIn(guards), []);
});

test("a command that does not exist is refused in plain words and leaves nothing running", async () => {
  const missing = (command: string[]) => start({ ...COMMAND, command, environment: {} });
  await assert.rejects(missing(["nosuchprogram"]), { code: "service", message: /is in no folder of PATH/ });
  await assert.rejects(missing(["/nosuch/program"]), {
    code: "service",
    message: /is not there or not executable/,
  });
  await assert.rejects(missing([]), { code: "service" });
  assert.deepEqual(processesIn(guards), []);
  await assert.rejects(runner.start({ ...SLEEP, name: "../up" }, 7n, bootNow() + FAR, false), {
    code: "invalid-argument",
  });
});

test("the guard's memory is a few MB, none of them of Node", async () => {
  await start(SLEEP);
  const [guard] = processesIn(guards);
  const status = readFileSync(`/proc/${guard}/status`, "utf8");
  const kilobytes = Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]);
  assert.ok(kilobytes > 0 && kilobytes < 4096, `${kilobytes} kB`);
});
