/** How a ledger's records are put down: written out, so that all of one kind have one layout. */
import type { Lease, Ledger } from "./types.ts";

type Written = { -readonly [Name in keyof Lease]: Lease[Name] };

/**
 * The lease of its group becomes this one. V8 gives each place that copies by spreading a layout of its own, and a new one for
 * each that it copies from; whoever reads leases would know dozens, and be compiled again for each.
 */
export function putLease(ledger: Ledger, lease: Lease): void {
  const written: Written = {
    group: lease.group,
    state: lease.state,
    token: lease.token,
    holder: lease.holder,
    reason: lease.reason,
    grantedOn: lease.grantedOn,
    stopped: lease.stopped,
    claim: lease.claim,
    mayAnswer: lease.mayAnswer,
    move: lease.move,
    heir: lease.heir,
    promised: lease.promised,
    lastMoveRequest: lease.lastMoveRequest,
    report: lease.report,
    failures: lease.failures,
  } satisfies Required<Omit<Lease, "accepts">>;
  if (lease.accepts !== undefined) written.accepts = lease.accepts;
  ledger.leases.set(written.group, written);
}
