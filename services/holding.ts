/**
 * Everything this node holds: one life per group, one gate for all, and what is said about it to the ledger. Pure:
 * events in, actions out; the daemon performs them on the machine, the simulator on a simulated one.
 *
 * Each event is first taken in (what is known), then everything is looked at anew (what follows): no step relies on an
 * earlier verdict, so a right that ended between two steps ends what rested on it (T4).
 */
import type { Millis } from "../consensus/core/types.ts";
import { type GroupName, type SessionId, sameSession } from "../consensus/ledger/types.ts";
import { assert } from "../errors.ts";
import { askEnded } from "./asks.ts";
import { settleCards, takeLink } from "./cards.ts";
import {
  adopt,
  announceCards,
  announceReady,
  giveBack,
  isDrained,
  tellState,
  tellStranded,
} from "./declare.ts";
import { groupEnded, serviceExited } from "./ends.ts";
import {
  gateDisturbed,
  gateSlept,
  gateTook,
  guardLost,
  isGuarded,
  isLive,
  lookAfterTables,
  tablesEnded,
} from "./gating.ts";
import { pursue } from "./group.ts";
import { handOver, sortLeftovers, takeInheritance } from "./handover.ts";
import { addressChanged, addressesSeen, documentChanged, noteEnd } from "./hands.ts";
import { cleanStrays, extendServices, keepGate, keepTables, type Wishes } from "./keeping.ts";
import { type GroupContext, type GroupLife, type GroupWish, newLife } from "./life.ts";
import { isInherited, isOurs, rightUntil, wishFor } from "./right.ts";
import type { Holding } from "./state.ts";
import { strayEnded } from "./strays.ts";
import type { HoldingAction, HoldingEvent } from "./types.ts";
import { viewOf } from "./view.ts";

export { type HoldingSnapshot, snapshot } from "./snapshot.ts";
export { createHolding, type Holding, type HoldingOptions } from "./state.ts";

/**
 * Take one event; returns what to do now, in this order. `now` is the monotonic clock, read when the event is taken in;
 * for `gate-answer` that is after the acknowledgement (G1). `gate` actions are answered before anything else of this
 * node is; `add-address` is best answered in the same turn, for the announcement waits for it. Tick at least every
 * TTL/10.
 */
export function advance(holding: Holding, event: HoldingEvent, now: Millis): HoldingAction[] {
  if (holding.handOver === "over") return [];
  const actions = takeIn(holding, event, now);
  // A batch that is on its way may move B; it is answered in the same turn.
  if (holding.handOver === "asked" && !holding.gating.pending) return [...actions, ...handOver(holding, now)];
  if (holding.started && !holding.drained) actions.push(...followUp(holding, now));
  return actions;
}

const nextIdOf = (holding: Holding) => (): number => {
  holding.lastId += 1;
  return holding.lastId;
};

function contextOf(holding: Holding, now: Millis): Omit<GroupContext, "validUntil"> {
  const { standing, gating } = holding;
  return {
    now,
    ttl: standing.ttl,
    gateLive: isLive(gating, now),
    guarded: isGuarded(gating),
    openings: gating.openings,
    managed: (ip) => gating.armed?.has(ip) === true,
    found: (ip) => holding.hands.there.has(ip),
    nextId: nextIdOf(holding),
  };
}

/** What one group is told: its own V is what no act of it may outlast (T4). */
const contextFor = (holding: Holding, life: GroupLife, now: Millis): GroupContext => ({
  ...contextOf(holding, now),
  validUntil: rightUntil(holding.standing, life),
});

// ---------------------------------------------------------------- what is known

