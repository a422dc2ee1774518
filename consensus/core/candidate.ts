/** Wanting to lead: first asking whether a vote could be won (pre-vote), then asking for it. */
import { assert } from "../../errors.ts";
import { isVoter, votersOf } from "./config.ts";
import type { Campaigning, Core } from "./core.ts";
import { becomeLeader } from "./leader.ts";
import { tally } from "./quorum.ts";
import { adoptTerm, becomeFollower, enter, restartElectionTimer } from "./role.ts";
import { type Message, type NodeId, term } from "./types.ts";

/**
 * A learner never campaigns, nor does a node that has not applied a committed configuration or snapshot yet (checklist
 * 11). One that is voted out by an entry not known committed does: it may be the only one that has that entry, and
 * then nobody else can be elected (checklist 33).
 */
export function mayCampaign(core: Core): boolean {
  const { configurations, applied, commit, snapshot } = core;
  if (!core.certified) return false; // R13
  const { self } = core.options;
  const unapplied = core.log.configurations.at(commit).index > applied || (snapshot?.index ?? 0) > applied;
  return configurations.some(({ configuration }) => isVoter(configuration, self)) && !unapplied;
}

/** Asks whether a vote could be won. Neither term nor vote changes, so asking disturbs nobody (checklist 4, 13). */
export function startPreVote(core: Core, why: string): void {
  const standing = campaigning(core, "pre-candidate", false);
  standing.votes.set(core.options.self, true);
  restartElectionTimer(core);
  enter(core, standing, null, why);
  askVoters(core, standing);
  decide(core, standing);
}

/** Asks for votes in the next term. */
export function campaign(core: Core, transfer: boolean, why: string): void {
  const standing = campaigning(core, "candidate", transfer);
  adoptTerm(core, term(core.term + 1), core.options.self);
  restartElectionTimer(core);
  enter(core, standing, null, why);
  askVoters(core, standing);
}

/** Asks the silent ones again: requests get lost, and a voter that still heard the old leader did not answer. */
export function askAgain(core: Core, standing: Campaigning): void {
  if (core.now - standing.askedAt >= core.options.heartbeatInterval / 2) askVoters(core, standing);
}

/** An answer to the candidacy of this term; `granted` false is final. */
export function countVote(core: Core, standing: Campaigning, from: NodeId, granted: boolean): void {
  if (!standing.votes.has(from)) standing.votes.set(from, granted);
  decide(core, standing);
}

/** The disk did something: a candidate's own vote counts once it is durable (checklist 2). */
export function countOwnVote(core: Core, standing: Campaigning): void {
  if (standing.role !== "candidate" || !core.disk.hardStateIsDurable) return;
  assert(core.vote === core.options.self, "a candidate has voted for itself");
  countVote(core, standing, core.options.self, true);
}

function decide(core: Core, standing: Campaigning): void {
  const result = tally(core.configuration, (voter) => standing.votes.get(voter));
  const vote = standing.role === "candidate" ? "vote" : "pre-vote";
  if (result === "lost") becomeFollower(core, core.term, null, `${vote} lost`);
  if (result !== "won") return;
  if (standing.role === "candidate") becomeLeader(core, `elected by ${supporters(standing)}`);
  else campaign(core, false, `pre-vote won with ${supporters(standing)}`);
}

function askVoters(core: Core, standing: Campaigning): void {
  const { log, outbox, options } = core;
  standing.askedAt = core.now;
  const ballot = { lastIndex: log.lastIndex, lastTerm: log.lastTerm };
  const request: Message =
    standing.role === "candidate"
      ? { type: "vote-request", term: core.term, ...ballot, transfer: standing.transfer }
      : { type: "pre-vote-request", term: term(core.term + 1), ...ballot };
  for (const voter of votersOf(core.configuration)) {
    if (voter === options.self || standing.votes.has(voter)) continue;
    // A candidate asks only once its term and the log it boasts of are durable. Else it could crash, come back with
    // a shorter log in the old term, ask again in the same term and count an answer that was meant for the longer log.
    if (standing.role === "candidate") outbox.sendAfterHardState(voter, request);
    else outbox.send(voter, request);
  }
}

const campaigning = (core: Core, role: Campaigning["role"], transfer: boolean): Campaigning => ({
  role,
  votes: new Map(),
  transfer,
  askedAt: core.now,
});

const supporters = (standing: Campaigning): string =>
  [...standing.votes].flatMap(([voter, granted]) => (granted ? [voter] : [])).join(", ");
