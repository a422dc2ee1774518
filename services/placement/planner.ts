/**
 * What the leader should propose now: Claims and Grants for groups that are free, ends of moves that cannot go on,
 * forgiveness, failback. The object remembers only patience (since when, what was just proposed); what is safe is decided by
 * the ledger, which refuses whatever does not fit when the entry is applied.
 */
import type { LogIndex, Millis, NodeId, Term } from "../../consensus/core/types.ts";
import { mayBePromised } from "../../consensus/ledger/heirs.ts";
import { groupSpecOf, maintainedBy, unwantedOn } from "../../consensus/ledger/query.ts";
import {
  type Command,
  type GroupName,
  type GroupSpec,
  type Lease,
  type Ledger,
  NO_TOKEN,
  sameSession,
  sessionKey,
} from "../../consensus/ledger/types.ts";
import type { PlanContext, Planner } from "../../consensus/types.ts";
import { assume } from "./assume.ts";
import { FAILBACK, fitnessOf, heldCounts, place, wasMovedByRequest } from "./place.ts";
import { betterThan, rankOf } from "./preference.ts";

/** Milliseconds of the leader's own clock, every one of them. */
export interface PlannerOptions {
  /** A failure on a node stops counting after this long. */
  readonly forgiveAfter: Millis;
  /** Where a group is down because it failed on every ready node: after this long the oldest failure is forgiven. */
  readonly forgiveWhenNowhereElse: Millis;
  /** A move whose target cannot take the group is taken back after this long. */
  readonly movePatience: Millis;
  /** The same proposal is not made again before this, unless the ledger calls for another. */
  readonly retryAfter: Millis;
}

export const PLANNER_DEFAULTS: PlannerOptions = {
  forgiveAfter: 300_000,
  forgiveWhenNowhereElse: 10_000,
  movePatience: 5_000,
  retryAfter: 100,
};

/**
 * Successions in one entry, at most: what is left over comes in the next. Choosing, writing, reading and applying them
 * each hold up a loop that has heartbeats to answer.
 */
export const PLACED_AT_ONCE = 100;

/** All that a plan depends on beside the time: a leader with nothing to do looks at this, and not at every group. */
interface Seen {
  readonly ledger: Ledger;
  readonly applied: LogIndex;
  /** Of each live session, in the ledger's order. */
  readonly alive: readonly boolean[];
  readonly until: Millis;
}

interface Patience {
  term: Term | null;
  /** Newest proposal per subject, and when it was made. */
  readonly proposed: Map<string, { readonly what: string; readonly at: Millis }>;
  /** Since when a failure, a move's unfit target, or a better node that is ready was seen here. */
  readonly since: Map<string, Millis>;
  /** What the last look at the whole ledger saw, and until when a second look at the same would say no more. */
  seen: Seen | null;
}

/** A planner for one node; used while that node leads. */
export function createPlanner(options: Partial<PlannerOptions> = {}): Planner {
  const settings: PlannerOptions = { ...PLANNER_DEFAULTS, ...options };
  const patience: Patience = { term: null, proposed: new Map(), since: new Map(), seen: null };
  return {
    plan(ledger, first, context) {
      if (ledger.document === null) return first;
      if (patience.term !== context.term) {
        // Another leader may have led in between: what was proposed is settled, each wait but one starts again.
        // A failure is named by its token, so what was known of its age still holds.
        patience.term = context.term;
        patience.proposed.clear();
        patience.seen = null;
        for (const key of patience.since.keys()) if (!key.startsWith("failure ")) patience.since.delete(key);
      }
      const { seen } = patience;
      if (first.length === 0 && seen !== null && isAsSeen(seen, ledger, context)) return NOTHING;
      const round = new Round(ledger, context, settings, patience);
      if (first.length > 0) return round.after(first);
      const commands = round.asItStands();
      const alive = [...ledger.sessions.values()].map(({ id }) => context.alive(id));
      patience.seen = { ledger, applied: ledger.applied, alive, until: round.until };
      return commands;
    },
  };
}

const NOTHING: readonly Command[] = [];

/** Whether another look at the whole ledger would say no more than the last one. */
function isAsSeen(seen: Seen, ledger: Ledger, { alive, now }: PlanContext): boolean {
  if (seen.ledger !== ledger || seen.applied !== ledger.applied || now >= seen.until) return false;
  let at = 0;
  for (const { id } of ledger.sessions.values()) {
    if (alive(id) !== seen.alive[at]) return false;
    at += 1;
  }
  return true;
}

