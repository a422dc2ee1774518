/**
 * Hears from the kernel what changes under us: addresses and carrier of the watched cards, and the gate's table. Nothing
 * is polled, and what this process does to its own table, twenty times in a second, never wakes it: the kernel filters.
 */
import { netlinkFilter } from "./kernel/filter.ts";
import { type NetlinkMessage, type NetlinkSocket, parseMessages } from "./kernel/netlink.ts";
import { describeNftables, NEWGEN, openNftablesEvents } from "./kernel/nfnetlink.ts";
import {
  type AddressRecord,
  type LinkRecord,
  listAddresses,
  listLinks,
  openRoute,
  openRouteEvents,
  parseAddress,
  parseLink,
  RTM_DELADDR,
  RTM_DELLINK,
} from "./kernel/rtnetlink.ts";
import { attachFilter, SO_RCVBUFFORCE, SOL_SOCKET, setOption, watchReadable } from "./kernel/syscalls.ts";
import type { NetworkChange, NetworkWatch } from "./port.ts";

export interface WatchOptions {
  /** Cards by name; addresses and links of others are nobody's business. */
  readonly cards: readonly string[];
  /** `KernelGate.watched`: its table, and the port of the socket that may change it unheard; null: no gate. */
  readonly gate: { readonly table: string; readonly port: number } | null;
  readonly onChange: (change: NetworkChange) => void;
}

/** What is known of a watched card. */
interface Known {
  index: number | null;
  up: boolean;
}

/**
 * Calls back from the event loop; and, before it returns, once for each card with its link. Does not keep the process
 * alive. Throws KernelError when events cannot be had.
 */
export function openWatch(options: WatchOptions): NetworkWatch {
  const { cards, gate, onChange } = options;
  let open = true;
  const closing: (() => void)[] = [];
  const tell = (change: NetworkChange): void => {
    if (open) onChange(change);
  };
  const close = (): void => {
    open = false;
    for (const each of closing.splice(0)) each();
  };
  const listen = (
    socket: NetlinkSocket,
    take: (messages: readonly NetlinkMessage[]) => void,
    lost: () => void,
  ): void => {
    closing.push(() => socket.close());
    setOption(socket.fd, SOL_SOCKET, SO_RCVBUFFORCE, ROOM, "the buffer of the kernel's events");
    const watch = watchReadable(socket.fd, true, () => {
      // Bounded, so that a flood of changes cannot hold the event loop; what is left calls again.
      for (let i = 0; open && i < 64; i++) {
        const datagram = received(socket);
        if (datagram === null) return;
        if (datagram === "overrun") lost();
        else take(parseMessages(datagram));
      }
    });
    closing.unshift(() => watch.close()); // before its socket
  };
  try {
    const links = new Links(cards, tell);
    const route = openRouteEvents();
    listen(
      route,
      (messages) => {
        for (const message of messages) links.take(message);
      },
      () => {
        tell({ type: "overrun" });
        links.refresh();
      },
    );
    if (gate !== null) {
      const events = openNftablesEvents();
      listen(
        events,
        (messages) => disturbed(gate, messages, tell),
        () => tell({ type: "overrun" }),
      );
      attachFilter(events.fd, netlinkFilter(NEWGEN, [gate.port]), "the packet filter's events");
    }
    // After the subscription, so that no change falls between.
    links.refresh();
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}

/** Some thousand events between two turns of the event loop. */
const ROOM = 4 << 20;

function received(socket: NetlinkSocket): Buffer | "overrun" | null {
  try {
    return socket.receive("the kernel's events");
  } catch {
    return "overrun"; // ENOBUFS, reported once; the socket lives on
  }
}

/** One word for all messages of a datagram that are about our table: they tell of one transaction. */
function disturbed(
  gate: { readonly table: string; readonly port: number },
  messages: readonly NetlinkMessage[],
  tell: (change: NetworkChange) => void,
): void {
  for (const message of messages) {
    if (message.port === gate.port) continue;
    const what = describeNftables(message, gate.table);
    if (what === null) continue;
    tell({
      type: "gate-disturbed",
      detail: `another program changed the table netdev ${gate.table}: ${what}`,
    });
    return;
  }
}

const addressKey = ({ index, ip, prefix }: AddressRecord): string => `${index} ${ip}/${prefix}`;

class Links {
  readonly #known = new Map<string, Known>();
  readonly #told = new Set<string>();
  /** Addresses on the watched cards: the kernel repeats itself, with new lifetimes for instance. */
  #addresses = new Set<string>();
  readonly #tell: (change: NetworkChange) => void;

  constructor(cards: readonly string[], tell: (change: NetworkChange) => void) {
    this.#tell = tell;
    for (const card of cards) this.#known.set(card, { index: null, up: false });
  }

  /**
   * Compares links with the kernel's list, and tells what differs; the first time everything. Addresses are counted as
   * known: whoever is told of an overrun looks for itself.
   */
  refresh(): void {
    const socket = openRoute();
    try {
      const links = listLinks(socket);
      for (const card of this.#known.keys()) {
        this.#update(card, links.find(({ name }) => name === card) ?? null);
      }
      this.#addresses = new Set(listAddresses(socket, null).map(addressKey));
    } finally {
      socket.close();
    }
  }

  take(message: NetlinkMessage): void {
    const link = parseLink(message);
    if (link !== null) this.#link(link, message.type === RTM_DELLINK);
    const address = parseAddress(message);
    if (address === null) return;
    const card = this.#named(address.index);
    if (card === null) return;
    const type = message.type === RTM_DELADDR ? "address-gone" : "address-added";
    const key = addressKey(address);
    const known = this.#addresses.has(key);
    if (known === (type === "address-added")) return;
    if (known) this.#addresses.delete(key);
    else this.#addresses.add(key);
    this.#tell({ type, card, ip: address.ip, prefix: address.prefix });
  }

  #named(index: number): string | null {
    for (const [card, known] of this.#known) if (known.index === index) return card;
    return null;
  }

  #link(link: LinkRecord, deleted: boolean): void {
    const before = this.#named(link.index);
    // Deleted, moved to another namespace, or renamed: the card of that name is gone.
    if (before !== null && (deleted || before !== link.name)) this.#update(before, null);
    if (!deleted && this.#known.has(link.name)) this.#update(link.name, link);
  }

  #update(card: string, link: LinkRecord | null): void {
    const known = this.#known.get(card);
    if (known === undefined) return;
    const index = link?.index ?? null;
    const up = link?.up === true && link.carrier;
    if (this.#told.has(card) && known.index === index && known.up === up) return;
    // A card in place of another of its name: the first one's guard went with it.
    const replaced = this.#told.has(card) && known.index !== null && index !== null && known.index !== index;
    if (replaced) this.#tell({ type: "link", card, up: false, gone: true });
    this.#told.add(card);
    known.index = index;
    known.up = up;
    this.#tell({ type: "link", card, up, gone: link === null });
  }
}
