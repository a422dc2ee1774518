/**
 * Where one of two meets the loop: gathers what `fencing/pair.ts` looks at, and performs what it wants: questions and
 * certificates, the step alone, the proof into the ledger. The judgement and the append are of one turn (R1, R7).
 */

import { whoGivesUp } from "../fencing/jeopardy.ts";
import {
  asksSurrender,
  certificateCame,
  configurationCame,
  considerPair,
  contactCame,
  createPair,
  eligibleNow,
  gapCame,
  gateInContact,
  gateOf,
  hasLooked,
  judgeNow,
  judgeShotNow,
  lateCame,
  newestGate,
  type Pair,
  pairWarnings,
  powerCame,
  probesCame,
  reachedLately,
  standingOf,
  targetsOf,
  turnOf,
  wordCame,
} from "../fencing/pair.ts";
import type { PairAct, PairFacts, Standing } from "../fencing/pairfacts.ts";
import { newestScore } from "../fencing/rounds.ts";
import { certify, judgeActing } from "../fencing/solo.ts";
import { raceState } from "../fencing/turns.ts";
import { NEVER_SEEN, refuse, type Verdict } from "../fencing/types.ts";
import type { Core } from "./core/core.ts";
import { createRandom, type Random } from "./core/random.ts";
import type { CoreEvent, LogIndex, Message, Millis, NodeId, Term } from "./core/types.ts";
import { servesOn } from "./jeopardy.ts";
import { currentSession, nodeSpecOf, timingsInUse } from "./ledger/query.ts";
import type { Command, Incarnation, Ledger, SessionId, Timing } from "./ledger/types.ts";
import { longestWait } from "./sessions/arithmetic.ts";
import { type Hearing, heardOf, hearsUs, lastEchoable, newestOf } from "./sessions/hearing.ts";
import type { ArbitrationReport } from "./sessions/types.ts";
import { heldThrough } from "./stillheld.ts";
import type { ArbitrationState, Envelope, ReplicaEffect, ReplicaEvent } from "./types.ts";

/** What the replica is to this part of it. */
export interface Host {
  readonly core: Core;
  readonly ledger: Ledger;
  readonly hearing: Hearing;
  readonly incarnation: Incarnation;
  readonly seed: number;
  readonly session: () => SessionId;
  readonly timing: () => Timing;
  readonly emit: (...effects: readonly ReplicaEffect[]) => void;
  readonly step: (event: CoreEvent, now: Millis) => void;
  /** A wish of this node's own, to whoever leads. */
  readonly propose: (commands: readonly Command[], now: Millis) => void;
  /** A leader's duty, once at a time, with the placements that it makes possible. */
  readonly duty: (key: string, first: readonly Command[], now: Millis) => void;
}

const OFF: ArbitrationState = {
  phase: "off",
  peer: null,
  doing: "this node is not one of two voters with arbitration",
  warnings: [],
  gate: refuse("there is no arbitration"),
  eligible: refuse("there is no arbitration"),
  targets: [],
  ownScore: null,
  peersScore: null,
  mayServeOn: false,
};

/** Between two wishes for the same thing. */
const AGAIN = 5;

export class Pairing {
  state: ArbitrationState = OFF;
  private readonly host: Host;
  private readonly pair: Pair;
  private readonly random: Random;
  private contactAt: Millis | null = null;
  private wishedAt: Millis = Number.NEGATIVE_INFINITY;
  private told = "";
  private raced = { applied: -1, state: 0 };
  /** What leaves from here on is this process's last word. */
  leaving = false;
  /** Both went on alone, and this side's history is the smaller one: it serves nothing any more. */
  private conceded: string | null = null;

  constructor(host: Host, now: Millis) {
    this.host = host;
    this.pair = createPair(now);
    this.random = createRandom(host.seed ^ 0x5bd1e995);
  }

  // ------------------------------------------------------------ what happens

  /** Something genuine came from a node. `incarnation`: where it says it; else of the newest known. */
  contact(from: NodeId, incarnation: Incarnation | null, now: Millis): void {
    const facts = this.facts(now);
    if (facts === null || from !== facts.peer) return;
    this.contactAt = now;
    contactCame(this.pair, incarnation ?? facts.peerIncarnation);
  }

