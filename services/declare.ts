/**
 * What the holder says to the ledger: ready, adopt, release, report. By level: said until the ledger shows it, at most
 * about once in a TTL each (`asks.ts`). Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { sameUnfit } from "../consensus/ledger/query.ts";
import type { Word } from "../consensus/ledger/types.ts";
import {
  addressesOf,
  type Command,
  type GroupName,
  type GroupState,
  type SessionId,
  sameSession,
  type Unfit,
} from "../consensus/ledger/types.ts";
import { ask, askTogether, isAsked, settled, underWay, type Wording } from "./asks.ts";
import { areShown, brokenCard, factsOf, wordsOf } from "./cards.ts";
import { covers } from "./gating.ts";
import { type GroupLife, isStopped, note, PASSING_TTLS } from "./life.ts";
import { isInherited, isOurs, leaving, mayServe, type Standing } from "./right.ts";
import type { Holding, Inherited, Saying } from "./state.ts";
import type { HoldingAction } from "./types.ts";
import { type LeaseView, openRecord } from "./view.ts";

export interface Declaring {
  readonly holding: Holding;
  readonly now: Millis;
  readonly nextId: () => number;
}

/** Not told while they may pass in a moment (`PASSING_TTLS`). */
const passing: ReadonlySet<GroupState> = new Set(["starting", "stopping"]);

/** `patience`: when to say it again although nothing is known of the first; a TTL unless it is more urgent. */
function say(
  d: Declaring,
  key: string,
  said: string,
  commands: readonly Command[],
  patience: Millis = d.holding.standing.ttl,
): HoldingAction[] {
  return ask(d.holding.asks, key, said, commands, { now: d.now, patience, nextId: d.nextId });
}

/**
 * N6: a restarted daemon becomes holder of what its predecessor held by Adopt, and by nothing else. Its guard is
 * recorded before, or in the same entry: a lease of a session without one would be orphaned when it ends.
 */
export function adopt(d: Declaring): HoldingAction[] {
  const { standing } = d.holding;
  const to = standing.session;
  const record = openRecord(standing.view, to);
  const commands: Command[] = [];
  const state = readiness(d.holding);
  const may = record !== null && state?.guard === true && !standing.draining && d.now < standing.validUntil;
  for (const [group, lease] of may ? inheritedOf(d.holding) : []) {
    if (to === null) break;
    commands.push({ type: "adopt", group, token: lease.token, from: lease.holder, to });
  }
  if (commands.length === 0 || record === null || state === null) {
    settled(d.holding.asks, "adopt");
    return [];
  }
  const { revision } = standing.view;
  if (record.ready?.guard !== true)
    commands.unshift({ type: "ready", session: record.id, revision, ...state, ...unfitHere(d.holding) });
  const said = commands.map((c) => JSON.stringify(c, plain)).join();
  // What it says has a deadline, and the streams of a daemon that has just come may lose the first word.
  return say(d, "adopt", said, commands, d.holding.standing.ttl / 8);
}

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);

/** Leases to be adopted; asked at each event, so looked for again only when it may have changed. */
function inheritedOf(holding: Holding): Inherited["found"] {
  const { standing } = holding;
  const { leases } = standing.view;
  const known = holding.inherited;
  if (known?.leases === leases && sameSession(standing.session, known.session)) return known.found;
  const found: [GroupName, LeaseView & { readonly holder: SessionId }][] = [];
  // S5: what was promised is handed on, and adopted by nobody.
  for (const [group, lease] of leases)
    if (isInherited(standing, lease) && !lease.promised) found.push([group, lease]);
  holding.inherited = { leases, session: standing.session, found };
  return found;
}

/** Whether the kernel's guard covers every address of the revision in force; null while it is being made. */
function readiness(holding: Holding): { readonly guard: boolean; readonly reason: string } | null {
  const { standing, gating } = holding;
  if (standing.unguarded !== null) return { guard: false, reason: standing.unguarded };
  const { addresses } = standing.view;
  if (covers(gating, addresses)) return armedFor(addresses);
  return gating.failure === null ? null : { guard: false, reason: gating.failure.detail };
}

