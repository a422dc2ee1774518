import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { oneWay } from "./faults.ts";
import { Lab } from "./lab.ts";
import { cgroupRoot } from "./machine.ts";
import { type RunRecord, runsFolder, sweepDeadRuns } from "./runs.ts";
import { inside, tryRun, until } from "./shell.ts";
import { namespacesOf } from "./wires.ts";

const labs: Lab[] = [];
after(() => Promise.all(labs.map((lab) => lab.close())));

async function build(nodes: readonly string[]): Promise<Lab> {
  const lab = await Lab.build({ nodes });
  labs.push(lab);
  return lab;
}

const script = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** One frame each way between two namespaces, by a TCP connection that may take a second: for contact that there must not be. */
async function reaches(from: string, ip: string): Promise<boolean> {
  const program = `const s = require("node:net").connect({ host: "${ip}", port: 9 });
    s.on("error", (e) => process.exit(e.code === "ECONNREFUSED" ? 0 : 1));
    setTimeout(() => process.exit(1), 1000);`;
  return (await tryRun(inside(from, [process.execPath, "-e", program]))).status === 0;
}

/** For contact that there must be: a kernel that asked in vain waits before it asks again, and this machine may stand still. */
async function reached(from: string, ip: string): Promise<void> {
  await until(`contact with ${ip}`, 30_000, 10, async () => ((await reaches(from, ip)) ? true : null));
}

test("two labs stand side by side with the same addresses and do not reach each other", async () => {
  const [one, two] = await Promise.all([build(["alpha", "beta"]), build(["alpha"])]);
  assert.notEqual(one.plan.run, two.plan.run);
  await reached(one.node("alpha").namespace, "10.77.0.2");
  assert.equal(await reaches(two.node("alpha").namespace, "10.77.0.2"), false);
  await two.close();
  assert.deepEqual(await namespacesOf(two.plan.run), []);
  assert.equal(existsSync(two.folder), false);
  await reached(one.node("alpha").namespace, "10.77.0.2");
  await one.close();
});

test("a partitioned node is cut off from the other nodes on both networks, and the client still reaches it", async () => {
  const lab = await build(["alpha", "beta"]);
  const alpha = lab.node("alpha").namespace;
  await lab.partition("alpha");
  assert.equal(await reaches(alpha, "10.77.0.2"), false);
  assert.equal(await reaches(alpha, "10.78.0.2"), false);
  await reached(lab.plan.clientNamespace, "10.77.0.1");
  await lab.heal();
  for (const ip of ["10.77.0.2", "10.78.0.2"]) await reached(alpha, ip);
  await lab.faults(oneWay("beta", "alpha"));
  assert.equal(await reaches(alpha, "10.77.0.2"), false);
  await lab.close();
});

test("a machine dies whole: its power cut kills every process, and power comes back with a new boot id", async () => {
  const lab = await build(["alpha"]);
  const first = lab.machine("alpha");
  const pid = await first.start(["sleep", "1000"], "/dev/null");
  await until("the program", 20_000, 5, () =>
    readFileSync(`/proc/${pid}/cmdline`, "utf8").startsWith("sleep") ? true : null,
  );
  await lab.powerCut("alpha");
  assert.equal(existsSync(`/proc/${pid}`), false);
  assert.equal(lab.isOn("alpha"), false);
  const second = await lab.powerOn("alpha");
  assert.notEqual(second.bootId, first.bootId);
  await lab.close();
});

test("a machine writes into a cgroup tree of its own", async () => {
  const lab = await build(["alpha"]);
  const root = cgroupRoot();
  await lab.machine("alpha").start(["sh", "-c", `mkdir ${join(root, "mine")}; sleep 1000`], "/dev/null");
  const seen = join(root, `leasehold-lab-${lab.plan.run}`, "alpha", "mine");
  await until("the cgroup", 20_000, 10, () => (existsSync(seen) ? true : null));
  assert.equal(existsSync(join(root, "mine")), false);
  await lab.close();
  assert.equal(existsSync(seen), false);
});

