/** Floating addresses on cards, over rtnetlink. */
import { readFileSync, writeFileSync } from "node:fs";
import { LeaseholdError } from "../errors.ts";
import { canonical } from "./kernel/ipv6.ts";
import type { NetlinkSocket } from "./kernel/netlink.ts";
import {
  type AddressRecord,
  addAddress,
  deleteAddress,
  listAddresses,
  openRoute,
} from "./kernel/rtnetlink.ts";
import { KernelError } from "./kernel/syscalls.ts";
import type { Addresses, Cidr } from "./port.ts";

/** Acts in the network namespace of this call. Every method may throw KernelError. */
export function createAddresses(): Required<Addresses> & { close(): void } {
  const socket = openRoute();
  return {
    add: (card, ip, prefix) => ensureAddress(socket, card, canonical(ip), prefix),
    remove: (card, ip, prefix) => removeAddress(socket, card, canonical(ip), prefix),
    removeAll: (card, addresses) => removeAddresses(socket, card, addresses),
    list: (card) => listAddresses(socket, card).map(({ ip, prefix }) => ({ ip, prefix })),
    close: () => socket.close(),
  };
}

function ensureAddress(socket: NetlinkSocket, card: string, ip: string, prefix: number): void {
  try {
    addAddress(socket, card, ip, prefix);
  } catch (error) {
    if (!(error instanceof KernelError && error.errno === "EEXIST")) throw error;
    // The kernel keeps an IPv6 address once, whatever its prefix.
    const there = listAddresses(socket, card).find((each) => each.ip === ip && each.prefix !== prefix);
    if (there === undefined || there.family === 4) return;
    const text = `${ip} is on ${card} with the prefix length ${there.prefix}, expected ${prefix}`;
    throw new LeaseholdError(
      "kernel",
      `${text}; remove it with: ip addr del ${ip}/${there.prefix} dev ${card}`,
    );
  }
}

/**
 * A floating IPv4 address is mostly a secondary of the stationary one. Where it came first it is the primary of its
 * subnet, and the kernel would delete the stationary address along with it.
 */
function removeAddress(socket: NetlinkSocket, card: string, ip: string, prefix: number): void {
  const before = listAddresses(socket, card);
  const ours = before.find((each) => each.ip === ip && each.prefix === prefix);
  if (ours === undefined) return;
  const dependants = ours.secondary || ours.family === 6 ? [] : before.filter(({ secondary }) => secondary);
  const restore = dependants.length > 0 ? promoteSecondaries(card) : () => {};
  try {
    deleteAddress(socket, card, ip, prefix);
  } catch (error) {
    if (!(error instanceof KernelError && error.errno === "EADDRNOTAVAIL")) throw error;
  } finally {
    restore();
  }
  const after = listAddresses(socket, card);
  const has = (list: readonly AddressRecord[], one: AddressRecord): boolean =>
    list.some((each) => each.ip === one.ip && each.prefix === one.prefix);
  for (const lost of dependants) {
    if (!has(after, lost)) addAddress(socket, card, lost.ip, lost.prefix);
  }
  if (has(after, ours)) {
    throw new LeaseholdError("kernel", `${ip}/${prefix} is still on ${card} although the kernel removed it`);
  }
}

/** Each listing of a card with a thousand addresses takes some milliseconds: two for all of them. */
function removeAddresses(socket: NetlinkSocket, card: string, addresses: readonly Cidr[]): void {
  const keyOf = ({ ip, prefix }: Cidr): string => `${canonical(ip)}/${prefix}`;
  const wanted = new Set(addresses.map(keyOf));
  const there = listAddresses(socket, card).filter((each) => wanted.has(keyOf(each)));
  // The primary of a subnet goes last, and alone: it may take others along.
  for (const { ip, prefix, secondary, family } of there) {
    if (family === 4 && !secondary) continue;
    try {
      deleteAddress(socket, card, ip, prefix);
    } catch (error) {
      if (!(error instanceof KernelError && error.errno === "EADDRNOTAVAIL")) throw error;
    }
  }
  for (const { ip, prefix, secondary, family } of there) {
    if (family === 4 && !secondary) removeAddress(socket, card, ip, prefix);
  }
  const left = listAddresses(socket, card).find((each) => wanted.has(keyOf(each)));
  if (left === undefined) return;
  const text = `${left.ip}/${left.prefix} is still on ${card} although the kernel removed it`;
  throw new LeaseholdError("kernel", text);
}

/** Makes the kernel keep the secondaries of a deleted primary; returns what puts the setting back. */
function promoteSecondaries(card: string): () => void {
  const path = `/proc/sys/net/ipv4/conf/${card}/promote_secondaries`;
  try {
    const before = readFileSync(path, "utf8");
    writeFileSync(path, "1");
    return () => writeFileSync(path, before);
  } catch {
    return () => {}; // a read-only /proc: what is lost is added again after the deletion
  }
}
