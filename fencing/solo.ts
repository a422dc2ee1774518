/**
 * Two voters, one of them gone: when the survivor may append the configuration in which it votes alone. The argument in
 * one line: under {A, B} nothing is committed without both, so who was once, in this boot, shown to have everything
 * still has it, until it is itself proven off, or takes part in another configuration.
 */
import { isVoter } from "../consensus/core/config.ts";
import type {
  Configuration,
  LogIndex,
  Millis,
  NodeId,
  PlacedConfiguration,
  Term,
} from "../consensus/core/types.ts";
import type { Incarnation, ProofKind } from "../consensus/ledger/types.ts";
import { judgeProof } from "./evidence.ts";
import { allow, type Evidence, type Judged, refuse, type Verdict } from "./types.ts";

/** What a node asks its leader: "am I up to date?" The numbers are drawn anew for each question (R2). */
export interface Question {
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  /** The leader's number, from its last heartbeat. */
  readonly challenge: number;
  /** This node's own, which nobody could know before. */
  readonly response: number;
}
/** The leader's answer: it repeats the question whole (R2) and names the configuration (R4). */
export interface Certificate {
  readonly question: Question;
  readonly leader: NodeId;
  readonly term: Term;
  readonly configurationIndex: LogIndex;
}
/** "As of this boot and this configuration, I have everything." Volatile (R7). */
export interface Eligibility {
  /** Of this node, when it became eligible. */
  readonly incarnation: Incarnation;
  readonly configurationIndex: LogIndex;
  readonly at: Millis;
}

/** A leader's view of the log and of its peer. */
export interface LeaderView {
  readonly self: NodeId;
  readonly term: Term;
  /** The first entry of its own term. */
  readonly firstIndex: LogIndex;
  readonly commit: LogIndex;
  readonly configuration: PlacedConfiguration;
  /** What the peer has acknowledged as durable, and which incarnation of it did. Null: nothing in this term. */
  readonly acknowledged: Acknowledged | null;
}
export interface Acknowledged {
  readonly incarnation: Incarnation;
  readonly match: LogIndex;
}

/** Exactly two voters, no change under way. R12: with a third voter the majority decides, and a witness has no say. */
export const isPair = ({ voters, outgoing }: Configuration): boolean =>
  voters.length === 2 && outgoing === null;

/** R3, the common half: {A, B} is committed, and this leader knows how far the log is committed at all. */
function pairIsCommitted({ configuration: placed, commit, firstIndex }: LeaderView): Verdict {
  if (!isPair(placed.configuration))
    return refuse("only under a configuration of exactly two voters can one of them go on alone (R12)");
  if (placed.index > commit) return refuse("the configuration of the two is not committed yet (R3)");
  if (commit < firstIndex)
    return refuse(
      "the leader has committed nothing of its own term, and may not know what is committed (R3)",
    );
  return allow("the configuration of the two is committed");
}

/** R3: the leader certifies a node only while {A, B} is committed and *this* incarnation has what is committed. */
export function certify(view: LeaderView, question: Question): Judged<Certificate> {
  const standing = pairIsCommitted(view);
  if (!standing.ok) return standing;
  const { acknowledged, commit } = view;
  const upToDate = acknowledged?.incarnation === question.incarnation && acknowledged.match >= commit;
  if (!upToDate)
    return refuse(`this incarnation of ${question.node} has not acknowledged all that is committed (R3)`);
  const { self, term, configuration } = view;
  return { ok: true, value: { question, leader: self, term, configurationIndex: configuration.index } };
}

/** R3: a leader is certified by having committed an entry of its own term, in this boot, under {A, B}. */
export function certifySelf(view: LeaderView, incarnation: Incarnation, now: Millis): Judged<Eligibility> {
  const standing = pairIsCommitted(view);
  if (!standing.ok) return standing;
  return { ok: true, value: { incarnation, configurationIndex: view.configuration.index, at: now } };
}

