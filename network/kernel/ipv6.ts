/** IPv6 addresses as text and bytes, and either family's where both may come. Text is canonical (RFC 5952). */
import { isIPv4, isIPv6 } from "node:net";
import { LeaseholdError } from "../../errors.ts";
import { ipBytes, ipText } from "./ipv4.ts";

export type Family = 4 | 6;

/** Sixteen bytes, network order. Throws LeaseholdError "invalid-argument", also for an address with a zone. */
export function ip6Bytes(ip: string): Buffer {
  if (!isIPv6(ip) || ip.includes("%")) {
    throw new LeaseholdError("invalid-argument", `"${ip}" is not an IPv6 address`);
  }
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(ip);
  const last = dotted === null ? null : ipBytes(dotted[2]!);
  const text =
    last === null ? ip : `${dotted![1]}${last.toString("hex", 0, 2)}:${last.toString("hex", 2, 4)}`;
  const [before = "", after] = text.split("::");
  const words = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const head = words(before);
  const tail = words(after ?? "");
  const bytes = Buffer.alloc(16);
  for (const [i, word] of head.entries()) bytes.writeUInt16BE(Number.parseInt(word, 16), 2 * i);
  for (const [i, word] of tail.entries()) {
    bytes.writeUInt16BE(Number.parseInt(word, 16), 16 - 2 * (tail.length - i));
  }
  return bytes;
}

/** Lower case, no leading zeros, the longest run of two or more zero words (the first of equals) as "::". */
export function ip6Text(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
  if (words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff) {
    return `::ffff:${ipText(bytes.subarray(12, 16))}`;
  }
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && words[end] === 0) end++;
    if (end - i > length) [start, length] = [i, end - i];
    i = Math.max(i, end);
  }
  const hex = (part: readonly number[]): string => part.map((word) => word.toString(16)).join(":");
  if (start < 0) return hex(words);
  return `${hex(words.slice(0, start))}::${hex(words.slice(start + length))}`;
}

/** Throws LeaseholdError "invalid-argument" when it is neither. */
export function familyOf(ip: string): Family {
  if (isIPv4(ip)) return 4;
  if (isIPv6(ip) && !ip.includes("%")) return 6;
  throw new LeaseholdError("invalid-argument", `"${ip}" is neither an IPv4 nor an IPv6 address`);
}

/** Four or sixteen bytes, network order. Throws LeaseholdError "invalid-argument". */
export const addressBytes = (ip: string): Buffer => (familyOf(ip) === 4 ? ipBytes(ip) : ip6Bytes(ip));

/** Of four or sixteen bytes. */
export const addressText = (bytes: Uint8Array): string =>
  bytes.length === 4 ? ipText(bytes) : ip6Text(bytes);

/** The address as the kernel would list it. Throws LeaseholdError "invalid-argument". */
export const canonical = (ip: string): string => addressText(addressBytes(ip));

/** fe80::/10: every card has one, it belongs to the card, and never fails over. */
export const isLinkLocal = (bytes: Uint8Array): boolean =>
  bytes.length === 16 && bytes[0] === 0xfe && (bytes[1]! & 0xc0) === 0x80;
