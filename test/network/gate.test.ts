import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createAddresses } from "../../network/addresses.ts";
import { createAnnouncer } from "../../network/announce.ts";
import { createBar } from "../../network/bar.ts";
import { createGate, type KernelGate } from "../../network/gate.ts";
import { gateTable } from "../../network/gatetable.ts";
import { bootNow } from "../../network/kernel/clock.ts";
import { openEcho6Socket } from "../../network/kernel/echo6.ts";
import { buildAdvertisement, buildQuestion, ETH_P_IPV6, parseNeighbour } from "../../network/kernel/nd.ts";
import { openEchoSocket, openPacketSocket } from "../../network/kernel/packet.ts";
import { waitReadable } from "../../network/kernel/syscalls.ts";
import type { GateAnswer } from "../../network/port.ts";
import { until } from "../lab/shell.ts";
import { fallsSilent, killHolders, opened, startHolder } from "./holder.ts";
import {
  atPeer,
  CARD,
  type Client,
  FLOATING,
  FLOATING6,
  HERE6,
  inHere,
  inPeer,
  joinCards,
  makeClient,
  makePair,
  PREFIX,
  PREFIX6,
} from "./pair.ts";
import { OPEN, PATIENT, SILENCE } from "./times.ts";

const NODE = "lhed test";
let client: Client;
let client6: Client;

function ownMac(): string {
  const socket = openPacketSocket(CARD, 0);
  socket.close();
  return socket.mac;
}

before(() => {
  makePair();
  inHere("addr", "add", `${FLOATING}/${PREFIX}`, "dev", CARD);
  inHere("addr", "add", `${FLOATING6}/${PREFIX6}`, "dev", CARD, "nodad");
  client = makeClient(FLOATING, ownMac());
  client6 = makeClient(FLOATING6, ownMac());
});
// What a holder leaves behind goes on silencing its addresses, as it must.
beforeEach(() => execFileSync("nft", ["flush", "ruleset"]));
after(() => {
  client.close();
  client6.close();
  killHolders();
});

const ruleset = (): string => execFileSync("nft", ["list", "ruleset"], { encoding: "utf8" });
const reason = (answer: GateAnswer): string => (answer.ok ? "ok" : answer.reason);
/** Whether this machine's own echo to `address` comes back. */
function reaches(address: string): boolean {
  const echo = openEchoSocket(CARD);
  try {
    echo.send(address, 1, 1);
    return waitReadable([echo.fd], PATIENT)[0] === true && echo.receive()?.from === address;
  } finally {
    echo.close();
  }
}

test("a holder that is stopped falls silent for ARP and ICMP by the kernel's own timers (G1)", async () => {
  await fallsSilent(FLOATING, client);
});

test("the same holder falls silent for neighbour solicitations and ICMPv6 of an IPv6 address (G1)", async () => {
  await fallsSilent(FLOATING6, client6);
});

test("G3: a barred address is silent while the gate is open for the others, and no longer than it is barred", async () => {
  const guarded = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await guarded.arm([FLOATING, FLOATING6], false);
  for (const type of ["arm", "open"] as const)
    assert.deepEqual(guarded.perform({ type, timeout: OPEN }), { ok: true });
  const bar = createBar(NODE, [CARD], "on");
  for (const [barred, silent, heard] of [
    [FLOATING, client, client6],
    [FLOATING6, client6, client],
  ] as const) {
    bar.set([barred]);
    assert.ok(!silent.ownerAnswers(SILENCE), barred);
    assert.ok(!silent.pingAnswered(SILENCE), barred);
    assert.ok(heard.ownerAnswers(PATIENT) && heard.pingAnswered(PATIENT), `not ${barred}`);
  }
  bar.set([]);
  assert.ok(client6.ownerAnswers(PATIENT) && client6.pingAnswered(PATIENT));
  assert.doesNotMatch(ruleset(), /-bar/);
  bar.close();
  guarded.close();
});

