/** `leasehold log`: the ledger's decisions, oldest first. */
import type { Command } from "commander";
import type { LogReply } from "../api/messages.ts";
import { withCluster } from "./connect.ts";
import { wholeNumber } from "./operations.ts";
import { print } from "./output.ts";

export function addLog(program: Command): void {
  program
    .command("log")
    .description("show what was decided, and on what proof")
    .option("--json", "one JSON object a line")
    .option("-n, --newest <count>", "only the newest decisions", wholeNumber, 0)
    .action(async (options: { json?: boolean; newest: number }) => {
      await withCluster(program.opts(), async (cluster) => {
        const { decisions } = await cluster.log(options.newest);
        for (const decision of decisions) print(options.json ? JSON.stringify(decision) : lineOf(decision));
      });
    });
}

export const lineOf = ({ at, index, text }: LogReply["decisions"][number]): string =>
  `${new Date(at).toISOString()}  #${index}  ${text}`;
