/** The cluster document: wire <-> core types. */
import { nodeId } from "../consensus/core/types.ts";
import {
  type ClusterDocument,
  type GroupSpec,
  groupName,
  type MemberSpec,
  type NodeSpec,
  type Preference,
  type ProofKind,
  type ServiceMember,
  type Timing,
} from "../consensus/ledger/types.ts";
import { arbitrationFromWire, arbitrationToWire, nodeRole, outletFromWire, outletToWire } from "./fencing.ts";
import type { leasehold } from "./generated/leasehold.js";
import {
  duration,
  enumeration,
  finite,
  fromUint64,
  name,
  refuse,
  required,
  toUint32,
  toUint64,
} from "./wire.ts";

/** Both a document and a recorded proof name it. */
export const proofKind = enumeration<ProofKind>("proof kind", {
  "never-held": 1,
  released: 2,
  guard: 3,
  fenced: 4,
  watchdog: 5,
  rebooted: 6,
  operator: 7,
});

export function documentToWire(document: ClusterDocument): leasehold.v1.LedgerDocument.$Properties {
  return {
    cluster: name(document.cluster, "the cluster's name"),
    timing: timing(document.timing),
    nodes: document.nodes.map(nodeToWire),
    groups: document.groups.map(groupToWire),
    ...arbitrationToWire(document),
  };
}

export function documentFromWire(wire: leasehold.v1.LedgerDocument): ClusterDocument {
  return {
    cluster: name(wire.cluster, "the cluster's name"),
    timing: timing(required(wire.timing, "timing")),
    nodes: wire.nodes.map(nodeFromWire),
    groups: wire.groups.map(groupFromWire),
    ...arbitrationFromWire(wire),
  };
}

/** Both ways: the wire's timing has the same fields. */
function timing(from: Timing): Timing {
  return {
    ttl: duration(from.ttl, "timing.ttl"),
    rho: finite(from.rho, "timing.rho"),
    heartbeat: duration(from.heartbeat, "timing.heartbeat"),
    suspectAfter: duration(from.suspectAfter, "timing.suspectAfter"),
    raftHeartbeat: duration(from.raftHeartbeat, "timing.raftHeartbeat"),
    electionMin: duration(from.electionMin, "timing.electionMin"),
    electionMax: duration(from.electionMax, "timing.electionMax"),
  };
}

function nodeToWire(node: NodeSpec): leasehold.v1.LedgerNodeSpec.$Properties {
  const { role, power } = node;
  return {
    name: name(node.name, "a node's name"),
    addresses: [...node.addresses],
    voter: node.voter,
    ...(role === undefined ? {} : { role: nodeRole.toWire(role) }),
    ...(power === undefined ? {} : { power: power.map((level) => ({ outlets: level.map(outletToWire) })) }),
  };
}

function nodeFromWire(wire: leasehold.v1.LedgerNodeSpec): NodeSpec {
  const { addresses, voter, role, power } = wire;
  return {
    name: nodeId(name(wire.name, "a node's name")),
    addresses,
    voter,
    ...(role === 0 ? {} : { role: nodeRole.fromWire(role) }),
    ...(power.length === 0 ? {} : { power: power.map((level) => level.outlets.map(outletFromWire)) }),
  };
}

function groupToWire(group: GroupSpec): leasehold.v1.LedgerGroupSpec.$Properties {
  return {
    name: name(group.name, "a group's name"),
    members: group.members.map(memberToWire),
    prefers: group.prefers.map(preferenceToWire),
    failbackAfter: group.failback === null ? null : duration(group.failback.after, "failback.after"),
    accepts: group.accepts.map(proofKind.toWire),
  };
}

function groupFromWire(wire: leasehold.v1.LedgerGroupSpec): GroupSpec {
  const after = wire.failbackAfter ?? null;
  return {
    name: groupName(name(wire.name, "a group's name")),
    members: wire.members.map(memberFromWire),
    prefers: wire.prefers.map(preferenceFromWire),
    failback: after === null ? null : { after: duration(after, "failback.after") },
    accepts: wire.accepts.map(proofKind.fromWire),
  };
}

