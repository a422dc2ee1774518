/**
 * The leader's proof of silence (N2, N3): for one open Suspect, how long ago each voter last could have echoed the
 * session. It starts empty with each term and each Suspect, and is fed by append acknowledgements only.
 */
import type { Configuration, LogIndex, Millis, NodeId, Term } from "../core/types.ts";
import { type SessionId, sessionKey } from "../ledger/types.ts";
import { byMajority } from "./arithmetic.ts";
import type { AgeReport } from "./types.ts";

/** One Suspect: an index alone may hold another entry on a voter whose log still differs from the leader's. */
export interface SuspectId {
  readonly session: SessionId;
  readonly index: LogIndex;
  readonly term: Term;
}
const suspectKey = ({ session, index, term }: SuspectId): string => `${sessionKey(session)} ${index}/${term}`;

export interface Tallies {
  term: Term;
  /**
   * Per Suspect and voter, by the leader's clock: no echoable heartbeat since (receipt - age). The earliest proven
   * moment. What a voter says of a Suspect that the leader does not have stays apart, and decides nothing.
   */
  readonly bySuspect: Map<string, Map<NodeId, Millis>>;
}

export const createTallies = (term: Term): Tallies => ({ term, bySuspect: new Map() });

/** N2: nothing counted in an earlier term counts in this one. */
export function startTerm(tallies: Tallies, term: Term): void {
  if (tallies.term === term) return;
  tallies.term = term;
  tallies.bySuspect.clear();
}

/** Ages that came with an append acknowledgement of the present term, received `now`. */
export function count(tallies: Tallies, voter: NodeId, ages: readonly AgeReport[], now: Millis): void {
  for (const report of ages) {
    const { session, suspectIndex: index, suspectTerm: term } = report;
    const key = suspectKey({ session, index, term });
    const silentSince = tallies.bySuspect.get(key) ?? new Map<NodeId, Millis>();
    tallies.bySuspect.set(key, silentSince);
    // A later age can only be about the same last heartbeat: the promise stands, so the smaller claim is kept.
    const since = now - report.age;
    silentSince.set(voter, Math.min(since, silentSince.get(voter) ?? since));
  }
}

/**
 * Whether, in each half of the configuration, a majority without the session's node has been silent towards it for
 * W. `ownSince`: when the leader itself last could have echoed it, or null while its own withdrawal is not durable: it is
 * a voter like any other, and a crash must not take back what it counted on (N3). The evidence, empty until it is proven, is for people.
 */
export function silent(
  tallies: Tallies,
  suspect: SuspectId,
  configurations: readonly Configuration[],
  self: NodeId,
  ownSince: Millis | null,
  wait: Millis,
  now: Millis,
): { readonly proven: boolean; readonly evidence: string; readonly dueAt: Millis } {
  const silentSince = tallies.bySuspect.get(suspectKey(suspect));
  const since = (voter: NodeId): Millis => {
    if (voter === suspect.session.node) return Number.POSITIVE_INFINITY;
    if (voter === self) return ownSince ?? Number.POSITIVE_INFINITY;
    return silentSince?.get(voter) ?? Number.POSITIVE_INFINITY;
  };
  let proven = true;
  // When the next voter's silence becomes long enough: the moment worth waking up for.
  let dueAt = Number.POSITIVE_INFINITY;
  const soonest = (voters: readonly NodeId[]): void => {
    for (const voter of voters) {
      const at = since(voter) + wait;
      if (at > now) dueAt = Math.min(dueAt, at);
    }
  };
  for (const configuration of configurations) {
    proven &&= byMajority(configuration, (voter) => now - since(voter) >= wait);
    soonest(configuration.voters);
    if (configuration.outgoing !== null) soonest(configuration.outgoing);
  }
  return { proven, evidence: proven ? evidence() : "", dueAt };

  function evidence(): string {
    const voters = new Set(configurations.flatMap((c) => [...c.voters, ...(c.outgoing ?? [])]));
    const ages = [...voters]
      .filter((voter) => since(voter) !== Number.POSITIVE_INFINITY)
      .map((voter) => `${voter} ${Math.floor(now - since(voter))} ms`);
    return `silence by ${ages.join(", ") || "nobody"}; needed ${wait} ms by a majority without ${suspect.session.node}`;
  }
}

/** Forget what is said of Suspects that are not open here. */
export function keepOnly(tallies: Tallies, open: readonly SuspectId[]): void {
  if (tallies.bySuspect.size === 0) return;
  const keys = new Set(open.map(suspectKey));
  for (const key of tallies.bySuspect.keys()) if (!keys.has(key)) tallies.bySuspect.delete(key);
}
