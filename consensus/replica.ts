/**
 * The one loop of a node: events in, effects out. It joins the Raft core, the sessions and the ledger, and knows no
 * socket, disk or clock. Nothing that promises something leaves before the write it rests on is durable (D1).
 */

import { assert } from "../errors.ts";
import { isMember } from "./core/config.ts";
import { type Core, createCore } from "./core/core.ts";
import { step } from "./core/step.ts";
import type {
  Configuration,
  CoreEffect,
  CoreEvent,
  LogIndex,
  Message,
  Millis,
  NodeId,
  Role,
  Term,
} from "./core/types.ts";
import type { View } from "./duties.ts";
import { Following } from "./following.ts";
import { createLedger } from "./ledger/apply.ts";
import type { ClusterDocument, Ledger, SessionId, Timing } from "./ledger/types.ts";
import { Members, mayCall } from "./members.ts";
import { Office } from "./office.ts";
import { dismount, mount, newOutgoing, takeDurable } from "./outgoing.ts";
import { Pairing } from "./pairing.ts";
import { Presence } from "./presence.ts";
import { Requests } from "./requests.ts";
import { answerMessage, roundMessage } from "./riders.ts";
import { createHearing, type Hearing, heardOf, newestOf } from "./sessions/hearing.ts";
import { count, createTallies, startTerm, type Tallies } from "./sessions/tally.ts";
import type { Heartbeat, StoreDoubt } from "./sessions/types.ts";
import { Snapshots } from "./snapshots.ts";
import { stopByWord } from "./stopbyword.ts";
import { agesOf, follow, type OpenSuspects, restore } from "./suspects.ts";
import { followTail, newTail } from "./tail.ts";
import { armedLonger, type Retimable, retime } from "./timings.ts";
import type {
  ArbitrationState,
  Envelope,
  ReplicaEffect,
  ReplicaEvent,
  ReplicaOptions,
  ReplicaStart,
} from "./types.ts";
import { doubtOf, type Vouched, Vouching } from "./vouching.ts";

export class Replica {
  readonly ledger: Ledger;
  readonly hearing: Hearing;
  readonly self: NodeId;

  private readonly options: ReplicaOptions;
  private readonly coreOptions: Retimable;
  private readonly core: Core;
  private readonly suspects: OpenSuspects = [];
  private readonly tallies: Tallies;
  private readonly tail = newTail();
  /** When this process applied the newest document, or started. */
  private configuredAt: Millis;
  private readonly outgoing = newOutgoing();
  private readonly requests: Requests;
  private readonly following: Following;
  private readonly snapshots: Snapshots;
  private readonly members: Members;
  private readonly office: Office;
  private readonly pairing: Pairing;
  private readonly vouching: Vouching;
  private durable = 0;
  private readonly presence: Presence;
  /** `timing` of the document in force. */
  private timed: { readonly document: ClusterDocument | null; readonly timing: Timing };
  private ownWishes = 0;
  private lastTick: Millis;
  private wokeUntil: Millis = Number.NEGATIVE_INFINITY;
  private wallClock = 0;
  private out: ReplicaEffect[] = [];
  /** What the core has produced in this turn; null: no turn of it is under way. */
  private queue: CoreEffect[] | null = null;
  private admitting = false;

