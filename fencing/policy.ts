/** Whom to shoot, when, by which devices in which order, and when to stop shooting. What it decides is done by whoever holds the fence lease. */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { Incarnation } from "../consensus/ledger/types.ts";
import { allow, refuse, type Verdict } from "./types.ts";

/** One shot as the ledger remembers it. `at`: by the clock of `now`, of whoever judges. */
export interface Shot {
  readonly target: NodeId;
  readonly at: Millis;
  /** The newest incarnation known of the target when it was shot. */
  readonly incarnation: Incarnation;
  readonly verifiedOff: boolean;
}

export interface ShotLimits {
  /** So many shots at one node within `window` milliseconds, then a person is called. */
  readonly shots: number;
  readonly window: Millis;
}

export interface ShotFacts {
  readonly self: NodeId;
  readonly target: NodeId;
  /** The newest incarnation of the target that has been heard; 0: none in this boot. */
  readonly targetIncarnation: Incarnation;
  readonly targetHeardAt: Millis | null;
  /** This node's own ping gate, judged in this turn. */
  readonly gate: Verdict;
  /** How late this node's own loop last was, and when. */
  readonly lateness: { readonly by: Millis; readonly at: Millis };
  readonly ttl: Millis;
  /** Who holds the fence lease; null: nobody. */
  readonly executor: NodeId | null;
  readonly shots: readonly Shot[];
  readonly limits: ShotLimits;
  /** Configuration: a node that has not been heard in this boot may be shot. */
  readonly shootUnseen: boolean;
}

/** Whether this node may shoot `target` now. It says nothing about whether that is needed. */
export function judgeShot(facts: ShotFacts, now: Millis): Verdict {
  const { self, target, gate, executor } = facts;
  if (self === target)
    return refuse("a node never fences itself through a device: that is what its watchdog is for");
  if (executor !== self)
    return refuse(
      executor === null
        ? "this node does not hold the fence lease: two would shoot through one device"
        : `${executor} holds the fence lease: two never shoot through one device`,
    );
  const own = ownStall(facts, now);
  if (own !== null) return refuse(own);
  if (facts.targetHeardAt === null && !facts.shootUnseen)
    return refuse(
      `${target} has not been in contact since this node started: this node waits for it (wait for all)`,
    );
  if (!gate.ok) return gate;
  return notInALoop(facts, now);
}

/** A silence that this node may have made itself, by standing still (T5): it looks again first. */
function ownStall({ lateness, ttl, targetHeardAt }: ShotFacts, now: Millis): string | null {
  if (lateness.by <= ttl / 2 || lateness.at + ttl <= now) return null;
  if (targetHeardAt !== null && targetHeardAt > lateness.at) return null;
  return `this node's own loop stood still for ${Math.round(lateness.by)} ms, so the silence may be its own: it looks again first`;
}

function notInALoop({ target, targetIncarnation, shots, limits }: ShotFacts, now: Millis): Verdict {
  const at = shots.filter((shot) => shot.target === target);
  const last = at.findLast(({ verifiedOff }) => verifiedOff);
  if (last !== undefined && targetIncarnation <= last.incarnation)
    return refuse(`${target} was shot, verified off, and has not been back since: it is not shot again`);
  const recent = at.filter((shot) => now - shot.at < limits.window).length;
  if (recent >= limits.shots)
    return refuse(
      `${target} was shot at ${recent} times in ${Math.round(limits.window / 1000)} s without lasting effect: a person must look`,
    );
  return allow(`${target} may be shot`);
}

// ---------------------------------------------------------------- levels

export interface DevicePlan {
  /** From 1 up; a level is tried when the one before has failed. */
  readonly level: number;
  readonly devices: readonly string[];
}
export type DeviceResult = "verified-off" | "failed";
export type NextStep =
  | { readonly type: "run"; readonly level: number; readonly devices: readonly string[] }
  /** Every device of that level has shown the node off. */
  | { readonly type: "done"; readonly level: number }
  | { readonly type: "failed"; readonly reason: string };

/** All devices of one level must succeed (two power supplies, two switches); where one fails, the next level begins. */
export function nextStep(
  target: NodeId,
  levels: readonly DevicePlan[],
  results: ReadonlyMap<string, DeviceResult>,
): NextStep {
  for (const { level, devices } of levels.toSorted((a, b) => a.level - b.level)) {
    if (devices.some((device) => results.get(device) === "failed")) continue;
    const open = devices.filter((device) => !results.has(device));
    if (open.length > 0) return { type: "run", level, devices: open };
    if (devices.length > 0) return { type: "done", level };
  }
  return {
    type: "failed",
    reason: `no level of devices has shown ${target} to be off: nothing is taken over until one does, or a person confirms it`,
  };
}

// ---------------------------------------------------------------- start-up

/** Wait for all: whether a node that has just started may conclude anything from the silence of its peer. */
export function judgeStart(
  peer: NodeId,
  peerHeardInThisBoot: boolean,
  shootUnseen: boolean,
  gate: Verdict,
): Verdict {
  if (peerHeardInThisBoot) return allow(`${peer} has been in contact`);
  if (!shootUnseen)
    return refuse(
      `waiting for ${peer}: it has not been in contact since this node started, and may be serving`,
    );
  return gate;
}
