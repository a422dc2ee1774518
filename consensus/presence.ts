/**
 * This node's own session, and its voice: what it says in its heartbeats, whose heartbeats it echoes, and until when it may
 * serve by what others have echoed (T3, N4, N5, N9). A session that was ended is never taken up again: the next has a new number.
 */
import { type Beats, beatDue, createBeats, nextBeat } from "./beats.ts";
import type { Core } from "./core/core.ts";
import type { Configuration, Millis, NodeId } from "./core/types.ts";
import {
  type ClusterDocument,
  compareSessions,
  type Incarnation,
  type Ledger,
  type SessionId,
  sameSession,
  sessionKey,
  type Timing,
} from "./ledger/types.ts";
import { hearers, isLost } from "./members.ts";
import { board, type Outgoing } from "./outgoing.ts";
import type { Pairing } from "./pairing.ts";
import { validUntil } from "./sessions/arithmetic.ts";
import { callersIn, type Hearing, hear, renumber } from "./sessions/hearing.ts";
import type { Heartbeat, StoreDoubt } from "./sessions/types.ts";
import { isSuspected, type OpenSuspects } from "./suspects.ts";
import type { ReplicaEffect } from "./types.ts";
import type { Vouching } from "./vouching.ts";

/** What the replica is to this part of it. */
export interface Host {
  readonly core: Core;
  readonly ledger: Ledger;
  readonly hearing: Hearing;
  readonly suspects: OpenSuspects;
  readonly outgoing: Outgoing;
  readonly vouching: Vouching;
  readonly pairing: Pairing;
  readonly incarnation: Incarnation;
  readonly bootId: string;
  readonly bootstrap: ClusterDocument;
  readonly timing: () => Timing;
  readonly configurations: () => readonly Configuration[];
  readonly doubtOf: (heartbeat: Heartbeat) => StoreDoubt | null;
  readonly emit: (...effects: readonly ReplicaEffect[]) => void;
}

interface Audience {
  readonly document: ClusterDocument;
  readonly lost: boolean;
  readonly callers: readonly NodeId[];
  readonly leader: NodeId | null;
  readonly configurations: readonly Configuration[];
  readonly to: readonly NodeId[];
}

const NOBODY: readonly NodeId[] = [];

export class Presence {
  until: Millis = Number.NEGATIVE_INFINITY;
  private readonly host: Host;
  private readonly beats: Beats;
  private own: SessionId;
  /** The newest session of this node that its own ledger was seen to know. */
  private opened: SessionId | null = null;
  private beyond = false;
  private audience: Audience | null = null;
  private sum: Sum = { echoed: Number.NaN, members: [], own: null, ttl: 0, until: Number.NEGATIVE_INFINITY };

  constructor(host: Host) {
    this.host = host;
    this.beats = createBeats(host.bootId);
    this.own = { node: host.core.options.self, incarnation: host.incarnation, number: 1 };
  }

  get session(): SessionId {
    return this.own;
  }

  get lastBeatAt(): Millis {
    return this.beats.lastAt;
  }

  beatDue(now: Millis): Millis {
    const { hearing, core, timing } = this.host;
    return beatDue(this.beats, hearing, core.leader, timing(), now);
  }

  /** Takes in what a heartbeat says, and echoes its session if it may. */
  hear(heartbeat: Heartbeat, now: Millis): ReturnType<typeof hear> {
    const { core, suspects, ledger, hearing } = this.host;
    const supported = (session: SessionId): boolean => {
      if (!core.certified) return false; // R13.1
      if (isSuspected(suspects, session)) return false;
      const ended = ledger.ended.get(session.node);
      return ended === undefined || compareSessions(session, ended) > 0; // N5
    };
    return hear(hearing, heartbeat, supported, this.own.number, now);
  }

  /** N5: this session, or one after it, has been ended. */
  endedAt(number: number, now: Millis): void {
    this.own = { node: this.own.node, incarnation: this.own.incarnation, number: number + 1 };
    renumber(this.host.hearing);
    this.beat(now);
  }

