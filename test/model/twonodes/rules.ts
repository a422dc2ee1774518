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
    { file: "solo", code: 'return proof.ok ? "alone" : "joint";', off: 'return "alone";' },
  ),
  rule(
    "R7",
    "who was up to date before a restart counts as up to date after it",
    { terms: 2, entries: 3 },
    { file: "solo", code: "eligibility.incarnation !== incarnation", off: "false" },
  ),
  rule(
    "R8",
    "a power switch is believed when it accepts the command",
    {},
    { file: "evidence", code: "if (!seenOff)", off: "if (!report.accepted)" },
  ),
  rule(
    "R13",
    "a blank disk votes and campaigns like any other",
    { terms: 2, entries: 3, diskLosses: 1 },
    { file: "solo", code: "return store.certified\n        ?", off: "return true\n        ?" },
  ),
];
