import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { checkCluster } from "../../configuration/cluster.ts";
import { parseYaml } from "../../configuration/document.ts";
import { groupName } from "../../consensus/ledger/types.ts";
import { apart, findForeign, startPatrol } from "../../daemon/foreign.ts";
import { LINES_MAX, openOwnAddresses } from "../../daemon/ours.ts";

const { document } = checkCluster(
  parseYaml(
    "cluster.yaml",
    "cluster: lab\nnodes:\n  - {name: n1, addresses: [10.0.0.1]}\ngroups:\n  - {name: web, address: 10.0.0.100/24}\n",
  ),
);
const sources = (there: readonly string[], ours: readonly string[]) => ({
  unitStates: async () => new Map(),
  ourUnits: async () => new Set<string>(),
  addresses: () => there.map((ip) => ({ card: "eth0", ip, prefix: 24 })),
  isOurs: (ip: string) => ours.includes(ip),
});

test("a floating address that somebody else has configured is named, with what to do (R15)", async () => {
  const found = await findForeign(document, sources(["10.0.0.1", "10.0.0.100"], []));
  assert.equal(found.length, 1);
  assert.match(
    found[0]!.text,
    /10\.0\.0\.100 of group web is on eth0 already .* ip address del 10\.0\.0\.100 dev eth0/,
  );
});

test("what a crashed predecessor left is ours, and no finding", async () => {
  assert.deepEqual(await findForeign(document, sources(["10.0.0.1", "10.0.0.100"], ["10.0.0.100"])), []);
});

test("R15: what is found speaks against its own group; a foreign address is barred for that, or speaks against all (G3)", async () => {
  const found = await findForeign(document, sources(["10.0.0.1", "10.0.0.100"], []));
  const barred: string[][] = [];
  const kept = apart(found, (addresses) => {
    barred.push([...addresses]);
    return null;
  });
  assert.deepEqual(barred, [["10.0.0.100"]]);
  assert.deepEqual(
    kept.map(({ group }) => group),
    ["web"],
  );
  const [all] = apart(found, () => "no such card");
  assert.equal(all?.group, null);
  assert.match(all?.text ?? "", /it cannot be barred \(no such card\), so no group can be held here/);
  assert.deepEqual(
    apart([], (addresses) => `${addresses.length}`),
    [],
    "nothing to bar is said as well",
  );
});

test("a document that comes into force while another is looked at is looked at as well", async () => {
  const other = {
    ...document,
    groups: document.groups.map((group) => ({ ...group, name: groupName("db") })),
  };
  let inForce = document;
  const told: string[][] = [];
  const patrol = await startPatrol({
    document: () => inForce,
    sources: {
      ...sources(["10.0.0.100"], []),
      // It changes in the middle of the first look, and nobody says so again.
      addresses: () => {
        inForce = other;
        return [{ card: "eth0", ip: "10.0.0.100", prefix: 24 }];
      },
    },
    onChange: () => () => {},
    bar: () => null,
    found: (findings) => told.push(findings.map(({ group }) => `${group}`)),
  });
  patrol.close();
  assert.deepEqual(told, [["db"]]);
});

test("the record of our own addresses does not grow for ever, and forgets nothing", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "leasehold-ours-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "addresses");
  const first = openOwnAddresses(file, "boot-1");
  first.adding("10.0.0.1");
  for (let i = 0; i < LINES_MAX; i++) {
    first.adding("10.0.0.2");
    first.removed("10.0.0.2");
  }
  const lines = readFileSync(file, "utf8").split("\n").length;
  assert.ok(lines < LINES_MAX + 10, `${lines} lines`);
  const second = openOwnAddresses(file, "boot-1");
  assert.deepEqual([second.has("10.0.0.1"), second.has("10.0.0.2")], [true, false]);
});

test("the record of our own addresses outlives a daemon and not a boot", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "leasehold-ours-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "addresses");
  const first = openOwnAddresses(file, "boot-1");
  first.adding("10.0.0.100");
  first.adding("10.0.0.101");
  first.removed("10.0.0.101");
  const second = openOwnAddresses(file, "boot-1");
  assert.deepEqual([second.has("10.0.0.100"), second.has("10.0.0.101")], [true, false]);
  assert.equal(openOwnAddresses(file, "boot-2").has("10.0.0.100"), false);
});

test("a look at the cards that fails is made again at the next change; what was found before stands meanwhile", async () => {
  let listener = () => {};
  let works = true;
  let current = document;
  const found: number[] = [];
  const there = ["10.0.0.100"];
  const patrol = await startPatrol({
    document: () => current,
    sources: {
      ...sources([], []),
      addresses: () => {
        if (!works) throw new Error("the kernel's answer was interrupted");
        return sources(there, []).addresses();
      },
    },
    onChange: (call) => {
      listener = call;
      return () => {};
    },
    bar: () => null,
    found: (findings) => found.push(findings.length),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(found, [1]);
  works = false;
  there.pop();
  current = { ...document };
  listener();
  await settled();
  assert.deepEqual(found, [1]);
  works = true;
  listener();
  await settled();
  assert.deepEqual(found, [1, 0]);
  patrol.close();
});