/** One call of `plan`. */
class Round {
  /** When another look is worth while though nothing has changed. */
  until: Millis = Number.POSITIVE_INFINITY;
  private readonly ledger: Ledger;
  private readonly context: PlanContext;
  private readonly settings: PlannerOptions;
  private readonly patience: Patience;
  private readonly planned = new Map<NodeId, number>();
  private readonly commands: Command[] = [];
  private held: ReadonlyMap<NodeId, number> | null = null;
  private placed = 0;

  constructor(ledger: Ledger, context: PlanContext, settings: PlannerOptions, patience: Patience) {
    this.ledger = ledger;
    this.context = context;
    this.settings = settings;
    this.patience = patience;
  }

  /** `first`, then what it makes possible, for one entry: a release or an expire and the succession ride together. */
  after(first: readonly Command[]): readonly Command[] {
    const then = assume(this.ledger, first, this.context.term);
    this.commands.push(...first);
    for (const lease of then.leases.values()) {
      const untouched = this.ledger.leases.get(lease.group) === lease;
      if (!untouched && lease.move !== null) this.promise(then, lease, true);
      if (lease.state !== "vacant") continue;
      // A lease that `first` sets free: always, for the entry may be proposed again after it was refused.
      this.succeed(then, lease, !untouched);
    }
    return this.commands;
  }

  asItStands(): readonly Command[] {
    const live = new Set<string>();
    for (const lease of this.ledger.leases.values()) {
      const spec = groupSpecOf(this.ledger, lease.group);
      if (spec === null) continue;
      // Under maintenance nothing is placed and nothing is moved; what failed grows older all the same.
      const touched = maintainedBy(this.ledger, lease.group) === null;
      if (touched && lease.state === "vacant") this.succeed(this.ledger, lease, false);
      if (touched && lease.move !== null) {
        this.promise(this.ledger, lease, false);
        this.watchMove(spec, lease, live);
      } else if (touched) this.considerFailback(spec, lease, live);
      if (lease.failures.size > 0) this.considerForgiveness(spec, lease, live);
    }
    for (const key of this.patience.since.keys()) if (!live.has(key)) this.patience.since.delete(key);
    return this.commands;
  }

  /** Whether `what` about `subject` is new, or has had no effect for a while; notes it as proposed. */
  private fresh(subject: string, what: string, always: boolean): boolean {
    const before = this.patience.proposed.get(subject);
    const { now } = this.context;
    const { retryAfter } = this.settings;
    if (!always && before?.what === what && now - before.at < retryAfter) {
      this.until = Math.min(this.until, before.at + retryAfter);
      return false;
    }
    this.patience.proposed.set(subject, { what, at: now });
    this.until = Math.min(this.until, now + retryAfter);
    return true;
  }

  /** How long `key` has been seen; `enough`: when its age will matter. */
  private age(key: string, live: Set<string>, enough: Millis): Millis {
    live.add(key);
    const { now } = this.context;
    const since = this.patience.since.get(key) ?? now;
    this.patience.since.set(key, since);
    if (now < since + enough) this.until = Math.min(this.until, since + enough);
    return now - since;
  }

  /** Claim and Grant for a vacant group, where somebody can take it. */
  private succeed(ledger: Ledger, lease: Lease, always: boolean): void {
    if (this.placed >= PLACED_AT_ONCE) return;
    const { alive } = this.context;
    this.held ??= heldCounts(ledger);
    const placement = place(ledger, lease.group, { alive, planned: this.planned, held: this.held });
    if (placement.to === null) return;
    const { to, reason } = placement;
    const { group, token: fromToken } = lease;
    // Counted also while a proposal is on its way: the next group is placed beside it.
    this.planned.set(to.node, (this.planned.get(to.node) ?? 0) + 1);
    if (!this.fresh(`grant ${group}`, `${fromToken} ${sessionKey(to)}`, always)) return;
    this.placed += 1;
    if (!sameSession(lease.claim?.successor ?? null, to)) {
      this.commands.push({ type: "claim", group, successor: to, fromToken, reason });
    }
    this.commands.push({ type: "grant", group, session: to, fromToken, reason });
  }

