/** A leader's office: what it owes is looked at when something may be due, wished once, and proposed. */

import * as applications from "./applications.ts";
import { type Asked, ask } from "./asked.ts";
import { type Boots, rebooted, rememberBoots } from "./boots.ts";
import type { LogIndex, Millis, Term } from "./core/types.ts";
import {
  type ClearHistory,
  certify,
  handOver,
  noteCleared,
  owed,
  planContext,
  settleSuspects,
  suspect,
  type View,
  type Wish,
} from "./duties.ts";
import type { ReplicaHost } from "./host.ts";
import { type Command, type SessionId, sessionKey, type Timing } from "./ledger/types.ts";
import { isNear, type Members } from "./members.ts";
import type { OpenSuspects } from "./suspects.ts";

/** What the replica is to this part of it. */
export interface Host extends ReplicaHost {
  readonly suspects: OpenSuspects;
  readonly asked: Asked;
  readonly apps: applications.Applications;
  readonly members: Members;
  readonly view: (now: Millis) => View;
  readonly timing: () => Timing;
  readonly offer: (id: number, term: Term | null, commands: readonly Command[], now: Millis) => void;
}

export class Office {
  /** When the next thing is due that is worth a tick of its own; Infinity when nothing is. */
  wakeAt: Millis = Number.POSITIVE_INFINITY;
  private readonly host: Host;
  private readonly boots: Boots = new Map();
  private readonly clears = new Map<string, ClearHistory>();
  /** When a leader last looked at everything it may owe, and up to where it had applied. */
  private lookedAt = { applied: 0 as LogIndex, at: Number.NEGATIVE_INFINITY as Millis };
  private lastHandOver: Millis = Number.NEGATIVE_INFINITY;
  /** To whom this leader alone is deaf, in which term, and since when. */
  private deaf: { readonly to: string; readonly since: Millis } | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  tick(now: Millis): void {
    if (!this.isQuiet(this.host.timing(), now)) this.duties(now);
    else if (this.host.core.role === "leader") this.wish(suspect(this.host.view(now)), now);
  }

  duties(now: Millis): void {
    const { core, ledger, asked, apps, members } = this.host;
    this.wakeAt = Number.POSITIVE_INFINITY;
    if (this.lookedAt.applied !== ledger.applied) rememberBoots(this.boots, ledger);
    this.lookedAt = { applied: ledger.applied, at: now };
    if (core.role !== "leader") return;
    const view = this.host.view(now);
    const { wishes, wakeAt } = owed(view, this.clears, asked.underway.has("plan"));
    const lapsed = view.caughtUp ? applications.lapses(apps, view) : null;
    this.wakeAt = Math.min(wakeAt, lapsed?.wakeAt ?? wakeAt);
    const blank = view.caughtUp ? certify(view, (node) => isNear(core, node)) : [];
    this.wish([...wishes, ...blank, { key: "lapse", commands: lapsed?.commands ?? [] }], now);
    for (const { key, commands } of view.caughtUp ? rebooted(this.boots, view) : [])
      this.owe(key, commands, now);
    if (view.caughtUp) this.considerHandOver(view, now);
    if (view.caughtUp) members.consider(now);
  }

  /** Ages came: that a silence is long enough is all that can follow; the rest is looked at with the next tick. */
  aged(now: Millis): void {
    if (this.host.core.role !== "leader") return;
    const view = this.host.view(now);
    if (!view.caughtUp) return;
    const { wishes, wakeAt } = settleSuspects(view, this.clears);
    this.wakeAt = Math.min(this.wakeAt, wakeAt);
    this.wish(wishes, now);
  }

  /** A session was opened: of which boot it is, is remembered beyond its end. */
  opened(): void {
    rememberBoots(this.boots, this.host.ledger);
  }

  /** What somebody else found due, with the placements that it makes possible. */
  owe(key: string, first: readonly Command[], now: Millis): void {
    const { core, ledger, asked, view } = this.host;
    if (core.role !== "leader" || asked.underway.has(key)) return;
    const seen = view(now);
    this.wish([{ key, commands: seen.planner.plan(ledger, first, planContext(seen)) }], now);
  }

  /** A Clear was committed: the next one takes longer. */
  cleared(session: SessionId, now: Millis): void {
    noteCleared(this.clears, session, this.host.timing(), now);
  }

  /**
   * Nothing was applied and nobody is suspected since all duties were looked at, a moment ago: what can be due is that
   * somebody fell silent.
   */
  private isQuiet({ ttl }: Timing, now: Millis): boolean {
    const { ledger, suspects, asked } = this.host;
    const { applied, at } = this.lookedAt;
    const lately = now - at < ttl / 4 && now < this.wakeAt;
    const settled = suspects.length === 0 && asked.underway.size === 0;
    return lately && settled && applied === ledger.applied;
  }

  private wish(wishes: readonly Wish[], now: Millis): void {
    const { core, asked, offer } = this.host;
    for (const { key, commands } of wishes) {
      if (core.role !== "leader") return;
      if (asked.underway.has(key) || commands.length === 0) continue;
      offer(ask(asked, { type: "duty", key }), core.term, commands, now);
    }
  }

  /**
   * Only when it has been so for a while: who goes is last heard by each at another moment, and who comes back is first heard by one
   * of them, so a node that flaps would send leadership round.
   */
  private considerHandOver(view: View, now: Millis): void {
    if (now - this.lastHandOver < 10 * view.timing.ttl) return;
    const better = handOver(view);
    const to = better === null ? null : `${sessionKey(better.deafTo)} in term ${view.term}`;
    if (to === null) this.deaf = null;
    else if (this.deaf?.to !== to) this.deaf = { to, since: now };
    if (better === null || this.deaf === null || now - this.deaf.since < view.timing.suspectAfter) return;
    this.lastHandOver = now;
    this.host.emit({
      type: "note",
      level: "info",
      about: better.deafTo.node,
      text: `a majority hears ${better.deafTo.node} and this leader does not: handing leadership to ${better.to}`,
    });
    this.host.step({ type: "transfer", to: better.to }, now);
  }
}
