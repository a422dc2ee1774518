/** The state of one Raft node. Only `step` (and the files it calls) changes it; everybody else reads. */
import { assert } from "../../errors.ts";
import { votersOf } from "./config.ts";
import { Disk } from "./disk.ts";
import { Log } from "./log.ts";
import { Outbox } from "./outbox.ts";
import type { Progress } from "./progress.ts";
import { createRandom, type Random } from "./random.ts";
import type { Reads } from "./read.ts";
import { electionTimeout } from "./timeout.ts";
import type {
  Configuration,
  CoreOptions,
  CoreStart,
  Entry,
  LogIndex,
  Millis,
  NodeId,
  PlacedConfiguration,
  Role,
  SnapshotMark,
  Term,
} from "./types.ts";

/** What a node is at this moment, with what only that role needs. */
export type Standing = { readonly role: "follower" } | Campaigning | Leading;

export interface Campaigning {
  readonly role: "pre-candidate" | "candidate";
  /** Answers to *this* candidacy (checklist 5). The own vote of a candidate enters when it is durable (checklist 2). */
  readonly votes: Map<NodeId, boolean>;
  /** The leader asked for this candidacy (checklist 7). */
  readonly transfer: boolean;
  /** When the voters were last asked; those that did not answer are asked again. */
  askedAt: Millis;
}

export interface Leading {
  readonly role: "leader";
  /** The no-op that began this term; once it is committed, the commit index is up to date (checklist 23). */
  readonly firstIndex: LogIndex;
  /** Every member of the configuration but this node; one that was voted out stays until it has heard of it. */
  readonly peers: Map<NodeId, Progress>;
  /** Numbers the rounds; a message carries the round that was the newest when it was sent. */
  round: number;
  /** When each of the last rounds began, at `round % length`. */
  readonly roundBeganAt: Float64Array;
  nextHeartbeatAt: Millis;
  /** No stepping down for want of a majority before an election timeout from here (checklist 48). */
  patientFrom: Millis;
  /** Payload bytes appended and not committed (checklist 28). */
  uncommittedBytes: number;
  /** A transfer under way: no proposals, until it succeeds or `deadline` is over. */
  transfer: { readonly to: NodeId; readonly deadline: Millis } | null;
  readonly reads: Reads;
  /** Whoever must know it knows the configuration of this index (N9); the initial one everybody knows. */
  settledIndex: LogIndex;
}

export class Core {
  readonly options: CoreOptions;
  readonly random: Random;
  /** Of the event being stepped. */
  now: Millis;

  term: Term;
  vote: NodeId | null;
  /** The leader of `term`, as far as known. */
  leader: NodeId | null = null;
  standing: Standing = { role: "follower" };

  readonly log: Log;
  readonly disk: Disk;
  /** The newest snapshot: of this state machine, or received. Invariant: `log.base` is not after it. */
  snapshot: SnapshotMark | null;
  /** Invariant: never falls. May run ahead of `durableIndex` on a follower: a majority without it has the entries. */
  commit: LogIndex;
  /** The last entry handed out by a `commit` effect. */
  handedOut: LogIndex;
  /** The disk remembers all that this node ever promised; else it neither votes nor campaigns (R13). */
  certified: boolean;
  applied: LogIndex;

  /** The election timer: fires when `timerTimeout` has passed since `timerFrom`. */
  timerFrom: Millis;
  timerTimeout: Millis;
  lastTickAt: Millis;
  heardLeaderAt: Millis = Number.NEGATIVE_INFINITY;

  /** What the current step has decided so far; empty between steps. */
  readonly outbox = new Outbox();

