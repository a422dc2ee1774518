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

const GROUP = "  - name: web\n    members:\n";
const member = (text: string): string => withGroups(`${GROUP}      - ${text}\n`);

/** What is wrong, the document, and the whole complaint or a pattern of it. */
const WRONG: readonly [string, string, string | RegExp][] = [
  [
    "an unknown key",
    CLUSTER.replace("profile: fast", "profil: fast"),
    "c.yaml:2: profil: is not known here; is it misspelt? Known are cluster, profile, timing, ports, nodes, groups",
  ],
  [
    "an unknown key of a member",
    member("{address: 10.0.0.9/24, prefix: 2}"),
    /^c\.yaml:10: groups\[0\]\.members\[0\]\.prefix: is not known/,
  ],
  [
    "no name",
    CLUSTER.replace("cluster: shop\n", ""),
    /^c\.yaml:1: cluster: is missing; expected a name of 1 to 32/,
  ],
  [
    "a name with capitals",
    CLUSTER.replace("name: web", "name: Web"),
    /^c\.yaml:8: groups\[0\]\.name: expected a name of .*, not "Web"/,
  ],
  [
    "a name that is a number",
    CLUSTER.replace("name: web", "name: 12"),
    /^c\.yaml:8: groups\[0\]\.name: .*, not 12$/,
  ],
  [
    "a node's name used twice",
    CLUSTER.replace("name: gamma", "name: alpha"),
    "c.yaml:6: nodes[2].name: alpha is already used by node alpha (line 4)",
  ],
  [
    "a group's name used twice",
    `${CLUSTER}  - {name: web, address: 10.0.0.9/24}\n`,
    "c.yaml:13: groups[1].name: web is already used by group web (line 8)",
  ],
  [
    "a member's name used twice",
    withGroups(`${GROUP}      - {name: a, address: 10.0.0.8/24}\n      - {name: a, address: 10.0.0.9/24}\n`),
    "c.yaml:11: groups[0].members[1].name: a is already used by another member of group web",
  ],
  [
    "one floating address twice",
    `${CLUSTER}  - {name: b, address: 10.0.0.100/24}\n`,
    "c.yaml:13: groups[1].address: 10.0.0.100 is already used by group web (line 10)",
  ],
  [
    "one IPv6 address in two spellings",
    withGroups(`${GROUP}      - address: fd00::a/64\n      - address: FD00:0:0::000A/64\n`),
    "c.yaml:11: groups[0].members[1].address: fd00::a is already used by group web (line 10)",
  ],
  [
    "a floating address that a node has",
    CLUSTER.replace("10.0.0.100", "10.0.0.2"),
    "c.yaml:10: groups[0].members[0].address: 10.0.0.2 is already used by node beta (line 5)",
  ],
  [
    "two nodes with one address",
    CLUSTER.replace("10.1.0.3", "10.1.0.2"),
    "c.yaml:6: nodes[2].addresses[1]: 10.1.0.2 is already used by node beta (line 5)",
  ],
  [
    "a unit in two groups",
    withGroups("  - {name: a, members: [{unit: x.service}]}\n  - {name: b, members: [{unit: x.service}]}\n"),
    "c.yaml:9: groups[1].members[0].unit: x.service is already used by group a (line 8)",
  ],
  [
    "an unknown node",
    CLUSTER.replace("[beta]", "[beta, delta]"),
    "c.yaml:12: groups[0].prefers[1]: delta is not a node; nodes are alpha, beta, gamma",
  ],
  [
    "an unknown node with a weight",
    CLUSTER.replace("[beta]", "{delta: 1}"),
    /^c\.yaml:12: groups\[0\]\.prefers\.delta: delta is not a node/,
  ],
  ["a node preferred twice", CLUSTER.replace("[beta]", "[beta, beta]"), /prefers\[1\]: beta is named twice/],
  [
    "a weight that is no number",
    CLUSTER.replace("[beta]", "{beta: much}"),
    /prefers\.beta: expected a whole number from 0 to 1000000, not "much"/,
  ],
  [
    "a failback that is neither",
    CLUSTER.replace("prefers: [beta]", "failback: true"),
    /^c\.yaml:12: groups\[0\]\.failback: expected never, immediate or a map such as \{after: 30s\}, not true/,
  ],
  [
    "no members",
    withGroups("  - {name: web, members: []}\n"),
    /^c\.yaml:8: groups\[0\]\.members: has 0; expected a list of members, 1 to 64/,
  ],
  [
    "nothing in a group",
    withGroups("  - {name: web}\n"),
    /^c\.yaml:8: groups\[0\]\.members: is missing; expected a list of members/,
  ],
  [
    "a member that is nothing",
    member("{name: x}"),
    /members\[0\]: expected a member: an address, a command or a unit; this one is none of them/,
  ],
  [
    "a member that is two things",
    member("{address: 10.0.0.9/24, unit: x.service}"),
    /this one is address and unit at once/,
  ],
  [
    "an address with timeouts",
    member("{address: 10.0.0.9/24, stopTimeout: 5s}"),
    /members\[0\]\.stopTimeout: is of no use to an address/,
  ],
  [
    "a unit with an environment",
    member("{unit: x.service, environment: {A: b}}"),
    /environment: is of no use to a unit/,
  ],
  [
    "a unit without its type",
    member("unit: nginx"),
    /^c\.yaml:10: groups\[0\]\.members\[0\]\.unit: expected a systemd service unit such as nginx\.service, not "nginx"/,
  ],
  ["a unit with a path", member("unit: ../x.service"), /expected a systemd service unit/],
  ["a template", member('unit: "db@.service"'), /unit: db@\.service is a template/],
  [
    "a command that is text",
    member("command: /bin/web --port 80"),
    /command: expected a list: the program, then its arguments, not "\/bin\/web --port 80"/,
  ],
  [
    "an argument that is a number",
    member("command: [/bin/web, 80]"),
    /command\[1\]: expected text \(a number or true stands in quotes\), not 80/,
  ],
  ["an empty program", member('command: [""]'), /command\[0\]: expected a program, not ""/],
  [
    "a variable that Leasehold sets",
    member("{command: [/a], environment: {LEASEHOLD_TOKEN: x}}"),
    /environment\.LEASEHOLD_TOKEN: is set by Leasehold itself/,
  ],
  [
    "a variable that is no name",
    member('{command: [/a], environment: {"A B": x}}'),
    /environment\."A B": expected a variable's name/,
  ],
  [
    "a time without a unit",
    member('{unit: x.service, startTimeout: "30"}'),
    /startTimeout: expected a time from 1 ms to 24 h: whole milliseconds, or text such as 500ms, 10s, 2m, not "30"/,
  ],
  [
    "a time of nothing",
    member("{unit: x.service, stopTimeout: 0}"),
    /stopTimeout: expected a time from 1 ms/,
  ],
  [
    "a time that never ends",
    member("{unit: x.service, stopTimeout: 25h}"),
    /stopTimeout: expected a time from 1 ms to 24 h/,
  ],
  [
    "restarts without end",
    member("{unit: x.service, restarts: {limit: -1}}"),
    /restarts\.limit: expected a whole number from 0 to 1000, not -1/,
  ],
  [
    "an address without its prefix length",
    member("address: 10.0.0.9"),
    /^c\.yaml:10: .*expected an address with its prefix length, such as .*, not "10\.0\.0\.9"/,
  ],
  ["a multicast IPv6 address", member("address: ff02::1/64"), /ff02::1\/64 is a multicast address/],
  ["a link-local IPv6 address", member("address: fe80::1/64"), /fe80::1\/64 is a link-local address/],
  [
    "an IPv6 address with a zone",
    member("address: fe80::1%eth0/64"),
    /expected an address with its prefix length/,
  ],
  ["an IPv6 network", member("address: 'fd00::/64'"), /fd00::\/64 is the address of the network itself/],
  [
    "an IPv4 network",
    member("address: 10.0.0.0/24"),
    /10\.0\.0\.0\/24 is the address of the network itself \(\/24\); expected an address that one machine can have/,
  ],
  ["a broadcast address", member("address: 10.0.0.255/24"), /is the broadcast address of its network/],
  ["a loopback address", member("address: 127.0.0.9/8"), /is a loopback address/],
  ["an IPv4 multicast address", member("address: 224.0.0.9/24"), /is a multicast address/],
  [
    "S6: a floating address in no subnet of a node",
    CLUSTER.replace("10.0.0.2, 10.1.0.2", "10.9.0.2, 10.1.0.2"),
    "c.yaml:10: groups[0].members[0].address: 10.0.0.100/24 lies in no subnet of the addresses of beta; expected every node to have an address in that subnet",
  ],
  [
    "a node without addresses",
    CLUSTER.replace("[10.0.0.2, 10.1.0.2]", "[]"),
    /^c\.yaml:5: nodes\[1\]\.addresses: has 0; expected a list of addresses, one for each path, 1 to 4 of them/,
  ],
  [
    "a node with another number of paths",
    CLUSTER.replace("[10.0.0.2, 10.1.0.2]", "[10.0.0.2]"),
    /^c\.yaml:5: nodes\[1\]\.addresses: has 1 paths; expected as many as the first node \(2\)/,
  ],
  [
    "a node's address that is multicast",
    CLUSTER.replace("10.1.0.3", "239.1.0.3"),
    /^c\.yaml:6: nodes\[2\]\.addresses\[1\]: 239\.1\.0\.3 is a multicast address/,
  ],
  [
    "no voters",
    CLUSTER.replaceAll(" }\n", ", voter: false }\n"),
    /^c\.yaml:3: nodes: has 0 voters; expected 1 to 7/,
  ],
  [
    "an unknown profile",
    CLUSTER.replace("fast", "faster"),
    'c.yaml:2: profile: expected fast or default, not "faster"',
  ],
  ["ports that collide", `${CLUSTER}ports: {api: 7410}\n`, /^c\.yaml:13: ports: peer and api are both 7410/],
  [
    "a port that is none",
    `${CLUSTER}ports: {api: 70000}\n`,
    /^c\.yaml:13: ports\.api: expected a whole number from 1 to 65535, not 70000/,
  ],
  [
    "a timing that cannot be safe",
    `${CLUSTER}timing: { suspectAfter: 190 }\n`,
    /^c\.yaml:13: timing: suspectAfter is 190 ms; expected/,
  ],
  ["clocks without error", `${CLUSTER}timing: { rho: 0 }\n`, /^c\.yaml:13: timing: rho is 0; expected/],
  ["a key twice", "cluster: a\ncluster: b\n", 'c.yaml:2: "cluster" is given twice here'],
  ["an alias", "cluster: &a shop\nprofile: *a\n", /^c\.yaml:2: is an alias/],
  [
    "a document that is a list",
    "- a\n",
    /^c\.yaml:1: expected a cluster document: a map with cluster, nodes, groups, not a list/,
  ],
  ["an empty document", "", /^c\.yaml: is missing; expected a cluster document/],
];
for (const [what, text, expected] of WRONG) {
  test(`refused with file, line and field: ${what}`, () => {
    const line = complaint(text);
    if (typeof expected === "string") assert.equal(line, expected);
    else assert.match(line, expected);
  });
}

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

test("a complaint about the environment never repeats a value", () => {
  const line = complaint(member("{command: [/a], environment: {PIN: 123456}}"));
  assert.match(line, /environment\.PIN: expected text/);
  assert.doesNotMatch(line, /123456/);
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
