/** Disks on real daemons: a witness, a wiped voter, an old image, cold starts, and a majority that is lost for good (R13, R14). */
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Cluster } from "../lab/cluster.ts";
import { GROUP } from "../lab/documents.ts";
import type { NodeName } from "../lab/plan.ts";
import type { Status } from "../lab/reading.ts";
import { until } from "../lab/shell.ts";

const [A, B, W] = ["alpha", "beta", "gamma"] as const;

let cluster: Cluster;
before(async () => {
  cluster = await Cluster.raise({ profile: "default", nodes: [A, B, W], witness: W });
});
after(() => cluster?.close());

const storeOf = (node: NodeName): string => join(cluster.lab.disk(node), "data", "store");

/** The status of `node` as soon as `holds` is true of it. */
const seen = (what: string, node: NodeName, holds: (status: Status) => boolean): Promise<Status> =>
  until(what, 60_000, 300, async () => {
    const status = await cluster.status(node);
    return status !== null && holds(status) ? status : null;
  }).catch((error) => {
    throw new Error(`${error}\n${cluster.lastWords()}`);
  });
const diskIs = (node: NodeName, disk: string): Promise<Status> =>
  seen(`the disk of ${node} to be ${disk}`, node, (status) => status.disk === disk);
const holderIs = (node: NodeName, holder: NodeName): Promise<Status> =>
  seen(`${holder} to run it, seen by ${node}`, node, ({ groups }) =>
    groups.some((group) => group.name === GROUP && group.holder === holder && group.state === "running"),
  );

test("with a witness, a power cut of the holder fails over to the other data node, and the witness never holds", async () => {
  // Whoever was let in first has it: that need not be the preferred one.
  const { groups } = await seen("somebody to run it", W, (of) =>
    of.groups.some(({ state }) => state === "running"),
  );
  if (groups[0]?.holder !== A) await cluster.bring(A, W);
  const status = await holderIs(W, A);
  const witness = status.members.find(({ name }) => name === W);
  assert.deepEqual([witness?.role, witness?.voter], ["witness", true]);
  await cluster.powerCut(A);
  await holderIs(W, B);
  const explained = await cluster.order(B, ["explain", GROUP]);
  assert.match(explained, /gamma.*witness/);
  await assert.rejects(cluster.move(W, B), /witness/);
  await cluster.powerOn(A);
  await cluster.settled(60_000);
  const log = cluster.names.flatMap((name) => cluster.log(name, 0));
  assert.equal(
    log.some(({ msg }) => msg.startsWith(`${GROUP} goes to ${W}`)),
    false,
  );
});

test("a voter with a damaged disk is refused; wiped, it says so, does not count, and comes back by an operator's word", async () => {
  await cluster.end(A);
  rmSync(join(storeOf(A), "mark"));
  const refused = await cluster.startInVain(A);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /store-corrupt/);
  const asked = await cluster.type(A, ["status"], "");
  assert.equal(asked.status, 3);
  assert.match(asked.stderr, /The last daemon here ended by itself at .*mark/);
  rmSync(storeOf(A), { recursive: true });
  await cluster.start(A);
  const status = await diskIs(A, "unknown-disk");
  assert.match(status.warnings.join("\n"), /does not vote.*leasehold node readmit alpha/);
  const there = await seen("beta to see it", B, ({ members }) =>
    members.some(({ name, disk }) => name === A && disk === "unknown-disk"),
  );
  assert.ok(there.warnings.some((warning) => warning.includes("leasehold node readmit alpha")));
  assert.match(await cluster.order(B, ["node", "readmit", A]), /another disk may be alpha/);
  await diskIs(A, "certified");
  await cluster.settled(60_000);
});

test("an old image of a disk that is put back is refused, and said; an empty one and a word bring the node back", async () => {
  const image = join(cluster.lab.folder, "image");
  await cluster.end(A);
  cpSync(storeOf(A), image, { recursive: true });
  await cluster.start(A);
  await cluster.settled(60_000);
  await cluster.end(A);
  rmSync(storeOf(A), { recursive: true });
  cpSync(image, storeOf(A), { recursive: true });
  await cluster.start(A);
  const status = await diskIs(A, "old-image");
  assert.match(status.warnings.join("\n"), /old copy of its disk was put back.*readmit alpha/);
  await cluster.end(A);
  rmSync(storeOf(A), { recursive: true });
  await cluster.start(A);
  await diskIs(A, "unknown-disk");
  await cluster.knownAs(A, "unknown-disk", W);
  await cluster.order(W, ["node", "readmit", A]);
  await diskIs(A, "certified");
  await cluster.settled(60_000);
});

test("after a power cut of everything any two come back without the third, in either order", async () => {
  const orders: readonly (readonly [NodeName, NodeName, NodeName])[] = [
    [A, W, B],
    [B, A, W],
  ];
  for (const [first, second, missing] of orders) {
    for (const name of cluster.names) await cluster.powerCut(name);
    await cluster.powerOn(first);
    await cluster.powerOn(second);
    await seen("the group to run", second, ({ groups }) => groups.some(({ state }) => state === "running"));
    await cluster.powerOn(missing);
    await cluster.settled(60_000);
  }
});

test("a majority lost for good: recover is refused while it is needless, asks for the names, and the old disks stay out", async () => {
  const tokens = (status: Status): bigint[] => status.groups.map(({ token }) => BigInt(token));
  const before = tokens(await cluster.settled(60_000))[0] ?? 0n;
  await cluster.end(A);
  const needless = await cluster.type(A, ["recover", "--lost", B], `${B}\n`);
  assert.equal(needless.status, 1);
  assert.match(needless.stderr, /beta answers|are a majority/);
  const alive = await cluster.type(A, ["recover", "--lost", B, W], `${B}\n${W}\n`);
  assert.match(alive.stderr, /answers: it is not lost/);
  for (const name of [B, W]) await cluster.powerCut(name);
  const wrong = await cluster.type(A, ["recover", "--lost", B, W], `${B}\nyes\n`);
  assert.match(wrong.stderr, /gamma was not typed: nothing was changed/);
  const done = await cluster.type(A, ["recover", "--lost", B, W], `${B}\n${W}\n`);
  assert.equal(done.status, 0, done.stderr);
  await cluster.start(A);
  const status = await holderIs(A, A);
  assert.ok((tokens(status)[0] ?? 0n) > before && (tokens(status)[0] ?? 0n) >= 1n << 48n, "P2");
  assert.deepEqual(
    status.members.map(({ name }) => name),
    [A],
  );
  await until("the audit file to tell", 60_000, 200, () =>
    readFileSync(join(cluster.lab.disk(A), "data", "audit.jsonl"), "utf8").includes('"type":"recovered"')
      ? true
      : null,
  );
  for (const name of [B, W]) await cluster.powerOn(name);
  for (const name of [B, W]) await diskIs(name, "left-behind");
  await holderIs(A, A);
});
