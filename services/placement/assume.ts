/** "What if": a ledger as it would be, without touching the one that is. */
import { logIndex, type NodeId, type Term } from "../../consensus/core/types.ts";
import { apply } from "../../consensus/ledger/apply.ts";
import { copyLedger } from "../../consensus/ledger/copy.ts";
import { openSuspects } from "../../consensus/ledger/query.ts";
import type { Command, GroupName, Lease, Ledger } from "../../consensus/ledger/types.ts";
import { heldCounts, place } from "./place.ts";

/**
 * The ledger after `commands`, as one more entry by the ledger's own rules. Records are shared, never changed; cost
 * grows with sessions and groups, not with history.
 */
export function assume(ledger: Ledger, commands: readonly Command[], term: Term): Ledger {
  const copy = copyLedger(ledger, []);
  apply(copy, logIndex(ledger.applied + 1), term, { at: 0, commands });
  return copy;
}

/** What would become of one group. `to` null: it would stay down, for `reason`. */
export interface Outlook {
  readonly group: GroupName;
  readonly from: NodeId | null;
  readonly to: NodeId | null;
  readonly reason: string;
}

/**
 * The placements that would follow the death of these nodes, all others being well: for every group that is down now or
 * held by one of them. Pure.
 */
export function whatIf(ledger: Ledger, what: { readonly dead: readonly NodeId[] }): Outlook[] {
  const dead = new Set(what.dead);
  const term = ledger.appliedTerm;
  const doomed = [...ledger.sessions.values()].filter((s) => dead.has(s.id.node));
  let after = assume(
    ledger,
    doomed.map(({ id }): Command => ({ type: "suspect", session: id, reason: "assumed dead" })),
    term,
  );
  const expiries = openSuspects(after)
    .filter((s) => dead.has(s.id.node))
    .map(
      (s): Command => ({
        type: "expire",
        session: s.id,
        suspectIndex: s.suspect?.index ?? after.applied,
        term,
        evidence: "assumed dead",
      }),
    );
  after = assume(after, expiries, term);
  const planned = new Map<NodeId, number>();
  const held = heldCounts(after);
  const outlooks: Outlook[] = [];
  for (const lease of after.leases.values()) {
    if (lease.state === "held") continue;
    const placement = place(after, lease.group, { alive: (s) => !dead.has(s.node), planned, held });
    const to = placement.to?.node ?? null;
    if (to !== null) planned.set(to, (planned.get(to) ?? 0) + 1);
    outlooks.push({ group: lease.group, from: holderBefore(ledger, lease), to, reason: placement.reason });
  }
  return outlooks;
}

function holderBefore(ledger: Ledger, lease: Lease): NodeId | null {
  const before = ledger.leases.get(lease.group);
  return before?.state === "held" ? (before.holder?.node ?? null) : null;
}
