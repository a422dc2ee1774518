/** `npm run sim -- --seeds N --from S --json`: plays seeds, counts what was seen, exits 1 when a promise broke. */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { MUTANTS } from "./mutants/all.ts";
import { runGate } from "./mutation.ts";
import { playSeeds } from "./pool.ts";
import { addReport, notSeen, type Report, verdict } from "./report.ts";
import { PROFILE_NAMES, type Profile } from "./scene.ts";
import { playSeed, STANDARD } from "./seed.ts";
import { inProfile, type Seen, type SeenName } from "./seen.ts";

const USAGE = `Usage: npm run sim -- [options]
  --seeds N      how many seeds to play (default 100)
  --from S       the first seed (default 1)
  --fresh N      so many more, from a seed that nobody has chosen; it is printed
  --jobs N       worker threads (default 2)
  --events N     each seed goes on until so many events have been (default ${STANDARD.events}): a message taken in, a timer
                 that did something, a completion of the disk, a fault that begins or ends
  --profile P    ordinary; beyond-rho: clocks worse than the cluster was told. Then P1 is lost, as stated, and nothing else may be;
                 two-nodes: two voters with power switches, ping targets and a serial line
  --json         one JSON object on stdout
  --trace SEED   play one seed and print what happened
  --mutants      break each rule where it is loaded: each must be noticed within --seeds seeds (default 40)
  --only TEXT    with --mutants: only those whose name begins so
  --verbose      with --trace: every applied entry and gate operation too
`;

function trace(seed: number, how: { events: number; profile: Profile }, verbose: boolean): number {
  const result = playSeed(seed, {
    ...how,
    trace: (time, node, text) => {
      if (!verbose && /^(applied|gate \{|wishes|add |remove )/.test(text)) return;
      console.log(`${time.toFixed(3).padStart(11)} ${node.padEnd(8)} ${text}`);
    },
  });
  for (const { invariant, at, detail } of result.violations)
    console.log(`${invariant} at ${at.toFixed(3)}: ${detail}`);
  console.log(
    `seed ${seed}: ${result.events} events, ${result.time.toFixed(0)} ms, healed in ${result.healed?.toFixed(0)} ms`,
  );
  return result.violations.length === 0 ? 0 : 1;
}

/** Of this process with all its threads, its start included: what others take of the machine does not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1e5) / 10;
}

function print(report: Report, profile: Profile): void {
  console.log(
    `${report.seeds} seeds, ${report.events} events, ${report.simulatedSeconds} s simulated in ${report.seconds} s (${cpuSeconds()} s of the processor)`,
  );
  for (const [what, count] of Object.entries(report.seen)) console.log(`  ${what.padEnd(20)} ${count}`);
  console.log(
    `  slowest return to service after healing: ${report.slowestHealing.ms} ms (seed ${report.slowestHealing.seed})`,
  );
  for (const v of report.violations.slice(0, 30))
    console.log(`VIOLATION ${v.invariant}, seed ${v.seed}: ${v.detail}`);
  for (const [name, count] of Object.entries(report.lost)) console.log(`STATED LOSS ${name}: ${count} times`);
  for (const name of notSeen(report, profile)) console.log(`NOT SEEN: ${name}`);
}

/** The mutation gate; the JSON comes last on stdout. */
async function mutation(
  only: string,
  options: { from: number; seeds: number; jobs: number },
  json: boolean,
): Promise<number> {
  const chosen = MUTANTS.filter(({ id }) => id.startsWith(only));
  const verdicts = await runGate(chosen, { ...options, known: true }, ({ id, killed, seed, how }) =>
    (json ? console.error : console.log)(
      `${killed ? `killed by ${seed}` : "ALIVE"}  ${id}  (${how.slice(0, 200)})`,
    ),
  );
  const alive = verdicts.filter(({ killed }) => !killed).length;
  if (json) console.log(JSON.stringify({ mutants: verdicts }));
  else console.log(`${verdicts.length} mutants, ${alive} alive`);
  return alive === 0 && verdicts.length > 0 ? 0 : 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string" },
      from: { type: "string", default: "1" },
      fresh: { type: "string", default: "0" },
      jobs: { type: "string", default: "2" },
      events: { type: "string", default: `${STANDARD.events}` },
      json: { type: "boolean", default: false },
      profile: { type: "string", default: "ordinary" },
      trace: { type: "string" },
      mutants: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const number = (name: "seeds" | "from" | "fresh" | "jobs" | "trace" | "events", otherwise = 0): number => {
    const value = Number(values[name] ?? otherwise);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    console.error(`--${name} is "${values[name]}"; expected a whole number\n${USAGE}`);
    process.exit(2);
  };
  const profile = PROFILE_NAMES.find((name) => name === values.profile);
  if (profile === undefined) {
    console.error(`--profile is "${values.profile}"; expected ${PROFILE_NAMES.join(" or ")}\n${USAGE}`);
    return 2;
  }
  const how = { events: number("events"), profile };
  if (values.trace !== undefined) return trace(number("trace"), how, values.verbose);
  if (values.mutants) {
    const options = { from: number("from"), seeds: number("seeds", 40), jobs: Math.max(1, number("jobs")) };
    return mutation(values.only, options, values.json);
  }
  const played = { ...how, jobs: Math.max(1, number("jobs")) };
  const report = await playSeeds({ from: number("from"), count: number("seeds", 100), ...played });
  const fresh = number("fresh");
  if (fresh > 0) {
    const from = randomInt(10_000_000, 2_000_000_000);
    console.error(`fresh seeds: --from ${from} --seeds ${fresh}`);
    addReport(report, await playSeeds({ from, count: fresh, ...played }));
  }
  for (const name of Object.keys(report.seen) as SeenName[])
    if (!inProfile(name, profile === "two-nodes")) delete (report.seen as Partial<Seen>)[name];
  if (values.json)
    console.log(JSON.stringify({ ...report, notSeen: notSeen(report, profile), cpuSeconds: cpuSeconds() }));
  else print(report, profile);
  return verdict(report, profile);
}

process.exit(await main());
