import assert from "node:assert/strict";
import { test } from "node:test";
import { planLab } from "./plan.ts";
import type { Run } from "./scenarios.ts";
import { printStory, tellStory } from "./story.ts";

const plan = planLab("lhtest");
const alpha = plan.nodes[0]!.cards.lan.mac;
const beta = plan.nodes[1]!.cards.lan.mac;

const run: Run = {
  scenario: "power-cut",
  outage_ms: 200,
  lost: 200,
  dual_active_ms: 0,
  from: "alpha",
  to: "beta",
  leader: "alpha",
  token: "7",
  second: null,
  bound: null,
  saw: [],
  void: false,
  fault: 10_500,
  faultWall: 1_000_000,
  deeds: [{ at: 10_500, text: "cuts the power of alpha" }],
  probe: {
    event: "result",
    began: 10_000,
    sent: 2000,
    lost: 200,
    outage_ms: 200,
    dual_active_ms: 0,
    paused_ms_max: 2,
    realtime: true,
    open: false,
    gaps: [{ from: 510, to: 710, lost: 200, open: false }],
    owners: [
      { from: 0, to: 510, owners: [alpha] },
      { from: 510, to: 710, owners: [] },
      { from: 710, to: 2000, owners: [beta] },
    ],
  },
  probeEvents: [],
};

test("the story puts what the lab, the client and the daemons know on one clock that starts at the fault", () => {
  const line = (node: string, after: number, msg: string) => ({
    node,
    level: 30,
    time: 1_000_000 + after,
    msg,
  });
  const log = [
    line("beta", 150, "alpha is suspected"),
    line("gamma", 152, "alpha is suspected"),
    line("beta", 160, "cannot reach alpha on path 0: no answer in time; trying again"),
    line("alpha", 1400, "alpha is suspected"),
  ];
  const told = tellStory({ plan, run, visits: [{ at: 10_900, from: "10.77.0.2", token: "7" }], log });
  assert.deepEqual(
    told.map((moment) => [moment.at, moment.who, moment.text]),
    [
      [0, "lab", "cuts the power of alpha"],
      [10, "client", "hears nothing any more"],
      [150, "beta+gamma", "alpha is suspected"],
      [210, "client", "is served again: 200 ms of silence, 200 requests lost"],
      [210, "client", "the address is at beta"],
      [400, "web", "the page comes from beta, fencing token 7"],
    ],
  );
  assert.ok(printStory(told, false).every((each) => !each.includes("\x1b")));
});
