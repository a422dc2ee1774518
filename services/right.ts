/**
 * May this node serve a group now, and if not, what is to become of what is here? Pure verdicts with their reason;
 * nothing is remembered here.
 */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import {
  compareSessions,
  type GroupName,
  type GroupSpec,
  type SessionId,
  sameSession,
} from "../consensus/ledger/types.ts";
import { type GroupLife, type GroupWish, inJeopardy, isStopped } from "./life.ts";
import { type LeaseView, type LedgerView, openRecord } from "./view.ts";

export interface Standing {
  readonly self: NodeId;
  readonly view: LedgerView;
  readonly session: SessionId | null;
  /** V of `session`. */
  readonly validUntil: Millis;
  readonly ttl: Millis;
  readonly draining: boolean;
  /** Why this node has no kernel guard; null when it has, or is about to. */
  readonly unguarded: string | null;
}

/** The ledger gives the group to the session on which this process stands now: node, incarnation and number (N5). */
export const isOurs = (
  standing: Standing,
  lease: LeaseView | undefined,
): lease is LeaseView & { holder: SessionId } =>
  lease !== undefined && lease.holder !== null && sameSession(lease.holder, standing.session);

/** Held by an earlier session of this node: to be adopted, not served (N6). */
export const isInherited = (
  standing: Standing,
  lease: LeaseView | undefined,
): lease is LeaseView & { holder: SessionId } =>
  lease !== undefined &&
  lease.holder !== null &&
  standing.session !== null &&
  lease.holder.node === standing.self &&
  compareSessions(lease.holder, standing.session) < 0;

/**
 * The whole right to serve, at this moment. A token whose Release was proposed is never served again, whatever is known
 * of the proposal: it may be committed already, and somebody else may have the next token.
 *
 * That this node's copy of the ledger may be old does no harm: a lease of a session ends by our own Release, or by an
 * Expire, which needs a majority that stopped echoing before it; and V says that a majority still echoed (N2, N5, N8).
 */
export const mayServe = (standing: Standing, life: GroupLife, now: Millis): boolean => {
  const lease = standing.view.leases.get(life.name);
  return isOurs(standing, lease) && now < standing.validUntil && life.release?.token !== lease.token;
};

/** Why a lease that is ours is to be given back; null when it is to be kept. */
export interface Leaving {
  readonly why: string;
  /** Could not be kept running here. */
  readonly failed: boolean;
}

export function leaving(
  standing: Standing,
  name: GroupName,
  life: GroupLife,
  lease: LeaseView,
): Leaving | null {
  if (standing.draining) return { why: "the daemon is shutting down", failed: false };
  if (lease.moveTo !== null && lease.moveTo !== standing.self) {
    return { why: `a move to ${lease.moveTo} is wanted`, failed: false };
  }
  if (life.gaveUp !== null && life.token === lease.token) return { why: life.gaveUp, failed: true };
  if (!standing.view.groups.has(name)) return { why: "it is no longer in the configuration", failed: false };
  if (standing.unguarded !== null) return { why: standing.unguarded, failed: true };
  return null;
}

/** What is to become of one group on this machine. */
export function wishFor(standing: Standing, life: GroupLife, now: Millis): GroupWish {
  const { view } = standing;
  const lease = view.leases.get(life.name);
  const spec = view.groups.get(life.name);
  const timeout = (life.spec ?? spec)?.stopTimeout ?? 0;
  const stop = (urgent: boolean, why: string): GroupWish => ({ type: "stop", urgent, timeout, why });
  if (isOurs(standing, lease)) {
    if (life.release?.token === lease.token) return stop(true, life.why);
    if (now >= standing.validUntil) return stop(true, "no majority has confirmed this node in time");
    const leave = leaving(standing, life.name, life, lease);
    if (leave !== null) return stop(false, leave.why);
    if (spec !== undefined) return serveOr(standing, life, lease, spec, now, stop);
  }
  // Begun by this very process under a session that has ended since: nothing here is covered by anything.
  const begun = life.spec !== null;
  if (begun) return stop(true, "the lease is no longer this node's");
  if (standing.draining) return stop(false, "the daemon is shutting down");
  if (standing.unguarded !== null) return stop(false, standing.unguarded);
  // A predecessor's service: without contact nobody can say whose it is, its address is silent, and its own guard
  // ends it in time; with contact it is adopted, or it goes.
  if (openRecord(view, standing.session) === null || isInherited(standing, lease)) return { type: "wait" };
  return stop(true, "left by an earlier daemon, and not this node's to serve");
}

function serveOr(
  standing: Standing,
  life: GroupLife,
  lease: LeaseView,
  spec: GroupSpec,
  now: Millis,
  stop: (urgent: boolean, why: string) => GroupWish,
): GroupWish {
  if (life.spec !== null && !isStopped(life) && !sameShape(life.spec, spec)) {
    return stop(false, "its configuration has changed");
  }
  const fresh = life.phase === "idle" && isStopped(life);
  if (fresh && inJeopardy({ ...standing, now })) return { type: "wait" };
  const proof = lease.grantedOn ?? "never-held";
  // A lease that was adopted has been this node's all along: nobody was stopped for it.
  const adopted = life.inherited;
  const by = adopted ? `kept over a restart of the daemon` : `proof ${proof}: ${lease.reason}`;
  const probe = !adopted && proof !== "released" && proof !== "never-held";
  return { type: "serve", token: lease.token, spec, probe, by };
}

const sameShape = (a: GroupSpec, b: GroupSpec): boolean =>
  a.address.ip === b.address.ip &&
  a.address.prefix === b.address.prefix &&
  JSON.stringify(a.command) === JSON.stringify(b.command) &&
  JSON.stringify(Object.entries(a.environment).sort()) ===
    JSON.stringify(Object.entries(b.environment).sort());
