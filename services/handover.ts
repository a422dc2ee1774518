/**
 * A restart in place (G4): what one daemon hands to its next incarnation, and how that one takes it up. Pure.
 *
 * The right belongs to the predecessor's session until its V, whichever process carries it out, as long as only one does:
 * the predecessor does nothing more once it has handed over.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { GroupName } from "../consensus/ledger/types.ts";
import { assert } from "../errors.ts";
import { gateDiesAt, inheritGate } from "./gating.ts";
import { isQuiet } from "./lane.ts";
import { enter, type GroupLife, newLife } from "./life.ts";
import { isAddress, isService, type MemberLife, membersOf, newMember } from "./member.ts";
import { mayServe, standingWith } from "./right.ts";
import type { Holding } from "./state.ts";
import { newStray, type Stray } from "./strays.ts";
import type { FoundAddress, HandedOver, HoldingAction } from "./types.ts";

/** The predecessor's side: everything that is served by right, and from now on nothing more is done. */
export function handOver(holding: Holding, now: Millis): HoldingAction[] {
  const { standing, gating } = holding;
  const { session, validUntil } = standing;
  holding.handOver = "over";
  const right = session !== null && now < validUntil;
  // What was itself taken over and not adopted yet is not passed on a second time: it ends with its own V.
  const groups = [...holding.lives.values()].flatMap((life) =>
    right && !life.carried && life.spec !== null && mayServe(standing, life, now) ? [partsOf(life)] : [],
  );
  const state: HandedOver = {
    session: right ? session : null,
    validUntil: right ? validUntil : now,
    gateDies: groups.length > 0 ? gateDiesAt(gating) : null,
    managed: [...(gating.armed ?? [])],
    groups,
  };
  return [{ type: "handed-over", state }];
}

function partsOf(life: GroupLife): HandedOver["groups"][number] {
  const members = life.members.filter((member) => member.spec !== null);
  return {
    spec: life.spec!,
    token: life.token,
    members: members.map(({ name, lane, exits }) => ({
      name,
      up: lane.presence === "present" && isQuiet(lane),
      exits,
    })),
  };
}

/** The next incarnation's side, before it has looked at the machine. */
export function takeInheritance(holding: Holding, handed: HandedOver, now: Millis): HoldingAction[] {
  assert(!holding.started && holding.inheritance === null, "an inheritance comes once, before the leftovers");
  const { session, validUntil } = handed;
  holding.inheritance = handed;
  if (session === null || now >= validUntil) return [];
  assert(session.node === holding.standing.self, "only this node's own daemon hands over to it");
  holding.standing = standingWith(holding.standing, { handed: { session, validUntil } });
  inheritGate(holding.gating, handed.gateDies !== null && now < handed.gateDies ? handed.gateDies : null);
  for (const { spec, token, members } of handed.groups) {
    const life = newLife(spec.name, holding.lives.size, now);
    life.spec = spec;
    life.token = token;
    life.carried = true;
    life.members = membersOf(spec, []);
    for (const member of life.members) {
      const known = members.find((other) => other.name === member.name);
      member.handed = known?.up === true;
      member.wasUp = member.handed;
      member.exits = [...(known?.exits ?? [])];
      member.probe = { ...member.probe, clear: true };
    }
    enter(life, "granted", "handed over by the daemon before", now);
    holding.lives.set(spec.name, life);
  }
  const names = handed.groups.map(({ spec }) => spec.name).join(", ") || "nothing";
  const left = Math.round(validUntil - now);
  const text = `handed over by the daemon before, for ${left} ms at most: ${names}`;
  return [{ type: "note", level: "info", group: null, text }];
}

/** What the machine shows of an inheritance is taken up; everything else is a leftover. */
export function sortLeftovers(
  holding: Holding,
  addresses: readonly FoundAddress[],
  services: readonly { readonly group: GroupName; readonly member: string }[],
  lifeOf: (name: GroupName) => GroupLife,
): void {
  const handed = new Map<string, MemberLife>();
  for (const { members } of holding.lives.values()) {
    for (const member of members) if (isAddress(member) && member.handed) handed.set(member.spec.ip, member);
  }
  const strays: Stray[] = [];
  for (const address of addresses) {
    const { ip, prefix } = address;
    holding.hands.there.set(ip, address);
    const member = handed.get(ip);
    if (member !== undefined) member.lane.presence = "present";
    else strays.push(newStray(ip, prefix, "left by an earlier daemon"));
  }
  holding.strays = [...holding.strays, ...strays];
  for (const { group, member: name } of services) {
    const life = lifeOf(group);
    const known = life.members.find((other) => other.name === name && isService(other));
    if (known !== undefined) known.lane.presence = "left";
    else life.members = [...life.members, leftMember(name)];
  }
}

function leftMember(name: string): MemberLife {
  const member = newMember(name, null);
  member.lane.presence = "left";
  return member;
}