test("without the guard the same machine goes on answering, so the test above is not blind", async () => {
  const guarded = createGate({ node: NODE, cards: [CARD], guard: "off" });
  await guarded.arm([FLOATING], false);
  assert.deepEqual(guarded.perform({ type: "close" }), { ok: true });
  for (const each of [client, client6]) {
    assert.ok(each.ownerAnswers(PATIENT));
    assert.ok(each.pingAnswered(PATIENT));
  }
  assert.match((await guarded.checkGuard()).detail, /switched off/);
  assert.equal(ruleset(), "");
});

test("renewing without a pause drops no packet", async () => {
  const holder = startHolder(FLOATING, "busy");
  await opened(holder);
  for (let i = 0; i < 200; i++) assert.ok(client.pingAnswered(PATIENT), `echo ${i} was answered`);
  holder.child.stdin.end();
  await once(holder.child, "close");
  assert.ok(
    holder.said.every(({ ok }) => ok),
    "every renewal was accepted",
  );
});

test("a late opening is refused with ENOENT and leaves the gate shut (G2)", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await gate.arm([FLOATING], false);
  assert.equal(reason(gate.perform({ type: "arm", timeout: 30 })), "ok");
  await wait(60);
  assert.equal(reason(gate.perform({ type: "open", timeout: 1000 })), "expired");
  assert.equal(reason(gate.perform({ type: "renew", timeout: 1000 })), "expired", "live stayed empty");
  assert.ok(!client.ownerAnswers(SILENCE));

  assert.equal(reason(gate.perform({ type: "arm", timeout: OPEN })), "ok", "in time it opens");
  assert.equal(reason(gate.perform({ type: "open", timeout: OPEN })), "ok");
  assert.ok(client.ownerAnswers(PATIENT));
  assert.equal(reason(gate.perform({ type: "open", timeout: 1000 })), "expired", "one arming opens once");
  assert.equal(reason(gate.perform({ type: "close" })), "ok");
  assert.ok(!client.pingAnswered(SILENCE), "closing is immediate");
  assert.equal(reason(gate.perform({ type: "close" })), "ok", "closing twice is fine");
  gate.close();
});

test("a timeout too short for the kernel's ticks is never sent, because it would mean for ever", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await gate.arm([FLOATING], false);
  assert.equal(reason(gate.perform({ type: "arm", timeout: 0.5 })), "failed");
  assert.equal(reason(gate.perform({ type: "arm", timeout: 1000 })), "ok");
  assert.equal(reason(gate.perform({ type: "open", timeout: 3 })), "failed");
  assert.ok(!client.ownerAnswers(SILENCE));
  gate.close();
});

/** Opens for `timeout` ms. */
function open(gate: KernelGate, timeout = OPEN): void {
  assert.equal(reason(gate.perform({ type: "arm", timeout: OPEN })), "ok");
  assert.equal(reason(gate.perform({ type: "open", timeout })), "ok");
}

test("a new revision changes the guarded addresses without cutting what is open", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await gate.arm([FLOATING, "10.77.0.103"], false);
  open(gate);
  assert.equal(await gate.arm([FLOATING, "10.77.0.101", "2001:db8:77::102"], true), "kept");
  assert.match(ruleset(), /10\.77\.0\.101/);
  assert.match(ruleset(), /2001:db8:77::102/);
  assert.doesNotMatch(ruleset(), /10\.77\.0\.103/);
  assert.equal(reason(gate.perform({ type: "renew", timeout: OPEN })), "ok");
  assert.ok(client.ownerAnswers(PATIENT));
  gate.close();
});