  take(event: Extract<ReplicaEvent, { type: "probed" | "powered" | "clock-gap" }>, now: Millis): void {
    if (event.type === "clock-gap") {
      gapCame(this.pair, now);
      return;
    }
    const facts = this.facts(now);
    if (facts === null) return;
    if (event.type === "probed") probesCame(this.pair, event.answers, facts);
    else powerCame(this.pair, event, facts, now);
  }

  late(by: Millis, now: Millis): void {
    lateCame(this.pair, by, this.host.timing().ttl, now);
  }

  /** A person says that `node` is down. Null: this is no pair that it could concern. */
  confirm(node: NodeId, typed: string, by: string, now: Millis): Verdict | null {
    const facts = this.facts(now);
    if (facts === null || facts.peer !== node) return null;
    const standing = standingOf(this.pair, facts, now);
    if (standing === "off" || standing === "alone") return null;
    return wordCame(this.pair, typed, by, facts, now);
  }

  receive(
    from: NodeId,
    envelope: Extract<Envelope, { type: "question" | "certificate" }>,
    now: Millis,
  ): void {
    if (envelope.type === "certificate") {
      certificateCame(this.pair, envelope.certificate, now);
      return;
    }
    const { core, emit } = this.host;
    const view = this.leaderView();
    const { question, log } = envelope;
    if (view === null || question.node !== from) return;
    // Equal at one position, equal up to it: all of that is on this incarnation's own disk, by its own word (R3).
    const match = core.log.termAt(log.index) === log.term ? log.index : (0 as LogIndex);
    const judged = certify({ ...view, acknowledged: { incarnation: question.incarnation, match } }, question);
    if (judged.ok)
      emit({ type: "send", to: from, envelope: { type: "certificate", certificate: judged.value } });
  }

  /** The newest configuration of the log is another one. */
  followConfiguration(): void {
    configurationCame(this.pair, this.placed(), this.host.core.options.self);
  }

  /**
   * Whoever votes alone, by a configuration that is committed on its own disk, has no leader but itself: only it can let another
   * vote. Where the guard's proof was accepted both may stand so; then neither takes the other's word on the log.
   */
  ignores(from: NodeId, message: Message): boolean {
    if (message.type !== "append-request" && message.type !== "timeout-now") return false;
    return from === this.peer() && this.alone() !== null;
  }

  // ------------------------------------------------------------ what follows

  consider(now: Millis): void {
    if (this.host.ledger.document?.arbitration === undefined) {
      if (this.state !== OFF) this.host.emit({ type: "arbitration", state: OFF });
      this.state = OFF;
      return;
    }
    for (let acts = this.acts(now); acts.length > 0; acts = this.acts(now)) {
      for (const act of acts) this.perform(act, now);
      // Only the step alone calls for a second look in the same turn.
      if (!acts.some(({ type }) => type === "solo")) break;
    }
    this.meetRival(now);
    this.tell(now);
  }

  private acts(now: Millis): readonly PairAct[] {
    const facts = this.facts(now);
    return facts === null ? [] : considerPair(this.pair, facts, now);
  }

  private perform(act: PairAct, now: Millis): void {
    const { core, emit, step, propose, duty, ledger } = this.host;
    const peer = this.peer();
    if (peer === null) return;
    switch (act.type) {
      case "probe":
        emit(act);
        return;
      case "ask": {
        const index = core.durableIndex;
        const log = { index, term: core.log.termAt(index) ?? (0 as Term) };
        emit({ type: "send", to: peer, envelope: { type: "question", question: act.question, log } });
        return;
      }
      case "power":
        emit({ ...act, node: peer });
        return;
      case "solo":
        emit({
          type: "note",
          level: "warn",
          about: peer,
          text: `goes on alone, without ${peer}: ${act.why}`,
        });
        step({ type: "solo", peer, why: act.why }, now);
        return;
      case "commit": {
        if (core.role !== "leader" || !this.mayAct() || ledger.applied !== core.commit) return;
        const { kind, incarnation, evidence, attempts } = act;
        const by = core.options.self;
        duty(
          "prove-stop",
          [...this.ownClear(), { type: "prove-stop", node: peer, incarnation, kind, by, evidence, attempts }],
          now,
        );
        return;
      }
      case "standby":
        if (now - this.wishedAt < AGAIN * this.host.timing().heartbeat) return;
        this.wishedAt = now;
        emit({
          type: "note",
          level: "warn",
          about: core.options.self,
          text: act.on ? `surrenders: ${act.why}` : `comes back: ${act.why}`,
        });
        propose([{ type: "standby", node: core.options.self, on: act.on, by: act.by }], now);
        return;
    }
  }

