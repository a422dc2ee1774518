/** Following: taking the leader's entries, and telling it what is durable here. */
import { assert } from "../../errors.ts";
import type { Core } from "./core.ts";
import { restartElectionTimer } from "./role.ts";
import { type Entry, type LogIndex, logIndex, type Message, type NodeId } from "./types.ts";

type AppendRequest = Extract<Message, { type: "append-request" }>;
type AppendResponse = Extract<Message, { type: "append-response" }>;

/** From the leader of the current term. */
export function receiveAppend(core: Core, from: NodeId, request: AppendRequest): void {
  core.heardLeaderAt = core.now;
  restartElectionTimer(core);
  const { log, outbox } = core;
  const { prevIndex, prevTerm, entries } = request;

  // What lies in a snapshot here is committed, and so the same there.
  const inSnapshot = prevIndex < log.base.index;
  if (!inSnapshot && log.termAt(prevIndex) !== prevTerm) {
    assert(prevIndex > core.commit, () => `the leader has entry ${prevIndex}, committed here, as it is here`); // checklist 19
    refuse(core, from, request);
    return;
  }
  takeEntries(core, entries);

  const lastProven = logIndex(prevIndex + entries.length);
  // What lies beyond the last entry proven equal may yet be overwritten (checklist 17, 18).
  core.commit = Math.max(core.commit, Math.min(request.commit, lastProven)) as LogIndex;
  // All that is committed here, the leader has: a late message need not make it go back (checklist 20).
  let match = Math.max(lastProven, core.commit) as LogIndex;
  // A heartbeat does not wait for a slow disk: it is answered with what is durable already.
  if (entries.length === 0) match = Math.min(match, core.durableIndex) as LogIndex;
  outbox.sendAfterEntries(from, response(core, request, { ok: true, match }), match);
}

/**
 * From a leader of an earlier term: told of the current one, so that it steps down and frees us (checklist 8). It may
 * lead the current one by now; rounds of another term answer nothing in this one, so the answer names none.
 */
export function answerStaleLeader(core: Core, from: NodeId, request: AppendRequest): void {
  refuse(core, from, { ...request, round: 0 });
}

/** Skips what is here already; what differs from the first real conflict on is replaced (checklist 16). */
function takeEntries(core: Core, entries: readonly Entry[]): void {
  const { log } = core;
  const skipped = entries.findIndex(
    ({ index, term }) => index >= log.base.index && log.termAt(index) !== term,
  );
  if (skipped < 0) return;
  const fresh = skipped === 0 ? entries : entries.slice(skipped);
  const first = fresh[0]!.index;
  if (first <= log.lastIndex) {
    assert(first > core.commit, () => `entry ${first} is committed here, and the leader's differs`); // checklist 19
    log.truncate(first);
    core.disk.truncated(first);
  }
  log.append(fresh);
  core.outbox.logChanged(first, fresh);
}

/** With a hint that skips whole terms: the last place here that the leader's log may agree with (checklist 21). */
function refuse(core: Core, from: NodeId, request: AppendRequest): void {
  const { log, outbox } = core;
  // All before the base is committed: the logs meet there at the latest.
  const hintIndex = Math.max(
    log.base.index,
    log.lastNotAbove(request.prevIndex, request.prevTerm),
  ) as LogIndex;
  const hintTerm = log.termAt(hintIndex)!;
  const result = { ok: false, rejected: request.prevIndex, hintIndex, hintTerm } as const;
  outbox.sendAfterHardState(from, response(core, request, result));
}

/** A disk that is not certified says so (R13.1). */
function response(core: Core, { round }: AppendRequest, result: AppendResponse["result"]): AppendResponse {
  const answer = { type: "append-response", term: core.term, round, result } as const;
  return core.certified ? answer : { type: answer.type, term: answer.term, round, result, uncertified: true };
}
