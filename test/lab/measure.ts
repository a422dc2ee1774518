/** PURE: what a prober's raw notes say about outage and about two owners. Times in ms since the prober began. */

export interface Gap {
  /** Send time of the first lost request. */
  readonly from: number;
  /** Send time of the next answered one, or of the last request when none was. */
  readonly to: number;
  readonly lost: number;
  /** Never answered again. */
  readonly open: boolean;
}

/** Runs of lost requests among `count` requests; `answered[i]` is 1 when request i was answered in time. */
export function findGaps(sentAt: Float64Array, answered: Uint8Array, count: number): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 0; i < count; i++) {
    if (answered[i] === 1) continue;
    const first = i;
    while (i < count && answered[i] !== 1) i++;
    const end = Math.min(i, count - 1);
    gaps.push({ from: sentAt[first]!, to: sentAt[end]!, lost: i - first, open: i >= count });
  }
  return gaps;
}

/** One answer to one broadcast ARP question: which slot it belongs to, and which machine (an index) gave it. */
export interface Answer {
  readonly slot: number;
  readonly owner: number;
}

export interface Ownership {
  /** Slots in which two machines answered the same question. */
  readonly dualSlots: number;
  /** Who answered, as a sequence of stretches with the same set of owners; `to` is the end of the last slot. */
  readonly stretches: readonly {
    readonly from: number;
    readonly to: number;
    readonly owners: readonly number[];
  }[];
}

/** `masks[slot]` has bit `owner` set when that machine answered in that slot. */
export function findOwnership(masks: Uint8Array, count: number, periodMs: number): Ownership {
  let dualSlots = 0;
  const stretches: { from: number; to: number; owners: number[] }[] = [];
  let previous = -1;
  for (let slot = 0; slot < count; slot++) {
    const mask = masks[slot]!;
    if ((mask & (mask - 1)) !== 0) dualSlots++;
    if (mask === previous) {
      stretches.at(-1)!.to = (slot + 1) * periodMs;
      continue;
    }
    previous = mask;
    const owners = [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (mask & (1 << bit)) !== 0);
    stretches.push({ from: slot * periodMs, to: (slot + 1) * periodMs, owners });
  }
  return { dualSlots, stretches };
}
