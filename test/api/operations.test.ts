/** The operator's wishes and the cluster document, through sockets, on three real nodes in memory. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Progress } from "../../api/messages.ts";
import { render } from "../../cli/status.ts";
import { type ClusterClient, connectCluster } from "../../client/cluster.ts";
import { LeaseholdError } from "../../errors.ts";
import { until } from "../lab/shell.ts";
import { closeAll, serve } from "./fixture.ts";
import { documentOf, eventually, facade, group, type InMemory, openNodes } from "./nodes.ts";

let nodes: ReadonlyMap<string, InMemory>;
const clients = new Map<string, ClusterClient>();
const on = (name: string): ClusterClient => clients.get(name)!;
const node = (name: string): InMemory => nodes.get(name)!;
const by = "root@test";

before(async () => {
  nodes = openNodes(
    documentOf(["alpha", "beta", "gamma"], [group("web", "10.0.0.100"), group("db", "10.0.0.101")]),
  );
  for (const [name, { view }] of nodes) {
    const { socket } = await serve(facade(view));
    clients.set(name, connectCluster(`unix:${socket}`));
  }
  await eventually(node("alpha"), () => holders().every((h) => h !== ""), "every group is held and runs");
});
after(async () => {
  for (const client of clients.values()) client.close();
  await closeAll();
  for (const one of nodes.values()) one.stop();
});

function holders(): string[] {
  const { ledger } = node("alpha").parts.replica;
  return ["web", "db"].map((name) => {
    const lease = [...ledger.leases.values()].find((l) => l.group === name);
    return lease?.state === "held" && lease.report?.state === "running" ? String(lease.holder?.node) : "";
  });
}

async function follow(run: (listener: (step: Progress) => void) => Promise<Progress>): Promise<Progress[]> {
  const steps: Progress[] = [];
  await run((step) => steps.push(step));
  return steps;
}

test("a move is asked for on any node, and followed to its end", async () => {
  const from = holders()[0];
  const to = from === "beta" ? "gamma" : "beta";
  const stages: string[] = [];
  const last = await on("alpha").move({ group: "web", to, requestId: "m1" }, ({ stage }) =>
    stages.push(stage),
  );
  assert.equal(last.ok, true, last.text);
  assert.equal(last.stage, "running");
  assert.equal(stages[0], "wanted");
  const again = await on("gamma").move({ group: "web", to, requestId: "m1" }, () => {});
  assert.equal(again.stage, "running", "a repeat is the same request");
});

test("a move to a node that is none is refused, with the ledger's reason", async () => {
  const last = await on("beta").move({ group: "web", to: "nowhere", requestId: "" }, () => {});
  assert.deepEqual([last.ok, last.stage], [false, "refused"]);
  assert.match(last.text, /nowhere/);
});

test("standby empties a node, says what still moves, and may be repeated; online lets it hold again", async () => {
  const victim = holders()[0]!;
  const other = victim === "alpha" ? "beta" : "alpha";
  const steps = await follow((l) => on(other).standby({ node: victim, requestId: "", by }, l));
  assert.deepEqual([steps[0]?.stage, steps.at(-1)?.stage], ["wanted", "done"]);
  assert.match(steps.at(-1)!.text, /holds nothing/);
  assert.ok(!holders().includes(victim));
  const again = await on(victim).standby({ node: victim, requestId: "", by }, () => {});
  assert.equal(again.ok, true);
  const status = await on(other).status();
  assert.equal(status.members.find((m) => m.name === victim)?.standby, by);
  assert.match(render(status), /standby by root@test/);
  assert.equal((await on(other).online({ node: victim, requestId: "", by }, () => {})).ok, true);
  assert.equal((await on(other).status()).members.find((m) => m.name === victim)?.standby, "");
});

test("stop ends when the group is stopped, start when it runs; explain says who stopped it", async () => {
  const stopped = await follow((l) => on("beta").stop({ group: "db", requestId: "", by }, l));
  assert.equal(stopped.at(-1)?.stage, "stopped");
  const explained = await on("gamma").explain("db");
  assert.match(explained.lines.join(" "), /stopped by root@test/);
  assert.equal(explained.candidates.length, 3);
  const status = await on("beta").status();
  assert.equal(status.groups.find((g) => g.name === "db")?.stopped, by);
  const started = await follow((l) => on("alpha").start({ group: "db", requestId: "", by }, l));
  assert.equal(started.at(-1)?.stage, "started");
  assert.match(started.at(-1)!.text, /runs on/);
});

test("maintenance of one group or of all begins and ends at once", async () => {
  const began = await on("alpha").maintain({ group: "", on: true, by }, () => {});
  assert.equal(began.ok, true);
  const status = await on("alpha").status();
  assert.ok(status.groups.every((g) => g.maintained === by));
  assert.match(status.warnings.join(), /every group is under maintenance, by root@test/);
  const ended = await on("beta").maintain({ group: "", on: false, by }, () => {});
  assert.match(ended.text, /no longer/);
  const unknown = await on("beta").maintain({ group: "nobody", on: true, by }, () => {});
  assert.equal(unknown.ok, false);
});

test("what is not known is refused in words", async () => {
  const last = await on("alpha").standby({ node: "delta", requestId: "", by }, () => {});
  assert.deepEqual([last.ok, last.stage], [false, "refused"]);
  assert.match(last.text, /delta is not a node/);
  await assert.rejects(
    on("alpha").explain("nobody"),
    (e: unknown) => e instanceof LeaseholdError && e.code === "not-found" && /web, db/.test(e.message),
  );
});

test("health serves where a group runs, and nowhere else", async () => {
  const told = (): string =>
    [...nodes]
      .map(
        ([name, { view }]) => `${name} ${["web", "nobody", null].map((each) => view.serving(each)).join()}`,
      )
      .join("; ");
  const due = (): string =>
    [...nodes.keys()]
      .map((name) => `${name} ${name === holders()[0] ? "serving" : "not-serving"},unknown,serving`)
      .join("; ");
  // A pause of this machine may have cost the leader its office, or the group its holder.
  await until(`every node to say ${due()}, not ${told()}`, 60_000, 20, () =>
    told() === due() ? true : null,
  );
});

const apply = (yaml: string, more: Partial<Parameters<ClusterClient["apply"]>[0]> = {}) =>
  on("beta").apply({ yaml, file: "cluster.yaml", dryRun: false, baseRevision: 0, by, note: "", ...more });

test("a document is printed, changed, checked, applied, listed and taken back", async () => {
  const { yaml, revision } = await on("alpha").document(0);
  assert.match(yaml, /name: web/);
  const same = await apply(yaml);
  assert.deepEqual([same.ok, same.changes.length, same.revision], [true, 0, revision], JSON.stringify(same));

  const changed = `${yaml}  - name: mail\n    address: 10.0.0.102/24\n`;
  const dry = await apply(changed, { dryRun: true });
  assert.deepEqual([dry.ok, dry.revision], [true, revision]);
  assert.match(dry.changes.join(), /mail/);
  const applied = await apply(changed, { baseRevision: revision, note: "mail" });
  assert.deepEqual([applied.ok, applied.revision], [true, revision + 1], JSON.stringify(applied));

  const late = await apply(`${yaml}  - name: chat\n    address: 10.0.0.103/24\n`, { baseRevision: revision });
  assert.equal(late.ok, false);
  assert.match(
    late.problems[0]!.text,
    /was made from revision \d+, but revision \d+ is in force, by root@test/,
  );

  await eventually(
    node("alpha"),
    () => node("alpha").parts.replica.ledger.revision > revision,
    "alpha has it",
  );
  const { revisions } = await on("alpha").history();
  assert.deepEqual([revisions.at(-1)?.by, revisions.at(-1)?.note], [by, "mail"]);
  assert.match(revisions.at(-1)?.changes.join() ?? "", /mail/);

  await on("alpha").stop({ group: "mail", requestId: "", by }, () => {});
  const back = await on("alpha").rollback({ revision, by, dryRun: false });
  assert.deepEqual([back.ok, back.revision], [true, revision + 2], JSON.stringify(back));
  assert.equal((await on("alpha").document(0)).yaml, yaml);
});

test("a wrong document changes nothing, and every problem has its line", async () => {
  const { yaml, revision } = await on("alpha").document(0);
  const wrong = yaml.replace(/^cluster: .*$/m, "cluster: other\nclutser: 1");
  const reply = await apply(wrong);
  assert.equal(reply.ok, false);
  assert.ok(reply.problems.length >= 2, JSON.stringify(reply.problems));
  assert.ok(reply.problems.every(({ line }) => line > 0));
  assert.equal(reply.revision, revision);
});
