/**
 * Each session rule, switched off in a small world that shows what it is for. A switch is a patch of a compiled copy of
 * production, or a seam where the model stands in the place of `replica.ts`.
 */
import { PRODUCTION_SEAMS, type Seams } from "./bridge.ts";
import type { Patch } from "./production.ts";
import type { World } from "./world.ts";
import { QUIET, STEP_BY_STEP } from "./worlds.ts";

export interface RuleSwitch {
  readonly id: string;
  readonly about: string;
  readonly world: World;
  /** Patches that switch the rule off. */
  readonly patches: readonly Patch[];
  readonly seams: Seams;
  /**
   * A second precaution that covers for the rule, switched off as well, with the reason; the world is looked at with
   * only this off too, and must show nothing, so that the violation is the rule's own.
   */
  readonly alsoOff: { readonly patches: readonly Patch[]; readonly why: string } | null;
}

const world = (name: string, changes: Partial<World>): World => ({ ...QUIET, name, about: "", ...changes });
const rule = (id: string, about: string, changes: Partial<RuleSwitch>): RuleSwitch => ({
  id,
  about,
  world: world(id, {}),
  patches: [],
  seams: PRODUCTION_SEAMS,
  alsoOff: null,
  ...changes,
});

export const RULES: readonly RuleSwitch[] = [
  rule("N1", "whoever waits, waits only the TTL by its own clock", {
    patches: [
      {
        file: "sessions/arithmetic",
        code: "(timing.ttl * (1 + timing.rho)) / (1 - timing.rho)",
        off: "timing.ttl",
      },
    ],
  }),
  rule("N2", "what was counted for one Suspect, in one term, counts for the next", {
    world: world("N2", { suspects: 2, entries: 6 }),
    patches: [
      {
        file: "sessions/tally",
        code: "const suspectKey = ({ session, index, term }) =>",
        off: "const suspectKey = ({ session }) => sessionKey(session);\nconst ownKey = ({ session, index, term }) =>",
      },
      { file: "sessions/tally", code: "tallies.bySuspect.clear();", off: "" },
      { file: "sessions/tally", code: "tallies.bySuspect.delete(key);", off: ";" },
    ],
  }),
  rule("N3", "a restarted voter reports that it has never heard the holder", {
    world: world("N3", { voterRestarts: 1 }),
    patches: [
      {
        file: "sessions/hearing",
        code: "echoableBefore: hearing.startedAt,",
        off: "echoableBefore: -Infinity,",
      },
      {
        file: "sessions/hearing",
        code: "if (record === undefined)\n        return hearing.startedAt;",
        off: "if (record === undefined)\n        return -Infinity;",
      },
    ],
  }),
  rule("N4", "a holder counts itself as now although it has appended the Suspect of itself", {
    seams: { ...PRODUCTION_SEAMS, alwaysNow: true },
    alsoOff: {
      patches: [
        {
          file: "sessions/tally",
          code: "if (voter === suspect.session.node)\n            return Number.POSITIVE_INFINITY;",
          off: "",
        },
        { file: "suspects", code: " && s.session.node !== hearing.self", off: "" },
      ],
      why:
        "alone it breaks nothing: an Expire needs a majority *without* the holder, and any such majority shares a voter " +
        "that is not the holder with each majority by which it counts its lease. So here the holder's own silence, since " +
        "it appended the Suspect, counts towards the majority as well",
    },
  }),
  rule("N5", "what is suspected or has ended is echoed again", {
    patches: [{ file: "sessions/hearing", code: "if (supported(session)) {", off: "if (true) {" }],
  }),
  rule("N6", "a restarted holder holds what an earlier session of its node was granted, without Adopt", {
    world: world("N6", { holderRestarts: 1, entries: 6 }),
    patches: [
      {
        file: "ledger/query",
        code: 'l.state === "held" && sameSession(l.holder, session)',
        off: 'l.state === "held" && l.holder?.node === session.node',
      },
    ],
  }),
  rule("N7", "an Expire is not refused though its Suspect is not open, or was counted in another term", {
    patches: [
      { file: "ledger/sessions", code: "if (record.suspect.index !== named) {", off: "if (false) {" },
      {
        file: "ledger/sessions",
        code: "if (record.suspect === null)\n        return `",
        off: "if (false)\n        return `",
      },
      { file: "ledger/sessions", code: "if (command.term !== at.term) {", off: "if (false) {" },
    ],
  }),
  rule("N8", "support returns when the Clear is appended", {
    seams: { ...PRODUCTION_SEAMS, supportOnAppend: true },
  }),
  rule("N9", "the next configuration waits for no session, and a holder asks only the newest in its log", {
    world: world("N9", { configurations: STEP_BY_STEP }),
    seams: { ...PRODUCTION_SEAMS, anyConfiguration: true },
  }),
];
