/** What a run over many seeds says. */
import type { Profile } from "./scene.ts";
import type { SeedResult } from "./seed.ts";
import { addSeen, blank, nothingSeen, type Seen } from "./seen.ts";

export interface Report {
  seeds: number;
  events: number;
  violations: { seed: number; invariant: string; detail: string }[];
  seen: Seen;
  lost: Record<string, number>;
  simulatedSeconds: number;
  slowestHealing: { seed: number; ms: number };
  seconds: number;
}

export const emptyReport = (): Report => ({
  seeds: 0,
  events: 0,
  violations: [],
  seen: nothingSeen(),
  lost: {},
  simulatedSeconds: 0,
  slowestHealing: { seed: 0, ms: 0 },
  seconds: 0,
});

function addLost(into: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(from)) into[name] = (into[name] ?? 0) + count;
}

export function addSeed(report: Report, result: SeedResult): void {
  report.seeds++;
  report.events += result.events;
  report.simulatedSeconds += result.time / 1_000;
  addSeen(report.seen, result.seen);
  addLost(report.lost, result.lost);
  const first = result.violations[0];
  if (first !== undefined) {
    report.violations.push({ seed: result.seed, invariant: first.invariant, detail: first.detail });
  }
  if (result.healed !== null && result.healed > report.slowestHealing.ms) {
    report.slowestHealing = { seed: result.seed, ms: Math.round(result.healed) };
  }
}

export function addReport(into: Report, from: Report): void {
  into.seeds += from.seeds;
  into.events += from.events;
  into.simulatedSeconds += from.simulatedSeconds;
  into.seconds += from.seconds;
  into.violations.push(...from.violations);
  addSeen(into.seen, from.seen);
  addLost(into.lost, from.lost);
  if (from.slowestHealing.ms > into.slowestHealing.ms) into.slowestHealing = from.slowestHealing;
}

/** What a run should have met and has not; beyond rho, the stated loss too. */
export function notSeen({ seen, lost }: Report, profile: Profile): string[] {
  return [
    ...blank(seen, profile === "two-nodes"),
    ...(profile === "beyond-rho" && lost.P1 === undefined && lost["P1 right"] === undefined
      ? ["the loss of P1"]
      : []),
  ];
}

/** The exit code: 1 where a promise broke, and where what should have been met was not, since then nothing was shown. */
export const verdict = (report: Report, profile: Profile): 0 | 1 =>
  report.violations.length > 0 || notSeen(report, profile).length > 0 ? 1 : 0;
