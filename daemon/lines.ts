/** Log lines: written when everything else of a turn is done, in order. An address does not wait for a file. */

/** Written in one turn, at most: a thousand take longer than a heartbeat may wait. */
const AT_ONCE = 100;

export class Lines {
  private readonly waiting: (() => void)[] = [];
  private later: NodeJS.Immediate | null = null;

  add(line: () => void): void {
    this.waiting.push(line);
  }

  /** What is left is written in a later turn. */
  write(): void {
    for (const line of this.waiting.splice(0, AT_ONCE)) line();
    if (this.waiting.length === 0 || this.later !== null) return;
    this.later = setImmediate(() => {
      this.later = null;
      this.write();
    });
  }

  /** All of them, now. */
  writeAll(): void {
    for (const line of this.waiting.splice(0)) line();
  }
}
