/**
 * The node's event loop: everything that happens becomes one event of the replica or of the holder's life, and what
 * they answer is performed at once, in order. No await stands between a heartbeat and its answer.
 */

import type { Millis, NodeId } from "../consensus/core/types.ts";
import { describe } from "../consensus/ledger/describe.ts";
import type { Word } from "../consensus/ledger/types.ts";
import { type Command, type LedgerEvent, sameSession, type Token } from "../consensus/ledger/types.ts";
import type { KeepAliveResult, ReplicaEffect, ReplicaEvent } from "../consensus/types.ts";
import type { Alarm } from "../network/kernel/alarm.ts";
import { advance, wakesAt } from "../services/holding.ts";
import {
  isBusy,
  ledgerIsNews,
  newPace,
  type Rhythm,
  takeWord,
  tickIsDue,
  wordTold,
} from "../services/pace.ts";
import type { HandedOver, HoldingAction, HoldingEvent } from "../services/types.ts";
import { diskWords } from "./disk.ts";
import { Lines } from "./lines.ts";
import { sentence } from "./machine.ts";
import { type Outcome, Outcomes } from "./outcomes.ts";
import type { NodeParts } from "./parts.ts";
import { isSnapshotEffect } from "./snapshots.ts";
import { summaryOf } from "./summary.ts";

type Event =
  | { readonly to: "replica"; readonly event: ReplicaEvent }
  | { readonly to: "holding"; readonly event: HoldingEvent };

export class LeaseholdNode {
  private readonly parts: NodeParts;
  private readonly queue: Event[] = [];
  private readonly lines = new Lines();
  /** What came of an act of this very turn goes before everything that waits: the gate's answers above all (G1). */
  private readonly urgent: HoldingEvent[] = [];
  private readonly outcomes = new Outcomes();
  private readonly listeners = new Set<() => void>();
  private readonly drainedListeners: ((clean: boolean) => void)[] = [];
  private readonly handedOverListeners: ((state: HandedOver) => void)[] = [];
  private readonly restartListeners: ((by: string) => void)[] = [];
  private running = false;
  private stopped = false;
  private alarm: Alarm | null = null;
  private alarmAt: Millis = Number.POSITIVE_INFINITY;
  private lastTick: Millis = Number.NEGATIVE_INFINITY;
  private readonly pace = newPace();

  constructor(parts: NodeParts) {
    this.parts = parts;
  }

  /** Begins to tick. */
  start(): void {
    this.alarm = this.parts.createAlarm(() => this.tick());
    this.tick();
  }

  /** Stops ticking and performing; nothing leaves any more. */
  stop(): void {
    this.stopped = true;
    this.alarm?.close();
    this.alarm = null;
    this.lines.writeAll();
  }

  toReplica(event: ReplicaEvent): void {
    this.take({ to: "replica", event });
  }

  toHolding(event: HoldingEvent): void {
    this.tellSession();
    this.take({ to: "holding", event });
  }

  /** A holder's word to its heir (S2). */
  hearWord(from: NodeId, { release, successor, token }: Word): void {
    this.toHolding({ type: "let-go", from, word: { release, successor, token } });
  }

  private tellSession(): void {
    const { untold } = this.pace;
    if (untold === null) return;
    wordTold(this.pace);
    this.take({ to: "holding", event: { type: "session", ...untold } });
  }

  private rhythm(): Rhythm {
    const { replica, self, now } = this.parts;
    const { ttl, heartbeat } = replica.timing;
    return { now: now(), ttl, heartbeat, busy: isBusy(replica.ledger, self) };
  }

  /** What came of an action. */
  answer(event: HoldingEvent): void {
    if (this.running) this.urgent.push(event);
    else this.toHolding(event);
  }

  /** Asks the group for these commands; calls back once. */
  propose(commands: readonly Command[], done: (outcome: Outcome) => void): void {
    const id = this.outcomes.ofCaller(done);
    this.toReplica({ type: "propose", id, commands });
  }

  /** An application's lease is to go on; calls back once. */
  keepAlive(
    beat: { readonly name: string; readonly owner: string; readonly token: Token },
    done: (result: KeepAliveResult) => void,
  ): void {
    const id = this.outcomes.ofLease(done);
    this.toReplica({ type: "keep-alive", id, ...beat });
  }

