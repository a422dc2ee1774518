/** Every change of role, term, vote or known leader goes through this file. */
import { assert } from "../../errors.ts";
import type { Core, Standing } from "./core.ts";
import { unanswered } from "./read.ts";
import { electionTimeout } from "./timeout.ts";
import { term as checkedTerm, type NodeId, type Term } from "./types.ts";

/**
 * Follows `leader` (null: nobody known) in `term`, the current one or a later one. The vote of the current term
 * stays (checklist 15). The election timer goes on running, so that a node that keeps raising the term without
 * winning cannot hold the others back (checklist 14); only a leader, which had none, starts it.
 */
export function becomeFollower(core: Core, term: Term, leader: NodeId | null, why: string): void {
  assert(term >= core.term, () => `term ${term} is not before the current term ${core.term}`);
  const sameTerm = term === core.term;
  if (sameTerm && core.role === "follower" && core.leader === leader) return;
  if (core.role === "leader") restartElectionTimer(core);
  if (!sameTerm) adoptTerm(core, term, null);
  enter(core, { role: "follower" }, leader, why);
}

/**
 * An election timeout without a word, and this node may not campaign: the leader is known no more, as it is by those who
 * campaign (candidate.ts). It may have been removed meanwhile, and whoever knows a leader listens to no strangers (R13). Only ever
 * after `electionTimeoutMin` of silence, so nobody is supported sooner for it (checklist 6).
 */
export function forgetLeader(core: Core, why: string): void {
  becomeFollower(core, core.term, null, why);
  restartElectionTimer(core);
}

/** Takes on a role and says so. The election timeout is drawn anew (checklist 12). */
export function enter(core: Core, standing: Standing, leader: NodeId | null, why: string): void {
  if (core.standing.role === "leader") {
    for (const id of unanswered(core.standing.reads)) {
      core.outbox.answeredReads.push({ type: "read-refused", id, reason: "not-leader" });
    }
  }
  const asBefore = standing.role === "pre-candidate" && core.role === "pre-candidate";
  core.standing = standing;
  core.leader = leader;
  core.timerTimeout = electionTimeout(core.options, core.configuration, leader, core.random);
  if (asBefore) return;
  core.outbox.say({ type: "role", role: standing.role, term: core.term, leader, why });
}

/** A later term, with a vote or with none yet: to be durable before anybody hears of it (D1). */
export function adoptTerm(core: Core, term: Term, vote: NodeId | null): void {
  assert(term > core.term, () => `term ${term} is after ${core.term}`);
  core.term = checkedTerm(term); // checklist 49
  core.vote = vote;
  core.outbox.termOrVoteChanged = true;
}

/** The one vote of this term. */
export function castVote(core: Core, candidate: NodeId): void {
  assert(core.vote === null, () => `the vote of term ${core.term} is not spent`);
  core.vote = candidate;
  core.outbox.termOrVoteChanged = true;
}

export function restartElectionTimer(core: Core): void {
  core.timerFrom = core.now;
}
