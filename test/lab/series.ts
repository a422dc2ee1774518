/** Plays scenarios several times, repeats void runs, and adds up: what the demo and the bench share. */
import type { ProfileName } from "../../configuration/profiles.ts";
import { Cluster } from "./cluster.ts";
import { playScenario, type Run, type Scenario } from "./scenarios.ts";
import type { PairKind } from "./twolab.ts";

/** A run in which the prober itself paused is played again, at most so many times per wanted run, and a few at least. */
const REPEATS = 2;
const REPEATS_LEAST = 5;

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface Summary {
  readonly name: string;
  readonly runs: readonly {
    readonly outage_ms: number;
    readonly lost: number;
    readonly dual_active_ms: number;
    readonly from: string;
    readonly to: string;
    readonly leader: string;
    readonly second: Run["second"];
    /** What the outage may take at most by configuration, milliseconds; null: no bound is stated. */
    readonly bound_ms: number | null;
    readonly saw: readonly string[];
  }[];
  /** Null when no run counted. */
  readonly outage_ms: Spread | null;
  /** The worst of all runs, void ones included: a pause of the prober hides answers, it never invents them. */
  readonly dual_active_ms: number;
  /** Runs in which the prober paused over 5 ms; not among `runs`. */
  readonly void: number;
  readonly expects: Scenario["expects"] | null;
}

export interface SeriesOptions {
  readonly profile: ProfileName;
  readonly runs: number;
  /** How often a scenario that can repeat its fault does so within one run (1). */
  readonly times?: number;
}

export interface Listener {
  /** A run has begun. `number` from 1; `again`: the one before was void. */
  begins?(scenario: Scenario, number: number, again: boolean): void;
  played?(cluster: Cluster, scenario: Scenario, run: Run): void;
}

/** Plays one scenario `runs` times on `cluster`. Throws when a run does not come to its end. */
export async function playSeries(
  cluster: Cluster,
  scenario: Scenario,
  { runs, times = 1 }: Pick<SeriesOptions, "runs" | "times">,
  listener: Listener = {},
): Promise<Summary> {
  const played: Run[] = [];
  const counted = (): Run[] => played.filter((run) => !run.void);
  let again = false;
  while (counted().length < runs && played.length < runs + Math.max(REPEATS_LEAST, runs * REPEATS)) {
    listener.begins?.(scenario, counted().length + 1, again);
    const run = await playScenario(cluster, scenario, times);
    played.push(run);
    again = run.void;
    listener.played?.(cluster, scenario, run);
  }
  return summarize(scenario, played);
}

/** PURE. */
export function summarize(
  { name, expects = null }: Pick<Scenario, "name"> & { readonly expects?: Scenario["expects"] | null },
  played: readonly Run[],
): Summary {
  const counted = played.filter((run) => !run.void);
  return {
    name,
    runs: counted.map(({ outage_ms, lost, dual_active_ms, from, to, leader, second, bound, saw }) => ({
      outage_ms,
      lost,
      dual_active_ms,
      from,
      to,
      leader,
      second,
      bound_ms: bound?.ms ?? null,
      saw,
    })),
    outage_ms: spread(counted.map((run) => run.outage_ms)),
    dual_active_ms: played.reduce((most, run) => Math.max(most, run.dual_active_ms), 0),
    void: played.length - counted.length,
    expects,
  };
}

/** PURE: null for no values; the median of an even number is the mean of the middle two. */
export function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { min: sorted[0]!, median: Math.round(median * 10) / 10, max: sorted.at(-1)! };
}

/** Every kind of cluster that a scenario may need. The control has none of the guards. */
const KINDS: readonly {
  readonly guard: "on" | "off";
  readonly groups: "one" | "pair";
  readonly pair?: PairKind;
}[] = [
  { guard: "on", groups: "one" },
  { guard: "on", groups: "pair" },
  { guard: "off", groups: "one" },
  { guard: "on", groups: "one", pair: "switch" },
  { guard: "on", groups: "one", pair: "serial" },
  { guard: "on", groups: "one", pair: "risk" },
  { guard: "on", groups: "one", pair: "risk-serial" },
];

/** The clusters a list of scenarios needs, each raised once. */
export async function playAll(
  scenarios: readonly Scenario[],
  options: SeriesOptions,
  listener: Listener & {
    raised?(cluster: Cluster): void;
    finished?(cluster: Cluster, summaries: readonly Summary[]): Promise<void>;
  } = {},
): Promise<Summary[]> {
  const summaries: Summary[] = [];
  const fits = (scenario: Scenario, kind: (typeof KINDS)[number]): boolean =>
    scenario.guard === kind.guard &&
    (scenario.groups ?? "one") === kind.groups &&
    scenario.pair === kind.pair;
  const kinds = KINDS.filter((kind) => scenarios.some((scenario) => fits(scenario, kind)));
  for (const kind of kinds) {
    const wanted = scenarios.filter((scenario) => fits(scenario, kind));
    const cluster = await Cluster.raise({ profile: options.profile, ...kind });
    try {
      listener.raised?.(cluster);
      for (const scenario of wanted) summaries.push(await playSeries(cluster, scenario, options, listener));
      const lastGuarded = kinds.findLast(({ guard }) => guard === "on");
      if (kind === lastGuarded) await listener.finished?.(cluster, summaries);
    } catch (error) {
      const kept = cluster.keepLogs();
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`${words}\n${cluster.lastWords()}\nwhat the daemons wrote is kept in ${kept}`);
    } finally {
      await cluster.close();
    }
  }
  return summaries;
}

/** PURE: whether two machines never answered at once every scenario counted, and no outage took longer than its bound; where two owners are expected they must be seen. */
export function verdict(
  summary: Summary,
): { readonly ok: true } | { readonly ok: false; readonly reason: string } {
  if (summary.runs.length === 0)
    return { ok: false, reason: "every run was void: this machine is too busy to measure" };
  if (summary.expects === "two-owners") {
    return summary.dual_active_ms > 1000
      ? { ok: true }
      : { ok: false, reason: "no two owners are seen where there must be: the prober is blind" };
  }
  if (summary.dual_active_ms > 0)
    return { ok: false, reason: `two machines answered for ${summary.dual_active_ms} ms` };
  const over = summary.runs.find(({ outage_ms, bound_ms }) => bound_ms !== null && outage_ms > bound_ms);
  return over === undefined
    ? { ok: true }
    : {
        ok: false,
        reason: `an outage of ${over.outage_ms} ms, by configuration ${over.bound_ms} ms at most`,
      };
}
