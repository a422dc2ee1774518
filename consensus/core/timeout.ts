/** How long a node waits for a leader before it campaigns. */
import { votersOf } from "./config.ts";
import type { Random } from "./random.ts";
import type { Configuration, CoreOptions, Millis, NodeId } from "./types.ts";

/**
 * A random time in [electionTimeoutMin, electionTimeoutMax), drawn anew at each change of role (checklist 12).
 *
 * While a leader is known, the range is cut into one slot for each of its followers, in the order of names going
 * round from the leader, and the draw falls into the first half of the own slot. So when the leader dies, its
 * survivors do not time out together and split the vote, and the first of them is never far from the minimum. It is
 * only a habit: no rule of safety leans on it, and without a known leader the draw is over the whole range.
 */
export function electionTimeout(
  options: CoreOptions,
  configuration: Configuration,
  leader: NodeId | null,
  random: Random,
): Millis {
  const { electionTimeoutMin, electionTimeoutMax } = options;
  const range = electionTimeoutMax - electionTimeoutMin;
  const voters = [...votersOf(configuration)].sort();
  const leaderRank = leader === null ? -1 : voters.indexOf(leader);
  const ownRank = voters.indexOf(options.self);
  if (leaderRank < 0 || ownRank < 0 || leader === options.self) {
    return electionTimeoutMin + random.next() * range;
  }
  const slots = voters.length - 1;
  const slot = (ownRank - leaderRank - 1 + voters.length) % voters.length;
  return electionTimeoutMin + ((slot + random.next() / 2) / slots) * range;
}
