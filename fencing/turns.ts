/**
 * R11 for as long as a split lasts: the two take turns. A shot may begin in a short window at the beginning of one's own turn,
 * and a turn is longer than any shot, its window, and all by which the two may differ in when they noticed the split; so
 * at no moment do both have a shot under way.
 */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { FenceDeviceSpec, Outlet, StopRecord, Timing } from "../consensus/ledger/types.ts";
import { firstToShoot, type RaceFacts, shotDelay } from "./arbitration.ts";

/** What both sides know alike, by document and ledger. */
export interface TurnFacts {
  readonly self: NodeId;
  readonly peer: NodeId;
  readonly holds: ReadonlyMap<NodeId, number>;
  readonly stops: readonly StopRecord[];
  readonly devices: readonly FenceDeviceSpec[];
  /** Of both nodes, whichever is shot first. */
  readonly outlets: readonly Outlet[];
  readonly timing: Pick<Timing, "suspectAfter" | "heartbeat">;
  /** How late the first side's ping gate may be, and so its shot. */
  readonly window: Millis;
}

/** From so many on, what was measured counts instead of what is configured. */
const ENOUGH = 10;

/** Milliseconds that each proven shot took: off, then status, of its slowest outlet; newest last. */
export function measuredShots(stops: readonly StopRecord[]): readonly Millis[] {
  return stops.flatMap(({ kind, attempts }) => {
    if (kind !== "fenced") return [];
    const sums = new Map<string, Millis>();
    for (const { device, outlet, action, duration } of attempts) {
      if (action === "on") continue;
      const key = `${device}/${outlet}`;
      sums.set(key, (sums.get(key) ?? 0) + duration);
    }
    return sums.size === 0 ? [] : [Math.max(...sums.values())];
  });
}

/**
 * By how much the two may differ in when they notice. One hears the last heartbeat; just before its own wait is over the other's
 * word that it is not heard arrives, or is lost, and then it waits once more; each looks a heartbeat later at most.
 */
export const detectionSkew = ({ suspectAfter, heartbeat }: TurnFacts["timing"]): Millis =>
  suspectAfter + 2 * heartbeat;

function raceOf({ holds, stops, devices, outlets, timing }: TurnFacts): RaceFacts {
  const measured = measuredShots(stops);
  const used = devices.filter(({ name }) => outlets.some(({ device }) => device === name));
  return {
    holds,
    measured: measured.length >= ENOUGH ? measured : [],
    bound: Math.max(0, ...used.map(({ bound }) => bound)),
    detectionSkew: detectionSkew(timing),
  };
}

export interface Turn {
  readonly mine: boolean;
  /** A shot may begin until then; of a turn of the other's: when ours begins. */
  readonly at: Millis;
}

/** Whose turn it is. `apartSince`: when this node noticed the split. */
export function turnAt(facts: TurnFacts, apartSince: Millis, now: Millis): Turn {
  const { self, peer, holds, window } = facts;
  const first = firstToShoot(self, peer, holds);
  const second = first === self ? peer : self;
  const length = shotDelay(second, first, raceOf(facts)) + window;
  const turn = Math.floor((now - apartSince) / length);
  const begins = apartSince + turn * length;
  const ours = (turn % 2 === 0) === (first === self);
  if (ours && now <= begins + window) return { mine: true, at: begins + window };
  return { mine: false, at: begins + (ours ? 2 : 1) * length };
}
