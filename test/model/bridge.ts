/** Between the model's ages and production's objects: `now` is 0 on every node, and what is past is negative. */
import {
  type Configuration,
  logIndex,
  type Millis,
  type NodeId,
  nodeId,
  term,
} from "../../consensus/core/types.ts";
import type { View } from "../../consensus/duties.ts";
import {
  type Command,
  incarnation,
  type SessionId,
  sameSession,
  type Timing,
} from "../../consensus/ledger/types.ts";
import type { Hearing } from "../../consensus/sessions/hearing.ts";
import type { Tallies } from "../../consensus/sessions/tally.ts";
import type { AgeReport, Heartbeat } from "../../consensus/sessions/types.ts";
import { codeOf, idOf, type Logs, succession } from "./logs.ts";
import type { Production } from "./production.ts";
import {
  type Beat,
  type Claim,
  type Holder,
  type Index,
  incarnationOf,
  NAMES,
  type Node,
  newHolders,
  newNodes,
  numberOf,
  type SessionCode,
  type State,
  sessionCode,
  type World,
} from "./world.ts";

/** Rules that live in `replica.ts`, at seams where the model stands in its place. */
export interface Seams {
  /** N4: the holder counts itself as now although it has appended the Suspect of itself. */
  readonly alwaysNow: boolean;
  /** N8: support returns when a Clear is appended. */
  readonly supportOnAppend: boolean;
  /** N9: the next configuration waits for no session, and a holder asks only the newest. */
  readonly anyConfiguration: boolean;
}
export const PRODUCTION_SEAMS: Seams = { alwaysNow: false, supportOnAppend: false, anyConfiguration: false };

const IDS: readonly NodeId[] = NAMES.map(nodeId);
export const idAt = (index: Index): NodeId => IDS[index] as NodeId;
const SEQ_BASE = 1_000;

export class Bridge {
  readonly production: Production;
  readonly world: World;
  readonly logs: Logs;
  readonly seams: Seams;
  readonly timing: Timing;
  /** W, as production reckons it; ages saturate a little beyond what any correct W looks at. */
  readonly wait: Millis;
  readonly cap: Millis;
  readonly nodes = newNodes();
  readonly holders = newHolders();

  constructor(production: Production, world: World, logs: Logs, seams: Seams) {
    this.production = production;
    this.world = world;
    this.logs = logs;
    this.seams = seams;
    const { ttl, rho } = world;
    this.timing = {
      ttl,
      rho,
      heartbeat: 1,
      suspectAfter: 1,
      raftHeartbeat: 1,
      electionMin: 1,
      electionMax: 2,
    };
    this.wait = production.arithmetic.waitFor(this.timing);
    this.cap = this.wait;
  }

  clamp(ago: number): number {
    return ago > this.cap ? this.cap : ago;
  }

  // ------------------------------------------------------------ hearing

