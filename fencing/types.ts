/** The vocabulary of fencing: verdicts that say why, and the facts that every decision of this room rests on. */
import type { LogIndex, Millis, NodeId } from "../consensus/core/types.ts";
import type { Incarnation, ProofKind } from "../consensus/ledger/types.ts";

export interface Refusal {
  readonly ok: false;
  /** One sentence for a person; ends with the rule that it rests on, where there is one. */
  readonly reason: string;
}
/** "May I": yes or no, and the reason in one sentence. */
export type Verdict = { readonly ok: true; readonly why: string } | Refusal;
export type Judged<T> = { readonly ok: true; readonly value: T } | Refusal;

export const refuse = (reason: string): Refusal => ({ ok: false, reason });
export const allow = (why: string): Verdict => ({ ok: true, why });

/** No process of that node has been heard since this one started. */
export const NEVER_SEEN = 0 as Incarnation;

/** What shows that one incarnation of a node has stopped, and every earlier one with it. Volatile, like all that rests on contact. */
export interface Evidence {
  readonly kind: Extract<ProofKind, "released" | "fenced" | "watchdog" | "rebooted" | "operator" | "guard">;
  readonly node: NodeId;
  /** The newest that was known when the question was asked (R1). */
  readonly incarnation: Incarnation;
  /** When it was established, by the clock of `now`. */
  readonly at: Millis;
  /** For the ledger and for people: device and answer, or who said so. */
  readonly words: string;
}

/** A configuration as a certificate names it (R4). */
export interface ConfigurationName {
  readonly index: LogIndex;
}

/** One third-party device that is pinged, as this node knows it. Times are this node's. */
export interface PingTarget {
  readonly name: string;
  /** When the newest probe that was answered had been sent; null: none ever was. */
  readonly answeredProbeSentAt: Millis | null;
  /** Reached by this node, or, by the peer's own words, by the peer, before the peer fell silent. */
  readonly reachedBefore: boolean;
}
