/** Tells the neighbours who has an address now, and asks whether somebody else has it. */
import { readFileSync } from "node:fs";
import type { Millis } from "../consensus/core/types.ts";
import { frameFilter } from "./kernel/filter.ts";
import { canonical, familyOf } from "./kernel/ipv6.ts";
import {
  ALL_NODES_MAC,
  buildAdvertisement,
  buildProbe,
  ETH_P_IPV6,
  ND_ADVERTISEMENT,
  ND_TYPE_OFFSET,
  parseNeighbour,
} from "./kernel/nd.ts";
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
      const six = familyOf(ip) === 6;
      const frames = six ? advertisements(socket.mac, ip, forwards(card)) : announcement(socket.mac, ip);
      for (const frame of frames) socket.send(frame);
    },
    async probe(card, ip, window) {
      const six = familyOf(ip) === 6;
      const socket = openPacketSocket(card, six ? ETH_P_IPV6 : ETH_P_ARP);
      probing.add(socket);
      try {
        if (six) {
          // Whoever has it answers to everybody, the question having no sender to answer to.
          socket.join(ALL_NODES_MAC);
          socket.filter(frameFilter(ETH_P_IPV6, ND_TYPE_OFFSET, ND_ADVERTISEMENT));
        }
        socket.send(six ? buildProbe(socket.mac, ip) : probePacket(socket.mac, ip));
        return await owner(socket, claim(canonical(ip), six), window);
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

/** An IPv6 neighbour learns from an advertisement alone, sent to all of them, with the override flag. */
export function advertisements(mac: string, ip: string, router: boolean): Buffer[] {
  return Array.from({ length: COPIES }, () => buildAdvertisement(mac, ip, router));
}

/** Whether this machine is a router on the card. Unreadable: no. */
function forwards(card: string): boolean {
  try {
    return readFileSync(`/proc/sys/net/ipv6/conf/${card}/forwarding`, "utf8").trim() !== "0";
  } catch {
    return false;
  }
}

/** The MAC of whoever says in a frame that it has `ip`. */
function claim(ip: string, six: boolean): (bytes: Buffer) => string | null {
  if (six) {
    return (bytes) => {
      const said = parseNeighbour(bytes);
      return said?.type === "advertisement" && said.targetIp === ip ? (said.mac ?? said.from) : null;
    };
  }
  return (bytes) => {
    const arp = parseArp(bytes);
    return arp !== null && arp.senderIp === ip ? arp.senderMac : null;
  };
}

/** Whoever else claims it inside `window`; early when somebody does. */
function owner(
  socket: PacketSocket,
  claimed: (bytes: Buffer) => string | null,
  window: Millis,
): Promise<string | null> {
  return new Promise((resolve) => {
    const read = (bytes: Buffer): string | null => {
      const mac = claimed(bytes);
      return mac === socket.mac ? null : mac;
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
