/**
 * The holder's side of a lost majority, and the mode that accepts a risk. A holder may serve on past its session only
 * if whoever takes over must have ended it first; that is a matter of the proofs recorded in its own grant.
 */
import type { LogIndex, Millis } from "../consensus/core/types.ts";
import type { ProofKind } from "../consensus/ledger/types.ts";
import { allow, type Evidence, refuse, type Verdict } from "./types.ts";

/** Proofs that nobody can bring while this holder serves. Not guard and not watchdog: those count on its falling silent. */
export const HARD_PROOFS: readonly ProofKind[] = ["released", "fenced", "rebooted", "operator"];

/** N10: the proofs that count are those of the holder's own grant, or what its session has acknowledged since; never a stale ledger's. */
export function proofsInForce(
  recordedInGrant: readonly ProofKind[],
  acknowledged: readonly ProofKind[] | null,
): readonly ProofKind[] {
  return acknowledged ?? recordedInGrant;
}

export interface Jeopardy {
  /** The session's deadline. */
  readonly validUntil: Millis;
  readonly proofs: readonly ProofKind[];
  /** The ping gate, judged in this turn. */
  readonly gate: Verdict;
}
/** What a holder does about one group that it holds. */
export type Course =
  | { readonly type: "serve"; readonly until: Millis }
  /** Beyond the majority: start nothing new. */
  | { readonly type: "serve-on"; readonly why: string }
  /** In reverse order; the guard ends it at `by` in any case. */
  | { readonly type: "stop"; readonly by: Millis; readonly why: string };

/** `inContact`: renewals are being acknowledged by a majority. */
export function courseOf({ validUntil, proofs, gate }: Jeopardy, inContact: boolean, now: Millis): Course {
  if (inContact && now < validUntil) return { type: "serve", until: validUntil };
  if (!gate.ok) return { type: "stop", by: Math.min(validUntil, now), why: gate.reason }; // surrender at once
  const soft = proofs.filter((kind) => kind !== "never-held" && !HARD_PROOFS.includes(kind));
  if (soft.length === 0)
    return { type: "serve-on", why: "whoever takes over must have ended this node first" };
  const why = `another node may take over on ${soft.join(" or ")} alone, which counts on this one's silence`;
  return { type: "stop", by: validUntil, why };
}

// ---------------------------------------------------------------- arbitration.acceptNonTransitiveRisk

export interface RiskFacts {
  /** The operator's configuration. */
  readonly accepted: boolean;
  readonly fencingDevices: number;
  readonly thirdVoter: boolean;
  /** For every group concerned: which proofs it accepts. */
  readonly accepts: readonly (readonly ProofKind[])[];
}

/** Whether going on alone on guard proof is what the operator accepted. Everywhere else it is refused. */
export function judgeRisk({ accepted, fencingDevices, thirdVoter, accepts }: RiskFacts): Verdict {
  if (!accepted)
    return refuse(
      "without a fencing device or a third voter, two nodes that both reach the ping targets and not each other would both serve: set arbitration.acceptNonTransitiveRisk to accept that, or add one of them",
    );
  if (thirdVoter) return refuse("a third voter decides here: there is no need to accept a risk");
  if (fencingDevices > 0) return refuse("there is a fencing device: its proof is needed, not the guard's");
  if (accepts.some((kinds) => !kinds.includes("guard")))
    return refuse(
      "a group here accepts no guard proof: it must not run twice, so it is not taken over on one",
    );
  return allow(RISK_SENTENCE);
}

/** For every status, all the time, while the mode is on. */
export const RISK_SENTENCE =
  "arbitration.acceptNonTransitiveRisk is on: if both nodes reach the ping targets and not each other, both will serve";

/** The guard proof that this mode accepts: the peer was silent for the whole of W (N1), and its guard was on record. */
export function guardEvidence(
  peer: Pick<Evidence, "node" | "incarnation">,
  facts: { readonly guardOnRecord: boolean; readonly silentFor: Millis; readonly wait: Millis },
  now: Millis,
): { readonly ok: true; readonly value: Evidence } | { readonly ok: false; readonly reason: string } {
  if (!facts.guardOnRecord) return refuse(`no kernel guard of ${peer.node} is on record as armed`);
  if (facts.silentFor < facts.wait)
    return refuse(`${peer.node} has been silent for ${facts.silentFor} ms of ${facts.wait} (N1)`);
  const words = `${peer.node} was silent for ${facts.wait} ms and its kernel guard is on record: its addresses are silent`;
  return { ok: true, value: { kind: "guard", ...peer, at: now, words } };
}

/**
 * A side that went alone, by the place of that entry in its log: it stays what it is. Not by its term, which nobody knows any more once a
 * snapshot stands for it, nor by anything that grows: either side's answer has to be the same whenever they meet.
 */
export interface History {
  readonly node: string;
  readonly commit: LogIndex;
}

/** Both served, and meet again: the side that gives up, loudly. It went alone earlier in the log, or bears the greater name. */
export function whoGivesUp(a: History, b: History): string {
  const order = a.commit - b.commit || (a.node < b.node ? 1 : -1);
  return order < 0 ? a.node : b.node;
}
