/** What is true of a node after every step. Broken, the process stops: what follows would only spread the damage. */
import { assert } from "../../errors.ts";
import type { Core } from "./core.ts";
import { logIndex, type Message, type Term, term, type WriteSeq } from "./types.ts";

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
  if (standing.role === "leader" || standing.role === "candidate") {
    assert(core.vote === core.options.self, "who wants to lead a term has voted for itself in it");
  }
  if (standing.role === "leader") {
    assert(core.leader === core.options.self, "a leader knows that it leads");
    assert(standing.uncommittedBytes >= 0, "the uncommitted tail has no negative size");
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

function checkRound(round: number): void {
  assert(Number.isSafeInteger(round) && round > 0, `${round} is no round`);
}

function checkEntries(message: Extract<Message, { type: "append-request" }>): void {
  let index: number = message.prevIndex;
  let last: number = message.prevTerm;
  for (const entry of message.entries) {
    index += 1;
    assert(logIndex(entry.index) === index, `entry ${entry.index} stands where ${index} belongs`);
    assert(term(entry.term) >= last, "terms grow along the log");
    last = entry.term;
  }
  assert(last <= message.term, "no entry is of a term after its leader's");
}
