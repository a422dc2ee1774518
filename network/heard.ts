/**
 * Counts what comes by IPv4 to this node's cards from hosts that are not of the cluster, behind everybody's packet filter: what is
 * counted has passed the card, its driver and every rule, and is on its way to a socket. One nftables rule for each card. Every card has
 * IPv4, and a machine has IPv6 addresses that no document names: by those, the other node could not be told from a stranger.
 */
import { addressBytes } from "./kernel/ipv6.ts";
import {
  attribute,
  attributeText,
  dump,
  listAttributes,
  type NetlinkSocket,
  NLM_F_APPEND,
  NLM_F_CREATE,
  nested,
  parseAttributes,
  text,
} from "./kernel/netlink.ts";
import { type Change, generic, NFNL_SUBSYS_NFTABLES, openNfnetlink } from "./kernel/nfnetlink.ts";
import {
  big32,
  type Expression,
  equals,
  expression,
  isIn,
  meta,
  payload,
  verdict,
} from "./kernel/nftables.ts";
import { KernelError } from "./kernel/syscalls.ts";
import { perform } from "./trial.ts";

export interface HeardCounter {
  /** How many packets have come so far; it only grows. Throws KernelError when the table is gone. */
  count(): number;
  /** Counts no more, and leaves nothing behind. Never throws. */
  close(): void;
}

const message = (number: number): number => (NFNL_SUBSYS_NFTABLES << 8) | number;
const NEWTABLE = message(0);
const DELTABLE = message(2);
const NEWCHAIN = message(3);
const NEWRULE = message(6);
const GETRULE = message(7);
const NEWSET = message(9);
const NEWSETELEM = message(12);
const NFPROTO_INET = 1;
const CHAIN = "input";
const LOCAL_IN = 1;
/** Behind everybody else's. */
const LAST = 0x7fff_fffe;
const ACCEPT = 1;

const body = (...attributes: readonly Buffer[]): Buffer =>
  Buffer.concat([generic(NFPROTO_INET, 0), ...attributes]);
const create = (type: number, ...attributes: readonly Buffer[]): Change => ({
  type,
  flags: NLM_F_CREATE,
  body: body(...attributes),
});
const dropTable = (table: string): Change[] => [
  create(NEWTABLE, text(1, table)),
  { type: DELTABLE, flags: 0, body: body(text(1, table)) },
];

const NEAR = { name: "near", type: 7, length: 4, id: 1 } as const;
const IPV4 = [meta("nfproto"), equals(Buffer.from([2]))];
const SENDER = payload("network", 12, 4);

const COUNTER = "counter";
const counter: Expression = { name: COUNTER, data: Buffer.alloc(0) };
const UNICAST = Buffer.from([1, 0, 0, 0]);
/** What the routing table says of the sender's address; never "local", so what this node sent and heard itself does not count. */
const kindOfSender = expression("fib", { 1: big32(1), 2: big32(3), 3: big32(1) });

const rulesOf = (cards: readonly string[]): (readonly Expression[])[] => [
  [...IPV4, SENDER, isIn(NEAR.name), verdict("accept")],
  ...cards.map((card) => [
    ...IPV4,
    meta("iifname"),
    equals(Buffer.concat([Buffer.from(card), Buffer.alloc(16)], 16)),
    kindOfSender,
    equals(UNICAST),
    counter,
  ]),
];

function tableOf(table: string, cards: readonly string[], near: readonly string[]): Change[] {
  const keys = [...new Set(near)].map(addressBytes).filter((key) => key.length === NEAR.length);
  const set = create(
    NEWSET,
    text(1, table),
    text(2, NEAR.name),
    attribute(3, big32(0)),
    attribute(4, big32(NEAR.type)),
    attribute(5, big32(NEAR.length)),
    attribute(10, big32(NEAR.id)),
  );
  const elements = keys.map((key) => {
    const element = nested(1, nested(1, attribute(1, key)));
    return create(NEWSETELEM, text(1, table), text(2, NEAR.name), nested(3, element));
  });
  const place = nested(4, attribute(1, big32(LOCAL_IN)), attribute(2, big32(LAST)));
  const policy = attribute(5, big32(ACCEPT));
  const rules = rulesOf(cards).map((rule): Change => {
    const expressions = rule.map((each) => nested(1, text(1, each.name), nested(2, each.data)));
    const change = create(NEWRULE, text(1, table), text(2, CHAIN), nested(4, ...expressions));
    return { ...change, flags: change.flags | NLM_F_APPEND };
  });
  return [
    ...dropTable(table),
    create(NEWTABLE, text(1, table)),
    set,
    ...elements,
    create(NEWCHAIN, text(1, table), text(3, CHAIN), place, policy, text(7, "filter")),
    ...rules,
  ];
}

/**
 * Begins to count at `cards`. `near`: addresses whose packets do not count: those of the nodes, and those that move between them.
 * Acts in the network namespace of this call. Throws KernelError, or LeaseholdError "invalid-argument".
 */
export function countHeard(node: string, cards: readonly string[], near: readonly string[]): HeardCounter {
  const table = `leasehold-${node.replaceAll(/[^A-Za-z0-9_.-]/g, "_")}-heard`;
  const socket = openNfnetlink();
  try {
    perform(socket, tableOf(table, cards, near), "counting what comes by IP");
  } catch (error) {
    socket.close();
    throw error;
  }
  return {
    count: () => packetsOf(socket, table, cards.length),
    close: () => {
      try {
        perform(socket, dropTable(table), "counting no more what comes by IP");
      } catch (error) {
        if (!(error instanceof KernelError)) throw error;
      } finally {
        socket.close();
      }
    },
  };
}

function packetsOf(socket: NetlinkSocket, table: string, cards: number): number {
  const what = "reading what came by IP";
  let sum = 0;
  let counters = 0;
  for (const found of dump(socket, GETRULE, body(text(1, table), text(2, CHAIN)), what)) {
    const rule = parseAttributes(found.body.subarray(4));
    if (attributeText(rule.get(1)) !== table) continue;
    for (const [, said] of listAttributes(rule.get(4) ?? Buffer.alloc(0))) {
      const fields = parseAttributes(said);
      if (attributeText(fields.get(1)) !== COUNTER) continue;
      const packets = parseAttributes(fields.get(2) ?? Buffer.alloc(0)).get(2);
      if (packets === undefined) continue;
      sum += Number(packets.readBigUInt64BE());
      counters += 1;
    }
  }
  if (counters !== cards) throw new KernelError(`${what}: the table ${table} was changed`, "ENOENT");
  return sum;
}
