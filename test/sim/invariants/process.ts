/** One process as the rules see it. They use nothing of the code under test but its types: whoever breaks a majority there must not break this one. */
import type { Configuration, Entry, Message, NodeId } from "../../../consensus/core/types.ts";
import type { Heartbeat, IdleAnswer, IdleRound } from "../../../consensus/sessions/types.ts";
import type { ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import type { Disk } from "../disk.ts";
import type { Machine } from "../machine.ts";
import type { SimulatedReplica } from "../system.ts";
import type { Timeline } from "../timeline.ts";
import type { Journal } from "./journal.ts";

/** One process of a daemon, as long as it lives. */
export interface Process {
  /** Counts the processes of all nodes. */
  readonly id: number;
  readonly name: NodeId;
  readonly replica: SimulatedReplica;
  readonly disk: Disk;
  readonly machine: Machine;
  readonly boot: number;
  /** By its machine's clock, milliseconds. */
  readonly now: () => number;
  readonly journal: Journal;
  /** Of the turn at hand, or of the newest. */
  event: ReplicaEvent;
  /** As of the turn before. */
  role: string;
  term: number;
  commit: number;
  configurations: readonly Configuration[];
  alive: boolean;
}
/** By kind: what is looked at of that kind. */
export type ByType<What extends { readonly type: string }> = {
  readonly [Type in What["type"]]?: (process: Process, what: Extract<What, { type: Type }>) => void;
};
/** What one kind of rules looks at. */
export interface Rules {
  readonly starts?: (process: Process) => void;
  readonly takes?: ByType<ReplicaEvent>;
  /** Something is decided in this turn, and none of it has been looked at. */
  readonly resolved?: (process: Process) => void;
  readonly decides?: ByType<ReplicaEffect>;
  /** The journal has followed it. */
  readonly followed?: ByType<ReplicaEffect>;
  /** All that the event led to is decided. */
  readonly turned?: (process: Process, event: ReplicaEvent) => void;
  readonly leaves?: ByType<ReplicaEffect>;
}
/** What one kind of rules remembers of each process. */
export class Notes<Note> {
  readonly #notes: (Note | undefined)[] = [];
  get(process: Process): Note | undefined {
    return this.#notes[process.id];
  }
  set(process: Process, note: Note): void {
    this.#notes[process.id] = note;
  }
}
export interface Known {
  readonly timeline: Timeline;
  /** The newest process of each node. */
  readonly processes: ReadonlyMap<string, Process>;
  /** The highest term that anybody was elected in. */
  readonly highestTerm: () => number;
  readonly broken: (invariant: string, detail: string) => void;
  /** The node led that term by a step alone, of which nothing ever came to its disk (R5). */
  readonly forgotten: (node: string, term: number) => boolean;
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
export const byMajority = ({ voters, outgoing }: Configuration, has: (voter: NodeId) => boolean): boolean =>
  most(voters, has) && (outgoing === null || most(outgoing, has));
function most(of: readonly NodeId[], has: (voter: NodeId) => boolean): boolean {
  let count = 0;
  for (const voter of of) if (has(voter) && 2 * ++count > of.length) return true;
  return false;
}

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
): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const { voters, outgoing } of configurations) {
    least = Math.min(least, median(voters, value));
    if (outgoing !== null) least = Math.min(least, median(outgoing, value));
  }
  return least;
};
/** As many are greater as are less, or one fewer; of two the lesser. */
function median(voters: readonly NodeId[], value: (voter: NodeId) => number): number {
  const { length } = voters;
  for (let count = 0; count < length; count++) {
    const own = value(voters[count]!);
    let at = count;
    for (; at > 0 && ranked[at - 1]! < own; at--) ranked[at] = ranked[at - 1]!;
    ranked[at] = own;
  }
  return length === 0 ? Number.NEGATIVE_INFINITY : ranked[Math.floor(length / 2)]!;
}
/** Of the voters of one half, while they are counted. */
const ranked: number[] = [];

/** Whoever sent this heartbeat hears this very process. */
export const isHeardBy = ({ name, replica }: Process, { reports }: Heartbeat): boolean => {
  const { incarnation } = replica.session;
  for (const report of reports) if (report.node === name && report.incarnation === incarnation) return true;
  return false;
};
/** What rides in a heartbeat, as the message that it stands for; its fields in the order of a message. */
export const asRequest = ({
  term,
  prevIndex,
  prevTerm,
  commit,
  round,
}: IdleRound): Extract<Message, { type: "append-request" }> => ({
  type: "append-request",
  term,
  prevIndex,
  prevTerm,
  entries: [],
  commit,
  round,
});
export const asResponse = ({ term, round, match }: IdleAnswer): Message => ({
  type: "append-response",
  term,
  round,
  result: { ok: true, match },
});
