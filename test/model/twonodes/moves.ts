/** Everything that can happen next. What a node may do, production says; what happens to it, nobody can prevent. */
import type { Configuration } from "../../../consensus/core/types.ts";
import { logIndex, term } from "../../../consensus/core/types.ts";
import type { Move, Successor } from "./change.ts";
import { Conduct, FOLLOWS, farewellOf, inc, PEER } from "./conduct.ts";
import { Logs } from "./logs.ts";
import type { Production } from "./production.ts";
import { mayPromote } from "./standins.ts";
import {
  type Acknowledgement,
  BOTH,
  certificateBit,
  certificateBits,
  IDS,
  type Index,
  type Node,
  Nodes,
  other,
  type State,
  type World,
} from "./world.ts";

export class Moves {
  readonly world: World;
  readonly logs = new Logs();
  readonly nodes = new Nodes();
  readonly #p: Production;
  readonly #does: Conduct;

  constructor(production: Production, world: World) {
    this.#p = production;
    this.world = world;
    this.#does = new Conduct(production, world, this.logs);
  }

  start(): State {
    const node = (leads: boolean): Node =>
      this.nodes.one({
        id: -1,
        up: true,
        boots: 0,
        term: 1,
        vote: 0,
        log: 0,
        unsynced: false,
        certified: true,
        commit: 0,
        leads,
        match: null,
        flying: null,
        eligibility: null,
        known: 0,
        evidence: null,
        query: null,
        still: false,
        gap: false,
        mistaken: false,
        bid: null,
        said: null,
      });
    return {
      nodes: [node(true), node(false)],
      committed: 0,
      certificates: 0,
      diskLosses: 0,
      stalls: 0,
      farewells: 0,
    };
  }

  /** Two govern: each leads, has committed something of its own term, and so may grant. */
  governs(n: Node): boolean {
    return n.up && n.leads && !n.mistaken && this.logs.termAt(n.log, n.commit) === n.term && n.commit > 0;
  }

  successors(state: State): Successor[] {
    const found: Successor[] = [];
    const add = (move: Move, changes: Partial<Record<Index, Node>>, rest: Partial<State> = {}): void => {
      let committed = state.committed;
      let broken: string | null = null;
      const nodes = [changes[0] ?? state.nodes[0], changes[1] ?? state.nodes[1]] as [Node, Node];
      for (const n of BOTH) {
        const node = nodes[n];
        if (node === state.nodes[n] || node.commit === 0) continue;
        const acted = this.logs.prefix(node.log, node.commit);
        if (!this.logs.agree(acted, committed))
          broken = `P3 is broken: what ${n === 0 ? "A" : "B"} acts on as committed is not what was acted on before`;
        else if (this.logs.of(acted).length > this.logs.of(committed).length) committed = acted;
      }
      if (broken === null && this.governs(nodes[0]) && this.governs(nodes[1]))
        broken = "P1 is broken: A and B run, lead and grant at the same time";
      for (const n of BOTH) if (nodes[n] !== state.nodes[n]) nodes[n] = this.nodes.one(nodes[n]);
      found.push({ move, state: { ...state, ...rest, committed, nodes }, broken });
    };
    for (const n of BOTH) {
      const node = state.nodes[n];
      const peer = state.nodes[other(n)];
      if (node.up) this.#crash(n, node, state, add);
      if (node.still) this.#wake(n, node, state, add);
      else if (node.up) {
        this.#freeze(n, node, peer, state, add);
        this.#sync(n, node, add);
        this.#elect(n, node, peer, add);
        this.#lead(n, node, peer, state, add);
        this.#receive(n, node, state, add);
        this.#hear(n, node, peer, add);
        this.#hearFarewell(n, node, peer, add);
        this.#fence(n, node, peer, add);
        this.#solo(n, node, peer, add);
      } else if (!node.up) this.#boot(n, node, state, add);
    }
    return found;
  }

  // ------------------------------------------------------------ power and disks