test("a new process keeps what its predecessor left open, and takes it over without a gap; or begins shut", async () => {
  const before = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await before.arm([FLOATING, FLOATING6], false);
  open(before);
  before.close();

  const keeping = createGate({ node: NODE, cards: [CARD], guard: "on" });
  assert.equal(await keeping.arm([FLOATING, FLOATING6], true), "kept");
  assert.ok(client.ownerAnswers(PATIENT), "still open");
  assert.ok(client6.ownerAnswers(PATIENT));
  // Armed and opened over the predecessor's element, which is replaced in the same batch (G2).
  open(keeping);
  assert.equal(reason(keeping.perform({ type: "renew", timeout: 60 })), "ok");
  await wait(120);
  assert.ok(!client.ownerAnswers(SILENCE), "the predecessor's longer element is gone");
  assert.ok(!client6.ownerAnswers(SILENCE));
  open(keeping);
  keeping.close();

  const fresh = createGate({ node: NODE, cards: [CARD], guard: "on" });
  assert.equal(await fresh.arm([FLOATING, FLOATING6], false), "made");
  assert.equal(reason(fresh.perform({ type: "renew", timeout: 5000 })), "expired");
  assert.ok(!client.ownerAnswers(SILENCE));
  fresh.close();
});

test("a late opening over a predecessor's element is refused, and leaves that to its own end (G2)", async () => {
  const before = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await before.arm([FLOATING], false);
  open(before, 400);
  const late = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await late.arm([FLOATING], true);
  assert.equal(reason(late.perform({ type: "arm", timeout: 30 })), "ok");
  await wait(60);
  assert.equal(reason(late.perform({ type: "open", timeout: 60_000 })), "expired");
  await wait(450);
  assert.ok(!client.ownerAnswers(SILENCE));
  before.close();
  late.close();
});

for (const [what, ...disturbance] of [
  ["a rule was deleted", "flush chain netdev T egress"],
  ["a rule was added", "insert rule netdev T ingress accept"],
  ["a chain was added", "add chain netdev T other"],
  ["a set was added", "add set netdev T other { type ipv4_addr; }"],
  ["the table sleeps", "add table netdev T { flags dormant; }"],
  ["the table is gone", "delete table netdev T"],
  ["an element that never ends holds the gate open", "add element netdev T live { lan0 }"],
  [
    "a chain hangs elsewhere",
    "flush chain netdev T egress",
    "delete chain netdev T egress",
    'add chain netdev T egress { type filter hook egress device "lan0" priority 0; }',
  ],
] as const) {
  test(`when ${what}, arming makes everything anew and shut`, async () => {
    const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
    await gate.arm([FLOATING, FLOATING6], false);
    const made = ruleset();
    execFileSync("nft", ["-f", "-"], { input: disturbance.join("\n").replaceAll("T", gateTable(NODE)) });
    assert.notEqual(ruleset(), made);
    assert.equal(await gate.arm([FLOATING, FLOATING6], true), "made");
    assert.equal(ruleset(), made);
    assert.ok(!client.ownerAnswers(SILENCE));
    assert.ok(!client6.ownerAnswers(SILENCE));
    gate.close();
  });
}

test("managed addresses that somebody took out or put in are put right without cutting what is open", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await gate.arm([FLOATING, FLOATING6], false);
  const made = ruleset();
  const table = gateTable(NODE);
  execFileSync("nft", ["flush", "set", "netdev", table, "managed"]);
  execFileSync("nft", ["add", "element", "netdev", table, "managed6", "{ 2001:db8:77::1 }"]);
  assert.equal(await gate.arm([FLOATING, FLOATING6], true), "kept");
  assert.equal(ruleset(), made);
  gate.close();
});

test("ten thousand addresses of both families are armed, kept and changed, and silent", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  const many = Array.from({ length: 5000 }, (_, i) => [
    `10.99.${i >> 8}.${i & 255}`,
    `2001:db8:99::${i.toString(16)}`,
  ]).flat();
  assert.equal(await gate.arm([FLOATING, ...many], false), "made");
  assert.equal(await gate.arm([FLOATING, ...many], true), "kept");
  assert.ok(!client.ownerAnswers(SILENCE));
  assert.ok(client6.ownerAnswers(PATIENT));
  open(gate);
  assert.equal(await gate.arm([FLOATING, FLOATING6, ...many], true), "kept");
  assert.ok(client6.ownerAnswers(PATIENT), "what is open stays open");
  assert.equal(reason(gate.perform({ type: "close" })), "ok");
  assert.ok(!client6.ownerAnswers(SILENCE), "and what came is guarded");
  gate.close();
});