  /** While both were needed, a leader that lost the other suspected itself as well; alone it hears itself (N7: by its index). */
  private ownClear(): readonly Command[] {
    const record = currentSession(this.host.ledger, this.host.core.options.self);
    if (record === null || record.suspect === null) return [];
    const reason = "it votes alone, and hears itself";
    return [{ type: "clear", session: record.id, suspectIndex: record.suspect.index, reason }];
  }

  /** R5: alone, nothing is acted on before the configuration that says so is durable and committed. */
  private mayAct(): boolean {
    const { core } = this.host;
    return judgeActing(core.configurationIndex, core.durableIndex, core.commit).ok;
  }

  /** Two that both went on alone meet again: the one with the smaller history gives up, loudly, and for good. */
  private meetRival(now: Millis): void {
    const facts = this.facts(now);
    const own = this.alone();
    const other = facts?.heard?.report?.alone ?? null;
    if (facts === null || own === null || other === null || this.conceded !== null) return;
    const { self, peer } = facts;
    if (whoGivesUp({ node: self, ...own }, { node: peer, ...other }) !== self) return;
    this.conceded = `both nodes went on alone, and ${peer} has decided more: this node serves nothing, and its store must be begun anew`;
    this.host.emit({ type: "note", level: "warn", about: peer, text: this.conceded });
  }

  // ------------------------------------------------------------ what others ask

  /** What rides on this node's heartbeats; null: nothing. */
  report(now: Millis): ArbitrationReport | null {
    const facts = this.facts(now);
    if (facts === null) return null;
    const alone = this.alone();
    if (this.pair.rounds === 0 && alone === null && !this.leaving) return null;
    return {
      round: this.pair.rounds,
      reached: reachedLately(this.pair),
      surrenderPlease: asksSurrender(this.pair, facts),
      farewell: this.leaving,
      race: this.race(),
      alone,
    };
  }

  /**
   * Until when this node may serve what it holds, `until` being its session's deadline: further, where whoever takes over
   * must have ended it first; not at all, where it is cut off. `beyond`: nothing new may be started.
   */
  extend(until: Millis, now: Millis): { readonly until: Millis; readonly beyond: boolean } {
    if (this.conceded !== null) return { until: Number.NEGATIVE_INFINITY, beyond: true };
    const facts = this.facts(now);
    if (facts === null) return { until, beyond: false };
    const standing = standingOf(this.pair, facts, now);
    if (standing === "alone" && this.mayAct()) {
      // Its own Suspect may have come with the tail of the log; until it is taken back nobody else could be given anything.
      const held = servesOn(this.host.ledger, this.host.session(), until, { ok: true, why: "" }, now);
      return { until: held ? Math.max(until, now + facts.timing.ttl) : until, beyond: false };
    }
    if (standing === "together" && until - now < facts.timing.ttl / 4) {
      // In contact again, or the other has just become a voter again, and it has not echoed this session yet: the argument is the same.
      if (!servesOn(this.host.ledger, this.host.session(), until, gateInContact(this.pair, facts), now))
        return { until, beyond: false };
      return { until: now + facts.timing.ttl, beyond: true };
    }
    // Between the append of the survivor's configuration and its commit nothing has changed for what is served.
    if (standing !== "apart" && standing !== "alone") return { until, beyond: false };
    const seen = gateOf(this.pair, facts);
    const gate = seen.ok || hasLooked(this.pair, facts) ? seen : this.asking(facts, now);
    if (!gate.ok) return { until: Number.NEGATIVE_INFINITY, beyond: true };
    if (!servesOn(this.host.ledger, this.host.session(), until, gate, now)) return { until, beyond: false };
    return { until: Math.max(until, now + facts.timing.ttl), beyond: true };
  }

  /**
   * While the targets are being asked: whoever takes over must have ended this node first, whatever they will say (P1). For as
   * long as that many rounds take, from the first one that the silence can have called for; then it counts as cut off.
   */
  private asking({ heard, timing, arbitration }: PairFacts, now: Millis): Verdict {
    const { timeout, rounds } = arbitration;
    const answersBy = (heard?.at ?? Number.NEGATIVE_INFINITY) + timing.suspectAfter + (rounds + 1) * timeout;
    return now < answersBy
      ? { ok: true, why: "the ping targets are being asked" }
      : refuse("the ping targets have been asked in vain");
  }

