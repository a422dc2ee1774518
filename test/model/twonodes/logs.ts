/** Every log that occurs, each once, as a tree: a number is a log, its parent the log without its last entry. */
import type { Configuration, PlacedConfiguration } from "../../../consensus/core/types.ts";
import { logIndex } from "../../../consensus/core/types.ts";
import { pair } from "./world.ts";

export interface Log {
  readonly id: number;
  readonly length: number;
  /** Of its last entry; 0: empty. */
  readonly term: number;
  /** What its last entry is: a configuration, or anything else (null). */
  readonly brings: Configuration | null;
  /** In force at its end. */
  readonly placed: PlacedConfiguration;
  /** The logs of its first 0, 1, 2 … entries; the last is itself. */
  readonly prefixes: readonly number[];
}

export class Logs {
  readonly #logs: Log[] = [];
  readonly #children = new Map<string, number>();

  constructor() {
    const placed = { index: logIndex(0), configuration: pair() };
    this.#logs.push({ id: 0, length: 0, term: 0, brings: null, placed, prefixes: [0] });
  }
  of(id: number): Log {
    return this.#logs[id] as Log;
  }
  /** `author` tells apart what two leaders of equal terms wrote: there must never be two, and the model would see it. */
  append(id: number, term: number, author: number, brings: Configuration | null): number {
    const key = `${id} ${term} ${author} ${brings === null ? "" : JSON.stringify(brings)}`;
    const known = this.#children.get(key);
    if (known !== undefined) return known;
    const parent = this.of(id);
    const fresh = this.#logs.length;
    const length = parent.length + 1;
    this.#logs.push({
      id: fresh,
      length,
      term,
      brings,
      placed: brings === null ? parent.placed : { index: logIndex(length), configuration: brings },
      prefixes: [...parent.prefixes, fresh],
    });
    this.#children.set(key, fresh);
    return fresh;
  }
  prefix(id: number, length: number): number {
    return this.of(id).prefixes[length] as number;
  }
  /** Of the entry at `index`; 0 before the log. */
  termAt(id: number, index: number): number {
    return this.of(this.prefix(id, index)).term;
  }
  /** The index of the first entry of `term`, or the one that it would have. */
  firstOf(id: number, term: number): number {
    const { prefixes, length } = this.of(id);
    for (let i = 1; i <= length; i++) if (this.of(prefixes[i] as number).term === term) return i;
    return length + 1;
  }
  /** One is the beginning of the other. */
  agree(a: number, b: number): boolean {
    const shorter = Math.min(this.of(a).length, this.of(b).length);
    return this.prefix(a, shorter) === this.prefix(b, shorter);
  }
}
