/** Snapshots on the peer stream: pieces of one, and what the receiver says to them. */
import { logIndex, term } from "../consensus/core/types.ts";
import type { Envelope } from "../consensus/types.ts";
import { snapshotMarkFromWire, snapshotMarkToWire } from "./entries.ts";
import type { leasehold } from "./generated/leasehold.js";
import { fromUint64, name, refuse, required, toUint32, toUint64 } from "./wire.ts";

type Chunk = Extract<Envelope, { type: "snapshot-chunk" }>;
type Answer = Extract<Envelope, { type: "snapshot-answer" }>;

const DIGEST_BYTES = 32;

/** A SHA-256; used both ways. */
function digest(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== DIGEST_BYTES) refuse(`a digest has ${DIGEST_BYTES} bytes, not ${bytes.length}`);
  return bytes;
}

/** A piece lies within the whole; used both ways. */
function within(chunk: Chunk): Chunk {
  const end = chunk.offset + chunk.data.length;
  if (end > chunk.size) refuse(`a piece of a snapshot of ${chunk.size} bytes ends at ${end}`);
  return chunk;
}

export function snapshotChunkToWire(chunk: Chunk): leasehold.v1.PeerSnapshotChunk.$Properties {
  const { snapshot, size, offset, data, checksum } = within(chunk);
  return {
    term: toUint64(chunk.term, "a term"),
    snapshot: snapshotMarkToWire(snapshot),
    size: toUint64(size, "a snapshot's size"),
    digest: digest(chunk.digest),
    offset: toUint64(offset, "an offset"),
    data,
    checksum: toUint32(checksum, "a checksum"),
  };
}

/** The bytes are copies: the frame they came in need not stay in memory for them. */
export function snapshotChunkFromWire(wire: leasehold.v1.PeerSnapshotChunk): Chunk {
  return within({
    type: "snapshot-chunk",
    term: term(fromUint64(wire.term, "a term")),
    snapshot: snapshotMarkFromWire(required(wire.snapshot, "a snapshot's mark")),
    size: fromUint64(wire.size, "a snapshot's size"),
    digest: Uint8Array.from(digest(wire.digest)),
    offset: fromUint64(wire.offset, "an offset"),
    data: Uint8Array.from(wire.data),
    checksum: wire.checksum,
  });
}

export function snapshotAnswerToWire(answer: Answer): leasehold.v1.PeerSnapshotAnswer.$Properties {
  const about = {
    term: toUint64(answer.term, "a term"),
    index: toUint64(answer.index, "a snapshot's index"),
  };
  const { result } = answer;
  switch (result.type) {
    case "wanted":
      return { ...about, wanted: toUint64(result.offset, "an offset") };
    case "done":
      return { ...about, done: true };
    case "refused":
      return { ...about, refused: name(result.reason, "the reason of a refusal") };
  }
}

export function snapshotAnswerFromWire(wire: leasehold.v1.PeerSnapshotAnswer): Answer {
  return {
    type: "snapshot-answer",
    term: term(fromUint64(wire.term, "a term")),
    index: logIndex(fromUint64(wire.index, "a snapshot's index")),
    result: resultFromWire(wire),
  };
}

function resultFromWire(wire: leasehold.v1.PeerSnapshotAnswer): Answer["result"] {
  switch (wire.result) {
    case "wanted":
      return { type: "wanted", offset: fromUint64(required(wire.wanted, "an offset"), "an offset") };
    case "done":
      return { type: "done" };
    case "refused":
      return { type: "refused", reason: name(required(wire.refused, "a reason"), "the reason of a refusal") };
    default:
      return refuse("the answer to a snapshot has no result that this version knows");
  }
}
