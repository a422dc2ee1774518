/** What is on this machine's cards and among its units, as the groups of this node concern it (R15). */
import type { Logger } from "pino";
import type { NodeFile } from "../configuration/node.ts";
import type { Entry } from "../consensus/core/types.ts";
import type { ClusterDocument, Ledger } from "../consensus/ledger/types.ts";
import { createBar } from "../network/bar.ts";
import { readLinks } from "../network/links.ts";
import type { Cidr } from "../network/port.ts";
import { unitStates } from "../services/agents/unit.ts";
import { startPatrol, unitsOf } from "./foreign.ts";
import { everManaged } from "./leftovers.ts";
import { sentence } from "./machine.ts";
import type { LeaseholdNode } from "./node.ts";
import type { OwnAddresses } from "./ours.ts";

type CardAddress = Cidr & { readonly card: string };

function addressesOn(file: NodeFile): CardAddress[] {
  return readLinks()
    .filter((link) => file.cards.some((card) => card.name === link.name))
    .flatMap((link) => link.addresses.map(({ ip, prefix }) => ({ card: link.name, ip, prefix })));
}

/** Floating addresses of the cluster that a predecessor has left on this machine's cards. */
export function leftoverAddresses(
  file: NodeFile,
  log: readonly Entry[],
  restored: Ledger | null,
  ours: OwnAddresses,
): CardAddress[] {
  const managed = everManaged(file.cluster.document, log, restored);
  return addressesOn(file).filter(({ ip }) => managed.has(ip) && ours.has(ip));
}

/** Looks for what would serve a group without a lease, now and whenever it may be different. */
export async function patrol(
  file: NodeFile,
  document: () => ClusterDocument,
  running: () => Promise<readonly string[]>,
  ours: OwnAddresses,
  node: LeaseholdNode,
  log: Logger,
): Promise<{ close(): void }> {
  const cards = file.cards.map((card) => card.name);
  const barrier = createBar(file.node, cards, file.guard);
  const patrolling = await startPatrol({
    document,
    sources: {
      unitStates,
      ourUnits: async () => unitsOf(document(), await running()),
      addresses: () => addressesOn(file),
      isOurs: (ip) => ours.has(ip),
    },
    onChange: (listener) => node.onChange(listener),
    bar: (addresses) => {
      try {
        barrier.set(addresses);
        return null;
      } catch (error) {
        return sentence(error);
      }
    },
    found: (findings) => {
      if (findings.length === 0) log.info("nothing of a group is on this machine without a lease any more");
      node.toHolding({ type: "foreign", findings });
    },
  });
  return {
    close: () => {
      patrolling.close();
      barrier.close();
    },
  };
}
