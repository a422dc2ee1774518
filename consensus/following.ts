/**
 * The log, followed: what is appended here is taken note of at once (Suspects, N5; the founders), what is committed is
 * applied to the ledger, and a snapshot takes the place of both.
 */

import type { Entry, LogIndex, Millis } from "./core/types.ts";
import type { ReplicaHost } from "./host.ts";
import { apply } from "./ledger/apply.ts";
import { replaceLedger } from "./ledger/copy.ts";
import { type Batch, compareSessions, type Ledger, type LedgerEvent, sameSession } from "./ledger/types.ts";
import type { Office } from "./office.ts";
import { configurationOf, oldestDocument } from "./origin.ts";
import type { Presence } from "./presence.ts";
import type { Requests } from "./requests.ts";
import { type Hearing, neverAgain, withdraw } from "./sessions/hearing.ts";
import type { Snapshots } from "./snapshots.ts";
import { follow, type OpenSuspects, restore, settle } from "./suspects.ts";
import { followTail, settleTail, type Tail } from "./tail.ts";

/** What the replica is to this part of it. */
export interface Host extends ReplicaHost {
  readonly hearing: Hearing;
  readonly suspects: OpenSuspects;
  readonly tail: Tail;
  readonly presence: Presence;
  readonly requests: Requests;
  readonly office: Office;
  readonly snapshots: Snapshots;
  /** A document came into force: its times do. */
  readonly configured: (now: Millis) => void;
  /** The newest configuration of the log may be another one. */
  readonly configurationMoved: () => void;
}

export class Following {
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  /** From `from` on the log is these entries. */
  logChanged(from: LogIndex, entries: readonly Entry[], now: Millis): void {
    const { tail, suspects, hearing, configurationMoved } = this.host;
    this.followOrigin(from, entries, now);
    configurationMoved();
    followTail(tail, from, entries);
    for (const { session } of follow(suspects, from, entries, now)) withdraw(hearing, session); // N5: on append
  }

  /** The first document in the log says who founded: not the file of a node whose disk was wiped since (R13). */
  private followOrigin(from: LogIndex, entries: readonly Entry[], now: Millis): void {
    const { ledger, tail, step } = this.host;
    if (ledger.document !== null || tail.timings.some(({ index }) => index < from)) return;
    const document = oldestDocument(entries);
    if (document !== null) step({ type: "origin", configuration: configurationOf(document) }, now);
  }

  /** A snapshot took the place of ledger and log: everything that followed them follows it from here. */
  restored(snapshot: Ledger, now: Millis): void {
    const { core, ledger, hearing, suspects, tail, presence, requests, configured, emit, step } = this.host;
    replaceLedger(ledger, snapshot);
    for (const { session } of restore(suspects, ledger, now)) withdraw(hearing, session); // N5
    followTail(tail, 1 as LogIndex, []);
    const ended = ledger.ended.get(core.options.self);
    // N5: the Expire itself was among the entries that never came.
    if (ended !== undefined && compareSessions(presence.session, ended) <= 0)
      presence.endedAt(ended.number, now);
    configured(now);
    emit({ type: "restored", index: ledger.applied });
    requests.overtaken(ledger.applied);
    step({ type: "applied", index: ledger.applied }, now);
  }

  committed(entry: Entry, now: Millis): void {
    const { core, ledger, suspects, tail, requests, snapshots, emit, step } = this.host;
    const { index, term, payload } = entry;
    const batch = payload.type === "command" ? (payload.command as Batch) : null;
    const events = apply(ledger, index, term, batch ?? { at: 0, commands: [] });
    snapshots.applied(entry);
    settle(suspects, ledger);
    settleTail(tail, index);
    requests.appliedEvents(events, now);
    for (const event of events) this.react(event, now);
    emit({ type: "applied", index, term, batch, events });
    requests.applied(index, term, batch, events);
    step({ type: "applied", index }, now);
    if (core.role === "leader") requests.askBarrier(now);
  }

  private react(event: LedgerEvent, now: Millis): void {
    const { hearing, presence, office, configured } = this.host;
    // Of the entries that are applied together, a later one may end what this one opens.
    if (event.type === "opened") office.opened();
    if (event.type === "expired") neverAgain(hearing, event.session); // N5
    const ends = event.type === "expired" || event.type === "stopped";
    if (ends && sameSession(event.session, presence.session)) presence.endedAt(event.session.number, now); // N5
    if (event.type === "configured") configured(now);
    if (event.type === "cleared") {
      office.cleared(event.session, now);
      presence.beat(now);
    }
  }
}
