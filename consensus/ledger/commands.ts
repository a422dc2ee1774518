/** What is proposed to the ledger, and the proofs on which it rests. */
import type { LogIndex, Millis, NodeId, Term } from "../core/types.ts";
import type { GroupName, Incarnation, SessionId, Token } from "./ids.ts";
import type { ClusterDocument } from "./spec.ts";

/** A group that a node must not be given, whatever else it is ready for: something of it is there without a lease (R15). */
export interface Unfit {
  readonly group: GroupName;
  readonly reason: string;
}
/** `unfit` absent: of none. */
export interface Readiness {
  readonly revision: number;
  readonly guard: boolean;
  readonly reason: string;
  readonly unfit?: readonly Unfit[];
}

/** How we know that the previous holder has stopped, with the evidence. Kept in the ledger for good. */
export type Proof =
  | { readonly kind: "never-held" }
  | {
      /** The holder stopped everything in reverse order, verified, and its Release is committed. */
      readonly kind: "released";
      readonly session: SessionId;
      readonly token: Token;
      readonly index: LogIndex;
      readonly evidence: string;
    }
  | {
      /** The lease ended and the holder's kernel guard was recorded as armed: its addresses are silent. */
      readonly kind: "guard";
      readonly session: SessionId;
      readonly token: Token;
      readonly suspectIndex: LogIndex;
      readonly expireIndex: LogIndex;
      readonly evidence: string;
    }
  | {
      /** The holder's incarnation, and every earlier one, is proven to have ended (`prove-stop` at `index`). */
      readonly kind: StopKind;
      readonly session: SessionId;
      readonly token: Token;
      readonly index: LogIndex;
      readonly evidence: string;
    };

/** Proofs about a whole node, by which all its sessions end at once, without Suspect and silence. */
export type StopKind = "fenced" | "watchdog" | "rebooted" | "operator";

/** One thing asked of one device, and what it said. */
export interface FenceAttempt {
  readonly device: string;
  readonly outlet: string;
  readonly action: "off" | "on" | "status";
  /** From the question to the answer, or to giving up. */
  readonly duration: Millis;
  /** off, on: the device said yes, which is no evidence (R8). status: it answered. */
  readonly accepted: boolean;
  /** Read back by an independent query; null: this was a command, or nothing could be read. */
  readonly status: "off" | "on" | null;
}

// ---------------------------------------------------------------- commands

/** What happened to a group on its holder, as the holder reports it. */
export type GroupState = "starting" | "running" | "stopping" | "stop-failed" | "restarting";

/** An application's lease: who holds it, in the words of the application. */
export interface AppLease {
  /** 1 to 255 characters, no control characters. */
  readonly name: string;
  /** A random id of the acquisition's owner, made by its client. */
  readonly owner: string;
  readonly token: Token;
  /** The owner counts from when it *sent* the keep-alive that was confirmed (T3); the leader waits W of it (N1). */
  readonly ttl: Millis;
  /** Words of the owner for people ("backup job on web-2"). */
  readonly note: string;
}

/** What a node says of its own cards; by it placement knows which nodes can carry an address now. */
export interface CardFact {
  readonly name: string;
  readonly role: "primary";
  readonly addresses: readonly { readonly ip: string; readonly prefix: number }[];
  /** Carrier: the cable is in and the other end is up. */
  readonly up: boolean;
}

