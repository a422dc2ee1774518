/** A ledger as a value that stays as it is, and a ledger that becomes another one. Records are never changed, so they are shared. */
import type { Decision, Ledger } from "./types.ts";

/** What it is now, while the original goes on, with this history. Cheap: only the lists are copied, not what is in them. */
export const copyLedger = (ledger: Ledger, history: Decision[] = [...ledger.history]): Ledger => ({
  // Field by field in the order of `createLedger`: all ledgers have one layout, and whatever reads them stays fast.
  epoch: ledger.epoch,
  revision: ledger.revision,
  document: ledger.document,
  revisions: [...ledger.revisions],
  timings: [...ledger.timings],
  standby: new Map(ledger.standby),
  stopped: new Map(ledger.stopped),
  maintained: new Map(ledger.maintained),
  cards: new Map(ledger.cards),
  appLeases: new Map(ledger.appLeases),
  restarts: new Map(ledger.restarts),
  sessions: new Map(ledger.sessions),
  ended: new Map(ledger.ended),
  leases: new Map(ledger.leases),
  retired: new Set(ledger.retired),
  stores: new Map(ledger.stores),
  stops: [...ledger.stops],
  applied: ledger.applied,
  appliedTerm: ledger.appliedTerm,
  history,
});

/** Makes `ledger` what `other` is; whoever has it in hand sees the new one. `other` is used up. */
export function replaceLedger(ledger: Ledger, other: Ledger): void {
  Object.assign(ledger, other);
}