/** R2: a certificate counts only if it repeats the question that is open now; then it is used up. */
export function acceptCertificate(
  open: Question | null,
  certificate: Certificate,
  now: Millis,
): Judged<Eligibility> {
  if (open === null || !sameQuestion(open, certificate.question))
    return refuse(
      "the certificate answers another question than the one that is open: it may be an old one (R2)",
    );
  const { configurationIndex } = certificate;
  return { ok: true, value: { incarnation: open.incarnation, configurationIndex, at: now } };
}

const sameQuestion = (a: Question, b: Question): boolean =>
  a.node === b.node &&
  a.incarnation === b.incarnation &&
  a.challenge === b.challenge &&
  a.response === b.response;

/** R7: what a node has of its eligibility once it has seen this configuration in its log. */
export function afterConfiguration(
  eligibility: Eligibility | null,
  seen: Configuration,
  self: NodeId,
): Eligibility | null {
  return isVoter(seen, self) ? eligibility : null; // R7
}

/** The survivor's own facts at the moment of the decision. */
export interface Survivor {
  readonly self: NodeId;
  readonly peer: NodeId;
  readonly incarnation: Incarnation;
  readonly eligibility: Eligibility | null;
  /** The newest configuration in its log. */
  readonly configuration: PlacedConfiguration;
  /** When its clock last jumped or its loop stood still (T1, T5); null: not in this boot. */
  readonly clockGapAt: Millis | null;
  /** R13: false for a blank or regressed disk that no leader has certified. */
  readonly storeCertified: boolean;
  readonly evidence: Evidence | null;
  /** The newest incarnation of the peer that has been heard. */
  readonly peerIncarnation: Incarnation;
}

/** Third condition: certified as up to date, in this boot, under the configuration in force. */
export function judgeEligibility(survivor: Survivor): Verdict {
  const { eligibility, incarnation, configuration, clockGapAt, storeCertified } = survivor;
  if (!storeCertified)
    return refuse(
      "this node's disk is blank or older than it was, and no leader has certified it since (R13)",
    );
  if (eligibility === null)
    return refuse("no leader has certified in this boot that this node is up to date (R7)");
  if (eligibility.incarnation !== incarnation)
    return refuse(
      "this node was certified before it was restarted, and may have missed something since (R7)",
    );
  if (clockGapAt !== null && clockGapAt >= eligibility.at)
    return refuse("the clock has jumped or the loop has stood still since this node was certified (R7)");
  if (eligibility.configurationIndex !== configuration.index)
    return refuse("this node was certified under another configuration than the one in its log (R4)");
  return allow("certified as up to date in this boot");
}

/** What proves a stop well enough to go on alone. */
export const SOLO_PROOFS: readonly ProofKind[] = ["fenced", "watchdog", "operator"];

/**
 * Whether `survivor` may append the configuration {self}, now: the gate, the proof and the eligibility, all three at
 * this moment. `gate` must have been judged in the same turn. Call it immediately before the append.
 */
export function judgeSolo(
  survivor: Survivor,
  gate: Verdict,
  accepts: readonly ProofKind[] = SOLO_PROOFS,
): Verdict {
  if (!gate.ok) return gate;
  const { evidence, peer, peerIncarnation } = survivor;
  const proof = judgeProof(evidence, peer, peerIncarnation, accepts);
  if (!proof.ok) return proof;
  const eligible = judgeEligibility(survivor);
  if (!eligible.ok) return eligible;
  return allow(`${gate.why}; ${proof.why}; ${eligible.why}`);
}

/** R5: the survivor acts on {self}, grants and sends, only once it is synced and committed. */
export function judgeActing(soloIndex: LogIndex, durableIndex: LogIndex, commit: LogIndex): Verdict {
  if (durableIndex < soloIndex)
    return refuse(
      "the configuration of the survivor alone is not on its disk yet: a crash would undo it (R5)",
    );
  return commit < soloIndex
    ? refuse("the configuration of the survivor alone is not committed yet")
    : allow("the configuration of the survivor alone is durable and committed");
}
