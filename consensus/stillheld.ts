/** What a node still holds by this node's own log, beyond what is applied: all of it counts once this node goes on alone. */
import type { Entry, NodeId } from "./core/types.ts";
import type { Batch, GroupName, Ledger, Token } from "./ledger/types.ts";

/** Groups that `node` holds by the ledger and by `entries` after it, each of which may yet be refused: a doubt counts as held. */
export function heldThrough(ledger: Ledger, entries: readonly Entry[], node: NodeId): number {
  const held = new Map<GroupName, Token | null>();
  for (const { group, state, holder, token } of ledger.leases.values())
    if (state === "held" && holder?.node === node) held.set(group, token);
  for (const { payload } of entries) {
    if (payload.type !== "command") continue;
    for (const command of (payload.command as Batch).commands) {
      if (command.type === "release" && held.get(command.group) === command.token) held.delete(command.group);
      if (command.type === "grant" && command.session.node === node) held.set(command.group, null);
    }
  }
  return held.size;
}
