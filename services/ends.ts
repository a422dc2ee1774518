/**
 * What came of the steps of one group: a probe answered, an address up, a service that did not start or has ended. It
 * changes what is known, and says when this node gives the group up. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { laneEnded } from "./lane.ts";
import { enter, type GroupContext, type GroupLife, note, serviceDeadline } from "./life.ts";
import {
  type AddressLife,
  isAddress,
  isService,
  JUST_UP,
  type MemberLife,
  type ServiceLife,
} from "./member.ts";
import { stopEnded } from "./stopping.ts";
import type { HoldingAction } from "./types.ts";

const PROBE_TRIES = 5;
const ADDRESS_TRIES = 3;
const RESTART_PAUSE_MAX: Millis = 2000;

/** Take the end of an action of this group; null when the id is none of its own. */
export function groupEnded(
  life: GroupLife,
  end: { readonly id: number; readonly ok: boolean; readonly detail: string },
  context: GroupContext,
): HoldingAction[] | null {
  for (const member of life.members) {
    if (member.probe.id === end.id) return probeEnded(life, member, end, context);
    const ended = laneEnded(member.lane, end.id, end.ok, end.detail);
    if (ended === null) continue;
    if (ended === "made") return made(life, member, context);
    if (ended !== "not-made") return stopEnded(life, member, ended, end.detail, context);
    // Refused by the clock (T4), not by the machine: it is tried again as long as the right holds.
    if (end.detail === "late") return [];
    return isAddress(member)
      ? addressNotMade(life, member, end.detail, context)
      : exited(life, member, `${member.name} did not start: ${end.detail}`, context);
  }
  return null;
}

function made(life: GroupLife, member: MemberLife, context: GroupContext): HoldingAction[] {
  if (!isAddress(member)) {
    if (member.exitedWhileStarting !== null) {
      return exited(life, member, member.exitedWhileStarting, context);
    }
    member.wasUp = true;
    return [];
  }
  member.announced = { ...member.announced, opening: JUST_UP };
  const ms = Math.round(context.now - life.grantedAt);
  const first = !member.wasUp;
  member.wasUp = true;
  const when = first ? `${ms} ms after the grant` : "again";
  return [note(life, "info", `address ${member.spec.ip} up and announced ${when}`)];
}

function probeEnded(
  life: GroupLife,
  member: MemberLife,
  end: { readonly ok: boolean; readonly detail: string },
  context: GroupContext,
): HoldingAction[] {
  if (end.ok) {
    member.probe = { ...member.probe, id: null, clear: true };
    return [];
  }
  const notBefore = context.now + Math.max(50, context.ttl / 4);
  const late = end.detail === "late";
  const conflicts = member.probe.conflicts + (late ? 0 : 1);
  member.probe = { ...member.probe, id: null, notBefore, conflicts };
  if (late) return [];
  if (conflicts >= PROBE_TRIES) {
    life.gaveUp = `somebody still answers for the address after ${PROBE_TRIES} probes: ${end.detail}`;
    return [note(life, "warn", `not taking the address: ${life.gaveUp}`)];
  }
  return [note(life, "warn", `somebody answers for the address: ${end.detail}; not taking it, asking again`)];
}

function addressNotMade(
  life: GroupLife,
  { lane, spec }: AddressLife,
  detail: string,
  context: GroupContext,
): HoldingAction[] {
  lane.retryAt = context.now + context.ttl / 4;
  if (lane.failures < ADDRESS_TRIES) return [];
  life.gaveUp = `the address ${spec.ip} could not be added: ${detail}`;
  return [note(life, "warn", life.gaveUp)];
}

/** The service has ended by itself: start it again here, and after too many times in the window give the group up. */
export function serviceExited(
  life: GroupLife,
  name: string,
  end: { readonly why: string; readonly byGuard: boolean },
  context: GroupContext,
): HoldingAction[] {
  const member = life.members.find((other) => other.name === name && isService(other));
  if (member === undefined) return [];
  const why = `${name}: ${end.why}`;
  if (member.lane.making.size > 0) {
    member.exitedWhileStarting = why;
    return [];
  }
  if (member.lane.presence !== "present" || member.lane.undoing !== null) return [];
  return exited(life, member, why, context, end.byGuard);
}

function exited(
  life: GroupLife,
  member: MemberLife,
  why: string,
  context: GroupContext,
  byGuard = false,
): HoldingAction[] {
  const { now } = context;
  // Its main process is gone; what it left in the cgroup is killed by the next start, or by the stop.
  member.lane.presence = "unknown";
  if (life.phase === "stopping" || life.phase === "stop-failed") return [];
  // Killed by its guard at the deadline: that is no failure of the service.
  if (now >= serviceDeadline(context)) return [];
  if (life.kept !== null) {
    enter(life, "restarting", `${why}; not started again: ${life.kept}`, now);
    return [note(life, "warn", life.why)];
  }
  if (byGuard) {
    enter(life, "restarting", why, now);
    return [note(life, "warn", `${why}, before this node was confirmed again; starting it again`)];
  }
  const { limit, window } =
    member.spec === null || isAddress(member)
      ? { limit: 0, window: 0 }
      : (member as ServiceLife).spec.restarts;
  member.exits = member.exits.filter((at) => now - at < window);
  if (member.exits.length >= limit) {
    life.gaveUp = `${why}; restarted ${member.exits.length} times within ${Math.round(window / 1000)} s, the limit`;
    return [note(life, "warn", `giving up here: ${life.gaveUp}`)];
  }
  // The first restart is immediate; a service that dies at once must not take the node with it.
  const pause = member.exits.length === 0 ? 0 : Math.min(RESTART_PAUSE_MAX, 50 * 2 ** member.exits.length);
  member.exits.push(now);
  member.lane.retryAt = now + pause;
  member.wasUp = true;
  enter(life, "restarting", why, now);
  return [note(life, "warn", `${why}; restart ${member.exits.length} of ${limit} in place`)];
}
