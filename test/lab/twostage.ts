/** What a scenario of two machines asks on the spot: who serves, who was shot, who says what. */
import { bootNow } from "../../network/kernel/clock.ts";
import type { NodeName } from "./plan.ts";
import type { Stage } from "./scenarios.ts";
import { sleep, until } from "./shell.ts";
import { quietOf } from "./twotimes.ts";

export const SERVED_WITHIN_MS = 60_000;

export const otherOf = ({ cluster, holder }: Stage): NodeName =>
  cluster.names.find((name) => name !== holder)!;

/** What the switch has done since the curtain rose, as "beta off". */
export function thrown({ cluster, began }: Stage): string[] {
  return cluster.pair.throws.filter(({ at }) => at >= began).map(({ node, to }) => `${node} ${to}`);
}
export const shot = (stage: Stage): string[] => thrown(stage).filter((words) => words.endsWith(" off"));

/** What must be so, or else the run is an error. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this must be so, and is not: ${what}`);
}

export async function servedBy(stage: Stage, node: NodeName): Promise<void> {
  const { cluster, prober } = stage;
  const { mac } = cluster.lab.node(node).cards.lan;
  await until(`the client to be served by ${node}`, SERVED_WITHIN_MS, 10, () =>
    prober.serving() && prober.owners().length === 1 && prober.owners()[0] === mac ? true : null,
  );
}

/** Nobody answers the client for as long as a takeover could take. */
export async function nobodyServes(stage: Stage): Promise<void> {
  const { cluster, prober } = stage;
  await until("the client to hear nothing", SERVED_WITHIN_MS, 10, () => (prober.serving() ? null : true));
  const end = bootNow() + quietOf(cluster);
  while (bootNow() < end) {
    must(!prober.serving(), "nobody takes over");
    await sleep(100);
  }
}

/** The other is switched on again by whoever shot it: it boots, learns, and votes. */
export async function pairAgain({ cluster }: Stage): Promise<void> {
  await cluster.settled(120_000);
}

/** Where there is a switch, whoever shot the machine gives it its power back; else a person does. */
export async function poweredAgain({ cluster, did }: Stage, node: NodeName): Promise<void> {
  if (cluster.pair.hasSwitch) return;
  did(`switches ${node} on again by hand`);
  await cluster.ensureOn(node);
}

export async function says(stage: Stage, node: NodeName, pattern: RegExp): Promise<void> {
  await until(`${node} to say ${pattern.source}`, SERVED_WITHIN_MS, 100, async () => {
    const status = await stage.cluster.status(node);
    return status?.pair !== null && pattern.test(status?.pair.doing ?? "") ? true : null;
  });
}

/** One of the warnings that its status shows. */
export async function warns({ cluster }: Stage, node: NodeName, pattern: RegExp): Promise<void> {
  await until(`${node} to warn ${pattern.source}`, SERVED_WITHIN_MS, 100, async () =>
    (await cluster.status(node))?.warnings.some((text) => pattern.test(text)) ? true : null,
  );
}

/** What a node has said since the curtain rose, as its log has it. */
function said({ cluster, beganWall }: Stage, node: NodeName, pattern: RegExp): string[] {
  return cluster.log(node, beganWall).flatMap(({ msg }) => (pattern.test(msg) ? [msg] : []));
}
const STOPS = /^web: (stopping|stopped|service: its guard killed)/;
const ALONE = /^goes on alone, without /;

/** The holder has stopped nothing, not for a moment; what the client lost on a busy machine is in the run's numbers. */
export function servedOn(stage: Stage): void {
  const stops = said(stage, stage.holder, STOPS);
  must(stops.length === 0, `${stage.holder} serves on, and does not say: ${stops.join(" / ")}`);
}

/** The holder has given up by itself, and in order: it said so, which is also how `servedOn` would see it. */
export async function gaveUp(stage: Stage): Promise<void> {
  await until(`${stage.holder} to say that it stops the service by itself`, SERVED_WITHIN_MS, 50, () =>
    said(stage, stage.holder, STOPS).length > 0 ? true : null,
  );
}

/** It went on alone, and said so, which is also how `nobodyAlone` would see it. */
export async function wentAlone(stage: Stage, node: NodeName): Promise<void> {
  await until(`${node} to say that it goes on alone`, SERVED_WITHIN_MS, 50, () =>
    said(stage, node, ALONE).length > 0 ? true : null,
  );
}

/** It is no split: neither of the two has gone on alone. Without a switch nobody can be shot, and only this tells it. */
export function nobodyAlone(stage: Stage): void {
  const alone = stage.cluster.names.flatMap((node) =>
    said(stage, node, ALONE).map((words) => `${node} ${words}`),
  );
  must(alone.length === 0, `neither goes on alone, not: ${alone.join(" / ")}`);
}

/** It asked for the power of the other to be cut, and did not read it as off. */
export async function shotInVain(stage: Stage, node: NodeName): Promise<void> {
  await until(`${node} to have shot in vain`, SERVED_WITHIN_MS, 50, () =>
    said(stage, node, /^power off of \S+ was asked: not read as off/).length > 0 ? true : null,
  );
}

/** Both hear each other, vote, and could each go on alone; whatever the groups do. */
export async function paired({ cluster }: Stage): Promise<void> {
  const missing = async (): Promise<string> => {
    const words = await Promise.all(
      cluster.names.map(async (node) => {
        const status = await cluster.status(node);
        if (!status?.leader || status.pair === null) return `${node} does not answer, or knows no leader`;
        if (status.pair.phase !== "together") return `${node}: ${status.pair.doing}`;
        if (!status.pair.eligible) return `${node} could not go on alone`;
        return status.members.every(({ alive, voter }) => alive && voter) ? "" : `${node} sees one vote`;
      }),
    );
    return words.filter((each) => each !== "").join("; ");
  };
  const end = bootNow() + 2 * SERVED_WITHIN_MS;
  for (let words = await missing(); words !== ""; words = await missing()) {
    if (bootNow() > end) throw new Error(`the two are no pair again: ${words}`);
    await sleep(100);
  }
}
