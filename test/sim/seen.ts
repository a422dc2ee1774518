/** What a run has seen. A run over many seeds that has not seen each of these has not tested what it claims to. */

const NAMES = [
  // The events: messages that a daemon took in, timers that did something, completions of the disk, faults.
  "messages",
  "timers",
  "completions",
  "faults",
  "takeovers",
  "elections",
  "suspects",
  "clears",
  "expires",
  "adopts",
  "claims",
  "grants",
  "releases",
  "moves",
  "refusals",
  "crashes",
  "powerCuts",
  "shutdowns",
  "configurations",
  "freezes",
  "partitions",
  "oneWay",
  "gateLapses",
  "restartsInPlace",
  "probeConflicts",
  "serviceGuardKills",
  "acknowledged",
  "reads",
  // Cables pulled, releases that a lost carrier was the reason of.
  "cables",
  "carrierReleases",
  // Groups stopped and started, nodes put on standby, groups put under maintenance, as the ledger took it.
  "stops",
  "starts",
  "standbys",
  "maintenances",
  // Somebody else's hands: addresses taken away and set, tables flushed; the kernel's words lost.
  "taken",
  "set",
  "flushed",
  "overruns",
  // Restarts in place; adopted while the gate had stayed open all along.
  "handovers",
  "handoversKept",
  // Live changes of the TTL; disks that failed a sync or were full; leases that clients got, kept and lost.
  "retimings",
  "poisoned",
  "failedSyncs",
  "fullDisks",
  // Starts on a damaged disk, refused.
  "refusedStarts",
  // Disks that came to count; old copies put back; empty ones under a name that had another (R13).
  "certified",
  "oldImages",
  "readmissions",
  // Members that a node listened to which its file and its log do not know, since it knew no leader.
  "callers",
  // Machines that slept, their kernel's timers with them.
  "suspends",
  "locks",
  "locksKept",
  "lapses",
  // Snapshots made, the log given up for one, one that took the place of ledger and log.
  "snapshots",
  "compactions",
  "installs",
  // Members by committed configurations, joint ones among them; nodes replaced by others; what operators asked for is done.
  "joins",
  "promotions",
  "demotions",
  "removals",
  "joints",
  "replacements",
  // Crashes that lost what was not acknowledged; that kept a part of it.
  "lostWrites",
  "tornTails",
] as const;

export type SeenName = (typeof NAMES)[number];
export type Seen = Record<SeenName, number>;

export const nothingSeen = (): Seen => Object.fromEntries(NAMES.map((name) => [name, 0])) as Seen;

/** A tick that finds nothing to do is no event, nor is a copy of a heartbeat that came before by another path. */
export const eventsIn = ({ messages, timers, completions, faults }: Seen): number =>
  messages + timers + completions + faults;

/** The counters that stayed zero. */
export const blank = (seen: Seen): SeenName[] => NAMES.filter((name) => seen[name] === 0);

export function addSeen(into: Seen, from: Seen): void {
  for (const name of NAMES) into[name] += from[name];
}
