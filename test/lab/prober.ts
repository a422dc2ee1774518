/**
 * A client that measures, in a process of its own: an ICMP echo to the floating address every millisecond through the
 * kernel's own IP stack (so its neighbour cache is what any client's is), and every 5 ms a broadcast ARP question from
 * another port, noting who answers. Two machines that answer the same question are two owners.
 *
 * It watches itself: the longest pause of its own loop is part of the result, and a run with more than 5 ms is void.
 * Started by `probing.ts`; one JSON argument in, JSON lines out; stops when its stdin closes.
 */

import {
  arpQuestion,
  type EchoSocket,
  ETH_P_ARP,
  openEchoSocket,
  openPacketSocket,
  type PacketSocket,
  parseArp,
} from "../../network/kernel/packet.ts";
import { CLOCK_BOOTTIME, readClock, setRealtime, waitReadable } from "../../network/kernel/syscalls.ts";
import { findGaps, findOwnership } from "./measure.ts";
import type { ProberEvent, ProberOptions, ProberResult } from "./probing.ts";

const ECHO_PERIOD_MS = 1;
const ARP_PERIOD_MS = 5;
/** An answer that takes longer is no answer: a client's request that waited in a queue was not served. */
const REPLY_WITHIN_MS = 50;
/** Silence shorter than this is not worth a line while it runs; the result counts it all the same. */
const SILENCE_MS = 5;
const LONGEST_RUN_MS = 180_000;

const options = JSON.parse(process.argv[2] ?? "{}") as ProberOptions;
const longest = options.longestMs ?? LONGEST_RUN_MS;
const echo: EchoSocket = openEchoSocket(options.echoCard);
const arp: PacketSocket = openPacketSocket(options.arpCard, ETH_P_ARP);

const sentAt = new Float64Array(longest / ECHO_PERIOD_MS);
const answered = new Uint8Array(sentAt.length);
const masks = new Uint8Array(longest / ARP_PERIOD_MS);
const owners: string[] = [];
/** Warm-up requests carry another number, so that a late answer to one is not taken for an answer that counts. */
let identifier = (process.pid + 0x8000) & 0xffff;
const questions = options.arpSources.map((source) => arpQuestion(arp.mac, source, options.target));

let realtime = true;
try {
  setRealtime(0, 20);
} catch {
  realtime = false; // a container without the right to it: the pause check tells whether it mattered
}

/** Code gets compiled and the address resolved before anything counts. */
const WARM_UP_MS = 250;

let began = readClock(CLOCK_BOOTTIME);
let warm = false;
let requests = 0;
let slots = 0;
let lastTurn = 0;
let longestPause = 0;
let stopping = false;
let lastAnswered = -1;
let silentSince: number | null = null;
let lastMask = -1;

function now(): number {
  return readClock(CLOCK_BOOTTIME) - began;
}

