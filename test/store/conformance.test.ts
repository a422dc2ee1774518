// What every store must do, whatever is under it.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openOn, openStore } from "../../consensus/store/open.ts";
import type { Store } from "../../consensus/store/port.ts";
import { CrashDisk, generator } from "./crashdisk.ts";
import { MemoryMedium, MemoryStore } from "./memory.ts";
import { entriesOf, entryOf, OWNER, refusedWith, stateOf } from "./samples.ts";

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