  /** Sends a heartbeat now: a voter's to every node, another's to every voter. */
  beat(now: Millis): void {
    const { ledger, hearing, outgoing, vouching, pairing, doubtOf, emit } = this.host;
    const timing = this.host.timing();
    const to = this.hearers(timing.suspectAfter, now);
    const { round, answer } = board(outgoing, to);
    const scores = pairing.report(now);
    const speaker = { session: this.own, store: vouching.word(), doubtOf };
    const heartbeat = nextBeat(this.beats, speaker, hearing, timing, now, round, answer, scores);
    // R14: whoever was given up hears of it, should it live.
    const gone = ledger.epoch > 0 ? [...ledger.retired] : [];
    emit({ type: "beat", to: gone.length === 0 ? to : [...to, ...gone], heartbeat });
  }

  /** Whom the heartbeat that leaves now is for: the same as long as leader, members and document are, and of one that is lost the callers. */
  private hearers(recently: Millis, now: Millis): readonly NodeId[] {
    const { core, ledger, hearing, bootstrap } = this.host;
    const document = ledger.document ?? bootstrap;
    const lost = isLost(core);
    const callers = lost ? callersIn(hearing, recently, now) : NOBODY;
    const { leader, unplacedConfigurations: configurations } = core;
    const known = this.audience;
    if (
      known?.document === document &&
      known.lost === lost &&
      known.leader === leader &&
      known.configurations === configurations &&
      known.callers.length === callers.length &&
      callers.every((caller, at) => caller === known.callers[at])
    )
      return known.to;
    const to = hearers(core, document, callers);
    this.audience = { document, lost, callers, leader, configurations, to };
    return to;
  }

  /** T3, N4, N9: recompute until when the session is valid, and say so when it changed. */
  renew(now: Millis): void {
    const { pairing, emit } = this.host;
    const right = pairing.extend(this.confirmed(now), now);
    if (right.until === this.until && right.beyond === this.beyond) return;
    this.until = right.until;
    this.beyond = right.beyond;
    emit({ type: "session", session: this.own, validUntil: right.until, beyond: right.beyond });
  }

  /**
   * Until when the voters' echoes carry the session. Asked for at each event: where it takes more than this node's own voice, it is
   * the same until one of them echoes a later heartbeat, for nobody's echo is later than now.
   */
  private confirmed(now: Millis): Millis {
    const { core, suspects, hearing, configurations, timing } = this.host;
    const { own: session } = this;
    // N1: before its Open is applied here, it may be counted by a TTL that nobody remembers who waits for its end.
    if (this.opened !== session) {
      if (!this.host.ledger.sessions.has(sessionKey(session))) return Number.NEGATIVE_INFINITY;
      this.opened = session;
    }
    const suspected =
      suspects.length === 0 ? undefined : suspects.find((s) => sameSession(s.session, session));
    const own = core.certified ? (suspected?.appendedAt ?? null) : Number.NEGATIVE_INFINITY; // N4, R13.1
    const members = configurations();
    const { ttl } = timing();
    const { sum } = this;
    if (sum.echoed === hearing.echoed && sum.members === members && sum.own === own && sum.ttl === ttl)
      return sum.until;
    const until = validUntil(members, ttl, (voter) =>
      voter === core.options.self ? (own ?? now) : (hearing.echoes.get(voter) ?? Number.NEGATIVE_INFINITY),
    );
    const moves = own === null && members.some(decidesAlone);
    this.sum = { echoed: moves ? Number.NaN : hearing.echoed, members, own, ttl, until };
    return until;
  }
}

/** In one of its halves a single voice is a majority: its validity moves with the clock. */
const decidesAlone = ({ voters, outgoing }: Configuration): boolean =>
  voters.length === 1 || outgoing?.length === 1;

/** Until when the session is valid, and what that rests on. */
interface Sum {
  /** `Hearing.echoed`; NaN: it is another one at each moment. */
  readonly echoed: number;
  readonly members: readonly Configuration[];
  /** As this node's own echo counts; null: as of now. */
  readonly own: Millis | null;
  readonly ttl: Millis;
  readonly until: Millis;
}
