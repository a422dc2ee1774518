/** Two machines with a power switch: both fail, or both may shoot at once. */
import { named, playsTwo } from "./twonodes.ts";

playsTwo(named("race", "survivor-dies", "total-loss"));
