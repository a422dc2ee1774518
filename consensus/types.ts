/**
 * What goes in and out of the one loop (`replica.ts`): pure values, no sockets, no disks, no clocks.
 * The daemon and the simulator drive the same replica through these.
 */

import type { IpHearing } from "../fencing/ownstack.ts";
import type { PingAnswer } from "../fencing/port.ts";
import type { PingHistory } from "../fencing/rounds.ts";
import type { Certificate, Question } from "../fencing/solo.ts";
import type { Verdict } from "../fencing/types.ts";
import type {
  Configuration,
  CoreOptions,
  Entry,
  HardState,
  LogIndex,
  Message,
  Millis,
  NodeId,
  Position,
  RefusalReason,
  Role,
  SnapshotMark,
  Term,
  WriteSeq,
} from "./core/types.ts";
import type {
  Batch,
  ClusterDocument,
  Command,
  FenceAttempt,
  GroupName,
  Incarnation,
  Ledger,
  LedgerEvent,
  Outlet,
  SessionId,
  Token,
  Word,
} from "./ledger/types.ts";
import type { AgeReport, Heartbeat } from "./sessions/types.ts";
import type { StartedStore, Vouched } from "./vouching.ts";

/** One message on a peer stream. Streams may lose (on re-dial), and never alter; order holds within one stream. */
export type Envelope =
  /** `ages` only beside an append-response (N3). */
  | { readonly type: "raft"; readonly message: Message; readonly ages: readonly AgeReport[] }
  /** Commands for the leader of `term` (checklist 29); answered by `proposed`. `id` is the asker's. */
  | {
      readonly type: "propose";
      readonly id: number;
      readonly term: Term;
      readonly commands: readonly Command[];
    }
  | {
      readonly type: "proposed";
      readonly id: number;
      readonly result:
        | { readonly ok: true; readonly index: LogIndex; readonly term: Term }
        | { readonly ok: false; readonly reason: RefusalReason };
    }
  /** For the leader, of whatever term: answered by `kept`. `id` is the asker's. */
  | {
      readonly type: "keep-alive";
      readonly id: number;
      readonly name: string;
      readonly owner: string;
      readonly token: Token;
    }
  | { readonly type: "kept"; readonly id: number; readonly result: KeepAliveResult }
  /** S2: the holder has stopped, verified, and will never serve under this token again; for the holder's life alone. */
  | ({ readonly type: "let-go" } & Word)
  /** For people only (H7): the daemon takes it before the replica sees it. */
  | { readonly type: "counters"; readonly counters: readonly Counter[] }
  /** To the leader of two: may this incarnation go on alone, should the leader fall? `log`: its last durable entry (R2, R3). */
  | { readonly type: "question"; readonly question: Question; readonly log: Position }
  | { readonly type: "certificate"; readonly certificate: Certificate }
  /** A piece of a snapshot, from the leader of `term`: `data` begins at `offset` of `size` bytes. */
  | {
      readonly type: "snapshot-chunk";
      readonly term: Term;
      readonly snapshot: SnapshotMark;
      readonly size: number;
      /** SHA-256 of the whole: 32 bytes. */
      readonly digest: Uint8Array;
      readonly offset: number;
      readonly data: Uint8Array;
      /** CRC-32 of `data`. */
      readonly checksum: number;
    }
  /** About the snapshot whose last entry is `index`. */
  | {
      readonly type: "snapshot-answer";
      readonly term: Term;
      readonly index: LogIndex;
      readonly result: /** Everything before `offset` is here: go on from there. */
        | { readonly type: "wanted"; readonly offset: number }
        /** Durably taken, or not needed. */
        | { readonly type: "done" }
        | { readonly type: "refused"; readonly reason: string };
    };

/** What was dropped at one port of a node for one reason, since its start. */
export interface Counter {
  readonly where: string;
  readonly reason: string;
  readonly count: number;
  /** Milliseconds since the last one. */
  readonly agoMs: number;
  /** Where most of it came from, the most first. */
  readonly from: readonly { readonly address: string; readonly count: number }[];
}

