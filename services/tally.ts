/**
 * What all lives of a node come to, kept up to date life by life: whether anything is behind the gate, and by what
 * right; whose an address is. So the gate can be asked for at each event without looking at every group. Pure.
 */
import { addressesOf, type GroupName, type GroupSpec } from "../consensus/ledger/types.ts";
import { addressesHere, type GroupLife, type GroupWish } from "./life.ts";
import { isService } from "./member.ts";
import { type Right, rightOf, type Standing } from "./right.ts";

/** One life's part, as it was when it was last looked at. */
export interface Share {
  readonly wish: GroupWish;
  readonly right: Right;
  readonly here: readonly string[];
  /** It is behind the gate, or is to be. */
  readonly counts: boolean;
  readonly carried: boolean;
}

interface Sum {
  here: number;
  counting: number;
}

export interface Tally {
  readonly sums: Readonly<Record<Right, Sum>>;
  /** Of those that count: not carried over from the daemon before. */
  own: number;
  /** How many lives have this address on a card, or may have. */
  readonly here: Map<string, number>;
  /** Lives whose wish names this address. */
  readonly wanting: Map<string, Set<GroupLife>>;
  /** Lives with a service, in the order in which they came. */
  readonly serving: Set<GroupLife>;
}

const noSum = (): Sum => ({ here: 0, counting: 0 });

export const newTally = (): Tally => ({
  sums: { ours: noSum(), carried: noSum(), none: noSum() },
  own: 0,
  here: new Map(),
  wanting: new Map(),
  serving: new Set(),
});

/** The configuration that a wish is about to follow. */
export const specOf = (wish: GroupWish): GroupSpec | null =>
  wish.type === "serve" || wish.type === "keep" ? wish.spec : null;

/** Takes the life's part anew: after its wish was formed, and after a step of it. */
export function retally(tally: Tally, standing: Standing, life: GroupLife, wish: GroupWish): void {
  const before = life.share;
  const here = addressesHere(life);
  const serves = wish.type === "serve" && addressesOf(wish.spec).length > 0;
  const share: Share = {
    wish,
    right: rightOf(standing, life),
    here,
    counts: here.length > 0 || serves,
    carried: life.carried,
  };
  if (before !== null) add(tally, before, -1);
  add(tally, share, 1);
  life.share = share;
  const spec = specOf(wish);
  const formerly = before === null ? null : specOf(before.wish);
  if (spec !== formerly) {
    for (const { ip } of formerly === null ? [] : addressesOf(formerly)) tally.wanting.get(ip)?.delete(life);
    for (const { ip } of spec === null ? [] : addressesOf(spec)) {
      const known = tally.wanting.get(ip);
      if (known === undefined) tally.wanting.set(ip, new Set([life]));
      else known.add(life);
    }
  }
  if (life.members.some(isService)) tally.serving.add(life);
  else tally.serving.delete(life);
}

function add(tally: Tally, share: Share, by: 1 | -1): void {
  const sum = tally.sums[share.right];
  if (share.here.length > 0) sum.here += by;
  if (share.counts) sum.counting += by;
  if (share.counts && !share.carried) tally.own += by;
  for (const ip of share.here) {
    const count = (tally.here.get(ip) ?? 0) + by;
    if (count === 0) tally.here.delete(ip);
    else tally.here.set(ip, count);
  }
}

/** Lives about to have exactly this address. */
export function* ownersOf(
  tally: Tally,
  { ip, prefix }: { readonly ip: string; readonly prefix: number },
): Generator<GroupLife> {
  for (const life of tally.wanting.get(ip) ?? []) {
    const spec = life.share === null ? null : specOf(life.share.wish);
    if (spec !== null && addressesOf(spec).some((each) => each.ip === ip && each.prefix === prefix))
      yield life;
  }
}

/** Groups for which it matters whether this address is on a card. */
export function* concernedBy(tally: Tally, standing: Standing, ip: string): Generator<GroupName> {
  const owner = standing.view.owners.get(ip);
  if (owner !== undefined) yield owner;
  for (const life of tally.wanting.get(ip) ?? []) yield life.name;
}
