/**
 * Where one of two meets the loop: gathers what `fencing/pair.ts` looks at, and performs what it wants: questions and
 * certificates, the step alone, the proof into the ledger. The judgement and the append are of one turn (R1, R7).
 */

import { asksSurrender, heardByIp, LET_GO, ownIpWord, stackSentence } from "../fencing/givingup.ts";
import { whoGivesUp } from "../fencing/jeopardy.ts";
import {
  certificateCame,
  configurationCame,
  considerPair,
  contactCame,
  gapCame,
  judgeShotNow,
  lateCame,
  powerCame,
  probesCame,
  turnOf,
  wordCame,
} from "../fencing/pair.ts";
import type { PairAct, PairFacts, Standing } from "../fencing/pairfacts.ts";
import {
  createPair,
  eligibleNow,
  gateInContact,
  gateOf,
  hasLooked,
  judgeNow,
  newestGate,
  type Pair,
  pairWarnings,
  reachedLately,
  standingOf,
} from "../fencing/pairstanding.ts";
import { historyOf, newestScore } from "../fencing/rounds.ts";
import { certify, judgeActing } from "../fencing/solo.ts";
import { refuse, type Verdict } from "../fencing/types.ts";
import type { LogIndex, Millis, NodeId, Term } from "./core/types.ts";
import { servesOn } from "./jeopardy.ts";
import { currentSession } from "./ledger/query.ts";
import type { Command, Incarnation } from "./ledger/types.ts";
import { type Host, PairView } from "./pairview.ts";
import type { ArbitrationReport } from "./sessions/types.ts";
import type { ArbitrationState, Envelope, ReplicaEvent } from "./types.ts";

const OFF: ArbitrationState = {
  phase: "off",
  peer: null,
  doing: "this node is not one of two voters with arbitration",
  warnings: [],
  gate: refuse("there is no arbitration"),
  eligible: refuse("there is no arbitration"),
  pings: historyOf([]),
  ownScore: null,
  peersScore: null,
  mayServeOn: false,
};

const sentenceOf = (more: string | null): string => (more === null ? "" : `; ${more}`);

/** Between two wishes for the same thing. */
const AGAIN = 5;

export class Pairing {
  state: ArbitrationState = OFF;
  private readonly host: Host;
  private readonly pair: Pair;
  private readonly view: PairView;
  private wishedAt: Millis = Number.NEGATIVE_INFINITY;
  private told = "";
  /** What leaves from here on is this process's last word. */
  leaving = false;
  /** Both went on alone, and this side's history is the smaller one: it serves nothing any more. */
  private conceded: string | null = null;

  constructor(host: Host, now: Millis) {
    this.host = host;
    this.pair = createPair(now);
    this.view = new PairView(host);
  }

  // ------------------------------------------------------------ what happens

  /** Something genuine came from a node. `incarnation`: where it says it; else of the newest known. */
  contact(from: NodeId, incarnation: Incarnation | null, now: Millis): void {
    const facts = this.view.facts(now);
    if (facts === null || from !== facts.peer) return;
    this.view.contactAt = now;
    contactCame(this.pair, incarnation ?? facts.peerIncarnation);
  }

  take(
    event: Extract<ReplicaEvent, { type: "probed" | "listened" | "powered" | "clock-gap" }>,
    now: Millis,
  ): void {
    if (event.type === "clock-gap") {
      gapCame(this.pair, now);
      return;
    }
    const facts = this.view.facts(now);
    if (facts === null) return;
    if (event.type === "probed") probesCame(this.pair, event.answers, facts);
    else if (event.type === "listened") heardByIp(this.pair, event.heard, now);
    else powerCame(this.pair, event, facts, now);
  }

  late(by: Millis, now: Millis): void {
    lateCame(this.pair, by, this.host.timing().ttl, now);
  }

  /** A person says that `node` is down. Null: this is no pair that it could concern. */
  confirm(node: NodeId, typed: string, by: string, now: Millis): Verdict | null {
    const facts = this.view.facts(now);
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
    const view = this.view.leaderView();
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
    configurationCame(this.pair, this.view.placed(), this.host.core.options.self);
  }

  /**
   * Whoever votes alone, by a configuration that is committed on its own disk, has no leader but itself: only it can let another
   * vote. Where the guard's proof was accepted both may stand so; then neither takes the other's word on the log, be it entries or
   * a snapshot of `term`. And both may have taken the very same term by then, of which neither has told the other.
   */
  ignores(from: NodeId, term: Term): boolean {
    if (from !== this.view.peer() || this.host.blank()) return false;
    // Right after a start too, before its disk counts again (R13.4): the other may have a history of its own.
    return this.view.solitude() !== null || this.view.tookAlone(term);
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
    const facts = this.view.facts(now);
    return facts === null ? [] : considerPair(this.pair, facts, now);
  }

  private perform(act: PairAct, now: Millis): void {
    const { core, emit, step, propose, duty, ledger } = this.host;
    const peer = this.view.peer();
    if (peer === null) return;
    switch (act.type) {
      case "probe":
        emit(act);
        return;
      case "listen":
        emit({ type: "listen", peer, anew: act.anew });
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
          text: `${act.on ? (act.by === LET_GO ? "lets go" : "surrenders") : "comes back"}: ${act.why}`,
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
    const facts = this.view.facts(now);
    const own = this.view.alone();
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
    const facts = this.view.facts(now);
    if (facts === null) return null;
    const alone = this.view.alone();
    if (this.pair.rounds === 0 && alone === null && !this.leaving) return null;
    return {
      round: this.pair.rounds,
      reached: reachedLately(this.pair),
      surrenderPlease: asksSurrender(this.pair, facts),
      farewell: this.leaving,
      race: this.view.race(),
      alone,
      byIp: ownIpWord(this.pair, facts, now),
    };
  }

  /**
   * Until when this node may serve what it holds, `until` being its session's deadline: further, where whoever takes over
   * must have ended it first; not at all, where it is cut off. `beyond`: nothing new may be started.
   */
  extend(until: Millis, now: Millis): { readonly until: Millis; readonly beyond: boolean } {
    if (this.conceded !== null) return { until: Number.NEGATIVE_INFINITY, beyond: true };
    const facts = this.view.facts(now);
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
    const facts = this.view.facts(now);
    if (facts === null) return Number.POSITIVE_INFINITY;
    const standing = standingOf(this.pair, facts, now);
    if (standing === "together" && facts.heard !== null) return facts.heard.at + facts.timing.suspectAfter;
    if (standing !== "apart" || this.pair.apartSince === null || this.pair.underway !== null)
      return Number.POSITIVE_INFINITY;
    const turn = turnOf(this.pair, facts, now);
    return turn.mine ? Number.POSITIVE_INFINITY : turn.at;
  }

  private tell(now: Millis): void {
    const facts = this.view.facts(now);
    this.state = facts === null ? OFF : this.stateOf(facts, now);
    const { gate, eligible, pings: _, ...rest } = this.state;
    const text = JSON.stringify([facts?.peer, rest, gate.ok, eligible]);
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
      pings: this.pair.pings,
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
        return `in contact with ${peer}${sentenceOf(stackSentence(this.pair, facts, now))}`;
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
    if (turnOf(this.pair, facts, now).mine) return "shoots";
    const { apartSince, shots } = this.pair;
    if (apartSince === null || !shots.some(({ at, verifiedOff }) => at >= apartSince && !verifiedOff))
      return `${facts.peer} may shoot first; this node waits for its turn`;
    const { peer } = facts;
    return `no device has shown ${peer} to be off; tried again in this node's next turn, unless a person says that it is down (fence confirm ${peer})`;
  }
}
