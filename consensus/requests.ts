/**
 * What is asked of the group through this node: its own wishes and those of others, from the word to the answer. A wish goes to
 * whoever leads; a leader appends it, with what it makes possible.
 */

import * as applications from "./applications.ts";
import { type Asked, ask, newAsked, settleDuties, tell } from "./asked.ts";
import type { LogIndex, Millis, NodeId, Term } from "./core/types.ts";
import { planContext, type View } from "./duties.ts";
import type { ReplicaHost } from "./host.ts";
import type { Batch, Command, LedgerEvent } from "./ledger/types.ts";
import * as proposals from "./proposals.ts";
import type { Tail } from "./tail.ts";
import type { Envelope } from "./types.ts";

/** What the replica is to this part of it. */
export interface Host extends ReplicaHost {
  readonly tail: Tail;
  /** Callers count from 1 in each incarnation; an answer to the one before must not be taken for one to this. */
  readonly idBase: number;
  readonly view: (now: Millis) => View;
  /** By the wall clock, milliseconds, for the history. */
  readonly wallClock: () => number;
  /** N1: why this node may not say yet that it is ready; null when it may. */
  readonly notReady: (now: Millis) => string | null;
}

type Outcome = Extract<Envelope, { type: "proposed" }>["result"];

export class Requests {
  readonly asked: Asked = newAsked();
  readonly apps = applications.newApplications();
  private readonly waiting = proposals.newProposals();
  private readonly host: Host;
  private ownWishes = 0;

  constructor(host: Host) {
    this.host = host;
  }

  tick(former: boolean, patience: Millis, now: Millis): void {
    this.host.emit(...proposals.expireUnanswered(this.waiting, former, patience, now));
    this.host.emit(...applications.giveUp(this.apps, patience, now));
  }

  // ------------------------------------------------------------ asked here

  propose(id: number, commands: readonly Command[], now: Millis): void {
    const { core, idBase, emit } = this.host;
    proposals.wait(this.waiting, id, now);
    const early = commands.some(({ type }) => type === "ready") ? this.host.notReady(now) : null;
    if (early !== null) {
      emit(...proposals.failed(this.waiting, id, early));
      return;
    }
    if (core.role === "leader") {
      this.append(ask(this.asked, { type: "local", id }), null, commands, now);
    } else if (core.leader !== null && core.leader !== core.options.self) {
      // checklist 29: the term goes with it, so that it cannot land in a later one.
      const envelope = { type: "propose", id: idBase + id, term: core.term, commands } as const;
      emit({ type: "send", to: core.leader, envelope });
    } else {
      emit(...proposals.failed(this.waiting, id, "there is no leader now"));
    }
  }

  /** A wish of the replica's own, told by an id below zero. */
  wish(commands: readonly Command[], now: Millis): void {
    this.propose(--this.ownWishes, commands, now);
  }

  keepAlive(asking: applications.Asking, claimed: applications.Claimed, now: Millis): void {
    const { core, idBase, emit } = this.host;
    const { leader, role } = core;
    const to = leader === core.options.self ? null : leader;
    const known = { leads: role === "leader", leader: to, idBase };
    emit(...applications.take(this.apps, asking, claimed, known, now));
    if (role === "leader") this.askBarrier(now);
  }

  // ------------------------------------------------------------ between nodes

  receive(
    from: NodeId,
    envelope: Extract<Envelope, { type: "propose" | "proposed" | "keep-alive" | "kept" }>,
    now: Millis,
  ): void {
    const { idBase, emit } = this.host;
    switch (envelope.type) {
      case "propose": {
        const id = ask(this.asked, { type: "peer", node: from, id: envelope.id });
        this.append(id, envelope.term, envelope.commands, now);
        return;
      }
      case "proposed": {
        const { result } = envelope;
        const id = envelope.id - idBase;
        if (result.ok) emit(...proposals.placed(this.waiting, id, result.index, result.term));
        else emit(...proposals.failed(this.waiting, id, result.reason));
        return;
      }
      case "keep-alive":
        this.keepAlive({ node: from, id: envelope.id }, envelope, now);
        return;
      case "kept":
        emit(...applications.answered(this.apps, envelope.id - idBase, envelope.result));
        return;
    }
  }

  // ------------------------------------------------------------ to the core

  /** Appends commands as one entry; a release takes the succession it makes possible with it, a move its Promise (S1). */
  private append(id: number, term: Term | null, commands: readonly Command[], now: Millis): void {
    const { core, ledger, view } = this.host;
    const follows = (c: Command): boolean => c.type === "release" || c.type === "move";
    if (commands.length === 0 || !commands.every(follows) || core.role !== "leader") {
      this.offer(id, term, commands, now);
      return;
    }
    const seen = view(now);
    this.offer(id, term, seen.planner.plan(ledger, commands, planContext(seen)), now);
  }

  /** `id`: by `ask`. */
  offer(id: number, term: Term | null, commands: readonly Command[], now: Millis): void {
    const batch: Batch = { at: this.host.wallClock(), commands };
    const payload = { type: "command", command: batch } as const;
    const payloads = [{ payload, bytes: proposals.estimate(batch) }];
    this.host.step({ type: "propose", id, term, payloads }, now);
  }

  /** A leader's reads, by which leases of applications are confirmed. */
  askBarrier(now: Millis): void {
    const barrier = applications.nextBarrier(this.apps);
    if (barrier !== null) this.host.step({ type: "read", id: barrier }, now);
  }

  // ------------------------------------------------------------ what came of it

  tell(id: number, result: Outcome): void {
    this.host.emit(...tell(this.asked, id, result, this.waiting));
  }

  barrierPassed(id: number, now: Millis): void {
    const { ledger, tail, emit } = this.host;
    emit(...applications.barrierPassed(this.apps, id, ledger, tail, now));
    this.askBarrier(now);
  }

  barrierRefused(id: number): void {
    this.host.emit(...applications.barrierRefused(this.apps, id));
  }

  /** Role, term or leader changed. */
  roleChanged(leads: boolean, now: Millis): void {
    this.asked.underway.clear();
    if (leads) applications.lead(this.apps, now);
    else this.host.emit(...applications.stepDown(this.apps));
  }

  /** Before anything of the entry is told to others. */
  appliedEvents(events: readonly LedgerEvent[], now: Millis): void {
    applications.followEvents(this.apps, events, now);
  }

  applied(index: LogIndex, term: Term, batch: Batch | null, events: readonly LedgerEvent[]): void {
    this.host.emit(...proposals.applied(this.waiting, index, term, batch, events));
    settleDuties(this.asked, index);
  }

  /** The ledger came as a snapshot. */
  overtaken(applied: LogIndex): void {
    this.host.emit(...proposals.overtaken(this.waiting, applied));
    settleDuties(this.asked, applied);
  }
}
