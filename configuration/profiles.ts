/** Named timings. A profile is expanded when the document is read; the ledger holds the numbers. */
import type { Timing } from "../consensus/ledger/types.ts";

export const PROFILES = {
  /** For machines on a quiet wired network: a lost holder is replaced in about a quarter of a second. */
  fast: {
    ttl: 200,
    rho: 0.01,
    heartbeat: 40,
    suspectAfter: 140,
    raftHeartbeat: 40,
    electionMin: 120,
    electionMax: 180,
  },
  /** For everybody else: tolerates pauses of half a second. */
  default: {
    ttl: 1000,
    rho: 0.01,
    heartbeat: 200,
    suspectAfter: 650,
    raftHeartbeat: 200,
    electionMin: 450,
    electionMax: 750,
  },
} as const satisfies Record<string, Timing>;

export type ProfileName = keyof typeof PROFILES;

/** Why a timing cannot be safe or cannot work; empty when it can. One sentence each. */
export function timingProblems(timing: Timing): string[] {
  const problems: string[] = [];
  const need = (holds: boolean, text: string): void => {
    if (!holds) problems.push(text);
  };
  const { ttl, rho, heartbeat, suspectAfter, raftHeartbeat, electionMin, electionMax } = timing;
  need(rho >= 0.001 && rho <= 0.1, `rho is ${rho}; expected 0.001 to 0.1 (0.1 % to 10 % clock rate error)`);
  need(ttl >= 100, `ttl is ${ttl} ms; expected at least 100 ms`);
  need(heartbeat * 5 <= ttl, `heartbeat is ${heartbeat} ms; expected at most a fifth of ttl (${ttl / 5} ms)`);
  need(
    suspectAfter >= 3 * heartbeat && suspectAfter <= 0.8 * ttl,
    `suspectAfter is ${suspectAfter} ms; expected from three heartbeats (${3 * heartbeat} ms) to 80 % of ttl (${0.8 * ttl} ms)`,
  );
  need(raftHeartbeat >= 10, `raftHeartbeat is ${raftHeartbeat} ms; expected at least 10 ms`);
  need(
    raftHeartbeat * 2 <= electionMin,
    `raftHeartbeat is ${raftHeartbeat} ms; expected at most half of electionMin (${electionMin / 2} ms)`,
  );
  need(
    electionMin < electionMax,
    `electionMin is ${electionMin} ms; expected less than electionMax (${electionMax} ms)`,
  );
  return problems;
}
