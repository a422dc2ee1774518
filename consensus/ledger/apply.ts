/**
 * The replicated machine: committed batches in, events out. Pure and deterministic: every replica that applies the same
 * entries holds the same ledger. It never sees time (T2); `batch.at` is copied for people and decides nothing.
 */
import { assert } from "../../errors.ts";
import type { LogIndex, Term } from "../core/types.ts";
import { logIndex, term } from "../core/types.ts";
import { configure } from "./configure.ts";
import { describe } from "./describe.ts";
import { adopt, claim, grant, release, report } from "./leases.ts";
import { cancelMove, forgive, move } from "./moves.ts";
import type { Place } from "./refuse.ts";
import { clear, expire, open, ready, suspect } from "./sessions.ts";
import type { Batch, Command, Ledger, LedgerEvent } from "./types.ts";

/** How many decisions the ledger remembers. */
export const HISTORY_LIMIT = 1_000;

/** An empty ledger. `epoch` grows only by an operator's forced recovery (R14). */
export const createLedger = (epoch = 0): Ledger => ({
  epoch,
  revision: 0,
  document: null,
  sessions: new Map(),
  ended: new Map(),
  leases: new Map(),
  applied: logIndex(0),
  appliedTerm: term(0),
  history: [],
});

/**
 * Applies one committed entry: each command in order, at least one event for each. A command that does not fit answers
 * `refused` and changes nothing; the others stand. Throws when entries come out of order: the caller is broken.
 */
export function apply(ledger: Ledger, index: LogIndex, entryTerm: Term, batch: Batch): LedgerEvent[] {
  advance(ledger, index, entryTerm);
  const events: LedgerEvent[] = [];
  for (const command of batch.commands) {
    const said = applyOne(ledger, { index, term: entryTerm }, command);
    assert(said.length > 0, `the command ${command.type} gave no event`);
    events.push(...said);
    for (const event of said) {
      if (event.type === "refused") continue;
      const text = describe(event, ledger);
      ledger.history.push({ index, term: entryTerm, at: batch.at, text, event });
    }
  }
  const excess = ledger.history.length - HISTORY_LIMIT;
  if (excess > 0) ledger.history.splice(0, excess);
  return events;
}

/** Notes that an entry without commands (a no-op, a configuration) has been applied. */
export function advance(ledger: Ledger, index: LogIndex, entryTerm: Term): void {
  assert(index > ledger.applied, `entry ${index} applied after entry ${ledger.applied}`);
  assert(
    entryTerm >= ledger.appliedTerm,
    `an entry of term ${entryTerm} after one of term ${ledger.appliedTerm}`,
  );
  ledger.applied = index;
  ledger.appliedTerm = entryTerm;
}

function applyOne(ledger: Ledger, at: Place, command: Command): LedgerEvent[] {
  switch (command.type) {
    case "configure":
      return configure(ledger, command);
    case "open":
      return open(ledger, at, command);
    case "ready":
      return ready(ledger, command);
    case "suspect":
      return suspect(ledger, at, command);
    case "clear":
      return clear(ledger, command);
    case "expire":
      return expire(ledger, at, command);
    case "claim":
      return claim(ledger, at, command);
    case "grant":
      return grant(ledger, at, command);
    case "release":
      return release(ledger, at, command);
    case "adopt":
      return adopt(ledger, command);
    case "report":
      return report(ledger, command);
    case "move":
      return move(ledger, command);
    case "cancel-move":
      return cancelMove(ledger, command);
    case "forgive":
      return forgive(ledger, command);
  }
}