/** Asked for twice at each event, of sets that are replaced, never changed. */
function armedFor(addresses: ReadonlySet<string>): { readonly guard: true; readonly reason: string } {
  const known = armed.get(addresses);
  if (known !== undefined) return known;
  const said = { guard: true, reason: `guard armed for ${addresses.size} addresses` } as const;
  armed.set(addresses, said);
  return said;
}
const armed = new WeakMap<ReadonlySet<string>, { readonly guard: true; readonly reason: string }>();

/** The Adopt says it too, in one entry. */
const asksToAdopt = (d: Declaring): boolean => d.holding.asks.open.has("adopt");

export function announceReady(d: Declaring): HoldingAction[] {
  const { standing } = d.holding;
  const record = openRecord(standing.view, standing.session);
  if (record === null || standing.view.document === null || standing.draining) return [];
  const armed = readiness(d.holding);
  if (armed === null || (asksToAdopt(d) && record.ready === null)) return [];
  // R15: what cannot be kept apart from the others speaks against all of them.
  const finding = d.holding.foreign.find(({ group }) => group === null);
  const state = finding === undefined || !armed.guard ? armed : { guard: false, reason: finding.text };
  const unfit = unfitHere(d.holding);
  // While anything is held, its silence is still proven by what was recorded, or by giving it up first: a record
  // without a guard would orphan it.
  const resting = (lease: LeaseView): boolean =>
    isOurs(standing, lease) ||
    sameSession(lease.heir ?? null, standing.session) ||
    (armed.guard && isInherited(standing, lease));
  if (!state.guard && [...standing.view.leases.values()].some(resting)) return [];
  const { revision } = standing.view;
  const same = record.ready?.revision === revision && record.ready.guard === state.guard;
  if (same && sameUnfit(record.ready?.unfit ?? [], unfit.unfit ?? [])) {
    settled(d.holding.asks, "ready");
    return [];
  }
  const against = (unfit.unfit ?? []).map(({ group, reason }) => `${group} ${reason}`);
  const said = [`${revision} ${state.guard} ${state.reason}`, ...against].join("; ");
  return say(d, "ready", said, [{ type: "ready", session: record.id, revision, ...state, ...unfit }]);
}

/** R15: the groups of which something is here without a lease. What is held goes on; it is not given again. */
function unfitHere({ foreign, standing }: Holding): { readonly unfit?: readonly Unfit[] } {
  if (foreign.length === 0) return {};
  const unfit = new Map<GroupName, Unfit>();
  for (const { group, text } of foreign)
    if (group !== null && standing.view.groups.has(group) && !unfit.has(group))
      unfit.set(group, { group, reason: text });
  return unfit.size === 0 ? {} : { unfit: [...unfit.values()] };
}

/** What this node's cards can carry, whenever the ledger says otherwise. */
export function announceCards(d: Declaring): HoldingAction[] {
  const { standing, asks } = d.holding;
  const record = openRecord(standing.view, standing.session);
  if (record === null || standing.cards.length === 0 || standing.draining) return [];
  if (areShown(standing.cards, standing.view.cards)) {
    settled(asks, "cards");
    return [];
  }
  const cards = factsOf(standing.cards);
  if (cards === null) return [];
  const said = cards.map(({ name, up }) => `${name} ${up}`).join();
  return say(d, "cards", said, [{ type: "cards", session: record.id, cards }]);
}

/** A card is down, and what rests on it stays all the same: that is said once. */
export function tellStranded(d: Declaring, lives: readonly GroupLife[]): HoldingAction[] {
  const { standing } = d.holding;
  const actions: HoldingAction[] = [];
  for (const life of lives) {
    if (life.spec === null) continue;
    const lease = standing.view.leases.get(life.name);
    const broken = isOurs(standing, lease) && !isStopped(life) ? brokenCard(standing.cards, life.spec) : null;
    const stays = broken !== null && leaving(standing, life.name, life, lease!) === null;
    const words = stays ? `${wordsOf(broken)}, and no other node can take it now: it stays here` : null;
    if (words === life.stranded) continue;
    life.stranded = words;
    if (words !== null) actions.push(note(life, "warn", words));
  }
  return actions;
}

/** Of each kind of saying, so many proposals are under way beside each other; what comes meanwhile rides together. */
const FLYING = 4;
/** So many in one entry. */
const TOGETHER = 100;

