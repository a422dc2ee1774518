/**
 * The narrow port under the store: records with sorted keys that are written atomically, and beside them one file
 * for the high-water mark. Cut so thin that a test can stand in for it and lose whatever was not synced.
 */

export type Operation =
  | { readonly type: "put"; readonly key: string; readonly value: Uint8Array }
  | { readonly type: "del"; readonly key: string };

export interface StoredRecord {
  readonly key: string;
  readonly value: Uint8Array;
}

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
  /** The mark's file as it is, torn or not; null: a blank disk. */
  readMark(): Promise<Uint8Array | null>;
  /** This file in the place of the one before, whole or not at all; it survives a power cut when this returns. */
  replaceMark(file: Uint8Array): Promise<void>;
  /**
   * Overwrites whole pages within the file, from the byte `at` on. With `sync` it returns once they survive a power cut; one that comes before
   * tears nothing but these pages.
   */
  writeMark(at: number, pages: Uint8Array, sync: boolean): Promise<void>;
  close(): Promise<void>;
}
