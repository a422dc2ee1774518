/** The group around the node: the committed ledger, the deadlines its sessions were promised, and what a leader may do. */
import { type LogIndex, logIndex } from "../../consensus/core/types.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
import { sessionOf } from "../../consensus/ledger/query.ts";
import {
  type Command,
  compareSessions,
  incarnation,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type SessionId,
  sessionKey,
} from "../../consensus/ledger/types.ts";
import { SERVICES } from "./draws.ts";
import { keyOf, type Machine } from "./machine.ts";
import { DB, OTHER, SELF, T1, WEB } from "./specs.ts";

export class Truth {
  readonly ledger: Ledger = createLedger();
  readonly other: SessionId = { node: OTHER, incarnation: incarnation(1), number: 1 };
  /** V of every session this node ever had, by key. */
  readonly #deadlines = new Map<string, { readonly session: SessionId; readonly validUntil: number }>();
  #index = 0;
  #requests = 0;
  readonly #random: () => number;
  readonly #committed: (events: readonly LedgerEvent[]) => void;
  /** Perhaps lets the node see the ledger as it is now. */
  readonly #show: () => void;

  constructor(options: {
    readonly random: () => number;
    readonly committed: (events: readonly LedgerEvent[]) => void;
    readonly show: () => void;
  }) {
    this.#random = options.random;
    this.#committed = options.committed;
    this.#show = options.show;
  }

  #chance(p: number): boolean {
    return this.#random() < p;
  }

  commit(...commands: Command[]): readonly LedgerEvent[] {
    this.#index += 1;
    const events = apply(this.ledger, logIndex(this.#index), T1, { at: 0, commands });
    this.#committed(events);
    return events;
  }

  /** A majority promised this session at least so long; returns what it may count on now. */
  promise(session: SessionId, until: number): number {
    const key = sessionKey(session);
    const validUntil = Math.max(this.#deadlines.get(key)?.validUntil ?? Number.NEGATIVE_INFINITY, until);
    this.#deadlines.set(key, { session, validUntil });
    return validUntil;
  }

  /** When the last of this and all earlier sessions of the node is over (N3 counts them together). */
  deadlineOf(session: SessionId): number {
    let latest = Number.NEGATIVE_INFINITY;
    for (const known of this.#deadlines.values()) {
      if (compareSessions(known.session, session) <= 0) latest = Math.max(latest, known.validUntil);
    }
    return latest;
  }

  grantTo(session: SessionId, always: boolean): void {
    const record = sessionOf(this.ledger, session);
    if (record === null || record.suspect !== null) return;
    for (const lease of [...this.ledger.leases.values()]) {
      if (lease.state !== "vacant" || (!always && this.#chance(0.3))) continue;
      const { group, token: fromToken } = lease;
      this.commit(
        { type: "claim", group, successor: session, fromToken, reason: "chaos" },
        { type: "grant", group, session, fromToken, reason: "chaos" },
      );
      if (this.#chance(0.7)) this.#show();
    }
  }

  otherReleases(): void {
    for (const lease of [...this.ledger.leases.values()]) {
      if (lease.state !== "held" || lease.holder?.node !== OTHER) continue;
      const { group, token } = lease;
      this.commit({ type: "release", group, session: this.other, token, failed: false, evidence: "" });
    }
  }

  move(): void {
    for (const { group, state, holder, move } of [...this.ledger.leases.values()]) {
      if (state !== "held" || holder?.node !== SELF || move !== null || !this.#chance(0.5)) continue;
      this.commit({ type: "move", group, to: OTHER, requestId: `m${++this.#requests}` });
    }
  }

  cancelMove(): void {
    for (const { group, move } of [...this.ledger.leases.values()]) {
      if (move === null) continue;
      const { requestId } = move;
      this.commit({ type: "cancel-move", group, requestId, reason: "chaos" });
      if (this.#chance(0.5)) this.#show();
    }
  }

  /** What the operator said is asked back. */
  takeBack(): void {
    const by = "chaos";
    const { stopped, standby, maintained } = this.ledger;
    for (const group of [...stopped.keys()]) this.commit({ type: "want", group, running: true, by });
    for (const node of [...standby.keys()]) this.commit({ type: "standby", node, on: false, by });
    for (const group of [...maintained.keys()]) this.commit({ type: "maintain", group, on: false, by });
  }

  /** Only when every echo that this session counts on is over: that is what W and the ages are for. */
  expire(now: number): number {
    let ended = 0;
    const records = [...this.ledger.sessions.values()].filter((record) => record.id.node === SELF);
    for (const { id } of records) {
      if (now < this.deadlineOf(id) + 5 || this.deadlineOf(id) < 0) continue;
      if (sessionOf(this.ledger, id) === null) continue;
      ended++;
      this.commit({ type: "suspect", session: id, reason: "silent" });
      const suspectIndex = this.#index as LogIndex;
      this.commit({ type: "expire", session: id, suspectIndex, term: T1, evidence: "W passed" });
    }
    return ended;
  }

  isOurs(lease: Lease | undefined): boolean {
    return lease?.state === "held" && lease.holder?.node === SELF;
  }

  /** P1: nothing is heard, and nothing runs, but under a lease of this node; and all of it ends by the session's deadline. */
  wrongs(machine: Machine, now: number): string[] {
    const wrong: string[] = [];
    const heard = machine.heardGroups(now);
    for (const group of [WEB, DB]) {
      const lease = this.ledger.leases.get(group);
      const deadline = this.isOurs(lease) ? this.deadlineOf(lease!.holder!) : Number.NEGATIVE_INFINITY;
      const { liveUntil } = machine.sets;
      if (heard.includes(group) && (now >= deadline || liveUntil > deadline)) {
        wrong.push(`${group} answers until ${liveUntil}, its right ends ${deadline}`);
      }
      for (const name of SERVICES) {
        const running = name.group === group ? machine.services.get(keyOf(name)) : undefined;
        if (running !== undefined && running.deadline > now && running.deadline > deadline) {
          wrong.push(`${keyOf(name)} may run until ${running.deadline}, its right ends ${deadline}`);
        }
      }
    }
    return wrong;
  }
}

/** A person who maintains, stops, puts on standby, and takes it all back. */
export function operatorSays(truth: Truth, random: () => number): void {
  const r = random();
  const group = random() < 0.5 ? WEB : DB;
  const by = "chaos";
  const on = random() < 0.35;
  if (r < 0.4) truth.commit({ type: "maintain", group: random() < 0.3 ? null : group, on, by });
  else if (r < 0.7) truth.commit({ type: "want", group, running: !on, by });
  else if (r < 0.9) truth.commit({ type: "standby", node: SELF, on, by });
  else truth.takeBack();
}
