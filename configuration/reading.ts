/**
 * Reads a parsed document field by field. A wrong field is complained of and read as null, and the reading goes on:
 * so every problem of a document is found at once, also what two fields say of each other.
 */
import type { Millis } from "../consensus/core/types.ts";
import { fieldName, inOrder, type Problem, quoted, type Source, type Step } from "./document.ts";
import { LONGEST, parseDuration } from "./duration.ts";

/** A field, there or not. */
export interface Place {
  /** Undefined or null: not there. */
  readonly value: unknown;
  readonly key: Step | null;
  readonly up: Place | null;
}

/** The fields of a map. */
export type Fields = (name: string) => Place;

export const isGiven = (at: Place): boolean => at.value !== undefined && at.value !== null;

export const placeIn = (up: Place, key: Step, value: unknown): Place => ({ value, key, up });

function pathOf(at: Place): Step[] {
  const path: Step[] = [];
  for (let place: Place | null = at; place !== null; place = place.up) {
    if (place.key !== null) path.unshift(place.key);
  }
  return path;
}

export class Reading {
  readonly #source: Source;
  readonly #problems: Problem[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#problems.push(...source.faults);
  }

  get root(): Place {
    return { value: this.#source.value, key: null, up: null };
  }

  /** By line. */
  get problems(): Problem[] {
    return inOrder(this.#problems);
  }

  get ok(): boolean {
    return this.#problems.length === 0;
  }

  lineOf(at: Place): number | null {
    return this.#source.lineOf(pathOf(at));
  }

  complain(at: Place, text: string): void {
    const path = pathOf(at);
    this.#problems.push({ line: this.#source.lineOf(path), field: fieldName(path), text });
  }

  /** Complains that `at` is not what was `expected`. */
  wrong(at: Place, expected: string): null {
    if (isGiven(at)) this.complain(at, `expected ${expected}, not ${shown(at.value)}`);
    else this.complain(at, `is missing; expected ${expected}`);
    return null;
  }

  /** A map with these fields and no others. */
  fields(at: Place, expected: string, known: readonly string[]): Fields | null {
    if (!(at.value instanceof Map)) return this.wrong(at, expected);
    const values = at.value as ReadonlyMap<unknown, unknown>;
    for (const key of values.keys()) {
      const name = String(key);
      if (known.includes(name)) continue;
      this.complain(
        placeIn(at, name, undefined),
        `is not known here; is it misspelt? Known are ${known.join(", ")}`,
      );
    }
    return (name) => placeIn(at, name, values.get(name));
  }

  /** A map with keys of the writer's choice. */
  entries(at: Place, expected: string): Place[] | null {
    if (!(at.value instanceof Map)) return this.wrong(at, expected);
    return [...(at.value as ReadonlyMap<unknown, unknown>)].map(([key, value]) =>
      placeIn(at, String(key), value),
    );
  }

  items(at: Place, expected: string, min: number, max: number): Place[] | null {
    if (!Array.isArray(at.value)) return this.wrong(at, expected);
    const { length } = at.value;
    if (length < min || length > max) {
      this.complain(at, `has ${length}; expected ${expected}, ${min} to ${max} of them`);
      return null;
    }
    return at.value.map((value, i) => placeIn(at, i, value));
  }

  text(at: Place, expected: string, fits: (text: string) => boolean = () => true): string | null {
    return typeof at.value === "string" && fits(at.value) ? at.value : this.wrong(at, expected);
  }

  choice<T extends string>(at: Place, choices: readonly T[], otherwise: T): T | null {
    if (!isGiven(at)) return otherwise;
    return choices.find((choice) => choice === at.value) ?? this.wrong(at, choices.join(" or "));
  }

  flag(at: Place, otherwise: boolean): boolean | null {
    if (!isGiven(at)) return otherwise;
    return typeof at.value === "boolean" ? at.value : this.wrong(at, "true or false");
  }

  whole(at: Place, min: number, max: number, otherwise: number): number | null {
    if (!isGiven(at)) return otherwise;
    const { value } = at;
    const fits = typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
    return fits ? value : this.wrong(at, `a whole number from ${min} to ${max}`);
  }

  duration(at: Place, min: Millis, otherwise: Millis): Millis | null {
    if (!isGiven(at)) return otherwise;
    const ms = parseDuration(at.value);
    if (ms !== null && ms >= min && ms <= LONGEST) return ms;
    return this.wrong(
      at,
      `a time from ${min} ms to 24 h: whole milliseconds, or text such as 500ms, 10s, 2m`,
    );
  }
}

function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return "a list";
  if (value instanceof Map) return "a map";
  return quoted(String(value)).slice(1, -1);
}

/** Who has a name or an address already. */
export class Claims {
  readonly #owners = new Map<string, { readonly owner: string; readonly at: Place }>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Complains at `at` when `key` of this kind is taken; `text` is how the person wrote it. */
  take(kind: string, key: string, owner: string, at: Place, text = key): boolean {
    const other = this.#owners.get(`${kind} ${key}`);
    if (other === undefined) {
      this.#owners.set(`${kind} ${key}`, { owner, at });
      return true;
    }
    const line = this.#reading.lineOf(other.at);
    const where = line === null ? "" : ` (line ${line})`;
    this.#reading.complain(at, `${text} is already used by ${other.owner}${where}`);
    return false;
  }
}

export const NAME = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;
export const A_NAME = "a name of 1 to 32 letters a-z, digits and dashes, with no dash at either end";

export const readName = (reading: Reading, at: Place): string | null =>
  reading.text(at, A_NAME, (text) => NAME.test(text));
