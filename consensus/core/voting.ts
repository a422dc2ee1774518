/** How a node of any role answers those who want to lead. */
import type { Core } from "./core.ts";
import { becomeFollower, castVote, restartElectionTimer } from "./role.ts";
import type { LogIndex, Message, NodeId, Term } from "./types.ts";

type PreVoteRequest = Extract<Message, { type: "pre-vote-request" }>;
type VoteRequest = Extract<Message, { type: "vote-request" }>;

/** "Would you vote for me in this term?" Changes nothing here: neither term nor vote nor timer (checklist 4, 14). */
export function answerPreVote(core: Core, from: NodeId, request: PreVoteRequest): void {
  if (!core.certified) return; // R13
  // One that is behind learns our term, else it would ask in vain for ever (checklist 9).
  if (request.term > core.term && hearsLeader(core, from)) return;
  const granted = request.term > core.term && isUpToDate(core, request.lastTerm, request.lastIndex);
  core.outbox.sendAfterHardState(from, {
    type: "pre-vote-response",
    term: core.term,
    requestTerm: request.term,
    granted,
  });
}

/** Learners answer too: who asks may know a newer configuration, in which they vote (checklist 10). */
export function answerVote(core: Core, from: NodeId, request: VoteRequest): void {
  // It may have voted in this term, and for another, before it lost its memory (R13).
  if (!core.certified) return;
  // Too late. An answer would carry our term, and could be counted in a later candidacy of that term (checklist 3).
  if (request.term < core.term) return;
  if (request.term > core.term) {
    if (!request.transfer && hearsLeader(core, from)) return;
    becomeFollower(core, request.term, null, `${from} asks for votes in term ${request.term}`);
  }
  // A repeated request gets a repeated vote: the first answer may have been lost.
  const free = core.vote === from || (core.vote === null && core.leader === null);
  const granted = free && isUpToDate(core, request.lastTerm, request.lastIndex);
  if (granted) {
    if (core.vote === null) {
      castVote(core, from);
      becomeFollower(core, core.term, null, `votes for ${from}`);
    }
    restartElectionTimer(core);
  }
  core.outbox.sendAfterHardState(from, { type: "vote-response", term: core.term, granted });
}

/**
 * Whoever has heard the leader within an election timeout supports no other (checklist 6), and stays silent: a
 * candidate asks again, and a refusal would be out of date by then. It does not hold against the leader itself,
 * which must have lost its leadership to ask (checklist 7).
 */
function hearsLeader(core: Core, asking: NodeId): boolean {
  if (core.role === "leader") return true;
  if (core.leader === null || core.leader === asking) return false;
  return core.now - core.heardLeaderAt < core.options.electionTimeoutMin;
}

function isUpToDate(core: Core, lastTerm: Term, lastIndex: LogIndex): boolean {
  const { log } = core;
  return lastTerm > log.lastTerm || (lastTerm === log.lastTerm && lastIndex >= log.lastIndex);
}
