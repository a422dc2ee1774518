/** Addresses and links over rtnetlink. Parsers never throw; requests throw KernelError. */
import { ipBytes, ipText, macText } from "./ipv4.ts";
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
import { AF_INET, cardIndex } from "./syscalls.ts";

const NETLINK_ROUTE = 0;
export const RTM_NEWLINK = 16;
export const RTM_DELLINK = 17;
const RTM_GETLINK = 18;
export const RTM_NEWADDR = 20;
export const RTM_DELADDR = 21;
const RTM_GETADDR = 22;
const RTMGRP_LINK = 0x1;
const RTMGRP_IPV4_IFADDR = 0x10;
const IFA_F_SECONDARY = 0x1;

export interface AddressRecord {
  readonly index: number;
  readonly ip: string;
  readonly prefix: number;
  /** The kernel deletes secondaries together with the primary of their subnet, unless told to promote one. */
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

/** Hears changes of links and IPv4 addresses; only that something changed, the tables tell what. */
export function openRouteEvents(): NetlinkSocket {
  return openNetlink(NETLINK_ROUTE, RTMGRP_LINK | RTMGRP_IPV4_IFADDR, "the kernel's link events (rtnetlink)");
}

function addressBody(index: number, ip: string, prefix: number): Buffer {
  const header = Buffer.alloc(8);
  header[0] = AF_INET;
  header[1] = prefix;
  header.writeUInt32LE(index, 4);
  const bytes = ipBytes(ip);
  return Buffer.concat([header, attribute(2, bytes), attribute(1, bytes)]);
}

/** KernelError EEXIST when it is there with the same prefix. */
export function addAddress(socket: NetlinkSocket, card: string, ip: string, prefix: number): void {
  const body = addressBody(cardIndex(card), ip, prefix);
  request(socket, RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, body, `adding ${ip}/${prefix} to ${card}`);
}

/** KernelError EADDRNOTAVAIL when it is not there. */
export function deleteAddress(socket: NetlinkSocket, card: string, ip: string, prefix: number): void {
  const body = addressBody(cardIndex(card), ip, prefix);
  request(socket, RTM_DELADDR, 0, body, `removing ${ip}/${prefix} from ${card}`);
}

/** IPv4 addresses of this namespace; `card` null: of all cards. */
export function listAddresses(socket: NetlinkSocket, card: string | null): AddressRecord[] {
  const index = card === null ? null : cardIndex(card);
  const header = Buffer.alloc(8);
  header[0] = AF_INET;
  return dump(socket, RTM_GETADDR, header, `listing the addresses of ${card ?? "all cards"}`)
    .map(parseAddress)
    .filter((found): found is AddressRecord => found !== null && (index === null || found.index === index));
}

export function parseAddress(message: NetlinkMessage): AddressRecord | null {
  const { type, body } = message;
  if ((type !== RTM_NEWADDR && type !== RTM_DELADDR) || body.length < 8 || body[0] !== AF_INET) return null;
  const attributes = parseAttributes(body.subarray(8));
  // IFA_LOCAL is this machine's address; on a point-to-point link IFA_ADDRESS is the other end's.
  const ip = attributes.get(2) ?? attributes.get(1);
  if (ip === undefined || ip.length !== 4) return null;
  return {
    index: body.readUInt32LE(4),
    ip: ipText(ip),
    prefix: body[1]!,
    secondary: (body[2]! & IFA_F_SECONDARY) !== 0,
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
