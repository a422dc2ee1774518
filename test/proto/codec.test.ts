// P0, checklist 49: what is encoded comes back exactly; what cannot be read is refused by name, and nothing else happens.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type Entry, logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { type Command, incarnation, token } from "../../consensus/ledger/types.ts";
import type { Envelope } from "../../consensus/types.ts";
import { LeaseholdError } from "../../errors.ts";
import * as codec from "../../proto/codec.ts";
import { heartbeat } from "./anyheartbeat.ts";
import {
  batch,
  commands,
  entry,
  envelope,
  hardState,
  messages,
  snapshotChunk,
  snapshotMark,
} from "./arbitraries.ts";

const session = { node: nodeId("a"), incarnation: incarnation(2 ** 20), number: 1 };
const reads: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  "a log entry": (bytes) => codec.decodeEntry(bytes),
  "the hard state": codec.decodeHardState,
  "a snapshot's mark": codec.decodeSnapshotMark,
  "a peer frame": codec.decodeEnvelopes,
  "a heartbeat": codec.decodeHeartbeat,
};

function refusal(work: () => unknown): LeaseholdError {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof LeaseholdError, String(error));
    return error;
  }
  return assert.fail("it was accepted");
}
const refused = (work: () => unknown, message: RegExp, code = "codec") => {
  const error = refusal(work);
  assert.equal(error.code, code, error.message);
  assert.match(error.message, message);
};

const withCommand = (command: Command): Entry => ({
  index: logIndex(7),
  term: term(3),
  bytes: 1,
  payload: { type: "command", command: { at: 0.25, commands: [command] } },
});
const raft = (message: (Envelope & { type: "raft" })["message"]): Envelope => ({
  type: "raft",
  message,
  ages: [],
});

test("every kind of command comes back from an entry exactly as it was", () => {
  for (const [kind, arbitrary] of Object.entries(commands)) {
    const property = fc.property(arbitrary as fc.Arbitrary<Command>, (command) => {
      assert.deepEqual(
        codec.decodeEntry(codec.encodeEntry(withCommand(command))),
        withCommand(command),
        kind,
      );
    });
    fc.assert(property, { numRuns: 40 });
  }
});

test("every kind of Raft message comes back from a frame exactly as it was", () => {
  for (const [kind, arbitrary] of Object.entries(messages)) {
    const property = fc.property(arbitrary as (typeof messages)["vote-request"], (message) => {
      assert.deepEqual(codec.decodeEnvelopes(codec.encodeEnvelopes([raft(message)])), [raft(message)], kind);
    });
    fc.assert(property, { numRuns: 40 });
  }
});

test("a snapshot's mark comes back exactly, and a piece of a snapshot lies within the whole", () => {
  fc.assert(
    fc.property(snapshotMark, (mark) => {
      assert.deepEqual(codec.decodeSnapshotMark(codec.encodeSnapshotMark(mark)), mark);
    }),
  );
  fc.assert(
    fc.property(snapshotChunk, (chunk) => {
      const size = chunk.offset + chunk.data.length - 1;
      refused(
        () => codec.encodeEnvelopes([{ ...chunk, size }]),
        /a piece of a snapshot of .* ends at|2\^53-1/,
      );
      const digest = chunk.digest.subarray(1);
      refused(() => codec.encodeEnvelopes([{ ...chunk, digest }]), /a digest has 32 bytes, not 31/);
    }),
  );
});

test("entries, hard states, frames of many envelopes and heartbeats come back exactly", () => {
  fc.assert(
    fc.property(entry, (value) => assert.deepEqual(codec.decodeEntry(codec.encodeEntry(value)), value)),
  );
  fc.assert(
    fc.property(hardState, (value) =>
      assert.deepEqual(codec.decodeHardState(codec.encodeHardState(value)), value),
    ),
  );
  fc.assert(
    fc.property(fc.array(envelope, { maxLength: 5 }), (value) =>
      assert.deepEqual(codec.decodeEnvelopes(codec.encodeEnvelopes(value)), value),
    ),
  );
  fc.assert(
    fc.property(heartbeat, (value) =>
      assert.deepEqual(codec.decodeHeartbeat(codec.encodeHeartbeat(value)), value),
    ),
  );
});

test("N3: an age arrives exactly, never rounded up", () => {
  for (const age of [0, 0.1, 204.99999999999997, 1e9 + 1 / 3]) {
    const ages = [{ session, suspectIndex: logIndex(9), suspectTerm: term(2), age }];
    const answer: Envelope = {
      type: "raft",
      message: { type: "append-response", term: term(2), round: 1, result: { ok: true, match: logIndex(0) } },
      ages,
    };
    const [back] = codec.decodeEnvelopes(codec.encodeEnvelopes([answer]));
    assert.ok(back?.type === "raft" && back.ages[0]?.age === age);
  }
});

