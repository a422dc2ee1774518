/** The bounded worlds of the two nodes that are looked at with every rule on. */
import type { World } from "./world.ts";

/** One reboot each, three terms, four entries. */
const BOUND: World = {
  name: "faults",
  about:
    "crashes, shots late or without effect, elections, going alone and coming back, certificates again and again",
  terms: 3,
  entries: 4,
  reboots: [1, 1],
  diskLosses: 0,
  lateAnswers: false,
  removal: false,
};
const DISKS: World = {
  ...BOUND,
  name: "disks",
  about: "the same, and a disk is lost",
  diskLosses: 1,
};
const MEMBERS: World = {
  ...BOUND,
  name: "members",
  about: "the same, and a leader takes its peer out of the voters, jointly or under a proof",
  removal: true,
};
const ANSWERS: World = {
  ...BOUND,
  name: "answers",
  about: "the same, and acknowledgements come late and again",
  lateAnswers: true,
};
const TOGETHER: World = {
  ...BOUND,
  name: "together",
  about: "all of it at once, with fewer terms and entries",
  terms: 2,
  entries: 3,
  diskLosses: 1,
  lateAnswers: true,
  removal: true,
};

export const FULL: readonly World[] = [BOUND, DISKS, MEMBERS, ANSWERS, TOGETHER];

/** What `npm test` has the time for. */
export const SMALL: readonly World[] = [
  { ...TOGETHER, terms: 2, entries: 2, removal: false },
  { ...MEMBERS, terms: 2, entries: 3, reboots: [1, 0] },
];
