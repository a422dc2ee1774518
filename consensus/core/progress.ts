/** What a leader knows of one peer's log, and what is under way to it. */
import type { LogIndex, Millis, NodeId } from "./types.ts";

export interface Progress {
  readonly peer: NodeId;
  /**
   * probe: where the logs meet is not known; one message at a time. replicate: known; messages are pipelined and
   * `next` runs ahead of the answers. snapshot: one is on its way, and nothing else but heartbeats.
   */
  state: "probe" | "replicate" | "snapshot";
  /** Invariant: the peer has told *this* leader that its log up to here is durable and equal (checklist 25). */
  match: LogIndex;
  /** The first entry of the next message. */
  next: LogIndex;
  /** R13.1: what it confirms counts as a voter's word. */
  certified: boolean;
  /** In probe: a probe is out, and only an answer or the next heartbeat sends another. */
  probing: boolean;
  /** In replicate: each unanswered message with entries, oldest first; `inflightBytes` is the sum of their bytes. */
  inflight: { readonly last: LogIndex; readonly bytes: number }[];
  inflightBytes: number;
  /** In snapshot: the last entry it stands for. */
  snapshotIndex: LogIndex;
  /** No snapshot is sent to a peer that has not answered a later round than this one: it may be gone. */
  snapshotAfterRound: number;
  /** The highest commit index that a message to this peer can have carried home. */
  commitSent: LogIndex;
  /** Answers to earlier rounds are not this member's, but of one that bore its name before (checklist 35). */
  readonly firstRound: number;
  /** The newest round answered, and when that round began to be *sent* (T3, checklist 41). */
  answeredRound: number;
  contactAt: Millis;
  /** Voted out by the configuration of this index: it is told so, and is dropped at `leavesAt` at the latest. */
  leaving: { readonly index: LogIndex; readonly leavesAt: Millis } | null;
}

/** Trusts nothing from before: match 0 until the peer says otherwise (checklist 25). */
export function newProgress(peer: NodeId, lastIndex: LogIndex, firstRound: number, now: Millis): Progress {
  return {
    peer,
    state: "probe",
    match: 0 as LogIndex,
    next: (lastIndex + 1) as LogIndex,
    certified: true,
    probing: false,
    inflight: [],
    inflightBytes: 0,
    snapshotIndex: 0 as LogIndex,
    snapshotAfterRound: 0,
    commitSent: 0 as LogIndex,
    firstRound,
    answeredRound: 0,
    contactAt: now,
    leaving: null,
  };
}

/**
 * The peer confirmed its log up to `match`; answers may come late, doubled and out of order. `base`: the last entry
 * that is dropped here. Whatever snapshot was on its way, from there on entries do (checklist 38).
 */
export function accepted(progress: Progress, match: LogIndex, base: LogIndex): void {
  if (match > progress.match) progress.match = match;
  if (progress.next <= progress.match) progress.next = (progress.match + 1) as LogIndex;
  if (progress.state === "snapshot" && progress.match < base) return;
  progress.state = "replicate";
  progress.probing = false;
  const { inflight } = progress;
  let answered = 0;
  for (; answered < inflight.length && inflight[answered]!.last <= match; answered += 1) {
    progress.inflightBytes -= inflight[answered]!.bytes;
  }
  if (answered > 0) inflight.splice(0, answered);
}

/**
 * The peer refused `rejected` as previous entry; `candidate` is the last position that may still match.
 * False: an old answer, to be ignored.
 */
export function refused(progress: Progress, rejected: LogIndex, candidate: LogIndex): boolean {
  if (progress.state === "snapshot") return false;
  const current = progress.state === "replicate" ? rejected > progress.match : rejected === progress.next - 1;
  if (!current) return false;
  restart(progress);
  progress.commitSent = Math.min(progress.commitSent, progress.match) as LogIndex;
  progress.next = Math.max(progress.match + 1, Math.min(rejected, candidate + 1)) as LogIndex;
  return true;
}

/** A snapshot that stands for the log up to `index` goes out. */
export function beginSnapshot(progress: Progress, index: LogIndex): void {
  restart(progress);
  progress.state = "snapshot";
  progress.snapshotIndex = index;
}

/** The snapshot arrived, or did not; which of the two the next probe finds out for itself. */
export function endSnapshot(progress: Progress, ok: boolean, round: number): void {
  restart(progress);
  if (ok) progress.next = (Math.max(progress.match, progress.snapshotIndex) + 1) as LogIndex;
  else progress.snapshotAfterRound = round;
}

function restart(progress: Progress): void {
  progress.state = "probe";
  progress.probing = false;
  progress.inflight.length = 0;
  progress.inflightBytes = 0;
}
