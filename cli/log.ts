/** `leasehold log`: the ledger's decisions, oldest first. */
import { type Command, InvalidArgumentError } from "commander";
import { withCluster } from "./connect.ts";

export function addLog(program: Command): void {
  program
    .command("log")
    .description("show what was decided, and on what proof")
    .option("--json", "one JSON object a line")
    .option("-n, --newest <count>", "only the newest decisions", wholeNumber, 0)
    .action(async (options: { json?: boolean; newest: number }) => {
      await withCluster(program, async (cluster) => {
        const { decisions } = await cluster.log(options.newest);
        for (const decision of decisions) {
          const text = options.json
            ? JSON.stringify(decision)
            : `${new Date(decision.at).toISOString()}  #${decision.index}  ${decision.text}`;
          process.stdout.write(`${text}\n`);
        }
      });
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError("expected a whole number from 0.");
  return value;
}
