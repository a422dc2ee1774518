import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import {
  DEVICE_STALE_MS,
  type GroupFacts,
  type NodeFacts,
  type OutlookFacts,
  outlookOf,
  type PairFacts,
} from "../../fencing/outlook.ts";
import { allow, refuse } from "../../fencing/types.ts";

const NOW = 10 * DEVICE_STALE_MS;
const [alpha, beta, gamma] = ["alpha", "beta", "gamma"].map(nodeId) as [NodeId, NodeId, NodeId];
type NodeId = ReturnType<typeof nodeId>;

const node = (name: NodeId, change: Partial<NodeFacts> = {}): NodeFacts => ({
  name,
  voter: true,
  heard: true,
  paths: name === alpha ? 0 : 2,
  livePaths: name === alpha ? 0 : 2,
  ...change,
});
const group = (
  holder: NodeId | null,
  others: readonly [NodeId, string][],
  change: Partial<GroupFacts> = {},
): GroupFacts => ({
  name: "web",
  holder,
  resting: false,
  others: others.map(([name, why]) => ({ node: name, fit: why === "", why })),
  ...change,
});
const arbitration = (change: Partial<NonNullable<PairFacts["arbitration"]>> = {}) => ({
  acceptNonTransitiveRisk: false,
  targets: 3,
  reached: new Map([
    [alpha, 3],
    [beta, 3],
  ]),
  pings: [],
  ...change,
});
const pair = (change: Partial<PairFacts> = {}): PairFacts => ({
  arbitration: arbitration(),
  eligible: allow("certified"),
  alone: false,
  ...change,
});
const switches = (name: NodeId, answeredAt: number | null = NOW - 1000) => ({
  name: "pdu",
  node: name,
  level: 1,
  answeredAt,
});

const THREE: OutlookFacts = {
  self: alpha,
  led: true,
  nodes: [node(alpha), node(beta), node(gamma)],
  groups: [
    group(alpha, [
      [beta, ""],
      [gamma, ""],
    ]),
  ],
  devices: [],
  pair: null,
  foreign: [],
};
const TWO: OutlookFacts = {
  ...THREE,
  nodes: [node(alpha), node(beta)],
  groups: [group(alpha, [[beta, ""]])],
  devices: [switches(alpha), switches(beta)],
  pair: pair(),
};
const ONE: OutlookFacts = { ...THREE, nodes: [node(alpha)], groups: [group(alpha, [])] };