  #crash(n: Index, node: Node, state: State, add: Add): void {
    const log = node.unsynced ? this.logs.prefix(node.log, this.logs.of(node.log).length - 1) : node.log;
    // Whatever production would still let count after a restart is kept (R7).
    const kept = this.#survives(n, node) ? node.eligibility : null;
    add({ type: "crash", node: n }, { [n]: ended(node, log, kept, node.bid) });
    if (state.farewells < this.world.farewells && !node.still) {
      const gone = { [n]: ended(node, log, kept, node.boots) };
      add({ type: "farewell", node: n }, gone, { farewells: state.farewells + 1 });
    }
  }

  #survives(n: Index, node: Node): boolean {
    const { eligibility } = node;
    if (eligibility === null || node.boots >= this.world.reboots[n]) return false;
    const survivor = this.#does.survivor(n, { ...node, boots: node.boots + 1, certified: true });
    const index = logIndex(eligibility.configurationAt);
    const configuration = { index, configuration: survivor.configuration.configuration };
    return this.#p.solo.judgeEligibility({ ...survivor, configuration }).ok;
  }

  #boot(n: Index, node: Node, state: State, add: Add): void {
    if (node.boots >= this.world.reboots[n]) return;
    const up = { ...node, up: true, boots: node.boots + 1 };
    add({ type: "boot", node: n, blank: false }, { [n]: up });
    if (state.diskLosses >= this.world.diskLosses) return;
    const blank = { ...up, term: 0, vote: null, log: 0, certified: false };
    add({ type: "boot", node: n, blank: true }, { [n]: blank }, { diskLosses: state.diskLosses + 1 });
  }

  // ------------------------------------------------------------ standing still (R7)

  #freeze(n: Index, node: Node, peer: Node, state: State, add: Add): void {
    if (state.stalls >= this.world.stalls || peer.still) return;
    add({ type: "freeze", node: n }, { [n]: { ...node, still: true } }, { stalls: state.stalls + 1 });
  }

  /** What production leaves of its certificate, and of the answers that were under way, when it has stood still for too long. */
  #wake(n: Index, node: Node, state: State, add: Add): void {
    const pair = this.#p.standing.createPair(0);
    pair.open = { question: this.#does.question(n, node.boots), at: 0 };
    this.#p.pair.lateCame(pair, TOO_LONG, TTL, 1);
    const { clockGapAt } = pair;
    const { eligibility } = node;
    const survivor = { ...this.#does.survivor(n, node), clockGapAt };
    const index = logIndex(eligibility?.configurationAt ?? 0);
    const placed = { index, configuration: survivor.configuration.configuration };
    const kept = this.#p.solo.judgeEligibility({
      ...survivor,
      configuration: placed,
      storeCertified: true,
    }).ok;
    const awoken = {
      ...node,
      still: false,
      gap: node.leads && clockGapAt !== null,
      eligibility: kept ? eligibility : null,
    };
    const certificates =
      pair.open === null ? state.certificates & ~certificateBits(n, node.boots) : state.certificates;
    add({ type: "wake", node: n }, { [n]: awoken }, { certificates });
  }

  // ------------------------------------------------------------ contact

  #hear(n: Index, node: Node, peer: Node, add: Add): void {
    const heard = awake(peer) ? this.#does.hears(node, peer) : node;
    if (heard !== node) add({ type: "hear", node: n }, { [n]: heard });
  }

  /** It may have been under way for longer than its process's next start took. */
  #hearFarewell(n: Index, node: Node, peer: Node, add: Add): void {
    if (peer.bid === null) return;
    const heard = { ...this.#does.hears(node, { boots: peer.bid } as Node), said: peer.bid };
    add(
      { type: "farewell heard", node: n },
      { [n]: this.#does.listens(heard, false), [other(n)]: { ...peer, bid: null } },
    );
  }

  // ------------------------------------------------------------ elections

  #elect(n: Index, node: Node, peer: Node, add: Add): void {
    const { placed } = this.logs.of(node.log);
    const { configuration } = placed;
    if (node.leads || node.unsynced || node.term >= this.world.terms) return;
    if (!this.#p.config.isVoter(configuration, IDS[n]) || !this.#mayVote(node)) return;
    const asked = awake(peer) && this.#p.config.isVoter(configuration, IDS[other(n)]);
    const next = node.term + 1;
    const granted = asked && this.#grants(n, node, peer, next);
    const answerOf = (voter: string): boolean => voter === IDS[n] || granted;
    if (this.#p.quorum.tally(configuration, answerOf) !== "won") return;
    const leader = { ...node, term: next, vote: n, ...FOLLOWS, leads: true };
    if (!granted) {
      add({ type: "elect", node: n, asked: false }, { [n]: this.#does.advance(n, leader) });
      return;
    }
    const voter = { ...this.#does.follow(peer, next), vote: n };
    add(
      { type: "elect", node: n, asked: true },
      {
        [n]: this.#does.advance(n, this.#does.hears(leader, peer)),
        [other(n)]: this.#does.hears(voter, node),
      },
    );
  }

  /** R13.1: as in the first lines of `mayCampaign` and `answerVote` of the core. */
  #mayVote({ certified }: Node): boolean {
    return certified || this.world.blankVotes === true;
  }

  #grants(n: Index, node: Node, peer: Node, next: number): boolean {
    if (!this.#mayVote(peer)) return false;
    const free = next > peer.term || (next === peer.term && (peer.vote ?? n) === n && !peer.leads);
    const [own, theirs] = [this.logs.of(node.log), this.logs.of(peer.log)];
    return free && (own.term > theirs.term || (own.term === theirs.term && own.length >= theirs.length));
  }

  // ------------------------------------------------------------ a leader's work

  #lead(n: Index, node: Node, peer: Node, state: State, add: Add): void {
    if (!node.leads) return;
    this.#replicate(n, node, peer, add);
    const { flying } = node;
    if (flying !== null) {
      const move: Move = { type: "late answer", node: n, boots: flying.boots, match: flying.match };
      add(move, { [n]: this.#does.acknowledged(n, node, flying) });
    }
    const room = this.logs.of(node.log).length < this.world.entries && !node.unsynced;
    const put = (type: "propose" | "promote" | "remove" | "leave", brings: Configuration | null): void => {
      const log = this.logs.append(node.log, node.term, n, brings);
      add({ type, node: n }, { [n]: this.#does.advance(n, this.#does.saw(n, { ...node, log })) });
    };
    if (room) {
      put("propose", null);
      this.#change(n, node, put);
    }
    this.#certify(n, node, peer, state, add);
  }

  #change(
    n: Index,
    node: Node,
    put: (type: "promote" | "remove" | "leave", brings: Configuration) => void,
  ): void {
    const view = this.#does.view(n, node);
    const { index, configuration } = view.configuration;
    const peer = IDS[other(n)];
    const next = this.#p.change.nextConfiguration;
    if (mayPromote(view, peer, inc(node.known ?? -1))) {
      const promoted = next(configuration, "simple", [{ type: "promote", node: peer }], false);
      if (promoted.ok) put("promote", promoted.configuration);
    }
    if (index > node.commit || node.commit < view.firstIndex) return; // checklist 31, 32
    if (configuration.outgoing !== null) {
      const left = next(configuration, "leave", [], false);
      if (left.ok) put("leave", left.configuration);
    } else if (this.world.removal && configuration.voters.length === 2) {
      const removed = next(configuration, "auto", [{ type: "demote", node: peer }], false);
      if (removed.ok) put("remove", removed.configuration);
    }
  }

  /** The whole log of the leader goes over at once; the answer is heard, comes later, or never. */
  #replicate(n: Index, node: Node, peer: Node, add: Add): void {
    const p = other(n);
    // R5: nothing goes out that a crash would take back.
    if (!awake(peer) || peer.term > node.term || node.unsynced || peer.unsynced) return;
    const mine = this.logs.of(node.log);
    const heard = this.#does.hears(this.#does.follow(peer, node.term), node);
    const longer = this.logs.agree(peer.log, node.log) && this.logs.of(peer.log).length > mine.length;
    const log = longer ? peer.log : node.log;
    const follower = this.#does.saw(p, {
      ...heard,
      log,
      commit: Math.max(heard.commit, Math.min(node.commit, mine.length)),
    });
    const answer: Acknowledgement = { boots: peer.boots, match: mine.length };
    add(
      { type: "replicate", node: n, answer: "heard" },
      // The round that it answers began after whatever this leader has slept through.
      { [n]: this.#does.acknowledged(n, { ...node, gap: false }, answer), [p]: follower },
    );
    if (!this.world.lateAnswers) return;
    add({ type: "replicate", node: n, answer: "late" }, { [n]: { ...node, flying: answer }, [p]: follower });
  }

  // ------------------------------------------------------------ certificates

  /** Questions of earlier incarnations may come late as well. */
  #certify(n: Index, node: Node, peer: Node, state: State, add: Add): void {
    const to = other(n);
    for (let boots = 0; boots <= peer.boots; boots++) {
      const given = this.#p.solo.certify(this.#does.view(n, node), this.#does.question(to, boots));
      if (!given.ok) continue;
      const bit = certificateBit(to, boots, given.value.configurationIndex);
      if ((state.certificates & bit) !== 0) continue;
      add({ type: "certify", node: n, boots }, {}, { certificates: state.certificates | bit });
    }
  }

  #receive(n: Index, node: Node, state: State, add: Add): void {
    for (let boots = 0; boots <= node.boots; boots++) {
      for (let at = 0; at <= this.world.entries; at++) {
        if ((state.certificates & certificateBit(n, boots, at)) === 0) continue;
        const taken = this.#p.solo.acceptCertificate(
          this.#does.question(n, node.boots),
          {
            question: this.#does.question(n, boots),
            leader: IDS[other(n)],
            term: term(1),
            configurationIndex: logIndex(at),
          },
          0,
        );
        if (!taken.ok) continue;
        const eligibility = { boots: taken.value.incarnation - 1, configurationAt: at };
        add(
          { type: "certificate", node: n, boots, configurationAt: at },
          { [n]: { ...node, eligibility, certified: true } },
        );
      }
    }
  }

  // ------------------------------------------------------------ fencing and going alone

  /**
   * A crash of the peer is also what a shot does, sooner or later or never; so the command itself changes nothing, unless
   * its acceptance is taken for evidence.
   */
  #fence(n: Index, node: Node, peer: Node, add: Add): void {
    const report = (at: number, status: "off" | null): { boots: number } | null => {
      const found = this.#p.evidence.powerEvidence({
        node: PEER,
        device: "the switch",
        action: "off",
        incarnation: inc(at),
        accepted: true,
        status,
        offObserved: false,
        at: 0,
      });
      return found.ok ? { boots: found.value.incarnation - 1 } : null;
    };
    const known = node.known ?? -1;
    const accepted = report(known, null);
    if (accepted !== null) add({ type: "shoot", node: n }, { [n]: { ...node, evidence: accepted.boots } });
    if (!peer.up && node.query !== known)
      add({ type: "read off", node: n }, { [n]: { ...node, query: known } });
    const read = node.query === null ? null : report(node.query, "off");
    if (read !== null)
      add({ type: "off heard", node: n }, { [n]: { ...node, query: null, evidence: read.boots } });
  }

  #solo(n: Index, node: Node, peer: Node, add: Add): void {
    if (node.evidence !== null || node.said !== null) {
      const survivor = this.#does.survivor(n, node);
      const left =
        node.said === null
          ? null
          : this.#p.evidence.farewellEvidence(farewellOf(node.said, node.known ?? 0, false), 0);
      const evidence = survivor.evidence ?? (left?.ok === true ? left.value : null);
      const alone = this.#does.goesAlone(n, node, { ...survivor, evidence });
      if (alone !== null) add({ type: "solo", node: n }, { [n]: alone });
    }
    if (!peer.still) return;
    // A person's word, in the turn in which it is typed: refused, nothing of it stays.
    const survivor = this.#does.survivor(n, node);
    const word = this.#p.evidence.operatorEvidence(PEER, PEER, "a person", survivor.peerIncarnation, 0);
    const alone = word.ok ? this.#does.goesAlone(n, node, { ...survivor, evidence: word.value }) : null;
    if (alone !== null)
      add({ type: "word", node: n }, { [n]: alone, [other(n)]: { ...peer, mistaken: peer.leads } });
  }

  #sync(n: Index, node: Node, add: Add): void {
    if (node.unsynced)
      add({ type: "sync", node: n }, { [n]: this.#does.advance(n, { ...node, unsynced: false }) });
  }
}

const awake = ({ up, still }: Node): boolean => up && !still;
/** Without all that is volatile. Written out: this is made more often than anything else, and a spread of spreads is slow. */
const ended = (node: Node, log: number, eligibility: Node["eligibility"], bid: number | null): Node => ({
  id: -1,
  up: false,
  boots: node.boots,
  term: node.term,
  vote: node.vote,
  log,
  unsynced: false,
  certified: node.certified,
  commit: 0,
  leads: false,
  match: null,
  flying: null,
  eligibility,
  known: null,
  evidence: null,
  query: null,
  still: false,
  gap: false,
  mistaken: false,
  bid,
  said: null,
});

/** Nobody takes a node for dead, makes sure and types its name in ten seconds: a shorter stall is a silence like any other, and changes nothing here. */
const TOO_LONG = 10_001;
const TTL = 1000;
type Add = (move: Move, changes: Partial<Record<Index, Node>>, rest?: Partial<State>) => void;
