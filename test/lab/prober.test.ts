import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bootNow } from "../../network/kernel/clock.ts";
import { Lab } from "./lab.ts";
import { startProber } from "./probing.ts";
import { ip, sleep, until } from "./shell.ts";

let lab: Lab;
before(async () => {
  lab = await Lab.build({ nodes: ["alpha", "beta"] });
});
after(() => lab.close());

async function own(node: string, verb: "add" | "del"): Promise<void> {
  const { namespace } = lab.node(node);
  await ip([`addr ${verb} ${lab.plan.floating}/${lab.plan.prefix} dev lan0`], namespace);
}

test("one owner: the prober counts no loss and no two-owner time, and names the owner", async () => {
  await own("alpha", "add");
  const prober = await startProber(lab);
  await sleep(1000);
  const result = await prober.stop();
  await own("alpha", "del");
  assert.equal(result.dual_active_ms, 0);
  // What it asked before a long pause of its own, it did not hear in time.
  assert.ok(result.lost === 0 || result.paused_ms_max > 40, `${result.lost} lost`);
  assert.ok(result.sent > 900 - result.paused_ms_max, `only ${result.sent} requests went out`);
  assert.deepEqual(
    [...new Set(result.owners.flatMap((each) => each.owners))],
    [lab.node("alpha").cards.lan.mac],
  );
});

test("two owners: every slot in which both answer counts, so a blind prober is found", async () => {
  await own("alpha", "add");
  const prober = await startProber(lab);
  await sleep(200);
  const from = bootNow();
  await own("beta", "add");
  const two = bootNow();
  await sleep(600);
  const back = bootNow();
  await own("beta", "del");
  const to = bootNow();
  await sleep(100);
  const result = await prober.stop();
  await own("alpha", "del");
  // Two slots of tolerance: a slot is a sample, and the prober may be late by one; or by as much as it paused.
  const paused = 10 + result.paused_ms_max;
  assert.ok(result.dual_active_ms >= (back - two) / 2 - paused, `${result.dual_active_ms} of ${back - two}`);
  assert.ok(result.dual_active_ms <= to - from + paused, `${result.dual_active_ms} of ${to - from}`);
});

test("a scripted gap: the outage is the time the cable was out", async () => {
  await own("alpha", "add");
  const prober = await startProber(lab);
  const { port } = lab.node("alpha").cards.lan;
  await until("service", 20_000, 10, () => (prober.owners().length === 1 ? true : null));
  const from = bootNow();
  await ip([`link set ${port} down`], lab.plan.switchNamespace);
  const out = bootNow();
  await until("silence", 20_000, 5, () => (prober.serving() ? null : true));
  await sleep(250);
  const back = bootNow();
  await ip([`link set ${port} up`], lab.plan.switchNamespace);
  await until("service again", 20_000, 5, () => (prober.serving() ? true : null));
  // The node's card has its carrier back when its kernel comes to it, not when the port is up.
  const to = bootNow();
  const result = await prober.stop();
  await own("alpha", "del");
  assert.equal(result.dual_active_ms, 0);
  const paused = result.paused_ms_max;
  assert.ok(result.outage_ms >= back - out - 2 - paused, `${result.outage_ms} of ${back - out}`);
  assert.ok(result.outage_ms <= to - from + 10 + 2 * paused, `${result.outage_ms} of ${to - from}`);
  assert.ok(result.lost >= 200 - paused, `${result.lost} lost`);
});
