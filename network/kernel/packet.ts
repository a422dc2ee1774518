/** Frames on one card through AF_PACKET, and the ARP and ICMP echo that go into them. */
import type { Millis } from "../../consensus/core/types.ts";
import { bootNow } from "./clock.ts";
import { ipBytes, ipText, macBytes, macText } from "./ipv4.ts";
import {
  AF_INET,
  AF_PACKET,
  attachFilter,
  bindSocket,
  cardIndex,
  closeSocket,
  openSocket,
  receive,
  SO_BINDTODEVICE,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_RAW,
  SOL_SOCKET,
  sendTo,
  setOption,
  socketName,
  type Watch,
  watchReadable,
} from "./syscalls.ts";

export const ETH_P_ALL = 0x0003;
export const ETH_P_IP = 0x0800;
export const ETH_P_ARP = 0x0806;
export const BROADCAST = "ff:ff:ff:ff:ff:ff";
const NO_MAC = "00:00:00:00:00:00";
const PACKET_OUTGOING = 4;

export interface Frame {
  /** Ethernet header and payload. Valid until the next `receive` on the same socket: copy what must stay. */
  readonly bytes: Buffer;
  /** Sent by this machine itself. */
  readonly outgoing: boolean;
  /** Boot-time clock when it was read. */
  readonly at: Millis;
}

/** A socket that sees whole Ethernet frames of one card. Every method may throw KernelError. */
export interface PacketSocket {
  readonly fd: number;
  readonly card: string;
  /** The card's own MAC address when the socket was opened. */
  readonly mac: string;
  send(frame: Buffer): void;
  /** Hears frames to this multicast MAC address too, whether the kernel listens there or not. */
  join(multicast: string): void;
  /** Only frames that `program` lets through wake this process from now on. */
  filter(program: Buffer): void;
  /** The next frame, or null when none waits. Never blocks. */
  receive(): Frame | null;
  /** Hands every frame to `listener` from the event loop, until close. Does not keep the process alive. */
  listen(listener: (frame: Frame) => void): void;
  close(): void;
}

/** `protocol`: an ethertype (ETH_P_ARP), ETH_P_ALL for everything in and out, or 0 to send only. */
export function openPacketSocket(card: string, protocol: number): PacketSocket {
  const index = cardIndex(card);
  // Opened with protocol 0, so that no frame of another card slips in before the bind.
  const fd = openSocket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK, 0, `a packet socket on ${card}`);
  const address = Buffer.alloc(20);
  address.writeUInt16LE(AF_PACKET, 0);
  address.writeUInt16BE(protocol, 2);
  address.writeInt32LE(index, 4);
  const from = Buffer.alloc(20);
  try {
    bindSocket(fd, address, `a packet socket to ${card}`);
    socketName(fd, from, `a packet socket on ${card}`);
  } catch (error) {
    closeSocket(fd);
    throw error;
  }
  // From the socket, not from /sys, which shows the cards of another namespace after `nsenter --net`.
  const mac = macText(from.subarray(12, 18));
  const buffer = Buffer.alloc(65_536);
  let watch: Watch | null = null;
  let open = true;
  const socket: PacketSocket = {
    fd,
    card,
    mac,
    send(frame) {
      sendTo(fd, frame, null, `sending a frame of ${frame.length} bytes on ${card}`);
    },
    join(multicast) {
      const SOL_PACKET = 263;
      const PACKET_ADD_MEMBERSHIP = 1;
      const membership = Buffer.alloc(16); // struct packet_mreq; type 0: multicast
      membership.writeInt32LE(index, 0);
      membership.writeUInt16LE(6, 6);
      macBytes(multicast).copy(membership, 8);
      setOption(
        fd,
        SOL_PACKET,
        PACKET_ADD_MEMBERSHIP,
        membership,
        `the multicast address ${multicast} on ${card}`,
      );
    },
    filter: (program) => attachFilter(fd, program, `a packet socket on ${card}`),
    receive() {
      const length = receive(fd, buffer, from, `receiving frames on ${card}`);
      if (length === null) return null;
      return { bytes: buffer.subarray(0, length), outgoing: from[10] === PACKET_OUTGOING, at: bootNow() };
    },
    listen(listener) {
      watch?.close();
      watch = watchReadable(fd, true, () => {
        // Bounded, so that a flood of broadcasts cannot hold the event loop.
        for (let i = 0; open && i < 64; i++) {
          let frame: Frame | null;
          try {
            frame = socket.receive();
          } catch {
            return; // the card went down (ENETDOWN is reported once); the socket lives on
          }
          if (frame === null) return;
          listener(frame);
        }
      });
    },
    close() {
      if (!open) return;
      open = false;
      watch?.close();
      closeSocket(fd);
    },
  };
  return socket;
}

// ---------------------------------------------------------------- ARP

export interface Arp {
  readonly operation: "request" | "reply";
  readonly senderMac: string;
  readonly senderIp: string;
  readonly targetMac: string;
  readonly targetIp: string;
}

/** An Ethernet frame with one ARP packet, padded to the 60 bytes Ethernet asks for. */
export function buildArp(destination: string, source: string, arp: Arp): Buffer {
  const frame = Buffer.alloc(60);
  macBytes(destination).copy(frame, 0);
  macBytes(source).copy(frame, 6);
  frame.writeUInt16BE(ETH_P_ARP, 12);
  frame.writeUInt16BE(1, 14);
  frame.writeUInt16BE(ETH_P_IP, 16);
  frame[18] = 6;
  frame[19] = 4;
  frame.writeUInt16BE(arp.operation === "request" ? 1 : 2, 20);
  macBytes(arp.senderMac).copy(frame, 22);
  ipBytes(arp.senderIp).copy(frame, 28);
  macBytes(arp.targetMac).copy(frame, 32);
  ipBytes(arp.targetIp).copy(frame, 38);
  return frame;
}