const SAYINGS: readonly Saying[] = ["release/", "report/"];

/** Lives that may have something to say, now that there is room for it. */
export function unsaidNow({ holding, now }: Declaring): readonly GroupLife[] {
  const { unsaid } = holding.attention;
  if (unsaid["release/"].size === 0 && unsaid["report/"].size === 0) return [];
  return SAYINGS.flatMap((kind) => {
    const waits = unsaid[kind].size > 0 && underWay(holding.asks, kind, now) < FLYING;
    return waits ? [...unsaid[kind]] : [];
  });
}

/** Proposes what these lives have to say, together; what has no room waits in `unsaid`. */
function sayTogether(
  d: Declaring,
  kind: Saying,
  lives: readonly GroupLife[],
  wordings: readonly { readonly life: GroupLife; readonly wording: Wording }[],
): HoldingAction[] {
  const { asks, attention, standing } = d.holding;
  const actions: HoldingAction[] = [];
  let rest = wordings;
  while (rest.length > 0 && underWay(asks, kind, d.now) < FLYING) {
    const some = rest.slice(0, TOGETHER).map(({ wording }) => wording);
    rest = rest.slice(TOGETHER);
    actions.push(...askTogether(asks, some, { now: d.now, patience: standing.ttl, nextId: d.nextId }));
  }
  for (const life of lives) attention.unsaid[kind].delete(life);
  for (const { life } of rest) attention.unsaid[kind].add(life);
  return actions;
}

/** Release what is to be given back and is verified to be stopped; a failed stop never gets here. */
export function giveBack(d: Declaring, lives: readonly GroupLife[]): HoldingAction[] {
  const { holding } = d;
  const { standing, asks } = holding;
  const actions: HoldingAction[] = [];
  const together: { life: GroupLife; wording: Wording }[] = [];
  for (const life of lives) {
    const { name } = life;
    const lease = standing.view.leases.get(name);
    const key = `release/${name}`;
    const session = holderHere(holding, lease);
    if (lease === undefined || session === null) {
      settled(asks, key);
      continue;
    }
    const commands = releaseOf(holding, name, life, lease, session);
    if (commands === null) continue;
    // S2: noted before anything is said.
    const first = life.release?.token !== lease.token;
    life.release = commands.at(-1) as Extract<Command, { type: "release" }>;
    if (first) actions.push(...letGo(lease, life.release));
    const said = `${lease.token}`;
    if (isAsked(asks, key, said, d.now)) continue;
    if (commands.length > 1) actions.push(...say(d, key, said, commands));
    else together.push({ life, wording: { key, said, commands } });
  }
  return [...actions, ...sayTogether(d, "release/", lives, together)];
}

/** S2: once; if it is lost, the Release does it. */
function letGo({ of: { heir } }: LeaseView, release: Word["release"]): HoldingAction[] {
  if (heir === null || heir.lost) return [];
  const { session, token } = heir;
  return [{ type: "let-go", to: session.node, word: { release, successor: session, token } }];
}

/** S6: whoever gave the word may have died of it, so its Release is proposed from here too, until it shows. */
export function testify(d: Declaring): HoldingAction[] {
  const { words, standing, asks } = d.holding;
  const actions: HoldingAction[] = [];
  for (const key of asks.open.keys()) {
    if (!key.startsWith(WORD)) continue;
    const group = key.slice(WORD.length) as GroupName;
    if (standing.view.leases.get(group)?.word == null) settled(asks, key);
  }
  for (const [group, { release, token }] of words) {
    if (standing.view.leases.get(group)?.word == null) continue;
    actions.push(...say(d, `${WORD}${group}`, `${token}`, [release]));
  }
  return actions;
}

const WORD = "word/";

/** The session of this node that holds the lease, an earlier one included: it has verified what that one left. */
function holderHere(holding: Holding, lease: LeaseView | undefined): SessionId | null {
  if (isOurs(holding.standing, lease)) return lease.holder;
  const { standing } = holding;
  const leave = standing.draining || standing.unguarded !== null || lease?.promised === true;
  return leave && isInherited(standing, lease) ? lease.holder : null;
}

