/** `leasehold fence ...`: a person as the last device. */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { withCluster } from "./connect.ts";
import { reportSteps } from "./operations.ts";
import { whoAsks } from "./output.ts";

const WARNING = (node: string): string =>
  `If ${node} still runs, two machines will serve the same groups and can destroy their data.
Look at the machine itself: it must be off, or its power must be cut. Then type its name to confirm: `;

export function addFence(program: Command): void {
  const fence = program.command("fence").description("nodes that are known to be down");
  fence
    .command("confirm <node>")
    .description("confirm that a node is down, by typing its name: what it held is then taken over")
    .option("--json", "the last word as one JSON object")
    .action(async (node: string, options: { json?: boolean }) => {
      const typed = await ask(WARNING(node));
      const request = { node, typed, requestId: randomUUID(), by: whoAsks() };
      await withCluster(program.opts(), (cluster) =>
        reportSteps(options.json === true, (listener) => cluster.confirmStop(request, listener)),
      );
    });
}

/** One line of the terminal, or of whatever is the input. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await Promise.race([lines.question(question), ended(lines)])).trim();
  } finally {
    lines.close();
  }
}

const ended = (lines: ReturnType<typeof createInterface>): Promise<string> =>
  new Promise((resolve) => {
    lines.once("close", () => resolve(""));
  });
