/** A process that plays seeds, one for each message it is sent, with the modules patched that its argument names. */
import { register } from "node:module";
import type { Profile } from "../scene.ts";
import type { Kind } from "./mutant.ts";
import type { Patches } from "./patch.ts";

export interface Kill {
  readonly seed: number;
  readonly invariant: string;
  readonly detail: string;
}

/** Play this seed, or the next one with such weather. */
export interface Order {
  readonly seed: number;
  readonly weather: readonly Kind[];
  readonly profile: Profile;
}
export interface Played {
  readonly seed: number;
  readonly kill: Kill | null;
}

const patches = JSON.parse(process.argv[2] ?? "{}") as Patches;
if (Object.keys(patches).length > 0) register(new URL("./patch.js", import.meta.url).href, { data: patches });
const { playSeed } = await import("../seed.ts");

/** How much of the weather of a seed's first act is of these kinds, 0 to 1. */
function shareOf(weather: readonly Kind[], seed: number, profile: Profile): number {
  let share = 0;
  const forecast = (climate: Readonly<Partial<Record<Kind, number>>>) => {
    const kinds = Object.entries(climate) as [Kind, number][];
    const weigh = (of: typeof kinds) => of.reduce((sum, [, weight]) => sum + weight, 0);
    share = weigh(kinds.filter(([kind]) => weather.includes(kind))) / weigh(kinds);
    return false;
  };
  playSeed(seed, { forecast, profile });
  return share;
}
/** Of so many seeds from `seed` on, the one whose first act has most of this weather. */
function favourable(weather: readonly Kind[], seed: number, profile: Profile): number {
  let best = { at: seed, share: -1 };
  for (let at = seed; at < seed + LOOKED_AT; at++) {
    const share = shareOf(weather, at, profile);
    if (share > best.share) best = { at, share };
  }
  return best.at;
}
const LOOKED_AT = 300;

/**
 * The first act of the seed, up to where everything has healed once: the same as in the whole run, and the cheapest part of it. A
 * run that throws has been noticed too.
 */
function play(seed: number, profile: Profile): Kill | null {
  try {
    const [first] = playSeed(seed, { events: 1, profile }).violations;
    return first === undefined ? null : { seed, invariant: first.invariant, detail: first.detail };
  } catch (error) {
    return { seed, invariant: "exception", detail: (error as Error).message };
  }
}

process.on("message", ({ seed, weather, profile }: Order) => {
  const chosen = weather.length === 0 ? seed : favourable(weather, seed, profile);
  process.send?.({ seed: chosen, kill: play(chosen, profile) });
});
