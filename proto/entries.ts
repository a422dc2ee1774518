/** Log entries, hard state and configuration: bytes <-> core types. */
import {
  type Configuration,
  type Entry,
  type HardState,
  logIndex,
  type NodeId,
  nodeId,
  type Payload,
  type SnapshotMark,
  term,
} from "../consensus/core/types.ts";
import type { Batch } from "../consensus/ledger/types.ts";
import { batchFromWire, batchToWire } from "./commands.ts";
import { leasehold } from "./generated/leasehold.js";
import {
  decodeRecord,
  FORMAT,
  finish,
  fromUint64,
  MAX_ENTRY_BYTES,
  name,
  refuse,
  required,
  toUint64,
} from "./wire.ts";

const { LedgerBatch, LedgerEntry, LedgerHardState, LedgerSnapshotMark } = leasehold.v1;

const MAX_HARD_STATE_BYTES = 4096;
const MAX_MARK_BYTES = 1024 * 1024;

/**
 * What was encoded or decoded last, by index: a leader's entry goes to two peers and the disk, a follower's from
 * the wire to the disk. Bounded in number and in size, for the log itself stays in memory too.
 */
const RECENT_SLOTS = 1024;
const RECENT_BYTES_MAX = 8192;
const recent: ({ readonly entry: Entry; readonly bytes: Uint8Array } | undefined)[] = new Array(RECENT_SLOTS);

/** Large ones cost most to encode again; a few of them are enough. */
const LARGE_SLOTS = 4;
const large: typeof recent = new Array(LARGE_SLOTS);

function remember(entry: Entry, bytes: Uint8Array): void {
  if (bytes.length <= RECENT_BYTES_MAX) recent[entry.index % RECENT_SLOTS] = { entry, bytes };
  else large[entry.index % LARGE_SLOTS] = { entry, bytes };
}

function recall(entry: Entry): Uint8Array | null {
  for (const known of [recent[entry.index % RECENT_SLOTS], large[entry.index % LARGE_SLOTS]])
    if (known?.entry === entry) return known.bytes;
  return null;
}

/** One log entry. The bytes may be shared with other callers: never write into them. An Entry is never changed. */
export function encodeEntry(entry: Entry): Uint8Array {
  const known = recall(entry);
  if (known !== null) return known;
  const wire: leasehold.v1.LedgerEntry.$Properties = {
    format: FORMAT,
    index: toUint64(entry.index, "an entry's index"),
    term: toUint64(entry.term, "an entry's term"),
    size: toUint64(entry.bytes, "an entry's size"),
  };
  putPayload(wire, entry.payload);
  const bytes = finish(LedgerEntry.encode(wire), "a log entry", MAX_ENTRY_BYTES);
  remember(entry, bytes);
  return bytes;
}

/** One log entry; `from` says where it was found, and so how an unknown format is reported. */
export function decodeEntry(bytes: Uint8Array, from: "store" | "peer" = "store"): Entry {
  const unknownFormat = from === "store" ? "store-version" : "codec";
  const record = { what: "a log entry", limit: MAX_ENTRY_BYTES, unknownFormat } as const;
  const entry = decodeRecord(bytes, record, (reader) => LedgerEntry.decode(reader), entryFromWire);
  // A copy: the bytes are a window on a whole frame, which must not stay in memory for them.
  if (from === "peer") remember(entry, Uint8Array.prototype.slice.call(bytes));
  return entry;
}

/** Term, vote and the commit hint. */
export function encodeHardState(state: HardState): Uint8Array {
  const wire: leasehold.v1.LedgerHardState.$Properties = {
    format: FORMAT,
    term: toUint64(state.term, "the term"),
    vote: state.vote === null ? null : name(state.vote, "the vote"),
    commit: toUint64(state.commit, "the commit index"),
  };
  return finish(LedgerHardState.encode(wire), "the hard state", MAX_HARD_STATE_BYTES);
}

export function decodeHardState(bytes: Uint8Array): HardState {
  const record = {
    what: "the hard state",
    limit: MAX_HARD_STATE_BYTES,
    unknownFormat: "store-version",
  } as const;
  return decodeRecord(
    bytes,
    record,
    (reader) => LedgerHardState.decode(reader),
    (wire: leasehold.v1.LedgerHardState) => {
      const vote = wire.vote;
      return {
        term: term(fromUint64(wire.term, "the term")),
        vote: vote === null || vote === undefined ? null : nodeId(name(vote, "the vote")),
        commit: logIndex(fromUint64(wire.commit, "the commit index")),
      };
    },
  );
}

