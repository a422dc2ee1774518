/** Real daemons whose log is given up for snapshots: what they keep stays small, and who was away catches up. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connectLeases } from "../../client/leases.ts";
import { Cluster } from "../lab/cluster.ts";
import { until } from "../lab/shell.ts";

let cluster: Cluster;
before(async () => {
  cluster = await Cluster.raise({ profile: "default" });
});
after(() => cluster?.close());

const said = (node: string, words: RegExp, since: number): string | null =>
  cluster.log(node, since).find(({ msg }) => words.test(msg))?.msg ?? null;

/** Takes and gives back leases of applications, two entries each. */
async function busy(node: string, entries: number): Promise<void> {
  const leases = connectLeases({ endpoints: [`unix:${join(cluster.lab.disk(node), "run", "api.sock")}`] });
  for (let i = 0; i < entries / 40; i++) {
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, j) => leases.acquire(`${i}-${j}`, { ttl: 60_000 })),
    );
    await Promise.all(taken.map((lease) => lease.release()));
  }
}

test("a node that was away takes a snapshot, and a restart reads little again", async () => {
  const away = cluster.names.find((name) => name === "gamma") ?? "gamma";
  await cluster.powerCut(away);
  const since = Date.now();
  await busy("alpha", 1200);
  await until("a snapshot stands for the log", 60_000, 100, () =>
    said("alpha", /a snapshot stands for the log/, since),
  );
  await busy("alpha", 1200);
  await until("a second one", 60_000, 100, () => {
    const all = cluster.log("alpha", since).filter(({ msg }) => /a snapshot stands for the log/.test(msg));
    return all.length > 1 ? all : null;
  });
  const back = Date.now();
  await cluster.powerOn(away);
  await cluster.settled(60_000);
  await until("it took one", 60_000, 50, () => said(away, /goes on from a snapshot of entry/, back));
  for (const name of [away]) {
    const again = Date.now();
    await cluster.powerCut(name);
    await cluster.powerOn(name);
    await cluster.settled(60_000);
    const line = readFileSync(cluster.logOf(name), "utf8")
      .split("\n")
      .findLast((each) => each.includes(" is up; guard"));
    const { entries } = JSON.parse(line ?? "{}") as { entries?: number };
    assert.ok(entries !== undefined && entries < 5000, `${name} read ${entries} entries again`);
    assert.equal(said(name, /goes on from a snapshot of entry/, again), null, "it had one of its own");
  }
  const audit = join(cluster.lab.disk("alpha"), "data", "audit.jsonl");
  assert.ok(existsSync(audit));
  const lines = readFileSync(audit, "utf8").trim().split("\n");
  const indexes = lines.map((line) => (JSON.parse(line) as { index: number }).index);
  assert.deepEqual(
    indexes,
    indexes.toSorted((a, b) => a - b),
    "nothing is told twice, or out of order",
  );
  assert.ok(lines.some((line) => line.includes('"granted"')));
});
