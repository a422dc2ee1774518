/** The printed packet filter: accepted by nft, and it does what it says to real packets. Needs root. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { renderFirewall } from "../../cli/firewall.ts";
import { inside, ip, ipForce, run, tryRun } from "../lab/shell.ts";

const CLI = fileURLToPath(new URL("../../cli/main.js", import.meta.url));
const NAMES = [`lhstr${process.pid}-a`, `lhstr${process.pid}-b`] as const;
const [node, outside] = NAMES;
const folder = mkdtempSync(join(tmpdir(), "leasehold-firewall-"));
const PLAN = {
  cluster: "shop",
  nodes: [
    { name: "alpha", addresses: ["10.66.0.1", "fd66::1"] },
    { name: "beta", addresses: ["10.66.0.2", "fd66::2"] },
  ],
  ports: { peer: 7410, heartbeat: 7410, api: 7411 },
  clients: [],
};

before(async () => {
  await ip(NAMES.map((name) => `netns add ${name}`));
  await ip([`link add lan0 netns ${node} type veth peer name lan0 netns ${outside}`]);
  await ip(["link set lo up", "addr add 10.66.0.1/24 dev lan0", "link set lan0 up"], node);
  // The other end has a member's address, and a stranger's.
  const strangers = ["addr add 10.66.0.9/24 dev lan0", "addr add 10.77.1.9/24 dev lan0"];
  await ip(["addr add 10.66.0.2/24 dev lan0", ...strangers, "link set lan0 up"], outside);
});
after(async () => {
  await ipForce(NAMES.map((name) => `netns del ${name}`));
  rmSync(folder, { recursive: true, force: true });
});

const load = (rules: string, ...how: string[]) =>
  run(inside(node, ["nft", ...how, "-f", "-"]), { input: rules });

test("nft takes the rules, with and without clients, with one family or both, twice in a row", async () => {
  const four = { ...PLAN, nodes: [{ name: "alpha", addresses: ["10.66.0.1"] }] };
  for (const plan of [
    PLAN,
    four,
    { ...PLAN, clients: ["10.0.0.0/8", "10.1.0.0/16", "fd00::/16"] },
    { ...four, clients: ["192.0.2.7/32"] },
  ]) {
    const rules = renderFirewall(plan);
    await load(rules, "-c");
    await load(rules);
    await load(rules);
  }
  const listed = await run(inside(node, ["nft", "list", "tables"]));
  assert.equal(listed.trim(), "table inet leasehold_firewall", "a repetition replaces");
});

/** Listens in the node's namespace and prints who gets through; after the end of its stdin all that has come by then, and ends. */
const SERVER = `
  const net = require("node:net"); const udp = require("node:dgram").createSocket("udp4");
  const say = (text) => process.stdout.write(text + "\\n");
  for (const port of [7410, 7411])
    net.createServer((s) => { say("tcp " + port + " " + s.remoteAddress); s.destroy(); }).listen(port, "10.66.0.1");
  udp.on("message", (_, from) => say("udp 7410 " + from.address));
  udp.bind(7410, "10.66.0.1", () => say("up"));
  // One whole turn of the loop after the word to end: what has come is read in it.
  process.stdin.on("end", () => setImmediate(() => setImmediate(() => process.exit()))).resume();`;

/** From this address: one datagram, and a connection to each port. */
const CLIENT = `
  const from = process.argv[1]; const udp = require("node:dgram").createSocket("udp4");
  udp.bind(0, from, () => udp.send("x", 7410, "10.66.0.1", () => udp.close()));
  for (const port of [7410, 7411]) {
    const socket = require("node:net").connect({ port, host: "10.66.0.1", localAddress: from });
    const given = setTimeout(() => socket.destroy(), 1500);
    socket.on("error", () => {}); socket.on("close", () => clearTimeout(given));
  }`;

test("members reach every port, a stranger only the API, and with clients named not even that", async () => {
  const heardFrom = async (clients: readonly string[], addresses: readonly string[]): Promise<string[]> => {
    await load(renderFirewall({ ...PLAN, clients }));
    const [program, ...rest] = inside(node, [process.execPath, "-e", SERVER]);
    const server = spawn(program!, rest, { stdio: ["pipe", "pipe", "inherit"] });
    const ended = once(server, "close");
    let said = "";
    try {
      await new Promise<void>((resolve) => {
        server.once("exit", () => resolve());
        server.stdout.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          if (said.includes("up\n")) resolve();
        });
      });
      for (const address of addresses) await run(inside(outside, [process.execPath, "-e", CLIENT, address]));
    } finally {
      server.stdin.end();
      await ended;
    }
    return said.trim().split("\n").slice(1).sort();
  };
  const everywhere = (address: string) => [
    `tcp 7410 ${address}`,
    `tcp 7411 ${address}`,
    `udp 7410 ${address}`,
  ];
  assert.deepEqual(
    await heardFrom([], ["10.66.0.2", "10.66.0.9"]),
    [...everywhere("10.66.0.2"), "tcp 7411 10.66.0.9"].sort(),
  );
  assert.deepEqual(await heardFrom(["10.99.0.0/16"], ["10.66.0.2", "10.66.0.9"]), everywhere("10.66.0.2"));
  assert.deepEqual(await heardFrom(["10.66.0.8/29"], ["10.66.0.9"]), ["tcp 7411 10.66.0.9"]);
});

test("the command prints them from a cluster document, and refuses what is no network", async () => {
  const document = join(folder, "cluster.yaml");
  writeFileSync(
    document,
    "cluster: shop\nports: {peer: 8000, heartbeat: 8001, api: 8002}\nnodes:\n  - {name: alpha, addresses: [10.66.0.1]}\n",
  );
  const printed = await run([process.execPath, CLI, "firewall", "--cluster", document]);
  await load(printed, "-c");
  assert.match(printed, /ip saddr @members udp dport 8001 accept\n {4}udp dport 8001 counter drop/);
  assert.match(printed, /ip saddr @members tcp dport 8000 accept\n {4}tcp dport 8000 counter drop/);
  assert.match(printed, /TCP port 8002, is open to everybody/);
  const wrong = await tryRun([
    process.execPath,
    CLI,
    ...["firewall", "--cluster", document, "--clients", "10.0.0.0/33; flush ruleset"],
  ]);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /expected networks such as 10\.0\.0\.0\/8/);
});