test("tables that somebody flushed are a failure, not a lapse", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  assert.match(JSON.stringify(gate.perform({ type: "arm", timeout: 100 })), /not been set up/);
  await gate.arm([FLOATING], false);
  execFileSync("nft", ["flush", "ruleset"]);
  const answer = gate.perform({ type: "renew", timeout: 100 });
  assert.equal(reason(answer), "failed");
  assert.match(JSON.stringify(answer), /flushed/);
  await gate.arm([FLOATING], false);
  assert.equal(reason(gate.perform({ type: "arm", timeout: 100 })), "ok", "set up again");
  gate.close();
});

test("a shut gate does not hide another holder: its clients and the conflict probe get through", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  const announcer = createAnnouncer();
  inHere("addr", "del", `${FLOATING}/${PREFIX}`, "dev", CARD);
  inPeer("neigh", "del", FLOATING, "dev", CARD);
  inPeer("addr", "add", `${FLOATING}/${PREFIX}`, "dev", CARD);
  await gate.arm([FLOATING], false);
  assert.match((await announcer.probe(CARD, FLOATING, PATIENT)) ?? "", /^[0-9a-f:]{17}$/);
  assert.ok(reaches(FLOATING), "this machine, as a client, reaches the other holder");
  inPeer("addr", "del", `${FLOATING}/${PREFIX}`, "dev", CARD);
  inHere("addr", "add", `${FLOATING}/${PREFIX}`, "dev", CARD);
  client.close();
  client = makeClient(FLOATING, ownMac());
  announcer.close();
  gate.close();
});

test("a shut gate does not hide another holder of an IPv6 address either", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  const announcer = createAnnouncer();
  inHere("addr", "del", `${FLOATING6}/${PREFIX6}`, "dev", CARD);
  inPeer("neigh", "del", FLOATING6, "dev", CARD);
  inPeer("addr", "add", `${FLOATING6}/${PREFIX6}`, "dev", CARD, "nodad");
  await gate.arm([FLOATING6], false);
  let owner: string | null = null;
  for (let i = 0; i < 400 && owner === null; i++) owner = await announcer.probe(CARD, FLOATING6, 50);
  assert.match(owner ?? "", /^[0-9a-f:]{17}$/);
  const echo = openEcho6Socket(CARD);
  echo.send(FLOATING6, 1, 1);
  assert.ok(waitReadable([echo.fd], PATIENT)[0], "this machine, as a client, reaches the other holder");
  echo.close();
  inPeer("addr", "del", `${FLOATING6}/${PREFIX6}`, "dev", CARD);
  inHere("addr", "add", `${FLOATING6}/${PREFIX6}`, "dev", CARD, "nodad");
  client6.close();
  client6 = makeClient(FLOATING6, ownMac());
  announcer.close();
  gate.close();
});

/** How many echo requests this machine's IPv6 has taken in. */
const echoesTaken = (): number =>
  Number(/Icmp6InEchos\s+(\d+)/.exec(readFileSync("/proc/thread-self/net/snmp6", "utf8"))?.[1]);
const STRANGER6 = "2001:db8:77::77";

