/** Two nodes in the document: what is taken, what is refused and why, and what a person is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fencingWarnings } from "../../configuration/arbitration.ts";
import { checkCluster } from "../../configuration/cluster.ts";
import { diff } from "../../configuration/diff.ts";
import { parseYaml } from "../../configuration/document.ts";
import { complaints, read } from "./complaints.ts";

/** What tests change is on lines of its own. */
const PAIR = `cluster: shop
profile: fast
nodes:
  - { name: alpha, addresses: [10.0.0.1], power: [{ device: pdu, outlet: 1 }] }
  - { name: beta, addresses: [10.0.0.2], power: [{ device: pdu, outlet: 2 }] }
arbitration:
  targets: [10.0.0.254, 10.0.0.253, 10.0.0.252]
fencing:
  devices:
    - { name: pdu, type: lab, socket: /run/pdu.sock }
groups:
  - { name: web, address: 10.0.0.100/24 }
`;
const without = (text: string, ...lines: RegExp[]): string =>
  text
    .split("\n")
    .filter((line) => !lines.some((wrong) => wrong.test(line)))
    .join("\n");
const noPower = (text: string): string => text.replaceAll(/, power: .*\] \}$/gm, " }");

test("what is left out has a default, and a number is taken for the name of an outlet", () => {
  const { document } = read(PAIR);
  assert.deepEqual(document.arbitration, {
    targets: ["10.0.0.254", "10.0.0.253", "10.0.0.252"],
    period: 10_000,
    timeout: 500,
    rounds: 3,
    returnAfter: 60_000,
    switchOn: true,
    acceptNonTransitiveRisk: false,
  });
  assert.deepEqual(document.devices, [
    { name: "pdu", type: "lab", socket: "/run/pdu.sock", bound: 5000, timeout: 5000 },
  ]);
  assert.deepEqual(
    document.nodes.map(({ power }) => power),
    [[[{ device: "pdu", outlet: "1" }]], [[{ device: "pdu", outlet: "2" }]]],
  );
});

test("levels are tried in turn; a list within a level is switched off together", () => {
  const { document } = read(
    PAIR.replace(
      "[{ device: pdu, outlet: 1 }]",
      "[[{device: pdu, outlet: 1}, {device: pdu, outlet: b.1}], {device: pdu, outlet: 7}]",
    ),
  );
  assert.deepEqual(
    document.nodes[0]?.power?.map((level) => level.map(({ outlet }) => outlet)),
    [["1", "b.1"], ["7"]],
  );
});

test("two voters that can each be switched off go by hard proofs; any other two accept the guard's as well", () => {
  const accepts = (text: string): boolean =>
    read(text).document.groups[0]?.accepts.includes("guard") ?? false;
  assert.equal(accepts(PAIR), false);
  assert.equal(
    accepts(PAIR.replace(", power: [{ device: pdu, outlet: 2 }]", "")),
    true,
    "one of them cannot",
  );
  assert.equal(accepts(without(PAIR, /arbitration|targets/)), true);
});

const WRONG: readonly [string, string, string | RegExp][] = [
  [
    "no targets",
    without(PAIR, /targets/).replace("arbitration:", "arbitration: {}"),
    /^c\.yaml:6: arbitration\.targets: is missing; expected a list of IP addresses that answer pings/,
  ],
  [
    "a target with a name",
    PAIR.replace("10.0.0.253", "gateway"),
    /^c\.yaml:7: arbitration\.targets\[1\]: expected an IP address, not "gateway"/,
  ],
  [
    "a target that is an option",
    PAIR.replace("10.0.0.253", '"-f"'),
    /^c\.yaml:7: arbitration\.targets\[1\]: expected an IP address, not "-f"/,
  ],
  [
    "a target that is a node's own address",
    PAIR.replace("10.0.0.253", "10.0.0.2"),
    "c.yaml:7: arbitration.targets[1]: 10.0.0.2 is already used by node beta (line 5)",
  ],
  [
    "a target twice",
    PAIR.replace("10.0.0.253", "10.0.0.254"),
    "c.yaml:7: arbitration.targets[1]: 10.0.0.254 is already used by the ping targets (line 7)",
  ],
  [
    "a target that moves with a group",
    PAIR.replace("10.0.0.253", "10.0.0.100"),
    "c.yaml:12: groups[0].address: 10.0.0.100 is already used by the ping targets (line 7)",
  ],
  [
    "a loopback target",
    PAIR.replace("10.0.0.253", "127.0.0.1"),
    /^c\.yaml:7: arbitration\.targets\[1\]: 127\.0\.0\.1 .*; expected an address of another device/,
  ],
  [
    "a timeout longer than the period",
    PAIR.replace("targets:", "period: 300ms\n  targets:"),
    /^c\.yaml:7: arbitration\.period: the timeout of a round \(500 ms\) is longer than the period \(300 ms\)/,
  ],
  [
    "rounds of nought",
    PAIR.replace("targets:", "rounds: 0\n  targets:"),
    /^c\.yaml:7: arbitration\.rounds: expected a whole number from 1 to 100, not 0/,
  ],
  [
    "an odd return",
    PAIR.replace("targets:", "returnAfter: later\n  targets:"),
    /^c\.yaml:7: arbitration\.returnAfter: expected a time/,
  ],
  [
    "a misspelt term",
    PAIR.replace("targets:", "round: 3\n  targets:"),
    /^c\.yaml:7: arbitration\.round: is not known here/,
  ],
  [
    "an unknown type of device",
    PAIR.replace("type: lab", "type: magic"),
    /^c\.yaml:10: fencing\.devices\[0\]\.type: expected lab, not "magic"/,
  ],
  [
    "a device without a type",
    PAIR.replace("type: lab, ", ""),
    /^c\.yaml:10: fencing\.devices\[0\]\.type: is missing/,
  ],
  [
    "a device twice",
    PAIR.replace("groups:", "    - { name: pdu, type: lab, socket: /b }\ngroups:"),
    "c.yaml:11: fencing.devices[1].name: pdu is already used by fence device pdu (line 10)",
  ],
  [
    "a socket that is no path",
    PAIR.replace("/run/pdu.sock", "pdu.sock"),
    /^c\.yaml:10: fencing\.devices\[0\]\.socket: expected the path of a Unix socket/,
  ],
  [
    "an outlet of a device that is not there",
    PAIR.replace("device: pdu, outlet: 2", "device: ups, outlet: 2"),
    "c.yaml:5: nodes[1].power[0]: ups is not a fence device of this document; the devices are pdu",
  ],
  [
    "an outlet that both nodes hang on",
    PAIR.replace("outlet: 2", "outlet: 1"),
    "c.yaml:5: nodes[1].power[0].outlet: outlet 1 of pdu is already used by node alpha (line 4)",
  ],
  [
    "an outlet without a name",
    PAIR.replace("{ device: pdu, outlet: 2 }", "{ device: pdu }"),
    /^c\.yaml:5: nodes\[1\]\.power\[0\]\.outlet: is missing; expected an outlet as the device names it/,
  ],
  [
    "an outlet that would break a conversation",
    PAIR.replace("outlet: 2", 'outlet: "2\\n3"'),
    /^c\.yaml:5: nodes\[1\]\.power\[0\]\.outlet: expected an outlet/,
  ],
  [
    "an empty power",
    PAIR.replace("[{ device: pdu, outlet: 2 }]", "[]"),
    /^c\.yaml:5: nodes\[1\]\.power: has 0; expected/,
  ],
  [
    "the risk beside a device",
    PAIR.replace("targets:", "acceptNonTransitiveRisk: true\n  targets:"),
    /^c\.yaml:6: arbitration: acceptNonTransitiveRisk stands beside fence devices/,
  ],
];
for (const [what, text, expected] of WRONG) {
  test(`refused: ${what}`, () => {
    const lines = complaints(() => read(text));
    assert.equal(lines.length, 1, lines.join("\n"));
    if (typeof expected === "string") assert.equal(lines[0], expected);
    else assert.match(lines[0] ?? "", expected);
  });
}