/**
 * Envelopes may also go over a serial line while no stream to the peer answers: as `encodeEnvelopes` writes them, at most
 * SERIAL_BYTES, signed like heartbeats; a longer one is lost. So a release, the survivor's configuration and their
 * acknowledgements are committed as ever, and nothing of Raft knows the difference.
 */
export const SERIAL_BYTES = 4096;

/**
 * What became of a keep-alive. ok: the owner may count `ttl` from when it sent it (T3). lost: the ledger says that it does not hold
 * the lease with this token (any more). Else nothing was confirmed: it counts on from what was confirmed before.
 */
export type KeepAliveResult =
  | { readonly ok: true; readonly ttl: Millis }
  | { readonly ok: false; readonly lost: boolean; readonly reason: string };

/** Chooses who should hold what: pure, injected into the leader (services/placement). */
export interface Planner {
  /**
   * Commands the leader should append now, given the ledger as it would be after `first` (already validated
   * releases or an expire). Returns `first` followed by the Claims and Grants they make possible; with an empty
   * `first`: whatever the ledger as it stands calls for (vacant groups, wanted moves, failback, forgiveness).
   */
  plan(ledger: Ledger, first: readonly Command[], context: PlanContext): readonly Command[];
}
export interface PlanContext {
  /** Sessions heard by a majority at this moment: only these may be given anything. */
  readonly alive: (session: SessionId) => boolean;
  readonly term: Term;
  /** The leader's monotonic clock, only for its own patience (failure forgiveness, move deadlines). */
  readonly now: Millis;
}

export interface ReplicaOptions {
  readonly core: CoreOptions;
  readonly incarnation: Incarnation;
  readonly bootId: string;
  /** What the first leader of an empty log proposes as configuration; also the timing until one is committed. */
  readonly bootstrap: ClusterDocument;
  readonly planner: Planner;
  /** Seeds the core's generator (election timeouts). */
  readonly seed: number;
  /** When the log is given up for a snapshot. Absent: never. */
  readonly compaction?: Compaction;
}

/** Either is enough; counted from the snapshot before. Both are bounds on what a restart reads again, about twice. */
export interface Compaction {
  readonly entries: number;
  /** Payload bytes. */
  readonly bytes: number;
  /** Milliseconds between two snapshots, where the log did not grow to 16 times the bounds meanwhile. */
  readonly pause: Millis;
}

export interface ReplicaStart {
  readonly hardState: HardState;
  /** The log after `base`. */
  readonly entries: readonly Entry[];
  /** The one before the log; a snapshot's counts instead where there is one. */
  readonly configuration: Configuration;
  /** The newest snapshot on the disk, and the ledger that it is. */
  readonly snapshot?: { readonly mark: SnapshotMark; readonly ledger: Ledger } | null;
  readonly base?: Position;
  /** The disk that all this is from (R13). Absent: it counts. */
  readonly store?: StartedStore | null;
}

/** A piece of a snapshot, as it goes over a peer stream. */
export type SnapshotChunk = Extract<Envelope, { type: "snapshot-chunk" }>;

/** What became of a chunk at the receiver's disk. */
export type ChunkResult =
  /** Everything before `offset` is here; there is more. */
  | { readonly type: "wanted"; readonly offset: number }
  /** All of it is here, checked and durable, and this is the ledger that it is. */
  | { readonly type: "whole"; readonly ledger: Ledger }
  | { readonly type: "refused"; readonly reason: string };

