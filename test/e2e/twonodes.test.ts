/**
 * Two machines on real daemons. A scenario asks by itself what must not happen; here it must come to its end, with one owner at
 * every moment. Times are long: a machine that is busy with other tests must not look like one that is lost.
 */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Cluster } from "../lab/cluster.ts";
import { playScenario, type Run } from "../lab/scenarios.ts";
import type { PairKind } from "../lab/twolab.ts";
import { TWO_NODES } from "../lab/twonodes.ts";
import { TWO_RISKING } from "../lab/tworisk.ts";

for (const { kind, names } of [
  {
    kind: "switch",
    names: ["two-node-power-cut", "two-node-links-cut", "two-node-survivor-dies", "two-node-switch-lies"],
  },
  { kind: "serial", names: ["two-node-serial-only"] },
  { kind: "risk", names: ["two-node-risk-links-cut"] },
] as const satisfies readonly { kind: PairKind; names: readonly string[] }[]) {
  describe(`two machines (${kind})`, () => {
    let cluster: Cluster | null = null;
    after(() => cluster?.close());

    async function played(name: string): Promise<Run> {
      const scenario = [...TWO_NODES, ...TWO_RISKING].find((each) => each.name === name);
      assert.ok(scenario !== undefined, `there is a scenario ${name}`);
      cluster ??= await Cluster.raise({ profile: "default", pair: kind, patient: true });
      try {
        return await playScenario(cluster, scenario);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : String(error)}\n${cluster.lastWords()}`);
      }
    }

    for (const name of names) {
      const loss = TWO_RISKING.some((each) => each.name === name && each.expects === "two-owners");
      const owners = loss ? "two machines answer, as was accepted" : "never do two machines answer";
      test(`${name}: it ends well, and ${owners} for the address`, async () => {
        const run = await played(name);
        if (loss) {
          assert.ok(run.dual_active_ms > 0, "both served");
          return;
        }
        const moments = run.probe.owners.filter(({ owners }) => owners.length > 1);
        assert.equal(run.dual_active_ms, 0, `two machines answered: ${JSON.stringify(moments)}`);
        assert.equal(run.probe.open, false, "the client is served at the end");
      });
    }
  });
}
