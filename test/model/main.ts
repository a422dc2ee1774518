/** `npm run model -- --which sessions --json`: an exhaustive model; one JSON object last on stdout. */
import { parseArgs } from "node:util";
import { judgeRules, judgeWorlds, type Report, type RuleReport, type WorldReport } from "./judge.ts";
import { judgeTwoNodes, judgeTwoNodesRules } from "./twonodes/judge.ts";
import * as twoNodes from "./twonodes/worlds.ts";
import { FULL, SMALL } from "./worlds.ts";

const USAGE = `Usage: npm run model -- --which NAME [options]
  --which NAME   the model: sessions (the default), two-nodes
  --bound NAME   full (some minutes; the default) or small
  --json         one JSON object, last on stdout
`;

const { values } = parseArgs({
  options: {
    which: { type: "string", default: "sessions" },
    bound: { type: "string", default: "full" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const worldLine = ({ world, about, states, depth, exhausted }: WorldReport): string =>
  `${world.padEnd(11)} ${String(states).padStart(9)} states, ${String(depth).padStart(2)} steps deep, ${exhausted ? "all of them" : "NOT ALL"}: ${about}`;

function ruleLines({ id, about, violated_when_off, also_off, trace }: RuleReport): string {
  const head = `\n${id} off: ${about}`;
  if (!violated_when_off) return `${head}\n  NOTHING IS BROKEN`;
  const masked = also_off === null ? [] : [`(${also_off})`];
  return [head, ...masked, ...trace.map((line, i) => `${String(i + 1).padStart(3)}. ${line}`)].join("\n");
}

type Told<T> = (one: T) => void;
interface Model {
  readonly worlds: (full: boolean, tell: Told<WorldReport>) => Promise<Omit<Report, "rules">>;
  readonly rules: (tell: Told<RuleReport>) => Promise<RuleReport[]>;
}
const MODELS: ReadonlyMap<string, Model> = new Map([
  [
    "sessions",
    {
      worlds: (full: boolean, tell: Told<WorldReport>) => judgeWorlds(full ? FULL : SMALL, tell),
      rules: judgeRules,
    },
  ],
  [
    "two-nodes",
    {
      worlds: (full: boolean, tell: Told<WorldReport>) =>
        judgeTwoNodes(full ? twoNodes.FULL : twoNodes.SMALL, tell),
      rules: judgeTwoNodesRules,
    },
  ],
]);

async function run(): Promise<number> {
  const model = MODELS.get(values.which);
  if (model === undefined || !["full", "small"].includes(values.bound)) {
    console.error(`--which ${values.which} --bound ${values.bound}: there is no such model\n${USAGE}`);
    return 2;
  }
  const print = values.json ? () => {} : (line: string) => console.log(line);
  const worlds = await model.worlds(values.bound === "full", (world) => print(worldLine(world)));
  for (const { world, trace } of worlds.violations)
    print(
      `\nVIOLATION in ${world}:\n${trace.map((line, i) => `${String(i + 1).padStart(3)}. ${line}`).join("\n")}`,
    );
  const rules = await model.rules((rule) => print(ruleLines(rule)));
  const report: Report = { ...worlds, rules };
  if (values.json) console.log(JSON.stringify(report));
  else console.log(`\n${report.states} states, ${report.violations.length} violations`);
  const right = report.exhausted && report.violations.length === 0;
  return right && rules.every((rule) => rule.violated_when_off) ? 0 : 1;
}

if (values.help) console.log(USAGE);
else process.exitCode = await run();
