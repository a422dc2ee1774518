/** Why a group is where it is, and why it is not elsewhere: pure, in sentences for people. */
import type { NodeId } from "../../consensus/core/types.ts";
import { describeProof } from "../../consensus/ledger/describe.ts";
import { groupSpecOf, leaseOf, maintainedBy } from "../../consensus/ledger/query.ts";
import type { GroupName, GroupSpec, Lease, Ledger } from "../../consensus/ledger/types.ts";
import { FAILBACK, fitnessOf, type PlaceContext, place, wasMovedByRequest } from "./place.ts";
import { preferenceText, rankOf } from "./preference.ts";

export interface Explanation {
  /** Where it is and why, one sentence each. */
  readonly lines: readonly string[];
  readonly candidates: readonly {
    readonly node: NodeId;
    /** Whether it could have the group now, or has it. */
    readonly eligible: boolean;
    /** A phrase that follows the node's name. */
    readonly reason: string;
  }[];
}

/** Null when there is no such group. `context.alive` is the leader's; another node sees what it hears itself. */
export function explain(ledger: Ledger, group: GroupName, context: PlaceContext): Explanation | null {
  const spec = groupSpecOf(ledger, group);
  const lease = leaseOf(ledger, group);
  if (spec === null || lease === null) return null;
  const candidates = (ledger.document?.nodes ?? []).map(({ name }) => ({
    node: name,
    ...candidate(ledger, spec, lease, name, context),
  }));
  return { lines: [...standing(ledger, lease, context), ...wishes(ledger, lease)], candidates };
}

function standing(ledger: Ledger, lease: Lease, context: PlaceContext): string[] {
  const { group, token, holder } = lease;
  switch (lease.state) {
    case "held": {
      const lines = [`${group} is held by ${holder?.node} with token ${token}.`];
      if (lease.reason !== "") lines.push(`It went there for this reason: ${lease.reason}.`);
      if (lease.grantedOn !== null) lines.push(`It could be given, since ${describeProof(lease.grantedOn)}.`);
      if (lease.report !== null) {
        const why = lease.report.reason === "" ? "" : `: ${lease.report.reason}`;
        lines.push(`Its holder says that it is ${lease.report.state}${why}.`);
      }
      return lines;
    }
    case "orphaned":
      return [
        `${group} is down: the session of ${holder?.node} has ended, and nothing proves that it has stopped ${group}.`,
      ];
    case "vacant": {
      const { to, reason } = place(ledger, group, context);
      return to === null
        ? [`${group} is down: ${reason}.`]
        : [`${group} is on its way to ${to.node}: ${reason}.`];
    }
  }
}

function wishes(ledger: Ledger, lease: Lease): string[] {
  const { group, move } = lease;
  const lines: string[] = [];
  const stopped = ledger.stopped.get(group);
  if (stopped !== undefined)
    lines.push(`${group} was stopped by ${stopped}, and stays down until it is started.`);
  const maintained = maintainedBy(ledger, group);
  if (maintained !== null) {
    lines.push(
      `${group} is under maintenance by ${maintained}: it is neither placed nor moved until that ends.`,
    );
  }
  if (move !== null) lines.push(`${group} is to move to ${move.to} (request ${move.requestId}).`);
  for (const [node, failed] of lease.failures) {
    lines.push(`${group} failed on ${node} with token ${failed}, and that is not forgiven yet.`);
  }
  return lines;
}

function candidate(
  ledger: Ledger,
  spec: GroupSpec,
  lease: Lease,
  node: NodeId,
  { alive }: PlaceContext,
): { readonly eligible: boolean; readonly reason: string } {
  const holder = lease.state === "held" ? (lease.holder?.node ?? null) : null;
  const liking = preferenceText(spec, node);
  const fitness = fitnessOf(ledger, spec, lease, node, alive);
  if (node === holder) {
    return { eligible: true, reason: fitness.ok ? `has it; ${liking}` : `has it, but ${fitness.why}` };
  }
  if (!fitness.ok) return { eligible: false, reason: fitness.why };
  if (holder === null) return { eligible: true, reason: `could take it; ${liking}` };
  const better = rankOf(spec, node) < rankOf(spec, holder);
  return { eligible: true, reason: `could take it; ${liking}; ${stays(spec, lease, holder, better)}` };
}

/** Why it stays where it is, though this node could take it too. */
function stays(spec: GroupSpec, lease: Lease, holder: NodeId, better: boolean): string {
  if (lease.move !== null) return `the move ${lease.move.requestId} is under way`;
  if (!better) return `no better placed than ${holder}, which has it`;
  if (spec.failback === null) return `better placed than ${holder}, but the group has no failback`;
  if (wasMovedByRequest(lease) && !lease.lastMoveRequest?.startsWith(FAILBACK)) {
    return `better placed than ${holder}, but a person put it there (${lease.lastMoveRequest})`;
  }
  return `better placed than ${holder}; it moves back once this node has been ready for ${spec.failback.after} ms and the group runs`;
}
