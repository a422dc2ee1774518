/**
 * The life of one group on its holder. Pure: `holding.ts` says each time anew whether the group may be served
 * (`GroupWish`), this file takes the next step toward that, one verified step after the other, in the order of its
 * members:
 *
 *   gate live > for an address: conflict probe > address > announcement; for a service: start
 *
 * and back in the exact reverse (`stopping.ts`). Nothing is remembered of "where we were going": a wish that changes
 * between two steps changes the next step (T4).
 */
import type { Millis } from "../consensus/core/types.ts";
import { addressesOf, type GroupSpec } from "../consensus/ledger/types.ts";
import { beginMaking, isQuiet, laneEnded } from "./lane.ts";
import {
  enter,
  type GroupContext,
  type GroupLife,
  type GroupWish,
  inJeopardy,
  note,
  serviceDeadline,
} from "./life.ts";
import {
  type AddressLife,
  freshProbe,
  isAddress,
  isService,
  type MemberLife,
  membersOf,
  type ServiceLife,
} from "./member.ts";
import type { ServiceSpec } from "./port.ts";
import { clearAway, stopEnded, takeDown } from "./stopping.ts";
import type { HoldingAction } from "./types.ts";

/** Deadline of a probe's answer: RFC 5227's packet, not its timers. */
export const PROBE_WINDOW: Millis = 10;
const PROBE_TRIES = 5;
const ADDRESS_TRIES = 3;
const ANNOUNCE_AT: readonly Millis[] = [0, 100, 300, 1000, 3000, 10_000];
const ANNOUNCE_EVERY: Millis = 60_000;
const RESTART_PAUSE_MAX: Millis = 2000;

/** The next steps toward the wish; an empty list when one is awaited. */
export function pursue(life: GroupLife, wish: GroupWish, context: GroupContext): HoldingAction[] {
  life.kept = wish.type === "keep" ? wish.by : null;
  switch (wish.type) {
    case "wait":
      return [];
    case "stop":
      return takeDown(life, wish, context);
    case "serve":
      life.unfollowed = null;
      return serve(life, wish, context);
    case "keep":
      return keep(life, wish, { ...context, validUntil: wish.validUntil });
  }
}

type Serve = Extract<GroupWish, { type: "serve" }>;
type Keep = Extract<GroupWish, { type: "keep" }>;

function serve(life: GroupLife, wish: Serve, context: GroupContext): HoldingAction[] {
  const { now } = context;
  const actions: HoldingAction[] = [];
  if (life.token !== wish.token) {
    begin(life, wish, now);
    for (const member of life.members) member.probe = freshProbe(!wish.probe);
    actions.push(note(life, "info", `granted token ${wish.token} (${wish.by})`));
  } else if (life.phase === "idle" || life.phase === "stopping" || life.phase === "stop-failed") {
    // The same lease, valid again or no longer asked back: nobody else had it in between.
    if (!life.members.every((member) => isQuiet(member.lane))) return actions;
    takeUp(life, wish.spec);
    for (const member of life.members) {
      member.exits = [];
      member.wasUp = false;
      member.probe = freshProbe(true);
    }
    life.grantedAt = now;
    enter(life, "granted", "may be served again", now);
    actions.push(note(life, "info", `may be served again under token ${wish.token}`));
  } else if (life.spec !== wish.spec) takeUp(life, wish.spec);
  life.carried = false;
  actions.push(...clearAway(life, context), ...wayUp(life, wish, context));
  return actions;
}

/** The right without the hands: what is there from before is taken over, everything else stays as it is. */
function keep(life: GroupLife, wish: Keep, context: GroupContext): HoldingAction[] {
  const actions: HoldingAction[] = [];
  if (life.token !== wish.token) {
    begin(life, wish, context.now);
    actions.push(note(life, "info", `granted token ${wish.token}; ${wish.by}: nothing is started`));
  }
  if (wish.unfollowed !== life.unfollowed) {
    life.unfollowed = wish.unfollowed;
    if (wish.unfollowed !== null)
      actions.push(note(life, "warn", `${wish.unfollowed}; not done: ${wish.by}`));
  }
  for (const member of life.members) {
    if (isAddress(member)) {
      const { ip } = member.spec;
      const ours = member.lane.presence !== "present" && context.found(ip) && !life.carried;
      if (ours && context.gateLive && context.managed(ip)) actions.push(...raise(life, member, context));
    } else if (member.lane.presence === "left" && (!life.carried || member.handed)) {
      if (member.spec !== null) actions.push(...run(life, member as ServiceLife, context));
    }
  }
  const heard = life.members.filter(isAddress).filter(({ lane }) => lane.presence === "present");
  if (context.gateLive && !life.carried) {
    for (const member of heard) actions.push(...announce(life, member, context));
  }
  const up = life.members.every((member) => member.lane.presence === "present");
  if (up && life.phase !== "running") actions.push(...isRunning(life, context.now));
  return actions;
}

