/**
 * The vocabulary of the Raft core. Everything here is a plain value: the core reads no clock, holds no socket
 * and knows nothing of leases. `now` comes in as milliseconds of a monotonic clock (fractions allowed).
 */

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A node's name, unique for the cluster's life and never reused. */
export type NodeId = Branded<string, "NodeId">;
/** A Raft term: a checked safe integer, 0 before the first election. */
export type Term = Branded<number, "Term">;
/** A position in the log: a checked safe integer; the first entry is 1, 0 means "before the log". */
export type LogIndex = Branded<number, "LogIndex">;
/** Numbers the writes handed to the disk, 1, 2, 3 …; a completed write completes all before it. 0 = none. */
export type WriteSeq = Branded<number, "WriteSeq">;
/** Milliseconds of a monotonic clock. Only differences mean anything. */
export type Millis = number;

export const nodeId = (name: string): NodeId => name as NodeId;

function checked(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${what} must be an integer from 0 to 2^53-1, not ${value}`);
  }
  return value;
}
export const term = (value: number): Term => checked(value, "a term") as Term;
export const logIndex = (value: number): LogIndex => checked(value, "a log index") as LogIndex;
export const writeSeq = (value: number): WriteSeq => checked(value, "a write number") as WriteSeq;

/**
 * Who votes. `outgoing` is non-null only while a joint change is under way: then a majority of `voters` *and* one of
 * `outgoing` are needed. `learners` receive the log and do not vote. An absent list is empty; empty ones are left out.
 */
export interface Configuration {
  readonly voters: readonly NodeId[];
  readonly outgoing: readonly NodeId[] | null;
  readonly learners: readonly NodeId[];
  /** Voters of `outgoing` that become learners when the joint configuration is left. */
  readonly learnersNext?: readonly NodeId[];
  /** The leader leaves this joint configuration by itself, as soon as it may. */
  readonly autoLeave?: boolean;
  /** Names of former members. None comes back with another store without an operator's word (checklist 35, R13). */
  readonly retired?: readonly NodeId[];
}

/** A configuration and the log entry that brought it in; index 0: it was there before the log. */
export interface PlacedConfiguration {
  readonly index: LogIndex;
  readonly configuration: Configuration;
}

/** One wish about one node. Wishes that are fulfilled already change nothing. */
export interface Change {
  /**
   * add-voter, add-learner: whatever the node is now. promote: a learner becomes a voter; demote: a voter becomes a
   * learner; both are refused for a node that is no member.
   */
  readonly type: "add-voter" | "add-learner" | "promote" | "demote" | "remove";
  readonly node: NodeId;
  /** An operator's word that a retired name may come back (R13). */
  readonly again?: boolean;
}

/**
 * How to get to the next configuration. simple: in one step, at most one voter differs. joint: through one that needs
 * a majority of both. auto: simple where no voter loses its vote and one suffices, else joint, so that nobody is voted
 * out without a majority that it belongs to (R6). leave: from joint to its incoming half. back: from joint to its
 * outgoing half; who voted in the incoming one only stays as a learner.
 */
export type ChangeKind = "auto" | "simple" | "joint" | "leave" | "back";

/** An entry's place: the log matches another wherever it has the same term at the same index. */
export interface Position {
  readonly index: LogIndex;
  readonly term: Term;
}

/** What a snapshot stands for: the log up to `index`, its last entry being of `term`, and who votes there. */
export interface SnapshotMark extends Position {
  readonly configuration: Configuration;
  /** Of the entry that brought `configuration` in; 0: none did. */
  readonly configurationIndex: LogIndex;
}

/** What an entry carries. The core never looks into `command`. */
export type Payload =
  | { readonly type: "noop" }
  | { readonly type: "command"; readonly command: unknown }
  | { readonly type: "configuration"; readonly configuration: Configuration };

export interface Entry {
  readonly index: LogIndex;
  readonly term: Term;
  readonly payload: Payload;
  /** Encoded size of the payload in bytes, for flow control; a no-op counts 0. */
  readonly bytes: number;
}

/** What must be durable before any answer that depends on it (D1). */
export interface HardState {
  readonly term: Term;
  readonly vote: NodeId | null;
  /** A hint only: what was known committed. Never more than what is durable. */
  readonly commit: LogIndex;
}

export type Role = "follower" | "pre-candidate" | "candidate" | "leader";

/** Messages between peers. `term` is the sender's term except in a pre-vote request (the term it would take). */
export type Message =
  | {
      readonly type: "pre-vote-request";
      readonly term: Term;
      readonly lastIndex: LogIndex;
      readonly lastTerm: Term;
    }
  | {
      /** `requestTerm` repeats the term asked for; `term` is the responder's own (checklist 3, 4). */
      readonly type: "pre-vote-response";
      readonly term: Term;
      readonly requestTerm: Term;
      readonly granted: boolean;
    }
  | {
      readonly type: "vote-request";
      readonly term: Term;
      readonly lastIndex: LogIndex;
      readonly lastTerm: Term;
      /** Set when the leader itself asked for this candidacy (checklist 7). */
      readonly transfer: boolean;
    }
  | { readonly type: "vote-response"; readonly term: Term; readonly granted: boolean }
  | {
      readonly type: "append-request";
      readonly term: Term;
      readonly prevIndex: LogIndex;
      readonly prevTerm: Term;
      readonly entries: readonly Entry[];
      readonly commit: LogIndex;
      /** Counts the leader's rounds; an answer repeats it. Confirms reads and measures check-quorum by send time. */
      readonly round: number;
    }
  | {
      readonly type: "append-response";
      readonly term: Term;
      readonly round: number;
      /** The sender's disk is not certified: true of its log, and no voter's word (R13.1). Absent: it is. */
      readonly uncertified?: true;
      readonly result:
        | { readonly ok: true; readonly match: LogIndex }
        | {
            readonly ok: false;
            /** The prevIndex that was refused. */
            readonly rejected: LogIndex;
            /** Hint: the follower's best guess of the last matching position (checklist 21). */
            readonly hintIndex: LogIndex;
            readonly hintTerm: Term;
          };
    }
  | { readonly type: "timeout-now"; readonly term: Term };

/** All times in milliseconds; their owner may change them between two steps, and a timer that runs goes on as it was set. */
export interface CoreOptions {
  readonly self: NodeId;
  /** A follower campaigns after hearing no leader for a random time in [electionTimeoutMin, electionTimeoutMax). */
  readonly electionTimeoutMin: Millis;
  readonly electionTimeoutMax: Millis;
  /** An idle leader sends an empty append to each peer this often. */
  readonly heartbeatInterval: Millis;
  /** Per peer: append messages in flight, and payload bytes of one message. */
  readonly maxInflightMessages: number;
  readonly maxAppendBytes: number;
  /** Per peer: payload bytes in flight, over all messages. Default: 16 times maxAppendBytes. */
  readonly maxInflightBytes?: number;
  /** Bound on payload bytes appended and not yet committed (checklist 28). */
  readonly maxUncommittedBytes: number;
  /** A tick later than this after the one before is a pause: an election timer starts again (T5, checklist 48). */
  readonly maxTickLateness: Millis;
}

/** What a core starts from: what the disk held. */
export interface CoreStart {
  readonly hardState: HardState;
  /** All entries of the log that are kept, without a gap, from the one after `base` on. */
  readonly entries: readonly Entry[];
  /** The configuration before the log; a snapshot's counts instead where there is one. */
  readonly configuration: Configuration;
  /** The newest snapshot on the disk, from which the state machine has been restored. Absent: none. */
  readonly snapshot?: SnapshotMark | null;
  /**
   * False for a disk that may have forgotten what this node once promised or confirmed, a blank or an older one: it
   * takes the log, and neither votes nor campaigns before `certified` (R13). Absent: true.
   */
  readonly certified?: boolean;
  /** The last entry dropped (checklist 39), at or before the snapshot's. Absent: the snapshot's, or none. */
  readonly base?: Position;
}

export type CoreEvent =
  /** Time passed; call at least every heartbeatInterval / 2. */
  | { readonly type: "tick" }
  | { readonly type: "receive"; readonly from: NodeId; readonly message: Message }
  /** Append these payloads if leader of `term` (null: of any); the answer is `proposed` or `refused` (checklist 29). */
  | {
      readonly type: "propose";
      readonly id: number;
      readonly term: Term | null;
      readonly payloads: readonly { readonly payload: Payload; readonly bytes: number }[];
    }
  /** The disk has everything up to and including write `seq`. */
  | { readonly type: "written"; readonly seq: WriteSeq }
  /** Hand leadership to `to`; refused unless leader. */
  | { readonly type: "transfer"; readonly to: NodeId }
  /** Linearizable read: answered by `read-ready` with the index to have applied, or `read-refused`. Leader only. */
  | { readonly type: "read"; readonly id: number }
  /** The state machine has applied up to `index`. */
  | { readonly type: "applied"; readonly index: LogIndex }
  /** Change the configuration if leader of `term` (null: of any): answered by `proposed` or `change-refused`. */
  | {
      readonly type: "change";
      readonly id: number;
      readonly term: Term | null;
      readonly kind: ChangeKind;
      /** Empty for leave and back. */
      readonly changes: readonly Change[];
      /** Of a joint configuration; absent: true. */
      readonly autoLeave?: boolean;
    }
  /**
   * Whoever must know configuration `index` before another may follow knows it (N9). To a leader, and said again to
   * each new one; about an older configuration than the one in force it means nothing.
   */
  | { readonly type: "configuration-settled"; readonly index: LogIndex }
  /**
   * A snapshot of the state at `through` (at most `core.compactable`) is durable with the mark of
   * `core.markAt(through)`: drop the log up to `keep` entries before it. Answered by `compacted`, or by nothing when a
   * later snapshot is known.
   */
  | { readonly type: "compact"; readonly through: LogIndex; readonly keep: number }
  /** The snapshot of `send-snapshot` was taken by `to`, or will not be: each `send-snapshot` is answered once. */
  | { readonly type: "snapshot-sent"; readonly to: NodeId; readonly index: LogIndex; readonly ok: boolean }
  /** This node's disk has been vouched for: it counts again (R13). */
  | { readonly type: "certified" }
  /** This node's disk may have forgotten what it promised: it counts no more, and whoever leads or campaigns stops (R13). */
  | { readonly type: "doubted" }
  /** The log that a follower has just been given says who voted before its first entry; its own file may have said otherwise. */
  | { readonly type: "origin"; readonly configuration: Configuration }
  /** To a leader: `peer` has another disk than before. What it confirmed with that one counts no more (R13). */
  | { readonly type: "forget"; readonly peer: NodeId }
  /**
   * Two voters: the other is proven stopped, and this node may go on alone (`fencing/solo.ts` judged it in this turn): it
   * leads the next term by the configuration in which it votes alone and the peer learns. Anything but a follower or
   * candidate of exactly this pair is a broken caller.
   */
  | { readonly type: "solo"; readonly peer: NodeId; readonly why: string }
  /** A whole snapshot came, checked, from the leader of `term`: answered by `install-snapshot` or `snapshot-skipped`. */
  | {
      readonly type: "snapshot-received";
      readonly from: NodeId;
      readonly term: Term;
      readonly snapshot: SnapshotMark;
    };

export type RefusalReason = "not-leader" | "term-changed" | "transferring" | "too-much-uncommitted";

/** Why a wished configuration makes no sense, whoever leads. */
export type ChangeFault =
  | "already-joint"
  | "not-joint"
  | "no-voters-yet"
  | "no-voters-left"
  | "more-than-one-voter"
  | "not-a-member"
  /** A former member's name, and no operator's word that it may come back (checklist 35). */
  | "retired-name"
  /** All of it is so already. */
  | "changes-nothing";
export type ChangeRefusal =
  | "not-leader"
  | "term-changed"
  | "transferring"
  /** The one before is not committed (checklist 31). */
  | "change-under-way"
  /** Nothing of this leader's term is committed yet (checklist 32). */
  | "no-commit-in-term"
  /** Not everybody who must knows the configuration in force (N9). */
  | "not-settled"
  | ChangeFault;

export type CoreEffect =
  /**
   * Write, synced, in order of `seq`: entries replace everything from `entries[0].index` on. Answer with `written`.
   * An effect with neither is never produced.
   */
  | {
      readonly type: "write";
      readonly seq: WriteSeq;
      readonly hardState: HardState | null;
      readonly entries: readonly Entry[];
    }
  /** Send once write `after` is durable (0: at once). Messages may be lost, doubled and reordered. */
  | { readonly type: "send"; readonly to: NodeId; readonly message: Message; readonly after: WriteSeq }
  /** These entries are committed, in order, each exactly once per process life. */
  | { readonly type: "commit"; readonly entries: readonly Entry[] }
  /** The log changed from `from` on in memory: dropped first, then `entries` appended (followers and leader alike). */
  | { readonly type: "log-changed"; readonly from: LogIndex; readonly entries: readonly Entry[] }
  | {
      readonly type: "proposed";
      readonly id: number;
      readonly term: Term;
      readonly first: LogIndex;
      readonly last: LogIndex;
    }
  | { readonly type: "refused"; readonly id: number; readonly reason: RefusalReason }
  | { readonly type: "change-refused"; readonly id: number; readonly reason: ChangeRefusal }
  /**
   * Stream the snapshot to `to`, with the sender's `term`, in chunks that hold up nothing else; answer with
   * `snapshot-sent`. A later snapshot may go instead; its index is the one to answer with the one asked for here.
   */
  | {
      readonly type: "send-snapshot";
      readonly to: NodeId;
      readonly term: Term;
      readonly snapshot: SnapshotMark;
    }
  /**
   * Write, synced, in order with the writes and numbered with them: the received snapshot takes the place of the
   * state *and of the whole log*, at once or not at all. Answer with `written`. The state machine takes it now, before
   * the entries of any later `commit`, and says `applied`. No `log-changed` comes with it.
   */
  | {
      readonly type: "install-snapshot";
      readonly seq: WriteSeq;
      readonly hardState: HardState;
      readonly snapshot: SnapshotMark;
    }
  /** What was received is not needed. stale-term: its sender leads no more; else all of it is here (checklist 36). */
  | {
      readonly type: "snapshot-skipped";
      readonly from: NodeId;
      readonly index: LogIndex;
      readonly why: "stale-term" | "committed" | "in-the-log";
    }
  /** Delete the entries up to `base`, keep `base` itself (checklist 39); in order with the writes, unanswered. */
  | { readonly type: "compacted"; readonly snapshot: SnapshotMark; readonly base: Position }
  | { readonly type: "read-ready"; readonly id: number; readonly index: LogIndex }
  | { readonly type: "read-refused"; readonly id: number; readonly reason: "not-leader" }
  /** Role, term or known leader changed. `why` is a short phrase for a log line. */
  | {
      readonly type: "role";
      readonly role: Role;
      readonly term: Term;
      readonly leader: NodeId | null;
      readonly why: string;
    };
