/** The device of the lab against the lab's switch: a process on a socket, behaving well and badly. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { openDevice } from "../../fencing/devices/open.ts";
import { powerEvidence } from "../../fencing/evidence.ts";
import type { FenceDevice } from "../../fencing/port.ts";
import type { Behaviour } from "../lab/switch.ts";
import { type PowerSwitch, startSwitch } from "../lab/switching.ts";

const folder = mkdtempSync(join(tmpdir(), "leasehold-switch-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const socket = join(folder, "s");
const device = (at = socket): FenceDevice =>
  openDevice({ name: "pdu", type: "lab", socket: at, bound: 500, timeout: 500 });

let open: PowerSwitch | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

/** Two machines that are nothing but on or off. */
async function plugged(behaviour: Behaviour) {
  const on = new Set(["alpha", "beta"]);
  const done: (() => void)[] = [];
  open = await startSwitch(
    socket,
    { "1": "alpha", "2": "beta" },
    {
      isOn: (node) => on.has(node),
      powerCut: async (node) => {
        on.delete(node);
        for (const wake of done.splice(0)) wake();
      },
      powerOn: async (node) => void on.add(node),
    },
  );
  await open.behave(behaviour);
  return { on, cut: () => new Promise<void>((resolve) => done.push(resolve)) };
}

/** As a fencing executor does: off, then the status in a conversation of its own. */
async function shot(outlet: string, timeout: number): Promise<boolean> {
  const pdu = device();
  const accepted = await pdu.command(outlet, "off", timeout);
  const status = await pdu.status(outlet, timeout);
  return powerEvidence({
    node: nodeId("beta"),
    device: "pdu",
    action: "off",
    incarnation: incarnation(1),
    accepted,
    status,
    offObserved: false,
    at: 0,
  }).ok;
}

test("a switch that obeys switches off and on, and its status says so in a conversation of its own", async () => {
  const { on } = await plugged({ type: "obeys", delay: 5 });
  assert.equal(await device().status("2", 20_000), "on");
  assert.equal(await shot("2", 20_000), true);
  assert.deepEqual([...on], ["alpha"]);
  assert.equal(await device().command("2", "on", 20_000), true);
  assert.equal(await device().status("2", 20_000), "on");
  assert.deepEqual(
    open?.throws.map(({ node, to, on: left }) => [node, to, left]),
    [
      ["beta", "off", ["alpha"]],
      ["beta", "on", ["alpha", "beta"]],
    ],
  );
});

test("switching off twice is no error", async () => {
  await plugged({ type: "obeys", delay: 1 });
  assert.equal(await shot("2", 20_000), true);
  assert.equal(await shot("2", 20_000), true);
  assert.equal(open?.throws.length, 1);
});

test("a dead switch is given up, and proves nothing (R8)", async () => {
  const { on } = await plugged({ type: "dead" });
  assert.equal(await shot("2", 100), false);
  assert.deepEqual([...on], ["alpha", "beta"]);
});

test("a switch that says yes and does nothing proves nothing (R8)", async () => {
  const { on } = await plugged({ type: "lies", delay: 1 });
  assert.equal(await device().command("2", "off", 20_000), true);
  assert.equal(await shot("2", 20_000), false);
  assert.equal(on.size, 2);
});

test("a switch that acts late is no proof while it has not, and acts all the same", async () => {
  const { on, cut } = await plugged({ type: "late", delay: 1500 });
  const late = cut();
  assert.equal(await shot("2", 100), false);
  assert.equal(on.size, 2);
  await late;
  assert.deepEqual([...on], ["alpha"]);
});

test("a switch with its cables swapped proves nothing: the outlet that was asked for is on", async () => {
  const { on } = await plugged({ type: "wrong-outlet", delay: 1, instead: "1" });
  assert.equal(await shot("2", 20_000), false);
  assert.deepEqual([...on], ["beta"]);
});

test("a switch that is not there, an outlet that it does not have, and a stranger's words are no answer", async () => {
  assert.equal(await device(join(folder, "nobody")).status("1", 20_000), null);
  assert.equal(await device(join(folder, "nobody")).command("1", "off", 20_000), false);
  const file = join(folder, "file");
  writeFileSync(file, "off\n");
  assert.equal(await device(file).status("1", 20_000), null);
  await plugged({ type: "obeys", delay: 1 });
  assert.equal(await device().status("9", 20_000), null);
  assert.equal(await device().command("9", "off", 20_000), false);
  for (const words of ["offline\n", "x".repeat(1000), "\n", "OFF\n"]) {
    const at = join(folder, "stranger");
    let asked = 0;
    const server = createServer((connection) => {
      asked += 1;
      connection.resume().end(words);
    }).listen(at);
    await once(server, "listening");
    assert.equal(await device(at).status("1", 20_000), null, words);
    assert.equal(asked, 1, "it has heard them");
    await new Promise((resolve) => server.close(resolve));
  }
});
