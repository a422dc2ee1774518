/** How a command is refused by name: nothing has changed, and the others of its batch stand. */
import type { LogIndex, Term } from "../core/types.ts";
import { hasEnded, sessionOf } from "./query.ts";
import type { Command, Ledger, LedgerEvent, RefusalCode, SessionId, SessionRecord } from "./types.ts";

/** The command of one type. */
export type CommandOf<T extends Command["type"]> = Extract<Command, { type: T }>;
/** Where a command stands: the position and term of its entry, and the proposer's wall clock, for people only (T1). */
export interface Place {
  readonly index: LogIndex;
  readonly term: Term;
  readonly at: number;
}

/** The one answer to a command that does not fit. `detail`: what was wrong, what was expected. */
export const refuse = (command: Command, code: RefusalCode, detail: string): LedgerEvent[] => [
  { type: "refused", command: command.type, group: "group" in command ? command.group : null, code, detail },
];

/** A session as people read it. */
export const nameOf = (s: SessionId): string =>
  `session ${s.number} of ${s.node} (incarnation ${s.incarnation})`;

/** The live record of a session, or the refusal that says why there is none (N5). */
export function liveOr(
  ledger: Ledger,
  command: Command,
  id: SessionId,
): { readonly record: SessionRecord } | { readonly refusal: LedgerEvent[] } {
  const record = sessionOf(ledger, id);
  if (record !== null) return { record };
  return hasEnded(ledger, id)
    ? {
        refusal: refuse(
          command,
          "session-ended",
          `${nameOf(id)} has ended; an ended session never comes back.`,
        ),
      }
    : {
        refusal: refuse(
          command,
          "unknown-session",
          `${nameOf(id)} is not open; a leader must admit it first.`,
        ),
      };
}
