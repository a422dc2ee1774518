/** What a node knows of one group on itself, and what may be wished of it. Pure. */
import type { Millis } from "../consensus/core/types.ts";
import {
  type Command,
  type GroupName,
  type GroupSpec,
  NO_TOKEN,
  type Token,
} from "../consensus/ledger/types.ts";
import { isGone } from "./lane.ts";
import { isAddress, type MemberLife } from "./member.ts";
import type { Beginning } from "./ration.ts";
import type { HoldingAction } from "./types.ts";

export type GroupPhase =
  | "idle"
  | "granted"
  | "probing"
  | "starting"
  | "running"
  | "restarting"
  | "stopping"
  | "stop-failed";

export type GroupWish =
  | {
      readonly type: "serve";
      readonly token: Token;
      readonly spec: GroupSpec;
      /** The proof was no Release: whoever held it before may still be gasping, so ask the wire first. */
      readonly probe: boolean;
      /** How the right came, for people: "proof guard", "restart of the daemon". */
      readonly by: string;
    }
  /**
   * The right is there, and nothing is begun or ended: what is there from before is taken over, what runs is kept
   * guarded. `unfollowed`: what would be done otherwise, for people.
   */
  | {
      readonly type: "keep";
      readonly token: Token;
      readonly spec: GroupSpec;
      readonly by: string;
      readonly unfollowed: string | null;
      readonly validUntil: Millis;
    }
  /** `urgent`: the right is gone; kill and remove at once, side by side. Else in reverse order, each in its time. */
  | {
      readonly type: "stop";
      readonly urgent: boolean;
      /** For the patience with what a predecessor left. */
      readonly spec: GroupSpec | null;
      readonly why: string;
    }
  /** Touch nothing: the machine waits for contact, or for its Adopt. */
  | { readonly type: "wait" };

/** By whose V it is served: this session's, that of the daemon before (G4), nobody's. */
export type Right = "ours" | "carried" | "none";

/** One life's part, as it was when it was last looked at. */
export interface Share {
  readonly wish: GroupWish;
  readonly right: Right;
  readonly here: readonly string[];
  /** It is behind the gate, or is to be. */
  readonly counts: boolean;
  readonly carried: boolean;
  /** It has a service. */
  readonly serves: boolean;
}

export interface GroupContext {
  readonly now: Millis;
  readonly ttl: Millis;
  /** V: no act that serves may begin after it (T4). */
  readonly validUntil: Millis;
  readonly gateLive: boolean;
  /** The kernel's tables are there and in no doubt: without them nothing new is started. */
  readonly guarded: boolean;
  /** Counts the openings of the gate: each calls for a fresh announcement. */
  readonly openings: number;
  /** Is this address in the kernel's managed set? Before that it must not be on a card. */
  readonly managed: (ip: string) => boolean;
  /** Is this address on a card, as the kernel has last said? */
  readonly found: (ip: string) => boolean;
  readonly nextId: () => number;
  /** Whether it may begin in this moment; if not, the life is asked again when there is room. */
  readonly mayBegin: (what: Beginning) => boolean;
}

/**
 * What the service's guard is told: killing takes a moment, and nothing may run past V. A twentieth of the TTL (10 ms of
 * 200) is several times what a cgroup of ordinary size was seen to take.
 */
export const serviceDeadline = (at: { readonly validUntil: Millis; readonly ttl: Millis }): Millis =>
  at.validUntil - at.ttl / 20;

/** So near the deadline nothing new is started: what runs goes on, and ends with the right. */
export const inJeopardy = (at: {
  readonly now: Millis;
  readonly validUntil: Millis;
  readonly ttl: Millis;
}): boolean => at.validUntil - at.now < at.ttl / 4;

export interface GroupLife {
  readonly name: GroupName;
  /** Which of this node's lives came first. */
  readonly order: number;
  phase: GroupPhase;
  /** When the phase began, and why. */
  since: Millis;
  why: string;
  /** Under which grant what follows was begun. */
  token: Token;
  /** As it is on the machine; another shape is taken up only from idle. */
  spec: GroupSpec | null;
  grantedAt: Millis;
  /** In the order of `spec`. */
  members: MemberLife[];
  /** Why this node will not keep the group under this token. */
  gaveUp: string | null;
  /** Seen held by an earlier session of this node under this token: under it, it comes by Adopt, not by a grant. */
  inherited: Token | null;
  /** Under way by right of the session that the daemon before handed over, until its Adopt (G4). */
  carried: boolean;
  /** Nothing is begun or ended now: an exit is noted and not answered. For people: why. */
  kept: string | null;
  /** What was told not to be followed meanwhile. */
  unfollowed: string | null;
  /** What was told of a card that is down. */
  stranded: string | null;
  /** Proposed: its token is never again served here, whatever became of the proposal; repeated until it shows. */
  release: Extract<Command, { type: "release" }> | null;
  /** What was verified while stopping; goes into the Release. */
  evidence: string[];
  /** Its part in what all lives come to; null before it is first looked at. */
  share: Share | null;
  /** When it is to be looked at again though nothing happens. */
  dueAt: Millis;
}

/** A state that passes within so many TTL is not worth an entry in everybody's log. */
export const PASSING_TTLS = 0.5;

export function newLife(name: GroupName, order: number, now: Millis): GroupLife {
  return {
    name,
    order,
    phase: "idle",
    since: now,
    why: "",
    token: NO_TOKEN,
    spec: null,
    grantedAt: now,
    members: [],
    gaveUp: null,
    inherited: null,
    carried: false,
    kept: null,
    unfollowed: null,
    stranded: null,
    release: null,
    evidence: [],
    share: null,
    dueAt: Number.NEGATIVE_INFINITY,
  };
}

/** Verified: nothing of the group is on this machine, and nothing is under way that could bring it back. */
export const isStopped = (life: GroupLife): boolean => life.members.every((member) => isGone(member.lane));

/** Addresses of the group that are, or may be, on a card. */
export function addressesHere(life: GroupLife): string[] {
  const here: string[] = [];
  for (const member of life.members) if (isAddress(member) && !isGone(member.lane)) here.push(member.spec.ip);
  return here;
}

export function enter(life: GroupLife, phase: GroupPhase, why: string, now: Millis): void {
  if (life.phase === phase && life.why === why) return;
  if (life.phase !== phase) life.since = now;
  life.phase = phase;
  life.why = why;
}

export const note = (life: GroupLife, level: "info" | "warn", text: string): HoldingAction => ({
  type: "note",
  level,
  group: life.name,
  text: `${life.name}: ${text}`,
});
