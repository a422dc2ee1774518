/**
 * The life of one group on its holder. Pure: `holding.ts` says each time anew whether the group may be served
 * (`GroupWish`), this file takes the next step toward that, one verified step after the other:
 *
 *   gate live > conflict probe > address > announcement > service        and back in the exact reverse.
 *
 * Nothing is remembered of "where we were going": a wish that changes between two steps changes the next step (T4).
 */
import type { Millis } from "../consensus/core/types.ts";
import type { GroupSpec } from "../consensus/ledger/types.ts";
import { beginMaking, isQuiet, laneEnded } from "./lane.ts";
import {
  enter,
  freshProbe,
  type GroupContext,
  type GroupLife,
  type GroupWish,
  inJeopardy,
  note,
  serviceDeadline,
} from "./life.ts";
import { stopEnded, takeDown } from "./stopping.ts";
import type { HoldingAction } from "./types.ts";

/** Deadline of a probe's answer: RFC 5227's packet, not its timers. */
export const PROBE_WINDOW: Millis = 10;
const PROBE_TRIES = 5;
const ADDRESS_TRIES = 3;
const ANNOUNCE_AT: readonly Millis[] = [0, 100, 300, 1000, 3000, 10_000];
const ANNOUNCE_EVERY: Millis = 60_000;
const RESTART_PAUSE_MAX: Millis = 2000;

/** The next step toward the wish; an empty list when one is awaited. */
export function pursue(life: GroupLife, wish: GroupWish, context: GroupContext): HoldingAction[] {
  switch (wish.type) {
    case "wait":
      return [];
    case "stop":
      life.probe = { ...life.probe, id: null };
      return takeDown(life, wish, context);
    case "serve":
      return serve(life, wish, context);
  }
}

type Serve = Extract<GroupWish, { type: "serve" }>;

function serve(life: GroupLife, wish: Serve, context: GroupContext): HoldingAction[] {
  const { now } = context;
  const actions: HoldingAction[] = [];
  if (life.token !== wish.token) {
    begin(life, wish, now);
    actions.push(note(life, "info", `granted token ${wish.token} (${wish.by})`));
  } else if (life.phase === "idle" || life.phase === "stopping" || life.phase === "stop-failed") {
    // The same lease, valid again or no longer asked back: nobody else had it in between.
    if (!isQuiet(life.address) || !isQuiet(life.service)) return actions;
    life.spec = wish.spec;
    life.exits = [];
    life.probe.clear = true;
    life.grantedAt = now;
    enter(life, "granted", "may be served again", now);
    actions.push(note(life, "info", `may be served again under token ${wish.token}`));
  }
  // An address the kernel does not manage would be up without a guard; and without a live gate nothing is heard.
  if (!context.gateLive || !context.managed(wish.spec.address.ip)) return actions;
  if (life.address.presence !== "present") {
    actions.push(...raiseAddress(life, wish, context));
    return actions;
  }
  actions.push(...announce(life, wish.spec, context), ...runService(life, wish.spec, context));
  return actions;
}

function begin(life: GroupLife, wish: Serve, now: Millis): void {
  life.token = wish.token;
  life.spec = wish.spec;
  life.grantedAt = now;
  life.probe = { ...freshProbe(), clear: !wish.probe };
  life.inherited = false;
  life.release = null;
  life.exits = [];
  life.gaveUp = null;
  life.evidence = [];
  life.address.failures = 0;
  life.service.failures = 0;
  enter(life, "granted", wish.by, now);
}

function raiseAddress(life: GroupLife, wish: Serve, context: GroupContext): HoldingAction[] {
  const { now } = context;
  if (!isQuiet(life.address) || now < life.address.retryAt) return [];
  const { ip, prefix } = wish.spec.address;
  const deadline = context.validUntil;
  if (!life.probe.clear) {
    if (life.probe.id !== null || now < life.probe.notBefore) return [];
    const id = context.nextId();
    life.probe.id = id;
    enter(life, "probing", `asking whether anybody still answers for ${ip}`, now);
    return [{ type: "probe", id, group: life.name, ip, window: PROBE_WINDOW, deadline }];
  }
  const id = context.nextId();
  beginMaking(life.address, id);
  enter(life, "starting", `adding ${ip}`, now);
  return [{ type: "add-address", id, group: life.name, ip, prefix, deadline }];
}

/** At once, then ever more rarely: a switch or a neighbour may have missed the first. */
function announce(life: GroupLife, spec: GroupSpec, context: GroupContext): HoldingAction[] {
  const { now } = context;
  if (life.announced.opening !== context.openings) {
    life.announced = { opening: context.openings, base: now, count: 0 };
  }
  const { base, count } = life.announced;
  const last = ANNOUNCE_AT.length - 1;
  const at = base + (ANNOUNCE_AT[count] ?? ANNOUNCE_AT[last]! + (count - last) * ANNOUNCE_EVERY);
  if (now < at) return [];
  // After a long pause one announcement stands for all that were missed.
  life.announced =
    count > last
      ? { ...life.announced, base: base + now - at, count: count + 1 }
      : { ...life.announced, count: count + 1 };
  return [{ type: "announce", group: life.name, ip: spec.address.ip, deadline: context.validUntil }];
}