  #hearing(at: Index, node: Node): Hearing {
    const hearing = this.production.hearing.createHearing(idAt(at), incarnation(1), -node.startedAgo);
    const { newest } = node;
    if (newest === null && node.echoable.length === 0) return hearing;
    const heard =
      newest === null
        ? null
        : {
            newest: this.#heartbeat(newest, at),
            session: idOf(newest.session),
            receivedAt: -this.cap,
            ofUs: null,
            reports: [],
          };
    hearing.peers.set(idAt(0), {
      heard,
      proven: heard === null ? null : heard.newest.incarnation,
      counted: null,
      unproven: null,
      echo: null,
      echoable: node.echoable.map(({ session, ago }) => ({ session: idOf(session), at: -ago })),
      echoableBefore: hearing.startedAt,
    });
    return hearing;
  }

  /** What `a` sent so long ago. It always shows that it hears the receiver: one that did not would only say less. */
  #heartbeat({ session, sentAgo }: Beat, to: Index): Heartbeat {
    const about = {
      node: idAt(to),
      incarnation: incarnation(1),
      number: 1,
      seq: 1,
      age: 0,
      hearsUs: true,
      echo: null,
    };
    const { node, incarnation: own, number } = idOf(session);
    return {
      from: node,
      incarnation: own,
      number,
      seq: SEQ_BASE - sentAgo,
      sentAt: -sentAgo,
      bootId: "boot",
      reports: [about],
    } as Heartbeat;
  }

  /** `at` supports this session now, as the replica asks it: no open Suspect in its log, not ended (N5). */
  #supports(node: Node): (session: SessionId) => boolean {
    const suspects = this.logs.suspects(node.log, node.applied);
    const ledger = this.logs.ledger(node.log, node.applied);
    return (session) => {
      const open = this.seams.supportOnAppend
        ? suspects.filter(({ index }) => !this.logs.clearAppended(node.log, index))
        : [...suspects];
      if (this.production.suspects.isSuspected(open, session)) return false;
      const ended = ledger.ended.get(session.node);
      return (
        ended === undefined ||
        session.incarnation > ended.incarnation ||
        (session.incarnation === ended.incarnation && session.number > ended.number)
      );
    };
  }

  /** A heartbeat of `a` arrives; null when it is older than what was heard. */
  hear(at: Index, node: Node, beat: Beat): { readonly node: Node; readonly echo: Beat | null } | null {
    const hearing = this.#hearing(at, node);
    const { heard } = this.production.hearing.hear(
      hearing,
      this.#heartbeat(beat, at),
      this.#supports(node),
      1,
      0,
    );
    if (!heard) return null;
    const record = hearing.peers.get(idAt(0));
    const echo = record?.echo ?? null;
    const flying: Beat | null =
      echo === null
        ? node.flying
        : { session: sessionCode(echo.incarnation, echo.number), sentAgo: -echo.sentAt };
    const echoable = (record?.echoable ?? []).map(({ session, at: when }) => ({
      session: codeOf(session),
      ago: this.clamp(-when),
    }));
    return {
      node: this.nodes.one({ ...node, newest: beat, flying, echoable }),
      echo: echo === null ? null : flying,
    };
  }

  /** The holder receives a voter's heartbeat with this echo. */
  takeEcho(holder: Holder, from: Index, echo: Beat): Holder {
    const { hearing } = this.production;
    const own = idOf(holder.session);
    const mine = hearing.createHearing(idAt(0), own.incarnation, -this.cap);
    const known = holder.echoes[from];
    if (known !== null) mine.echoes.set(idAt(from), -known);
    const report = {
      node: idAt(0),
      incarnation: incarnation(incarnationOf(echo.session)),
      number: numberOf(echo.session),
      seq: SEQ_BASE - echo.sentAgo,
      age: 0,
      hearsUs: true,
      echo: { number: numberOf(echo.session), seq: SEQ_BASE - echo.sentAgo, sentAt: -echo.sentAgo },
    };
    const heartbeat = {
      from: idAt(from),
      incarnation: incarnation(1),
      number: 1,
      seq: 1,
      sentAt: 0,
      bootId: "boot",
      reports: [report],
    } as Heartbeat;
    hearing.hear(mine, heartbeat, () => true, own.number, 0);
    const taken = mine.echoes.get(idAt(from));
    if (taken === undefined || -taken === known) return holder;
    const echoes: [number | null, number | null, number | null] = [...holder.echoes];
    echoes[from] = -taken;
    return this.holders.one({ ...holder, echoes });
  }

  // ------------------------------------------------------------ the holder's right

  /** The configurations of a log from the last known committed to its newest (N9). */
  configurations(log: number, applied: number): Configuration[] {
    const found: Configuration[] = [];
    const { configurations } = this.world;
    let node = this.logs.of(log);
    found.push(configurations[node.configuration] as Configuration);
    if (this.seams.anyConfiguration) return found;
    while (node.configurationAt > applied) {
      node = this.logs.prefix(log, node.configurationAt - 1);
      found.push(configurations[node.configuration] as Configuration);
    }
    return found;
  }

  /** Whether the holder's session is valid now: the replica's `renew` (T3, N4, N9). */
  valid({ nodes, holder }: State): boolean {
    const own = nodes[0];
    const ownSince = this.seams.alwaysNow ? null : holder.suspectedAgo;
    const until = this.production.arithmetic.validUntil(
      this.configurations(own.log, own.applied),
      this.timing.ttl,
      (voter) => {
        const index = IDS.indexOf(voter) as Index;
        if (index === 0) return ownSince === null ? 0 : -ownSince;
        const ago = holder.echoes[index];
        return ago === null ? Number.NEGATIVE_INFINITY : -ago;
      },
    );
    return until > 0;
  }

  /** The holder believes that it may serve. */
  believes(state: State): boolean {
    const [own] = state.nodes;
    if (state.holder.stopped) return false;
    const ledger = this.logs.ledger(own.log, own.applied);
    return this.production.query.heldBy(ledger, idOf(state.holder.session)).length > 0 && this.valid(state);
  }

  /** Since when its own session is suspected here, after the log or what is applied of it changed. */
  suspectedAgo(node: Node, session: SessionCode, before: number | null): number | null {
    const own = idOf(session);
    const open = this.logs.suspects(node.log, node.applied).some((one) => sameSession(one.session, own));
    return open ? (before ?? 0) : null;
  }

  // ------------------------------------------------------------ the leader's proof

  tallies(node: Node): Tallies {
    const tallies = this.production.tally.createTallies(term(node.term));
    for (const { key, voter, ago } of node.claims) {
      const bySuspect = tallies.bySuspect.get(key) ?? new Map<NodeId, Millis>();
      tallies.bySuspect.set(key, bySuspect);
      bySuspect.set(idAt(voter), -ago);
    }
    return tallies;
  }
  #claims(tallies: Tallies): Claim[] {
    const claims: Claim[] = [];
    for (const [key, bySuspect] of tallies.bySuspect) {
      for (const [voter, since] of bySuspect)
        claims.push({ key, voter: IDS.indexOf(voter) as Index, ago: this.clamp(-since) });
    }
    return claims.sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : x.voter - y.voter));
  }

  /** What an acknowledgement of this node carries. A holder's silence towards itself begins where its echo of itself ends. */
  ages(at: Index, node: Node, suspectedAgo: number | null): AgeReport[] {
    const suspects = [...this.logs.suspects(node.log, node.applied)];
    const ages = this.production.suspects.agesOf(
      suspects,
      this.#hearing(at, node),
      logIndex(node.durable),
      0,
    );
    return at === 0 ? ages.map((report) => ({ ...report, age: suspectedAgo ?? 0 })) : ages;
  }

  /** The leader counts what came with an acknowledgement, and forgets what is not open any more (N2). */
  count(leader: Node, voter: Index, ages: readonly AgeReport[]): Node {
    const tallies = this.tallies(leader);
    this.production.tally.count(tallies, idAt(voter), ages, 0);
    return this.keepOpen(leader, tallies);
  }
  keepOpen(leader: Node, tallies: Tallies = this.tallies(leader)): Node {
    if (tallies.bySuspect.size === 0) return leader;
    this.production.tally.keepOnly(tallies, this.logs.suspects(leader.log, leader.applied));
    return { ...leader, claims: this.#claims(tallies) };
  }
  /** N2: what a node counted, once it is in another term. */
  claimsInTerm(node: Node, next: number): readonly Claim[] {
    if (node.claims.length === 0) return node.claims;
    const tallies = this.tallies(node);
    this.production.tally.startTerm(tallies, term(next));
    return this.#claims(tallies);
  }

  /** The Expires that the leader's duties ask for now, each with the succession it makes possible. */
  expires(at: Index, node: Node): readonly (readonly Command[])[] {
    const ledger = this.logs.ledger(node.log, node.applied);
    if (ledger.appliedTerm !== node.term) return []; // duties wait until the leader has caught up
    if (![...ledger.sessions.values()].some((record) => record.suspect !== null)) return [];
    const view: View = {
      self: idAt(at),
      term: term(node.term),
      ledger,
      hearing: this.#hearing(at, node),
      suspects: [...this.logs.suspects(node.log, node.applied)],
      tallies: this.tallies(node),
      tail: { timings: [], lapses: [], stores: [] },
      configurations: [this.world.configurations[this.logs.of(node.log).configuration] as Configuration],
      timing: this.timing,
      planner: { plan: succession },
      durableIndex: logIndex(node.durable),
      now: 0,
    } as Partial<View> as View;
    const { wishes } = this.production.duties.settleSuspects(view, new Map());
    return wishes.filter(({ key }) => key.startsWith("expire ")).map(({ commands }) => commands);
  }
}
