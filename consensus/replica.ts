/**
 * The one loop of a node: events in, effects out. It joins the Raft core, the sessions and the ledger, and knows no
 * socket, disk or clock. Nothing that promises something leaves before the write it rests on is durable (D1).
 */

import { assert } from "../errors.ts";
import { isMember } from "./core/config.ts";
import { type Core, createCore } from "./core/core.ts";
import type { Configuration, CoreEvent, LogIndex, Millis, NodeId, Role, Term } from "./core/types.ts";
import type { View } from "./duties.ts";
import { createLedger } from "./ledger/apply.ts";
import type { ClusterDocument, Ledger, SessionId, Timing } from "./ledger/types.ts";
import { mayCall } from "./members.ts";
import type { Office } from "./office.ts";
import { dismount, newOutgoing } from "./outgoing.ts";
import type { Pairing } from "./pairing.ts";
import { createParts, type Whole } from "./parts.ts";
import type { Presence } from "./presence.ts";
import type { Requests } from "./requests.ts";
import { answerMessage, roundMessage } from "./riders.ts";
import { createHearing, type Hearing, heardOf, newestOf } from "./sessions/hearing.ts";
import { count, createTallies, startTerm, type Tallies } from "./sessions/tally.ts";
import type { Heartbeat, StoreDoubt } from "./sessions/types.ts";
import type { Snapshots } from "./snapshots.ts";
import type { Stepping } from "./stepping.ts";
import { stopByWord } from "./stopbyword.ts";
import { follow, type OpenSuspects, restore } from "./suspects.ts";
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
import { doubtOf, type StartedStore, type Vouched, type Vouching } from "./vouching.ts";

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
  private readonly snapshots: Snapshots;
  private readonly office: Office;
  private readonly pairing: Pairing;
  private readonly vouching: Vouching;
  private readonly presence: Presence;
  private readonly stepping: Stepping;
  /** `timing` of the document in force. */
  private timed: { readonly document: ClusterDocument | null; readonly timing: Timing };
  private lastTick: Millis;
  private wokeUntil: Millis = Number.NEGATIVE_INFINITY;
  private wallClock = 0;
  private out: ReplicaEffect[] = [];
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
    const parts = createParts(this.whole(store), now);
    this.vouching = parts.vouching;
    this.requests = parts.requests;
    this.snapshots = parts.snapshots;
    this.office = parts.office;
    this.pairing = parts.pairing;
    this.presence = parts.presence;
    this.stepping = parts.stepping;
  }

  private whole(store: StartedStore | null): Whole {
    return {
      core: this.core,
      ledger: this.ledger,
      options: this.options,
      store,
      hearing: this.hearing,
      suspects: this.suspects,
      tail: this.tail,
      outgoing: this.outgoing,
      emit: (...effects) => {
        this.out.push(...effects);
      },
      tallies: this.tallies,
      view: (at) => this.view(at),
      wallClock: () => this.wallClock,
      session: () => this.session,
      timing: () => this.timing,
      configurations: () => this.configurations,
      doubtOf: (heartbeat) => this.doubtOf(heartbeat),
      notReady: (at) => armedLonger(this.ledger, this.session, this.timing.ttl, this.configuredAt, at), // N1
      configured: (at) => this.configured(at),
    };
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
    // T5: what waited during a pause comes before the tick that would show it. Of two, nothing is concluded from that silence.
    if (event.type !== "tick" && this.isLate(now)) this.pairing.late(now - this.lastTick, now);
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
        this.stepping.written(event.seq, now);
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
        const leads = message.type === "append-request" || message.type === "timeout-now";
        if (leads && this.pairing.ignores(from, message.term)) return;
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
        if (ages.length > 0) this.office.aged(now);
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
        if (this.pairing.ignores(from, envelope.term)) return;
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

  private run(event: CoreEvent, now: Millis): void {
    this.stepping.run(event, now);
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
