/**
 * A snapshot on the disk: `3/snapshot/<id>/0`, its manifest, and `3/snapshot/<id>/1/<number>`, its bytes in chunks, each behind
 * its checksum. It is current when the head names it together with the seal of its manifest.
 */
import { decodeSnapshotMark, encodeSnapshotMark } from "../../proto/codec.ts";
import type { SnapshotMark } from "../core/types.ts";
import { DIGEST_BYTES, digest, hex, seal, unseal } from "./records.ts";
import { corrupt } from "./trouble.ts";

/** One write, one sync; nothing waits long behind it. */
export const CHUNK_BYTES = 64 * 1024;
const PREFIX = "3/snapshot/";

const digits = (value: number, width: number): string => value.toString(16).padStart(width, "0");
const folder = (id: number): string => `${PREFIX}${digits(id, 14)}`;
/** Sorts before the chunks, which are checked against it as they come. */
export const manifestKey = (id: number): string => `${folder(id)}/0`;
export const chunkKey = (id: number, at: number): string => `${folder(id)}/1/${digits(at, 8)}`;

/** Which snapshot a key is of, and which of its chunks (null: the manifest); null for any other key. */
export function placeOfKey(key: string): { readonly id: number; readonly chunk: number | null } | null {
  const [, id, chunk] = /^3\/snapshot\/([0-9a-f]{14})\/(?:0|1\/([0-9a-f]{8}))$/.exec(key) ?? [];
  if (id === undefined) return null;
  return { id: Number.parseInt(id, 16), chunk: chunk === undefined ? null : Number.parseInt(chunk, 16) };
}

export interface Manifest {
  readonly id: number;
  readonly mark: SnapshotMark;
  readonly size: number;
  /** SHA-256 of the whole. */
  readonly digest: Uint8Array;
}

export const chunksOf = (size: number): number => Math.ceil(size / CHUNK_BYTES);
/** Which manifest it is: the head says so of the current one. */
export const sealOf = (manifest: Uint8Array): string => hex(digest(manifest));

export const encodeManifest = ({ id, mark, size, digest: whole }: Manifest): Uint8Array =>
  seal("snapshot", { id, mark: hex(encodeSnapshotMark(mark)), size, digest: hex(whole) });

export function decodeManifest(where: string, bytes: Uint8Array): Manifest {
  const fields = unseal<keyof Manifest>("snapshot", where, bytes);
  return {
    id: Number(fields.id),
    mark: decodeSnapshotMark(Buffer.from(String(fields.mark), "hex")),
    size: Number(fields.size),
    digest: Buffer.from(String(fields.digest), "hex"),
  };
}

/** The log goes on after a snapshot that came from elsewhere as after an entry of its own. */
export const checksumAfter = ({ mark, digest: whole }: Manifest): Uint8Array =>
  digest("leasehold log after", encodeSnapshotMark(mark), whole);

const checksum = (id: number, at: number, data: Uint8Array): Uint8Array =>
  digest(`leasehold snapshot ${id} chunk ${at} `, data);

export const encodeChunk = (id: number, at: number, data: Uint8Array): Uint8Array =>
  Buffer.concat([checksum(id, at, data), data]);

/** The chunk's bytes, which are a part of `value`. */
export function decodeChunk(where: string, id: number, at: number, value: Uint8Array): Uint8Array {
  const data = value.subarray(DIGEST_BYTES);
  if (Buffer.compare(checksum(id, at, data), value.subarray(0, DIGEST_BYTES)) !== 0) {
    throw corrupt(where, `chunk ${at} of its snapshot is damaged`);
  }
  return data;
}
