/** Questions about a ledger. Pure; nothing here changes it. */
import type { LogIndex, NodeId } from "../core/types.ts";
import { inSubnet } from "./subnet.ts";
import {
  addressesOf,
  type ClusterDocument,
  compareSessions,
  type GroupName,
  type GroupSpec,
  type Lease,
  type Ledger,
  type NodeSpec,
  type Proof,
  type ProofKind,
  type Revision,
  type SessionId,
  type SessionRecord,
  sameSession,
  sessionKey,
  type Token,
  token,
  type Unfit,
} from "./types.ts";

const EPOCH_LIMIT = 2 ** 15;
const INDEX_LIMIT = 2 ** 48;

/**
 * The fencing token of a grant committed at `index`: epoch (15 bits) then index (48 bits), so that it fits a signed
 * 64-bit column. Throws a RangeError where either does not fit (P2 could not be kept).
 */
export function tokenOf(epoch: number, index: LogIndex): Token {
  if (!Number.isSafeInteger(epoch) || epoch < 0 || epoch >= EPOCH_LIMIT) {
    throw new RangeError(`an epoch must be an integer from 0 to ${EPOCH_LIMIT - 1}, not ${epoch}`);
  }
  if (index >= INDEX_LIMIT) throw new RangeError(`a token holds indexes below 2^48, not ${index}`);
  return token((BigInt(epoch) << 48n) | BigInt(index));
}

/** The live session with exactly this id, or null. */
export const sessionOf = (ledger: Ledger, id: SessionId): SessionRecord | null =>
  ledger.sessions.get(sessionKey(id)) ?? null;

/** The newest live session of a node: the only one that may be given anything. Null when it has none. */
export function currentSession(ledger: Ledger, node: NodeId): SessionRecord | null {
  let newest: SessionRecord | null = null;
  for (const record of ledger.sessions.values()) {
    if (record.id.node !== node) continue;
    if (newest === null || compareSessions(record.id, newest.id) > 0) newest = record;
  }
  return newest;
}

/** Every live session of a node. */
export const sessionsOf = (ledger: Ledger, node: NodeId): SessionRecord[] =>
  [...ledger.sessions.values()].filter(({ id }) => id.node === node);

/** N5: ended once, ended for good, and every older session of the node with it. */
export function hasEnded(ledger: Ledger, id: SessionId): boolean {
  const ended = ledger.ended.get(id.node);
  return ended !== undefined && compareSessions(id, ended) <= 0;
}

export const leaseOf = (ledger: Ledger, group: GroupName): Lease | null => ledger.leases.get(group) ?? null;

/** The leases that this very session holds now, in the ledger's order. */
export const heldBy = (ledger: Ledger, session: SessionId): Lease[] =>
  [...ledger.leases.values()].filter((l) => l.state === "held" && sameSession(l.holder, session));

/** The leases that are promised to this very session (S1): it may be serving them. */
export const promisedTo = (ledger: Ledger, session: SessionId): Lease[] =>
  [...ledger.leases.values()].filter(({ heir }) => heir !== null && sameSession(heir.session, session));

export const nodeSpecOf = (ledger: Ledger, node: NodeId): NodeSpec | null =>
  ledger.document?.nodes.find((n) => n.name === node) ?? null;

/** Whether a node holds nothing, whatever else may be said of it: it only votes. */
export const isWitness = (ledger: Ledger, node: NodeId): boolean =>
  nodeSpecOf(ledger, node)?.role === "witness";

/** A document never changes, so what is derived from it may be kept as long as it is. */
const specsByName = new WeakMap<ClusterDocument, ReadonlyMap<GroupName, GroupSpec>>();

export function groupSpecOf({ document }: Ledger, group: GroupName): GroupSpec | null {
  if (document === null) return null;
  let specs = specsByName.get(document);
  if (specs === undefined) {
    specs = new Map(document.groups.map((g) => [g.name, g]));
    specsByName.set(document, specs);
  }
  return specs.get(group) ?? null;
}

