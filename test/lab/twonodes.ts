/**
 * The scenarios of two machines. Each must come back to two nodes in contact and the service served once; what must
 * not happen meanwhile is asked on the spot, and is an error of the run.
 */
import { bootNow } from "../../network/kernel/clock.ts";
import type { NodeName } from "./plan.ts";
import type { Scenario, Stage } from "./scenarios.ts";
import { sleep, until } from "./shell.ts";

const SERVED_WITHIN_MS = 60_000;
/** Longer than detection, both sides' turns and a shot together. */
const NOTHING_HAPPENS_MS = 5000;

const otherOf = ({ cluster, holder }: Stage): NodeName => cluster.names.find((name) => name !== holder)!;

/** What the switch has done since the curtain rose, as "beta off". */
function thrown({ cluster, began }: Stage): string[] {
  return cluster.pair.switch.throws.filter(({ at }) => at >= began).map(({ node, to }) => `${node} ${to}`);
}
const shot = (stage: Stage): string[] => thrown(stage).filter((words) => words.endsWith(" off"));

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this must be so, and is not: ${what}`);
}

async function servedBy(stage: Stage, node: NodeName): Promise<void> {
  const { cluster, prober } = stage;
  const { mac } = cluster.lab.node(node).cards.lan;
  await until(`the client to be served by ${node}`, SERVED_WITHIN_MS, 10, () =>
    prober.serving() && prober.owners().length === 1 && prober.owners()[0] === mac ? true : null,
  );
}

/** Nobody answers the client for a while, and nothing is switched. */
async function nobodyServes(stage: Stage): Promise<void> {
  const { prober } = stage;
  await until("the client to hear nothing", 10_000, 10, () => (prober.serving() ? null : true));
  const end = bootNow() + NOTHING_HAPPENS_MS;
  while (bootNow() < end) {
    must(!prober.serving(), "nobody takes over");
    await sleep(100);
  }
}

/** The other is switched on again by whoever shot it: it boots, learns, and votes. */
async function pairAgain({ cluster }: Stage): Promise<void> {
  await cluster.settled(120_000);
}

async function says(stage: Stage, node: NodeName, pattern: RegExp): Promise<void> {
  await until(`${node} to say ${pattern.source}`, 10_000, 100, async () => {
    const status = await stage.cluster.status(node);
    return status?.pair !== null && pattern.test(status?.pair.doing ?? "") ? true : null;
  });
}

/** The holder has stopped nothing, not for a moment; what the client lost on a busy machine is in the run's numbers. */
function servedOn({ cluster, holder, beganWall }: Stage): void {
  const stops = cluster
    .log(holder, beganWall)
    .filter(({ msg }) => /^web: (stopping|stopped|service: its guard killed)/.test(msg));
  must(
    stops.length === 0,
    `${holder} serves on, and does not say: ${stops.map(({ msg }) => msg).join(" / ")}`,
  );
}

const common = { leaderIs: "holder", guard: "on" } as const;

export const TWO_NODES: readonly Scenario[] = [
  {
    ...common,
    name: "two-node-power-cut",
    story:
      "Two machines. The one that holds the address loses its power; the other shows it to be off, and takes over.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`cuts the power of ${holder}: links first, then every process`);
      await cluster.powerCut(holder);
      await servedBy(stage, otherOf(stage));
      await sleep(500);
      // It was off already, so that no throw took it down: the survivor only had that confirmed.
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-links-cut",
    story:
      "Two machines lose sight of each other while both see the network: exactly one is shot, and not the one that serves.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      const other = otherOf(stage);
      did(`cuts ${holder} and ${other} off from each other; both see everything else`);
      await cluster.lab.partition(holder);
      await until(`${other} to be shot`, SERVED_WITHIN_MS, 20, () => (shot(stage).length > 0 ? true : null));
      await sleep(NOTHING_HAPPENS_MS);
      must(shot(stage).join() === `${other} off`, `only ${other} is shot, not: ${thrown(stage).join(", ")}`);
      servedOn(stage);
      did("heals the networks");
      await cluster.lab.heal();
      await pairAgain(stage);
      must(shot(stage).length === 1, "nobody is shot afterwards");
    },
  },
  {
    ...common,
    name: "two-node-race",
    story:
      "Nobody holds anything when the two lose sight of each other, so that both have the same right to shoot: exactly one is shot.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, leader, did } = stage;
      did(`stops the service, and then cuts ${holder} and ${otherOf(stage)} off from each other`);
      await cluster.order(leader, ["stop", "web"]);
      await cluster.lab.partition(holder);
      await until("one of them to be shot", SERVED_WITHIN_MS, 20, () =>
        shot(stage).length > 0 ? true : null,
      );
      await sleep(NOTHING_HAPPENS_MS);
      must(shot(stage).length === 1, `exactly one is shot, not: ${thrown(stage).join(", ")}`);
      did("heals the networks, and starts the service");
      await cluster.lab.heal();
      const survivor = cluster.names.find((name) => shot(stage)[0] !== `${name} off`)!;
      await cluster.order(survivor, ["start", "web"]);
      await pairAgain(stage);
      must(shot(stage).length === 1, "nobody is shot afterwards");
    },
  },
  {
    ...common,
    name: "two-node-lan-cut",
    story:
      "The holder's cable to the clients passes nothing any more, and its light stays on: it reaches fewer ping targets than the other, and gives up.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`has the LAN port of ${holder} pass nothing; the link stays up`);
      await cluster.lab.mute([{ node: holder, net: "lan" }]);
      await servedBy(stage, otherOf(stage));
      must(shot(stage).length === 0, "nobody is shot: the two still hear each other");
      did("has the port pass everything again");
      await cluster.lab.heal();
      await sleep(4000); // returnAfter
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-gateway-dead",
    story:
      "Every ping target dies at once: nothing happens. Then the holder loses its power: the other waits until it can tell that it is not cut off itself.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did("takes all ping targets away");
      await cluster.lab.targets(false);
      await sleep(NOTHING_HAPPENS_MS);
      servedOn(stage);
      did(`cuts the power of ${holder}`);
      await cluster.powerCut(holder);
      await nobodyServes(stage);
      did("brings the ping targets back");
      await cluster.lab.targets(true);
      await servedBy(stage, otherOf(stage));
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-switch-dead",
    story:
      "The holder loses its power and the switch does not answer: nothing is taken over until a person confirms that it is down.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      const other = otherOf(stage);
      await cluster.pair.switch.behave({ type: "dead" });
      did(`cuts the power of ${holder}; the switch is dead`);
      await cluster.powerCut(holder);
      await nobodyServes(stage);
      did(`types: leasehold fence confirm ${holder}`);
      await cluster.confirmStop(holder, other);
      await servedBy(stage, other);
      await cluster.pair.switch.behave({ type: "obeys", delay: 100 });
      did(`switches ${holder} on again, if the survivor has not`);
      await cluster.ensureOn(holder);
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-switch-lies",
    story:
      "The two lose sight of each other, and the switch says yes and does nothing: nobody takes over, and the holder serves on.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      await cluster.pair.switch.behave({ type: "lies", delay: 100 });
      did(`cuts ${holder} and ${otherOf(stage)} off from each other; the switch lies`);
      await cluster.lab.partition(holder);
      await sleep(2 * NOTHING_HAPPENS_MS);
      servedOn(stage);
      must(thrown(stage).length === 0, "nothing was switched");
      did("heals the networks, and the switch");
      await cluster.lab.heal();
      await cluster.pair.switch.behave({ type: "obeys", delay: 100 });
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-return",
    story:
      "The machine that holds nothing loses its power; it is switched on again at once, comes back as a learner, and votes when it has caught up.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      const other = otherOf(stage);
      did(`cuts the power of ${other}, which holds nothing`);
      await cluster.powerCut(other);
      await until(`${holder} to go on alone`, SERVED_WITHIN_MS, 50, async () =>
        (await cluster.status(holder))?.pair?.phase === "alone" ? true : null,
      );
      await pairAgain(stage);
      must(
        thrown(stage).join() === `${other} on`,
        `it is switched on by the survivor, not: ${thrown(stage).join(", ")}`,
      );
      servedOn(stage);
    },
  },
  {
    ...common,
    name: "two-node-survivor-dies",
    story:
      "The survivor dies straight after it took over, and the other boots alone: it waits, and says for what.",
    pair: "switch",
    async play(stage) {
      const { cluster, holder, did } = stage;
      const other = otherOf(stage);
      did(`cuts the power of ${holder}`);
      await cluster.powerCut(holder);
      await servedBy(stage, other);
      did(`cuts the power of ${other}, which has just taken over`);
      await cluster.powerCut(other);
      await cluster.ensureOn(holder);
      await nobodyServes(stage);
      await says(stage, holder, new RegExp(other));
      did(`switches ${other} on again`);
      await cluster.powerOn(other);
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-total-loss",
    story: "Both lose their power at once; they return one after the other, in either order.",
    pair: "switch",
    async play(stage) {
      const { cluster, did } = stage;
      for (const order of [cluster.names, cluster.names.toReversed()]) {
        did(`cuts the power of both, then switches on ${order.join(", then ")}`);
        await Promise.all(cluster.names.map((name) => cluster.powerCut(name)));
        for (const name of order) {
          await cluster.powerOn(name);
          await sleep(500);
        }
        await pairAgain(stage);
      }
      must(thrown(stage).length === 0, "nobody is shot by one who has just booted");
    },
  },
  {
    ...common,
    name: "two-node-serial",
    story:
      "All IP between the two is dead and the serial line lives: it is no split, nobody is shot and nothing is lost.",
    pair: "serial",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`cuts ${holder} and ${otherOf(stage)} off from each other by IP; the serial line is plugged in`);
      await cluster.lab.partition(holder);
      await sleep(2 * NOTHING_HAPPENS_MS);
      must(thrown(stage).length === 0, "nothing was switched");
      servedOn(stage);
      did("heals the networks");
      await cluster.lab.heal();
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-serial-only",
    story:
      "All networks of the holder are dead and only the serial line is left: it gives up over the line, and nobody is shot.",
    pair: "serial",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`has both ports of ${holder} pass nothing; the serial line is plugged in`);
      await cluster.lab.mute([
        { node: holder, net: "lan" },
        { node: holder, net: "hb" },
      ]);
      await servedBy(stage, otherOf(stage));
      must(thrown(stage).length === 0, "nobody is shot: the two still hear each other");
      did("has the ports pass everything again");
      await cluster.lab.heal();
      await sleep(4000); // returnAfter
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-risk-power-cut",
    story:
      "Two machines without any switch, the risk accepted: the holder loses its power, and the other takes over when its lease has run out.",
    pair: "risk",
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
    pair: "risk",
    async play(stage) {
      const { cluster, holder, did } = stage;
      did(`has both ports of ${holder} pass nothing`);
      await cluster.lab.mute([
        { node: holder, net: "lan" },
        { node: holder, net: "hb" },
      ]);
      await servedBy(stage, otherOf(stage));
      await sleep(2000);
      did("has the ports pass everything again");
      await cluster.lab.heal();
      await pairAgain(stage);
    },
  },
];
