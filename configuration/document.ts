/** YAML in, checked values out. Every error of a document is found at once, each with file, line and field. */
import { readFileSync } from "node:fs";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { LeaseholdError } from "../errors.ts";

export interface Problem {
  readonly line: number | null;
  readonly field: string;
  readonly text: string;
}

/** A parsed document that can say on which line a field stands. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  lineOf(path: readonly (string | number)[]): number | null;
}

/** Reads and parses; throws `config-invalid` naming file and line. */
export function readYaml(file: string): Source {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LeaseholdError("config-invalid", `${file}: cannot be read: ${why}`, { cause });
  }
  return parseYaml(file, text);
}

export function parseYaml(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      field: "",
      text: error.message.split("\n")[0] ?? "is not YAML",
    }));
    throw invalid(file, problems);
  }
  const lineOf = (path: readonly (string | number)[]): number | null => {
    let node: unknown = document.contents;
    let line: number | null = null;
    for (const step of path) {
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        const key = pair?.key as Node | undefined;
        if (key?.range != null) line = lines.linePos(key.range[0]).line;
        next = pair?.value;
      } else if (isSeq(node) && typeof step === "number") {
        next = node.items[step];
        const range = (next as Node | undefined)?.range;
        if (range != null) line = lines.linePos(range[0]).line;
      }
      if (next === undefined) break;
      node = next;
    }
    return line;
  };
  return { file, value: document.toJS(), lineOf };
}

/** Checks against a schema; returns the value, or all problems. */
export function check<T>(
  source: Source,
  schema: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; problems: Problem[] } {
  const result = schema.safeParse(source.value);
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    if (issue.code !== "unrecognized_keys") {
      return [{ line: source.lineOf(path), field: fieldName(path), text: issue.message }];
    }
    return issue.keys.map((key) => ({
      line: source.lineOf([...path, key]),
      field: fieldName([...path, key]),
      text: "is not known here; is it misspelt?",
    }));
  });
  return { ok: false, problems };
}

export const fieldName = (path: readonly (string | number)[]): string =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");

export function invalid(file: string, problems: readonly Problem[]): LeaseholdError {
  const lines = problems.map(({ line, field, text }) => {
    const where = line === null ? file : `${file}:${line}`;
    return field === "" ? `${where}: ${text}` : `${where}: ${field}: ${text}`;
  });
  return new LeaseholdError("config-invalid", lines.join("\n"));
}
