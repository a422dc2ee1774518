/** One seed of the two-node profile: acts of weather, after each of which everything heals, both agree, and all is served (P4). */
import { judgeHistories } from "../locks.ts";
import { createRandom } from "../random.ts";
import type { SeedOptions, SeedResult } from "../seed.ts";
import { eventsIn } from "../seen.ts";
import { describeUnserved, unserved } from "../served.ts";
import { createWorld, type World } from "../world.ts";
import { drawPairScene } from "./scene.ts";
import { drawPairClimate, isDrill, startPairWeather } from "./weather.ts";

/** P4: after the last fault ends, both agree and every group is served within this. */
const HEALED_WITHIN = 30_000;
/** Makes another stream of chance of the same seed. */
const WATCHDOGS = 2 ** 40;
/** Two that wait for each other do little: as much time in a seed takes so many times fewer events. */
const IDLER = 8;

export function playPair(seed: number, options: SeedOptions): SeedResult {
  const random = createRandom(seed);
  const scene = drawPairScene(random, options.sabotage, createRandom(seed + WATCHDOGS));
  const { timing } = scene.document;
  const { stated, kind } = scene.pair;
  const world = createWorld(scene, options.system, random.fork(), options.trace);
  const { judge, timeline } = world;
  const tell = (text: string) => options.trace?.(timeline.now, "weather", text);
  tell(`a pair, ${kind}, TTL ${timing.ttl}`);
  for (const node of world.nodes) timeline.after(random.between(0, 2) * timing.ttl, node.start);
  let healed: number | null = 0;
  try {
    do {
      const took = act();
      healed = took === null ? null : Math.max(healed, took);
    } while (
      healed !== null &&
      stated.because === null &&
      judge.violations.length === 0 &&
      eventsIn(judge.seen) < options.events / IDLER
    );
  } catch (error) {
    const { message, stack } = error as Error;
    const where = (stack ?? "").split("\n").slice(1, 5).join(" ");
    judge.broken("assertion", `${message} ${where.replaceAll(/\s+|file:\S*\//g, " ")}`);
  }
  return {
    seed,
    violations: judge.violations,
    seen: judge.seen,
    lost: judge.lost,
    events: eventsIn(judge.seen),
    time: timeline.now,
    healed,
  };

  function act(): number | null {
    const climate = drawPairClimate(random, kind);
    const weather = startPairWeather(world, climate, tell);
    if (options.forecast !== null && !options.forecast(climate)) return null;
    if (!world.run(random.between(12, 30) * (isDrill(climate) ? 1.5 : 1) * timing.ttl)) return null;
    tell("everything heals");
    weather.heal();
    const took = stated.because === null ? settle() : afterwards();
    weather.end();
    if (stated.because === null)
      for (const { invariant, detail } of judgeHistories(judge.calls)) judge.broken(invariant, detail);
    return took;
  }

  function settle(): number | null {
    const from = timeline.now;
    const over = () => judge.violations.length > 0 || stated.because !== null;
    world.run(HEALED_WITHIN, () => over() || apart(world) === null);
    if (judge.violations.length > 0) return null;
    if (stated.because !== null) return afterwards();
    const wrong = apart(world);
    if (wrong !== null) {
      judge.broken(
        "P4",
        `${HEALED_WITHIN / 1_000} s after everything healed: ${wrong}; ${describeUnserved(world)}`,
      );
      return null;
    }
    const took = timeline.now - from;
    tell(`both agree and everything is served ${took.toFixed(0)} ms after healing`);
    keepsServing();
    return took;
  }

  /** What both did is done: by the accepted risk one of them gives up for good, and serves nothing any more. */
  function afterwards(): null {
    if (kind !== "risk") return null;
    const serving = () => world.nodes.filter(({ machine }) => machine.live() && machine.addresses.size > 0);
    const yielded = () => world.nodes.filter(({ daemon }) => concedes(daemon?.replica.arbitration.doing));
    const settled = () => judge.violations.length > 0 || (yielded().length === 1 && serving().length <= 1);
    world.run(HEALED_WITHIN, settled);
    if (yielded().length === 1) judge.seen.concessions++;
    else if (bothAlone(world))
      judge.broken("risk", `both went on alone and meet, and ${yielded().length} of them give up`);
    if (serving().length > 1) judge.broken("risk", "both went on alone, have met, and serve both");
    return null;
  }

  /** In calm weather nothing lapses, nobody is elected, shot or alone, and every question was answered. */
  function keepsServing(): void {
    world.run(Math.max(3 * timing.ttl, world.wires.clearAt() - timeline.now + timing.ttl));
    const count = () => {
      const { elections, shots, solos, surrenders } = judge.seen;
      const lapses = world.nodes.reduce((sum, { machine }) => sum + machine.gateLapses, 0);
      return `${elections} elections, ${shots} shots, ${solos} alone, ${surrenders} surrenders, ${lapses} lapses`;
    };
    const before = count();
    world.run(3 * timing.ttl);
    if (count() !== before) judge.broken("calm", `${count()}, before ${before}, although nothing was wrong`);
    const answered = () => world.nodes.every((node) => node.daemon?.unanswered() === 0);
    if (!world.run(10 * timing.electionMax, answered))
      judge.broken("answers", "a proposal or a read was never answered");
  }
}

const concedes = (doing: string | undefined): boolean => doing?.includes("must be begun anew") === true;
const bothAlone = ({ nodes }: World): boolean =>
  nodes.every(({ daemon }) => daemon?.replica.configurations.at(-1)?.voters.length === 1);

/** What stands between the two and the everyday; null: nothing. */
function apart(world: World): string | null {
  const wrong = unserved(world);
  if (wrong !== null) return wrong;
  for (const { name, daemon } of world.nodes) {
    const replica = daemon?.replica;
    if (replica === undefined) return `${name} is down`;
    if (replica.arbitration.phase !== "together") return `${name} ${replica.arbitration.doing}`;
    if (replica.configurations.length > 1 || replica.configurations[0]?.voters.length !== 2)
      return `${name} knows a configuration in which the two do not both vote`;
    if (concedes(replica.arbitration.doing)) return `${name}: ${replica.arbitration.doing}`;
    if (!replica.arbitration.eligible.ok) return `${name}: ${replica.arbitration.eligible.reason}`;
    const [standby] = replica.ledger.standby;
    if (standby !== undefined) return `${standby[0]} is on standby by ${standby[1]}`;
  }
  return null;
}