test("behind a shut gate this machine does not even hear what is meant for a managed IPv6 address, nor speak from it", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  const own = openPacketSocket(CARD, 0);
  const peer = atPeer(() => openPacketSocket(CARD, 0));
  const question = buildQuestion(peer.mac, STRANGER6, FLOATING6);
  const outwards = buildQuestion(own.mac, FLOATING6, HERE6);
  const known = (): string =>
    execFileSync("ip", ["-6", "neigh", "show", STRANGER6], { encoding: "utf8" }).replace(/.*FAILED.*\n/, "");

  await gate.arm([FLOATING6], false);
  const before = echoesTaken();
  assert.ok(!client6.pingAnswered(SILENCE));
  assert.equal(echoesTaken(), before, "an echo request does not come in");
  peer.send(question);
  await wait(SILENCE);
  assert.equal(known(), "", "a solicitation does not come in: who asks is not learnt");
  assert.throws(() => own.send(outwards), /ENOBUFS/, "nothing goes out in its name");

  open(gate);
  assert.ok(client6.pingAnswered(PATIENT));
  assert.equal(echoesTaken(), before + 1);
  // Its kernel listens a moment after it has the address.
  await until("who asks to be learnt", PATIENT, 10, () => {
    peer.send(question);
    return known() === "" ? null : true;
  });
  assert.match(known(), new RegExp(peer.mac));
  own.send(outwards);
  own.close();
  peer.close();
  gate.close();
});

test("a shut gate drops an advertisement for a managed address from any source, the card's own included", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  const announcer = createAnnouncer();
  const own = openPacketSocket(CARD, 0);
  const peer = atPeer(() => openPacketSocket(CARD, ETH_P_IPV6));
  const claims = (patience: number): boolean => {
    const end = bootNow() + patience;
    while (bootNow() < end) {
      waitReadable([peer.fd], end - bootNow());
      for (let frame = peer.receive(); frame !== null; frame = peer.receive()) {
        const said = parseNeighbour(frame.bytes);
        if (said?.type === "advertisement" && said.targetIp === FLOATING6) return true;
      }
    }
    return false;
  };
  // An answer that leaves from the card's stationary address and names the floating one as its target alone.
  const disguised = buildAdvertisement(own.mac, FLOATING6, false, HERE6);
  own.send(disguised);
  assert.ok(claims(PATIENT), "heard while nothing guards it");
  await gate.arm([FLOATING6], false);
  // The kernel says that a frame it dropped had no room.
  assert.throws(() => own.send(disguised), /ENOBUFS/);
  assert.throws(() => announcer.announce(CARD, FLOATING6), /ENOBUFS/);
  assert.ok(!claims(SILENCE));
  open(gate);
  own.send(disguised);
  assert.ok(claims(PATIENT), "heard when the gate is open");
  own.close();
  peer.close();
  announcer.close();
  gate.close();
});

test("the guard is removed only when no managed address is left", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  const addresses = createAddresses();
  await gate.arm([FLOATING], false);
  await assert.rejects(gate.remove(), { code: "kernel", message: /10\.77\.0\.100 is still on a card/ });
  assert.match(ruleset(), new RegExp(gateTable(NODE)));
  addresses.remove(CARD, FLOATING, PREFIX);
  await gate.remove();
  assert.doesNotMatch(ruleset(), new RegExp(gateTable(NODE)));
  addresses.add(CARD, FLOATING, PREFIX);
  addresses.close();
  gate.close();
});

test("the self-check passes on this kernel and leaves nothing behind", async () => {
  const gate = createGate({ node: "self-check", cards: [CARD], guard: "on" });
  const good = await gate.checkGuard();
  assert.deepEqual([good.ok, good.ipv6.ok], [true, true]);
  assert.doesNotMatch(ruleset(), /self-check/);
  const nowhere = createGate({ node: "self-check", cards: ["nosuch0"], guard: "on" });
  const verdict = await nowhere.checkGuard();
  assert.equal(verdict.ok, false);
  assert.match(verdict.detail, /nosuch0/);
  await assert.rejects(nowhere.arm([FLOATING], false), { code: "kernel", message: /"nosuch0".*ENODEV/ });
  gate.close();
  nowhere.close();
});

test("a card that was made anew is not opened: its guard went with the old one", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await gate.arm([FLOATING], false);
  client.close();
  inHere("link", "del", CARD);
  joinCards();
  assert.match(JSON.stringify(gate.perform({ type: "arm", timeout: 1000 })), /replaced or removed/);
  await gate.arm([FLOATING], false);
  assert.equal(reason(gate.perform({ type: "arm", timeout: 1000 })), "ok");
  gate.close();
});
