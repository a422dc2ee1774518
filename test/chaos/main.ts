/** `npm run chaos -- --minutes M --json`: real daemons in bad weather; exits 1 when a promise broke. */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { type ChaosResult, runChaos } from "./chaos.ts";

const USAGE = `Usage: npm run chaos -- [options]
  --minutes M      how long the weather lasts (default 2)
  --seed S         replays the plan of faults of an earlier run, though not its timing
  --profile NAME   timing of the cluster: default, or fast (for a machine that does nothing else)
  --json           one JSON object on stdout, last
`;

function print(result: ChaosResult): void {
  const faults = Object.entries(result.faults).map(([kind, count]) => `${count} ${kind}`);
  console.log(`seed ${result.seed}: ${faults.join(", ")}`);
  console.log(`${result.operations} calls of clients, ${result.applied_documents} documents applied`);
  console.log(
    `two owners for ${result.two_owners_ms} ms; longest silence ${result.longest_unavailable_ms} ms`,
  );
  console.log(`everything was there again ${result.healed_ms} ms after the last fault`);
  for (const { invariant, detail } of result.violations) console.log(`VIOLATION ${invariant}: ${detail}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "2" },
      seed: { type: "string" },
      profile: { type: "string", default: "default" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { profile } = values;
  const minutes = Number(values.minutes);
  const seed = values.seed === undefined ? randomInt(1, 2 ** 31) : Number(values.seed);
  const right = minutes > 0 && Number.isSafeInteger(seed) && (profile === "fast" || profile === "default");
  if (values.help || !right) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  if (process.getuid?.() !== 0) {
    process.stderr.write("chaos builds network namespaces, which needs root\n");
    return 2;
  }
  console.error(`seed ${seed}`);
  const result = await runChaos({
    seed,
    spanMs: minutes * 60_000,
    profile,
    say: (line) => console.error(line),
  });
  if (values.json) console.log(JSON.stringify(result));
  else print(result);
  return result.violations.length === 0 ? 0 : 1;
}

process.exitCode = await main();
