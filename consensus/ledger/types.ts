/**
 * The vocabulary of the ledger: what the group replicates. Pure values; the ledger never sees time. What people
 * want to read as a date travels in a batch as `at`, and no decision looks at it (T1, T2).
 */
import type { LogIndex, Millis, NodeId, Term } from "../core/types.ts";

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/**
 * One start of a daemon process on one store: `counter * 2^20 + random`, the counter durable in that store. So a
 * later start has a greater incarnation ("earlier incarnation" in N3 is `<`), and nobody can guess it (R1).
 */
export type Incarnation = Branded<number, "Incarnation">;
/** A fencing token: epoch (15 bits) then the index of the committed grant entry (48 bits). 0n: never granted. */
export type Token = Branded<bigint, "Token">;
/** A group: the unit that is held, moved and started together. */
export type GroupName = Branded<string, "GroupName">;

/** Random numbers of one start lie in a range of this size. */
const INCARNATIONS_A_START = 2 ** 20;
/** The count of starts in an incarnation. */
export const startOf = (value: Incarnation): number => Math.floor(value / INCARNATIONS_A_START);

export const incarnation = (value: number): Incarnation => value as Incarnation;
export const groupName = (value: string): GroupName => value as GroupName;
export const token = (value: bigint): Token => value as Token;
export const NO_TOKEN: Token = 0n as Token;

/** A session: on it ride all resource leases of a node (N5). */
export interface SessionId {
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  /** 1 for the first session of an incarnation; a node that applied its own Expire opens the next (N5). */
  readonly number: number;
}
export const sessionKey = (s: SessionId): string => `${s.node}/${s.incarnation}/${s.number}`;
export const sameSession = (a: SessionId | null, b: SessionId | null): boolean =>
  a === null || b === null
    ? a === b
    : a.node === b.node && a.incarnation === b.incarnation && a.number === b.number;
/** Order of sessions of one node: negative when `a` is older than `b`. */
export const compareSessions = (a: SessionId, b: SessionId): number =>
  a.incarnation - b.incarnation || a.number - b.number;

// ---------------------------------------------------------------- desired configuration

/** Replicated timing; milliseconds. `rho`: the bound of each clock's rate error against real time (0.01 = 1 %). */
export interface Timing {
  readonly ttl: Millis;
  readonly rho: number;
  /** Period of UDP heartbeats. */
  readonly heartbeat: Millis;
  /** Silence after which a peer counts as not heard; well under ttl, so that Suspect commits before W is over. */
  readonly suspectAfter: Millis;
  readonly raftHeartbeat: Millis;
  readonly electionMin: Millis;
  readonly electionMax: Millis;
}

export interface NodeSpec {
  readonly name: NodeId;
  /** One IP address per path (LAN, heartbeat network, ...); each is a path for heartbeats and for the peer stream. */
  readonly addresses: readonly string[];
  readonly voter: boolean;
  /** witness: votes, and holds no group. Absent: full. */
  readonly role?: NodeRole;
  /** How this node is switched off: levels, tried in order; all outlets of a level must show it off. Absent: by no device. */
  readonly power?: readonly (readonly Outlet[])[];
}

export type NodeRole = "full" | "witness";

/** One outlet of a fence device of the document, as that device names it. */
export interface Outlet {
  readonly device: string;
  readonly outlet: string;
}

/** A device that can switch nodes off and say whether they are. The operator is always one, and is not listed. */
export interface FenceDeviceSpec {
  readonly name: string;
  /** lab: a Unix socket of the test lab. */
  readonly type: "lab";
  readonly socket: string;
  /** What off and the status after it take together, milliseconds, until enough of them have been measured (R11). */
  readonly bound: Millis;
  /** When one answer of it is given up. */
  readonly timeout: Millis;
}

/** Two nodes: by what a survivor tells that it is not itself the one that is cut off. Times in milliseconds. */
export interface Arbitration {
  /** IP addresses in canonical text: gateway, switches, servers. */
  readonly targets: readonly string[];
  /** From one round of probes to the next. */
  readonly period: Millis;
  /** When the probes of a round that are not answered are given up. */
  readonly timeout: Millis;
  /** The lower one in so many rounds in a row surrenders. */
  readonly rounds: number;
  /** A node that surrendered comes back when it has reached enough targets for so long; null: on the operator's word. */
  readonly returnAfter: Millis | null;
  /** A node that was shot is switched on again once that is committed. */
  readonly switchOn: boolean;
  /** Without any device and third voter: to go on alone on the guard's proof, and what that risks. */
  readonly acceptNonTransitiveRisk: boolean;
}

