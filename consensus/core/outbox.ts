/**
 * What one step has decided, until it is handed out. There is one write a step at most, and a message that depends
 * on it waits for it, rejections included (D1, checklist 1).
 */
import type { Disk } from "./disk.ts";
import type { CoreEffect, Entry, LogIndex, Message, NodeId, SnapshotMark, WriteSeq } from "./types.ts";

type Send = { readonly to: NodeId; readonly message: Message } & (
  | { readonly needs: "nothing" | "hard-state" }
  | { readonly needs: "entries"; readonly upTo: LogIndex }
);

export class Outbox {
  /** In the order in which they were decided: role, log-changed, proposed, refused. */
  effects: CoreEffect[] = [];
  readonly answeredReads: CoreEffect[] = [];
  termOrVoteChanged = false;
  /** The first entry that the disk does not have as the log has it; null: none changed in this step. */
  changedFrom: LogIndex | null = null;
  /** A snapshot that takes the place of the log; no entry changes in the same step. */
  installed: SnapshotMark | null = null;
  readonly #sends: Send[] = [];

  say(effect: CoreEffect): void {
    this.effects.push(effect);
  }
  logChanged(from: LogIndex, entries: readonly Entry[]): void {
    this.effects.push({ type: "log-changed", from, entries });
    if (this.changedFrom === null || from < this.changedFrom) this.changedFrom = from;
  }
  /** Depends on nothing that this step writes. */
  send(to: NodeId, message: Message): void {
    this.#sends.push({ to, message, needs: "nothing" });
  }
  /** Tells of the current term or vote. */
  sendAfterHardState(to: NodeId, message: Message): void {
    this.#sends.push({ to, message, needs: "hard-state" });
  }
  /** Tells of the current term and that the log up to `upTo` is kept. */
  sendAfterEntries(to: NodeId, message: Message, upTo: LogIndex): void {
    this.#sends.push({ to, message, needs: "entries", upTo });
  }

  /** Adds the messages, each with the write it waits for; to be asked after this step's write was issued. */
  takeSends(disk: Disk, effects: CoreEffect[]): void {
    if (this.#sends.length === 0) return;
    for (const send of this.#sends)
      effects.push({
        type: "send",
        to: send.to,
        message: send.message,
        after: writeNeeded(send, disk),
      });
    this.#sends.length = 0;
  }
}

function writeNeeded(send: Send, disk: Disk): WriteSeq {
  switch (send.needs) {
    case "nothing":
      return 0 as WriteSeq;
    case "hard-state":
      return disk.afterHardState();
    case "entries":
      return disk.afterEntries(send.upTo);
  }
}
