/** The disk as the replica's driver sees it. One conformance suite runs over every implementation. */
import type { Entry, HardState } from "../core/types.ts";

export interface StoreIdentity {
  readonly cluster: string;
  readonly node: string;
  /** Random, made with the store: a blank or swapped disk shows (R13). 16 bytes in hex. */
  readonly generation: string;
  /** How many times a daemon has started on this store, this start included; durable before it is returned. */
  readonly starts: number;
}
export interface StoreContents {
  readonly identity: StoreIdentity;
  readonly hardState: HardState;
  /** The whole log from index 1, contiguous, checksum chain verified. */
  readonly entries: readonly Entry[];
}
export interface Store {
  readonly contents: StoreContents;
  /**
   * Writes in order of the calls; resolves when durable (synced), several calls may share one sync. `entries`
   * replace everything from `entries[0].index` on. After one failure the store is poisoned: this and every later
   * call rejects with `store-poisoned` until the process restarts (D2).
   */
  write(hardState: HardState | null, entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}
