/**
 * Plays scenarios of two machines on real daemons, one cluster after the other. A scenario asks by itself what must not happen;
 * here it must come to its end, with one owner at every moment. Times are long: a machine that is busy with other tests must not
 * look like one that is lost. A run whose prober was held up counts: its numbers are not asked, and what it saw is.
 */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Cluster } from "../lab/cluster.ts";
import { playScenario, type Run, type Scenario } from "../lab/scenarios.ts";
import type { PairKind } from "../lab/twolab.ts";
import { TWO_NODES } from "../lab/twonodes.ts";
import { TWO_RISKING } from "../lab/tworisk.ts";

/** Of a scenario that repeats its fault: each kind of start once. */
const TIMES = 4;

/** Which of the scenarios that run by turns: printed, and chosen again by the environment. */
export const turn = Number(process.env.LEASEHOLD_TURN ?? Math.floor(Math.random() * 10_000));

/** `count` of them, others with each turn, so that all are played in a row of turns. */
export const byTurn = (scenarios: readonly Scenario[], count: number): readonly Scenario[] =>
  Array.from({ length: count }, (_, i) => scenarios[(turn * count + i) % scenarios.length]!);

/** Throws for a name that no scenario has. */
export function named(...names: readonly string[]): readonly Scenario[] {
  return names.map((name) => {
    const scenario = [...TWO_NODES, ...TWO_RISKING].find((each) => each.name === `two-node-${name}`);
    assert.ok(scenario !== undefined, `there is a scenario two-node-${name}`);
    return scenario;
  });
}

/** A test for each, in this order; those that need the same kind of cluster share one. */
export function playsTwo(scenarios: readonly Scenario[], words = ""): void {
  const kinds = new Set(scenarios.flatMap(({ pair }) => pair ?? []));
  for (const kind of kinds) {
    describe(`two machines (${kind})${words}`, () => {
      playsOn(
        kind,
        scenarios.filter(({ pair }) => pair === kind),
      );
    });
  }
}

function playsOn(kind: PairKind, scenarios: readonly Scenario[]): void {
  let cluster: Cluster | null = null;
  after(() => cluster?.close());

  async function played(scenario: Scenario): Promise<Run> {
    cluster ??= await Cluster.raise({ profile: "default", pair: kind, patient: true });
    try {
      return await playScenario(cluster, scenario, TIMES);
    } catch (error) {
      const last = `${cluster.lastWords()}\nwhat the daemons wrote is kept in ${cluster.keepLogs()}`;
      // The next one begins with machines of which nothing is known to be broken.
      const broken = cluster;
      cluster = null;
      await broken.close();
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${last}`);
    }
  }

  for (const scenario of scenarios) {
    const loss = scenario.expects === "two-owners";
    const owners = loss ? "two machines answer, as was accepted," : "never do two machines answer";
    test(`${scenario.name}: it ends well, and ${owners} for the address`, async (t) => {
      const run = await played(scenario);
      for (const words of run.saw) t.diagnostic(words);
      assert.equal(run.probe.open, false, "the client is served at the end");
      if (loss) {
        assert.ok(run.dual_active_ms > 0, "both served");
        return;
      }
      const moments = run.probe.owners.filter((each) => each.owners.length > 1);
      assert.equal(run.dual_active_ms, 0, `two machines answered: ${JSON.stringify(moments)}`);
    });
  }
}
