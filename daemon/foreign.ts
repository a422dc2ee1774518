/**
 * What on this machine would serve a group without a lease (R15): units that systemd starts by itself, addresses that
 * somebody else has configured. It is said, and not touched; but the address is silenced.
 */
import { addressesOf, type ClusterDocument, type GroupName, servicesOf } from "../consensus/ledger/types.ts";
import type { Cidr } from "../network/port.ts";
import { foreignUnit, hasSystemd, type UnitState } from "../services/agents/unit.ts";
import type { Finding } from "../services/types.ts";

export interface ForeignSources {
  /** State of each unit, by its name. */
  readonly unitStates: (units: readonly string[]) => Promise<ReadonlyMap<string, UnitState>>;
  /** Units that run and that Leasehold has started. */
  readonly ourUnits: () => Promise<ReadonlySet<string>>;
  /** Every address on the configured cards, with the card's name. */
  readonly addresses: () => readonly (Cidr & { readonly card: string })[];
  readonly isOurs: (ip: string) => boolean;
}

/** `address`: the managed address that somebody else has configured here. */
export interface Foreign {
  readonly group: GroupName;
  readonly address: string | null;
  readonly text: string;
}

/** Empty when all is well. Units that cannot be looked at are said too; throws what the kernel's list of addresses throws. */
export async function findForeign(document: ClusterDocument, sources: ForeignSources): Promise<Foreign[]> {
  return [...foreignAddresses(document, sources), ...(await foreignUnits(document, sources))];
}

function foreignAddresses(document: ClusterDocument, { addresses, isOurs }: ForeignSources): Foreign[] {
  const managed = new Map<string, GroupName>();
  for (const group of document.groups) {
    for (const { ip } of addressesOf(group)) managed.set(ip, group.name);
  }
  return addresses().flatMap(({ ip, card }) => {
    const group = managed.get(ip);
    if (group === undefined || isOurs(ip)) return [];
    const text = `${ip} of group ${group} is on ${card} already and Leasehold did not put it there; take it out of the system's own network configuration, then: ip address del ${ip} dev ${card}`;
    return [{ group, address: ip, text }];
  });
}

async function foreignUnits(document: ClusterDocument, sources: ForeignSources): Promise<Foreign[]> {
  const units = new Map<string, GroupName[]>();
  for (const group of document.groups) {
    for (const member of servicesOf(group))
      if (member.type === "unit") units.set(member.unit, [...(units.get(member.unit) ?? []), group.name]);
  }
  if (units.size === 0) return [];
  const of = (unit: string, text: string): Foreign[] =>
    (units.get(unit) ?? []).map((group) => ({ group, address: null, text }));
  const ofAll = (what: (unit: string) => string): Foreign[] =>
    [...units.keys()].flatMap((unit) => of(unit, what(unit)));
  if (!hasSystemd()) return ofAll((unit) => `no systemd runs this machine, so it cannot run ${unit}`);
  try {
    const [states, ours] = await Promise.all([sources.unitStates([...units.keys()]), sources.ourUnits()]);
    return [...states].flatMap(([unit, state]) => {
      const text = foreignUnit(unit, state, ours.has(unit));
      return text === null ? [] : of(unit, text);
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return ofAll((unit) => `the unit ${unit} cannot be looked at: ${why}`);
  }
}

/**
 * What the groups are told. A foreign address answers when the gate opens for any group of this node (G3), unless it is barred:
 * `bar` is given exactly those that must be, and returns why they are not, or null. `barred` empty is asked for as well.
 */
export function apart(
  foreign: readonly Foreign[],
  bar: (addresses: readonly string[]) => string | null,
): Finding[] {
  const addresses = foreign.flatMap(({ address }) => address ?? []);
  const failure = bar(addresses);
  return foreign.map(({ group, address, text }) =>
    address === null || failure === null
      ? { group, text }
      : { group: null, text: `${text}; it cannot be barred (${failure}), so no group can be held here` },
  );
}

/** Units of these running services ("GROUP.MEMBER"). */
export function unitsOf(document: ClusterDocument, running: readonly string[]): ReadonlySet<string> {
  const units = document.groups.flatMap((group) =>
    servicesOf(group).flatMap((member) =>
      member.type === "unit" && running.includes(`${group.name}.${member.name}`) ? [member.unit] : [],
    ),
  );
  return new Set(units);
}

export interface PatrolOptions {
  readonly document: () => ClusterDocument;
  readonly sources: ForeignSources;
  /** Calls back after anything of the node has changed; returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
  /** Called at each look with the addresses that must not answer; why that cannot be, or null. */
  readonly bar: (addresses: readonly string[]) => string | null;
  /** Called with all that holds now, whenever that has changed. */
  readonly found: (findings: readonly Finding[]) => void;
}

/** How often a finding is looked at again: somebody may have put it right. */
const AGAIN_MS = 10_000;

/** Looks now, before anything is started, whenever the document changes, and again while something is wrong. */
export async function startPatrol(options: PatrolOptions): Promise<{ close(): void }> {
  let last = "";
  let seen: ClusterDocument | null = null;
  let looking = false;
  let closed = false;
  const look = async (): Promise<void> => {
    if (looking || closed) return;
    looking = true;
    try {
      let document = options.document();
      let foreign = await findForeign(document, options.sources);
      // Another one came meanwhile, and whoever told it was not listened to.
      while (!closed && options.document() !== document) {
        document = options.document();
        foreign = await findForeign(document, options.sources);
      }
      if (closed) return;
      const findings = apart(foreign, options.bar);
      seen = document;
      const now = findings.map(({ group, text }) => `${group} ${text}`).join("\n");
      if (now === last) return;
      last = now;
      options.found(findings);
    } finally {
      looking = false;
    }
  };
  // What was found stands until it can be looked at again; a daemon does not end for it.
  const lookAgain = (): void =>
    void look().catch(() => {
      seen = null;
    });
  await look();
  const stop = options.onChange(() => {
    if (options.document() !== seen) lookAgain();
  });
  const timer = setInterval(() => {
    if (last !== "" || seen === null) lookAgain();
  }, AGAIN_MS);
  timer.unref();
  return {
    close() {
      closed = true;
      stop();
      clearInterval(timer);
    },
  };
}
