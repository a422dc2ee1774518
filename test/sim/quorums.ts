/** What is on whose disk, and whether that is a majority of those who vote (P3). Reckoned here, not by the code under test. */
import type { Configuration, Entry } from "../../consensus/core/types.ts";

interface Shelf {
  /** Everything up to here is in a snapshot. */
  floor: number;
  readonly terms: Map<number, number>;
}
interface Known {
  readonly index: number;
  readonly term: number;
  readonly configuration: Configuration;
}
export interface Quorums {
  written(entry: Entry): void;
  durable(node: string, entry: Entry): void;
  installed(node: string, index: number): void;
  /** Its disk is gone, with all that was on it. */
  wiped(node: string): void;
  /** The entry is applied for the first time anywhere; returns the configuration that it brings. */
  committed(index: number, term: number): Configuration | null;
  /**
   * Who has the entry, unless they are a majority of some configuration that it may have been committed under: the last one
   * committed up to it, or one that is in some log behind that. Null: they are.
   */
  missing(index: number, term: number): readonly string[] | null;
}

/** `now`: true time. */
export function createQuorums(first: Configuration, now: () => number): Quorums {
  const shelves = new Map<string, Shelf>();
  /**
   * What was on disks that have been lost, until something new comes to those in their place: what they had confirmed may still be on
   * its way to a leader that has not heard of it, and is counted once more (R13: an empty disk, or an old one, promises nothing meanwhile).
   */
  const lost = new Map<string, { readonly shelf: Shelf; readonly at: number }>();
  const renewed = (node: string) => {
    if (lost.size > 0 && lost.get(node)?.at !== now()) lost.delete(node);
  };
  let inForce: Known = { index: 0, term: 0, configuration: first };
  /** In some log, by index and term, and not known committed. */
  const appended = new Map<string, Known>();
  const shelfOf = (node: string): Shelf => {
    let shelf = shelves.get(node);
    if (shelf === undefined) {
      shelf = { floor: 0, terms: new Map() };
      shelves.set(node, shelf);
    }
    return shelf;
  };

  return {
    written: ({ index, term, payload }) => {
      if (payload.type !== "configuration" || index <= inForce.index) return;
      appended.set(`${index} ${term}`, { index, term, configuration: payload.configuration });
    },
    durable: (node, { index, term }) => {
      renewed(node);
      const { terms } = shelfOf(node);
      terms.set(index, term);
      // What comes after was replaced with it.
      for (let later = index + 1; terms.delete(later); later++);
    },
    installed: (node, index) => {
      renewed(node);
      const shelf = shelfOf(node);
      shelf.floor = Math.max(shelf.floor, index);
      shelf.terms.clear();
    },
    wiped: (node) => {
      const shelf = shelves.get(node);
      if (shelf !== undefined) lost.set(node, { shelf, at: now() });
      shelves.delete(node);
    },
    committed: (index, term) => {
      const known = appended.get(`${index} ${term}`);
      if (known === undefined) return null;
      inForce = known;
      for (const [key, other] of appended) if (other.index <= index) appended.delete(key);
      return known.configuration;
    },
    missing: (index, term) => {
      const holders: string[] = [];
      const has = ({ floor, terms }: Shelf) => index <= floor || terms.get(index) === term;
      for (const [node, shelf] of shelves) if (has(shelf)) holders.push(node);
      for (const [node, { shelf }] of lost) if (has(shelf)) holders.push(node);
      if (isMajority(inForce.configuration, holders)) return null;
      for (const { configuration } of appended.values()) if (isMajority(configuration, holders)) return null;
      return holders;
    },
  };
}

function isMajority({ voters, outgoing }: Configuration, holders: readonly string[]): boolean {
  for (const half of outgoing === null ? [voters] : [voters, outgoing]) {
    let count = 0;
    for (const name of half) if (holders.includes(name)) count++;
    if (2 * count <= half.length) return false;
  }
  return true;
}