export type ReplicaEvent =
  /** `wallClock`: milliseconds since 1970, copied into batches for people, never decided on. */
  | { readonly type: "tick"; readonly wallClock: number }
  | { readonly type: "envelope"; readonly from: NodeId; readonly envelope: Envelope }
  /** Authentic, of this cluster, not replayed; of any path. */
  | { readonly type: "heartbeat"; readonly heartbeat: Heartbeat }
  | { readonly type: "written"; readonly seq: WriteSeq }
  /** Local wishes (group life, API). Answered once by `outcome`, when applied or known lost. */
  | { readonly type: "propose"; readonly id: number; readonly commands: readonly Command[] }
  /** `id` 0 or greater, the caller's own. */
  | { readonly type: "read"; readonly id: number }
  /** An application's keep-alive; answered once by `kept`, by this node or by the leader through it. */
  | {
      readonly type: "keep-alive";
      readonly id: number;
      readonly name: string;
      readonly owner: string;
      readonly token: Token;
    }
  | { readonly type: "transfer"; readonly to: NodeId }
  /** The answer to `probe`. */
  | { readonly type: "probed"; readonly answers: readonly PingAnswer[] }
  /** The answer to `listen`, by the daemon's clock. Null: it cannot be told. */
  | { readonly type: "listened"; readonly heard: Omit<IpHearing, "at"> | null }
  /**
   * The answer to `power`, once. `attempts` in order. `askedAt`: by the daemon's clock, when the first of the status
   * queries that read "off" was sent; null: not every outlet was read as off.
   */
  | {
      readonly type: "powered";
      readonly id: number;
      readonly attempts: readonly FenceAttempt[];
      readonly askedAt: Millis | null;
    }
  /** A person typed `typed` to say that `node` is down; answered by `outcome`. */
  | {
      readonly type: "confirm-stop";
      readonly id: number;
      readonly node: NodeId;
      readonly typed: string;
      readonly by: string;
    }
  /** Everything is stopped and released, and this process ends: its last word leaves now, and it is given no more events. */
  | { readonly type: "farewell" }
  /** The clock jumped (a suspend): what was certified before is void (T1, R7). A late tick is noticed without it. */
  | { readonly type: "clock-gap" }
  /** The one founder has listened for a while: nobody of this cluster is there (R13.3). */
  | { readonly type: "listened-alone" }
  /** The answer to `admit`: it is durable. */
  | { readonly type: "admitted" }
  /** The answer to `save-snapshot`: it is durable and the current one, or (false) it is not. */
  | { readonly type: "snapshot-saved"; readonly index: LogIndex; readonly ok: boolean }
  /** The answer to `read-snapshot`; `chunk` null: it cannot be read, `reason` says why. */
  | {
      readonly type: "snapshot-read";
      readonly stream: number;
      readonly chunk: Omit<SnapshotChunk, "type" | "term"> | null;
      readonly reason: string;
    }
  /** The answer to `take-chunk`. */
  | {
      readonly type: "chunk-taken";
      readonly from: NodeId;
      readonly term: Term;
      readonly mark: SnapshotMark;
      readonly result: ChunkResult;
    };

