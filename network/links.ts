/** What the node's cards look like now, and what is wrong with that. */
import { canonical } from "./kernel/ipv6.ts";
import { listAddresses, listLinks, openRoute } from "./kernel/rtnetlink.ts";
import type { Card, Cidr } from "./port.ts";

export interface LinkState {
  readonly name: string;
  readonly index: number;
  readonly mac: string;
  /** Set up by the administrator. */
  readonly up: boolean;
  /** The other end is there. */
  readonly carrier: boolean;
  /** IPv4 and IPv6, link-local ones left out. */
  readonly addresses: readonly Cidr[];
}

/** All cards of this namespace. Throws KernelError. */
export function readLinks(): LinkState[] {
  const socket = openRoute();
  try {
    const addresses = listAddresses(socket, null);
    return listLinks(socket).map((link) => ({
      ...link,
      addresses: addresses
        .filter(({ index }) => index === link.index)
        .map(({ ip, prefix }) => ({ ip, prefix })),
    }));
  } finally {
    socket.close();
  }
}

/** Cards without a carrier, a sentence each. No reason not to start: a cable may be out while the node comes back (P4). */
export function checkCables(cards: readonly Card[], links: readonly LinkState[]): string[] {
  return cards
    .filter((card) => links.some(({ name, up, carrier }) => name === card.name && up && !carrier))
    .map(({ name }) => `the card ${name} has no carrier: is its cable in?`);
}

/** What is wrong with the cards of the node's file, a sentence each; empty when the node can start. */
export function checkCards(cards: readonly Card[], links: readonly LinkState[]): string[] {
  const known = links.map(({ name }) => name).join(", ");
  return cards.flatMap((card) => {
    const link = links.find(({ name }) => name === card.name);
    if (link === undefined) {
      return [`the card "${card.name}" does not exist on this machine; it has ${known}`];
    }
    const problems: string[] = [];
    if (!link.up)
      problems.push(`the card ${card.name} is down; bring it up with: ip link set ${card.name} up`);
    for (const { ip, prefix } of card.addresses) {
      const same = link.addresses.find((address) => address.ip === canonical(ip));
      if (same === undefined) {
        problems.push(
          `the card ${card.name} lacks its stationary address ${ip}/${prefix}; ` +
            `add it with: ip addr add ${ip}/${prefix} dev ${card.name}`,
        );
      } else if (same.prefix !== prefix) {
        problems.push(
          `the card ${card.name} has its stationary address as ${ip}/${same.prefix}, expected /${prefix}`,
        );
      }
    }
    return problems;
  });
}

/** Floating addresses that are on this machine already. */
export interface Found {
  /** On the node's own cards: a predecessor's, or somebody's hand. Adopted, or taken away. */
  readonly leftovers: readonly (Cidr & { readonly card: string })[];
  /** What Leasehold may not put right by itself (R15): a sentence each. */
  readonly findings: readonly string[];
}

/**
 * Looks for the floating addresses `managed` among all addresses of the machine. A stationary address is nobody's
 * leftover, whatever the cluster document says of it; an address on a card that is not guarded is not ours to touch.
 */
export function findFloating(
  cards: readonly Card[],
  links: readonly LinkState[],
  managed: ReadonlySet<string>,
): Found {
  const floating = new Set([...managed].map(canonical));
  const stationary = new Set(cards.flatMap(({ addresses }) => addresses.map(({ ip }) => canonical(ip))));
  const leftovers: (Cidr & { card: string })[] = [];
  const findings = new Set<string>();
  for (const link of links) {
    for (const { ip, prefix } of link.addresses) {
      if (!floating.has(ip)) continue;
      if (stationary.has(ip)) {
        findings.add(
          `${ip} is a stationary address of this node's card ${link.name}, and floats in the cluster document`,
        );
      } else if (cards.some(({ name }) => name === link.name)) {
        leftovers.push({ card: link.name, ip, prefix });
      } else {
        const remedy = `ip addr del ${ip}/${prefix} dev ${link.name}`;
        findings.add(
          `the floating address ${ip} is on ${link.name}, which is not a card of this node's file; remove it with: ${remedy}`,
        );
      }
    }
  }
  return { leftovers, findings: [...findings] };
}
