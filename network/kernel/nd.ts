/** Neighbour discovery (RFC 4861): the IPv6 frames that say who has an address, and that ask. */
import { assert } from "../../errors.ts";
import { macBytes, macText } from "./ipv4.ts";
import { ip6Bytes, ip6Text } from "./ipv6.ts";

export const ETH_P_IPV6 = 0x86dd;
const ICMPV6 = 58;
const SOLICITATION = 135;
const ADVERTISEMENT = 136;
const SOURCE_LINK_LAYER = 1;
const TARGET_LINK_LAYER = 2;
const ETHERNET = 14;
const HEADER = 40;
const ALL_NODES = "ff02::1";
export const ALL_NODES_MAC = "33:33:00:00:00:01";
/** Where the ICMPv6 type of a packet without extension headers stands in its frame. */
export const ND_TYPE_OFFSET = ETHERNET + HEADER;
export const ND_ADVERTISEMENT = ADVERTISEMENT;

export interface NeighbourMessage {
  readonly type: "solicitation" | "advertisement";
  /** The Ethernet source. */
  readonly from: string;
  readonly sourceIp: string;
  readonly destinationIp: string;
  readonly targetIp: string;
  /** The link-layer option's, else null. */
  readonly mac: string | null;
  readonly router: boolean;
  readonly override: boolean;
}

/**
 * "I have `ip` now", to everybody on the link, replacing what they had (override). A machine that forwards says that it
 * is a router: a neighbour that used it as one would forget it otherwise (RFC 4861, 7.2.5).
 */
export function buildAdvertisement(mac: string, ip: string, router: boolean, sourceIp = ip): Buffer {
  const OVERRIDE = 0x20;
  const ROUTER = 0x80;
  const body = Buffer.alloc(32);
  body[0] = ADVERTISEMENT;
  body[4] = OVERRIDE | (router ? ROUTER : 0);
  ip6Bytes(ip).copy(body, 8);
  body[24] = TARGET_LINK_LAYER;
  body[25] = 1;
  macBytes(mac).copy(body, 26);
  return frame(mac, sourceIp, ALL_NODES, body);
}

/** "Who has `ip`?" from the unspecified address (RFC 4862, 5.4.2), so that nobody's cache changes. */
export function buildProbe(mac: string, ip: string): Buffer {
  const body = Buffer.alloc(24);
  body[0] = SOLICITATION;
  const target = ip6Bytes(ip);
  target.copy(body, 8);
  return frame(mac, "::", solicitedNode(target), body);
}

/** "Who has `ip`?" as a host that has `sourceIp` itself. */
export function buildQuestion(mac: string, sourceIp: string, ip: string): Buffer {
  const body = Buffer.alloc(32);
  body[0] = SOLICITATION;
  const target = ip6Bytes(ip);
  target.copy(body, 8);
  body[24] = SOURCE_LINK_LAYER;
  body[25] = 1;
  macBytes(mac).copy(body, 26);
  return frame(mac, sourceIp, solicitedNode(target), body);
}

/** Null for everything that is not a whole, valid solicitation or advertisement right after the IPv6 header. Never throws. */
export function parseNeighbour(frame: Buffer): NeighbourMessage | null {
  if (frame.length < ETHERNET + HEADER + 24 || frame.readUInt16BE(12) !== ETH_P_IPV6) return null;
  const packet = frame.subarray(ETHERNET);
  // RFC 4861, 7.1: a hop limit below 255 came from beyond the link.
  if (packet[0]! >> 4 !== 6 || packet[6] !== ICMPV6 || packet[7] !== 255) return null;
  const length = packet.readUInt16BE(4);
  if (length < 24 || HEADER + length > packet.length) return null;
  const body = packet.subarray(HEADER, HEADER + length);
  const type = body[0];
  if ((type !== SOLICITATION && type !== ADVERTISEMENT) || body[1] !== 0) return null;
  if (checksum(packet.subarray(8, 24), packet.subarray(24, 40), body) !== 0) return null;
  return {
    type: type === SOLICITATION ? "solicitation" : "advertisement",
    from: macText(frame.subarray(6, 12)),
    sourceIp: ip6Text(packet.subarray(8, 24)),
    destinationIp: ip6Text(packet.subarray(24, 40)),
    targetIp: ip6Text(body.subarray(8, 24)),
    mac: linkLayer(body.subarray(24), type === SOLICITATION ? SOURCE_LINK_LAYER : TARGET_LINK_LAYER),
    router: type === ADVERTISEMENT && (body[4]! & 0x80) !== 0,
    override: type === ADVERTISEMENT && (body[4]! & 0x20) !== 0,
  };
}

function linkLayer(options: Buffer, wanted: number): string | null {
  for (let at = 0; at + 8 <= options.length; ) {
    const length = options[at + 1]! * 8;
    if (length === 0 || at + length > options.length) return null;
    if (options[at] === wanted) return macText(options.subarray(at + 2, at + 8));
    at += length;
  }
  return null;
}

/** ff02::1:ffXX:XXXX of an address: where its holder listens for questions about it. */
function solicitedNode(target: Buffer): string {
  const bytes = ip6Bytes("ff02::1:ff00:0");
  target.copy(bytes, 13, 13, 16);
  return ip6Text(bytes);
}

/** Multicast goes to 33:33 and the address's last four bytes (RFC 2464). */
function multicastMac(destination: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x33, 0x33]), destination.subarray(12, 16)]);
}

function frame(mac: string, sourceIp: string, destinationIp: string, body: Buffer): Buffer {
  const source = ip6Bytes(sourceIp);
  const destination = ip6Bytes(destinationIp);
  assert(destination[0] === 0xff, "neighbour discovery is sent to a multicast address here");
  const bytes = Buffer.alloc(ETHERNET + HEADER + body.length);
  multicastMac(destination).copy(bytes, 0);
  macBytes(mac).copy(bytes, 6);
  bytes.writeUInt16BE(ETH_P_IPV6, 12);
  bytes[ETHERNET] = 0x60;
  bytes.writeUInt16BE(body.length, ETHERNET + 4);
  bytes[ETHERNET + 6] = ICMPV6;
  bytes[ETHERNET + 7] = 255;
  source.copy(bytes, ETHERNET + 8);
  destination.copy(bytes, ETHERNET + 24);
  body.writeUInt16BE(checksum(source, destination, body), 2);
  body.copy(bytes, ETHERNET + HEADER);
  return bytes;
}

/** Over the pseudo header and the message (RFC 4443, 2.3); 0 for a message whose own checksum is right. */
function checksum(source: Buffer, destination: Buffer, body: Buffer): number {
  let sum = body.length + ICMPV6;
  for (const part of [source, destination, body]) {
    for (let i = 0; i + 1 < part.length; i += 2) sum += part.readUInt16BE(i);
    if (part.length % 2 === 1) sum += part[part.length - 1]! << 8;
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
