/**
 * Everything this node holds: one life per group, one gate for all, and what is said about it to the ledger. Pure:
 * events in, actions out; the daemon performs them on the machine, the simulator on a simulated one.
 *
 * Each event is first taken in (what is known), then whatever it may be about is looked at anew (what follows): no step relies on an
 * earlier verdict, so a right that ended between two steps ends what rested on it (T4).
 */
import type { Millis } from "../consensus/core/types.ts";
import { type GroupName, sameSession } from "../consensus/ledger/types.ts";
import { assert } from "../errors.ts";
import { askEnded } from "./asks.ts";
import { groupsToLookAt, noteDue, touchAddress } from "./attention.ts";
import { settleCards, takeLink } from "./cards.ts";
import {
  adopt,
  announceCards,
  announceReady,
  type Declaring,
  giveBack,
  isDrained,
  tellState,
  tellStranded,
  testify,
  unsaidNow,
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
import { cleanStrays, extendServices, keepGate, keepTables } from "./keeping.ts";
import { type GroupContext, type GroupLife, newLife } from "./life.ts";
import { type Beginning, hasRoom, nextRation, renew, spend } from "./ration.ts";
import { isAtRest, noteRest } from "./rest.ts";
import { isInherited, isOurs, rightUntil, standingOn, standingWith, wishFor } from "./right.ts";
import type { Holding } from "./state.ts";
import { strayEnded } from "./strays.ts";
import { retally } from "./tally.ts";
import type { Finding, HoldingAction, HoldingEvent } from "./types.ts";
import { viewOf } from "./view.ts";
import { withWords } from "./words.ts";

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
  if (event.type === "tick" || event.type === "session") renew(holding.ration, now);
  const actions = takeIn(holding, event, now);
  // A batch that is on its way may move B; it is answered in the same turn.
  if (holding.handOver === "asked" && !holding.gating.pending) return [...actions, ...handOver(holding, now)];
  if (!holding.started || holding.drained) return actions;
  const more = followUp(holding, now);
  return actions.length === 0 ? more : [...actions, ...more];
}

const nextIdOf = (holding: Holding) => (): number => {
  holding.lastId += 1;
  return holding.lastId;
};

