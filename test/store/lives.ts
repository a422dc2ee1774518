/**
 * Operations on a store as values, so that the same ones can be done on a disk that dies and on the store in memory, which
 * says what must be found.
 */
import assert from "node:assert/strict";
import type { Entry, HardState } from "../../consensus/core/types.ts";
import { logIndex } from "../../consensus/core/types.ts";
import type { Store, StoreContents } from "../../consensus/store/port.ts";
import { MemoryMedium, MemoryStore } from "./memory.ts";
import { digestOf, entriesOf, inPieces, markOf, OWNER, received, stateBytes, stateOf } from "./samples.ts";

export type Act =
  /** `together`: the next act does not wait for it. */
  | { type: "write"; hardState: HardState | null; entries: readonly Entry[]; together?: boolean }
  | { type: "save"; index: number; term: number; size: number }
  | { type: "compact"; through: number }
  | { type: "install"; index: number; term: number; size: number }
  | { type: "admit" | "renew" };

const seedOf = ({ index, size }: { index: number; size: number }) => index * 1000 + size;

export async function perform(store: Store, act: Act): Promise<void> {
  switch (act.type) {
    case "write":
      return store.write(act.hardState, act.entries);
    case "save":
      await store.saveSnapshot(markOf(act.index, act.term), inPieces(stateBytes(act.size, seedOf(act))));
      return;
    case "compact":
      return store.compact(logIndex(act.through));
    case "install": {
      const bytes = stateBytes(act.size, seedOf(act));
      const incoming = await received(store, markOf(act.index, act.term), bytes);
      return store.install(stateOf(act.term, null, act.index), incoming);
    }
    case "admit":
      return store.admit(7);
    case "renew":
      await store.renew();
      return;
  }
}

/** All that a store holds, in one line; the generation, which is random, as whether it is the first one. */
export function lineOf({ hardState, base, entries, last, snapshot, identity }: StoreContents): string {
  const log = entries.map(({ index, term }) => `${index}/${term}`);
  const state = snapshot && [snapshot.mark, snapshot.size, Buffer.from(snapshot.digest).toString("hex")];
  return JSON.stringify([hardState, base, log, last, state, identity.blank, identity.vetted]);
}

/** What must be found after none, one, two … of the acts. */
export async function expected(acts: readonly Act[]): Promise<string[]> {
  const medium = new MemoryMedium();
  const lines: string[] = [];
  for (const act of [null, ...acts]) {
    const store = await MemoryStore.open(medium, OWNER);
    if (act !== null) await perform(store, act);
    await store.close();
    const after = await MemoryStore.open(medium, OWNER);
    lines.push(lineOf(after.contents));
    await after.close();
  }
  return lines;
}

/** Random acts that fit one another, as a replica's would. */
export function randomActs(count: number, pick: (below: number) => number): Act[] {
  const acts: Act[] = [];
  let [term, last, snapshot, base] = [1, 0, 0, 0];
  /** Of each entry from the base on. */
  let terms = new Map<number, number>([[0, 0]]);
  while (acts.length < count) {
    const kind = pick(20);
    if (kind < 11) {
      term++;
      const first = pick(3) === 0 ? Math.max(snapshot + 1, last - pick(3)) : last + 1;
      const entries = pick(6) === 0 ? [] : entriesOf(first, 1 + pick(4), term);
      if (entries.length > 0) last = first + entries.length - 1;
      for (const entry of entries) terms.set(entry.index, term);
      const hardState = stateOf(term, "b", Math.min(last, snapshot + pick(3)));
      acts.push({ type: "write", hardState, entries, together: pick(2) === 0 });
    } else if (kind < 14 && last > snapshot) {
      snapshot += 1 + pick(last - snapshot);
      acts.push({ type: "save", index: snapshot, term: terms.get(snapshot)!, size: pick(200_000) });
    } else if (kind < 17 && snapshot > base) {
      base += 1 + pick(snapshot - base);
      acts.push({ type: "compact", through: base });
    } else if (kind === 17) {
      term++;
      snapshot += 1 + pick(last - snapshot + 6);
      [last, base] = [snapshot, snapshot];
      terms = new Map([[base, term]]);
      acts.push({ type: "install", index: snapshot, term, size: pick(200_000) });
    } else if (kind > 17) acts.push({ type: kind === 18 ? "admit" : "renew" });
  }
  return acts;
}

/** The bytes of the current snapshot, read once more, are those that its digest says. */
export async function checkBytes(store: Store): Promise<void> {
  if (store.snapshot === null) return;
  const pieces: Uint8Array[] = [];
  for await (const piece of store.snapshot.read()) pieces.push(piece);
  assert.deepEqual(Buffer.from(digestOf(Buffer.concat(pieces))), Buffer.from(store.snapshot.digest));
}
