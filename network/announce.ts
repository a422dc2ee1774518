/** Tells the neighbours who has an address now, and asks whether somebody else has it. */
import type { Millis } from "../consensus/core/types.ts";
import {
  BROADCAST,
  buildArp,
  ETH_P_ARP,
  openPacketSocket,
  type PacketSocket,
  parseArp,
} from "./kernel/packet.ts";
import { cardIndex } from "./kernel/syscalls.ts";
import type { Announcer } from "./port.ts";

const NO_MAC = "00:00:00:00:00:00";
const NO_IP = "0.0.0.0";
/** Each form twice, back to back: one lost frame must not cost a client its old entry's lifetime. */
const COPIES = 2;

/** Acts in the network namespace of this call. `announce` throws, `probe` rejects with KernelError. */
export function createAnnouncer(): Announcer & { close(): void } {
  const senders = new Map<string, { readonly index: number; readonly socket: PacketSocket }>();
  const probing = new Set<PacketSocket>();

  /** Kept open per card; a card that was made anew gets a new socket. */
  function sender(card: string): PacketSocket {
    const index = cardIndex(card);
    const known = senders.get(card);
    if (known?.index === index) return known.socket;
    known?.socket.close();
    senders.delete(card);
    const socket = openPacketSocket(card, 0);
    senders.set(card, { index, socket });
    return socket;
  }

  return {
    announce(card, ip) {
      const socket = sender(card);
      for (const frame of announcement(socket.mac, ip)) socket.send(frame);
    },
    async probe(card, ip, window) {
      const socket = openPacketSocket(card, ETH_P_ARP);
      probing.add(socket);
      try {
        socket.send(probePacket(socket.mac, ip));
        return await owner(socket, ip, window);
      } finally {
        probing.delete(socket);
        socket.close();
      }
    },
    close() {
      for (const { socket } of senders.values()) socket.close();
      for (const socket of probing) socket.close();
      senders.clear();
    },
  };
}

/** Some hosts learn from requests only, some from replies only. Sender and target are the address itself (S7). */
export function announcement(mac: string, ip: string): Buffer[] {
  const own = { senderMac: mac, senderIp: ip, targetIp: ip };
  const asked = buildArp(BROADCAST, mac, { operation: "request", ...own, targetMac: NO_MAC });
  const told = buildArp(BROADCAST, mac, { operation: "reply", ...own, targetMac: mac });
  return Array.from({ length: COPIES }, () => [asked, told]).flat();
}

/** RFC 5227, 2.1.1: no sender address, so that nobody's cache changes. */
export function probePacket(mac: string, ip: string): Buffer {
  return buildArp(BROADCAST, mac, {
    operation: "request",
    senderMac: mac,
    senderIp: NO_IP,
    targetMac: NO_MAC,
    targetIp: ip,
  });
}

/** Whoever says inside `window` that it has `ip`; early when somebody does. */
function owner(socket: PacketSocket, ip: string, window: Millis): Promise<string | null> {
  return new Promise((resolve) => {
    const read = (bytes: Buffer): string | null => {
      const arp = parseArp(bytes);
      return arp !== null && arp.senderIp === ip && arp.senderMac !== socket.mac ? arp.senderMac : null;
    };
    const timer = setTimeout(() => {
      // A late event loop must not overlook an answer that is waiting already.
      for (let frame = socket.receive(); frame !== null; frame = socket.receive()) {
        const found = read(frame.bytes);
        if (found !== null) return resolve(found);
      }
      resolve(null);
    }, window);
    socket.listen((frame) => {
      const found = read(frame.bytes);
      if (found === null) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
}