test("an entry that was encoded or received is not encoded again", () => {
  const first = withCommand({ type: "suspect", session, reason: "silent" });
  const bytes = codec.encodeEntry(first);
  assert.equal(codec.encodeEntry(first), bytes);
  assert.deepEqual(codec.encodeEntry({ ...first, index: logIndex(8) }).length, bytes.length);
  assert.deepEqual(codec.encodeEntry(first), bytes);
  // Of the same index, another entry: a conflicting log.
  const other = { ...first, term: term(4) };
  assert.notDeepEqual(codec.encodeEntry(other), bytes);
  assert.equal(codec.decodeEntry(codec.encodeEntry(other)).term, 4);
  const append = {
    type: "append-request",
    prevIndex: logIndex(6),
    prevTerm: term(3),
    commit: logIndex(0),
    round: 1,
  } as const;
  const frame = codec.encodeEnvelopes([raft({ ...append, term: term(3), entries: [first] })]);
  const [received] = codec.decodeEnvelopes(frame);
  assert.ok(received?.type === "raft" && received.message.type === "append-request");
  const arrived = received.message.entries[0]!;
  frame.fill(0);
  assert.deepEqual(codec.encodeEntry(arrived), bytes, "what was kept does not depend on the frame's buffer");
});

test("batchBytes is the size of the batch on the wire", () => {
  fc.assert(
    fc.property(batch, (value) => {
      const empty = codec.encodeEntry({
        index: logIndex(1),
        term: term(1),
        bytes: 0,
        payload: { type: "noop" },
      });
      const full = codec.encodeEntry({
        index: logIndex(1),
        term: term(1),
        bytes: 0,
        payload: { type: "command", command: value },
      });
      const size = codec.batchBytes(value);
      // The no-op's own length byte is there too; a longer batch needs a longer length.
      assert.equal(full.length - empty.length, size + (size < 128 ? 0 : size < 16384 ? 1 : 2));
    }),
  );
});

test("P0: an unknown format is refused by name, whatever follows it", () => {
  for (const [what, read] of Object.entries(reads)) {
    const stored = ["a log entry", "the hard state", "a snapshot's mark"].includes(what);
    const code = stored ? "store-version" : "codec";
    refused(
      () => read(Uint8Array.of(8, codec.FORMAT + 1, 255, 255)),
      new RegExp(`^${what} has format ${codec.FORMAT + 1}, but this version .* format ${codec.FORMAT}`),
      code,
    );
    refused(() => read(Uint8Array.of(8, 200, 1)), /has format 200/, code);
    refused(() => read(Uint8Array.of(8, 255, 255, 255, 255, 255, 255)), /format version does not end/);
    refused(() => read(Uint8Array.of(8, 0)), /has format 0/, code);
    refused(() => read(Uint8Array.of(16, 1)), /does not begin with a format version/);
    refused(() => read(new Uint8Array(0)), /does not begin with a format version/);
  }
});

test("P0: an entry of an unknown format inside a frame is refused as the peer's, not the store's", () => {
  const bytes = Buffer.from(codec.encodeEntry(withCommand({ type: "suspect", session, reason: "silent" })));
  const frame = Buffer.from(
    codec.encodeEnvelopes([
      raft({
        type: "append-request",
        term: term(3),
        prevIndex: logIndex(6),
        prevTerm: term(3),
        entries: [codec.decodeEntry(bytes)],
        commit: logIndex(0),
        round: 1,
      }),
    ]),
  );
  frame[frame.indexOf(bytes) + 1] = 9;
  refused(() => codec.decodeEnvelopes(frame), /a log entry has format 9/);
});

test("fields, kinds and enum numbers of a later version are refused, not skipped", () => {
  // Field 15 of the frame; of an envelope; a command's body number 31.
  refused(
    () => codec.decodeEnvelopes(Uint8Array.of(8, codec.FORMAT, 0x78, 1)),
    /field 15 .*unknown to this version/,
  );
  refused(
    () => codec.decodeEnvelopes(Uint8Array.of(8, codec.FORMAT, 0x12, 2, 0x78, 1)),
    /field 15 .*unknown/,
  );
  refused(
    () => codec.decodeEntry(Uint8Array.of(8, codec.FORMAT, 0x32, 5, 0x12, 3, 0xfa, 1, 0)),
    /field 31 .*unknown/,
  );
  refused(() => codec.decodeEnvelopes(Uint8Array.of(8, codec.FORMAT, 0x12, 0)), /an envelope is of no kind/);
  refused(
    () => codec.decodeEnvelopes(Uint8Array.of(8, codec.FORMAT, 0x12, 2, 0x0a, 0)),
    /a message is of no kind/,
  );
  refused(() => codec.decodeEntry(Uint8Array.of(8, codec.FORMAT, 16, 1)), /payload is of no kind/);
  const report = withCommand({
    type: "report",
    group: "g" as never,
    session,
    token: token(1n),
    state: "running",
    reason: "",
  });
  const bytes = Buffer.from(codec.encodeEntry(report));
  const at = bytes.lastIndexOf(Buffer.of(0x20, 2));
  bytes[at + 1] = 77;
  refused(() => codec.decodeEntry(bytes), /group state number 77 is unknown.*starting, running/);
  bytes[at + 1] = 0;
  refused(() => codec.decodeEntry(bytes), /group state number 0 is unknown/);
  // A proposal's answer: refused for reason 9.
  refused(
    () => codec.decodeEnvelopes(Uint8Array.of(8, codec.FORMAT, 0x12, 4, 0x1a, 2, 0x18, 9)),
    /refusal number 9 is unknown/,
  );
});