/** Encoded size of a batch in bytes: what `Entry.bytes` says of a command. */
export function batchBytes(batch: Batch): number {
  return LedgerBatch.encode(batchToWire(batch)).len;
}

function putPayload(wire: leasehold.v1.LedgerEntry.$Properties, payload: Payload): void {
  switch (payload.type) {
    case "noop":
      wire.noop = {};
      return;
    case "command":
      wire.batch = batchToWire(payload.command as Batch);
      return;
    case "configuration":
      wire.configuration = configurationToWire(payload.configuration);
      return;
    default:
      refuse(`a payload of type "${(payload as { type?: unknown }).type}" is unknown`);
  }
}

function entryFromWire(wire: leasehold.v1.LedgerEntry): Entry {
  return {
    index: logIndex(fromUint64(wire.index, "an entry's index")),
    term: term(fromUint64(wire.term, "an entry's term")),
    payload: payloadFromWire(wire),
    bytes: fromUint64(wire.size, "an entry's size"),
  };
}

function payloadFromWire(wire: leasehold.v1.LedgerEntry): Payload {
  switch (wire.payload) {
    case "noop":
      return { type: "noop" };
    case "batch":
      return { type: "command", command: batchFromWire(required(wire.batch, "a batch")) };
    case "configuration":
      return {
        type: "configuration",
        configuration: configurationFromWire(required(wire.configuration, "a configuration")),
      };
    default:
      return refuse("its payload is of no kind that this version knows");
  }
}

const toNames = (nodes: readonly NodeId[]): string[] => nodes.map((node) => name(node, "a member's name"));
const fromNames = (nodes: readonly string[]): NodeId[] =>
  nodes.map((node) => nodeId(name(node, "a member's name")));

function configurationToWire(c: Configuration): leasehold.v1.LedgerConfiguration.$Properties {
  return {
    voters: toNames(c.voters),
    outgoing: c.outgoing === null ? null : { nodes: toNames(c.outgoing) },
    learners: toNames(c.learners),
    learnersNext: toNames(c.learnersNext ?? []),
    autoLeave: c.autoLeave ?? false,
    retired: toNames(c.retired ?? []),
  };
}

/** What is empty is left out, as everywhere: equal configurations are equal to the letter. */
function configurationFromWire(wire: leasehold.v1.LedgerConfiguration): Configuration {
  const { outgoing, learnersNext, autoLeave, retired } = wire;
  return {
    voters: fromNames(wire.voters),
    outgoing: outgoing === null ? null : fromNames(outgoing.nodes),
    learners: fromNames(wire.learners),
    ...(learnersNext.length > 0 ? { learnersNext: fromNames(learnersNext) } : {}),
    ...(autoLeave ? { autoLeave } : {}),
    ...(retired.length > 0 ? { retired: fromNames(retired) } : {}),
  };
}

/** A snapshot's mark within a frame of the peers. */
export function snapshotMarkToWire(mark: SnapshotMark): leasehold.v1.LedgerSnapshotMark.$Properties {
  return {
    format: FORMAT,
    index: toUint64(mark.index, "a snapshot's index"),
    term: toUint64(mark.term, "a snapshot's term"),
    configuration: configurationToWire(mark.configuration),
    configurationIndex: toUint64(mark.configurationIndex, "a configuration's index"),
  };
}

export function snapshotMarkFromWire(wire: leasehold.v1.LedgerSnapshotMark): SnapshotMark {
  return {
    index: logIndex(fromUint64(wire.index, "a snapshot's index")),
    term: term(fromUint64(wire.term, "a snapshot's term")),
    configuration: configurationFromWire(required(wire.configuration, "a configuration")),
    configurationIndex: logIndex(fromUint64(wire.configurationIndex, "a configuration's index")),
  };
}

/** What a stored snapshot stands for. */
export function encodeSnapshotMark(mark: SnapshotMark): Uint8Array {
  return finish(LedgerSnapshotMark.encode(snapshotMarkToWire(mark)), "a snapshot's mark", MAX_MARK_BYTES);
}

export function decodeSnapshotMark(bytes: Uint8Array): SnapshotMark {
  const record = {
    what: "a snapshot's mark",
    limit: MAX_MARK_BYTES,
    unknownFormat: "store-version",
  } as const;
  return decodeRecord(bytes, record, (reader) => LedgerSnapshotMark.decode(reader), snapshotMarkFromWire);
}
