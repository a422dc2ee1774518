/**
 * Bytes <-> core types: entries and hard state of the store, frames of the peer stream, heartbeats. Everything
 * that goes wrong is a LeaseholdError whose message names the record and what was expected: `codec` for malformed
 * input or a value that cannot be written, `store-version` for a stored record of an unknown format (P0).
 * Other rooms import this file alone.
 */
export {
  batchBytes,
  decodeEntry,
  decodeHardState,
  decodeSnapshotMark,
  encodeEntry,
  encodeHardState,
  encodeSnapshotMark,
} from "./entries.ts";
export { decodeEnvelopes, encodeEnvelopes } from "./envelopes.ts";
export { decodeHeartbeat } from "./heartbeats/decode.ts";
export { encodeHeartbeat } from "./heartbeats/encode.ts";
export { decodeLedger, encodeLedger, LedgerReader } from "./state.ts";
export { FORMAT, MAX_ENTRY_BYTES, MAX_FRAME_BYTES, MAX_HEARTBEAT_BYTES } from "./wire.ts";
