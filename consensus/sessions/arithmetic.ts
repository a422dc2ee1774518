/** The sums of majority leases (safety.md, "Leases of a majority"). Nothing else multiplies by (1 + rho). */
import { ascending } from "../core/quorum.ts";
import type { Configuration, Millis, NodeId } from "../core/types.ts";
import type { Timing } from "../ledger/types.ts";

/**
 * N1: how long whoever waits for a session to end waits, on its own clock, from the moment of receipt:
 * W = TTL (1 + rho) / (1 - rho), rounded up to whole milliseconds.
 */
export function waitFor(timing: Pick<Timing, "ttl" | "rho">): Millis {
  return Math.ceil((timing.ttl * (1 + timing.rho)) / (1 - timing.rho));
}

/** N1: the wait that is long enough whichever of these is in use. Throws nothing; no timing at all is no wait. */
export function longestWait(timings: readonly Pick<Timing, "ttl" | "rho">[]): Millis {
  let [ttl, rho] = [0, 0];
  for (const timing of timings) {
    ttl = Math.max(ttl, timing.ttl);
    rho = Math.max(rho, timing.rho);
  }
  return waitFor({ ttl, rho });
}

export const majority = (voters: number): number => Math.floor(voters / 2) + 1;

/** Whether `has` holds for a majority in each half. An empty half is never satisfied. */
export function byMajority(configuration: Configuration, has: (voter: NodeId) => boolean): boolean {
  const { voters, outgoing } = configuration;
  return halfHas(voters, has) && (outgoing === null || halfHas(outgoing, has));
}

/** Asks no more voters than it takes. */
function halfHas(voters: readonly NodeId[], has: (voter: NodeId) => boolean): boolean {
  let missing = majority(voters.length);
  for (const voter of voters) if (has(voter) && --missing === 0) return true;
  return false;
}

/** The k-th best (latest) of the voters' values, k = majority; -Infinity where fewer have one. */
function kthBest(voters: readonly NodeId[], value: (voter: NodeId) => Millis): Millis {
  return ascending(voters, value)[voters.length - majority(voters.length)] ?? Number.NEGATIVE_INFINITY;
}

/**
 * Until when a session is valid (T3): the send time echoed by the k-th best voter, plus the TTL, under every one of
 * `configurations` (N9) and in each of their halves. `echoed` gives, per voter, the latest own send time that it
 * echoed; for this node itself, where it is a voter, now, or the moment it appended a Suspect of itself (N4).
 */
export function validUntil(
  configurations: readonly Configuration[],
  ttl: Millis,
  echoed: (voter: NodeId) => Millis,
): Millis {
  let until = Number.POSITIVE_INFINITY;
  for (const { voters, outgoing } of configurations) {
    until = Math.min(until, kthBest(voters, echoed) + ttl);
    if (outgoing !== null) until = Math.min(until, kthBest(outgoing, echoed) + ttl);
  }
  return configurations.length === 0 ? Number.NEGATIVE_INFINITY : until;
}
