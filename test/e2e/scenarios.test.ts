/** Every scenario on real daemons and real interfaces. Asserts two-owner time, never outage: outage is the bench's. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Cluster, type ClusterOptions } from "../lab/cluster.ts";
import { whoHas } from "../lab/plan.ts";
import { CONTROL, EVERYDAY, playScenario, type Run, SCENARIOS, type Scenario } from "../lab/scenarios.ts";

const ALL = [...SCENARIOS, ...EVERYDAY];

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
const STAYS = ["leader-power-cut", "return", "restart", "rolling-restart"];
const stays = ({ name }: Scenario): boolean => STAYS.includes(name);
const one = ({ groups }: Scenario): boolean => groups !== "pair";
const named = (...names: string[]) => ALL.filter(({ name }) => names.includes(name));

/** What must not happen on any machine is asked with `fast`; what a machine that pauses may bring about, with long times. */
for (const { what, options, scenarios } of [
  {
    what: "fast",
    options: { profile: "fast" },
    scenarios: ALL.filter((each) => one(each) && !stays(each)),
  },
  {
    what: "long times",
    options: { profile: "default", patient: true },
    scenarios: [...ALL.filter(stays), ...named("power-cut")],
  },
  {
    what: "long times, two groups",
    options: { profile: "default", patient: true, groups: "pair" },
    scenarios: named("mutual-backup"),
  },
] as const satisfies readonly {
  readonly what: string;
  readonly options: ClusterOptions;
  readonly scenarios: readonly Scenario[];
}[]) {
  describe(what, () => {
    onCluster(options, (cluster) => {
      for (const scenario of scenarios) {
        test(`${scenario.name}: the service comes back and never do two machines answer for its address`, async () => {
          const run = await play(cluster(), scenario);
          neverTwoOwners(run);
          const { plan } = cluster().lab;
          const owners = run.probe.owners.flatMap((each) => each.owners.map((mac) => whoHas(plan, mac)));
          if (stays(scenario)) {
            assert.deepEqual([...new Set(owners)], [run.from], "it stays where it is");
            assert.equal(run.to, run.from);
          } else if (scenario.name !== "all-cut")
            assert.ok(
              owners.some((owner) => owner !== run.from),
              "another machine took it",
            );
          if (scenario.name === "mutual-backup") {
            const { lost = 1, paused_ms_max = 0, owners: others = [] } = run.second ?? {};
            // What its prober asked before a long pause of its own, it did not hear in time.
            assert.ok(
              lost === 0 || paused_ms_max > 40,
              `the other service notices nothing, not: ${lost} lost`,
            );
            assert.equal(new Set(others.flatMap((each) => each.owners)).size, 1, "and stays where it is");
          }
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
