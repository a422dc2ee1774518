/** `npm run bench`: the numbers the project promises, measured as a client sees them. Needs root. */
import { parseArgs } from "node:util";
import type { ProfileName } from "../configuration/profiles.ts";
import { chooseScenarios } from "../test/lab/choose.ts";
import { EVERYDAY, SCENARIOS, type Scenario } from "../test/lab/scenarios.ts";
import { playAll, type Summary, verdict } from "../test/lab/series.ts";
import { judgeBound, ms } from "../test/lab/story.ts";
import { TWO_NODES } from "../test/lab/twonodes.ts";
import { TWO_RISKING } from "../test/lab/tworisk.ts";
import { type ApiWrites, measureApi } from "./api.ts";
import { type Followers, measureFollowers } from "./followers.ts";
import { type Idle, measureIdle } from "./idle.ts";
import { measurePauses, type Pauses } from "./pauses.ts";
import { measureScale, type Scale } from "./scale.ts";
import { measureSiege, type Siege } from "./siege.ts";

const USAGE = `npm run bench -- [options]
  --suite failover|everyday|two|idle|idle-two|pauses|scale|siege|followers|api|all
                    what to measure (all)
  --runs N          runs of each scenario, or of each kind of load (5)
  --times N         how often a scenario that can repeat its fault does so in one run (4)
  --scenario GLOB   only these scenarios
  --profile fast|default             timing of the cluster (fast; idle and idle-two measure both unless given)
  --minutes M       length of the pauses suite (10)
  --groups N        groups of the scale suite (1000)
  --commands N      how many of them have a command beside their address (0)
  --together        all of them on one node
  --only TEXT       attacks of the siege suite whose name contains it (all)
  --seed S          seed of the pauses suite (drawn and printed)
  --json            one JSON object, last on stdout`;

interface Report {
  profile: string;
  scenarios?: readonly Summary[];
  idle?: Readonly<Record<string, Idle>>;
  /** Two machines, with pings. */
  idleTwo?: Readonly<Record<string, Idle>>;
  pauses?: Pauses;
  scale?: readonly Scale[];
  followers?: Followers;
  api?: ApiWrites;
  siege?: readonly Siege[];
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function failover(
  scenarios: readonly Scenario[],
  profile: ProfileName,
  runs: number,
  times: number,
): Promise<Summary[]> {
  return await playAll(
    scenarios,
    { profile, runs, times },
    {
      played(_cluster, scenario, run) {
        const what = run.void ? `void: the prober paused ${run.probe.paused_ms_max} ms` : `${run.lost} lost`;
        const outage = `outage ${ms(run.outage_ms)}, two owners ${ms(run.dual_active_ms)}`;
        const bound = run.bound === null ? "" : `, ${judgeBound(run.outage_ms, run.bound)}`;
        note(`${scenario.name}: ${run.from} -> ${run.to}, ${outage}, ${what}${bound}`);
        for (const words of run.saw) note(`  ${words}`);
      },
    },
  );
}

/** A name that is given decides; else the suite's own scenarios. */
function wanted(suite: string, glob: string | undefined): readonly Scenario[] {
  const suites: Record<string, readonly Scenario[]> = {
    failover: SCENARIOS,
    everyday: EVERYDAY,
    two: [...TWO_NODES, ...TWO_RISKING],
    all: [...SCENARIOS, ...EVERYDAY, ...TWO_NODES, ...TWO_RISKING],
  };
  const own = suites[suite] ?? [];
  if (glob === undefined || own.length === 0) return own;
  const chosen = chooseScenarios(glob);
  if (!chosen.ok) throw new Error(chosen.reason);
  return chosen.scenarios;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      suite: { type: "string", default: "all" },
      runs: { type: "string", default: "5" },
      times: { type: "string", default: "4" },
      scenario: { type: "string" },
      profile: { type: "string" },
      minutes: { type: "string", default: "10" },
      seed: { type: "string" },
      together: { type: "boolean", default: false },
      groups: { type: "string", default: "1000" },
      commands: { type: "string", default: "0" },
      only: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const { suite, profile = "fast" } = values;
  const runs = Number(values.runs);
  const minutes = Number(values.minutes);
  if (profile !== "fast" && profile !== "default")
    throw new Error(`--profile ${profile}: expected fast or default`);
  if (
    ![
      "failover",
      "everyday",
      "two",
      "idle",
      "idle-two",
      "pauses",
      "scale",
      "siege",
      "followers",
      "api",
      "all",
    ].includes(suite)
  )
    throw new Error(`--suite ${suite} is unknown\n${USAGE}`);
  const times = Number(values.times);
  if (!(times >= 1)) throw new Error("--times must be at least 1");
  if (!(runs >= 1) || !(minutes > 0)) throw new Error("--runs and --minutes must be more than 0");
  if (process.getuid?.() !== 0) {
    note("The bench builds network namespaces, which needs root: run `sudo npm run bench`.");
    return 1;
  }
  const usual: ProfileName = values.profile === "fast" ? "fast" : "default";
  const report: Report = { profile };
  let good = true;
  const scenarios = wanted(suite, values.scenario);
  if (scenarios.length > 0) {
    report.scenarios = await failover(scenarios, profile, runs, times);
    for (const summary of report.scenarios) {
      const judged = verdict(summary);
      if (!judged.ok) note(`${summary.name}: ${judged.reason}`);
      good &&= judged.ok;
    }
  }
  if (suite === "idle" || suite === "all") {
    const profiles: ProfileName[] = values.profile === undefined ? ["default", "fast"] : [profile];
    report.idle = await measureIdle(profiles, note);
  }
  if (suite === "idle-two" || suite === "all") {
    const profiles: ProfileName[] = values.profile === undefined ? ["default", "fast"] : [profile];
    report.idleTwo = await measureIdle(profiles, note, "two");
  }
  if (suite === "pauses" || suite === "all") {
    const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
    report.pauses = await measurePauses(profile, minutes, seed, note);
    good &&= report.pauses.takeovers === 0;
  }
  if (suite === "scale" || suite === "all") {
    const groups = Number(values.groups);
    const commands = Number(values.commands);
    if (!(groups >= 1) || !(commands <= groups)) throw new Error("--groups and --commands make no sense");
    report.scale = [
      await measureScale(
        {
          profile: usual,
          groups,
          commands,
          together: values.together,
        },
        note,
      ),
    ];
    good &&= report.scale.every(({ suspected }) => suspected === 0);
  }
  if (suite === "siege" || suite === "all") {
    report.siege = await measureSiege(profile, values.only, note);
    good &&= report.siege.every(({ dual_active_ms }) => dual_active_ms === 0);
  }
  if (suite === "followers" || suite === "all") report.followers = await measureFollowers(usual, runs, note);
  if (suite === "api" || suite === "all") report.api = await measureApi(usual, runs, note);
  process.stdout.write(`${values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2)}\n`);
  return good ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  note(error instanceof Error ? error.message : String(error));
  return 1;
});
