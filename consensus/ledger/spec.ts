/** What the cluster is to be: the one document, with its nodes, groups, timing and arbitration. */
import type { Millis, NodeId } from "../core/types.ts";
import type { GroupName } from "./ids.ts";

/** Replicated timing; milliseconds. `rho`: the bound of each clock's rate error against real time (0.01 = 1 %). */
export interface Timing {
  readonly ttl: Millis;
  readonly rho: number;
  /** Period of UDP heartbeats. */
  readonly heartbeat: Millis;
  /** Silence after which a peer counts as not heard; well under ttl, so that Suspect commits before W is over. */
  readonly suspectAfter: Millis;
  readonly raftHeartbeat: Millis;
  readonly electionMin: Millis;
  readonly electionMax: Millis;
}

export interface NodeSpec {
  readonly name: NodeId;
  /** One IP address per path (LAN, heartbeat network, ...); each is a path for heartbeats and for the peer stream. */
  readonly addresses: readonly string[];
  readonly voter: boolean;
  /** witness: votes, and holds no group. Absent: full. */
  readonly role?: NodeRole;
  /** How this node is switched off: levels, tried in order; all outlets of a level must show it off. Absent: by no device. */
  readonly power?: readonly (readonly Outlet[])[];
}

export type NodeRole = "full" | "witness";

/** One outlet of a fence device of the document, as that device names it. */
export interface Outlet {
  readonly device: string;
  readonly outlet: string;
}

/** A device that can switch nodes off and say whether they are. The operator is always one, and is not listed. */
export interface FenceDeviceSpec {
  readonly name: string;
  /** lab: a Unix socket of the test lab. */
  readonly type: "lab";
  readonly socket: string;
  /** What off and the status after it take together, milliseconds, until enough of them have been measured (R11). */
  readonly bound: Millis;
  /** When one answer of it is given up. */
  readonly timeout: Millis;
}

/** Two nodes: by what a survivor tells that it is not itself the one that is cut off. Times in milliseconds. */
export interface Arbitration {
  /** IP addresses in canonical text: gateway, switches, servers. */
  readonly targets: readonly string[];
  /** From one round of probes to the next. */
  readonly period: Millis;
  /** When the probes of a round that are not answered are given up. */
  readonly timeout: Millis;
  /** The lower one in so many rounds in a row surrenders. */
  readonly rounds: number;
  /** A node that surrendered comes back when it has reached enough targets for so long; null: on the operator's word. */
  readonly returnAfter: Millis | null;
  /** A node that was shot is switched on again once that is committed. */
  readonly switchOn: boolean;
  /** Without any device and third voter: to go on alone on the guard's proof, and what that risks. */
  readonly acceptNonTransitiveRisk: boolean;
}

export type ProofKind = "never-held" | "released" | "guard" | "fenced" | "watchdog" | "rebooted" | "operator";

/** Restarts in place within `window` before the group moves. */
export interface Restarts {
  readonly limit: number;
  readonly window: Millis;
}

interface ServiceTiming {
  /** Bound on a start before it counts as failed. */
  readonly startTimeout: Millis;
  /** Bound on an orderly stop before its cgroup is killed. */
  readonly stopTimeout: Millis;
  readonly restarts: Restarts;
}

/** One part of a group. `name` is unique in its group. */
export type MemberSpec =
  | AddressMember
  /** Program and arguments, run in the foreground in a cgroup of its own. `environment` is added. */
  | CommandMember
  /** A systemd unit, started and stopped through systemd; it must not be enabled (R15). */
  | UnitMember;
/** A floating address, IPv4 or IPv6 (canonical text), with its prefix length. Its card is the node's primary card in the same subnet. */
export interface AddressMember {
  readonly type: "address";
  readonly name: string;
  readonly ip: string;
  readonly prefix: number;
}
export interface CommandMember extends ServiceTiming {
  readonly type: "command";
  readonly name: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}
export interface UnitMember extends ServiceTiming {
  readonly type: "unit";
  readonly name: string;
  readonly unit: string;
}
export type ServiceMember = CommandMember | UnitMember;

/** Greater weights come first; among equal ones the order of the document. Nodes not named weigh 0. */
export interface Preference {
  readonly node: NodeId;
  readonly weight: number;
}

export interface GroupSpec {
  readonly name: GroupName;
  /** Started in this order, stopped in reverse. At least one. */
  readonly members: readonly MemberSpec[];
  /** Best first. */
  readonly prefers: readonly Preference[];
  /**
   * Null: it stays where it is. Else it moves back to a better preferred node once that one has been ready for
   * `after` milliseconds.
   */
  readonly failback: { readonly after: Millis } | null;
  /** Which proofs of stop are strong enough for this group ("never-held" always is). */
  readonly accepts: readonly ProofKind[];
}

export const addressesOf = (spec: GroupSpec): readonly AddressMember[] =>
  spec.members.filter((member) => member.type === "address");
export const servicesOf = (spec: GroupSpec): readonly ServiceMember[] =>
  spec.members.filter((member) => member.type !== "address");

/** The one document that describes a cluster; the node's own file holds identity, cards and keys. */
export interface ClusterDocument {
  readonly cluster: string;
  readonly timing: Timing;
  readonly nodes: readonly NodeSpec[];
  readonly groups: readonly GroupSpec[];
  /** Only two voters go by it. Absent: two that lose each other wait for each other. */
  readonly arbitration?: Arbitration;
  /** Absent: none. */
  readonly devices?: readonly FenceDeviceSpec[];
}
