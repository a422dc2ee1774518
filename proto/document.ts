/** The cluster document: wire <-> core types. */
import { nodeId } from "../consensus/core/types.ts";
import {
  type ClusterDocument,
  type GroupSpec,
  groupName,
  type NodeSpec,
  type ProofKind,
  type Timing,
} from "../consensus/ledger/types.ts";
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

const proofKind = enumeration<ProofKind>("proof kind", {
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
  };
}

export function documentFromWire(wire: leasehold.v1.LedgerDocument): ClusterDocument {
  return {
    cluster: name(wire.cluster, "the cluster's name"),
    timing: timing(required(wire.timing, "timing")),
    nodes: wire.nodes.map(nodeFromWire),
    groups: wire.groups.map(groupFromWire),
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
  return { name: name(node.name, "a node's name"), addresses: [...node.addresses], voter: node.voter };
}

function nodeFromWire(wire: leasehold.v1.LedgerNodeSpec): NodeSpec {
  return { name: nodeId(name(wire.name, "a node's name")), addresses: wire.addresses, voter: wire.voter };
}

function groupToWire(group: GroupSpec): leasehold.v1.LedgerGroupSpec.$Properties {
  return {
    name: name(group.name, "a group's name"),
    address: { ip: group.address.ip, prefix: toUint32(group.address.prefix, "a prefix length") },
    command: group.command === null ? null : { words: [...group.command] },
    environment: Object.entries(group.environment).map(([key, value]) => ({ name: key, value })),
    prefers: group.prefers.map((node) => name(node, "a preferred node's name")),
    failback: group.failback,
    restarts: {
      limit: toUint64(group.restarts.limit, "restarts.limit"),
      window: duration(group.restarts.window, "restarts.window"),
    },
    stopTimeout: duration(group.stopTimeout, "stopTimeout"),
    accepts: group.accepts.map(proofKind.toWire),
  };
}

function groupFromWire(wire: leasehold.v1.LedgerGroupSpec): GroupSpec {
  const address = required(wire.address, "a group's address");
  const restarts = required(wire.restarts, "a group's restarts");
  const command = wire.command;
  return {
    name: groupName(name(wire.name, "a group's name")),
    address: { ip: address.ip, prefix: address.prefix },
    command: command === null ? null : command.words,
    environment: environmentFromWire(wire.environment),
    prefers: wire.prefers.map((node) => nodeId(name(node, "a preferred node's name"))),
    failback: wire.failback,
    restarts: {
      limit: fromUint64(restarts.limit, "restarts.limit"),
      window: duration(restarts.window, "restarts.window"),
    },
    stopTimeout: duration(wire.stopTimeout, "stopTimeout"),
    accepts: wire.accepts.map(proofKind.fromWire),
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