  constructor(options: ReplicaOptions, start: ReplicaStart, now: Millis) {
    this.options = options;
    this.self = options.core.self;
    this.coreOptions = { ...options.core };
    const { snapshot = null, ...rest } = start;
    const after = snapshot?.mark.index ?? 0;
    this.ledger = snapshot?.ledger ?? createLedger();
    this.timed = this.timedBy(this.ledger.document);
    assert(this.ledger.applied === after, "a snapshot is of the state that its mark names");
    if (this.ledger.document !== null) retime(this.coreOptions, this.timing);
    const { store = null, ...disk } = rest;
    const coreStart = { ...disk, snapshot: snapshot?.mark ?? null, certified: store === null };
    this.core = createCore(this.coreOptions, coreStart, options.seed, now);
    this.hearing = createHearing(this.self, options.incarnation, now);
    this.tallies = createTallies(start.hardState.term);
    this.lastTick = now;
    this.configuredAt = now;
    // N3: a voter that finds an open Suspect after a restart stays withdrawn.
    restore(this.suspects, this.ledger, now);
    const tail = start.entries.filter(({ index }) => index > after);
    follow(this.suspects, (after + 1) as LogIndex, tail, now);
    followTail(this.tail, (after + 1) as LogIndex, tail);
    this.vouching = new Vouching({
      core: this.core,
      ledger: this.ledger,
      hearing: this.hearing,
      tail: this.tail,
      store,
      incarnation: options.incarnation,
      founders: options.bootstrap.nodes.filter(({ voter }) => voter).map(({ name }) => name),
    });
    // Written out for each: V8 gives what is spread and then grows a layout of its own, in every replica another one.
    const { core, ledger } = this;
    const emit = (...effects: readonly ReplicaEffect[]) => this.out.push(...effects);
    const step = (event: CoreEvent, at: Millis) => this.run(event, at);
    this.requests = new Requests({
      core,
      ledger,
      emit,
      step,
      tail: this.tail,
      idBase: (options.incarnation % 2 ** 32) * 2 ** 20,
      view: (at) => this.view(at),
      wallClock: () => this.wallClock,
      notReady: (at) => armedLonger(this.ledger, this.session, this.timing.ttl, this.configuredAt, at), // N1
    });
    const { asked, apps } = this.requests;
    this.snapshots = new Snapshots({
      core,
      ledger,
      emit,
      step,
      compaction: options.compaction,
      restore: (ledger, at) => this.following.restored(ledger, at),
    });
    this.members = new Members({ core, ledger, emit, step, asked });
    this.office = new Office({
      core,
      ledger,
      emit,
      step,
      suspects: this.suspects,
      asked,
      apps,
      members: this.members,
      view: (at) => this.view(at),
      timing: () => this.timing,
      offer: (id, term, commands, at) => this.requests.offer(id, term, commands, at),
    });
    this.pairing = new Pairing(
      {
        core,
        ledger,
        emit,
        step,
        hearing: this.hearing,
        incarnation: options.incarnation,
        seed: options.seed,
        session: () => this.session,
        timing: () => this.timing,
        blank: () => this.vouching.isBlank,
        propose: (commands, at) => this.requests.propose(--this.ownWishes, commands, at),
        duty: (key, first, at) => this.office.owe(key, first, at),
      },
      now,
    );
    this.presence = new Presence({
      core,
      ledger,
      emit,
      hearing: this.hearing,
      suspects: this.suspects,
      outgoing: this.outgoing,
      vouching: this.vouching,
      pairing: this.pairing,
      incarnation: options.incarnation,
      bootId: options.bootId,
      bootstrap: options.bootstrap,
      timing: () => this.timing,
      configurations: () => this.configurations,
      doubtOf: (heartbeat) => this.doubtOf(heartbeat),
    });
    this.following = new Following({
      core,
      ledger,
      emit,
      step,
      hearing: this.hearing,
      suspects: this.suspects,
      tail: this.tail,
      presence: this.presence,
      requests: this.requests,
      office: this.office,
      snapshots: this.snapshots,
      configured: (at) => this.configured(at),
      configurationMoved: () => this.pairing.followConfiguration(),
    });
  }

  private configured(now: Millis): void {
    this.configuredAt = now;
    if (this.ledger.document !== null) retime(this.coreOptions, this.timing);
  }

