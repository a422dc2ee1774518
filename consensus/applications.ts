/**
 * The leader's clock for leases of applications (docs/safety.md, "Application leases"): who was confirmed when, who has
 * been silent for W. A follower passes keep-alives on, and passes the answers back.
 */
import type { Millis, NodeId, Term } from "./core/types.ts";
import type { Command, Ledger, LedgerEvent, Token } from "./ledger/types.ts";
import { longestWait } from "./sessions/arithmetic.ts";
import type { Tail } from "./tail.ts";
import type { KeepAliveResult, ReplicaEffect } from "./types.ts";

/** What a keep-alive says of itself. */
export interface Claimed {
  readonly name: string;
  readonly owner: string;
  readonly token: Token;
}
/** Who is to be answered: a local caller (`node` null), or a peer whose caller it is. */
export interface Asking {
  readonly node: NodeId | null;
  readonly id: number;
}
interface KeepAlive extends Asking {
  readonly claimed: Claimed;
}

export interface Applications {
  /** Every lease starts anew when a term begins (N1). */
  ledSince: Millis;
  /** When the owner was last confirmed, or was granted the lease, in this term. */
  readonly confirmedAt: Map<string, Millis>;
  /** No lease can have lapsed before this. */
  lookAt: Millis;
  /** Keep-alives for which no barrier has been asked yet. */
  waiting: KeepAlive[];
  /** Those that a barrier under way will settle: it was asked for after each of them came. */
  confirming: { readonly barrier: number; readonly batch: readonly KeepAlive[] } | null;
  /** Those whose lapse stands in the log: what comes of it is known when it is applied. */
  postponed: KeepAlive[];
  /** A follower's, on their way to the leader: since when. */
  readonly passedOn: Map<number, Millis>;
  barriers: number;
}

export const newApplications = (): Applications => ({
  ledSince: Number.NEGATIVE_INFINITY,
  confirmedAt: new Map(),
  lookAt: Number.POSITIVE_INFINITY,
  waiting: [],
  confirming: null,
  postponed: [],
  passedOn: new Map(),
  barriers: 0,
});

const kept = ({ node, id }: Asking, result: KeepAliveResult): ReplicaEffect =>
  node === null
    ? { type: "kept", id, result }
    : { type: "send", to: node, envelope: { type: "kept", id, result } };

/** Nothing was confirmed, and nothing is lost by that: the owner counts on from what was confirmed before. */
export const unconfirmed = (asking: Asking, reason: string): ReplicaEffect =>
  kept(asking, { ok: false, lost: false, reason });

/** A leader confirms it by a barrier that begins after this; anybody else passes on what was asked here, once. */
export function take(
  apps: Applications,
  asking: Asking,
  { name, owner, token }: Claimed,
  known: { readonly leads: boolean; readonly leader: NodeId | null; readonly idBase: number },
  now: Millis,
): ReplicaEffect[] {
  if (known.leads) {
    apps.waiting.push({ ...asking, claimed: { name, owner, token } });
    return [];
  }
  if (asking.node !== null || known.leader === null) return [unconfirmed(asking, "there is no leader now")];
  apps.passedOn.set(asking.id, now);
  const envelope = { type: "keep-alive", id: known.idBase + asking.id, name, owner, token } as const;
  return [{ type: "send", to: known.leader, envelope }];
}

/** The term of this leader begins. */
export function lead(apps: Applications, now: Millis): void {
  apps.ledSince = now;
  apps.confirmedAt.clear();
  apps.lookAt = now;
}

/** It leads no more, and can confirm nothing. */
export function stepDown(apps: Applications): ReplicaEffect[] {
  const asked = [...(apps.confirming?.batch ?? []), ...apps.postponed, ...apps.waiting];
  apps.confirming = null;
  apps.postponed = [];
  apps.waiting = [];
  return asked.map((each) => unconfirmed(each, "this node leads no more"));
}

/** The barrier to ask for now, as an id that no caller uses; null while one is under way or nobody waits. */
export function nextBarrier(apps: Applications): number | null {
  if (apps.confirming !== null || apps.waiting.length === 0) return null;
  const barrier = -++apps.barriers;
  apps.confirming = { barrier, batch: apps.waiting };
  apps.waiting = [];
  return barrier;
}

