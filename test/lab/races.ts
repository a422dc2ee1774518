/**
 * Races: the two lose each other at the same moment, and each sees the network, so that each has the right to shoot. One
 * cluster plays as many as asked: between two of them the one that was shot has booted, learned, and votes again.
 */
import { bootNow } from "../../network/kernel/clock.ts";
import { GROUP } from "./documents.ts";
import { oneWay, partition } from "./faults.ts";
import type { NodeName } from "./plan.ts";
import type { Stage } from "./scenarios.ts";
import { sleep, until } from "./shell.ts";
import { BOUND_MS } from "./twolab.ts";
import { must, paired, SERVED_WITHIN_MS } from "./twostage.ts";
import { delayOf } from "./twotimes.ts";

/** How the two come to lose each other, in turn. */
const STARTS = ["nobody holds", "one holds", "one way first", "in the middle of a move"] as const;
type Start = (typeof STARTS)[number];

/**
 * Plays `times` races. Each must have exactly one shot. That the holder survives is likely, and no promise: one that stood still, or whose
 * pings were lost, misses its turn. So it is counted.
 */
export async function playRaces(stage: Stage): Promise<void> {
  const { cluster, times, did, saw } = stage;
  const won = new Map<NodeName, number>(cluster.names.map((name) => [name, 0]));
  let [held, kept, between, early] = [0, 0, 0, 0];
  await paired(stage);
  for (let i = 0; i < times; i++) {
    const start = STARTS[i % STARTS.length]!;
    did(`race ${i + 1} of ${times}, ${start}`);
    const before = cluster.pair.throws.length;
    const { survivor, holder, took } = await race(stage, start).catch((error: unknown) => {
      throw new Error(
        `race ${i + 1} of ${times}, ${start}: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    won.set(survivor, won.get(survivor)! + 1);
    if (took < cluster.timing.suspectAfter + delayOf(cluster)) early += 1;
    if (start === "one holds") held += 1;
    if (start === "one holds" && survivor === holder) kept += 1;
    // Three shots in ten minutes call for a person: whoever restarts a daemon is one.
    await taken("restart", () => cluster.restart(survivor, survivor));
    await paired(stage);
    between += cluster.pair.throws.slice(before).filter(({ to }) => to === "off").length - 1;
  }
  const wins = [...won].map(([name, count]) => `${name} ${count}`).join(", ");
  saw(
    `${times} races, exactly one shot in each, in ${early} by the side whose turn is first; who survived: ${wins}; where one held, it survived in ${kept} of ${held}`,
  );
  if (between > 0)
    saw(
      `${between} shots between the races: this machine held one of the two up for longer than suspectAfter`,
    );
  if (!(await holderNow(stage))) await cluster.order(cluster.names[0]!, ["start", GROUP]);
}

async function holderNow({ cluster }: Stage): Promise<NodeName | null> {
  const status = await cluster.status(cluster.names[0]!);
  return status?.groups.find(({ name }) => name === GROUP)?.holder ?? null;
}

async function race(
  stage: Stage,
  start: Start,
): Promise<{ readonly survivor: NodeName; readonly holder: NodeName | null; readonly took: number }> {
  const { cluster } = stage;
  const holder = await prepareTogether(stage, start);
  const before = cluster.pair.switch.throws.length;
  const shots = (): NodeName[] =>
    cluster.pair.switch.throws.slice(before).flatMap(({ node, to }) => (to === "off" ? [node] : []));
  const began = bootNow();
  await sever(stage, start, holder);
  // One way first, each may notice long before both ways are cut.
  const noticeable = start === "one way first" ? began : bootNow();
  await until("one of them to be shot", SERVED_WITHIN_MS, 20, () => (shots().length > 0 ? true : null));
  stage.did(`${shots().join(" and ")} is off, ${Math.round(bootNow() - began)} ms after the cut began`);
  const took = bootNow() - noticeable;
  // The next turn that the other one could have, and its shot.
  await sleep(delayOf(cluster) + BOUND_MS);
  const [lost, ...more] = shots();
  cluster.pair.neverBothOff(began);
  must(more.length === 0, `exactly one is shot, not: ${shots().join(", ")}`);
  const survivor = cluster.names.find((name) => name !== lost)!;
  await cluster.lab.heal();
  await paired(stage);
  cluster.pair.neverBothOff(began);
  return { survivor, holder, took };
}

/** The daemon that is asked may just be handing over, or know no leader; what is asked twice is done once. */
async function taken(word: string, ask: () => Promise<unknown>): Promise<void> {
  await until(`leasehold ${word} to be taken`, SERVED_WITHIN_MS, 500, () =>
    ask().then(
      () => true,
      () => null,
    ),
  );
}

/** As `prepare`, and both have been there all the while: on a machine that stands still now and then one may be shot even now. */
async function prepareTogether(stage: Stage, start: Start): Promise<NodeName | null> {
  const { cluster } = stage;
  const { throws } = cluster.pair.switch;
  for (let tries = 0; tries < TRIES; tries++) {
    const before = throws.length;
    const holder = await prepare(stage, start);
    await sleep(4 * cluster.timing.heartbeat); // so that each has heard that the other knows the same
    if (throws.length === before) return holder;
    await paired(stage);
  }
  throw new Error(
    `the two were torn apart ${TRIES} times before the race: this machine stands still too often for it`,
  );
}
const TRIES = 5;

/** Who holds as the race begins; null: nobody. */
async function prepare(stage: Stage, start: Start): Promise<NodeName | null> {
  const { cluster } = stage;
  const idle = start === "nobody holds";
  const word = idle ? "stop" : "start";
  await taken(word, () => cluster.order(cluster.names[0]!, [word, GROUP]));
  return await until(`${GROUP} to be ${idle ? "stopped" : "served"}`, SERVED_WITHIN_MS, 100, async () => {
    const seen = await Promise.all(cluster.names.map((node) => cluster.status(node)));
    const groups = seen.map((status) => status?.groups.find(({ name }) => name === GROUP));
    if (idle) return groups.every((group) => group !== undefined && !group.holder) ? { holder: null } : null;
    const [one, other] = groups;
    const same = one?.holder && one.holder === other?.holder && one.state === "running";
    return same ? { holder: one.holder } : null;
  }).then(({ holder }) => holder);
}

async function sever({ cluster }: Stage, start: Start, holder: NodeName | null): Promise<void> {
  const { lab } = cluster;
  const [a, b] = cluster.names.toSorted(() => Math.random() - 0.5) as [NodeName, NodeName];
  if (start === "one way first") {
    await lab.faults(oneWay(a, b));
    await sleep(Math.random() * 2 * cluster.timing.suspectAfter);
  } else if (start === "in the middle of a move" && holder !== null) {
    // Cut off, nobody may ever confirm it. Its command takes some time to start, and the move some more.
    cluster.move(holder === a ? b : a, holder).catch(() => {});
    await sleep(150 + Math.random() * 400);
  }
  await lab.faults(partition(lab.plan, a));
}
