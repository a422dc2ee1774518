/** What a ledger need not remember any more. */

import type { NodeId } from "../core/types.ts";
import { putLease } from "./records.ts";
import { compareSessions, type Ledger, type LedgerEvent, sessionKey } from "./types.ts";

/** Only what some live session may still be using is kept: from its own revision on; all, while one has said nothing (N1). */
export function forgetTimings(ledger: Ledger): void {
  let oldest = ledger.revision;
  for (const { ready } of ledger.sessions.values()) oldest = Math.min(oldest, ready?.revision ?? 0);
  let old = 0;
  while ((ledger.timings[old]?.revision ?? oldest) < oldest) old++;
  if (old > 0) ledger.timings.splice(0, old);
}

/** A session that is gone can succeed to nothing: its claims go with it. */
export function dropClaims(ledger: Ledger): void {
  for (const lease of ledger.leases.values()) {
    if (lease.claim !== null && !ledger.sessions.has(sessionKey(lease.claim.successor))) {
      putLease(ledger, { ...lease, claim: null });
    }
  }
}

/** Nodes that left hold nothing, or they could not have left: their sessions are over without a wait. */
export function closeFormer(ledger: Ledger, nodes: ReadonlySet<NodeId>): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  for (const [key, { id }] of [...ledger.sessions]) {
    if (nodes.has(id.node)) continue;
    ledger.sessions.delete(key);
    const ended = ledger.ended.get(id.node);
    if (ended === undefined || compareSessions(id, ended) > 0) ledger.ended.set(id.node, id); // N5
    events.push({ type: "closed", session: id });
  }
  if (events.length > 0) dropClaims(ledger);
  return events;
}
