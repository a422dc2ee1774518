/**
 * Raft's idle rounds ride in heartbeats that leave anyway: an idle leader says nothing else, and each message of its
 * own would wake its receiver once more. Only what Raft may lose, double and reorder at no cost rides; everything
 * else goes by the peer streams.
 */
import type { Entry, LogIndex, Message, NodeId } from "./core/types.ts";
import type { IdleAnswer, IdleRound } from "./sessions/types.ts";

/** What waits for the heartbeat of this turn. */
export interface Riding {
  readonly to: NodeId;
  readonly message: Message;
}

/** `lastIndex`: of this node's own log. What is behind it or not committed yet goes by the stream, in order. */
export function mayRide(message: Message, lastIndex: LogIndex): boolean {
  if (message.type === "append-response") return message.result.ok && message.uncertified === undefined;
  if (message.type !== "append-request" || message.entries.length > 0) return false;
  return message.prevIndex === lastIndex && message.commit === lastIndex;
}

/** The one round that all of `riding` is, where it is the same for everybody the heartbeat goes to; else null. */
export function commonRound(riding: readonly Riding[], to: readonly NodeId[]): IdleRound | null {
  const first = riding[0]?.message;
  if (first?.type !== "append-request" || riding.length !== to.length) return null;
  const { term, prevIndex, prevTerm, commit, round } = first;
  for (const { to: peer, message } of riding) {
    if (message.type !== "append-request" || !to.includes(peer)) return null;
    if (message.round !== round || message.prevIndex !== prevIndex || message.term !== term) return null;
  }
  return { term, prevIndex, prevTerm, commit, round };
}

/** The one answer that `riding` is, else null. */
export function soleAnswer(riding: readonly Riding[]): IdleAnswer | null {
  const [first] = riding;
  if (riding.length !== 1 || first?.message.type !== "append-response") return null;
  const { term, round, result } = first.message;
  return result.ok ? { to: first.to, term, round, match: result.match } : null;
}

export const roundMessage = ({ term, prevIndex, prevTerm, commit, round }: IdleRound): Message => ({
  type: "append-request",
  term,
  prevIndex,
  prevTerm,
  entries: NOTHING,
  commit,
  round,
});
const NOTHING: readonly Entry[] = [];

export const answerMessage = ({ term, round, match }: IdleAnswer): Message => ({
  type: "append-response",
  term,
  round,
  result: { ok: true, match },
});
