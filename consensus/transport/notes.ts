/** Counts what happens to traffic, and tells a person at a bounded rate. */

export type NoteLevel = "info" | "warn";
export type Note = (level: NoteLevel, text: string) => void;

/** One line per reason in this many milliseconds, whatever arrives. */
const QUIET_MS = 10_000;

/** Counters by reason of what was dropped, and notes of which each kind is said at most once in 10 s. */
export class Tally {
  readonly counts: Record<string, number> = {};
  readonly #note: Note;
  readonly #now: () => number;
  readonly #said = new Map<string, { at: number; unsaid: number }>();

  /** `reasons` are shown with 0 until something happens; `now` in milliseconds of a monotonic clock. */
  constructor(reasons: readonly string[], note: Note, now: () => number) {
    for (const reason of reasons) this.counts[reason] = 0;
    this.#note = note;
    this.#now = now;
  }

  count(reason: string): void {
    this.counts[reason] = (this.counts[reason] ?? 0) + 1;
  }

  /** Counts, and says so once per reason and 10 s. `text` is only called when the line is written. */
  record(reason: string, level: NoteLevel, text: () => string): void {
    this.count(reason);
    this.say(reason, level, text);
  }

  /** Says something at that rate without counting it as dropped; true when it was said. */
  say(about: string, level: NoteLevel, text: () => string): boolean {
    const now = this.#now();
    const said = this.#said.get(about);
    if (said !== undefined && now - said.at < QUIET_MS) {
      said.unsaid += 1;
      return false;
    }
    this.#said.set(about, { at: now, unsaid: 0 });
    const more = said?.unsaid ?? 0;
    this.#note(level, more > 0 ? `${text()} (and ${more} more like it since the last such line)` : text());
    return true;
  }
}
