/** Every scenario on real daemons and real interfaces. Asserts two-owner time, never outage: outage is the bench's. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Cluster, type ClusterOptions } from "../lab/cluster.ts";
import { CONTROL, playScenario, type Run, SCENARIOS, type Scenario } from "../lab/scenarios.ts";

function named(name: string): Scenario {
  const scenario = SCENARIOS.find((each) => each.name === name);
  assert.ok(scenario !== undefined, `there is a scenario ${name}`);
  return scenario;
}

function onCluster(options: ClusterOptions, body: (cluster: () => Cluster) => void): void {
  let cluster: Cluster | undefined;
  before(async () => {
    cluster = await Cluster.raise(options);
  });
  after(() => cluster?.close());
  body(() => {
    assert.ok(cluster !== undefined);
    return cluster;
  });
}

/** Plays it; a failure shows what the daemons said last. */
async function play(cluster: Cluster, scenario: Scenario): Promise<Run> {
  try {
    return await playScenario(cluster, scenario);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${cluster.lastWords()}`);
  }
}

function neverTwoOwners(run: Run): void {
  const moments = run.probe.owners.filter((each) => each.owners.length > 1);
  assert.equal(run.dual_active_ms, 0, `two machines answered: ${JSON.stringify(moments)}`);
  assert.equal(run.probe.open, false, "the client is served at the end");
}

for (const [profile, names] of [
  ["fast", SCENARIOS.map((scenario) => scenario.name)],
  ["default", ["power-cut", "freeze"]],
] as const) {
  describe(`profile ${profile}`, () => {
    onCluster({ profile }, (cluster) => {
      for (const name of names) {
        test(`${name}: the service comes back and never do two machines answer for its address`, async () => {
          const run = await play(cluster(), named(name));
          neverTwoOwners(run);
          if (name === "leader-power-cut") assert.equal(run.to, run.from, "an election disturbs no holder");
          else assert.notEqual(run.to, run.from, "another machine holds it now");
        });
      }
    });
  });
}

describe("control", () => {
  onCluster({ profile: "fast", guard: "off" }, (cluster) => {
    test("without the kernel guard the same freeze shows seconds of two owners", async () => {
      const run = await play(cluster(), CONTROL);
      assert.ok(run.dual_active_ms > 1000, `only ${run.dual_active_ms} ms: the prober is blind`);
    });
  });
});
