import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nodeId } from "../../consensus/core/types.ts";
import { ReplayFilter, WINDOW } from "../../consensus/transport/replay.ts";

const x = nodeId("x");

test("each sequence number is new once, by the path that is first, and a copy on the others", () => {
  const filter = new ReplayFilter(2);
  assert.equal(filter.judge(x, 1, 1, 0).type, "new");
  assert.equal(filter.judge(x, 1, 1, 1).type, "copy");
  assert.equal(filter.judge(x, 1, 2, 1).type, "new");
  assert.equal(filter.judge(x, 1, 2, 0).type, "copy");
});

test("the same packet twice on one path is replayed", () => {
  const filter = new ReplayFilter(1);
  assert.equal(filter.judge(x, 1, 5, 0).type, "new");
  assert.equal(filter.judge(x, 1, 5, 0).type, "replayed");
});

test("a packet overtaken on its path is stale once, then replayed; outside the window replayed at once", () => {
  const filter = new ReplayFilter(1);
  filter.judge(x, 1, 100, 0);
  assert.equal(filter.judge(x, 1, 99, 0).type, "stale");
  assert.equal(filter.judge(x, 1, 99, 0).type, "replayed");
  assert.equal(filter.judge(x, 1, 100 - WINDOW + 1, 0).type, "stale");
  assert.equal(filter.judge(x, 1, 100 - WINDOW, 0).type, "replayed");
});

test("an earlier incarnation is replayed for ever once a later one was heard (R1)", () => {
  const filter = new ReplayFilter(1);
  filter.judge(x, 7, 1000, 0);
  assert.equal(filter.judge(x, 8, 1, 0).type, "new");
  assert.equal(filter.judge(x, 7, 1001, 0).type, "replayed");
  assert.equal(filter.judge(x, 8, 2, 0).type, "new");
});

test("nodes do not disturb each other, and a path that is not there brings nothing", () => {
  const filter = new ReplayFilter(1);
  filter.judge(x, 9, 9, 0);
  assert.equal(filter.judge(nodeId("y"), 1, 1, 0).type, "new");
  assert.equal(filter.judge(x, 9, 10, 1).type, "replayed");
});

test("whatever arrives in whatever order, the listener sees growing numbers and no packet of a path counts twice", () => {
  const packet = fc.record({
    incarnation: fc.integer({ min: 1, max: 3 }),
    seq: fc.nat(120),
    path: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(packet, { maxLength: 300 }), (packets) => {
      const filter = new ReplayFilter(3);
      let last = { incarnation: 0, seq: -1 };
      const accepted = new Set<string>();
      for (const { incarnation, seq, path } of packets) {
        const verdict = filter.judge(x, incarnation, seq, path);
        if (verdict.type === "replayed") continue;
        const key = `${incarnation}/${seq}/${path}`;
        assert.ok(!accepted.has(key), `${key} twice`);
        accepted.add(key);
        if (verdict.type !== "new") continue;
        assert.ok(incarnation > last.incarnation || (incarnation === last.incarnation && seq > last.seq));
        last = { incarnation, seq };
      }
    }),
    { numRuns: 300 },
  );
});
