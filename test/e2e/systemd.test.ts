/** The daemon as a service of a real systemd: installed as a user installs it, in a one-node cluster of its own machine. */
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bootSystemd, type SystemdMachine } from "../lab/systemd.ts";

const built = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const project = dirname(built.replace(/\/\.build\/[^/]+$/, "/.build"));
let machine: SystemdMachine;

/** Leases that outlive any restart, also on a machine that is busy with other things. */
const CLUSTER = `cluster: single
timing: {ttl: 10s, suspectAfter: 5s}
nodes:
  - {name: n1, addresses: [10.9.0.1]}
groups:
  - name: demo
    members:
      - address: 10.9.0.100/24
      - unit: demo.service
`;
const NODE = `node: n1
cluster: cluster.yaml
data: /var/lib/leasehold
runtime: /run/leasehold
secrets: secrets/n1
cards:
  - {name: card0, address: 10.9.0.1/24}
`;
const DEMO = "[Service]\nExecStart=/bin/sleep 100000\n";

const property = async (unit: string, name: string): Promise<string> =>
  (await machine.run(["systemctl", "show", "--value", `--property=${name}`, unit])).trim();
const sh = (script: string): Promise<string> => machine.run(["sh", "-c", script]);

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 90_000;
  while (!(await condition())) {
    if (performance.now() > end) {
      const journal = await machine.tryRun([
        "journalctl",
        "-u",
        "leaseholdd",
        "-n",
        "40",
        "--no-pager",
        "-o",
        "cat",
      ]);
      assert.fail(`in vain: ${what}\n${journal.stdout}`);
    }
    await wait(100);
  }
}
const running = async (): Promise<boolean> => {
  const ran = await machine.tryRun(["leasehold", "status", "--json"]);
  if (ran.status !== 0) return false;
  const { groups } = JSON.parse(ran.stdout) as { groups: { state: string }[] };
  return groups[0]?.state === "running";
};

before(async () => {
  machine = await bootSystemd(project);
  await sh(
    "ip link add card0 type veth peer name far && ip link set far up && ip addr add 10.9.0.1/24 dev card0 && ip link set card0 up",
  );
  await machine.run([process.execPath, `${project}/packaging/install.mjs`]);
  await machine.write("/etc/systemd/system/demo.service", DEMO);
  await machine.write("/etc/leasehold/cluster.yaml", CLUSTER);
  await machine.write("/etc/leasehold/node.yaml", NODE);
  await machine.run([
    "leasehold",
    "init",
    "--cluster",
    "/etc/leasehold/cluster.yaml",
    "--out",
    "/etc/leasehold/secrets",
  ]);
  await machine.run(["systemctl", "daemon-reload"]);
  // `start` of a notify service returns when the daemon has said that it is ready.
  await machine.run(["systemctl", "start", "leaseholdd"]);
});
after(() => machine.off());

test("systemd starts it, hears that it is ready, and sees in its status what it does", async () => {
  assert.equal(await property("leaseholdd", "ActiveState"), "active");
  await until("the group to run", running);
  await until(
    "its status line",
    async () => (await property("leaseholdd", "StatusText")) === "leads; holds demo",
  );
  assert.equal(await property("demo.service", "ActiveState"), "active");
  assert.match(await sh("ip -br addr show card0"), /10\.9\.0\.100\/24/);
});

test("systemctl reload restarts it in place: another main process, the same unit process, the same token", async () => {
  const before = [await property("leaseholdd", "MainPID"), await property("demo.service", "MainPID")];
  const token = async (): Promise<string> =>
    JSON.parse(await machine.run(["leasehold", "status", "--json"])).groups[0].token;
  const first = await token();
  await machine.run(["systemctl", "reload", "leaseholdd"]);
  await until("another main process", async () => (await property("leaseholdd", "MainPID")) !== before[0]);
  await until("the group to run", running);
  await until("the reload to end", async () => (await property("leaseholdd", "ActiveState")) === "active");
  assert.equal(await property("demo.service", "MainPID"), before[1]);
  assert.equal(await token(), first);
});

test("a daemon that hangs is killed by systemd's watchdog and started again", async () => {
  const main = await property("leaseholdd", "MainPID");
  await sh(`kill -STOP ${main}`);
  await until(
    "another main process",
    async () => !["0", main].includes(await property("leaseholdd", "MainPID")),
  );
  await until("the group to run", running);
  assert.equal(await property("leaseholdd", "NRestarts"), "1");
});

test("a group whose unit somebody enables is not started any more, and the warning names the remedy (R15)", async () => {
  await machine.run(["leasehold", "stop", "demo"]);
  await sh(
    "printf '[Install]\\nWantedBy=multi-user.target\\n' >> /etc/systemd/system/demo.service && systemctl daemon-reload && systemctl enable demo.service",
  );
  await machine.tryRun(["timeout", "5", "leasehold", "start", "demo"]);
  assert.equal(await property("demo.service", "ActiveState"), "inactive");
  await until("the remedy in the journal", async () =>
    /the unit demo.service is enabled/.test(
      await sh(
        "journalctl -u leaseholdd --no-pager -o cat | grep 'systemctl disable demo.service' | head -1",
      ),
    ),
  );
  await machine.run(["systemctl", "disable", "demo.service"]);
  await until("the group to run", running);
});

test("systemctl stop stops the group in reverse order and leaves nothing behind", async () => {
  await machine.run(["systemctl", "stop", "leaseholdd"]);
  assert.equal(await property("leaseholdd", "Result"), "success");
  assert.equal(await property("demo.service", "ActiveState"), "inactive");
  assert.doesNotMatch(await sh("ip -br addr show card0"), /10\.9\.0\.100/);
  assert.equal((await sh("nft list tables")).trim(), "");
  // What has ended may not have been reaped yet.
  const alive = ["pgrep", "--runstates", "R,S,D", "-f", "leasehold"];
  await until("nothing of it to be left", async () => (await machine.tryRun(alive)).stdout === "");
});
