/** The recorded register histories, judged by the project's linearizability checker. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readHistory } from "./jepsen.ts";
import { checkHistory } from "./linearizability.ts";
import { register } from "./objects.ts";
import type { Outcome } from "./outside.ts";

/** Runs every history that `verdicts.json` in `folder` speaks of. A history nobody judged fails. */
export function judgeHistories(folder: string): Outcome[] {
  const verdicts = JSON.parse(readFileSync(join(folder, "verdicts.json"), "utf8")) as Record<string, boolean>;
  const unjudged = readdirSync(folder).filter(
    (name) => name.endsWith(".log") && verdicts[name] === undefined,
  );
  return [
    ...Object.entries(verdicts).map(([name, expected]) => judge(folder, name, expected)),
    ...unjudged.map(
      (name): Outcome => ({ name, result: "failed", detail: "verdicts.json does not name it" }),
    ),
  ];
}

function judge(folder: string, name: string, expected: boolean): Outcome {
  const found = checkHistory(register, readHistory(readFileSync(join(folder, name), "utf8")));
  const right = found.verdict === (expected ? "linearizable" : "not-linearizable");
  const detail = right ? "" : `${found.verdict} after ${found.steps} steps; the verdict is ${expected}`;
  return { name: `linearizability/${name}`, result: right ? "passed" : "failed", detail };
}
