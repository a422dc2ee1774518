/** The desired configuration in the ledger: revisions, and what a document may not do to what is held. */
import type { NodeId } from "../core/types.ts";
import { documentFault } from "./document.ts";
import { closeFormer, forgetTimings } from "./forget.ts";
import { groupSpecOf } from "./query.ts";
import { putLease } from "./records.ts";
import { type CommandOf, type Place, refuse } from "./refuse.ts";
import { sameAddressKey } from "./subnet.ts";
import {
  addressesOf,
  type ClusterDocument,
  type GroupName,
  type GroupSpec,
  type Lease,
  type Ledger,
  type LedgerEvent,
  NO_TOKEN,
} from "./types.ts";

/** How many documents the ledger remembers. */
export const REVISION_LIMIT = 20;

export function configure(ledger: Ledger, at: Place, command: CommandOf<"configure">): LedgerEvent[] {
  const { baseRevision, document, by, note } = command;
  if (baseRevision !== ledger.revision) {
    return refuse(
      command,
      "revision-mismatch",
      `The document was made from revision ${baseRevision}; revision ${ledger.revision} is in force.`,
    );
  }
  const invalid = documentFault(document);
  if (invalid !== null) return refuse(command, "document-invalid", invalid);
  const held = heldFault(ledger, document);
  if (held !== null) return refuse(command, "group-held", held);
  const former = document.nodes.find(({ name }) => ledger.retired.has(name));
  if (former !== undefined) {
    // checklist 35: whoever remembers the one before must not take this one for it.
    const text = `${former.name} was a node of this cluster and was removed; a new node needs a name of its own.`;
    return refuse(command, "document-invalid", text);
  }

  return accept(ledger, at, document, by, note);
}

/** The document is the one in force from here on; whatever it names no more is forgotten. */
export function accept(
  ledger: Ledger,
  at: Place,
  document: ClusterDocument,
  by: string,
  note: string,
): LedgerEvent[] {
  for (const { name } of ledger.document?.nodes ?? []) {
    if (!document.nodes.some((node) => node.name === name)) ledger.retired.add(name);
  }
  keepProofs(ledger);
  ledger.document = document;
  ledger.revision += 1;
  const { revision } = ledger;
  ledger.revisions.push({ revision, index: at.index, at: at.at, by, note, document });
  if (ledger.revisions.length > REVISION_LIMIT) ledger.revisions.shift();
  ledger.timings.push({ revision, ttl: document.timing.ttl, rho: document.timing.rho });
  const events = follow(ledger, document);
  forgetTimings(ledger);
  return [{ type: "configured", revision }, ...events];
}

/** N10: a grant of before it recorded its proofs goes by those of the document so far. */
function keepProofs(ledger: Ledger): void {
  for (const lease of ledger.leases.values()) {
    const spec = groupSpecOf(ledger, lease.group);
    if (lease.accepts !== undefined || lease.state === "vacant" || spec === null) continue;
    putLease(ledger, { ...lease, accepts: spec.accepts });
  }
}

/** Leases, wishes and facts go with the groups and nodes that they are about. */
function follow(ledger: Ledger, document: ClusterDocument): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  const nodes = new Set(document.nodes.map((n) => n.name));
  for (const lease of [...ledger.leases.values()]) {
    const spec = groupSpecOf(ledger, lease.group);
    if (spec === null) {
      ledger.leases.delete(lease.group);
      continue;
    }
    let kept = lease;
    if (lease.state !== "vacant") kept = { ...kept, mayAnswer: withAddresses(lease.mayAnswer, spec) };
    if (lease.move !== null && !nodes.has(lease.move.to)) {
      const reason = `${lease.move.to} is no node of revision ${ledger.revision} any more`;
      events.push({ type: "move-ended", group: lease.group, requestId: lease.move.requestId, reason });
      kept = { ...kept, move: null };
    }
    if (kept !== lease) putLease(ledger, kept);
  }
  for (const group of document.groups) {
    if (!ledger.leases.has(group.name)) putLease(ledger, neverHeld(group.name));
  }
  for (const name of [...ledger.stopped.keys()]) if (!ledger.leases.has(name)) ledger.stopped.delete(name);
  for (const name of [...ledger.maintained.keys()]) {
    if (name !== null && !ledger.leases.has(name)) ledger.maintained.delete(name);
  }
  // What is known of its disk stays: it may still be asked for its vote, and no other store ever bears that name (R13.4, checklist 35).
  for (const known of [ledger.standby, ledger.cards, ledger.restarts]) {
    for (const node of [...known.keys()]) if (!nodes.has(node)) known.delete(node);
  }
  events.push(...closeFormer(ledger, nodes));
  return events;
}

/** The addresses that a grant may make its holder answer for, and those that it did before the document changed. */
export const withAddresses = (before: readonly string[], spec: GroupSpec): readonly string[] => {
  const own = addressesOf(spec).map((a) => a.ip);
  return own.every((ip) => before.includes(ip)) ? before : [...new Set([...before, ...own])];
};

const neverHeld = (group: GroupName): Lease => ({
  group,
  state: "vacant",
  token: NO_TOKEN,
  holder: null,
  reason: "",
  grantedOn: null,
  stopped: { kind: "never-held" },
  claim: null,
  mayAnswer: [],
  move: null,
  heir: null,
  promised: false,
  lastMoveRequest: null,
  report: null,
  failures: new Map(),
});

const isWitnessIn = (document: ClusterDocument, node: NodeId): boolean =>
  document.nodes.some(({ name, role }) => name === node && role === "witness");

/**
 * A held group's addresses may change, but none that it had under this grant goes to another group: a holder that lags
 * still answers for it (P1). So may the proofs it accepts; those of its grant count until its holder has followed (N10).
 */
function heldFault(ledger: Ledger, document: ClusterDocument): string | null {
  const nodes = new Set(document.nodes.map((n) => n.name));
  const specs = new Set(document.groups.map((g) => g.name));
  const owners = new Map<string, GroupName>();
  for (const group of document.groups) {
    for (const { ip } of addressesOf(group)) owners.set(sameAddressKey(ip), group.name);
  }
  for (const lease of ledger.leases.values()) {
    if (lease.state === "vacant" || lease.holder === null) continue;
    const where =
      lease.state === "held" ? `is held by ${lease.holder.node}` : `may still run on ${lease.holder.node}`;
    if (!specs.has(lease.group)) return `The group ${lease.group} ${where} and cannot be removed.`;
    for (const ip of lease.mayAnswer) {
      const owner = owners.get(sameAddressKey(ip)) ?? lease.group;
      if (owner === lease.group) continue;
      return `The group ${lease.group} ${where}; its address ${ip} cannot go to ${owner} before it is released.`;
    }
    if (isWitnessIn(document, lease.holder.node)) {
      return `The node ${lease.holder.node} cannot become a witness: ${lease.group} ${where}.`;
    }
    const { heir } = lease;
    if (heir !== null && !nodes.has(heir.session.node))
      return `The node ${heir.session.node} cannot be removed: ${lease.group} is about to go to it.`;
    if (heir !== null && isWitnessIn(document, heir.session.node))
      return `The node ${heir.session.node} cannot become a witness: ${lease.group} is about to go to it.`;
    if (!nodes.has(lease.holder.node)) {
      return `The node ${lease.holder.node} cannot be removed: ${lease.group} ${where}.`;
    }
  }
  return null;
}
