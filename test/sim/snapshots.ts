/**
 * The bytes of snapshots between ledger, disk and peers, as `daemon/snapshots.ts` carries them: production's own encoding,
 * everything beside the loop, answered later.
 */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { SnapshotMark } from "../../consensus/core/types.ts";
import { copyLedger } from "../../consensus/ledger/copy.ts";
import type { Ledger } from "../../consensus/ledger/types.ts";
import type { ReplicaEffect, ReplicaEvent, SnapshotChunk } from "../../consensus/types.ts";
import { encodeLedger, LedgerReader } from "../../proto/codec.ts";
import type { Disk, Stored } from "./disk.ts";
import type { Random } from "./random.ts";

type SnapshotEffect = Extract<
  ReplicaEffect,
  {
    readonly type:
      | "save-snapshot"
      | "compact"
      | "read-snapshot"
      | "close-snapshot"
      | "take-chunk"
      | "install-snapshot"
      | "discard-snapshot";
  }
>;
export interface SnapshotDesk {
  perform(effect: SnapshotEffect): void;
}
export interface DeskOptions {
  readonly disk: Disk;
  readonly random: Random;
  /** Runs a task in a turn of the loop, when this many milliseconds are over. */
  readonly later: (delay: number, task: () => void) => void;
  /** In such a turn: the replica takes it. */
  readonly feed: (event: ReplicaEvent) => void;
  /** Bytes of one piece. */
  readonly piece: number;
  readonly saved: (mark: SnapshotMark) => void;
}

interface Incoming {
  readonly mark: SnapshotMark;
  readonly size: number;
  readonly digest: Uint8Array;
  bytes: Buffer;
  /** What it says, once it is whole. */
  ledger: Ledger | null;
}

/** What a daemon reads of its snapshot when it starts: now and then through the bytes, mostly the cheaper way. */
export const ledgerOf = ({ bytes, ledger }: Stored, throughBytes: boolean): Ledger =>
  throughBytes ? decoded(bytes()) : copyLedger(ledger);

function decoded(bytes: Buffer): Ledger {
  const reader = new LedgerReader();
  reader.take(bytes);
  return reader.finish();
}

export function createSnapshotDesk(options: DeskOptions): SnapshotDesk {
  const { disk, random, later, feed, piece } = options;
  const outgoing = new Map<number, Stored>();
  let incoming: Incoming | null = null;

  const take = ({ from, chunk }: Extract<SnapshotEffect, { type: "take-chunk" }>) => {
    const tell = (result: Extract<ReplicaEvent, { type: "chunk-taken" }>["result"]) =>
      feed({ type: "chunk-taken", from, term: chunk.term, mark: chunk.snapshot, result });
    const into = receive(chunk);
    const spoilt = crc32(chunk.data) !== chunk.checksum;
    if (!spoilt && chunk.offset === into.bytes.length) into.bytes = Buffer.concat([into.bytes, chunk.data]);
    if (into.bytes.length < into.size) {
      tell({ type: "wanted", offset: into.bytes.length });
      return;
    }
    if (Buffer.compare(digestOf(into.bytes), into.digest) !== 0) {
      incoming = null;
      tell({ type: "refused", reason: "digest-differs" });
      return;
    }
    into.ledger = decoded(into.bytes);
    tell({ type: "whole", ledger: copyLedger(into.ledger) });
  };
  /** The one under way if this is a piece of it. */
  const receive = ({ snapshot: mark, size, digest }: SnapshotChunk): Incoming => {
    const same =
      incoming !== null &&
      incoming.mark.index === mark.index &&
      incoming.mark.term === mark.term &&
      Buffer.compare(incoming.digest, digest) === 0;
    if (!same) incoming = { mark, size, digest, bytes: Buffer.alloc(0), ledger: null };
    return incoming!;
  };

  return {
    perform: (effect) => {
      switch (effect.type) {
        case "save-snapshot": {
          const { mark, ledger } = effect;
          later(random.exponential(10), () => {
            const bytes = once(() => Buffer.concat([...encodeLedger(ledger)]));
            const snapshot = { mark, ledger, bytes, digest: once(() => digestOf(bytes())) };
            disk.put({ type: "snapshot", snapshot }, (ok) =>
              later(0, () => {
                if (ok) options.saved(mark);
                feed({ type: "snapshot-saved", index: mark.index, ok });
              }),
            );
          });
          return;
        }
        case "compact":
          disk.put({ type: "compact", through: effect.through }, () => {});
          return;
        case "read-snapshot": {
          const { stream, offset } = effect;
          later(random.between(0.05, 1), () => {
            const stored = outgoing.get(stream) ?? disk.snapshot!;
            outgoing.set(stream, stored);
            if (random.chance(0.002)) {
              feed({ type: "snapshot-read", stream, chunk: null, reason: "EIO" });
              return;
            }
            const bytes = stored.bytes();
            const data = bytes.subarray(offset, offset + piece);
            feed({
              type: "snapshot-read",
              stream,
              chunk: {
                snapshot: stored.mark,
                size: bytes.length,
                digest: stored.digest(),
                offset,
                data,
                checksum: crc32(data),
              },
              reason: "",
            });
          });
          return;
        }
        case "close-snapshot":
          outgoing.delete(effect.stream);
          return;
        case "take-chunk":
          later(random.between(0.05, 1), () => take(effect));
          return;
        case "install-snapshot": {
          const { hardState, seq, snapshot: mark } = effect;
          const ledger = incoming?.mark.index === mark.index ? incoming.ledger : null;
          if (incoming === null || ledger === null) throw new Error("what is installed is here");
          const { bytes, digest } = incoming;
          incoming = null;
          disk.put(
            {
              type: "install",
              hardState,
              snapshot: { mark, ledger, bytes: () => bytes, digest: () => digest },
            },
            () => later(0, () => feed({ type: "written", seq })),
          );
          return;
        }
        case "discard-snapshot":
          if (incoming?.mark.index === effect.index) incoming = null;
          return;
      }
    },
  };
}

/** A value that is made when somebody asks for it first. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
const digestOf = (bytes: Buffer): Uint8Array => createHash("sha256").update(bytes).digest();
