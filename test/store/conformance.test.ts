// What every store must do, whatever is under it.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { logIndex } from "../../consensus/core/types.ts";
import { openOn, openStore } from "../../consensus/store/open.ts";
import type { Store } from "../../consensus/store/port.ts";
import { CrashDisk, generator } from "./crashdisk.ts";
import { MemoryMedium, MemoryStore } from "./memory.ts";
import {
  bytesOf,
  digestOf,
  entriesOf,
  entryOf,
  inPieces,
  markOf,
  OWNER,
  received,
  refusedWith,
  stateBytes,
  stateOf,
} from "./samples.ts";

interface Place {
  open(owner?: { cluster: string; node: string }): Promise<Store>;
  remove(): void;
}

const places: Readonly<Record<string, () => Place>> = {
  "the store on LevelDB": () => {
    const folder = mkdtempSync(join(tmpdir(), "leasehold-store-"));
    return {
      open: (owner = OWNER) => openStore(join(folder, "store"), owner),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  "the store on a disk of the test": () => {
    const disk = new CrashDisk(generator(1));
    return { open: (owner = OWNER) => openOn(disk, owner), remove: () => {} };
  },
  "the store in memory": () => {
    const medium = new MemoryMedium();
    return { open: (owner = OWNER) => MemoryStore.open(medium, owner), remove: () => {} };
  },
};

/** One rule: what is done with an open store, what must be found after it is opened again. */
type Rule = (
  store: Store,
  reopen: (owner?: { cluster: string; node: string }) => Promise<Store>,
) => Promise<void>;

const rules: Readonly<Record<string, Rule>> = {
  "a blank store has an empty log, term 0 and no vote": async (store) => {
    assert.deepEqual(store.contents.entries, []);
    assert.deepEqual(store.contents.hardState, stateOf(0));
    assert.equal(store.contents.identity.starts, 1);
    assert.match(store.contents.identity.generation, /^[0-9a-f]{32}$/);
    assert.equal(store.contents.snapshot, null);
    assert.deepEqual(store.contents.base, { index: 0, term: 0 });
    assert.deepEqual(store.contents.last, { index: 0, term: 0 });
  },
  "what was written is found again, and each start is counted": async (store, reopen) => {
    await store.write(stateOf(3, "b"), entriesOf(1, 5, 3));
    await store.write(stateOf(3, "b", 4), []);
    const again = await reopen();
    assert.deepEqual(again.contents.hardState, stateOf(3, "b", 4));
    assert.deepEqual(again.contents.entries, entriesOf(1, 5, 3));
    assert.equal(again.contents.identity.starts, 2);
    assert.equal(again.contents.identity.generation, store.contents.identity.generation);
    assert.equal((await reopen()).contents.identity.starts, 3);
  },
  "entries replace everything from the first of them on": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 9, 1));
    await store.write(stateOf(2), entriesOf(4, 2, 2));
    const again = await reopen();
    assert.deepEqual(again.contents.entries, [...entriesOf(1, 3, 1), ...entriesOf(4, 2, 2)]);
    await again.write(null, entriesOf(1, 1, 5));
    assert.deepEqual((await reopen()).contents.entries, entriesOf(1, 1, 5));
  },
  "a write without hard state keeps the one before": async (store, reopen) => {
    await store.write(stateOf(7, "c"), []);
    await store.write(null, entriesOf(1, 1, 7));
    assert.deepEqual((await reopen()).contents.hardState, stateOf(7, "c"));
  },
  "writes that wait together are done in the order of their calls": async (store, reopen) => {
    const order: number[] = [];
    const writes = Array.from({ length: 40 }, (_, at) =>
      store.write(stateOf(at + 1), [entryOf(at + 1, at + 1)]).then(() => order.push(at)),
    );
    await Promise.all(writes);
    assert.deepEqual(order, [...order.keys()]);
    const again = await reopen();
    assert.equal(again.contents.entries.length, 40);
    assert.deepEqual(again.contents.hardState, stateOf(40));
  },
  "a gap in the log is refused, and nothing more is accepted": async (store) => {
    await store.write(null, entriesOf(1, 2, 1));
    await refusedWith("store-poisoned", () => store.write(null, entriesOf(4, 1, 1)));
    await refusedWith("store-poisoned", () => store.write(null, entriesOf(3, 1, 1)));
  },
  "another node's store, or another cluster's, is refused by name": async (_store, reopen) => {
    await refusedWith("store-identity", () => reopen({ cluster: "alpha", node: "b" }));
    await refusedWith("store-identity", () => reopen({ cluster: "beta", node: "a" }));
    assert.equal((await reopen()).contents.identity.starts, 2);
  },
  "a closed store refuses writes, and closing waits for those under way": async (store, reopen) => {
    const under = store.write(stateOf(2), entriesOf(1, 3, 2));
    await store.close();
    await under;
    await refusedWith("store-poisoned", () => store.write(stateOf(3), []));
    assert.equal((await reopen()).contents.entries.length, 3);
  },
  "a snapshot is found again, whole and from any offset, with the log beside it": async (store, reopen) => {
    await store.write(stateOf(3), entriesOf(1, 6, 3));
    const bytes = stateBytes(300_001, 1);
    const saved = await store.saveSnapshot(markOf(4, 3), inPieces(bytes));
    assert.equal(saved, store.snapshot);
    const { contents } = await reopen();
    const { snapshot } = contents;
    assert.deepEqual(snapshot?.mark, markOf(4, 3));
    assert.equal(snapshot?.size, bytes.length);
    assert.deepEqual(Buffer.from(snapshot!.digest), Buffer.from(digestOf(bytes)));
    for (const offset of [0, 1, 65_535, 65_536, 200_000, 300_000, 300_001])
      assert.deepEqual(Buffer.from(await bytesOf(snapshot, offset)), Buffer.from(bytes.subarray(offset)));
    assert.deepEqual(contents.base, { index: 0, term: 0 });
    assert.deepEqual(contents.entries, entriesOf(1, 6, 3));
  },
  "an empty snapshot is one": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 1, 1));
    await store.saveSnapshot(markOf(1, 1), inPieces(new Uint8Array(0)));
    assert.equal((await bytesOf((await reopen()).contents.snapshot)).length, 0);
  },
  "a later snapshot takes the place of the one before; an earlier one does not": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 9, 1));
    await store.saveSnapshot(markOf(3, 1), inPieces(stateBytes(100_000, 1)));
    const later = stateBytes(70_000, 2);
    await store.saveSnapshot(markOf(7, 1), inPieces(later));
    assert.equal(await store.saveSnapshot(markOf(5, 1), inPieces(stateBytes(10, 3))), null);
    assert.deepEqual(store.snapshot?.mark, markOf(7, 1));
    const { contents } = await reopen();
    assert.deepEqual(contents.snapshot?.mark, markOf(7, 1));
    assert.deepEqual(Buffer.from(await bytesOf(contents.snapshot)), Buffer.from(later));
  },
  "a snapshot whose bytes break off leaves the one before, and the store goes on": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 9, 1));
    await store.saveSnapshot(markOf(3, 1), inPieces(stateBytes(100, 1)));
    const broken = async function* () {
      yield stateBytes(200_000, 2);
      throw new Error("the state machine says no");
    };
    await assert.rejects(() => store.saveSnapshot(markOf(5, 1), broken()), /says no/);
    await store.write(stateOf(2), []);
    assert.deepEqual((await reopen()).contents.snapshot?.mark, markOf(3, 1));
  },
  "writes are acknowledged while a snapshot is half written": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 3, 1));
    const bytes = stateBytes(200_000, 1);
    const interrupted = async function* () {
      yield bytes.subarray(0, 100_000);
      await store.write(stateOf(2), entriesOf(4, 3, 2));
      yield bytes.subarray(100_000);
    };
    await store.saveSnapshot(markOf(2, 1), interrupted());
    const { contents } = await reopen();
    assert.deepEqual(contents.entries, [...entriesOf(1, 3, 1), ...entriesOf(4, 3, 2)]);
    assert.deepEqual(Buffer.from(await bytesOf(contents.snapshot)), Buffer.from(bytes));
  },
  "who holds a snapshot, or reads it, keeps its bytes while a later one takes its place": async (store) => {
    await store.write(stateOf(1), entriesOf(1, 9, 1));
    const bytes = stateBytes(200_000, 1);
    const first = (await store.saveSnapshot(markOf(2, 1), inPieces(bytes)))!;
    const pieces: Uint8Array[] = [];
    for await (const piece of first.read()) {
      if (pieces.length === 0) await store.saveSnapshot(markOf(4, 1), inPieces(stateBytes(10, 2)));
      pieces.push(piece);
    }
    assert.deepEqual(Buffer.concat(pieces), Buffer.from(bytes));
    const second = store.snapshot!;
    const release = second.hold();
    await store.saveSnapshot(markOf(6, 1), inPieces(stateBytes(10, 3)));
    for (let pause = 0; pause < 2; pause++)
      assert.deepEqual(Buffer.from(await bytesOf(second)), Buffer.from(stateBytes(10, 2)));
    release();
    release();
  },
  "checklist 39: compaction drops entries up to a snapshot, and keeps the last one's index and term": async (
    store,
    reopen,
  ) => {
    await store.write(stateOf(2, "b", 8), [...entriesOf(1, 5, 1), ...entriesOf(6, 5, 2)]);
    await store.saveSnapshot(markOf(8, 2), inPieces(stateBytes(10, 1)));
    await store.compact(logIndex(5));
    await store.compact(logIndex(3));
    const { contents } = await reopen();
    assert.deepEqual(contents.base, { index: 5, term: 1 });
    assert.deepEqual(contents.entries, entriesOf(6, 5, 2));
    assert.deepEqual(contents.last, { index: 10, term: 2 });
  },
  "a log compacted to its end goes on where it was": async (store, reopen) => {
    await store.write(stateOf(2, "b", 3), entriesOf(1, 3, 2));
    await store.saveSnapshot(markOf(3, 2), inPieces(stateBytes(10, 1)));
    await store.compact(logIndex(3));
    const again = await reopen();
    assert.deepEqual(again.contents.last, { index: 3, term: 2 });
    assert.deepEqual(again.contents.hardState, stateOf(2, "b", 3));
    await again.write(null, entriesOf(4, 2, 3));
    await again.write(null, entriesOf(5, 1, 4));
    const { contents } = await reopen();
    assert.deepEqual(contents.entries, [...entriesOf(4, 1, 3), ...entriesOf(5, 1, 4)]);
    assert.deepEqual(contents.base, { index: 3, term: 2 });
  },
  "nothing is dropped that no snapshot stands for": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 6, 1));
    await store.saveSnapshot(markOf(4, 1), inPieces(stateBytes(10, 1)));
    await refusedWith("store-poisoned", () => store.compact(logIndex(5)));
    assert.deepEqual((await reopen()).contents.entries, entriesOf(1, 6, 1));
  },
  "a snapshot of another log than this one is refused": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 6, 1));
    await refusedWith("store-poisoned", () => store.saveSnapshot(markOf(4, 2), inPieces(stateBytes(10, 1))));
    assert.equal((await reopen()).contents.snapshot, null);
  },
  "what a snapshot stands for is not overwritten": async (store) => {
    await store.write(stateOf(1), entriesOf(1, 6, 1));
    await store.saveSnapshot(markOf(4, 1), inPieces(stateBytes(10, 1)));
    await refusedWith("store-poisoned", () => store.write(null, entriesOf(4, 1, 2)));
  },
  "checklist 37: a leader's snapshot takes the place of a log that is behind": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 4, 1));
    const bytes = stateBytes(150_000, 5);
    await store.install(stateOf(7, "c", 90), await received(store, markOf(90, 6), bytes));
    assert.deepEqual(store.snapshot?.mark, markOf(90, 6));
    await store.write(null, entriesOf(91, 2, 7));
    const { contents } = await reopen();
    assert.deepEqual(contents.hardState, stateOf(7, "c", 90));
    assert.deepEqual(contents.base, { index: 90, term: 6 });
    assert.deepEqual(contents.entries, entriesOf(91, 2, 7));
    assert.deepEqual(Buffer.from(await bytesOf(contents.snapshot)), Buffer.from(bytes));
  },
  "checklist 37: a leader's snapshot takes the place of a longer log that conflicts": async (
    store,
    reopen,
  ) => {
    await store.write(stateOf(2), entriesOf(1, 30, 2));
    await store.saveSnapshot(markOf(8, 2), inPieces(stateBytes(10, 1)));
    await store.compact(logIndex(6));
    const incoming = await received(store, markOf(20, 3), stateBytes(1000, 5));
    // Writes that wait together with the installation come before and after it.
    const together = [
      store.write(stateOf(3, null, 8), entriesOf(25, 1, 3)),
      store.install(stateOf(3, null, 20), incoming),
      store.write(null, entriesOf(21, 1, 3)),
    ];
    await Promise.all(together);
    const { contents } = await reopen();
    assert.deepEqual(contents.base, { index: 20, term: 3 });
    assert.deepEqual(contents.entries, entriesOf(21, 1, 3));
    assert.deepEqual(contents.snapshot?.mark, markOf(20, 3));
  },
  "a snapshot on its way in goes on where it was, and takes repeated and overlapping pieces": async (
    store,
  ) => {
    const bytes = stateBytes(200_000, 4);
    const about = [markOf(50, 2), bytes.length, digestOf(bytes)] as const;
    const first = store.receive(...about);
    await first.add(0, bytes.subarray(0, 70_000));
    assert.equal(first.wanted, 70_000);
    const again = store.receive(...about);
    assert.equal(again.wanted, 70_000);
    await again.add(0, bytes.subarray(0, 70_000));
    await again.add(100_000, bytes.subarray(100_000));
    assert.equal(again.wanted, 70_000, "a repeated piece, and one after a gap, change nothing");
    assert.ok(!again.complete);
    assert.deepEqual(await again.add(60_000, bytes.subarray(60_000, 120_000)), { ok: true });
    assert.deepEqual(await again.add(120_000, new Uint8Array(80_001)), {
      ok: false,
      reason: "beyond-the-end",
    });
    // Not awaited one by one.
    await Promise.all([
      again.add(120_000, bytes.subarray(120_000, 150_000)),
      again.add(150_000, bytes.subarray(150_000)),
    ]);
    assert.ok(again.complete);
    await store.install(stateOf(2, null, 50), again);
    assert.deepEqual(Buffer.from(await bytesOf(store.snapshot)), Buffer.from(bytes));
  },
  "a received snapshot whose digest does not fit is dropped, and can come again": async (store, reopen) => {
    const bytes = stateBytes(100_000, 4);
    const incoming = store.receive(markOf(50, 2), bytes.length, digestOf(bytes));
    const damaged = Uint8Array.from(bytes);
    damaged[77_777]! ^= 1;
    assert.deepEqual(await incoming.add(0, damaged), { ok: false, reason: "digest-differs" });
    assert.equal(incoming.wanted, 0);
    assert.deepEqual(await incoming.add(0, bytes), { ok: true });
    await store.install(stateOf(2, null, 50), incoming);
    const { contents } = await reopen();
    assert.deepEqual(Buffer.from(await bytesOf(contents.snapshot)), Buffer.from(bytes));
  },
  "another snapshot on its way in discards the unfinished one, not a complete one": async (store, reopen) => {
    const unfinished = store.receive(markOf(50, 2), 100, digestOf(stateBytes(100, 1)));
    await unfinished.add(0, stateBytes(100, 1).subarray(0, 40));
    const complete = await received(store, markOf(60, 2), stateBytes(100, 2));
    assert.deepEqual(await unfinished.add(40, new Uint8Array(10)), { ok: false, reason: "discarded" });
    store.receive(markOf(70, 2), 100, digestOf(stateBytes(100, 3)));
    await store.install(stateOf(2, null, 60), complete);
    assert.deepEqual((await reopen()).contents.snapshot?.mark, markOf(60, 2));
  },
  "an unfinished snapshot is never installed": async (store, reopen) => {
    await store.write(stateOf(1), entriesOf(1, 2, 1));
    const incoming = store.receive(markOf(50, 2), 100, digestOf(stateBytes(100, 1)));
    await refusedWith("store-poisoned", () => store.install(stateOf(2, null, 50), incoming));
    assert.deepEqual((await reopen()).contents.entries, entriesOf(1, 2, 1));
  },
  "after a restart a snapshot on its way in begins anew": async (store, reopen) => {
    const bytes = stateBytes(200_000, 4);
    await store.receive(markOf(50, 2), bytes.length, digestOf(bytes)).add(0, bytes.subarray(0, 150_000));
    const again = await reopen();
    assert.equal(again.contents.snapshot, null);
    assert.equal(again.receive(markOf(50, 2), bytes.length, digestOf(bytes)).wanted, 0);
  },
  "R13: a store is blank until somebody vouches for it, however often it is started": async (
    store,
    reopen,
  ) => {
    assert.ok(store.contents.identity.blank && store.identity.blank);
    const again = await reopen();
    assert.ok(again.contents.identity.blank, "a second start does not make it known");
    await again.admit(7);
    assert.deepEqual([again.identity.blank, again.identity.vetted], [false, 7]);
    const { identity } = (await reopen()).contents;
    assert.deepEqual([identity.blank, identity.vetted], [false, 7]);
  },
  "R13: by an operator's word a store gets another generation, is blank again, and keeps its log": async (
    store,
    reopen,
  ) => {
    await store.admit(7);
    await store.write(stateOf(4, "b"), entriesOf(1, 5, 4));
    const before = store.identity.generation;
    const generation = await store.renew();
    assert.notEqual(generation, before);
    assert.deepEqual(store.identity, { ...store.contents.identity, generation, blank: true, vetted: 0 });
    await store.write(null, entriesOf(6, 1, 4));
    const { contents } = await reopen();
    assert.equal(contents.identity.generation, generation);
    assert.ok(contents.identity.blank);
    assert.equal(contents.identity.starts, 2);
    assert.deepEqual(contents.entries, entriesOf(1, 6, 4));
    assert.deepEqual(contents.hardState, stateOf(4, "b"));
  },
};

for (const [name, make] of Object.entries(places)) {
  describe(name, () => {
    for (const [rule, check] of Object.entries(rules)) {
      test(rule, async () => {
        const place = make();
        let store = await place.open();
        const reopen = async (owner?: { cluster: string; node: string }) => {
          await store.close();
          store = await place.open(owner);
          return store;
        };
        try {
          await check(store, reopen);
        } finally {
          await store.close().catch(() => {});
          place.remove();
        }
      });
    }
  });
}
