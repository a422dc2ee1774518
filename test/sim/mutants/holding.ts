/** The guard (G) and what the group life does by right of a lease. */
import { edit, type Mutant, mutant } from "./mutant.ts";

const GUARD = "network/guard";

export const HOLDING_MUTANTS: readonly Mutant[] = [
  mutant(
    "G1 a timeout is not cut at V",
    edit(GUARD, "Math.min(right.ttl / 2, right.validUntil - dies)", "right.ttl / 2"),
  ),
  mutant(
    "G1 V is counted from now, not from B",
    edit(
      GUARD,
      "Math.min(right.ttl / 2, right.validUntil - dies)",
      "Math.min(right.ttl / 2, right.validUntil - right.now)",
    ),
  ),
  mutant(
    "G1 B of a renewal that failed is forgotten",
    edit(GUARD, 'if (answer.ok || guard.phase !== "open")', "if (true)"),
    edit(
      GUARD,
      "const timeout = lifetime(right, guard.dies);\n            // Bound",
      "const timeout = lifetime(right, right.now);\n            // Bound",
    ),
  ),
  mutant(
    "G2 the opening creates what has lapsed",
    edit("test/sim/machine", "timeline.now < armedUntil || sabotage.plainCreate", "true"),
  ),
  mutant(
    "G3 the gate opens beside a forgotten address",
    edit("services/keeping", "if (!owned)\n            wanted = false;", ""),
  ),
  mutant(
    "G3 the gate stays open for a group whose right has ended",
    edit("services/keeping", "if (here > 0 && now >= until)\n            wanted = false;", ""),
    edit(
      "services/keeping",
      "validUntil = Math.min(validUntil, until);",
      "if (now < until)\n            validUntil = Math.min(validUntil, until);",
    ),
  ),
  mutant(
    "G4 what was handed over outlives its V",
    edit(
      "services/right",
      "return standing.handed?.validUntil",
      "return standing.ttl + standing.handed?.validUntil",
    ),
  ),
  mutant(
    "a token that was released is served again",
    edit("services/right", 'life.release?.token === lease.token ? "none" : "ours"', '"ours"'),
  ),
];
