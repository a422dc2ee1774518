/**
 * `npm run vectors -- --json`: runs the outside vectors and the recorded histories; one JSON object comes last on
 * stdout. Ends with 1 when something failed, with 2 when there are no vectors.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { judgeAll } from "./judge.ts";
import { vectorsFolder } from "./outside.ts";

const USAGE = `Usage: npm run vectors -- [--json]
  The folder: $LEASEHOLD_VECTORS, else ../shared/vectors beside the project.
`;

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});

function run(): number {
  const folder = vectorsFolder();
  if (!existsSync(folder)) {
    console.error(
      `There are no vectors at ${folder}: put them there, or name their folder in LEASEHOLD_VECTORS.`,
    );
    return 2;
  }
  const outcomes = judgeAll();
  const failed = outcomes.filter(({ result }) => result === "failed");
  const excused = outcomes.filter(({ result }) => result === "excused");
  const passed = outcomes.length - failed.length - excused.length;
  for (const { name, detail } of failed) console.error(`FAILED  ${name}\n        ${detail}`);
  if (values.json) {
    console.log(JSON.stringify({ passed, failed: failed.length, excused: excused.length }));
  } else {
    for (const { name, detail } of excused) console.log(`excused ${name}\n        ${detail}`);
    console.log(`${passed} passed, ${failed.length} failed, ${excused.length} excused (${folder})`);
  }
  return failed.length === 0 ? 0 : 1;
}

if (values.help) console.log(USAGE);
else process.exitCode = run();
