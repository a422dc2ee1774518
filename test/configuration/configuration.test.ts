/** What a person who writes a wrong file is told: every problem at once, each with file, line and field. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inSubnet, parseCidr, parseIp } from "../../configuration/addresses.ts";
import { checkCluster, readCluster } from "../../configuration/cluster.ts";
import { parseYaml } from "../../configuration/document.ts";
import { cardFor, readNode } from "../../configuration/node.ts";
import { PROFILES, timingProblems } from "../../configuration/profiles.ts";
import { LeaseholdError } from "../../errors.ts";

const folder = mkdtempSync(join(tmpdir(), "leasehold-configuration-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const CLUSTER = `cluster: shop
profile: fast
nodes:
  - { name: alpha, addresses: [10.0.0.1, 10.1.0.1] }
  - { name: beta, addresses: [10.0.0.2, 10.1.0.2] }
  - { name: gamma, addresses: [10.0.0.3, 10.1.0.3] }
groups:
  - name: web
    address: 10.0.0.100/24
    command: [/usr/bin/web, --port, "80"]
    prefers: [beta]
`;
const NODE = `node: alpha
data: data
runtime: run
secrets: secrets
cluster: cluster.yaml
cards:
  - { name: lan0, role: primary, address: 10.0.0.1/24 }
  - { name: hb0, role: primary, address: 10.1.0.1/24 }
`;

/** The lines of the error that `act` throws. */
function complaints(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof LeaseholdError, String(error));
    assert.equal(error.code, "config-invalid");
    return error.message.split("\n");
  }
  return assert.fail("it was accepted");
}
const cluster = (text: string) => checkCluster(parseYaml("c.yaml", text));

test("a cluster document becomes what the ledger replicates, profile expanded and defaults filled in", () => {
  const { document, ports } = cluster(CLUSTER);
  assert.equal(document.cluster, "shop");
  assert.deepEqual(document.timing, PROFILES.fast);
  assert.deepEqual(
    document.nodes.map((n) => [n.name, n.voter]),
    [
      ["alpha", true],
      ["beta", true],
      ["gamma", true],
    ],
  );
  const [web] = document.groups;
  assert.deepEqual(web?.address, { ip: "10.0.0.100", prefix: 24 });
  assert.deepEqual(web?.prefers, ["beta"]);
  assert.equal(web?.failback, false);
  assert.ok(web?.accepts.includes("guard"));
  assert.deepEqual(ports, { peer: 7410, heartbeat: 7410, api: 7411 });
});

test("a stated time replaces the profile's", () => {
  assert.equal(cluster(`${CLUSTER}timing: { ttl: 400 }\n`).document.timing.ttl, 400);
});

test("an unknown key is refused with its line", () => {
  const lines = complaints(() => cluster(CLUSTER.replace("profile: fast", "profil: fast")));
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? "", /^c\.yaml:2: profil: is not known here/);
});

test("every problem of a document is listed at once, each with its line", () => {
  const text = CLUSTER.replace("name: beta, addresses: [10.0.0.2", "name: alpha, addresses: [10.0.0.1")
    .replace("10.0.0.100/24", "10.9.0.100/24")
    .replace("prefers: [beta]", "prefers: [delta]");
  const lines = complaints(() => cluster(text));
  assert.deepEqual(
    lines.map((line) => /^c\.yaml:\d+: ([^:]+): /.exec(line)?.[1]),
    ["nodes[1].name", "nodes[1].addresses[0]", "groups[0].address", "groups[0].prefers[0]"],
  );
  assert.match(lines[0] ?? "", /^c\.yaml:5: .*alpha is already used by node alpha/);
  assert.match(lines[3] ?? "", /^c\.yaml:11: .*delta is not a node; nodes are alpha, gamma/);
});

test("an address that a node has cannot float", () => {
  assert.match(
    complaints(() => cluster(CLUSTER.replace("10.0.0.100", "10.0.0.2")))[0] ?? "",
    /already used by node beta/,
  );
});

