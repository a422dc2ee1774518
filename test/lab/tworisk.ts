/**
 * `acceptNonTransitiveRisk` with each of the scenarios of two. Where the setting allows a loss the scenario says which, and shows
 * exactly that one; everywhere else it must end as it does without the setting. Those with a switch that is dead or lies have no like here:
 * a document with the setting and a switch is refused.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { bootNow } from "../../network/kernel/clock.ts";
import { GROUP } from "./documents.ts";
import type { NodeName } from "./plan.ts";
import type { Scenario, Stage } from "./scenarios.ts";
import { sleep, until } from "./shell.ts";
import type { PairKind } from "./twolab.ts";
import { TWO_NODES } from "./twonodes.ts";
import { gaveUp, must, otherOf, pairAgain, paired, SERVED_WITHIN_MS, servedBy } from "./twostage.ts";

/** Both serve for so long. */
const BOTH_MS = 3000;

const common = { leaderIs: "holder", guard: "on", pair: "risk" } as const;

/** What is played without the setting, with it. */
function alike(name: string, pair: PairKind, story: string): Scenario {
  const scenario = TWO_NODES.find((each) => each.name === `two-node-${name}`);
  if (scenario === undefined) throw new Error(`there is no scenario two-node-${name}`);
  return { ...scenario, name: `two-node-risk-${name}`, pair, story };
}

async function phase({ cluster }: Stage, node: NodeName, wanted: string): Promise<void> {
  await until(`${node} to be ${wanted}`, SERVED_WITHIN_MS, 50, async () =>
    (await cluster.status(node))?.pair?.phase === wanted ? true : null,
  );
}

/** Both have gone on alone, and the links are whole again: exactly one gives up, loudly, and its store is begun anew. */
async function oneGivesUp(stage: Stage): Promise<NodeName> {
  const { cluster, did, saw } = stage;
  const gaveUp = async (): Promise<NodeName[]> => {
    const seen = await Promise.all(cluster.names.map((node) => cluster.status(node)));
    return cluster.names.filter((_, i) => /must be begun anew/.test(seen[i]?.pair?.doing ?? ""));
  };
  const loser = await until(
    "one of them to give up",
    SERVED_WITHIN_MS,
    100,
    async () => (await gaveUp())[0] ?? null,
  );
  await sleep(1000);
  must((await gaveUp()).join() === loser, "only one gives up");
  const winner = cluster.names.find((name) => name !== loser)!;
  saw(
    `${loser} gives up for good: what it decided since it went alone is lost, and what ${winner} decided stands`,
  );
  did(
    `ends the daemon of ${loser}, takes its store away, starts it, and types: leasehold node readmit ${loser}`,
  );
  await cluster.kill(loser);
  rmSync(join(cluster.lab.disk(loser), "data", "store"), { recursive: true });
  await cluster.start(loser);
  await until(`${loser} to say that its disk is another one`, 60_000, 200, async () =>
    (await cluster.status(loser))?.disk === "unknown-disk" ? true : null,
  );
  await cluster.knownAs(loser, "unknown-disk", winner);
  await cluster.order(winner, ["node", "readmit", loser]);
  return winner;
}