test("checklist 49: what a number cannot hold exactly is neither written nor read", () => {
  const state = { term: term(1), vote: null, commit: logIndex(0) };
  for (const bad of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
    refused(
      () => codec.encodeHardState({ ...state, term: bad as never }),
      /the term must be an integer from 0 to 2\^53-1/,
    );
  }
  const tooLarge = [255, 255, 255, 255, 255, 255, 255, 255, 255, 1];
  refused(
    () => codec.decodeHardState(Uint8Array.of(8, codec.FORMAT, 16, ...tooLarge)),
    /the term must be an integer .*18446744073709551615/,
  );
  for (const bad of [-1n, 2n ** 63n]) {
    refused(
      () =>
        codec.encodeEntry(
          withCommand({ type: "grant", group: "g" as never, session, fromToken: token(bad), reason: "" }),
        ),
      /a token must be from 0 to 2\^63-1/,
    );
  }
  const beat = {
    from: nodeId("a"),
    incarnation: incarnation(1),
    number: 1,
    seq: 1,
    sentAt: Number.NaN,
    bootId: "",
    reports: [],
  };
  refused(() => codec.encodeHeartbeat(beat), /the send time must be a finite number/);
  refused(() => codec.encodeHeartbeat({ ...beat, sentAt: 0, from: nodeId("") }), /the sender is missing/);
});

test("what is of an unknown type is not written either", () => {
  refused(
    () => codec.encodeEntry(withCommand({ type: "explode", group: "g" } as never)),
    /"explode" is unknown/,
  );
  refused(() => codec.encodeEnvelopes([{ type: "gossip" } as never]), /"gossip" is unknown/);
  refused(
    () => codec.encodeEntry({ ...withCommand({} as never), payload: { type: "other" } as never }),
    /"other" is unknown/,
  );
  refused(
    () => codec.encodeEntry({ ...withCommand({} as never), payload: { type: "command", command: 5 } }),
    /must carry a batch/,
  );
});

test("records longer than their bound are refused before they are looked at", () => {
  const long = new Uint8Array(codec.MAX_HEARTBEAT_BYTES + 1);
  long.set([8, codec.FORMAT]);
  refused(() => codec.decodeHeartbeat(long), /too long: 60001 bytes, at most 60000/);
  const reason = "x".repeat(codec.MAX_ENTRY_BYTES);
  refused(
    () => codec.encodeEntry(withCommand({ type: "suspect", session, reason })),
    /a log entry is too long/,
  );
});

test("random bytes, and valid records with bytes changed, cut or added, are read or refused with a code", () => {
  const quietly = (read: (bytes: Uint8Array) => unknown, bytes: Uint8Array) => {
    try {
      read(bytes);
    } catch (error) {
      assert.ok(error instanceof LeaseholdError, `${error} for ${Buffer.from(bytes).toString("hex")}`);
      assert.ok(error.code === "codec" || error.code === "store-version", error.code);
    }
  };
  const written: fc.Arbitrary<Uint8Array> = fc.oneof(
    entry.map(codec.encodeEntry),
    hardState.map(codec.encodeHardState),
    fc.array(envelope, { maxLength: 3 }).map(codec.encodeEnvelopes),
    heartbeat.map(codec.encodeHeartbeat),
  );
  const changed = fc
    .tuple(
      written,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      fc.nat(),
      fc.uint8Array({ maxLength: 6 }),
    )
    .map(([bytes, changes, cut, more]) => {
      const copy = Buffer.concat([bytes.subarray(0, bytes.length - (cut % 3)), more]);
      for (const [at, value] of changes) copy[at % Math.max(1, copy.length)] = value;
      return copy;
    });
  const random = fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.of(8, 1, ...bytes));
  fc.assert(
    fc.property(fc.oneof(changed, random, fc.uint8Array({ maxLength: 60 })), (bytes) => {
      for (const read of Object.values(reads)) quietly(read, bytes);
    }),
    { numRuns: 2000 },
  );
});

test("proto/generated is what the .proto files say", () => {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, "packaging/generate.mjs"))) root = dirname(root);
  const run = spawnSync(process.execPath, [join(root, "packaging/generate.mjs"), "--check"], {
    encoding: "utf8",
  });
  assert.equal(run.status, 0, run.stderr);
});
