/**
 * A lease that is promised: who becomes the holder the moment this one has stopped (S1 to S6). The heir may serve from the
 * holder's word on, which the ledger does not see, so it is treated as if it did.
 */
import { forgetTimings } from "./forget.ts";
import { groupSpecOf, leaseOf, tokenOf, unreadiness } from "./query.ts";
import { putLease } from "./records.ts";
import { type CommandOf, nameOf, type Place, refuse } from "./refuse.ts";
import { staleToken, successorFor, unknownGroup } from "./succession.ts";
import {
  addressesOf,
  type GroupSpec,
  type Heir,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type Proof,
  type ProofKind,
  type SessionId,
  type StopKind,
} from "./types.ts";

/** S1: an heir's session may end unseen by the ledger as to whether it served, so its guard must be a proof. */
const NEEDED: readonly ProofKind[] = ["released", "guard"];

/** Whether a held group may be promised at all, for the kinds of proof that it accepts. */
export const mayBePromised = (spec: GroupSpec): boolean =>
  NEEDED.every((kind) => spec.accepts.includes(kind));

/** S1: by the rules of a grant, while the holder goes on. */
export function promise(ledger: Ledger, at: Place, command: CommandOf<"promise">): LedgerEvent[] {
  const { group, successor, fromToken, reason } = command;
  const lease = leaseOf(ledger, group);
  const spec = groupSpecOf(ledger, group);
  if (lease === null || spec === null) return unknownGroup(command, group);
  if (fromToken !== lease.token) return staleToken(command, lease, fromToken);
  if (lease.state !== "held" || lease.holder === null) {
    return refuse(command, "not-held", `${group} is ${lease.state}: there is nobody to hand it on.`);
  }
  if (lease.heir !== null) {
    return refuse(command, "promised", `${group} is promised to ${nameOf(lease.heir.session)} already.`);
  }
  if (lease.holder.node === successor.node) {
    return refuse(command, "not-ready", `${successor.node} has ${group} already.`);
  }
  const fit = successorFor(ledger, command, successor);
  if ("refusal" in fit) return fit.refusal;
  const unready = unreadiness(ledger, fit.record, spec);
  if (unready !== null) return refuse(command, "not-ready", `${successor.node} ${unready}.`);
  if (!mayBePromised(spec)) {
    const accepted = spec.accepts.join(", ") || "none";
    const detail = `${group} accepts ${accepted}; a promise needs ${NEEDED.join(" and ")}.`;
    return refuse(command, "proof-too-weak", detail);
  }
  const token = tokenOf(ledger.epoch, at.index);
  if (token <= lease.token) {
    // P2: a promise within the entry of a grant would carry the token of that one.
    return refuse(command, "stale-token", `${group} has been granted in this entry already.`);
  }
  const heir: Heir = { session: successor, token, reason, accepts: spec.accepts, lost: false };
  putLease(ledger, { ...lease, heir, promised: true });
  return [{ type: "promised", group, successor, token, reason }];
}

/** S4: the holder has stopped, by a proof that is enough: it is the heir's, or free. */
export function afterHolder(ledger: Ledger, lease: Lease, proof: Proof): LedgerEvent[] {
  const { heir, group, move } = lease;
  if (heir === null) {
    putLease(ledger, { ...lease, state: "vacant", stopped: proof, claim: null, report: null });
    return [];
  }
  const { session, token, reason, accepts, lost } = heir;
  const own = groupSpecOf(ledger, group);
  const addresses = own === null ? [] : addressesOf(own).map(({ ip }) => ip);
  const next: Lease = {
    ...lease,
    token,
    holder: session,
    reason,
    accepts,
    grantedOn: proof,
    stopped: null,
    claim: null,
    mayAnswer: [...new Set([...lease.mayAnswer, ...addresses])],
    heir: null,
    promised: false,
    report: null,
  };
  if (lost) {
    putLease(ledger, { ...next, state: "orphaned" });
    const why = `${group} was promised to ${session.node}, which is not proven to have stopped`;
    return [{ type: "orphaned", group, session, reason: why }];
  }
  putLease(ledger, { ...next, state: "held", move: null });
  const events: LedgerEvent[] = [{ type: "granted", group, session, token, proof, reason }];
  if (move !== null) {
    const ended = move.to === session.node ? `${move.to} has it` : `it went to ${session.node}: ${reason}`;
    events.push({ type: "move-ended", group, requestId: move.requestId, reason: ended });
  }
  return events;
}

/** S4: sessions have ended, proven by `kind` where `enough` says so: what was promised to them is so no more, or stays closed. */
export function endHeirs(
  ledger: Ledger,
  ended: (session: SessionId) => boolean,
  kind: "guard" | StopKind,
  armed: (session: SessionId) => boolean,
): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  for (const lease of [...ledger.leases.values()]) {
    const { heir, group } = lease;
    if (heir === null || !ended(heir.session)) continue;
    const proven = heir.accepts.includes(kind) && (kind !== "guard" || armed(heir.session));
    if (proven) {
      putLease(ledger, { ...lease, heir: null });
      events.push({ type: "promise-ended", group, successor: heir.session });
    } else if (!heir.lost) {
      putLease(ledger, { ...lease, heir: { ...heir, lost: true } });
    }
  }
  forgetTimings(ledger);
  return events;
}
