/** A document for a cluster that runs: what would change, what a person should know, what is refused. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ApplyContext, checkApply } from "../../configuration/apply.ts";
import { diff } from "../../configuration/diff.ts";
import { parseYaml, sentenceOf } from "../../configuration/document.ts";
import { render } from "../../configuration/render.ts";
import { nodeId } from "../../consensus/core/types.ts";
import type { CardFact } from "../../consensus/ledger/types.ts";
import { CLUSTER, read, withGroups } from "./complaints.ts";

const card = (name: string, ...addresses: readonly string[]): CardFact => ({
  name,
  role: "primary",
  up: true,
  addresses: addresses.map((text) => {
    const [ip = "", prefix = ""] = text.split("/");
    return { ip, prefix: Number(prefix) };
  }),
});
const cards = new Map(
  ["alpha", "beta", "gamma"].map((name, i) => [
    nodeId(name),
    [card("eth0", `10.0.0.${i + 1}/24`, `fd00::${i + 1}/64`), card("eth1", `10.1.0.${i + 1}/24`)],
  ]),
);
const current = read(CLUSTER).document;
const apply = (text: string, more: Partial<ApplyContext> = {}) =>
  checkApply(parseYaml("c.yaml", text), { current, cards, ...more });

function accepted(text: string, more: Partial<ApplyContext> = {}) {
  const verdict = apply(text, more);
  assert.ok(verdict.ok, verdict.ok ? "" : verdict.problems.map((p) => sentenceOf("c", p)).join("\n"));
  return verdict;
}
function refused(text: string, more: Partial<ApplyContext> = {}): string[] {
  const verdict = apply(text, more);
  assert.ok(!verdict.ok, "it was accepted");
  return verdict.problems.map((problem) => sentenceOf("c.yaml", problem));
}

test("the document in force changes nothing, also as it is rendered", () => {
  for (const text of [CLUSTER, render(current)]) {
    const { changes, warnings, document } = accepted(text);
    assert.deepEqual([changes, warnings], [[], []]);
    assert.deepEqual(document, current);
  }
});

test("the first document of a cluster is all new", () => {
  assert.deepEqual(accepted(CLUSTER, { current: null }).changes, [
    "+ cluster shop",
    "+ timing: ttl 200",
    "+ node alpha (10.0.0.1, 10.1.0.1)",
    "+ node beta (10.0.0.2, 10.1.0.2)",
    "+ node gamma (10.0.0.3, 10.1.0.3)",
    "+ group web (10.0.0.100/24, /usr/bin/web --port 80)",
  ]);
});

test("groups come and go, and a person is told what must have stopped before", () => {
  const verdict = accepted(
    withGroups("  - {name: db, members: [{address: fd00::100/64}, {unit: pg.service}]}\n"),
  );
  assert.deepEqual(verdict.changes, [
    "- group web (10.0.0.100/24, /usr/bin/web --port 80)",
    "+ group db (fd00::100/64, pg.service)",
  ]);
  assert.deepEqual(verdict.warnings, [
    "group web is removed: no node may hold it by then; if one does, first: leasehold stop web",
  ]);
});

test("each change of a group has its line, and what stops it is said once", () => {
  const verdict = accepted(
    withGroups(`  - name: web
    members:
      - {unit: nginx.service}
      - {name: service, command: [/usr/bin/web, --port, "81"], environment: {PIN: s3cret}, stopTimeout: 1m}
      - {name: ip, address: 10.0.0.101/24}
    prefers: [alpha, beta]
    failback: {after: 30s}
`),
  );
  assert.deepEqual(verdict.changes, [
    "~ group web: + nginx (nginx.service)",
    "~ group web: service /usr/bin/web --port 80 -> /usr/bin/web --port 81",
    "~ group web: service: environment: PIN",
    "~ group web: service: stopTimeout 10s -> 1m",
    "~ group web: ip 10.0.0.100/24 -> 10.0.0.101/24",
    "~ group web: order ip, service -> service, ip",
    "~ group web: prefers beta -> alpha, beta",
    "~ group web: failback never -> after 30s",
  ]);
  assert.deepEqual(verdict.warnings, [
    "group web stops and starts: its address changes, its service service changes, its service nginx is new",
  ]);
});

test("preferences, failback and timeouts change without a stop", () => {
  const { changes, warnings } = accepted(
    CLUSTER.replace("[beta]", "{beta: 7}").replace("- command:", "- stopTimeout: 5s\n        command:"),
  );
  assert.deepEqual(changes, [
    "~ group web: service: stopTimeout 10s -> 5s",
    "~ group web: prefers beta 100 -> beta 7",
  ]);
  assert.deepEqual(warnings, []);
});

test("a change deep in a long command shows, though its beginning stays", () => {
  const long = (end: string) => CLUSTER.replace('"80"', `"${"x".repeat(80)}${end}"`);
  const [before, after] = [read(long("a")).document, read(long("b")).document];
  assert.match(diff(before, after)[0] ?? "", /^~ group web: service: command changes \(/);
});

test("timing may change, and what it means is said", () => {
  const { changes, warnings } = accepted(CLUSTER.replace("profile: fast\n", "profile: default\n"));
  assert.ok(changes.includes("~ timing: ttl 200 -> 1000"), changes.join("\n"));
  assert.deepEqual(warnings, [
    "timing: a lost holder is replaced after 1021 ms of silence instead of 205 ms",
    "timing: a lost leader is replaced after 450 to 750 ms; so far 120 to 180 ms",
  ]);
  const slow = read(CLUSTER.replace("profile: fast\n", "profile: default\n")).document;
  assert.ok(
    accepted(CLUSTER, { current: slow }).warnings.includes(
      "timing: a node that stalls for 200 ms loses its leases; so far 1000 ms",
    ),
  );
});

test("name, nodes, addresses, votes and ports of a running cluster stay", () => {
  const lines = refused(
    `${CLUSTER.replace("cluster: shop", "cluster: store")
      .replace("10.1.0.2]", "10.1.0.22]")
      .replace("name: gamma, addresses: [10.0.0.3, 10.1.0.3]", "name: delta, addresses: [10.0.0.3, 10.1.0.3]")
      .replace("10.1.0.1] }", "10.1.0.1], voter: false }")}ports: {api: 7500, peer: 7410}\n`,
  );
  assert.deepEqual(lines, [
    "c.yaml:1: cluster: is store; this cluster is shop, and keeps its name",
    "c.yaml:3: nodes: gamma is missing; the set of nodes cannot be changed by applying a document",
    "c.yaml:4: nodes[0].voter: whether alpha votes cannot be changed by applying a document: expected true",
    "c.yaml:5: nodes[1].addresses: the addresses of beta cannot be changed by applying a document: expected 10.0.0.2, 10.1.0.2",
    "c.yaml:6: nodes[2].name: delta is a new node; the set of nodes cannot be changed by applying a document: expected alpha, beta, gamma",
    "c.yaml:13: ports.api: cannot be changed in a running cluster, which uses 7411; leave it out, or change it in each node's own bootstrap document with all nodes stopped",
  ]);
});

test("ports that the nodes use may stand in the document", () => {
  const ports = { peer: 7000, heartbeat: 7001, api: 7002 };
  accepted(`${CLUSTER}ports: {peer: 7000, api: 7002}\n`, { ports });
  accepted(CLUSTER, { ports });
  assert.match(refused(`${CLUSTER}ports: {heartbeat: 7410}\n`, { ports })[0] ?? "", /which uses 7001/);
});

test("all problems at once: of fields, of relations, of cards and of what runs", () => {
  const lines = refused(
    `${CLUSTER.replace("shop", "store").replace("10.0.0.100/24", "10.9.0.100/24")}    failbck: never\n`,
  );
  assert.deepEqual(
    lines.map((line) => /^c\.yaml:(\d+): ([^:]+)/.exec(line)?.[2]),
    ["cluster", ...Array.from({ length: 3 }, () => "groups[0].members[0].address"), "groups[0].failbck"],
  );
});

test("S6: every node that has said its cards must have one in the subnet of every address", () => {
  const other = new Map(cards).set(nodeId("beta"), [card("eth0", "10.5.0.2/24"), card("eth1")]);
  assert.deepEqual(refused(CLUSTER, { cards: other }), [
    "c.yaml:10: groups[0].members[0].address: 10.0.0.100/24 lies in the subnet of no primary card of beta; its cards: eth0 10.5.0.2/24, eth1 without a stationary address",
  ]);
  assert.match(
    refused(CLUSTER.replace("10.0.0.100/24", "fd01::100/64"))[0] ?? "",
    /fd01::100\/64 lies in the subnet of no primary card of alpha; its cards: eth0 10\.0\.0\.1\/24 fd00::1\/64, eth1/,
  );
  assert.match(
    refused(CLUSTER, { cards: new Map(cards).set(nodeId("beta"), []) })[0] ?? "",
    /its cards: none/,
  );
});

test("a card that is no path between nodes carries addresses as well", () => {
  const third = new Map(
    [...cards].map(([name, facts], i) => [name, [...facts, card("eth2", `10.9.0.${i + 1}/24`)]]),
  );
  accepted(CLUSTER.replace("10.0.0.100/24", "10.9.0.100/24"), { cards: third });
});

test("a fixed address of a card, known only from the node itself, does not float", () => {
  const more = new Map(cards).set(nodeId("beta"), [card("eth0", "10.0.0.2/24", "10.0.0.100/24")]);
  assert.deepEqual(refused(CLUSTER, { cards: more }), [
    "c.yaml:10: groups[0].members[0].address: 10.0.0.100/24 is the stationary address of beta: eth0 (10.0.0.100/24)",
  ]);
});

test("an address that is the broadcast address by a card's own prefix length is refused", () => {
  assert.match(
    refused(CLUSTER.replace("10.0.0.100/24", "10.0.0.255/16"))[0] ?? "",
    /10\.0\.0\.255\/16 is the broadcast address of its network \(\/24\) on alpha, whose card is eth0/,
  );
});

test("another prefix length than the card's is doubted, not refused", () => {
  assert.deepEqual(
    accepted(CLUSTER.replace("10.0.0.100/24", "10.0.0.100/25")).warnings.filter((text) =>
      text.includes("/25"),
    ),
    ["alpha", "beta", "gamma"].map(
      (node, i) =>
        `group web: 10.0.0.100/25 has the prefix length 25; on ${node} its subnet is that of eth0 (10.0.0.${i + 1}/24)`,
    ),
  );
});

test("a node that is away is a warning, not an error", () => {
  const fewer = new Map(cards);
  fewer.delete(nodeId("gamma"));
  assert.deepEqual(accepted(CLUSTER, { cards: fewer }).warnings, [
    "node gamma has not said what cards it has: whether it can carry the addresses is not checked",
  ]);
});

test("text that is no YAML is answered, never thrown", () => {
  for (const text of [
    "",
    "[",
    "a: b: c",
    "\u0000",
    "- ".repeat(100_000),
    "&a [*a]",
    "? {a: b}\n: c",
    "!!js/x y",
  ])
    assert.ok(refused(text).length > 0, text.slice(0, 20));
});

test("1,000 groups are read, checked, compared and rendered, their problems with the right lines", () => {
  const many = withGroups(
    Array.from(
      { length: 1000 },
      (_, i) => `  - name: g${i}
    members:
      - address: 10.0.${4 + Math.floor(i / 250)}.${(i % 250) + 1}/16
      - {unit: s${i}.service}
    prefers: [alpha, beta]
`,
    ).join(""),
  );
  const wide = new Map([...cards].map(([name], i) => [name, [card("eth0", `10.0.0.${i + 1}/16`)]]));
  const verdict = accepted(many, { cards: wide });
  assert.equal(verdict.document.groups.length, 1000);
  assert.equal(verdict.changes.length, 1001);
  assert.deepEqual(read(render(verdict.document)).document, verdict.document);
  const lines = refused(many.replaceAll("unit: ", "unt: "), { cards: wide });
  assert.equal(lines.length, 1001);
  assert.match(lines[2] ?? "", /^c\.yaml:16: groups\[1\]\.members\[1\]\.unt: is not known/);
});

test("a mangled document is answered, never thrown, and what is accepted can be read back", () => {
  const scrap = fc.constantFrom(
    "",
    " ",
    "  ",
    "-",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "null",
    "1",
    "'",
    '"',
    "\n",
    "#",
    "10.0.0.1/24",
    "&a ",
    "*a",
    "!!set ",
    "\u0000",
    "\t",
    "name: x\n",
  );
  const cut = fc.record({ at: fc.nat(CLUSTER.length), length: fc.nat(20), scrap });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const text = cuts.reduce((t, c) => t.slice(0, c.at) + c.scrap + t.slice(c.at + c.length), CLUSTER);
      const verdict = apply(text);
      if (verdict.ok) assert.deepEqual(read(render(verdict.document)).document, verdict.document);
      else assert.ok(verdict.problems.length > 0);
    }),
    { numRuns: 300 },
  );
});
