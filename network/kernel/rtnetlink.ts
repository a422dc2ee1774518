/** Addresses, IPv4 and IPv6, and links over rtnetlink. Parsers never throw; requests throw KernelError. */
import { macText } from "./ipv4.ts";
import { addressBytes, addressText, type Family, isLinkLocal } from "./ipv6.ts";
import {
  attribute,
  attributeText,
  dump,
  type NetlinkMessage,
  type NetlinkSocket,
  NLM_F_CREATE,
  NLM_F_EXCL,
  openNetlink,
  parseAttributes,
  request,
} from "./netlink.ts";
import { AF_INET, AF_INET6, cardIndex } from "./syscalls.ts";

const NETLINK_ROUTE = 0;
export const RTM_NEWLINK = 16;
export const RTM_DELLINK = 17;
const RTM_GETLINK = 18;
export const RTM_NEWADDR = 20;
export const RTM_DELADDR = 21;
const RTM_GETADDR = 22;
const RTMGRP_LINK = 0x1;
const RTMGRP_IPV4_IFADDR = 0x10;
const RTMGRP_IPV6_IFADDR = 0x100;
const IFA_F_SECONDARY = 0x1;
const IFA_F_NODAD = 0x2;

export interface AddressRecord {
  readonly index: number;
  readonly family: Family;
  readonly ip: string;
  readonly prefix: number;
  /** IPv4: the kernel deletes secondaries together with the primary of their subnet, unless told to promote one. */
  readonly secondary: boolean;
}

export interface LinkRecord {
  readonly index: number;
  readonly name: string;
  readonly mac: string;
  /** Set up by the administrator. */
  readonly up: boolean;
  /** The other end is there. */
  readonly carrier: boolean;
}

export function openRoute(): NetlinkSocket {
  return openNetlink(NETLINK_ROUTE, 0, "the kernel's address table (rtnetlink)");
}

/** Hears changes of links and addresses. */
export function openRouteEvents(): NetlinkSocket {
  const groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
  return openNetlink(NETLINK_ROUTE, groups, "the kernel's link events (rtnetlink)");
}

function addressBody(index: number, ip: string, prefix: number, flags: number): Buffer {
  const bytes = addressBytes(ip);
  const header = Buffer.alloc(8);
  header[0] = bytes.length === 4 ? AF_INET : AF_INET6;
  header[1] = prefix;
  header[2] = flags;
  header.writeUInt32LE(index, 4);
  return Buffer.concat([header, attribute(2, bytes), attribute(1, bytes)]);
}

/** Valid for ever, preferred never: the kernel does not choose it as the source of what this node begins itself. */
function neverPreferred(): Buffer {
  const cacheInfo = Buffer.alloc(16);
  cacheInfo.writeUInt32LE(0xffff_ffff, 4);
  return attribute(6, cacheInfo);
}

/**
 * KernelError EEXIST when it is there (IPv6: with whatever prefix). An IPv6 address comes without the kernel's own
 * duplicate detection, which takes a second and answers nobody meanwhile.
 */
export function addAddress(socket: NetlinkSocket, card: string, ip: string, prefix: number): void {
  const six = addressBytes(ip).length === 16;
  const body = addressBody(cardIndex(card), ip, prefix, six ? IFA_F_NODAD : 0);
  const whole = six ? Buffer.concat([body, neverPreferred()]) : body;
  request(socket, RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, whole, `adding ${ip}/${prefix} to ${card}`);
}

/** KernelError EADDRNOTAVAIL when it is not there. */
export function deleteAddress(socket: NetlinkSocket, card: string, ip: string, prefix: number): void {
  const body = addressBody(cardIndex(card), ip, prefix, 0);
  request(socket, RTM_DELADDR, 0, body, `removing ${ip}/${prefix} from ${card}`);
}

/** Addresses of this namespace, IPv6 link-local ones left out; `card` null: of all cards. */
export function listAddresses(socket: NetlinkSocket, card: string | null): AddressRecord[] {
  const index = card === null ? null : cardIndex(card);
  // Family 0: of every family the kernel has.
  return dump(socket, RTM_GETADDR, Buffer.alloc(8), `listing the addresses of ${card ?? "all cards"}`)
    .map(parseAddress)
    .filter((found): found is AddressRecord => found !== null && (index === null || found.index === index));
}

/** Null also for IPv6 link-local addresses. */
export function parseAddress(message: NetlinkMessage): AddressRecord | null {
  const { type, body } = message;
  if ((type !== RTM_NEWADDR && type !== RTM_DELADDR) || body.length < 8) return null;
  const family = body[0] === AF_INET ? 4 : body[0] === AF_INET6 ? 6 : null;
  const attributes = parseAttributes(body.subarray(8));
  // IFA_LOCAL is this machine's address; on a point-to-point link IFA_ADDRESS is the other end's.
  const ip = attributes.get(2) ?? attributes.get(1);
  if (family === null || ip?.length !== (family === 4 ? 4 : 16) || isLinkLocal(ip)) return null;
  return {
    index: body.readUInt32LE(4),
    family,
    ip: addressText(ip),
    prefix: body[1]!,
    secondary: family === 4 && (body[2]! & IFA_F_SECONDARY) !== 0,
  };
}

export function listLinks(socket: NetlinkSocket): LinkRecord[] {
  return dump(socket, RTM_GETLINK, Buffer.alloc(16), "listing the network cards")
    .map(parseLink)
    .filter((found): found is LinkRecord => found !== null);
}

export function parseLink(message: NetlinkMessage): LinkRecord | null {
  const { type, body } = message;
  if ((type !== RTM_NEWLINK && type !== RTM_DELLINK) || body.length < 16) return null;
  // A bridge tells of its ports in its own family: one that left it is not a card that is gone.
  if (body[0] !== 0) return null;
  const IFF_UP = 0x1;
  const IFF_LOWER_UP = 0x10000;
  const flags = body.readUInt32LE(8);
  const attributes = parseAttributes(body.subarray(16));
  const name = attributeText(attributes.get(3));
  const mac = attributes.get(1);
  if (name === "") return null;
  return {
    index: body.readInt32LE(4),
    name,
    mac: mac?.length === 6 ? macText(mac) : "",
    up: (flags & IFF_UP) !== 0,
    carrier: (flags & IFF_LOWER_UP) !== 0,
  };
}
