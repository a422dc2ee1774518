/** What the gate's table says, as data: which packets answer for a managed address, and go while `live` has the card. */
import {
  type ChainSpec,
  type Expression,
  equals,
  isIn,
  meta,
  payload,
  type TableSpec,
  verdict,
} from "./kernel/nftables.ts";

/** The table of a node. */
export const gateTable = (node: string): string => `leasehold-${node.replaceAll(/[^A-Za-z0-9_.-]/g, "_")}`;

/** The managed addresses, by family. */
export const MANAGED = { 4: "managed", 6: "managed6" } as const;

const IPV4 = Buffer.from([0x08, 0x00]);
const ARP = Buffer.from([0x08, 0x06]);
const IPV6 = Buffer.from([0x86, 0xdd]);
const ICMPV6 = Buffer.from([58]);
const SOLICITATION = Buffer.from([135]);
const ADVERTISEMENT = Buffer.from([136]);

/** A packet of this protocol with a managed address at this place of its header. */
const packet = (protocol: Buffer, offset: number): Expression[] => {
  const six = protocol === IPV6;
  const address = payload("network", offset, six ? 16 : 4);
  return [meta("protocol"), equals(protocol), address, isIn(MANAGED[six ? 6 : 4])];
};

/** A neighbour message whose target is managed; extension headers are skipped by the kernel. */
const neighbour = (type: Buffer): Expression[] => [
  meta("protocol"),
  equals(IPV6),
  meta("l4proto"),
  equals(ICMPV6),
  payload("transport", 0, 1),
  equals(type),
  payload("transport", 8, 16),
  isIn(MANAGED[6]),
];

const ARP_SENDER = 14;
const ARP_TARGET = 24;
const accept = verdict("accept");
const drop = verdict("drop");
/** Before everybody else's. */
const PRIORITY = -500;

/**
 * Only what would answer *for* a managed address is dropped: packets to it coming in, packets from it going out. Packets
 * from it coming in, and to it going out, belong to another holder's clients, among them our own conflict probe. An
 * announcement by another holder names the address as sender and as target; it is let in, so that this machine, as a
 * client, learns of the move; an answer to it would be dropped on its way out. An IPv6 answer may leave from the card's
 * own address and name the managed one only as its target, so that is looked at too.
 */
const CHAINS: readonly ChainSpec[] = [
  {
    name: "ingress",
    hook: "ingress",
    priority: PRIORITY,
    rules: [
      [meta("iif"), isIn("live"), accept],
      [...packet(IPV4, 16), drop],
      [...packet(ARP, ARP_SENDER), accept],
      [...packet(ARP, ARP_TARGET), drop],
      [...packet(IPV6, 24), drop],
      [...neighbour(SOLICITATION), drop],
    ],
  },
  {
    name: "egress",
    hook: "egress",
    priority: PRIORITY,
    rules: [
      [meta("oif"), isIn("live"), accept],
      [...packet(IPV4, 12), drop],
      [...packet(ARP, ARP_SENDER), drop],
      [...packet(IPV6, 8), drop],
      [...neighbour(ADVERTISEMENT), drop],
    ],
  },
];

export const gateSpec = (table: string, cards: readonly string[]): TableSpec => ({
  table,
  devices: cards,
  sets: [
    { name: MANAGED[4], key: "ipv4", timeouts: false },
    { name: MANAGED[6], key: "ipv6", timeouts: false },
    { name: "armed", key: "card", timeouts: true },
    { name: "live", key: "card", timeouts: true },
  ],
  chains: CHAINS,
});
