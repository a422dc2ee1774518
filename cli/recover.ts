/** `leasehold recover`: the way out when a majority of the voters is lost for good (R14). The daemon of this node is down meanwhile. */
import { spawnSync } from "node:child_process";
import { createInterface, type Interface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { LeaseholdError } from "../errors.ts";
import { print, whoAsks } from "./output.ts";

/** What the daemon's program says of the store. */
interface Survivor {
  readonly node: string;
  readonly cluster: string;
  readonly last: { readonly index: number; readonly term: number };
  readonly voters: readonly string[];
  readonly nodes: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  readonly apiPort: number;
}

const DAEMON = fileURLToPath(new URL("../daemon/main.js", import.meta.url));
const ANSWER_MS = 3000;

export function addRecover(program: Command): void {
  program
    .command("recover")
    .description(
      "go on without nodes that are lost for good, when they were a majority; this node's daemon must be down",
    )
    .option(
      "--lost <name...>",
      "the nodes that are lost for good; without it, only say where this node's log ends",
    )
    .action(async ({ lost }: { lost?: string[] }) => {
      const { config } = program.opts<{ config: string }>();
      const survivor = JSON.parse(daemon(config, ["--survey"])) as Survivor;
      print(
        `${survivor.node} knows cluster ${survivor.cluster} up to entry ${survivor.last.index} of term ${survivor.last.term}; ` +
          `its voters are ${survivor.voters.join(", ")}.`,
      );
      if (lost === undefined) {
        print(
          "Where several nodes survive, recover on the one with the greatest term, and among those the greatest entry.",
        );
        return;
      }
      await checkLost(config, survivor, lost);
      await confirm(survivor, lost);
      daemon(config, ["--recover", ...lost.flatMap((name) => ["--lost", name]), "--by", whoAsks()]);
      print(
        `Done: ${survivor.node} votes alone. Start its daemon; then let new nodes in with \`leasehold node add\`. The lost ones never ` +
          "come back under their names; wipe their disks before you use those machines again.",
      );
    });
}

/** The daemon's own program reads and writes the store. Throws what it says. */
function daemon(config: string, words: readonly string[]): string {
  const ran = spawnSync(process.execPath, [DAEMON, "--config", config, ...words], { encoding: "utf8" });
  if (ran.status === 0) return ran.stdout;
  throw new LeaseholdError("refused", ran.stderr.trim() || "the daemon's program failed");
}

/** Whoever answers is not lost; and where a leader is known, a majority is there. */
async function checkLost(config: string, survivor: Survivor, lost: readonly string[]): Promise<void> {
  const { readSettings } = await import("../configuration/node.ts");
  const { loadIdentity } = await import("../identity/identity.ts");
  const { tls } = loadIdentity(readSettings(config).secrets);
  const others = survivor.nodes.filter(({ name }) => name !== survivor.node);
  const answers = await Promise.all(
    others.map(async ({ name, addresses }) => {
      const heard = await Promise.all(addresses.map((ip) => leaderKnownAt(`${ip}:${survivor.apiPort}`, tls)));
      return { name, heard: heard.find((each) => each !== null) ?? null };
    }),
  );
  for (const { name, heard } of answers) {
    if (heard === null) continue;
    if (lost.includes(name))
      throw new LeaseholdError("refused", `${name} answers: it is not lost. Nothing was changed`);
    if (heard !== "")
      throw new LeaseholdError(
        "refused",
        `${name} answers and knows a leader (${heard}): a majority is there. Nothing was changed`,
      );
  }
}

type Tls = NonNullable<Parameters<typeof import("../client/cluster.ts")["connectCluster"]>[1]>;

/** The leader that the daemon there knows, "" for none; null: nobody answers. */
async function leaderKnownAt(target: string, tls: Tls): Promise<string | null> {
  const { connectCluster } = await import("../client/cluster.ts");
  const client = connectCluster(target, tls);
  const timeout = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_MS).unref());
  try {
    return await Promise.race([client.status().then(({ leader }) => leader), timeout]);
  } catch {
    return null;
  } finally {
    client.close();
  }
}

async function confirm(survivor: Survivor, lost: readonly string[]): Promise<void> {
  print(
    `Without ${lost.join(", ")} the rest is no majority, and decides nothing. If they are lost for good, ${survivor.node} can go on alone:
  - whatever they had decided that ${survivor.node} does not know is lost, acknowledged or not;
  - what they held is taken over on your word alone. If one of them still runs, two machines will serve the same groups, and can
    destroy their data. Look at the machines: they must be off;
  - they never come back under their names.`,
  );
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answers = lines[Symbol.asyncIterator]();
    for (const name of lost) await typed(lines, answers, name);
  } finally {
    lines.close();
  }
}

async function typed(lines: Interface, answers: AsyncIterator<string>, name: string): Promise<void> {
  lines.setPrompt(`Type ${name} to confirm that it is off, and lost: `);
  lines.prompt();
  const { value, done } = await answers.next();
  if (done !== true && value.trim() === name) return;
  throw new LeaseholdError("refused", `${name} was not typed: nothing was changed`);
}
