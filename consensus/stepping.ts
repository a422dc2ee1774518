/**
 * The Raft core within a replica: one event of it, and then what it wants, in the order in which it wants it. Nothing that promises
 * something leaves before the write it rests on is durable (D1).
 */
import type { Core } from "./core/core.ts";
import { step } from "./core/step.ts";
import type { CoreEffect, CoreEvent, Message, Millis, NodeId, WriteSeq } from "./core/types.ts";
import type { Following } from "./following.ts";
import type { Members } from "./members.ts";
import type { Office } from "./office.ts";
import { mount, type Outgoing, takeDurable } from "./outgoing.ts";
import type { Requests } from "./requests.ts";
import type { Hearing } from "./sessions/hearing.ts";
import { startTerm, type Tallies } from "./sessions/tally.ts";
import type { Snapshots } from "./snapshots.ts";
import { agesOf, type OpenSuspects } from "./suspects.ts";
import type { ReplicaEffect } from "./types.ts";

/** What the replica is to this part of it. */
export interface Host {
  readonly core: Core;
  readonly emit: (...effects: readonly ReplicaEffect[]) => void;
  readonly outgoing: Outgoing;
  readonly hearing: Hearing;
  readonly suspects: OpenSuspects;
  readonly tallies: Tallies;
  readonly following: Following;
  readonly requests: Requests;
  readonly snapshots: Snapshots;
  readonly members: Members;
  readonly office: Office;
}

export class Stepping {
  private readonly host: Host;
  private durable = 0;
  /** What the core has produced in this turn; null: no turn of it is under way. */
  private queue: CoreEffect[] | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  run(event: CoreEvent, now: Millis): void {
    const effects = step(this.host.core, event, now);
    // In the order in which the core produced them, also when performing one leads to another step.
    if (this.queue !== null) {
      for (const effect of effects) this.queue.push(effect);
      return;
    }
    this.queue = effects;
    for (let at = 0; at < effects.length; at += 1) this.perform(effects[at]!, now);
    this.queue = null;
  }

  /** The disk has it, and all that was asked of it before. */
  written(seq: WriteSeq, now: Millis): void {
    this.durable = Math.max(this.durable, seq);
    this.run({ type: "written", seq }, now);
    for (const { to, message } of takeDurable(this.host.outgoing, this.durable)) this.send(to, message, now);
    this.host.snapshots.written(this.durable);
  }

  private perform(effect: CoreEffect, now: Millis): void {
    const { core, emit, following, requests, snapshots, office } = this.host;
    switch (effect.type) {
      case "write":
        emit(effect);
        return;
      case "send":
        if (effect.after <= this.durable) this.send(effect.to, effect.message, now);
        else this.host.outgoing.held.push(effect);
        return;
      case "log-changed":
        following.logChanged(effect.from, effect.entries, now);
        return;
      case "commit":
        for (const entry of effect.entries) following.committed(entry, now);
        office.duties(now);
        return;
      case "proposed":
        requests.tell(effect.id, { ok: true, index: effect.last, term: effect.term });
        return;
      case "refused":
        requests.tell(effect.id, { ok: false, reason: effect.reason });
        return;
      case "read-ready":
        if (effect.id >= 0) emit(effect);
        else requests.barrierPassed(effect.id, now);
        return;
      case "read-refused":
        if (effect.id >= 0) emit(effect);
        else requests.barrierRefused(effect.id);
        return;
      case "role":
        startTerm(this.host.tallies, core.term);
        snapshots.stopSending();
        emit(effect);
        requests.roleChanged(effect.role === "leader", now);
        if (effect.role === "leader") office.duties(now);
        return;
      case "compacted":
        emit({ type: "compact", through: effect.base.index });
        return;
      case "send-snapshot":
        snapshots.send(effect, now);
        return;
      case "install-snapshot":
        snapshots.install(effect, now);
        return;
      case "snapshot-skipped":
        snapshots.skipped(effect);
        return;
      case "change-refused":
        this.host.members.refused(effect.id, effect.reason);
        return;
    }
  }

  private send(to: NodeId, message: Message, now: Millis): void {
    const { core, emit, outgoing, suspects, hearing } = this.host;
    const answers = message.type === "append-response";
    const ages = answers ? agesOf(suspects, hearing, core.durableIndex, now) : [];
    if (ages.length === 0 && mount(outgoing, to, message, core.lastIndex)) return;
    emit({ type: "send", to, envelope: { type: "raft", message, ages } });
  }
}
