/**
 * What all groups of a node share: the gate with its tables, addresses that belong to none of them, and the deadlines
 * that the service guards are told. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { addressesOf } from "../consensus/ledger/types.ts";
import { touchAddress } from "./attention.ts";
import { armTables, covers, gateStep, isLive, mustWait } from "./gating.ts";
import type { Right } from "./life.ts";
import { addressesHere, serviceDeadline } from "./life.ts";
import { isService } from "./member.ts";
import { isOurs, mayServe, rightUntil, untilOf } from "./right.ts";
import type { Holding } from "./state.ts";
import { removeStrays, type Stray } from "./strays.ts";
import { ownersOf, sumOf } from "./tally.ts";
import type { HoldingAction } from "./types.ts";
import { openRecord } from "./view.ts";

const RIGHTS: readonly Right[] = ["ours", "carried", "none"];

/** The gate's next batch: open only while G3 holds and there is somebody to serve, and no longer than every right below it. */
export function keepGate(holding: Holding, now: Millis): HoldingAction[] {
  const { standing, gating, strays, tally } = holding;
  if (mustWait(gating)) return [];
  const { ttl } = standing;
  let wanted = true;
  let validUntil = Number.POSITIVE_INFINITY;
  let own = tally.own > 0;
  let somebody = false;
  for (const right of RIGHTS) {
    const { here, counting } = sumOf(tally, right);
    if (here === 0 && counting === 0) continue;
    const until = untilOf(standing, right);
    if (here > 0 && now >= until) wanted = false;
    if (counting === 0) continue;
    somebody = true;
    validUntil = Math.min(validUntil, until);
  }
  for (const stray of strays) {
    let owned = false;
    for (const life of ownersOf(tally, stray)) {
      if (mayServe(standing, life, now)) owned = true;
      if (life.share?.wish.type !== "keep" || life.carried) continue;
      // About to be taken over.
      somebody = true;
      own = true;
      validUntil = Math.min(validUntil, rightUntil(standing, life));
    }
    if (!owned) wanted = false;
  }
  // G4: what was handed over is kept open, never opened.
  if (!own && !isLive(gating, now)) wanted = false;
  if (!somebody) {
    wanted = false;
    validUntil = standing.validUntil;
  }
  return gateStep(gating, { now, validUntil, ttl, wanted });
}

export function cleanStrays(holding: Holding, now: Millis, nextId: () => number): HoldingAction[] {
  const { standing, tally } = holding;
  if (holding.strays.length === 0) return [];
  // Taken over: from here on the life that adds it answers for it.
  const taken = holding.strays.filter((stray) => tally.here.has(stray.ip));
  if (taken.length > 0) holding.strays = holding.strays.filter((stray) => !tally.here.has(stray.ip));
  for (const { ip } of taken) touchAddress(holding, ip);
  const contact = openRecord(standing.view, standing.session) !== null;
  const keep = (stray: Stray): boolean => {
    if (standing.draining || standing.unguarded !== null) return false;
    if (!contact) return true;
    for (const _ of ownersOf(tally, stray)) return true;
    return waitsFor(holding, stray);
  };
  return removeStrays(holding.strays, keep, now, nextId);
}

/** The group whose address it is waits to hear whether it is this node's. */
function waitsFor({ standing, lives }: Holding, { ip, prefix }: Stray): boolean {
  const name = standing.view.owners.get(ip);
  const spec = name === undefined ? undefined : standing.view.groups.get(name);
  if (name === undefined || spec === undefined) return false;
  if (lives.get(name)?.share?.wish.type !== "wait") return false;
  return addressesOf(spec).some((each) => each.ip === ip && each.prefix === prefix);
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
  for (const life of holding.tally.serving) {
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

/** Before there is a document: what was handed over is found in place, or made anew. */
const configuredIn = ({ standing, inheritance }: Holding): Iterable<string> | undefined =>
  standing.view.document === null ? inheritance?.managed : standing.view.addresses;

/** Nothing is to be done about the tables before they, or what they are to cover, are others. */
export function tablesAreKept(holding: Holding): boolean {
  const configured = configuredIn(holding);
  if (configured === undefined || holding.kernelRefused !== null) return true;
  return covers(holding.gating, configured) && !holding.gating.doubt;
}

/** Tables for every address of the configuration, and for whatever is still on a card: without them it is unguarded. */
export function keepTables(holding: Holding, now: Millis, nextId: () => number): HoldingAction[] {
  if (tablesAreKept(holding)) return [];
  const here = [...holding.lives.values()].flatMap(addressesHere);
  const strays = holding.strays.map((stray) => stray.ip);
  const all = [...new Set([...(configuredIn(holding) ?? []), ...here, ...strays])];
  return armTables(holding.gating, all, now, nextId);
}
