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
  /** Called with all that holds now, whenever that has changed. */
  readonly found: (findings: readonly string[]) => void;
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
    seen = options.document();
    const findings = await findForeign(seen, options.sources);
    looking = false;
    const now = findings.join("\n");
    if (closed || now === last) return;
    last = now;
    options.found(findings);
  };
  await look();
  const stop = options.onChange(() => {
    if (options.document() !== seen) void look();
  });
  const timer = setInterval(() => {
    if (last !== "") void look();
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
