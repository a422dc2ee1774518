/**
 * The life of one group on its holder. Pure: `holding.ts` says each time anew whether the group may be served
 * (`GroupWish`), this file takes the next step toward that, one verified step after the other, in the order of its
 * members:
 *
 *   gate live > for an address: conflict probe > address > announcement; for a service: start
 *
 * and back in the exact reverse (`stopping.ts`); what came of each step is taken in by `ends.ts`. Nothing is remembered of "where we were going": a wish that changes
 * between two steps changes the next step (T4).
 */
import type { Millis } from "../consensus/core/types.ts";
import { addressesOf, type GroupSpec } from "../consensus/ledger/types.ts";
import { beginMaking, isQuiet } from "./lane.ts";
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
  JUST_UP,
  membersOf,
  type ServiceLife,
} from "./member.ts";
import type { ServiceSpec } from "./port.ts";
import { clearAway, takeDown } from "./stopping.ts";
import type { HoldingAction } from "./types.ts";

/** Deadline of a probe's answer: RFC 5227's packet, not its timers. */
export const PROBE_WINDOW: Millis = 10;
const ANNOUNCE_AT: readonly Millis[] = [0, 100, 300, 1000, 3000, 10_000];
const ANNOUNCE_EVERY: Millis = 60_000;

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
  life.inherited = null;
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
  const asking = !member.probe.clear && (member.probe.id !== null || now < member.probe.notBefore);
  if (asking || !context.mayBegin("address")) return [];
  const { ip, prefix } = member.spec;
  const deadline = context.validUntil;
  if (!member.probe.clear) {
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

/** When an address is announced next, by how often it has been. */
export function announceAt({ base, count }: AddressLife["announced"]): Millis {
  const last = ANNOUNCE_AT.length - 1;
  return base + (ANNOUNCE_AT[count] ?? ANNOUNCE_AT[last]! + (count - last) * ANNOUNCE_EVERY);
}

/** At once, then ever more rarely: a switch or a neighbour may have missed the first. */
function announce(life: GroupLife, member: AddressLife, context: GroupContext): HoldingAction[] {
  const { now } = context;
  const justUp = member.announced.opening === JUST_UP;
  if (member.announced.opening !== context.openings) {
    member.announced = { opening: context.openings, base: now, count: 0 };
  }
  const { base, count } = member.announced;
  const last = ANNOUNCE_AT.length - 1;
  const at = announceAt(member.announced);
  if (now < at || (!justUp && !context.mayBegin("address"))) return [];
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
  if (!context.mayBegin("service")) return [];
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
