/** What would make a document meaningless to the ledger. What a person typed is checked, with line numbers, before. */
import { isAddress, sameAddressKey } from "./subnet.ts";
import {
  addressesOf,
  type ClusterDocument,
  type GroupName,
  type GroupSpec,
  type MemberSpec,
  servicesOf,
  type Timing,
} from "./types.ts";

/** A document never changes, and the same one is judged when it is proposed, when it is applied, and when the log is read again. */
const judged = new WeakMap<ClusterDocument, { readonly fault: string | null }>();

/** The first fault as one sentence; null when there is none. Linear in the size of the document, once for each. */
export function documentFault(document: ClusterDocument): string | null {
  const known = judged.get(document);
  if (known !== undefined) return known.fault;
  const fault = faultOf(document);
  judged.set(document, { fault });
  return fault;
}

function faultOf(document: ClusterDocument): string | null {
  if (!document.nodes.some((n) => n.voter)) return "A cluster needs at least one voter.";
  const nodes = new Set<string>(document.nodes.map((n) => n.name));
  const witnesses = new Set<string>(
    document.nodes.filter(({ role }) => role === "witness").map(({ name }) => name),
  );
  return (
    timingFault(document.timing) ??
    firstOf(document.groups, (group) => groupFault(group, nodes, witnesses)) ??
    twice("node", document.nodes, (n) => n.name) ??
    twice("group", document.groups, (g) => g.name) ??
    twice("address", document.groups.flatMap(addressesOf), (a) => sameAddressKey(a.ip)) ??
    twice("unit", document.groups.flatMap(units), (unit) => unit)
  );
}

const units = (group: GroupSpec): string[] =>
  servicesOf(group).flatMap((service) => (service.type === "unit" ? [service.unit] : []));

function firstOf<T>(values: readonly T[], fault: (value: T) => string | null): string | null {
  for (const value of values) {
    const found = fault(value);
    if (found !== null) return found;
  }
  return null;
}

function twice<T>(what: string, values: readonly T[], keyOf: (value: T) => string): string | null {
  const seen = new Set<string>();
  for (const value of values) {
    const key = keyOf(value);
    if (seen.has(key)) return `The ${what} ${key} appears twice.`;
    seen.add(key);
  }
  return null;
}

const isSpan = (value: number): boolean => Number.isFinite(value) && value >= 0;

function timingFault(timing: Timing): string | null {
  const { rho, electionMin, electionMax } = timing;
  if (!(rho >= 0 && rho < 1)) return `timing.rho must be at least 0 and below 1, not ${rho}.`;
  for (const field of [
    "ttl",
    "heartbeat",
    "suspectAfter",
    "raftHeartbeat",
    "electionMin",
    "electionMax",
  ] as const) {
    const value = timing[field];
    if (!(value > 0 && Number.isFinite(value))) {
      return `timing.${field} must be a positive number of milliseconds, not ${value}.`;
    }
  }
  if (electionMax < electionMin) {
    return `timing.electionMax (${electionMax}) must not be below timing.electionMin (${electionMin}).`;
  }
  return null;
}

/** Names become "GROUP.MEMBER" on the node, so a dot in one of them could make two services one. */
const dotted = (what: string, name: string): string | null =>
  name === "" || name.includes(".") ? `The ${what} "${name}" must have a name without a dot.` : null;

function groupFault(
  group: GroupSpec,
  nodes: ReadonlySet<string>,
  witnesses: ReadonlySet<string>,
): string | null {
  const { name, members, prefers, failback } = group;
  if (members.length === 0) return `The group ${name} has no members; it needs at least one.`;
  const stranger = prefers.find(({ node }) => !nodes.has(node));
  if (stranger !== undefined) {
    return `The group ${name} prefers ${stranger.node}, which is no node of the cluster.`;
  }
  const idle = prefers.find(({ node }) => witnesses.has(node));
  if (idle !== undefined)
    return `The group ${name} prefers ${idle.node}, which is a witness and holds nothing.`;
  const odd = prefers.find(({ weight }) => !Number.isFinite(weight));
  if (odd !== undefined) return `The group ${name} prefers ${odd.node} with a weight that is no number.`;
  if (failback !== null && !isSpan(failback.after)) {
    return `The failback of ${name} must be after a number of milliseconds, not ${failback.after}.`;
  }
  return (
    dotted("group", name) ??
    firstOf(members, (member) => memberFault(name, member)) ??
    twice(`member of ${name}`, members, (member) => member.name) ??
    twice(`preferred node of ${name}`, prefers, ({ node }) => node)
  );
}

function memberFault(group: GroupName, member: MemberSpec): string | null {
  const where = `The member ${member.name} of ${group}`;
  const wrong = dotted(`member of ${group}`, member.name);
  if (wrong !== null) return wrong;
  if (member.type === "address") {
    return isAddress(member) ? null : `${where} is no address: ${member.ip}/${member.prefix}.`;
  }
  if (member.type === "command" && (member.command[0] ?? "") === "") return `${where} has no program.`;
  if (member.type === "unit" && member.unit === "") return `${where} names no unit.`;
  const { startTimeout, stopTimeout, restarts } = member;
  const times = [startTimeout, stopTimeout, restarts.limit, restarts.window];
  return times.every(isSpan) ? null : `${where} has a timeout or a limit that is negative or no number.`;
}
