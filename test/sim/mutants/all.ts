import { DISK_MUTANTS } from "./disks.ts";
import { HOLDING_MUTANTS } from "./holding.ts";
import type { Mutant } from "./mutant.ts";
import { PAIR_MUTANTS } from "./pair.ts";
import { RAFT_MUTANTS } from "./raft.ts";
import { SESSION_MUTANTS } from "./sessions.ts";

export const MUTANTS: readonly Mutant[] = [
  ...SESSION_MUTANTS,
  ...HOLDING_MUTANTS,
  ...RAFT_MUTANTS,
  ...PAIR_MUTANTS,
  ...DISK_MUTANTS,
];
