/**
 * What all lives of a node come to, kept up to date life by life: whether anything is behind the gate, and by what
 * right; whose an address is. So the gate can be asked for at each event without looking at every group. Pure.
 */
import { addressesOf, type GroupName, type GroupSpec } from "../consensus/ledger/types.ts";
import { addressesHere, type GroupLife, type GroupWish, type Right, type Share } from "./life.ts";
import { isService } from "./member.ts";
import { rightOf, type Standing } from "./right.ts";

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

/** Asked at each event: a search by name would cost more than the comparisons. */
export function sumOf({ sums }: Tally, right: Right): Sum {
  if (right === "ours") return sums.ours;
  return right === "carried" ? sums.carried : sums.none;
}

/** The configuration that a wish is about to follow. */
export const specOf = (wish: GroupWish): GroupSpec | null =>
  wish.type === "serve" || wish.type === "keep" ? wish.spec : null;

/** Takes the life's part anew: after its wish was formed, and after a step of it. */
export function retally(tally: Tally, standing: Standing, life: GroupLife, wish: GroupWish): void {
  const before = life.share;
  const here = addressesHere(life);
  const opens = wish.type === "serve" && addressesOf(wish.spec).length > 0;
  const share: Share = {
    wish,
    right: rightOf(standing, life),
    here,
    counts: here.length > 0 || opens,
    carried: life.carried,
    serves: life.members.some(isService),
  };
  life.share = share;
  // Mostly only the wish was formed anew.
  if (before === null || !sameSums(before, share)) {
    if (before !== null) add(tally, before, -1);
    add(tally, share, 1);
  }
  want(tally, life, before === null ? null : specOf(before.wish), specOf(wish));
  if (share.serves === (before?.serves ?? false)) return;
  if (share.serves) tally.serving.add(life);
  else tally.serving.delete(life);
}

const sameSums = (a: Share, b: Share): boolean =>
  a.right === b.right &&
  a.counts === b.counts &&
  a.carried === b.carried &&
  a.here.length === b.here.length &&
  a.here.every((ip, index) => ip === b.here[index]);

/** The addresses that the life's wish names, in the place of those that its wish before named. */
function want(tally: Tally, life: GroupLife, before: GroupSpec | null, spec: GroupSpec | null): void {
  if (spec === before) return;
  for (const { ip } of before === null ? [] : addressesOf(before)) tally.wanting.get(ip)?.delete(life);
  for (const { ip } of spec === null ? [] : addressesOf(spec)) {
    const known = tally.wanting.get(ip);
    if (known === undefined) tally.wanting.set(ip, new Set([life]));
    else known.add(life);
  }
}

function add(tally: Tally, share: Share, by: 1 | -1): void {
  const sum = sumOf(tally, share.right);
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
