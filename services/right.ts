/**
 * May this node serve a group now, and if not, what is to become of what is here? Pure verdicts with their reason;
 * nothing is remembered here.
 */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import {
  compareSessions,
  type GroupName,
  type GroupSpec,
  NO_TOKEN,
  type SessionId,
  sameSession,
} from "../consensus/ledger/types.ts";
import { brokenCard, type CardLife, wordsOf } from "./cards.ts";
import { type GroupLife, type GroupWish, inJeopardy, isStopped, type Right } from "./life.ts";
import { sameShape } from "./member.ts";
import { type LeaseView, type LedgerView, maintainedBy, openRecord, takerOf } from "./view.ts";

export interface Standing {
  readonly self: NodeId;
  readonly view: LedgerView;
  readonly session: SessionId | null;
  /** V of `session`. */
  readonly validUntil: Millis;
  /** V lies past the session's own deadline (jeopardy): nothing new is started. */
  readonly beyond: boolean;
  readonly ttl: Millis;
  readonly draining: boolean;
  /** Why this node has no kernel guard; null when it has, or is about to. */
  readonly unguarded: string | null;
  readonly cards: readonly CardLife[];
  /** The session that the daemon before handed over, and its V; null when it handed over nothing (G4). */
  readonly handed: { readonly session: SessionId; readonly validUntil: Millis } | null;
}

/** A change, by a copy that is written out: it is read for each group, and copies of copies would differ in layout. */
export const standingWith = (
  before: Standing,
  changes: Partial<Omit<Standing, "self" | "cards">>,
): Standing => ({
  self: before.self,
  view: changes.view ?? before.view,
  session: changes.session ?? before.session,
  validUntil: changes.validUntil ?? before.validUntil,
  beyond: changes.beyond ?? before.beyond,
  ttl: changes.ttl ?? before.ttl,
  draining: changes.draining ?? before.draining,
  unguarded: changes.unguarded === undefined ? before.unguarded : changes.unguarded,
  cards: before.cards,
  handed: changes.handed ?? before.handed,
});

/** Another word on this node's session: a copy of its own, for it comes with each heartbeat. */
export const standingOn = (
  before: Standing,
  { session, validUntil, beyond }: Pick<Standing, "session" | "validUntil" | "beyond">,
): Standing => ({
  self: before.self,
  view: before.view,
  session,
  validUntil,
  beyond,
  ttl: before.ttl,
  draining: before.draining,
  unguarded: before.unguarded,
  cards: before.cards,
  handed: before.handed,
});

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
 * G4: what the daemon before served goes on by right of its session until that session's V, unless the ledger knows
 * better. A copy of the ledger that is older than the grant knows nothing.
 */
const isCarried = (standing: Standing, life: GroupLife, lease: LeaseView | undefined): boolean => {
  if (!life.carried || standing.handed === null || life.release !== null) return false;
  if (lease === undefined || lease.token < life.token) return true;
  return lease.token === life.token && sameSession(lease.holder, standing.handed.session);
};

export function rightOf(standing: Standing, life: GroupLife): Right {
  const lease = standing.view.leases.get(life.name);
  if (isOurs(standing, lease)) return life.release?.token === lease.token ? "none" : "ours";
  return isCarried(standing, life, lease) ? "carried" : "none";
}

/** V of that right; -Infinity when there is none. */
export function untilOf(standing: Standing, right: Right): Millis {
  switch (right) {
    case "ours":
      return standing.validUntil;
    case "carried":
      return standing.handed?.validUntil ?? Number.NEGATIVE_INFINITY;
    case "none":
      return Number.NEGATIVE_INFINITY;
  }
}

/** V of what serves this group here; -Infinity when nothing may. */
export const rightUntil = (standing: Standing, life: GroupLife): Millis =>
  untilOf(standing, rightOf(standing, life));

/**
 * The whole right to serve, at this moment. A token whose Release was proposed is never served again, whatever is known
 * of the proposal: it may be committed already, and somebody else may have the next token.
 *
 * That this node's copy of the ledger may be old does no harm: a lease of a session ends by our own Release, or by an
 * Expire, which needs a majority that stopped echoing before it; and V says that a majority still echoed (N2, N5, N8).
 */
export const mayServe = (standing: Standing, life: GroupLife, now: Millis): boolean =>
  now < rightUntil(standing, life);

/** Why a lease that is ours is to be given back; null when it is to be kept. */
export interface Leaving {
  readonly why: string;
  /** Could not be kept running here. */
  readonly failed: boolean;
  /** A card of this node, by name: the Release waits until the ledger shows it down, or it would come straight back. */
  readonly card: string | null;
}

const because = (why: string, failed = false): Leaving => ({ why, failed, card: null });

/** The reasons that maintenance does not outweigh: this node goes, or cannot be trusted with anything. */
function mustLeave(standing: Standing): Leaving | null {
  if (standing.draining) return because("the daemon is shutting down");
  return standing.unguarded === null ? null : because(standing.unguarded, true);
}

export function leaving(
  standing: Standing,
  name: GroupName,
  life: GroupLife,
  lease: LeaseView,
): Leaving | null {
  const must = mustLeave(standing);
  if (must !== null) return must;
  // S5: it can be adopted by nobody, maintenance or not.
  if (lease.promised && isInherited(standing, lease)) return because(passingOn(lease));
  return maintainedBy(standing.view, name) === null ? shouldLeave(standing, name, life, lease) : null;
}

