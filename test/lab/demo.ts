/** `npm run demo`: a cluster of three machines keeps one address while its holder is cut, frozen, killed and cut off. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ProfileName } from "../../configuration/profiles.ts";
import { ALL, chooseScenarios } from "./choose.ts";
import type { Cluster } from "./cluster.ts";
import { GROUP } from "./documents.ts";
import { CONTROL, type Run, type Scenario } from "./scenarios.ts";
import { playAll, type Summary, verdict } from "./series.ts";
import { judgeBound, ms, printStory, tellStory } from "./story.ts";
import { startVisitor, type Visitor } from "./visiting.ts";

const USAGE = `npm run demo -- [options]
  --scenario GLOB          only these: ${[...ALL, CONTROL].map((scenario) => scenario.name).join(", ")}
  --runs N                 play each scenario N times (1)
  --times N                a scenario that can repeat its fault does so N times in each run (4)
  --profile fast|default   the cluster's timing (fast)
  --keep                   leave the cluster up at the end and say what to try
  --json                   one JSON object on stdout, the story on stderr`;

interface Wishes {
  readonly scenarios: readonly Scenario[];
  readonly runs: number;
  readonly times: number;
  readonly profile: ProfileName;
  readonly keep: boolean;
  readonly json: boolean;
}

function readWishes(): Wishes {
  const { values } = parseArgs({
    options: {
      scenario: { type: "string" },
      runs: { type: "string", default: "1" },
      times: { type: "string", default: "4" },
      profile: { type: "string", default: "fast" },
      keep: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: expected a number from 1`);
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1)
    throw new Error(`--times ${values.times}: expected a number from 1`);
  if (values.profile !== "fast" && values.profile !== "default") {
    throw new Error(`--profile ${values.profile}: expected fast or default`);
  }
  const chosen = chooseScenarios(values.scenario);
  if (!chosen.ok) throw new Error(`--scenario: ${chosen.reason}`);
  const { profile, keep, json } = values;
  return { scenarios: chosen.scenarios, runs, times, profile, keep, json };
}

class Narrator {
  readonly #out: NodeJS.WriteStream;
  readonly #colour: boolean;
  #visitor: Visitor | null = null;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
    this.#colour = out.isTTY === true && process.env.NO_COLOR === undefined;
  }

  say(text = ""): void {
    this.#out.write(`${text}\n`);
  }

  strong(text: string): string {
    return this.#colour ? `\x1b[1m${text}\x1b[0m` : text;
  }

  raised(cluster: Cluster): void {
    this.#visitor = startVisitor(cluster.lab, cluster.url);
    this.say(
      `${cluster.names.length === 2 ? "Two" : "Three"} machines (${cluster.names.join(", ")}), two networks, one client. One web service at ${cluster.lab.plan.floating}.`,
    );
    this.say("The client asks for it every millisecond, and asks by ARP every 5 ms who has the address.");
  }

  begins(scenario: Scenario, number: number, again: boolean): void {
    this.say();
    const run = number > 1 ? ` (run ${number})` : "";
    this.say(this.strong(`── ${scenario.name}${run} ${"─".repeat(Math.max(0, 60 - scenario.name.length))}`));
    this.say(
      again ? "The measuring client itself was held up: that run does not count, once more." : scenario.story,
    );
  }

  played(cluster: Cluster, run: Run): void {
    const log = cluster.names.flatMap((node) => cluster.log(node, run.faultWall - 50));
    const { plan } = cluster.lab;
    this.say(`Before: ${run.from} holds the address, ${run.leader} leads.`);
    const moments = tellStory({ plan, run, visits: this.#visitor?.visits ?? [], log });
    for (const line of printStory(moments, this.#colour)) this.say(line);
    this.say(`After: ${run.to} holds the address, fencing token ${run.token}.`);
    for (const words of run.saw) this.say(this.strong(words));
    if (run.void) {
      this.say(
        `The measuring client itself paused for ${ms(run.probe.paused_ms_max)}: this run does not count.`,
      );
      return;
    }
    const silence = run.outage_ms === 0 ? "no silence at all" : `${ms(run.outage_ms)} of silence`;
    const second = run.second === null ? "" : ` The other service lost ${run.second.lost}.`;
    const bound = run.bound === null ? "" : ` ${judgeBound(run.outage_ms, run.bound)}.`;
    const owners = run.dual_active_ms === 0 ? "never two owners" : `TWO OWNERS for ${ms(run.dual_active_ms)}`;
    this.say(
      this.strong(
        `The client noticed: ${silence}, ${run.lost} of ${run.probe.sent} requests lost, ${owners}.${second}${bound}`,
      ),
    );
  }

  table(summaries: readonly Summary[]): void {
    this.say();
    const rows = summaries.map((summary) => [
      summary.name,
      String(summary.runs.length),
      summary.outage_ms === null ? "-" : ms(summary.outage_ms.median),
      summary.outage_ms === null ? "-" : ms(summary.outage_ms.max),
      summary.runs.length === 0 ? "-" : String(Math.max(...summary.runs.map((run) => run.lost))),
      ms(summary.dual_active_ms),
      String(summary.void),
    ]);
    const head = ["scenario", "runs", "outage (median)", "(max)", "lost (max)", "two owners", "void"];
    const widths = head.map((word, i) => Math.max(word.length, ...rows.map((row) => row[i]!.length)));
    const line = (row: readonly string[]): string =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
    this.say(this.strong(line(head)));
    for (const row of rows) this.say(line(row));
  }
}

/** Says what to try and waits for Ctrl-C, which takes the lab down. */
async function keepUp(cluster: Cluster, narrator: Narrator): Promise<void> {
  const cli = fileURLToPath(new URL("../../cli/main.js", import.meta.url));
  const leasehold = `node ${cli} --config ${cluster.configOf("alpha")}`;
  const { plan } = cluster.lab;
  narrator.say();
  narrator.say(narrator.strong("The cluster stays up. Things to try in another terminal (as root):"));
  narrator.say(`  ${leasehold} status --watch`);
  narrator.say(`  ${leasehold} move ${GROUP} beta`);
  narrator.say(`  ${leasehold} log`);
  narrator.say(`  nsenter --net=/run/netns/${plan.clientNamespace} curl -s ${cluster.url}`);
  for (const node of cluster.names)
    narrator.say(`  kill -STOP ${cluster.pid(node)}    # freeze ${node}; -CONT thaws it`);
  narrator.say(`  tail -f ${cluster.lab.folder}/*/daemon.log`);
  narrator.say("Ctrl-C takes everything down.");
  await new Promise(() => setInterval(() => {}, 60_000));
}

async function main(): Promise<number> {
  let wishes: Wishes;
  try {
    wishes = readWishes();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return 2;
  }
  if (process.getuid?.() !== 0) {
    process.stderr.write(
      "The demo builds network namespaces, which needs root: run `sudo npm run demo` (or, in a container, give it --privileged).\n",
    );
    return 1;
  }
  const narrator = new Narrator(wishes.json ? process.stderr : process.stdout);
  const summaries = await playAll(wishes.scenarios, wishes, {
    raised: (cluster) => narrator.raised(cluster),
    begins: (scenario, number, again) => narrator.begins(scenario, number, again),
    played: (cluster, _scenario, run) => narrator.played(cluster, run),
    async finished(cluster, sofar) {
      if (!wishes.keep) return;
      narrator.table(sofar);
      await keepUp(cluster, narrator);
    },
  });
  narrator.table(summaries);
  let good = true;
  for (const summary of summaries) {
    const judged = verdict(summary);
    if (judged.ok) continue;
    good = false;
    narrator.say(`${summary.name}: ${judged.reason}`);
  }
  if (wishes.json) process.stdout.write(`${JSON.stringify({ scenarios: summaries })}\n`);
  return good ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`The demo stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