  get role(): Role {
    return this.core.role;
  }
  get term(): Term {
    return this.core.term;
  }
  get leader(): NodeId | null {
    return this.core.leader;
  }
  get commit(): LogIndex {
    return this.core.commit;
  }
  get session(): SessionId {
    return this.presence.session;
  }
  /** Until when this node may serve what it holds, by the clock of `now`. */
  get validUntil(): Millis {
    return this.presence.until;
  }
  /** How this node stands to the other of two; for status. */
  get arbitration(): ArbitrationState {
    return this.pairing.state;
  }
  get timing(): Timing {
    const { document } = this.ledger;
    if (document !== this.timed.document) this.timed = this.timedBy(document);
    return this.timed.timing;
  }
  /** A copy, always of one layout: it is read several times at each event, and documents come from many hands. */
  private timedBy(document: ClusterDocument | null): Replica["timed"] {
    const { timing } = document ?? this.options.bootstrap;
    const { ttl, rho, heartbeat, suspectAfter, raftHeartbeat, electionMin, electionMax } = timing;
    return {
      document,
      timing: { ttl, rho, heartbeat, suspectAfter, raftHeartbeat, electionMin, electionMax },
    };
  }
  /** Whether this node's disk counts, and if not, why (R13). */
  get vouched(): Vouched {
    return this.vouching.now;
  }
  /** Whether this node listens to a member of the cluster that it does not know. */
  mayCall(caller: NodeId): boolean {
    return mayCall(this.core, this.ledger, caller);
  }
  /** What this node remembers against the disk of whoever sent this heartbeat (R13.5). */
  doubtOf(heartbeat: Heartbeat): StoreDoubt | null {
    return doubtOf(this.ledger, this.tail, this.hearing, heartbeat);
  }
  get configurations(): readonly Configuration[] {
    return this.core.unplacedConfigurations; // N9
  }

  /** Takes one event; returns what is to be done, in order. */
  handle(event: ReplicaEvent, now: Millis): ReplicaEffect[] {
    this.out = [];
    switch (event.type) {
      case "tick":
        this.tick(event.wallClock, now);
        break;
      case "envelope":
        this.receive(event.from, event.envelope, now);
        break;
      case "heartbeat":
        this.hearHeartbeat(event.heartbeat, now);
        break;
      case "written":
        this.durable = Math.max(this.durable, event.seq);
        this.run({ type: "written", seq: event.seq }, now);
        for (const { to, message } of takeDurable(this.outgoing, this.durable)) this.send(to, message, now);
        this.snapshots.written(this.durable);
        break;
      case "propose":
        this.requests.propose(event.id, event.commands, now);
        break;
      case "read":
        this.run({ type: "read", id: event.id }, now);
        break;
      case "keep-alive":
        this.requests.keepAlive({ node: null, id: event.id }, event, now);
        break;
      case "transfer":
        this.run({ type: "transfer", to: event.to }, now);
        break;
      case "probed":
      case "listened":
      case "powered":
      case "clock-gap":
        this.pairing.take(event, now);
        break;
      case "farewell":
        this.pairing.leaving = true;
        for (let copies = 0; copies < 3; copies++) this.presence.beat(now);
        break;
      case "confirm-stop":
        this.confirm(event, now);
        break;
      case "listened-alone":
        this.vouching.listenedAlone();
        break;
      case "admitted":
        this.vouching.admit();
        this.admitting = false;
        break;
      case "snapshot-saved":
        this.snapshots.saved(event.index, event.ok, now);
        break;
      case "snapshot-read":
        this.snapshots.pieceRead(event, now);
        break;
      case "chunk-taken":
        this.snapshots.chunkTaken(event, now);
        break;
    }
    this.vouch(now);
    this.snapshots.consider(now);
    this.pairing.consider(now);
    this.presence.renew(now);
    const out = this.out;
    this.out = [];
    return out;
  }

  /** R13: whose word counts follows what is heard and applied. */
  private vouch(now: Millis): void {
    const { vouching, core } = this;
    if (!vouching.needsLook && core.certified) return;
    const changed = vouching.consider();
    if (vouching.wantsAdmission && !this.admitting) {
      this.admitting = true;
      this.out.push({ type: "admit", incarnation: this.options.incarnation });
    }
    const counts = vouching.now.type === "certified";
    if (counts !== core.certified) this.run({ type: counts ? "certified" : "doubted" }, now);
    if (!changed) return;
    this.out.push({ type: "vouched", vouched: vouching.now });
    if (counts) this.presence.beat(now); // it may be let in
  }

