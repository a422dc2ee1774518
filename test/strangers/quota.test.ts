/** The door's rules, without sockets. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Allowance, Quota, type QuotaLimits } from "../../doors/quota.ts";

const LIMITS: QuotaLimits = {
  openMax: 20,
  openPerSource: 10,
  pendingMax: 3,
  perSecond: 10,
  burst: 4,
  waitingMax: 12,
  waitingPerSource: 6,
};

test("an allowance gives its burst at once, then its rate", () => {
  const allowance = new Allowance(10, 3);
  const taken = (now: number): number => [1, 2, 3, 4, 5].filter(() => allowance.take(now)).length;
  assert.deepEqual([0, 0, 100, 150, 200, 100_000].map(taken), [3, 0, 1, 0, 1, 3]);
});

test("strangers begin at a pace, in the order they came, and one who is slow makes room when others wait", () => {
  const quota = new Quota(LIMITS);
  for (const name of ["a", "b", "c", "d", "e"]) assert.equal(quota.arrive(name, name, false), "wait");
  assert.deepEqual(quota.next(0), { begin: ["a", "b", "c"], evict: [], againIn: 500 });
  quota.prove("b");
  assert.deepEqual(quota.next(100), { begin: ["d"], evict: [], againIn: 400 });
  assert.deepEqual(quota.next(500), { begin: ["e"], evict: ["a"], againIn: null });
  assert.equal(quota.open, 4, "b is in; c, d, e shake hands; a has gone");
});

test("one address cannot take the room of others", () => {
  const quota = new Quota(LIMITS);
  for (let i = 0; i < 6; i++) assert.equal(quota.arrive(`flood ${i}`, "10.0.0.9", false), "wait");
  assert.equal(quota.arrive("flood 6", "10.0.0.9", false), "too-fast");
  assert.equal(quota.arrive("honest", "10.0.0.5", false), "wait");
});

test("who is known is never held up by strangers, and has a bound of his own", () => {
  const quota = new Quota({ ...LIMITS, openMax: 2 });
  for (let i = 0; i < 100; i++) quota.arrive(`stranger ${i}`, `10.1.0.${i}`, false);
  assert.equal(quota.arrive("another", "10.2.0.1", false), "too-many");
  for (let i = 0; i < 10; i++) assert.equal(quota.arrive(`peer ${i}`, "10.0.0.1", true), "begin");
  assert.equal(quota.arrive("peer 10", "10.0.0.1", true), "too-many");
});

test("whatever comes and goes, no bound is exceeded, and in the end nothing is left", () => {
  const event = fc.record({
    what: fc.constantFrom("arrive", "arrive", "prove", "leave", "next"),
    which: fc.nat(60),
    source: fc.nat(4),
    known: fc.boolean(),
    after: fc.nat(300),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), (events) => {
      const quota = new Quota(LIMITS);
      const waiting = new Set<string>();
      const pending = new Set<string>();
      const here = new Map<string, string>();
      const forget = (name: string): void => {
        for (const each of [waiting, pending, here]) each.delete(name);
      };
      let now = 0;
      let n = 0;
      for (const { what, which, source, known, after } of events) {
        now += after;
        const named = [...here.keys()][which % Math.max(1, here.size)] ?? "nobody";
        if (what === "arrive") {
          const [name, from] = [`c${n++}`, known ? `peer ${source}` : `10.0.0.${source}`];
          const arrival = quota.arrive(name, from, known);
          if (arrival === "begin" || arrival === "wait") here.set(name, from);
          if (arrival === "wait") waiting.add(name);
        } else if (what === "leave") {
          quota.leave(named);
          forget(named);
        } else if (what === "prove" && pending.delete(named)) quota.prove(named);
        else {
          const { begin, evict } = quota.next(now);
          for (const name of evict) forget(name);
          for (const name of begin) {
            assert.ok(waiting.delete(name), "who begins has waited");
            pending.add(name);
          }
        }
        assert.equal(quota.open, here.size);
        assert.ok(pending.size <= LIMITS.pendingMax && waiting.size <= LIMITS.waitingMax);
        const counts = new Map<string, number>();
        for (const from of here.values()) counts.set(from, (counts.get(from) ?? 0) + 1);
        assert.ok([...counts.values()].every((count) => count <= LIMITS.openPerSource));
      }
      for (const name of [...here.keys()]) quota.leave(name);
      assert.equal(quota.open, 0);
      assert.equal(quota.arrive("after", "10.0.0.1", false), "wait");
    }),
    { numRuns: 300 },
  );
});
