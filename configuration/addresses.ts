/** IPv4 and IPv6 arithmetic for the configuration: plain functions of strings. */
import { assert } from "../errors.ts";
import type { Cidr } from "../network/port.ts";

export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

const WIDTH = { 4: 32, 6: 128 } as const;

/** Dotted IPv4 without leading zeros, or IPv6 text (RFC 4291, no zone, no dotted tail); null when it is neither. */
export function parseAddress(text: string): Address | null {
  return text.includes(":") ? parseV6(text) : parseV4(text);
}

function parseV4(text: string): Address | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return null;
  let value = 0;
  for (const part of match.slice(1)) {
    const byte = Number(part);
    if (byte > 255 || (part.length > 1 && part.startsWith("0"))) return null;
    value = value * 256 + byte;
  }
  return { family: 4, value: BigInt(value) };
}

function parseV6(text: string): Address | null {
  if (text.length > 39 || !/^[0-9a-fA-F:]+$/.test(text)) return null;
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  // "::" stands for at least one group of zeros; without it all eight must be there.
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  let value = 0n;
  for (const group of [...head, ...new Array<string>(missing).fill("0"), ...tail]) {
    if (group === "" || group.length > 4) return null;
    value = (value << 16n) | BigInt(Number.parseInt(group, 16));
  }
  return { family: 6, value };
}

/** Dotted IPv4, or IPv6 as RFC 5952 writes it: lower case, the longest run of zeros as "::". */
export function formatAddress({ family, value }: Address): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn));
  let start = 0;
  let length = 0;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > length) [start, length] = [i, end - i];
  }
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(":");
  return `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

/** `10.0.0.1/24` or `FD00::1/64` as canonical address and prefix length, or null. */
export function parseCidr(text: string): Cidr | null {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
  const address = parseAddress(match?.[1] ?? "");
  if (match === null || address === null) return null;
  const prefix = Number(match[2]);
  return prefix < 1 || prefix > WIDTH[address.family] ? null : { ip: formatAddress(address), prefix };
}

export const formatCidr = ({ ip, prefix }: Cidr): string => `${ip}/${prefix}`;

/** A subnet as a key that two addresses share exactly when both lie in it. */
export function networkOf({ family, value }: Address, prefix: number): string {
  return `${family}/${prefix}/${value >> BigInt(WIDTH[family] - prefix)}`;
}

/** Whether `ip` lies in the subnet of `of`; false for different families and for what is no address. */
export function inSubnet(ip: string, of: Cidr): boolean {
  const a = parseAddress(ip);
  const b = parseAddress(of.ip);
  if (a === null || b === null || a.family !== b.family) return false;
  return networkOf(a, of.prefix) === networkOf(b, of.prefix);
}

interface Range {
  readonly family: 4 | 6;
  readonly prefix: number;
  readonly network: bigint;
  readonly why: string;
}

const range = (ip: string, prefix: number, why: string): Range => {
  const address = parseAddress(ip);
  assert(address !== null, `${ip} is an address`);
  const network = address.value >> BigInt(WIDTH[address.family] - prefix);
  return { family: address.family, prefix, network, why };
};

const NO_MACHINE: readonly Range[] = [
  range("0.0.0.0", 8, "is no machine's address"),
  range("224.0.0.0", 4, "is a multicast address"),
  range("240.0.0.0", 4, "is reserved"),
  range("::", 128, "is the unspecified address"),
  range("ff00::", 8, "is a multicast address"),
  range("fe80::", 10, "is a link-local address"),
  range("::ffff:0:0", 96, "is an IPv4 address in IPv6 clothes"),
];
const NO_FLOATING: readonly Range[] = [
  range("127.0.0.0", 8, "is a loopback address"),
  range("::1", 128, "is a loopback address"),
  range("169.254.0.0", 16, "is a link-local address"),
];

const whyIn = (ranges: readonly Range[], { family, value }: Address): string | null =>
  ranges.find((r) => r.family === family && value >> BigInt(WIDTH[family] - r.prefix) === r.network)?.why ??
  null;

/** Why `address` with this prefix length cannot be one machine's address on a network; null when it can. */
export function unusable(address: Address, prefix: number): string | null {
  const why = whyIn(NO_MACHINE, address);
  if (why !== null) return why;
  const { family, value } = address;
  const hostBits = BigInt(WIDTH[family] - prefix);
  if (hostBits < 2n) return null;
  const all = (1n << hostBits) - 1n;
  const host = value & all;
  if (host === 0n) return `is the address of the network itself (/${prefix})`;
  if (family === 4 && host === all) return `is the broadcast address of its network (/${prefix})`;
  return null;
}

/** Why this cannot be a floating address; null when it can. */
export const unfloatable = (address: Address, prefix: number): string | null =>
  whyIn(NO_FLOATING, address) ?? unusable(address, prefix);
