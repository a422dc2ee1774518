// P3, D1: a disk that drops what was not synced takes nothing that was acknowledged; and it does when sync is off.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, HardState } from "../../consensus/core/types.ts";
import type { Disk, Operation } from "../../consensus/store/disk.ts";
import { openOn } from "../../consensus/store/open.ts";
import type { Store } from "../../consensus/store/port.ts";
import { LeaseholdError } from "../../errors.ts";
import { CrashDisk, generator, withoutSync } from "./crashdisk.ts";
import { AT_ONCE, entriesOf, OWNER, stateOf, TIGHT } from "./samples.ts";

const SEEDS = 60;
const CRASHES = 4;

interface State {
  readonly hardState: HardState;
  readonly entries: readonly Entry[];
}
type Outcome = "kept" | "lost" | "refused";

/** Writes at random, pulls the plug at random, several times over; says what became of the acknowledged writes. */
async function life(seed: number, through: (disk: CrashDisk) => Disk): Promise<Outcome> {
  const random = generator(seed);
  const pick = (below: number) => Math.floor(random() * below);
  let disk = new CrashDisk(random);
  /** The state after each call of write, and how many calls are known durable: 0 is the blank store. */
  let states: State[] = [{ hardState: stateOf(0), entries: [] }];
  let acknowledged = 0;
  let starts = 0;
  let newest = 0;
  for (let crash = 0; crash <= CRASHES; crash++) {
    let store: Store;
    try {
      store = await openOn(through(disk), OWNER, TIGHT);
    } catch (error) {
      assert.ok(error instanceof LeaseholdError, String(error));
      assert.ok(error.code === "store-corrupt" || error.code === "store-regressed", String(error));
      return "refused";
    }
    const { hardState, entries, identity } = store.contents;
    const found = states.findIndex((state) => same(state, { hardState, entries }));
    if (found < acknowledged || identity.starts <= starts) return "lost";
    starts = identity.starts;
    states = states.slice(found, found + 1);
    acknowledged = 0;
    const calls = 1 + pick(60);
    for (let call = 1; call <= calls; call++) {
      // A term of its own for each write: no two states look alike.
      const state = nextState(states.at(-1)!, ++newest, pick);
      states.push(state.after);
      void store.write(state.hardState, state.entries).then(() => {
        acknowledged = Math.max(acknowledged, call);
      });
      for (let turns = pick(5); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
    }
    for (let turns = pick(20); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
    disk = disk.crash();
  }
  return "kept";
}

function nextState(before: State, of: number, pick: (below: number) => number) {
  const length = before.entries.length;
  const keep = pick(4) === 0 ? Math.max(0, length - pick(4)) : length;
  const entries = pick(5) === 0 ? [] : entriesOf(keep + 1, 1 + pick(3), of);
  const hardState = entries.length === 0 || pick(2) === 0 ? stateOf(of, "b") : null;
  const kept = entries.length === 0 ? before.entries : [...before.entries.slice(0, keep), ...entries];
  const after = { hardState: hardState ?? { ...before.hardState }, entries: kept };
  return { hardState, entries, after };
}

function same(a: State, b: State): boolean {
  if (a.entries.length !== b.entries.length || a.hardState.term !== b.hardState.term) return false;
  return a.entries.every(
    (entry, at) => entry.term === b.entries[at]?.term && entry.index === b.entries[at]?.index,
  );
}

async function outcomes(through: (disk: CrashDisk) => Disk): Promise<Record<Outcome, number[]>> {
  const seen: Record<Outcome, number[]> = { kept: [], lost: [], refused: [] };
  for (let seed = 1; seed <= SEEDS; seed++) seen[await life(seed, through)].push(seed);
  return seen;
}

test("D1, P3: whatever moment the power goes at, nothing acknowledged is lost and no start is refused", async () => {
  const seen = await outcomes((disk) => disk);
  assert.deepEqual(seen.lost, [], `seeds that lost an acknowledged write: ${seen.lost}`);
  assert.deepEqual(seen.refused, [], `seeds whose store was taken for corrupt: ${seen.refused}`);
  assert.equal(seen.kept.length, SEEDS);
});

test("with sync switched off, acknowledged writes are lost: the test above would see it", async () => {
  const seen = await outcomes((disk) => withoutSync(disk, "both"));
  // Most are refused, because the mark sometimes reaches the disk by chance; some are lost without a word.
  assert.ok(seen.lost.length > 0 && seen.lost.length + seen.refused.length > SEEDS / 2, JSON.stringify(seen));
});

test("D3: with only the database's sync switched off, the synced mark finds the loss", async () => {
  const seen = await outcomes((disk) => withoutSync(disk, "database"));
  assert.deepEqual(seen.lost, [], `seeds that lost an acknowledged write unseen: ${seen.lost}`);
  assert.ok(seen.refused.length > SEEDS / 4, `only ${seen.refused.length} of ${SEEDS} seeds were refused`);
});

test("J3, J4: a database that lags behind the journal, at any crash, loses nothing acknowledged", async () => {
  const lagging = (disk: CrashDisk): Disk => {
    let last: Promise<void> = Promise.resolve();
    const commit = async (operations: readonly Operation[], sync: boolean) => {
      // In order, as LevelDB's queue is.
      await last;
      for (let turns = 0; turns < 25; turns++) await new Promise((resolve) => setImmediate(resolve));
      await disk.commit(operations, sync);
    };
    const { where } = disk;
    return {
      where,
      records: () => disk.records(),
      get: (key) => disk.get(key),
      commit: (operations, sync) => (last = commit(operations, sync)),
      shrink: () => disk.shrink(),
      readMark: () => disk.readMark(),
      replaceMark: (file) => disk.replaceMark(file),
      writeMark: (at, pages, sync) => disk.writeMark(at, pages, sync),
      close: () => disk.close(),
    };
  };
  const seen = await outcomes(lagging);
  assert.deepEqual([seen.lost, seen.refused], [[], []]);
});

test("D4: writes that come while a sync is under way share the next one", async () => {
  const disk = new CrashDisk(generator(3));
  const store = await openOn(disk, OWNER, AT_ONCE);
  const before = disk.syncs;
  const writes = Array.from({ length: 64 }, (_, at) => store.write(null, entriesOf(at + 1, 1, 1)));
  await Promise.all(writes);
  assert.ok(disk.syncs - before <= 2, `64 writes at once took ${disk.syncs - before} syncs`);
  await store.close();
});
