/** Scripts of commands: a line `command argument key=value ...`, lines of input, `----`, and the expected output. */

export interface Command {
  readonly line: string;
  readonly name: string;
  /** What stands without `key=`. */
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** Lines between the command and the dashes. */
  readonly input: readonly string[];
  readonly expected: readonly string[];
  /** Which line of the file it is, from 1. */
  readonly at: number;
}

/** The commands of one script. An output ends at an empty line. */
export function parseScript(text: string): Command[] {
  const lines = text.split("\n");
  const commands: Command[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]?.trim() ?? "";
    if (line === "" || line.startsWith("#")) continue;
    const dashes = lines.indexOf("----", i);
    if (dashes < 0) throw new SyntaxError(`line ${i + 1}: "${line}" has no output`);
    let end = dashes + 1;
    while (end < lines.length && lines[end] !== "") end++;
    const input = lines.slice(i + 1, dashes).filter((one) => !one.startsWith("#"));
    commands.push({ ...parseLine(line), line, input, expected: lines.slice(dashes + 1, end), at: i + 1 });
    i = end;
  }
  return commands;
}

function parseLine(line: string): Pick<Command, "name" | "positional" | "named"> {
  const [name = ""] = line.split(" ");
  const named = new Map<string, readonly string[]>();
  const positional: string[] = [];
  for (const [, key, list, word, plain] of line
    .slice(name.length)
    .matchAll(/([\w-]+)=(?:\(([^)]*)\)|(\S+))|(\S+)/g)) {
    if (key === undefined) positional.push(plain ?? "");
    else named.set(key, (list ?? word ?? "").split(/[ ,]+/).filter(Boolean));
  }
  return { name, positional, named };
}
