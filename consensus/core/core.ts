/** The state of one Raft node. Only `step` (and the files it calls) changes it; everybody else reads. */
import { assert } from "../../errors.ts";
import { configurationInForce } from "./config.ts";
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
  Role,
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

  readonly log = new Log();
  readonly disk: Disk;
  /** Before the first configuration entry of the log. */
  readonly initialConfiguration: Configuration;
  /** In force: the newest in the log, else the initial one. */
  configuration: Configuration;
  /** Invariant: never falls. May run ahead of `durableIndex` on a follower: a majority without it has the entries. */
  commit: LogIndex;
  /** The last entry handed out by a `commit` effect. */
  handedOut = 0 as LogIndex;
  applied = 0 as LogIndex;

  /** The election timer: fires when `timerTimeout` has passed since `timerFrom`. */
  timerFrom: Millis;
  timerTimeout: Millis;
  lastTickAt: Millis;
  heardLeaderAt: Millis = Number.NEGATIVE_INFINITY;

  /** What the current step has decided so far; empty between steps. */
  readonly outbox = new Outbox();

  constructor(options: CoreOptions, start: CoreStart, seed: number, now: Millis) {
    const { hardState, entries } = start;
    this.options = options;
    this.random = createRandom(seed);
    this.now = now;
    this.term = hardState.term;
    this.vote = hardState.vote;
    this.log.append(entries);
    assert(this.log.lastTerm <= this.term, "the log has no entry above the stored term");
    assert(hardState.commit <= this.log.lastIndex, "the stored commit index is within the log");
    this.commit = hardState.commit;
    this.disk = new Disk(this.log.lastIndex);
    this.initialConfiguration = start.configuration;
    this.configuration = configurationInForce(this.log, start.configuration);
    this.lastTickAt = now;
    this.timerFrom = now;
    this.timerTimeout = electionTimeout(options, this.configuration, this.leader, this.random);
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

/**
 * A node as it starts, from what its disk held. What the stored commit index says is committed comes out of the
 * first step. `seed`: of the election timeouts. `now`: monotonic, milliseconds. Throws when `start` contradicts itself.
 */
export function createCore(options: CoreOptions, start: CoreStart, seed: number, now: Millis): Core {
  return new Core(options, start, seed, now);
}
