/**
 * Everything this node holds: one life per group, one gate for all, and what is said about it to the ledger. Pure:
 * events in, actions out; the daemon performs them on the machine, the simulator on a simulated one.
 *
 * Each event is first taken in (what is known), then everything is looked at anew (what follows): no step relies on an
 * earlier verdict, so a right that ended between two steps ends what rested on it (T4).
 */
import type { Millis } from "../consensus/core/types.ts";
import {
  type GroupName,
  NO_TOKEN,
  type SessionId,
  sameSession,
  type Token,
} from "../consensus/ledger/types.ts";
import { assert } from "../errors.ts";
import { askEnded } from "./asks.ts";
import { adopt, announceReady, giveBack, isDrained, tellState } from "./declare.ts";
import {
  armTables,
  covers,
  gateSlept,
  gateStep,
  gateTook,
  guardLost,
  isLive,
  tablesEnded,
} from "./gating.ts";
import { groupEnded, pursue, serviceExited } from "./group.ts";
import { isGone } from "./lane.ts";
import {
  type GroupContext,
  type GroupLife,
  type GroupPhase,
  type GroupWish,
  newLife,
  serviceDeadline,
} from "./life.ts";
import { isInherited, isOurs, mayServe, wishFor } from "./right.ts";
import type { Holding } from "./state.ts";
import { newStray, removeStrays, type Stray, strayEnded } from "./strays.ts";
import type { HoldingAction, HoldingEvent } from "./types.ts";
import { openRecord, viewOf } from "./view.ts";

export { createHolding, type Holding, type HoldingOptions } from "./state.ts";

/**
 * Take one event; returns what to do now, in this order. `now` is the monotonic clock, read when the event is taken in;
 * for `gate-answer` that is after the acknowledgement (G1). `gate` actions are answered before anything else of this
 * node is; `add-address` is best answered in the same turn, for the announcement waits for it. Tick at least every
 * TTL/10.
 */
export function advance(holding: Holding, event: HoldingEvent, now: Millis): HoldingAction[] {
  const actions = takeIn(holding, event, now);
  if (holding.started && !holding.drained) actions.push(...followUp(holding, now));
  return actions;
}

const nextIdOf = (holding: Holding) => (): number => {
  holding.lastId += 1;
  return holding.lastId;
};

function contextOf(holding: Holding, now: Millis): GroupContext {
  const { standing, gating } = holding;
  return {
    now,
    ttl: standing.ttl,
    validUntil: standing.validUntil,
    gateLive: isLive(gating, now),
    openings: gating.openings,
    managed: (ip) => gating.armed?.has(ip) === true,
    nextId: nextIdOf(holding),
  };
}

// ---------------------------------------------------------------- what is known

function takeIn(holding: Holding, event: HoldingEvent, now: Millis): HoldingAction[] {
  const { standing, gating } = holding;
  switch (event.type) {
    case "ledger": {
      const view = viewOf(event.ledger, standing.self);
      holding.standing = { ...standing, view, ttl: view.document?.timing.ttl ?? holding.fallbackTtl };
      return [];
    }
    case "session":
      return takeSession(holding, event.session, event.validUntil);
    case "tick":
      return [];
    case "done":
      return takeEnd(holding, event, now);
    case "gate-answer":
      return gateTook(gating, event.operation, event.answer, now, standing.ttl);
    case "service-exited": {
      const life = holding.lives.get(event.group);
      return life === undefined
        ? []
        : serviceExited(life, event.why, event.byGuard === true, contextOf(holding, now));
    }
    case "outcome":
      askEnded(holding.asks, event.id, event.result.ok, now, standing.ttl);
      return [];
    case "leftovers":
      return takeLeftovers(holding, event, now);
    case "suspended":
      return gateSlept(gating, event.ms, now);
    case "shutdown":
      return takeShutdown(holding);
  }
}

function takeSession(holding: Holding, session: SessionId, validUntil: Millis): HoldingAction[] {
  assert(session.node === holding.standing.self, "the session is this node's own");
  if (!sameSession(session, holding.standing.session)) holding.extendedTo = Number.NEGATIVE_INFINITY;
  holding.standing = { ...holding.standing, session, validUntil };
  return [];
}