function releaseOf(
  holding: Holding,
  group: GroupName,
  life: GroupLife,
  lease: LeaseView,
  session: SessionId,
): readonly Command[] | null {
  const { standing } = holding;
  if (life.release?.token === lease.token) return [life.release];
  const leave = leaving(standing, group, life, lease);
  if (leave === null || !isClear(holding, life)) return null;
  // The planner must know of the card first, or the group would come straight back.
  if (leave.card !== null && isKnownUp(standing, leave.card)) return null;
  const evidence =
    life.token === lease.token && life.evidence.length > 0
      ? life.evidence.join("; ")
      : "nothing of it was on this machine";
  const release: Command = {
    type: "release",
    group,
    session,
    token: lease.token,
    failed: leave.failed,
    evidence: `${evidence}; ${leave.why}`,
  };
  const record = openRecord(standing.view, standing.session);
  const regranted = standing.draining && holding.drainTokens?.get(group) !== lease.token;
  if (!regranted || isInherited(standing, lease) || record === null) return [release];
  // Given again while shutting down, there being nobody else: once nothing else is held here any more (it would be
  // orphaned without a recorded guard), say so in the same entry, or it would come back for ever.
  for (const [other, token] of holding.drainTokens ?? []) {
    const held = standing.view.leases.get(other);
    if (isOurs(standing, held) && held.token === token) return null;
  }
  const { revision } = standing.view;
  return [{ type: "ready", session: record.id, revision, guard: false, reason: "shutting down" }, release];
}

const isKnownUp = (standing: Standing, card: string): boolean =>
  standing.view.cards?.find(({ name }) => name === card)?.up !== false;

/** Verified: nothing of the group is on this machine. */
function isClear(holding: Holding, life: GroupLife): boolean {
  const spec = holding.standing.view.groups.get(life.name);
  const ips = new Set((spec === undefined ? [] : addressesOf(spec)).map(({ ip }) => ip));
  return isStopped(life) && !holding.strays.some((stray) => ips.has(stray.ip));
}

export function tellState(d: Declaring, lives: readonly GroupLife[]): HoldingAction[] {
  const { standing, asks } = d.holding;
  const together: { life: GroupLife; wording: Wording }[] = [];
  for (const life of lives) {
    const group = life.name;
    const key = `report/${group}`;
    const lease = standing.view.leases.get(group);
    const state = stateOf(life);
    const mine = isOurs(standing, lease) && mayServe(standing, life, d.now) && life.token === lease.token;
    if (!mine || state === null || lease.reported === state) {
      settled(asks, key);
      continue;
    }
    if (passing.has(state) && d.now - life.since < PASSING_TTLS * standing.ttl) continue;
    const { token, why: reason } = life;
    const said = `${token} ${state} ${reason}`;
    if (isAsked(asks, key, said, d.now)) continue;
    const commands: Command[] = [{ type: "report", group, session: standing.session!, token, state, reason }];
    together.push({ life, wording: { key, said, commands } });
  }
  return sayTogether(d, "report/", lives, together);
}

function stateOf(life: GroupLife): GroupState | null {
  switch (life.phase) {
    case "idle":
      return null;
    case "granted":
    case "probing":
    case "starting":
      return "starting";
    case "running":
    case "restarting":
    case "stopping":
    case "stop-failed":
      return life.phase;
  }
}

/** How long a stop may keep failing before the shutdown goes on without it. */
const PATIENCE: Millis = 5000;

/** After `shutdown`: null while something is still to be done. */
export function isDrained(d: Declaring): { readonly clean: boolean } | null {
  const { holding, now } = d;
  const { standing } = holding;
  if (!standing.draining) return null;
  for (const life of holding.lives.values()) {
    if (isStopped(life)) continue;
    // Left to the service guard and to the kernel's gate, which both end it; the lease is kept, so nobody is lied to.
    if (life.phase !== "stop-failed" || now - life.since < PATIENCE) return null;
  }
  if (holding.strays.some((stray) => stray.removing !== null || stray.retryAt < now)) return null;
  const held = [...standing.view.leases.values()].some((lease) => holderHere(holding, lease) !== null);
  const stopped = holding.strays.length === 0 && [...holding.lives.values()].every(isStopped);
  if (!held) return { clean: stopped };
  // Without a majority no Release can commit: the leases end by themselves.
  return now >= standing.validUntil || !stopped ? { clean: false } : null;
}
