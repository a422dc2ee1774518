/** Every state that a search has seen, as packed numbers: millions of them in little memory. */
const WIDTH = 5;

/** The states seen, in the order in which they were found, each whole (five numbers), and how it was reached. */
export class StateSet {
  size = 0;
  #mask = (1 << 16) - 1;
  #slots = new Int32Array(1 << 16).fill(-1);
  #rows = new Int32Array(WIDTH << 15);
  #parent = new Int32Array(1 << 15);
  #which = new Uint16Array(1 << 15);

  /** The new state's number, or -1 when it is known. */
  add(row: readonly number[], parent: number, which: number): number {
    let slot = this.#hash(row, 0) & this.#mask;
    for (let id = this.#slots[slot] as number; id >= 0; id = this.#slots[slot] as number) {
      if (this.#same(id * WIDTH, row)) return -1;
      slot = (slot + 1) & this.#mask;
    }
    const id = this.size++;
    if (id >= this.#parent.length) this.#grow();
    this.#slots[slot] = id;
    this.#rows.set(row, id * WIDTH);
    this.#parent[id] = parent;
    this.#which[id] = which;
    if (this.size * 2 > this.#mask) this.#rehash();
    return id;
  }

  row(id: number): readonly number[] {
    return [...this.#rows.subarray(id * WIDTH, (id + 1) * WIDTH)];
  }

  /** Which successor was taken at each step from the start. */
  path(id: number): number[] {
    const path: number[] = [];
    for (let at = id; at > 0; at = this.#parent[at] as number) path.push(this.#which[at] as number);
    return path.reverse();
  }

  #same(at: number, row: readonly number[]): boolean {
    for (let i = 0; i < WIDTH; i++) if (this.#rows[at + i] !== row[i]) return false;
    return true;
  }

  #hash(row: ArrayLike<number>, at: number): number {
    let hash = 0x3c6ef372;
    for (let i = 0; i < WIDTH; i++) {
      hash = Math.imul(hash ^ (row[at + i] as number), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    return Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13);
  }

  #grow(): void {
    const wider = <T extends Int32Array | Uint16Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    const length = this.#parent.length * 2;
    this.#rows = wider(new Int32Array(length * WIDTH), this.#rows);
    this.#parent = wider(new Int32Array(length), this.#parent);
    this.#which = wider(new Uint16Array(length), this.#which);
  }

  #rehash(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1).fill(-1);
    for (let id = 0; id < this.size; id++) {
      let slot = this.#hash(this.#rows, id * WIDTH) & this.#mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id;
    }
  }
}
