/**
 * Settings of the JavaScript engine, before anything else is loaded, for a process that wakes a few dozen times a second and does
 * the same each time. Measured with `npm run bench -- --suite idle`.
 */
import { setFlagsFromString } from "node:v8";

// The young generation is not let grow: it would to three times 16 MiB, and an idle daemon would walk through all of
// it, out of every cache, before it is collected.
setFlagsFromString("--semi-space-growth-factor=1");
// One thread clears it: waking four others for a megabyte costs more than they save.
setFlagsFromString("--no-parallel-scavenge");

/** Units of executed code after which a function is looked at again, at 40 ms between two wakings; what V8 has by itself is 135,168. */
const BUDGET = 30_000;

/**
 * Compile what runs at every waking within a minute or two, not within a quarter of an hour: until then each costs a third more. As much less code
 * is executed where wakings are rarer, so the budget follows: compilations come no closer together than they do at 40 ms, where they stop no heartbeat, also
 * on a loaded machine. From the start on, or with less, they do. `heartbeat` in milliseconds.
 */
export function compileAtPace(heartbeat: number): void {
  const budget = Math.round(BUDGET * Math.min(1, Math.max(0.1, 40 / heartbeat)));
  setFlagsFromString(`--interrupt-budget=${budget}`);
}
