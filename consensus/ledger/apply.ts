/**
 * The replicated machine: committed batches in, events out. Pure and deterministic: every replica that applies the same
 * entries holds the same ledger. It never sees time (T2); `batch.at` is copied for people and decides nothing.
 */
import { assert } from "../../errors.ts";
import type { LogIndex, Term } from "../core/types.ts";
import { logIndex, term } from "../core/types.ts";
import { acquire, lapse, yieldLease } from "./appleases.ts";
import { configure } from "./configure.ts";
import { describe } from "./describe.ts";
import { promise } from "./heirs.ts";
import { adopt, claim, grant, release, report } from "./leases.ts";
import { cancelMove, forgive, move } from "./moves.ts";
import { cards, maintain, restart, standby, want } from "./operations.ts";
import { recover } from "./recovery.ts";
import type { Place } from "./refuse.ts";
import { clear, expire, open, ready, suspect } from "./sessions.ts";
import { proveStop } from "./stops.ts";
import { certify, readmit } from "./stores.ts";
import type { Batch, Command, DecidedEvent, Decision, Ledger, LedgerEvent } from "./types.ts";

/** How many decisions the ledger remembers. */
export const HISTORY_LIMIT = 1_000;
/** Of these, at most so many about leases of applications: a busy one must not drive out what happened to groups. */
export const APP_HISTORY_LIMIT = 200;

/** An empty ledger. `epoch` grows only by an operator's forced recovery (R14). */
export const createLedger = (epoch = 0): Ledger => ({
  epoch,
  revision: 0,
  document: null,
  revisions: [],
  timings: [],
  standby: new Map(),
  stopped: new Map(),
  maintained: new Map(),
  cards: new Map(),
  appLeases: new Map(),
  restarts: new Map(),
  sessions: new Map(),
  ended: new Map(),
  leases: new Map(),
  retired: new Set(),
  stores: new Map(),
  stops: [],
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
  const at: Place = { index, term: entryTerm, at: batch.at };
  for (const command of batch.commands) {
    const said = applyOne(ledger, at, command);
    assert(said.length > 0, () => `the command ${command.type} gave no event`);
    for (const event of said) {
      events.push(event);
      remember(ledger, at, event);
    }
  }
  const excess = ledger.history.length - HISTORY_LIMIT;
  if (excess > 0) ledger.history.splice(0, excess);
  return events;
}

const ofApplication = ({ type }: { readonly type: string }): boolean =>
  type === "acquired" || type === "yielded";

function decided(event: LedgerEvent): DecidedEvent {
  if (event.type === "acquired" || event.type === "yielded") return event;
  return { type: event.type, group: "group" in event ? event.group : null };
}

function remember(ledger: Ledger, { index, term, at }: Place, event: LedgerEvent): void {
  if (event.type === "refused" || (event.type === "acquired" && event.repeated)) return;
  const { history } = ledger;
  history.push({ index, term, at, text: describe(event, ledger), event: decided(event) });
  if (!ofApplication(event) || history.length <= APP_HISTORY_LIMIT) return;
  const those = history.filter((decision) => ofApplication(decision.event));
  if (those.length > APP_HISTORY_LIMIT) history.splice(history.indexOf(those[0] as Decision), 1);
}

/** Notes that an entry without commands (a no-op, a configuration) has been applied. */
export function advance(ledger: Ledger, index: LogIndex, entryTerm: Term): void {
  assert(index > ledger.applied, () => `entry ${index} applied after entry ${ledger.applied}`);
  assert(
    entryTerm >= ledger.appliedTerm,
    () => `an entry of term ${entryTerm} after one of term ${ledger.appliedTerm}`,
  );
  ledger.applied = index;
  ledger.appliedTerm = entryTerm;
}

function applyOne(ledger: Ledger, at: Place, command: Command): LedgerEvent[] {
  switch (command.type) {
    case "configure":
      return configure(ledger, at, command);
    case "open":
      return open(ledger, at, command);
    case "certify":
      return certify(ledger, at, command);
    case "recover":
      return recover(ledger, at, command);
    case "readmit":
      return readmit(ledger, at, command);
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
    case "promise":
      return promise(ledger, at, command);
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
    case "standby":
      return standby(ledger, command);
    case "want":
      return want(ledger, command);
    case "maintain":
      return maintain(ledger, command);
    case "restart":
      return restart(ledger, command);
    case "cards":
      return cards(ledger, command);
    case "acquire":
      return acquire(ledger, at, command);
    case "yield":
      return yieldLease(ledger, at, command);
    case "lapse":
      return lapse(ledger, at, command);
    case "prove-stop":
      return proveStop(ledger, at, command);
  }
}
