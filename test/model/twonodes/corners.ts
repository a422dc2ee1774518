/** What needs clocks or a third voter, and so has no place among the states of the two: tried in small grids. */
import { type Configuration, logIndex, nodeId, term } from "../../../consensus/core/types.ts";
import { incarnation } from "../../../consensus/ledger/types.ts";
import type { Patch, Production } from "./production.ts";
import type { Raced } from "./race.ts";

interface Corner {
  readonly id: string;
  readonly about: string;
  readonly patches: readonly Patch[];
  readonly run: (production: Production) => Raced;
}

const TTL = 2;
const RHO = 1 / 3;

/**
 * B's clock and A's run slow or fast, within rho; B serves until a TTL after its last acknowledged heartbeat, feeds its
 * watchdog until then, and is reset a timeout later. It need not: a node that may live on what it pings is never reset.
 */
function watchdogs({ evidence }: Production): Raced {
  let states = 0;
  const b = nodeId("b");
  for (const timeout of [1, 3, 6]) {
    for (const speedA of [1 - RHO, 1 + RHO]) {
      for (const speedB of [1 - RHO, 1 + RHO]) {
        for (const mustDie of [true, false]) {
          for (let now = 0; now <= 40; now++) {
            states++;
            const facts = {
              node: b,
              incarnation: incarnation(1),
              mustDieOnSilence: { incarnation: incarnation(mustDie ? 1 : 2), timeout },
              acknowledgedAt: 0,
              timing: { ttl: TTL, rho: RHO },
              margin: 0,
            };
            if (!evidence.watchdogEvidence(facts, now).ok) continue;
            const diesAt = mustDie ? (TTL + timeout) / speedB : Number.POSITIVE_INFINITY;
            if (now / speedA + 1e-9 >= diesAt) continue;
            const clock = (speed: number): string => (speed > 1 ? "fast" : "slow");
            return {
              states,
              trace: [
                `A acknowledges B's last heartbeat; B's clock is ${clock(speedB)}, A's is ${clock(speedA)}.`,
                mustDie
                  ? `B serves for a TTL of ${TTL}, and its watchdog of ${timeout} would end it at ${diesAt.toFixed(2)}.`
                  : "This incarnation of B need not die on silence: it reaches the ping targets, and feeds its watchdog.",
                `A takes B for dead at ${(now / speedA).toFixed(2)}.`,
                "P1 is broken: A takes over while B serves.",
              ],
            };
          }
        }
      }
    }
  }
  return { states, trace: null };
}

/** A leads, all is committed and acknowledged. Whoever is certified may go on alone once A is off: nobody else may decide without it, then. */
function thirdVoters({ solo, quorum }: Production): Raced {
  const [a, b, c] = [nodeId("a"), nodeId("b"), nodeId("c")];
  const of = (voters: readonly (typeof a)[], outgoing: readonly (typeof a)[] | null): Configuration => ({
    voters,
    outgoing,
    learners: [],
  });
  const configurations = [of([a, b], null), of([a, b, c], null), of([a, c], [a, b, c]), of([a, c], [a, b])];
  let states = 0;
  for (const configuration of configurations) {
    for (const survivor of [a, b]) {
      states++;
      const view = {
        self: a,
        term: term(2),
        firstIndex: logIndex(2),
        commit: logIndex(2),
        configuration: { index: logIndex(1), configuration },
        acknowledged: { incarnation: incarnation(1), match: logIndex(2) },
      };
      const question = { node: b, incarnation: incarnation(1), challenge: 1, response: 2 };
      const able =
        survivor === a ? solo.certifySelf(view, incarnation(1), 0).ok : solo.certify(view, question).ok;
      const lost = survivor === a ? b : a;
      // The one that was off may boot again: nobody needs the survivor's vote then.
      const decide = quorum.tally(configuration, (voter) => voter !== survivor) === "won";
      if (!able || !decide) continue;
      const names = configuration.voters.join(", ");
      return {
        states,
        trace: [
          `The voters are {${names}}${configuration.outgoing === null ? "" : ` jointly with {${configuration.outgoing.join(", ")}}`}, and ${survivor} is certified.`,
          `${survivor} is cut off with proof that ${lost} was off, and goes on alone; ${lost} boots again.`,
          `P1 is broken: the voters without ${survivor} elect a leader, while ${survivor} decides alone.`,
        ],
      };
    }
  }
  return { states, trace: null };
}

export const CORNERS: readonly Corner[] = [
  {
    id: "R9",
    about: "a watchdog is waited for as long as it is set to, by one's own clock",
    patches: [{ file: "evidence", code: "waitFor({ ttl: timeout + ttl, rho })", off: "timeout" }],
    run: watchdogs,
  },
  {
    id: "R9 (must die)",
    about: "a watchdog counts against a node that need not die on silence",
    patches: [{ file: "evidence", code: "mustDieOnSilence?.incarnation !== incarnation", off: "false" }],
    run: watchdogs,
  },
  {
    id: "R12",
    about: "one of three voters may be certified to go on alone",
    patches: [{ file: "solo", code: "if (!isPair(placed.configuration))", off: "if (false)" }],
    run: thirdVoters,
  },
];
