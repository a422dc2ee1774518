/** How fast the peer stream notices and mends, from the cluster's timing. */
import type { Timing } from "../ledger/types.ts";

/** All in milliseconds. */
export interface StreamTiming {
  /** An open stream whose other end answered no ping for this long is doubted, and the next path is dialled. */
  readonly silenceAfter: number;
  /** A dial that has not exchanged hellos by then is given up. */
  readonly dialTimeout: number;
  /** Pause after every path failed once; doubles up to the second. */
  readonly retryMin: number;
  readonly retryMax: number;
}

/**
 * A doubted stream is replaced well inside an election timeout, so that a dead path costs no leader. It is never
 * doubted for a missed heartbeat or two: a dial is not free.
 */
export function streamTimingOf(
  timing: Pick<Timing, "raftHeartbeat" | "electionMin" | "electionMax">,
): StreamTiming {
  return {
    silenceAfter: Math.max(3 * timing.raftHeartbeat, timing.electionMin / 2, 40),
    dialTimeout: Math.max(timing.electionMax, 250),
    retryMin: 50,
    retryMax: 500,
  };
}