function takeEnd(
  holding: Holding,
  event: Extract<HoldingEvent, { type: "done" }>,
  now: Millis,
): HoldingAction[] {
  const end = { id: event.action, ok: event.ok, detail: event.detail };
  if (tablesEnded(holding.gating, end, now)) {
    const text = `the kernel's guard could not be set up: ${event.detail}`;
    return event.ok ? [] : [{ type: "note", level: "warn", group: null, text }];
  }
  const strays = strayEnded(holding.strays, end, now);
  if (strays !== null) {
    holding.strays = strays;
    return [];
  }
  const context = contextOf(holding, now);
  for (const life of holding.lives.values()) {
    const actions = groupEnded(life, end, context);
    if (actions !== null) return actions;
  }
  // A probe that was given up, a stop that a kill has overtaken.
  return [];
}

function takeLeftovers(
  holding: Holding,
  event: Extract<HoldingEvent, { type: "leftovers" }>,
  now: Millis,
): HoldingAction[] {
  assert(!holding.started, "leftovers come once, first");
  holding.started = true;
  holding.strays = event.addresses.map(({ ip, prefix }) => newStray(ip, prefix));
  for (const name of event.services) lifeOf(holding, name, now).service.presence = "left";
  if (event.guard.ok) return [];
  const unguarded = `this kernel does not keep the guard: ${event.guard.detail}`;
  holding.kernelRefused = unguarded;
  return [{ type: "note", level: "warn", group: null, text: unguarded }];
}

function takeShutdown(holding: Holding): HoldingAction[] {
  if (holding.standing.draining) return [];
  holding.standing = { ...holding.standing, draining: true };
  const held = [...holding.standing.view.leases].filter(([, lease]) => isOurs(holding.standing, lease));
  holding.drainTokens = new Map(held.map(([name, lease]) => [name, lease.token]));
  const text = `shutting down: stopping and releasing ${held.map(([name]) => name).join(", ") || "nothing"}`;
  return [{ type: "note", level: "info", group: null, text }];
}

function lifeOf(holding: Holding, name: GroupName, now: Millis): GroupLife {
  const known = holding.lives.get(name);
  if (known !== undefined) return known;
  const life = newLife(name, now);
  holding.lives.set(name, life);
  return life;
}

// ---------------------------------------------------------------- what follows

function followUp(holding: Holding, now: Millis): HoldingAction[] {
  const unguarded = holding.kernelRefused ?? guardLost(holding.gating);
  if (unguarded !== holding.standing.unguarded) holding.standing = { ...holding.standing, unguarded };
  const { standing, lives } = holding;
  for (const [name, lease] of standing.view.leases) {
    if (isInherited(standing, lease)) lifeOf(holding, name, now).inherited = true;
    else if (isOurs(standing, lease)) lifeOf(holding, name, now);
  }
  const wishes = new Map<GroupLife, GroupWish>();
  for (const life of lives.values()) wishes.set(life, wishFor(standing, life, now));

  const actions = gateStep(holding.gating, {
    now,
    validUntil: standing.validUntil,
    ttl: standing.ttl,
    wanted: gateIsWanted(holding, wishes, now),
  });
  actions.push(...cleanStrays(holding, wishes, now));
  const context = contextOf(holding, now);
  for (const [life, wish] of wishes) actions.push(...pursue(life, wish, context));
  actions.push(...extendServices(holding, now));
  actions.push(...keepTables(holding, now));
  const declare = { holding, now, nextId: nextIdOf(holding) };
  actions.push(...adopt(declare), ...announceReady(declare), ...giveBack(declare), ...tellState(declare));
  const drained = isDrained(declare);
  if (drained !== null) {
    holding.drained = true;
    actions.push({ type: "drained", clean: drained.clean });
  }
  return actions;
}

/** G3, and somebody to serve. */
function gateIsWanted(holding: Holding, wishes: ReadonlyMap<GroupLife, GroupWish>, now: Millis): boolean {
  const { standing, strays } = holding;
  const rightful = [...wishes.keys()].filter((life) => mayServe(standing, life, now));
  for (const stray of strays) {
    const owned = rightful.some((life) => isOwner(life, stray, wishes));
    if (!owned) return false;
  }
  let somebody = false;
  for (const [life, wish] of wishes) {
    const mine = rightful.includes(life);
    if (!isGone(life.address)) {
      if (!mine) return false;
      somebody = true;
    }
    if (mine && wish.type === "serve") somebody = true;
  }
  return somebody;
}

