/** PURE: the times a lab's cluster goes by. */
import { PROFILES, type ProfileName } from "../../configuration/profiles.ts";
import type { Timing } from "../../consensus/ledger/types.ts";

const PATIENT = {
  ttl: 4000,
  heartbeat: 500,
  suspectAfter: 2500,
  raftHeartbeat: 500,
  electionMin: 2000,
  electionMax: 3000,
} as const satisfies Partial<Timing>;

/** What is in force, milliseconds. */
export const timingOf = (profile: ProfileName, patient: boolean): Timing => ({
  ...PROFILES[profile],
  ...(patient ? PATIENT : {}),
});

/** What the document says beside its profile. */
export function timingLines(patient: boolean): string[] {
  const times = Object.entries(PATIENT).map(([name, ms]) => `${name}: ${ms}ms`);
  return patient ? [`timing: {${times.join(", ")}}`] : [];
}
