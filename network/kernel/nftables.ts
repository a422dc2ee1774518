/**
 * Whole nftables tables of the netdev family in raw nfnetlink: made in one transaction, and read back to be compared with
 * what they should be. No `nft` program is needed, whose older versions cannot say what the rules for IPv6 say.
 */
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
} from "./netlink.ts";
import { type Change, generic, NFNL_SUBSYS_NFTABLES, NFPROTO_NETDEV } from "./nfnetlink.ts";
import { KernelError } from "./syscalls.ts";

const message = (number: number): number => (NFNL_SUBSYS_NFTABLES << 8) | number;
const NEWTABLE = message(0);
const GETTABLE = message(1);
const DELTABLE = message(2);
const NEWCHAIN = message(3);
const GETCHAIN = message(4);
const NEWRULE = message(6);
const GETRULE = message(7);
const NEWSET = message(9);
const GETSET = message(10);
const NEWSETELEM = message(12);
const GETSETELEM = message(13);
const DELSETELEM = message(14);

/** What the keys of a set are, by the numbers that `nft list` shows them by. */
export const KEY_TYPES = {
  ipv4: { type: 7, length: 4 },
  ipv6: { type: 8, length: 16 },
  card: { type: 20, length: 4 },
} as const;
export type KeyType = keyof typeof KEY_TYPES;

export interface SetSpec {
  readonly name: string;
  readonly key: KeyType;
  /** Elements end by themselves. */
  readonly timeouts: boolean;
}
/** One expression of a rule: its name, and its attributes encoded. */
export interface Expression {
  readonly name: string;
  readonly data: Buffer;
}
export interface ChainSpec {
  readonly name: string;
  readonly hook: "ingress" | "egress";
  readonly priority: number;
  readonly rules: readonly (readonly Expression[])[];
}
export interface TableSpec {
  readonly table: string;
  readonly devices: readonly string[];
  readonly sets: readonly SetSpec[];
  readonly chains: readonly ChainSpec[];
}

export const big32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
};

const body = (...attributes: readonly Buffer[]): Buffer =>
  Buffer.concat([generic(NFPROTO_NETDEV, 0), ...attributes]);

const create = (type: number, ...attributes: readonly Buffer[]): Change => ({
  type,
  flags: NLM_F_CREATE,
  body: body(...attributes),
});

/** The table gone, whether it was there or not. */
export const dropTable = (table: string): Change[] => [
  create(NEWTABLE, text(1, table)),
  { type: DELTABLE, flags: 0, body: body(text(1, table)) },
];

const HOOKS = { ingress: 0, egress: 1 } as const;
const CHAIN_TYPE = "filter";
const ACCEPT = 1;
const SET_TIMEOUT = 0x10;

/** The table as `spec` says, with empty sets, in place of whatever had its name. */
export function makeTable(spec: TableSpec): Change[] {
  const { table } = spec;
  const devices = nested(4, ...spec.devices.map((device) => text(1, device)));
  const chains = spec.chains.flatMap(({ name, hook, priority, rules }) => {
    const place = nested(4, attribute(1, big32(HOOKS[hook])), attribute(2, big32(priority)), devices);
    const policy = attribute(5, big32(ACCEPT));
    return [
      create(NEWCHAIN, text(1, table), text(3, name), place, policy, text(7, CHAIN_TYPE)),
      ...rules.map((rule) => {
        const expressions = rule.map((each) => nested(1, text(1, each.name), nested(2, each.data)));
        const change = create(NEWRULE, text(1, table), text(2, name), nested(4, ...expressions));
        return { ...change, flags: change.flags | NLM_F_APPEND };
      }),
    ];
  });
  const sets = spec.sets.map(({ name, key, timeouts }, i) => {
    const { type, length } = KEY_TYPES[key];
    const kind = [attribute(4, big32(type)), attribute(5, big32(length)), attribute(10, big32(i + 1))];
    const flags = attribute(3, big32(timeouts ? SET_TIMEOUT : 0));
    return create(NEWSET, text(1, table), text(2, name), flags, ...kind);
  });
  return [...dropTable(table), create(NEWTABLE, text(1, table)), ...sets, ...chains];
}

/** Elements of one message: an attribute's length is 16 bits. */
const CHUNK = 1000;

