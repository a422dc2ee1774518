/** The operator's wishes: standby, online, stop, start, maintain, restart. Each may be repeated safely, on any node. */
import { randomUUID } from "node:crypto";
import { type Command, InvalidArgumentError } from "commander";
import type { Progress } from "../api/messages.ts";
import type { ClusterClient } from "../client/cluster.ts";
import { LeaseholdError } from "../errors.ts";
import { withCluster } from "./connect.ts";
import { EXIT, print, whoAsks } from "./output.ts";

interface Step {
  readonly stage: string;
  readonly text: string;
  readonly ok: boolean;
}
type Follow<S extends Step> = (listener: (step: S) => void) => Promise<S>;

/** A daemon that restarts takes its connections with it; another one may have to be waited for. */
const RECONNECT_MS = 30_000;
const RETRY_MS = 300;

/**
 * Prints each step as it comes, or with `json` the last one. A connection that breaks after the first word is made
 * again: the wish is known by its id, and the same.
 */
export async function reportSteps<S extends Step>(json: boolean, follow: Follow<S>): Promise<void> {
  let said = "";
  let brokenSince: number | null = null;
  for (;;) {
    try {
      const last = await follow((step) => {
        brokenSince = null;
        const line = `${step.stage}: ${step.text}`;
        if (!json && line !== said) print(line);
        said = line;
      });
      if (json) print(JSON.stringify(last));
      if (!last.ok) process.exitCode = EXIT.refused;
      return;
    } catch (error) {
      const broken = error instanceof LeaseholdError && /^un(reachable|available)$/.test(error.code);
      if (!broken || said === "") throw error;
      brokenSince ??= performance.now();
      if (performance.now() - brokenSince > RECONNECT_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

type NodeCall = "standby" | "online" | "restart";
type GroupCall = "stop" | "start";

const ON_NODES: readonly [NodeCall, string][] = [
  ["standby", "let a node hold nothing; what it holds moves away first"],
  ["online", "let a node hold groups again"],
  ["restart", "let a node's daemon hand over to its next incarnation; what it holds goes on"],
];
const ON_GROUPS: readonly [GroupCall, string][] = [
  ["stop", "stop a group, and keep it stopped"],
  ["start", "let a group run, and wait until it does"],
];

export function addOperations(program: Command): void {
  const add = (usage: string, what: string): Command =>
    program
      .command(usage)
      .description(what)
      .option("--json", "the last word as one JSON object")
      .option("--request-id <id>", "repeat an earlier request instead of making a new one");
  const run = (
    options: { json?: boolean },
    call: (cluster: ClusterClient, listener: (step: Progress) => void) => Promise<Progress>,
  ): Promise<void> =>
    withCluster(program.opts(), (cluster) =>
      reportSteps(options.json === true, (listener) => call(cluster, listener)),
    );
  type Options = { json?: boolean; requestId?: string };

  for (const [name, what] of ON_NODES) {
    add(`${name} <node>`, what).action(async (node: string, options: Options) => {
      const request = { node, requestId: options.requestId ?? randomUUID(), by: whoAsks() };
      await run(options, (cluster, listener) => cluster[name](request, listener));
    });
  }
  for (const [name, what] of ON_GROUPS) {
    add(`${name} <group>`, what).action(async (group: string, options: Options) => {
      const request = { group, requestId: options.requestId ?? randomUUID(), by: whoAsks() };
      await run(options, (cluster, listener) => cluster[name](request, listener));
    });
  }
  program
    .command("maintain [group] [on|off]")
    .usage("[options] <group> on|off  |  --all on|off")
    .description("watch a group, and touch nothing of it")
    .option("--all", "every group")
    .option("--json", "the last word as one JSON object")
    .action(
      async (
        first: string | undefined,
        second: string | undefined,
        options: { all?: boolean; json?: boolean },
      ) => {
        const [group, word] = options.all === true ? ["", first] : [first, second];
        if (group === undefined || (options.all === true && second !== undefined)) {
          throw new LeaseholdError("invalid-argument", "expected a group or --all, then on or off");
        }
        const request = { group, on: onOff(word), by: whoAsks() };
        await run(options, (cluster, listener) => cluster.maintain(request, listener));
      },
    );
}

function onOff(word: string | undefined): boolean {
  if (word !== "on" && word !== "off") {
    throw new LeaseholdError("invalid-argument", `expected on or off, not ${word ?? "nothing"}`);
  }
  return word === "on";
}

/** For options. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError("expected a whole number from 0.");
  }
  return value;
}
