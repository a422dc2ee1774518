/** What commands have in common: how they end, who they say asks, tables. */
import { hostname, userInfo } from "node:os";

export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** For the ledger's history: who typed it, and where. */
export function whoAsks(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // A user id without a name.
    return `${process.getuid?.() ?? "somebody"}@${hostname()}`;
  }
}

/** Columns as wide as their widest cell; the last is left as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title) => title.length);
  for (const row of rows)
    for (let at = 0; at < row.length; at++)
      if (row[at]!.length > (widths[at] ?? 0)) widths[at] = row[at]!.length;
  const line = (row: readonly string[]): string => {
    let text = "";
    for (let at = 0; at < row.length - 1; at++) text += `${row[at]!.padEnd(widths[at]!)}  `;
    return (text + row.at(-1)!).trimEnd();
  };
  return [line(head), ...rows.map(line)];
}