function say(event: ProberEvent): void {
  if (!warm) return;
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** Which request an answer belongs to: its 16-bit number, in the turn of the counter we are in. */
function requestOf(sequence: number): number {
  const behind = (requests - 1 - sequence) & 0xffff;
  return requests - 1 - behind;
}

function hearEchoes(): void {
  for (let reply = echo.receive(); reply !== null; reply = echo.receive()) {
    if (reply.identifier !== identifier || reply.from !== options.target) continue;
    const request = requestOf(reply.sequence);
    if (request < 0 || now() - sentAt[request]! > REPLY_WITHIN_MS) continue;
    answered[request] = 1;
    lastAnswered = Math.max(lastAnswered, request);
  }
}

function hearArp(): void {
  for (let frame = arp.receive(); frame !== null; frame = arp.receive()) {
    if (frame.outgoing) continue;
    const packet = parseArp(frame.bytes);
    if (packet === null || packet.operation !== "reply" || packet.senderIp !== options.target) continue;
    // An answer names the asker; an announcement of a new owner does not, and is no answer.
    const source = options.arpSources.indexOf(packet.targetIp);
    if (source < 0 || packet.targetMac !== arp.mac) continue;
    const slot = slotOf(source);
    if (slot < 0) continue;
    let owner = owners.indexOf(packet.senderMac);
    if (owner < 0) owner = owners.push(packet.senderMac) - 1;
    if (owner < 8) masks[slot] = masks[slot]! | (1 << owner);
  }
}

/** The latest slot that asked from this source: each slot uses the next one, so an answer names its question. */
function slotOf(source: number): number {
  const cycle = questions.length;
  return slots - 1 - ((((slots - 1 - source) % cycle) + cycle) % cycle);
}

function sendDue(at: number): void {
  while (requests * ECHO_PERIOD_MS <= at && requests < sentAt.length) {
    sentAt[requests] = now();
    try {
      echo.send(options.target, identifier, requests);
    } catch {
      // The kernel gave up resolving the address: this request is lost like any other.
    }
    requests++;
  }
  while (slots * ARP_PERIOD_MS <= at && slots < masks.length) {
    hearArp(); // what came so far belongs to earlier slots
    if (slots >= 2) reportOwner(slots - 2);
    try {
      arp.send(questions[slots % questions.length]!);
    } catch {
      // The port is down: nobody answers this question.
    }
    slots++;
  }
}

/** Tells a change of owner while it happens, for the timeline; the numbers come from the whole at the end. */
function reportOwner(slot: number): void {
  const mask = masks[slot]!;
  if (mask === lastMask) return;
  lastMask = mask;
  say({
    event: "owners",
    at: slot * ARP_PERIOD_MS,
    owners: owners.filter((_, bit) => (mask & (1 << bit)) !== 0),
  });
}

function reportSilence(at: number): void {
  const heard = lastAnswered < 0 ? 0 : sentAt[lastAnswered]!;
  if (silentSince === null && at - heard > SILENCE_MS) {
    silentSince = heard;
    say({ event: "silent", at: heard });
  } else if (silentSince !== null && at - heard <= SILENCE_MS) {
    silentSince = null;
    say({ event: "served", at: heard });
  }
}

/** `lastPause`: of the turn that has just ended, ms. */
function result(lastPause: number): ProberResult {
  // The last requests may still be under way when the stop comes, or were answered while this process stood still: they are not counted.
  const within = REPLY_WITHIN_MS + lastPause;
  let count = requests;
  while (count > 0 && now() - sentAt[count - 1]! < within && answered[count - 1] !== 1) count--;
  const gaps = findGaps(sentAt, answered, count);
  const ownership = findOwnership(masks, Math.max(0, slots - 1), ARP_PERIOD_MS);
  return {
    event: "result",
    began,
    sent: count,
    lost: gaps.reduce((sum, gap) => sum + gap.lost, 0),
    outage_ms: round(gaps.reduce((longest, gap) => Math.max(longest, gap.to - gap.from), 0)),
    dual_active_ms: ownership.dualSlots * ARP_PERIOD_MS,
    paused_ms_max: round(longestPause),
    realtime,
    open: gaps.at(-1)?.open ?? false,
    gaps: gaps.map((gap) => ({ ...gap, from: round(gap.from), to: round(gap.to) })),
    owners: ownership.stretches.map((each) => ({ ...each, owners: each.owners.map((bit) => owners[bit]!) })),
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function beginMeasuring(): void {
  warm = true;
  identifier = process.pid & 0xffff;
  hearArp();
  answered.fill(0);
  masks.fill(0);
  requests = 0;
  slots = 0;
  lastTurn = 0;
  longestPause = 0;
  lastAnswered = -1;
  silentSince = null;
  lastMask = -1;
  began = readClock(CLOCK_BOOTTIME);
  say({ event: "began", began, realtime });
}

function turn(): void {
  if (!warm && now() > WARM_UP_MS) beginMeasuring();
  const at = now();
  if (lastTurn > 0) longestPause = Math.max(longestPause, at - lastTurn);
  lastTurn = at;
  sendDue(at);
  waitReadable([echo.fd, arp.fd], 1);
  hearEchoes();
  hearArp();
  reportSilence(now());
  if (!stopping) {
    setImmediate(turn);
    return;
  }
  const lastPause = now() - lastTurn;
  longestPause = Math.max(longestPause, lastPause);
  say(result(lastPause));
  echo.close();
  arp.close();
}

process.stdin.on("end", () => {
  stopping = true;
});
process.stdin.resume();
setImmediate(turn);
