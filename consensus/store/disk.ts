/**
 * The narrow port under the store: records with sorted keys that are written atomically, and beside them two small
 * slots for the high-water mark. Cut so thin that a test can stand in for it and lose whatever was not synced.
 */

export type Operation =
  | { readonly type: "put"; readonly key: string; readonly value: Uint8Array }
  | { readonly type: "del"; readonly key: string };

export interface StoredRecord {
  readonly key: string;
  readonly value: Uint8Array;
}

/** The mark is written to its two slots in turn, so that a torn write never takes the mark before it along. */
export type MarkSlot = 0 | 1;

export interface Disk {
  /** For messages to people. */
  readonly where: string;
  /** Every record, in order of the keys. */
  records(): AsyncIterable<StoredRecord>;
  /** One record; null: there is none. */
  get(key: string): Promise<Uint8Array | null>;
  /** All operations or none, in their order. With `sync` it returns once they survive a power cut. */
  commit(operations: readonly Operation[], sync: boolean): Promise<void>;
  /** Gives back the room of what was deleted from `first` to `last`, in the background of everything else. */
  shrink(first: string, last: string): Promise<void>;
  /** What the slots hold, torn or not; null: a blank disk. */
  readMark(): Promise<readonly Uint8Array[] | null>;
  /** Puts the first mark into both slots; it survives a power cut when this returns. */
  createMark(mark: Uint8Array): Promise<void>;
  /** With `sync` it returns once the slot survives a power cut. */
  writeMark(slot: MarkSlot, mark: Uint8Array, sync: boolean): Promise<void>;
  close(): Promise<void>;
}
