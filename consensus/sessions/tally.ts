/**
 * The leader's proof of silence (N2, N3): for one open Suspect, how long ago each voter last could have echoed the
 * session. It starts empty with each term and each Suspect, and is fed by append acknowledgements only.
 */
import type { Configuration, LogIndex, Millis, NodeId, Term } from "../core/types.ts";
import { type SessionId, sessionKey } from "../ledger/types.ts";
import { byMajority } from "./arithmetic.ts";
import type { AgeReport } from "./types.ts";

interface Tally {
  readonly suspectIndex: LogIndex;
  readonly suspectTerm: Term;
  /** Per voter, by the leader's clock: no echoable heartbeat since (receipt - age). The earliest proven moment. */
  readonly silentSince: Map<NodeId, Millis>;
}
export interface Tallies {
  term: Term;
  readonly bySession: Map<string, Tally>;
}

export const createTallies = (term: Term): Tallies => ({ term, bySession: new Map() });

/** N2: nothing counted in an earlier term counts in this one. */
export function startTerm(tallies: Tallies, term: Term): void {
  if (tallies.term === term) return;
  tallies.term = term;
  tallies.bySession.clear();
}

/** Ages that came with an append acknowledgement of the present term, received `now`. */
export function count(tallies: Tallies, voter: NodeId, ages: readonly AgeReport[], now: Millis): void {
  for (const report of ages) {
    const key = sessionKey(report.session);
    let tally = tallies.bySession.get(key);
    if (
      tally === undefined ||
      tally.suspectIndex !== report.suspectIndex ||
      tally.suspectTerm !== report.suspectTerm
    ) {
      if (tally !== undefined && tally.suspectIndex > report.suspectIndex) continue;
      tally = { suspectIndex: report.suspectIndex, suspectTerm: report.suspectTerm, silentSince: new Map() };
      tallies.bySession.set(key, tally);
    }
    // A later age can only be about the same last heartbeat: the promise stands, so the smaller claim is kept.
    const since = now - report.age;
    tally.silentSince.set(voter, Math.min(since, tally.silentSince.get(voter) ?? since));
  }
}

/**
 * Whether, in each half of the configuration, a majority without the session's node has been silent towards it for
 * W. `ownSince`: when the leader itself last could have echoed it, or null if it has not withdrawn or does not vote.
 * The evidence is for people.
 */
export function silent(
  tallies: Tallies,
  suspect: { readonly session: SessionId; readonly index: LogIndex; readonly term: Term },
  configurations: readonly Configuration[],
  self: NodeId,
  ownSince: Millis | null,
  wait: Millis,
  now: Millis,
): { readonly proven: boolean; readonly evidence: string; readonly dueAt: Millis } {
  const tally = tallies.bySession.get(sessionKey(suspect.session));
  const valid =
    tally !== undefined && tally.suspectIndex === suspect.index && tally.suspectTerm === suspect.term;
  const since = (voter: NodeId): Millis => {
    if (voter === suspect.session.node) return Number.POSITIVE_INFINITY;
    if (voter === self) return ownSince ?? Number.POSITIVE_INFINITY;
    return (valid ? tally.silentSince.get(voter) : undefined) ?? Number.POSITIVE_INFINITY;
  };
  const proven = configurations.every((c) => byMajority(c, (voter) => now - since(voter) >= wait));
  const voters = [...new Set(configurations.flatMap((c) => [...c.voters, ...(c.outgoing ?? [])]))];
  const ages = voters
    .filter((voter) => since(voter) !== Number.POSITIVE_INFINITY)
    .map((voter) => `${voter} ${Math.floor(now - since(voter))} ms`);
  // When the next voter's silence becomes long enough: the moment worth waking up for.
  const pending = voters
    .map((voter) => since(voter) + wait)
    .filter((at) => at > now && at !== Number.POSITIVE_INFINITY);
  return {
    proven,
    evidence: `silence by ${ages.join(", ") || "nobody"}; needed ${wait} ms by a majority without ${suspect.session.node}`,
    dueAt: pending.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...pending),
  };
}

/** Forget tallies of sessions that are no longer suspected. */
export function keepOnly(tallies: Tallies, suspected: readonly SessionId[]): void {
  for (const key of tallies.bySession.keys()) {
    if (!suspected.some((s) => sessionKey(s) === key)) tallies.bySession.delete(key);
  }
}
