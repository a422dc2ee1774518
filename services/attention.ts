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
import type { Beginning } from "./ration.ts";
import type { Holding } from "./state.ts";
import { concernedBy } from "./tally.ts";

/** What groups say together, by how the keys of such wishes begin. */
export type Saying = "release/" | "report/";

export interface Attention {
  /** Look at everything at each event. */
  always: boolean;
  /** What the verdicts on all groups rest on, as it was at the last look; null: look at everything. */
  sight: readonly unknown[] | null;
  /** Groups of which something is known that has not been looked at. */
  readonly touched: Set<GroupName>;
  /** Lives that would have begun something, longest waiting first. */
  readonly waiting: Readonly<Record<Beginning, Set<GroupLife>>>;
  /** Lives that have something to say, when what is under way has been answered. */
  readonly unsaid: Readonly<Record<Saying, Set<GroupLife>>>;
  /** The least of all `dueAt`, or earlier. */
  nextDue: Millis;
}

export const newAttention = (): Attention => ({
  always: false,
  sight: null,
  touched: new Set(),
  waiting: { address: new Set(), service: new Set() },
  unsaid: { "release/": new Set(), "report/": new Set() },
  nextDue: Number.NEGATIVE_INFINITY,
});

export function touchAddress(holding: Holding, ip: string): void {
  for (const name of concernedBy(holding.tally, holding.standing, ip)) holding.attention.touched.add(name);
}

/**
 * Everything but the groups' own lives and leases that a verdict or a step may rest on. A later V alone changes none;
 * that it has passed, or is near, does.
 */
function sightOf(holding: Holding, now: Millis): readonly unknown[] {
  const { standing, gating } = holding;
  const { session, validUntil, ttl, view, handed } = standing;
  return [
    session?.incarnation,
    session?.number,
    now < validUntil,
    standing.beyond,
    inJeopardy({ now, validUntil, ttl }),
    handed !== null && now < handed.validUntil,
    handed !== null && inJeopardy({ now, validUntil: handed.validUntil, ttl }),
    standing.draining,
    standing.unguarded,
    ttl,
    view.document,
    view.revision,
    view.sessions,
    view.standby,
    view.stopped,
    view.maintained,
    view.cards,
    view.peers,
    isLive(gating, now),
    isGuarded(gating),
    gating.openings,
    gating.armed,
    ...standing.cards.flatMap(({ up, gone }) => [up, gone]),
  ];
}

/** The groups to look at now, by name; null: all of them. */
export function groupsToLookAt(holding: Holding, now: Millis): readonly GroupName[] | null {
  const { attention } = holding;
  const sight = sightOf(holding, now);
  const before = attention.sight;
  attention.sight = sight;
  const touched = [...attention.touched];
  attention.touched.clear();
  const changed =
    before === null || before.length !== sight.length || sight.some((fact, index) => fact !== before[index]);
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
