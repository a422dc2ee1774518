/**
 * Every kind of bad input against the holder of `fast`: figures only. On a machine that lends its processors to others a
 * lost request says little by itself; read it beside by how much an idle process was late.
 */
import type { ProfileName } from "../configuration/profiles.ts";
import { Cluster } from "../test/lab/cluster.ts";
import { attacks, back, statusOf, web, withstand } from "../test/lab/siege.ts";
import { cpuSeconds } from "./usage.ts";

const SECONDS = 3;

export interface Siege {
  readonly name: string;
  readonly sent: number;
  readonly cut_off: number;
  readonly probes: number;
  readonly lost: number;
  readonly longest_ms: number;
  readonly dual_active_ms: number;
  /** Sessions suspected or ended, leases granted anew. */
  readonly unrest: number;
  /** What the besieged daemon worked meanwhile, in seconds of a core. */
  readonly cpu_s: number;
  /** By how much an idle process was late. */
  readonly machine_late_ms: number;
}

/** `only`: a part of the names of the kinds; absent: all. */
export async function measureSiege(
  profile: ProfileName,
  only: string | undefined,
  note: (text: string) => void,
): Promise<Siege[]> {
  const cluster = await Cluster.raise({ profile });
  try {
    const holder = web(await cluster.settled(30_000)).holder!;
    const figures: Siege[] = [];
    for (const each of await attacks(cluster, holder, SECONDS)) {
      if (only !== undefined && !each.name.includes(only)) continue;
      const before = await statusOf(cluster, holder);
      const worked = cpuSeconds(cluster.pid(holder));
      const stand = await withstand(cluster, each, holder, SECONDS, before);
      const figure: Siege = {
        name: each.name,
        sent: stand.sent,
        cut_off: stand.cutOff,
        probes: stand.probes,
        lost: stand.lost,
        longest_ms: stand.longest,
        dual_active_ms: stand.dualActive,
        unrest: stand.unrest.length,
        cpu_s: Math.round((cpuSeconds(cluster.pid(holder)) - worked) * 100) / 100,
        machine_late_ms: stand.stalled,
      };
      figures.push(figure);
      note(
        `siege, ${profile}: ${figure.name}: lost ${figure.lost} of ${figure.probes}, longest ${figure.longest_ms} ms, ` +
          `${figure.unrest} decisions, ${figure.cpu_s} s worked, machine late by ${figure.machine_late_ms} ms`,
      );
      if (figure.unrest > 0) await back(cluster, holder);
    }
    return figures;
  } finally {
    await cluster.close();
  }
}
