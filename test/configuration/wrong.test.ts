/** Each wrong document by example: what is wrong, and the complaint with file, line, field and what was expected. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLUSTER, complaint, withGroups } from "./complaints.ts";

const GROUP = "  - name: web\n    members:\n";
const member = (text: string): string => withGroups(`${GROUP}      - ${text}\n`);

/** What is wrong, the document, and the whole complaint or a pattern of it. */
const WRONG: readonly [string, string, string | RegExp][] = [
  [
    "an unknown key",
    CLUSTER.replace("profile: fast", "profil: fast"),
    "c.yaml:2: profil: is not known here; is it misspelt? Known are cluster, profile, timing, ports, nodes, arbitration, fencing, groups",
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

test("a complaint about the environment never repeats a value", () => {
  const line = complaint(member("{command: [/a], environment: {PIN: 123456}}"));
  assert.match(line, /environment\.PIN: expected text/);
  assert.doesNotMatch(line, /123456/);
});
