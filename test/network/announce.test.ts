import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, test } from "node:test";
import { createAnnouncer } from "../../network/announce.ts";
import { ETH_P_IPV6, parseNeighbour } from "../../network/kernel/nd.ts";
import { ETH_P_ARP, openPacketSocket, type PacketSocket } from "../../network/kernel/packet.ts";
import { waitReadable } from "../../network/kernel/syscalls.ts";
import { until } from "../lab/shell.ts";
import { atPeer, CARD, FLOATING, FLOATING6, inPeer, makePair, PEER, PEER6, PREFIX, PREFIX6 } from "./pair.ts";
import { PATIENT } from "./times.ts";

before(makePair);

/** The next `count` frames at the peer that are wanted, as hex. */
function frames(
  socket: PacketSocket,
  count: number,
  wanted: (frame: Buffer) => boolean = () => true,
): string[] {
  const seen: string[] = [];
  const end = performance.now() + PATIENT;
  while (seen.length < count && performance.now() < end) {
    const frame = socket.receive();
    if (frame === null) waitReadable([socket.fd], 100);
    else if (wanted(frame.bytes)) seen.push(frame.bytes.toString("hex"));
  }
  return seen;
}

const mac = (socket: PacketSocket): string => socket.mac.replaceAll(":", "");
const padding = "00".repeat(18);

test("a burst is the ARP request form with sender = target and the reply form, twice, byte for byte (S7)", () => {
  const peer = atPeer(() => openPacketSocket(CARD, ETH_P_ARP));
  const own = openPacketSocket(CARD, 0);
  const announcer = createAnnouncer();
  announcer.announce(CARD, FLOATING);
  const ethernet = `ffffffffffff${mac(own)}0806`;
  const address = "0a4d0064";
  const asked = `${ethernet}0001080006040001${mac(own)}${address}000000000000${address}${padding}`;
  const told = `${ethernet}0001080006040002${mac(own)}${address}${mac(own)}${address}${padding}`;
  assert.deepEqual(frames(peer, 4), [asked, told, asked, told]);
  announcer.close();
  own.close();
  peer.close();
});

test("a probe names no sender address, as RFC 5227 asks", async () => {
  const peer = atPeer(() => openPacketSocket(CARD, ETH_P_ARP));
  const own = openPacketSocket(CARD, 0);
  const announcer = createAnnouncer();
  assert.equal(await announcer.probe(CARD, FLOATING, 10), null, "nobody has it");
  const probe = `ffffffffffff${mac(own)}08060001080006040001${mac(own)}000000000000000000000a4d0064${padding}`;
  assert.deepEqual(frames(peer, 1), [probe]);
  announcer.close();
  own.close();
  peer.close();
});

test("a probe names the MAC of whoever has the address, without waiting for the whole window", async () => {
  const announcer = createAnnouncer();
  const peer = atPeer(() => openPacketSocket(CARD, 0));
  const day = 86_400_000;
  assert.equal(await announcer.probe(CARD, PEER, day), peer.mac);
  inPeer("addr", "add", `${FLOATING}/${PREFIX}`, "dev", CARD);
  assert.equal(await announcer.probe(CARD, FLOATING, day), peer.mac);
  announcer.close();
  peer.close();
});

test("an IPv6 burst is an unsolicited advertisement to all nodes with the override flag, twice, byte for byte", () => {
  const peer = atPeer(() => openPacketSocket(CARD, ETH_P_IPV6));
  const own = openPacketSocket(CARD, 0);
  const announcer = createAnnouncer();
  announcer.announce(CARD, FLOATING6);
  const address = "20010db8007700000000000000000100";
  const begin = `333300000001${mac(own)}86dd6000000000203aff${address}ff0200000000000000000000000000018800`;
  const seen = frames(peer, 2, (frame) => frame[54] === 136);
  assert.equal(seen.length, 2);
  for (const frame of seen) {
    assert.equal(frame.slice(0, begin.length), begin);
    // Flags (override alone), the target, and its MAC; the checksum between is the parser's to judge.
    assert.equal(frame.slice(begin.length + 4), `20000000${address}0201${mac(own)}`);
    assert.ok(parseNeighbour(Buffer.from(frame, "hex"))?.override);
  }
  announcer.close();
  own.close();
  peer.close();
});

test("an IPv6 announcement moves a neighbour's entry to this machine", async () => {
  const own = openPacketSocket(CARD, 0);
  const announcer = createAnnouncer();
  inPeer("neigh", "replace", FLOATING6, "lladdr", "02:00:00:00:00:99", "dev", CARD, "nud", "reachable");
  announcer.announce(CARD, FLOATING6);
  const shown = (): string =>
    atPeer(() => execFileSync("ip", ["-6", "neigh", "show", FLOATING6], { encoding: "utf8" }));
  await until("the entry to move", PATIENT, 10, () => (shown().includes(own.mac) ? true : null));
  announcer.close();
  own.close();
});

test("an IPv6 probe asks from the unspecified address, and names the MAC of whoever has the address", async () => {
  const peer = atPeer(() => openPacketSocket(CARD, ETH_P_IPV6));
  const own = openPacketSocket(CARD, 0);
  const announcer = createAnnouncer();
  assert.equal(await announcer.probe(CARD, FLOATING6, 10), null, "nobody has it");
  const [probe] = frames(peer, 1, (frame) => frame[54] === 135 && frame.toString("hex", 6, 12) === mac(own));
  assert.deepEqual(parseNeighbour(Buffer.from(probe ?? "", "hex")), {
    type: "solicitation",
    from: own.mac,
    sourceIp: "::",
    destinationIp: "ff02::1:ff00:100",
    targetIp: FLOATING6,
    mac: null,
    router: false,
    override: false,
  });
  // The peer's kernel listens a moment after it has the address.
  const ownerOf = (ip: string): Promise<string> =>
    until(`the owner of ${ip}`, PATIENT, 0, () => announcer.probe(CARD, ip, 50));
  assert.equal(await ownerOf(PEER6), peer.mac);
  inPeer("addr", "add", `${FLOATING6}/${PREFIX6}`, "dev", CARD, "nodad");
  assert.equal(await ownerOf(FLOATING6), peer.mac);
  announcer.close();
  own.close();
  peer.close();
});

test("announcing on a card that is not there says so", async () => {
  const announcer = createAnnouncer();
  assert.throws(() => announcer.announce("nosuch0", FLOATING), {
    code: "kernel",
    message: /"nosuch0": ENODEV/,
  });
  await assert.rejects(announcer.probe("nosuch0", FLOATING, 10), { code: "kernel" });
  announcer.close();
});