/** Who put the group, or every group, under maintenance; null when nobody did. */
export const maintainedBy = (ledger: Ledger, group: GroupName): string | null =>
  ledger.maintained.get(group) ?? ledger.maintained.get(null) ?? null;

/**
 * Why a node should stop this group and release it, if it holds it: the operator's words, as they go into the release's
 * evidence. Null when it may go on. Under maintenance nothing is touched, whatever else was said.
 */
export function unwantedOn(ledger: Ledger, group: GroupName, node: NodeId): string | null {
  if (maintainedBy(ledger, group) !== null) return null;
  const stopped = ledger.stopped.get(group);
  if (stopped !== undefined) return `${group} was stopped by ${stopped}`;
  const standby = ledger.standby.get(node);
  return standby === undefined ? null : `${node} is on standby by ${standby}`;
}

/** Why a node's cards cannot carry the group's addresses now ("the card eth0 is down there"); null while nothing is against it. */
export function cardFault(ledger: Ledger, spec: GroupSpec, node: NodeId): string | null {
  const cards = ledger.cards.get(node);
  if (cards === undefined) return null;
  for (const { ip } of addressesOf(spec)) {
    const card = cards.find((c) => c.addresses.some((address) => inSubnet(ip, address)));
    if (card === undefined) return `has no card in the subnet of ${ip}`;
    if (!card.up) return `cannot take it: the card ${card.name} is down there`;
  }
  return null;
}

/**
 * N1: the timings by which this session, or an older one of its node that lives on, may count its lease: from the revision that it
 * last said it was ready for. An entry not applied here may add to them.
 */
export function timingsInUse(ledger: Ledger, id: SessionId): Ledger["timings"] {
  let oldest = Number.POSITIVE_INFINITY;
  for (const session of ledger.sessions.values()) {
    if (session.id.node !== id.node || compareSessions(session.id, id) > 0) continue;
    oldest = Math.min(oldest, session.ready?.revision ?? 0);
  }
  if (oldest === Number.POSITIVE_INFINITY) oldest = 0;
  return ledger.timings.filter(({ revision }) => revision >= oldest);
}

/** The document of one revision, of those that are remembered. */
export const revisionOf = (ledger: Ledger, revision: number): Revision | null =>
  ledger.revisions.find((known) => known.revision === revision) ?? null;

/** Live sessions with an open Suspect, in the ledger's order. */
export const openSuspects = (ledger: Ledger): SessionRecord[] =>
  [...ledger.sessions.values()].filter((s) => s.suspect !== null);

/** Whether this proof of stop is strong enough for the group; "never-held" always is. */
export const acceptsProof = (spec: GroupSpec, proof: Proof): boolean =>
  proof.kind === "never-held" || spec.accepts.includes(proof.kind);

/** N10: the proofs that end a lease: those that its holder goes by. */
export const acceptedFor = (lease: Lease, spec: GroupSpec | null): readonly ProofKind[] =>
  lease.accepts ?? spec?.accepts ?? [];

/** A group that accepts guard may only be held behind an armed guard: its next succession leans on it. */
export const needsGuard = (spec: GroupSpec): boolean => spec.accepts.includes("guard");

/** Order counts: whoever says it keeps to one. */
export const sameUnfit = (a: readonly Unfit[], b: readonly Unfit[]): boolean =>
  a.length === b.length && a.every(({ group, reason }, i) => b[i]?.group === group && b[i].reason === reason);

/** Why this session may not be granted the group as far as its readiness goes; null when it may. */
export function unreadiness(ledger: Ledger, record: SessionRecord, spec: GroupSpec): string | null {
  const because = record.ready?.reason ? ` (${record.ready.reason})` : "";
  if (record.ready === null) return `has not said that it is ready for revision ${ledger.revision}`;
  if (record.ready.revision !== ledger.revision) {
    return `is ready for revision ${record.ready.revision}, not yet for ${ledger.revision}`;
  }
  if (needsGuard(spec) && !record.ready.guard) return `has no armed kernel guard${because}`;
  const unfit = record.ready.unfit?.find(({ group }) => group === spec.name); // R15
  if (unfit !== undefined) return `must not have it: ${unfit.reason}`;
  return null;
}
