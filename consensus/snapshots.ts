/**
 * Snapshots in the life of a replica: made of its own ledger when the log is long enough, sent to peers that are too far
 * behind for it, and taken in place of ledger and log when this node is. The bytes are the edge's affair.
 */

import { assert } from "../errors.ts";
import { begun, type Growth, grew, newGrowth, replaced, snapshotDue } from "./compaction.ts";
import type { CoreEffect, Entry, LogIndex, Millis, NodeId, SnapshotMark, Term } from "./core/types.ts";
import type { ReplicaHost } from "./host.ts";
import { copyLedger } from "./ledger/copy.ts";
import type { Ledger } from "./ledger/types.ts";
import * as sending from "./sending.ts";
import type { Compaction, Envelope, ReplicaEvent, SnapshotChunk } from "./types.ts";

/** What the replica is to this part of it. */
export interface Host extends ReplicaHost {
  readonly compaction: Compaction | undefined;
  /** The ledger is to become this one, which stands for the log up to its `applied`. */
  readonly restore: (ledger: Ledger, now: Millis) => void;
}

type Taken = Extract<ReplicaEvent, { type: "chunk-taken" }>;
type Install = Extract<CoreEffect, { type: "install-snapshot" }>;
type Skipped = Extract<CoreEffect, { type: "snapshot-skipped" }>;
type AnswerResult = Extract<Envelope, { type: "snapshot-answer" }>["result"];

export class Snapshots {
  private readonly host: Host;
  private readonly growth: Growth;
  private readonly sending = sending.newSending();
  /** Came whole, and the core is just being asked what to do with it. */
  private arriving: { readonly from: NodeId; readonly mark: SnapshotMark; readonly ledger: Ledger } | null =
    null;
  /** Being put in place by write `seq`; its sender hears of it when that is durable. */
  private installing: { readonly from: NodeId; readonly index: LogIndex; readonly seq: number } | null = null;

  constructor(host: Host) {
    this.host = host;
    this.growth = newGrowth(host.ledger.applied);
  }

  // ------------------------------------------------------------ of this node's own ledger

  applied({ bytes }: Entry): void {
    grew(this.growth, bytes);
  }

  /** Begins one when it is time, and what was applied is on this node's disk too. */
  consider(now: Millis): void {
    const { core, ledger, compaction } = this.host;
    if (compaction === undefined || !snapshotDue(this.growth, compaction, now)) return;
    if (core.compactable !== ledger.applied || ledger.applied <= (core.snapshot?.index ?? 0)) return;
    const mark = core.markAt(ledger.applied);
    begun(this.growth, compaction, mark.index, now);
    this.host.emit({ type: "save-snapshot", mark, ledger: copyLedger(ledger) });
  }

  saved(index: LogIndex, ok: boolean, now: Millis): void {
    this.growth.saving = false;
    // A leader's, installed meanwhile, has taken the place of the log that this one stands for.
    if (!ok || index <= (this.host.core.snapshot?.index ?? 0)) return;
    this.host.step({ type: "compact", through: index, keep: this.growth.keep }, now);
  }

  // ------------------------------------------------------------ to others

  send(effect: Extract<CoreEffect, { type: "send-snapshot" }>, now: Millis): void {
    this.host.emit(...sending.begin(this.sending, effect, now));
  }

  pieceRead(event: Extract<ReplicaEvent, { type: "snapshot-read" }>, now: Millis): void {
    this.follow(sending.pieceRead(this.sending, event, now), now);
  }

  answered(from: NodeId, answer: Extract<Envelope, { type: "snapshot-answer" }>, now: Millis): void {
    this.follow(sending.answered(this.sending, from, answer, now), now);
  }

  tick(again: Millis, now: Millis): void {
    for (const step of sending.tend(this.sending, again, now)) this.follow(step, now);
  }

  /** Role, term or leader changed: whoever leads now is asked for snapshots by its own core. */
  stopSending(): void {
    this.host.emit(...sending.stop(this.sending));
  }

  private follow({ effects, sent }: sending.Step, now: Millis): void {
    this.host.emit(...effects);
    if (sent !== null) this.host.step(sent, now);
  }

  // ------------------------------------------------------------ from a leader

  chunkCame(from: NodeId, chunk: SnapshotChunk): void {
    const { core } = this.host;
    const { index } = chunk.snapshot;
    if (chunk.term < core.term) {
      this.answer(from, index, { type: "refused", reason: `term ${chunk.term} is over` });
    } else if (this.installing?.index === index) {
      this.installing = { ...this.installing, from };
    } else if (index <= core.commit) {
      this.answer(from, index, { type: "done" }); // checklist 36
    } else {
      this.host.emit({ type: "take-chunk", from, chunk });
    }
  }

  chunkTaken({ from, term, mark, result }: Taken, now: Millis): void {
    if (result.type !== "whole") {
      this.answer(from, mark.index, result);
      return;
    }
    assert(result.ledger.applied === mark.index, "a snapshot is of the state that its mark names");
    this.arriving = { from, mark, ledger: result.ledger };
    this.host.step({ type: "snapshot-received", from, term: term as Term, snapshot: mark }, now);
    this.arriving = null;
  }

  /** The core takes it: the ledger at once, the disk in the order of the writes. */
  install(effect: Install, now: Millis): void {
    const { arriving } = this;
    assert(arriving?.mark.index === effect.snapshot.index, "what is installed is what came");
    this.installing = { from: arriving.from, index: effect.snapshot.index, seq: effect.seq };
    replaced(this.growth, effect.snapshot.index);
    this.host.emit(effect);
    this.host.restore(arriving.ledger, now);
  }

  skipped({ from, index, why }: Skipped): void {
    this.host.emit({ type: "discard-snapshot", index });
    const reason = "its leader leads no more";
    this.answer(from, index, why === "stale-term" ? { type: "refused", reason } : { type: "done" });
  }

  written(durable: number): void {
    if (this.installing === null || this.installing.seq > durable) return;
    const { from, index } = this.installing;
    this.installing = null;
    this.answer(from, index, { type: "done" });
  }

  private answer(to: NodeId, index: LogIndex, result: AnswerResult): void {
    const { term } = this.host.core;
    this.host.emit({ type: "send", to, envelope: { type: "snapshot-answer", term, index, result } });
  }
}
