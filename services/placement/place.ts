/** Who should have a group, and why: pure. */
import type { NodeId } from "../../consensus/core/types.ts";
import {
  acceptsProof,
  cardFault,
  currentSession,
  groupSpecOf,
  isWitness,
  leaseOf,
  maintainedBy,
  unreadiness,
} from "../../consensus/ledger/query.ts";
import {
  type GroupName,
  type GroupSpec,
  type Lease,
  type Ledger,
  type SessionId,
  sameSession,
} from "../../consensus/ledger/types.ts";
import { betterThan, isPreferred, rankOf } from "./preference.ts";

/** The answer, with the reason in words that go into the ledger. */
export type Placement =
  | { readonly to: SessionId; readonly reason: string }
  | { readonly to: null; readonly reason: string };

export interface PlaceContext {
  /** Sessions heard by a majority at this moment: only these may be given anything. */
  readonly alive: (session: SessionId) => boolean;
  /** Groups given to a node by the plan that is being made, beside what the ledger says it holds. */
  readonly planned?: ReadonlyMap<NodeId, number>;
  /** What `heldCounts` says of this ledger, where many groups are placed at once. */
  readonly held?: ReadonlyMap<NodeId, number>;
}

/** Whether a node may take a group now; `why` completes the sentence "beta ...". */
export type Fitness =
  | { readonly ok: true; readonly session: SessionId }
  | { readonly ok: false; readonly why: string; readonly failed: boolean };

/** Everything that speaks against a node except a remembered failure: its session must be open, trusted, heard and ready. */
function sessionFitness(
  ledger: Ledger,
  spec: GroupSpec,
  node: NodeId,
  alive: PlaceContext["alive"],
): Fitness {
  const record = currentSession(ledger, node);
  const unfit = (why: string): Fitness => ({ ok: false, why, failed: false });
  if (isWitness(ledger, node)) return unfit("is a witness: it votes, and holds nothing");
  const standby = ledger.standby.get(node);
  if (standby !== undefined) return unfit(`is on standby by ${standby}`);
  if (record === null) return unfit("has no open session");
  if (record.suspect !== null) return unfit(`is suspected since index ${record.suspect.index}`);
  if (!alive(record.id)) return unfit("is not heard by a majority now");
  const unready = unreadiness(ledger, record, spec) ?? cardFault(ledger, spec, node);
  return unready === null ? { ok: true, session: record.id } : unfit(unready);
}

/** Whether `node` may take the group now. */
export function fitnessOf(
  ledger: Ledger,
  spec: GroupSpec,
  lease: Lease,
  node: NodeId,
  alive: PlaceContext["alive"],
): Fitness {
  const fitness = sessionFitness(ledger, spec, node, alive);
  if (!fitness.ok) return fitness;
  const token = lease.failures.get(node);
  if (token === undefined) return fitness;
  return { ok: false, why: `failed to run it with token ${token}`, failed: true };
}

/** Groups that each node holds now. */
export function heldCounts(ledger: Ledger): Map<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const lease of ledger.leases.values()) {
    if (lease.state !== "held" || lease.holder === null) continue;
    counts.set(lease.holder.node, (counts.get(lease.holder.node) ?? 0) + 1);
  }
  return counts;
}