/** Null for everything that is not a whole IPv4-over-Ethernet ARP packet. Never throws. */
export function parseArp(frame: Buffer): Arp | null {
  if (frame.length < 42 || frame.readUInt16BE(12) !== ETH_P_ARP) return null;
  if (frame.readUInt16BE(14) !== 1 || frame.readUInt16BE(16) !== ETH_P_IP) return null;
  if (frame[18] !== 6 || frame[19] !== 4) return null;
  const operation = frame.readUInt16BE(20);
  if (operation !== 1 && operation !== 2) return null;
  return {
    operation: operation === 1 ? "request" : "reply",
    senderMac: macText(frame.subarray(22, 28)),
    senderIp: ipText(frame.subarray(28, 32)),
    targetMac: macText(frame.subarray(32, 38)),
    targetIp: ipText(frame.subarray(38, 42)),
  };
}

/** Asks everybody who has `ip`, as a host that has `senderIp` itself. */
export function arpQuestion(mac: string, senderIp: string, ip: string): Buffer {
  return buildArp(BROADCAST, mac, {
    operation: "request",
    senderMac: mac,
    senderIp,
    targetMac: NO_MAC,
    targetIp: ip,
  });
}

// ---------------------------------------------------------------- ICMP echo over a raw IPv4 socket

export interface EchoReply {
  readonly from: string;
  readonly identifier: number;
  readonly sequence: number;
  readonly at: Millis;
}

/** Ping without a program: the kernel routes and resolves, so it behaves like any client. */
export interface EchoSocket {
  readonly fd: number;
  send(to: string, identifier: number, sequence: number): void;
  /** The next echo reply (other ICMP is skipped), or null when none waits. Never blocks. */
  receive(): EchoReply | null;
  close(): void;
}

export function openEchoSocket(card: string | null): EchoSocket {
  const IPPROTO_ICMP = 1;
  const fd = openSocket(AF_INET, SOCK_RAW | SOCK_NONBLOCK, IPPROTO_ICMP, "a raw ICMP socket");
  if (card !== null) setOption(fd, SOL_SOCKET, SO_BINDTODEVICE, Buffer.from(`${card}\0`), `the card ${card}`);
  const buffer = Buffer.alloc(2048);
  return {
    fd,
    send(to, identifier, sequence) {
      sendTo(fd, buildEcho(identifier, sequence), inetAddress(to, 0), `sending an ICMP echo to ${to}`);
    },
    receive() {
      for (let i = 0; i < 64; i++) {
        const length = receive(fd, buffer, null, "receiving ICMP");
        if (length === null) return null;
        const reply = parseEchoReply(buffer.subarray(0, length));
        if (reply !== null) return { ...reply, at: bootNow() };
      }
      return null;
    },
    close: () => closeSocket(fd),
  };
}

/** An ICMP echo request with 8 bytes of payload. Both numbers are taken modulo 2^16. */
export function buildEcho(identifier: number, sequence: number): Buffer {
  const packet = Buffer.alloc(16);
  packet[0] = 8;
  packet.writeUInt16BE(identifier & 0xffff, 4);
  packet.writeUInt16BE(sequence & 0xffff, 6);
  let sum = 0;
  for (let i = 0; i < packet.length; i += 2) sum += packet.readUInt16BE(i);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  packet.writeUInt16BE(~sum & 0xffff, 2);
  return packet;
}

/** Reads an IPv4 packet; null unless it is an echo reply. Never throws. */
export function parseEchoReply(packet: Buffer): Omit<EchoReply, "at"> | null {
  if (packet.length < 20 || packet[0]! >> 4 !== 4 || packet[9] !== 1) return null;
  const header = (packet[0]! & 15) * 4;
  if (header < 20 || packet.length < header + 8 || packet[header] !== 0) return null;
  return {
    from: ipText(packet.subarray(12, 16)),
    identifier: packet.readUInt16BE(header + 4),
    sequence: packet.readUInt16BE(header + 6),
  };
}

// ---------------------------------------------------------------- UDP without an event loop

export interface Datagram {
  readonly bytes: Buffer;
  readonly from: string;
  readonly port: number;
  readonly at: Millis;
}

/** A UDP socket for single-purpose processes that poll; the daemon uses node:dgram. */
export interface DatagramSocket {
  readonly fd: number;
  send(to: string, port: number, data: Buffer): void;
  /** Valid until the next `receive`. Never blocks. */
  receive(): Datagram | null;
  close(): void;
}

export function openDatagramSocket(ip: string, port: number): DatagramSocket {
  const fd = openSocket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0, "a UDP socket");
  try {
    bindSocket(fd, inetAddress(ip, port), `a UDP socket to ${ip} port ${port}`);
  } catch (error) {
    closeSocket(fd);
    throw error;
  }
  const buffer = Buffer.alloc(65_536);
  const from = Buffer.alloc(16);
  return {
    fd,
    send(to, toPort, data) {
      sendTo(fd, data, inetAddress(to, toPort), `sending to ${to} port ${toPort}`);
    },
    receive() {
      const length = receive(fd, buffer, from, "receiving UDP");
      if (length === null) return null;
      const source = ipText(from.subarray(4, 8));
      return { bytes: buffer.subarray(0, length), from: source, port: from.readUInt16BE(2), at: bootNow() };
    },
    close: () => closeSocket(fd),
  };
}

function inetAddress(ip: string, port: number): Buffer {
  const address = Buffer.alloc(16);
  address.writeUInt16LE(AF_INET, 0);
  address.writeUInt16BE(port, 2);
  ipBytes(ip).copy(address, 4);
  return address;
}