export type ProofKind = "never-held" | "released" | "guard" | "fenced" | "watchdog" | "rebooted" | "operator";

/** Restarts in place within `window` before the group moves. */
export interface Restarts {
  readonly limit: number;
  readonly window: Millis;
}

interface ServiceTiming {
  /** Bound on a start before it counts as failed. */
  readonly startTimeout: Millis;
  /** Bound on an orderly stop before its cgroup is killed. */
  readonly stopTimeout: Millis;
  readonly restarts: Restarts;
}

/** One part of a group. `name` is unique in its group. */
export type MemberSpec =
  | AddressMember
  /** Program and arguments, run in the foreground in a cgroup of its own. `environment` is added. */
  | CommandMember
  /** A systemd unit, started and stopped through systemd; it must not be enabled (R15). */
  | UnitMember;
/** A floating address, IPv4 or IPv6 (canonical text), with its prefix length. Its card is the node's primary card in the same subnet. */
export interface AddressMember {
  readonly type: "address";
  readonly name: string;
  readonly ip: string;
  readonly prefix: number;
}
export interface CommandMember extends ServiceTiming {
  readonly type: "command";
  readonly name: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}
export interface UnitMember extends ServiceTiming {
  readonly type: "unit";
  readonly name: string;
  readonly unit: string;
}
export type ServiceMember = CommandMember | UnitMember;

/** Greater weights come first; among equal ones the order of the document. Nodes not named weigh 0. */
export interface Preference {
  readonly node: NodeId;
  readonly weight: number;
}

export interface GroupSpec {
  readonly name: GroupName;
  /** Started in this order, stopped in reverse. At least one. */
  readonly members: readonly MemberSpec[];
  /** Best first. */
  readonly prefers: readonly Preference[];
  /**
   * Null: it stays where it is. Else it moves back to a better preferred node once that one has been ready for
   * `after` milliseconds.
   */
  readonly failback: { readonly after: Millis } | null;
  /** Which proofs of stop are strong enough for this group ("never-held" always is). */
  readonly accepts: readonly ProofKind[];
}

export const addressesOf = (spec: GroupSpec): readonly AddressMember[] =>
  spec.members.filter((member) => member.type === "address");
export const servicesOf = (spec: GroupSpec): readonly ServiceMember[] =>
  spec.members.filter((member) => member.type !== "address");

/** The one document that describes a cluster; the node's own file holds identity, cards and keys. */
export interface ClusterDocument {
  readonly cluster: string;
  readonly timing: Timing;
  readonly nodes: readonly NodeSpec[];
  readonly groups: readonly GroupSpec[];
  /** Only two voters go by it. Absent: two that lose each other wait for each other. */
  readonly arbitration?: Arbitration;
  /** Absent: none. */
  readonly devices?: readonly FenceDeviceSpec[];
}

// ---------------------------------------------------------------- proofs

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

/** One log entry: commands applied in order; each that does not fit is refused by name, the others stand. */
export interface Batch {
  /** The proposer's wall clock, milliseconds since 1970, for people only (T1). */
  readonly at: number;
  readonly commands: readonly Command[];
}

// ---------------------------------------------------------------- state

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

