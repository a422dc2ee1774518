/** `leasehold move GROUP NODE`: the administrator moves a group; on any node. */
import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { withCluster } from "./connect.ts";

export function addMove(program: Command): void {
  program
    .command("move <group> <node>")
    .description("move a group to a node, and wait until it runs there")
    .option("--json", "the last word as one JSON object")
    .option("--request-id <id>", "repeat an earlier request instead of making a new one")
    .action(async (group: string, to: string, options: { json?: boolean; requestId?: string }) => {
      await withCluster(program, async (cluster) => {
        const request = { group, to, requestId: options.requestId ?? randomUUID() };
        const last = await cluster.move(request, (progress) => {
          if (!options.json) process.stdout.write(`${progress.stage}: ${progress.text}\n`);
        });
        if (options.json) process.stdout.write(`${JSON.stringify(last)}\n`);
        if (!last.ok) process.exitCode = 1;
      });
    });
}
