/** Leading: replicating, committing, knowing whether one still leads. */
import { assert } from "../../errors.ts";
import { isVoter, membersOf } from "./config.ts";
import type { Core, Leading } from "./core.ts";
import {
  configurationPayload,
  dueLeave,
  followConfiguration,
  forgetLeavers,
  judgeChange,
  leave,
  stepDownIfVotedOut,
} from "./membership.ts";
import { accepted, newProgress, type Progress, refused } from "./progress.ts";
import { quorumValue } from "./quorum.ts";
import { beginConfirming, newReads, takeConfirmed, wantsRound } from "./read.ts";
import { becomeFollower, enter } from "./role.ts";
import { replicate, sendAppend } from "./sending.ts";
import {
  type Configuration,
  type CoreEvent,
  type Entry,
  type LogIndex,
  logIndex,
  type Message,
  type NodeId,
  type Payload,
  type RefusalReason,
} from "./types.ts";

type AppendResponse = Extract<Message, { type: "append-response" }>;
type Propose = Extract<CoreEvent, { type: "propose" }>;
type Change = Extract<CoreEvent, { type: "change" }>;

/** Rounds whose beginning is remembered. An answer to an older one still moves the log, and proves no contact. */
const ROUNDS_KEPT = 1024;

/** Won the vote of this term. Its first entry is a no-op: only with it can older entries be counted (checklist 22, 23). */
export function becomeLeader(core: Core, why: string): void {
  const { self } = core.options;
  assert(core.vote === self, "a leader has voted for itself in its term");
  const peers = membersOf(core.configuration).filter((member) => member !== self);
  const { lastIndex } = core.log;
  const leading: Leading = {
    role: "leader",
    firstIndex: logIndex(lastIndex + 1),
    peers: new Map(peers.map((peer) => [peer, newProgress(peer, lastIndex, 1, core.now)])),
    round: 1,
    roundBeganAt: new Float64Array(ROUNDS_KEPT),
    nextHeartbeatAt: core.now + core.options.heartbeatInterval,
    patientFrom: core.now,
    uncommittedBytes: core.log
      .slice(logIndex(core.commit + 1), lastIndex)
      .reduce((sum, e) => sum + e.bytes, 0),
    transfer: null,
    reads: newReads(),
    settledIndex: 0 as LogIndex,
  };
  leading.roundBeganAt[1] = core.now;
  enter(core, leading, self, why);
  append(core, leading, [{ payload: { type: "noop" }, bytes: 0 }]);
}

/** Appends the payloads, or says why not. */
export function propose(core: Core, leading: Leading, event: Propose): void {
  assert(event.payloads.length > 0, "a proposal carries something");
  for (const { payload } of event.payloads)
    assert(payload.type !== "configuration", "a configuration is not proposed, but changed");
  const bytes = event.payloads.reduce((sum, { bytes }) => sum + bytes, 0);
  const reason = reasonToRefuse(core, leading, event, bytes);
  if (reason !== null) {
    core.outbox.say({ type: "refused", id: event.id, reason });
    return;
  }
  const first = logIndex(core.log.lastIndex + 1);
  append(core, leading, event.payloads);
  core.outbox.say({ type: "proposed", id: event.id, term: core.term, first, last: core.log.lastIndex });
}

/** Appends the wished configuration, or says why not. */
export function change(core: Core, leading: Leading, event: Change): void {
  const judged = judgeChange(core, leading, event);
  if (!judged.ok) {
    core.outbox.say({ type: "change-refused", id: event.id, reason: judged.reason });
    return;
  }
  append(core, leading, [configurationPayload(judged.value)]);
  const at = core.log.lastIndex;
  core.outbox.say({ type: "proposed", id: event.id, term: core.term, first: at, last: at });
}

/** The configuration of a survivor alone, behind the no-op of its term: nothing is asked of anybody (solo.ts). */
export function appendAlone(core: Core, leading: Leading, configuration: Configuration): void {
  append(core, leading, [configurationPayload(configuration)]);
}

/** Everybody who must knows the configuration of `index` (N9). */
export function settled(leading: Leading, index: LogIndex): void {
  leading.settledIndex = Math.max(leading.settledIndex, index) as LogIndex;
}