export interface SessionRecord {
  readonly id: SessionId;
  readonly bootId: string;
  readonly openedAt: LogIndex;
  readonly ready: Readiness | null;
  /** The open Suspect on this session, if any: its entry's index and term (N7). */
  readonly suspect: { readonly index: LogIndex; readonly term: Term; readonly reason: string } | null;
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

type AppEvent = Extract<LedgerEvent, { readonly type: "acquired" | "yielded" }>;
/**
 * What is kept of an event. About leases of applications all of it, for whoever watches them; else what kind it was, and the
 * group that it was about, null where it was about none, or about all.
 */
export type DecidedEvent =
  | AppEvent
  | { readonly type: Exclude<LedgerEvent, AppEvent>["type"]; readonly group: GroupName | null };

// ---------------------------------------------------------------- what apply says

export type RefusalCode =
  | "unknown-session"
  | "session-ended"
  | "session-not-current"
  | "session-suspected"
  | "suspect-already-open"
  | "suspect-not-open"
  | "term-mismatch"
  | "unknown-group"
  | "unknown-node"
  | "stale-token"
  | "not-holder"
  | "not-vacant"
  | "not-claimed"
  | "proof-too-weak"
  | "not-ready"
  | "revision-mismatch"
  | "document-invalid"
  | "group-held"
  | "duplicate"
  | "no-such-move"
  | "held-by-another"
  | "not-owner"
  | "stopped"
  | "on-standby"
  | "maintained"
  | "store-contradicted"
  | "witness"
  | "node-alive"
  | "invalid";

export type LedgerEvent =
  | { readonly type: "configured"; readonly revision: number }
  | { readonly type: "opened"; readonly session: SessionId }
  | {
      readonly type: "readied";
      readonly session: SessionId;
      readonly revision: number;
      readonly guard: boolean;
    }
  | {
      readonly type: "suspected";
      readonly session: SessionId;
      readonly index: LogIndex;
      readonly reason: string;
    }
  | {
      readonly type: "cleared";
      readonly session: SessionId;
      readonly index: LogIndex;
      readonly reason: string;
    }
  | {
      readonly type: "expired";
      readonly session: SessionId;
      readonly index: LogIndex;
      readonly evidence: string;
    }
  /** The node's sessions up to that incarnation have ended; `freed`: the groups that are vacant by it. */
  | {
      readonly type: "stop-proven";
      readonly node: NodeId;
      readonly incarnation: Incarnation;
      readonly kind: StopKind;
      readonly evidence: string;
      readonly freed: readonly GroupName[];
    }
  /** One session that ended by it; it stands behind its `stop-proven`. */
  | { readonly type: "stopped"; readonly session: SessionId; readonly kind: StopKind }
  /** Session closed without Expire: superseded by a newer one and holding nothing. */
  | { readonly type: "closed"; readonly session: SessionId }
  | {
      readonly type: "claimed";
      readonly group: GroupName;
      readonly successor: SessionId;
      readonly reason: string;
    }
  | {
      readonly type: "granted";
      readonly group: GroupName;
      readonly session: SessionId;
      readonly token: Token;
      readonly proof: Proof;
      readonly reason: string;
    }
  | {
      readonly type: "released";
      readonly group: GroupName;
      readonly session: SessionId;
      readonly token: Token;
      readonly failed: boolean;
    }
  | {
      readonly type: "adopted";
      readonly group: GroupName;
      readonly token: Token;
      readonly from: SessionId;
      readonly to: SessionId;
    }
  | {
      readonly type: "orphaned";
      readonly group: GroupName;
      readonly session: SessionId;
      readonly reason: string;
    }
  | {
      readonly type: "reported";
      readonly group: GroupName;
      readonly session: SessionId;
      readonly state: GroupState;
      readonly reason: string;
    }
  | {
      readonly type: "move-wanted";
      readonly group: GroupName;
      readonly to: NodeId;
      readonly requestId: string;
    }
  | {
      readonly type: "move-ended";
      readonly group: GroupName;
      readonly requestId: string;
      readonly reason: string;
    }
  | { readonly type: "forgiven"; readonly group: GroupName; readonly node: NodeId }
  | {
      readonly type: "certified";
      readonly node: NodeId;
      readonly generation: string;
      readonly incarnation: Incarnation;
    }
  | {
      readonly type: "recovered";
      readonly epoch: number;
      readonly survivor: NodeId;
      readonly lost: readonly NodeId[];
      readonly by: string;
    }
  | { readonly type: "readmitted"; readonly node: NodeId; readonly generation: string; readonly by: string }
  | { readonly type: "standby"; readonly node: NodeId; readonly on: boolean; readonly by: string }
  | { readonly type: "wanted"; readonly group: GroupName; readonly running: boolean; readonly by: string }
  | {
      readonly type: "maintained";
      readonly group: GroupName | null;
      readonly on: boolean;
      readonly by: string;
    }
  | {
      readonly type: "restart-wanted";
      readonly node: NodeId;
      /** The session that is to hand over; of an incarnation that is gone, it has been done (a log is read again at a start). */
      readonly session: SessionId;
      readonly requestId: string;
      readonly by: string;
    }
  | { readonly type: "cards"; readonly session: SessionId; readonly down: readonly string[] }
  | { readonly type: "acquired"; readonly lease: AppLease; readonly repeated: boolean }
  | {
      readonly type: "yielded";
      readonly name: string;
      readonly token: Token;
      readonly how: "released" | "lapsed";
    }
  | {
      readonly type: "refused";
      readonly command: Command["type"];
      readonly group: GroupName | null;
      readonly code: RefusalCode;
      /** What was wrong, what was expected. */
      readonly detail: string;
    };
