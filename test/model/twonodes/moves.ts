/** Everything that can happen next. What a node may do, production says; what happens to it, nobody can prevent. */
import type { Configuration } from "../../../consensus/core/types.ts";
import { logIndex, term } from "../../../consensus/core/types.ts";
import { type Incarnation, incarnation } from "../../../consensus/ledger/types.ts";
import type { LeaderView, Question, Survivor } from "../../../fencing/solo.ts";
import type { Evidence, Verdict } from "../../../fencing/types.ts";
import type { Move, Successor } from "./change.ts";
import { Logs } from "./logs.ts";
import type { Production } from "./production.ts";
import {
  type Acknowledgement,
  BOTH,
  certificateBit,
  IDS,
  type Index,
  type Node,
  Nodes,
  other,
  type State,
  type World,
} from "./world.ts";

/** Incarnations of production begin at 1: 0 is "never seen". */
const inc = (boots: number): Incarnation => incarnation(boots + 1);
const OPEN_GATE: Verdict = { ok: true, why: "the gate holds" };

export class Moves {
  readonly world: World;
  readonly logs = new Logs();
  readonly nodes = new Nodes();
  readonly #p: Production;

  constructor(production: Production, world: World) {
    this.#p = production;
    this.world = world;
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
      });
    return { nodes: [node(true), node(false)], committed: 0, certificates: 0, diskLosses: 0 };
  }

  /** Two govern: each leads, has committed something of its own term, and so may grant. */
  governs(n: Node): boolean {
    return n.up && n.leads && this.logs.termAt(n.log, n.commit) === n.term && n.commit > 0;
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
      const interned: [Node, Node] = [this.nodes.one(nodes[0]), this.nodes.one(nodes[1])];
      found.push({ move, state: { ...state, ...rest, committed, nodes: interned }, broken });
    };
    for (const n of BOTH) {
      const node = state.nodes[n];
      const peer = state.nodes[other(n)];
      if (node.up) {
        this.#crash(n, node, add);
        this.#sync(n, node, add);
        this.#elect(n, node, peer, add);
        this.#lead(n, node, peer, state, add);
        this.#receive(n, node, state, add);
        if (peer.up) add({ type: "hear", node: n }, { [n]: this.#hears(node, peer) });
        this.#fence(n, node, peer, add);
        this.#solo(n, node, add);
      } else this.#boot(n, node, state, add);
    }
    return found;
  }

  // ------------------------------------------------------------ power and disks

  #crash(n: Index, node: Node, add: Add): void {
    const log = node.unsynced ? this.logs.prefix(node.log, this.logs.of(node.log).length - 1) : node.log;
    // Whatever production would still let count after a restart is kept (R7).
    const kept = this.#survives(n, node) ? node.eligibility : null;
    const stopped = { commit: 0, leads: false, match: null, flying: null, known: null, evidence: null };
    add(
      { type: "crash", node: n },
      { [n]: { ...node, ...stopped, up: false, log, unsynced: false, eligibility: kept, query: null } },
    );
  }

  #survives(n: Index, node: Node): boolean {
    const { eligibility } = node;
    if (eligibility === null || node.boots >= this.world.reboots[n]) return false;
    const survivor = this.#survivor(n, { ...node, boots: node.boots + 1, certified: true });
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

  // ------------------------------------------------------------ contact

  /** `node` hears that the peer runs. */
  #hears(node: Node, peer: Node): Node {
    const evidence =
      node.evidence === null ? null : this.#p.evidence.afterContact(proofOf(node.evidence), inc(peer.boots));
    return {
      ...node,
      known: Math.max(node.known ?? 0, peer.boots),
      evidence: evidence === null ? null : node.evidence,
    };
  }

  // ------------------------------------------------------------ elections

  #elect(n: Index, node: Node, peer: Node, add: Add): void {
    const { placed } = this.logs.of(node.log);
    const { configuration } = placed;
    if (node.leads || node.unsynced || node.term >= this.world.terms) return;
    if (!this.#p.config.isVoter(configuration, IDS[n]) || !this.#p.solo.judgeStore(node).ok) return;
    const asked = peer.up && this.#p.config.isVoter(configuration, IDS[other(n)]);
    const next = node.term + 1;
    const granted = asked && this.#grants(n, node, peer, next);
    const answerOf = (voter: string): boolean => voter === IDS[n] || granted;
    if (this.#p.quorum.tally(configuration, answerOf) !== "won") return;
    const leader = { ...node, term: next, vote: n, leads: true, match: null, flying: null };
    if (!granted) {
      add({ type: "elect", node: n, asked: false }, { [n]: this.#advance(n, leader) });
      return;
    }
    const voter = { ...this.#follow(peer, next), vote: n };
    add(
      { type: "elect", node: n, asked: true },
      { [n]: this.#advance(n, this.#hears(leader, peer)), [other(n)]: this.#hears(voter, node) },
    );
  }

  #grants(n: Index, node: Node, peer: Node, next: number): boolean {
    if (!this.#p.solo.judgeStore(peer).ok) return false;
    const free = next > peer.term || (next === peer.term && (peer.vote ?? n) === n && !peer.leads);
    const [own, theirs] = [this.logs.of(node.log), this.logs.of(peer.log)];
    return free && (own.term > theirs.term || (own.term === theirs.term && own.length >= theirs.length));
  }

  #follow(node: Node, at: number): Node {
    const vote = at > node.term ? null : node.vote;
    return { ...node, term: at, vote, leads: false, match: null, flying: null };
  }

  // ------------------------------------------------------------ a leader's work

  #lead(n: Index, node: Node, peer: Node, state: State, add: Add): void {
    if (!node.leads) return;
    this.#replicate(n, node, peer, add);
    const { flying } = node;
    if (flying !== null) {
      const move: Move = { type: "late answer", node: n, boots: flying.boots, match: flying.match };
      add(move, { [n]: this.#acknowledged(n, node, flying) });
    }
    const room = this.logs.of(node.log).length < this.world.entries && !node.unsynced;
    const put = (type: "propose" | "promote" | "remove" | "leave", brings: Configuration | null): void => {
      const log = this.logs.append(node.log, node.term, n, brings);
      add({ type, node: n }, { [n]: this.#advance(n, this.#saw(n, { ...node, log })) });
    };
    if (room) {
      put("propose", null);
      this.#change(n, node, put);
    }
    this.#certify(n, node, peer, state, add);
  }

  #view(n: Index, node: Node): LeaderView {
    const { match } = node;
    return {
      self: IDS[n],
      term: term(node.term),
      firstIndex: logIndex(this.logs.firstOf(node.log, node.term)),
      commit: logIndex(node.commit),
      configuration: this.logs.of(node.log).placed,
      acknowledged: match === null ? null : { incarnation: inc(match.boots), match: logIndex(match.match) },
    };
  }

  #change(
    n: Index,
    node: Node,
    put: (type: "promote" | "remove" | "leave", brings: Configuration) => void,
  ): void {
    const view = this.#view(n, node);
    const { index, configuration } = view.configuration;
    const peer = IDS[other(n)];
    const next = this.#p.change.nextConfiguration;
    if (this.#p.solo.judgePromotion(view, peer, inc(node.known ?? -1)).ok) {
      const promoted = next(configuration, "simple", [{ type: "promote", node: peer }], false);
      if (promoted.ok) put("promote", promoted.configuration);
    }
    if (index > node.commit || node.commit < view.firstIndex) return; // checklist 31, 32
    if (configuration.outgoing !== null) {
      const left = next(configuration, "leave", [], false);
      if (left.ok) put("leave", left.configuration);
    } else if (this.world.removal && configuration.voters.length === 2) {
      const proof = this.#p.evidence.judgeProof(
        node.evidence === null ? null : proofOf(node.evidence),
        PEER,
        inc(node.known ?? -1),
        this.#p.solo.SOLO_PROOFS,
      );
      const kind = this.#p.solo.judgeRemoval(proof) === "joint" ? "joint" : "simple";
      const removed = next(configuration, kind, [{ type: "demote", node: peer }], false);
      if (removed.ok) put("remove", removed.configuration);
    }
  }

  /** The whole log of the leader goes over at once; the answer is heard, comes later, or never. */
  #replicate(n: Index, node: Node, peer: Node, add: Add): void {
    const p = other(n);
    // R5: nothing goes out that a crash would take back.
    if (!peer.up || peer.term > node.term || node.unsynced || peer.unsynced) return;
    const mine = this.logs.of(node.log);
    const heard = this.#hears(this.#follow(peer, node.term), node);
    const longer = this.logs.agree(peer.log, node.log) && this.logs.of(peer.log).length > mine.length;
    const log = longer ? peer.log : node.log;
    const follower = this.#saw(p, {
      ...heard,
      log,
      commit: Math.max(heard.commit, Math.min(node.commit, mine.length)),
    });
    const answer: Acknowledgement = { boots: peer.boots, match: mine.length };
    add(
      { type: "replicate", node: n, answer: "heard" },
      { [n]: this.#acknowledged(n, node, answer), [p]: follower },
    );
    if (!this.world.lateAnswers) return;
    add({ type: "replicate", node: n, answer: "late" }, { [n]: { ...node, flying: answer }, [p]: follower });
  }

  #acknowledged(n: Index, node: Node, answer: Acknowledgement): Node {
    const before =
      node.match === null ? null : { incarnation: inc(node.match.boots), match: logIndex(node.match.match) };
    const after = this.#p.solo.afterAcknowledgement(before, {
      incarnation: inc(answer.boots),
      match: logIndex(answer.match),
    });
    const match = { boots: after.incarnation - 1, match: after.match };
    const speaker = { boots: answer.boots } as Node;
    return this.#advance(n, this.#hears({ ...node, match }, speaker));
  }

  /** The commit index, by the core's arithmetic; and a leader's own eligibility (R3). */
  #advance(n: Index, node: Node): Node {
    const log = this.logs.of(node.log);
    const durable = log.length - (node.unsynced ? 1 : 0);
    const reached = this.#p.quorum.quorumValue(log.placed.configuration, (voter) =>
      voter === IDS[n] ? durable : (node.match?.match ?? 0),
    );
    let { commit } = node;
    if (reached > commit && this.logs.termAt(node.log, reached) === node.term) commit = reached; // checklist 22
    if (commit === 0) return node;
    const advanced = { ...node, commit };
    const self = this.#p.solo.certifySelf(this.#view(n, advanced), inc(node.boots), 0);
    if (!self.ok) return advanced;
    return {
      ...advanced,
      eligibility: { boots: node.boots, configurationAt: self.value.configurationIndex },
    };
  }

  // ------------------------------------------------------------ certificates

  #question(to: Index, boots: number): Question {
    return { node: IDS[to], incarnation: inc(boots), challenge: 1, response: 10 + boots };
  }

  /** Questions of earlier incarnations may come late as well. */
  #certify(n: Index, node: Node, peer: Node, state: State, add: Add): void {
    const to = other(n);
    for (let boots = 0; boots <= peer.boots; boots++) {
      const given = this.#p.solo.certify(this.#view(n, node), this.#question(to, boots));
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
          this.#question(n, node.boots),
          {
            question: this.#question(n, boots),
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

  /** R7: what the newest configuration in its log leaves of its eligibility. */
  #saw(n: Index, node: Node): Node {
    const { eligibility } = node;
    if (eligibility === null) return node;
    const { configuration } = this.logs.of(node.log).placed;
    const full = this.#survivor(n, node).eligibility;
    const left = this.#p.solo.afterConfiguration(full, configuration, IDS[n]);
    return left === null ? { ...node, eligibility: null } : node;
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

  #survivor(n: Index, node: Node): Survivor {
    const { eligibility, evidence, known } = node;
    return {
      self: IDS[n],
      peer: PEER,
      incarnation: inc(node.boots),
      eligibility:
        eligibility === null
          ? null
          : {
              incarnation: inc(eligibility.boots),
              configurationIndex: logIndex(eligibility.configurationAt),
              at: 0,
            },
      configuration: this.logs.of(node.log).placed,
      clockGapAt: null,
      storeCertified: node.certified,
      evidence: evidence === null ? null : proofOf(evidence),
      peerIncarnation: inc(known ?? -1),
    };
  }

  #solo(n: Index, node: Node, add: Add): void {
    const { length } = this.logs.of(node.log);
    if (node.evidence === null || node.unsynced) return;
    if (node.term >= this.world.terms || length >= this.world.entries) return;
    if (!this.#p.solo.judgeSolo(this.#survivor(n, node), OPEN_GATE).ok) return;
    const next = node.term + 1;
    const alone = this.#p.solo.soloConfiguration(IDS[n], IDS[other(n)]);
    const log = this.logs.append(node.log, next, n, alone);
    const leader = { ...node, term: next, vote: n, leads: true, match: null, flying: null };
    add({ type: "solo", node: n }, { [n]: this.#act(n, { ...leader, log, unsynced: true }) });
  }

  #sync(n: Index, node: Node, add: Add): void {
    if (node.unsynced)
      add({ type: "sync", node: n }, { [n]: this.#advance(n, { ...node, unsynced: false }) });
  }

  /** R5: whether the survivor acts on its own configuration already. */
  #act(n: Index, node: Node): Node {
    const { length } = this.logs.of(node.log);
    const advanced = this.#advance(n, node);
    const durable = logIndex(length - 1);
    const early = this.#p.solo.judgeActing(logIndex(length), durable, logIndex(advanced.commit));
    return early.ok ? { ...advanced, commit: length } : advanced;
  }
}

type Add = (move: Move, changes: Partial<Record<Index, Node>>, rest?: Partial<State>) => void;

/** The one that each has in mind; the model never mixes the two up. */
const PEER = IDS[1];
const proofs = new Map<number, Evidence>();
function proofOf(boots: number): Evidence {
  const known = proofs.get(boots);
  if (known !== undefined) return known;
  const made: Evidence = { kind: "fenced", node: PEER, incarnation: inc(boots), at: 0, words: "read as off" };
  proofs.set(boots, made);
  return made;
}
