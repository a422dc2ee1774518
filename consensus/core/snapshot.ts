/** Snapshots: the log's beginning given up for one, one that was sent, and one that came. The edge carries the bytes. */
import { assert } from "../../errors.ts";
import type { Core } from "./core.ts";
import { endSnapshot } from "./progress.ts";
import { becomeFollower, restartElectionTimer } from "./role.ts";
import { type CoreEffect, type CoreEvent, type LogIndex, logIndex } from "./types.ts";

type Compact = Extract<CoreEvent, { type: "compact" }>;
type Sent = Extract<CoreEvent, { type: "snapshot-sent" }>;
type Received = Extract<CoreEvent, { type: "snapshot-received" }>;
type Skipped = Extract<CoreEffect, { type: "snapshot-skipped" }>;

/** A snapshot of the state at `through` is durable: the log before it may go, but for a tail of `keep` entries. */
export function compact(core: Core, { through, keep }: Compact): void {
  assert(Number.isSafeInteger(keep) && keep >= 0, `${keep} is no number of entries to keep`);
  const known = core.snapshot?.index ?? 0;
  if (through <= known) return;
  core.snapshot = core.markAt(logIndex(through));
  const { log } = core;
  const base = Math.max(log.base.index, Math.min(through - keep, firstStillNeeded(core))) as LogIndex;
  log.compact(base);
  log.configurations.forget(core.snapshot.index);
  core.outbox.say({ type: "compacted", snapshot: core.snapshot, base: log.base });
}

/** A peer that is taking a snapshot goes on from there with entries, and would else need the next one at once. */
function firstStillNeeded(core: Core): number {
  if (core.standing.role !== "leader") return Number.POSITIVE_INFINITY;
  const taking = [...core.standing.peers.values()].filter(({ state }) => state === "snapshot");
  return Math.min(...taking.map(({ snapshotIndex }) => snapshotIndex));
}

/** An answer about another snapshot than the one on its way says nothing. */
export function snapshotSent(core: Core, { to, index, ok }: Sent): void {
  if (core.standing.role !== "leader") return;
  const progress = core.standing.peers.get(to);
  if (progress?.state !== "snapshot" || progress.snapshotIndex !== index) return;
  endSnapshot(progress, ok, core.standing.round);
}

/** A snapshot is as good as an append of all that it stands for, from whoever leads `term`. */
export function receiveSnapshot(core: Core, event: Received): void {
  const { from, snapshot } = event;
  const skip = (why: Skipped["why"]): void =>
    core.outbox.say({ type: "snapshot-skipped", from, index: snapshot.index, why });
  if (event.term < core.term) {
    skip("stale-term");
    return;
  }
  const known = event.term === core.term ? core.leader : null;
  assert(known === null || known === from, `${from} and ${known} both lead term ${core.term}`);
  assert(snapshot.term <= event.term, "no entry is of a term after its leader's");
  becomeFollower(core, event.term, from, `follows ${from}`);
  core.heardLeaderAt = core.now;
  restartElectionTimer(core);

  if (snapshot.index <= core.commit) {
    skip("committed"); // checklist 36
  } else if (core.log.termAt(snapshot.index) === snapshot.term) {
    // The logs are equal up to there, and what a snapshot stands for is committed (checklist 36).
    core.commit = snapshot.index;
    skip("in-the-log");
  } else {
    restore(core, event);
  }
}

/** Beyond what is committed this log is another one: none of it stays (checklist 37). */
function restore(core: Core, { snapshot }: Received): void {
  core.disk.truncated(logIndex(core.commit + 1));
  core.log.replace(snapshot);
  core.snapshot = snapshot;
  core.commit = snapshot.index;
  core.handedOut = snapshot.index;
  core.outbox.installed = snapshot;
}
