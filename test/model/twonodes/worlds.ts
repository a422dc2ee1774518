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
  stalls: 0,
  farewells: 0,
};

/** What is left of it beside either of these: the product of all would be too large. */
const ORDINARY: World = { ...TOGETHER, diskLosses: 0, lateAnswers: false, removal: false };
const STALLS: World = {
  ...ORDINARY,
  name: "stalls",
  about: "one stands still for more than ten seconds, and a person takes it for dead or does not",
  stalls: 1,
};
const FAREWELLS: World = {
  ...ORDINARY,
  name: "farewells",
  about: "one shuts down in order; its last word comes at once, late, behind its next start, or never",
  farewells: 1,
};

/** Twelve million states: some five minutes of one processor, half a gigabyte. */
export const FULL: readonly World[] = [TOGETHER, STALLS, FAREWELLS];

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
  { ...STALLS, name: "few stalls", terms: 2, entries: 2, reboots: [0, 1] },
  { ...FAREWELLS, name: "few farewells", terms: 2, entries: 2, reboots: [0, 1] },
];