test("nodes have the same number of paths", () => {
  const lines = complaints(() => cluster(CLUSTER.replace("[10.0.0.2, 10.1.0.2]", "[10.0.0.2]")));
  assert.match(lines[0] ?? "", /nodes\[1\]\.addresses: has 1 paths/);
});

test("a timing that cannot be safe is refused with the reason", () => {
  assert.match(
    complaints(() => cluster(`${CLUSTER}timing: { suspectAfter: 190 }\n`))[0] ?? "",
    /c\.yaml:12: timing: suspectAfter/,
  );
  assert.match(complaints(() => cluster(`${CLUSTER}timing: { rho: 0 }\n`))[0] ?? "", /rho is 0; expected/);
  assert.match(
    complaints(() => cluster(`${CLUSTER}timing: { heartbeat: 80 }\n`)).join("\n"),
    /a fifth of ttl/,
  );
});

test("the profiles themselves are safe", () => {
  for (const profile of Object.values(PROFILES)) assert.deepEqual(timingProblems(profile), []);
});

test("text that is not YAML is refused with file and line", () => {
  assert.match(complaints(() => cluster("cluster: shop\nnodes: [\n"))[0] ?? "", /^c\.yaml:\d+: /);
  assert.match(complaints(() => cluster("cluster: a\ncluster: b\n"))[0] ?? "", /c\.yaml:\d+: /);
});

test("a file that is not there is named", () => {
  assert.match(
    complaints(() => readCluster(join(folder, "absent.yaml")))[0] ?? "",
    /absent\.yaml: cannot be read/,
  );
});

test("a node's file is read with the cluster document it names, paths relative to itself", () => {
  writeFileSync(join(folder, "cluster.yaml"), CLUSTER);
  writeFileSync(join(folder, "node.yaml"), NODE);
  const node = readNode(join(folder, "node.yaml"));
  assert.equal(node.node, "alpha");
  assert.equal(node.data, join(folder, "data"));
  assert.equal(node.guard, "on");
  assert.equal(cardFor(node.cards, "10.0.0.100")?.name, "lan0");
  assert.equal(cardFor(node.cards, "10.7.0.100"), null);
});

test("F3: a primary card without a stationary address is refused", () => {
  writeFileSync(join(folder, "bad.yaml"), NODE.replace(", address: 10.1.0.1/24", ""));
  const lines = complaints(() => readNode(join(folder, "bad.yaml")));
  assert.match(lines[0] ?? "", /bad\.yaml:\d+: cards\[1\]\.address: expected the card's stationary address/);
});

test("a node that the cluster document does not know, or whose cards do not match it, is refused", () => {
  writeFileSync(join(folder, "cluster.yaml"), CLUSTER);
  writeFileSync(join(folder, "bad.yaml"), NODE.replace("node: alpha", "node: delta"));
  assert.match(
    complaints(() => readNode(join(folder, "bad.yaml")))[0] ?? "",
    /delta is not in .*its nodes are alpha, beta, gamma/,
  );
  writeFileSync(join(folder, "bad.yaml"), NODE.replace("10.1.0.1/24", "10.1.0.9/24"));
  assert.match(complaints(() => readNode(join(folder, "bad.yaml")))[0] ?? "", /no card has 10\.1\.0\.1/);
});

test("addresses: only plain dotted IPv4 with a sensible prefix", () => {
  for (const bad of ["1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "a.b.c.d", ""])
    assert.equal(parseIp(bad), null, bad);
  for (const bad of ["1.2.3.4", "1.2.3.4/0", "1.2.3.4/33", "1.2.3.4/2/3", "/24"])
    assert.equal(parseCidr(bad), null, bad);
  assert.equal(parseIp("255.255.255.255"), 2 ** 32 - 1);
  assert.equal(inSubnet("10.0.0.77", { ip: "10.0.0.1", prefix: 24 }), true);
  assert.equal(inSubnet("10.0.1.77", { ip: "10.0.0.1", prefix: 24 }), false);
  assert.equal(inSubnet("200.0.0.1", { ip: "10.0.0.1", prefix: 1 }), false);
});
