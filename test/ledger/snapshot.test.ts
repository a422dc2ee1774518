/** A ledger as a snapshot: what is read back is what was written, and goes on as if it had never been written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { apply } from "../../consensus/ledger/apply.ts";
import { copyLedger, replaceLedger } from "../../consensus/ledger/copy.ts";
import { incarnation, type Ledger, token } from "../../consensus/ledger/types.ts";
import { encodeLedger, LedgerReader } from "../../proto/codec.ts";
import { commandOf, entries, SEED, start } from "./lives.ts";
import { alpha, heldWorld, session, web } from "./world.ts";

const bytesOf = (ledger: Ledger): Buffer => Buffer.concat([...encodeLedger(ledger)]);
/** Read in pieces of `size`. */
function read(bytes: Uint8Array, size = bytes.length): Ledger {
  const reader = new LedgerReader();
  for (let at = 0; at < bytes.length; at += size) reader.take(bytes.subarray(at, at + size));
  return reader.finish();
}

test(`a ledger read back goes on as the one that was written, from any prefix of any life (seed ${SEED})`, () => {
  fc.assert(
    fc.property(entries, fc.nat(100), fc.integer({ min: 1, max: 5000 }), (sequence, cut, size) => {
      const ledger = start(sequence);
      const at = Math.floor((sequence.length * cut) / 101);
      let twin: Ledger | null = null;
      for (const [i, steps] of sequence.entries()) {
        if (i === at) {
          const bytes = bytesOf(copyLedger(ledger));
          twin = read(bytes, size);
          assert.deepEqual(twin, ledger);
          assert.ok(bytes.equals(bytesOf(twin)), "equal ledgers give equal bytes");
        }
        const entryTerm = term(1 + Math.floor(i / 30));
        const batch = { at: i, commands: steps.map((one) => commandOf(ledger, entryTerm, one)) };
        const index = logIndex(ledger.applied + 1);
        const events = apply(ledger, index, entryTerm, batch);
        if (twin !== null) assert.deepEqual(apply(twin, index, entryTerm, batch), events);
      }
      if (twin !== null) assert.deepEqual(twin, ledger);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test("what few lives come to is kept as well: words about all groups, application leases, stores and former names", () => {
  const { ledger } = heldWorld();
  ledger.epoch = 3;
  ledger.maintained.set(null, "root");
  ledger.maintained.set(web, "root");
  ledger.stopped.set(web, "somebody");
  ledger.restarts.set(alpha, { requestId: "r", session: session("alpha") });
  ledger.appLeases.set("", { name: "", owner: "o", token: token(5n), ttl: 1000, note: "" });
  ledger.retired.add(nodeId("omega"));
  ledger.stores.set(alpha, { generation: "00ff", incarnation: incarnation(7), index: logIndex(3) });
  assert.deepEqual(read(bytesOf(ledger)), ledger);
});

test("a copy stays as it was while the ledger goes on, and a ledger can become another one in place", () => {
  const world = heldWorld();
  const copy = copyLedger(world.ledger);
  const before = structuredClone(world.ledger);
  world.release(session("alpha"));
  assert.deepEqual(copy, before);
  replaceLedger(world.ledger, read(bytesOf(copy)));
  assert.deepEqual(world.ledger, before);
});

test("a snapshot that is cut short, goes on, or is of another format is refused by name", () => {
  const bytes = bytesOf(heldWorld().ledger);
  for (const end of [0, 3, 10, bytes.length - 1]) {
    assert.throws(() => read(bytes.subarray(0, end)), { code: "codec" });
  }
  assert.throws(() => read(Buffer.concat([bytes, bytes])), { code: "codec" });
  const other = Buffer.from(bytes);
  other[5] = 99;
  assert.throws(() => read(other), { code: "store-version" });
});