/** What is the case, the facts, the whole sentence; "Any one" means that it is survived. */
const TABLE: readonly [string, OutlookFacts, string][] = [
  ["three, all well", THREE, "Any one of alpha, beta and gamma may fail: the rest goes on"],
  [
    "three, one away",
    { ...THREE, nodes: [node(alpha), node(beta), node(gamma, { heard: false, livePaths: 0 })] },
    "If alpha or beta fails, nothing can be decided: 1 of 3 voters would be left, and 2 are needed; gamma is away already",
  ],
  [
    "four voters, one away",
    { ...THREE, nodes: [...THREE.nodes, node(nodeId("delta"), { heard: false })] },
    "If alpha, beta or gamma fails, nothing can be decided: 2 of 4 voters would be left, and 3 are needed; delta is away already",
  ],
  [
    "five, one away",
    { ...THREE, nodes: [...THREE.nodes, node(nodeId("delta")), node(nodeId("epsilon"), { heard: false })] },
    "Any one of alpha, beta, gamma and delta may fail: the rest goes on",
  ],
  [
    "two and a node that does not vote",
    { ...TWO, nodes: [node(alpha), node(beta), node(gamma, { voter: false })] },
    "Any one of alpha, beta and gamma may fail: the rest goes on",
  ],
  [
    "three, nobody fit to take over",
    {
      ...THREE,
      groups: [
        group(alpha, [
          [beta, "is on standby by ann"],
          [gamma, "has no armed kernel guard"],
        ]),
      ],
    },
    "If alpha fails, web stays down: beta is on standby by ann; gamma has no armed kernel guard",
  ],
  [
    "three, nobody fit, and the group is stopped by a person",
    { ...THREE, groups: [group(alpha, [[beta, "is on standby by ann"]], { resting: true })] },
    "Any one of alpha, beta and gamma may fail: the rest goes on",
  ],
  ["no leader", { ...THREE, led: false }, "Nothing can be decided now: no leader is known"],
  ["a group that is down", { ...THREE, groups: [group(null, [])] }, "Web is down now"],
  ["one node", ONE, "If alpha fails, nothing is taken over: it is the only node that votes"],
  [
    "one voter and others",
    { ...THREE, nodes: [node(alpha), node(beta, { voter: false })] },
    "If alpha fails, nothing is taken over: it is the only node that votes",
  ],
  ["two, each can be switched off", TWO, "Any one of alpha and beta may fail: the rest goes on"],
  [
    "two without arbitration",
    { ...TWO, pair: pair({ arbitration: null }) },
    "If alpha fails, beta takes nothing over: the document has no arbitration, so it could not tell whether it is itself cut off",
  ],
  [
    "two, no device",
    { ...TWO, devices: [] },
    "If alpha fails, beta takes nothing over until a person confirms it (leasehold fence confirm alpha): no fence device switches alpha off",
  ],
  [
    "two, a device for one only",
    { ...TWO, devices: [switches(alpha)] },
    "If beta fails, alpha takes nothing over until a person confirms it (leasehold fence confirm beta): no fence device switches beta off",
  ],
  [
    "two, a device that never answered",
    { ...TWO, devices: [switches(alpha), switches(beta, null)] },
    "If beta fails, alpha takes nothing over: pdu does not answer, so that nothing could show beta to be off",
  ],
  [
    "two, a device that has stopped to answer",
    { ...TWO, devices: [switches(alpha), switches(beta, NOW - DEVICE_STALE_MS)] },
    "If beta fails, alpha takes nothing over: pdu does not answer, so that nothing could show beta to be off",
  ],
  [
    "two, another level answers",
    {
      ...TWO,
      devices: [switches(alpha), switches(beta, null), { ...switches(beta), name: "board", level: 2 }],
    },
    "Any one of alpha and beta may fail: the rest goes on",
  ],
  [
    "two, half of a level answers",
    { ...TWO, devices: [switches(alpha), switches(beta), { ...switches(beta, null), name: "ups" }] },
    "If beta fails, alpha takes nothing over: ups does not answer, so that nothing could show beta to be off",
  ],
  [
    "two, this one reaches too few targets",
    {
      ...TWO,
      pair: pair({
        arbitration: arbitration({
          reached: new Map([
            [alpha, 1],
            [beta, 3],
          ]),
        }),
      }),
    },
    "If beta fails, alpha takes nothing over: it reaches 1 of 3 ping targets, and 2 are needed",
  ],
  [
    "two, the other reaches too few targets",
    {
      ...TWO,
      pair: pair({
        arbitration: arbitration({
          reached: new Map([
            [alpha, 3],
            [beta, 0],
          ]),
        }),
      }),
    },
    "If alpha fails, beta takes nothing over: it reaches 0 of 3 ping targets, and 2 are needed",
  ],
  [
    "two, not certified",
    {
      ...TWO,
      pair: pair({
        eligible: refuse("no leader has certified in this boot that this node is up to date (R7)"),
      }),
    },
    "If beta fails, alpha takes nothing over: no leader has certified in this boot that this node is up to date (R7)",
  ],
  [
    "two, the risk accepted",
    { ...TWO, devices: [], pair: pair({ arbitration: arbitration({ acceptNonTransitiveRisk: true }) }) },
    "Any one of alpha and beta may fail: the rest goes on; but arbitration.acceptNonTransitiveRisk is on: if both nodes reach the ping targets and not each other, both will serve",
  ],
  [
    "two, the other away",
    { ...TWO, nodes: [node(alpha), node(beta, { heard: false, livePaths: 0 })] },
    "If alpha fails, nothing is taken over: beta is away already",
  ],
  [
    "two, this one alone, the other back as a learner",
    { ...TWO, pair: pair({ alone: true }) },
    "If alpha fails, nothing is taken over: it votes alone until beta has caught up",
  ],
];
for (const [what, facts, sentence] of TABLE) {
  test(`the outlook of ${what}`, () => {
    const outlook = outlookOf(facts, NOW);
    assert.equal(outlook.sentence, sentence);
    assert.equal(outlook.survives, sentence.startsWith("Any one"));
    if (!outlook.survives) assert.deepEqual(outlook.findings[0], { level: "bad", text: sentence });
    else
      assert.deepEqual(
        outlook.findings.filter(({ level }) => level === "bad"),
        [],
      );
  });
}

/** What a person should look at although the next failure would be survived. */
const WARNED: readonly [string, OutlookFacts, RegExp][] = [
  [
    "one shared path",
    { ...THREE, nodes: [node(alpha), node(beta, { paths: 1, livePaths: 1 })] },
    /^beta is heard by one path only/,
  ],
  [
    "a path that is silent",
    { ...THREE, nodes: [node(alpha), node(beta, { livePaths: 1 })] },
    /^beta is heard by 1 of 2 paths$/,
  ],
  [
    "somebody away",
    { ...THREE, nodes: [...THREE.nodes, node(nodeId("delta"), { heard: false })] },
    /^delta is away$/,
  ],
  [
    "a ping target that never answered",
    {
      ...TWO,
      pair: pair({
        arbitration: arbitration({ pings: ["ping target 10.0.0.9 has never answered this node"] }),
      }),
    },
    /^ping target 10\.0\.0\.9 has never answered/,
  ],
  [
    "a device that never answered",
    { ...TWO, devices: [switches(alpha), switches(beta), { ...switches(beta, null), level: 2 }] },
    /^fence device pdu, which switches beta off, has not answered yet$/,
  ],
  [
    "a device that stopped to answer",
    {
      ...TWO,
      devices: [switches(alpha), switches(beta), { ...switches(beta, NOW - 2 * DEVICE_STALE_MS), level: 2 }],
    },
    /has not answered for 30 minutes$/,
  ],
  [
    "the risk accepted",
    { ...TWO, pair: pair({ arbitration: arbitration({ acceptNonTransitiveRisk: true }) }) },
    /acceptNonTransitiveRisk is on/,
  ],
  [
    "a service that starts by itself (R15)",
    { ...THREE, foreign: ["nginx.service is enabled"] },
    /^nginx\.service is enabled$/,
  ],
];
for (const [what, facts, text] of WARNED) {
  test(`told before it is needed: ${what}`, () => {
    const warnings = outlookOf(facts, NOW).findings.filter(({ level }) => level === "warn");
    assert.equal(warnings.filter((finding) => text.test(finding.text)).length, 1, JSON.stringify(warnings));
  });
}

test("when all is well there is nothing to find", () => {
  assert.deepEqual(outlookOf(THREE, NOW).findings, []);
  assert.deepEqual(outlookOf(TWO, NOW).findings, []);
});
