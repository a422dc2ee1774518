import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createAddresses } from "../../network/addresses.ts";
import { createAnnouncer } from "../../network/announce.ts";
import { createGate } from "../../network/gate.ts";
import { gateTable } from "../../network/gatetable.ts";
import { bootNow } from "../../network/kernel/clock.ts";
import { openEchoSocket, openPacketSocket } from "../../network/kernel/packet.ts";
import { waitReadable } from "../../network/kernel/syscalls.ts";
import type { GateAnswer } from "../../network/port.ts";
import {
  CARD,
  type Client,
  FLOATING,
  inHere,
  inPeer,
  joinCards,
  makeClient,
  makePair,
  PREFIX,
} from "./pair.ts";

const NODE = "lhed test";
/** Long enough for any answer that comes at all. */
const PATIENT = 2000;
/** Long enough for an answer of a neighbour that gives one. */
const SILENCE = 60;
const children: ChildProcess[] = [];
let client: Client;

function ownMac(): string {
  const socket = openPacketSocket(CARD, 0);
  socket.close();
  return socket.mac;
}

before(() => {
  makePair();
  inHere("addr", "add", `${FLOATING}/${PREFIX}`, "dev", CARD);
  client = makeClient(FLOATING, ownMac());
});
// What a holder leaves behind goes on silencing its addresses, as it must.
beforeEach(() => execFileSync("nft", ["flush", "ruleset"]));
after(() => {
  client.close();
  for (const child of children) child.kill("SIGKILL");
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

async function passed(moment: number): Promise<void> {
  for (let left = moment - bootNow(); left > 0; left = moment - bootNow()) await wait(Math.ceil(left));
}

interface Said {
  readonly type: string;
  readonly ok: boolean;
  readonly reason?: string;
  readonly dies: number;
}

/** Starts the holder process; `said` collects what it prints, `next` waits for the next line. */
function startHolder(pace: "paced" | "busy") {
  const script = fileURLToPath(new URL("./renewer.js", import.meta.url));
  const child = spawn(process.execPath, [script, CARD, FLOATING, pace], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const said: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => said.push(JSON.parse(line) as Said));
  return { child, said, next: () => once(lines, "line") };
}

async function opened(holder: ReturnType<typeof startHolder>): Promise<void> {
  while (!holder.said.some(({ type, ok }) => type === "renew" && ok)) await holder.next();
}

test("a holder that is stopped falls silent for ARP and ICMP by the kernel's own timers (G1)", async () => {
  const holder = startHolder("paced");
  await opened(holder);
  assert.ok(client.arpAnswered(PATIENT), "answers ARP while it renews");
  assert.ok(client.pingAnswered(PATIENT), "answers ICMP while it renews");
  holder.child.kill("SIGSTOP");
  await wait(50); // what it printed before the stop
  const dies = Math.max(...holder.said.map(({ dies }) => dies));
  // It may have renewed once more and been stopped before it said so.
  await passed(Math.max(dies, bootNow()) + 200);
  assert.ok(!client.arpAnswered(SILENCE), "silent for ARP");
  assert.ok(!client.pingAnswered(SILENCE), "silent for ICMP");

  holder.child.kill("SIGCONT");
  // It may first tell of a renewal that it had done, but not reported, when it was stopped.
  while (holder.said.every(({ ok }) => ok)) await holder.next();
  assert.equal(holder.said.at(-1)?.reason, "expired", "the thawed holder is refused");
  assert.ok(!client.arpAnswered(SILENCE), "and stays silent");
  assert.ok(!client.pingAnswered(SILENCE));
  holder.child.kill("SIGKILL");
});

test("without the guard the same machine goes on answering, so the test above is not blind", async () => {
  const guarded = createGate({ node: NODE, cards: [CARD], guard: "off" });
  await guarded.arm([FLOATING], false);
  assert.deepEqual(guarded.perform({ type: "close" }), { ok: true });
  assert.ok(client.arpAnswered(PATIENT));
  assert.ok(client.pingAnswered(PATIENT));
  assert.match((await guarded.checkGuard()).detail, /switched off/);
  assert.equal(ruleset(), "");
});

test("renewing without a pause drops no packet", async () => {
  const holder = startHolder("busy");
  await opened(holder);
  for (let i = 0; i < 200; i++) assert.ok(client.pingAnswered(PATIENT), `echo ${i} was answered`);
  holder.child.stdin.end();
  await once(holder.child, "exit");
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
  assert.ok(!client.arpAnswered(SILENCE));

  assert.equal(reason(gate.perform({ type: "arm", timeout: 1000 })), "ok", "in time it opens");
  assert.equal(reason(gate.perform({ type: "open", timeout: 1000 })), "ok");
  assert.ok(client.arpAnswered(PATIENT));
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
  assert.ok(!client.arpAnswered(SILENCE));
  gate.close();
});

test("a new revision changes the guarded addresses without cutting what is open; a new process starts shut", async () => {
  const gate = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await gate.arm([FLOATING], false);
  gate.perform({ type: "arm", timeout: 5000 });
  gate.perform({ type: "open", timeout: 5000 });
  await gate.arm([FLOATING, "10.77.0.101", "10.77.0.102"], true);
  assert.match(ruleset(), /10\.77\.0\.102/);
  assert.equal(reason(gate.perform({ type: "renew", timeout: 5000 })), "ok");
  assert.ok(client.arpAnswered(PATIENT));

  const afterCrash = createGate({ node: NODE, cards: [CARD], guard: "on" });
  await afterCrash.arm([FLOATING], false);
  assert.equal(reason(afterCrash.perform({ type: "renew", timeout: 5000 })), "expired");
  assert.ok(!client.arpAnswered(SILENCE));
  gate.close();
  afterCrash.close();
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
  assert.deepEqual((await gate.checkGuard()).ok, true);
  assert.doesNotMatch(ruleset(), /self-check/);
  const nowhere = createGate({ node: "self-check", cards: ["nosuch0"], guard: "on" });
  const verdict = await nowhere.checkGuard();
  assert.equal(verdict.ok, false);
  assert.match(verdict.detail, /nft says|nosuch0/);
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
