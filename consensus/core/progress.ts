/** What a leader knows of one peer's log, and what is under way to it. */
import type { LogIndex, Millis, NodeId } from "./types.ts";

export interface Progress {
  readonly peer: NodeId;
  /**
   * probe: where the logs meet is not known; one message at a time. replicate: known; messages are pipelined and
   * `next` runs ahead of the answers.
   */
  state: "probe" | "replicate";
  /** Invariant: the peer has told *this* leader that its log up to here is durable and equal (checklist 25). */
  match: LogIndex;
  /** The first entry of the next message. */
  next: LogIndex;
  /** In probe: a probe is out, and only an answer or the next heartbeat sends another. */
  probing: boolean;
  /** In replicate: the last entry of each unanswered message with entries, oldest first. */
  inflight: LogIndex[];
  /** The highest commit index that a message to this peer can have carried home. */
  commitSent: LogIndex;
  /** The newest round answered, and when that round began to be *sent* (T3, checklist 41). */
  answeredRound: number;
  contactAt: Millis;
}

/** Trusts nothing from before: match 0 until the peer says otherwise (checklist 25). */
export function newProgress(peer: NodeId, lastIndex: LogIndex, now: Millis): Progress {
  return {
    peer,
    state: "probe",
    match: 0 as LogIndex,
    next: (lastIndex + 1) as LogIndex,
    probing: false,
    inflight: [],
    commitSent: 0 as LogIndex,
    answeredRound: 0,
    contactAt: now,
  };
}

/** The peer confirmed its log up to `match`; answers may come late, doubled and out of order. */
export function accepted(progress: Progress, match: LogIndex): void {
  if (match > progress.match) progress.match = match;
  if (progress.next <= progress.match) progress.next = (progress.match + 1) as LogIndex;
  progress.state = "replicate";
  progress.probing = false;
  let answered = 0;
  while (answered < progress.inflight.length && progress.inflight[answered]! <= match) answered += 1;
  if (answered > 0) progress.inflight.splice(0, answered);
}

/**
 * The peer refused `rejected` as previous entry; `candidate` is the last position that may still match.
 * False: an old answer, to be ignored.
 */
export function refused(progress: Progress, rejected: LogIndex, candidate: LogIndex): boolean {
  const current = progress.state === "replicate" ? rejected > progress.match : rejected === progress.next - 1;
  if (!current) return false;
  progress.state = "probe";
  progress.probing = false;
  progress.inflight.length = 0;
  progress.commitSent = Math.min(progress.commitSent, progress.match) as LogIndex;
  progress.next = Math.max(progress.match + 1, Math.min(rejected, candidate + 1)) as LogIndex;
  return true;
}
