import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createAnnouncer } from "../../network/announce.ts";
import { ETH_P_ARP, openPacketSocket, type PacketSocket } from "../../network/kernel/packet.ts";
import { waitReadable } from "../../network/kernel/syscalls.ts";
import { atPeer, CARD, FLOATING, inPeer, makePair, PEER, PREFIX } from "./pair.ts";

before(makePair);

/** The next `count` ARP frames at the peer, as hex. */
function frames(socket: PacketSocket, count: number): string[] {
  const seen: string[] = [];
  const end = performance.now() + 5000;
  while (seen.length < count && performance.now() < end) {
    const frame = socket.receive();
    if (frame !== null) seen.push(frame.bytes.toString("hex"));
    else waitReadable([socket.fd], 100);
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

test("announcing on a card that is not there says so", async () => {
  const announcer = createAnnouncer();
  assert.throws(() => announcer.announce("nosuch0", FLOATING), {
    code: "kernel",
    message: /"nosuch0": ENODEV/,
  });
  await assert.rejects(announcer.probe("nosuch0", FLOATING, 10), { code: "kernel" });
  announcer.close();
});
