/** The cluster document at a prompt: apply, config, history, rollback. */
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { ApplyReply, HistoryReply, Problem } from "../api/messages.ts";
import type { ClusterClient } from "../client/cluster.ts";
import { LeaseholdError } from "../errors.ts";
import { withCluster } from "./connect.ts";
import { wholeNumber } from "./operations.ts";
import { EXIT, print, whoAsks } from "./output.ts";

type Change = (dryRun: boolean, baseRevision: number) => Promise<ApplyReply>;

export function addConfiguration(program: Command): void {
  program
    .command("apply")
    .description("check a cluster document, show what it changes, and make it the one in force")
    .requiredOption("-f, --file <file>", "the document (YAML); - for standard input")
    .option("--dry-run", "only check it and show what it would change")
    .option("--base <revision>", "refuse unless this revision is in force", wholeNumber, 0)
    .option("--note <text>", "what for, for the history", "")
    .option("--json", "the answer as one JSON object")
    .action(
      async (options: { file: string; dryRun?: boolean; base: number; note: string; json?: boolean }) => {
        const file = options.file === "-" ? "standard input" : options.file;
        const yaml = readText(options.file);
        await withCluster(program.opts(), (cluster) => {
          const words = { yaml, file, by: whoAsks(), note: options.note };
          const change: Change = (dryRun, baseRevision) => cluster.apply({ ...words, dryRun, baseRevision });
          return makeChange(file, change, options.base, options);
        });
      },
    );

  program
    .command("rollback")
    .argument("<revision>", "its number, as history lists it", wholeNumber)
    .description("make the document of an earlier revision the one in force again")
    .option("--dry-run", "only show what it would change")
    .option("--json", "the answer as one JSON object")
    .action(async (revision: number, options: { dryRun?: boolean; json?: boolean }) => {
      await withCluster(program.opts(), (cluster) => {
        const by = whoAsks();
        const change: Change = (dryRun) => cluster.rollback({ revision, by, dryRun });
        return makeChange(`revision ${revision}`, change, 0, options);
      });
    });

  program
    .command("config")
    .argument("[revision]", "its number, as history lists it", wholeNumber, 0)
    .description("print the cluster document in force, or an earlier one")
    .option("--json", "one JSON object")
    .action(async (revision: number, options: { json?: boolean }) => {
      await withCluster(program.opts(), async (cluster) => {
        const document = await cluster.document(revision);
        if (options.json) print(JSON.stringify(document));
        else process.stdout.write(document.yaml);
      });
    });

  program
    .command("history")
    .description("list the newest revisions of the cluster document, and what each changed")
    .option("--json", "one JSON object a line")
    .action(async (options: { json?: boolean }) => {
      await withCluster(program.opts(), (cluster) => showHistory(cluster, options.json === true));
    });
}

/** What would change is shown first; then exactly that is applied, or nothing. */
async function makeChange(
  file: string,
  change: Change,
  base: number,
  { dryRun, json }: { readonly dryRun?: boolean; readonly json?: boolean },
): Promise<void> {
  const checked = await change(true, base);
  if (!json) for (const line of renderChange(file, checked)) print(line);
  if (!checked.ok || dryRun === true || checked.changes.length === 0) {
    if (json) print(JSON.stringify(checked));
    else if (checked.ok && checked.changes.length === 0)
      print(`revision ${checked.revision} says so already`);
    else if (checked.ok) print("nothing was changed (--dry-run)");
    if (!checked.ok) process.exitCode = EXIT.refused;
    return;
  }
  const applied = await change(false, checked.revision);
  if (json) print(JSON.stringify(applied));
  else if (applied.ok) print(`revision ${applied.revision} is in force`);
  else for (const problem of applied.problems) print(sentenceOf(file, problem));
  if (!applied.ok) process.exitCode = EXIT.refused;
}

export function renderChange(file: string, { ok, problems, changes, warnings }: ApplyReply): string[] {
  if (!ok) return [...problems.map((problem) => sentenceOf(file, problem)), "nothing was changed"];
  return [...changes, ...warnings.map((warning) => `! ${warning}`)];
}

function sentenceOf(file: string, { line, field, text }: Problem): string {
  const where = line === 0 ? file : `${file}:${line}`;
  return field === "" ? `${where}: ${text}` : `${where}: ${field}: ${text}`;
}

async function showHistory(cluster: ClusterClient, json: boolean): Promise<void> {
  const { revisions } = await cluster.history();
  for (const revision of revisions) {
    if (json) print(JSON.stringify(revision));
    else for (const line of renderRevision(revision)) print(line);
  }
}

export function renderRevision(of: HistoryReply["revisions"][number]): string[] {
  const who = of.by === "" ? "" : `  by ${of.by}`;
  const note = of.note === "" ? "" : `  (${of.note})`;
  return [
    `revision ${of.revision}  ${new Date(of.at).toISOString()}${who}${note}`,
    ...of.changes.map((change) => `  ${change}`),
  ];
}

function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LeaseholdError("invalid-argument", `${file}: cannot be read: ${why}`, { cause });
  }
}