/** Its pid, once it listens: a client that came before would be refused with an RST, and these tests look for RSTs. */
async function echoServer(lab: Lab): Promise<number> {
  const log = join(lab.folder, "server.log");
  const command = [process.execPath, script("tcpecho.js"), "server", "10.77.0.1"];
  const pid = await lab.machine("alpha").start(command, log);
  await until("the server", 20_000, 5, () => (readFileSync(log, "utf8").includes("listening") ? true : null));
  return pid;
}

test("a power cut sends no FIN and no RST: the peer's TCP connection just goes silent", async () => {
  const lab = await build(["alpha"]);
  const { plan } = lab;
  // The server is on the node, the connection from the client, the capture on the switch's end of the node's cable.
  await echoServer(lab);
  const capture = spawn(
    ...command(inside(plan.switchNamespace, [process.execPath, script("capture.js"), "alpha-lan"])),
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  lab.adopt(capture);
  let captured = "";
  capture.stdout!.setEncoding("utf8").on("data", (text: string) => {
    captured += text;
  });
  const client = spawn(
    ...command(inside(plan.clientNamespace, [process.execPath, script("tcpecho.js"), "client", "10.77.0.1"])),
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  lab.adopt(client);
  let echoes = 0;
  client.stdout!.on("data", () => echoes++);
  await until("echoes over TCP", 20_000, 20, () => (echoes > 3 ? true : null));
  await until("captured segments", 20_000, 20, () => (captured.includes('"from":"10.77.0.1"') ? true : null));
  const ended = once(client, "exit");
  await lab.powerCut("alpha");
  capture.stdin!.end();
  await once(capture, "close");
  const segments = captured
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { from: string; fin: boolean; rst: boolean });
  assert.deepEqual(
    segments.filter((segment) => segment.from === "10.77.0.1" && (segment.fin || segment.rst)),
    [],
  );
  let heard = -1;
  await until("the echoes to end", 20_000, 500, () => {
    const silent = heard === echoes;
    heard = echoes;
    return silent ? true : null;
  });
  assert.equal(client.exitCode, null, "the client's connection is still open");
  client.kill("SIGKILL");
  await ended;
  await lab.close();
});

test("the capture does see a FIN and an RST when a process dies on a machine that keeps its cables", async () => {
  const lab = await build(["alpha"]);
  const { plan } = lab;
  const server = await echoServer(lab);
  const capture = spawn(
    ...command(inside(plan.switchNamespace, [process.execPath, script("capture.js"), "alpha-lan"])),
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  lab.adopt(capture);
  let captured = "";
  capture.stdout!.setEncoding("utf8").on("data", (text: string) => {
    captured += text;
  });
  const client = spawn(
    ...command(inside(plan.clientNamespace, [process.execPath, script("tcpecho.js"), "client", "10.77.0.1"])),
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  lab.adopt(client);
  await until("captured segments", 20_000, 20, () => (captured.includes('"from":"10.77.0.1"') ? true : null));
  process.kill(server, "SIGKILL");
  await until("a FIN or an RST", 20_000, 20, () => (/"fin":true|"rst":true/.test(captured) ? true : null));
  await lab.close();
});

test("what a crashed run left is cleaned by the next, and a living run is left alone", async () => {
  const living = await build(["alpha"]);
  const child = spawn(process.execPath, [script("stray.js")], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout!.setEncoding("utf8"), "data")) as [string];
  const stray = JSON.parse(line) as { run: string; pid: number };
  child.kill("SIGKILL");
  await once(child, "exit");
  assert.notDeepEqual(await namespacesOf(stray.run), []);
  const mounted = (): boolean => readFileSync("/proc/mounts", "utf8").includes(`/${stray.run}/`);
  assert.ok(mounted());
  const record = JSON.parse(readFileSync(join(runsFolder(), `${stray.run}.json`), "utf8")) as RunRecord;
  assert.ok((await sweepDeadRuns()).includes(stray.run));
  assert.deepEqual(await namespacesOf(stray.run), []);
  assert.equal(mounted(), false, "its small disk is unmounted");
  assert.equal(existsSync(record.folder), false);
  assert.equal(existsSync(record.cgroup), false);
  assert.equal(existsSync(`/proc/${stray.pid}`), false, "its machines' processes are gone");
  assert.notDeepEqual(await namespacesOf(living.plan.run), []);
  await living.close();
});

function command(words: readonly string[]): [string, string[]] {
  return [words[0]!, words.slice(1)];
}