const preferenceToWire = ({ node, weight }: Preference): leasehold.v1.LedgerPreference.$Properties => ({
  node: name(node, "a preferred node's name"),
  weight: finite(weight, "a preferred node's weight"),
});
const preferenceFromWire = (wire: leasehold.v1.LedgerPreference): Preference => ({
  node: nodeId(name(wire.node, "a preferred node's name")),
  weight: finite(wire.weight, "a preferred node's weight"),
});

/** An address with its prefix length. */
export const cidrToWire = (cidr: {
  readonly ip: string;
  readonly prefix: number;
}): leasehold.v1.LedgerCidr.$Properties => ({
  ip: cidr.ip,
  prefix: toUint32(cidr.prefix, "a prefix length"),
});
export const cidrFromWire = ({ ip, prefix }: leasehold.v1.LedgerCidr): { ip: string; prefix: number } => ({
  ip,
  prefix,
});

function memberToWire(member: MemberSpec): leasehold.v1.LedgerMember.$Properties {
  const own = name(member.name, "a member's name");
  switch (member.type) {
    case "address":
      return { name: own, address: cidrToWire(member) };
    case "command": {
      const environment = Object.entries(member.environment).map(([key, value]) => ({ name: key, value }));
      return { name: own, command: { words: [...member.command], environment, timing: service(member) } };
    }
    case "unit":
      return { name: own, unit: { unit: member.unit, timing: service(member) } };
    default:
      return refuse(`a member of type "${(member as { type?: unknown }).type}" is unknown`);
  }
}

function memberFromWire(wire: leasehold.v1.LedgerMember): MemberSpec {
  const own = name(wire.name, "a member's name");
  switch (wire.body) {
    case "address":
      return { type: "address", name: own, ...cidrFromWire(required(wire.address, "an address")) };
    case "command": {
      const { words, environment, timing } = required(wire.command, "a command");
      return {
        type: "command",
        name: own,
        command: words,
        environment: environmentFromWire(environment),
        ...serviceFromWire(timing),
      };
    }
    case "unit": {
      const { unit, timing } = required(wire.unit, "a unit");
      return { type: "unit", name: own, unit, ...serviceFromWire(timing) };
    }
    default:
      return refuse(`the member ${own} is of no kind that this version knows`);
  }
}

type ServiceTiming = Pick<ServiceMember, "startTimeout" | "stopTimeout" | "restarts">;

const service = (timing: ServiceTiming): leasehold.v1.LedgerServiceTiming.$Properties => ({
  startTimeout: duration(timing.startTimeout, "startTimeout"),
  stopTimeout: duration(timing.stopTimeout, "stopTimeout"),
  restartLimit: toUint64(timing.restarts.limit, "restarts.limit"),
  restartWindow: duration(timing.restarts.window, "restarts.window"),
});

function serviceFromWire(wire: leasehold.v1.LedgerServiceTiming | null | undefined): ServiceTiming {
  const timing = required(wire, "a service's timing");
  return {
    startTimeout: duration(timing.startTimeout, "startTimeout"),
    stopTimeout: duration(timing.stopTimeout, "stopTimeout"),
    restarts: {
      limit: fromUint64(timing.restartLimit, "restarts.limit"),
      window: duration(timing.restartWindow, "restarts.window"),
    },
  };
}

function environmentFromWire(wire: readonly leasehold.v1.LedgerVariable[]): Record<string, string> {
  const variables = new Map<string, string>();
  for (const variable of wire) {
    if (variables.has(variable.name)) refuse(`environment variable "${variable.name}" is given twice`);
    variables.set(variable.name, variable.value);
  }
  // fromEntries defines, never assigns: a variable named __proto__ is only a name.
  return Object.fromEntries(variables);
}
