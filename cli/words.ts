/** What was typed, read just far enough to know what has to be loaded: a status should not wait for what makes certificates. */
import { usualConfig, type Where } from "./connect.ts";
import type { StatusOptions } from "./status.ts";

const SHORT: Readonly<Record<string, keyof Where>> = { "-c": "config" };
const LONG: ReadonlySet<string> = new Set<keyof Where>(["config", "socket", "endpoint", "secrets"]);

interface Read {
  readonly where: Where;
  /** All that is no option of every command. */
  readonly words: readonly string[];
}

/** Null: something in it is not plain, so whoever knows every option has to read it. */
function read(typed: readonly string[]): Read | null {
  const where: { -readonly [K in keyof Where]: Where[K] } = { config: usualConfig() };
  const words: string[] = [];
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at]!;
    const equals = word.startsWith("--") ? word.indexOf("=") : -1;
    const name = equals < 0 ? word : word.slice(0, equals);
    const option = SHORT[name] ?? (name.startsWith("--") && LONG.has(name.slice(2)) ? name.slice(2) : null);
    if (option === null) {
      words.push(word);
      continue;
    }
    const value = equals < 0 ? typed[++at] : word.slice(equals + 1);
    if (value === undefined || value === "" || value.startsWith("-")) return null;
    where[option as keyof Where] = value;
  }
  return { where, words };
}

/** The command's name; null when that is not plain. */
export function commandIn(typed: readonly string[]): string | null {
  const first = read(typed)?.words[0];
  return first === undefined || first.startsWith("-") ? null : first;
}

export interface StatusAsked {
  readonly where: Where;
  readonly options: StatusOptions;
}

/** Null: it is not `status`, or not plainly. */
export function statusIn(typed: readonly string[]): StatusAsked | null {
  const found = read(typed);
  if (found === null || found.words[0] !== "status") return null;
  const options: { json?: boolean; watch?: boolean } = {};
  for (const word of found.words.slice(1)) {
    if (word !== "--json" && word !== "--watch") return null;
    options[word === "--json" ? "json" : "watch"] = true;
  }
  return { where: found.where, options };
}
