import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createAddresses } from "../../network/addresses.ts";
import { createGate } from "../../network/gate.ts";
import { gateTable } from "../../network/gatetable.ts";
import { netlinkFilter } from "../../network/kernel/filter.ts";
import { NEWGEN, openNftablesEvents } from "../../network/kernel/nfnetlink.ts";
import { attachFilter, waitReadable } from "../../network/kernel/syscalls.ts";
import type { NetworkChange, NetworkWatch } from "../../network/port.ts";
import { openWatch } from "../../network/watch.ts";
import { CARD, FLOATING, FLOATING6, inHere, inPeer, joinCards, makePair, PREFIX, PREFIX6 } from "./pair.ts";

const NODE = "watched";
const gate = (): ReturnType<typeof createGate> => createGate({ node: NODE, cards: [CARD], guard: "on" });
const nft = (script: string): void => {
  execFileSync("nft", ["-f", "-"], { input: script.replaceAll("T", gateTable(NODE)) });
};
let watch: NetworkWatch | null = null;
const alive = setInterval(() => {}, 1000);

before(makePair);
beforeEach(() => {
  watch?.close();
  watch = null;
  execFileSync("nft", ["flush", "ruleset"]);
});
after(() => {
  watch?.close();
  clearInterval(alive);
});

/** Everything heard so far, and a wait for the first change that fits. */
function listen(gated: { readonly table: string; readonly port: number } | null) {
  const heard: NetworkChange[] = [];
  let check = (): void => {};
  watch = openWatch({
    cards: [CARD],
    gate: gated,
    onChange: (change) => {
      heard.push(change);
      check();
    },
  });
  const until = (fits: (change: NetworkChange) => boolean): Promise<NetworkChange> =>
    new Promise((resolve) => {
      check = () => {
        const found = heard.find(fits);
        if (found !== undefined) resolve(found);
      };
      check();
    });
  return { heard, until };
}

/** What was sent before has been heard when this has. */
async function settled(listening: ReturnType<typeof listen>): Promise<void> {
  const { heard, until } = listening;
  const addresses = createAddresses();
  addresses.add(CARD, "10.77.0.222", PREFIX);
  addresses.remove(CARD, "10.77.0.222", PREFIX);
  await until((each) => each.type === "address-gone" && each.ip === "10.77.0.222");
  await wait(20); // the other socket's turn
  heard.splice(0, heard.length, ...heard.filter((each) => !("ip" in each && each.ip === "10.77.0.222")));
  addresses.close();
}

test("each card's link is told at once, and again when its cable, its state or itself changes", async () => {
  const { heard, until } = listen(null);
  assert.deepEqual(heard, [{ type: "link", card: CARD, up: true, gone: false }]);
  inPeer("link", "set", CARD, "down");
  await until((each) => each.type === "link" && !each.up && !each.gone);
  inPeer("link", "set", CARD, "up");
  await until((each) => each.type === "link" && each.up && heard.indexOf(each) > 1);
  heard.length = 0;
  inHere("link", "set", CARD, "down");
  await until((each) => each.type === "link" && !each.up && !each.gone);
  inHere("link", "del", CARD);
  await until((each) => each.type === "link" && each.gone);
  heard.length = 0;
  joinCards();
  await until((each) => each.type === "link" && each.up);
});

test("a card that is renamed is gone, and one that takes its name is it; others are nobody's business", async () => {
  const { heard, until } = listen(null);
  inHere("link", "add", "other0", "type", "veth", "peer", "name", "other1");
  inHere("addr", "add", "10.88.0.1/24", "dev", "other0");
  inHere("link", "set", CARD, "down");
  inHere("link", "set", CARD, "name", "away0");
  await until((each) => each.type === "link" && each.gone);
  inHere("link", "set", "away0", "name", CARD);
  inHere("link", "set", CARD, "up");
  await until((each) => each.type === "link" && each.up && heard.indexOf(each) > 2);
  assert.ok(heard.every((each) => !("ip" in each && each.ip === "10.88.0.1")));
  inHere("link", "del", "other0");
});

test("a card that is not there is told as gone, and heard of when it comes", async () => {
  const heard: NetworkChange[] = [];
  await new Promise<void>((resolve) => {
    watch = openWatch({
      cards: ["late0"],
      gate: null,
      onChange: (change) => {
        heard.push(change);
        if (heard.length === 1) inHere("link", "add", "late0", "type", "veth", "peer", "name", "late1");
        else resolve();
      },
    });
  });
  assert.deepEqual(heard, [
    { type: "link", card: "late0", up: false, gone: true },
    { type: "link", card: "late0", up: false, gone: false },
  ]);
  inHere("link", "del", "late0");
});

