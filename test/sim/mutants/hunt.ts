/** A process that plays seeds, one for each message it is sent, with the modules patched that its argument names. */
import { register } from "node:module";
import type { Patches } from "./patch.ts";

export interface Kill {
  readonly seed: number;
  readonly invariant: string;
  readonly detail: string;
}

const patches = JSON.parse(process.argv[2] ?? "{}") as Patches;
if (Object.keys(patches).length > 0) register(new URL("./patch.js", import.meta.url).href, { data: patches });
const { playSeed } = await import("../seed.ts");

/**
 * The first act of the seed, up to where everything has healed once: the same as in the whole run, and the cheapest part of it. A
 * run that throws has been noticed too.
 */
function play(seed: number): Kill | null {
  try {
    const [first] = playSeed(seed, { events: 1 }).violations;
    return first === undefined ? null : { seed, invariant: first.invariant, detail: first.detail };
  } catch (error) {
    return { seed, invariant: "exception", detail: (error as Error).message };
  }
}

process.on("message", (seed: number) => process.send?.({ kill: play(seed) }));
