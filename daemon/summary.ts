/** One line of what this node does, for a service manager's status. */
import type { NodeId } from "../consensus/core/types.ts";
import type { Replica } from "../consensus/replica.ts";
import { isRemoved } from "./removal.ts";

const NAMED_MAX = 5;

export function summaryOf(replica: Pick<Replica, "ledger" | "role" | "leader">, self: NodeId): string {
  if (isRemoved(replica.ledger, self)) return "was removed from the cluster; holds nothing";
  const held = [...replica.ledger.leases.values()].filter(
    (lease) => lease.state === "held" && lease.holder?.node === self,
  );
  const names = held.map((lease) => lease.group);
  const more = names.length > NAMED_MAX ? ` and ${names.length - NAMED_MAX} more` : "";
  const leads = replica.role === "leader" ? "leads" : `follows ${replica.leader ?? "nobody"}`;
  return `${leads}; holds ${names.slice(0, NAMED_MAX).join(", ") || "nothing"}${more}`;
}
