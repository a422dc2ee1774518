/**
 * What all groups of a node share: the gate with its tables, addresses that belong to none of them, and the deadlines
 * that the service guards are told. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { addressesOf } from "../consensus/ledger/types.ts";
import { armTables, covers, gateStep, isLive } from "./gating.ts";
import { addressesHere, type GroupLife, type GroupWish, serviceDeadline } from "./life.ts";
import { isService } from "./member.ts";
import { isOurs, mayServe, rightUntil } from "./right.ts";
import type { Holding } from "./state.ts";
import { removeStrays, type Stray } from "./strays.ts";
import type { HoldingAction } from "./types.ts";
import { openRecord } from "./view.ts";

export type Wishes = ReadonlyMap<GroupLife, GroupWish>;

/** The gate's next batch: open only while G3 holds and there is somebody to serve, and no longer than every right below it. */
export function keepGate(holding: Holding, wishes: Wishes, now: Millis): HoldingAction[] {
  const { standing, gating, strays } = holding;
  const { ttl } = standing;
  let wanted = true;
  let validUntil = Number.POSITIVE_INFINITY;
  let carriedAlone = true;
  let somebody = false;
  for (const [life, wish] of wishes) {
    const until = rightUntil(standing, life);
    const here = addressesHere(life).length > 0;
    if (here && now >= until) wanted = false;
    const serves = wish.type === "serve" && addressesOf(wish.spec).length > 0 && now < until;
    const takesOver = wish.type === "keep" && !life.carried && strays.some((s) => isOwner(life, s, wishes));
    if (!here && !serves && !takesOver) continue;
    somebody = true;
    validUntil = Math.min(validUntil, until);
    if (!life.carried) carriedAlone = false;
  }
  for (const stray of strays) {
    const owned = [...wishes.keys()].some(
      (life) => isOwner(life, stray, wishes) && mayServe(standing, life, now),
    );
    if (!owned) wanted = false;
  }
  // G4: what was handed over is kept open, never opened.
  if (carriedAlone && !isLive(gating, now)) wanted = false;
  if (!somebody) {
    wanted = false;
    validUntil = standing.validUntil;
  }
  return gateStep(gating, { now, validUntil, ttl, wanted });
}

/** The stray is exactly an address that this group is about to serve, or to take over. */
function isOwner(life: GroupLife, stray: Stray, wishes: Wishes): boolean {
  const wish = wishes.get(life);
  if (wish?.type !== "serve" && wish?.type !== "keep") return false;
  return addressesOf(wish.spec).some(({ ip, prefix }) => ip === stray.ip && prefix === stray.prefix);
}

export function cleanStrays(
  holding: Holding,
  wishes: Wishes,
  now: Millis,
  nextId: () => number,
): HoldingAction[] {
  const { standing, lives } = holding;
  if (holding.strays.length === 0) return [];
  // Taken over: from here on the life that adds it answers for it.
  const here = new Set([...lives.values()].flatMap(addressesHere));
  holding.strays = holding.strays.filter((stray) => !here.has(stray.ip));
  const contact = openRecord(standing.view, standing.session) !== null;
  const keep = (stray: Stray): boolean => {
    if (standing.draining || standing.unguarded !== null) return false;
    if (!contact) return true;
    for (const [life, wish] of wishes) {
      if (isOwner(life, stray, wishes)) return true;
      const spec = standing.view.groups.get(life.name);
      const waits = wish.type === "wait" && spec !== undefined;
      if (waits && addressesOf(spec).some(({ ip, prefix }) => ip === stray.ip && prefix === stray.prefix)) {
        return true;
      }
    }
    return false;
  };
  return removeStrays(holding.strays, keep, now, nextId);
}

/** The service guards learn of a later deadline, not at every echo but about ten times in a TTL. */
export function extendServices(holding: Holding, now: Millis): HoldingAction[] {
  const { standing } = holding;
  const deadline = serviceDeadline(standing);
  const gain = deadline - holding.extendedTo;
  // Near the end the last bit is told too, or the guard would kill before the right ends.
  const near = holding.extendedTo - now < standing.ttl / 2;
  if (now >= deadline || gain <= 0 || (gain < standing.ttl / 10 && !near)) return [];
  const actions: HoldingAction[] = [];
  for (const life of holding.lives.values()) {
    // What was handed over was told its deadline once: the predecessor's V does not grow any more (G4).
    if (!isOurs(standing, standing.view.leases.get(life.name)) || !mayServe(standing, life, now)) continue;
    for (const member of life.members) {
      const { presence, making } = member.lane;
      if (!isService(member) || (presence !== "present" && making.size === 0)) continue;
      actions.push({ type: "extend-service", group: life.name, member: member.name, deadline });
    }
  }
  if (actions.length > 0) holding.extendedTo = deadline;
  return actions;
}

/** Tables for every address of the configuration, and for whatever is still on a card: without them it is unguarded. */
export function keepTables(holding: Holding, now: Millis, nextId: () => number): HoldingAction[] {
  const { standing, gating, inheritance } = holding;
  const { view } = standing;
  // Before there is a document: what was handed over is found in place, or made anew.
  const configured = view.document === null ? inheritance?.managed : view.addresses;
  if (configured === undefined || holding.kernelRefused !== null) return [];
  if (covers(gating, configured) && !gating.doubt) return [];
  const here = [...holding.lives.values()].flatMap(addressesHere);
  const all = [...new Set([...configured, ...here, ...holding.strays.map((stray) => stray.ip)])];
  return armTables(gating, all, now, nextId);
}
