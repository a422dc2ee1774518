/** The bounded worlds of the two nodes that are looked at with every rule on. */
import type { World } from "./world.ts";

/** One reboot each, three terms, four entries, and everything that can go wrong at once. */
const TOGETHER: World = {
  name: "together",
  about:
    "crashes, shots late or without effect, a lost disk, late acknowledgements, old certificates, elections, going alone and coming back, removal",
  terms: 3,
  entries: 4,
  reboots: [1, 1],
  diskLosses: 1,
  lateAnswers: true,
  removal: true,
};

/** Seven million states: some three minutes of one processor, half a gigabyte. */
export const FULL: readonly World[] = [TOGETHER];

/** What `npm test` has the time for. */
export const SMALL: readonly World[] = [
  { ...TOGETHER, name: "few entries", terms: 2, entries: 2, removal: false },
  {
    ...TOGETHER,
    name: "members",
    terms: 2,
    entries: 3,
    reboots: [1, 0],
    diskLosses: 0,
    lateAnswers: false,
  },
];
