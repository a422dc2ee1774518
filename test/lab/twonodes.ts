/**
 * The scenarios of two machines. Each must come back to two nodes in contact and the service served once; what must
 * not happen meanwhile is asked on the spot, and is an error of the run.
 */
import { playRaces } from "./races.ts";
import type { Scenario } from "./scenarios.ts";
import { sleep, until } from "./shell.ts";
import { DEVICE_MS } from "./twolab.ts";
import {
  gaveUp,
  must,
  nobodyAlone,
  nobodyServes,
  otherOf,
  pairAgain,
  paired,
  poweredAgain,
  SERVED_WITHIN_MS,
  says,
  servedBy,
  servedOn,
  shot,
  shotInVain,
  thrown,
  warns,
  wentAlone,
} from "./twostage.ts";
import { boundOfPowerCut, quietOf } from "./twotimes.ts";

const common = { leaderIs: "holder", guard: "on" } as const;

export const TWO_NODES: readonly Scenario[] = [
  {
    ...common,
    name: "two-node-power-cut",
    story:
      "Two machines. The one that holds the address loses its power; the other shows it to be off, and takes over.",
    pair: "switch",
    bound: boundOfPowerCut,
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
      await sleep(quietOf(cluster));
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
      "The two lose sight of each other at once, and both see the network: again and again, whoever holds, in the middle of a move, one way first. Exactly one is shot, every time.",
    pair: "switch",
    unmeasured: true,
    play: playRaces,
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
      await gaveUp(stage);
      nobodyAlone(stage);
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
    unmeasured: true, // silent for as long as the scenario waits
    async play(stage) {
      const { cluster, holder, did } = stage;
      did("takes all ping targets away");
      await cluster.lab.targets(false);
      for (const name of cluster.names) await warns(stage, name, /reaches 0 of \d+ ping targets/);
      await sleep(quietOf(cluster));
      servedOn(stage);
      nobodyAlone(stage);
      did(`cuts the power of ${holder}`);
      await cluster.powerCut(holder);
      await nobodyServes(stage);
      did("brings the ping targets back");
      await cluster.lab.targets(true);
      await servedBy(stage, otherOf(stage));
      await poweredAgain(stage, holder);
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-switch-dead",
    story:
      "The holder loses its power and the switch does not answer: nothing is taken over until a person confirms that it is down.",
    pair: "switch",
    unmeasured: true, // silent for as long as the scenario waits
    async play(stage) {
      const { cluster, holder, did } = stage;
      const other = otherOf(stage);
      await cluster.pair.switch.behave({ type: "dead" });
      did(`cuts the power of ${holder}; the switch is dead`);
      await cluster.powerCut(holder);
      await nobodyServes(stage);
      await shotInVain(stage, other);
      await says(
        stage,
        other,
        new RegExp(`^has lost ${holder}: .*(fence confirm ${holder}|a person must look)`),
      );
      nobodyAlone(stage);
      did(`types: leasehold fence confirm ${holder}`);
      await cluster.confirmStop(holder, other);
      await servedBy(stage, other);
      await cluster.pair.switch.behave({ type: "obeys", delay: DEVICE_MS });
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
    deviceLies: true,
    async play(stage) {
      const { cluster, holder, did } = stage;
      await cluster.pair.switch.behave({ type: "lies", delay: DEVICE_MS });
      did(`cuts ${holder} and ${otherOf(stage)} off from each other; the switch lies`);
      await cluster.lab.partition(holder);
      for (const node of cluster.names) await shotInVain(stage, node);
      await sleep(quietOf(cluster));
      servedOn(stage);
      nobodyAlone(stage);
      must(thrown(stage).length === 0, "nothing was switched");
      did("heals the networks, and the switch");
      await cluster.lab.heal();
      await cluster.pair.switch.behave({ type: "obeys", delay: DEVICE_MS });
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
      await wentAlone(stage, holder);
      const { members = [] } = (await cluster.status(holder)) ?? {};
      must(
        members.some(({ name, voter }) => name === other && !voter),
        `${other} is a learner`,
      );
      await pairAgain(stage);
      await paired(stage);
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
    unmeasured: true, // silent for as long as the scenario waits
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
      await says(stage, holder, new RegExp(`^waiting for ${other}: `));
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
    unmeasured: true, // silent for as long as the scenario waits
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
      nobodyAlone(stage);
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
      await sleep(quietOf(cluster));
      must(thrown(stage).length === 0, "nothing was switched");
      nobodyAlone(stage);
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
      await gaveUp(stage);
      nobodyAlone(stage);
      must(thrown(stage).length === 0, "nobody is shot: the two still hear each other");
      did("has the ports pass everything again");
      await cluster.lab.heal();
      await sleep(4000); // returnAfter
      await pairAgain(stage);
    },
  },
  {
    ...common,
    name: "two-node-own-stack",
    story:
      "Every ping target is dead, and then the holder's own packet filter drops all IP: by what comes to each, it is the holder's stack, and it lets go over the serial line.",
    pair: "serial",
    unmeasured: true, // silent for as long as it takes to be sure
    async play(stage) {
      const { cluster, holder, did } = stage;
      const other = otherOf(stage);
      did("takes all ping targets away; a supervisor asks both machines all the time");
      const supervised = cluster.names.map((name) => cluster.lab.supervise(name));
      await cluster.lab.targets(false);
      await says(
        stage,
        holder,
        /no ping target answers; this node hears other hosts by IP.*keeps what it holds/,
      );
      servedOn(stage);
      did(`has the packet filter of ${holder} drop all IP, both ways; the serial line is plugged in`);
      await cluster.lab.filterAll(holder, true);
      await servedBy(stage, other);
      gaveUp(stage);
      await says(stage, holder, /has let go of what it held, because its own IP stack passed nothing/);
      nobodyAlone(stage);
      must(thrown(stage).length === 0, "nobody is shot: the two still hear each other");
      did("takes the mistaken rules away, and brings the ping targets back");
      await cluster.lab.filterAll(holder, false);
      await cluster.lab.targets(true);
      for (const { end } of supervised) end();
      await sleep(4000); // returnAfter
      await pairAgain(stage);
    },
  },
];
