/** Whether a holder that has lost the majority may serve on: by the proofs of its own grants, nobody else's word. */
import { courseOf, proofsInForce } from "../fencing/jeopardy.ts";
import type { Verdict } from "../fencing/types.ts";
import type { Millis } from "./core/types.ts";
import { acceptedFor, groupSpecOf, heldBy, promisedTo } from "./ledger/query.ts";
import type { Ledger, ProofKind, SessionId } from "./ledger/types.ts";

/**
 * All that the session holds, or nothing of it: one kernel element serves all addresses of a card. N10: a newer document that
 * this node has applied counts as well, for it may have said that it is ready for it, and not have heard that this was
 * committed.
 */
export function servesOn(
  ledger: Ledger,
  session: SessionId,
  validUntil: Millis,
  gate: Verdict,
  now: Millis,
): boolean {
  const held = [...heldBy(ledger, session), ...promisedTo(ledger, session)];
  return (
    held.length > 0 &&
    held.every((lease) => {
      const spec = groupSpecOf(ledger, lease.group);
      const newer: readonly ProofKind[] = spec?.accepts ?? [];
      const proofs = [...new Set([...proofsInForce(acceptedFor(lease, spec), null), ...newer])]; // N10
      return courseOf({ validUntil, proofs, gate }, false, now).type === "serve-on";
    })
  );
}
