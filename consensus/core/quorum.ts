/**
 * The arithmetic of majorities. A joint configuration asks for a majority in each half; an empty half agrees with
 * everything, so that a plain configuration is a joint one whose second half is empty.
 */
import type { Configuration, NodeId } from "./types.ts";

export type Tally = "won" | "lost" | "pending";

/**
 * The greatest value that a majority of every half has reached (a log index, a round, a time).
 * `Infinity` when there is no voter at all.
 */
export function quorumValue(configuration: Configuration, reached: (voter: NodeId) => number): number {
  const incoming = majorityValue(configuration.voters, reached);
  if (configuration.outgoing === null) return incoming;
  return Math.min(incoming, majorityValue(configuration.outgoing, reached));
}

/** The result of a vote; `answerOf` answers undefined for a voter not heard yet. */
export function tally(configuration: Configuration, answerOf: (voter: NodeId) => boolean | undefined): Tally {
  const incoming = majorityTally(configuration.voters, answerOf);
  if (configuration.outgoing === null) return incoming;
  const outgoing = majorityTally(configuration.outgoing, answerOf);
  if (incoming === "lost" || outgoing === "lost") return "lost";
  return incoming === "won" && outgoing === "won" ? "won" : "pending";
}

function majorityValue(voters: readonly NodeId[], reached: (voter: NodeId) => number): number {
  if (voters.length === 0) return Number.POSITIVE_INFINITY;
  const values = ascending(voters, reached);
  // The values from here to the end are a majority, and this is the least of them.
  return values[values.length - majority(voters.length)]!;
}

/** The voters' values, the least first. Asked for at each event, of a handful. */
export function ascending(voters: readonly NodeId[], value: (voter: NodeId) => number): number[] {
  const values: number[] = [];
  for (const voter of voters) {
    const own = value(voter);
    let at = values.length;
    for (; at > 0 && values[at - 1]! > own; at -= 1) values[at] = values[at - 1]!;
    values[at] = own;
  }
  return values;
}

function majorityTally(voters: readonly NodeId[], answerOf: (voter: NodeId) => boolean | undefined): Tally {
  let yes = 0;
  let no = 0;
  for (const voter of voters) {
    const vote = answerOf(voter);
    if (vote === true) yes += 1;
    else if (vote === false) no += 1;
  }
  const needed = majority(voters.length);
  if (voters.length === 0 || yes >= needed) return "won";
  return voters.length - no < needed ? "lost" : "pending";
}

const majority = (count: number): number => Math.floor(count / 2) + 1;