/** Elements without timeouts put into a set, or taken out; taking out one that is absent refuses the transaction. */
export function changeElements(
  what: "add" | "delete",
  table: string,
  set: string,
  keys: readonly Buffer[],
): Change[] {
  const changes: Change[] = [];
  for (let i = 0; i < keys.length; i += CHUNK) {
    const inside = body(text(1, table), text(2, set), nested(3, encodeElements(keys.slice(i, i + CHUNK))));
    changes.push(
      what === "add"
        ? { type: NEWSETELEM, flags: NLM_F_CREATE, body: inside }
        : { type: DELSETELEM, flags: 0, body: inside },
    );
  }
  return changes;
}

/** One buffer for all of them: there may be ten thousand, and the event loop waits. Keys are of one length. */
function encodeElements(keys: readonly Buffer[]): Buffer {
  const prototype = nested(1, nested(1, attribute(1, keys[0]!)));
  const bytes = Buffer.alloc(prototype.length * keys.length);
  for (const [i, key] of keys.entries()) {
    prototype.copy(bytes, i * prototype.length);
    key.copy(bytes, (i + 1) * prototype.length - key.length);
  }
  return bytes;
}

/** Keys of a set, hex; `lasting`: some element has no timeout. Throws KernelError ENOENT without the set. */
export function readElements(
  socket: NetlinkSocket,
  table: string,
  set: string,
): { readonly keys: ReadonlySet<string>; readonly lasting: boolean } {
  const keys = new Set<string>();
  let lasting = false;
  const asked = body(text(1, table), text(2, set));
  for (const found of dump(socket, GETSETELEM, asked, `reading the set ${set} of table ${table}`)) {
    const list = parseAttributes(found.body.subarray(4)).get(3) ?? Buffer.alloc(0);
    for (let at = 0; at + 4 <= list.length; ) {
      const end = at + list.readUInt16LE(at);
      if (end < at + 4 || end > list.length) break;
      let timeout = false;
      for (let field = at + 4; field + 4 <= end; ) {
        const length = list.readUInt16LE(field);
        if (length < 4 || field + length > end) break;
        const type = list.readUInt16LE(field + 2) & 0x3fff;
        if (type === 4) timeout = true;
        // The key is an attribute in an attribute.
        if (type === 1 && length > 8) keys.add(list.toString("hex", field + 8, field + length));
        field += (length + 3) & ~3;
      }
      if (!timeout) lasting = true;
      at = (end + 3) & ~3;
    }
  }
  return { keys, lasting };
}

/** In what the kernel's table differs from `spec`, its elements left aside; null: in nothing. Throws KernelError. */
export function tableDiffers(socket: NetlinkSocket, spec: TableSpec): string | null {
  const { table } = spec;
  const read = (type: number, asked: Buffer, what: string): Map<number, Buffer>[] =>
    readAll(socket, type, asked, what).filter((each) => attributeText(each.get(1)) === table);
  const [found] = read(GETTABLE, body(), "tables");
  if (found === undefined) return `the table netdev ${table} is gone`;
  if ((found.get(2)?.readUInt32BE() ?? 0) !== 0) return `the table netdev ${table} was made dormant`;
  const sets = read(GETSET, body(text(1, table)), "sets");
  const chains = read(GETCHAIN, body(), "chains");
  const rules = read(GETRULE, body(text(1, table)), "rules");
  return setsDiffer(spec, sets) ?? chainsDiffer(spec, chains) ?? rulesDiffer(spec, rules);
}

function readAll(socket: NetlinkSocket, type: number, asked: Buffer, what: string): Map<number, Buffer>[] {
  try {
    return dump(socket, type, asked, `reading the packet filter's ${what}`).map((each) =>
      parseAttributes(each.body.subarray(4)),
    );
  } catch (error) {
    if (error instanceof KernelError && error.errno === "ENOENT") return [];
    throw error;
  }
}