function reasonToRefuse(core: Core, leading: Leading, event: Propose, bytes: number): RefusalReason | null {
  if (event.term !== null && event.term !== core.term) return "term-changed"; // checklist 29
  if (leading.transfer !== null) return "transferring";
  // An empty payload is never refused, nor is the first one, however large (checklist 28).
  const tail = leading.uncommittedBytes;
  if (bytes > 0 && tail > 0 && tail + bytes > core.options.maxUncommittedBytes) return "too-much-uncommitted";
  return null;
}

function append(
  core: Core,
  leading: Leading,
  payloads: readonly { readonly payload: Payload; readonly bytes: number }[],
): void {
  const first = logIndex(core.log.lastIndex + 1);
  const entries = payloads.map(
    ({ payload, bytes }, i): Entry => ({ index: logIndex(first + i), term: core.term, payload, bytes }),
  );
  core.log.append(entries);
  for (const entry of entries) leading.uncommittedBytes += entry.bytes;
  core.outbox.logChanged(first, entries);
  if (core.configurationIndex >= first && followConfiguration(core, leading)) beginRound(core, leading);
}

export function receiveAppendResponse(
  core: Core,
  leading: Leading,
  from: NodeId,
  response: AppendResponse,
): void {
  const progress = leading.peers.get(from);
  // Round 0 answers an append of an earlier term: nothing that this leader has asked.
  if (progress === undefined || response.round === 0) return;
  if (response.round < progress.firstRound) return; // checklist 35
  const certified = response.uncertified !== true;
  const { result } = response;
  // It may have another disk than the one that has confirmed so far; or has, for it lacks what that one confirmed.
  const lacks = !result.ok && result.rejected <= progress.match;
  if (!certified && (progress.certified || lacks)) {
    forgetPeer(core, leading, from); // R13.1
    return;
  }
  progress.certified = certified;
  noteContact(leading, progress, response.round);
  if (result.ok) {
    assert(result.match <= core.log.lastIndex, () => `${from} has no entry that its leader lacks`);
    accepted(progress, result.match, core.log.base.index);
    return;
  }
  // Where our log has the hint's term or an earlier one: whole terms are skipped on this side too (checklist 21).
  refused(progress, result.rejected, core.log.lastNotAbove(result.hintIndex, result.hintTerm));
}

/**
 * The peer's disk is another one: where its log meets ours is to be found anew, and old answers say nothing. It counts
 * again when it says itself that it does (R13.1).
 */
export function forgetPeer(core: Core, leading: Leading, peer: NodeId): void {
  const known = leading.peers.get(peer);
  if (known === undefined) return;
  const fresh = newProgress(peer, core.log.lastIndex, leading.round + 1, core.now);
  fresh.certified = false;
  fresh.leaving = known.leaving;
  leading.peers.set(peer, fresh);
  beginRound(core, leading);
}

/** What is known of a voter whose word counts. */
function counted(leading: Leading, voter: NodeId): Progress | undefined {
  const progress = leading.peers.get(voter);
  return progress?.certified === true ? progress : undefined; // R13.1
}

/** Contact counts from when the round *began*: what was sent then has been answered (T3, checklist 41). */
function noteContact(leading: Leading, progress: Progress, round: number): void {
  assert(round <= leading.round, () => `${progress.peer} answers a round that has begun`);
  if (round <= progress.answeredRound) return;
  progress.answeredRound = round;
  if (leading.round - round >= ROUNDS_KEPT) return;
  progress.contactAt = Math.max(progress.contactAt, leading.roundBeganAt[round % ROUNDS_KEPT]!);
}

/** Time passed: heartbeats, a transfer that took too long, a majority that fell silent. */
export function leaderTick(core: Core, leading: Leading, late: boolean): void {
  const { options, now } = core;
  // After a pause of our own, the others get time to answer before we conclude anything (checklist 48).
  if (late) leading.patientFrom = now;
  if (isDeserted(core, leading, core.configuration)) {
    giveUp(core, leading);
    return;
  }
  forgetLeavers(core, leading);
  if (leading.transfer !== null && now >= leading.transfer.deadline) leading.transfer = null;
  // A little early rather than soon again: whoever ticks for something else of about the same moment wakes once.
  if (now >= leading.nextHeartbeatAt - options.heartbeatInterval / 8) beginRound(core, leading);
}

