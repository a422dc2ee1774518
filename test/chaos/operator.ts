/** An operator in the middle of the weather: applies documents, reads the log of decisions, and compares in the end. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClusterClient, connectCluster } from "../../client/cluster.ts";
import { formatDuration } from "../../configuration/duration.ts";
import type { Cluster } from "../lab/cluster.ts";
import type { NodeName } from "../lab/plan.ts";
import { sleep } from "../lab/shell.ts";
import type { Random } from "../sim/random.ts";
import type { Violation } from "./judge.ts";

const APPLY_EVERY_MS = 3000;
const ANSWER_MS = 8000;
const DECISIONS = 400;

interface Acknowledged {
  readonly revision: number;
  /** A line that no other document has, as it is read back. */
  readonly line: string;
}

export class Operator {
  readonly #cluster: Cluster;
  readonly #random: Random;
  readonly #acknowledged: Acknowledged[] = [];
  /** By group, by the index of the entry: the token it granted, as each node says. */
  readonly #grants = new Map<string, Map<number, bigint>>();
  readonly #violations = new Map<string, Violation>();
  #asked = 0;
  #stopped = false;
  #life: Promise<void> = Promise.resolve();

  constructor(cluster: Cluster, random: Random) {
    this.#cluster = cluster;
    this.#random = random;
  }

  get acknowledged(): number {
    return this.#acknowledged.length;
  }

  begin(): void {
    this.#life = this.#work();
  }

  /** What was acknowledged is there, on every node; tokens of groups only grew. The cluster has settled. */
  async finish(): Promise<Violation[]> {
    this.#stopped = true;
    await this.#life;
    for (const node of this.#cluster.names) {
      await this.#with(node, async (client) => {
        await this.#readDecisions(node, client);
        await this.#compareDocuments(node, client);
      });
    }
    this.#judgeTokens();
    return [...this.#violations.values()];
  }

  async #work(): Promise<void> {
    const first = readFileSync(join(this.#cluster.lab.folder, "cluster.yaml"), "utf8");
    while (!this.#stopped) {
      const node = this.#random.pick(this.#cluster.names);
      await this.#with(node, async (client) => {
        await this.#apply(client, first);
        await this.#readDecisions(node, client);
      }).catch(() => {}); // the weather
      for (let waited = 0; waited < APPLY_EVERY_MS && !this.#stopped; waited += 100) await sleep(100);
    }
  }

  async #with(node: NodeName, work: (client: ClusterClient) => Promise<void>): Promise<void> {
    const socket = join(this.#cluster.lab.disk(node), "run", "api.sock");
    const client = connectCluster(`unix:${socket}`, null, ANSWER_MS);
    try {
      await work(client);
    } finally {
      client.close();
    }
  }

  /** A document that says something new and changes nothing that runs. */
  async #apply(client: ClusterClient, first: string): Promise<void> {
    this.#asked += 1;
    const line = `failback: {after: ${formatDuration((1000 + this.#asked) * 1000)}}`;
    const yaml = first.replace(/^( {4}prefers: .*)$/m, `$1\n    ${line}`);
    const request = { yaml, file: "chaos.yaml", dryRun: false, baseRevision: 0, by: "chaos", note: "" };
    const reply = await Promise.race([client.apply(request), sleep(ANSWER_MS).then(() => null)]);
    if (reply === null) return;
    if (!reply.ok) {
      const text = reply.problems.map((problem) => problem.text).join("; ");
      // Another apply whose answer was lost may have come in between.
      if (!/revision/.test(text)) this.#violate("apply", `a right document was refused: ${text}`);
      return;
    }
    const before = this.#acknowledged.at(-1);
    if (before !== undefined && reply.revision <= before.revision)
      this.#violate("P3", `revision ${reply.revision} was acknowledged after revision ${before.revision}`);
    this.#acknowledged.push({ revision: reply.revision, line });
  }

  async #compareDocuments(node: NodeName, client: ClusterClient): Promise<void> {
    const { revisions } = await client.history();
    const kept = new Set(revisions.map(({ revision }) => revision));
    const oldest = Math.min(...kept);
    for (const { revision, line } of this.#acknowledged.filter((each) => each.revision >= oldest)) {
      const found = kept.has(revision) ? (await client.document(revision)).yaml : "";
      if (!found.includes(line))
        this.#violate("P3", `revision ${revision} was acknowledged; ${node} has another, or none`);
    }
    const newest = this.#acknowledged.at(-1)?.revision ?? 0;
    if (Math.max(...kept) < newest)
      this.#violate("P3", `${node} knows no revision after ${Math.max(...kept)}; ${newest} was acknowledged`);
  }

  async #readDecisions(node: NodeName, client: ClusterClient): Promise<void> {
    const { decisions } = await client.log(DECISIONS);
    for (const { index, text } of decisions) {
      const found = /^(\S+) goes to \S+ with token (\d+)/.exec(text);
      if (found === null) continue;
      const group = found[1]!;
      const token = BigInt(found[2]!);
      const known = this.#grants.get(group) ?? new Map<number, bigint>();
      this.#grants.set(group, known);
      if ((known.get(index) ?? token) !== token)
        this.#violate("P2", `entry ${index} granted ${group} token ${token} on ${node}, another elsewhere`);
      known.set(index, token);
    }
  }

  #judgeTokens(): void {
    for (const [group, grants] of this.#grants) {
      let before = 0n;
      for (const [index, token] of [...grants].toSorted(([a], [b]) => a - b)) {
        if (token <= before)
          this.#violate("P2", `entry ${index} granted ${group} token ${token} after ${before}`);
        before = token;
      }
    }
  }

  #violate(invariant: string, detail: string): void {
    this.#violations.set(`${invariant} ${detail}`, { invariant, detail });
  }
}