function setsDiffer(spec: TableSpec, found: readonly Map<number, Buffer>[]): string | null {
  for (const { name, key, timeouts } of spec.sets) {
    const set = found.find((each) => attributeText(each.get(2)) === name);
    if (set === undefined) return `the set ${name} is gone`;
    const flags = set.get(3)?.readUInt32BE() ?? 0;
    const length = set.get(5)?.readUInt32BE() ?? 0;
    if (flags !== (timeouts ? SET_TIMEOUT : 0) || length !== KEY_TYPES[key].length || set.has(11)) {
      return `the set ${name} is of another kind`;
    }
  }
  return found.length === spec.sets.length ? null : "a set was added";
}

function chainsDiffer(spec: TableSpec, found: readonly Map<number, Buffer>[]): string | null {
  for (const { name, hook, priority } of spec.chains) {
    const chain = found.find((each) => attributeText(each.get(3)) === name);
    if (chain === undefined) return `the chain ${name} is gone`;
    const place = parseAttributes(chain.get(4) ?? Buffer.alloc(0));
    const devices = listAttributes(place.get(4) ?? Buffer.alloc(0)).map(([, device]) =>
      attributeText(device),
    );
    const same =
      place.get(1)?.readUInt32BE() === HOOKS[hook] &&
      place.get(2)?.readInt32BE() === priority &&
      chain.get(5)?.readUInt32BE() === ACCEPT &&
      attributeText(chain.get(7)) === CHAIN_TYPE &&
      devices.length === spec.devices.length &&
      spec.devices.every((device) => devices.includes(device));
    if (!same) return `the chain ${name} hangs elsewhere`;
  }
  return found.length === spec.chains.length ? null : "a chain was added";
}

function rulesDiffer(spec: TableSpec, found: readonly Map<number, Buffer>[]): string | null {
  for (const { name, rules } of spec.chains) {
    const there = found.filter((each) => attributeText(each.get(2)) === name);
    if (there.length !== rules.length) {
      return `the chain ${name} has ${there.length} rules, expected ${rules.length}`;
    }
    for (const [i, rule] of rules.entries()) {
      const said = listAttributes(there[i]!.get(4) ?? Buffer.alloc(0)).map(([, each]) =>
        parseAttributes(each),
      );
      const same =
        said.length === rule.length && rule.every((each, k) => sameExpression(each, said[k] ?? new Map()));
      if (!same) return `rule ${i + 1} of the chain ${name} was changed`;
    }
  }
  return null;
}

/** The kernel adds defaults of its own when it tells of an expression. */
function sameExpression(wanted: Expression, said: ReadonlyMap<number, Buffer>): boolean {
  if (attributeText(said.get(1)) !== wanted.name) return false;
  const fields = parseAttributes(said.get(2) ?? Buffer.alloc(0));
  return listAttributes(wanted.data).every(([type, payload]) => fields.get(type)?.equals(payload) === true);
}

// ---------------------------------------------------------------- expressions

const REGISTER = big32(1);

/** By its name, with its attributes. */
export function expression(name: string, fields: Readonly<Record<number, Buffer>>): Expression {
  const data = Object.entries(fields).map(([type, payload]) => attribute(Number(type), payload));
  return { name, data: Buffer.concat(data) };
}

const META = { protocol: 1, iif: 4, oif: 5, iifname: 6, nfproto: 15, l4proto: 16 } as const;
const BASE = { network: 1, transport: 2 } as const;

/** Takes something that the kernel knows about the packet. */
export const meta = (key: keyof typeof META): Expression =>
  expression("meta", { 1: REGISTER, 2: big32(META[key]) });

/** Takes bytes of the packet. */
export const payload = (base: keyof typeof BASE, offset: number, length: number): Expression =>
  expression("payload", { 1: REGISTER, 2: big32(BASE[base]), 3: big32(offset), 4: big32(length) });

/** Goes on only when what was taken is this. */
export const equals = (value: Buffer): Expression =>
  expression("cmp", { 1: REGISTER, 2: big32(0), 3: attribute(1, value) });

/** Goes on only when what was taken is in the set. */
export const isIn = (set: string): Expression =>
  expression("lookup", { 1: Buffer.from(`${set}\0`), 2: REGISTER, 5: big32(0) });

/** The rule's end. */
export const verdict = (what: "accept" | "drop"): Expression =>
  expression("immediate", {
    1: big32(0),
    2: attribute(2, attribute(1, big32(what === "accept" ? ACCEPT : 0))),
  });