/** The stray is exactly the address that this group is about to serve. */
function isOwner(life: GroupLife, stray: Stray, wishes: ReadonlyMap<GroupLife, GroupWish>): boolean {
  const wish = wishes.get(life);
  if (wish?.type !== "serve") return false;
  return wish.spec.address.ip === stray.ip && wish.spec.address.prefix === stray.prefix;
}

function cleanStrays(
  holding: Holding,
  wishes: ReadonlyMap<GroupLife, GroupWish>,
  now: Millis,
): HoldingAction[] {
  const { standing, lives } = holding;
  if (holding.strays.length === 0) return [];
  // Taken over: from here on the life that adds it answers for it.
  holding.strays = holding.strays.filter(
    (stray) =>
      ![...lives.values()].some((life) => !isGone(life.address) && life.spec?.address.ip === stray.ip),
  );
  const contact = openRecord(standing.view, standing.session) !== null;
  const keep = (stray: Stray): boolean => {
    if (standing.draining || standing.unguarded !== null) return false;
    if (!contact) return true;
    for (const [life, wish] of wishes) {
      if (isOwner(life, stray, wishes)) return true;
      const address = standing.view.groups.get(life.name)?.address;
      if (wish.type === "wait" && address?.ip === stray.ip && address.prefix === stray.prefix) return true;
    }
    return false;
  };
  return removeStrays(holding.strays, keep, now, nextIdOf(holding));
}

/** The service guards learn of a later deadline, not at every echo but about ten times in a TTL. */
function extendServices(holding: Holding, now: Millis): HoldingAction[] {
  const { standing } = holding;
  const deadline = serviceDeadline(standing);
  const gain = deadline - holding.extendedTo;
  // Near the end the last bit is told too, or the guard would kill before the right ends.
  const near = holding.extendedTo - now < standing.ttl / 2;
  if (now >= deadline || gain <= 0 || (gain < standing.ttl / 10 && !near)) return [];
  const actions: HoldingAction[] = [];
  for (const life of holding.lives.values()) {
    const { presence, making } = life.service;
    const there = presence === "present" || making.size > 0;
    if (there && mayServe(standing, life, now)) {
      actions.push({ type: "extend-service", group: life.name, deadline });
    }
  }
  if (actions.length > 0) holding.extendedTo = deadline;
  return actions;
}

/** Tables for every address of the configuration, and for whatever is still on a card: without them it is unguarded. */
function keepTables(holding: Holding, now: Millis): HoldingAction[] {
  const { standing, gating } = holding;
  if (standing.view.document === null || holding.kernelRefused !== null) return [];
  const configured = standing.view.document.groups.map((spec) => spec.address.ip);
  if (covers(gating, configured) && !gating.doubt) return [];
  const here = [...holding.lives.values()].flatMap((life) =>
    isGone(life.address) || life.spec === null ? [] : [life.spec.address.ip],
  );
  const all = [...new Set([...configured, ...here, ...holding.strays.map((stray) => stray.ip)])];
  return armTables(gating, all, now, nextIdOf(holding));
}

// ---------------------------------------------------------------- for people

export interface HoldingSnapshot {
  readonly session: SessionId | null;
  readonly validUntil: Millis;
  readonly gate: "open" | "shut";
  readonly groups: readonly {
    readonly group: GroupName;
    readonly phase: GroupPhase;
    /** When the phase began, on the clock of `now`. */
    readonly since: Millis;
    readonly why: string;
    readonly token: Token;
  }[];
}

/** What this node is doing with each group, for status. */
export function snapshot(holding: Holding, now: Millis): HoldingSnapshot {
  const { standing, lives } = holding;
  const names = new Set([...standing.view.groups.keys(), ...lives.keys()]);
  return {
    session: standing.session,
    validUntil: standing.validUntil,
    gate: isLive(holding.gating, now) ? "open" : "shut",
    groups: [...names].map((group) => {
      const life = lives.get(group);
      if (life === undefined) return { group, phase: "idle", since: now, why: "", token: NO_TOKEN };
      return { group, phase: life.phase, since: life.since, why: life.why, token: life.token };
    }),
  };
}
