/**
 * What the API asks of a node. The daemon implements it; the API knows no daemon. What cannot be done now, or at all,
 * is a rejected promise with a LeaseholdError: `unavailable`, `invalid-argument`, `not-found`.
 */
import type {
  AcquireReply,
  AcquireRequest,
  ApplyReply,
  ApplyRequest,
  ChangeNodesRequest,
  ConfirmStopRequest,
  ExplainReply,
  GetDocumentReply,
  HistoryReply,
  KeepAliveReply,
  KeepAliveRequest,
  LeaseState,
  LogReply,
  MoveProgress,
  MoveRequest,
  Progress,
  ReleaseReply,
  ReleaseRequest,
  RollbackRequest,
  StatusReply,
} from "./messages.ts";

/** An operator's wish. `requestId` is never empty here. */
export type Wish = { readonly requestId: string; readonly by: string } & (
  | { readonly type: "standby" | "online" | "restart"; readonly node: string }
  | { readonly type: "stop" | "start"; readonly group: string }
  | { readonly type: "maintain"; readonly group: string | null; readonly on: boolean }
);

export type Serving = "serving" | "not-serving" | "unknown";

export interface ClusterView {
  status(): StatusReply;
  log(newest: number): LogReply;
  /** Calls back after anything a person would notice changed; returns how to stop. */
  onChange(listener: () => void): () => void;
  /**
   * Records the wish, then reports until it is done or cannot be; returns how to stop listening (the move goes on).
   */
  move(request: MoveRequest, report: (progress: MoveProgress) => void): () => void;
  /** The same for every other wish of an operator. */
  operate(wish: Wish, report: (progress: Progress) => void): () => void;

  /** Nodes that come, go, and vote; returns how to stop listening (what was begun stands). */
  changeNodes(request: ChangeNodesRequest, report: (progress: Progress) => void): () => void;

  /** A person's word that a node is down; returns how to stop listening. */
  confirmStop(request: ConfirmStopRequest, report: (progress: Progress) => void): () => void;

  apply(request: ApplyRequest): Promise<ApplyReply>;
  rollback(request: RollbackRequest): Promise<ApplyReply>;
  /** Of a revision that is kept; 0: the one in force. */
  document(revision: number): Promise<GetDocumentReply>;
  history(): Promise<HistoryReply>;
  explain(group: string): Promise<ExplainReply>;
  /** Null: whether this daemon is fit to serve; else whether this node holds that group and runs it now. */
  serving(group: string | null): Serving;
}

export interface LeaseView {
  /** Waits up to `waitMs`; `signal` aborts when nobody waits for the answer any more. */
  acquire(request: AcquireRequest, signal: AbortSignal): Promise<AcquireReply>;
  keepAlive(request: KeepAliveRequest): Promise<KeepAliveReply>;
  release(request: ReleaseRequest): Promise<ReleaseReply>;
  /** The lease of that name (empty: all that are held) as it is now, then each change; returns how to stop. */
  watch(name: string, listener: (state: LeaseState) => void): () => void;
}
