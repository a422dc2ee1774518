/**
 * How often the holder's life is asked when nothing happens. Each asking costs, and an idle node has several reasons
 * in every heartbeat. What gets better may be told late; what gets worse, or tight, is told at once.
 */
import type { LogIndex, Millis, NodeId } from "../consensus/core/types.ts";
import { type Ledger, type SessionId, sameSession } from "../consensus/ledger/types.ts";

/** The replica's word on how long this node may serve. */
export interface Word {
  readonly session: SessionId;
  readonly validUntil: Millis;
  /** Nothing new may be started. Absent: no. */
  readonly beyond?: boolean;
}
export interface Pace {
  told: Word | null;
  /** Newer than `told`; it goes before whatever the holder's life is told next. */
  untold: Word | null;
  askedAt: Millis;
  /** Up to which entry the ledger was told last; null: it was not. */
  applied: LogIndex | null;
}
export interface Rhythm {
  readonly now: Millis;
  readonly ttl: Millis;
  readonly heartbeat: Millis;
  /** The ledger gives this node something to keep going. */
  readonly busy: boolean;
}

export function isBusy(ledger: Ledger, self: NodeId): boolean {
  const known = answered.get(ledger);
  if (known?.applied === ledger.applied && known.self === self) return known.busy;
  let busy = false;
  for (const { holder } of ledger.leases.values()) if (holder?.node === self) busy = true;
  answered.set(ledger, { applied: ledger.applied, self, busy });
  return busy;
}
/** Asked at each tick and each word, and a ledger may have a thousand leases. */
const answered = new WeakMap<
  Ledger,
  { readonly applied: LogIndex; readonly self: NodeId; readonly busy: boolean }
>();

export const newPace = (): Pace => ({
  told: null,
  untold: null,
  askedAt: Number.NEGATIVE_INFINITY,
  applied: null,
});

/**
 * Whether the ledger has anything to tell since it was told last: of the entries that were applied together, the first tells it as it
 * is after all of them. Takes note that it is told now. A snapshot is always told.
 */
export function ledgerIsNews(pace: Pace, { applied }: Ledger): boolean {
  if (pace.applied === applied) return false;
  pace.applied = applied;
  return true;
}

/** Takes a new word; true when it is to be told now. */
export function takeWord(pace: Pace, word: Word, rhythm: Rhythm): boolean {
  pace.untold = word;
  const { told } = pace;
  if (told === null || !sameSession(told.session, word.session) || word.validUntil < told.validUntil)
    return true;
  if ((told.beyond ?? false) !== (word.beyond ?? false)) return true;
  // Each of our own heartbeats that is echoed brings one step; a second voter's echo of the same brings nothing.
  const step = rhythm.busy ? 0.5 * rhythm.heartbeat : rest(rhythm);
  return !isCalm(pace, rhythm) || word.validUntil - told.validUntil >= step;
}

/**
 * Whether a tick is worth asking for: not where the words of a heartbeat have just come. The next tick may be 1.25
 * heartbeats away, and the gate's element lives for as little as 2.5: what is put off now must not come too late.
 */
export function tickIsDue(pace: Pace, rhythm: Rhythm): boolean {
  return (
    !isCalm(pace, rhythm) ||
    rhythm.now - pace.askedAt >= (rhythm.busy ? 0.75 * rhythm.heartbeat : rest(rhythm))
  );
}

/** The newest word has been told. */
export function wordTold(pace: Pace): void {
  pace.told = pace.untold ?? pace.told;
  pace.untold = null;
}

const rest = ({ ttl }: Rhythm): Millis => ttl / 4;

/** What the holder's life knows of its right is good for a while yet. */
const isCalm = ({ told }: Pace, { now, ttl }: Rhythm): boolean =>
  told !== null && told.validUntil - now > ttl / 2;
