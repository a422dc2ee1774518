/** What a node makes of its own state and of what comes: every decision is production's. */
import { logIndex, term } from "../../../consensus/core/types.ts";
import { type Incarnation, incarnation, type ProofKind } from "../../../consensus/ledger/types.ts";
import type { Farewell } from "../../../fencing/evidence.ts";
import type { PairFacts } from "../../../fencing/pairfacts.ts";
import type { Eligibility, LeaderView, Question, Survivor } from "../../../fencing/solo.ts";
import type { Evidence, Verdict } from "../../../fencing/types.ts";
import type { Logs } from "./logs.ts";
import type { Production } from "./production.ts";
import { afterAcknowledgement } from "./standins.ts";
import { type Acknowledgement, IDS, type Index, type Node, other, type World } from "./world.ts";

/** Incarnations of production begin at 1: 0 is "never seen". */
export const inc = (boots: number): Incarnation => incarnation(boots + 1);
const OPEN_GATE: Verdict = { ok: true, why: "the gate holds" };

/** What is of one leadership. */
export const FOLLOWS = { leads: false, match: null, flying: null, gap: false, mistaken: false } as const;
export class Conduct {
  private readonly world: World;
  private readonly logs: Logs;
  readonly #p: Production;

  constructor(production: Production, world: World, logs: Logs) {
    this.#p = production;
    this.world = world;
    this.logs = logs;
  }

  /** `node` hears that the peer runs. */
  hears(node: Node, peer: Node): Node {
    const evidence =
      node.evidence === null ? null : this.#p.evidence.afterContact(proofOf(node.evidence), inc(peer.boots));
    const known = Math.max(node.known ?? 0, peer.boots);
    if (known === node.known && node.evidence === null && node.said === null) return node;
    return this.listens({ ...node, known, evidence: evidence === null ? null : node.evidence }, true);
  }

  /** What is left of a farewell; `more`: something has come after it. */
  listens(node: Node, more: boolean): Node {
    if (node.said === null) return node;
    const left = this.#p.evidence.farewellEvidence(farewellOf(node.said, node.known ?? 0, more), 0);
    return left.ok ? node : { ...node, said: null };
  }

  follow(node: Node, at: number): Node {
    const vote = at > node.term ? null : node.vote;
    return { ...node, term: at, vote, ...FOLLOWS };
  }

  view(n: Index, node: Node): LeaderView {
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

  acknowledged(n: Index, node: Node, answer: Acknowledgement): Node {
    const before =
      node.match === null ? null : { incarnation: inc(node.match.boots), match: logIndex(node.match.match) };
    const after = afterAcknowledgement(before, {
      incarnation: inc(answer.boots),
      match: logIndex(answer.match),
    });
    const match = { boots: after.incarnation - 1, match: after.match };
    const speaker = { boots: answer.boots } as Node;
    return this.advance(n, this.hears({ ...node, match }, speaker));
  }

  /** The commit index, by the core's arithmetic; and a leader's own eligibility (R3). */
  advance(n: Index, node: Node): Node {
    const log = this.logs.of(node.log);
    const durable = log.length - (node.unsynced ? 1 : 0);
    const reached = this.#p.quorum.quorumValue(log.placed.configuration, (voter) =>
      voter === IDS[n] ? durable : (node.match?.match ?? 0),
    );
    let { commit } = node;
    if (reached > commit && this.logs.termAt(node.log, reached) === node.term) commit = reached; // checklist 22
    if (commit === 0) return node;
    const advanced = { ...node, commit };
    const self = node.gap ? this.afterGap(n, advanced) : this.certifiedSelf(n, advanced);
    if (self === null) return advanced;
    return {
      ...advanced,
      eligibility: { boots: node.boots, configurationAt: self.configurationIndex },
    };
  }

  certifiedSelf(n: Index, node: Node): Eligibility | null {
    const self = this.#p.solo.certifySelf(this.view(n, node), inc(node.boots), 0);
    return self.ok ? self.value : null;
  }

  /** R7: it has stood still, and no answer of its peer to a later round has come. */
  afterGap(n: Index, node: Node): Eligibility | null {
    const pair = this.#p.standing.createPair(0);
    pair.clockGapAt = 1;
    const { self, peer, incarnation, peerIncarnation, storeCertified } = this.survivor(n, node);
    const facts = { self, peer, incarnation, peerIncarnation, storeCertified, confirmedAt: 0 };
    const leads = this.view(n, node);
    this.#p.pair.certifyAct(pair, { ...facts, leads, placed: leads.configuration } as PairFacts, 2);
    return pair.eligibility;
  }

  question(to: Index, boots: number): Question {
    return { node: IDS[to], incarnation: inc(boots), challenge: 1, response: 10 + boots };
  }

  /** R7: what the newest configuration in its log leaves of its eligibility. */
  saw(n: Index, node: Node): Node {
    const { eligibility } = node;
    if (eligibility === null) return node;
    const { configuration } = this.logs.of(node.log).placed;
    const full = this.survivor(n, node).eligibility;
    const left = this.#p.solo.afterConfiguration(full, configuration, IDS[n]);
    return left === null ? { ...node, eligibility: null } : node;
  }

  survivor(n: Index, node: Node): Survivor {
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

  goesAlone(n: Index, node: Node, survivor: Survivor): Node | null {
    const { length } = this.logs.of(node.log);
    if (node.unsynced || node.term >= this.world.terms || length >= this.world.entries) return null;
    if (!this.#p.solo.judgeSolo(survivor, OPEN_GATE, PROOFS).ok) return null;
    const next = node.term + 1;
    const { configuration } = survivor.configuration;
    const alone = this.#p.alone.aloneFrom(configuration, IDS[n], IDS[other(n)]);
    const log = this.logs.append(node.log, next, n, alone);
    const leader = { ...node, term: next, vote: n, ...FOLLOWS, leads: true };
    return this.act(n, { ...leader, log, unsynced: true });
  }

  /** R5: whether the survivor acts on its own configuration already. */
  act(n: Index, node: Node): Node {
    const { length } = this.logs.of(node.log);
    const advanced = this.advance(n, node);
    const durable = logIndex(length - 1);
    const early = this.#p.solo.judgeActing(logIndex(length), durable, logIndex(advanced.commit));
    return early.ok ? { ...advanced, commit: length } : advanced;
  }
}

const PROOFS: readonly ProofKind[] = ["fenced", "watchdog", "operator", "released"];

export const farewellOf = (said: number, known: number, more: boolean): Farewell => ({
  node: PEER,
  incarnation: inc(known),
  saidBy: inc(said),
  saidAt: 1,
  contactAt: more ? 2 : 1,
  holds: 0,
});

/** The one that each has in mind; the model never mixes the two up. */
export const PEER = IDS[1];
const proofs = new Map<number, Evidence>();
export function proofOf(boots: number): Evidence {
  const known = proofs.get(boots);
  if (known !== undefined) return known;
  const made: Evidence = { kind: "fenced", node: PEER, incarnation: inc(boots), at: 0, words: "read as off" };
  proofs.set(boots, made);
  return made;
}
