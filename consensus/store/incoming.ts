/** A leader's snapshot on its way in: taken in order, durable chunk by chunk, believed when its digest fits. */
import { assert } from "../../errors.ts";
import type { SnapshotMark } from "../core/types.ts";
import type { IncomingResult, IncomingSnapshot } from "./port.ts";
import type { Manifest } from "./snapshotrecords.ts";
import type { Staging } from "./staging.ts";

export interface IncomingStages {
  begin(): Staging;
  /** What was written of it goes. */
  drop(staging: Staging): void;
}

export class Incoming implements IncomingSnapshot {
  readonly mark: SnapshotMark;
  readonly size: number;
  readonly digest: Uint8Array;
  readonly #stages: IncomingStages;
  #staging: Staging;
  #wanted = 0;
  #state: "open" | "complete" | "discarded" = "open";
  /** The piece being taken; the next waits for it. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(about: Pick<IncomingSnapshot, "mark" | "size" | "digest">, stages: IncomingStages) {
    this.mark = about.mark;
    this.size = about.size;
    this.digest = about.digest;
    this.#stages = stages;
    this.#staging = stages.begin();
  }

  get wanted(): number {
    return this.#wanted;
  }
  get complete(): boolean {
    return this.#state === "complete";
  }

  isOf(mark: SnapshotMark, size: number, digest: Uint8Array): boolean {
    if (this.#state === "discarded" || this.size !== size) return false;
    const same = this.mark.index === mark.index && this.mark.term === mark.term;
    return same && Buffer.compare(this.digest, digest) === 0;
  }

  add(offset: number, piece: Uint8Array): Promise<IncomingResult> {
    const taken = this.#turn.then(() => this.#take(offset, piece));
    this.#turn = taken.catch(() => {});
    return taken;
  }

  discard(): void {
    if (this.#state === "discarded") return;
    this.#state = "discarded";
    // Not before the piece under way has been written.
    void this.#turn.then(() => this.#stages.drop(this.#staging));
  }

  /** For the one write that makes it current; it belongs to the store from then on. */
  take(): Manifest {
    assert(this.#state === "complete", "only a complete snapshot, and only once, can be installed");
    this.#state = "discarded";
    return { id: this.#staging.id, mark: this.mark, size: this.size, digest: this.digest };
  }

  async #take(offset: number, piece: Uint8Array): Promise<IncomingResult> {
    if (this.#state === "discarded") return { ok: false, reason: "discarded" };
    if (offset + piece.length > this.size) return { ok: false, reason: "beyond-the-end" };
    const skip = this.#wanted - offset;
    if (this.#state === "complete" || skip < 0 || (skip >= piece.length && this.#wanted < this.size))
      return { ok: true };
    await this.#staging.add(piece.subarray(skip));
    this.#wanted = offset + piece.length;
    return this.#wanted < this.size ? { ok: true } : this.#check();
  }

  async #check(): Promise<IncomingResult> {
    const digest = await this.#staging.finish();
    if (Buffer.compare(digest, this.digest) === 0) {
      if (this.#state === "open") this.#state = "complete";
      return this.complete ? { ok: true } : { ok: false, reason: "discarded" };
    }
    this.#stages.drop(this.#staging);
    this.#staging = this.#stages.begin();
    this.#wanted = 0;
    return { ok: false, reason: "digest-differs" };
  }
}