  /** A person says that a node is down; calls back once. */
  confirmStop(
    word: { readonly node: NodeId; readonly typed: string; readonly by: string },
    done: (outcome: Outcome) => void,
  ): void {
    const id = this.outcomes.ofCaller(done);
    this.toReplica({ type: "confirm-stop", id, ...word });
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Stops everything in order and releases; resolves when nothing is held, or nothing more can be done. */
  drain(): Promise<boolean> {
    return new Promise((resolve) => {
      this.drainedListeners.push(resolve);
      this.toHolding({ type: "shutdown" });
    });
  }

  /** Lets go of everything held as it is, for the next incarnation; from here on this one performs nothing (G4). */
  handOver(): Promise<HandedOver> {
    return new Promise((resolve) => {
      this.handedOverListeners.push(resolve);
      this.toHolding({ type: "hand-over" });
    });
  }

  /** Calls back when the cluster's log asks this daemon to restart in place, and not for what was asked before this start. */
  onRestartWanted(listener: (by: string) => void): void {
    this.restartListeners.push(listener);
  }

  /** Whether the loop has turned lately: what a watchdog wants to know. */
  isTurning(): boolean {
    return !this.stopped && this.parts.now() - this.lastTick < 4 * this.parts.tickGapMax;
  }

  /** One line for a service manager's status. */
  summary = (): string => summaryOf(this.parts.replica, this.parts.self);

  private tick(): void {
    if (this.stopped) return;
    this.lastTick = this.parts.now();
    this.toReplica({ type: "tick", wallClock: this.parts.wallClock() });
    const { replica, holding, tickGapMax, now } = this.parts;
    if (tickIsDue(this.pace, this.rhythm()) || now() >= wakesAt(holding)) {
      if (this.pace.untold === null) this.toHolding({ type: "tick" });
      else this.tellSession();
    }
    this.parts.streams.poke();
    this.setAlarm(Math.min(replica.dueAt(now()), this.lastTick + tickGapMax, wakesAt(holding)));
  }

  private setAlarm(at: Millis): void {
    this.alarmAt = at;
    this.alarm?.set(at);
  }

  /** What had to wait for the next moment is not kept waiting until the next tick. */
  private wakeForHolding(): void {
    const at = wakesAt(this.parts.holding);
    if (at < this.alarmAt) this.setAlarm(at);
  }

  /** Each waking is dear; one that a packet caused serves as the tick that would have come soon. */
  private tickWhileAwake(): void {
    // What waits for another turn of the loop gets one, by the alarm.
    if (wakesAt(this.parts.holding) < Number.POSITIVE_INFINITY) return;
    if (this.alarm !== null && this.parts.now() - this.lastTick >= this.parts.tickGapMax / 2) this.tick();
  }

  private take(event: Event): void {
    if (this.stopped) return;
    this.queue.push(event);
    if (this.running) return;
    this.running = true;
    try {
      for (let next = this.next(); next !== null && !this.stopped; next = this.next()) this.handle(next);
    } catch (error) {
      // Whoever called (an API call, a socket) might survive it and call again, with a core that is broken and
      // heartbeats that go on.
      this.stop();
      this.parts.onBroken(error);
    } finally {
      this.running = false;
      this.lines.write();
    }
    this.tickWhileAwake();
    this.wakeForHolding();
  }

  private next(): Event | null {
    const answer = this.urgent.shift();
    if (answer !== undefined) return { to: "holding", event: answer };
    const waiting = this.queue[0];
    if (waiting === undefined) return null;
    // T1: the gate is shut before anything that happened meanwhile is looked at.
    const ms = this.parts.slept();
    if (ms > 0) {
      this.queue.unshift({ to: "replica", event: { type: "clock-gap" } }); // R7
      return { to: "holding", event: { type: "suspended", ms } };
    }
    this.queue.shift();
    return waiting;
  }

  private handle(next: Event): void {
    const { replica, holding, now } = this.parts;
    if (next.to === "replica") {
      for (const effect of replica.handle(next.event, now())) this.performEffect(effect);
    } else {
      this.pace.askedAt = now();
      for (const action of advance(holding, next.event, now())) this.performAction(action);
    }
  }

  private performEffect(effect: ReplicaEffect): void {
    const { store, streams, heartbeats, replica, log } = this.parts;
    if (isSnapshotEffect(effect)) {
      this.parts.snapshots.perform(effect);
      return;
    }
    switch (effect.type) {
      case "write":
        store.write(effect.hardState, effect.entries).then(
          () => this.toReplica({ type: "written", seq: effect.seq }),
          (error: unknown) => this.parts.onPoisoned(sentence(error)),
        );
        return;
      case "admit":
        store.admit(effect.incarnation).then(
          () => this.toReplica({ type: "admitted" }),
          (error: unknown) => this.parts.onPoisoned(sentence(error)),
        );
        return;
      case "vouched": {
        const { vouched } = effect;
        const text = diskWords(vouched, this.parts.self);
        const level = vouched.type === "old-image" || vouched.type === "left-behind" ? "error" : "info";
        this.lines.add(() => log[level]({ disk: vouched.type }, text ?? "this node's disk counts"));
        this.changed();
        return;
      }
      case "send":
        streams.send(effect.to, effect.envelope);
        this.parts.alsoSend?.(effect.to, effect.envelope);
        return;
      case "probe":
      case "listen":
      case "power":
        this.parts.fencing.perform(effect);
        return;
      case "arbitration":
        this.lines.add(() => this.parts.fencing.perform(effect));
        this.changed();
        return;
      case "beat":
        heartbeats.send(effect.to, effect.heartbeat);
        return;
      case "applied":
        for (const event of effect.events) {
          this.tell(event, effect);
          if (event.type === "restart-wanted" && event.node === this.parts.self)
            this.restartWanted(event.by, effect.index);
        }
        if (ledgerIsNews(this.pace, replica.ledger))
          this.toHolding({ type: "ledger", ledger: replica.ledger });
        this.changed();
        return;
      case "restored":
        this.restored(effect.index);
        return;
      case "session": {
        const { session, validUntil, beyond } = effect;
        if (takeWord(this.pace, { session, validUntil, beyond }, this.rhythm())) this.tellSession();
        return;
      }
      case "outcome":
        this.settle(effect.id, effect.result);
        return;
      case "kept":
        this.outcomes.kept(effect.id, effect.result);
        return;
      case "read-ready":
      case "read-refused":
        return;
      case "role": {
        const { role, term, leader, why } = effect;
        const text = role === "leader" ? `leads in term ${term}: ${why}` : `${role} in term ${term}: ${why}`;
        this.lines.add(() => {
          log[role === "leader" ? "info" : "debug"]({ role, term, leader }, text);
          if (role === "follower" && leader !== null)
            log.info({ role, term, leader }, `follows ${leader} in term ${term}`);
        });
        this.changed();
        return;
      }
      case "note":
        this.lines.add(() => log[effect.level]({ about: effect.about }, effect.text));
        return;
    }
  }

  private performAction(action: HoldingAction): void {
    switch (action.type) {
      case "propose": {
        const id = this.outcomes.ofHolding(action.id);
        this.toReplica({ type: "propose", id, commands: action.commands });
        return;
      }
      case "let-go": {
        const envelope = { type: "let-go", ...action.word } as const;
        this.parts.streams.send(action.to, envelope);
        this.parts.alsoSend?.(action.to, envelope);
        return;
      }
      case "note":
        this.lines.add(() => this.parts.log[action.level]({ group: action.group }, action.text));
        this.changed();
        return;
      case "drained":
        for (const listener of this.drainedListeners.splice(0)) listener(action.clean);
        return;
      case "handed-over":
        for (const listener of this.handedOverListeners.splice(0)) listener(action.state);
        return;
      default:
        this.parts.perform(action);
        return;
    }
  }

  private settle(wish: number, result: Outcome): void {
    const id = this.outcomes.settle(wish, result);
    if (id !== null) this.toHolding({ type: "outcome", id, result });
  }

  /** A committed decision, in words. Refusals, reports and what was decided before this start are no news. */
  private tell(
    event: LedgerEvent,
    { index, term, batch }: Extract<ReplicaEffect, { type: "applied" }>,
  ): void {
    const quiet = event.type === "refused" || event.type === "reported" || index <= this.parts.replayedTo;
    const text = describe(event, this.parts.replica.ledger);
    this.lines.add(() => {
      this.parts.log[quiet ? "debug" : "info"]({ event: event.type, index }, text);
      this.parts.audit.note({ index, term, at: batch?.at ?? 0, text, event });
    });
  }

  /** The ledger came as a snapshot: what was decided on the way to it is known as far as it remembers. */
  private restored(index: number): void {
    const { replica, log, audit, self } = this.parts;
    const { ledger } = replica;
    this.lines.add(() => {
      log.info({ index }, `was behind, and goes on from a snapshot of entry ${index}`);
      for (const { index: at, term, at: date, text } of ledger.history)
        audit.note({ index: at, term, at: date, text, event: null });
    });
    const wanted = ledger.restarts.get(self);
    if (wanted !== undefined && sameSession(wanted.session, replica.session)) {
      for (const listener of this.restartListeners) listener("an operator");
    }
    this.toHolding({ type: "ledger", ledger });
    this.changed();
  }

  private restartWanted(by: string, index: number): void {
    if (index <= this.parts.replayedTo) return;
    for (const listener of this.restartListeners) listener(by);
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
