/** Whether a document may take the place of the one in force, and what would change. */
import type { NodeId } from "../consensus/core/types.ts";
import {
  addressesOf,
  type CardFact,
  type ClusterDocument,
  type GroupSpec,
  type ServiceMember,
  servicesOf,
  type Timing,
} from "../consensus/ledger/types.ts";
import { formatCidr, parseAddress } from "./addresses.ts";
import { fencingWarnings } from "./arbitration.ts";
import { DEFAULT_PORTS, type Ports, readDocument, type Written } from "./cluster.ts";
import { diff } from "./diff.ts";
import type { Problem, Source } from "./document.ts";
import type { Reach } from "./reach.ts";
import { isGiven } from "./reading.ts";

export interface ApplyContext {
  /** The document in force; null: none yet. */
  readonly current: ClusterDocument | null;
  /** What the nodes have said of their cards; a node that is away may be missing. */
  readonly cards: ReadonlyMap<NodeId, readonly CardFact[]>;
  /** The ports that the nodes use; when left out, the usual ones. */
  readonly ports?: Ports;
}

export type ApplyVerdict =
  | {
      readonly ok: true;
      readonly document: ClusterDocument;
      /** A line each; empty: it is the document in force already. */
      readonly changes: readonly string[];
      /** Lawful, but a person should know. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Every problem at once, by line. Never throws for what a person has written. */
export function checkApply(source: Source, context: ApplyContext): ApplyVerdict {
  const written = readDocument(source, context.cards);
  const { reading, file, reach } = written;
  checkPorts(written, context.ports ?? DEFAULT_PORTS);
  if (context.current !== null) checkIdentity(written, context.current);
  if (file === null || !reading.ok) return { ok: false, problems: reading.problems };
  const { document } = file;
  return {
    ok: true,
    document,
    changes: diff(context.current, document),
    warnings: warningsOf(document, context, reach),
  };
}

/** Ports belong to each node's bootstrap document: the nodes could not find each other while they change. */
function checkPorts({ reading, fields }: Written, running: Ports): void {
  const at = fields?.("ports");
  if (at === undefined || !(at.value instanceof Map)) return;
  for (const name of ["peer", "heartbeat", "api"] as const) {
    const value: unknown = at.value.get(name);
    if (typeof value !== "number" || value === running[name]) continue;
    reading.complain(
      { value, key: name, up: at },
      `cannot be changed in a running cluster, which uses ${running[name]}; leave it out, or change it in each node's own bootstrap document with all nodes stopped`,
    );
  }
}

/** The cluster's name and its nodes are the ground that every running node stands on. */
function checkIdentity({ reading, fields, cluster, nodes }: Written, current: ClusterDocument): void {
  if (fields === null) return;
  if (cluster !== null && cluster !== current.cluster) {
    reading.complain(
      fields("cluster"),
      `is ${cluster}; this cluster is ${current.cluster}, and keeps its name`,
    );
  }
  if (nodes === null) return;
  const known = new Map(current.nodes.map((node) => [String(node.name), node]));
  const inForce = [...known.keys()].join(", ");
  const keep = "cannot be changed by applying a document";
  for (const { name, addresses, voter, fields: node } of nodes) {
    const before = name === null ? undefined : known.get(name);
    if (name === null) continue;
    if (before === undefined) {
      reading.complain(node("name"), `${name} is a new node; the set of nodes ${keep}: expected ${inForce}`);
      continue;
    }
    if (!addresses.includes(null) && addresses.join() !== before.addresses.join()) {
      const expected = before.addresses.join(", ");
      reading.complain(node("addresses"), `the addresses of ${name} ${keep}: expected ${expected}`);
    }
    if (voter !== null && voter !== before.voter)
      reading.complain(node("voter"), `whether ${name} votes ${keep}: expected ${before.voter}`);
  }
  const written = new Set(nodes.map(({ name }) => name));
  const missing = [...known.keys()].filter((name) => !written.has(name));
  // A node whose name could not be read may be the missing one.
  if (missing.length > 0 && !written.has(null) && isGiven(fields("nodes")))
    reading.complain(fields("nodes"), `${missing.join(", ")} is missing; the set of nodes ${keep}`);
}

function warningsOf(document: ClusterDocument, context: ApplyContext, reach: Reach): string[] {
  const { current, cards } = context;
  return [
    ...(current === null ? [] : timingWarnings(current.timing, document.timing)),
    ...(current === null ? [] : groupWarnings(current, document)),
    ...fencingWarnings(document),
    ...awayWarnings(document, cards),
    ...new Set(document.groups.flatMap((group) => doubtsOf(group, reach))),
  ];
}

function doubtsOf(group: GroupSpec, reach: Reach): string[] {
  return addressesOf(group).flatMap((member) => {
    const address = parseAddress(member.ip);
    if (address === null) return [];
    return reach
      .doubts(formatCidr(member), address, member.prefix)
      .map((text) => `group ${group.name}: ${text}`);
  });
}

function awayWarnings(document: ClusterDocument, cards: ApplyContext["cards"]): string[] {
  if (!document.groups.some((group) => addressesOf(group).length > 0)) return [];
  return document.nodes
    .filter(({ name }) => !cards.has(name))
    .map(
      ({ name }) =>
        `node ${name} has not said what cards it has: whether it can carry the addresses is not checked`,
    );
}

/** W of N1: how long the others wait for a lost holder's lease. */
const waitOf = ({ ttl, rho }: Timing): number => Math.ceil((ttl * (1 + rho)) / (1 - rho));

function timingWarnings(before: Timing, after: Timing): string[] {
  const warnings: string[] = [];
  const [old, now] = [waitOf(before), waitOf(after)];
  if (old !== now)
    warnings.push(`timing: a lost holder is replaced after ${now} ms of silence instead of ${old} ms`);
  if (after.ttl < before.ttl)
    warnings.push(`timing: a node that stalls for ${after.ttl} ms loses its leases; so far ${before.ttl} ms`);
  if (after.rho < before.rho)
    warnings.push(
      `timing: clocks must now run within ${after.rho * 100} % of real time; so far ${before.rho * 100} %`,
    );
  if (after.electionMax !== before.electionMax || after.electionMin !== before.electionMin)
    warnings.push(
      `timing: a lost leader is replaced after ${after.electionMin} to ${after.electionMax} ms; so far ${before.electionMin} to ${before.electionMax} ms`,
    );
  return warnings;
}

function groupWarnings(before: ClusterDocument, after: ClusterDocument): string[] {
  const wanted = new Map(after.groups.map((group) => [group.name, group]));
  return before.groups.flatMap((old) => {
    const now = wanted.get(old.name);
    if (now === undefined)
      return [
        `group ${old.name} is removed: no node may hold it by then; if one does, first: leasehold stop ${old.name}`,
      ];
    const reasons = [...addressReasons(old, now), ...serviceReasons(old, now)];
    return reasons.length === 0 ? [] : [`group ${old.name} stops and starts: ${reasons.join(", ")}`];
  });
}

function addressReasons(before: GroupSpec, after: GroupSpec): string[] {
  const list = (group: GroupSpec): string[] => addressesOf(group).map(formatCidr).sort();
  const [old, now] = [list(before), list(after)];
  if (old.join() === now.join()) return [];
  return [Math.max(old.length, now.length) > 1 ? "its addresses change" : "its address changes"];
}

function serviceReasons(before: GroupSpec, after: GroupSpec): string[] {
  const now = new Map(servicesOf(after).map((member) => [member.name, member]));
  const old = new Map(servicesOf(before).map((member) => [member.name, member]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => contentOf(old.get(name)) !== contentOf(now.get(name)))
    .map((name) => `its service ${name} ${now.has(name) ? (old.has(name) ? "changes" : "is new") : "goes"}`);
}

/** What a running process has been started with; timeouts and limits bind it without a restart. */
function contentOf(member: ServiceMember | undefined): string {
  if (member === undefined) return "";
  if (member.type === "unit") return JSON.stringify(member.unit);
  return JSON.stringify([member.command, Object.entries(member.environment).sort()]);
}
