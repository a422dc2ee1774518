/** `leasehold doctor`: whether the next failure would be survived, and what to look at before it comes. */
import type { Command } from "commander";
import type { StatusReply } from "../api/messages.ts";
import { LeaseholdError } from "../errors.ts";
import { withCluster } from "./connect.ts";
import { EXIT, print } from "./output.ts";

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("say whether the next failure would be survived, and why not; ends with 1 when it would not")
    .option("--json", "one JSON object")
    .action(async (options: { json?: boolean }) => {
      await withCluster(program.opts(), async (cluster) => {
        const { node, outlook } = await cluster.status();
        if (outlook === null)
          throw new LeaseholdError("refused", `${node} is of an older version and does not say`);
        print(options.json ? JSON.stringify({ node, ...outlook }) : renderOutlook(outlook, node));
        if (!outlook.survives) process.exitCode = EXIT.refused;
      });
    });
}

export function renderOutlook(
  { survives, sentence, findings }: NonNullable<StatusReply["outlook"]>,
  node: string,
): string {
  const marked = findings.map(({ level, text }) => `${level === "bad" ? "!" : "-"} ${text}`);
  return [...(survives ? [sentence] : []), ...marked, `as ${node} sees it`].join("\n");
}