function takeIn(holding: Holding, event: HoldingEvent, now: Millis): HoldingAction[] {
  const { standing, gating } = holding;
  switch (event.type) {
    case "ledger": {
      const view = viewOf(event.ledger, standing.self, standing.view);
      holding.standing = { ...standing, view, ttl: view.document?.timing.ttl ?? holding.fallbackTtl };
      return view.addresses === standing.view.addresses ? [] : documentChanged(holding);
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
      if (life === undefined) return [];
      const end = { why: event.why, byGuard: event.byGuard === true };
      return serviceExited(life, event.member, end, contextFor(holding, life, now));
    }
    case "outcome":
      askEnded(holding.asks, event.id, event.result.ok, now, standing.ttl);
      return [];
    case "inherit":
      return takeInheritance(holding, event.handed, now);
    case "leftovers":
      return takeLeftovers(holding, event, now);
    case "network":
      return takeChange(holding, event.change, now);
    case "looked":
      return [
        ...event.links.flatMap((link) => takeLink(standing.cards, link, { now, ttl: standing.ttl })),
        ...addressesSeen(holding, event.addresses, now),
      ];
    case "foreign":
      return takeForeign(holding, event.findings);
    case "suspended":
      return gateSlept(gating, event.ms, now);
    case "shutdown":
      return takeShutdown(holding);
    case "hand-over":
      holding.handOver = "asked";
      return [];
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
  if (tablesEnded(holding.gating, end, { now, ttl: holding.standing.ttl })) {
    const text = `the kernel's guard could not be set up: ${event.detail}`;
    return event.ok ? [] : [{ type: "note", level: "warn", group: null, text }];
  }
  noteEnd(holding, end, now);
  const strays = strayEnded(holding.strays, end, now);
  if (strays !== null) {
    holding.strays = strays;
    return [];
  }
  for (const life of holding.lives.values()) {
    const actions = groupEnded(life, end, contextFor(holding, life, now));
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
  sortLeftovers(holding, event.addresses, event.services, (name) => lifeOf(holding, name, now));
  if (event.guard.ok) return [];
  const unguarded = `this kernel does not keep the guard: ${event.guard.detail}`;
  holding.kernelRefused = unguarded;
  return [{ type: "note", level: "warn", group: null, text: unguarded }];
}

function takeChange(
  holding: Holding,
  change: Extract<HoldingEvent, { type: "network" }>["change"],
  now: Millis,
): HoldingAction[] {
  switch (change.type) {
    case "address-added":
      return addressChanged(holding, "added", change, now);
    case "address-gone":
      return addressChanged(holding, "gone", change, now);
    case "link":
      return takeLink(holding.standing.cards, change, { now, ttl: holding.standing.ttl });
    case "gate-disturbed":
      holding.hands.count += 1;
      return gateDisturbed(holding.gating, change.detail, now);
    case "overrun":
      lookAfterTables(holding.gating);
      return [{ type: "look" }];
  }
}

function takeForeign(holding: Holding, findings: readonly string[]): HoldingAction[] {
  const news = findings.filter((text) => !holding.foreign.includes(text));
  holding.foreign = findings;
  return news.map((text) => ({ type: "note", level: "warn", group: null, text }));
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
  const actions = settleCards(holding.standing.cards, now);
  const unguarded = holding.kernelRefused ?? guardLost(holding.gating);
  if (unguarded !== holding.standing.unguarded) holding.standing = { ...holding.standing, unguarded };
  const wishes = wishesNow(holding, now);
  const nextId = nextIdOf(holding);
  actions.push(...keepGate(holding, wishes, now), ...cleanStrays(holding, wishes, now, nextId));
  const context = contextOf(holding, now);
  for (const [life, wish] of wishes) {
    actions.push(...pursue(life, wish, { ...context, validUntil: rightUntil(holding.standing, life) }));
  }
  actions.push(...extendServices(holding, now), ...keepTables(holding, now, nextId));
  const declare = { holding, now, nextId };
  actions.push(...adopt(declare), ...announceReady(declare), ...announceCards(declare));
  actions.push(...giveBack(declare), ...tellState(declare), ...tellStranded(declare));
  const drained = isDrained(declare);
  if (drained !== null) {
    holding.drained = true;
    actions.push({ type: "drained", clean: drained.clean });
  }
  return actions;
}

function wishesNow(holding: Holding, now: Millis): Wishes {
  const { standing, lives } = holding;
  for (const [name, lease] of standing.view.leases) {
    if (isInherited(standing, lease)) {
      const life = lifeOf(holding, name, now);
      if (!life.carried) life.inherited = lease.token;
    } else if (isOurs(standing, lease)) lifeOf(holding, name, now).carried = false;
  }
  const wishes = new Map<GroupLife, GroupWish>();
  for (const life of lives.values()) wishes.set(life, wishFor(standing, life, now));
  return wishes;
}