export const TWO_RISKING: readonly Scenario[] = [
  {
    ...common,
    name: "two-node-risk-power-cut",
    story:
      "Two machines without any switch, the risk accepted: the holder loses its power, and the other takes over when its lease has run out.",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`cuts the power of ${holder}`);
      await cluster.powerCut(holder);
      await servedBy(stage, otherOf(stage));
      await sleep(500);
      did(`switches ${holder} on again`);
      await cluster.powerOn(holder);
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-risk-isolated",
    story:
      "The risk accepted: both networks of the holder are dead. It stops by itself, and the other takes over.",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`has both ports of ${holder} pass nothing`);
      await cluster.lab.mute([
        { node: holder, net: "lan" },
        { node: holder, net: "hb" },
      ]);
      await servedBy(stage, otherOf(stage));
      await gaveUp(stage);
      await sleep(2000);
      did("has the ports pass everything again");
      await cluster.lab.heal();
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-risk-links-cut",
    story:
      "The very case that was accepted: both see the network, and not each other. THE LOSS: both serve until the links are whole, and then the one with the smaller history gives up, and what it decided is lost.",
    expects: "two-owners",
    async play(stage) {
      const { cluster, holder, prober, did, saw } = stage;
      did(`cuts ${holder} and ${otherOf(stage)} off from each other; both see everything else`);
      await cluster.lab.partition(holder);
      await until("both to serve", SERVED_WITHIN_MS, 10, () => (prober.owners().length === 2 ? true : null));
      const since = bootNow();
      await sleep(BOTH_MS);
      await until("both to serve on", SERVED_WITHIN_MS, 10, () =>
        prober.owners().length === 2 ? true : null,
      );
      did("heals the networks");
      await cluster.lab.heal();
      await until("only one to serve", SERVED_WITHIN_MS, 5, () =>
        prober.owners().length === 1 ? true : null,
      );
      saw(`both served for ${Math.round(bootNow() - since)} ms, until the links were whole`);
      await oneGivesUp(stage);
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-risk-race",
    story:
      "Nobody holds anything when the two lose sight of each other: nobody can be shot, so both go on alone. THE LOSS: whatever the one that gives up afterwards was told.",
    async play(stage) {
      const { cluster, holder, leader, did, saw } = stage;
      did(`stops the service, and then cuts ${holder} and ${otherOf(stage)} off from each other`);
      await cluster.order(leader, ["stop", GROUP]);
      await paired(stage);
      await cluster.lab.partition(holder);
      for (const node of cluster.names) await phase(stage, node, "alone");
      did("heals the networks");
      await cluster.lab.heal();
      const winner = await oneGivesUp(stage);
      await cluster.order(winner, ["start", GROUP]);
      await pairAgain(stage);
      saw("nobody served twice: the service was stopped");
    },
  },
  alike(
    "lan-cut",
    "risk",
    "The risk accepted: the holder reaches fewer ping targets than the other while they still hear each other. It gives up, as with a switch; nothing is lost.",
  ),
  alike(
    "gateway-dead",
    "risk",
    "The risk accepted: every ping target is dead, and the holder loses its power. The other waits until it can tell that it is not cut off, as with a switch; nothing is lost.",
  ),
  {
    ...common,
    name: "two-node-risk-return",
    story:
      "The risk accepted: the machine that holds nothing loses its power. THE LOSS: the holder, whose grant counts on its silence, is silent for a moment before it goes on alone. The other comes back as a learner, and votes.",
    async play(stage) {
      const { cluster, holder, did } = stage;
      const other = otherOf(stage);
      did(`cuts the power of ${other}, which holds nothing`);
      await cluster.powerCut(other);
      await phase(stage, holder, "alone");
      await servedBy(stage, holder);
      did(`switches ${other} on again`);
      await cluster.powerOn(other);
      await pairAgain(stage);
    },
  },
  alike(
    "survivor-dies",
    "risk",
    "The risk accepted: the survivor dies straight after it took over, and the other boots alone: it waits, as with a switch; nothing is lost.",
  ),
  alike(
    "total-loss",
    "risk",
    "The risk accepted: both lose their power at once and return in either order, as with a switch; nothing is lost.",
  ),
  alike(
    "serial",
    "risk-serial",
    "The risk accepted, and a serial line plugged in: all IP between the two is dead, and it is no split; nothing is lost.",
  ),
  alike(
    "serial-only",
    "risk-serial",
    "The risk accepted: only the serial line of the holder is left. It gives up over the line; nothing is lost.",
  ),
  alike(
    "own-stack",
    "risk-serial",
    "The risk accepted: every ping target is dead, and the holder's own packet filter drops all IP. It lets go over the line; nothing is lost.",
  ),
];
