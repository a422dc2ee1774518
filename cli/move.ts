/** `leasehold move GROUP NODE`: the administrator moves a group; on any node. */
import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { withCluster } from "./connect.ts";
import { reportSteps } from "./operations.ts";

export function addMove(program: Command): void {
  program
    .command("move <group> <node>")
    .description("move a group to a node, and wait until it runs there")
    .option("--json", "the last word as one JSON object")
    .option("--request-id <id>", "repeat an earlier request instead of making a new one")
    .action(async (group: string, to: string, options: { json?: boolean; requestId?: string }) => {
      const request = { group, to, requestId: options.requestId ?? randomUUID() };
      await withCluster(program.opts(), (cluster) =>
        reportSteps(options.json === true, (listener) => cluster.move(request, listener)),
      );
    });
}
