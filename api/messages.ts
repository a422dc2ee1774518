/** The API's messages as plain objects. What each field means stands in proto/leasehold/v1/api.proto. */

export interface StatusReply {
  readonly cluster: string;
  readonly node: string;
  readonly role: string;
  readonly term: number;
  readonly leader: string;
  readonly commit: number;
  readonly applied: number;
  readonly revision: number;
  readonly disk: string;
  readonly warnings: readonly string[];
  readonly members: readonly {
    readonly name: string;
    readonly voter: boolean;
    readonly alive: boolean;
    readonly silenceMs: readonly number[];
    readonly session: string;
    readonly ready: boolean;
    readonly reason: string;
    readonly standby: string;
    readonly disk: string;
    readonly role: string;
    readonly cards: readonly { readonly name: string; readonly up: boolean }[];
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly address: string;
    readonly holder: string;
    readonly state: string;
    readonly token: string;
    readonly reason: string;
    readonly proof: string;
    readonly movingTo: string;
    readonly local: string;
    readonly parts: readonly {
      readonly name: string;
      readonly type: string;
      readonly what: string;
      readonly state: string;
    }[];
    readonly stopped: string;
    readonly maintained: string;
  }[];
  readonly session: {
    readonly incarnation: number;
    readonly number: number;
    readonly validForMs: number;
    readonly gate: string;
  };
  readonly dropped: readonly Dropped[];
  /** Null: of a daemon that does not say. */
  readonly outlook: Outlook | null;
  /** Null: not one of two. */
  readonly pair: Pair | null;
}
export interface Outlook {
  readonly survives: boolean;
  readonly sentence: string;
  readonly findings: readonly { readonly level: string; readonly text: string }[];
}
export interface Pair {
  readonly phase: string;
  readonly peer: string;
  readonly doing: string;
  readonly ownScore: number;
  readonly peersScore: number;
  readonly targets: readonly {
    readonly address: string;
    readonly answeredAgoMs: number;
    readonly probes: number;
    readonly answers: number;
  }[];
  /** Oldest first. */
  readonly rounds: readonly { readonly agoMs: number; readonly own: number; readonly peers: number }[];
  readonly gate: boolean;
  readonly gateReason: string;
  readonly eligible: boolean;
  readonly eligibleReason: string;
}
export interface Dropped {
  readonly where: string;
  readonly reason: string;
  readonly count: number;
  readonly agoMs: number;
  readonly from: readonly { readonly address: string; readonly count: number }[];
  /** Whose ports. */
  readonly node: string;
}
export interface MoveRequest {
  readonly group: string;
  readonly to: string;
  readonly requestId: string;
}
export interface MoveProgress {
  readonly requestId: string;
  readonly stage: "wanted" | "released" | "granted" | "running" | "refused";
  readonly text: string;
  readonly done: boolean;
  readonly ok: boolean;
}
export interface LogReply {
  readonly decisions: readonly {
    readonly index: number;
    readonly term: number;
    readonly at: number;
    readonly text: string;
    readonly type: string;
  }[];
}

export type Empty = Record<string, never>;

export interface ApplyRequest {
  readonly yaml: string;
  readonly file: string;
  readonly dryRun: boolean;
  readonly baseRevision: number;
  readonly by: string;
  readonly note: string;
}
export interface Problem {
  /** 0: of the whole document. */
  readonly line: number;
  readonly field: string;
  readonly text: string;
}
export interface ApplyReply {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
  /** In force after the call. */
  readonly revision: number;
}
export interface GetDocumentReply {
  readonly yaml: string;
  readonly revision: number;
}
export interface HistoryReply {
  readonly revisions: readonly {
    readonly revision: number;
    readonly at: number;
    readonly by: string;
    readonly note: string;
    readonly changes: readonly string[];
  }[];
}
export interface RollbackRequest {
  readonly revision: number;
  readonly by: string;
  readonly dryRun: boolean;
}

export interface ConfirmStopRequest {
  readonly node: string;
  readonly typed: string;
  readonly requestId: string;
  readonly by: string;
}
export interface NodeWish {
  readonly node: string;
  readonly requestId: string;
  readonly by: string;
}
export interface GroupWish {
  readonly group: string;
  readonly requestId: string;
  readonly by: string;
}
export interface ChangeNodesRequest {
  readonly action: "add" | "remove" | "promote" | "demote" | "replace" | "readmit";
  readonly node: string;
  /** Of the node that comes: one IP address for each path. */
  readonly addresses: readonly string[];
  /** replace: the node that comes in the place of `node`. */
  readonly other: string;
  /** add: it takes the log and does not vote. */
  readonly learner: boolean;
  readonly requestId: string;
  readonly by: string;
}
export interface MaintainRequest {
  /** Empty: all groups. */
  readonly group: string;
  readonly on: boolean;
  readonly by: string;
}
export interface Progress {
  readonly requestId: string;
  readonly stage: "wanted" | "moving" | "stopped" | "started" | "handing-over" | "done" | "refused";
  readonly text: string;
  readonly done: boolean;
  readonly ok: boolean;
}
export interface ExplainReply {
  readonly group: string;
  readonly lines: readonly string[];
  readonly candidates: readonly {
    readonly node: string;
    readonly eligible: boolean;
    readonly reason: string;
  }[];
  readonly decisions: LogReply["decisions"];
}

export interface AcquireRequest {
  readonly name: string;
  readonly owner: string;
  readonly ttlMs: number;
  readonly waitMs: number;
  readonly note: string;
}
export interface AcquireReply {
  readonly acquired: boolean;
  /** Decimal. */
  readonly token: string;
  readonly ttlMs: number;
  readonly heldBy: string;
}
export interface KeepAliveRequest {
  readonly name: string;
  readonly owner: string;
  readonly token: string;
  readonly beat: number;
}
export interface KeepAliveReply {
  readonly name: string;
  readonly beat: number;
  readonly held: boolean;
  readonly ttlMs: number;
  readonly reason: string;
}
export interface ReleaseRequest {
  readonly name: string;
  readonly owner: string;
  readonly token: string;
}
export interface ReleaseReply {
  readonly released: boolean;
  readonly reason: string;
}
export interface LeaseState {
  readonly name: string;
  readonly held: boolean;
  readonly token: string;
  readonly note: string;
  /** `all`: of no lease; everything that was held when a watch of all began has been told. */
  readonly event: "held" | "released" | "lapsed" | "all";
}
