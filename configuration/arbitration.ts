/** Two nodes in the cluster document: ping targets, fence devices, and the outlets by which a node is switched off. */
import type { Arbitration, ClusterDocument, FenceDeviceSpec, Outlet } from "../consensus/ledger/types.ts";
import { formatAddress, parseAddress, unfloatable } from "./addresses.ts";
import { type Claims, isGiven, type Place, type Reading, readName } from "./reading.ts";

const TERMS = [
  "targets",
  "period",
  "timeout",
  "rounds",
  "returnAfter",
  "switchOn",
  "acceptNonTransitiveRisk",
] as const;
/** A process is made for every probe, so an idle pair asks seldom; it hurries when anything is odd. */
export const DEFAULT_TERMS: Omit<Arbitration, "targets"> = {
  period: 10_000,
  timeout: 500,
  rounds: 3,
  returnAfter: 60_000,
  switchOn: true,
  acceptNonTransitiveRisk: false,
};
const MOST_TARGETS = 16;
const MOST_ROUNDS = 100;

/** Undefined: there is none, or (complained of) it cannot be read. */
export function readArbitration(reading: Reading, at: Place, claims: Claims): Arbitration | undefined {
  if (!isGiven(at)) return undefined;
  const fields = reading.fields(at, "a map with targets: [10.0.0.254, ...]", TERMS);
  if (fields === null) return undefined;
  const targets = readTargets(reading, fields("targets"), claims);
  const period = reading.duration(fields("period"), 100, DEFAULT_TERMS.period);
  const timeout = reading.duration(fields("timeout"), 20, DEFAULT_TERMS.timeout);
  if (period !== null && timeout !== null && timeout > period)
    reading.complain(
      fields(isGiven(fields("timeout")) ? "timeout" : "period"),
      `the timeout of a round (${timeout} ms) is longer than the period (${period} ms); expected at most as long`,
    );
  const rounds = reading.whole(fields("rounds"), 1, MOST_ROUNDS, DEFAULT_TERMS.rounds);
  const returnAfter = readReturn(reading, fields("returnAfter"));
  const switchOn = reading.flag(fields("switchOn"), DEFAULT_TERMS.switchOn);
  const risk = reading.flag(fields("acceptNonTransitiveRisk"), DEFAULT_TERMS.acceptNonTransitiveRisk);
  if (targets === null || period === null || timeout === null || rounds === null) return undefined;
  if (returnAfter === undefined || switchOn === null || risk === null) return undefined;
  return { targets, period, timeout, rounds, returnAfter, switchOn, acceptNonTransitiveRisk: risk };
}

function readTargets(reading: Reading, at: Place, claims: Claims): string[] | null {
  const expected = "a list of IP addresses that answer pings, such as the gateway and the switches";
  const items = reading.items(at, expected, 1, MOST_TARGETS);
  if (items === null) return null;
  const targets = items.flatMap((item): string[] => {
    const text = reading.text(item, "an IP address", (written) => parseAddress(written) !== null);
    const address = text === null ? null : parseAddress(text);
    if (address === null) return [];
    const why = unfloatable(address, address.family === 4 ? 32 : 128);
    if (why !== null) {
      reading.complain(item, `${text} ${why}; expected an address of another device on the network`);
      return [];
    }
    // A node's own address, or one that moves with a group, would answer from the wrong side of a split.
    return claims.take("address", formatAddress(address), "the ping targets", item)
      ? [formatAddress(address)]
      : [];
  });
  return targets.length === items.length ? targets : null;
}

/** Undefined when it is wrong: null says "never". */
function readReturn(reading: Reading, at: Place): Arbitration["returnAfter"] | undefined {
  if (at.value === "never") return null;
  const after = reading.duration(at, 0, DEFAULT_TERMS.returnAfter ?? 0);
  return after ?? undefined;
}

// ---------------------------------------------------------------- devices

const DEVICE = ["name", "type", "socket", "bound", "timeout"] as const;
const TYPES: readonly FenceDeviceSpec["type"][] = ["lab"];
const DEFAULT_BOUND = 5000;
const DEFAULT_TIMEOUT = 5000;
const MOST_DEVICES = 32;

/** Undefined: there are none, or (complained of) they cannot be read. */
export function readFencing(reading: Reading, at: Place, claims: Claims): FenceDeviceSpec[] | undefined {
  if (!isGiven(at)) return undefined;
  const fields = reading.fields(at, "a map with devices", ["devices"]);
  if (fields === null || !isGiven(fields("devices"))) return undefined;
  const items = reading.items(fields("devices"), "a list of fence devices", 0, MOST_DEVICES);
  if (items === null) return undefined;
  const devices = items.map((item) => readDevice(reading, item, claims));
  const read = devices.filter((device) => device !== null);
  return read.length === devices.length && read.length > 0 ? read : undefined;
}