/** What one group is told: its own V is what no act of it may outlast (T4). */
function contextFor(
  holding: Holding,
  life: GroupLife,
  now: Millis,
  mayBegin: GroupContext["mayBegin"] = () => false,
): GroupContext {
  const { standing, gating } = holding;
  return {
    validUntil: rightUntil(standing, life),
    mayBegin,
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

// ---------------------------------------------------------------- what is known

function takeIn(holding: Holding, event: HoldingEvent, now: Millis): HoldingAction[] {
  const { standing, gating } = holding;
  switch (event.type) {
    case "ledger": {
      const { view, changed } = viewOf(event.ledger, standing.self, standing.view);
      for (const name of changed) holding.attention.touched.add(name);
      const before = standing.view.addresses;
      // Given again while shutting down: whether it may go back rests on what else is held.
      if (standing.draining && changed.length > 0) holding.attention.sight = null;
      if (view !== standing.view) {
        const ttl = view.document?.timing.ttl ?? holding.fallbackTtl;
        holding.standing = standingWith(standing, { view, ttl });
      }
      heed(holding);
      return view.addresses === before ? [] : documentChanged(holding);
    }
    case "session":
      return takeSession(holding, event);
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
      holding.attention.touched.add(life.name);
      return serviceExited(life, event.member, end, contextFor(holding, life, now));
    }
    case "outcome":
      for (const key of askEnded(holding.asks, event.id, event.result.ok, now, standing.ttl)) {
        const slash = key.indexOf("/");
        if (slash >= 0) holding.attention.touched.add(key.slice(slash + 1) as GroupName);
      }
      return [];
    case "let-go":
      return takeWord(holding, event);
    case "inherit":
      return takeInheritance(holding, event.handed, now);
    case "leftovers":
      return takeLeftovers(holding, event, now);
    case "network":
      return takeChange(holding, event.change, now);
    case "looked":
      holding.attention.sight = null;
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

function takeSession(
  holding: Holding,
  { session, validUntil, beyond = false }: Extract<HoldingEvent, { type: "session" }>,
): HoldingAction[] {
  assert(session.node === holding.standing.self, "the session is this node's own");
  const same = sameSession(session, holding.standing.session);
  holding.standing = standingOn(holding.standing, { session, validUntil, beyond });
  if (same) return [];
  holding.extendedTo = Number.NEGATIVE_INFINITY;
  heed(holding);
  return [];
}

/** S3: what the ledger says, and what was told to this node as an heir. */
function heed(holding: Holding): void {
  const { standing, words, attention } = holding;
  if (words.size === 0) return;
  const { view, changed } = withWords(standing.view, words, standing.session);
  if (changed.length === 0) return;
  holding.standing = standingWith(standing, { view });
  for (const name of changed) attention.touched.add(name);
}

/** It may come before the Promise that it is about; one about a group that is not there is about nothing. */
function takeWord(
  holding: Holding,
  { from, word }: Extract<HoldingEvent, { type: "let-go" }>,
): HoldingAction[] {
  const { group, session } = word.release;
  // S2: nobody says it for somebody else.
  if (session.node !== from) return [];
  const known = holding.words.get(group);
  if (!holding.standing.view.groups.has(group) || (known !== undefined && known.token >= word.token))
    return [];
  holding.words.set(group, word);
  heed(holding);
  const text = `${group}: ${session.node} has stopped it and hands it on`;
  return [{ type: "note", level: "info", group, text }];
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
  const life = holding.underWay.get(end.id) ?? null;
  holding.underWay.delete(end.id);
  holding.ration.starting.delete(end.id);
  noteEnd(holding, life, end, now);
  const stray = holding.strays.find((other) => other.removing === end.id);
  if (stray !== undefined) {
    touchAddress(holding, stray.ip);
    holding.strays = strayEnded(holding.strays, stray, end, now);
    return [];
  }
  // A probe that was given up, a stop that a kill has overtaken.
  if (life === null) return [];
  holding.attention.touched.add(life.name);
  return groupEnded(life, end, contextFor(holding, life, now)) ?? [];
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

function takeForeign(holding: Holding, findings: readonly Finding[]): HoldingAction[] {
  const news = findings.filter(({ text }) => !holding.foreign.some((known) => known.text === text));
  holding.foreign = findings;
  return news.map(({ group, text }) => ({ type: "note", level: "warn", group, text }));
}

function takeShutdown(holding: Holding): HoldingAction[] {
  if (holding.standing.draining) return [];
  holding.standing = standingWith(holding.standing, { draining: true });
  const held = [...holding.standing.view.leases].filter(([, lease]) => isOurs(holding.standing, lease));
  holding.drainTokens = new Map(held.map(([name, lease]) => [name, lease.token]));
  const text = `shutting down: stopping and releasing ${held.map(([name]) => name).join(", ") || "nothing"}`;
  return [{ type: "note", level: "info", group: null, text }];
}

function lifeOf(holding: Holding, name: GroupName, now: Millis): GroupLife {
  const known = holding.lives.get(name);
  if (known !== undefined) return known;
  const life = newLife(name, holding.lives.size, now);
  holding.lives.set(name, life);
  return life;
}

// ---------------------------------------------------------------- what follows

function followUp(holding: Holding, now: Millis): HoldingAction[] {
  const { standing: before } = holding;
  const actions = settleCards(before.cards, now);
  const unguarded = holding.kernelRefused ?? guardLost(holding.gating);
  if (unguarded !== before.unguarded) holding.standing = standingWith(before, { unguarded });
  const names = groupsToLookAt(holding, now);
  if (names?.length === 0 && isAtRest(holding)) keepOpen(holding, actions, now);
  else lookAt(holding, names, actions, now);
  return actions;
}

function keepOpen(holding: Holding, actions: HoldingAction[], now: Millis): void {
  const kept = keepGate(holding, now);
  if (kept.length > 0) actions.push(...kept);
  const told = extendServices(holding, now);
  if (told.length > 0) actions.push(...told);
}

/** Everything that may follow, of these groups (null: of all). */
function lookAt(
  holding: Holding,
  names: readonly GroupName[] | null,
  actions: HoldingAction[],
  now: Millis,
): void {
  const { attention } = holding;
  const nextId = nextIdOf(holding);
  const looked = new Set(wishAnew(holding, names, now));
  actions.push(...keepGate(holding, now), ...cleanStrays(holding, now, nextId));
  // Addresses that were taken over from nobody may concern others.
  if (attention.touched.size > 0) {
    for (const life of wishAnew(holding, [...attention.touched], now)) looked.add(life);
    attention.touched.clear();
  }
  actions.push(...pursueAll(holding, looked, now));
  actions.push(...extendServices(holding, now), ...keepTables(holding, now, nextId));
  const declare = { holding, now, nextId };
  actions.push(...adopt(declare), ...announceReady(declare), ...announceCards(declare));
  for (const life of unsaidNow(declare)) looked.add(life);
  actions.push(...declareAll(declare, inOrder(looked)));
  const drained = isDrained(declare);
  if (drained !== null) {
    holding.drained = true;
    actions.push({ type: "drained", clean: drained.clean });
  }
  noteRest(holding);
}

/** What these lives have to say to the ledger, and when they are to be looked at again. */
function declareAll(declare: Declaring, lives: readonly GroupLife[]): HoldingAction[] {
  const { holding, now } = declare;
  const released = lives.map((life) => life.release);
  const actions = giveBack(declare, lives);
  actions.push(...tellState(declare, lives), ...tellStranded(declare, lives), ...testify(declare));
  for (const [index, life] of lives.entries()) {
    if (life.release !== released[index]) holding.attention.touched.add(life.name);
    noteDue(holding, life, now);
  }
  return actions;
}

/** What is to become of these groups (null: of all) as far as they have a life here. */
function wishAnew(holding: Holding, names: readonly GroupName[] | null, now: Millis): GroupLife[] {
  const { standing, lives, tally } = holding;
  for (const name of names ?? standing.view.leases.keys()) {
    const lease = standing.view.leases.get(name);
    if (isInherited(standing, lease)) {
      const life = lifeOf(holding, name, now);
      if (!life.carried) life.inherited = lease.token;
    } else if (isOurs(standing, lease)) lifeOf(holding, name, now).carried = false;
  }
  const known = names?.map((name) => lives.get(name)) ?? [...lives.values()];
  const found = known.filter((life) => life !== undefined);
  for (const life of found) retally(tally, standing, life, wishFor(standing, life, now));
  return found;
}

const inOrder = (lives: ReadonlySet<GroupLife>): GroupLife[] =>
  lives.size < 2 ? [...lives] : [...lives].sort((a, b) => a.order - b.order);

/** The next steps of these lives; of those that had to wait, as many as there is room for come first. */
function pursueAll(holding: Holding, lives: Set<GroupLife>, now: Millis): HoldingAction[] {
  const { attention, ration } = holding;
  const actions: HoldingAction[] = [];
  const { address, service } = attention.waiting;
  if (lives.size === 0 && address.size === 0 && service.size === 0) return actions;
  const done = new Set<GroupLife>();
  const step = (life: GroupLife): void => {
    done.add(life);
    actions.push(...pursueOne(holding, life, now));
  };
  for (const what of BEGINNINGS) {
    for (const life of attention.waiting[what]) {
      if (!hasRoom(ration, what)) break;
      if (!done.has(life)) step(life);
    }
  }
  for (const life of inOrder(lives)) if (!done.has(life)) step(life);
  for (const life of done) lives.add(life);
  return actions;
}

const BEGINNINGS: readonly Beginning[] = ["address", "service"];

function pursueOne(holding: Holding, life: GroupLife, now: Millis): HoldingAction[] {
  const { attention, ration, tally, standing } = holding;
  const wish = life.share!.wish;
  const { phase, token, spec, carried, members } = life;
  const denied = new Set<Beginning>();
  const mayBegin = (what: Beginning): boolean => {
    const room = hasRoom(ration, what);
    if (room) spend(ration, what);
    else denied.add(what);
    return room;
  };
  const actions = pursue(life, wish, contextFor(holding, life, now, mayBegin));
  for (const what of BEGINNINGS) {
    if (denied.has(what)) attention.waiting[what].add(life);
    else attention.waiting[what].delete(life);
  }
  for (const action of actions) {
    if ("id" in action) holding.underWay.set(action.id, life);
    if (action.type === "start-service") ration.starting.set(action.id, now);
  }
  // A step may make room for the next one at whatever event comes next.
  const same =
    actions.length === 0 &&
    life.phase === phase &&
    life.token === token &&
    life.spec === spec &&
    life.carried === carried &&
    life.members === members;
  if (same) return actions;
  attention.touched.add(life.name);
  retally(tally, standing, life, wish);
  return actions;
}

/** When a tick is wanted though nothing is due in the group: what had to wait may begin. Infinity: never. */
export function wakesAt({ attention, ration, started, drained }: Holding): Millis {
  const waits = attention.waiting.address.size > 0 || attention.waiting.service.size > 0;
  return waits && started && !drained ? nextRation(ration) : Number.POSITIVE_INFINITY;
}