  private tick(wallClock: number, now: Millis): void {
    this.wallClock = wallClock;
    // T5: after a pause, what was not heard says nothing until the sockets have been read.
    if (this.isLate(now)) {
      this.wokeUntil = now + 2 * this.timing.heartbeat;
      this.pairing.late(now - this.lastTick, now);
    }
    this.lastTick = now;
    const roundDue = this.core.nextDeadline;
    this.outgoing.riding = [];
    this.run({ type: "tick" }, now);
    // A leader's rounds and its heartbeats keep step, so that those who hear them wake once.
    const round = this.core.role === "leader" && this.core.nextDeadline > roundDue;
    const { heartbeat } = this.timing;
    const early = round ? 0.9 * heartbeat : 0.1 * heartbeat;
    if (now >= this.presence.beatDue(now) - early) this.presence.beat(now);
    this.out.push(...dismount(this.outgoing));
    const patience = 2 * this.coreOptions.electionTimeoutMax;
    const former = !isMember(this.core.configuration, this.self);
    this.requests.tick(former, patience, now);
    this.snapshots.tick(patience, now);
    this.office.tick(now);
  }

  /** When a tick has something to do; an idle node need not wake before. */
  dueAt(now: Millis): Millis {
    return Math.min(
      this.core.nextDeadline,
      this.presence.beatDue(now),
      this.office.wakeAt,
      this.pairing.dueAt(now),
    );
  }

  /** What waited in the sockets during a pause may be handled before the tick that would have shown it (T5). */
  private isLate(now: Millis): boolean {
    return now - this.lastTick > this.coreOptions.maxTickLateness;
  }

  private receive(from: NodeId, envelope: Envelope, now: Millis): void {
    this.pairing.contact(from, null, now);
    switch (envelope.type) {
      case "raft": {
        const { message, ages } = envelope;
        if (this.pairing.ignores(from, message)) return;
        if (
          message.type === "append-response" &&
          message.term === this.core.term &&
          message.uncertified !== true && // R13.1
          this.core.role === "leader"
        ) {
          startTerm(this.tallies, this.core.term);
          count(this.tallies, from, ages, now);
        }
        this.run({ type: "receive", from, message }, now);
        if (ages.length > 0) this.office.duties(now);
        return;
      }
      case "propose":
      case "proposed":
      case "keep-alive":
      case "kept":
        this.requests.receive(from, envelope, now);
        return;
      case "counters":
      case "let-go":
        return;
      case "question":
      case "certificate":
        this.pairing.receive(from, envelope, now);
        return;
      case "snapshot-chunk":
        this.snapshots.chunkCame(from, envelope);
        return;
      case "snapshot-answer":
        this.snapshots.answered(from, envelope, now);
        return;
    }
  }

  private hearHeartbeat(heartbeat: Heartbeat, now: Millis): void {
    this.vouching.heard(heartbeat);
    const stood = heardOf(this.hearing, heartbeat.from)?.newest.store?.standing;
    const { heard, met } = this.presence.hear(heartbeat, now);
    // Also one that has not proven that it hears us: it runs (R1). Of an older incarnation it is a late packet.
    const newest = newestOf(this.hearing, heartbeat.from);
    if (heard || met || heartbeat.incarnation === newest)
      this.pairing.contact(heartbeat.from, heartbeat.incarnation, now);
    // Another disk, or the same one after a start: what it confirmed before says nothing of this one.
    if (met && heartbeat.store?.standing === "blank") this.run({ type: "forget", peer: heartbeat.from }, now);
    if (met) this.presence.beat(now);
    if (!heard) return;
    if (met || heartbeat.store?.standing !== stood) this.office.duties(now); // it may be let in
    const { from, round, answer } = heartbeat;
    this.outgoing.riding = [];
    if (round !== undefined)
      this.receive(from, { type: "raft", message: roundMessage(round), ages: [] }, now);
    if (answer?.to === this.self)
      this.receive(from, { type: "raft", message: answerMessage(answer), ages: [] }, now);
    const answers = from === this.core.leader;
    if (answers && now - this.presence.lastBeatAt >= this.timing.heartbeat / 2) this.presence.beat(now);
    this.out.push(...dismount(this.outgoing));
  }

