import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClusterDocument } from "../../consensus/ledger/types.ts";
import { watchDevices } from "../../fencing/edges/devicewatch.ts";

const device = (name: string) => ({ name, type: "lab" as const, socket: "/s", bound: 100, timeout: 100 });
const documentOf = (power: Record<string, [string, string][][]>): ClusterDocument =>
  ({
    devices: [device("pdu"), device("ups")],
    nodes: Object.entries(power).map(([name, levels]) => ({
      name,
      addresses: [],
      voter: true,
      power: levels.map((level) => level.map(([of, outlet]) => ({ device: of, outlet }))),
    })),
  }) as unknown as ClusterDocument;

function watched(power: Record<string, [string, string][][]>) {
  const state = {
    at: 100,
    document: documentOf(power) as ClusterDocument | null,
    dead: new Set<string>(),
    broken: new Set<string>(),
  };
  const asked: string[] = [];
  const watch = watchDevices({
    document: () => state.document,
    now: () => state.at,
    open: ({ name }) => ({
      name,
      command: () => assert.fail("it switches nothing"),
      status: async (outlet) => {
        asked.push(`${name} ${outlet}`);
        if (state.broken.has(name)) throw new Error("the device broke");
        return state.dead.has(name) ? null : "on";
      },
    }),
  });
  watch.close(); // rounds are the test's
  return { watch, state, asked };
}

test("every outlet of every node is asked for its status, and nothing is switched", async () => {
  const { watch, asked } = watched({
    alpha: [
      [
        ["pdu", "1"],
        ["ups", "1"],
      ],
      [["ups", "9"]],
    ],
    beta: [[["pdu", "2"]]],
  });
  assert.deepEqual(
    watch.facts().map(({ node, level, name, answeredAt }) => [node, level, name, answeredAt]),
    [
      ["alpha", 1, "pdu", null],
      ["alpha", 1, "ups", null],
      ["alpha", 2, "ups", null],
      ["beta", 1, "pdu", null],
    ],
  );
  await watch.round();
  assert.deepEqual(asked, ["pdu 1", "ups 1", "ups 9", "pdu 2"]);
  assert.ok(watch.facts().every(({ answeredAt }) => answeredAt === 100));
});

test("a device that does not answer keeps the time of its last answer", async () => {
  const { watch, state } = watched({ alpha: [[["pdu", "1"]]], beta: [[["ups", "2"]]] });
  await watch.round();
  state.at = 900;
  state.dead.add("ups");
  await watch.round();
  assert.deepEqual(
    watch.facts().map(({ answeredAt }) => answeredAt),
    [900, 100],
  );
});

test("a device that fails is one that does not answer: the round goes on, and nothing ends the process", async () => {
  const { watch, state } = watched({ alpha: [[["pdu", "1"]]], beta: [[["ups", "2"]]] });
  state.broken.add("pdu");
  await watch.round();
  assert.deepEqual(
    watch.facts().map(({ answeredAt }) => answeredAt),
    [null, 100],
  );
});

test("another document is another set of outlets; what is not in it is forgotten", async () => {
  const { watch, state } = watched({ alpha: [[["pdu", "1"]]] });
  await watch.round();
  state.document = documentOf({ alpha: [[["pdu", "3"]]] });
  await watch.round();
  state.document = documentOf({ alpha: [[["pdu", "1"]]] });
  assert.equal(watch.facts()[0]?.answeredAt, null);
  state.document = null;
  assert.deepEqual(watch.facts(), []);
  await watch.round();
});
