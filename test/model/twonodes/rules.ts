/** Each rule of the two nodes, switched off in a small world that shows what it is for. */
import type { Patch } from "./production.ts";
import type { World } from "./world.ts";

export interface RuleSwitch {
  readonly id: string;
  readonly about: string;
  readonly world: World;
  /** Patches that switch the rule off. */
  readonly patches: readonly Patch[];
}

const SMALL: World = {
  name: "rule",
  about: "",
  terms: 3,
  entries: 2,
  reboots: [1, 1],
  diskLosses: 0,
  lateAnswers: false,
  removal: false,
  stalls: 0,
  farewells: 0,
};
const rule = (
  id: string,
  about: string,
  changes: Partial<World>,
  ...patches: readonly Patch[]
): RuleSwitch => ({
  id,
  about,
  world: { ...SMALL, name: id, ...changes },
  patches,
});

export const RULES: readonly RuleSwitch[] = [
  rule(
    "R1",
    "evidence outlives contact with a newer incarnation, and counts against any",
    {},
    {
      file: "evidence",
      code: "evidence !== null && heard >= evidence.incarnation ? null : evidence",
      off: "evidence",
    },
    { file: "evidence", code: "evidence.incarnation !== newestKnown", off: "false" },
  ),
  rule(
    "R2",
    "a certificate counts whichever question it answers",
    { entries: 3 },
    {
      file: "solo",
      code: "open === null || !sameQuestion(open, certificate.question)",
      off: "open === null",
    },
  ),
  rule(
    "R3",
    "a leader certifies whoever asks",
    { diskLosses: 1 },
    { file: "solo", code: "if (!upToDate)", off: "if (false)" },
  ),
  rule(
    "R4",
    "a certificate of one configuration counts under another",
    { terms: 2, entries: 4, removal: true },
    { file: "solo", code: "eligibility.configurationIndex !== configuration.index", off: "false" },
  ),
  rule(
    "R5",
    "a survivor acts on its own configuration before that is on its disk",
    {},
    { file: "solo", code: "durableIndex < soloIndex", off: "false" },
    { file: "solo", code: "return commit < soloIndex", off: "return false" },
  ),
  rule(
    "R6",
    "a leader takes its peer out without its acknowledgement and without a proof",
    { terms: 2, entries: 3, removal: true },
    { file: "core/change", code: "const bridged = losesVote ||", off: "const bridged = false ||" },
  ),
  rule(
    "R7",
    "who was up to date before a restart counts as up to date after it",
    { terms: 2, entries: 3 },
    { file: "solo", code: "eligibility.incarnation !== incarnation", off: "false" },
  ),
  rule(
    "R7 (stall)",
    "a loop that stood still for more than ten seconds voids no certificate",
    { entries: 3, stalls: 1 },
    { file: "pair", code: "if (by > FROZEN)", off: "if (false)" },
  ),
  rule(
    "R7 (answer)",
    "an answer that was under way while the loop stood still counts",
    { entries: 3, stalls: 1 },
    { file: "pair", code: "pair.open = null;\n    if (by > FROZEN)", off: "if (by > FROZEN)" },
    {
      file: "pair",
      code: "pair.clockGapAt = now;\n    pair.open = null;",
      off: "pair.clockGapAt = now;",
    },
  ),
  rule(
    "R7 (leader)",
    "a leader that stood still certifies itself again before its peer has confirmed its term",
    { entries: 3, stalls: 1 },
    {
      file: "pair",
      code: "if (pair.clockGapAt !== null && facts.confirmedAt <= pair.clockGapAt)",
      off: "if (false)",
    },
  ),
  rule(
    "R1 (farewell)",
    "a farewell counts whatever came after it, and against a later start",
    { farewells: 1 },
    { file: "evidence", code: "if (contactAt !== null && contactAt > saidAt)", off: "if (false)" },
    { file: "evidence", code: "if (saidBy !== incarnation)", off: "if (false)" },
  ),
  rule(
    "R8",
    "a power switch is believed when it accepts the command",
    {},
    { file: "evidence", code: "if (!seenOff)", off: "if (!report.accepted)" },
  ),
  rule("R13", "a blank disk votes and campaigns like any other", {
    terms: 2,
    entries: 3,
    diskLosses: 1,
    blankVotes: true,
  }),
];
