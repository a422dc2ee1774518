/** `leasehold node …`: nodes that come, go, and vote. */
import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import type { ChangeNodesRequest } from "../api/messages.ts";
import { withCluster } from "./connect.ts";
import { reportSteps } from "./operations.ts";
import { whoAsks } from "./output.ts";

interface Options {
  readonly json?: boolean;
  readonly requestId?: string;
  readonly learner?: boolean;
}

export function addNode(program: Command): void {
  const node = program.command("node").description("nodes that come, go, and vote, while the cluster works");
  const add = (usage: string, what: string): Command =>
    node
      .command(usage)
      .description(what)
      .option("--json", "the last word as one JSON object")
      .option("--request-id <id>", "repeat an earlier request instead of making a new one");
  const run = (
    wish: Pick<ChangeNodesRequest, "action" | "node"> & Partial<ChangeNodesRequest>,
    options: Options,
  ): Promise<void> => {
    const request: ChangeNodesRequest = {
      addresses: [],
      other: "",
      learner: options.learner === true,
      requestId: options.requestId ?? randomUUID(),
      by: whoAsks(),
      ...wish,
    };
    return withCluster(program.opts(), (cluster) =>
      reportSteps(options.json === true, (listener) => cluster.changeNodes(request, listener)),
    );
  };

  add(
    "add <name> <address...>",
    "let a new node in, with one address for each path; it votes when it has caught up",
  )
    .option("--learner", "it takes the log and may hold groups, and does not vote")
    .action((name: string, addresses: string[], options: Options) =>
      run({ action: "add", node: name, addresses }, options),
    );
  for (const [action, what] of [
    ["remove", "let a node go, for good: what it holds moves away first, and its name is used up"],
    ["promote", "let a node vote when it has caught up"],
    ["demote", "let a node take the log and vote no more"],
    ["readmit", "let a node count again on another disk than before, the one that its daemon has now"],
  ] as const) {
    add(`${action} <name>`, what).action((name: string, options: Options) =>
      run({ action, node: name }, options),
    );
  }
  add("replace <old> <new> [address...]", "let a new node in, and when it votes the old one go").action(
    (old: string, other: string, addresses: string[], options: Options) =>
      run({ action: "replace", node: old, other, addresses }, options),
  );
}
