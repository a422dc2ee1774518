/** What the node's cards look like now, and a call when that changes. */
import { listAddresses, listLinks, openRoute, openRouteEvents } from "./kernel/rtnetlink.ts";
import { watchReadable } from "./kernel/syscalls.ts";
import type { Card } from "./port.ts";

export interface LinkState {
  readonly name: string;
  readonly index: number;
  readonly mac: string;
  /** Set up by the administrator. */
  readonly up: boolean;
  /** The other end is there. */
  readonly carrier: boolean;
  readonly addresses: readonly { readonly ip: string; readonly prefix: number }[];
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

/**
 * Calls back from the event loop, with all cards, soon after a link or an address changed; several changes at once
 * are one call. Does not keep the process alive. Throws KernelError when events cannot be had.
 */
export function watchLinks(onChange: (links: readonly LinkState[]) => void): { close(): void } {
  const events = openRouteEvents();
  let open = true;
  const watch = watchReadable(events.fd, true, () => {
    if (!open) return;
    try {
      for (let i = 0; i < 64 && events.receive("link events") !== null; i++);
    } catch {
      // ENOBUFS: the kernel dropped events. The tables are read afresh anyway.
    }
    onChange(readLinks());
  });
  return {
    close() {
      if (!open) return;
      open = false;
      watch.close();
      events.close();
    },
  };
}

/** What is wrong with the cards of the node's file, a sentence each; empty when the node can serve. */
export function checkCards(cards: readonly Card[], links: readonly LinkState[]): string[] {
  const known = links.map(({ name }) => name).join(", ");
  return cards.flatMap((card) => {
    const link = links.find(({ name }) => name === card.name);
    if (link === undefined) {
      return [`the card "${card.name}" does not exist on this machine; it has ${known}`];
    }
    const { ip, prefix } = card.stationary;
    const problems: string[] = [];
    if (!link.up)
      problems.push(`the card ${card.name} is down; bring it up with: ip link set ${card.name} up`);
    else if (!link.carrier) problems.push(`the card ${card.name} has no carrier: is its cable in?`);
    const same = link.addresses.find((address) => address.ip === ip);
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
    return problems;
  });
}
