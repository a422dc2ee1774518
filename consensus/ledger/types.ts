/**
 * The vocabulary of the ledger: what the group replicates. Pure values; the ledger never sees time. What people
 * want to read as a date travels in a batch as `at`, and no decision looks at it (T1, T2).
 */
import type { LogIndex, Millis, NodeId, Term } from "../core/types.ts";
import type { AppLease, CardFact, FenceAttempt, GroupState, Proof, Readiness, StopKind } from "./commands.ts";
import type { DecidedEvent } from "./events.ts";
import type { GroupName, Incarnation, SessionId, Token } from "./ids.ts";
import type { ClusterDocument, ProofKind } from "./spec.ts";

export * from "./commands.ts";
export * from "./events.ts";
export * from "./ids.ts";
export * from "./spec.ts";

export interface SessionRecord {
  readonly id: SessionId;
  readonly bootId: string;
  readonly openedAt: LogIndex;
  readonly ready: Readiness | null;
  /** The open Suspect on this session, if any: its entry's index and term (N7). */
  readonly suspect: { readonly index: LogIndex; readonly term: Term; readonly reason: string } | null;
}

/** To whom a held lease is promised. */
export interface Heir {
  readonly session: SessionId;
  /** Of the Promise's entry: greater than the holder's. */
  readonly token: Token;
  readonly reason: string;
  /** N10: the proofs that count against it. */
  readonly accepts: readonly ProofKind[];
  /** Its session has ended and nothing proves that it has stopped (S4). */
  readonly lost: boolean;
}

export interface Lease {
  readonly group: GroupName;
  /**
   * held: `holder` has it. vacant: the previous holder has stopped, `stopped` is the proof. orphaned: the previous
   * holder's session ended and no recorded proof is strong enough: nobody may take it.
   */
  readonly state: "held" | "vacant" | "orphaned";
  /** Of the newest grant; survives release. */
  readonly token: Token;
  /** The holder when held; the last holder otherwise; null when never granted. */
  readonly holder: SessionId | null;
  /** Why the newest grant went to its holder. */
  readonly reason: string;
  /** N10: the proofs that count against the newest grant. Absent: those of the document (of an older ledger). */
  readonly accepts?: readonly ProofKind[];
  /** The proof the newest grant rested on. */
  readonly grantedOn: Proof | null;
  /** When vacant: the proof that the last holder stopped. */
  readonly stopped: Proof | null;
  readonly claim: { readonly successor: SessionId; readonly index: LogIndex; readonly reason: string } | null;
  /**
   * Every address that was the group's since the newest grant: while nobody has proven otherwise its holder may still
   * answer for each of them, so none may belong to another group.
   */
  readonly mayAnswer: readonly string[];
  readonly move: { readonly to: NodeId; readonly requestId: string } | null;
  /** Who becomes the holder the moment this one has stopped, and may serve from its word on (S1 to S6). */
  readonly heir: Heir | null;
  /** An heir was named under this token: it is never adopted (S5). */
  readonly promised: boolean;
  readonly lastMoveRequest: string | null;
  readonly report: { readonly state: GroupState; readonly reason: string } | null;
  /** Nodes on which this group failed, with the token of that attempt. */
  readonly failures: ReadonlyMap<NodeId, Token>;
}

/** One accepted document, newest last; bounded. */
export interface Revision {
  readonly revision: number;
  readonly index: LogIndex;
  readonly at: number;
  readonly by: string;
  readonly note: string;
  readonly document: ClusterDocument;
}

/** Mutated only by `apply` and `replaceLedger`; readers treat it as a value. */
export interface Ledger {
  epoch: number;
  revision: number;
  document: ClusterDocument | null;
  /** The newest revisions, oldest first, the one in force last; for `history` and `rollback`. */
  readonly revisions: Revision[];
  /** TTL and rho of every revision that some live session may still be using, and newer; for the largest W in force (N1). */
  readonly timings: { readonly revision: number; readonly ttl: Millis; readonly rho: number }[];
  /** Nodes on standby, with who said so. */
  readonly standby: Map<NodeId, string>;
  /** Groups that should not run, with who said so. */
  readonly stopped: Map<GroupName, string>;
  /** Groups that Leasehold only watches, with who said so; the key null is for all. */
  readonly maintained: Map<GroupName | null, string>;
  /** What each node's newest session has said of its cards. */
  readonly cards: Map<NodeId, readonly CardFact[]>;
  readonly appLeases: Map<string, AppLease>;
  /** Per node: the newest restart asked for, and of which session: another one has restarted since. */
  readonly restarts: Map<NodeId, { readonly requestId: string; readonly session: SessionId }>;
  /** Live sessions by sessionKey. A node's newest is its current one; an older one lives on while it holds leases. */
  readonly sessions: Map<string, SessionRecord>;
  /** Per node: the newest session that has ended; it and all older ones are never echoed again (N5). */
  readonly ended: Map<NodeId, SessionId>;
  readonly leases: Map<GroupName, Lease>;
  /** Names of former nodes: none comes back (checklist 35). */
  readonly retired: Set<NodeId>;
  /** The store on which each node was last let in, and at which of its starts (R13.5). */
  readonly stores: Map<NodeId, StoreFact>;
  /** The newest proven stops, oldest first, bounded: how long devices take (R11), and whom not to shoot again. */
  readonly stops: StopRecord[];
  applied: LogIndex;
  appliedTerm: Term;
  /** The newest decisions, oldest first, bounded; for `leasehold log` and `explain`. */
  readonly history: Decision[];
}

export interface StopRecord {
  readonly index: LogIndex;
  readonly at: number;
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  readonly kind: StopKind;
  readonly by: NodeId;
  readonly evidence: string;
  readonly attempts: readonly FenceAttempt[];
}

/** A disk as others remember it (R13.5): its random generation, and the newest incarnation that was let in on it. */
export interface StoreFact {
  readonly generation: string;
  /** 0: none yet, since an operator let this store in. */
  readonly incarnation: Incarnation;
  /** Of the entry that says so. */
  readonly index: LogIndex;
}

export interface Decision {
  readonly index: LogIndex;
  readonly term: Term;
  readonly at: number;
  /** One sentence for a person. */
  readonly text: string;
  readonly event: DecidedEvent;
}
