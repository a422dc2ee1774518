/**
 * One seed, one run: acts of weather, and after each of them everything heals, and then it must serve (P4) and keep
 * serving. Acts follow one another in the same cluster until enough has happened in it.
 */
import type { Timing } from "../../consensus/ledger/types.ts";
import type { Violation } from "./judge.ts";
import { judgeHistories } from "./locks.ts";
import { playPair } from "./pair/seed.ts";
import type { PairClimate } from "./pair/weather.ts";
import { createRandom } from "./random.ts";
import { beginReform } from "./reforms.ts";
import { drawScene, drawTiming, NO_SABOTAGE, type Profile, type Sabotage } from "./scene.ts";
import { eventsIn, type Seen } from "./seen.ts";
import { describeUnserved, unserved } from "./served.ts";
import { production, type System } from "./system.ts";
import { type Climate, DUEL, drawClimate, drillOf, ISOLATION, startWeather } from "./weather.ts";
import { createWorld, type Trace } from "./world.ts";

export interface SeedOptions {
  readonly sabotage: Sabotage;
  /** Null: drawn from the seed, as is the timing. */
  readonly climate: Climate | null;
  readonly timing: Timing | null;
  readonly system: System;
  readonly trace: Trace | null;
  readonly profile: Profile;
  /** Asked before each act whether to play it, with the weather that it will have; null: always. */
  readonly forecast: ((climate: Climate | PairClimate) => boolean) | null;
  /** Acts follow until so many events have been. */
  readonly events: number;
}
export const STANDARD: SeedOptions = {
  sabotage: NO_SABOTAGE,
  climate: null,
  timing: null,
  system: production,
  trace: null,
  profile: "ordinary",
  forecast: null,
  events: 20_000,
};
export interface SeedResult {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly seen: Seen;
  /** By invariant: how often what the profile gives up was lost. */
  readonly lost: Readonly<Record<string, number>>;
  readonly events: number;
  /** Simulated milliseconds. */
  readonly time: number;
  /** From healing to every group served, milliseconds, at the longest; null when once it never was. */
  readonly healed: number | null;
}

/** P4: after the last fault ends, every group is served within this. */
const HEALED_WITHIN = 30_000;

export function playSeed(seed: number, changes: Partial<SeedOptions> = {}): SeedResult {
  const options = { ...STANDARD, ...changes };
  if (options.profile === "two-nodes") return playPair(seed, options);
  const random = createRandom(seed);
  const timing = options.timing ?? drawTiming(random);
  // One act in four plays what the rules of sessions are for; half of the seeds that begin so play it among five voters.
  const drill = options.climate === null && options.profile === "ordinary" ? drillOf(seed) : null;
  const drawDuel = () => options.climate === null && random.chance(0.25) && drill === null;
  let duel = drawDuel();
  const scene = drawScene(random, {
    timing,
    sabotage: options.sabotage,
    profile: options.profile,
    size: duel && random.chance(0.5) ? 5 : null,
  });
  const world = createWorld(scene, options.system, random.fork(), options.trace);
  const { judge, timeline } = world;
  const { names } = scene;
  if (names.length === 1) judge.seen.ofOne++;
  if (names.length === 5) judge.seen.ofFive++;
  if (names.length === 7) judge.seen.ofSeven++;
  const tell = (text: string) => options.trace?.(timeline.now, "weather", text);
  tell(
    `${names.length} nodes (${names.join(", ")}), ${scene.document.groups.length} groups, TTL ${timing.ttl} ms, rho ${timing.rho}; times in ms`,
  );
  for (const node of world.nodes) {
    node.machine.guardWorks = !random.chance(0.01);
    timeline.after(random.between(0, 2) * timing.ttl, node.start);
  }
  let healed: number | null = 0;
  try {
    do {
      const took = act();
      healed = took === null ? null : Math.max(healed, took);
      duel = drawDuel();
    } while (healed !== null && judge.violations.length === 0 && eventsIn(judge.seen) < options.events);
  } catch (error) {
    judge.broken("assertion", wordsOf(error as Error));
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

  function lapses(): number {
    return world.nodes.reduce((sum, node) => sum + node.machine.gateLapses, 0);
  }

  function drawnClimate(): Climate {
    if (options.profile === "beyond-rho" && random.chance(0.5)) return ISOLATION;
    return drill ?? (duel ? DUEL : drawClimate(random));
  }

  function act(): number | null {
    const climate = options.climate ?? drawnClimate();
    const weather = startWeather(world, climate, tell);
    const lasts = random.between(12, 24) * (duel || drill !== null ? 2.5 : 1) * timing.ttl;
    const reforms = options.climate === null && random.chance(0.35);
    const loses =
      options.climate === null && random.chance(0.25) ? random.pick(["rot", "oldImage"] as const) : null;
    const lost = loses === null ? {} : { [loses]: 1 };
    if (options.forecast !== null && !options.forecast({ ...climate, reform: reforms ? 2 : 0, ...lost }))
      return null;
    if (reforms) timeline.after(random.between(0, 0.8) * lasts, () => beginReform(world, tell));
    if (loses !== null) timeline.after(random.between(0, 0.6) * lasts, () => weather.strike(loses));
    if (options.climate === null && random.chance(0.15))
      timeline.after(random.between(0.6, 0.9) * lasts, () => weather.strike("blackout"));
    if (!world.run(lasts)) return null;
    tell("everything heals");
    weather.heal();
    const alone = settle();
    const took = alone === null || world.absent === null ? alone : fetchAbsent(alone);
    weather.end();
    for (const { invariant, detail } of judgeHistories(judge.calls)) judge.broken(invariant, detail);
    return took;
  }

  /** Everything was served without the node that never came back; at last it does. */
  function fetchAbsent(alone: number): number | null {
    const { absent } = world;
    judge.seen.neverReturned++;
    world.absent = null;
    tell(`${absent} comes back after all`);
    world.node(absent!).start();
    const took = settle();
    return took === null ? null : Math.max(alone, took);
  }

  function settle(): number | null {
    const from = timeline.now;
    const broken = () => judge.violations.length > 0;
    world.run(HEALED_WITHIN, () => broken() || unserved(world) === null);
    if (broken()) return null;
    if (unserved(world) !== null) {
      judge.broken("P4", `${HEALED_WITHIN / 1_000} s after everything healed ${describeUnserved(world)}`);
      return null;
    }
    const took = timeline.now - from;
    tell(`everything is served ${took.toFixed(0)} ms after healing`);
    keepsServing();
    return took;
  }

  /** In calm weather nothing lapses, nobody is elected, and every question was answered. */
  function keepsServing(): void {
    // What is still on the wire from before may yet do something.
    world.run(Math.max(3 * timing.ttl, world.wires.clearAt() - timeline.now + timing.ttl));
    const before = { lapses: lapses(), elections: judge.seen.elections };
    world.run(3 * timing.ttl);
    if (lapses() !== before.lapses) judge.broken("calm", "a holder's gate lapsed although nothing was wrong");
    if (judge.seen.elections !== before.elections)
      judge.broken("calm", "an election although nothing was wrong");
    const answered = () =>
      world.nodes.every(({ name, daemon }) => name === world.absent || daemon?.unanswered() === 0);
    if (!world.run(10 * timing.electionMax, answered))
      judge.broken("answers", "a proposal or a read was never answered");
  }
}

function wordsOf({ message, stack }: Error): string {
  const where = (stack ?? "").split("\n").slice(1, 4).join(" ");
  return `${message} ${where.replaceAll(/\s+|file:\S*\//g, " ")}`;
}
