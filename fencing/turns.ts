/**
 * R11 for as long as a split lasts: the two take turns. A shot may begin in a short window at the beginning of one's own turn,
 * and a turn is longer than any shot, its window, and all by which the two may differ in when they noticed the split; so
 * at no moment do both have a shot under way.
 *
 * Who is first is said by the ledger, and one of the two may be an entry behind. So the first two turns of four are only for a node
 * that has heard the other say that its ledger shows the same (`agreed`); the last two are in the order of names, which nobody can see
 * otherwise, and so for both, whether they agree or not: who misses its window in the first half waits for no whole round.
 */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { FenceDeviceSpec, Ledger, Outlet, StopRecord, Timing } from "../consensus/ledger/types.ts";
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
  /** The other has said, in its newest heartbeat, that its ledger shows the same state of this race (`raceState`). */
  readonly agreed: boolean;
  /** How late the first side's ping gate may be, and so its shot. */
  readonly window: Millis;
}

/** Two for nodes that agree, two for everybody. */
const TURNS = 4;
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
  const { self, peer, holds, window, agreed } = facts;
  const first = firstToShoot(self, peer, holds);
  const second = first === self ? peer : self;
  const length = shotDelay(second, first, raceOf(facts)) + window;
  const byName = self < peer ? 2 : 3;
  const slots = agreed ? [first === self ? 0 : 1, byName] : [byName];
  const cycle = TURNS * length;
  const began = apartSince + Math.floor((now - apartSince) / cycle) * cycle;
  const own = [...slots, slots[0]! + TURNS].map((slot) => began + slot * length);
  const next = own.find((at) => now <= at + window)!;
  return now >= next ? { mine: true, at: next + window } : { mine: false, at: next };
}

/**
 * What of the ledger decides the race, as one number: it never comes back to an earlier state, since each grant has a token
 * of its own and the document and the measured shots only grow. Equal numbers: equal states, as good as surely.
 */
export function raceState(ledger: Pick<Ledger, "leases" | "revision" | "stops">): number {
  let hash = 0x811c9dc5;
  const mix = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  mix(`${ledger.revision} ${ledger.stops.at(-1)?.index ?? 0}`);
  for (const group of [...ledger.leases.keys()].sort()) {
    const { token, state } = ledger.leases.get(group)!;
    mix(`/${group} ${token} ${state === "held"}`);
  }
  return hash >>> 0;
}
