/** What follows when the document's timing changes while the cluster runs. */
import type { CoreOptions, Millis } from "./core/types.ts";
import { sessionOf, timingsInUse } from "./ledger/query.ts";
import type { Ledger, SessionId, Timing } from "./ledger/types.ts";

/** The core looks its options up whenever it needs them, so their owner may change the times between two steps. */
export type Retimable = { -readonly [Key in keyof CoreOptions]: CoreOptions[Key] };

/** A timer that runs goes on as it was set; the next one follows. Liveness alone rests on these. */
export function retime(options: Retimable, { electionMin, electionMax, raftHeartbeat }: Timing): void {
  options.maxTickLateness *= electionMin / options.electionTimeoutMin;
  options.electionTimeoutMin = electionMin;
  options.electionTimeoutMax = electionMax;
  options.heartbeatInterval = raftHeartbeat;
}

/**
 * N1: why this node may not say yet that it is ready for the revision in force, as a phrase; null when it may.
 * What it armed under a longer TTL, or its process before, must have run out: from then on it is waited for by the shorter one.
 * `since`: when this process applied the revision.
 */
export function armedLonger(
  ledger: Ledger,
  session: SessionId,
  ttl: Millis,
  since: Millis,
  now: Millis,
): string | null {
  if (sessionOf(ledger, session)?.ready?.revision === ledger.revision) return null;
  const longest = Math.max(...timingsInUse(ledger, session).map((timing) => timing.ttl), ttl);
  if (longest === ttl || now >= since + longest) return null;
  return `what was armed under a TTL of ${longest} ms may be alive for ${Math.ceil(since + longest - now)} ms more`;
}