function runService(life: GroupLife, spec: GroupSpec, context: GroupContext): HoldingAction[] {
  const { now } = context;
  if (spec.command === null || life.service.presence === "present") {
    if (life.phase === "running") return [];
    return isRunning(life, now, spec.command === null ? "address up" : "service running");
  }
  if (!isQuiet(life.service) || now < life.service.retryAt || inJeopardy(context)) return [];
  const id = context.nextId();
  const adopt = life.service.presence === "left";
  beginMaking(life.service, id);
  life.exitedWhileStarting = null;
  if (life.phase !== "restarting")
    enter(life, "starting", adopt ? "taking over the service" : "starting the service", now);
  return [
    {
      type: "start-service",
      id,
      group: life.name,
      command: spec.command,
      environment: spec.environment,
      token: life.token,
      deadline: serviceDeadline(context),
      adopt,
    },
  ];
}

function isRunning(life: GroupLife, now: Millis, what: string): HoldingAction[] {
  enter(life, "running", what, now);
  return [note(life, "info", `${what}, ${Math.round(now - life.grantedAt)} ms after the grant`)];
}

/** Take the end of an action of this group; null when the id is none of its own. */
export function groupEnded(
  life: GroupLife,
  end: { readonly id: number; readonly ok: boolean; readonly detail: string },
  context: GroupContext,
): HoldingAction[] | null {
  if (life.probe.id === end.id) return probeEnded(life, end, context);
  const address = laneEnded(life.address, end.id, end.ok, end.detail);
  if (address === "made") {
    life.announced = { ...life.announced, opening: -1 };
    const ms = Math.round(context.now - life.grantedAt);
    return [note(life, "info", `address ${life.spec?.address.ip} up and announced ${ms} ms after the grant`)];
  }
  if (address === "not-made") return addressNotMade(life, end.detail, context);
  if (address !== null) return stopEnded(life, "address", address, end.detail, context);
  const service = laneEnded(life.service, end.id, end.ok, end.detail);
  if (service === "made") {
    if (life.exitedWhileStarting === null) return [];
    return exited(life, life.exitedWhileStarting, context);
  }
  if (service === "not-made") {
    // Refused by the clock (T4), not by the service: it is tried again as long as the right holds.
    return end.detail === "late" ? [] : exited(life, `start failed: ${end.detail}`, context);
  }
  if (service !== null) return stopEnded(life, "service", service, end.detail, context);
  return null;
}

function probeEnded(
  life: GroupLife,
  end: { readonly ok: boolean; readonly detail: string },
  context: GroupContext,
): HoldingAction[] {
  life.probe.id = null;
  if (end.ok) {
    life.probe.clear = true;
    return [];
  }
  life.probe.notBefore = context.now + Math.max(50, context.ttl / 4);
  if (end.detail === "late") return [];
  life.probe.conflicts += 1;
  if (life.probe.conflicts >= PROBE_TRIES) {
    life.gaveUp = `somebody still answers for the address after ${PROBE_TRIES} probes: ${end.detail}`;
    return [note(life, "warn", `not taking the address: ${life.gaveUp}`)];
  }
  return [note(life, "warn", `somebody answers for the address: ${end.detail}; not taking it, asking again`)];
}

function addressNotMade(life: GroupLife, detail: string, context: GroupContext): HoldingAction[] {
  if (detail === "late") return [];
  life.address.retryAt = context.now + context.ttl / 4;
  if (life.address.failures < ADDRESS_TRIES) return [];
  life.gaveUp = `the address could not be added: ${detail}`;
  return [note(life, "warn", life.gaveUp)];
}

/** The service has ended by itself: start it again here, and after too many times in the window give it up. */
export function serviceExited(
  life: GroupLife,
  why: string,
  byGuard: boolean,
  context: GroupContext,
): HoldingAction[] {
  if (life.service.making.size > 0) {
    life.exitedWhileStarting = why;
    return [];
  }
  if (life.service.presence !== "present" || life.service.undoing !== null) return [];
  return exited(life, why, context, byGuard);
}

function exited(life: GroupLife, why: string, context: GroupContext, byGuard = false): HoldingAction[] {
  const { now } = context;
  // Its main process is gone; what it left in the cgroup is killed by the next start, or by the stop.
  life.service.presence = "unknown";
  if (life.phase === "stopping" || life.phase === "stop-failed") return [];
  // Killed by its guard at the deadline: that is no failure of the service.
  if (now >= serviceDeadline(context)) return [];
  if (byGuard) {
    enter(life, "restarting", why, now);
    return [note(life, "warn", `${why}, before this node was confirmed again; starting it again`)];
  }
  const { limit, window } = life.spec?.restarts ?? { limit: 0, window: 0 };
  life.exits = life.exits.filter((at) => now - at < window);
  if (life.exits.length >= limit) {
    life.gaveUp = `${why}; restarted ${life.exits.length} times within ${Math.round(window / 1000)} s, the limit`;
    return [note(life, "warn", `giving up here: ${life.gaveUp}`)];
  }
  // The first restart is immediate; a service that dies at once must not take the node with it.
  const pause = life.exits.length === 0 ? 0 : Math.min(RESTART_PAUSE_MAX, 50 * 2 ** life.exits.length);
  life.exits.push(now);
  life.service.retryAt = now + pause;
  enter(life, "restarting", why, now);
  return [note(life, "warn", `${why}; restart ${life.exits.length} of ${limit} in place`)];
}
