/** A right cluster document, and what a person who writes a wrong one is told: every problem, with file, line and field. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readCluster } from "../../configuration/cluster.ts";
import { LARGEST } from "../../configuration/document.ts";
import { PROFILES, timingProblems } from "../../configuration/profiles.ts";
import { addressesOf, servicesOf } from "../../consensus/ledger/types.ts";
import { CLUSTER, complaint, complaints, read, withGroups } from "./complaints.ts";

const folder = mkdtempSync(join(tmpdir(), "leasehold-cluster-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("a cluster document becomes what the ledger replicates, profile expanded and defaults filled in", () => {
  const { document, ports } = read(CLUSTER);
  assert.equal(document.cluster, "shop");
  assert.deepEqual(document.timing, PROFILES.fast);
  assert.deepEqual(
    document.nodes.map((n) => [n.name, n.voter]),
    ["alpha", "beta", "gamma"].map((name) => [name, true]),
  );
  const times = { startTimeout: 30_000, stopTimeout: 10_000, restarts: { limit: 3, window: 60_000 } };
  const command = ["/usr/bin/web", "--port", "80"];
  assert.deepEqual(document.groups, [
    {
      name: "web",
      members: [
        { type: "address", name: "ip", ip: "10.0.0.100", prefix: 24 },
        { type: "command", name: "service", command, environment: {}, ...times },
      ],
      prefers: [{ node: "beta", weight: 100 }],
      failback: null,
      accepts: ["released", "guard", "fenced", "watchdog", "rebooted", "operator"],
    },
  ]);
  assert.deepEqual(ports, { peer: 7410, heartbeat: 7410, api: 7411 });
});

test("members keep their order, and those without a name are given one that is free", () => {
  const [group] = read(
    withGroups(`  - name: web
    members:
      - unit: Postgresql@15-main.service
      - address: 10.0.0.100/24
      - address: 10.0.0.101/24
      - command: [/bin/a]
      - {name: service-2, command: [/bin/b]}
      - command: [/bin/c]
      - unit: postgresql-15-main.service
      - unit: "_.service"
      - {name: ip-3, address: 10.0.0.102/24}
      - address: 10.0.0.103/24
`),
  ).document.groups;
  assert.deepEqual(
    group?.members.map(({ name }) => name),
    [
      "postgresql-15-main",
      "ip",
      "ip-2",
      "service",
      "service-2",
      "service-3",
      "postgresql-15-main-2",
      "service-4",
      "ip-3",
      "ip-4",
    ],
  );
});

test("the short form of a group is an address, then a command", () => {
  const [group, bare] = read(
    withGroups(`  - name: web
    address: 10.0.0.100/24
    command: [/usr/bin/web]
    environment: {LEVEL: high}
    startTimeout: 5s
    stopTimeout: 2m
    restarts: {limit: 1}
  - {name: bare, address: 10.0.0.101/24}
`),
  ).document.groups;
  assert.deepEqual(group?.members, [
    { type: "address", name: "ip", ip: "10.0.0.100", prefix: 24 },
    {
      type: "command",
      name: "service",
      command: ["/usr/bin/web"],
      environment: { LEVEL: "high" },
      startTimeout: 5000,
      stopTimeout: 120_000,
      restarts: { limit: 1, window: 60_000 },
    },
  ]);
  assert.equal(bare === undefined ? null : addressesOf(bare).length, 1);
  assert.equal(bare === undefined ? null : servicesOf(bare).length, 0);
});

test("the short form does not mix with members", () => {
  const lines = complaints(() => read(CLUSTER.replace("    prefers", "    stopTimeout: 5s\n    prefers")));
  assert.deepEqual(lines, [
    "c.yaml:12: groups[0].stopTimeout: belongs inside a member when members is given",
  ]);
  assert.match(
    complaint(withGroups("  - {name: a, address: 10.0.0.9/24, stopTimeout: 5s}\n")),
    /^c\.yaml:8: groups\[0\]\.stopTimeout: is of use only beside a command/,
  );
});

test("preferences are a list, best first, or weights; failback is never, immediate or after a time", () => {
  const group = (more: string) => read(CLUSTER.replace("    prefers: [beta]", more)).document.groups[0];
  const weights = (more: string) => group(more)?.prefers.map(({ node, weight }) => [node, weight]);
  assert.deepEqual(weights("    prefers: [gamma, alpha]"), [
    ["gamma", 100],
    ["alpha", 99],
  ]);
  assert.deepEqual(weights("    prefers: {alpha: 5, beta: 70, gamma: 5}"), [
    ["beta", 70],
    ["alpha", 5],
    ["gamma", 5],
  ]);
  assert.deepEqual(group("    prefers:")?.prefers, []);
  assert.equal(group("    failback: never")?.failback, null);
  assert.deepEqual(group("    failback: immediate")?.failback, { after: 0 });
  assert.deepEqual(group("    failback: {after: 30s}")?.failback, { after: 30_000 });
});

test("a stated time replaces the profile's, in milliseconds or with its unit", () => {
  assert.equal(read(`${CLUSTER}timing: { ttl: 400 }\n`).document.timing.ttl, 400);
  assert.equal(read(`${CLUSTER}timing: { ttl: 1s }\n`).document.timing.ttl, 1000);
});

test("every problem of a document is listed at once, of all kinds, by line", () => {
  const lines = complaints(() =>
    read(`cluster: Shop
profil: fast
timing: { heartbeat: 900 }
nodes:
  - { name: alpha, addresses: [10.0.0.1] }
  - { name: alpha, addresses: [10.0.0.1] }
groups:
  - name: web
    members:
      - address: 10.0.0.1/24
      - unit: nginx
      - address: 10.9.0.1/24
    prefers: [delta]
  - name: web
    address: fe80::1/64
`),
  );
  assert.deepEqual(
    lines.map((line) => /^c\.yaml:(\d+): ([^:]+): /.exec(line)?.slice(1)),
    [
      ["1", "cluster"],
      ["2", "profil"],
      ["3", "timing"],
      ["3", "timing"],
      ["6", "nodes[1].name"],
      ["6", "nodes[1].addresses[0]"],
      ["10", "groups[0].members[0].address"],
      ["11", "groups[0].members[1].unit"],
      ["12", "groups[0].members[2].address"],
      ["13", "groups[0].prefers[0]"],
      ["14", "groups[1].name"],
      ["15", "groups[1].address"],
    ],
  );
});

test("text of a stranger stays short and on its line", () => {
  const line = complaint(CLUSTER.replace("fast", `"a\\n${"x".repeat(5000)}"`));
  assert.ok(line.length < 200, line);
});

test("the profiles themselves are safe", () => {
  for (const profile of Object.values(PROFILES)) assert.deepEqual(timingProblems(profile), []);
});

test("text that is not YAML is refused with file and line", () => {
  assert.match(complaints(() => read("cluster: shop\nnodes: [\n"))[0] ?? "", /^c\.yaml:\d+: /);
  assert.match(
    complaints(() => read("[".repeat(50_000))).join("\n"),
    /nested too deeply|call stack|expected/i,
  );
});

test("a file that is not there, and one that is too large, are named", () => {
  assert.match(
    complaints(() => readCluster(join(folder, "absent.yaml")))[0] ?? "",
    /absent\.yaml: cannot be read/,
  );
  const large = join(folder, "large.yaml");
  writeFileSync(large, "");
  truncateSync(large, LARGEST + 1);
  assert.match(
    complaints(() => readCluster(large))[0] ?? "",
    /large\.yaml: has 4194305 bytes; expected at most 4194304 \(4 MiB\)/,
  );
  assert.match(complaint(" ".repeat(LARGEST + 1)), /expected at most 4194304/);
});

test("a thousand problems are listed, and how many there are beyond", () => {
  const lines = complaints(() => read("a: 1\n".replace("a", "cluster") + manyKeys(1500)));
  assert.equal(lines.length, 1001);
  assert.match(lines.at(-1) ?? "", /and \d+ more problems/);
});

const manyKeys = (count: number): string => Array.from({ length: count }, (_, i) => `key${i}: 1\n`).join("");
