/** Every scenario on real daemons and real interfaces. Asserts two-owner time, never outage: outage is the bench's. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Cluster, type ClusterOptions } from "../lab/cluster.ts";
import { CONTROL, EVERYDAY, playScenario, type Run, SCENARIOS, type Scenario } from "../lab/scenarios.ts";

const ALL = [...SCENARIOS, ...EVERYDAY];

function named(name: string): Scenario {
  const scenario = ALL.find((each) => each.name === name);
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

/** The service stays where it is: what happens elsewhere, or to its daemon, is no reason to move it. */
const STAYS = ["leader-power-cut", "return"];
/** The next incarnation of a daemon needs longer to take over than the leases of `fast` live: it may move there. */
const RESTARTS = ["restart", "rolling-restart"];
const one = (scenario: Scenario): boolean => scenario.groups !== "pair";

for (const { profile, groups, names } of [
  { profile: "fast", groups: "one", names: ALL.filter(one).map(({ name }) => name) },
  { profile: "fast", groups: "pair", names: ["mutual-backup"] },
  { profile: "default", groups: "one", names: ["power-cut", "freeze", ...RESTARTS] },
] as const) {
  describe(`profile ${profile}, ${groups === "one" ? "one group" : "two groups"}`, () => {
    onCluster({ profile, groups }, (cluster) => {
      for (const name of names) {
        test(`${name}: the service comes back and never do two machines answer for its address`, async () => {
          const run = await play(cluster(), named(name));
          neverTwoOwners(run);
          if (STAYS.includes(name) || (profile === "default" && RESTARTS.includes(name)))
            assert.equal(run.to, run.from, "it stays where it is");
          else if (name !== "all-cut" && !RESTARTS.includes(name))
            assert.notEqual(run.to, run.from, "another machine holds it now");
          if (name === "mutual-backup")
            assert.equal(run.second?.lost, 0, "the other service notices nothing");
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
