/** The ordered parts of a group: addresses, commands, systemd units. */
import type { CommandMember, MemberSpec, UnitMember } from "../consensus/ledger/types.ts";
import { type Address, formatAddress, parseAddress, parseCidr, unfloatable } from "./addresses.ts";
import { A_NAME, type Claims, type Fields, isGiven, NAME, type Place, type Reading } from "./reading.ts";

/** What the members of all groups are checked against. */
export interface Neighbourhood {
  readonly claims: Claims;
  /** Complains when some node cannot carry the address. */
  checkReach(at: Place, text: string, address: Address, prefix: number): void;
}

export const DEFAULTS = {
  startTimeout: 30_000,
  stopTimeout: 10_000,
  restarts: { limit: 3, window: 60_000 },
} as const;

const TIMES = ["startTimeout", "stopTimeout", "restarts"] as const;
/** The fields of a group that stand for its members when there is no list of them. */
export const SHORTHAND = ["address", "command", "environment", ...TIMES] as const;
const MEMBER = ["name", "address", "command", "environment", "unit", ...TIMES] as const;
const A_MEMBER = "a member: an address, a command or a unit";

/** A member before it has a name: the name it was given, and the one it would like. */
interface Unnamed {
  readonly given: string | null;
  readonly wish: string;
  readonly named: (name: string) => MemberSpec;
}

/** The members of one group in their order; null when something about them is wrong (and has been complained of). */
export function readMembers(
  reading: Reading,
  group: Fields,
  owner: string,
  around: Neighbourhood,
): MemberSpec[] | null {
  const members = group("members");
  if (!isGiven(members)) return readShorthand(reading, group, owner, around);
  for (const name of SHORTHAND) {
    if (isGiven(group(name))) reading.complain(group(name), "belongs inside a member when members is given");
  }
  const items = reading.items(members, "a list of members", 1, 64);
  if (items === null) return null;
  const names = new Set<string>();
  const read = items.map((at) => readMember(reading, at, owner, names, around));
  return withNames(read, names);
}

function readShorthand(reading: Reading, group: Fields, owner: string, around: Neighbourhood) {
  const read: (Unnamed | null)[] = [];
  if (isGiven(group("address"))) read.push(readAddress(reading, group("address"), null, owner, around));
  if (isGiven(group("command"))) {
    read.push(readCommand(reading, group, null));
  } else {
    for (const name of ["environment", ...TIMES]) {
      if (isGiven(group(name))) reading.complain(group(name), "is of use only beside a command");
    }
    if (read.length === 0)
      return reading.wrong(group("members"), "a list of members: addresses, commands, units");
  }
  return withNames(read, new Set());
}

function withNames(read: readonly (Unnamed | null)[], names: Set<string>): MemberSpec[] | null {
  const members: MemberSpec[] = [];
  for (const member of read) {
    if (member === null) continue;
    members.push(member.named(member.given ?? freeName(member.wish, names)));
  }
  return members.length === read.length ? members : null;
}

/** `wish`, or `wish-2`, `wish-3`, ...: the first that no member of the group has. */
function freeName(wish: string, names: Set<string>): string {
  let name = wish;
  for (let i = 2; names.has(name); i++) {
    const end = `-${i}`;
    name = `${wish.slice(0, 32 - end.length)}${end}`;
  }
  names.add(name);
  return name;
}

function readMember(
  reading: Reading,
  at: Place,
  owner: string,
  names: Set<string>,
  around: Neighbourhood,
): Unnamed | null {
  const fields = reading.fields(at, A_MEMBER, MEMBER);
  if (fields === null) return null;
  let given: string | null = null;
  if (isGiven(fields("name"))) {
    given = reading.text(fields("name"), A_NAME, (text) => NAME.test(text));
    if (given !== null && names.has(given)) {
      reading.complain(fields("name"), `${given} is already used by another member of ${owner}`);
    } else if (given !== null) names.add(given);
  }
  const types = (["address", "command", "unit"] as const).filter((type) => isGiven(fields(type)));
  const [type] = types;
  if (type === undefined || types.length > 1) {
    const has = types.length === 0 ? "is none of them" : `is ${types.join(" and ")} at once`;
    reading.complain(at, `expected ${A_MEMBER}; this one ${has}`);
    return null;
  }
  const idle = type === "address" ? ["environment", ...TIMES] : type === "unit" ? ["environment"] : [];
  for (const name of idle) {
    if (isGiven(fields(name))) reading.complain(fields(name), `is of no use to ${ARTICLED[type]}`);
  }
  switch (type) {
    case "address":
      return readAddress(reading, fields("address"), given, owner, around);
    case "command":
      return readCommand(reading, fields, given);
    case "unit":
      return readUnit(reading, fields, given, owner, around);
  }
}

const ARTICLED = { address: "an address", command: "a command", unit: "a unit" } as const;

