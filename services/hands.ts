/**
 * Somebody else's hands on the addresses of this node: the kernel says what changed, and what is no echo of our own acts
 * is put right at once, said and counted. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { touchAddress } from "./attention.ts";
import { isGone, isQuiet } from "./lane.ts";
import { enter, type GroupLife, note } from "./life.ts";
import { type AddressLife, isAddress } from "./member.ts";
import type { AddressChange, Hands, Holding } from "./state.ts";
import { newStray } from "./strays.ts";
import type { FoundAddress, HoldingAction } from "./types.ts";

/** So often within a minute is an address put back; then the group goes where it is left alone. */
export const HANDS_LIMIT = 5;
const MINUTE: Millis = 60_000;
/** The kernel has long said by then what it had to say. */
const ECHO_LOST: Millis = 1000;

/** Our own act is done and verified; the kernel will say so, unless it was so already. */
export function acted(hands: Hands, ip: string, what: AddressChange, now: Millis): void {
  const last = hands.echoes.findLast((echo) => echo.ip === ip);
  const there = last === undefined ? hands.there.has(ip) : last.what === "added";
  if (there !== (what === "added")) hands.echoes.push({ ip, what, at: now });
}

function isEcho(hands: Hands, address: FoundAddress, what: AddressChange, now: Millis): boolean {
  const { ip } = address;
  if (what === "added") hands.there.set(ip, address);
  else hands.there.delete(ip);
  hands.echoes = hands.echoes.filter((echo) => now - echo.at < ECHO_LOST);
  const first = hands.echoes.findIndex((echo) => echo.ip === ip);
  if (first < 0 || hands.echoes[first]!.what !== what) return false;
  hands.echoes.splice(first, 1);
  return true;
}

/** The kernel has said that an address came or went. */
export function addressChanged(
  holding: Holding,
  what: AddressChange,
  address: FoundAddress,
  now: Millis,
): HoldingAction[] {
  const echo = isEcho(holding.hands, address, what, now);
  touchAddress(holding, address.ip);
  if (!holding.started || echo) return [];
  return what === "gone"
    ? taken(holding, address, now)
    : given(holding, address, ownersIn(holding, address.ip));
}

/** Everything was looked at afresh: `found` is all that is there. */
export function addressesSeen(
  holding: Holding,
  found: readonly FoundAddress[],
  now: Millis,
): HoldingAction[] {
  const { hands } = holding;
  hands.echoes = [];
  hands.there.clear();
  for (const address of found) hands.there.set(address.ip, address);
  if (!holding.started) return [];
  const actions: HoldingAction[] = [];
  for (const life of holding.lives.values()) {
    for (const member of life.members.filter(isAddress)) {
      const { ip, prefix } = member.spec;
      if (member.lane.presence !== "present" || hands.there.has(ip)) continue;
      actions.push(...taken(holding, { card: "its card", ip, prefix }, now));
    }
  }
  const owners = ownersIn(holding);
  for (const address of found) actions.push(...given(holding, address, owners));
  return actions;
}

/** Another document is in force: what was nobody's business on the cards may be a managed address now. */
export function documentChanged(holding: Holding): HoldingAction[] {
  if (!holding.started) return [];
  const owners = ownersIn(holding);
  return [...holding.hands.there.values()].flatMap((address) => given(holding, address, owners));
}

/** An address that is served was taken away: it is put back in this very turn, where the right still holds. */
function taken(holding: Holding, { card, ip }: FoundAddress, now: Millis): HoldingAction[] {
  holding.strays = holding.strays.filter((stray) => stray.ip !== ip || stray.removing !== null);
  const owner = ownersIn(holding, ip).get(ip);
  if (owner === undefined) return [];
  const { life, member } = owner;
  holding.attention.touched.add(life.name);
  if (member.lane.presence !== "present" || !isQuiet(member.lane)) return [];
  member.lane.presence = "unknown";
  member.lane.retryAt = Number.NEGATIVE_INFINITY;
  if (life.phase === "stopping" || life.phase === "stop-failed" || life.phase === "idle") return [];
  holding.hands.count += 1;
  member.taken = [...member.taken.filter((at) => now - at < MINUTE), now];
  const what = `somebody else took ${ip} away from ${card}`;
  enter(life, "restarting", what, now);
  if (life.kept !== null) return [note(life, "warn", `${what}; not put back: ${life.kept}`)];
  if (member.taken.length <= HANDS_LIMIT) return [note(life, "warn", `${what}; putting it back`)];
  life.gaveUp = `${what}, ${member.taken.length} times within a minute`;
  return [note(life, "warn", `giving up here: ${life.gaveUp}`)];
}

/** A managed address appeared that no group of this node has put there. */
function given(holding: Holding, { card, ip, prefix }: FoundAddress, owners: Owners): HoldingAction[] {
  if (!holding.standing.view.addresses.has(ip)) return [];
  const owner = owners.get(ip);
  // On its way up or down by our own hand, or there already.
  if (owner !== undefined && !isGone(owner.member.lane)) return [];
  if (holding.strays.some((stray) => stray.ip === ip)) return [];
  holding.hands.count += 1;
  const origin = `set on ${card} by somebody else`;
  holding.strays = [...holding.strays, newStray(ip, prefix, origin)];
  touchAddress(holding, ip);
  return [{ type: "note", level: "warn", group: null, text: `${ip}/${prefix} was ${origin}` }];
}

type Owners = ReadonlyMap<string, { readonly life: GroupLife; readonly member: AddressLife }>;

/** By address, or of `only` one: the group on this machine that has it on a card, or else one that might. */
function ownersIn(holding: Holding, only: string | null = null): Owners {
  const owners = new Map<string, { readonly life: GroupLife; readonly member: AddressLife }>();
  for (const life of holding.lives.values()) {
    for (const member of life.members) {
      if (!isAddress(member) || (only !== null && member.spec.ip !== only)) continue;
      const { ip } = member.spec;
      const known = owners.get(ip);
      if (known === undefined || (isGone(known.member.lane) && !isGone(member.lane)))
        owners.set(ip, { life, member });
    }
  }
  return owners;
}

/** Before the end of an action is taken: what it means for the echoes to come. `life`: whose action it was, if any's. */
export function noteEnd(
  { hands, strays }: Holding,
  life: GroupLife | null,
  end: { readonly id: number; readonly ok: boolean },
  now: Millis,
): void {
  if (!end.ok) return;
  const stray = strays.find((other) => other.removing === end.id);
  if (stray !== undefined) acted(hands, stray.ip, "gone", now);
  for (const member of life?.members ?? []) {
    if (!isAddress(member)) continue;
    if (member.lane.making.has(end.id)) acted(hands, member.spec.ip, "added", now);
    if (member.lane.undoing?.id === end.id) acted(hands, member.spec.ip, "gone", now);
  }
}
