/** One ordered part of a group on this machine: an address or a service, with what is known of it. Pure. */
import type { Millis } from "../consensus/core/types.ts";
import type { AddressMember, GroupSpec, MemberSpec, ServiceMember } from "../consensus/ledger/types.ts";
import { emptyLane, isGone, type Lane } from "./lane.ts";

export type MemberState = "stopped" | "starting" | "running" | "restarting" | "stopping" | "failed";

interface Probe {
  readonly id: number | null;
  readonly clear: boolean;
  readonly conflicts: number;
  readonly notBefore: Millis;
}

export interface MemberLife {
  readonly name: string;
  /** As it is on the machine, or will be; null: processes of a predecessor that no document in force names. */
  spec: MemberSpec | null;
  readonly lane: Lane;
  probe: Probe;
  /** In which opening of the gate, since when, how often. */
  announced: { readonly opening: number; readonly base: Millis; readonly count: number };
  /** Ends of the service within its restart window. */
  exits: Millis[];
  exitedWhileStarting: string | null;
  /** It was up under this token before: being started again is a restart. */
  wasUp: boolean;
  /** When somebody else took the address away, within the last minute. */
  taken: Millis[];
  /** The daemon before handed it over as up (G4). */
  handed: boolean;
}

/** In no opening: it came up a moment ago, and what follows at once belongs to that. */
export const JUST_UP = -2;

export const freshProbe = (clear: boolean): Probe => ({
  id: null,
  clear,
  conflicts: 0,
  notBefore: Number.NEGATIVE_INFINITY,
});

export const newMember = (name: string, spec: MemberSpec | null): MemberLife => ({
  name,
  spec,
  lane: emptyLane(),
  probe: freshProbe(false),
  announced: { opening: -1, base: 0, count: 0 },
  exits: [],
  exitedWhileStarting: null,
  wasUp: false,
  taken: [],
  handed: false,
});

export type AddressLife = MemberLife & { readonly spec: AddressMember };
export type ServiceLife = MemberLife & { readonly spec: ServiceMember };

export const isAddress = (member: MemberLife): member is AddressLife => member.spec?.type === "address";
/** What a predecessor left without a name in the document can only be processes. */
export const isService = (member: MemberLife): boolean => member.spec?.type !== "address";

/** The parts of `spec` in its order, with what is known of those that are there; what else is there comes last. */
export function membersOf(spec: GroupSpec, known: readonly MemberLife[]): MemberLife[] {
  const rest = new Set(known.filter((member) => !isGone(member.lane)));
  const members = spec.members.map((part): MemberLife => {
    for (const member of rest) {
      const same = member.name === part.name && isService(member) === (part.type !== "address");
      if (!same) continue;
      rest.delete(member);
      member.spec = part;
      return member;
    }
    return newMember(part.name, part);
  });
  for (const member of rest) if (isService(member)) member.spec = null;
  return [...members, ...rest];
}

export const stateOf = (member: MemberLife): MemberState => {
  const { lane } = member;
  if (lane.undoing !== null) return "stopping";
  if (lane.making.size > 0 || member.probe.id !== null) return member.wasUp ? "restarting" : "starting";
  switch (lane.presence) {
    case "present":
      return "running";
    case "left":
      return "starting";
    case "absent":
      return "stopped";
    case "unknown":
      return lane.failures > 0 || !member.wasUp ? "failed" : "restarting";
  }
};

const sameMember = (a: MemberSpec, b: MemberSpec): boolean => {
  if (a.name !== b.name) return false;
  if (a.type === "address") return b.type === "address" && a.ip === b.ip && a.prefix === b.prefix;
  if (a.type === "unit") return b.type === "unit" && a.unit === b.unit;
  return (
    b.type === "command" &&
    JSON.stringify(a.command) === JSON.stringify(b.command) &&
    JSON.stringify(Object.entries(a.environment).sort()) ===
      JSON.stringify(Object.entries(b.environment).sort())
  );
};

/** What runs under `a` is what `b` asks for; limits and patience are taken up without a stop. */
export const sameShape = (a: GroupSpec, b: GroupSpec): boolean =>
  a === b ||
  (a.members.length === b.members.length &&
    a.members.every((member, index) => sameMember(member, b.members[index]!)));
