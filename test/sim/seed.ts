/** One seed, one run: weather, then everything heals, and then it must serve (P4) and keep serving. */
import type { Timing } from "../../consensus/ledger/types.ts";
import type { Seen, Violation } from "./judge.ts";
import { createRandom } from "./random.ts";
import { drawScene, drawTiming, NO_SABOTAGE, type Sabotage } from "./scene.ts";
import { production, type System } from "./system.ts";
import { type Climate, DUEL, drawClimate, startWeather } from "./weather.ts";
import { createWorld, type Trace } from "./world.ts";

export interface SeedOptions {
  readonly sabotage: Sabotage;
  /** Null: drawn from the seed, as is the timing. */
  readonly climate: Climate | null;
  readonly timing: Timing | null;
  readonly system: System;
  readonly trace: Trace | null;
}
export const STANDARD: SeedOptions = {
  sabotage: NO_SABOTAGE,
  climate: null,
  timing: null,
  system: production,
  trace: null,
};
export interface SeedResult {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly seen: Seen;
  readonly events: number;
  /** Simulated milliseconds. */
  readonly time: number;
  /** From healing to every group served, milliseconds; null when it never was. */
  readonly healed: number | null;
}

/** P4: after the last fault ends, every group is served within this. */
const HEALED_WITHIN = 30_000;

export function playSeed(seed: number, changes: Partial<SeedOptions> = {}): SeedResult {
  const options = { ...STANDARD, ...changes };
  const random = createRandom(seed);
  const timing = options.timing ?? drawTiming(random);
  // One seed in four plays what the rules of sessions are for, half of them among five voters.
  const duel = options.climate === null && random.chance(0.25);
  const scene = drawScene(random, timing, options.sabotage, duel && random.chance(0.5) ? 5 : undefined);
  const world = createWorld(scene, options.system, random.fork(), options.trace);
  const { judge, timeline } = world;
  const tell = (text: string) => options.trace?.(timeline.now, "weather", text);

  for (const node of world.nodes) {
    node.machine.guardWorks = !random.chance(0.01);
    timeline.after(random.between(0, 2) * timing.ttl, node.start);
  }
  const weather = startWeather(world, options.climate ?? (duel ? DUEL : drawClimate(random)), tell);
  let healed: number | null = null;
  try {
    if (world.run(random.between(12, 24) * (duel ? 2.5 : 1) * timing.ttl)) {
      tell("everything heals");
      weather.heal();
      healed = settle();
    }
  } catch (error) {
    const { message, stack } = error as Error;
    judge.broken(
      "assertion",
      `${message} ${(stack ?? "")
        .split("\n")
        .slice(1, 4)
        .join(" ")
        .replaceAll(/\s+|file:\S*\//g, " ")}`,
    );
  }
  judge.seen.gateLapses = world.nodes.reduce((sum, node) => sum + node.machine.gateLapses, 0);
  return {
    seed,
    violations: judge.violations,
    seen: judge.seen,
    events: timeline.count,
    time: timeline.now,
    healed,
  };

  function settle(): number | null {
    const from = timeline.now;
    const broken = () => judge.violations.length > 0;
    world.run(HEALED_WITHIN, () => broken() || world.unserved() === null);
    if (broken()) return null;
    const wrong = world.unserved();
    if (wrong !== null) {
      judge.broken("P4", `${HEALED_WITHIN / 1_000} s after everything healed: ${wrong}`);
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
    world.run(3 * timing.ttl);
    const lapses = () => world.nodes.reduce((sum, node) => sum + node.machine.gateLapses, 0);
    const before = { lapses: lapses(), elections: judge.seen.elections, grants: judge.seen.grants };
    world.run(3 * timing.ttl);
    if (lapses() !== before.lapses) judge.broken("calm", "a holder's gate lapsed although nothing was wrong");
    if (judge.seen.elections !== before.elections)
      judge.broken("calm", "an election although nothing was wrong");
    const answered = () => world.nodes.every((node) => node.daemon?.unanswered() === 0);
    if (!world.run(10 * timing.electionMax, answered))
      judge.broken("answers", "a proposal or a read was never answered");
  }
}
