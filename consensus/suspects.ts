/**
 * The open Suspects of this node's own log, committed or not. They decide what this node echoes (on append, N5) and
 * for what it reports ages (once durable, N3). A Suspect leaves the list when it is truncated, or when the ledger
 * has applied it and no longer holds it open: cleared, expired or refused (N8: never on the append of a Clear).
 */
import type { Entry, LogIndex, Millis, Term } from "./core/types.ts";
import { type Batch, type Ledger, type SessionId, sameSession, sessionKey } from "./ledger/types.ts";
import { type Hearing, lastEchoable } from "./sessions/hearing.ts";
import type { AgeReport } from "./sessions/types.ts";

export interface OpenSuspect {
  readonly session: SessionId;
  readonly index: LogIndex;
  readonly term: Term;
  readonly appendedAt: Millis;
}

export type OpenSuspects = OpenSuspect[];

/** The log changed from `from` on: what stood there is gone, `entries` came. Returns the Suspects that came. */
export function follow(
  suspects: OpenSuspects,
  from: LogIndex,
  entries: readonly Entry[],
  now: Millis,
): OpenSuspect[] {
  const kept = suspects.filter((s) => s.index < from);
  if (kept.length !== suspects.length) suspects.splice(0, suspects.length, ...kept);
  const came: OpenSuspect[] = [];
  for (const { index, term, payload } of entries) {
    if (payload.type !== "command") continue;
    for (const command of (payload.command as Batch).commands) {
      if (command.type === "suspect") came.push({ session: command.session, index, term, appendedAt: now });
    }
  }
  suspects.push(...came);
  return came;
}

/** The ledger has applied up to `ledger.applied`: drop what it no longer holds open. */
export function settle(suspects: OpenSuspects, ledger: Ledger): void {
  for (let i = suspects.length - 1; i >= 0; i--) {
    const suspect = suspects[i] as OpenSuspect;
    if (suspect.index > ledger.applied) continue;
    if (ledger.sessions.get(sessionKey(suspect.session))?.suspect?.index !== suspect.index)
      suspects.splice(i, 1);
  }
}

/** A snapshot took the place of the log: what its ledger holds open is withdrawn from now on. Returns those. */
export function restore(suspects: OpenSuspects, ledger: Ledger, now: Millis): OpenSuspect[] {
  const open: OpenSuspect[] = [];
  for (const { id, suspect } of ledger.sessions.values()) {
    if (suspect === null) continue;
    const { index, term } = suspect;
    const known = suspects.find((each) => each.index === index && each.term === term);
    open.push(known ?? { session: id, index, term, appendedAt: now });
  }
  suspects.splice(0, suspects.length, ...open);
  return open;
}

export const isSuspected = (suspects: OpenSuspects, session: SessionId): boolean =>
  suspects.some((s) => sameSession(s.session, session));

/** N3: for each open Suspect of another that is durable here (else a crash could take the withdrawal back). */
export function agesOf(
  suspects: OpenSuspects,
  hearing: Hearing,
  durableIndex: LogIndex,
  now: Millis,
): AgeReport[] {
  return suspects
    .filter((s) => s.index <= durableIndex && s.session.node !== hearing.self)
    .map((s) => ({
      session: s.session,
      suspectIndex: s.index,
      suspectTerm: s.term,
      age: now - lastEchoable(hearing, s.session),
    }));
}
