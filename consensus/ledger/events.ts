/** What the ledger says of each command that it applied: what happened, or why it was refused. */
import type { LogIndex, NodeId } from "../core/types.ts";
import type { AppLease, Command, GroupState, Proof, StopKind } from "./commands.ts";
import type { GroupName, Incarnation, SessionId, Token } from "./ids.ts";

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
  | "not-held"
  | "promised"
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
      readonly type: "promised";
      readonly group: GroupName;
      readonly successor: SessionId;
      readonly token: Token;
      readonly reason: string;
    }
  /** The heir is none any more: its session has ended (S4). */
  | { readonly type: "promise-ended"; readonly group: GroupName; readonly successor: SessionId }
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

type AppEvent = Extract<LedgerEvent, { readonly type: "acquired" | "yielded" }>;
/**
 * What is kept of an event. About leases of applications all of it, for whoever watches them; else what kind it was, and the
 * group that it was about, null where it was about none, or about all.
 */
export type DecidedEvent =
  | AppEvent
  | { readonly type: Exclude<LedgerEvent, AppEvent>["type"]; readonly group: GroupName | null };
