/** How commands find their daemon: through the node's file, over its Unix socket. */
import { join } from "node:path";
import type { Command } from "commander";
import { type ClusterClient, connectCluster } from "../client/cluster.ts";
import { readNode } from "../configuration/node.ts";

export async function withCluster(
  program: Command,
  use: (cluster: ClusterClient) => Promise<void>,
): Promise<void> {
  const { config } = program.opts<{ config: string }>();
  const node = readNode(config);
  const cluster = connectCluster(`unix:${join(node.runtime, "api.sock")}`);
  try {
    await use(cluster);
  } finally {
    cluster.close();
  }
}
