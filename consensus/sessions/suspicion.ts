/**
 * When to suspect (safety.md): by what the voters hear, never by what one leader hears alone.
 */
import type { Configuration, Millis, NodeId } from "../core/types.ts";
import type { SessionId } from "../ledger/types.ts";
import { byMajority } from "./arithmetic.ts";
import { type Heard, type Hearing, heardOf, hearsUs, reportOf } from "./hearing.ts";

/** How this node itself stands to a peer's session: null when it does not hear exactly that session. */
function ownHearing(hearing: Hearing, session: SessionId, suspectAfter: Millis, now: Millis): Heard | null {
  const heard = heardOf(hearing, session.node);
  if (heard === null || now - heard.receivedAt >= suspectAfter) return null;
  const same = heard.session.incarnation === session.incarnation && heard.session.number === session.number;
  return same ? heard : null;
}

/**
 * Whether `voter` hears the session and is heard by it, as far as this node (the leader) can tell. A voter that is
 * silent to this node counts as deaf.
 */
export function hearsBothWays(
  hearing: Hearing,
  voter: NodeId,
  session: SessionId,
  suspectAfter: Millis,
  now: Millis,
): boolean {
  if (voter === hearing.self) {
    if (voter === session.node) return true;
    const own = ownHearing(hearing, session, suspectAfter, now);
    return own !== null && hearsUs(own, suspectAfter, now);
  }
  const heard = heardOf(hearing, voter);
  const word = heard?.newest.store;
  if (word !== undefined && word.standing !== "certified") return false; // R13.1: it echoes nobody
  // X itself, if a voter: it hears itself. Whether X is alive is said by the others.
  if (voter === session.node) return true;
  if (heard === null || now - heard.receivedAt >= suspectAfter) return false;
  const report = reportOf(heard.reports, session.node);
  return (
    report !== undefined &&
    report.incarnation === session.incarnation &&
    report.number === session.number &&
    report.age + (now - heard.receivedAt) < suspectAfter &&
    report.hearsUs
  );
}

/** A majority of every current configuration hears the session and is heard by it. */
export function heardByMajority(
  hearing: Hearing,
  configurations: readonly Configuration[],
  session: SessionId,
  suspectAfter: Millis,
  now: Millis,
): boolean {
  const hears = (voter: NodeId): boolean => hearsBothWays(hearing, voter, session, suspectAfter, now);
  for (const configuration of configurations) if (!byMajority(configuration, hears)) return false;
  return true;
}

/**
 * The leader is deaf to a session that a majority hears: the voter it should hand leadership to (one that hears the
 * session and is heard by the leader), or null.
 */
export function betterPlacedLeader(
  hearing: Hearing,
  configuration: Configuration,
  session: SessionId,
  suspectAfter: Millis,
  now: Millis,
): NodeId | null {
  if (session.node === hearing.self) return null;
  if (ownHearing(hearing, session, suspectAfter, now) !== null) return null;
  if (!heardByMajority(hearing, [configuration], session, suspectAfter, now)) return null;
  const candidates = configuration.voters.filter(
    (voter) =>
      voter !== hearing.self &&
      voter !== session.node &&
      hearsBothWays(hearing, voter, session, suspectAfter, now),
  );
  return candidates[0] ?? null;
}
