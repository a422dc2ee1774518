/** The thread behind checker.ts. */
import { parentPort } from "node:worker_threads";
import { checkApply } from "../configuration/apply.ts";
import { diff } from "../configuration/diff.ts";
import { parseYaml } from "../configuration/document.ts";
import { render } from "../configuration/render.ts";
import type { Answer, Answers, Job } from "./checker.ts";

function doJob(job: Job): Answers[Job["type"]] {
  switch (job.type) {
    case "check":
      return checkApply(parseYaml(job.file, job.yaml), job);
    case "render":
      return render(job.document);
    case "diff":
      return diff(job.before, job.after);
  }
}

parentPort?.on("message", (job: Job) => {
  let answer: Answer;
  try {
    answer = { ok: true, value: doJob(job) };
  } catch (error) {
    answer = { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
