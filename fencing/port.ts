/** What fencing asks of the outside; each function is an edge. Only these throw, with a code of `errors.ts`. */
import type { Millis } from "../consensus/core/types.ts";

/** One power switch, management controller or mailbox. Never called by a node against itself. */
export interface FenceDevice {
  readonly name: string;
  /**
   * Asks for the power of `outlet` (as the device names it) to change. Resolves with whether the device accepted; that is no evidence (R8). After
   * `timeout` milliseconds it resolves with false. Whatever it answers, it may still act later.
   */
  command(outlet: string, action: "off" | "on", timeout: Millis): Promise<boolean>;
  /** An independent query, in a conversation of its own; null: unreachable, or no answer within `timeout`. */
  status(outlet: string, timeout: Millis): Promise<"off" | "on" | null>;
}

/** One answered probe or none; `sentAt` by the daemon's one clock. */
export interface PingAnswer {
  readonly target: string;
  readonly sentAt: Millis;
  readonly answered: boolean;
}
export interface Pings {
  /** One round: every target once, side by side. Resolves when all have answered or `timeout` has passed. */
  probe(targets: readonly string[], timeout: Millis): Promise<readonly PingAnswer[]>;
}

/** A line without IP to the peer. It carries signed frames: heartbeats, scores, and in a split the solo configuration and its acknowledgement. */
export interface SerialLine {
  /** False: the frame was dropped, because the line is closed or busy; never waits. */
  send(frame: Uint8Array): boolean;
  /** Whole frames only; damaged ones are dropped below. One listener. */
  onFrame(listen: (frame: Uint8Array, receivedAt: Millis) => void): void;
  close(): Promise<void>;
}