export type ReplicaEffect =
  /** Same contract as the core's `write`. */
  | {
      readonly type: "write";
      readonly seq: WriteSeq;
      readonly hardState: HardState | null;
      readonly entries: readonly Entry[];
    }
  /** Keep this state, which does not change any more, with this mark, beside whatever else is written; answer `snapshot-saved`. */
  | { readonly type: "save-snapshot"; readonly mark: SnapshotMark; readonly ledger: Ledger }
  /** Drop the log up to `through`, in order with the writes; unanswered. */
  | { readonly type: "compact"; readonly through: LogIndex }
  /**
   * The next bytes from `offset` of the snapshot that `stream` sends, the current one when it is first asked for, and that
   * one until `close-snapshot`; answer `snapshot-read`.
   */
  | { readonly type: "read-snapshot"; readonly stream: number; readonly offset: number }
  | { readonly type: "close-snapshot"; readonly stream: number }
  /** Check it, keep it with those before; answer `chunk-taken`. Nothing that it says counts before the last is here. */
  | { readonly type: "take-chunk"; readonly from: NodeId; readonly chunk: SnapshotChunk }
  /** What was taken whole with this mark takes the place of state and log (the core's effect); answer `written`. */
  | {
      readonly type: "install-snapshot";
      readonly seq: WriteSeq;
      readonly hardState: HardState;
      readonly snapshot: SnapshotMark;
    }
  /** What was taken with this mark is not needed. */
  | { readonly type: "discard-snapshot"; readonly index: LogIndex }
  /** The ledger is another one at once: of entry `index`, without the entries before. */
  | { readonly type: "restored"; readonly index: LogIndex }
  /** Write down, in order with the writes, that this incarnation is vouched for; answer `admitted` (R13.2 to R13.4). */
  | { readonly type: "admit"; readonly incarnation: Incarnation }
  /** Whether this node's disk counts has changed (R13). */
  | { readonly type: "vouched"; readonly vouched: Vouched }
  | { readonly type: "send"; readonly to: NodeId; readonly envelope: Envelope }
  /** Sign and send to these nodes on every path, now. */
  | { readonly type: "beat"; readonly to: readonly NodeId[]; readonly heartbeat: Heartbeat }
  /** An entry was applied; `events` in order of its commands. `batch` null: a no-op or configuration. */
  | {
      readonly type: "applied";
      readonly index: LogIndex;
      readonly term: Term;
      readonly batch: Batch | null;
      readonly events: readonly LedgerEvent[];
    }
  /**
   * How long this node may serve what its ledger says it holds: until `validUntil` on the clock of `now`
   * (-Infinity: not at all). Emitted whenever it changes. The session is the one leases must name.
   */
  | {
      readonly type: "session";
      readonly session: SessionId;
      readonly validUntil: Millis;
      /** Past the session's own deadline, where whoever takes over must have ended this node first: start nothing new. */
      readonly beyond: boolean;
    }
  | {
      readonly type: "outcome";
      readonly id: number;
      readonly result:
        | { readonly ok: true; readonly index: LogIndex; readonly events: readonly LedgerEvent[] }
        | { readonly ok: false; readonly reason: string };
    }
  | { readonly type: "kept"; readonly id: number; readonly result: KeepAliveResult }
  | { readonly type: "read-ready"; readonly id: number; readonly index: LogIndex }
  | { readonly type: "read-refused"; readonly id: number; readonly reason: "not-leader" }
  | {
      readonly type: "role";
      readonly role: Role;
      readonly term: Term;
      readonly leader: NodeId | null;
      readonly why: string;
    }
  /** Two nodes: probe each target once, now; answer `probed`. One round at a time. */
  | { readonly type: "probe"; readonly targets: readonly string[]; readonly timeout: Millis }
  /**
   * Two nodes: look what has come by IP since the last time (R10a); answer `listened`. `anew`: what came before this moment does not
   * matter. `peer`: the other of the two.
   */
  | { readonly type: "listen"; readonly peer: NodeId; readonly anew: boolean }
  /**
   * Two nodes: have these outlets, side by side, switched off and then read by an independent query (off), only read
   * (status), or switched on; answer `powered` within twice the devices' timeouts. Journalled, synced, before an off (checked
   * again just before: not after `until` by the clock of `now`, T4).
   */
  | {
      readonly type: "power";
      readonly id: number;
      readonly node: NodeId;
      readonly action: "off" | "status" | "on";
      readonly outlets: readonly Outlet[];
      readonly until: Millis;
    }
  /** Two nodes: how it stands, whenever that changed. */
  | { readonly type: "arbitration"; readonly state: ArbitrationState }
  /** Something a person may want to read; `text` is one sentence. */
  | {
      readonly type: "note";
      readonly level: "info" | "warn";
      readonly text: string;
      readonly about: GroupName | NodeId | null;
    };

/** How a node of two stands to the other; for status, and for what it holds itself. */
export interface ArbitrationState {
  /**
   * off: no pair, or no arbitration. together: in contact. waiting: the peer has not been heard since this node started.
   * apart: the peer is silent, or does not hear this node. alone: this node votes alone.
   */
  readonly phase: "off" | "together" | "waiting" | "apart" | "alone";
  readonly peer: NodeId | null;
  /** One sentence: what this node does or waits for. */
  readonly doing: string;
  /** One sentence each, all the time that they hold. */
  readonly warnings: readonly string[];
  /** The ping gate. */
  readonly gate: Verdict;
  /** Whether this node may go on alone as far as its own disk goes. */
  readonly eligible: Verdict;
  /** What this node's rounds of pings have shown so far. */
  readonly pings: PingHistory;
  /** Of the newest round; null: none is over. */
  readonly ownScore: number | null;
  readonly peersScore: number | null;
  /** What this node holds may be served past its session, where the grant's proofs are all hard ones (jeopardy). */
  readonly mayServeOn: boolean;
}