function readAddress(
  reading: Reading,
  at: Place,
  given: string | null,
  owner: string,
  { claims, checkReach }: Neighbourhood,
): Unnamed | null {
  const expected = "an address with its prefix length, such as 10.0.0.100/24 or fd00::100/64";
  const text = reading.text(at, expected, (written) => parseCidr(written) !== null);
  const cidr = text === null ? null : parseCidr(text);
  const address = cidr === null ? null : parseAddress(cidr.ip);
  if (cidr === null || address === null) return null;
  const why = unfloatable(address, cidr.prefix);
  if (why !== null) {
    reading.complain(at, `${text} ${why}; expected an address that one machine can have`);
    return null;
  }
  claims.take("address", formatAddress(address), owner, at, cidr.ip);
  checkReach(at, `${cidr.ip}/${cidr.prefix}`, address, cidr.prefix);
  return { given, wish: "ip", named: (name) => ({ type: "address", name, ...cidr }) };
}

type ServiceTiming = Pick<UnitMember, (typeof TIMES)[number]>;

function readTimes(reading: Reading, fields: Fields): ServiceTiming | null {
  const startTimeout = reading.duration(fields("startTimeout"), 1, DEFAULTS.startTimeout);
  const stopTimeout = reading.duration(fields("stopTimeout"), 1, DEFAULTS.stopTimeout);
  const at = fields("restarts");
  let restarts: ServiceTiming["restarts"] | null = DEFAULTS.restarts;
  if (isGiven(at)) {
    const inner = reading.fields(at, "a map such as {limit: 3, window: 1m}", ["limit", "window"]);
    const limit = inner && reading.whole(inner("limit"), 0, 1000, DEFAULTS.restarts.limit);
    const window = inner && reading.duration(inner("window"), 1, DEFAULTS.restarts.window);
    restarts = limit === null || window === null ? null : { limit, window };
  }
  if (startTimeout === null || stopTimeout === null || restarts === null) return null;
  return { startTimeout, stopTimeout, restarts };
}

function readCommand(reading: Reading, fields: Fields, given: string | null): Unnamed | null {
  const items = reading.items(fields("command"), "a list: the program, then its arguments", 1, 1000);
  const words = items?.map((at, i) =>
    reading.text(
      at,
      i === 0 ? "a program" : "text (a number or true stands in quotes)",
      (text) => !text.includes("\0") && (i > 0 || text !== ""),
    ),
  );
  const command = words?.filter((word) => word !== null);
  const environment = readEnvironment(reading, fields("environment"));
  const times = readTimes(reading, fields);
  if (command === undefined || command.length !== words?.length || environment === null || times === null)
    return null;
  const member: Omit<CommandMember, "name"> = { type: "command", command, environment, ...times };
  return { given, wish: "service", named: (name) => ({ name, ...member }) };
}

/** Values are never repeated in a complaint: they may be secret. */
function readEnvironment(reading: Reading, at: Place): Record<string, string> | null {
  if (!isGiven(at)) return {};
  const entries = reading.entries(at, "a map of variables");
  if (entries === null) return null;
  let ok = true;
  const complain = (place: Place, text: string): void => {
    reading.complain(place, text);
    ok = false;
  };
  const variables = entries.map((place): [string, string] => {
    const name = String(place.key);
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(name) || name === "__proto__") {
      complain(place, "expected a variable's name: letters, digits and _, no digit first");
    } else if (name.startsWith("LEASEHOLD_")) {
      complain(place, "is set by Leasehold itself");
    }
    if (typeof place.value === "string" && !place.value.includes("\0")) return [name, place.value];
    complain(place, "expected text (a number or true stands in quotes)");
    return [name, ""];
  });
  return ok ? Object.fromEntries(variables) : null;
}

const UNIT = /^[A-Za-z0-9:_.\\@-]{1,247}\.service$/;

function readUnit(
  reading: Reading,
  fields: Fields,
  given: string | null,
  owner: string,
  { claims }: Neighbourhood,
): Unnamed | null {
  const at = fields("unit");
  const times = readTimes(reading, fields);
  const unit = reading.text(at, "a systemd service unit such as nginx.service", (text) => UNIT.test(text));
  if (unit === null) return null;
  if (unit.startsWith("@") || unit.startsWith("-") || unit.endsWith("@.service")) {
    reading.complain(at, `${unit} is a template; expected one of its instances, such as db@main.service`);
    return null;
  }
  claims.take("unit", unit, owner, at);
  if (times === null) return null;
  return { given, wish: nameOfUnit(unit), named: (name) => ({ type: "unit", name, unit, ...times }) };
}

/** `Postgresql@15-main.service` becomes `postgresql-15-main`. */
function nameOfUnit(unit: string): string {
  const stem = unit
    .slice(0, -".service".length)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 33)
    .replace(/^-/, "")
    .slice(0, 32)
    .replace(/-$/, "");
  return stem === "" ? "service" : stem;
}
