/** `leasehold explain GROUP`: why a group is where it is, and why not elsewhere. */
import type { Command } from "commander";
import type { ExplainReply } from "../api/messages.ts";
import { withCluster } from "./connect.ts";
import { lineOf } from "./log.ts";
import { print, table } from "./output.ts";

export function addExplain(program: Command): void {
  program
    .command("explain <group>")
    .description("say why a group is where it is, what speaks for each node, and what was decided")
    .option("--json", "one JSON object")
    .action(async (group: string, options: { json?: boolean }) => {
      await withCluster(program.opts(), async (cluster) => {
        const explained = await cluster.explain(group);
        print(options.json ? JSON.stringify(explained) : renderExplanation(explained));
      });
    });
}

export function renderExplanation({ lines, candidates, decisions }: ExplainReply): string {
  return [
    ...lines,
    "",
    ...table(
      ["NODE", "COULD HAVE IT", "WHY"],
      candidates.map(({ node, eligible, reason }) => [node, eligible ? "yes" : "no", reason]),
    ),
    "",
    ...decisions.map(lineOf),
  ]
    .join("\n")
    .trimEnd();
}