  constructor(options: CoreOptions, start: CoreStart, seed: number, now: Millis) {
    const { hardState, entries, snapshot = null } = start;
    const base = start.base ?? snapshot ?? { index: 0 as LogIndex, term: 0 as Term };
    this.options = options;
    this.random = createRandom(seed);
    this.now = now;
    this.term = hardState.term;
    this.vote = hardState.vote;
    this.snapshot = snapshot;
    this.certified = start.certified ?? true;
    this.log = new Log({ index: base.index, term: base.term }, oldestConfiguration(start));
    this.log.append(entries);
    const from = snapshot?.index ?? (0 as LogIndex);
    assert(base.index <= from, "a log without its first entries has a snapshot in their place");
    assert(snapshot === null || this.log.termAt(from) === snapshot.term, "the log fits its snapshot");
    assert(this.log.lastTerm <= this.term, "the log has no entry above the stored term");
    assert(hardState.commit <= this.log.lastIndex, "the stored commit index is within the log");
    this.commit = Math.max(hardState.commit, from) as LogIndex;
    this.handedOut = from;
    this.applied = from;
    this.disk = new Disk(this.log.lastIndex);
    this.lastTickAt = now;
    this.timerFrom = now;
    const timeout = electionTimeout(options, this.configuration, this.leader, this.random);
    this.timerTimeout = this.certified && this.votesAlone ? 0 : timeout;
  }

  /** Nobody else could be leading: there is nobody to wait for. */
  get votesAlone(): boolean {
    const voters = votersOf(this.configuration);
    return voters.length === 1 && voters[0] === this.options.self;
  }

  get role(): Role {
    return this.standing.role;
  }
  get lastIndex(): LogIndex {
    return this.log.lastIndex;
  }
  /** The highest index up to which the *current* log is known durable here. */
  get durableIndex(): LogIndex {
    return this.disk.durableIndex;
  }
  /** In force: the newest in the log, committed or not (checklist 30). */
  get configuration(): Configuration {
    return this.log.configurations.latest.configuration;
  }
  /** Of the entry that brought it in; 0: none did. */
  get configurationIndex(): LogIndex {
    return this.log.configurations.latest.index;
  }
  /** Oldest first: the last one known committed, and every one that follows it in the log (N9). Never empty. */
  get configurations(): readonly PlacedConfiguration[] {
    return this.log.configurations.from(this.commit);
  }
  /** The same without their places. Asked for at each event: another list only where it holds something else. */
  get unplacedConfigurations(): readonly Configuration[] {
    return this.log.configurations.unplacedFrom(this.commit);
  }
  /** The first entry that is still here. */
  get firstIndex(): LogIndex {
    return this.log.firstIndex;
  }
  /** A snapshot may stand for the log up to here: applied, and not only on other disks. */
  get compactable(): LogIndex {
    return Math.min(this.applied, this.disk.durableIndex) as LogIndex;
  }
  /** What to keep beside a snapshot of the state at `index`: at most `compactable`, not before `firstIndex` - 1. */
  markAt(index: LogIndex): SnapshotMark {
    const term = this.log.termAt(index);
    assert(index <= this.compactable && term !== undefined, `entry ${index} can be the last of a snapshot`);
    const placed = this.log.configurations.at(index);
    return { index, term, configuration: placed.configuration, configurationIndex: placed.index };
  }
  entryAt(index: LogIndex): Entry | undefined {
    return this.log.entryAt(index);
  }
  /** The entries from `from` to `to`, both included; fewer when the log ends before. */
  entriesFrom(from: LogIndex, to: LogIndex): readonly Entry[] {
    return this.log.slice(from, to);
  }
  /** A leader's view of each peer; undefined unless leader, or when it is no member. */
  progressOf(peer: NodeId): Readonly<Progress> | undefined {
    return this.standing.role === "leader" ? this.standing.peers.get(peer) : undefined;
  }
  /** When the next `tick` has something to do: ticking exactly then makes elections and heartbeats punctual. */
  get nextDeadline(): Millis {
    const { standing } = this;
    if (standing.role === "leader") return standing.nextHeartbeatAt;
    const timer = this.timerFrom + this.timerTimeout;
    if (standing.role === "follower") return timer;
    return Math.min(timer, standing.askedAt + this.options.heartbeatInterval / 2);
  }
}

const oldestConfiguration = ({ snapshot, configuration }: CoreStart): PlacedConfiguration =>
  snapshot
    ? { index: snapshot.configurationIndex, configuration: snapshot.configuration }
    : { index: 0 as LogIndex, configuration };

/**
 * A node as it starts, from what its disk held. What the stored commit index says is committed comes out of the
 * first step. `seed`: of the election timeouts. `now`: monotonic, milliseconds. Throws when `start` contradicts itself.
 */
export function createCore(options: CoreOptions, start: CoreStart, seed: number, now: Millis): Core {
  return new Core(options, start, seed, now);
}
