/** What the API asks of a node. The daemon implements it; the API knows no daemon. */
import type { LogReply, MoveProgress, MoveRequest, StatusReply } from "./messages.ts";

export interface ClusterView {
  status(): StatusReply;
  log(newest: number): LogReply;
  /** Calls back after anything a person would notice changed; returns how to stop. */
  onChange(listener: () => void): () => void;
  /**
   * Records the wish, then reports until it is done or cannot be; returns how to stop listening (the move goes on).
   */
  move(request: MoveRequest, report: (progress: MoveProgress) => void): () => void;
}
