/** One process as the rules see it. They use nothing of the code under test but its types: whoever breaks a majority there must not break this one. */
import type { Configuration, Entry, Message, NodeId } from "../../../consensus/core/types.ts";
import type { IdleAnswer, IdleRound } from "../../../consensus/sessions/types.ts";
import type { ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import type { Disk } from "../disk.ts";
import type { Machine } from "../machine.ts";
import type { SimulatedReplica } from "../system.ts";
import type { Timeline } from "../timeline.ts";
import type { Journal } from "./journal.ts";

/** One process of a daemon, as long as it lives. */
export interface Process {
  readonly name: NodeId;
  readonly replica: SimulatedReplica;
  readonly disk: Disk;
  readonly machine: Machine;
  readonly boot: number;
  /** By its machine's clock, milliseconds. */
  readonly now: () => number;
  readonly journal: Journal;
  /** As of the turn before. */
  role: string;
  term: number;
  commit: number;
  configurations: readonly Configuration[];
  alive: boolean;
}
/** What one kind of rules looks at. */
export interface Rules {
  starts?(process: Process): void;
  takes?(process: Process, event: ReplicaEvent): void;
  decides?(process: Process, effect: ReplicaEffect): void;
  /** The journal has followed it. */
  followed?(process: Process, effect: ReplicaEffect): void;
  /** All that the event led to is decided. */
  turned?(process: Process, event: ReplicaEvent): void;
  leaves?(process: Process, effect: ReplicaEffect): void;
}
export interface Known {
  readonly timeline: Timeline;
  /** The newest process of each node. */
  readonly processes: ReadonlyMap<string, Process>;
  /** The highest term that anybody was elected in. */
  readonly highestTerm: () => number;
  readonly broken: (invariant: string, detail: string) => void;
}
type Contents = { readonly base: Disk["base"]; readonly entries: readonly Entry[] };
/**
 * Whether this node has had that entry on its disk: on this one, or on the one whose place it has taken. What was confirmed on a disk that is
 * gone since was confirmed all the same; that its successor does not count is another rule (R13.1).
 */
export function hadOnDisk(disk: Disk, index: number, term: number): boolean {
  const { before } = disk;
  const had = (of: Contents) => index <= of.base.index || termOnDisk(of, index) === term;
  return had(disk) || (before !== null && had(before));
}
/** The term of the entry at `index` on this disk; undefined: it is not there. */
export function termOnDisk(disk: Contents, index: number): number | undefined {
  const { base, entries } = disk;
  return index === base.index ? base.term : entries[index - base.index - 1]?.term;
}

/** Whether `has` holds for a majority in each half. */
export const byMajority = ({ voters, outgoing }: Configuration, has: (voter: NodeId) => boolean): boolean => {
  const most = (of: readonly NodeId[]) => 2 * of.filter(has).length > of.length;
  return most(voters) && (outgoing === null || most(outgoing));
};

/** Of two, in the turn at hand: its log has a configuration in which it alone votes, and had the two of them before. */
export const goesAlone = ({ name, configurations, replica }: Process): boolean =>
  replica.role === "leader" &&
  isOnly(replica.configurations.at(-1), name) &&
  configurations.at(-1)?.voters.length === 2;
/** It knows it committed that it alone votes, and its disk counts: a blank one reads of what was (R13). */
export const votesAlone = ({ name, replica }: Process): boolean =>
  replica.vouched.type === "certified" &&
  replica.configurations.length === 1 &&
  isOnly(replica.configurations[0], name);
const isOnly = (configuration: Configuration | undefined, name: NodeId): boolean =>
  configuration?.outgoing === null && configuration.voters.length === 1 && configuration.voters[0] === name;

/** The greatest value that a majority has reached, the least of that over all halves. */
export const reachedByMajority = (
  configurations: readonly Configuration[],
  value: (voter: NodeId) => number,
): number =>
  configurations.reduce((least, { voters, outgoing }) => {
    const reached = Math.min(least, median(voters, value));
    return outgoing === null ? reached : Math.min(reached, median(outgoing, value));
  }, Number.POSITIVE_INFINITY);
/** As many are greater as are less, or one fewer; of two the lesser. */
function median(voters: readonly NodeId[], value: (voter: NodeId) => number): number {
  const values: number[] = [];
  for (const voter of voters) {
    const own = value(voter);
    let at = values.length;
    for (; at > 0 && values[at - 1]! < own; at--) values[at] = values[at - 1]!;
    values[at] = own;
  }
  return values[Math.floor(voters.length / 2)] ?? Number.NEGATIVE_INFINITY;
}

/** What rides in a heartbeat, as the message that it stands for. */
export const asRequest = (round: IdleRound): Extract<Message, { type: "append-request" }> => ({
  type: "append-request",
  ...round,
  entries: [],
});
export const asResponse = ({ term, round, match }: IdleAnswer): Message => ({
  type: "append-response",
  term,
  round,
  result: { ok: true, match },
});
