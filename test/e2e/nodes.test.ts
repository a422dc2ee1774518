/** A learner that never votes but holds, and a node in the place of another, on real daemons. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Cluster } from "../lab/cluster.ts";
import { GROUP } from "../lab/documents.ts";
import type { NodeName } from "../lab/plan.ts";
import type { Status } from "../lab/reading.ts";
import { until } from "../lab/shell.ts";

const [A, B, C] = ["alpha", "beta", "gamma"] as const;

let cluster: Cluster;
before(async () => {
  cluster = await Cluster.raise({ profile: "default", nodes: [A, B, C], founders: 1 });
});
after(() => cluster?.close());

const addressesOf = (node: NodeName): string[] => {
  const { lan, hb } = cluster.lab.node(node).cards;
  return [lan.ip, hb.ip];
};
const memberOf = (status: Status, node: NodeName) => status.members.find(({ name }) => name === node);

test("a learner takes the log and may hold a group, and never votes", async () => {
  const added = cluster.order(A, ["node", "add", B, ...addressesOf(B), "--learner"]);
  const [said] = await Promise.all([added, cluster.join(B, A)]);
  assert.match(said, /beta takes the log, and does not vote$/m);
  await cluster.bring(B, A);
  const status = await until("beta to run the group", 60_000, 300, async () => {
    const seen = await cluster.status(B);
    return seen?.groups.some(({ name, holder }) => name === GROUP && holder === B) ? seen : null;
  });
  assert.deepEqual([memberOf(status, B)?.voter, status.disk], [false, "certified"]);
});

test("a node takes the place of another: it votes, and the other's name is used up", async () => {
  const replaced = cluster.order(A, ["node", "replace", B, C, ...addressesOf(C)]);
  const [said] = await Promise.all([replaced, cluster.join(C, A)]);
  assert.match(said, /gamma votes in the place of beta$/m);
  await cluster.end(B);
  const status = await cluster.settled(60_000);
  assert.deepEqual(
    status.members.map(({ name, voter }) => [name, voter]),
    [
      [A, true],
      [C, true],
    ],
  );
  await assert.rejects(cluster.order(A, ["node", "add", B, ...addressesOf(B)]), /a name that nobody has had/);
});
