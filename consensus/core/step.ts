/**
 * The Raft core: `step(core, event, now)` takes one thing that happened to a node and returns what must be done about
 * it. It reads no clock, sends nothing and writes nothing; chance comes from the seeded generator in the core.
 *
 * One event is handled in three moves. First the event itself: a message is weighed by its term, then handed to the
 * role that it concerns. Then, on a leader, `leaderSettle` does whatever the new state calls for: commit, replicate,
 * answer reads. Last, the outcome is put in order: at most one write, the messages with the write each has to wait
 * for (D1), the entries that became committed.
 *
 *   role.ts       every change of role, term, vote and leader      voting.ts     answering those who want to lead
 *   candidate.ts  pre-vote and vote                                follower.ts   taking a leader's entries
 *   leader.ts     replication, commitment, rounds, transfer        progress.ts   what a leader knows of one peer
 *   sending.ts    what goes to one peer, and when                  snapshot.ts   giving up the log's beginning, and taking it
 *   membership.ts when a configuration may follow                  change.ts     which one follows from a wish
 *   read.ts       linearizable reads                               quorum.ts     majorities, joint ones too
 *   solo.ts       one of two goes on alone
 *   log.ts        the log in memory                                disk.ts       which write carries what, what is durable
 */
import { assert } from "../../errors.ts";
import { askAgain, campaign, countOwnVote, countVote, mayCampaign, startPreVote } from "./candidate.ts";
import type { Core } from "./core.ts";
import { answerStaleLeader, receiveAppend } from "./follower.ts";
import { checkInvariants, checkMessage, checkSnapshot } from "./invariants.ts";
import {
  change,
  forgetPeer,
  leaderSettle,
  leaderTick,
  offerLeadership,
  propose,
  receiveAppendResponse,
  settled,
  startTransfer,
} from "./leader.ts";
import { becomeFollower, forgetLeader, restartElectionTimer } from "./role.ts";
import { compact, receiveSnapshot, snapshotSent } from "./snapshot.ts";
import { goSolo } from "./solo.ts";
import {
  type CoreEffect,
  type CoreEvent,
  type LogIndex,
  logIndex,
  type Message,
  type Millis,
  type NodeId,
} from "./types.ts";
import { answerPreVote, answerVote } from "./voting.ts";

/**
 * Takes one event at `now` (monotonic milliseconds, never falling) and returns the effects to carry out, in order.
 * Throws when an invariant is broken; the core must not be used after that.
 */
export function step(core: Core, event: CoreEvent, now: Millis): CoreEffect[] {
  assert(now >= core.now, () => `time goes forward, from ${core.now} to ${now}`);
  core.now = now;
  const before = { term: core.term, commit: core.commit, issued: core.disk.issued };
  handle(core, event);
  if (core.standing.role === "leader") leaderSettle(core, core.standing);
  const effects = outcome(core);
  checkInvariants(core, before);
  return effects;
}

function handle(core: Core, event: CoreEvent): void {
  const { standing, outbox } = core;
  switch (event.type) {
    case "tick":
      tick(core);
      return;
    case "receive":
      checkMessage(event.message);
      receive(core, event.from, event.message);
      return;
    case "written":
      core.disk.completed(event.seq);
      if (standing.role === "candidate") countOwnVote(core, standing);
      return;
    case "applied":
      assert(
        event.index <= core.handedOut,
        () => `entry ${event.index} was handed out before it was applied`,
      );
      core.applied = Math.max(core.applied, logIndex(event.index)) as LogIndex;
      return;
    case "propose":
      if (standing.role === "leader") propose(core, standing, event);
      else outbox.say({ type: "refused", id: event.id, reason: "not-leader" });
      return;
    case "read":
      if (standing.role === "leader") standing.reads.waiting.push(event.id);
      else outbox.answeredReads.push({ type: "read-refused", id: event.id, reason: "not-leader" });
      return;
    case "transfer":
      if (standing.role === "leader") startTransfer(core, standing, event.to);
      return;
    case "change":
      if (standing.role === "leader") change(core, standing, event);
      else outbox.say({ type: "change-refused", id: event.id, reason: "not-leader" });
      return;
    case "configuration-settled":
      if (standing.role === "leader") settled(standing, logIndex(event.index));
      return;
    case "certified":
      core.certified = true;
      if (core.votesAlone && core.role === "follower") core.timerTimeout = 0;
      return;
    case "doubted":
      core.certified = false;
      if (core.role !== "follower") becomeFollower(core, core.term, null, "its own disk is in doubt (R13)");
      return;
    case "origin":
      if (standing.role === "follower") core.log.configurations.begunWith(event.configuration);
      return;
    case "forget":
      if (standing.role === "leader") forgetPeer(core, standing, event.peer);
      return;
    case "solo":
      goSolo(core, event.peer, event.why);
      return;
    case "compact":
      compact(core, event);
      return;
    case "snapshot-sent":
      snapshotSent(core, event);
      return;
    case "snapshot-received":
      checkSnapshot(event);
      receiveSnapshot(core, event);
      return;
  }
}

