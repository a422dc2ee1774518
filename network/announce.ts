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
import { type Probing, startProbing } from "./probing.ts";

const NO_MAC = "00:00:00:00:00:00";
const NO_IP = "0.0.0.0";
/** Each form twice, back to back: one lost frame must not cost a client its old entry's lifetime. */
const COPIES = 2;
/** For so long nobody has to have asked before the socket for questions is closed. */
const PROBING_REST: Millis = 30_000;

/** Acts in the network namespace of this call. `announce` throws, `probe` rejects with KernelError. */
export function createAnnouncer(): Announcer & { close(): void } {
  const senders = new Map<string, { readonly index: number; readonly socket: PacketSocket }>();
  const askers = new Map<string, { readonly index: number; readonly probing: Probing; usedAt: number }>();
  const tidying = setInterval(() => {
    for (const [key, { probing, usedAt }] of askers) {
      if (!probing.idle || performance.now() - usedAt < PROBING_REST) continue;
      askers.delete(key);
      probing.close();
    }
  }, PROBING_REST).unref();

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

  /** Kept open for a while: to close it holds up the loop, and a takeover asks for many addresses. */
  function asker(card: string, six: boolean): Probing {
    const index = cardIndex(card);
    const key = `${card} ${six}`;
    const known = askers.get(key);
    if (known?.index === index) {
      known.usedAt = performance.now();
      return known.probing;
    }
    known?.probing.close();
    askers.delete(key);
    const socket = openPacketSocket(card, six ? ETH_P_IPV6 : ETH_P_ARP);
    try {
      if (six) {
        // Whoever has it answers to everybody, the question having no sender to answer to.
        socket.join(ALL_NODES_MAC);
        socket.filter(frameFilter(ETH_P_IPV6, ND_TYPE_OFFSET, ND_ADVERTISEMENT));
      }
    } catch (error) {
      socket.close();
      throw error;
    }
    const probing = startProbing(socket, six ? claimInAdvertisement : claimInArp);
    askers.set(key, { index, probing, usedAt: performance.now() });
    return probing;
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
      const probing = asker(card, six);
      const { mac } = probing.socket;
      return await probing.ask(six ? buildProbe(mac, ip) : probePacket(mac, ip), canonical(ip), window);
    },
    close() {
      for (const { socket } of senders.values()) socket.close();
      for (const { probing } of askers.values()) probing.close();
      clearInterval(tidying);
      senders.clear();
      askers.clear();
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

/** Who says in a frame that it has which address. */
function claimInAdvertisement(bytes: Buffer): { readonly key: string; readonly mac: string } | null {
  const said = parseNeighbour(bytes);
  if (said?.type !== "advertisement") return null;
  return { key: said.targetIp, mac: said.mac ?? said.from };
}

function claimInArp(bytes: Buffer): { readonly key: string; readonly mac: string } | null {
  const arp = parseArp(bytes);
  return arp === null ? null : { key: arp.senderIp, mac: arp.senderMac };
}