interface Candidate {
  readonly session: SessionId;
  readonly wanted: boolean;
  /** This very session has just given the group up of its own accord: it comes last. */
  readonly gaveUp: boolean;
  /** By preference: smaller is better. */
  readonly rank: number;
  readonly load: number;
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A wanted move's target; then not who just gave it up; then by weight; then fewest held groups; then name. */
function order(a: Candidate, b: Candidate): number {
  if (a.wanted !== b.wanted) return a.wanted ? -1 : 1;
  if (a.gaveUp !== b.gaveUp) return a.gaveUp ? 1 : -1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.load - b.load || byName(a.session.node, b.session.node);
}

/** Given up without a failure and without a wish to move: the session does not want it (a shutdown, a surrender). */
function gaveUp(lease: Lease, session: SessionId): boolean {
  const { stopped } = lease;
  return lease.move === null && stopped?.kind === "released" && sameSession(stopped.session, session);
}

/**
 * Who should be given a vacant group in this ledger, or why nobody can. Never a node that is suspected, not heard, not
 * ready, or on which the group has failed.
 */
export function place(ledger: Ledger, group: GroupName, context: PlaceContext): Placement {
  const spec = groupSpecOf(ledger, group);
  const lease = leaseOf(ledger, group);
  if (spec === null || lease === null) return { to: null, reason: `there is no group ${group}` };
  const stopped = ledger.stopped.get(group);
  if (stopped !== undefined) return { to: null, reason: `${group} was stopped by ${stopped}` };
  const maintained = maintainedBy(ledger, group);
  if (maintained !== null) return { to: null, reason: `${group} is under maintenance by ${maintained}` };
  if (lease.state === "held") return { to: null, reason: `${lease.holder?.node} holds ${group}` };
  if (lease.state === "orphaned") {
    return { to: null, reason: `${lease.holder?.node} is not proven to have stopped ${group}` };
  }
  if (lease.stopped === null || !acceptsProof(spec, lease.stopped)) {
    const kind = lease.stopped?.kind ?? "none";
    return { to: null, reason: `${group} does not accept the proof there is (${kind})` };
  }
  const { candidates, unfit } = candidatesFor(ledger, spec, lease, context);
  const best = candidates[0];
  if (best === undefined) {
    const why = [...unfit].map(([node, reason]) => `${node} ${reason}`).join("; ");
    return { to: null, reason: `no node can take ${group}: ${why || "there are no nodes"}` };
  }
  return { to: best.session, reason: reasonFor(ledger, best, candidates, spec, lease, unfit) };
}

interface Field {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly unfit: ReadonlyMap<NodeId, string>;
}

/** Who could take the group, whoever has it now. */
function candidatesFor(ledger: Ledger, spec: GroupSpec, lease: Lease, context: PlaceContext): Field {
  const held = context.held ?? heldCounts(ledger);
  const candidates: Candidate[] = [];
  const unfit = new Map<NodeId, string>();
  for (const { name } of ledger.document?.nodes ?? []) {
    const fitness = fitnessOf(ledger, spec, lease, name, context.alive);
    if (!fitness.ok) {
      unfit.set(name, fitness.why);
      continue;
    }
    candidates.push({
      session: fitness.session,
      wanted: lease.move?.to === name,
      gaveUp: gaveUp(lease, fitness.session),
      rank: rankOf(spec, name),
      load: (held.get(name) ?? 0) + (context.planned?.get(name) ?? 0),
    });
  }
  candidates.sort(order);
  return { candidates, unfit };
}

/** How the planner names its own moves. */
export const FAILBACK = "failback-";

const askedFor = (requestId: string | null | undefined): string => `the move ${requestId} asked for it`;

/** "alpha is on standby by root": why its last holder gave it up; null when that is not why. */
function leftStandby(ledger: Ledger, lease: Lease): string | null {
  if (lease.stopped?.kind !== "released") return null;
  const { node } = lease.stopped.session;
  const by = ledger.standby.get(node);
  return by === undefined ? null : `${node} is on standby by ${by}`;
}

/** Whether the newest grant of this lease followed its newest move. */
export const wasMovedByRequest = (lease: Lease): boolean =>
  lease.lastMoveRequest !== null && lease.reason === askedFor(lease.lastMoveRequest);

/** "first of the preferred nodes that is ready; beta, better placed, is suspected since index 812" */
function reasonFor(
  ledger: Ledger,
  best: Candidate,
  candidates: readonly Candidate[],
  spec: GroupSpec,
  lease: Lease,
  unfit: ReadonlyMap<NodeId, string>,
): string {
  const standby = leftStandby(ledger, lease);
  if (best.wanted) return askedFor(lease.move?.requestId);
  const parts: string[] = standby === null ? [] : [standby];
  parts.push(choice(best, candidates, spec));
  if (lease.move !== null) {
    parts.push(`${lease.move.to}, the target of a move, ${unfit.get(lease.move.to) ?? "cannot take it"}`);
  }
  for (const node of betterThan(spec, best.rank)) {
    if (node === lease.move?.to || (standby !== null && node === lease.holder?.node)) continue;
    const why = unfit.get(node) ?? "has just given it up";
    parts.push(`${node}, better placed, ${why}`);
  }
  return parts.join("; ");
}

/** What decided between this candidate and the next. */
function choice(best: Candidate, candidates: readonly Candidate[], spec: GroupSpec): string {
  if (best.rank === 0) return "the most preferred node";
  if (isPreferred(best.rank)) return "first of the preferred nodes that is ready";
  const next = candidates[1];
  if (next === undefined) return "the only node that is ready";
  if (next.gaveUp && !best.gaveUp) return `ready, and ${next.session.node} has just given it up`;
  const among =
    spec.prefers.length === 0 ? "of the nodes that are ready" : "of the other nodes that are ready";
  return best.load < next.load
    ? `holds the fewest groups (${best.load}) ${among}`
    : `first by name ${among}, all holding as few groups (${best.load})`;
}
