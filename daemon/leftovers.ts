/** What a predecessor may have left on this machine's cards. Pure. */
import type { Entry } from "../consensus/core/types.ts";
import { addressesOf, type Batch, type ClusterDocument, type Ledger } from "../consensus/ledger/types.ts";

/**
 * The floating addresses of every document that may have been in force: the cluster file is only where the first one
 * came from, and it may have been edited since. One that is missed here would answer as soon as the gate opens for
 * another group of the same card (G3).
 */
export function everManaged(
  file: ClusterDocument,
  log: readonly Entry[],
  restored: Ledger | null = null,
): ReadonlySet<string> {
  const ips = new Set<string>();
  const take = ({ groups }: ClusterDocument): void => {
    for (const group of groups) for (const { ip } of addressesOf(group)) ips.add(ip);
  };
  take(file);
  for (const { document } of restored?.revisions ?? []) take(document);
  for (const { mayAnswer } of restored?.leases.values() ?? []) for (const ip of mayAnswer) ips.add(ip);
  for (const { payload } of log) {
    if (payload.type !== "command") continue;
    for (const command of (payload.command as Batch).commands) {
      if (command.type === "configure") take(command.document);
    }
  }
  return ips;
}
