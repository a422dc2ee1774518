import assert from "node:assert/strict";
import { test } from "node:test";
import { groupName } from "../../consensus/ledger/types.ts";
import { Machine, type MachineAction, type MachineOptions } from "../../daemon/machine.ts";
import type { LinkState } from "../../network/links.ts";
import type { Card } from "../../network/port.ts";
import type { HoldingEvent } from "../../services/types.ts";

const WEB = groupName("web");
const first = { ip: "10.0.0.1", prefix: 24 };
const sixth = { ip: "2001:db8::1", prefix: 64 };
const second = { ip: "10.0.0.2", prefix: 24 };
/** Both in one subnet. */
const cards: readonly Card[] = [
  { name: "lan0", role: "primary", stationary: first, addresses: [first, sixth] },
  { name: "lan1", role: "primary", stationary: second, addresses: [second] },
];

/** A machine of pretended edges; `did` are their calls in words, `said` what was fed back. */
function machineAt(now: number, changes: Partial<MachineOptions> = {}) {
  const did: string[] = [];
  const said: HoldingEvent[] = [];
  const there = new Map(cards.map(({ name, addresses }) => [name, [...addresses]]));
  const tell = (text: string): Promise<void> => Promise.resolve(void did.push(text));
  const machine = new Machine({
    gate: {
      arm: async (ips, keep) => {
        did.push(`arm ${ips.join(" ")} keep=${keep}`);
        return keep ? "kept" : "made";
      },
      perform: () => ({ ok: true }),
      remove: async () => {},
    },
    addresses: {
      add: (card, ip, prefix) => {
        did.push(`add ${ip}/${prefix} ${card}`);
        there.get(card)?.push({ ip, prefix });
      },
      remove: (card, ip, prefix) => {
        did.push(`remove ${ip}/${prefix} ${card}`);
        there.set(card, there.get(card)?.filter((each) => each.ip !== ip || each.prefix !== prefix) ?? []);
      },
      list: (card) => there.get(card) ?? [],
    },
    announcer: {
      announce: (card, ip) => void did.push(`announce ${ip} ${card}`),
      probe: async () => "02:00:00:00:00:09",
    },
    runner: {
      start: (spec, token, deadline, adopt) => tell(`start ${spec.name} ${token} ${deadline} ${adopt}`),
      extend: (name, deadline) => void did.push(`extend ${name} ${deadline}`),
      stop: (name, timeout) => tell(`stop ${name} ${timeout}`),
      kill: (name) => tell(`kill ${name}`),
      running: async () => [],
      onExit: () => {},
    },
    cards,
    links: () => [],
    cardFor: (ip) => (ip.startsWith("10.0.0.") ? cards[1]! : ip.startsWith("2001:db8:") ? cards[0]! : null),
    now: () => now,
    feed: (event) => void said.push(event),
    ...changes,
  });
  const perform = async (...actions: readonly MachineAction[]): Promise<void> => {
    for (const action of actions) machine.perform(action);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { did, said, perform, there };
}

const add = (ip: string, deadline: number): MachineAction => ({
  type: "add-address",
  id: 1,
  group: WEB,
  ip,
  prefix: ip.includes(":") ? 64 : 24,
  deadline,
});

test("an address goes to the card that its subnet names, where two cards are in it; and is taken from wherever it is", async () => {
  const { did, said, perform, there } = machineAt(100);
  await perform(add("10.0.0.10", 101), add("2001:db8::10", 101));
  assert.deepEqual(did, ["add 10.0.0.10/24 lan1", "add 2001:db8::10/64 lan0"]);
  there.get("lan0")?.push({ ip: "10.0.0.10", prefix: 32 });
  did.length = 0;
  await perform({ type: "remove-address", id: 2, ip: "10.0.0.10", prefix: 24 });
  assert.deepEqual(did, ["remove 10.0.0.10/32 lan0", "remove 10.0.0.10/24 lan1"]);
  assert.ok(said.every((each) => each.type === "done" && each.ok));
});

test("T4: what comes at its deadline or later is not done", async () => {
  const { did, said, perform } = machineAt(100);
  const common = { id: 1, group: WEB, member: "run", deadline: 100 } as const;
  const spec = { type: "unit", name: "web.run", unit: "web.service", startTimeout: 1000 } as const;
  await perform(
    add("10.0.0.10", 100),
    { type: "announce", group: WEB, ip: "10.0.0.10", deadline: 100 },
    { type: "probe", id: 1, group: WEB, ip: "10.0.0.10", window: 10, deadline: 100 },
    { type: "start-service", ...common, spec, token: 7n as never, adopt: false },
  );
  assert.deepEqual(did, []);
  assert.deepEqual(
    said.map((each) => each.type === "done" && `${each.ok} ${each.detail}`),
    ["false late", "false late", "false late"],
  );
});

test("F3: a stationary address is never put under the gate, added or removed, whatever the document says", async () => {
  const { did, said, perform } = machineAt(100);
  await perform(
    add("10.0.0.1", 200),
    add("2001:db8::1", 200),
    { type: "remove-address", id: 2, ip: "10.0.0.2", prefix: 24 },
    { type: "arm-gate", id: 3, addresses: ["10.0.0.10", "10.0.0.2"], keep: true },
  );
  assert.deepEqual(did, []);
  assert.equal(said.length, 4);
  for (const each of said) {
    assert.ok(each.type === "done" && !each.ok);
    assert.match(each.detail, /is a stationary address of this node's card lan[01]; it cannot float/);
  }
});

test("tables say whether they were kept or made; services are named by group and member", async () => {
  const { did, said, perform } = machineAt(100);
  const common = { group: WEB, member: "run" } as const;
  const spec = { type: "unit", name: "web.run", unit: "web.service", startTimeout: 1000 } as const;
  await perform(
    { type: "arm-gate", id: 1, addresses: ["10.0.0.10"], keep: true },
    { type: "arm-gate", id: 2, addresses: ["10.0.0.10"], keep: false },
    { type: "start-service", id: 3, ...common, spec, token: 7n as never, deadline: 200, adopt: true },
    { type: "extend-service", ...common, deadline: 300 },
    { type: "stop-service", id: 4, ...common, timeout: 50 },
    { type: "kill-service", id: 5, ...common },
    { type: "probe", id: 6, group: WEB, ip: "10.0.0.10", window: 10, deadline: 200 },
  );
  assert.deepEqual(did, [
    "arm 10.0.0.10 keep=true",
    "arm 10.0.0.10 keep=false",
    "start web.run 7 200 true",
    "extend web.run 300",
    "stop web.run 50",
    "kill web.run",
  ]);
  const details = said.map((each) => each.type === "done" && `${each.action} ${each.detail}`);
  assert.deepEqual(details.sort(), [
    "1 kept",
    "2 made",
    "3 ",
    "4 ",
    "5 ",
    "6 02:00:00:00:00:09 answers for 10.0.0.10",
  ]);
});

test("whoever looks is shown all cards of the node, and every address on them but the stationary ones", async () => {
  const link = (name: string, carrier: boolean, ...addresses: LinkState["addresses"]): LinkState => ({
    name,
    index: 1,
    mac: "",
    up: true,
    carrier,
    addresses,
  });
  const floating = { ip: "10.0.0.10", prefix: 24 };
  const readings = [
    () => {
      throw new Error("the kernel's table keeps changing");
    },
    () => [link("lan0", false, first, floating, sixth), link("other0", true, { ip: "10.9.9.9", prefix: 8 })],
  ];
  const seen = await new Promise<HoldingEvent>((resolve) => {
    const alive = setTimeout(() => {}, 10_000);
    const { perform } = machineAt(100, {
      links: () => (readings.shift() as () => LinkState[])(),
      feed: (event) => {
        clearTimeout(alive);
        resolve(event);
      },
    });
    void perform({ type: "look" });
  });
  assert.deepEqual(seen, {
    type: "looked",
    links: [
      { card: "lan0", up: false, gone: false },
      { card: "lan1", up: false, gone: true },
    ],
    addresses: [{ card: "lan0", ...floating }],
  });
});
