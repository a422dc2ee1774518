/** The node's own file: its cards, and how it goes with the bootstrap document. */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { cardFor, readNode, readSettings, unreachable } from "../../configuration/node.ts";
import { CLUSTER, complaints } from "./complaints.ts";

const folder = mkdtempSync(join(tmpdir(), "leasehold-node-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const NODE = `node: alpha
data: data
runtime: run
secrets: secrets
cluster: cluster.yaml
cards:
  - { name: lan0, role: primary, address: 10.0.0.1/24 }
  - name: hb0
    addresses: [10.1.0.1/24, "FD00:B::1/64"]
`;

function write(node: string, cluster = CLUSTER): string {
  writeFileSync(join(folder, "cluster.yaml"), cluster);
  writeFileSync(join(folder, "node.yaml"), node);
  return join(folder, "node.yaml");
}
const refused = (node: string, cluster = CLUSTER): string[] =>
  complaints(() => readNode(write(node, cluster))).map((line) => line.replaceAll(`${folder}/`, ""));

test("a node's file is read with the bootstrap document it names, paths relative to itself", () => {
  const node = readNode(write(NODE));
  assert.equal(node.node, "alpha");
  assert.equal(node.data, join(folder, "data"));
  assert.equal(node.bootstrap, join(folder, "cluster.yaml"));
  assert.equal(node.guard, "on");
  assert.deepEqual(node.log, { file: null, level: "info" });
  assert.deepEqual(node.cards, [
    {
      name: "lan0",
      role: "primary",
      stationary: { ip: "10.0.0.1", prefix: 24 },
      addresses: [{ ip: "10.0.0.1", prefix: 24 }],
    },
    {
      name: "hb0",
      role: "primary",
      stationary: { ip: "10.1.0.1", prefix: 24 },
      addresses: [
        { ip: "10.1.0.1", prefix: 24 },
        { ip: "fd00:b::1", prefix: 64 },
      ],
    },
  ]);
  assert.equal(node.cluster.document.cluster, "shop");
});

test("an address is carried by the card in its subnet, IPv4 and IPv6", () => {
  const { cards } = readNode(write(NODE));
  assert.equal(cardFor(cards, "10.0.0.100")?.name, "lan0");
  assert.equal(cardFor(cards, "fd00:b::100")?.name, "hb0");
  assert.equal(cardFor(cards, "fd00:c::100"), null);
  assert.equal(cardFor(cards, "10.7.0.100"), null);
});

test("a group that no card here can carry does not stop the node: it is said, and the rest goes on", () => {
  const cluster = CLUSTER.replace("10.0.0.100/24", "10.9.0.100/24");
  const { cards, cluster: bootstrap } = readNode(write(NODE, cluster));
  assert.deepEqual(unreachable(cards, bootstrap.document), [
    "no card of this node is in the subnet of 10.9.0.100/24 of group web; it cannot run here",
  ]);
  assert.deepEqual(unreachable(cards, readNode(write(NODE)).cluster.document), []);
});

test("who only looks for the daemon reads the node's file alone", () => {
  const file = write(NODE.replace("cluster.yaml", "absent.yaml"));
  assert.equal(readSettings(file).runtime, join(folder, "run"));
  assert.match(refused(NODE.replace("cluster.yaml", "absent.yaml"))[0] ?? "", /absent\.yaml: cannot be read/);
  assert.match(complaints(() => readSettings(write("node: alpha\n"))).join("\n"), /:1: data: is missing/);
});

test("F3: a primary card without a stationary address is refused", () => {
  assert.deepEqual(refused(NODE.replace(", address: 10.0.0.1/24", "")), [
    "node.yaml:7: cards[0].address: is missing; expected its stationary address with the prefix length, such as 10.0.0.1/24",
  ]);
  assert.match(
    refused(NODE.replace('10.1.0.1/24, "', '"'))[0] ?? "",
    /^node\.yaml:9: cards\[1\]\.addresses\[0\]: is fd00:b::1\/64; expected an IPv4 address first/,
  );
  assert.match(
    refused(NODE.replace('10.1.0.1/24, "FD00:B::1/64"', ""))[0] ?? "",
    /^node\.yaml:9: cards\[1\]\.addresses: has 0/,
  );
});

test("S6: the IPv4 addresses of one card lie in one subnet, and each subnet has one card", () => {
  assert.deepEqual(refused(NODE.replace('"FD00:B::1/64"', "10.2.0.1/24")), [
    "node.yaml:9: cards[1].addresses[1]: 10.2.0.1/24 lies in another subnet than 10.1.0.1/24; expected one IPv4 subnet for a card",
  ]);
  assert.equal(readNode(write(NODE.replace('"FD00:B::1/64"', "10.1.0.9/24"))).cards[1]?.addresses.length, 2);
});

test("two cards in one subnet are refused: nobody could say which carries a floating address", () => {
  const lines = refused(
    NODE.replace("10.1.0.1/24", "10.0.0.7/24"),
    CLUSTER.replaceAll("10.1.0.1]", "10.0.0.7]"),
  );
  assert.deepEqual(lines, [
    "node.yaml:9: cards[1].addresses[0]: 10.0.0.7/24 lies in the subnet of card lan0 (10.0.0.1/24); expected a subnet for each card",
  ]);
});

test("a wrong card is refused with line and field", () => {
  assert.match(
    refused(NODE.replace("name: hb0", "name: lan0"))[0] ?? "",
    /^node\.yaml:8: cards\[1\]\.name: lan0 is named twice/,
  );
  assert.match(
    refused(NODE.replace("name: hb0", "name: a/b"))[0] ?? "",
    /^node\.yaml:8: cards\[1\]\.name: expected a card's name such as eth0/,
  );
  assert.match(
    refused(NODE.replace("role: primary", "role: spare"))[0] ?? "",
    /^node\.yaml:7: cards\[0\]\.role: expected primary, not "spare"/,
  );
  assert.match(
    refused(NODE.replace("10.0.0.1/24", "10.0.0.1"))[0] ?? "",
    /cards\[0\]\.address: expected its stationary address/,
  );
  assert.match(
    refused(NODE.replace("10.0.0.1/24", "10.0.0.0/24"))[0] ?? "",
    /is the address of the network itself/,
  );
  assert.match(
    refused(NODE.replace("    addresses", "    address: 10.1.0.1/24\n    addresses"))[0] ?? "",
    /^node\.yaml:9: cards\[1\]\.address: stands beside addresses/,
  );
});

test("a node that the document does not know, or whose cards do not match it, is refused", () => {
  assert.match(
    refused(NODE.replace("node: alpha", "node: delta"))[0] ?? "",
    /^node\.yaml:1: node: delta is not in cluster\.yaml; its nodes are alpha, beta, gamma/,
  );
  assert.deepEqual(refused(NODE.replace("10.1.0.1/24", "10.1.0.9/24")), [
    "node.yaml:6: cards: no card has 10.1.0.1, which the cluster document gives to alpha",
  ]);
});

test("the problems of both files are listed at once", () => {
  const lines = refused(
    `${NODE.replace("node: alpha", "node: Alpha").replace("data: data", "dta: data")}log: {level: loud}\nurgent: 1\n`,
    CLUSTER.replace("fast", "slow").replace("[beta]", "[delta]"),
  );
  assert.deepEqual(
    lines.map((line) => /^(\S+:\d+): ([^:]+): /.exec(line)?.slice(1).join(" ")),
    [
      "node.yaml:1 node",
      "node.yaml:1 data",
      "node.yaml:2 dta",
      "node.yaml:10 log.level",
      "node.yaml:11 urgent",
      "cluster.yaml:2 profile",
      "cluster.yaml:12 groups[0].prefers[0]",
    ],
  );
});

test("the example of a node's file goes with its cluster document", () => {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, "examples")) && at !== dirname(at)) at = dirname(at);
  cpSync(join(at, "examples"), folder, { recursive: true });
  const node = readNode(join(folder, "node-alpha.yaml"));
  assert.deepEqual(unreachable(node.cards, node.cluster.document), []);
});

test("a serial line names its device, its speed and the node at its other end", () => {
  assert.equal(readNode(write(NODE)).serial, null);
  const line = (text: string): string => `${NODE}serial: ${text}\n`;
  assert.deepEqual(readNode(write(line("{device: /dev/ttyS0, peer: beta}"))).serial, {
    device: "/dev/ttyS0",
    baud: 115_200,
    peer: "beta",
  });
  assert.equal(readNode(write(line("{device: /dev/ttyS0, baud: 9600, peer: beta}"))).serial?.baud, 9600);
  assert.deepEqual(refused(line("{device: ttyS0, baud: 1234, peer: delta, speed: 1}")), [
    "node.yaml:10: serial.speed: is not known here; is it misspelt? Known are device, baud, peer",
    'node.yaml:10: serial.device: expected the path of a device such as /dev/ttyS0, not "ttyS0"',
    "node.yaml:10: serial.baud: expected one of 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, not 1234",
    "node.yaml:10: serial.peer: delta is no node of the cluster; expected beta or gamma",
  ]);
  assert.match(
    refused(line("{device: /dev/ttyS0, peer: alpha}"))[0] ?? "",
    /serial\.peer: alpha is this node itself; expected beta or gamma/,
  );
});
