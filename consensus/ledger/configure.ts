/** The desired configuration in the ledger. What a person typed is checked, with line numbers, before it gets here. */
import type { NodeId } from "../core/types.ts";
import { type CommandOf, refuse } from "./refuse.ts";
import {
  type ClusterDocument,
  type GroupName,
  type GroupSpec,
  type Lease,
  type Ledger,
  type LedgerEvent,
  NO_TOKEN,
} from "./types.ts";

export function configure(ledger: Ledger, command: CommandOf<"configure">): LedgerEvent[] {
  const { baseRevision, document } = command;
  if (baseRevision !== ledger.revision) {
    return refuse(
      command,
      "revision-mismatch",
      `The document was made from revision ${baseRevision}; revision ${ledger.revision} is in force.`,
    );
  }
  const invalid = documentFault(document);
  if (invalid !== null) return refuse(command, "document-invalid", invalid);
  const hasty = timingFault(ledger, document);
  if (hasty !== null) return refuse(command, "document-invalid", hasty);
  const held = heldFault(ledger, document);
  if (held !== null) return refuse(command, "group-held", held);

  ledger.document = document;
  ledger.revision += 1;
  const events: LedgerEvent[] = [{ type: "configured", revision: ledger.revision }];
  const wanted = new Set(document.groups.map((g) => g.name));
  const nodes = new Set(document.nodes.map((n) => n.name));
  for (const lease of [...ledger.leases.values()]) {
    if (!wanted.has(lease.group)) {
      ledger.leases.delete(lease.group);
    } else if (lease.move !== null && !nodes.has(lease.move.to)) {
      const reason = `${lease.move.to} is no node of revision ${ledger.revision} any more`;
      events.push({ type: "move-ended", group: lease.group, requestId: lease.move.requestId, reason });
      ledger.leases.set(lease.group, { ...lease, move: null });
    }
  }
  for (const group of document.groups) {
    if (!ledger.leases.has(group.name)) ledger.leases.set(group.name, neverHeld(group.name));
  }
  return events;
}

const neverHeld = (group: GroupName): Lease => ({
  group,
  state: "vacant",
  token: NO_TOKEN,
  holder: null,
  reason: "",
  grantedOn: null,
  stopped: { kind: "never-held" },
  claim: null,
  move: null,
  lastMoveRequest: null,
  report: null,
  failures: new Map(),
});

/** What would make the ledger's own rules meaningless; null when nothing does. */
function documentFault(document: ClusterDocument): string | null {
  const twice = (what: string, names: readonly string[]): string | null => {
    const again = names.find((name, i) => names.indexOf(name) !== i);
    return again === undefined ? null : `The ${what} ${again} appears twice.`;
  };
  const nodes = new Set<NodeId>(document.nodes.map((n) => n.name));
  if (!document.nodes.some((n) => n.voter)) return "A cluster needs at least one voter.";
  const { ttl, rho } = document.timing;
  if (!(ttl > 0 && Number.isFinite(ttl)))
    return `timing.ttl must be a positive number of milliseconds, not ${ttl}.`;
  if (!(rho >= 0 && rho < 1)) return `timing.rho must be at least 0 and below 1, not ${rho}.`;
  for (const group of document.groups) {
    const stranger = group.prefers.find((node) => !nodes.has(node));
    if (stranger !== undefined)
      return `The group ${group.name} prefers ${stranger}, which is no node of the cluster.`;
  }
  return (
    twice(
      "node",
      document.nodes.map((n) => n.name),
    ) ??
    twice(
      "group",
      document.groups.map((g) => g.name),
    ) ??
    twice(
      "address",
      document.groups.map((g) => g.address.ip),
    )
  );
}

/**
 * N1: a holder that has not applied the new document counts its lease by the old TTL, and whoever waits for it would
 * wait by the new one. Longer is lawful: whoever may expire a session has applied it.
 */
function timingFault({ document: before }: Ledger, after: ClusterDocument): string | null {
  if (before === null) return null;
  for (const field of ["ttl", "rho"] as const) {
    if (after.timing[field] < before.timing[field]) {
      return `timing.${field} cannot shrink from ${before.timing[field]} to ${after.timing[field]} while the cluster runs.`;
    }
  }
  return null;
}

const sameAccepts = (a: GroupSpec, b: GroupSpec): boolean =>
  [...a.accepts].sort().join() === [...b.accepts].sort().join();

/**
 * While somebody serves a group, or may (orphaned), its address stays: the recorded guard covers that one. So do the
 * proofs it accepts: the holder acts on those of its own grant, never on what a newer ledger says (N10).
 */
function heldFault(ledger: Ledger, document: ClusterDocument): string | null {
  const nodes = new Set(document.nodes.map((n) => n.name));
  for (const lease of ledger.leases.values()) {
    if (lease.state === "vacant" || lease.holder === null) continue;
    const where =
      lease.state === "held" ? `is held by ${lease.holder.node}` : `may still run on ${lease.holder.node}`;
    const before = ledger.document?.groups.find((g) => g.name === lease.group);
    const after = document.groups.find((g) => g.name === lease.group);
    if (after === undefined) return `The group ${lease.group} ${where} and cannot be removed.`;
    if (before === undefined) continue;
    if (before.address.ip !== after.address.ip || before.address.prefix !== after.address.prefix) {
      return `The group ${lease.group} ${where}; its address cannot change from ${before.address.ip}.`;
    }
    if (!sameAccepts(before, after)) {
      return `The group ${lease.group} ${where}; the proofs it accepts cannot change before it is released.`;
    }
    if (!nodes.has(lease.holder.node)) {
      return `The node ${lease.holder.node} cannot be removed: ${lease.group} ${where}.`;
    }
  }
  return null;
}
