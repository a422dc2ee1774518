/**
 * A whole ledger as bytes, in pieces: a head, then one record after the other, each behind its length. So neither
 * writing nor reading one of any size holds up whoever does it, and equal ledgers give equal bytes.
 */
import { logIndex, term } from "../consensus/core/types.ts";
import { createLedger } from "../consensus/ledger/apply.ts";
import type { ClusterDocument, Ledger, Revision } from "../consensus/ledger/types.ts";
import { LeaseholdError } from "../errors.ts";
import { leasehold } from "./generated/leasehold.js";
import { type RecordToWire, recordsOf, revisionToWire, takeRecord } from "./staterecords.ts";
import { decodePart, decodeRecord, FORMAT, finish, fromUint64, refuse, required, toUint64 } from "./wire.ts";

const { LedgerStateHead, LedgerStateRecord } = leasehold.v1;

const WHAT = "a snapshot of the ledger";
/** Bound on one record, in bytes: a document is the largest. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;
/** About how long a piece is, in bytes; one record may be longer. */
const PIECE_BYTES = 32 * 1024;

/** The bytes of each revision, for as long as its document is remembered: it never changes. */
const revisions = new WeakMap<ClusterDocument, { readonly of: Revision; readonly bytes: Uint8Array }>();

/** A ledger that does not change meanwhile (`copyLedger`), piece by piece. */
export function* encodeLedger(ledger: Ledger): Generator<Uint8Array> {
  let waiting: Uint8Array[] = framed(headOf(ledger));
  let size = 0;
  let records = 0;
  for (const bytes of bytesOf(ledger)) {
    waiting.push(...framed(bytes));
    records += 1;
    size += 4 + bytes.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  waiting.push(...framed(encodeRecord({ end: toUint64(records, "a number of records") })));
  yield Buffer.concat(waiting);
}

function* bytesOf(ledger: Ledger): Generator<Uint8Array> {
  for (const revision of ledger.revisions) {
    let known = revisions.get(revision.document);
    if (known?.of !== revision) {
      known = { of: revision, bytes: encodeRecord({ revision: revisionToWire(revision) }) };
      revisions.set(revision.document, known);
    }
    yield known.bytes;
  }
  for (const record of recordsOf(ledger)) yield encodeRecord(record);
}

function headOf({ epoch, revision, applied, appliedTerm }: Ledger): Uint8Array {
  const head = LedgerStateHead.encode({
    format: FORMAT,
    epoch: toUint64(epoch, "an epoch"),
    revision: toUint64(revision, "a revision"),
    applied: toUint64(applied, "an index"),
    appliedTerm: toUint64(appliedTerm, "a term"),
  });
  return finish(head, WHAT, MAX_RECORD_BYTES);
}

const encodeRecord = (record: RecordToWire): Uint8Array =>
  finish(LedgerStateRecord.encode(record), "a record of the ledger", MAX_RECORD_BYTES);

function framed(bytes: Uint8Array): [Uint8Array, Uint8Array] {
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}

/** Reads a ledger from its pieces, cut wherever they are. What is wrong is refused as `codec` or `store-version`. */
export class LedgerReader {
  #waiting: Buffer = Buffer.alloc(0);
  #ledger: Ledger | null = null;
  #records = 0;
  #whole = false;

  take(piece: Uint8Array): void {
    let bytes = this.#waiting.length === 0 ? Buffer.from(piece) : Buffer.concat([this.#waiting, piece]);
    while (bytes.length >= 4) {
      const length = bytes.readUInt32BE(0);
      if (length > MAX_RECORD_BYTES) refuse(`${WHAT} has a record of ${length} bytes`);
      if (bytes.length < 4 + length) break;
      this.#record(bytes.subarray(4, 4 + length));
      bytes = bytes.subarray(4 + length);
    }
    this.#waiting = bytes;
  }

  /** The ledger, when all of it has been taken. */
  finish(): Ledger {
    if (this.#ledger === null || !this.#whole || this.#waiting.length > 0) {
      throw new LeaseholdError("codec", `${WHAT} is not whole`);
    }
    const ledger = this.#ledger;
    ledger.document = ledger.revisions.at(-1)?.document ?? null;
    return ledger;
  }

  #record(bytes: Uint8Array): void {
    if (this.#ledger === null) {
      const record = { what: WHAT, limit: MAX_RECORD_BYTES, unknownFormat: "store-version" } as const;
      this.#ledger = decodeRecord(bytes, record, (reader) => LedgerStateHead.decode(reader), ledgerOf);
      return;
    }
    if (this.#whole) refuse(`${WHAT} goes on after its end`);
    const wire = decodePart(bytes, WHAT, (reader) => LedgerStateRecord.decode(reader));
    if (wire.body === "end") {
      const records = fromUint64(required(wire.end, "a number of records"), "a number of records");
      if (records !== this.#records) refuse(`${WHAT} has ${this.#records} records, not ${records}`);
      this.#whole = true;
      return;
    }
    takeRecord(this.#ledger, wire);
    this.#records += 1;
  }
}

function ledgerOf(head: leasehold.v1.LedgerStateHead): Ledger {
  const ledger = createLedger(fromUint64(head.epoch, "an epoch"));
  ledger.revision = fromUint64(head.revision, "a revision");
  ledger.applied = logIndex(fromUint64(head.applied, "an index"));
  ledger.appliedTerm = term(fromUint64(head.appliedTerm, "a term"));
  return ledger;
}

/** The ledger that these pieces are. Rejects with `codec` or `store-version`, or with whatever reading them threw. */
export async function decodeLedger(pieces: AsyncIterable<Uint8Array>): Promise<Ledger> {
  const reader = new LedgerReader();
  for await (const piece of pieces) reader.take(piece);
  return reader.finish();
}
