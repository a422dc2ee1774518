/** YAML in; where every field stands. Nothing here knows what the fields mean. */
import { readFileSync, statSync } from "node:fs";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { LeaseholdError } from "../errors.ts";

/** The largest document that is read, in bytes. */
export const LARGEST = 4 * 1024 * 1024;
/** So many problems are listed; how many there are beyond is said. */
const LISTED = 1000;

export type Step = string | number;

export interface Problem {
  /** Null: of the whole document. */
  readonly line: number | null;
  readonly field: string;
  readonly text: string;
}

/** A parsed document that can say on which line a field stands. Maps are `Map`s, in the order of the document. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Why it is no YAML that we read; `value` is null then. */
  readonly faults: readonly Problem[];
  /** Of the nearest field that is there. */
  lineOf(path: readonly Step[]): number | null;
}

/** Reads and parses; throws `config-invalid` when the file cannot be read. */
export function readYaml(file: string): Source {
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > LARGEST) return unreadable(file, [tooLarge(size)]);
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LeaseholdError("config-invalid", `${file}: cannot be read: ${why}`, { cause });
  }
  return parseYaml(file, text);
}

/** Never throws: what is wrong with the text is in `faults`. */
export function parseYaml(file: string, text: string): Source {
  const bytes = Buffer.byteLength(text);
  if (bytes > LARGEST) return unreadable(file, [tooLarge(bytes)]);
  const lines = new LineCounter();
  try {
    // Our own check of keys: the parser's compares each key with all before it.
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
    const lineAt = (offset: number): number => lines.linePos(offset).line;
    const faults = [
      ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({
        line: lineAt(pos[0]),
        field: "",
        text: message,
      })),
      ...oddities(document, lineAt),
    ];
    if (faults.length > 0) return unreadable(file, faults);
    return {
      file,
      value: document.toJS({ mapAsMap: true }),
      faults,
      lineOf: lineFinder(document, lineAt),
    };
  } catch (error) {
    const deep = error instanceof RangeError;
    const why = deep ? "is nested too deeply" : error instanceof Error ? error.message : String(error);
    return unreadable(file, [{ line: null, field: "", text: why }]);
  }
}

const tooLarge = (bytes: number): Problem => ({
  line: null,
  field: "",
  text: `has ${bytes} bytes; expected at most ${LARGEST} (${LARGEST / 1024 / 1024} MiB)`,
});

const unreadable = (file: string, faults: readonly Problem[]): Source => ({
  file,
  value: null,
  faults,
  lineOf: () => null,
});

/** Keys given twice, and aliases: a few lines of those can stand for more than any machine holds. */
function oddities(document: Document.Parsed, lineAt: (offset: number) => number): Problem[] {
  const problems: Problem[] = [];
  const report = (node: unknown, text: string): void => {
    const offset = (node as Node | null)?.range?.[0];
    problems.push({ line: offset === undefined ? null : lineAt(offset), field: "", text });
  };
  const waiting: unknown[] = [document.contents];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isAlias(node)) {
      report(node, "is an alias (*name); expected the value itself, written out");
    } else if (isSeq(node)) {
      for (const item of node.items) waiting.push(item ?? null);
    } else if (isMap(node)) {
      const seen = new Set<string>();
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : null;
        if (name === null) report(key, "has a key that is no plain text");
        else if (seen.has(name)) report(key, `${quoted(name)} is given twice here`);
        else seen.add(name);
        waiting.push(value ?? null);
      }
    }
  }
  return problems;
}

/** Looks each map's keys up in an index made once: documents are large, and have many problems. */
function lineFinder(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): (path: readonly Step[]) => number | null {
  const indexes = new WeakMap<YAMLMap, Map<string, Pair>>();
  const indexOf = (map: YAMLMap): Map<string, Pair> => {
    let index = indexes.get(map);
    if (index === undefined) {
      index = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair]));
      indexes.set(map, index);
    }
    return index;
  };
  return (path) => {
    let node: unknown = document.contents;
    let offset: number | undefined = document.contents?.range?.[0];
    for (const step of path) {
      let next: unknown;
      if (isMap(node)) {
        const pair = indexOf(node).get(String(step));
        offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
        next = pair?.value;
      } else if (isSeq(node) && typeof step === "number") {
        next = node.items[step];
        offset = (next as Node | undefined)?.range?.[0] ?? offset;
      }
      if (next === undefined || next === null) break;
      node = next;
    }
    return offset === undefined ? null : lineAt(offset);
  };
}

/** Text of a stranger, short and on one line. */
export function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}...` : text;
  return JSON.stringify(shown);
}

/** `groups[3].members[0].address`. */
export const fieldName = (path: readonly Step[]): string =>
  path
    .map((step, i) => {
      if (typeof step === "number") return `[${step}]`;
      const name = /^[\w.-]{1,60}$/.test(step) ? step : quoted(step);
      return i === 0 ? name : `.${name}`;
    })
    .join("");

/** By line; the first thousand. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (sorted.length <= LISTED) return sorted;
  const more = { line: null, field: "", text: `and ${sorted.length - LISTED} more problems` };
  return [...sorted.slice(0, LISTED), more];
}

export function invalid(file: string, problems: readonly Problem[]): LeaseholdError {
  return new LeaseholdError("config-invalid", problems.map((p) => sentenceOf(file, p)).join("\n"));
}

/** `cluster.yaml:12: groups[0].name: expected a name`. */
export function sentenceOf(file: string, { line, field, text }: Problem): string {
  const where = line === null ? file : `${file}:${line}`;
  return field === "" ? `${where}: ${text}` : `${where}: ${field}: ${text}`;
}
