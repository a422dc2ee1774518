/**
 * The turns of a split (R11), tried out: whatever each holds by its own ledger, whoever has heard the other agree, whenever each
 * notices and its gate opens, however long its shot takes: never do both have a shot under way.
 */
import type { TurnFacts } from "../../../fencing/turns.ts";
import type { Patch, Production } from "./production.ts";
import type { Raced } from "./race.ts";
import { BOTH, IDS, type Index, NAMES, other } from "./world.ts";

const SUSPECT_AFTER = 2;
const HEARTBEAT = 1;
const WINDOW = 2;
const BOUND = 3;
/** Two rounds of all turns, and more. */
const END = 120;

/** How each sees the race: who holds, by its own ledger; null: nobody. One that has heard the other say the same is `agreed`. */
interface View {
  readonly holder: Index | null;
  readonly agreed: boolean;
}
const HOLDERS: readonly (Index | null)[] = [null, 0, 1];
const AGREED = [true, false];

/** Where the ledgers differ one is behind: it may have heard the other say the same before, and that other has not. */
function views(): (readonly [View, View])[] {
  const all: (readonly [View, View])[] = [];
  for (const a of HOLDERS)
    for (const b of HOLDERS)
      for (const agreedA of AGREED)
        for (const agreedB of AGREED)
          if (a === b || !(agreedA && agreedB))
            all.push([
              { holder: a, agreed: agreedA },
              { holder: b, agreed: agreedB },
            ]);
  return all;
}

const factsOf = (n: Index, { holder, agreed }: View): TurnFacts => ({
  self: IDS[n],
  peer: IDS[other(n)],
  holds: new Map(holder === null ? [] : [[IDS[holder], 1]]),
  stops: [],
  devices: [{ name: "switch", type: "lab", socket: "/s", bound: BOUND, timeout: BOUND }],
  outlets: [{ device: "switch", outlet: "1" }],
  timing: { suspectAfter: SUSPECT_AFTER, heartbeat: HEARTBEAT },
  agreed,
  window: WINDOW,
});

export function takeTurns({ turns }: Production): Raced {
  const skew = turns.detectionSkew({ suspectAfter: SUSPECT_AFTER, heartbeat: HEARTBEAT });
  let states = 0;
  for (const seen of views()) {
    for (let late = -skew; late <= skew; late++) {
      const notices = [Math.max(0, -late), Math.max(0, late)] as const;
      const may = BOTH.map((n) => {
        const facts = factsOf(n, seen[n]);
        const since = notices[n];
        return Array.from({ length: END }, (_, now) => now >= since && turns.turnAt(facts, since, now).mine);
      });
      for (let a = 0; a < END; a++) {
        if (!may[0]![a]) continue;
        for (let b = Math.max(0, a - BOUND); b <= Math.min(END - 1, a + BOUND); b++) {
          states++;
          if (!may[1]![b]) continue;
          const words = (n: Index): string =>
            `${NAMES[n]} takes ${seen[n].holder === null ? "nobody" : NAMES[seen[n].holder]} for the holder, ${seen[n].agreed ? "has" : "has not"} heard the other say the same, notices the split at ${notices[n]}, and shoots at ${n === 0 ? a : b}; a shot takes ${BOUND} at most.`;
          return {
            states,
            trace: [
              words(0),
              words(1),
              "P4 is broken: both have a shot under way, and both lose their power.",
            ],
          };
        }
      }
    }
  }
  return { states, trace: null };
}

export const TURN_RULES: readonly {
  readonly id: string;
  readonly about: string;
  readonly patches: readonly Patch[];
}[] = [
  {
    id: "R11 (turns)",
    about: "a turn is as long as a shot, and leaves out the window in which it may begin",
    patches: [{ file: "turns", code: "raceOf(facts)) + window", off: "raceOf(facts))" }],
  },
  {
    id: "R11 (agreed)",
    about: "who is first is taken from one's own ledger, whatever the other's says",
    patches: [{ file: "turns", code: "const slots = agreed", off: "const slots = true" }],
  },
];
