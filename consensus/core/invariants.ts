/** What is true of a node after every step. Broken, the process stops: what follows would only spread the damage. */
import { assert } from "../../errors.ts";
import { checkConfiguration, isMember, isVoter } from "./config.ts";
import type { Core, Leading } from "./core.ts";
import {
  type CoreEvent,
  logIndex,
  type Message,
  type NodeId,
  type Term,
  term,
  type WriteSeq,
} from "./types.ts";

/** What a step may only raise. */
export interface Before {
  readonly term: Term;
  readonly commit: number;
  readonly issued: WriteSeq;
}

export function checkInvariants(core: Core, before: Before): void {
  const { log, disk, standing } = core;
  assert(core.term >= before.term, "the term never falls");
  assert(core.commit >= before.commit, "the commit index never falls");
  assert(core.commit <= log.lastIndex, "what is committed is in the log");
  assert(
    core.applied <= core.handedOut && core.handedOut <= core.commit,
    "applied <= handed out <= committed",
  );
  assert(disk.durableIndex <= log.lastIndex, "what is durable is in the log");
  assert(disk.issued - before.issued <= 1, "a step writes at most once");
  assert(log.lastTerm <= core.term, "no entry is of a term to come");
  const stoodFor = core.snapshot?.index ?? 0;
  assert(log.base.index <= stoodFor, "what is gone from the log is in a snapshot");
  assert(stoodFor <= core.handedOut, "a snapshot holds only what is committed");
  if (standing.role === "leader" || standing.role === "candidate") {
    assert(core.vote === core.options.self, "who wants to lead a term has voted for itself in it");
  }
  if (standing.role === "leader") {
    assert(core.leader === core.options.self, "a leader knows that it leads");
    assert(standing.uncommittedBytes >= 0, "the uncommitted tail has no negative size");
    checkMembership(core, standing);
  }
}

/** A leader keeps the log of every member, and has one change under way, or that one and the way back from it (31). */
function checkMembership(core: Core, leading: Leading): void {
  const { configuration, configurations, options } = core;
  const followed = (member: NodeId): boolean =>
    member === options.self || leading.peers.get(member)?.leaving === null;
  assert(configuration.voters.every(followed), "every voter is sent the log");
  assert(configuration.learners.every(followed), "every learner is sent the log");
  assert(configuration.outgoing?.every(followed) ?? true, "every outgoing voter is sent the log");
  // How much of what a new leader found in its log is committed it knows once an entry of its own term is (checklist 23).
  if (core.commit >= leading.firstIndex) {
    assert(configurations.length <= 3, "one change at a time");
    if (configurations.length === 3) {
      const [before, bridge] = configurations;
      const back = bridge!.configuration.outgoing !== null && configuration.outgoing === null;
      const same = before!.configuration.voters.every((voter) => isVoter(configuration, voter));
      assert(back && same, "only the way back follows an uncommitted configuration");
    }
  }
  for (const progress of leading.peers.values()) {
    assert(progress.match < progress.next, "what is matched is not sent again");
    assert(progress.leaving !== null || isMember(configuration, progress.peer), "members are sent the log");
  }
}

/** Every term and index that comes in is an integer that a double holds exactly (checklist 49). */
export function checkMessage(message: Message): void {
  term(message.term);
  switch (message.type) {
    case "pre-vote-request":
    case "vote-request":
      term(message.lastTerm);
      logIndex(message.lastIndex);
      return;
    case "pre-vote-response":
      term(message.requestTerm);
      return;
    case "append-request":
      term(message.prevTerm);
      logIndex(message.prevIndex);
      logIndex(message.commit);
      checkRound(message.round);
      checkEntries(message);
      return;
    case "append-response":
      if (message.result.ok) {
        checkRound(message.round);
        logIndex(message.result.match);
      } else {
        if (message.round !== 0) checkRound(message.round); // 0: to a leader of an earlier term
        logIndex(message.result.rejected);
        logIndex(message.result.hintIndex);
        term(message.result.hintTerm);
      }
      return;
    case "vote-response":
    case "timeout-now":
      return;
  }
}

/** The same for a snapshot. */
export function checkSnapshot(event: Extract<CoreEvent, { type: "snapshot-received" }>): void {
  const { index, configurationIndex, ...snapshot } = event.snapshot;
  term(event.term);
  term(snapshot.term);
  assert(logIndex(index) > 0, "a snapshot stands for something");
  assert(logIndex(configurationIndex) <= index, "the configuration of a snapshot is in what it stands for");
  checkConfiguration(snapshot.configuration);
}

function checkRound(round: number): void {
  assert(Number.isSafeInteger(round) && round > 0, () => `${round} is no round`);
}

function checkEntries(message: Extract<Message, { type: "append-request" }>): void {
  let index: number = message.prevIndex;
  let last: number = message.prevTerm;
  for (const entry of message.entries) {
    index += 1;
    assert(logIndex(entry.index) === index, () => `entry ${entry.index} stands where ${index} belongs`);
    assert(term(entry.term) >= last, "terms grow along the log");
    last = entry.term;
  }
  assert(last <= message.term, "no entry is of a term after its leader's");
}