function begin(life: GroupLife, wish: Serve | Keep, now: Millis): void {
  life.token = wish.token;
  life.grantedAt = now;
  life.inherited = false;
  life.carried = false;
  life.release = null;
  life.gaveUp = null;
  life.evidence = [];
  takeUp(life, wish.spec);
  for (const member of life.members) {
    member.exits = [];
    member.wasUp = false;
    member.lane.failures = 0;
  }
  enter(life, "granted", wish.by, now);
}

/** Another document of the same shape, or any document while nothing of the group is here but leftovers. */
function takeUp(life: GroupLife, spec: GroupSpec): void {
  life.spec = spec;
  life.members = membersOf(spec, life.members);
}

/**
 * What may begin now: each part when all before it are up; addresses beside each other go up together. A part that has
 * to be started again leaves those after it as they are.
 */
function wayUp(life: GroupLife, wish: Serve, context: GroupContext): HoldingAction[] {
  // Without a live gate nothing is heard. What is only run is guarded by its own guard.
  const behindGate = addressesOf(wish.spec).length > 0;
  if (behindGate && !context.gateLive) return [];
  const actions: HoldingAction[] = [];
  let below = true;
  let serviceBelow = true;
  for (const member of life.members) {
    const up = member.lane.presence === "present";
    if (isAddress(member)) {
      // An address the kernel does not manage would be up without a guard.
      if (up) actions.push(...announce(life, member, context));
      else if (serviceBelow && context.managed(member.spec.ip)) {
        actions.push(...raise(life, member, context));
      }
    } else {
      if (!up && below && member.spec !== null && context.guarded) {
        actions.push(...run(life, member as ServiceLife, context));
      }
      serviceBelow &&= up;
    }
    below &&= up;
  }
  if (below && life.phase !== "running") actions.push(...isRunning(life, context.now));
  return actions;
}

function raise(life: GroupLife, member: AddressLife, context: GroupContext): HoldingAction[] {
  const { now } = context;
  const { lane } = member;
  if (!isQuiet(lane) || now < lane.retryAt) return [];
  const { ip, prefix } = member.spec;
  const deadline = context.validUntil;
  if (!member.probe.clear) {
    if (member.probe.id !== null || now < member.probe.notBefore) return [];
    const id = context.nextId();
    member.probe = { ...member.probe, id };
    enter(life, "probing", `asking whether anybody still answers for ${ip}`, now);
    return [{ type: "probe", id, group: life.name, ip, window: PROBE_WINDOW, deadline }];
  }
  const id = context.nextId();
  beginMaking(lane, id);
  if (life.phase !== "restarting") enter(life, "starting", `adding ${ip}`, now);
  return [{ type: "add-address", id, group: life.name, ip, prefix, deadline }];
}

/** At once, then ever more rarely: a switch or a neighbour may have missed the first. */
function announce(life: GroupLife, member: AddressLife, context: GroupContext): HoldingAction[] {
  const { now } = context;
  if (member.announced.opening !== context.openings) {
    member.announced = { opening: context.openings, base: now, count: 0 };
  }
  const { base, count } = member.announced;
  const last = ANNOUNCE_AT.length - 1;
  const at = base + (ANNOUNCE_AT[count] ?? ANNOUNCE_AT[last]! + (count - last) * ANNOUNCE_EVERY);
  if (now < at) return [];
  // After a long pause one announcement stands for all that were missed.
  member.announced =
    count > last
      ? { ...member.announced, base: base + now - at, count: count + 1 }
      : { ...member.announced, count: count + 1 };
  return [{ type: "announce", group: life.name, ip: member.spec.ip, deadline: context.validUntil }];
}

function run(life: GroupLife, member: ServiceLife, context: GroupContext): HoldingAction[] {
  const { now } = context;
  const { lane } = member;
  if (!isQuiet(lane) || now < lane.retryAt || inJeopardy(context)) return [];
  const id = context.nextId();
  const adopt = lane.presence === "left";
  beginMaking(lane, id);
  member.exitedWhileStarting = null;
  const what = `${adopt ? "taking over" : "starting"} ${member.name}`;
  if (life.phase !== "restarting" && life.phase !== "running") enter(life, "starting", what, now);
  return [
    {
      type: "start-service",
      id,
      group: life.name,
      member: member.name,
      spec: serviceSpecOf(life, member),
      token: life.token,
      deadline: serviceDeadline(context),
      adopt,
    },
  ];
}

function serviceSpecOf(life: GroupLife, { spec }: ServiceLife): ServiceSpec {
  const name = `${life.name}.${spec.name}`;
  const { startTimeout } = spec;
  return spec.type === "unit"
    ? { type: "unit", name, unit: spec.unit, startTimeout }
    : { type: "command", name, command: spec.command, environment: spec.environment, startTimeout };
}

function isRunning(life: GroupLife, now: Millis): HoldingAction[] {
  const services = life.members.filter(isService);
  const what =
    services.length === 0
      ? life.members.length === 1
        ? "address up"
        : "addresses up"
      : services.length === 1
        ? "service running"
        : `${services.length} services running`;
  enter(life, "running", what, now);
  return [note(life, "info", `${what}, ${Math.round(now - life.grantedAt)} ms after the grant`)];
}

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
  member.announced = { ...member.announced, opening: -1 };
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
