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
  /** This node's own IP stack answers itself. False: it is down, whatever the serial line carries. */
  readonly ownNetworkUp: boolean;
}

/** Whether this node should surrender now: ok means yes. */
export function shouldSurrender(standing: Standing): Verdict {
  const { gate, inContact, comparison, rounds, told, ownNetworkUp } = standing;
  if (told !== null) return allow(told);
  if (!ownNetworkUp) return allow("this node's own IP stack is down: nobody can reach what it serves");
  if (inContact) return judgeSurrender(comparison, rounds);
  return gate.ok ? refuse("this node is not cut off") : allow(gate.reason);
}

/** How far a surrender has come. */
export interface Surrendering {
  /** Groups that still run here, in the order in which they were started. */
  readonly running: readonly string[];
  /** Stopped and verified, and not yet released. */
  readonly stopped: readonly string[];
  /** Whether a Release can still be committed: over IP or over the serial line. */
  readonly canCommit: boolean;
}
export type SurrenderStep =
  | { readonly type: "stop"; readonly group: string }
  | { readonly type: "release"; readonly groups: readonly string[] }
  | { readonly type: "standby"; readonly why: string };

/** Stop everything, last started first; release what is stopped, if that can still be committed; then standby. */
export function nextSurrenderStep({ running, stopped, canCommit }: Surrendering): SurrenderStep {
  const last = running.at(-1);
  if (last !== undefined) return { type: "stop", group: last };
  if (stopped.length > 0 && canCommit) return { type: "release", groups: stopped };
  const why =
    stopped.length > 0
      ? "all is stopped; nothing could be released, so the survivor needs another proof"
      : "all is stopped and released";
  return { type: "standby", why };
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