  /** When a tick has something to do for this. */
  dueAt(now: Millis): Millis {
    const facts = this.facts(now);
    if (facts === null) return Number.POSITIVE_INFINITY;
    const standing = standingOf(this.pair, facts, now);
    if (standing === "together" && facts.heard !== null) return facts.heard.at + facts.timing.suspectAfter;
    if (standing !== "apart" || this.pair.apartSince === null || this.pair.underway !== null)
      return Number.POSITIVE_INFINITY;
    const turn = turnOf(this.pair, facts, now);
    return turn.mine ? Number.POSITIVE_INFINITY : turn.at;
  }

  private tell(now: Millis): void {
    const facts = this.facts(now);
    this.state = facts === null ? OFF : this.stateOf(facts, now);
    const { gate, eligible, targets, ...rest } = this.state;
    const text = JSON.stringify([
      facts?.peer,
      rest,
      gate.ok,
      eligible,
      targets.map((t) => t.answeredProbeSentAt === null),
    ]);
    if (text === this.told) return;
    this.told = text;
    this.host.emit({ type: "arbitration", state: this.state });
  }

  private stateOf(facts: PairFacts, now: Millis): ArbitrationState {
    const standing = standingOf(this.pair, facts, now);
    return {
      phase: standing,
      peer: facts.peer,
      doing: this.conceded ?? this.doing(standing, facts, now),
      warnings: pairWarnings(this.pair, facts),
      gate: standing === "together" ? newestGate(this.pair, facts) : gateOf(this.pair, facts),
      eligible: eligibleNow(this.pair, facts),
      targets: targetsOf(this.pair, facts),
      ownScore: newestScore(this.pair.pings),
      peersScore: facts.heard?.report?.reached.length ?? null,
      mayServeOn: this.extend(Number.NEGATIVE_INFINITY, now).until > now,
    };
  }

  private doing(standing: Standing, facts: PairFacts, now: Millis): string {
    const { peer } = facts;
    switch (standing) {
      case "off":
        return OFF.doing;
      case "waiting":
        return `waiting for ${peer}: it has not been in contact since this node started, and may be serving`;
      case "together":
        return `in contact with ${peer}`;
      case "alone":
        return this.pair.proven === null
          ? `goes on alone; ${peer} votes again when it is back and has caught up`
          : `goes on alone, and writes down how ${peer} was stopped`;
      case "apart":
        return `has lost ${peer}: ${this.pursuit(facts, now)}`;
    }
  }

  private pursuit(facts: PairFacts, now: Millis): string {
    const { underway, evidence } = this.pair;
    if (underway !== null) return `a device is asked (${underway.action})`;
    if (evidence !== null) {
      const verdict = judgeNow(this.pair, facts);
      return verdict.ok ? verdict.why : verdict.reason;
    }
    const shot = judgeShotNow(this.pair, facts, now);
    if (!shot.ok) return shot.reason;
    return turnOf(this.pair, facts, now).mine
      ? "shoots"
      : `${facts.peer} may shoot first; this node waits for its turn`;
  }

  // ------------------------------------------------------------ the facts

  /** Looked at again only when something has been applied. */
  private race(): number {
    const { ledger } = this.host;
    if (this.raced.applied !== ledger.applied)
      this.raced = { applied: ledger.applied, state: raceState(ledger) };
    return this.raced.state;
  }

  private placed(): PairFacts["placed"] {
    const { core } = this.host;
    return { index: core.configurationIndex, configuration: core.configuration };
  }

  /** The other of exactly two voters of the document. */
  private peer(): NodeId | null {
    const { core, ledger } = this.host;
    const voters = (ledger.document?.nodes ?? []).filter(({ voter }) => voter).map(({ name }) => name);
    if (voters.length !== 2 || !voters.includes(core.options.self)) return null; // R12
    return voters.find((name) => name !== core.options.self) ?? null;
  }

  private leaderView(): PairFacts["leads"] {
    const { core } = this.host;
    const { standing } = core;
    if (standing.role !== "leader") return null;
    return {
      self: core.options.self,
      term: core.term,
      firstIndex: standing.firstIndex,
      commit: core.commit,
      configuration: this.placed(),
      acknowledged: null,
    };
  }

