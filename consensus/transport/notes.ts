/** Counts what happens to traffic, and tells a person at a bounded rate. */

export type NoteLevel = "info" | "warn";
export type Note = (level: NoteLevel, text: string) => void;

/** What was dropped or refused for one reason. */
export interface Dropped {
  readonly reason: string;
  readonly count: number;
  /** Milliseconds of the clock the tally was given; -Infinity: never. */
  readonly lastAt: number;
  /** From where most of it came, the most first; a flood from many addresses names some of them. */
  readonly from: readonly { readonly address: string; readonly count: number }[];
}

/** One line per reason in this many milliseconds, whatever arrives. */
const QUIET_MS = 10_000;
/** Things that are said at that rate; the least recent is forgotten first. */
const SUBJECTS_MAX = 256;
/** Addresses remembered per reason. */
const SOURCES_MAX = 16;

interface Origin {
  lastAt: number;
  readonly sources: Map<string, number>;
}

/** Counters by reason of what was dropped, and notes of which each kind is said at most once in 10 s. */
export class Tally {
  readonly counts: Record<string, number> = {};
  readonly #note: Note;
  readonly #now: () => number;
  readonly #said = new Map<string, { at: number; unsaid: number }>();
  readonly #origins = new Map<string, Origin>();

  /** `reasons` are shown with 0 until something happens; `now` in milliseconds of a monotonic clock. */
  constructor(reasons: readonly string[], note: Note, now: () => number) {
    for (const reason of reasons) this.counts[reason] = 0;
    this.#note = note;
    this.#now = now;
  }

  count(reason: string, from: string | null = null, times = 1): void {
    this.counts[reason] = (this.counts[reason] ?? 0) + times;
    let origin = this.#origins.get(reason);
    if (origin === undefined) {
      origin = { lastAt: 0, sources: new Map() };
      this.#origins.set(reason, origin);
    }
    origin.lastAt = this.#now();
    if (from !== null) remember(origin.sources, from, times);
  }

  /** Counts, and says so once per reason and 10 s. `text` is only called when the line is written. */
  record(reason: string, level: NoteLevel, text: () => string, from: string | null = null): void {
    this.count(reason, from);
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
    this.#said.delete(about);
    if (this.#said.size >= SUBJECTS_MAX) {
      const [oldest] = this.#said.keys();
      if (oldest !== undefined) this.#said.delete(oldest);
    }
    this.#said.set(about, { at: now, unsaid: 0 });
    const more = said?.unsaid ?? 0;
    this.#note(level, more > 0 ? `${text()} (and ${more} more like it since the last such line)` : text());
    return true;
  }

  /** Every reason that has happened. */
  get dropped(): readonly Dropped[] {
    return Object.entries(this.counts)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => {
        const origin = this.#origins.get(reason);
        const from = [...(origin?.sources ?? [])].map(([address, times]) => ({ address, count: times }));
        from.sort((a, b) => b.count - a.count);
        return { reason, count, lastAt: origin?.lastAt ?? Number.NEGATIVE_INFINITY, from };
      });
  }
}

/** The rarest makes room: whoever sends much stays named. */
function remember(sources: Map<string, number>, from: string, times: number): void {
  const before = sources.get(from);
  if (before === undefined && sources.size >= SOURCES_MAX) {
    let rarest = "";
    let least = Number.POSITIVE_INFINITY;
    for (const [address, count] of sources) {
      if (count >= least) continue;
      rarest = address;
      least = count;
    }
    sources.delete(rarest);
  }
  sources.set(from, (before ?? 0) + times);
}
