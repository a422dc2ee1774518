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
// What runs five to 25 times a second would not be compiled well for minutes, and until then costs a third more: with a
// budget of 2,000 instead of 132,000 units of work it is within seconds.
setFlagsFromString("--interrupt-budget=2000");