test("everything that is wrong is said at once", () => {
  const text = PAIR.replace("10.0.0.253", "gateway")
    .replace("outlet: 2", "outlet: 1")
    .replace("type: lab", "type: magic")
    .replace("targets", "rounds: no\n  targets");
  assert.equal(complaints(() => read(text)).length, 4);
});

test("what is lawful and leaves the next failure open is said", () => {
  const said = (text: string): readonly string[] =>
    fencingWarnings(checkCluster(parseYaml("c.yaml", text)).document);
  assert.deepEqual(said(PAIR), []);
  const bare = noPower(without(PAIR, /arbitration|targets|fencing|devices:|name: pdu/));
  assert.match(said(bare).join(), /two voters without arbitration: when one is lost, the other cannot tell/);
  const noDevice = noPower(without(PAIR, /fencing|devices:|name: pdu/));
  assert.match(
    said(noDevice).join(),
    /no fence device switches off alpha or beta.*until a person confirms it/,
  );
  const half = PAIR.replace(", power: [{ device: pdu, outlet: 2 }]", "");
  assert.match(said(half).join(), /no fence device switches off beta: when that node is lost/);
  const risk = noDevice.replace("targets:", "acceptNonTransitiveRisk: true\n  targets:");
  assert.match(said(risk).join(), /acceptNonTransitiveRisk is on: .* both will serve/);
  const unused = noPower(PAIR);
  assert.match(said(unused).join(), /no node is switched off by pdu/);
  const third = PAIR.replace("arbitration:", "  - { name: gamma, addresses: [10.0.0.3] }\narbitration:");
  assert.match(said(third).join(), /counts only with exactly two voters \(R12\); there are 3/);
});

test("what changes is told, a line each", () => {
  const before = read(PAIR).document;
  const bare = read(noPower(without(PAIR, /arbitration|targets|fencing|devices:|name: pdu/))).document;
  assert.deepEqual(diff(bare, before), [
    "~ node alpha: power none -> pdu 1",
    "~ node beta: power none -> pdu 2",
    "+ arbitration (10.0.0.254, 10.0.0.253, 10.0.0.252)",
    "+ fence device pdu (lab /run/pdu.sock)",
    "~ group web: accepts released, guard, fenced, watchdog, rebooted, operator -> never-held, released, fenced, rebooted, operator",
  ]);
  const after = read(
    PAIR.replace("targets:", "returnAfter: never\n  rounds: 5\n  targets:")
      .replace("socket: /run/pdu.sock", "socket: /run/pdu.sock, bound: 200ms")
      .replace(
        "[{ device: pdu, outlet: 1 }]",
        "[[{device: pdu, outlet: 1}, {device: pdu, outlet: 3}], {device: pdu, outlet: 4}]",
      ),
  ).document;
  assert.deepEqual(diff(before, after), [
    "~ node alpha: power pdu 1 -> pdu 1 and pdu 3, else pdu 4",
    "~ arbitration: rounds 3 -> 5",
    "~ arbitration: returnAfter 1m -> never",
    "~ fence device pdu: bound 5s -> 200ms",
  ]);
});
