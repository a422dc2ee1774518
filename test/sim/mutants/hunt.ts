/** Runs in a copy of the tree, as a process of its own: plays seeds until one shows a violation, and says which. */
import { playSeed } from "../seed.ts";

export interface Kill {
  readonly seed: number;
  readonly invariant: string;
  readonly detail: string;
}

function hunt(seeds: Iterable<number>): Kill | null {
  for (const seed of seeds) {
    const first = playSeed(seed).violations[0];
    if (first !== undefined) return { seed, invariant: first.invariant, detail: first.detail };
  }
  return null;
}

function* ordinary(first: string, from: number, count: number): Generator<number> {
  if (first !== "") yield Number(first);
  for (let seed = from; seed < from + count; seed++) yield seed;
}

const [first = "", from = "1", count = "1"] = process.argv.slice(2);
console.log(JSON.stringify(hunt(ordinary(first, Number(from), Number(count)))));
