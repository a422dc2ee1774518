/** What a leader sends to one peer, and when: as much as its progress allows, so that a slow one slows nobody else. */
import { assert } from "../../errors.ts";
import type { Core, Leading } from "./core.ts";
import { beginSnapshot, type Progress } from "./progress.ts";
import { type Entry, type LogIndex, logIndex } from "./types.ts";

/** Sends what can be sent: in probe one message, in replicate as many as may be in flight (messages and bytes). */
export function replicate(core: Core, leading: Leading, progress: Progress): void {
  const { log, options } = core;
  if (progress.state === "snapshot") return;
  if (progress.next < log.firstIndex) {
    sendSnapshot(core, progress);
    return;
  }
  const last = lastSendable(core);
  if (progress.state === "probe") {
    if (progress.probing) return;
    progress.probing = true;
    sendAppend(core, leading, progress, log.batch(progress.next, last, options.maxAppendBytes));
    return;
  }
  while (progress.next <= last && !isFull(core, progress)) {
    const entries = log.batch(progress.next, last, options.maxAppendBytes);
    sendAppend(core, leading, progress, entries);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    progress.next = logIndex(progress.next + entries.length);
    progress.inflight.push({ last: logIndex(progress.next - 1), bytes });
    progress.inflightBytes += bytes;
  }
  // News of a commit does not wait for the next entry or heartbeat: whoever waits for it is one trip away.
  if (progress.commitSent < Math.min(core.commit, progress.next - 1)) sendAppend(core, leading, progress, []);
}

/** An append with these entries; without any it is a heartbeat, which a peer gets in every state. */
export function sendAppend(
  core: Core,
  leading: Leading,
  progress: Progress,
  entries: readonly Entry[],
): void {
  // To one that needs a snapshot: does it have what the snapshot stands for? Then entries may follow (checklist 38).
  const prevIndex = Math.max(progress.next - 1, core.log.base.index) as LogIndex;
  const commit = Math.min(core.commit, prevIndex + entries.length) as LogIndex;
  progress.commitSent = commit;
  // A leader was elected by a vote that is durable; one that went on alone tells nobody of its term before it is (D1).
  core.outbox.sendAfterHardState(progress.peer, {
    type: "append-request",
    term: core.term,
    prevIndex,
    prevTerm: core.log.termAt(prevIndex)!,
    entries,
    commit: core.commit,
    round: leading.round,
  });
}

/**
 * A configuration is on the leader's disk before anybody else hears of it (R5): a leader that lost it in a crash would
 * otherwise come back under an older one than its followers act on. What follows it waits with it.
 */
function lastSendable(core: Core): LogIndex {
  const { log, disk } = core;
  if (log.configurations.latest.index <= disk.durableIndex) return log.lastIndex;
  const unsynced = log.configurations.from(disk.durableIndex).find(({ index }) => index > disk.durableIndex);
  return logIndex(unsynced!.index - 1);
}

function isFull(core: Core, progress: Progress): boolean {
  const { maxInflightMessages, maxAppendBytes, maxInflightBytes = 16 * maxAppendBytes } = core.options;
  return progress.inflight.length >= maxInflightMessages || progress.inflightBytes >= maxInflightBytes;
}

/** The entries that this peer needs are gone. Sent only to a peer that is there: it has answered since the last try. */
function sendSnapshot(core: Core, progress: Progress): void {
  if (progress.answeredRound <= progress.snapshotAfterRound || progress.leaving !== null) return;
  const { snapshot } = core;
  assert(snapshot !== null, "what is gone from the log is in a snapshot");
  beginSnapshot(progress, snapshot.index);
  core.outbox.say({ type: "send-snapshot", to: progress.peer, term: core.term, snapshot });
}