/** A majority has answered a round that began after these came: what the ledger says of them is so (T3). */
export function barrierPassed(
  apps: Applications,
  barrier: number,
  ledger: Ledger,
  tail: Tail,
  now: Millis,
): ReplicaEffect[] {
  if (apps.confirming?.barrier !== barrier) return [];
  const { batch } = apps.confirming;
  apps.confirming = null;
  const out: ReplicaEffect[] = [];
  for (const each of batch) {
    const { name, token } = each.claimed;
    if (tail.lapses.some((lapse) => lapse.name === name && lapse.token === token)) apps.postponed.push(each);
    else out.push(kept(each, verdict(apps, ledger, each.claimed, now)));
  }
  return out;
}

function verdict(apps: Applications, ledger: Ledger, claimed: Claimed, now: Millis): KeepAliveResult {
  const { name, owner, token } = claimed;
  const lease = ledger.appLeases.get(name);
  const lost = (reason: string): KeepAliveResult => ({ ok: false, lost: true, reason });
  if (lease === undefined) return lost(`nobody holds "${name}" any more`);
  if (lease.owner !== owner) return lost(`"${name}" is held by another owner, with token ${lease.token}`);
  if (lease.token !== token) return lost(`"${name}" is at token ${lease.token}, not ${token}`);
  apps.confirmedAt.set(name, now);
  return { ok: true, ttl: lease.ttl };
}

export function barrierRefused(apps: Applications, barrier: number): ReplicaEffect[] {
  if (apps.confirming?.barrier !== barrier) return [];
  const { batch } = apps.confirming;
  apps.confirming = null;
  return batch.map((each) => unconfirmed(each, "this node leads no more"));
}

/** An entry was applied: postponed ones are asked again, and the leader's clock follows what was granted. */
export function followEvents(apps: Applications, events: readonly LedgerEvent[], now: Millis): void {
  for (const event of events) {
    if (event.type === "acquired") {
      // Also for a repeat, from whose sending its owner may count.
      apps.confirmedAt.set(event.lease.name, now);
      apps.lookAt = Math.min(apps.lookAt, now + event.lease.ttl);
    } else if (event.type === "yielded") {
      apps.confirmedAt.delete(event.name);
    }
  }
  if (apps.postponed.length > 0) apps.waiting.push(...apps.postponed.splice(0));
}

/** What the clock of a leader looks at. */
export interface ClockView {
  readonly ledger: Ledger;
  readonly tail: Tail;
  readonly term: Term;
  readonly timing: { readonly heartbeat: Millis };
  readonly justWoke: boolean;
  readonly now: Millis;
}

/** Lapses of owners that were silent for W of their lease's ttl, and when to look again. */
export function lapses(
  apps: Applications,
  view: ClockView,
): { readonly commands: readonly Command[]; readonly wakeAt: Millis } {
  const { ledger, tail, term, now } = view;
  if (ledger.appLeases.size === 0) return { commands: [], wakeAt: Number.POSITIVE_INFINITY };
  const soon = now + view.timing.heartbeat;
  // T5: what was sent to us during a pause has not been read yet.
  if (view.justWoke) return { commands: [], wakeAt: soon };
  if (now < apps.lookAt) return { commands: [], wakeAt: apps.lookAt };
  const timings = [...ledger.timings, ...tail.timings];
  const commands: Command[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const { name, token, ttl } of ledger.appLeases.values()) {
    const wait = longestWait([{ ttl, rho: 0 }, ...timings.map(({ rho }) => ({ ttl: 0, rho }))]);
    const due = Math.max(apps.ledSince, apps.confirmedAt.get(name) ?? apps.ledSince) + wait;
    if (due > now) next = Math.min(next, due);
    else commands.push({ type: "lapse", name, token, term });
  }
  apps.lookAt = commands.length === 0 ? next : Math.min(next, soon);
  return { commands, wakeAt: apps.lookAt };
}

/** Passed on to the leader, who did not answer in time. */
export function giveUp(apps: Applications, patience: Millis, now: Millis): ReplicaEffect[] {
  const out: ReplicaEffect[] = [];
  for (const [id, since] of apps.passedOn) {
    if (now - since < patience) continue;
    apps.passedOn.delete(id);
    out.push(unconfirmed({ node: null, id }, "no leader answered in time"));
  }
  return out;
}

/** The leader's answer to what was passed on; nothing when it was given up, or was asked by an earlier incarnation. */
export function answered(apps: Applications, id: number, result: KeepAliveResult): ReplicaEffect[] {
  return apps.passedOn.delete(id) ? [kept({ node: null, id }, result)] : [];
}
