/**
 * What on this machine would serve a group without a lease (R15): units that systemd starts by itself, addresses that
 * somebody else has configured. It is said, and not touched.
 */
import { addressesOf, type ClusterDocument, servicesOf } from "../consensus/ledger/types.ts";
import type { Cidr } from "../network/port.ts";
import { foreignUnit, hasSystemd, type UnitState } from "../services/agents/unit.ts";

export interface ForeignSources {
  /** State of each unit, by its name. */
  readonly unitStates: (units: readonly string[]) => Promise<ReadonlyMap<string, UnitState>>;
  /** Units that run and that Leasehold has started. */
  readonly ourUnits: () => Promise<ReadonlySet<string>>;
  /** Every address on the configured cards, with the card's name. */
  readonly addresses: () => readonly (Cidr & { readonly card: string })[];
  readonly isOurs: (ip: string) => boolean;
}

/** One sentence for each; empty when all is well. Never throws: what cannot be looked at is said too. */
export async function findForeign(document: ClusterDocument, sources: ForeignSources): Promise<string[]> {
  return [...foreignAddresses(document, sources), ...(await foreignUnits(document, sources))];
}

function foreignAddresses(document: ClusterDocument, { addresses, isOurs }: ForeignSources): string[] {
  const managed = new Map<string, string>();
  for (const group of document.groups) {
    for (const { ip } of addressesOf(group)) managed.set(ip, group.name);
  }
  return addresses()
    .filter(({ ip }) => managed.has(ip) && !isOurs(ip))
    .map(
      ({ ip, card }) =>
        `${ip} of group ${managed.get(ip)} is on ${card} already and Leasehold did not put it there; take it out of the system's own network configuration, then: ip address del ${ip} dev ${card}`,
    );
}

async function foreignUnits(document: ClusterDocument, sources: ForeignSources): Promise<string[]> {
  const units = new Set<string>();
  for (const group of document.groups) {
    for (const member of servicesOf(group)) if (member.type === "unit") units.add(member.unit);
  }
  if (units.size === 0) return [];
  if (!hasSystemd()) return [`no systemd runs this machine, so it cannot run ${[...units].join(", ")}`];
  try {
    const [states, ours] = await Promise.all([sources.unitStates([...units]), sources.ourUnits()]);
    return [...states].flatMap(([unit, state]) => foreignUnit(unit, state, ours.has(unit)) ?? []);
  } catch (error) {
    return [`units cannot be looked at: ${error instanceof Error ? error.message : String(error)}`];
  }
}
