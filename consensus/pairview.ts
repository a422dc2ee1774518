/**
 * What one of two knows, gathered from the core, the ledger and the ear in the turn in which it is judged: nothing here decides
 * or is remembered, but the last contact and the state of the race.
 */

import type { PairFacts } from "../fencing/pairfacts.ts";
import { raceState } from "../fencing/turns.ts";
import { NEVER_SEEN } from "../fencing/types.ts";
import { createRandom, type Random } from "./core/random.ts";
import type { LogIndex, Millis, NodeId, Term } from "./core/types.ts";
import type { ReplicaHost } from "./host.ts";
import { currentSession, nodeSpecOf, timingsInUse } from "./ledger/query.ts";
import type { Command, Incarnation, SessionId, Timing } from "./ledger/types.ts";
import { longestWait } from "./sessions/arithmetic.ts";
import { type Hearing, heardOf, hearsUs, lastEchoable, newestOf } from "./sessions/hearing.ts";
import type { ArbitrationReport } from "./sessions/types.ts";
import { heldThrough } from "./stillheld.ts";

/** What the replica is to this part of it. */
export interface Host extends ReplicaHost {
  readonly hearing: Hearing;
  readonly incarnation: Incarnation;
  readonly seed: number;
  readonly session: () => SessionId;
  readonly timing: () => Timing;
  /** Nobody has ever vouched for its disk (R13.1): what is in its log, others have sent. */
  readonly blank: () => boolean;
  /** A wish of this node's own, to whoever leads. */
  readonly propose: (commands: readonly Command[], now: Millis) => void;
  /** A leader's duty, once at a time, with the placements that it makes possible. */
  readonly duty: (key: string, first: readonly Command[], now: Millis) => void;
}

export class PairView {
  contactAt: Millis | null = null;
  private readonly host: Host;
  private readonly random: Random;
  private raced = { applied: -1, state: 0 };

  constructor(host: Host) {
    this.host = host;
    this.random = createRandom(host.seed ^ 0x5bd1e995);
  }

  /** Looked at again only when something has been applied. */
  race(): number {
    const { ledger } = this.host;
    if (this.raced.applied !== ledger.applied)
      this.raced = { applied: ledger.applied, state: raceState(ledger) };
    return this.raced.state;
  }

  placed(): PairFacts["placed"] {
    const { core } = this.host;
    return { index: core.configurationIndex, configuration: core.configuration };
  }

  /** The other of exactly two voters of the document. */
  peer(): NodeId | null {
    const { self } = this.host.core.options;
    let other: NodeId | null = null;
    let voters = 0;
    for (const { name, voter } of this.host.ledger.document?.nodes ?? []) {
      if (!voter) continue;
      voters += 1;
      if (name !== self) other = other === null ? name : null;
    }
    return voters === 2 ? other : null; // R12: two others cancel each other out
  }

  leaderView(): PairFacts["leads"] {
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
   * The place of the configuration in which this node alone votes (its term, 0 once a snapshot stands for it, is for people); null: it does not. A disk that does not count (R13) says
   * nothing of the kind: what an empty one is sent of the log may end where its former self was alone.
   */
  alone(): ArbitrationReport["alone"] {
    return this.host.core.certified ? this.solitude() : null;
  }

  /** The same, whether the disk counts or not. */
  solitude(): ArbitrationReport["alone"] {
    const { core } = this.host;
    const { voters, outgoing } = core.configuration;
    const own = voters.length === 1 && voters[0] === core.options.self && outgoing === null;
    const index = core.configurationIndex;
    if (!own || index === 0 || index > core.commit) return null;
    return { term: core.log.termAt(index) ?? (0 as Term), commit: index };
  }

  /** This node leads `term` by its step alone, which may not be on its disk yet: whoever else leads it has gone alone as well. */
  tookAlone(term: Term): boolean {
    const { core, ledger } = this.host;
    const risky = ledger.document?.arbitration?.acceptNonTransitiveRisk === true;
    return risky && core.role === "leader" && core.term === term && core.votesAlone;
  }

  /** Null: this node is not one of two with arbitration. */
  facts(now: Millis): PairFacts | null {
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
    const progress = core.progressOf(peer);
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
              incarnation: heard.newest.incarnation,
              hearsUs: hearsUs(heard, timing.suspectAfter, now),
              seq: heard.newest.seq,
              report: heard.newest.arbitration ?? null,
            },
      contactAt: this.contactAt,
      placed: this.placed(),
      commit: core.commit,
      leads: this.leaderView(),
      leader: core.leader,
      // R13.1: what a disk says that does not count confirms no term.
      confirmedAt: progress?.certified === true ? progress.contactAt : Number.NEGATIVE_INFINITY,
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