  /** A person's word that a node is down: of two, for the one that remains; of more, for the ledger. */
  private confirm(event: Extract<ReplicaEvent, { type: "confirm-stop" }>, now: Millis): void {
    const { id, node, typed, by } = event;
    const verdict = this.pairing.confirm(node, typed, by, now);
    const stop = stopByWord(this.ledger, this.hearing, this.self, event, this.timing.suspectAfter, now);
    const refusal = verdict?.ok === false ? verdict : stop.ok ? null : stop;
    if (refusal !== null) {
      this.out.push({ type: "outcome", id, result: refusal });
      return;
    }
    // Of two: what was said is in force from here on, and is written down when this node has gone on alone.
    if (verdict !== null) this.pairing.consider(now);
    if (stop.ok) this.requests.propose(id, [stop.value], now);
  }

  // ------------------------------------------------------------ the core's effects

  private run(event: CoreEvent, now: Millis): void {
    const effects = step(this.core, event, now);
    // In the order in which the core produced them, also when performing one leads to another step.
    if (this.queue !== null) {
      for (const effect of effects) this.queue.push(effect);
      return;
    }
    this.queue = effects;
    for (let at = 0; at < effects.length; at += 1) this.perform(effects[at]!, now);
    this.queue = null;
  }

  private perform(effect: CoreEffect, now: Millis): void {
    switch (effect.type) {
      case "write":
        this.out.push(effect);
        return;
      case "send":
        if (effect.after <= this.durable) this.send(effect.to, effect.message, now);
        else this.outgoing.held.push(effect);
        return;
      case "log-changed":
        this.following.logChanged(effect.from, effect.entries, now);
        return;
      case "commit":
        for (const entry of effect.entries) this.following.committed(entry, now);
        return;
      case "proposed":
        this.requests.tell(effect.id, { ok: true, index: effect.last, term: effect.term });
        return;
      case "refused":
        this.requests.tell(effect.id, { ok: false, reason: effect.reason });
        return;
      case "read-ready":
        if (effect.id >= 0) this.out.push(effect);
        else this.requests.barrierPassed(effect.id, now);
        return;
      case "read-refused":
        if (effect.id >= 0) this.out.push(effect);
        else this.requests.barrierRefused(effect.id);
        return;
      case "role":
        startTerm(this.tallies, this.core.term);
        this.snapshots.stopSending();
        this.out.push(effect);
        this.requests.roleChanged(effect.role === "leader", now);
        if (effect.role === "leader") this.office.duties(now);
        return;
      case "compacted":
        this.out.push({ type: "compact", through: effect.base.index });
        return;
      case "send-snapshot":
        this.snapshots.send(effect, now);
        return;
      case "install-snapshot":
        this.snapshots.install(effect, now);
        return;
      case "snapshot-skipped":
        this.snapshots.skipped(effect);
        return;
      case "change-refused":
        this.members.refused(effect.id, effect.reason);
        return;
    }
  }

  // ------------------------------------------------------------ sending

  private send(to: NodeId, message: Message, now: Millis): void {
    const answers = message.type === "append-response";
    const ages = answers ? agesOf(this.suspects, this.hearing, this.core.durableIndex, now) : [];
    if (ages.length === 0 && mount(this.outgoing, to, message, this.core.lastIndex)) return;
    this.out.push({ type: "send", to, envelope: { type: "raft", message, ages } });
  }

  // ------------------------------------------------------------ the leader's duties

  private view(now: Millis): View {
    return {
      self: this.self,
      ownSession: this.session,
      bootId: this.options.bootId,
      ownStore: this.vouching.word() ?? null,
      term: this.core.term,
      ledger: this.ledger,
      hearing: this.hearing,
      suspects: this.suspects,
      tallies: this.tallies,
      tail: this.tail,
      configurations: this.configurations,
      timing: this.timing,
      planner: this.options.planner,
      durableIndex: this.core.durableIndex,
      bootstrap: this.options.bootstrap,
      appliedAll: this.ledger.applied === this.core.commit,
      caughtUp: this.ledger.applied === this.core.commit && this.ledger.appliedTerm === this.core.term,
      justWoke: now < this.wokeUntil || this.isLate(now),
      now,
    };
  }
}

export const createReplica = (options: ReplicaOptions, start: ReplicaStart, now: Millis): Replica =>
  new Replica(options, start, now);
