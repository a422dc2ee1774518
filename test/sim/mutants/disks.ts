/** Whose disk counts (R13). */
import { edit, type Mutant, mutant, mutantIn } from "./mutant.ts";

const VOUCHING = "consensus/vouching";
const STORES = "consensus/ledger/stores";

export const DISK_MUTANTS: readonly Mutant[] = [
  mutant(
    "R13.1 a disk that does not count echoes",
    edit("consensus/presence", "if (!core.certified)\n                return false; // R13.1", ""),
  ),
  mutantIn(
    ["changeling"],
    "R13.1 a disk that does not count votes",
    edit("consensus/core/voting", "if (!core.certified)\n        return;\n    // Too late.", "// Too late."),
    edit("consensus/core/voting", "if (!core.certified)\n        return; // R13\n", ""),
  ),
  mutantIn(
    ["changeling", "reform"],
    "R13.1 what it confirms does not say so",
    edit("consensus/core/follower", "core.certified ? answer", "true ? answer"),
  ),
  mutantIn(
    ["changeling"],
    "R13.2 the certificate of another start is taken for one's own",
    edit(VOUCHING, " && fact.incarnation === incarnation; // R13.2", ";"),
  ),
  mutantIn(
    ["reform"],
    "R13.2 a learner votes before its disk is certified",
    edit("consensus/members", "core.progressOf(node)?.certified === true", "true"),
  ),
  mutant("R13.3 a founder waits for nobody", edit(VOUCHING, "|| now.missing.length > 0", "")),
  mutantIn(
    ["changeling", "rot"],
    "R13.3 one that has a log says that it founds",
    edit(VOUCHING, "core.term === 0 && core.lastIndex === 0 && ", ""),
  ),
  mutantIn(
    ["oldImage"],
    "R13.4 an old copy is not found out",
    edit(STORES, "startOf(incarnation) <= startOf(fact.incarnation)", "false"),
    edit(STORES, "known.incarnation !== incarnation && known.incarnation > vetted", "false"),
    edit(VOUCHING, "if (hearing.laterSelf !== null)", "if (false)"),
  ),
  mutant(
    "R13.4 a disk counts before anybody is heard",
    edit(VOUCHING, "return this.isVetted();", "return true;"),
  ),
  mutantIn(
    ["changeling"],
    "R13.5 another disk is taken for the one before",
    edit(STORES, "if (fact.generation !== generation)", "if (false)"),
  ),
  mutantIn(
    ["changeling"],
    "R13.5 another disk is let in while a session of the one before lives",
    edit(STORES, "alive !== undefined", "false"),
  ),
];