test("each coming and going of an address is told once, however often the kernel mentions it", async () => {
  const addresses = createAddresses();
  addresses.add(CARD, FLOATING6, PREFIX6);
  const listening = listen(null);
  inHere("addr", "change", `${FLOATING6}/${PREFIX6}`, "dev", CARD, "valid_lft", "100", "preferred_lft", "50");
  addresses.remove(CARD, FLOATING6, PREFIX6);
  addresses.add(CARD, FLOATING6, PREFIX6);
  inHere("addr", "change", `${FLOATING6}/${PREFIX6}`, "dev", CARD, "valid_lft", "100", "preferred_lft", "50");
  addresses.remove(CARD, FLOATING6, PREFIX6);
  await settled(listening);
  assert.deepEqual(
    listening.heard.map(({ type }) => type),
    ["link", "address-gone", "address-added", "address-gone"],
  );
  addresses.close();
});

test("an address that comes or goes, of either family, by whoever's hand, is told with its prefix length", async () => {
  const { until } = listen(null);
  const addresses = createAddresses();
  for (const [ip, prefix] of [
    [FLOATING, PREFIX],
    [FLOATING6, PREFIX6],
  ] as const) {
    addresses.add(CARD, ip, prefix);
    const added = await until((each) => each.type === "address-added" && each.ip === ip);
    assert.deepEqual(added, { type: "address-added", card: CARD, ip, prefix });
    inHere("addr", "del", `${ip}/${prefix}`, "dev", CARD);
    const gone = await until((each) => each.type === "address-gone" && each.ip === ip);
    assert.deepEqual(gone, { type: "address-gone", card: CARD, ip, prefix });
  }
  addresses.close();
});

for (const [what, script, detail] of [
  ["a flushed ruleset", "flush ruleset", /deleted/],
  ["a deleted table", "delete table netdev T", /deleted/],
  ["a flushed chain", "flush chain netdev T egress", /a rule was deleted/],
  ["an added rule", "insert rule netdev T ingress accept", /a rule was added/],
  ["flushed addresses", "flush set netdev T managed", /elements were deleted/],
  [
    "one IPv6 address taken out",
    `delete element netdev T managed6 { ${FLOATING6} }`,
    /elements were deleted/,
  ],
  ["a gate opened by hand", "add element netdev T live { lan0 timeout 1s }", /elements were added/],
  ["a table that sleeps", "add table netdev T { flags dormant; }", /the table was made/],
] as const) {
  test(`${what} is told, and put right by arming again, which is not told`, async () => {
    const guarded = gate();
    await guarded.arm([FLOATING, FLOATING6], false);
    const listening = listen(guarded.watched);
    nft(script);
    const told = await listening.until(({ type }) => type === "gate-disturbed");
    assert.match(told.type === "gate-disturbed" ? told.detail : "", detail);
    await settled(listening);
    listening.heard.length = 0;
    await guarded.arm([FLOATING, FLOATING6], true);
    await settled(listening);
    assert.deepEqual(listening.heard, []);
    guarded.close();
  });
}

test("our own arming, opening, renewing and closing, and other tables, are not told", async () => {
  const guarded = gate();
  const listening = listen(guarded.watched);
  await guarded.arm([FLOATING], false);
  await guarded.arm([FLOATING, FLOATING6], true);
  guarded.perform({ type: "arm", timeout: 1000 });
  guarded.perform({ type: "open", timeout: 1000 });
  for (let i = 0; i < 100; i++) guarded.perform({ type: "renew", timeout: 1000 });
  guarded.perform({ type: "close" });
  nft("add table netdev other\nadd table ip T\nadd chain ip T one");
  await settled(listening);
  assert.deepEqual(
    listening.heard.filter(({ type }) => type !== "link"),
    [],
  );
  guarded.close();
});

test("our own renewals do not wake the process: the kernel filters them, and the test is not blind", async () => {
  const guarded = gate();
  const filtered = openNftablesEvents();
  const everything = openNftablesEvents();
  attachFilter(filtered.fd, netlinkFilter(NEWGEN, [guarded.watched?.port ?? 0]), "a test's events");
  await guarded.arm([FLOATING], false);
  guarded.perform({ type: "arm", timeout: 1000 });
  guarded.perform({ type: "open", timeout: 1000 });
  for (let i = 0; i < 20; i++) guarded.perform({ type: "renew", timeout: 1000 });
  assert.deepEqual(waitReadable([filtered.fd, everything.fd], 50), [false, true]);
  nft("delete table netdev T");
  assert.deepEqual(waitReadable([filtered.fd], 2000), [true]);
  filtered.close();
  everything.close();
  guarded.close();
});

test("more changes than there is room for are told as an overrun, and the links are read afresh", async () => {
  const { heard, until } = listen(null);
  const addresses = createAddresses();
  // The event loop does not turn meanwhile.
  for (let i = 0; i < 8000; i++) {
    addresses.add(CARD, FLOATING, PREFIX);
    addresses.remove(CARD, FLOATING, PREFIX);
  }
  inPeer("link", "set", CARD, "down");
  await until(({ type }) => type === "overrun");
  await until((each) => each.type === "link" && !each.up);
  assert.ok(heard.length < 16_000);
  inPeer("link", "set", CARD, "up");
  addresses.close();
});

test("a closed watch is silent", async () => {
  const { heard } = listen(null);
  heard.length = 0;
  watch?.close();
  inPeer("link", "set", CARD, "down");
  inPeer("link", "set", CARD, "up");
  await wait(20);
  assert.deepEqual(heard, []);
});