export type Command =
  | {
      readonly type: "configure";
      readonly baseRevision: number;
      readonly document: ClusterDocument;
      /** Who asked and what for, for people: "root on node-1", "rollback to revision 4". */
      readonly by: string;
      readonly note: string;
    }
  /** The operator's word: a node holds nothing while on standby; what it holds moves away first. */
  | { readonly type: "standby"; readonly node: NodeId; readonly on: boolean; readonly by: string }
  /** The operator's word: whether a group should run at all. */
  | { readonly type: "want"; readonly group: GroupName; readonly running: boolean; readonly by: string }
  /** The operator's word: Leasehold watches and touches nothing of this group (null: of any group). */
  | {
      readonly type: "maintain";
      readonly group: GroupName | null;
      readonly on: boolean;
      readonly by: string;
    }
  /** The operator's word: the daemon of `node` hands over to its next incarnation. */
  | { readonly type: "restart"; readonly node: NodeId; readonly requestId: string; readonly by: string }
  /** A node's cards have changed, or it has just come. */
  | { readonly type: "cards"; readonly session: SessionId; readonly cards: readonly CardFact[] }
  /** Granted when nobody holds it; a repeat by the same owner is answered with the same token. */
  | {
      readonly type: "acquire";
      readonly name: string;
      readonly owner: string;
      readonly ttl: Millis;
      readonly note: string;
    }
  | { readonly type: "yield"; readonly name: string; readonly owner: string; readonly token: Token }
  /** The leader of `term` has waited W of its ttl since it last confirmed the owner (N1); refused in another term (N7). */
  | { readonly type: "lapse"; readonly name: string; readonly token: Token; readonly term: Term }
  /** The leader heard this session and admits it. `bootId`: the kernel's boot id. `generation`: of its node's store (R13.5). */
  | {
      readonly type: "open";
      readonly session: SessionId;
      readonly bootId: string;
      readonly generation?: string;
    }
  /** The store of this incarnation is let in; it counts once that incarnation has applied this (R13.2). */
  | {
      readonly type: "certify";
      readonly node: NodeId;
      readonly generation: string;
      readonly incarnation: Incarnation;
    }
  /** R14: written by an operator behind a survivor's log, never proposed: these nodes are given up for good. */
  | {
      readonly type: "recover";
      readonly survivor: NodeId;
      readonly lost: readonly NodeId[];
      readonly by: string;
    }
  /** The operator's word: another store than before may bear this name (R13.5). */
  | { readonly type: "readmit"; readonly node: NodeId; readonly generation: string; readonly by: string }
  /** The session's node is ready for revision `revision`; `guard`: its kernel guard is armed for every address of it. */
  | {
      readonly type: "ready";
      readonly session: SessionId;
      readonly revision: number;
      readonly guard: boolean;
      readonly reason: string;
      readonly unfit?: readonly Unfit[];
    }
  | { readonly type: "suspect"; readonly session: SessionId; readonly reason: string }
  | {
      readonly type: "clear";
      readonly session: SessionId;
      readonly suspectIndex: LogIndex;
      readonly reason: string;
    }
  | {
      readonly type: "expire";
      readonly session: SessionId;
      readonly suspectIndex: LogIndex;
      /** The term of the leader that proposes; refused in an entry of another term (N7). */
      readonly term: Term;
      /** Ages per voter and W, for people. */
      readonly evidence: string;
    }
  | {
      readonly type: "claim";
      readonly group: GroupName;
      readonly successor: SessionId;
      /** The lease's token now: compare-and-swap. */
      readonly fromToken: Token;
      readonly reason: string;
    }
  | {
      readonly type: "grant";
      readonly group: GroupName;
      readonly session: SessionId;
      readonly fromToken: Token;
      readonly reason: string;
    }
  /** S1: the group goes to `successor` when its holder has stopped, with the token of this entry. `fromToken`: the lease's now. */
  | {
      readonly type: "promise";
      readonly group: GroupName;
      readonly successor: SessionId;
      readonly fromToken: Token;
      readonly reason: string;
    }
  | {
      readonly type: "release";
      readonly group: GroupName;
      readonly session: SessionId;
      readonly token: Token;
      /** The group could not be kept running here: this node is avoided until forgiven. */
      readonly failed: boolean;
      readonly evidence: string;
    }
  | {
      readonly type: "adopt";
      readonly group: GroupName;
      readonly token: Token;
      readonly from: SessionId;
      readonly to: SessionId;
    }
  | {
      readonly type: "report";
      readonly group: GroupName;
      readonly session: SessionId;
      readonly token: Token;
      readonly state: GroupState;
      readonly reason: string;
    }
  /** The operator's word; `requestId` makes a repeat a no-op. The holder then stops and releases, the leader grants to `to`. */
  | { readonly type: "move"; readonly group: GroupName; readonly to: NodeId; readonly requestId: string }
  /** Take back a move that cannot go on (its target went away). */
  | {
      readonly type: "cancel-move";
      readonly group: GroupName;
      readonly requestId: string;
      readonly reason: string;
    }
  /**
   * `incarnation` of `node`, and every earlier one, has ended: so have its sessions, and what they hold is vacant where the
   * group accepts such a proof. That stays true whatever comes later, so it names no term.
   */
  | {
      readonly type: "prove-stop";
      readonly node: NodeId;
      readonly incarnation: Incarnation;
      readonly kind: StopKind;
      /** The node that established it. */
      readonly by: NodeId;
      /** For people: device and answer, or who said so. */
      readonly evidence: string;
      /** All that was tried for it, in order, what failed included. */
      readonly attempts: readonly FenceAttempt[];
    }
  /** A failed start or a service that kept failing on `node` no longer counts against it. */
  | { readonly type: "forgive"; readonly group: GroupName; readonly node: NodeId };

/** What a holder says to the heir of its group once it has stopped it (S2). */
export interface Word {
  /** Of whose token this is the end: what is proposed to the ledger too. */
  readonly release: Extract<Command, { type: "release" }>;
  readonly successor: SessionId;
  /** The successor's, of the Promise. */
  readonly token: Token;
}

/** One log entry: commands applied in order; each that does not fit is refused by name, the others stand. */
export interface Batch {
  /** The proposer's wall clock, milliseconds since 1970, for people only (T1). */
  readonly at: number;
  readonly commands: readonly Command[];
}
