/**
 * Settings of the JavaScript engine, before anything else is loaded. The young generation is not let grow: it would
 * to three times 16 MiB, and an idle daemon would walk through all of it, out of every cache, before it is collected.
 */
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--semi-space-growth-factor=1");
