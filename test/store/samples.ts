/** Entries for tests of the store. */
import assert from "node:assert/strict";
import { type Entry, type HardState, logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { ErrorCode } from "../../errors.ts";

export const OWNER = { cluster: "alpha", node: "a" };

/** An entry whose content tells index and term; `padding` makes it larger. */
export function entryOf(index: number, of: number, padding = 0): Entry {
  const session = { node: nodeId("a"), incarnation: incarnation(2 ** 20 + index), number: 1 };
  const reason = `entry ${index} of term ${of}${".".repeat(padding)}`;
  const command = { at: 1000 + index, commands: [{ type: "suspect", session, reason }] };
  return {
    index: logIndex(index),
    term: term(of),
    bytes: 60 + padding,
    payload: { type: "command", command },
  };
}

export function entriesOf(first: number, count: number, of: number): Entry[] {
  return Array.from({ length: count }, (_, at) => entryOf(first + at, of));
}

export const stateOf = (of: number, vote: string | null = null, commit = 0): HardState => ({
  term: term(of),
  vote: vote === null ? null : nodeId(vote),
  commit: logIndex(commit),
});

/** Rejects with this code; returns the message for a look at what it says. */
export async function refusedWith(code: ErrorCode, work: () => Promise<unknown>): Promise<string> {
  let message = "";
  await assert.rejects(work, (error: Error & { code?: string }) => {
    message = error.message;
    assert.equal(error.code, code, error.stack ?? message);
    return true;
  });
  return message;
}
