/** R14: a cluster goes on without a majority of its disks, by an operator's word. */
import type { NodeId } from "../core/types.ts";
import { accept } from "./configure.ts";
import { type CommandOf, type Place, refuse } from "./refuse.ts";
import type { ClusterDocument, Ledger, LedgerEvent } from "./types.ts";

/**
 * The epoch grows, so that tokens do although entries may be lost (P2); the lost nodes are named no more, and their names are used
 * up. What they held has been ended by the operator's word before this, in the same entry.
 */
export function recover(ledger: Ledger, at: Place, command: CommandOf<"recover">): LedgerEvent[] {
  const { survivor, lost, by } = command;
  const { document } = ledger;
  if (document === null) return refuse(command, "document-invalid", "There is no document to recover.");
  if (lost.includes(survivor) || !document.nodes.some(({ name }) => name === survivor)) {
    return refuse(command, "unknown-node", `${survivor} is no node that survives.`);
  }
  ledger.epoch += 1; // R14
  const events = accept(
    ledger,
    at,
    without(document, survivor, lost),
    by,
    `recovered without ${lost.join(", ")}`,
  );
  return [{ type: "recovered", epoch: ledger.epoch, survivor, lost, by }, ...events];
}

function without(document: ClusterDocument, survivor: NodeId, lost: readonly NodeId[]): ClusterDocument {
  const nodes = document.nodes
    .filter(({ name }) => !lost.includes(name))
    .map((node) => (node.name === survivor ? { ...node, voter: true } : node));
  const groups = document.groups.map((group) => ({
    ...group,
    prefers: group.prefers.filter(({ node }) => !lost.includes(node)),
  }));
  const { arbitration, ...rest } = document;
  const two = nodes.filter(({ voter }) => voter).length === 2;
  return { ...rest, ...(two && arbitration !== undefined ? { arbitration } : {}), nodes, groups };
}
