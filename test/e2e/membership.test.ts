/** Real daemons come and go as nodes of a cluster that works: 1, 2, 3, 5, 4, 4, 3, 1 voters. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connectCluster } from "../../client/cluster.ts";
import { connectLeases, type Lease } from "../../client/leases.ts";
import { Cluster } from "../lab/cluster.ts";
import type { Status } from "../lab/reading.ts";
import { until } from "../lab/shell.ts";

const [A, B, C, D, E, Z] = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"] as const;
const NAMES = [A, B, C, D, E, Z];

let cluster: Cluster;
before(async () => {
  cluster = await Cluster.raise({ profile: "default", nodes: NAMES, founders: 1 });
});
after(() => cluster?.close());

const socketOf = (node: string): string => `unix:${join(cluster.lab.disk(node), "run", "api.sock")}`;

/** Acquires one lease after the other, and keeps what was acknowledged. */
class Load {
  readonly held: Lease[] = [];
  readonly lost: string[] = [];
  #going = true;
  readonly #done: Promise<void>;

  constructor(endpoints: readonly string[]) {
    this.#done = this.#run(endpoints);
  }
  async #run(endpoints: readonly string[]): Promise<void> {
    const leases = connectLeases({ endpoints });
    for (let i = 0; this.#going; i++) {
      try {
        const name = `load-${i}`;
        const onLost = (reason: string): unknown => this.lost.push(`${name}: ${reason}`);
        this.held.push(await leases.acquire(name, { ttl: 60_000, onLost }));
      } catch {
        // not acknowledged; the next one
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  stop(): Promise<void> {
    this.#going = false;
    return this.#done;
  }
}

async function voters(node: string): Promise<readonly string[]> {
  const client = connectCluster(socketOf(node));
  try {
    const { members } = await client.status();
    return members.filter(({ voter }) => voter).map(({ name }) => name);
  } finally {
    client.close();
  }
}

const addressesOf = (node: string): string[] => {
  const { lan, hb } = cluster.lab.node(node).cards;
  return [lan.ip, hb.ip];
};

async function add(node: string, via: string, ...more: readonly string[]): Promise<string> {
  const asked = cluster.order(via, ["node", "add", node, ...addressesOf(node), ...more]);
  const [said] = await Promise.all([asked, cluster.join(node, via)]);
  return said;
}

const diskIs = (node: string, disk: string): Promise<true> =>
  until(`the disk of ${node} to be ${disk}`, 60_000, 200, async () =>
    (await cluster.status(node))?.disk === disk ? true : null,
  );

/** Its daemon runs on, says that it was removed, and holds nothing. */
async function saysThatItWasRemoved(node: string): Promise<void> {
  await until(`${node} to say that it was removed`, 60_000, 200, async () => {
    const status = (await cluster.status(node)) as (Status & { readonly warnings: readonly string[] }) | null;
    return status?.warnings.some((text) => text.startsWith(`${node} was removed from the cluster`))
      ? true
      : null;
  });
  const logged = () => cluster.log(node, 0).filter(({ msg }) => msg.startsWith(`${node} was removed`));
  await until(`${node} to log it`, 60_000, 50, () => (logged().length > 0 ? true : null));
  assert.equal(logged().length, 1, "once");
}

test("nodes are added, replaced and removed under load, and nothing that was acknowledged is lost", async () => {
  const load = new Load(NAMES.map(socketOf));
  try {
    assert.match(await add(B, A), /votes$/m);
    assert.match(await add(C, A), /votes$/m);
    assert.deepEqual([...(await voters(C))].sort(), [A, B, C]);
    assert.match(await add(D, B, "--learner"), /takes the log, and does not vote$/m);
    assert.deepEqual([...(await voters(C))].sort(), [A, B, C], "a learner does not vote");
    assert.match(await cluster.order(A, ["node", "promote", D]), /delta votes$/m);
    assert.match(await add(E, C), /votes$/m);
    await cluster.settled(60_000);
    assert.deepEqual([...(await voters(E))].sort(), [A, B, C, D, E].sort());
    assert.match(await cluster.order(B, ["node", "demote", B]), /votes no more$/m);
    assert.match(await cluster.order(B, ["node", "promote", B]), /beta votes$/m);
    await cluster.order(C, ["node", "remove", A]);
    await saysThatItWasRemoved(A);
    await cluster.end(A);
    const asked = cluster.order(E, ["node", "replace", B, Z, ...addressesOf(Z)]);
    const [replaced] = await Promise.all([asked, cluster.join(Z, E)]);
    assert.match(replaced, /zeta votes in the place of beta$/m);
    await cluster.end(B);
    await cluster.settled(60_000);
    assert.deepEqual([...(await voters(D))].sort(), [C, D, E, Z].sort());
    await cluster.order(D, ["node", "remove", C]);
    await cluster.end(C);
    // Of all that the file of D names, nobody but itself is left.
    await cluster.end(D);
    rmSync(join(cluster.lab.disk(D), "data", "store"), { recursive: true });
    await cluster.start(D);
    await diskIs(D, "unknown-disk");
    await cluster.knownAs(D, "unknown-disk", E);
    await cluster.order(E, ["node", "readmit", D]);
    await diskIs(D, "certified");
    await cluster.settled(60_000);
    await cluster.order(D, ["node", "remove", Z]);
    await cluster.end(Z);
    await cluster.order(E, ["node", "remove", D]);
    await cluster.end(D);
    await cluster.settled(60_000);
    assert.deepEqual(await voters(E), [E]);
    await assert.rejects(cluster.order(E, ["node", "add", A, "10.77.0.1"]), /a name that nobody has had/);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${cluster.lastWords()}`);
  } finally {
    await load.stop();
  }
  assert.ok(load.held.length > 20, `${load.held.length} were acknowledged`);
  assert.deepEqual(load.lost, []);
  const leases = connectLeases({ endpoints: [socketOf(E)] });
  const known = new Map<string, string>();
  const heard = new AbortController();
  await leases
    .watch(
      "",
      (state) => {
        if (state.event === ("all" as string)) heard.abort();
        else known.set(state.name, state.token);
      },
      heard.signal,
    )
    .catch(() => {});
  for (const lease of load.held) assert.equal(known.get(lease.name), `${lease.token}`, lease.name);
  await Promise.all(load.held.map((lease) => lease.release()));
});
