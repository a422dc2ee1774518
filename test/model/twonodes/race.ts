/**
 * The race of two that have lost each other: every combination of what each holds, when each notices, how long each
 * shot takes, and what each can ping, with the production decisions of who shoots and when. Here time is what matters.
 */
import type { PingTarget, Verdict } from "../../../fencing/types.ts";
import type { Patch, Production } from "./production.ts";
import { IDS, type Index, NAMES, other } from "./world.ts";

export interface Raced {
  readonly states: number;
  /** The first combination that breaks something, in sentences; null: none does. */
  readonly trace: readonly string[] | null;
}

export const RACE_RULES: readonly {
  readonly id: string;
  readonly about: string;
  readonly patches: readonly Patch[];
}[] = [
  {
    id: "R10",
    about: "the last score of a peer that is verified off still counts",
    patches: [{ file: "arbitration", code: "if (peerVerifiedOff)", off: "if (false)" }],
  },
  {
    id: "R11",
    about: "both sides shoot without delay",
    patches: [
      {
        file: "arbitration",
        code: "return (p99(measured) ?? bound) + detectionSkew + 1;",
        off: "return 0;",
      },
    ],
  },
  {
    id: "gate",
    about: "who reaches less than a majority of the ping targets shoots all the same",
    patches: [{ file: "arbitration", code: "return reached >= needed", off: "return true" }],
  },
];

const TARGETS = 3;
const SKEW = 2;
const LONGEST_SHOT = 3;

const targets = (reached: number): PingTarget[] =>
  Array.from({ length: TARGETS }, (_, i) => ({
    name: `target ${i + 1}`,
    answeredProbeSentAt: i < reached ? 1 : null,
    reachedBefore: true,
  }));

/** Each side shoots at `at`, unless it has lost its power by then; its shot has effect `takes` later. */
export function race(production: Production): Raced {
  let states = 0;
  const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, i) => i);
  for (const holds of [
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 1],
  ] as const) {
    for (const late of upTo(SKEW)) {
      for (const later of [0, 1] as const) {
        for (const takesA of upTo(LONGEST_SHOT)) {
          for (const takesB of upTo(LONGEST_SHOT)) {
            for (const reachA of upTo(TARGETS)) {
              for (const reachB of upTo(TARGETS)) {
                states++;
                const notices = later === 0 ? [late, 0] : [0, late];
                const found = one(production, holds, notices, [takesA, takesB], [reachA, reachB]);
                if (found !== null) return { states, trace: found };
              }
            }
          }
        }
      }
    }
  }
  return { states, trace: null };
}

function one(
  { arbitration }: Production,
  holds: readonly number[],
  notices: readonly number[],
  takes: readonly number[],
  reach: readonly number[],
): string[] | null {
  const facts = {
    holds: new Map(IDS.map((id, i) => [id, holds[i] as number])),
    measured: upToLongest,
    bound: LONGEST_SHOT,
    detectionSkew: SKEW,
  };
  const at = (n: Index): number => {
    const gate: Verdict = arbitration.judgeGate(targets(reach[n] as number), 0);
    const may = arbitration.judgeTakeover(
      gate,
      { own: reach[n] as number, peers: null, holds: false },
      false,
    );
    if (!may.ok) return Number.POSITIVE_INFINITY;
    return (notices[n] as number) + arbitration.shotDelay(IDS[n], IDS[other(n)], facts);
  };
  const shots = [at(0), at(1)] as const;
  const words = (n: Index): string =>
    `${NAMES[n]} holds ${holds[n]}, reaches ${reach[n]} of ${TARGETS}, notices the split at ${notices[n]}, and ${Number.isFinite(shots[n]) ? `shoots at ${shots[n]}` : "never shoots"}; its shot takes ${takes[n]}.`;
  const story = [words(0), words(1)];
  for (const n of [0, 1] as const) {
    const needed = Math.floor(TARGETS / 2) + 1;
    if (shots[n] < Number.POSITIVE_INFINITY && (reach[n] as number) < needed)
      return [...story, `P4 is broken: ${NAMES[n]} is cut off, and shoots.`];
    if (!wouldGoOn(arbitration, reach[n] as number, needed))
      return [...story, `P4 is broken: the other is verified off, and ${NAMES[n]} still does not take over.`];
  }
  const hits = (n: Index): number => shots[n] + (takes[n] as number);
  const aShoots = shots[0] < hits(1) || hits(1) === Number.POSITIVE_INFINITY;
  const bShoots = shots[1] < hits(0) || hits(0) === Number.POSITIVE_INFINITY;
  if (aShoots && bShoots && Number.isFinite(shots[0]) && Number.isFinite(shots[1]))
    return [...story, "P4 is broken: both have shot, and both lose their power."];
  return null;
}
const upToLongest = [0, 1, 2, LONGEST_SHOT];

/** A survivor whose gate holds takes over once the peer is verified off, whatever that last said of itself. */
function wouldGoOn(arbitration: Production["arbitration"], own: number, needed: number): boolean {
  const gate = arbitration.judgeGate(targets(own), 0);
  if (!gate.ok || own < needed) return true;
  return arbitration.judgeTakeover(gate, { own, peers: TARGETS, holds: false }, true).ok;
}
