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
 * Who votes. `outgoing` is non-null only while a joint change is under way (a later capability changes it; the
 * core's arithmetic already asks for a majority in each half). `learners` receive the log and do not vote.
 */
export interface Configuration {
  readonly voters: readonly NodeId[];
  readonly outgoing: readonly NodeId[] | null;
  readonly learners: readonly NodeId[];
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

/** Fixed for the life of a core; all times in milliseconds. */
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
  /** Bound on payload bytes appended and not yet committed (checklist 28). */
  readonly maxUncommittedBytes: number;
  /** A tick later than this after the one before is a pause: an election timer starts again (T5, checklist 48). */
  readonly maxTickLateness: Millis;
}

/** What a core starts from: what the disk held. */
export interface CoreStart {
  readonly hardState: HardState;
  /** All entries of the log, from index 1 (snapshots come with a later capability). */
  readonly entries: readonly Entry[];
  /** The configuration in force before the first configuration entry of the log. */
  readonly configuration: Configuration;
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
  | { readonly type: "applied"; readonly index: LogIndex };

export type RefusalReason = "not-leader" | "term-changed" | "transferring" | "too-much-uncommitted";

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