  /**
   * The term and place of the configuration in which this node alone votes; null: it does not. A disk that does not count (R13) says
   * nothing of the kind: what an empty one is sent of the log may end where its former self was alone.
   */
  private alone(): ArbitrationReport["alone"] {
    const { core } = this.host;
    if (!core.certified) return null;
    const { index, configuration } = this.placed();
    const { voters, outgoing } = configuration;
    const own = voters.length === 1 && voters[0] === core.options.self && outgoing === null;
    if (!own || index === 0 || index > core.commit) return null;
    return { term: core.log.termAt(index) ?? core.term, commit: index };
  }

  private facts(now: Millis): PairFacts | null {
    const { core, ledger, hearing } = this.host;
    const { self } = core.options;
    const arbitration = ledger.document?.arbitration;
    if (arbitration === undefined) return null;
    const peer = this.peer();
    if (peer === null) return null;
    const timing = this.host.timing();
    const known = currentSession(ledger, peer)?.id ?? ledger.ended.get(peer) ?? null;
    const peerIncarnation = Math.max(newestOf(hearing, peer) ?? NEVER_SEEN, known?.incarnation ?? NEVER_SEEN);
    const heard = heardOf(hearing, peer);
    const holds = new Map<NodeId, number>();
    for (const { state, holder } of ledger.leases.values()) {
      if (state === "held" && holder !== null) holds.set(holder.node, (holds.get(holder.node) ?? 0) + 1);
    }
    return {
      self,
      peer,
      incarnation: this.host.incarnation,
      arbitration,
      timing,
      peerIncarnation: peerIncarnation as Incarnation,
      heard:
        heard === null
          ? null
          : {
              at: heard.receivedAt,
              hearsUs: hearsUs(heard, timing.suspectAfter, now),
              seq: heard.newest.seq,
              report: heard.newest.arbitration ?? null,
            },
      contactAt: this.contactAt,
      placed: this.placed(),
      commit: core.commit,
      leads: this.leaderView(),
      leader: core.leader,
      confirmedAt: core.progressOf(peer)?.contactAt ?? Number.NEGATIVE_INFINITY,
      storeCertified: core.certified,
      holds,
      peerStillHolds: this.stillHeld(
        peer,
        holds.get(peer) ?? 0,
        heard?.newest.arbitration?.farewell === true,
      ),
      stops: ledger.stops,
      race: this.race(),
      levels: nodeSpecOf(ledger, peer)?.power ?? [],
      ownLevels: nodeSpecOf(ledger, self)?.power ?? [],
      devices: ledger.document?.devices ?? [],
      standby: ledger.standby.get(self) ?? null,
      peerTakesNothing: ledger.standby.has(peer) || nodeSpecOf(ledger, peer)?.role === "witness",
      maintained: ledger.maintained.has(null),
      restarting: ledger.restarts.get(peer)?.session.incarnation === peerIncarnation,
      risk: this.riskOf(peer, known, now),
      random: () => Math.floor(this.random.next() * 2 ** 32),
    };
  }

  /** What follows the ledger in this node's log is looked through for a farewell only. */
  private stillHeld(peer: NodeId, held: number, farewell: boolean): number {
    const { core, ledger } = this.host;
    if (!farewell) return held;
    return heldThrough(ledger, core.entriesFrom((ledger.applied + 1) as LogIndex, core.durableIndex), peer);
  }

  private riskOf(peer: NodeId, known: SessionId | null, now: Millis): PairFacts["risk"] {
    const { ledger, hearing } = this.host;
    const { arbitration, nodes = [], groups = [] } = ledger.document ?? {};
    const record = currentSession(ledger, peer);
    const session = known ?? { node: peer, incarnation: NEVER_SEEN, number: 0 };
    return {
      accepted: arbitration?.acceptNonTransitiveRisk === true,
      fencingDevices: nodes.filter(({ power = [] }) => power.length > 0).length,
      thirdVoter: nodes.filter(({ voter }) => voter).length > 2,
      accepts: groups.map(({ accepts }) => accepts),
      guardOnRecord: record === null || record.ready?.guard === true,
      silentFor: now - Math.max(lastEchoable(hearing, session), this.contactAt ?? hearing.startedAt),
      wait: longestWait([...timingsInUse(ledger, session), ...ledger.timings]),
    };
  }
}
