/**
 * Which groups an event is about. Each event that ends or changes a right reaches every group in the same turn; every
 * other one those that it touches, and those for which something is due. What a full look would do is done either way,
 * and nothing else: a test runs both beside each other. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { GroupName } from "../consensus/ledger/types.ts";
import type { Asks } from "./asks.ts";
import { isGuarded, isLive } from "./gating.ts";
import { announceAt } from "./group.ts";
import { type GroupLife, inJeopardy, PASSING_TTLS } from "./life.ts";
import { isAddress } from "./member.ts";
import type { Holding, Sight } from "./state.ts";
import { concernedBy } from "./tally.ts";
import { openRecord } from "./view.ts";

export function touchAddress(holding: Holding, ip: string): void {
  for (const name of concernedBy(holding.tally, holding.standing, ip)) holding.attention.touched.add(name);
}

/**
 * Everything but the groups' own lives and leases that a verdict or a step may rest on. A later V alone changes none;
 * that it has passed, or is near, does. Takes it in, in the place of the last look's; whether anything is otherwise.
 */
function looksOtherwise(holding: Holding, now: Millis): boolean {
  const { standing, gating, attention } = holding;
  const { session, validUntil, ttl, view, handed } = standing;
  const sight = attention.sight ?? { facts: [], at: 0, changed: true };
  attention.sight = sight;
  see(sight, session?.incarnation);
  see(sight, session?.number);
  see(sight, now < validUntil);
  see(sight, standing.beyond);
  see(sight, inJeopardy({ now, validUntil, ttl }));
  see(sight, handed !== null && now < handed.validUntil);
  see(sight, handed !== null && inJeopardy({ now, validUntil: handed.validUntil, ttl }));
  see(sight, standing.draining);
  see(sight, standing.unguarded);
  see(sight, ttl);
  see(sight, view.document);
  see(sight, view.revision);
  see(sight, openRecord(view, session) !== null);
  see(sight, view.standby);
  see(sight, view.stopped);
  see(sight, view.maintained);
  see(sight, isLive(gating, now));
  see(sight, isGuarded(gating));
  see(sight, gating.openings);
  see(sight, gating.armed);
  let down = false;
  for (const { up, gone } of standing.cards) {
    see(sight, up);
    see(sight, gone);
    if (up === false) down = true;
  }
  // Who else could serve a group, and what they know of our cards, matters only where a card is down (`brokenCard`).
  see(sight, down ? view.peers : null);
  see(sight, down ? view.cards : null);
  const { changed } = sight;
  sight.at = 0;
  sight.changed = false;
  return changed;
}

function see(sight: Sight, fact: unknown): void {
  const { facts, at } = sight;
  if (at >= facts.length || facts[at] !== fact) {
    sight.changed = true;
    facts[at] = fact;
  }
  sight.at = at + 1;
}

/** The groups to look at now, by name; null: all of them. */
export function groupsToLookAt(holding: Holding, now: Millis): readonly GroupName[] | null {
  const { attention } = holding;
  const changed = looksOtherwise(holding, now);
  const touched = attention.touched.size === 0 ? NONE : [...attention.touched];
  if (touched.length > 0) attention.touched.clear();
  if (changed || attention.always) return null;
  if (now < attention.nextDue) return touched;
  const due = new Set(touched);
  attention.nextDue = Number.POSITIVE_INFINITY;
  for (const life of holding.lives.values()) {
    if (life.dueAt <= now) due.add(life.name);
    else attention.nextDue = Math.min(attention.nextDue, life.dueAt);
  }
  return [...due];
}

const NONE: readonly GroupName[] = [];

/** After a look: when the next one is due though nothing happens. Never later than that. */
export function noteDue({ attention, asks, standing }: Holding, life: GroupLife, now: Millis): void {
  let due = Number.POSITIVE_INFINITY;
  for (const member of life.members) {
    const { lane, probe } = member;
    if (now < lane.retryAt) due = Math.min(due, lane.retryAt);
    if (now < probe.notBefore) due = Math.min(due, probe.notBefore);
    if (isAddress(member) && lane.presence === "present") {
      const at = announceAt(member.announced);
      if (now < at) due = Math.min(due, at);
    }
  }
  const passes = PASSING_TTLS * standing.ttl;
  if (now - life.since < passes) due = Math.min(due, life.since + passes);
  due = Math.min(due, againAt(asks, `report/${life.name}`, now), againAt(asks, `release/${life.name}`, now));
  life.dueAt = due;
  attention.nextDue = Math.min(attention.nextDue, due);
}

function againAt({ open }: Asks, key: string, now: Millis): Millis {
  const again = open.get(key)?.again ?? Number.POSITIVE_INFINITY;
  return now < again ? again : Number.POSITIVE_INFINITY;
}
