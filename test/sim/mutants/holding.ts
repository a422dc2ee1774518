/** The guard (G) and what the group life does by right of a lease. */
import { edit, type Mutant, mutant, mutantIn } from "./mutant.ts";

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
  mutantIn(
    ["serviceTrouble"],
    "G1 B of a renewal that failed is placed too early",
    edit(GUARD, "dies: Math.max(dies, guard.dies)", "dies: Math.min(dies, guard.dies + ttl / 8)"),
  ),
  mutant(
    "G2 what is armed lasts, and may be opened at any later time",
    edit(GUARD, "Math.floor(Math.max(LEAST, ttl / 4))", "Math.floor(4 * ttl)"),
    edit(GUARD, "right.validUntil - right.now - timeout", "right.validUntil - right.now"),
    edit(
      GUARD,
      'const timeout = lifetime(right, guard.dies);\n            return timeout >= worthwhile(ttl) ? { type: "open"',
      'const timeout = lifetime(right, right.now);\n            return timeout >= worthwhile(ttl) ? { type: "open"',
    ),
  ),
  mutantIn(
    ["clinging"],
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
  mutantIn(
    ["heirloom", "restart"],
    "G4 what was handed over outlives its V",
    edit(
      "services/right",
      "return standing.handed?.validUntil",
      "return standing.ttl + standing.handed?.validUntil",
    ),
  ),
  mutantIn(
    ["move", "standby"],
    "S2 the word is given before everything is stopped",
    edit(
      "services/declare",
      "if (leave === null || !isClear(holding, life))",
      "if (leave === null || (lease.heir === null && !isClear(holding, life)))",
    ),
  ),
  mutantIn(
    ["move", "blip"],
    "S5 a promised lease is adopted",
    edit(
      "services/declare",
      "if (isInherited(standing, lease) && !lease.promised)",
      "if (isInherited(standing, lease))",
    ),
    edit("consensus/ledger/leases", "if (fit.lease.promised)", "if (false)"),
    edit("services/right", "if (lease.promised && isInherited(standing, lease))", "if (false)"),
    edit("services/right", "if (lease?.promised === true && isInherited(standing, lease))", "if (false)"),
  ),
  mutantIn(
    ["move"],
    "S6 the heir does not repeat the release of whoever gave it its word",
    edit("services/declare", "[group, { release, token }] of words", "[group, { release, token }] of []"),
  ),
  mutantIn(
    ["secondThoughts", "cable"],
    "a token that was released is served again",
    edit(
      "services/right",
      "if (life.release?.token === lease.token)\n        return stop(true, life.why);",
      "",
    ),
    edit("services/right", 'life.release?.token === lease.token ? "none" : "ours"', '"ours"'),
  ),
];
