/** What a run has seen. A run over many seeds that has not seen each of these has not tested what it claims to. */

const NAMES = [
  // The events: messages that a daemon took in, timers that did something, completions of the disk, faults.
  "messages",
  "timers",
  "completions",
  "faults",
  // Beside the events: heartbeats that were delivered although they, or later ones, had come by another path before; they are dropped.
  "copies",
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
  // Clusters that begin with one, five and seven nodes.
  "ofOne",
  "ofFive",
  "ofSeven",
  // Power cuts of all nodes at once, after which they came back in some order; clusters that served while one of them never did.
  "coldStarts",
  "neverReturned",
  // Disks that came to count; old copies put back; empty ones under a name that had another (R13).
  "certified",
  "oldImages",
  // Refused although its own count of starts is greater than what anybody remembers.
  "outgrown",
  "readmissions",
  // Members that a node listened to which its file and its log do not know, since it knew no leader.
  "callers",
  // Machines that slept, their kernel's timers with them.
  "suspends",
  // Words of holders to heirs, groups served by one before the ledger showed it, promises that ended with their heir.
  "words",
  "servedByWord",
  "promisesEnded",
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

/** What only two nodes see. */
const PAIR_NAMES = [
  // Offs that reached a device, machines that one switched off, stops that were proven.
  "shots",
  "shotOff",
  "stopsProven",
  // Shots while the other side could have shot as well; machines that were given their power back.
  "races",
  "switchedOn",
  // Machines that were reset by their watchdog, since their daemon stood still.
  "watchdogResets",
  // Commands given to devices that were slow, dead, said yes and did nothing, did it and said no, acted when nobody waited any
  // more, had the wrong cable; queries that read off what was on.
  "slowDevices",
  "deadDevices",
  "idleDevices",
  "falseFailures",
  "lateExecutions",
  "wrongOutlets",
  "lies",
  // Steps alone; those on a farewell; farewells heard; holders that served on; nodes that gave up, and came back.
  "solos",
  "soloFarewells",
  "farewells",
  "jeopardies",
  "surrenders",
  "comebacks",
  // Holders that let go since their own IP stack was dead; groups that the other was given while they stood by for it (R10a).
  "ownStacks",
  "ownStacksReplaced",
  // Power lost by both; the serial line alone; messages that it carried; a blank disk while the other was alone.
  "totalPowerLosses",
  "serialOnly",
  "serialMessages",
  "diskLosses",
  // By the accepted risk: both went on alone, and one gave up.
  "doubleSurvivals",
  "concessions",
] as const;
/** Counted, and not asked for: both off by a device that acts when nobody counts on it any more; stops proven by a person's word. */
const RARE = ["bothOffLate", "personsWords"] as const;
/** What two nodes must see of what any cluster sees. */
const PAIR_SHARED = [
  "messages",
  "timers",
  "completions",
  "faults",
  "copies",
  "takeovers",
  "elections",
  "suspects",
  "clears",
  "adopts",
  "claims",
  "grants",
  "releases",
  "moves",
  "refusals",
  "crashes",
  "powerCuts",
  "shutdowns",
  "freezes",
  "partitions",
  "oneWay",
  "gateLapses",
  "acknowledged",
  "standbys",
  "maintenances",
  "handovers",
  "suspends",
  "readmissions",
  "promotions",
  "demotions",
] as const;

export type SeenName = (typeof NAMES)[number] | (typeof PAIR_NAMES)[number] | (typeof RARE)[number];
export type Seen = Record<SeenName, number>;
const ALL: readonly SeenName[] = [...NAMES, ...PAIR_NAMES, ...RARE];

export const nothingSeen = (): Seen => Object.fromEntries(ALL.map((name) => [name, 0])) as Seen;

/** A tick that finds nothing to do is no event, nor is a copy of a heartbeat that came before by another path. */
export const eventsIn = ({ messages, timers, completions, faults }: Seen): number =>
  messages + timers + completions + faults;

/** Whether this counts in a run of that profile. */
export const inProfile = (name: SeenName, two: boolean): boolean =>
  ((two ? [...PAIR_SHARED, ...PAIR_NAMES, ...RARE] : NAMES) as readonly string[]).includes(name);

/** The counters that stayed zero and should not. */
export const blank = (seen: Seen, two = false): SeenName[] =>
  (two ? [...PAIR_SHARED, ...PAIR_NAMES] : NAMES).filter((name) => seen[name] === 0);

export function addSeen(into: Seen, from: Seen): void {
  for (const name of ALL) into[name] += from[name];
}