/** No majority answered within an election timeout. */
function isDeserted(core: Core, leading: Leading, configuration: Configuration): boolean {
  const { options, now } = core;
  const contactAt = quorumValue(configuration, (voter) =>
    voter === options.self ? now : (counted(leading, voter)?.contactAt ?? Number.NEGATIVE_INFINITY),
  );
  return now - Math.max(contactAt, leading.patientFrom) >= options.electionTimeoutMax;
}

/** Steps down, unless only the incoming voters of a joint configuration are silent: the others go on without them. */
function giveUp(core: Core, leading: Leading): void {
  const { configuration } = core;
  const { outgoing } = configuration;
  if (outgoing === null || isDeserted(core, leading, { voters: outgoing, outgoing: null, learners: [] })) {
    becomeFollower(core, core.term, null, "no majority answered within an election timeout");
  } else {
    append(core, leading, [configurationPayload(leave(configuration, "back"))]);
  }
}

/** Asks every peer, now, for an answer that proves that it still follows. */
function beginRound(core: Core, leading: Leading): void {
  leading.round += 1;
  leading.roundBeganAt[leading.round % ROUNDS_KEPT] = core.now;
  leading.nextHeartbeatAt = core.now + core.options.heartbeatInterval;
  // Empty appends pass even where the pipeline is full of messages that were lost: the refusal reopens it (checklist 26).
  for (const progress of leading.peers.values()) sendAppend(core, leading, progress, []);
}

/** Hands leadership to `to`, as soon as it has the whole log. */
export function startTransfer(core: Core, leading: Leading, to: NodeId): void {
  if (to === core.options.self || !isVoter(core.configuration, to) || leading.transfer?.to === to) return;
  leading.transfer = { to, deadline: core.now + core.options.electionTimeoutMax };
  offerLeadership(core, leading, to);
}

/** Told again with every answer of the target: the first may be lost, and a second one is stale by then. */
export function offerLeadership(core: Core, leading: Leading, to: NodeId): void {
  if (leading.transfer?.to !== to || counted(leading, to)?.match !== core.log.lastIndex) return;
  core.outbox.send(to, { type: "timeout-now", term: core.term });
}

/** After every event: commits what a majority has, sends what can be sent, answers what can be answered. */
export function leaderSettle(core: Core, leading: Leading): void {
  advanceCommit(core, leading);
  const next = dueLeave(core, leading);
  if (next !== null) append(core, leading, [configurationPayload(next)]);
  const { reads } = leading;
  if (wantsRound(reads, core.commit >= leading.firstIndex)) {
    beginConfirming(reads, leading.round + 1, core.commit);
    beginRound(core, leading);
  }
  for (const progress of leading.peers.values()) replicate(core, leading, progress);
  if (reads.confirming !== null) answerReads(core, leading);
  stepDownIfVotedOut(core, leading);
}

/**
 * Counts only entries of the own term (checklist 22), and the own log only as far as it is durable (checklist 27):
 * the peers are sent entries while they are still being written here.
 */
function advanceCommit(core: Core, leading: Leading): void {
  const index = quorumValue(core.configuration, (voter) =>
    voter === core.options.self ? core.durableIndex : (counted(leading, voter)?.match ?? 0),
  );
  if (index <= core.commit || index < leading.firstIndex) return;
  for (let i = core.commit + 1; i <= index; i += 1) {
    leading.uncommittedBytes -= core.log.entryAt(logIndex(i))!.bytes;
  }
  core.commit = logIndex(index);
}

function answerReads(core: Core, leading: Leading): void {
  const round = quorumValue(core.configuration, (voter) =>
    voter === core.options.self ? leading.round : (counted(leading, voter)?.answeredRound ?? 0),
  );
  const confirmed = takeConfirmed(leading.reads, round);
  if (confirmed === null) return;
  for (const id of confirmed.ids) {
    core.outbox.answeredReads.push({ type: "read-ready", id, index: confirmed.index });
  }
}