function readDevice(reading: Reading, at: Place, claims: Claims): FenceDeviceSpec | null {
  const fields = reading.fields(at, "a fence device: a map with name and type", DEVICE);
  if (fields === null) return null;
  const name = readName(reading, fields("name"));
  if (name !== null) claims.take("device", name, `fence device ${name}`, fields("name"));
  const type = isGiven(fields("type"))
    ? reading.choice(fields("type"), TYPES, "lab")
    : reading.wrong(fields("type"), TYPES.join(" or "));
  const socket = reading.text(fields("socket"), "the path of a Unix socket, from / on", (path) =>
    /^\/[^\0]{1,107}$/.test(path),
  );
  const bound = reading.duration(fields("bound"), 1, DEFAULT_BOUND);
  const timeout = reading.duration(fields("timeout"), 10, DEFAULT_TIMEOUT);
  if (name === null || type === null || socket === null || bound === null || timeout === null) return null;
  return { name, type, socket, bound, timeout };
}

// ---------------------------------------------------------------- outlets

const MOST_LEVELS = 8;
const AN_OUTLET = "an outlet such as {device: pdu, outlet: 1}, or a list of those that must all be off";

/** The levels as far as they could be read, and where each of them stands; undefined: there are none. */
export interface WrittenPower {
  readonly levels: readonly (readonly { readonly outlet: Outlet; readonly at: Place }[])[];
}

export function readPower(
  reading: Reading,
  at: Place,
  owner: string,
  claims: Claims,
): WrittenPower | undefined {
  if (!isGiven(at)) return undefined;
  const items = reading.items(at, `a list of levels, each ${AN_OUTLET}`, 1, MOST_LEVELS);
  if (items === null) return undefined;
  const levels = items.map((item) => {
    const outlets = Array.isArray(item.value)
      ? (reading.items(item, AN_OUTLET, 1, MOST_LEVELS) ?? [])
      : [item];
    return outlets.flatMap((place) => {
      const outlet = readOutlet(reading, place, owner, claims);
      return outlet === null ? [] : [{ outlet, at: place }];
    });
  });
  return { levels };
}

function readOutlet(reading: Reading, at: Place, owner: string, claims: Claims): Outlet | null {
  const fields = reading.fields(at, AN_OUTLET, ["device", "outlet"]);
  if (fields === null) return null;
  const device = readName(reading, fields("device"));
  const named = fields("outlet");
  const number = typeof named.value === "number" && Number.isSafeInteger(named.value) && named.value >= 0;
  const outlet = number
    ? String(named.value)
    : reading.text(
        named,
        "an outlet as the device names it: 1 to 64 letters, digits and . _ : / - without spaces",
        (text) => /^[A-Za-z0-9][\w.:/-]{0,63}$/.test(text),
      );
  if (device === null || outlet === null) return null;
  // One outlet for two nodes switches off whoever shoots, too.
  claims.take("outlet", `${device} ${outlet}`, owner, named, `outlet ${outlet} of ${device}`);
  return { device, outlet };
}

/** What nodes, devices and arbitration say of each other; complains of what can never be safe. */
export function checkFencing(
  reading: Reading,
  at: { readonly arbitration: Place; readonly fencing: Place },
  arbitration: Arbitration | undefined,
  devices: readonly FenceDeviceSpec[] | undefined,
  powers: readonly (WrittenPower | undefined)[],
): void {
  const names = (devices ?? []).map(({ name }) => name);
  const known = !isGiven(at.fencing) || devices !== undefined; // else the device may be the one that could not be read
  for (const power of powers) {
    for (const { outlet, at: place } of power?.levels.flat() ?? []) {
      if (!known || names.includes(outlet.device)) continue;
      const there = names.length === 0 ? "there are none" : `the devices are ${names.join(", ")}`;
      reading.complain(place, `${outlet.device} is not a fence device of this document; ${there}`);
    }
  }
  if (arbitration?.acceptNonTransitiveRisk === true && devices !== undefined)
    reading.complain(
      at.arbitration,
      "acceptNonTransitiveRisk stands beside fence devices: the proof of a device is needed where there is one; expected one of the two",
    );
}

/** Lawful, but a person should know; a sentence each. */
export function fencingWarnings({ nodes, arbitration, devices }: ClusterDocument): string[] {
  const found: string[] = [];
  const voters = nodes.filter(({ voter }) => voter);
  const used = new Set(nodes.flatMap(({ power }) => (power ?? []).flat().map(({ device }) => device)));
  for (const { name } of devices ?? [])
    if (!used.has(name)) found.push(`fencing: no node is switched off by ${name}`);
  if (voters.length !== 2) {
    if (arbitration !== undefined)
      found.push(
        `arbitration: counts only with exactly two voters (R12); there ${voters.length === 1 ? "is one" : `are ${voters.length}, whose majority decides`}`,
      );
    return found;
  }
  const helpless = voters.filter(({ power }) => (power ?? []).length === 0).map(({ name }) => name);
  if (arbitration === undefined)
    found.push(
      "two voters without arbitration: when one is lost, the other cannot tell whether it is itself cut off, and takes nothing over; add a third voter, or arbitration with ping targets",
    );
  else if (arbitration.acceptNonTransitiveRisk)
    found.push(
      "arbitration.acceptNonTransitiveRisk is on: if both nodes reach the ping targets and not each other, both will serve",
    );
  else if (helpless.length > 0)
    found.push(
      `no fence device switches off ${helpless.join(" or ")}: when ${helpless.length === 1 ? "that node" : "one of them"} is lost, nothing is taken over until a person confirms it (leasehold fence confirm NODE); add power, or a third voter`,
    );
  return found;
}
