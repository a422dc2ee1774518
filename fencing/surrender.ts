/** Giving up in good order, and coming back. Whoever is cut off stops by itself, so that nobody need shoot it. */
import type { Millis } from "../consensus/core/types.ts";
import { type Comparison, judgeSurrender } from "./arbitration.ts";
import { allow, refuse, type Verdict } from "./types.ts";

export interface Standing {
  /** The ping gate of this node, judged in this turn. */
  readonly gate: Verdict;
  /** Contact with the majority (of two: with the peer), on any path. */
  readonly inContact: boolean;
  readonly comparison: Comparison;
  /** Rounds in a row that decide. */
  readonly rounds: number;
  /** The operator, or the peer by agreement, told it to. */
  readonly told: string | null;
}

/** Whether this node should surrender now: ok means yes. */
export function shouldSurrender(standing: Standing): Verdict {
  const { gate, inContact, comparison, rounds, told } = standing;
  if (told !== null) return allow(told);
  if (inContact) return judgeSurrender(comparison, rounds);
  return gate.ok ? refuse("this node is not cut off") : allow(gate.reason);
}

/** When a node that surrendered comes back by itself. `goodSince`: since when its gate has held without a break; null: it does not. */
export function judgeComeback(
  goodSince: Millis | null,
  after: Millis,
  operatorsWord: boolean,
  now: Millis,
): Verdict {
  if (operatorsWord) return allow("the operator's word");
  if (goodSince === null) return refuse("this node does not reach enough ping targets");
  const left = goodSince + after - now;
  return left <= 0
    ? allow(`this node has reached enough ping targets for ${after} ms`)
    : refuse(`this node must reach enough ping targets for another ${Math.ceil(left)} ms`);
}
