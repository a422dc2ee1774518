/**
 * Settings of the JavaScript engine, before anything else is loaded. V8 decides by the amount of code executed what to
 * compile, and an idle daemon executes little: for many minutes it would interpret each of its few turns a second,
 * which costs a third more. And a young generation that is not let grow keeps the memory it walks through small.
 */
import { setFlagsFromString } from "node:v8";

for (const flag of ["--always-sparkplug", "--interrupt-budget=1000", "--semi-space-growth-factor=1"]) {
  setFlagsFromString(flag);
}
