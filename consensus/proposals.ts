/**
 * Local wishes on their way through the leader: each is answered once, when its entry was applied, or when it is
 * known (or must be assumed) not to come. A wish may be made again: every command is a compare-and-swap.
 */
import type { LogIndex, Millis, Term } from "./core/types.ts";
import type { Batch, LedgerEvent } from "./ledger/types.ts";
import type { ReplicaEffect } from "./types.ts";

interface Waiting {
  readonly since: Millis;
  index: LogIndex | null;
  term: Term | null;
}

export type Proposals = Map<number, Waiting>;

export const wait = (proposals: Proposals, id: number, now: Millis): void => {
  proposals.set(id, { since: now, index: null, term: null });
};

/** The leader of `term` appended it at `index`. */
export function placed(proposals: Proposals, id: number, index: LogIndex, term: Term): void {
  const waiting = proposals.get(id);
  if (waiting === undefined) return;
  waiting.index = index;
  waiting.term = term;
}

export function failed(proposals: Proposals, id: number, reason: string): ReplicaEffect[] {
  return proposals.delete(id) ? [{ type: "outcome", id, result: { ok: false, reason } }] : [];
}

/** Entry (index, term) was applied: the wish placed there succeeded; one placed there in another term was lost. */
export function applied(
  proposals: Proposals,
  index: LogIndex,
  term: Term,
  batch: Batch | null,
  events: readonly LedgerEvent[],
): ReplicaEffect[] {
  const out: ReplicaEffect[] = [];
  for (const [id, waiting] of proposals) {
    if (waiting.index === null || waiting.index > index) continue;
    if (waiting.index === index && waiting.term === term && batch !== null) {
      proposals.delete(id);
      out.push({ type: "outcome", id, result: { ok: true, index, events } });
    } else {
      out.push(...failed(proposals, id, "another leader's entry took its place"));
    }
  }
  return out;
}

/** Wishes that no leader answered within `patience` are given up. */
export function expireUnanswered(proposals: Proposals, patience: Millis, now: Millis): ReplicaEffect[] {
  const out: ReplicaEffect[] = [];
  for (const [id, waiting] of proposals) {
    if (waiting.index === null && now - waiting.since >= patience) {
      out.push(...failed(proposals, id, "no leader answered in time"));
    }
  }
  return out;
}
