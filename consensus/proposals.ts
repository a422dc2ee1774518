/**
 * Local wishes on their way through the leader: each is answered once, when its entry was applied, or when it is
 * known (or must be assumed) not to come. A wish may be made again: every command is a compare-and-swap.
 */
import type { LogIndex, Millis, Term } from "./core/types.ts";
import type { Batch, ClusterDocument, LedgerEvent } from "./ledger/types.ts";
import type { ReplicaEffect } from "./types.ts";

interface Waiting {
  readonly since: Millis;
  index: LogIndex | null;
  term: Term | null;
}

interface Applied {
  readonly index: LogIndex;
  readonly term: Term;
  readonly batch: Batch | null;
  readonly events: readonly LedgerEvent[];
}

export interface Proposals {
  readonly waiting: Map<number, Waiting>;
  /** The newest entries applied, oldest first: an entry may come and be applied before word of where it was put. */
  readonly recent: Applied[];
}
const RECENT = 256;

export const newProposals = (): Proposals => ({ waiting: new Map(), recent: [] });

export const wait = ({ waiting }: Proposals, id: number, now: Millis): void => {
  waiting.set(id, { since: now, index: null, term: null });
};

/** The leader of `term` appended it at `index`. */
export function placed(proposals: Proposals, id: number, index: LogIndex, term: Term): ReplicaEffect[] {
  const waiting = proposals.waiting.get(id);
  if (waiting === undefined) return [];
  waiting.index = index;
  waiting.term = term;
  const last = proposals.recent.at(-1);
  if (last === undefined || (last.index < index && last.term <= term)) return [];
  const there = proposals.recent.find((entry) => entry.index === index);
  return verdict(proposals, id, waiting, there ?? last);
}

export function failed({ waiting }: Proposals, id: number, reason: string): ReplicaEffect[] {
  return waiting.delete(id) ? [{ type: "outcome", id, result: { ok: false, reason } }] : [];
}

/** What an applied entry, at the wish's place or beyond it or of a later term, says about the wish. */
function verdict(proposals: Proposals, id: number, wish: Waiting, entry: Applied): ReplicaEffect[] {
  const { index, term, batch, events } = entry;
  if (wish.index !== index || wish.term !== term || batch === null) {
    return failed(proposals, id, "another leader's entry took its place");
  }
  proposals.waiting.delete(id);
  return [{ type: "outcome", id, result: { ok: true, index, events } }];
}

/**
 * Entry (index, term) was applied: the wish placed there succeeded; one placed there or before in another term was
 * lost, and so was one placed later in an earlier term, for terms grow along the log.
 */
export function applied(
  proposals: Proposals,
  index: LogIndex,
  term: Term,
  batch: Batch | null,
  events: readonly LedgerEvent[],
): ReplicaEffect[] {
  const entry: Applied = { index, term, batch, events };
  proposals.recent.push(entry);
  if (proposals.recent.length > RECENT) proposals.recent.shift();
  const out: ReplicaEffect[] = [];
  for (const [id, wish] of proposals.waiting) {
    if (wish.index === null || wish.term === null) continue;
    if (wish.index <= index || wish.term < term) out.push(...verdict(proposals, id, wish, entry));
  }
  return out;
}

/** The ledger became that of entry `index` at once: what came of the wishes placed up to there nobody can say here. */
export function overtaken(proposals: Proposals, index: LogIndex): ReplicaEffect[] {
  const out: ReplicaEffect[] = [];
  for (const [id, wish] of proposals.waiting) {
    if (wish.index === null || wish.index > index) continue;
    out.push(...failed(proposals, id, "this node was behind and took a snapshot: look whether it was done"));
  }
  return out;
}

/**
 * Wishes that no leader answered within `patience` are given up; by who is no member any more (`former`), so are those that
 * stand in its log: it will not hear what becomes of them.
 */
export function expireUnanswered(
  proposals: Proposals,
  former: boolean,
  patience: Millis,
  now: Millis,
): ReplicaEffect[] {
  const out: ReplicaEffect[] = [];
  for (const [id, waiting] of proposals.waiting) {
    if (now - waiting.since < patience) continue;
    if (waiting.index === null) out.push(...failed(proposals, id, "no leader answered in time"));
    else if (former) out.push(...failed(proposals, id, "this node is no member of the cluster any more"));
  }
  return out;
}

/** A bound on the encoded size, for flow control only. */
export function estimate(batch: Batch): number {
  let bytes = 32;
  for (const command of batch.commands) {
    bytes += command.type === "configure" ? 512 + documentBytes(command.document) : 192;
  }
  return bytes;
}

const documentBytes = ({ nodes, groups }: ClusterDocument): number =>
  groups.reduce((sum, { members, prefers }) => {
    const services = members.map((member) =>
      member.type === "command" ? JSON.stringify([member.command, member.environment]).length : 0,
    );
    return sum + 64 + 32 * prefers.length + services.reduce((all, one) => all + 128 + one, 0);
  }, 128 * nodes.length);