function tick(core: Core): void {
  // A late tick is a pause of this process: what was sent to us meanwhile has not been read yet (T5, checklist 48).
  const late = core.now - core.lastTickAt > core.options.maxTickLateness;
  core.lastTickAt = core.now;
  const { standing } = core;
  if (standing.role === "leader") {
    leaderTick(core, standing, late);
    return;
  }
  const expired = core.now - core.timerFrom >= core.timerTimeout;
  if (late) {
    restartElectionTimer(core);
  } else if (expired) {
    const silent = core.leader === null ? "no leader" : `${core.leader} is silent`;
    const why = `${silent} for ${Math.round(core.now - core.timerFrom)} ms`;
    if (mayCampaign(core)) startPreVote(core, why);
    else forgetLeader(core, why);
  } else if (standing.role !== "follower") {
    askAgain(core, standing);
  }
}

function receive(core: Core, from: NodeId, message: Message): void {
  // Requests for votes say themselves what a later term means to them: it may be refused (checklist 4, 6).
  if (message.type === "pre-vote-request") {
    answerPreVote(core, from, message);
  } else if (message.type === "vote-request") {
    answerVote(core, from, message);
  } else if (message.term >= core.term || message.type === "pre-vote-response") {
    // A pre-vote is granted by nodes of earlier terms too: their answers name the question they answer (checklist 3).
    receiveCurrent(core, from, message);
  } else if (message.type === "append-request") {
    answerStaleLeader(core, from, message);
  }
}

/** Of our term, or of a later one, which is adopted; only a pre-vote's answer may be of an earlier one. */
function receiveCurrent(
  core: Core,
  from: NodeId,
  message: Exclude<Message, { type: "pre-vote-request" | "vote-request" }>,
): void {
  const leads = message.type === "append-request" || message.type === "timeout-now";
  if (message.term > core.term) {
    becomeFollower(core, message.term, leads ? from : null, `${from} is in term ${message.term}`);
  }
  const { standing } = core;
  switch (message.type) {
    case "append-request":
      assert(standing.role !== "leader", () => `${from} and this node both lead term ${core.term}`);
      assert(
        core.leader === null || core.leader === from,
        () => `${from} and ${core.leader} both lead term ${core.term}`,
      );
      becomeFollower(core, core.term, from, `follows ${from}`);
      receiveAppend(core, from, message);
      return;
    case "append-response":
      if (standing.role !== "leader") return;
      receiveAppendResponse(core, standing, from, message);
      offerLeadership(core, standing, from);
      return;
    case "pre-vote-response":
      // Only answers to the question asked, in the role that asked it (checklist 5).
      if (standing.role === "pre-candidate" && message.requestTerm === core.term + 1) {
        countVote(core, standing, from, message.granted);
      }
      return;
    case "vote-response":
      if (standing.role === "candidate") countVote(core, standing, from, message.granted);
      return;
    case "timeout-now":
      if (standing.role !== "leader" && mayCampaign(core)) campaign(core, true, `${from} hands over`);
      return;
  }
}

/** Empties the outbox: what was said, the write, the messages, what became committed, the reads it settles. */
function outcome(core: Core): CoreEffect[] {
  const { outbox, log, disk } = core;
  const { effects } = outbox;
  outbox.effects = [];
  const write = theWrite(core);
  if (write !== null) effects.push(write);
  outbox.takeSends(disk, effects);
  if (core.handedOut < core.commit) {
    effects.push({ type: "commit", entries: log.slice(logIndex(core.handedOut + 1), core.commit) });
    core.handedOut = core.commit;
  }
  if (outbox.answeredReads.length > 0) effects.push(...outbox.answeredReads.splice(0));
  return effects;
}

/** What this step changed of the term, the vote and the log: one write at most. */
function theWrite(core: Core): CoreEffect | null {
  const { outbox, log, disk } = core;
  const { term, vote } = core;
  const { changedFrom: from, installed } = outbox;
  const termOrVoteChanged = outbox.termOrVoteChanged;
  outbox.termOrVoteChanged = false;
  outbox.changedFrom = null;
  outbox.installed = null;
  if (installed !== null) {
    assert(from === null, "a snapshot takes the place of the whole log");
    const seq = disk.issue({ first: 0 as LogIndex, last: installed.index }, termOrVoteChanged);
    const hardState = { term, vote, commit: installed.index };
    return { type: "install-snapshot", seq, hardState, snapshot: installed };
  }
  if (!termOrVoteChanged && from === null) return null;
  const seq = disk.issue(from === null ? null : { first: from, last: log.lastIndex }, termOrVoteChanged);
  // The commit index is a hint that rides along; it never causes a write, and never runs ahead of the disk.
  const commit = Math.min(core.commit, disk.durableIndex) as LogIndex;
  const entries = from === null ? [] : log.slice(from, log.lastIndex);
  return { type: "write", seq, hardState: { term, vote, commit }, entries };
}
