/** What a node tells of its ports (H7): small and bounded, so that a confused peer costs nobody much. */
import type { Envelope } from "../consensus/types.ts";
import type { leasehold } from "./generated/leasehold.js";
import { duration, fromUint64, refuse, toUint64 } from "./wire.ts";

/** Above all kinds that there are, at three ports. */
export const COUNTERS_MAX = 64;
const ORIGINS_MAX = 4;
const WORD_MAX = 64;

type Counters = Extract<Envelope, { type: "counters" }>;

/** Throws `codec` beyond the bounds. */
export function countersToWire({ counters }: Counters): leasehold.v1.PeerEnvelope.$Properties {
  check(counters);
  return {
    counters: {
      counters: counters.map(({ where, reason, count, agoMs, from }) => ({
        where,
        reason,
        count: toUint64(count, "a count"),
        agoMs: duration(agoMs, "an age"),
        from: from.map(({ address, count: times }) => ({ address, count: toUint64(times, "a count") })),
      })),
    },
  };
}

export function countersFromWire(wire: leasehold.v1.PeerCounters): Counters {
  const counters = wire.counters.map(({ where, reason, count, agoMs, from }) => ({
    where,
    reason,
    count: fromUint64(count, "a count"),
    agoMs: duration(agoMs, "an age"),
    from: from.map(({ address, count: times }) => ({ address, count: fromUint64(times, "a count") })),
  }));
  check(counters);
  return { type: "counters", counters };
}

function check(counters: Counters["counters"]): void {
  if (counters.length > COUNTERS_MAX) refuse(`${counters.length} counters; expected at most ${COUNTERS_MAX}`);
  for (const { where, reason, from } of counters) {
    if (from.length > ORIGINS_MAX)
      refuse(`${from.length} origins of a counter; expected at most ${ORIGINS_MAX}`);
    const long = [where, reason, ...from.map(({ address }) => address)].find(
      (word) => word.length > WORD_MAX,
    );
    if (long !== undefined)
      refuse(`a word of ${long.length} characters in a counter; expected at most ${WORD_MAX}`);
  }
}
