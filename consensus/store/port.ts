/** The disk as the replica's driver sees it. One conformance suite runs over every implementation. */
import type { LeaseholdError } from "../../errors.ts";
import type { Entry, HardState, LogIndex, Position, SnapshotMark } from "../core/types.ts";

export interface StoreIdentity {
  readonly cluster: string;
  readonly node: string;
  /** Random, made with the store: a blank or swapped disk shows (R13). 16 bytes in hex, of which the first 4 say when. */
  readonly generation: string;
  /**
   * How many times a daemon has started on this store, this start included; durable before it is returned. An old disk
   * image counts again from where it was: whoever remembers this generation with as many starts or more knows (R13).
   */
  readonly starts: number;
  /**
   * Nobody has vouched for this store yet: it was made at this start, or at one before that nobody called `admit` after. It
   * may have had votes and entries on another disk, and must not vote before it is certified (R13).
   */
  readonly blank: boolean;
  /**
   * The newest incarnation that was vouched for on this store, before it acted on that; 0: none yet. Whoever remembers a later one
   * knows an old image of this disk, however often it has been started since (R13.4).
   */
  readonly vetted: number;
}

/** A snapshot on the disk, checked when it was written and again when the store was opened. */
export interface StoredSnapshot {
  readonly mark: SnapshotMark;
  /** Of the whole: its length in bytes, and its SHA-256. */
  readonly size: number;
  readonly digest: Uint8Array;
  /**
   * The bytes from `offset` on, in pieces of at most 64 KiB, each checked against its checksum. Throws `not-found` once a
   * later snapshot has taken its place and nobody holds it, `store-corrupt` or `store-unreadable` when the disk fails,
   * `store-poisoned` once the store is closed.
   */
  read(offset?: number): AsyncIterable<Uint8Array>;
  /** Keeps the bytes, also when a later snapshot takes its place, until what is returned is called. */
  hold(): () => void;
}

/** A leader's snapshot on its way in. It lives as long as the process: after a restart it begins anew. */
export interface IncomingSnapshot {
  readonly mark: SnapshotMark;
  readonly size: number;
  readonly digest: Uint8Array;
  /** Everything before this offset is here: go on from there. */
  readonly wanted: number;
  /** All of it is here, durable, and its digest fits: it can be installed. */
  readonly complete: boolean;
  /**
   * Takes a piece that begins at `offset`. What is here already, or leaves a gap, changes nothing. With the last piece the
   * whole is checked; if its digest does not fit everything is dropped, and `wanted` is 0 again.
   */
  add(offset: number, piece: Uint8Array): Promise<IncomingResult>;
  /** It will not be installed: its bytes go. */
  discard(): void;
}
export type IncomingResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "digest-differs" | "beyond-the-end" | "discarded" };

/** As found when the store was opened. */
export interface StoreContents {
  readonly identity: StoreIdentity;
  readonly hardState: HardState;
  /** Null: none was ever made. */
  readonly snapshot: StoredSnapshot | null;
  /** The entry before the first of `entries`, at or before the snapshot's (checklist 39); (0, 0): nothing was dropped. */
  readonly base: Position;
  /** The log after `base`, contiguous, checksum chain verified. */
  readonly entries: readonly Entry[];
  /** Where the log ends: what peers remember of this disk, together with generation and starts (R13). */
  readonly last: Position;
}

/**
 * After one failure the store is poisoned: every later call that writes rejects with `store-poisoned` until the
 * process restarts (D2). `write`, `install`, `compact` and the last step of `saveSnapshot` take effect in the order of
 * the calls, and each is whole or absent after a crash.
 */
export interface Store {
  readonly contents: StoreContents;
  /** As of now: `admit` and `renew` change it. */
  readonly identity: StoreIdentity;
  /** The current snapshot, durable. */
  readonly snapshot: StoredSnapshot | null;
  /**
   * Resolves with the reason once the store is poisoned by a failure. What fails may have been acknowledged already (it is kept), so
   * that no call rejects. Closing is no failure.
   */
  readonly failed: Promise<LeaseholdError>;
  /**
   * Resolves when durable (synced), several calls may share one sync. `entries` replace everything from
   * `entries[0].index` on, which lies after the snapshot.
   */
  write(hardState: HardState | null, entries: readonly Entry[]): Promise<void>;
  /**
   * Writes the state at `mark`, an entry of this log, piece by piece beside what else is written, then makes it current.
   * Null: a later one became current meanwhile. When `bytes` throws, the snapshot before stays and the error is passed on.
   */
  saveSnapshot(mark: SnapshotMark, bytes: AsyncIterable<Uint8Array>): Promise<StoredSnapshot | null>;
  /**
   * Drops the log up to `through`, at most the current snapshot's index; that entry's index and term are kept
   * (checklist 39). Resolves when durable; the room is given back in the background.
   */
  compact(through: LogIndex): Promise<void>;
  /**
   * Begins to take a leader's snapshot, or goes on with the one under way if it is the same (mark, size, digest). Another
   * one that is not complete yet is discarded.
   */
  receive(mark: SnapshotMark, size: number, digest: Uint8Array): IncomingSnapshot;
  /**
   * A complete snapshot takes the place of the one before *and of the whole log* in one write (checklist 36, 37); the log goes
   * on after it.
   */
  install(hardState: HardState, snapshot: IncomingSnapshot): Promise<void>;
  /** This incarnation on this store is vouched for (R13.2 to R13.4): it is not blank any more, and remembers which one it was. */
  admit(incarnation: number): Promise<void>;
  /**
   * By an operator's word a disk that went back (an old image) counts as a new one: another generation, and blank again.
   * Log and snapshot stay. Resolves with the generation.
   */
  renew(): Promise<string>;
  close(): Promise<void>;
}