  /** S1: a wanted move is promised to its target, so that the holder's word is enough once it has stopped. */
  private promise(ledger: Ledger, lease: Lease, always: boolean): void {
    const { move, group, token: fromToken, holder, heir } = lease;
    const spec = groupSpecOf(ledger, group);
    if (move === null || spec === null || lease.state !== "held" || heir !== null) return;
    if (holder?.node === move.to || maintainedBy(ledger, group) !== null || !mayBePromised(spec)) return;
    const fitness = fitnessOf(ledger, spec, lease, move.to, this.context.alive);
    if (!fitness.ok) return;
    if (!this.fresh(`promise ${group}`, `${fromToken} ${sessionKey(fitness.session)}`, always)) return;
    const reason = `the move ${move.requestId} asked for it`;
    this.commands.push({ type: "promise", group, successor: fitness.session, fromToken, reason });
  }

  /** A move waits a while for its target; then it is taken back. */
  private watchMove(spec: GroupSpec, lease: Lease, live: Set<string>): void {
    const { move, group } = lease;
    if (move === null) return;
    const fitness = fitnessOf(this.ledger, spec, lease, move.to, this.context.alive);
    if (fitness.ok) return;
    const { movePatience } = this.settings;
    const waited = this.age(`move ${group} ${move.requestId}`, live, movePatience);
    if (waited < movePatience) return;
    if (!this.fresh(`cancel ${group}`, move.requestId, false)) return;
    const reason = `${move.to} ${fitness.why}, for ${Math.round(waited / 1000)} s now`;
    this.commands.push({ type: "cancel-move", group, requestId: move.requestId, reason });
  }

  /**
   * Only where asked for: back to the best preferred node that can take the group and has been able to for long enough,
   * from where it runs well. Where a person put it, it stays until its next succession.
   */
  private considerFailback(spec: GroupSpec, lease: Lease, live: Set<string>): void {
    if (spec.failback === null || lease.state !== "held" || lease.holder === null) return;
    // Stopped, or on standby: its holder gives it up anyway (`unwantedOn`), and its release takes the succession along.
    if (lease.report?.state !== "running" || unwantedOn(this.ledger, lease.group, lease.holder.node)) return;
    if (wasMovedByRequest(lease) && !lease.lastMoveRequest?.startsWith(FAILBACK)) return;
    const { group } = lease;
    for (const node of betterThan(spec, rankOf(spec, lease.holder.node))) {
      const fitness = fitnessOf(this.ledger, spec, lease, node, this.context.alive);
      if (!fitness.ok) continue;
      const { after } = spec.failback;
      const key = `failback ${group} ${sessionKey(fitness.session)}`;
      // The best one is waited for, though a lesser one may have waited long enough: one move, not two.
      if (this.age(key, live, after) < after) return;
      if (!this.fresh(`failback ${group}`, `${lease.token} ${node}`, false)) return;
      const requestId = `${FAILBACK}${group}-${this.ledger.applied}`;
      this.commands.push({ type: "move", group, to: node, requestId });
      this.promise(this.ledger, { ...lease, move: { to: node, requestId } }, true);
      return;
    }
  }

  private considerForgiveness(spec: GroupSpec, lease: Lease, live: Set<string>): void {
    const { group } = lease;
    const { forgiveAfter, forgiveWhenNowhereElse } = this.settings;
    const ages = [...lease.failures].map(([node, token]) => ({
      node,
      age: this.age(`failure ${group} ${node} ${token}`, live, forgiveAfter),
    }));
    for (const { node, age } of ages) if (age >= forgiveAfter) this.forgive(group, node, lease);
    // Down, and the only thing against each node that could take it is a failure: better to try again.
    if (lease.state !== "vacant") return;
    let oldest: { readonly node: NodeId; readonly age: Millis; readonly token: bigint } | null = null;
    for (const { name } of this.ledger.document?.nodes ?? []) {
      const fitness = fitnessOf(this.ledger, spec, lease, name, this.context.alive);
      if (fitness.ok) return;
      if (!fitness.failed) continue;
      const age = ages.find((a) => a.node === name)?.age ?? 0;
      const token = lease.failures.get(name) ?? NO_TOKEN;
      if (oldest === null || token < oldest.token) oldest = { node: name, age, token };
    }
    if (oldest === null) return;
    if (oldest.age < forgiveWhenNowhereElse) {
      this.until = Math.min(this.until, this.context.now + forgiveWhenNowhereElse - oldest.age);
    } else if (oldest.age < forgiveAfter) {
      this.forgive(group, oldest.node, lease);
    }
  }

  private forgive(group: GroupName, node: NodeId, lease: Lease): void {
    const token = lease.failures.get(node);
    if (!this.fresh(`forgive ${group} ${node}`, String(token), false)) return;
    this.commands.push({ type: "forgive", group, node });
  }
}
