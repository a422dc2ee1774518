/** The bounded worlds that are looked at with every rule on. Each leans on another kind of trouble; the last has several at once. */
import { type Configuration, nodeId } from "../../consensus/core/types.ts";
import type { World } from "./world.ts";

const configuration = (voters: string, outgoing: string | null = null, learners = ""): Configuration => {
  const names = (list: string) => [...list].map(nodeId);
  return {
    voters: names(voters),
    outgoing: outgoing === null ? null : names(outgoing),
    learners: names(learners),
  };
};
/** Out go `a`, then `c`, one by one; or both at once, through a joint configuration. */
export const STEP_BY_STEP = [
  configuration("abc"),
  configuration("bc", null, "a"),
  configuration("b", null, "ac"),
];
export const JOINTLY = [configuration("abc"), configuration("b", "abc"), configuration("b", null, "ac")];

/** Two speeds of clocks: with rho = 1/3 a fast one runs twice as fast as a slow one. */
const ALL_DRIFTS: World["drifts"] = [1, 2].flatMap((a) =>
  [1, 2].flatMap((b) => [1, 2].map((c) => [a, b, c] as const)),
);

/** One Suspect, one Clear, one Expire, one leader; the holder's clock is slow, the others' are fast. */
export const QUIET: World = {
  name: "quiet",
  about: "one leader, prompt disks, nobody restarts",
  ttl: 2,
  rho: 1 / 3,
  drifts: [[1, 2, 2]],
  delay: 1,
  promptEchoes: true,
  promptDisks: true,
  lossyAnswers: false,
  forgetfulRestarts: false,
  terms: 1,
  entries: 5,
  suspects: 1,
  clears: 1,
  holderRestarts: 0,
  voterRestarts: 0,
  release: false,
  configurations: [configuration("abc")],
  leader: 1,
};
/** A heartbeat is either of this step or worth nothing: enough wherever the order of events matters, not their ages. */
const COARSE: World = { ...QUIET, ttl: 1, delay: 0 };

const DRIFT: World = {
  ...QUIET,
  name: "drift",
  about: "each clock slow or fast anew in each step, late heartbeats, late and lost echoes, suspected twice",
  drifts: ALL_DRIFTS,
  promptEchoes: false,
  suspects: 2,
};
const LEADERS: World = {
  ...COARSE,
  name: "leaders",
  about: "elections, truncated logs, suspected twice",
  terms: 2,
  entries: 6,
  suspects: 2,
};
const ANSWERS: World = {
  ...COARSE,
  name: "answers",
  about: "elections, answers to appends get lost, echoes late or lost",
  terms: 2,
  lossyAnswers: true,
};
const DISKS: World = {
  ...COARSE,
  name: "disks",
  about: "slow disks, a voter restarts without what it had not synced, elections",
  promptDisks: false,
  terms: 2,
  entries: 4,
  clears: 0,
  voterRestarts: 1,
};
const MEMORY: World = {
  ...COARSE,
  name: "memory",
  about: "a voter restarts and has forgotten what is committed, elections",
  terms: 2,
  voterRestarts: 1,
  forgetfulRestarts: true,
};
const RETURN: World = {
  ...COARSE,
  name: "return",
  about: "the holder restarts, its new session comes in and adopts; or it releases",
  holderRestarts: 1,
  release: true,
};
const MEMBERS: World = {
  ...COARSE,
  name: "members",
  about: "elections while voters are taken out one by one, the holder first",
  configurations: STEP_BY_STEP,
  terms: 2,
};
const JOINT: World = {
  ...COARSE,
  name: "joint",
  about: "two voters are taken out through a joint configuration",
  configurations: JOINTLY,
};
const TOGETHER: World = {
  ...COARSE,
  name: "together",
  about: "a restart of the holder and one of a voter, a release, a change of the voters",
  configurations: STEP_BY_STEP,
  entries: 4,
  holderRestarts: 1,
  voterRestarts: 1,
  release: true,
};

export const FULL: readonly World[] = [
  DRIFT,
  LEADERS,
  ANSWERS,
  DISKS,
  MEMORY,
  RETURN,
  MEMBERS,
  JOINT,
  TOGETHER,
];

/** What `npm test` has the time for: the same troubles, fewer of each. */
export const SMALL: readonly World[] = [
  QUIET,
  { ...LEADERS, entries: 4, suspects: 1 },
  { ...MEMORY, terms: 1, entries: 3 },
  { ...RETURN, entries: 4, release: false },
  { ...MEMBERS, terms: 1 },
];