const passingOn = ({ heir }: LeaseView): string =>
  heir === null ? "it was promised to another node" : `it is promised to ${heir.node}`;

function shouldLeave(standing: Standing, name: GroupName, life: GroupLife, lease: LeaseView): Leaving | null {
  const { view } = standing;
  const stopped = view.stopped.get(name);
  if (stopped !== undefined) return because(`${name} was stopped by ${stopped}`);
  if (lease.heir !== null) return because(passingOn(lease));
  if (lease.moveTo !== null && lease.moveTo !== standing.self) {
    return because(`a move to ${lease.moveTo} is wanted`);
  }
  if (view.standby !== null) return because(`${standing.self} is on standby by ${view.standby}`);
  if (life.gaveUp !== null && life.token === lease.token) return because(life.gaveUp, true);
  const spec = view.groups.get(name);
  if (spec === undefined) return because("it is no longer in the configuration");
  const broken = brokenCard(standing.cards, spec);
  // Nobody else could serve it: then its clients on other networks, and those that come back, are better off here.
  if (broken === null || takerOf(view, spec) === null) return null;
  return { why: wordsOf(broken), failed: false, card: broken.card.name };
}

type Stop = (urgent: boolean, why: string) => GroupWish;

/** What is to become of one group on this machine. */
export function wishFor(standing: Standing, life: GroupLife, now: Millis): GroupWish {
  const { view } = standing;
  const lease = view.leases.get(life.name);
  const spec = view.groups.get(life.name) ?? null;
  const stop: Stop = (urgent, why) => ({ type: "stop", urgent, spec, why });
  if (isOurs(standing, lease)) return wishForOurs(standing, life, lease, now, stop);
  if (isCarried(standing, life, lease) && life.spec !== null) {
    const { validUntil } = standing.handed!;
    if (now >= validUntil) return stop(true, "the lease that was handed over has run out");
    const must = mustLeave(standing);
    if (must !== null) return stop(false, must.why);
    if (lease?.promised === true) return stop(false, passingOn(lease)); // S5
    const by = "handed over by the daemon before, not adopted yet";
    return { type: "keep", token: life.token, spec: life.spec, by, unfollowed: null, validUntil };
  }
  // Begun by this very process under a session that has ended since: nothing here is covered by anything.
  const begun = life.spec !== null;
  if (begun) return stop(true, "the lease is no longer this node's");
  if (standing.draining) return stop(false, "the daemon is shutting down");
  if (standing.unguarded !== null) return stop(false, standing.unguarded);
  if (lease?.promised === true && isInherited(standing, lease)) return stop(false, passingOn(lease)); // S5
  // A predecessor's service: without contact nobody can say whose it is, its address is silent, and its own guard
  // ends it in time; with contact it is adopted, or it goes.
  if (openRecord(view, standing.session) === null || isInherited(standing, lease)) return { type: "wait" };
  return stop(true, "left by an earlier daemon, and not this node's to serve");
}

function wishForOurs(
  standing: Standing,
  life: GroupLife,
  lease: LeaseView,
  now: Millis,
  stop: Stop,
): GroupWish {
  const { view, validUntil } = standing;
  // Safety takes no holidays: what follows here holds under maintenance too.
  if (life.release?.token === lease.token) return stop(true, life.why);
  if (now >= validUntil) return stop(true, "no majority has confirmed this node in time");
  if (life.token !== lease.token && life.token !== NO_TOKEN && life.spec !== null && !isStopped(life)) {
    return stop(true, `begun under token ${life.token}, which is no longer in force`);
  }
  const must = mustLeave(standing);
  if (must !== null) return stop(false, must.why);
  const wanted = view.groups.get(life.name);
  const leave = shouldLeave(standing, life.name, life, lease);
  const changed =
    life.spec !== null && wanted !== undefined && !isStopped(life) && !sameShape(life.spec, wanted)
      ? "its configuration has changed"
      : null;
  const keeper = maintainedBy(view, life.name);
  const kept = life.spec ?? wanted;
  if (keeper !== null && kept !== undefined) {
    const spec = changed === null ? (wanted ?? kept) : kept;
    const by = `under maintenance by ${keeper}`;
    const unfollowed = leave?.why ?? changed;
    return { type: "keep", token: lease.token, spec, by, unfollowed, validUntil };
  }
  if (leave !== null) return stop(false, leave.why);
  if (changed !== null) return stop(false, changed);
  // Leaving covers a group that is not in the configuration.
  return wanted === undefined ? { type: "wait" } : serve(standing, life, lease, wanted, now);
}

function serve(
  standing: Standing,
  life: GroupLife,
  lease: LeaseView,
  spec: GroupSpec,
  now: Millis,
): GroupWish {
  const fresh = life.phase === "idle" && isStopped(life);
  if (fresh && (standing.beyond || inJeopardy({ now, validUntil: standing.validUntil, ttl: standing.ttl })))
    return { type: "wait" };
  const proof = lease.grantedOn ?? "never-held";
  // A lease that was adopted has been this node's all along: nobody was stopped for it.
  const adopted = life.inherited === lease.token;
  const by = adopted ? `kept over a restart of the daemon` : `proof ${proof}: ${lease.reason}`;
  const probe = !adopted && proof !== "released" && proof !== "never-held";
  return { type: "serve", token: lease.token, spec, probe, by };
}
